import {sayShortDay} from '../../domain/calendar.ts';
import type {Overview, PrioritySummary} from '../../domain/queries/strategy/overview.ts';
import {statusOrder} from '../../domain/queries/strategy/portfolio.ts';
import {line, type LinePart} from '../components/line.ts';
import {sparkline} from '../components/sparkline.ts';
import {statusTone} from '../theme.ts';
import type {View} from './screen.ts';

/** One glyph for every project, or for its share: of more projects than cells, or where the bar is to fill them. */
export function bar(
	{theme}: View,
	{counts, total}: Pick<PrioritySummary, 'counts' | 'total'>,
	cells: number,
	fills = false,
): LinePart[] {
	if (theme.spoken) return [];
	const scale = fills ? total / cells : Math.max(1, total / cells);
	let drawn = 0;
	let before = 0;
	const parts = statusOrder.map((status): LinePart => {
		before += counts[status];
		const until = Math.round(before / scale);
		const glyphs = theme.glyphs.status[status].repeat(until - drawn);
		drawn = until;
		return [statusTone[status], glyphs, glyphs.length];
	});
	return [...parts, ['plain', '', cells - drawn]];
}

const balanceColumn = ({width}: View, {priorities}: Overview): number =>
	Math.min(26, Math.floor((width - 18) / Math.max(1, priorities.length)));

/** The rows that say how the open work was spread, by the day up to which it was; none where nothing is prioritised. */
export const balancePaths = ({balance, priorities}: Overview): string[] =>
	priorities.length === 0 ? [] : balance.map(({day}) => `show/open/${day}`);

/** The heading over them: a column a priority. */
export const balanceHeading = (view: View, overview: Overview): string =>
	line(
		view.theme,
		view.width,
		['strong', ' Open work', 18],
		...overview.priorities.map(({priority}): LinePart => [
			'dim',
			priority.workStream?.title ?? priority.id,
			balanceColumn(view, overview),
		]),
	);

/** The open work of each priority at the start or at a review, as bars; in words by ear. */
export function balanceParts(view: View, overview: Overview, path: string): LinePart[] {
	const {theme} = view;
	const {balance, priorities} = overview;
	const found = balance.find(({day}) => path === `show/open/${day}`);
	if (!found) return [];
	const column = balanceColumn(view, overview);
	const most = Math.max(0, ...balance.flatMap(({open}) => open));
	const when = found.day === '' ? 'at the start' : sayShortDay(found.day);
	if (theme.spoken) {
		const said = found.open.map((number, index) => `${priorities[index]?.priority.id}: ${number}`);
		return [['plain', `open work ${when}: ${said.join(', ')}`]];
	}
	return [
		['plain', ` ${when}`, 16],
		...found.open.flatMap((number): LinePart[] => {
			const full = most === 0 ? 0 : Math.ceil((number / most) * Math.max(0, column - 6));
			return [
				['accent', theme.glyphs.heavy.repeat(full), full],
				[number === 0 ? 'dim' : 'plain', `${full > 0 ? ' ' : ''}${number}`, column - full],
			];
		}),
	];
}

/** The fewest days for which a line over time is drawn. */
const fewestDays = 3;

/** `open ▇▅▃▂ 3`: how the open work of all priorities went, from the start to the last review; empty where little is known. */
export function openOverTime({theme}: View, {balance}: Overview): string {
	const open = balance.map((one) => one.open.reduce((sum, number) => sum + number, 0));
	if (theme.spoken || open.length < fewestDays) return '';
	return `open ${sparkline(theme, open, {fromNought: true})} ${open.at(-1)}`;
}
