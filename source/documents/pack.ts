import type {BoardPack} from '../domain/queries/meeting/pack.ts';
import type {Database, Report} from '../domain/schema/index.ts';
import {inEnglish, voiceOf} from '../domain/voice/index.ts';
import {agendaDocument} from './agenda.ts';
import {highlightsDocument} from './highlights.ts';
import {type Block, type Document, heading, list, note, pairs, paragraph, table} from './tree.ts';

/** A board's papers in one: the summons, each report, the highlights, and the actions that are open. */
export function packDocument(database: Database, pack: BoardPack): Document {
	const {summons, reports, highlights, actions} = pack;
	const manner = inEnglish(summons);
	const voice = voiceOf(manner);
	const agenda = agendaDocument({...summons, ...manner});
	return {
		title: agenda.title.replace(/^[^:]*:/, 'Papers:'),
		manner,
		blocks: [
			...agenda.blocks,
			...reports.flatMap(({number, report, withheld, altered}) =>
				withheld
					? [
							heading(2, `Item ${number}: ${report.title}`),
							note('This paper is not for the public and is left out.'),
						]
					: [
							heading(2, `Item ${number}: ${report.title}`),
							...(altered
								? [
										note(
											`Altered since it was published, last on ${voice.day(altered.on)}: ${altered.fields.join(', ')}.`,
										),
									]
								: []),
							...reportBlocks(voice.period, report),
						],
			),
			...(highlights
				? [
						heading(2, highlightsDocument(database, highlights).title),
						...highlightsDocument(database, highlights).blocks.map(lower),
					]
				: []),
			heading(2, 'Open actions'),
			...(actions.length === 0
				? [paragraph('None.')]
				: table({
						columns: [
							{title: 'Action', widest: 8},
							{title: 'What'},
							{title: 'Owner', widest: 24},
							{title: 'Due', widest: 18},
						],
						rows: actions.map(({id, text, owner, due, overdue}) => [
							id,
							text,
							owner ?? '–',
							due ? `${voice.day(due)}${overdue ? ' (overdue)' : ''}` : '–',
						]),
					})),
		],
	};
}

/** A section of a paper within the pack stands a level below the paper itself. */
const lower = (block: Block): Block =>
	block.type === 'heading' ? {...block, level: block.level === 2 ? 3 : 4} : block;

/** A report in full. */
function reportBlocks(
	period: (date: string | {from: string; to: string}) => string,
	report: Report,
): Block[] {
	const {reference, author, date, asAt, summary, recommendations, implications = []} = report;
	const section = (title: string, text: string | undefined): Block[] =>
		text?.trim() ? [heading(3, title), paragraph(text)] : [];
	return [
		...pairs(
			['Reference', reference],
			['Author', author],
			['Date', date && period(date)],
			['As at', asAt && period(asAt.date)],
			['Key decision', report.key ? (report.keyReason ?? 'yes') : undefined],
		),
		...section('Summary', summary),
		...(recommendations.length > 0
			? [heading(3, 'Recommendations'), ...list(recommendations)]
			: []),
		...section('Reasons', report.reasons),
		...section('Alternatives', report.alternatives),
		...section('Consultation', report.consultation),
		...section('Scrutiny', report.scrutiny),
		...implications.flatMap(({heading: title, text}) => section(title, text)),
		...(report.appendices?.length ? [heading(3, 'Appendices'), ...list(report.appendices)] : []),
		...section('Background papers', report.backgroundPapers),
	];
}
