import type {Change} from '../../domain/changes/index.ts';
import {isEntered} from '../../domain/changes/past.ts';
import {sayPeriod} from '../../domain/calendar.ts';
import {same} from '../../domain/equal.ts';
import type {Board, Database, Meeting, Outcome} from '../../domain/schema/index.ts';
import type {Planned, ReportTarget} from '../report/act.ts';
import {boardNamed} from '../report/act.ts';
import {readField} from '../report/values.ts';
import {bare} from '../report/words.ts';
import type {ImportReview, Verdicts} from '../review.ts';
import {accepted} from '../verdicts.ts';
import {byFlags, type Ways} from '../ways.ts';
import {outcomeOf} from '../minutes/decisions.ts';
import {yesIn} from './values.ts';

export type Decided = Extract<Change, {kind: 'meeting/enter'}>['decisions'][number];
export type Day = Decided['date'];
type Values = {one(field: string): unknown; all(field: string): unknown[]};

/** As which field of a report a value that was typed is read. */
const readAs: Record<string, 'date' | 'key' | 'exempt'> = {
	date: 'date',
	published: 'date',
	effective: 'date',
	noticed: 'date',
	key: 'key',
	exempt: 'exempt',
};

/** What somebody made of the findings, by field; a value that was typed is read as its field wants it. */
function valuesOf(
	review: ImportReview,
	verdicts: Verdicts,
): Values | {refusal: string; at: string} {
	const values = new Map<string, unknown[]>();
	for (const {finding, edited} of accepted(review, verdicts)) {
		let {value} = finding;
		if (edited !== undefined) {
			const typed = edited.trim();
			const {field} = finding;
			if (field === 'decisions') value = {...(value as object), text: typed};
			else if (Object.hasOwn(readAs, field)) {
				const read = readField(readAs[field] ?? 'date', typed);
				if ('problem' in read) return {refusal: read.problem, at: finding.id};
				({value} = read);
			} else if (field === 'callIn') value = yesIn(typed);
			else value = typed;
		}
		// That nothing is exempt is an answer; that the mark was skipped is none.
		if (value === '' || value === undefined || (value === null && finding.field !== 'exempt'))
			continue;
		values.set(finding.field, [...(values.get(finding.field) ?? []), value]);
	}
	return {one: (field) => values.get(field)?.[0], all: (field) => values.get(field) ?? []};
}

/** The board that a paper is of: the one that was chosen, else the one of its name; or why there is none. */
export function boardOf(
	database: Database,
	named: unknown,
	{board, meeting, ways = byFlags}: ReportTarget,
): Board | string {
	const held = database.meetings.find(({id}) => id === meeting)?.board;
	const found =
		database.boards.find(({id}) => id === board) ??
		boardNamed(database, typeof named === 'string' ? named : undefined) ??
		database.boards.find(({id}) => id === held);
	return (
		found ??
		(typeof named === 'string'
			? `no board is called “${named}”: name one with ${ways.board}`
			: `the paper names no body that decided: name a board with ${ways.board}`)
	);
}

/** The meeting of a board that came in from its papers, of that day. */
const enteredOn = ({meetings}: Database, board: string, day: Day): Meeting | undefined =>
	meetings.find(
		(meeting) =>
			meeting.board === board &&
			isEntered(meeting) &&
			same(meeting.period ?? spanned(meeting.startsAt?.slice(0, 10) ?? ''), spanned(day)),
	);

export const spanned = (day: Day): {from: string; to: string} =>
	typeof day === 'string' ? {from: day, to: day} : day;

type Entered = Extract<Change, {kind: 'meeting/enter'}>;

/** A meeting of the past comes in with what it decided. */
export const enterMeeting = (board: Board, date: Day, decisions: Decided[]): Entered => ({
	kind: 'meeting/enter',
	board: board.id,
	title: `${board.name}, ${sayPeriod(date)}`,
	period: spanned(date),
	decisions,
});

const isAgain = ({decisions}: Database, board: string, one: Decided) =>
	decisions.find(
		(decision) =>
			decision.board === board &&
			bare(decision.resolution) === bare(one.resolution) &&
			same(decision.date, one.date),
	);

/** A paper with what somebody made of its findings, and where it is to go. */
type Judged = {database: Database; values: Values; ways: Ways; target: ReportTarget};

/** What makes the one act of a paper of some kind. */
type Plan = (
	database: Database,
	review: ImportReview,
	verdicts: Verdicts,
	target?: ReportTarget,
) => Planned;

export const planning =
	(plan: (judged: Judged) => Planned): Plan =>
	(database, review, verdicts, target = {}) => {
		const values = valuesOf(review, verdicts);
		if ('refusal' in values) return values;
		return plan({database, values, ways: target.ways ?? byFlags, target});
	};

