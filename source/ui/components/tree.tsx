import {renderToString} from 'ink';
import type {State} from '../state.ts';
import type {Theme} from '../theme.ts';
import {Grid} from './grid.tsx';

/** A table that is read as Ink lays it out, line by line. */
export const gridLines = (state: State, theme: Theme): string[] =>
	renderToString(<Grid state={state} theme={theme} />, {columns: state.columns}).split('\n');
