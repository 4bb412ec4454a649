// What a start loads: zod takes longer than all the rest of the domain, and who only looks needs none of it.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {rolldown} from 'rolldown';
import {describe, expect, test} from 'vitest';
import {bundle} from '../../scripts/build.js';

const root = path.join(import.meta.dirname, '../..');

/** The way by which the modules that a start loads reach zod; empty where they do not. */
async function wayToZod(...entries: string[]): Promise<string[]> {
	let way: string[] = [];
	const look = {
		name: 'look',
		buildEnd(this: {getModuleInfo(id: string): {importedIds: readonly string[]} | null}) {
			const from = new Map<string, string | undefined>(
				entries.map((entry) => [path.join(root, entry), undefined]),
			);
			for (const id of from.keys()) {
				if (id.includes('/node_modules/zod/')) {
					for (let at: string | undefined = id; at !== undefined; at = from.get(at)) {
						way = [path.relative(root, at), ...way];
					}
					return;
				}
				for (const next of this.getModuleInfo(id)?.importedIds ?? []) {
					if (!from.has(next)) from.set(next, id);
				}
			}
		},
	};
	const input = Object.fromEntries(entries.map((entry, at) => [`e${at}`, entry]));
	const made = await rolldown({...bundle(input, [look]), treeshake: false, logLevel: 'silent'});
	await made.generate({});
	await made.close();
	return way;
}

test('the first frame of the screens needs no zod', async () => {
	const way = await wayToZod(
		'source/cli.ts',
		'source/commands/help.ts',
		'source/commands/screens.ts',
		'source/commands/late.ts',
		'source/store/open.ts',
		'source/ui/start.ts',
	);
	expect(way).toEqual([]);
});

test('what does load it is found', async () => {
	expect(await wayToZod('source/ui/acts-parts.ts')).toContain('source/domain/apply.ts');
});

const tell = `process.on('exit', () => process.stderr.write(globalThis.__zod_globalRegistry ? 'with zod' : 'without zod'))`;

describe('commands that only look load none either', () => {
	const sample = path.join(root, 'data/lincolnshire-imt.json');
	test.each([['--help'], ['decisions', sample], ['check', sample], ['minutes', sample, 'M-1']])(
		'%s',
		(...args) => {
			const {stderr} = spawnSync(
				process.execPath,
				['--import', `data:text/javascript,${tell}`, path.join(root, 'source/cli.ts'), ...args],
				{encoding: 'utf8'},
			);
			expect(stderr).toBe('without zod');
		},
	);

	test('one that tells of acts does', () => {
		const {stderr} = spawnSync(
			process.execPath,
			[
				'--import',
				`data:text/javascript,${tell}`,
				path.join(root, 'source/cli.ts'),
				'log',
				path.join(root, 'data/riverside-charity.json'),
			],
			{encoding: 'utf8'},
		);
		expect(stderr).toBe('with zod');
	});
});