/** The one act by which the record of a decision comes in: a decision of the past, in the meeting of its day. */
export const planRecord = planning(({database, values, ways, target}) => {
	const title = values.one('title');
	if (typeof title !== 'string')
		return {refusal: `the record has no title: give it one with ${ways.set('title', '…')}`};
	const date = values.one('date') as Day | undefined;
	if (date === undefined)
		return {refusal: `the record says no day: give it one with ${ways.set('date', '12 May 2026')}`};
	const exempt = values.one('exempt') as {paragraphs: number[]} | null | undefined;
	if (exempt && exempt.paragraphs.length === 0) return {refusal: needsParagraph(ways)};
	const resolutions = values.all('recommendations') as string[];
	if (resolutions.length === 0) return {refusal: 'nothing was found in it that was decided'};
	const board = boardOf(database, values.one('body'), target);
	if (typeof board === 'string') return {refusal: board};
	const resolution =
		resolutions.length === 1
			? (resolutions[0] ?? '')
			: resolutions.map((text, index) => `${index + 1}. ${text}`).join('\n');
	const decided: Decided = {
		title,
		resolution,
		outcome: (values.one('outcome') as Outcome | undefined) ?? outcomeOf(resolution),
		date,
		...textsOf(values, ['reference', 'reasons', 'alternatives', 'keyReason']),
		...(values.one('key') === undefined ? {} : {key: values.one('key') as boolean}),
		...(typeof values.one('published') === 'string'
			? {publishedOn: values.one('published') as string}
			: {}),
		...(exempt ? {exempt} : {}),
	};
	const again = isAgain(database, board.id, decided);
	if (again) return {refusal: `this decision was imported before: it is ${again.id}`};
	const meeting = enteredOn(database, board.id, date);
	const change: Change = meeting
		? {kind: 'decision/enter', meeting: meeting.id, ...decided}
		: enterMeeting(board, date, [decided]);
	return {changes: [change], notes: [...otherBoard(board, values), ...keptApart(values)]};
});

/** That it goes to another board than the one that the paper names. */
export const otherBoard = (board: Board, values: Values): string[] => {
	const named = values.one('body');
	return typeof named === 'string' && bare(named) !== bare(board.name)
		? [`the paper names ${named}, it comes in for ${board.name}`]
		: [];
};

/** What the record has no place for yet is said, not lost unseen. */
const keptApart = (values: Values): string[] =>
	(
		[
			['callIn', 'whether it was open to call-in'],
			['urgency', 'why it was urgent'],
			['effective', 'the day from which it was in effect'],
			['summary', 'the summary'],
			['consultation', 'consultation'],
			['implications', 'the implications'],
		] as const
	)
		.filter(([field]) => values.one(field) !== undefined)
		.map(([, says]) => `${says} has no place in the record of a decision and stays in the paper`);

const textsOf = (values: Values, fields: readonly string[]): Record<string, string> =>
	Object.fromEntries(
		fields.flatMap((field) => {
			const value = values.one(field);
			return typeof value === 'string' ? [[field, value]] : [];
		}),
	);

const needsParagraph = (ways: Ways): string =>
	`the paper is marked exempt, but no paragraph of Schedule 12A is named: say which with ${ways.set('exempt', '3', 'no')}`;

/** The one act of a notice: an entry of the forward plan, and of a private meeting where the paper says that it is one. */
export const planNotice = planning(({database, values, ways, target}) => {
	const title = values.one('title');
	if (typeof title !== 'string')
		return {refusal: `the notice has no title: give it one with ${ways.set('title', '…')}`};
	const board = boardOf(database, values.one('body'), target);
	if (typeof board === 'string') return {refusal: board};
	const exempt = values.one('exempt') as {paragraphs: number[]} | null | undefined;
	const isKey = values.one('key') === true;
	if (!isKey && !exempt) {
		return {
			refusal: `the paper gives notice of no key decision and of no private meeting: if it is one, say so with ${ways.set('key', 'yes')}`,
		};
	}
	if (exempt && exempt.paragraphs.length === 0) return {refusal: needsParagraph(ways)};
	const again = database.notices.find(
		(one) => bare(one.title) === bare(title) && one.board === board.id,
	);
	if (again) return {refusal: `this notice was imported before: it is ${again.id}`};
	const date = values.one('date') as Day | undefined;
	const plain = {
		title,
		board: board.id,
		...(date === undefined ? {} : {decisionOn: date}),
		...(typeof values.one('noticed') === 'string'
			? {publishedOn: values.one('noticed') as string}
			: {}),
	};
	const changes: Change[] = [
		...(isKey ? [{kind: 'notice/add', noticeKind: 'key-decision', ...plain} as const] : []),
		...(exempt
			? [
					{
						kind: 'notice/add',
						noticeKind: 'private-meeting',
						...plain,
						reasons: `Paragraph${exempt.paragraphs.length > 1 ? 's' : ''} ${exempt.paragraphs.join(', ')} of Schedule 12A`,
					} as const,
				]
			: []),
	];
	return {
		changes,
		notes: [
			...otherBoard(board, values),
			...(values.one('keyReason') === undefined
				? []
				: ['why it is a key decision has no place in a notice and stays in the paper']),
		],
	};
});
