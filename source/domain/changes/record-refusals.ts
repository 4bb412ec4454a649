// Why what lies in a list cannot be altered as a change would have it.
import {type Bare, find, keyOf} from '../log/patch.ts';
import {fieldOf, lacksPart, typeAt, typeOf} from '../records/index.ts';
import {reject, type Rejection} from '../rejection.ts';
import {type Database, enteredTextSchema, requiredTextSchema} from '../schema/index.ts';
import {cut, nearest} from '../words.ts';

/** Where a record's own path ends and its last id begins. */
export function splitPath(path: string): [holder: string, list: string, id: string] {
	const parts = path.split('/');
	const id = parts.pop() ?? '';
	const list = parts.pop() ?? '';
	return [parts.join('/'), list, id];
}

/** Projects and milestones have changes of their own, which ask who has to approve what. */
export function refuseOwn(path: string): Rejection | undefined {
	const type = typeAt(path);
	return type === 'project' || type === 'milestone' || type === 'report'
		? reject('invalid', `a ${type} has changes of its own: ${type}/add, ${type}/edit`)
		: undefined;
}

/** A list that records are kept in, with its holder there; or why not. */
export function refuseList(database: Database, path: string): Rejection | undefined {
	const parts = path.split('/');
	const holder = parts.slice(0, -1).join('/');
	if (parts.length % 2 === 1 && typeAt(path) && find(database, holder)) return undefined;
	return parts.length % 2 === 1 && typeAt(path)
		? reject('unknown', `there is no ${typeWord(holder)} ${holder.split('/').at(-1)}`)
		: reject('invalid', `${path} is not a list that is kept like this`);
}

export function refuseRecord(database: Database, path: string): Rejection | undefined {
	const parts = path.split('/');
	const isKept = parts.length % 2 === 0 && typeAt(path) !== undefined;
	if (!isKept) return reject('invalid', `${path} is not a record that is kept like this`);
	if (find(database, path)) return undefined;
	const [holder, list, id] = splitPath(path);
	const ids = listAt(database, holder, list).map(keyOf);
	const [near] = nearest(id, ids);
	return reject(
		'unknown',
		`there is no ${typeWord(path)} ${id}${near ? `; did you mean ${near}?` : ''}`,
	);
}

export const typeWord = (path: string): string => {
	const type = typeAt(path);
	return type ? typeOf(type).word : 'record';
};

export function listAt(database: Database, holder: string, list: string): Bare[] {
	const found = holder === '' ? (database as Bare)[list] : find(database, holder)?.[list];
	return Array.isArray(found) ? (found as Bare[]) : [];
}

/** A field that may be typed, with a value that it may hold; or why not. The schema looks at the rest once the act is done. */
export function refuseValue(path: string, name: string, value: unknown): Rejection | undefined {
	const type = typeAt(path);
	const field = type && fieldOf(type, name);
	if (!type || !field || field.kind === 'kept' || field.kind === 'list') {
		const names = type
			? Object.entries(typeOf(type).fields)
					.filter(([, {kind}]) => kind !== 'kept' && kind !== 'list')
					.map(([one]) => one)
			: [];
		const [near] = nearest(name, names);
		const instead = near ? `; did you mean ${near}?` : `; there is ${names.join(', ')}`;
		return reject(
			'invalid',
			`a ${typeWord(path)} has no field “${cut(name, 60)}” that can be set${instead}`,
		);
	}
	const lacking = lacksPart(field, value);
	if (lacking) return reject('invalid', lacking);
	const isText = ['line', 'text', 'person'].includes(field.kind);
	if (!isText && !field.required) return undefined;
	if (field.required && (value === undefined || value === ''))
		return reject('invalid', `${field.label.toLowerCase()} is empty`);
	if (!isText) return undefined;
	const schema = field.required ? requiredTextSchema : enteredTextSchema.optional();
	const [issue] = schema.safeParse(value).error?.issues ?? [];
	return issue && reject('invalid', `${field.label.toLowerCase()} ${issue.message}`);
}
