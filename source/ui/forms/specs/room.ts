import {personName} from '../../../domain/names.ts';
import {sayRegistered, standingInterests} from '../../../domain/queries/meeting/interests.ts';
import {itemOf} from '../../../domain/queries/meeting/meetings.ts';
import {readComer, readOne as readPersonOf} from '../../../domain/queries/meeting/members.ts';
import {markOf, presidingOn} from '../../../domain/rules/presence.ts';
import {ownInterests} from '../../../domain/queries/meeting/attendance.ts';
import type {Board, Database, Declaration, InterestKind} from '../../../domain/schema/index.ts';
import {interestWords} from '../../../domain/words.ts';
import {
	changedFields,
	type Form,
	type FormSpec,
	given,
	type FormTarget,
	type Option,
	valueOf,
} from '../form.ts';
import {peopleFor} from '../people.ts';
import {itemName, lawFor, meetingOf} from './item.ts';
import {keyFor as numbered} from './minutes.ts';

/** The one person whom a field means, of the meeting's roll first. */
const readOne = (database: Database, meeting: string | undefined, typed: string) =>
	readPersonOf(peopleFor(database, meeting), typed);

const interestKeys: Record<InterestKind, string> = {dpi: 'd', ori: 'o', nri: 'n', conflict: 'c'};
/** The board's own words by number, or the kinds of its law by letter. */
function interestOptions(database: Database, target: FormTarget): Option[] {
	const own = ownOf(database, target);
	return own.length > 0
		? own.map(({id, title}, index) => ({value: id, label: title, key: numbered(index)}))
		: lawFor(database, target).interests.kinds.map((value) => ({
				value,
				label: interestWords[value],
				key: interestKeys[value],
			}));
}

/** What the board calls interests, where it has words of its own. */
function ownOf(database: Database, {meeting}: FormTarget): NonNullable<Board['interests']> {
	const held = meetingOf(database, meeting);
	return held ? ownInterests(database, held) : [];
}

/** The kind that was chosen and, where the board has its own words, which of them. */
function chosenInterest(database: Database, form: Form): {kind: InterestKind; word?: string} {
	const value = valueOf(form, 'kind');
	const own = ownOf(database, form.target).find(({id}) => id === value);
	return own ? {kind: own.kind, word: own.id} : {kind: value as InterestKind};
}

const stayOptions = [
	{value: 'stayed', label: 'stayed', key: 's'},
	{value: 'withdrew', label: 'left the room', key: 'l'},
	{value: 'unsaid', label: 'nobody said', key: 'n'},
];

/** Whether the person left the room, as the form has it; nothing where nobody said. */
const leftTheRoom = (form: Form): boolean | undefined =>
	({withdrew: true, stayed: false})[valueOf(form, 'stay')];

const takenBack: Option = {value: 'taken-back', label: 'taken back: no interest', key: 't'};

/** What the person in the form has declared on the item before: it is corrected, not declared twice. */
function declaredBefore(database: Database, form: Form): Declaration | undefined {
	const {meeting, item} = form.target;
	const typed = valueOf(form, 'person');
	const read = typed === '' ? undefined : readOne(database, meeting, typed);
	return read && 'person' in read
		? meetingOf(database, meeting)?.declarations?.find(
				(one) => one.item === item && one.person === read.person,
			)
		: undefined;
}

/** What whoever declares has on the register of interests, a line each; nothing before somebody is named. */
function onTheRegister(database: Database, form: Form): string[] {
	const {target} = form;
	const typed = valueOf(form, 'person');
	const read = typed === '' ? undefined : readOne(database, target.meeting, typed);
	const who =
		read && 'person' in read ? database.people.find(({id}) => id === read.person) : undefined;
	const law = lawFor(database, target).interests;
	return who
		? standingInterests(who).map((one) => `On the register: ${sayRegistered(one, law)}`)
		: [];
}

