import {lawOfBoard} from '../domain/law/boards.ts';
import type {Lack} from '../domain/law/completeness.ts';
import {decides} from '../domain/rules/outcomes.ts';
import type {Statement} from '../domain/queries/minutes/statement.ts';
import {type Voice, voiceOf} from '../domain/voice/index.ts';
import {declaredBy, sayDeclaration} from './attendance.ts';
import {changeTables} from './changes.ts';
import {betweenPairs} from './between.ts';
import {
	differs,
	endsBy,
	motionPairs,
	numberOf,
	projectsBy,
	resolutionBlock,
	sayKey,
	sayProjects,
	sayRetraction,
	standingNotes,
} from './decision.ts';
import {paperBy, sayExclusion, sayPaper} from './item.ts';
import {decisionPlace, meetingOf} from './places.ts';
import {absent, and, derived, fieldsOf, told} from './source.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	type MaybePair,
	note,
	pairs,
	paragraph,
	sourcedList,
	uncheckedRemark,
} from './tree.ts';
import {sayWaived} from './urgency.ts';
import {amendmentBlocks} from './vote.ts';
import {fieldBy, privacyBy, lacksBy, whereBy, callInBy} from './notice-sources.ts';

const isStatement = ({form}: Statement): boolean => form === 'executive' || form === 'individual';

/**
 * The notice of one decision: the statement that the law asks of an executive or of one who
 * decides alone, a committee's record of decision, or a plain notice. What the
 * record still lacks is listed, and then the notice is a draft.
 */
export function noticeDocument(statement: Statement): Document {
	const {title, decision} = statement;
	const voice = voiceOf(statement);
	return {
		title: `${voice.notice.titles[statement.form]}: ${title}`,
		source: and(fieldBy(statement, 'title', 'procedural'), ...privacyBy(statement).from),
		manner: statement,
		leaves: {head: statement.lacks.length > 0 ? voice.shared.draft : undefined},
		blocks: [
			...remarks(voice, statement),
			...particulars(voice, statement),
			...(decision ? decided(voice, statement, decision) : withheld(voice, statement)),
			...conflicts(voice, statement),
			...standing(voice, statement),
			...fromReport(voice, statement),
			...incomplete(voice, statement),
		],
	};
}

function remarks(voice: Voice, statement: Statement): Block[] {
	const {decision, exempt, lacks, meeting} = statement;
	const {privately} = lawOfBoard(statement);
	const {standing} = statement;
	const {notice} = voice;
	// A step of the meeting itself is not a decision of which a statement is asked.
	const law = isStatement(statement) ? standing : undefined;
	return [
		...uncheckedRemark(voice),
		...(meeting.example ? [exampleRemark(voice, meeting.id ?? '')] : []),
		...(statement.status === 'retracted'
			? [note(sayRetraction(voice, decision ?? {}), fieldBy(statement, 'status', 'retraction'))]
			: []),
		...(lacks.length > 0 ? [note(notice.draft, lacksBy(statement))] : []),
		...(decision
			? exempt
				? [note(notice.notPublic(privately.word), privacyBy(statement))]
				: []
			: [note(notice.leavesOut(privately.word), privacyBy(statement))]),
		...(law
			? [
					paragraph(
						law,
						derived('law', `${meetingOf(statement)}/law`, `boards/${statement.board.id}/kind`),
					),
				]
			: []),
	];
}

/** Where a decision was taken; of one who decides alone, who holds no meeting, where it stands in the database. */
export function sayWhere({shared}: Voice, statement: Statement): MaybePair {
	const {meeting, item} = statement;
	const {alone} = lawOfBoard(statement);
	const held = meeting.title && !alone ? `${meeting.id} ${meeting.title}` : meeting.id;
	return [
		alone ? shared.record : shared.meeting,
		held === undefined || item === undefined ? held : shared.itemOf(held, item),
		whereBy(statement),
	];
}

