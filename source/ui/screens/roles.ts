import {personName} from '../../domain/names.ts';
import {personKey} from '../../domain/rules/roles.ts';
import type {Role} from '../../domain/schema/index.ts';
import {roles as roleNames} from '../../domain/schema/values.ts';
import {count, roleWords} from '../../domain/words.ts';
import {line, type LinePart} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import type {State} from '../state.ts';
import {paragraph} from './pages/text.ts';
import {idOf, listLines, type Screen, type View} from './screen.ts';

/** A login, a group (`%clerks`) or a person (`person:CT`), and what they may do. */
export type Holder = {who: string; role: Role};

/** Who has a role, those who may do most first. */
const holdersOf = ({database, publicOnly}: Pick<State, 'database' | 'publicOnly'>): Holder[] =>
	publicOnly
		? []
		: Object.entries(database.rules.roles ?? {})
				.map(([who, role]) => ({who, role}))
				.toSorted((a, b) => roleNames.indexOf(a.role) - roleNames.indexOf(b.role));

/** Whoever may hold a role is any text, so a row's path has it encoded. */
const pathOf = ({who}: Holder): string => `roles/${encodeURIComponent(who)}`;

export const holderAt = (state: State, path: string | undefined): Holder | undefined =>
	holdersOf(state).find((holder) => encodeURIComponent(holder.who) === idOf(path));

function holderParts({state, width}: View, path: string): LinePart[] {
	const holder = holderAt(state, path);
	if (!holder) return [];
	const {who, role} = holder;
	const person = state.database.people.find(({id}) => personKey(id) === who);
	return [
		['strong', who, Math.min(40, Math.floor(width / 3))],
		` ${roleWords[role]}`,
		person ? `  ${personName(state.database, person.id)}` : '',
	];
}

const asks = () =>
	`Whoever is not named may only look; the owner of the database’s folder is always administrator. ${keyFor('roles.add')} names somebody, ${keyFor('roles.edit')} gives another role, ${keyFor('roles.remove')} takes it.`;

const none = () =>
	`No roles are set: whoever may write the database may do everything. ${keyFor('roles.add')} names the first, an administrator.`;

/** Who may do what: the roles of logins, groups and persons. */
export const roles: Screen = {
	pane: false,
	rows: (state) => holdersOf(state).map(pathOf),
	row: holderParts,
	told: ({state}) => {
		const held = holdersOf(state).length;
		return ['Roles', count(held, 'role'), held === 0 ? none() : asks()];
	},
	draw(view) {
		const {state, place, theme, width, height} = view;
		const rows = roles.rows(state, place);
		const head = [
			line(theme, width, ['strong', ' Roles']),
			...paragraph(view, rows.length === 0 ? none() : asks()),
			'',
		];
		return [...head, ...listLines(view, rows, height - head.length, roles.row)];
	},
};
