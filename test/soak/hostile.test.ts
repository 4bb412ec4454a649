// Databases that are broken or meant to harm, thousands of them: each is read or refused in clear words, without a
// crash, a hang, a stack trace, or a byte that a terminal would act on.
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, test, vi} from 'vitest';
import {overviewDocument} from '../../source/documents/overview.ts';
import {toText} from '../../source/documents/text.ts';
import {clean} from '../../source/domain/clean.ts';
import {check} from '../../source/domain/queries/check.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import {openFile} from '../../source/store/file/open.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {type Store, Unusable} from '../../source/store/store.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {counts, say, sayTimes} from '../helpers/figures.ts';
import {now} from '../helpers/screens.tsx';
import {type Desk, desk, launcher, root, run} from '../terminal/boardwalk.ts';
import {sit} from '../ui/scene.ts';
import {forbidden, wrongIn} from '../ui/shown.ts';
import {spoiled, spoilers} from './spoil.ts';

vi.setConfig({testTimeout: 1_800_000});

const kinds = Object.keys(spoilers).length;
const samples = await Promise.all(
	['lincolnshire-imt', 'lincolnshire-decision', 'riverside-charity', 'epping-forest-ict'].map(
		(name) => readFile(path.join(root, 'data', `${name}.json`), 'utf8'),
	),
);
const theme = themeFor({LANG: 'C.UTF-8'});

/** A stack trace, or what stands for a value that was never there. */
const leaked = /^\s+at .+:\d+:\d+\)?$|\[object Object\]|\bTypeError\b|\bRangeError\b/m;

/** What is wrong with lines that the program would print. */
const faulty = (lines: readonly string[]): string[] =>
	lines.filter((line) => forbidden.test(line) || leaked.test(line));

const trace = (error: unknown): string =>
	error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Every screen, pages that are opened from it, forms, and an act that is saved. */
const tour =
	'1 2 enter escape v ] 3 enter escape m 4 enter e escape L escape t escape 5 enter escape v enter escape 6 enter n escape 7 ? escape W escape : P escape 2 c x ctrl+d 6';

/** What is wrong with a database's screens; it is worked with as a person would. */
async function faultyScreens(store: Store): Promise<string[]> {
	const {session, press} = sit({store});
	const found: string[] = [];
	for (const key of tour.split(' ')) {
		await press(key);
		found.push(...wrongIn(session, theme));
	}
	session.close();
	return found;
}

/** Opens, checks, tells, shows and saves a database as the program does; what is wrong with what came of it. */
async function examine(
	file: string,
	bytes: Uint8Array,
): Promise<{opened: boolean; faults: string[]}> {
	await writeFile(file, bytes);
	const parsed = parseDatabase(bytes, 'strategy.json');
	const problems = parsed.ok ? [] : parsed.problems.map(({text}) => text);
	let store: Store;
	try {
		store = await openFile(file);
	} catch (error) {
		const faults =
			error instanceof Unusable ? faulty([error.message, ...problems]) : [trace(error)];
		return {opened: false, faults};
	}
	const database = store.read();
	const overview = await toText(overviewDocument(database, now.slice(0, 10)));
	const faults = faulty([
		...check(database).map(({message}) => clean(message)),
		...database.log.map((entry) => clean(tellEntry(database, entry))),
		...overview.split('\n'),
	]);
	faults.push(...(await faultyScreens(store)));
	await store.close();
	// What was saved can be read again.
	await openFile(file).then(
		(again) => again.close(),
		(error: unknown) => faults.push(`saved, and then: ${trace(error)}`),
	);
	return {opened: true, faults};
}

test('databases that are broken or hostile: nothing comes of them but words', async () => {
	const {file} = await desk();
	const total = counts(5, 420) * kinds;
	const wrong: Record<string, string[]> = {};
	const took: number[] = [];
	const opened = new Map(Object.keys(spoilers).map((how) => [how, 0]));
	for (let number = 0; number < total; number++) {
		const {how, bytes} = spoiled(number, samples);
		const start = performance.now();
		const found = await examine(file, bytes).catch((error: unknown) => ({
			opened: false,
			faults: [trace(error)],
		}));
		took.push(performance.now() - start);
		if (found.opened) opened.set(how, (opened.get(how) ?? 0) + 1);
		if (found.faults.length > 0) wrong[`${number} ${how}`] = found.faults.slice(0, 3);
	}
	const open = [...opened.values()].reduce((sum, one) => sum + one, 0);
	say(
		`${total} broken or hostile databases, spoiled in ${kinds} ways`,
		`${total - open} refused in one line; ${open} opened, shown on every screen, altered and saved`,
		`${Object.keys(wrong).length} with a crash, a stack trace, a byte for the terminal, or lost by saving`,
		`each: ${sayTimes(took)}`,
		...[...opened].map(([how, some]) => `${how}: ${some} of ${total / kinds} opened`),
	);
	expect(wrong).toEqual({});
});

/** What is wrong with what a command says of a database. */
async function ask(own: Desk, ...args: string[]): Promise<string[]> {
	// A limit of its own, so that a hang is told as one.
	const {code, out, err} = await run('timeout', ['30', process.execPath, launcher, ...args], {
		env: own.env,
		cwd: own.folder,
	});
	const wrong = faulty(`${out}\n${err}`.split('\n'));
	// 3: it cannot be read.
	if (code !== 0 && code !== 1 && code !== 3) wrong.push(`${args[0]}: exit ${code}`);
	if (err !== '' && !/^boardwalk: [^\n]+\n$/.test(err)) wrong.push(`${args[0]}: ${err}`);
	return wrong;
}

test('a sample of them, through the program itself', async () => {
	const own = await desk();
	const {file} = own;
	const wrong: Record<string, string[]> = {};
	const total = counts(1, 8) * kinds;
	for (let number = 0; number < total; number++) {
		const {how, bytes} = spoiled(100_000 + number, samples);
		await writeFile(file, bytes);
		const read = [ask(own, 'check', file), ask(own, 'log', file), ask(own, file)];
		const found = (await Promise.all(read)).flat();
		found.push(...(await ask(own, 'status', file, 'P1-04', 'on-hold')));
		if (found.length > 0) wrong[`${number} ${how}`] = found;
	}
	say(
		`${total} more of them through the program itself: check, log, overview, status`,
		`${Object.keys(wrong).length} with a fault`,
	);
	expect(wrong).toEqual({});
});