function particulars(voice: Voice, statement: Statement): Block[] {
	const {organisation, board, meeting, report, exempt, date, privacy, decision} = statement;
	const {shared, notice, decision: words} = voice;
	const {privately} = lawOfBoard(statement);
	const place = decisionPlace(statement);
	const {itemRecord} = statement;
	const reported = report && paperBy(report, itemRecord);
	const key = derived('key', ...fieldsOf(place, 'key', 'keyReason'), ...(reported?.from ?? []));
	const keyBy = report ? and(key, `reports/${report.id}/key`) : key;
	const routeBy = (rule: 'route' | 'private') =>
		derived(
			rule,
			...keyBy.from,
			...privacyBy(statement).from,
			`${place}/date`,
			'notices',
			...fieldsOf(meetingOf(statement), 'startsAt', 'publishedOn'),
			'rules',
		);
	return pairs(
		[shared.organisation, organisation, told('organisation/name')],
		[notice.reference, numberOf(statement), fieldBy(statement, 'id', 'reference')],
		[shared.decisionMaker, board.name, and(fieldBy(statement, 'board'), `boards/${board.id}/name`)],
		[notice.dateOfDecision, voice.period(date), fieldBy(statement, 'date')],
		[words.minute, decision?.minuteNumber, fieldBy(statement, 'minuteNumber')],
		sayWhere(voice, statement),
		[shared.venue, meeting.venue, told(`${meetingOf(statement)}/venue`)],
		[notice.report, report && sayPaper(voice, {...report, author: undefined}), reported],
		[notice.reportBy, report?.author, reported],
		[words.key, sayKey(voice, {key: statement.key, keyReason: decision?.keyReason}), keyBy],
		[notice.authority, sayAuthority(voice, statement), routeBy('route')],
		[privately.label, exempt && privately.says(exempt), privacyBy(statement)],
		[
			privately.excluded,
			exempt?.exclusion && sayExclusion(voice, exempt.exclusion),
			derived(
				'exclusion',
				...privacyBy(statement).from,
				...(exempt?.exclusion ? [`decisions/${exempt.exclusion.decision}`] : []),
			),
		],
		[notice.privateMeeting, privacy && withSource(privacy), routeBy('private')],
	);
}

/** The route by which a key decision could lawfully be taken; that there was none is not kept quiet. */
const sayAuthority = ({notice}: Voice, {authority}: Statement): string | undefined =>
	authority && (authority.ok ? withSource(authority) : notice.notShown(withSource(authority)));

const withSource = ({says, source}: {says: string; source: string}): string =>
	`${says.replace(/\.$/, '')} (${source}).`;

type Decision = NonNullable<Statement['decision']>;

/** What was decided and why; a statement says of each thing that the law asks for whether it is there. */
function decided(voice: Voice, statement: Statement, decision: Decision): Block[] {
	const {notice, decision: words, values} = voice;
	const needed = isStatement(statement) ? notice.noneRecorded : undefined;
	const {alone} = lawOfBoard(statement);
	const from = (...fields: string[]) => fieldBy(statement, ...fields);
	/** Of what the law asks for and nobody recorded that is said. */
	const asked = (field: 'reasons' | 'alternatives') =>
		decision[field] === undefined ? absent(`${decisionPlace(decision)}/${field}`) : from(field);
	return [
		heading(2, notice.decision),
		resolutionBlock(statement, decision),
		...amendmentBlocks(voice, decision),
		...pairs(
			[words.outcome, values.outcome[decision.outcome], from('outcome')],
			[
				words.recommendation,
				sayRecommendation(voice, decision),
				from('recommendation', 'resolution', 'outcome'),
			],
			...(alone ? [] : motionPairs(voice, statement, decision)),
			[words.reasons, decision.reasons ?? needed, asked('reasons')],
			[
				// Where nothing was decided, none was rejected either.
				decides(decision.outcome) ? words.alternativesRejected : words.alternatives,
				decision.alternatives ?? needed,
				asked('alternatives'),
			],
			[words.supersedes, decision.supersedes, endsBy(decision, 'supersedes')],
			[words.rescinds, decision.rescinds, endsBy(decision, 'rescinds')],
			[words.projects, sayProjects(decision), projectsBy(decision)],
			...betweenPairs(voice, decision),
		),
		...(statement.followed ? changeTables(voice, statement.followed) : []),
		...standingNotes(voice, decision),
	];
}

function sayRecommendation({notice}: Voice, decision: Decision): string | undefined {
	if (!decision.recommendation) return undefined;
	if (differs(decision)) return decision.recommendation;
	return decision.outcome.startsWith('approved') ? notice.asDecided : notice.wordingAbove;
}

