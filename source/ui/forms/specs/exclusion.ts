import {exclusionText} from '../../../domain/law/boards.ts';
import type {BoardLaw, PrivateWords} from '../../../domain/law/law.ts';
import {same} from '../../../domain/equal.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {
	excludedBy,
	exclusionOf,
	exemptionOf,
	toExclude,
} from '../../../domain/queries/public/exempt.ts';
import {itemNumber, itemOf} from '../../../domain/queries/meeting/meetings.ts';
import {basesOf, boardNeeds, tally} from '../../../domain/rules/voting.ts';
import type {AgendaItem, Database, Exempt, Meeting} from '../../../domain/schema/index.ts';
import {sayMotion} from '../aloud.ts';
import {
	type FormField,
	type Form,
	type FormSpec,
	given,
	type FormTarget,
	valueOf,
} from '../form.ts';
import {itemName, lawFor, meetingOf} from './item.ts';
import {motionFields, readMotion} from './motion.ts';

/** What is kept from the public of the item that a form is about, and why. */
function exemptionNow(database: Database, {meeting, item}: FormTarget): Exempt | undefined {
	const held = meetingOf(database, meeting);
	const found = held && itemOf(held, item);
	return found && exemptionOf(database, found);
}

/** The item on which a resolution to go into private belongs: where the agenda has one for it before the item, that. */
const resolvedOn = ({agenda}: Meeting, item: string): string => {
	const index = agenda.findIndex(({id}) => id === item);
	return agenda.slice(0, index + 1).findLast(({kind}) => kind === 'exclusion')?.id ?? item;
};

type Named = {item: AgendaItem; why: Exempt};

/** Whether the meeting still has to resolve that the item of the form be taken in private, as the form has it. */
function stillToResolve(
	database: Database,
	{target}: Form,
	to: Exempt | undefined,
): Named | undefined {
	const held = meetingOf(database, target.meeting);
	const item = held && itemOf(held, target.item);
	if (!item || held?.status !== 'open' || !to) return undefined;
	if (!lawFor(database, target).privately.resolves(to)) return undefined;
	const now = exemptionOf(database, item);
	const isSame = now && same(now.paragraphs, to.paragraphs) && now.ground === to.ground;
	return isSame && exclusionOf(database, held, item) ? undefined : {item, why: to};
}

/** `3`, `1 2` or, where each is one digit, `12` as paragraphs of the law; undefined where it is none. */
function readParagraphs(known: ReadonlySet<string>, typed: string): number[] | undefined {
	const words = typed.split(/[^\d]+/).filter(Boolean);
	const read = words.flatMap((word) => (known.has(word) ? [word] : Array.from(word)));
	return read.length > 0 && read.every((one) => known.has(one))
		? [...new Set(read.map(Number))].toSorted((a, b) => a - b)
		: undefined;
}

/** What the form says: undefined where the item is public again, and a message where it cannot be read. */
function exemptIn(database: Database, form: Form): {to: Exempt | undefined} | {message: string} {
	const told = {title: given(form, 'title'), summary: given(form, 'summary')};
	const {asks, word, paragraphs: about} = lawFor(database, form.target).privately;
	if (asks === 'ground') {
		return valueOf(form, 'public') === 'yes'
			? {to: undefined}
			: {to: {paragraphs: [], ground: given(form, 'ground'), ...told}};
	}
	const typed = valueOf(form, 'paragraph').toLowerCase();
	if (typed === '0') return {to: undefined};
	if (typed === 'c') return {to: {paragraphs: [], confidential: true, ...told}};
	const paragraphs = readParagraphs(new Set(Object.keys(about)), typed);
	return paragraphs
		? {to: {paragraphs, ...told}}
		: {message: `type the paragraphs that make it ${word}: 3, or 1 2`};
}

const yesNo = (word: string): FormField['options'] => [
	{value: '', label: 'no', key: 'n'},
	{value: 'yes', label: `yes, no longer ${word}`, key: 'y'},
];

/** Why an item is taken in private, as the board's law has it: by paragraphs, or in words. */
function groundFields({privately}: BoardLaw, isPrivate: boolean): FormField[] {
	const {asks, field, word} = privately;
	if (asks === 'paragraph') {
		return [
			{
				name: 'paragraph',
				label: field,
				kind: 'paragraphs',
				hint: paragraphHint(privately, isPrivate),
			},
		];
	}
	return [
		{name: 'ground', label: field, kind: 'line', hint: 'why, as the board is told and may tell'},
		...(isPrivate
			? [{name: 'public', label: 'Again public', kind: 'choice' as const, options: yesNo(word)}]
			: []),
	];
}

const paragraphHint = ({paragraphs}: PrivateWords, isPrivate: boolean): string =>
	`paragraphs 1 to ${Object.keys(paragraphs).length}, several as 1 2; c confidential by law${isPrivate ? '; 0 public again' : ''}`;

/** The resolution by which items are taken in private, carried or lost by its vote. */
function resolution(
	database: Database,
	form: Form,
	meeting: Meeting,
	on: string,
	named: readonly Named[],
): {change: Change} | {field: string; message: string} {
	const motion = readMotion(database, {...form, target: {...form.target, item: on}});
	if ('message' in motion) return motion;
	const needs = motion.needs ?? boardNeeds(database.boards.find(({id}) => id === meeting.board));
	const needed = basesOf(database, meeting, {item: on, needs});
	const carried = !motion.vote || tally(motion.vote, needed).carried;
	const {privately} = lawFor(database, form.target);
	const items = named.map(({item, why}) => ({number: itemNumber(meeting, item.id), why}));
	return {
		change: {
			kind: 'decision/record',
			meeting: meeting.id,
			item: on,
			title: privately.title,
			resolution: exclusionText(database, meeting, items),
			outcome: carried ? 'approved' : 'lost',
			procedural: true,
			...motion,
			excludes: named.map(({item, why}) => excludedBy(item.id, why)),
		},
	};
}

