import {lawOfBoard} from '../domain/law/boards.ts';
import type {Lack} from '../domain/law/completeness.ts';
import {decides} from '../domain/rules/outcomes.ts';
import type {Statement} from '../domain/queries/statement.ts';
import {type Voice, voiceOf} from '../domain/voice/index.ts';
import {sayDeclaration} from './attendance.ts';
import {changeTables} from './changes.ts';
import {
	differs,
	motionPairs,
	numberOf,
	resolutionBlock,
	sayKey,
	sayProjects,
	sayRetraction,
	standingNotes,
} from './decision.ts';
import {sayExclusion, sayPaper} from './item.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	list,
	note,
	pairs,
	paragraph,
	uncheckedRemark,
} from './tree.ts';
import {sayWaived} from './urgency.ts';
import {amendmentBlocks} from './vote.ts';

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
		manner: statement,
		blocks: [
			...remarks(voice, statement),
			...particulars(voice, statement),
			...(decision ? decided(voice, statement, decision) : withheld(voice, statement)),
			...conflicts(voice, statement),
			...standing(voice, statement),
			...fromReport(voice, statement),
			...incomplete(voice, statement.lacks),
		],
	};
}

function remarks(voice: Voice, statement: Statement): Block[] {
	const {decision, exempt, lacks, meeting} = statement;
	const {standing, privately} = lawOfBoard(statement);
	const {notice} = voice;
	// A step of the meeting itself is no decision of which a statement is asked.
	const law = isStatement(statement) ? standing : undefined;
	return [
		...uncheckedRemark(voice),
		...(meeting.example ? [exampleRemark(voice)] : []),
		...(statement.status === 'retracted' ? [note(sayRetraction(voice, decision ?? {}))] : []),
		...(lacks.length > 0 ? [note(notice.draft)] : []),
		...(decision
			? exempt
				? [note(notice.notPublic(privately.word))]
				: []
			: [note(notice.leavesOut(privately.word))]),
		...(law ? [paragraph(law)] : []),
	];
}

/** Where a decision was taken; of one who decides alone, who holds no meeting, where it stands in the database. */
export function sayWhere({shared}: Voice, statement: Statement): [string, string | undefined] {
	const {meeting, item} = statement;
	const {alone} = lawOfBoard(statement);
	const held = meeting.title && !alone ? `${meeting.id} ${meeting.title}` : meeting.id;
	return [
		alone ? shared.record : shared.meeting,
		held === undefined || item === undefined ? held : shared.itemOf(held, item),
	];
}

function particulars(voice: Voice, statement: Statement): Block[] {
	const {organisation, board, meeting, report, exempt, date, privacy, decision} = statement;
	const {shared, notice, decision: words} = voice;
	const {privately} = lawOfBoard(statement);
	return pairs(
		[shared.organisation, organisation],
		[notice.reference, numberOf(statement)],
		[shared.decisionMaker, board.name],
		[notice.dateOfDecision, voice.period(date)],
		sayWhere(voice, statement),
		[shared.venue, meeting.venue],
		[notice.report, report && sayPaper(voice, {...report, author: undefined})],
		[notice.reportBy, report?.author],
		[words.key, sayKey(voice, {key: statement.key, keyReason: decision?.keyReason})],
		[notice.authority, sayAuthority(voice, statement)],
		[privately.label, exempt && privately.says(exempt)],
		[privately.excluded, exempt?.exclusion && sayExclusion(voice, exempt.exclusion)],
		[notice.privateMeeting, privacy && withSource(privacy)],
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
	return [
		heading(2, notice.decision),
		resolutionBlock(voice, decision),
		...amendmentBlocks(voice, decision.amendments),
		...pairs(
			[words.outcome, values.outcome[decision.outcome]],
			[words.recommendation, sayRecommendation(voice, decision)],
			...(alone ? [] : motionPairs(voice, decision)),
			[words.reasons, decision.reasons ?? needed],
			[
				// Where nothing was decided, none was rejected either.
				decides(decision.outcome) ? words.alternativesRejected : words.alternatives,
				decision.alternatives ?? needed,
			],
			[words.supersedes, decision.supersedes],
			[words.rescinds, decision.rescinds],
			[words.projects, sayProjects(decision)],
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
		...(exempt?.summary ? [paragraph(exempt.summary)] : []),
		paragraph(notice.withheld(lawOfBoard(statement).privately.word)),
	];
}

/**
 * Conflicts of interest and, of an executive, the dispensations by the head of paid service. They are
 * another thing than those of members, which stand with the interest declared.
 */
function conflicts(voice: Voice, statement: Statement): Block[] {
	const {declarations, asked, decision} = statement;
	const {notice} = voice;
	const law = isStatement(statement);
	if (!law && declarations.length === 0) return [];
	const granted = decision?.dispensations?.trim() || (law ? notice.noDispensations : undefined);
	return [
		heading(2, notice.interests),
		...(declarations.length > 0
			? list(declarations.map((one) => sayDeclaration(voice, lawOfBoard(statement), one)))
			: [paragraph(asked ? notice.noConflictDeclared : notice.noConflictRecorded)]),
		...(granted ? [paragraph(notice.dispensations(granted))] : []),
	];
}

/** Publication, call-in and when the decision takes effect. Only executive decisions can be called in. */
function standing(
	voice: Voice,
	{publishedOn, callIn, calledIn, decision, form}: Statement,
): Block[] {
	const {notice} = voice;
	const day = (date: string | undefined) => date && voice.day(date);
	const found = pairs(
		[notice.published, day(publishedOn) ?? (callIn ? notice.notYet : undefined)],
		[voice.decision.urgent, sayWaived(voice, decision?.callInWaived)],
		[notice.openUntil, day(callIn?.until)],
		[notice.takesEffect, day(callIn?.effectiveOn)],
		[notice.callIn, callIn?.says],
		[notice.callInReasons, calledIn?.reasons],
		[notice.callInOutcome, calledIn?.ended?.note],
	);
	return found.length > 0
		? [heading(2, form === 'notice' ? notice.publication : notice.publicationAndEffect), ...found]
		: [];
}

/** What the report brought before the decision-maker. */
function fromReport({notice, shared}: Voice, {report}: Statement): Block[] {
	if (!report) return [];
	const {consultation, scrutiny, implications = [], appendices = [], backgroundPapers} = report;
	const found = pairs(
		[notice.consultation, consultation],
		[notice.scrutiny, scrutiny],
		...implications.map(({heading: about, text}): [string, string] => [about, text]),
		[shared.appendices, appendices.join('; ')],
		[notice.backgroundPapers, backgroundPapers],
	);
	return found.length > 0 ? [heading(2, notice.fromTheReport), ...found] : [];
}

/** What is lacking, and in brackets the rule that wants it. */
export const sayLack = ({says, source}: Lack): string => `${says}${source ? ` (${source})` : ''}`;

const incomplete = ({notice}: Voice, lacks: readonly Lack[]): Block[] =>
	lacks.length === 0
		? []
		: [heading(2, notice.incomplete), paragraph(notice.stillLacks), ...list(lacks.map(sayLack))];
