import {Box, Text} from 'ink';
import {Table} from 'ink-table';
import {memo} from 'react';
import {filterProjects} from '../../domain/queries/project-filter.ts';
import {currentStrategy} from '../../domain/queries/projects.ts';
import {scaleOf} from '../../domain/queries/candidates.ts';
import {fit, pad} from '../text/wrap.ts';
import {keyFor} from '../keys-by-name.ts';
import {bodyHeight, placeOf, type State, todayOf} from '../state.ts';
import {selectedOf} from '../screens/index.ts';
import {filterLine} from '../screens/projects.ts';
import {idOf} from '../screens/screen.ts';
import type {Theme} from '../theme.ts';
import {drawable, line} from './line.ts';

const idWidth = 9;

/**
 * A text at exactly a width. ink-table measures in UTF-16 units, so every cell of a column is fitted
 * to the same display width first.
 */
function cell(theme: Theme, text: string, width: number): string {
	return pad(fit(drawable(theme, text), width, theme.glyphs.more), width);
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

/**
 * The criteria matrix: projects against the strategy's success criteria. It is read, not navigated:
 * ink-table draws it, and is handed no more rows than are seen.
 */
export const Matrix = memo(function Matrix({state, theme}: {state: State; theme: Theme}) {
	const place = placeOf(state);
	const projects = filterProjects(state.database, place.filter?.value ?? '', todayOf(state));
	const height = bodyHeight(state);
	const size = Math.max(1, height - 2);
	const selected = idOf(selectedOf(state));
	const index = projects.findIndex(({id}) => id === selected);
	const top = Math.floor(Math.max(0, index) / size) * size;
	const strategy = currentStrategy(state.database);
	const all = strategy?.criteria ?? [];
	const steps = new Map(scaleOf(strategy).map((step) => [step.id, step.title]));
	const criteria = all.slice(0, Math.floor((state.columns - idWidth - 8 - 7) / 9));
	// Every column has a blank on both sides and an upright before it; one more closes the row.
	const framing = 3 * (criteria.length + 2) + 1;
	const room = state.columns - framing - idWidth;
	const column = Math.max(6, Math.min(12, Math.floor((room - 20) / Math.max(1, criteria.length))));
	const wide = Math.max(8, room - criteria.length * column);
	const data = projects.slice(top, top + size).map((project) => ({
		[pad('  Id', idWidth)]: cell(
			theme,
			`${project.id === selected ? theme.glyphs.selected : ' '} ${project.id}`,
			idWidth,
		),
		[pad('Project', wide)]: cell(theme, project.title, wide),
		...Object.fromEntries(
			criteria.map(({id, title}) => [
				cell(theme, title, column),
				cell(theme, steps.get(project.criteria?.[id] ?? '') ?? theme.glyphs.dash, column),
			]),
		),
	}));
	const assessed = projects.filter(({criteria: met}) => met && Object.keys(met).length > 0).length;
	const hidden = all.length - criteria.length;
	const more = hidden > 0 ? `, ${hidden} more criteria in a wider window` : '';
	const view = {state, place, theme, width: state.columns, height, selected: undefined};
	const heading =
		filterLine(view, projects.length, state.database.projects.length) ||
		line(theme, state.columns, [
			'strong',
			` Criteria: ${assessed} of ${projects.length} projects assessed; ${top + 1}–${top + data.length} shown${more}, ${keyFor('portfolio.matrix')} goes back`,
		]);
	return (
		<Box flexDirection="column" height={height} overflow="hidden">
			<Text wrap="truncate-end">{heading}</Text>
			{data.length > 0 && criteria.length > 0 ? (
				<Table
					data={data}
					padding={1}
					cell={Plain}
					header={Plain}
					skeleton={theme.ascii ? plain : drawn}
				/>
			) : (
				<Text> There is nothing to compare yet.</Text>
			)}
		</Box>
	);
});
