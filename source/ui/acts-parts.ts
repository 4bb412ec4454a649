// What the screens need of the acts themselves: loaded as one, when the first frame stands (acts.ts).
export {apply} from '../domain/apply.ts';
export {isOwnAct, lastRedoable, lastUndoable} from '../domain/changes/undo.ts';
export {fitsLog} from '../domain/queries/log/fits.ts';
export {duringName, tellAct, tellEntry} from '../domain/queries/log/sentences.ts';