/** What is read out: the wording, how it was voted on, and which items it takes in private. */
const aloud: FormSpec['readBack'] = (database, _form, changes) => {
	const taken = changes.find((change) => change.kind === 'decision/record');
	return taken && [taken.resolution, '', ...sayMotion(database, taken)];
};

/**
 * An item is kept from the public, by paragraphs or in words. While the meeting sits and has not resolved it yet, the
 * resolution goes with it, read back first; it names each other item, too, that waits for one.
 */
export const exempt: FormSpec = {
	title: (database, {target}) =>
		`${lawFor(database, target).privately.label}: ${itemName(database, target)}`,
	lead(database, form) {
		const read = exemptIn(database, form);
		return 'to' in read && stillToResolve(database, form, read.to)
			? ['The resolution to go into private is read back and recorded with it.']
			: [];
	},
	enterSaves: true,
	fields(database, form) {
		const law = lawFor(database, form.target);
		const read = exemptIn(database, form);
		const resolves = 'to' in read && stillToResolve(database, form, read.to) !== undefined;
		return [
			...groundFields(law, form.base['exempt'] !== undefined),
			{name: 'title', label: 'Public title', kind: 'line', hint: 'what the public reads instead'},
			{name: 'summary', label: 'Summary', kind: 'line', hint: law.privately.summaryHint},
			...(resolves ? motionFields(database, form) : []),
		];
	},
	start(database, target) {
		const held = meetingOf(database, target.meeting);
		const now = exemptionNow(database, target);
		return {
			base: {exempt: held && itemOf(held, target.item)?.exempt},
			values: {
				paragraph: now?.confidential ? 'c' : (now?.paragraphs.join(' ') ?? ''),
				ground: now?.ground ?? '',
				title: now?.title ?? '',
				summary: now?.summary ?? '',
				mover: '',
				seconder: '',
				vote: '',
			},
		};
	},
	submit({database}, form) {
		const {meeting = '', item = ''} = form.target;
		const {privately} = lawFor(database, form.target);
		const first = privately.asks;
		const from = form.base['exempt'] as AgendaItem['exempt'];
		const read = exemptIn(database, form);
		if ('message' in read) return {field: first, message: read.message};
		const {to} = read;
		const wrong = to && privately.refuses(to);
		if (wrong) return {field: first, message: wrong};
		const held = meetingOf(database, meeting);
		const own = stillToResolve(database, form, to);
		const marks: Change[] = same(from, to)
			? []
			: [{kind: 'agenda/exempt', meeting, item, from, to}];
		if (!own || !held) {
			return marks.length > 0
				? {changes: marks}
				: {
						field: first,
						message: `nothing has changed yet: the item is ${to ? `already ${privately.word}` : 'public'}`,
					};
		}
		const others = toExclude(database, held).filter(({item: {id}}) => id !== item);
		const named = [own, ...others].toSorted(
			(a, b) => held.agenda.indexOf(a.item) - held.agenda.indexOf(b.item),
		);
		const resolved = resolution(database, form, held, resolvedOn(held, item), named);
		return 'message' in resolved ? resolved : {changes: [...marks, resolved.change]};
	},
	readBack: aloud,
};

/** The items that a line names by their numbers, of those that wait; empty is all of them. */
function readItems(meeting: Meeting, waiting: readonly Named[], typed: string): Named[] | string {
	if (typed === '') return [...waiting];
	const numbers = typed.split(/[\s,;]+/).filter(Boolean);
	const found = numbers.map((number) =>
		waiting.find(({item}) => itemNumber(meeting, item.id) === number),
	);
	const missing = numbers.find((_, index) => !found[index]);
	return missing === undefined
		? found.filter((one) => one !== undefined)
		: `item ${missing} is not one that waits to be taken in private: x on it says why it is`;
}

/** The resolution on the agenda's own item for it: each item that it names stands with its paragraphs. */
export const exclude: FormSpec = {
	title: (database, {target}) => lawFor(database, target).privately.title,
	lead(database, form) {
		const held = meetingOf(database, form.target.meeting);
		if (!held) return [];
		const {briefly} = lawFor(database, form.target).privately;
		return toExclude(database, held).map(
			({item, why}) => `${itemNumber(held, item.id)} ${item.title}: ${briefly(why)}`,
		);
	},
	enterSaves: true,
	fields: (database, form) => [
		{name: 'items', label: 'Items', kind: 'line', hint: 'their numbers; empty: all of these'},
		...motionFields(database, form),
	],
	start: () => ({values: {items: '', mover: '', seconder: '', vote: ''}}),
	submit({database}, form) {
		const {meeting = '', item = ''} = form.target;
		const held = meetingOf(database, meeting);
		if (!held) return {message: 'there is no meeting'};
		const waiting = toExclude(database, held);
		if (waiting.length === 0) {
			return {
				field: 'items',
				message: 'no item waits to be taken in private: x on an item marks it',
			};
		}
		const named = readItems(held, waiting, valueOf(form, 'items'));
		if (typeof named === 'string') return {field: 'items', message: named};
		const resolved = resolution(database, form, held, item, named);
		return 'message' in resolved ? resolved : {changes: [resolved.change]};
	},
	readBack: aloud,
};
