import type {Change} from '../../domain/changes/index.ts';
import {Draft} from '../../domain/draft.ts';
import {same} from '../../domain/equal.ts';
import type {Board, Database, Exempt, Meeting, Report} from '../../domain/schema/index.ts';
import type {ImportReview, Verdicts} from '../review.ts';
import {accepted} from '../verdicts.ts';
import {byFlags, type Ways} from '../ways.ts';
import {fields, type ReportField} from './fields.ts';
import {sayParagraphs} from './marking.ts';
import {readField} from './values.ts';
import {bare} from './words.ts';

/** Where a report is to go: for which board, and on the agenda of which meeting. */
export type ReportTarget = {
	board?: string;
	meeting?: string;
	/** Why it cannot wait, where the agenda is out. */
	urgency?: string;
	/** How somebody is told to say what is missing; absent is with flags. */
	ways?: Ways;
};

/** The act, or why there can be none; `at` names the finding whose edited value cannot be read. */
export type Planned = {changes: Change[]; notes: string[]} | {refusal: string; at?: string};

type Added = Extract<Change, {kind: 'report/add'}>;

/**
 * The one act by which a report comes in: its record and, for a meeting, its item on the agenda. `notes` say what to
 * look at; a refusal says why there can be none.
 */
export function planReport(
	database: Database,
	review: ImportReview,
	verdicts: Verdicts,
	{board: wanted, meeting: id, urgency, ways = byFlags}: ReportTarget = {},
): Planned {
	const read = fieldsOf(review, verdicts, ways);
	if ('refusal' in read) return read;
	const {record, body, doubt} = read;
	const meeting = database.meetings.find((one) => one.id === id);
	const own = boardNamed(database, body);
	const board = wanted ?? meeting?.board ?? own?.id;
	const notes: string[] = [];
	if (board === undefined && body !== undefined) {
		notes.push(
			`no board is called “${body}”: name one with ${ways.board}, or the report is for none in particular`,
		);
	} else if (own && board !== own.id)
		notes.push(`the paper is for ${own.name}, the report will be for ${nameOf(database, board)}`);
	if (record.recommendations.length === 0) notes.push('there is no recommendation');
	const refusal = refusalOf(database, record, ways);
	if (refusal !== undefined) return {refusal};
	const report = new Draft(database).allocate('R', 'reports');
	const kept = doubted(record, doubt);
	if (kept.private)
		notes.push(`it comes in as private until somebody releases it: ${kept.private.why}`);
	return {
		changes: [
			{kind: 'report/add', id: report, ...kept, ...(board === undefined ? {} : {board})},
			...(id === undefined ? [] : [itemFor(id, meeting, report, record, urgency, notes)]),
		],
		notes,
	};
}

const nameOf = ({boards}: Database, id: string | undefined): string =>
	boards.find((board) => board.id === id)?.name ?? String(id);

/** The board that a paper names, by its very name; the article and “meeting” aside. */
export function boardNamed({boards}: Database, body: string | undefined): Board | undefined {
	const key = (text: string) =>
		bare(text)
			.replaceAll(/\b(?:the|meeting|of)\b/g, '')
			.replaceAll(/\s+/g, ' ')
			.trim();
	if (body === undefined) return undefined;
	const found = boards.filter(({name}) => key(name) === key(body));
	return found.length === 1 ? found[0] : undefined;
}

/** A paper in which none of these was found is no report, or none that can be read. */
const substance: readonly ReportField[] = [
	'recommendations',
	'summary',
	'reasons',
	'alternatives',
	'consultation',
	'scrutiny',
	'implications',
];

type Fields = Omit<Added, 'kind' | 'id' | 'board'>;

/**
 * A paper that is marked as exempt in one place and as open in another is private until somebody releases it, and says
 * why: to publish by mistake cannot be undone, and an exempt report stays one.
 */
function doubted({exempt, ...rest}: Fields, note: string | undefined): Fields {
	if (!exempt || exempt.paragraphs.length === 0 || note === undefined) {
		return exempt ? {...rest, exempt} : rest;
	}
	const why = `the paper is marked as exempt (${sayParagraphs(exempt.paragraphs)} of Schedule 12A), but ${note}`;
	return {...rest, private: {why}};
}

