import {sayNumber} from '../words.ts';
import {sayDay, sayPeriod} from '../calendar.ts';
import {calendarOf, parseDay, parsePastDay, whyNoDay} from '../typed-days.ts';
import {readMoney, sayMoney} from '../money.ts';
import {personName} from '../names.ts';
import {findPeople} from '../queries/meeting/meetings.ts';
import type {Database, Money, Score} from '../schema/index.ts';
import {readPeriod, readSpan} from './periods.ts';
import {
	readNumbered,
	readSections,
	readStatements,
	type HeadedText,
	type NumberedText,
	writeLines,
	writeSections,
} from './listed.ts';
import type {Field, Kind, Target} from './field.ts';
import {namedAs, targetsIn} from './targets.ts';

/** What reading and saying may look at. `today` is a day in the organisation's time zone. */
export type Setting = {database: Database; today: string};

/** What was typed, as a value; or why it cannot be read, as the end of a sentence. */
export type Read = {value: unknown} | {message: string};

/** How values of a kind are said to people, put into a field to be altered, and read from what was typed. */
type Ways = {
	say(value: never, field: Field, database: Database): string;
	/** Absent: as it is said. */
	write?(value: never, field: Field, database: Database): string;
	read(typed: string, field: Field, setting: Setting): Read;
};

type When = string | {from: string; to: string};

const plain: Ways = {say: (value: unknown) => String(value), read: (typed) => ({value: typed})};

/** What no form asks for. */
const untyped: Ways = {
	say: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
	read: () => ({message: 'this is not typed here'}),
};

const several = (ids: readonly string[], field: Field, database: Database): string =>
	ids.map((id) => namedAs(database, field.of, id)).join(', ');

/** An id by itself, its title, or the beginning of one that is nobody else's. */
function readOne(typed: string, of: Target | undefined, database: Database): Read {
	const all = targetsIn(database, of);
	const wanted = typed.trim().toLowerCase();
	const exact = all.find(({id, name}) => [id, name].some((one) => one.toLowerCase() === wanted));
	const near = all.filter(({id, name}) =>
		[`${id} ${name}`, name].some((one) => one.toLowerCase().includes(wanted)),
	);
	const [first, second] = near;
	if (exact) return {value: exact.id};
	if (first && !second) return {value: first.id};
	if (!first)
		return {
			message: `“${typed}” is not one of ${all.length === 0 ? 'them: there are none yet' : list(all)}`,
		};
	return {message: `“${typed}” may be ${list(near)}: type more of it`};
}

const list = (found: readonly {id: string; name: string}[]): string =>
	`${found
		.slice(0, 4)
		.map(({id}) => id)
		.join(', ')}${found.length > 4 ? ' …' : ''}`;

const readLines = (typed: string): string[] =>
	typed
		.split(/[\n;]/)
		.map((part) => part.trim())
		.filter(Boolean);

/** Kinds of which nothing is a list without elements, because the schema wants one. */
const listKinds: ReadonlySet<Kind> = new Set(['targets', 'lines', 'numbers', 'statements']);

