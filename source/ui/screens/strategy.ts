import {sayPeriod} from '../../domain/calendar.ts';
import {find} from '../../domain/log/patch.ts';
import {currentStrategy} from '../../domain/queries/strategy/projects.ts';
import {titleOf} from '../../domain/records/index.ts';
import type {Database, Strategy} from '../../domain/schema/index.ts';
import {count, strategyStatusWords} from '../../domain/words.ts';
import {line, type LinePart} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import type {Place} from '../state.ts';
import {recordParts} from './pages/record.ts';
import {elementsOf, headingParts, isList, listsIn} from './record.ts';
import {listLines, remembered, type Screen, type View, windowNote} from './screen.ts';

/** The strategy that a place shows: its own, else the current one. */
export const strategyAt = (database: Database, {id}: Place): Strategy | undefined =>
	database.strategies.find((one) => one.id === id) ?? currentStrategy(database);

/** The lists of a priority stand with it: its aims. */
const withAims = (database: Database, path: string): string[] => [
	path,
	...(path.includes('/priorities/')
		? elementsOf(database, `${path}/aims`).map(({id}) => `${path}/aims/${String(id)}`)
		: []),
];

/** The strategy, then each of its lists under a heading that can be chosen. */
function rowsOf(database: Database, strategy: Strategy | undefined): string[] {
	if (!strategy) return [];
	const path = `strategies/${strategy.id}`;
	return [
		path,
		...listsIn(path).flatMap((list) => [
			list,
			...elementsOf(database, list).flatMap(({id}) => withAims(database, `${list}/${String(id)}`)),
		]),
	];
}

const sayStrategy = ({title, status, period}: Strategy): string =>
	`${title}, ${sayPeriod(period)}, ${strategyStatusWords[status].toLowerCase()}`;

/** Two strategies side by side: this one, and the one before or after it. */
export const otherStrategy = (database: Database, strategy: Strategy): Strategy | undefined =>
	database.strategies.find(({id}) => id === strategy.follows) ??
	database.strategies.find(({follows}) => follows === strategy.id) ??
	database.strategies.find(({id}) => id !== strategy.id);

/** A strategy’s parts as plain lines: headings, then what stands under them. */
function sideLines({state: {database}, theme}: View, strategy: Strategy, width: number): string[] {
	const path = `strategies/${strategy.id}`;
	return [
		line(theme, width, ['strong', ` ${strategy.id}  ${strategy.title}`]),
		line(theme, width, [
			'dim',
			` ${sayPeriod(strategy.period)}, ${strategyStatusWords[strategy.status].toLowerCase()}`,
		]),
		...listsIn(path).flatMap((list) => {
			const elements = elementsOf(database, list);
			return elements.length === 0
				? []
				: [
						line(theme, width, [
							'accent',
							` ${
								list
									.split('/')
									.at(-1)
									?.replace(/^./, (letter) => letter.toUpperCase()) ?? ''
							}`,
						]),
						...elements.map((one) =>
							line(
								theme,
								width,
								`  ${String(one['id'])} ${titleOf(`${list}/${String(one['id'])}`, one)}`,
							),
						),
					];
		}),
	];
}

/** Both in columns of half the width each; one who listens hears one after the other. */
function sideBySide(view: View, one: Strategy, other: Strategy): string[] {
	const {theme, width, place, height} = view;
	const half = Math.floor((width - 2) / 2);
	const [left, right] = [sideLines(view, one, half), sideLines(view, other, half)];
	if (theme.spoken) return [...left, ...right];
	const lines = Array.from({length: Math.max(left.length, right.length)}, (_, index) => {
		const plain = left[index] ?? '';
		return line(theme, width, [index === 0 ? 'strong' : 'plain', bare(plain), half], '  ', [
			index === 0 ? 'strong' : 'plain',
			bare(right[index] ?? ''),
			half,
		]);
	});
	const top = Math.min(place.scroll ?? 0, Math.max(0, lines.length - height));
	return lines.slice(top);
}

/** A line without the colours that it was painted in. */
const bare = (text: string): string => text.replaceAll(/\u{1b}\[[\d;]*m/gu, '');

/** The strategy with everything in it, each part a row: it is made, edited, moved and taken off here. */
export const strategy: Screen = {
	pane: 160,
	rows: remembered(({database}, place) => rowsOf(database, strategyAt(database, place))),
	row(view, path): LinePart[] {
		const {database} = view.state;
		if (isList(path)) return headingParts(view, path);
		if (path.split('/').length === 2) {
			const found = find(database, path) as Strategy | undefined;
			return found ? [['strong', `${found.id}  `], sayStrategy(found)] : [];
		}
		const list = path.slice(0, path.lastIndexOf('/'));
		const isAim = path.includes('/aims/');
		const narrower = {...view, width: view.width - (isAim ? 8 : 4)};
		return [isAim ? '      ' : '  ', ...recordParts(narrower, path, elementsOf(database, list))];
	},
	told(view) {
		const found = strategyAt(view.state.database, view.place);
		const {length} = view.state.database.strategies;
		return found
			? [`Strategy ${found.id} ${sayStrategy(found)}`, count(length, 'strategy', 'strategies')]
			: ['No strategy yet'];
	},
	draw(view) {
		const {state, place, theme, width, height} = view;
		const {database} = state;
		const found = strategyAt(database, place);
		if (!found)
			return [line(theme, width, `  There is no strategy yet: ${keyFor('record.add')} makes one.`)];
		const other = otherStrategy(database, found);
		if (place.variant === 'both' && other) return sideBySide(view, found, other);
		const rows = strategy.rows(state, place);
		const number = database.strategies.indexOf(found) + 1;
		const head = line(
			theme,
			width,
			['strong', ' Strategy'],
			[
				'dim',
				database.strategies.length > 1
					? ` ${number} of ${database.strategies.length}: ${keyFor('strategy.next')} the next, ${keyFor('strategy.both')} side by side`
					: '',
			],
			['dim', `   ${windowNote(view, rows, height - 1)}`],
		);
		return [head, ...listLines(view, rows, height - 1, strategy.row)];
	},
};
