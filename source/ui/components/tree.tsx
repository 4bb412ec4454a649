import {renderToString} from 'ink';
import type {State} from '../state.ts';
import type {Theme} from '../theme.ts';
import {Matrix} from './matrix.tsx';

/** The criteria matrix as Ink lays it out, line by line. */
export const matrixLines = (state: State, theme: Theme): string[] =>
	renderToString(<Matrix state={state} theme={theme} />, {columns: state.columns}).split('\n');