const ways: Record<Kind, Ways> = {
	line: plain,
	text: plain,
	day: {
		say: (day: string) => sayDay(day),
		read(typed, {past}, {database, today}) {
			const calendar = calendarOf(database, today);
			const day = past ? parsePastDay(typed, calendar) : parseDay(typed, calendar);
			return day === undefined
				? {message: whyNoDay(typed, calendar, past ? 'yesterday, fri or 2020-10-12' : undefined)}
				: {value: day};
		},
	},
	span: {
		say: (span: {from: string; to: string}) => sayPeriod(span),
		write: ({from, to}: {from: string; to: string}) => (from === to ? from : `${from} to ${to}`),
		read(typed) {
			const span = readSpan(typed);
			return span
				? {value: span}
				: {message: `“${typed}” is not a period: type 2027-2031, or 2027-04 to 2031-03`};
		},
	},
	quarter: {
		say: (period: string) => period,
		read(typed) {
			const period = readPeriod(typed);
			return period
				? {value: period}
				: {message: `“${typed}” is not a period: type 2027, 2027-H1, 2027-Q3 or 2027-04`};
		},
	},
	money: {
		say: (money: Money, _field, database) => sayMoney(money, database) ?? '',
		read(typed, _field, {database}) {
			const money = readMoney(typed, database);
			return money
				? {value: money}
				: {message: `“${typed}” is not a sum of money: type £250,000, 250k or 2.4m EUR`};
		},
	},
	number: {
		say: (value: number, _field, {organisation}) => sayNumber(value, organisation),
		write: (value: number) => String(value),
		read(typed) {
			const tight = typed.replaceAll(/[\s,]/g, '').replace('−', '-');
			const value = /^[-+]?\d*\.?\d+$/.test(tight) ? Number(tight) : Number.NaN;
			return Number.isFinite(value) ? {value} : {message: `“${typed}” is not a number`};
		},
	},
	yes: {
		say: (value: boolean) => (value ? 'yes' : 'no'),
		read(typed) {
			if (/^y(es)?$/i.test(typed)) return {value: true};
			return /^no?$/i.test(typed) ? {value: false} : {message: 'type yes or no'};
		},
	},
	choice: {
		say: (value: string, {words = {}}) =>
			Object.hasOwn(words, value) ? (words[value] ?? value) : value,
		write: (value: string) => value,
		read(typed, {words = {}}) {
			const wanted = typed.toLowerCase();
			const found = Object.keys(words).find(
				(value) => value === wanted || words[value]?.toLowerCase() === wanted,
			);
			return found === undefined
				? {message: `“${typed}” is not one of ${Object.values(words).join(', ')}`}
				: {value: found};
		},
	},
	person: {
		say: (id: string, _field, database) => personName(database, id),
		// Initials or a part of a name; any other words stand as a post does.
		read(typed, _field, {database}) {
			const found = findPeople(database.people, typed);
			const [only, other] = found;
			return {value: only && !other ? only.id : typed};
		},
	},
	one: {
		say: (id: string, field, database) => namedAs(database, field.of, id),
		write: (id: string) => id,
		read: (typed, field, {database}) => readOne(typed, field.of, database),
	},
	several: {
		say: several,
		write: (ids: readonly string[]) => ids.join(', '),
		read(typed, field, {database}) {
			const read = typed
				.split(/[,;\n]/)
				.map((part) => part.trim())
				.filter(Boolean)
				.map((part) => readOne(part, field.of, database));
			const wrong = read.find((one) => 'message' in one);
			if (wrong) return wrong;
			const ids = read.flatMap((one) => ('value' in one ? [one.value] : []));
			return {value: [...new Set(ids)]};
		},
	},
	score: {
		say: ({likelihood, impact}: Score) => `${likelihood} × ${impact} = ${likelihood * impact}`,
		write: ({likelihood, impact}: Score) => `${likelihood}x${impact}`,
		read(typed, _field, {today}) {
			const [, likelihood, impact] = /^([1-5])\s*[x×*., ]?\s*([1-5])$/i.exec(typed) ?? [];
			return likelihood === undefined
				? {message: `“${typed}” is not a score: type likelihood and impact, 1 to 5 each, as 4x3`}
				: {value: {likelihood: Number(likelihood), impact: Number(impact), on: today}};
		},
	},
	targets: {
		say: (targets: readonly {period: string; value: number}[]) =>
			targets.map(({period, value}) => `${period} ${value}`).join('; '),
		write: (targets: readonly {period: string; value: number}[]) =>
			targets.map(({period, value}) => `${period} ${value}`).join('\n'),
		read(typed) {
			const targets: {period: string; value: number}[] = [];
			for (const part of readLines(typed)) {
				const [, first = '', second = ''] = /^([^\s:]+)[\s:]+([-+]?[\d,.]+)$/.exec(part) ?? [];
				const period = readPeriod(first);
				const value = Number(second.replaceAll(',', ''));
				if (!period || second === '' || Number.isNaN(value))
					return {message: `“${part}” is not a target: type a period and a value, 2027-Q3 85`};
				targets.push({period, value});
			}
			return {value: targets};
		},
	},
	words: {
		say: (words: readonly string[]) => words.join(', '),
		read(typed) {
			const words = typed
				.split(/[,;\n]/)
				.map((part) => part.trim())
				.filter(Boolean);
			return words.length === 5
				? {value: words}
				: {message: 'type five words, for 1 to 5, with commas between'};
		},
	},
	when: {
		say: (when: When) => sayPeriod(when),
		write: (when: When) => (typeof when === 'string' ? when : `${when.from} to ${when.to}`),
		read(typed, _field, {database, today}) {
			const calendar = calendarOf(database, today);
			const [from = '', to] = typed.split(/\s+to\s+|\s*–\s*/);
			const days = [from, to ?? from].map((part) => parsePastDay(part, calendar));
			const [first, last] = days;
			const wrong = [from, to ?? from].find((_, index) => days[index] === undefined);
			if (first === undefined || last === undefined)
				return {message: whyNoDay(wrong ?? typed, calendar, 'or 2020-10-12 to 2020-10-14')};
			if (last < first) return {message: `“${typed}” ends before it begins`};
			return {value: to === undefined ? first : {from: first, to: last}};
		},
	},
	lines: {
		say: (texts: readonly string[]) => texts.join('\n'),
		write: writeLines,
		read: (typed) => ({value: readNumbered(typed)}),
	},
	sections: {
		say: (sections: readonly HeadedText[]) =>
			sections.map(({heading, text}) => `${heading}: ${text}`).join('\n'),
		write: writeSections,
		read: readSections,
	},
	numbers: {
		say: (numbers: readonly number[]) => numbers.join(', '),
		read(typed) {
			const numbers = typed.split(/[^\d]+/).filter(Boolean);
			const isRead = /^[\d\s,;]+$/.test(typed) && numbers.length > 0;
			return isRead
				? {value: [...new Set(numbers.map(Number))].toSorted((a, b) => a - b)}
				: {message: `“${typed}” is not a number: type 3, or 1 2`};
		},
	},
	statements: {
		say: (aims: readonly NumberedText[]) => aims.map(({id, text}) => `${id}: ${text}`).join('\n'),
		read: (typed) => ({value: readStatements(typed)}),
	},
	list: untyped,
	parts: untyped,
	kept: untyped,
};

