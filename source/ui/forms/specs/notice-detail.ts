import {sayDay} from '../../../domain/calendar.ts';
import {
	type DayReading,
	exampleDay,
	parseDay,
	parsePastDay,
	sayNoSuchDay,
	whyNoDay,
} from '../../../domain/typed-days.ts';
import {lawOf} from '../../../domain/law/index.ts';
import type {Database, Notice, NoticeKind} from '../../../domain/schema/index.ts';
import {type FormField, type Form, valueOf} from '../form.ts';

/** What a notice may hold besides its matter and who decides. */
type Detail =
	| 'decisionOn'
	| 'publishedOn'
	| 'documents'
	| 'reasons'
	| 'agreedBy'
	| 'agreedOn'
	| 'representations'
	| 'response';

/** What each kind of notice holds. */
const details: Record<NoticeKind, Detail[]> = {
	'key-decision': ['decisionOn', 'publishedOn', 'documents'],
	'private-meeting': ['decisionOn', 'publishedOn', 'reasons', 'agreedBy', 'agreedOn'],
	'private-meeting-confirmed': ['publishedOn', 'reasons', 'representations', 'response'],
	'private-meeting-urgent': ['publishedOn', 'reasons'],
	'general-exception': ['decisionOn', 'publishedOn', 'reasons', 'agreedBy', 'agreedOn'],
	'special-urgency': ['decisionOn', 'reasons', 'agreedBy', 'agreedOn', 'publishedOn'],
};

function detailField(database: Database, kind: NoticeKind, name: Detail): FormField {
	const [label = 'Agreed by', hint = ''] = lawOf(database).agreement[kind] ?? [];
	const fields: Record<Detail, Omit<FormField, 'name'>> = {
		decisionOn: {label: 'Decision on', kind: 'line', hint: '12 Oct, or 1 Oct to 31 Oct'},
		publishedOn: {
			label: 'Published',
			kind: 'past-day',
			hint: '12 Oct, today; empty while it is a draft',
		},
		documents: {label: 'Documents', kind: 'long', hint: 'one to a line'},
		reasons: {label: 'Reasons', kind: 'long', hint: reasonHints[kind]},
		agreedBy: {label, kind: 'line', hint},
		agreedOn: {label: 'on', kind: 'past-day', hint: '12 Oct, today'},
		representations: {label: 'Received', kind: 'long', hint: 'what was said against it, or “none”'},
		response: {label: 'Response', kind: 'long', hint: 'the answer to it'},
	};
	return {name, ...fields[name]};
}

/** The fields of a kind of notice, and no others. */
export const detailFields = (database: Database, kind: NoticeKind): FormField[] =>
	details[kind].map((name) => detailField(database, kind, name));

const reasonHints: Partial<Record<NoticeKind, string>> = {
	'private-meeting': 'why the meeting is private',
	'private-meeting-confirmed': 'why the meeting is private',
	'private-meeting-urgent': 'why the meeting is urgent and cannot reasonably be put off',
	'general-exception': 'why 28 days’ notice was impracticable',
	'special-urgency': 'why it cannot wait',
};

/** A day or two with “to” between them, as they stand in a field. */
export const typedSpan = (span: Notice['decisionOn']): string =>
	span === undefined
		? ''
		: typeof span === 'string'
			? sayDay(span)
			: `${sayDay(span.from)} to ${sayDay(span.to)}`;

function readSpan(typed: string, calendar: DayReading): {span: Notice['decisionOn']} | undefined {
	if (typed === '') return {span: undefined};
	const [first = '', second, ...more] = typed.split(/\s+to\s+|\s*–\s*/i);
	const from = parseDay(first, calendar);
	const after =
		typeof calendar === 'string'
			? (from ?? calendar)
			: {...calendar, today: from ?? calendar.today};
	const to = second === undefined ? undefined : parseDay(second, after);
	if (!from || more.length > 0 || (second !== undefined && !to)) return undefined;
	return {span: to === undefined ? from : {from, to}};
}

/** Why a text is neither a day nor two. */
const whyNoSpan = (typed: string, calendar: DayReading): string =>
	typed
		.split(/\s+to\s+|\s*–\s*/i)
		.map((part) => sayNoSuchDay(part, calendar))
		.find((none) => none !== undefined) ??
	`“${typed}” is not a day: type ${exampleDay(calendar)}, or two days with “to” between them`;

/** The details of a kind as the change takes them, or which of them cannot be read. */
export function readDetails(
	form: Form,
	kind: NoticeKind,
	calendar: DayReading,
): Partial<Record<Detail, unknown>> | {field: string; message: string} {
	const found: Partial<Record<Detail, unknown>> = {};
	for (const name of details[kind]) {
		const typed = valueOf(form, name);
		if (name === 'decisionOn') {
			const read = readSpan(typed, calendar);
			if (!read) {
				return {field: name, message: whyNoSpan(typed, calendar)};
			}
			found[name] = read.span;
		} else if (name === 'publishedOn' || name === 'agreedOn') {
			const day = typed === '' ? undefined : parsePastDay(typed, calendar);
			if (typed !== '' && !day) {
				return {field: name, message: whyNoDay(typed, calendar, 'today or 2020-10-12')};
			}
			found[name] = day;
		} else if (name === 'documents') {
			const lines = typed.split('\n').flatMap((line) => line.trim() || []);
			found[name] = lines.length > 0 ? lines : undefined;
		} else found[name] = typed || undefined;
	}
	return found;
}
