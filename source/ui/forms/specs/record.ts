import {sayWaiting} from '../../../domain/queries/strategy/dependencies.ts';
import {same} from '../../../domain/equal.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {type Bare, find} from '../../../domain/log/patch.ts';
import {lawOf} from '../../../domain/law/index.ts';
import {nameOf} from '../../../domain/names.ts';
import {
	type Field as RecordField,
	filled,
	type Leaf,
	leafValue,
	leavesOf,
	readField,
	titleOf,
	typeAt,
	typeOf,
	writeField,
} from '../../../domain/records/index.ts';
import type {Database} from '../../../domain/schema/index.ts';
import {cut, statusWords} from '../../../domain/words.ts';
import {
	type Form,
	type FormField,
	type FormSpec,
	type FormTarget,
	type Option,
	valueOf,
} from '../form.ts';
import {statusOptions} from './project.ts';

/** The path of what is edited, or of the list that something new comes to. */
const pathOf = ({record, list}: FormTarget): string => record ?? list ?? '';

const typeFor = (target: FormTarget) => {
	const type = typeAt(pathOf(target));
	return type ? typeOf(type) : undefined;
};

/** The fields that a form asks for: of what is there, without those that a change of its own alters. */
function asked(target: FormTarget): Leaf[] {
	const isNew = target.record === undefined;
	return leavesOf(typeFor(target)?.fields ?? {}).filter(
		({field}) => field.kind !== 'kept' && field.kind !== 'list' && (isNew || !field.once),
	);
}

const recordOf = (database: Database, {record}: FormTarget): Bare | undefined =>
	record === undefined ? undefined : find(database, record);

/** Yes, no, or nothing said. */
const yesOrNo = ({unsaid = 'not said'}: RecordField): Option[] => [
	{value: 'yes', label: 'yes', key: 'y'},
	{value: 'no', label: 'no', key: 'n'},
	{value: '', label: unsaid, key: 'q'},
];

/** Options with a letter each: the first of its word that no other has. */
function optionsOf({words = {}, required}: RecordField): Option[] {
	if (words === statusWords) return statusOptions;
	const taken = new Set(required ? [] : ['n']);
	const options = Object.entries(words).map(([value, label]) => {
		const key =
			label
				.toLowerCase()
				.split('')
				.find((letter) => /[a-z]/.test(letter) && !taken.has(letter)) ?? '';
		taken.add(key);
		return {value, label, key};
	});
	return required ? options : [{value: '', label: 'None', key: 'n'}, ...options];
}

const kinds: Partial<Record<RecordField['kind'], FormField['kind']>> = {
	text: 'long',
	targets: 'long',
	choice: 'choice',
	yes: 'choice',
	lines: 'long',
	sections: 'long',
	statements: 'long',
};

const formField = ({path, field}: Leaf): FormField => ({
	name: path,
	label: field.label,
	kind: kinds[field.kind] ?? 'line',
	...(field.hint === undefined ? {} : {hint: field.hint}),
	...(field.kind === 'choice'
		? {options: optionsOf(field)}
		: field.kind === 'yes'
			? {options: yesOrNo(field)}
			: {reads: field}),
});

/** What a new record begins with besides nothing. */
const begins = ({list, priority}: FormTarget): Record<string, string> => ({
	...(list === 'projects' ? {status: 'proposed', priority: priority ?? ''} : {}),
	...(list?.endsWith('/measures') ? {better: 'up', frequency: 'quarter', kind: 'snapshot'} : {}),
});

/** What was typed, field by field with its parts put together; or what is wrong, and where. */
function typedValues(
	database: Database,
	form: Form,
	today: string,
): {values: Map<string, {from: unknown; to: unknown}>} | {field: string; message: string} {
	const values = new Map<string, {from: unknown; to: unknown}>();
	for (const leaf of asked(form.target)) {
		const {path, name, part, field} = leaf;
		const typed = valueOf(form, path);
		const isNew = form.target.record === undefined;
		if (!isNew && typed === (form.initial[path] ?? '').trim()) continue;
		const read = readField(field, typed, {database, today});
		if ('message' in read) return {field: path, message: read.message};
		if (isNew && read.value === undefined) continue;
		if (same(read.value, form.base[path])) continue;
		if (part === undefined) {
			values.set(name, {from: form.base[path], to: read.value});
			continue;
		}
		const whole = (form.base[name] ?? {}) as Bare;
		const known = values.get(name) ?? {from: whole, to: whole};
		values.set(name, {
			from: {...(known.from as Bare), [part]: form.base[path]},
			to: {...(known.to as Bare), [part]: read.value},
		});
	}
	return {values};
}

