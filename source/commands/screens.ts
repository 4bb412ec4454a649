import {existsSync} from 'node:fs';
import {mkdtemp, readdir, readFile, realpath, rm, writeFile} from 'node:fs/promises';
import {homedir, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {dayIn} from '../domain/calendar.ts';
import type {Database} from '../domain/schema/index.ts';
import {actorIn, whyNoKey} from '../domain/rules/persons.ts';
import {nearest} from '../domain/words.ts';
import {openDrafts, stateFolder} from './drafts.ts';
import {isFirstStart} from './first-start.ts';
import {openHandover} from './handover.ts';
import {filesThere} from './output.ts';
import type {Importer} from '../ui/paper.ts';
import type {TreeLoader} from '../ui/trees.ts';
import {openFileLetterbox} from '../store/file/letterbox.ts';
import {ownsFolder} from '../store/file/paths.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';
import {keyFor} from '../ui/keys-by-name.ts';

/** What the screens need of the process besides. */
type ScreensContext = CommandContext & {
	/** The names of the commands, for what may have been meant. */
	commands: readonly string[];
	/** What writes papers, as the command does: handed in, so that it is not part of the screens. */
	publish: Command['run'];
	/** What reads papers: handed in for the same reason, and loaded when the first one is named. */
	importer: Importer;
	/** What lays out what is not a list of lines: handed in for the same reason, and loaded when it is first looked at. */
	trees: TreeLoader;
	/** Whether there are a keyboard and a screen. */
	interactive: boolean;
	/** The folder of the samples. */
	samples: string;
	/** What a session that a key opened is confined to: no editor, and papers nowhere but in this folder. */
	confined?: {papers: string};
};

const noEditor = 'no editor is started in a session that a key opens: type or paste the text here';

const usualDatabase = 'strategy.json';
const usualSample = 'lincolnshire-imt';

/**
 * Opens the screens on a database or on a scratch copy of a sample; on no terminal, prints the overview
 * as plain text instead. Resolves with the exit code.
 */
export async function showScreens(context: ScreensContext): Promise<number> {
	const practice = context.flags['demo'] === true;
	const publicOnly = context.flags['public'] === true;
	const location = practice ? await findSample(context) : findDatabase(context);
	if (!context.interactive) return printOverview(context, location);

	const {isPostgres, openStore} = await import('../store/open.ts');
	const file = practice ? await scratchCopy(location) : location;
	const store = await openStore(file, {
		readOnly: publicOnly || context.flags['read-only'] === true,
	});
	try {
		const {start} = await import('../ui/start.ts');
		// What an account has set holds for nobody who comes by a key.
		const settings = context.confined ? {} : await readSettings();
		const isFile = !isPostgres(file);
		// Not spread: the groups are looked up when they are asked for.
		const who = context.who();
		Object.assign(who, {
			actor: actorIn(store.read(), who),
			// What the account owns is everybody's who has a key to it.
			owner: who.keyed ? false : isFile ? await owns(file) : store.isOwner === true,
		});
		const noKey = whyNoKey(store.read(), who);
		if (noKey !== undefined) throw new Refusal(noKey);
		const drafts =
			practice || publicOnly
				? undefined
				: // What a client sends of its environment says nothing of where a confined session keeps things.
					await openDrafts(store.read().id, who.session, who.actor, context.confined && {});
		const alone = practice || store.readOnly !== undefined;
		const letterbox = alone ? undefined : (store.letterbox ?? (await openFileLetterbox(file)));
		return await start({
			store,
			who,
			practice,
			publicOnly,
			linear: isLinear(context),
			mouse: wantsMouse(context, settings),
			palette: paletteOf(context, settings),
			follow: context.flags['follow'] === true,
			// A screen for the wall is nobody's first one.
			first:
				!publicOnly &&
				(context.confined
					? await isFirstStart(who.actor.person, {})
					: await isFirstStart(undefined)),
			drafts,
			editing: context.confined
				? {refused: noEditor}
				: {folder: stateFolder(process.env, 'editor')},
			handover: letterbox && openHandover(letterbox, who),
			copy: saveCopy,
			importer: context.importer,
			trees: context.trees,
			papers: (meeting, force) => writePapers(context, file, meeting, {practice, force}),
		});
	} finally {
		await store.close();
		if (practice) await rm(path.dirname(file), {recursive: true, force: true});
	}
}

const themes = ['dark', 'light', 'contrast', 'sixteen'] as const;

/** The colours that are asked for: by the flag, else in the settings of whoever sits here. Throws WrongUsage. */
function paletteOf(
	{flags}: ScreensContext,
	settings: Settings,
): (typeof themes)[number] | undefined {
	const {theme = settings.theme} = flags;
	const found = themes.find((name) => name === theme);
	if (theme !== undefined && !found) {
		throw new WrongUsage(`there is no theme “${String(theme)}”; there is ${themes.join(', ')}`);
	}
	return found;
}

/** What somebody may ask for once and for all. */
type Settings = {theme?: string; mouse?: boolean};

/** Whether clicks and the wheel are asked for: by the flag, else in the settings. */
const wantsMouse = ({flags}: ScreensContext, {mouse = false}: Settings): boolean =>
	flags['mouse'] === true || mouse;

/** `settings.json` in the folder for configuration of the XDG base directories; what cannot be read says nothing. */
async function readSettings(): Promise<Settings> {
	const given = process.env['XDG_CONFIG_HOME'] ?? '';
	const folder = path.isAbsolute(given) ? given : path.join(homedir(), '.config');
	try {
		const read: unknown = JSON.parse(
			await readFile(path.join(folder, 'boardwalk', 'settings.json'), 'utf8'),
		);
		if (typeof read !== 'object' || read === null) return {};
		const {theme, mouse} = read as {theme?: unknown; mouse?: unknown};
		return {...(typeof theme === 'string' ? {theme} : {}), mouse: mouse === true};
	} catch {
		return {};
	}
}

/**
 * Whether it is told line by line instead of drawn: asked for, said by the environment for every program that is made
 * with Ink, or the terminal only ever adds (every sequence would stand there as text).
 */
const isLinear = ({flags}: ScreensContext): boolean =>
	flags['linear'] === true ||
	process.env['INK_SCREEN_READER'] === 'true' ||
	process.env['TERM'] === 'dumb';

/** Whether the database is this user's to administer. */
const owns = async (file: string): Promise<boolean> =>
	ownsFolder({directory: path.dirname(await realpath(file))});

function findDatabase({arguments: [location, ...rest], commands}: ScreensContext): string {
	if (location === undefined) {
		if (existsSync(usualDatabase)) return usualDatabase;
		throw new WrongUsage(
			`name a database: boardwalk init board.json makes one, boardwalk --demo opens a sample (there is no ./${usualDatabase}; boardwalk --help tells more)`,
		);
	}
	const [near] = existsSync(location) ? [] : nearest(location, [...commands]);
	if (near && (rest.length > 0 || !location.includes('.'))) {
		throw new WrongUsage(`there is no command “${location}”; did you mean ${near}?`);
	}
	if (rest[0] !== undefined) {
		throw new WrongUsage(`“${rest[0]}” is one argument too many; usage: boardwalk <database>`);
	}
	return location;
}

async function findSample({arguments: typed, samples}: ScreensContext): Promise<string> {
	const [name = usualSample, extra] = typed;
	if (extra !== undefined) {
		throw new WrongUsage(`“${extra}” is one argument too many; usage: boardwalk --demo [sample]`);
	}
	const names = (await readdir(samples))
		.filter((file) => file.endsWith('.json') && !/\.schema\.json$|^holidays-/.test(file))
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
	const {formatDatabase} = await import('../store/format.ts');
	try {
		await writeFile(target, formatDatabase(database), {flag: 'wx', flush: true});
		return undefined;
	} catch (error) {
		const {codeOf, reasonOf} = await import('../store/reasons.ts');
		const code = codeOf(error);
		if (code === 'EEXIST') return `${target} exists already; choose another name`;
		// What was begun is half a file; one that was not begun was not ours to remove.
		if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') await rm(target, {force: true});
		return code === 'ENOENT'
			? `cannot save ${target}: there is no such folder`
			: `cannot save ${target}: ${reasonOf(error)}`;
	}
}

/**
 * Writes the notices and minutes of a meeting into a folder beside the database, as `publish` does;
 * when something of it is exempt or anything waits to be released, the public versions alone. Those of a database on a server go where the
 * session was started.
 */
async function writePapers(
	context: ScreensContext,
	file: string,
	meeting: string,
	{practice, force}: {practice: boolean; force: boolean},
): Promise<{folder: string} | {problem: string} | {occupied: string[]}> {
	const [{readDatabase}, {minutesOf}, {sayWaiting}] = await Promise.all([
		import('./open.ts'),
		import('../domain/queries/minutes/minutes.ts'),
		import('../domain/queries/public/marked.ts'),
	]);
	const folder = context.confined?.papers ?? (await papersFolder(file));
	const given = {...context, arguments: [file, meeting], out: () => {}};
	try {
		// What is written here is to be published: exempt matter has no place among it.
		const database = await readDatabase(given);
		const {exempt} = minutesOf(database, meeting);
		const waits = sayWaiting(database);
		await context.publish({
			...given,
			// It is told with where the papers are.
			warn: () => {},
			flags: {
				folder,
				...(exempt.length > 0 || waits !== undefined ? {public: true} : {}),
				...(force ? {force: true} : {}),
			},
		});
		const where = practice ? `${folder} until you leave` : folder;
		return {
			folder:
				waits === undefined ? where : `${where}; not in them: ${waits} (${keyFor('private.list')})`,
		};
	} catch (error) {
		const there = filesThere(error);
		if (there) return {occupied: there.map((name) => path.basename(name))};
		if (error instanceof Error && ['Refusal', 'Unusable'].includes(error.name)) {
			return {problem: error.message};
		}
		throw error;
	}
}

/** Where papers of a database are written: beside its file. */
export async function papersFolder(file: string): Promise<string> {
	const {isPostgres} = await import('../store/open.ts');
	if (!isPostgres(file)) return path.join(path.dirname(file), `${path.parse(file).name}-papers`);
	const {readTarget} = await import('../store/postgres/connection/target.ts');
	return `${(await readTarget(file)).board ?? 'boardwalk'}-papers`;
}

async function printOverview(context: CommandContext, location: string): Promise<number> {
	const [{readDatabase}, {overviewDocument}, {toText}, {publicView}] = await Promise.all([
		import('./open.ts'),
		import('../documents/overview.ts'),
		import('../documents/text.ts'),
		import('../domain/queries/public/view.ts'),
	]);
	const whole = await readDatabase({...context, arguments: [location]});
	const database = context.flags['public'] === true ? publicView(whole) : whole;
	const today = dayIn(context.now(), database.organisation.timeZone);
	context.out(await toText(overviewDocument(database, today)));
	return 0;
}
