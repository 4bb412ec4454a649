import {nameOf} from '../../../domain/names.ts';
import {whyPrivate} from '../../../domain/queries/marked.ts';
import {sayPeriod} from '../../../domain/calendar.ts';
import type {Report, Request, Strategy} from '../../../domain/schema/index.ts';
import {line} from '../../components/line.ts';
import type {View} from '../screen.ts';
import {labelled, paragraph, titleLines} from './text.ts';
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

/** What a report says, for whoever is to release it. */
export const reportPage = (view: View, report: Report): string[] => [
	...titleLines(view, `${report.id}  ${report.title}`),
	...privateLines(view, `reports/${report.id}`),
	...labelled(view, 'Reference', report.reference),
	...labelled(view, 'For', report.board && nameOf(view.state.database, `boards/${report.board}`)),
	...report.recommendations.flatMap((text, index) =>
		labelled(view, index === 0 ? 'Recommended' : '', text),
	),
	...labelled(view, 'Summary', report.summary),
	...labelled(view, 'Reasons', report.reasons),
	...labelled(view, 'Alternatives', report.alternatives),
	...labelled(view, 'Consultation', report.consultation),
	...(report.implications ?? []).flatMap(({heading, text}) => labelled(view, heading, text)),
];

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

export const requestPage = (view: View, request: Request): string[] => [
	line(
		view.theme,
		view.width,
		['strong', ` ${request.id}  `],
		nameOf(view.state.database, `projects/${request.project}`),
	),
	...privateLines(view, `requests/${request.id}`),
	...labelled(view, 'Field', request.field),
	...labelled(view, 'Reason', request.reason),
	...labelled(view, 'Asked by', request.askedBy),
];