/** A record of parts without those that are absent; absent itself where none is left. */
function tidy(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const left = Object.entries(value).filter(([, inner]) => inner !== undefined);
	return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** The change that puts values into a record, or makes one of them. */
function changeOf(
	{record, list = ''}: FormTarget,
	values: ReadonlyMap<string, {from: unknown; to: unknown}>,
): Change {
	const type = typeFor({record, list});
	const whole = (name: string, value: unknown): unknown => {
		const field = type?.fields[name];
		return field ? filled(field, tidy(value)) : tidy(value);
	};
	const fields = Object.fromEntries(
		[...values].map(([name, {from, to}]) => [name, {from: tidy(from), to: whole(name, to)}]),
	);
	const given = Object.fromEntries([...values].map(([name, {to}]) => [name, whole(name, to)]));
	const project = /^projects\/([^/]+)$/.exec(record ?? '')?.[1];
	if (project !== undefined) return {kind: 'project/edit', id: project, fields};
	if (record?.startsWith('reports/'))
		return {kind: 'report/edit', id: record.slice('reports/'.length), fields};
	if (list === 'reports')
		return {kind: 'report/add', recommendations: [], ...given} as unknown as Change;
	const milestone = /^projects\/([^/]+)\/milestones(?:\/([^/]+))?$/.exec(record ?? list);
	if (milestone) {
		const [, of = '', id = ''] = milestone;
		return record === undefined
			? ({kind: 'milestone/add', project: of, ...given} as Change)
			: {kind: 'milestone/edit', project: of, id, fields};
	}
	if (record !== undefined) return {kind: 'record/edit', record, fields};
	if (list === 'strategies')
		return {kind: 'strategy/add', priorities: [], ...given} as unknown as Change;
	return list === 'projects'
		? ({kind: 'project/add', ...given} as Change)
		: {kind: 'record/add', list, fields: given};
}

/** A project, or whatever lies in one or in a strategy: the fields that `records/` knows of its type. */
export const record: FormSpec = {
	title(database, {target}) {
		const type = typeFor(target);
		const path = pathOf(target);
		const parts = path.split('/');
		if (target.record === undefined) {
			const holder = parts.slice(0, -1).join('/');
			return `New ${type?.word ?? 'record'}${holder === '' ? '' : ` of ${nameOf(database, holder)}`}`;
		}
		const title = titleOf(path, recordOf(database, target));
		return `${type?.word.replace(/^./, (letter) => letter.toUpperCase()) ?? ''} ${parts.at(-1)}  ${cut(title, 100)}`;
	},
	lead(database, form) {
		const {target} = form;
		const project = /^projects\/([^/]+)$/.exec(target.record ?? '')?.[1];
		const moves = ['due', 'forecastDue'].some(
			(name) => valueOf(form, name) !== (form.initial[name] ?? ''),
		);
		if (project !== undefined) return moves ? sayWaiting(database, project) : [];
		const original = recordOf(database, target)?.['original'];
		return typeof original === 'string' && target.record?.includes('/milestones/')
			? ['The first approved day is kept whatever becomes of the others.']
			: [];
	},
	fields(database, {target}) {
		const [collection = ''] = pathOf(target).split('/');
		const {without} = lawOf(database);
		return asked(target)
			.filter(({name}) => !without.has(`${collection}/${name}`))
			.map(formField);
	},
	start(database, target) {
		const old = recordOf(database, target);
		const leaves = asked(target);
		const base = old
			? Object.fromEntries([
					...leaves.map((leaf) => [leaf.name, old[leaf.name]]),
					...leaves.map((leaf) => [leaf.path, leafValue(old, leaf)]),
				])
			: {};
		return {
			base,
			values: {
				...Object.fromEntries(
					leaves.map((leaf) => [
						leaf.path,
						old ? writeField(leaf.field, leafValue(old, leaf), database) : '',
					]),
				),
				...(old ? {} : begins(target)),
			},
		};
	},
	// What is most often altered of a milestone is when it is expected.
	focus: (_database, {target}) =>
		target.record?.includes('/milestones/') ? 'forecast' : (asked(target)[0]?.path ?? 'save'),
	submit({database, today}, form) {
		const {target} = form;
		if (!typeFor(target)) return {message: 'nothing of this kind is kept here'};
		if (target.record !== undefined && !recordOf(database, target))
			return {message: 'it is not there any more'};
		const read = typedValues(database, form, today);
		if ('message' in read) return read;
		return read.values.size === 0
			? {field: asked(target)[0]?.path ?? 'save', message: 'nothing has changed yet'}
			: {changes: [changeOf(target, read.values)]};
	},
};
