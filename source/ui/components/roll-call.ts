import {
	calledIn,
	notYet,
	type RollCall,
	sayCalled,
	sayCounts,
	titleOf,
	votesOf,
} from '../forms/roll-call.ts';
import type {State} from '../state.ts';
import {widthOf} from '../text/graphemes.ts';
import type {Theme, Tone} from '../theme.ts';
import {line, type LinePart, rule} from './line.ts';

/** The cells of a column: the marker, a name, and the vote. */
const leastColumn = 26;
const voteWidth = 10;

const tones: Record<string, Tone> = {for: 'good', against: 'bad', abstained: 'warn'};

/** The roll in columns, read from top to bottom; how it stands, and in full who is called, above it. */
export function rollCallLines(
	state: State,
	call: RollCall,
	theme: Theme,
	width: number,
	height: number,
): string[] {
	const {called, seated} = calledIn(state, call);
	const votes = votesOf(call);
	const counts = sayCounts(state, call);
	const waiting = notYet(state, call).map(({name}) => name);
	const listed = ` ${counts}: ${waiting.join('; ')}`;
	const head = [
		rule(theme, width, `${titleOf(call)}, in ${seated ? 'seating' : 'alphabetical'} order`),
		line(theme, width, [
			'strong',
			waiting.length > 0 && widthOf(listed) <= width ? listed : ` ${counts}`,
		]),
		line(theme, width, ['accent', ` Called: ${sayCalled(state, call)}`]),
	];
	const rows = Math.max(1, height - head.length);
	const columns = Math.min(
		Math.max(1, Math.floor(width / leastColumn)),
		Math.max(1, Math.ceil(called.length / rows)),
	);
	const cell = Math.min(40, Math.floor(width / columns));
	const here = Math.max(
		0,
		called.findIndex(({person}) => person.id === call.at),
	);
	// A roll that is longer than the window turns over by whole windows.
	const top = Math.floor(here / (rows * columns)) * rows * columns;
	const shown = called.slice(top, top + rows * columns);
	const deep = Math.min(rows, shown.length);
	const cells = (row: number): LinePart[] =>
		Array.from({length: columns}, (_, column) => column * rows + row).flatMap(
			(index): LinePart[] => {
				const one = shown[index];
				if (!one) return [];
				const vote = votes.get(one.person.id);
				const isHere = top + index === here;
				return [
					[isHere ? 'selected' : 'plain', isHere ? theme.glyphs.selected : ' ', 2],
					[isHere ? 'selected' : 'plain', one.name, cell - voteWidth - 2],
					[vote ? (tones[vote] ?? 'plain') : 'dim', vote ? ` ${vote}` : '', voteWidth],
				];
			},
		);
	return [...head, ...Array.from({length: deep}, (_, row) => line(theme, width, ...cells(row)))];
}
