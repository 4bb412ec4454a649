import {sayDay} from '../../../domain/calendar.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {keyOf} from '../../../domain/log/patch.ts';
import {personName} from '../../../domain/names.ts';
import {beginRole, readComer, sayTerm} from '../../../domain/queries/meeting/members.ts';
import type {Database, Membership} from '../../../domain/schema/index.ts';
import {memberRoles} from '../../../domain/schema/values.ts';
import {memberRoleWords} from '../../../domain/words.ts';
import {
	changedFields,
	type Form,
	type FormField,
	type FormSpec,
	given,
	type Result,
	type FormTarget,
	valueOf,
} from '../form.ts';
import {readDay} from '../days.ts';
import {boardOf} from './board.ts';

const memberOf = (database: Database, target: FormTarget): Membership | undefined =>
	boardOf(database, target)?.members.find((one) => keyOf(one) === target.member);

const roleKeys: Record<Membership['role'], string> = {
	chair: 'c',
	'vice-chair': 'v',
	member: 'm',
	secretary: 's',
	adviser: 'a',
};
const roleOptions = memberRoles.map((value) => ({
	value,
	label: memberRoleWords[value],
	key: roleKeys[value],
}));

/** What is edited of somebody who is on the board: their name, their initials, their role. */
function editMember(database: Database, form: Form, today: string): Result {
	const held = boardOf(database, form.target);
	const old = memberOf(database, form.target);
	if (!held || !old) return {message: 'this membership is gone'};
	const name = given(form, 'name');
	if (!name) return {field: 'name', message: 'say what they are called'};
	const read = readDay(form, 'from', {database, today});
	if ('message' in read) return read;
	const {person} = old;
	const named = changedFields(form, {
		name,
		initials: given(form, 'initials'),
		...Object.fromEntries(particulars.map((field) => [field.name, given(form, field.name)])),
	});
	const changes: Change[] =
		Object.keys(named).length === 0 ? [] : [{kind: 'person/edit', id: person, fields: named}];
	const role = valueOf(form, 'role') as Membership['role'];
	if (role !== form.base['role']) {
		const begun = beginRole(database, held, {person, role, from: read.day});
		if ('message' in begun) return {field: 'role', message: begun.message};
		changes.push(...begun.changes);
	} else if (given(form, 'from') !== undefined) {
		const from = {from: old.from, to: read.day};
		const member = keyOf(old);
		changes.push({kind: 'member/edit', board: held.id, member, fields: {from}});
	}
	return changes.length === 0 ? {field: 'name', message: 'nothing has changed yet'} : {changes};
}

function addMember(database: Database, form: Form, today: string): Result {
	const held = boardOf(database, form.target);
	if (!held) return {message: 'this board is gone'};
	const typed = valueOf(form, 'person');
	if (typed === '') return {field: 'person', message: 'say who it is'};
	const comer = readComer(database, database.people, typed);
	if ('message' in comer) return {field: 'person', message: comer.message};
	const read = readDay(form, 'from', {database, today});
	if ('message' in read) return read;
	const role = valueOf(form, 'role') as Membership['role'];
	const begun = beginRole(database, held, {person: comer.person, role, from: read.day});
	return 'message' in begun
		? {field: 'person', message: begun.message}
		: {changes: [...comer.changes, ...begun.changes]};
}

/** What minutes and summonses name of them besides. */
const particulars: FormField[] = [
	{name: 'office', label: 'Office', kind: 'line', hint: 'leader of the council, treasurer'},
	{name: 'portfolio', label: 'Portfolio', kind: 'line'},
	{name: 'ward', label: 'Ward', kind: 'line'},
	{name: 'party', label: 'Party', kind: 'line'},
];

/** Somebody who comes to a board, or what somebody on it is called and does there. */
export const member: FormSpec = {
	title(database, {target}) {
		const old = memberOf(database, target);
		const name = boardOf(database, target)?.name ?? '';
		return old ? `${personName(database, old.person)}, ${name}` : `New member of ${name}`;
	},
	lead(database, {target}) {
		const old = memberOf(database, target);
		if (!old) return [];
		const now = [memberRoleWords[old.role], sayTerm(old)].filter(Boolean).join(' ');
		return [
			`${now}. A new role ends this one the day before, so that earlier meetings keep it. A new name appears in all minutes.`,
		];
	},
	fields: (_database, {target}) => [
		...(target.member === undefined
			? [
					{
						name: 'person',
						label: 'Who',
						kind: 'owner' as const,
						hint: 'initials or a part of the name; +Ann Reed for somebody new',
					},
				]
			: [
					{name: 'name', label: 'Name', kind: 'line' as const},
					{name: 'initials', label: 'Initials', kind: 'line' as const},
				]),
		{name: 'role', label: 'Role', kind: 'choice', options: roleOptions},
		...(target.member === undefined ? [] : particulars),
		{
			name: 'from',
			label: 'From',
			kind: 'day',
			hint:
				target.member === undefined
					? 'the first day; empty: today'
					: 'of a new role (empty: today), else corrects the first day',
		},
	],
	start(database, target) {
		const old = memberOf(database, target);
		const person = database.people.find(({id}) => id === old?.person);
		const {name, initials, office, portfolio, ward, party} = person ?? {};
		return {
			base: {name, initials, office, portfolio, ward, party, role: old?.role},
			values: {
				...(old
					? {
							name: name ?? '',
							initials: initials ?? '',
							office: office ?? '',
							portfolio: portfolio ?? '',
							ward: ward ?? '',
							party: party ?? '',
						}
					: {person: ''}),
				role: old?.role ?? 'member',
				from: '',
			},
		};
	},
	submit: ({database, today}, form) =>
		form.target.member === undefined
			? addMember(database, form, today)
			: editMember(database, form, today),
};

/** When somebody leaves a board; they stay on it until then, and in the meetings that were held. */
export const lastDay: FormSpec = {
	title: (database, {target}) =>
		`${personName(database, memberOf(database, target)?.person ?? '')} leaves ${boardOf(database, target)?.name ?? ''}`,
	lead(database, {target}) {
		const to = memberOf(database, target)?.to;
		return [
			...(to === undefined ? [] : [`The last day was to be ${sayDay(to)}.`]),
			'The meetings until then keep them. Nothing is deleted.',
		];
	},
	enterSaves: true,
	fields: (database, {target}) => [
		{
			name: 'to',
			label: 'Last day',
			kind: 'day',
			hint: `12 Oct, 2026-10-12; empty: today${memberOf(database, target)?.to ? '; none: stays' : ''}`,
		},
	],
	start: (database, target) => ({
		base: {to: memberOf(database, target)?.to},
		values: {to: ''},
	}),
	submit({database, today}, form) {
		const {board: id = '', member: key = ''} = form.target;
		const isNone = valueOf(form, 'to').toLowerCase() === 'none';
		const read = isNone ? {day: undefined} : readDay(form, 'to', {database, today});
		if ('message' in read) return read;
		const from = form.base['to'] as string | undefined;
		const fields = {to: {from, to: read.day}};
		return {changes: [{kind: 'member/edit', board: id, member: key, fields}]};
	},
};