export const declaration: FormSpec = {
	title: (database, {target}) => `Declaration of interest on ${itemName(database, target)}`,
	lead(database, form) {
		const before = declaredBefore(database, form);
		return [
			before
				? `${personName(database, before.person)} has already declared an interest in this item: this takes its place.`
				: lawFor(database, form.target).interests.lead,
			...onTheRegister(database, form),
		];
	},
	fields: (database, form) => [
		{name: 'person', label: 'Who', kind: 'owner', hint: 'initials or a part of the name'},
		{
			name: 'kind',
			label: 'Interest',
			kind: 'choice',
			options: interestOptions(database, form.target),
		},
		{
			name: 'stay',
			label: 'and',
			kind: 'choice',
			options: declaredBefore(database, form) ? [...stayOptions, takenBack] : stayOptions,
		},
		{
			name: 'nature',
			label: 'Nature',
			kind: 'line',
			hint: 'what it is; “sensitive” where it must not be said',
		},
		{name: 'dispensation', label: 'Dispensation', kind: 'line', hint: 'by whom and when, if any'},
	],
	start: (database, target) => ({
		values: {kind: interestOptions(database, target)[0]?.value ?? '', stay: 'withdrew'},
	}),
	submit({database}, form) {
		const {meeting = '', item = ''} = form.target;
		const typed = valueOf(form, 'person');
		if (typed === '') return {field: 'person', message: 'say who declares'};
		const read = readOne(database, meeting, typed);
		if ('message' in read) return {field: 'person', message: read.message};
		const nature = given(form, 'nature');
		const sensitive = nature?.toLowerCase() === 'sensitive';
		const {kind, word} = chosenInterest(database, form);
		const detail = {
			nature: sensitive ? undefined : nature,
			sensitive: sensitive || undefined,
			withdrew: leftTheRoom(form),
			dispensation: given(form, 'dispensation'),
		};
		const before = declaredBefore(database, form);
		if (!before) {
			const {person} = read;
			return {
				changes: [
					{kind: 'declaration/add', meeting, item, person, interest: kind, word, ...detail},
				],
			};
		}
		if (valueOf(form, 'stay') === takenBack.value) {
			return {changes: [{kind: 'declaration/remove', meeting, id: before.id}]};
		}
		const fields = changedFields({...form, base: before}, {kind, word, ...detail});
		return Object.keys(fields).length === 0
			? {field: 'person', message: 'that has already been declared'}
			: {changes: [{kind: 'declaration/edit', meeting, id: before.id, fields}]};
	},
};

const chairOf = (database: Database, {meeting, item}: FormTarget): string | undefined => {
	const held = meetingOf(database, meeting);
	return held && presidingOn(database, held, item);
};

const overOptions = [
	{value: '', label: 'this item', key: 'i'},
	{value: 'meeting', label: 'the whole meeting', key: 'm'},
];

export const preside: FormSpec = {
	title: (database, {target}) => `Who presides over ${itemName(database, target)}`,
	lead(database, {target}) {
		const now = chairOf(database, target);
		return [now ? `Now: ${personName(database, now)}` : 'Now nobody: elect somebody to preside.'];
	},
	enterSaves: true,
	fields: () => [
		{name: 'person', label: 'Presides', kind: 'owner', hint: 'empty: the chair, or the vice-chair'},
		{name: 'over', label: 'over', kind: 'choice', options: overOptions},
	],
	start(database, {meeting, item}) {
		const held = meetingOf(database, meeting);
		return {
			base: {presiding: held && itemOf(held, item)?.presiding, chair: held?.presiding},
			values: {person: '', over: ''},
		};
	},
	submit({database}, form) {
		const {meeting = '', item = ''} = form.target;
		const typed = valueOf(form, 'person');
		const read = typed === '' ? {person: undefined} : readOne(database, meeting, typed);
		if ('message' in read) return {field: 'person', message: read.message};
		if (valueOf(form, 'over') === 'meeting') {
			const chair = form.base['chair'] as string | undefined;
			return {changes: [{kind: 'meeting/preside', id: meeting, from: chair, to: read.person}]};
		}
		const from = form.base['presiding'] as string | undefined;
		return {changes: [{kind: 'agenda/preside', meeting, item, from, to: read.person}]};
	},
};

export const substitute: FormSpec = {
	title: (_database, {target}) => `Somebody else at ${target.meeting}`,
	lead: (database, {target}) =>
		meetingOf(database, target.meeting)?.status === 'planned'
			? []
			: [
					'Counts from the beginning. For somebody who comes later, in the quick line: arr fox for jones',
				],
	enterSaves: true,
	fields: () => [
		{
			name: 'person',
			label: 'Who',
			kind: 'owner',
			hint: 'initials or a part of the name; +Ann Reed for somebody new',
		},
		{name: 'for', label: 'in place of', kind: 'owner', hint: 'a member; empty: in attendance only'},
	],
	start: () => ({}),
	submit({database}, form: Form) {
		const {meeting = ''} = form.target;
		const typed = valueOf(form, 'person');
		if (typed === '') return {field: 'person', message: 'say who comes'};
		const read = readComer(database, peopleFor(database, meeting), typed);
		if ('message' in read) return {field: 'person', message: read.message};
		const stands = valueOf(form, 'for');
		const member = stands === '' ? {person: undefined} : readOne(database, meeting, stands);
		if ('message' in member) return {field: 'for', message: member.message};
		const held = meetingOf(database, meeting);
		return {
			changes: [
				...read.changes,
				{
					kind: 'attendance/set',
					meeting,
					person: read.person,
					from: held && markOf(held, read.person),
					to: member.person ? 'substitute' : 'in-attendance',
					for: member.person,
				},
			],
		};
	},
};
