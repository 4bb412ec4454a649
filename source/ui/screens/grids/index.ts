import {placeOf, type Place, type State} from '../../state.ts';
import type {ScreenGrid} from './grid.ts';
import {matrixGrid} from './matrix.ts';
import {measureGrid} from './measures.ts';
import {riskGrid} from './risks.ts';
import {voteGrid} from './votes.ts';

/** The tables that a key brings up, by the screen and the way of looking that show them. */
const grids: Record<string, (state: State, place: Place) => ScreenGrid> = {
	'portfolio matrix': matrixGrid,
	'portfolio risk-table': riskGrid,
	'portfolio measure-table': measureGrid,
	'decision votes': voteGrid,
};

const nameOf = ({screen, variant = ''}: Place): string => `${screen} ${variant}`;

/** Whether a place shows such a table. */
export const showsGrid = (place: Place): boolean => Object.hasOwn(grids, nameOf(place));

/** The table that a place shows; undefined where it shows none. */
export const gridOf = (state: State, place: Place = placeOf(state)): ScreenGrid | undefined =>
	showsGrid(place) ? grids[nameOf(place)]?.(state, place) : undefined;
