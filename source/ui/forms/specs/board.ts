import {boardLaw} from '../../../domain/law/boards.ts';
import {lawOf} from '../../../domain/law/index.ts';
import {slug} from '../../../domain/names.ts';
import type {Board, BoardKind, Database} from '../../../domain/schema/index.ts';
import {changedFields, type FormSpec, given, type FormTarget, valueOf} from '../form.ts';

export const boardOf = ({boards}: Database, {board: wanted}: FormTarget): Board | undefined =>
	boards.find(({id}) => id === wanted);

const kindKeys: Record<BoardKind, string> = {
	council: 'f',
	executive: 'e',
	individual: 'i',
	committee: 'c',
	scrutiny: 's',
	officer: 'o',
	plain: 'p',
};
const kindOptions = (database: Database) =>
	lawOf(database).kinds.offered.map((kind) => ({
		value: kind,
		label: boardLaw(database, {kind}).label,
		key: kindKeys[kind],
	}));

/** A new board, or what one is called and how many make its quorum. */
export const board: FormSpec = {
	title: (database, {target}) => boardOf(database, target)?.name ?? 'New board',
	lead: (database, {target}) => (target.board === undefined ? [lawOf(database).kinds.lead] : []),
	fields: (database, {target}) => [
		{name: 'name', label: 'Name', kind: 'line'},
		...(target.board === undefined
			? [{name: 'kind', label: 'Kind', kind: 'choice' as const, options: kindOptions(database)}]
			: []),
		{
			name: 'quorum',
			label: 'Quorum',
			kind: 'line',
			hint: 'how many with a vote must be there; empty: no rule',
		},
		{name: 'remit', label: 'Remit', kind: 'long'},
	],
	start(database, target) {
		const {name, remit, rules} = boardOf(database, target) ?? {};
		return {
			base: {name, remit, quorum: rules?.quorum},
			values: {
				name: name ?? '',
				kind: lawOf(database).kinds.usual,
				quorum: rules?.quorum === undefined ? '' : String(rules.quorum),
				remit: remit ?? '',
			},
		};
	},
	submit({database}, form) {
		const name = given(form, 'name');
		if (!name) return {field: 'name', message: 'a board needs a name'};
		const typed = given(form, 'quorum');
		if (typed !== undefined && !/^[1-9]\d{0,3}$/.test(typed)) {
			return {field: 'quorum', message: `a quorum is a number such as 3, not “${typed}”`};
		}
		const quorum = typed === undefined ? undefined : Number(typed);
		const remit = given(form, 'remit');
		const {board: id} = form.target;
		if (id !== undefined) {
			const fields = changedFields(form, {name, quorum, remit});
			return Object.keys(fields).length === 0
				? {field: 'name', message: 'nothing has changed yet'}
				: {changes: [{kind: 'board/edit', id, fields}]};
		}
		const same = database.boards.find((one) => one.name.toLowerCase() === name.toLowerCase());
		if (same) return {field: 'name', message: `there is a board ${same.name} already`};
		return {
			changes: [
				{
					kind: 'board/add',
					id: slug(name, new Set(database.boards.map((one) => one.id))),
					name,
					boardKind: valueOf(form, 'kind') as BoardKind,
					remit,
					members: [],
					...(quorum === undefined ? {} : {rules: {quorum}}),
				},
			],
		};
	},
};
