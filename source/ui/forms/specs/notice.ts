import {calendarOf} from '../../../domain/typed-days.ts';
import {sayDay} from '../../../domain/calendar.ts';
import {itemNumber, itemOf} from '../../../domain/queries/meeting/meetings.ts';
import {dayOfMeeting} from '../../../domain/rules/presence.ts';
import type {Database, Notice, NoticeKind, Report} from '../../../domain/schema/index.ts';
import {noticeKinds} from '../../../domain/schema/values.ts';
import {noticeWords} from '../../../domain/words.ts';
import {
	changedFields,
	type Form,
	type FormSpec,
	given,
	type Option,
	type FormTarget,
	valueOf,
} from '../form.ts';
import {meetingOf} from './item.ts';
import {keyFor} from './minutes.ts';
import {detailFields, readDetails, typedSpan} from './notice-detail.ts';

const kindKeys: Record<NoticeKind, string> = {
	'key-decision': 'k',
	'private-meeting': 'p',
	'private-meeting-confirmed': 's',
	'private-meeting-urgent': 'w',
	'general-exception': 'g',
	'special-urgency': 'u',
};
const kindOptions: Option[] = noticeKinds.map((value) => ({
	value,
	label: noticeWords[value],
	key: kindKeys[value],
}));

const noticeOf = ({notices}: Database, {notice}: FormTarget): Notice | undefined =>
	notices.find(({id}) => id === notice);

/** The report that a field means: by id, reference or a part of the title. */
function readReport(
	{reports}: Database,
	typed: string,
): {report: Report | undefined} | {field: string; message: string} {
	if (typed === '') return {report: undefined};
	const text = typed.toLowerCase();
	const exact = reports.filter(({id, reference}) =>
		[id, reference].some((word) => word?.toLowerCase() === text),
	);
	const found =
		exact.length > 0 ? exact : reports.filter(({title}) => title.toLowerCase().includes(text));
	const [report] = found;
	if (!report) return {field: 'report', message: `there is no report “${typed}”`};
	if (found.length > 1) {
		const names = found.slice(0, 3).map(({id, title}) => `${id} ${title}`);
		return {field: 'report', message: `“${typed}” may be ${names.join(' or ')}: type more of it`};
	}
	return {report};
}

/** Of a notice that is gone under its form, the first kind: it can only be refused. */
const kindOf = (database: Database, form: Form): NoticeKind =>
	noticeOf(database, form.target)?.kind ??
	noticeKinds.find((kind) => kind === valueOf(form, 'kind')) ??
	'key-decision';

export const notice: FormSpec = {
	title(database, {target}) {
		const found = noticeOf(database, target);
		if (found) return `${noticeWords[found.kind]} ${found.id}`;
		const held = meetingOf(database, target.meeting);
		const where =
			held && target.item ? ` for item ${itemNumber(held, target.item)} of ${held.id}` : '';
		return `Enter a notice${where}`;
	},
	lead: () => ['Write nothing here that is exempt: a notice is for the public.'],
	fields(database, form) {
		const isNew = form.target.notice === undefined;
		const kind = kindOf(database, form);
		const boards = database.boards.map(({id, name}, index): Option => ({
			value: id,
			label: name,
			key: keyFor(index),
		}));
		return [
			...(isNew
				? [{name: 'kind', label: 'Kind', kind: 'choice' as const, options: kindOptions}]
				: []),
			{name: 'title', label: 'Title', kind: 'line', hint: 'the matter, as the public reads it'},
			...(isNew
				? [{name: 'board', label: 'Decided by', kind: 'choice' as const, options: boards}]
				: []),
			{
				name: 'report',
				label: 'Report',
				kind: 'line',
				hint: 'its id or a part of its title, if there is one',
			},
			...detailFields(database, kind),
		];
	},
	start(database, target) {
		const found = noticeOf(database, target);
		if (!found) return {values: newValues(database, target)};
		const {title, report, decisionOn, documents, publishedOn, agreedOn} = found;
		const {reasons, agreedBy, representations, response} = found;
		const words = {reasons, agreedBy, representations, response};
		return {
			base: {title, report, decisionOn, documents, publishedOn, agreedOn, ...words},
			values: {
				title,
				report: report ?? '',
				decisionOn: typedSpan(decisionOn),
				documents: documents?.join('\n') ?? '',
				publishedOn: publishedOn ? sayDay(publishedOn) : '',
				agreedOn: agreedOn ? sayDay(agreedOn) : '',
				...Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text ?? ''])),
			},
		};
	},
	submit({database, today}, form) {
		const title = given(form, 'title');
		if (!title) return {field: 'title', message: 'say what the notice is about'};
		const kind = kindOf(database, form);
		const read = readReport(database, valueOf(form, 'report'));
		if ('message' in read) return read;
		const detail = readDetails(form, kind, calendarOf(database, today));
		if ('message' in detail) return detail;
		const {notice: id, meeting, item} = form.target;
		const report = read.report?.id;
		if (id === undefined) {
			const board = valueOf(form, 'board');
			const known = Object.fromEntries(
				Object.entries(detail).filter(([, value]) => value !== undefined),
			);
			return {
				changes: [
					{kind: 'notice/add', noticeKind: kind, title, board, report, meeting, item, ...known},
				],
			};
		}
		const now = {title, report, ...detail};
		const fields = Object.fromEntries(
			Object.entries(changedFields(form, now)).filter(
				([name]) => !isSame(form, name, now[name as keyof typeof now]),
			),
		);
		return Object.keys(fields).length === 0
			? {field: 'title', message: 'nothing has changed yet'}
			: {changes: [{kind: 'notice/edit', id, fields}]};
	},
};

/** Spans and lists are equal by what is in them. */
const isSame = ({base}: Form, name: string, now: unknown): boolean =>
	JSON.stringify(base[name]) === JSON.stringify(now);

/** What is known of a notice for an item: its matter as the public may read it, its board, its day. */
function newValues(database: Database, {meeting, item}: FormTarget): Record<string, string> {
	const held = meetingOf(database, meeting);
	const subject = held && itemOf(held, item);
	const report = database.reports.find(({id}) => id === subject?.about?.report);
	const exempt = subject?.exempt ?? report?.exempt;
	const day = held && dayOfMeeting(database, held);
	return {
		kind: exempt && !report?.key ? 'private-meeting' : 'key-decision',
		title: (exempt ? exempt.title : subject?.title) ?? '',
		board: held?.board ?? report?.board ?? database.boards[0]?.id ?? '',
		report: report?.id ?? '',
		decisionOn: day?.length === 10 ? sayDay(day) : '',
		documents: '',
		publishedOn: '',
		reasons: '',
		agreedBy: '',
		agreedOn: '',
		representations: '',
		response: '',
	};
}
