// What every kind of change is answered when one of its values is not what the database knows, when it is made a second
// time, once its meeting is over, and to an observer: the whole sentence, or that it is taken. A line that changes is read
// aloud, as somebody who has just pressed a key, before refusals.txt does.
import {expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {commit} from '../../../source/domain/commit.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {act, contextAt} from '../../helpers/database.ts';
import {everyKind} from '../each.ts';

/** What is answered, in a line: the refusal's sentence and what mends it, or that the change is taken. */
function answer(database: Database, change: Change, context = contextAt()): string {
	const outcome = commit(database, act(change), context);
	if (outcome.ok) return 'taken';
	const {code, message, mend} = outcome.rejection;
	return `${code}: ${message}${mend ? ` [${mend}]` : ''}`;
}

/** A value of the same shape that nothing in the database has. */
function another(value: string): string | undefined {
	if (/^\d{4}-\d\d-\d\d$/.test(value)) return '2031-02-03';
	if (/\s/.test(value)) return undefined;
	return value.replace(/[^/]+$/, 'nobody-9');
}

/** The change with each of its values altered in turn, by the place of the value. */
function variations(value: unknown, at: string[] = []): {at: string[]; to: string}[] {
	if (typeof value === 'string') {
		const to = at[0] === 'kind' ? undefined : another(value);
		return to === undefined ? [] : [{at, to}];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, each]) => variations(each, [...at, key]));
}

function withValue(value: unknown, [key = '', ...rest]: string[], to: string): unknown {
	const copy = structuredClone(value) as Record<string, unknown>;
	copy[key] = rest.length === 0 ? to : withValue(copy[key], rest, to);
	return copy;
}

test('each change says whole what is wrong with a value, and when it comes too late or from the wrong person', async () => {
	const lines = everyKind().flatMap(({kind, change, before}) => {
		const once = commit(before, act(change), contextAt());
		if (!once.ok) throw new Error(`${kind}: ${once.rejection.message}`);
		const closed = {
			...before,
			meetings: before.meetings.map((meeting) => ({...meeting, status: 'closed' as const})),
		};
		const observing = {...before, rules: {...before.rules, roles: {clerk: 'observer' as const}}};
		return [
			`# ${kind}`,
			...variations(change).map(
				({at, to}) =>
					`${at.join('.')} ${to}: ${answer(before, withValue(change, at, to) as Change)}`,
			),
			`again: ${answer(once.database, change)}`,
			`every meeting closed: ${answer(closed, change)}`,
			`by an observer: ${answer(observing, change)}`,
			'',
		];
	});
	await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('refusals.txt');
});
