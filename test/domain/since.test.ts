// What shows that a database did not go on from where it was.
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {findSetback, markOf} from '../../source/domain/queries/log/since.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {afterMeeting} from '../documents/meeting.ts';

const whole = afterMeeting();
const at = '2026-11-22T12:00:00.000Z';

/** The database as it was after some of its acts, as far as its log tells. */
const until = (acts: number): Database => ({
	...whole,
	revision: whole.log[acts - 1]?.revision ?? 0,
	log: whole.log.slice(0, acts),
});

test('a log goes on from every point of its own, and from none that it has not reached', () => {
	const acts = fc.integer({min: 0, max: whole.log.length});
	fc.assert(
		fc.property(acts, acts, (seen, now) => {
			const found = findSetback(until(now), markOf(until(seen), at));
			expect(found === undefined).toBe(now >= seen);
		}),
	);
});

test('a log in which one act is another is told where that stands', () => {
	const index = whole.log.length - 1;
	const other = whole.log.map((entry, place) =>
		place === index ? {...entry, hash: '0'.repeat(64)} : entry,
	);
	expect(findSetback({...whole, log: other}, markOf(whole, at))).toMatchObject({
		path: ['log', index],
	});
});

test('an act that was archived since is known by the last of its archive, or not at all', () => {
	const [first, second] = whole.log;
	const file = {name: 'log-1-2.jsonl', revision: second?.revision ?? 0, hash: second?.hash ?? ''};
	const archived = (hash: string): Database => ({
		...whole,
		log: whole.log
			.slice(2)
			.map((entry, index, all) =>
				index === all.length - 1
					? {...entry, archives: {files: [{...file, hash}], meetings: {}}}
					: entry,
			),
	});
	expect(first).toBeDefined();
	expect(findSetback(archived(file.hash), markOf(until(2), at))).toBeUndefined();
	expect(findSetback(archived('0'.repeat(64)), markOf(until(2), at))?.path).toEqual(['log']);
	expect(findSetback(archived(file.hash), markOf(until(1), at))).toBeUndefined();
});
