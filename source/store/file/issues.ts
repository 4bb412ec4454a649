import type {z} from 'zod';
import {nearest} from '../../domain/words.ts';
import type {Path} from './scan.ts';
import {show, visible} from '../show.ts';

type Issue = z.core.$ZodIssue;

/** One thing in which a value does not fit the schema, in the words of the domain. */
type Mismatch = {
	path: Path;
	message: string;
	/** Whether it is the name of the value at `path` that is wrong, not the value. */
	byName: boolean;
};

/** What zod's issue says of `root`: what was found, and what was expected. */
export function sayIssue(issue: Issue, root: unknown): Mismatch {
	if (issue.code === 'invalid_union') {
		const inner = issue.errors.find((errors) => (errors[0]?.path.length ?? 0) > 0)?.[0];
		if (inner) return sayIssue({...inner, path: [...issue.path, ...inner.path]}, root);
	}
	const path = issue.path as Path;
	const {owner, field} = describe(root, path);
	const say = (message: string, byName = false): Mismatch => ({
		path,
		message: owner === '' ? message : `${owner}: ${message}`,
		byName,
	});
	const expected = expectation(issue);
	if (issue.code === 'invalid_key') {
		const inner = issue.issues[0] && expectation(issue.issues[0]);
		return say(`the name ${show(path.at(-1))} does not fit; expected ${inner ?? 'another'}`, true);
	}
	if (expected === undefined) return say(`${field} ${visible(issue.message)}`.trimStart());
	const found = at(root, path);
	const instead = `expected ${expected}${suggestion(issue, found)}`;
	if (found !== undefined)
		return say(`${field === '' ? 'this' : field} is ${show(found)}; ${instead}`);
	const message = `has no ${field}; ${instead}`;
	return {path, message: `${owner === '' ? 'the database' : owner} ${message}`, byName: false};
}

const at = (root: unknown, path: Path): unknown =>
	path.reduce<unknown>(
		(node, part) =>
			typeof node === 'object' && node !== null && Object.hasOwn(node, part)
				? (node as Record<string | number, unknown>)[part]
				: undefined,
		root,
	);

function suggestion(issue: Issue, found: unknown): string {
	if (issue.code !== 'invalid_value' || typeof found !== 'string') return '';
	const [near] = nearest(found.slice(0, 60), issue.values.map(String));
	return near === undefined || near === found ? '' : `; did you mean ${near}?`;
}

const types: Record<string, string> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'an object',
	record: 'an object',
	null: 'null',
};

/** What a schema expects, as a noun; undefined when its message is a sentence of the schema's own. */
function expectation(issue: Issue): string | undefined {
	// The schema's own words, where it has some.
	const [, own] = /^expected (.*)$/s.exec(issue.message) ?? [];
	if (own !== undefined) return own;
	switch (issue.code) {
		case 'invalid_type':
			return types[issue.expected] ?? issue.expected;
		case 'invalid_value':
			return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
		case 'too_small':
			return `${issue.inclusive ? 'at least' : 'more than'} ${String(issue.minimum)}`;
		case 'too_big':
			return `${issue.inclusive ? 'at most' : 'less than'} ${String(issue.maximum)}`;
		case 'invalid_format':
			return format(issue);
		case 'invalid_union':
			return [...new Set(issue.errors.map((errors) => errors[0] && expectation(errors[0])))]
				.filter((words) => words !== undefined)
				.join(' or ');
		case 'custom':
		case 'invalid_key':
		case 'invalid_element':
		case 'not_multiple_of':
		case 'unrecognized_keys':
			return undefined;
	}
}

function format(issue: z.core.$ZodIssueInvalidStringFormat): string {
	if (issue.format === 'uuid') return 'a UUID such as 7f2c1d9e-5a04-4c1b-9a3e-0d6f1b2c3d4e';
	return `a text of the form ${issue.format}`;
}

/** What an element of a list is called, where dropping the plural's s does not give the word. */
const elements: Record<string, string> = {
	strategies: 'strategy',
	people: 'person',
	priorities: 'priority',
	criteria: 'criterion',
	agenda: 'item',
	attendance: 'attendance',
	log: 'log entry',
};

/** `project P1-04, update U-3` and, apart from it, the field in question. */
function describe(root: unknown, path: Path): {owner: string; field: string} {
	const owner: string[] = [];
	let field: string[] = [];
	let node = root;
	for (const part of path) {
		node = at(node, [part]);
		if (typeof part === 'number') {
			const list = field.join(' ');
			const word = elements[list] ?? list.replace(/s$/, '');
			owner.push(`${visible(word)} ${list === 'log' ? '' : keyOf(node)}`.trim() || 'element');
			if (list === 'log' || keyOf(node) === '') owner.push(`${owner.pop()} number ${part + 1}`);
			field = [];
		} else {
			field.push(part);
		}
	}
	return {owner: owner.join(', '), field: visible(field.join(' ').slice(0, 100))};
}

/** The id by which people know an element, if it has a proper one. */
function keyOf(element: unknown): string {
	const key = at(element, ['id']) ?? at(element, ['person']);
	return typeof key === 'string' && /^[\w.-]{1,64}$/.test(key) ? key : '';
}
