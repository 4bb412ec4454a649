// Writers killed at random moments: no torn file, no stuck lock, no acknowledged act missing, no stray file.
import {dirname} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {afterEach, expect, test} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import type {Store} from '../../source/store/store.ts';
import {counts, say, sayTimes} from '../helpers/figures.ts';
import {type Child, killAll, start} from '../store/children.ts';
import {comment, file, open, temporaries, tidy, who} from '../store/places.ts';

afterEach(async () => {
	await killAll();
	await tidy();
});

type Acknowledged = {id: string; revision: number; milliseconds: number};

/** What was found after the kills. */
type Found = {
	/** Acts that were said to be saved, and those of them that are not. */
	acknowledged: string[];
	missing: string[];
	/** Victims that had saved an act and were killed before they could say so. */
	unsaid: number;
	/** Victims that left a temporary file, as far as it was seen before the next writer took it away. */
	halfWritten: number;
	/** Temporary files of victims that are there after the next save. */
	strays: string[];
	/** Saves that did not succeed, and how long those took that came right after a kill. */
	refused: string[];
	milliseconds: number[];
};

async function save(store: Store, note: string, found: Found): Promise<void> {
	const start = performance.now();
	const outcome = await store.commit(comment(note), who());
	found.milliseconds.push(performance.now() - start);
	if (!outcome.ok) found.refused.push(outcome.rejection.message);
}

/** Lets a writer save some acts, and kills it at whatever point of the next; what it said is a promise. */
async function killInTheAct(victim: Child, acts: number): Promise<string[]> {
	const said: string[] = [];
	expect(await victim.line()).toBe('ready');
	const hear = (line: string) => {
		const {id, refused} = JSON.parse(line) as Acknowledged & {refused?: string};
		expect(refused).toBeUndefined();
		said.push(id);
	};
	for (let act = 0; act < acts; act++) hear((await victim.line()) ?? '');
	await pause(Math.random() * 15);
	await victim.kill();
	for (const line of await victim.rest()) if (line.endsWith('}')) hear(line);
	return said;
}

const nothing = (): Found => ({
	acknowledged: [],
	missing: [],
	unsaid: 0,
	halfWritten: 0,
	strays: [],
	refused: [],
	milliseconds: [],
});

/** Starts writers on one file and kills them in the middle of their work, one after the other. */
async function killWriters(kills: number, found: Found): Promise<void> {
	const path = await file();
	const store = await open(path);
	let names = 0;
	const launch = () => start('writer', path, 'Infinity', `w${names++}`);
	// Two write at any time; a third starts up meanwhile, so that little time is spent waiting for it.
	const writers: Child[] = [launch(), launch(), launch()];
	for (let kill = 0; kill < kills; kill++) {
		const victim = writers.shift() as Child;
		writers.push(launch());
		const said = await killInTheAct(victim, (kill * 7) % 5);
		const own = async () =>
			(await temporaries(dirname(path))).filter((name) => name.includes(`.${victim.process.pid}-`));
		if ((await own()).length > 0) found.halfWritten++;
		await save(store, `after kill ${kill}`, found);
		found.strays.push(...(await own()));
		const kept = store.read().log;
		const ids = new Set(kept.map(({id}) => id));
		found.acknowledged.push(...said);
		found.missing.push(...said.filter((id) => !ids.has(id)));
		const saved = kept.filter(({session}) => session === `session-w${kill}`).length;
		// The first act of all comes with the adoption of the database.
		const adopted = kept[0]?.session === `session-w${kill}` ? 1 : 0;
		if (saved - adopted > said.length) found.unsaid++;
	}
	await killAll();
	await save(store, 'last', found);
	found.strays.push(...(await temporaries(dirname(path))));
	// Torn, it could not be read; with an act in it twice or half, the log would tell.
	expect(check((await open(path)).read())).toEqual([]);
	await store.close();
}

/** Each round starts with a new database: one that has thousands of acts takes longer and shows no more. */
const [rounds, kills] = [counts(1, 40), counts(12, 25)];

test(
	`writers killed in the act, ${rounds * kills} times: nothing torn, stuck or lost`,
	{timeout: 3_600_000},
	async () => {
		const found = nothing();
		for (let round = 0; round < rounds; round++) await killWriters(kills, found);
		const {acknowledged, missing, strays, refused, milliseconds, halfWritten, unsaid} = found;
		say(
			`kill -9 of a writer, ${rounds * kills} times`,
			`${acknowledged.length} acts acknowledged, ${missing.length} of them missing`,
			`${refused.length} saves refused; the next save after a kill, with two writers about: ${sayTimes(milliseconds)}`,
			`at least ${halfWritten} killed with a half-written temporary file, ${unsaid} between saving and saying so`,
			`${strays.length} temporary files left after the next save`,
		);
		expect({missing, strays, refused}).toEqual({missing: [], strays: [], refused: []});
		expect(acknowledged.length).toBeGreaterThan(kills);
	},
);
