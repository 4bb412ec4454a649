import process from 'node:process';

const launcher: NodeJS.EventEmitter = process;
const shown = 'boardwalk:shown';

/** Says that the first frame is shown: what V8 has compiled by then is soon kept for the next start. */
export const tellShown = () => launcher.emit(shown);

/** Whether `bin/boardwalk.js` keeps compiled code between starts. It listens only where it has a folder for it. */
export const keepsCode = () => launcher.listenerCount(shown) > 0;
