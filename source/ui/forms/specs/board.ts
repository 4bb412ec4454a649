import {boardLaw} from '../../../domain/law/boards.ts';
import {same} from '../../../domain/equal.ts';
import {lawOf} from '../../../domain/law/index.ts';
import {majorityHint, readMajority, typedMajority} from '../../../domain/majority.ts';
import {
	readTolerance,
	type Tolerance,
	toleranceHint,
	typedTolerance,
} from '../../../domain/tolerance.ts';
import {slug} from '../../../domain/names.ts';
import type {Board, BoardKind, Database, Majority} from '../../../domain/schema/index.ts';
import {
	changedFields,
	type FormField,
	type FormSpec,
	given,
	type FormTarget,
	valueOf,
} from '../form.ts';

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

/** What a board may decide by its own rules: where a statute says how it decides, nothing is asked. */
function ownRules(database: Database, held: Board | undefined): FormField[] {
	const {simpleMajority, onlyMeetings, alone} = boardLaw(database, held);
	if (!held || alone) return [];
	return [
		...(simpleMajority === undefined
			? [{name: 'majority', label: 'Majority', kind: 'line' as const, hint: majorityHint}]
			: []),
		...(onlyMeetings === undefined
			? [{name: 'between', label: 'Between', kind: 'choice' as const, options: betweenOptions}]
			: []),
	];
}

const betweenOptions = [
	{value: '', label: 'decides at meetings only', key: 'm'},
	{value: 'yes', label: 'between meetings too, in writing or by ballot', key: 'b'},
];

/** A majority as it is typed; empty is none of its own. */
const readOwn = (typed: string | undefined) =>
	typed === undefined ? {needs: undefined} : readMajority(typed);

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
			hint: 'how many voting members must be present; empty: no rule',
		},
		...ownRules(database, boardOf(database, target)),
		...(target.board === undefined
			? []
			: [{name: 'tolerance', label: 'Approves', kind: 'line' as const, hint: toleranceHint}]),
		{
			name: 'numbers',
			label: 'Minute numbers',
			kind: 'line',
			hint: '{1341} counts on, PLA{146}/{yy} or {yyyy/yy from May} each year; empty: none',
		},
		{name: 'remit', label: 'Remit', kind: 'long'},
	],
	start(database, target) {
		const {name, remit, rules, minuteNumbers} = boardOf(database, target) ?? {};
		const {quorum, majority, betweenMeetings, tolerance} = rules ?? {};
		return {
			base: {name, remit, quorum, majority, betweenMeetings, minuteNumbers, tolerance},
			values: {
				name: name ?? '',
				kind: lawOf(database).kinds.usual,
				quorum: rules?.quorum === undefined ? '' : String(rules.quorum),
				majority: majority ? typedMajority(majority) : '',
				between: betweenMeetings ? 'yes' : '',
				tolerance: tolerance ? typedTolerance(tolerance, database) : '',
				numbers: minuteNumbers ?? '',
				remit: remit ?? '',
			},
		};
	},
	submit({database}, form) {
		const name = given(form, 'name');
		if (!name) return {field: 'name', message: 'a board needs a name'};
		const many = given(form, 'quorum');
		if (many !== undefined && !/^[1-9]\d{0,3}$/.test(many)) {
			return {field: 'quorum', message: `a quorum is a number such as 3, not “${many}”`};
		}
		const quorum = many === undefined ? undefined : Number(many);
		const remit = given(form, 'remit');
		const minuteNumbers = given(form, 'numbers');
		const {board: id} = form.target;
		if (id !== undefined) {
			const own = readOwn(given(form, 'majority'));
			if ('message' in own) return {field: 'majority', message: own.message};
			const before = form.base['majority'] as Majority | undefined;
			const kept = form.base['tolerance'] as Tolerance | undefined;
			const typed = valueOf(form, 'tolerance');
			const isKept = typed === (kept ? typedTolerance(kept, database) : '');
			const read = isKept || typed === '' ? undefined : readTolerance(typed, database);
			if (read && 'message' in read) return {field: 'tolerance', message: read.message};
			const fields = {
				...changedFields(form, {
					name,
					quorum,
					remit,
					minuteNumbers,
					betweenMeetings: valueOf(form, 'between') === 'yes' || undefined,
				}),
				...(same(before, own.needs) ? {} : {majority: {from: before, to: own.needs}}),
				...(isKept ? {} : {tolerance: {from: kept, to: read?.tolerance}}),
			};
			return Object.keys(fields).length === 0
				? {field: 'name', message: 'nothing has changed yet'}
				: {changes: [{kind: 'board/edit', id, fields}]};
		}
		const namesake = database.boards.find((one) => one.name.toLowerCase() === name.toLowerCase());
		if (namesake) return {field: 'name', message: `there is already a board ${namesake.name}`};
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
