import {sayWaived} from './urgency.ts';
import {sayDay, sayPeriod} from '../domain/calendar.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import type {Statement, StatementForm} from '../domain/queries/statement.ts';
import type {Lack} from '../domain/law/completeness.ts';
import {outcomeWords} from '../domain/words.ts';
import {sayDeclaration} from './attendance.ts';
import {changeTables} from './changes.ts';
import {
	differs,
	motionPairs,
	numberOf,
	resolutionBlock,
	sayWhen,
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
} from './tree.ts';
import {amendmentBlocks} from './vote.ts';

const titles: Record<StatementForm, string> = {
	executive: 'Statement of executive decision',
	individual: 'Statement of executive decision',
	record: 'Record of decision',
	notice: 'Decision notice',
};

const isStatement = ({form}: Statement): boolean => form === 'executive' || form === 'individual';

/**
 * The notice of one decision: the statement that the law asks of an executive or of one who
 * decides alone, a committee's record of decision, or a plain notice. What the
 * record still lacks is listed, and then the notice is a draft.
 */
export function noticeDocument(statement: Statement): Document {
	const {title, decision} = statement;
	return {
		title: `${titles[statement.form]}: ${title}`,
		blocks: [
			...remarks(statement),
			...particulars(statement),
			...(decision ? decided(statement, decision) : withheld(statement)),
			...conflicts(statement),
			...standing(statement),
			...fromReport(statement),
			...incomplete(statement.lacks),
		],
	};
}

function remarks(statement: Statement): Block[] {
	const {decision, exempt, lacks, meeting, timeZone} = statement;
	const {standing, privately} = lawOfBoard(statement);
	const retraction = decision?.retraction;
	// A step of the meeting itself is no decision of which a statement is asked.
	const law = isStatement(statement) ? standing : undefined;
	return [
		...(meeting.example ? [exampleRemark] : []),
		...(statement.status === 'retracted'
			? [
					note(
						`Retracted${retraction ? ` ${sayWhen(retraction.at, timeZone)} by ${retraction.by}: ${retraction.reason}` : ''}`,
					),
				]
			: []),
		...(lacks.length > 0 ? [note('Draft, not for publication: the record is not complete.')] : []),
		...(decision
			? exempt
				? [note(`Not for publication: this notice holds ${privately.word} matter.`)]
				: []
			: [note(`This version leaves out ${privately.word} matter.`)]),
		...(law ? [paragraph(law)] : []),
	];
}

function particulars(statement: Statement): Block[] {
	const {organisation, board, meeting, item, report, exempt, date, privacy} = statement;
	// One who decides alone holds no meeting: it is where the decision stands in the database.
	const {alone, privately} = lawOfBoard(statement);
	const held = meeting.title && !alone ? `${meeting.id} ${meeting.title}` : meeting.id;
	return pairs(
		['Organisation', organisation],
		['Reference', numberOf(statement)],
		['Decision-maker', board.name],
		['Date of decision', sayPeriod(date)],
		[alone ? 'Record' : 'Meeting', `${held}${item === undefined ? '' : `, item ${item}`}`],
		['Venue', meeting.venue],
		['Report', report && sayPaper({...report, author: undefined})],
		['Report by', report?.author],
		['Key decision', sayKey(statement)],
		['Authority', sayAuthority(statement)],
		[privately.label, exempt && privately.says(exempt)],
		[privately.excluded, exempt?.exclusion && sayExclusion(exempt.exclusion)],
		['Private meeting', privacy && withSource(privacy)],
	);
}

function sayKey({key, decision}: Statement): string | undefined {
	if (key === undefined) return undefined;
	const why = decision?.keyReason;
	return key ? `Yes${why ? `: ${why}` : ''}` : 'No';
}

/** The route by which a key decision could lawfully be taken; that there was none is not kept quiet. */
const sayAuthority = ({authority}: Statement): string | undefined =>
	authority && `${authority.ok ? '' : 'Not shown. '}${withSource(authority)}`;

const withSource = ({says, source}: {says: string; source: string}): string =>
	`${says.replace(/\.$/, '')} (${source}).`;

type Decision = NonNullable<Statement['decision']>;

const undecided: ReadonlySet<Decision['outcome']> = new Set([
	'lost',
	'deferred',
	'noted',
	'withdrawn',
]);