/** The record that the accepted findings make up. */
function fieldsOf(
	review: ImportReview,
	verdicts: Verdicts,
	ways: Ways,
): {record: Fields; body?: string; doubt?: string} | {refusal: string; at?: string} {
	const values = new Map<ReportField, unknown[]>();
	let doubt: string | undefined;
	for (const {finding, edited} of accepted(review, verdicts)) {
		const field = fields.find((name) => name === finding.field);
		if (field === undefined) continue;
		if (field === 'exempt' && edited === undefined) doubt = finding.note;
		const isList = field === 'recommendations' || field === 'implications';
		const inside = isList && finding.id !== field;
		const read =
			edited === undefined
				? {value: finding.value}
				: inside
					? {value: edited.trim()}
					: readField(field, edited);
		if ('problem' in read) return {refusal: read.problem, at: finding.id};
		const value =
			edited !== undefined && inside && field === 'implications'
				? {...(finding.value as object), text: edited.trim()}
				: read.value;
		if (value === '' || value === null || value === undefined) continue;
		values.set(field, [
			...(values.get(field) ?? []),
			...(isList && Array.isArray(value) ? (value as unknown[]) : [value]),
		]);
	}
	const one = (field: ReportField) => values.get(field)?.[0];
	const title = one('title');
	if (typeof title !== 'string')
		return {refusal: `the paper has no title: give it one with ${ways.set('title', '…')}`};
	if (substance.every((field) => one(field) === undefined)) {
		return {
			refusal: `nothing was found in it that a decision report holds: no recommendation, no summary, no implication; if it is a strategy, say so with ${ways.kind('strategy')}`,
		};
	}
	const body = one('body');
	const record = {
		title,
		...Object.fromEntries(
			(['reference', 'date', 'author', 'key', 'keyReason', 'exempt', 'summary'] as const).flatMap(
				(field) => (one(field) === undefined ? [] : [[field, one(field)]]),
			),
		),
		recommendations: (values.get('recommendations') ?? []) as string[],
		...Object.fromEntries(
			(['reasons', 'alternatives', 'consultation', 'scrutiny'] as const).flatMap((field) =>
				one(field) === undefined ? [] : [[field, one(field)]],
			),
		),
		...(values.has('implications') ? {implications: values.get('implications')} : {}),
		...(one('appendices') === undefined ? {} : {appendices: one('appendices')}),
		...(one('backgroundPapers') === undefined ? {} : {backgroundPapers: one('backgroundPapers')}),
	} as Fields;
	return {
		record,
		...(typeof body === 'string' ? {body} : {}),
		...(doubt === undefined ? {} : {doubt}),
	};
}

/** Why a report cannot come in as it is. */
function refusalOf(
	{reports}: Database,
	{title, reference, date, exempt}: Fields,
	ways: Ways,
): string | undefined {
	if (exempt && exempt.paragraphs.length === 0) {
		return `the paper is marked exempt, but no paragraph of Schedule 12A is named: say which with ${ways.set('exempt', '3', 'no')}`;
	}
	const again = reports.find((report) => isSame(report, {title, reference, date}));
	return again && `this report was imported before: it is ${again.id}`;
}

const isSame = (
	report: Report,
	{title, reference, date}: Pick<Fields, 'title' | 'reference' | 'date'>,
): boolean =>
	bare(report.title) === bare(title) &&
	(reference !== undefined && report.reference !== undefined
		? bare(reference) === bare(report.reference)
		: same(report.date, date));

/** The item of a report: what is public before urgent business, what is exempt at the end. */
function itemFor(
	id: string,
	meeting: Meeting | undefined,
	report: string,
	{title, exempt}: Fields,
	urgency: string | undefined,
	notes: string[],
): Change {
	const agenda = meeting?.agenda ?? [];
	const before = agenda.findIndex(
		({kind, exempt: closed}) => kind === 'urgent' || kind === 'exclusion' || closed !== undefined,
	);
	if (exempt && agenda.every(({kind}) => kind !== 'exclusion')) {
		notes.push(
			'the item is exempt, and there is none on the agenda by which the public is excluded',
		);
	}
	return {
		kind: 'agenda/add',
		meeting: id,
		itemKind: 'report',
		title,
		minutes: 15,
		about: {report},
		...(exempt ? {exempt: exempt as Exempt} : {}),
		...(urgency === undefined ? {} : {urgency}),
		...(exempt || before === -1 ? {} : {at: before}),
	};
}
