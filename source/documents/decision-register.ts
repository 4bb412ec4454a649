import {sayDay, sayPeriod} from '../domain/calendar.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import {publicView} from '../domain/queries/public-view.ts';
import {type Statement, statementOf} from '../domain/queries/statement.ts';
import type {Database} from '../domain/schema/index.ts';
import {outcomeWords} from '../domain/words.ts';
import {numberOf, resolutionBlock, standingNotes} from './decision.ts';
import {exemptDecisions} from './exempt.ts';
import {withoutEmpty} from './register.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	note,
	pairs,
	paragraph,
	table,
} from './tree.ts';

type Options = {today: string; publicOnly?: boolean};

/**
 * The register's entries, in the order of recording; `today` is a day in the organisation's time zone. Steps
 * of a meeting itself, such as that its minutes were approved, stand in its minutes alone.
 */
export function registerOf(database: Database, options: Options): Statement[] {
	const view = options.publicOnly ? publicView(database) : database;
	return database.decisions
		.filter(({procedural}) => !procedural)
		.map(({id}) => statementOf(database, id, {...options, view}));
}

/**
 * The whole register of decisions as a document: at a glance, then decision by decision under each
 * decision-maker, with publication, call-in and effect where they apply.
 */
export function registerDocument(
	{organisation, today, publicOnly = false}: Options & {organisation: string},
	entries: readonly Statement[],
): Document {
	const withheld = entries.filter(({exempt, decision}) => exempt || !decision);
	const makers = [...new Map(entries.map(({board}) => [board.id, board.name]))];
	return {
		title: `Register of decisions of ${organisation}`,
		blocks: [
			...(entries.some(({meeting}) => meeting.example) ? [exampleRemark] : []),
			...exemptDecisions(
				withheld[0] ? lawOfBoard(withheld[0]).privately.word : '',
				withheld.map(({id}) => id),
				publicOnly,
			),
			...pairs(['As at', sayDay(today)], ['Decisions', String(entries.length)]),
			...(entries.length === 0 ? [paragraph('No decision is recorded yet.')] : []),
			...table(
				withoutEmpty({
					columns: [
						{title: 'No.'},
						{title: 'Date', widest: 18},
						{title: 'Decision'},
						{title: 'Outcome', widest: 14},
						{title: 'Standing', widest: 12},
					],
					rows: entries.map((entry) => {
						const {id, date, title, status, decision} = entry;
						return [
							id,
							sayPeriod(date),
							title,
							decision ? outcomeWords[decision.outcome] : lawOfBoard(entry).privately.label,
							status === 'recorded' ? '' : status,
						];
					}),
				}),
			),
			...makers.flatMap(([id, name]) => [
				heading(2, name),
				...entries.filter(({board}) => board.id === id).flatMap(entryBlocks),
			]),
		],
	};
}

function entryBlocks(entry: Statement): Block[] {
	const {decision, exempt, meeting, item, callIn, publishedOn, timeZone} = entry;
	const day = (date: string | undefined) => date && sayDay(date);
	// One who decides alone holds no meeting: it is where the decision stands in the database.
	const {alone, privately} = lawOfBoard(entry);
	const held = meeting.title && !alone ? `${meeting.id} ${meeting.title}` : meeting.id;
	return [
		heading(3, `Decision ${numberOf(entry)}: ${entry.title}`),
		...(decision
			? resolved(decision)
			: [paragraph(exempt?.summary ?? `What was decided is ${privately.word} and left out.`)]),
		...pairs(
			['Date', sayPeriod(entry.date)],
			[alone ? 'Record' : 'Meeting', `${held}${item === undefined ? '' : `, item ${item}`}`],
			['Outcome', decision && outcomeWords[decision.outcome]],
			['Key decision', entry.key === undefined ? undefined : entry.key ? 'Yes' : 'No'],
			[privately.label, exempt && privately.says(exempt)],
			['Supersedes', decision?.supersedes],
			['Rescinds', decision?.rescinds],
			['Published', day(publishedOn)],
			['Call-in', callIn?.says],
			['Takes effect', day(callIn?.effectiveOn)],
		),
		...(decision ? standingNotes(decision, timeZone) : []),
	];
}

/** What became of the wording comes before it, where it no longer stands. */
const resolved = (decision: NonNullable<Statement['decision']>): Block[] => {
	const {status, retraction} = decision;
	return [
		...(status === 'retracted'
			? [note(`Retracted${retraction ? ` by ${retraction.by}: ${retraction.reason}` : ''}`)]
			: []),
		resolutionBlock(decision),
	];
};
