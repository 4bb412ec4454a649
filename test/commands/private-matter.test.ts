// Nothing private comes out of any public output: marked words in every private text, looked for in everything
// that the program shows or hands out.
import process from 'node:process';
import * as fc from 'fast-check';
import {describe, expect, test, vi} from 'vitest';
import {textFields} from '../../source/domain/schema/texts.ts';
import {accepted, contextAt} from '../helpers/database.ts';
import {canaries, moveArbitrary, play, sign} from '../helpers/private-meeting.ts';
import {type Output, publicOutputs} from '../helpers/public-outputs.ts';
import {scratchFolder} from './run.ts';

vi.setConfig({testTimeout: 1_800_000});

const soak = process.env['SOAK'] !== undefined;
const folder = scratchFolder();

/** The outputs that hold a mark, and what stands around the first. */
const leaks = (outputs: readonly Output[]): string[] =>
	outputs.flatMap(({name, text}) => {
		const place = text.indexOf(sign);
		return place === -1 ? [] : [`${name}: …${text.slice(Math.max(0, place - 60), place + 40)}…`];
	});

describe('a database in which every text of every private record is marked', () => {
	const {database, marks, fields} = canaries();

	test('misses no text that the schema has for such a record', () => {
		const wanted = textFields().filter(
			(way) =>
				/^(reports|decisions|actions|meetings\/(agenda|declarations|minutes\/corrections)|(people|boards)\/note)(\/|$)/.test(
					way,
				) && !/\/exempt\/|(corrections|retraction)\/by$/.test(way),
		);
		expect([...new Set(fields)].toSorted()).toEqual(wanted.toSorted());
	});

	test('shows none of them to the public', async () => {
		expect(marks.length).toBeGreaterThan(60);
		const acted = accepted(
			database,
			{kind: 'project/update', id: 'P1-01', note: 'In public.'},
			{
				...contextAt('12:00'),
				actor: {user: `${sign}login`, host: `${sign}host`},
				session: `${sign}session`,
			},
		).database;
		const outputs = await publicOutputs(acted, folder, 'all');
		expect(outputs.length).toBeGreaterThan(150);
		expect(leaks(outputs)).toEqual([]);
	});
});

test('whatever is said, corrected, taken back and redacted in a meeting', async () => {
	let marked = 0;
	let made = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(moveArbitrary, {minLength: 25, maxLength: 60}), async (moves) => {
			const {database, marks} = play(moves);
			const outputs = await publicOutputs(database, folder, 'some');
			marked += marks;
			made += outputs.length;
			expect(leaks(outputs)).toEqual([]);
		}),
		soak ? {numRuns: 60} : {numRuns: 3, seed: 20261130},
	);
	expect(marked).toBeGreaterThan(20);
	expect(made).toBeGreaterThan(100);
	if (soak) process.stdout.write(`${marked} marked texts, looked for in ${made} outputs\n`);
});