const isNothing = (value: unknown): boolean =>
	value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A field's value as people read it; empty where there is none. */
export const sayField = (field: Field, value: unknown, database: Database): string =>
	isNothing(value) ? '' : ways[field.kind].say(value as never, field, database);

/** A field's value as it is put into a form to be altered; what is read back from it is the same. */
export function writeField(field: Field, value: unknown, database: Database): string {
	const {say, write} = ways[field.kind];
	return isNothing(value) ? '' : (write ?? say)(value as never, field, database);
}

/** What was typed into a field, as a value. Nothing typed is not a value, which a required field refuses. */
export function readField(field: Field, typed: string, setting: Setting): Read {
	const text = typed.trim();
	if (text === '') {
		if (!field.required) return {value: listKinds.has(field.kind) ? [] : undefined};
		return {message: `${field.label.toLowerCase()} cannot be empty`};
	}
	return ways[field.kind].read(text, field, setting);
}

/** As `sayField`, of a field with parts too: `approved £2m, spent £1.1m`. */
export function sayWhole(field: Field, value: unknown, database: Database): string {
	if (field.kind !== 'parts' || typeof value !== 'object' || value === null)
		return sayField(field, value, database);
	return Object.entries(field.parts ?? {})
		.flatMap(([part, inner]) => {
			const said = sayField(inner, (value as Record<string, unknown>)[part], database);
			return said === '' ? [] : [`${inner.label.toLowerCase()} ${said}`];
		})
		.join(', ');
}

/**
 * A record of parts as it is stored: lists that nobody typed are empty ones, and where nothing is left it is absent. Any
 * other value is itself.
 */
export function filled(field: Field, value: unknown): unknown {
	if (field.kind !== 'parts' || typeof value !== 'object' || value === null) return value;
	const given = value as Record<string, unknown>;
	const parts = field.parts ?? {};
	if (Object.entries(given).every(([, inner]) => isNothing(inner) || inner === false))
		return undefined;
	const lists = Object.entries(parts).filter(([, {kind}]) => listKinds.has(kind));
	return {...Object.fromEntries(lists.map(([name]) => [name, []])), ...given};
}

/** What a record of parts cannot be without and lacks, as the end of a sentence; undefined where it lacks nothing. */
export function lacksPart(field: Field, value: unknown): string | undefined {
	const whole = filled(field, value);
	if (field.kind !== 'parts' || typeof whole !== 'object' || whole === null) return undefined;
	const lacking = Object.entries(field.parts ?? {}).find(
		([name, {needed}]) => needed && isNothing((whole as Record<string, unknown>)[name]),
	);
	return lacking && `${lacking[1].label.toLowerCase()} is empty`;
}
