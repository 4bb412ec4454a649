import {Box, Text} from 'ink';
import {Table} from 'ink-table';
import {memo} from 'react';
import {currentStrategy, filterProjects} from '../../domain/queries/projects.ts';
import {fit, pad} from '../text/wrap.ts';
import {clean} from '../../domain/clean.ts';
import {bodyHeight, placeOf, type State} from '../state.ts';
import {selectedOf} from '../screens/index.ts';
import {idOf} from '../screens/screen.ts';
import type {Theme} from '../theme.ts';
import {toAscii} from './line.ts';

const idWidth = 7;

const results: Record<string, string> = {met: 'met', partly: 'partly', 'not-met': 'not met'};

/**
 * A text at exactly a width. ink-table measures in UTF-16 units, so every cell of a column is fitted
 * to the same display width first.
 */
function cell(theme: Theme, text: string, width: number): string {
	const harmless = theme.ascii ? toAscii(clean(text)) : clean(text);
	return pad(fit(harmless, width), width);
}

function Plain({children}: {children?: React.ReactNode}) {
	return <Text>{children}</Text>;
}

/** Without the horizontal rules a table takes half the lines; in ASCII the upright ones are plain. */
const upright = (bar: string) =>
	function Upright({children}: {children?: React.ReactNode}) {
		const text = typeof children === 'string' ? children : '';
		return /[─┌┐┬├┤┼└┘┴]/.test(text) ? null : <Text dimColor>{text.replaceAll('│', bar)}</Text>;
	};
const drawn = upright('│');
const plain = upright('|');
const spoken = upright(' ');

/**
 * The criteria matrix: projects against the strategy's success criteria. It is read, not navigated:
 * ink-table draws it, and is handed no more rows than are seen.
 */
export const Matrix = memo(function Matrix({state, theme}: {state: State; theme: Theme}) {
	const strategy = currentStrategy(state.database);
	const criteria = strategy?.criteria ?? [];
	const place = placeOf(state);
	const projects = filterProjects(state.database.projects, place.filter?.value ?? '');
	const height = bodyHeight(state);
	const size = Math.max(1, height - 2);
	const selected = idOf(selectedOf(state));
	const top =
		Math.floor(
			Math.max(
				0,
				projects.findIndex(({id}) => id === selected),
			) / size,
		) * size;
	// Every column has a blank on both sides and an upright before it; one more closes the row.
	const framing = 3 * (criteria.length + 2) + 1;
	const room = state.columns - framing - idWidth;
	const column = Math.max(6, Math.min(12, Math.floor((room - 20) / Math.max(1, criteria.length))));
	const wide = Math.max(8, room - criteria.length * column);
	const data = projects.slice(top, top + size).map((project) => ({
		[pad('Id', idWidth)]: cell(theme, project.id, idWidth),
		[pad('Project', wide)]: cell(theme, project.title, wide),
		...Object.fromEntries(
			criteria.map(({id, title}) => [
				cell(theme, title, column),
				cell(theme, results[project.criteria?.[id] ?? ''] ?? theme.glyphs.dash, column),
			]),
		),
	}));
	const assessed = projects.filter(({criteria: met}) => met && Object.keys(met).length > 0).length;
	return (
		<Box flexDirection="column" height={height} overflow="hidden">
			<Text wrap="truncate-end" bold>
				{` Criteria: ${assessed} of ${projects.length} projects assessed; ${top + 1}${theme.glyphs.dash}${top + data.length} shown, m goes back`}
			</Text>
			{data.length > 0 && criteria.length > 0 ? (
				<Table
					data={data}
					padding={1}
					cell={Plain}
					header={Plain}
					skeleton={theme.spoken ? spoken : theme.ascii ? plain : drawn}
				/>
			) : (
				<Text> There is nothing to compare yet.</Text>
			)}
		</Box>
	);
});