/** What the public may know of a decision that is exempt. */
function withheld({notice}: Voice, statement: Statement): Block[] {
	const {exempt} = statement;
	return [
		heading(2, notice.decision),
		...(exempt?.summary ? [paragraph(exempt.summary, privacyBy(statement))] : []),
		paragraph(notice.withheld(lawOfBoard(statement).privately.word), privacyBy(statement)),
	];
}

/**
 * Conflicts of interest and, of an executive, the dispensations by the head of paid service. They are
 * another thing than those of members, which stand with the interest declared.
 */
function conflicts(voice: Voice, statement: Statement): Block[] {
	const {declarations, decision} = statement;
	const {notice} = voice;
	const law = isStatement(statement);
	if (!law && declarations.length === 0) return [];
	const given = decision?.dispensations?.trim();
	const granted = given || (law ? notice.noDispensations : undefined);
	const asked = meetingOf(statement);
	const sources = fieldsOf(asked, 'interestsAsked', 'declarations');
	return [
		heading(2, notice.interests),
		...(declarations.length > 0
			? sourcedList(
					declarations.map((one) => [
						sayDeclaration(voice, lawOfBoard(statement), one),
						declaredBy(one),
					]),
				)
			: [
					statement.asked
						? paragraph(notice.noConflictDeclared, told(...sources))
						: paragraph(notice.noConflictRecorded, absent(...sources)),
				]),
		...(granted
			? [
					paragraph(
						notice.dispensations(granted),
						given
							? fieldBy(statement, 'dispensations')
							: absent(`${decisionPlace(statement)}/dispensations`),
					),
				]
			: []),
	];
}

/** Publication, call-in and when the decision takes effect. Only executive decisions can be called in. */
function standing(voice: Voice, statement: Statement): Block[] {
	const {publishedOn, callIn, calledIn, decision, form} = statement;
	const {notice} = voice;
	const day = (date: string | undefined) => date && voice.day(date);
	const from = (...fields: string[]) => fieldBy(statement, ...fields);
	const counted = callInBy(statement);
	const found = pairs(
		[
			notice.published,
			day(publishedOn) ?? (callIn ? notice.notYet : undefined),
			publishedOn === undefined
				? absent(`${decisionPlace(statement)}/publishedOn`)
				: from('publishedOn'),
		],
		[voice.decision.urgent, sayWaived(voice, decision?.callInWaived), from('callInWaived')],
		[notice.openUntil, day(callIn?.until), counted],
		[notice.takesEffect, day(callIn?.effectiveOn), counted],
		[notice.callIn, callIn?.says, counted],
		[notice.callInReasons, calledIn?.reasons, from('callIn')],
		[notice.callInOutcome, calledIn?.ended?.note, from('callIn')],
	);
	return found.length > 0
		? [heading(2, form === 'notice' ? notice.publication : notice.publicationAndEffect), ...found]
		: [];
}

/** What the report brought before the decision-maker. */
function fromReport({notice, shared}: Voice, {report}: Statement): Block[] {
	if (!report) return [];
	const {consultation, scrutiny, implications = [], appendices = [], backgroundPapers} = report;
	const from = (field: string) => told(`reports/${report.id}/${field}`);
	const found = pairs(
		[notice.consultation, consultation, from('consultation')],
		[notice.scrutiny, scrutiny, from('scrutiny')],
		...implications.map(({heading: about, text}): MaybePair => [about, text, from('implications')]),
		[shared.appendices, appendices.join('; '), from('appendices')],
		[notice.backgroundPapers, backgroundPapers, from('backgroundPapers')],
	);
	return found.length > 0 ? [heading(2, notice.fromTheReport), ...found] : [];
}

/** What is lacking, and in brackets the rule that wants it. */
export const sayLack = ({says, source}: Lack): string => `${says}${source ? ` (${source})` : ''}`;

const incomplete = ({notice}: Voice, statement: Statement): Block[] =>
	statement.lacks.length === 0
		? []
		: [
				heading(2, notice.incomplete),
				paragraph(notice.stillLacks, lacksBy(statement)),
				...sourcedList(statement.lacks.map((lack) => [sayLack(lack), lacksBy(statement)])),
			];
