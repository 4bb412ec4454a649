import {existsSync} from 'node:fs';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {dayIn} from '../domain/calendar.ts';
import type {Database} from '../domain/schema/index.ts';
import {nearest} from '../domain/words.ts';
import {commands, type Context, Refusal, WrongUsage} from './command.ts';

/** What the screens need of the process besides. */
export type ScreensContext = Context & {
	/** Whether there are a keyboard and a screen. */
	interactive: boolean;
	/** The folder of the samples. */
	samples: string;
};

const usualDatabase = 'strategy.json';
const usualSample = 'lincolnshire-imt';

/**
 * Opens the screens on a database or on a scratch copy of a sample; on no terminal, prints the overview
 * as plain text instead. Resolves with the exit code.
 */
export async function showScreens(context: ScreensContext): Promise<number> {
	const practice = context.flags['demo'] === true;
	const location = practice ? await findSample(context) : findDatabase(context);
	if (!context.interactive) return printOverview(context, location);

	const {openStore} = await import('../store/open.ts');
	const file = practice ? await scratchCopy(location) : location;
	const store = await openStore(file, {
		readOnly: context.flags['read-only'] === true,
	});
	try {
		const {start} = await import('../ui/start.tsx');
		return await start({store, who: context.who(), practice, copy: saveCopy});
	} finally {
		await store.close();
		if (practice) await rm(path.dirname(file), {recursive: true, force: true});
	}
}

function findDatabase({arguments: [location, ...rest]}: Context): string {
	if (location === undefined) {
		if (existsSync(usualDatabase)) return usualDatabase;
		throw new WrongUsage(
			`name a database, or try the sample: boardwalk --demo (there is no ./${usualDatabase}; boardwalk --help tells more)`,
		);
	}
	const [near] = existsSync(location) ? [] : nearest(location, Object.keys(commands));
	if (near && (rest.length > 0 || !location.includes('.'))) {
		throw new WrongUsage(`there is no command “${location}”; did you mean ${near}?`);
	}
	if (rest[0] !== undefined) {
		throw new WrongUsage(`“${rest[0]}” is too much; usage: boardwalk <database>`);
	}
	return location;
}

async function findSample({arguments: typed, samples}: ScreensContext): Promise<string> {
	const [name = usualSample, extra] = typed;
	if (extra !== undefined) {
		throw new WrongUsage(`“${extra}” is too much; usage: boardwalk --demo [sample]`);
	}
	const names = (await readdir(samples))
		.filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
		.map((file) => file.slice(0, -'.json'.length));
	if (names.includes(name)) return path.join(samples, `${name}.json`);
	const [near] = nearest(name, names);
	throw new WrongUsage(
		`there is no sample “${name}”; ${near ? `did you mean ${near}?` : `there is ${names.join(', ')}`}`,
	);
}

/** A copy that may be written, whatever may be done to the sample, in a folder of its own. */
async function scratchCopy(sample: string): Promise<string> {
	try {
		const folder = await mkdtemp(path.join(tmpdir(), 'boardwalk-'));
		const copy = path.join(folder, path.basename(sample));
		await writeFile(copy, await readFile(sample));
		return copy;
	} catch (error) {
		throw new Refusal(`cannot make a scratch copy: ${(error as Error).message}`);
	}
}

/** Writes a database to a new file; resolves with a sentence when it could not. */
async function saveCopy(database: Database, target: string): Promise<string | undefined> {
	const {formatDatabase} = await import('../store/file/format.ts');
	try {
		await writeFile(target, formatDatabase(database), {flag: 'wx', flush: true});
		return undefined;
	} catch (error) {
		const {codeOf, reasonOf} = await import('../store/file/reasons.ts');
		const code = codeOf(error);
		if (code === 'EEXIST') return `${target} exists already; choose another name`;
		// What was begun is half a file; one that was not begun was not ours to remove.
		if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') await rm(target, {force: true});
		return code === 'ENOENT'
			? `cannot save ${target}: there is no such folder`
			: `cannot save ${target}: ${reasonOf(error)}`;
	}
}

async function printOverview(context: Context, location: string): Promise<number> {
	const [{readDatabase}, {overviewDocument}, {toText}] = await Promise.all([
		import('./open.ts'),
		import('../documents/overview.ts'),
		import('../documents/text.ts'),
	]);
	const database = await readDatabase({...context, arguments: [location]});
	const today = dayIn(context.now(), database.organisation.timeZone);
	context.out(await toText(overviewDocument(database, today)));
	return 0;
}
