import {lawOfBoard} from '../domain/law/boards.ts';
import {type Statement, statementOf} from '../domain/queries/minutes/statement.ts';
import type {Database} from '../domain/schema/index.ts';
import {type Manner, type Voice, voiceOf} from '../domain/voice/index.ts';
import {betweenPairs, delegationBlocks} from './between.ts';
import {
	endsBy,
	numberOf,
	resolutionBlock,
	sayKey,
	sayRetraction,
	standingNotes,
} from './decision.ts';
import {exemptDecisions} from './exempt.ts';
import {sayWhere} from './notice.ts';
import {callInBy} from './notice-sources.ts';
import {decisionPlace} from './places.ts';
import {withoutEmpty} from './register.ts';
import {and, derived, fieldsOf, told} from './source.ts';
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
	return database.decisions
		.filter(({procedural}) => !procedural)
		.map(({id}) => statementOf(database, id, options));
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
	const {register} = voice;
	const withheld = entries.filter(({exempt, decision}) => exempt || !decision);
	const examples = entries.flatMap(({meeting: {example, id}}) =>
		example && id !== undefined ? [id] : [],
	);
	const makers = [...new Map(entries.map(({board}) => [board.id, board.name]))];
	return {
		title: register.title(organisation.name),
		source: told('organisation/name'),
		manner: organisation,
		blocks: [
			...uncheckedRemark(voice),
			...(examples.length > 0 ? [exampleRemark(voice, ...examples)] : []),
			...exemptDecisions(
				voice,
				withheld[0] ? lawOfBoard(withheld[0]).privately.word : '',
				withheld.map(({id}) => id),
				publicOnly,
				derived('private', ...withheld.flatMap(privacyOf)),
			),
			...pairs(
				[register.asAt, voice.day(today), derived('manner', 'organisation/timeZone')],
				[register.decisions, String(entries.length), derived('total', 'decisions/*')],
			),
			...(entries.length === 0 ? [paragraph(register.empty, derived('total', 'decisions/*'))] : []),
			...atAGlance(voice, entries),
			...delegationBlocks(voice, entries),
			...makers.flatMap(([id, name]) => [
				heading(2, name, told(`boards/${id}/name`, 'decisions/*')),
				...entries
					.filter(({board}) => board.id === id)
					.flatMap((entry) => entryBlocks(voice, entry)),
			]),
		],
	};
}

/** An outcome in the words of the law under which it was decided, as minutes and notice say it. */
const sayOutcome = (entry: Statement, {outcome}: NonNullable<Statement['decision']>): string =>
	voiceOf(entry).values.outcome[outcome];

/** Every decision in a row. */
function atAGlance(
	{register, shared, decision: words, period, values}: Voice,
	entries: readonly Statement[],
): Block[] {
	return table(
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
					period(date),
					title,
					decision ? sayOutcome(entry, decision) : lawOfBoard(entry).privately.label,
					values.decisionStatus[status],
				];
			}),
			sources: entries.map((entry) =>
				and(
					derived('private', ...privacyOf(entry)),
					...fieldsOf(decisionPlace(entry), 'id', 'date', 'title', 'outcome', 'status'),
				),
			),
		}),
	);
}

function entryBlocks(voice: Voice, entry: Statement): Block[] {
	const {decision, exempt, callIn, publishedOn} = entry;
	const {decision: words, notice, register} = voice;
	const day = (date: string | undefined) => date && voice.day(date);
	const {privately} = lawOfBoard(entry);
	const place = decisionPlace(entry);
	const of = (...fields: string[]) => told(...fieldsOf(place, ...fields));
	const isPrivate = derived('private', ...privacyOf(entry));
	const report = entry.report?.id;
	return [
		heading(
			3,
			words.heading(numberOf(entry), entry.title),
			and(isPrivate, ...fieldsOf(place, 'id', 'reference', 'title', 'board')),
		),
		...(decision
			? resolved(voice, entry, decision)
			: [paragraph(exempt?.summary ?? register.withheld(privately.word), isPrivate)]),
		...pairs(
			[words.date, voice.period(entry.date), of('date')],
			[words.minute, decision?.minuteNumber, of('minuteNumber')],
			sayWhere(voice, entry),
			...(decision ? betweenPairs(voice, decision) : []),
			[words.outcome, decision && sayOutcome(entry, decision), of('outcome')],
			[
				words.key,
				sayKey(voice, {key: entry.key}),
				derived(
					'key',
					`${place}/key`,
					...(report === undefined ? [] : [`reports/${report}/key`]),
					...(entry.itemRecord === undefined ? [] : [`${entry.itemRecord}/about`]),
				),
			],
			[privately.label, exempt && privately.says(exempt), isPrivate],
			[words.supersedes, decision?.supersedes, decision && endsBy(decision, 'supersedes')],
			[words.rescinds, decision?.rescinds, decision && endsBy(decision, 'rescinds')],
			[notice.published, day(publishedOn), of('publishedOn')],
			[notice.callIn, callIn?.says, callInBy(entry)],
			[notice.takesEffect, day(callIn?.effectiveOn), callInBy(entry)],
		),
		...(decision ? standingNotes(voice, decision) : []),
	];
}

/** Why the decision’s item is private. */
const privacyOf = ({id, itemRecord, report}: Statement): string[] => [
	`${decisionPlace({id})}/item`,
	...(itemRecord === undefined ? [] : fieldsOf(itemRecord, 'exempt', 'about')),
	...(report ? [`reports/${report.id}/exempt`] : []),
];

/** What became of the wording comes before it, where it no longer stands. */
const resolved = (
	voice: Voice,
	entry: Statement,
	decision: NonNullable<Statement['decision']>,
): Block[] => [
	...(decision.status === 'retracted'
		? [
				note(
					sayRetraction(voice, decision),
					told(...fieldsOf(decisionPlace(decision), 'status', 'retraction')),
				),
			]
		: []),
	resolutionBlock(entry, decision),
];
