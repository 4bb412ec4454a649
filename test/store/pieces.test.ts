import * as fc from 'fast-check';
import {describe, expect, test, vi} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {encodeDatabase} from '../../source/store/format.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {Pieces} from '../../source/store/file/pieces.ts';
import {after} from '../helpers/database.ts';
import {counts} from '../helpers/figures.ts';
import {database, good, mangled, retyped} from './mangled.ts';

vi.setConfig({testTimeout: 60_000});

const numRuns = counts(300, 10_000);

/** Whoever has read the file once, and what they know: by its pieces, or in another way. */
function reader(byPieces = true) {
	const pieces = new Pieces();
	if (!byPieces) pieces.remember(Buffer.from(good), database);
	const known = byPieces ? pieces.read(Buffer.from(good), database) : database;
	if (!known) throw new Error('the file was not read');
	return {pieces, known};
}

describe('a file that is read again', () => {
	test.each([true, false])('is what is known when it holds the same', (byPieces) => {
		const {pieces, known} = reader(byPieces);
		expect(known).toBe(database);
		expect(pieces.read(Buffer.from(good), known)).toBe(known);
	});

	test('tells what another has done, and keeps everything else', () => {
		const {pieces, known} = reader();
		const newer = after(
			known,
			{kind: 'project/update', id: 'P1-03', note: 'Ünder way'},
			{kind: 'project/update', id: 'P1-03', note: '下'},
		);
		const found = pieces.read(encodeDatabase(newer), known);
		expect(found).toEqual(newer);
		expect(found?.meetings).toBe(known.meetings);
		expect(found?.projects.map((project, at) => project === known.projects[at])).toEqual([
			true,
			true,
			false,
			true,
			true,
		]);
		expect(found?.log[0]).toBe(known.log[0]);
	});

	test('keeps everything else of a list far longer than what is compared at once', () => {
		const [first] = database.projects;
		if (!first) throw new Error('there is no project');
		const projects = Array.from({length: 500}, (_, at) => ({...first, id: `P1-${at + 1}`}));
		const long = {...database, projects};
		const altered = fc.record({
			taken: fc.uniqueArray(fc.nat(499), {maxLength: 40}),
			added: fc.array(fc.nat(499), {maxLength: 3}),
			renamed: fc.uniqueArray(fc.nat(499), {maxLength: 20}),
			/** A line that somebody put in or took out by hand. */
			line: fc.nat(3000),
			isOut: fc.option(fc.boolean()),
		});
		fc.assert(
			fc.property(altered, ({taken, added, renamed, line, isOut}) => {
				const pieces = new Pieces();
				pieces.remember(encodeDatabase(long), long);
				const others = projects
					.flatMap((project, at) =>
						added.includes(at) ? [project, {...project, id: `N-${at}`}] : [project],
					)
					.filter((_, at) => !taken.includes(at))
					.map((project, at) =>
						renamed.includes(at) ? {...project, title: 'Ünder way'} : project,
					);
				const lines = encodeDatabase({...long, revision: long.revision + 1, projects: others})
					.toString()
					.split('\n');
				if (isOut !== null) lines.splice(line, isOut ? 1 : 0, ...(isOut ? [] : ['  ']));
				const bytes = Buffer.from(lines.join('\n'));
				const found = pieces.read(bytes, long);
				const whole = parseDatabase(bytes, 'x');
				expect(found ? {ok: true, database: found} : whole).toEqual(whole);
				if (isOut !== null) return;
				expect(found?.projects).toEqual(others);
				const known = new Set(projects);
				expect(found?.projects.filter((project) => known.has(project)).length).toBe(
					others.filter((project) => known.has(project)).length,
				);
			}),
			{numRuns: counts(60, 2000)},
		);
	});

	test('is followed through acts of its own and of others', () => {
		const {pieces, known} = reader();
		const changes = fc.array(
			fc.record({
				own: fc.boolean(),
				change: fc
					.tuple(fc.constantFrom('P1-01', 'P1-02', 'P1-03'), fc.string({minLength: 1}))
					.map(([id, note]): Change => ({kind: 'project/update', id, note: `x${note}`})),
			}),
			{maxLength: 8},
		);
		fc.assert(
			fc.property(changes, (acts) => {
				let current = known;
				for (const {own, change} of acts) {
					const next = after(current, change);
					// What it saved itself it does not read before another has saved.
					current = own ? next : (pieces.read(encodeDatabase(next), current) ?? current);
					expect(current).toEqual(next);
				}
			}),
			{numRuns: 50},
		);
	});
});

describe('whatever has become of a file', () => {
	const lines = good.split('\n');
	const line = fc.nat({max: lines.length - 1});
	/** Lines that were dropped, doubled, moved, joined or indented: elements are told by their lines. */
	const reordered = fc
		.array(fc.tuple(fc.constantFrom('drop', 'double', 'move', 'join', 'indent'), line, line), {
			minLength: 1,
			maxLength: 4,
		})
		.map((steps) => {
			const copy = [...lines];
			for (const [what, one, other] of steps) {
				const at = one % copy.length;
				const text = copy[at] ?? '';
				if (what === 'drop') copy.splice(at, 1);
				else if (what === 'double') copy.splice(other % copy.length, 0, text);
				else if (what === 'move') copy.splice(other % copy.length, 0, ...copy.splice(at, 1));
				else if (what === 'join') copy.splice(at, 2, text + (copy[at + 1] ?? '').trimStart());
				else copy[at] = text.startsWith('      ') ? text.slice(2) : `  ${text}`;
			}
			return copy.join('\n');
		});
	/** Elements as blocks of lines: one is doubled, dropped or put into another list. */
	const blocks = [...good.matchAll(/\n    \{(?:\n[^]*?\n    \}|.*\})(?=,?\n)/g)].map(
		({0: text, index}) => ({text, index}),
	);
	const moved = fc
		.tuple(fc.constantFrom(...blocks), fc.constantFrom(...blocks), fc.boolean(), fc.boolean())
		.map(([one, other, isCut, isBefore]) => {
			const at = isBefore ? other.index : other.index + other.text.length;
			const put = isBefore ? `${one.text},` : `,${one.text}`;
			const copy = good.slice(0, at) + put + good.slice(at);
			return isCut ? copy.replace(`${one.text},`, '') : copy;
		});
	const sources = fc.oneof(
		mangled,
		reordered,
		moved,
		retyped.map((copy) => JSON.stringify(copy, undefined, 2)),
	);

	test('it is read as it is when it is read as a whole, or left to that', () => {
		let read = 0;
		fc.assert(
			fc.property(sources, fc.boolean(), (source, byPieces) => {
				const {pieces, known} = reader(byPieces);
				const bytes = Buffer.from(source);
				const found = pieces.read(bytes, known);
				if (!found) return;
				read++;
				expect({ok: true, database: found}).toEqual(parseDatabase(bytes, 'x'));
				expect(pieces.read(Buffer.from(good), found)).toEqual(database);
			}),
			{numRuns},
		);
		expect(read).toBeGreaterThan(numRuns / 20);
	});
});
