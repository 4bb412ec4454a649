import {lawOfBoard} from '../domain/law/boards.ts';
import {publicView} from '../domain/queries/public-view.ts';
import {type Statement, statementOf} from '../domain/queries/statement.ts';
import type {Database} from '../domain/schema/index.ts';
import {type Manner, type Voice, voiceOf} from '../domain/voice/index.ts';
import {numberOf, resolutionBlock, sayKey, sayRetraction, standingNotes} from './decision.ts';
import {exemptDecisions} from './exempt.ts';
import {sayWhere} from './notice.ts';
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
	uncheckedRemark,
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
	{organisation, today, publicOnly = false}: Options & {organisation: Manner & {name: string}},
	entries: readonly Statement[],
): Document {
	const voice = voiceOf(organisation);
	const {register, shared, decision: words, values} = voice;
	const withheld = entries.filter(({exempt, decision}) => exempt || !decision);
	const makers = [...new Map(entries.map(({board}) => [board.id, board.name]))];
	return {
		title: register.title(organisation.name),
		manner: organisation,
		blocks: [
			...uncheckedRemark(voice),
			...(entries.some(({meeting}) => meeting.example) ? [exampleRemark(voice)] : []),
			...exemptDecisions(
				voice,
				withheld[0] ? lawOfBoard(withheld[0]).privately.word : '',
				withheld.map(({id}) => id),
				publicOnly,
			),
			...pairs([register.asAt, voice.day(today)], [register.decisions, String(entries.length)]),
			...(entries.length === 0 ? [paragraph(register.empty)] : []),
			...table(
				withoutEmpty({
					columns: [
						{title: shared.number},
						{title: words.date, widest: 18},
						{title: register.decision},
						{title: words.outcome, widest: 14},
						{title: register.standing, widest: 12},
					],
					rows: entries.map((entry) => {
						const {id, date, title, status, decision} = entry;
						return [
							id,
							voice.period(date),
							title,
							decision ? values.outcome[decision.outcome] : lawOfBoard(entry).privately.label,
							values.decisionStatus[status],
						];
					}),
				}),
			),
			...makers.flatMap(([id, name]) => [
				heading(2, name),
				...entries
					.filter(({board}) => board.id === id)
					.flatMap((entry) => entryBlocks(voice, entry)),
			]),
		],
	};
}

function entryBlocks(voice: Voice, entry: Statement): Block[] {
	const {decision, exempt, callIn, publishedOn} = entry;
	const {decision: words, notice, register, values} = voice;
	const day = (date: string | undefined) => date && voice.day(date);
	const {privately} = lawOfBoard(entry);
	return [
		heading(3, words.heading(numberOf(entry), entry.title)),
		...(decision
			? resolved(voice, decision)
			: [paragraph(exempt?.summary ?? register.withheld(privately.word))]),
		...pairs(
			[words.date, voice.period(entry.date)],
			sayWhere(voice, entry),
			[words.outcome, decision && values.outcome[decision.outcome]],
			[words.key, sayKey(voice, {key: entry.key})],
			[privately.label, exempt && privately.says(exempt)],
			[words.supersedes, decision?.supersedes],
			[words.rescinds, decision?.rescinds],
			[notice.published, day(publishedOn)],
			[notice.callIn, callIn?.says],
			[notice.takesEffect, day(callIn?.effectiveOn)],
		),
		...(decision ? standingNotes(voice, decision) : []),
	];
}

/** What became of the wording comes before it, where it no longer stands. */
const resolved = (voice: Voice, decision: NonNullable<Statement['decision']>): Block[] => [
	...(decision.status === 'retracted' ? [note(sayRetraction(voice, decision))] : []),
	resolutionBlock(voice, decision),
];
