import {sayShortDay} from '../../domain/calendar.ts';
import type {Overview, PrioritySummary} from '../../domain/queries/overview.ts';
import {statusOrder} from '../../domain/queries/portfolio.ts';
import {line, type LinePart} from '../components/line.ts';
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

/** The open work of each priority, at the start and at each review, as bars. */
export function balanceLines({theme, width}: View, {balance, priorities}: Overview): string[] {
	if (priorities.length === 0) return [];
	const column = Math.min(26, Math.floor((width - 18) / priorities.length));
	const most = Math.max(0, ...balance.flatMap(({open}) => open));
	return [
		line(
			theme,
			width,
			['strong', ' Open work', 18],
			...priorities.map(({priority}): LinePart => [
				'dim',
				priority.workStream?.title ?? priority.id,
				column,
			]),
		),
		...balance.map(({day, open}) =>
			line(
				theme,
				width,
				['plain', `   ${day === '' ? 'at the start' : sayShortDay(day)}`, 18],
				...open.flatMap((number): LinePart[] => {
					const cells = theme.spoken ? 0 : Math.max(0, column - 6);
					const full = most === 0 ? 0 : Math.ceil((number / most) * cells);
					return [
						['accent', theme.glyphs.heavy.repeat(full)],
						[number === 0 ? 'dim' : 'plain', `${full > 0 ? ' ' : ''}${number}`, column - full],
					];
				}),
			),
		),
	];
}