/** What was decided and why; a statement says of each thing that the law asks for whether it is there. */
function decided(statement: Statement, decision: Decision): Block[] {
	const needed = isStatement(statement) ? 'None recorded' : undefined;
	const {alone} = lawOfBoard(statement);
	return [
		heading(2, 'Decision'),
		resolutionBlock(decision),
		...amendmentBlocks(decision.amendments),
		...pairs(
			['Outcome', outcomeWords[decision.outcome]],
			['Recommendation', sayRecommendation(decision)],
			...(alone ? [] : motionPairs(decision)),
			['Reasons', decision.reasons ?? needed],
			[
				// Where nothing was decided, none was rejected either.
				undecided.has(decision.outcome) ? 'Alternatives considered' : 'Alternatives rejected',
				decision.alternatives ?? needed,
			],
			['Supersedes', decision.supersedes],
			['Rescinds', decision.rescinds],
			['Projects', decision.projects?.map(({id, title}) => `${id} ${title}`.trim()).join('; ')],
		),
		...(statement.followed ? changeTables(statement.followed) : []),
		...standingNotes(decision, statement.timeZone),
	];
}

function sayRecommendation(decision: Decision): string | undefined {
	if (!decision.recommendation) return undefined;
	if (differs(decision)) return decision.recommendation;
	return decision.outcome.startsWith('approved')
		? 'As decided, word for word'
		: 'The wording above, word for word';
}

/** What the public may know of a decision that is exempt. */
function withheld(statement: Statement): Block[] {
	const {exempt} = statement;
	return [
		heading(2, 'Decision'),
		...(exempt?.summary ? [paragraph(exempt.summary)] : []),
		paragraph(
			`What was decided, why, and on which report is ${lawOfBoard(statement).privately.word} and left out.`,
		),
	];
}

/**
 * Conflicts of interest and, of an executive, the dispensations by the head of paid service. They are
 * another thing than those of members, which stand with the interest declared.
 */
function conflicts(statement: Statement): Block[] {
	const {declarations, asked, decision} = statement;
	const law = isStatement(statement);
	if (!law && declarations.length === 0) return [];
	const granted = decision?.dispensations?.trim() || (law ? 'none recorded.' : undefined);
	return [
		heading(2, 'Interests'),
		...(declarations.length > 0
			? list(declarations.map((one) => sayDeclaration(lawOfBoard(statement), one)))
			: [
					paragraph(
						asked
							? 'No conflict of interest was declared.'
							: 'No conflict of interest is recorded.',
					),
				]),
		...(granted
			? [paragraph(`Dispensations granted by the head of paid service: ${granted}`)]
			: []),
	];
}

/** Publication, call-in and when the decision takes effect. Only executive decisions can be called in. */
function standing({publishedOn, callIn, calledIn, decision, form}: Statement): Block[] {
	const day = (date: string | undefined) => date && sayDay(date);
	const found = pairs(
		['Published', day(publishedOn) ?? (callIn ? 'Not yet' : undefined)],
		['Urgent', sayWaived(decision?.callInWaived)],
		['Open to call-in until', day(callIn?.until)],
		['Takes effect', day(callIn?.effectiveOn)],
		['Call-in', callIn?.says],
		['Reasons for the call-in', calledIn?.reasons],
		['Outcome of the call-in', calledIn?.ended?.note],
	);
	return found.length > 0
		? [heading(2, form === 'notice' ? 'Publication' : 'Publication and effect'), ...found]
		: [];
}

/** What the report brought before the decision-maker. */
function fromReport({report}: Statement): Block[] {
	if (!report) return [];
	const {consultation, scrutiny, implications = [], appendices = [], backgroundPapers} = report;
	const found = pairs(
		['Consultation', consultation],
		['Scrutiny comments', scrutiny],
		...implications.map(({heading: about, text}): [string, string] => [about, text]),
		['Appendices', appendices.join('; ')],
		['Background papers', backgroundPapers],
	);
	return found.length > 0 ? [heading(2, 'From the report'), ...found] : [];
}

/** What is lacking, and in brackets the rule that wants it. */
export const sayLack = ({says, source}: Lack): string => `${says}${source ? ` (${source})` : ''}`;

const incomplete = (lacks: readonly Lack[]): Block[] =>
	lacks.length === 0
		? []
		: [
				heading(2, 'Not complete'),
				paragraph('The record still lacks:'),
				...list(lacks.map(sayLack)),
			];
