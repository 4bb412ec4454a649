import {personName} from '../../../domain/names.ts';
import {personKey} from '../../../domain/rules/roles.ts';
import type {Role} from '../../../domain/schema/index.ts';
import {roleWords} from '../../../domain/words.ts';
import {keyFor} from '../../keys-by-name.ts';
import {type FormSpec, valueOf} from '../form.ts';

/** The key of each role, in the order in which they are offered. */
const keys: Record<Role, string> = {
	administrator: 'a',
	secretary: 's',
	chair: 'c',
	'programme-manager': 'p',
	member: 'm',
	observer: 'o',
};

const options = (Object.keys(keys) as Role[]).map((value) => ({
	value,
	label: roleWords[value],
	key: keys[value],
}));

/** A role for a login, a group or a person; or another one for somebody who has one. */
export const role: FormSpec = {
	title: (_database, {target}) =>
		target.holder === undefined ? 'A role for somebody' : `The role of ${target.holder}`,
	lead: (database, {target}) => {
		const person = database.people.find(({id}) => personKey(id) === target.holder);
		return person
			? [personName(database, person.id)]
			: ['“boardwalk doctor” warns of logins and groups that the system does not know.'];
	},
	enterSaves: true,
	fields: (_database, {target}) => [
		...(target.holder === undefined
			? [
					{
						name: 'who',
						label: 'Who',
						kind: 'line' as const,
						hint: 'a login, %group, or person:ID for the holder of a key',
					},
				]
			: []),
		{name: 'role', label: 'Role', kind: 'choice', options},
	],
	start({rules}, {holder}) {
		const held = holder === undefined ? undefined : rules.roles?.[holder];
		// The first that is named has to be an administrator.
		const usual = rules.roles === undefined ? 'administrator' : 'member';
		return {base: {role: held}, values: {who: '', role: held ?? usual}};
	},
	submit({database}, form) {
		const who = form.target.holder ?? valueOf(form, 'who');
		if (who === '') return {field: 'who', message: 'say whose role it is'};
		const {roles = {}} = database.rules;
		if (form.target.holder === undefined && Object.hasOwn(roles, who)) {
			return {field: 'who', message: `${who} has a role already: edit that one`};
		}
		const to = valueOf(form, 'role') as Role;
		const from = form.base['role'] as Role | undefined;
		return to === from
			? {
					field: 'role',
					message: `nothing has changed yet: choose another role, or ${keyFor('form.leave')}`,
				}
			: {changes: [{kind: 'rules/roles', roles: [{who, ...(from ? {from} : {}), to}]}]};
	},
};
