// Two hundred spoilt papers and those made to do harm: a clear line for each or an act that leaves a sound database,
// and on refusal the file as it was.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {databaseSchema} from '../../source/domain/schema/index.ts';
import {readPaper} from '../../source/import/read/index.ts';
import {freshFolders, run} from '../commands/run.ts';
import {makeDatabase} from '../helpers/database.ts';
import {hostile, mutations, numbers} from './mutations.ts';
import {toWord} from './word.ts';

const fresh = freshFolders();
const papers = path.join(import.meta.dirname, 'papers');
const control = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/;

/** Imports a file and checks that whatever happened is in order; gives back what was said. */
async function attempt(
	bytes: Uint8Array,
	name: string,
	flags: readonly string[] = [],
): Promise<{code: number; said: string}> {
	const {folder, file} = fresh(makeDatabase());
	const before = readFileSync(file);
	const input = path.join(folder, name);
	writeFileSync(input, bytes);
	const {code, out, error} = await run(['import', file, input, '--yes', ...flags]);
	expect(out).not.toMatch(control);
	if (code === 0) {
		expect(error).toBe('');
		expect(check(databaseSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))).toEqual([]);
	} else {
		expect(code).toBe(1);
		expect(error).not.toMatch(control);
		expect(error).toMatch(/^[^\n]{10,600}$/);
		expect(readFileSync(file).equals(before)).toBe(true);
	}
	return {code, said: error};
}

describe('a file made to be refused or to do harm', () => {
	test.each(hostile)('$name', async ({file, make, says, as}) => {
		const {code, said} = await attempt(make(), file, as === undefined ? [] : ['--as-kind', as]);
		expect(said).toMatch(says);
		expect(code).toBe(1);
	});
});

describe('a spoilt paper', () => {
	const bases: {name: string; bytes: Uint8Array}[] = [
		{
			name: 'projects.csv',
			bytes: Buffer.from(
				'ID,Project,Status,Due\nP1-02,Laptop Refresh,Complete,1/2/2027\n,"Archive, new",Stopped,\n',
			),
		},
	];
	beforeAll(async () => {
		for (const name of readdirSync(papers)) {
			const bytes = readFileSync(path.join(papers, name));
			bases.push(
				{name, bytes},
				{
					name: `${path.parse(name).name}.docx`,
					bytes: await toWord((await readPaper(bytes, name)).blocks),
				},
			);
		}
	});

	test.each(Array.from({length: 10}, (_, index) => index * 20))(
		'%i to twenty more',
		async (first) => {
			let clear = 0;
			for (let number = first; number < first + 20; number++) {
				const random = numbers(number);
				const {name, bytes} = bases[Math.floor(random() * bases.length)] ?? {
					name: 'a.txt',
					bytes: new Uint8Array(),
				};
				const {change} = mutations[number % mutations.length] ?? {
					change: (given: Uint8Array) => given,
				};
				await attempt(change(bytes, random), name);
				clear++;
			}
			expect(clear).toBe(20);
		},
	);
});
