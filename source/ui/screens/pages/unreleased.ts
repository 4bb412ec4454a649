import {whyPrivate} from '../../../domain/queries/public/marked.ts';
import {sayPeriod} from '../../../domain/calendar.ts';
import type {Strategy} from '../../../domain/schema/index.ts';
import {line} from '../../components/line.ts';
import type {View} from '../screen.ts';
import {labelled, paragraph} from './text.ts';
import {keyFor} from '../../keys-by-name.ts';

/** That a record is private until somebody releases it, and why; nothing of any other. */
export function privateLines(view: View, path: string): string[] {
	const {state, theme, width} = view;
	const why = whyPrivate(state.database, path);
	if (why === undefined) return [];
	const glyph = theme.spoken ? '' : `${theme.glyphs.private} `;
	return [
		line(
			theme,
			width,
			['warn', ` ${glyph}PRIVATE until it is released`],
			['dim', ` ${theme.glyphs.dot} ${keyFor('private.list')} lists what waits`],
		),
		...paragraph(view, why, 3),
	];
}

export const strategyPage = (view: View, strategy: Strategy): string[] => [
	line(
		view.theme,
		view.width,
		['strong', ` ${strategy.id}  ${strategy.title}`],
		['dim', `  ${sayPeriod(strategy.period)}`],
	),
	...privateLines(view, `strategies/${strategy.id}`),
	...paragraph(view, strategy.summary),
	...strategy.objectives.flatMap(({id, text}) => labelled(view, `Objective ${id}`, text)),
	...strategy.priorities.flatMap(({rank, title}) => labelled(view, `Priority ${rank}`, title)),
];
