import {
	closeSync,
	constants,
	fstatSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setImmediate as turn} from 'node:timers/promises';

/** How often the file is looked at while the editor has it, in milliseconds. */
const interval = 200;

/** The most that is taken from it, in bytes. */
const most = 4_000_000;

/** How long a text is kept whose session was killed while an editor had it, in milliseconds. */
const kept = 86_400_000;

/** A text that an editor has: `look` takes over what was saved since the last look, `remove` leaves nothing behind. */
export type Lent = {look(): void; remove(): void};

type Editing = {
	/** A folder of the user's own; made if it is not there. */
	folder: string;
	/** Hands the terminal over while the work is done. */
	suspend(work: () => Promise<void>): Promise<void>;
	/** Told of every text that is saved while the editor runs. */
	saved(value: string): void;
	/** Told what the editor has, and when it has it no longer. */
	lent(lent: Lent | undefined): void;
};

/**
 * Hands the terminal to the person's editor with a text in a file of their own. What they save there is told at once, so
 * that it is not lost with the line.
 */
export async function editOutside(
	value: string,
	{folder, suspend, saved, lent}: Editing,
): Promise<{value: string} | {problem: string}> {
	const editor = process.env['VISUAL'] || process.env['EDITOR'] || 'vi';
	let own: string | undefined;
	try {
		own = ownFolder(folder);
		const file = path.join(own, 'text.md');
		// Editors expect a text to end with a line break; the form takes it off again.
		writeFileSync(file, `${value}\n`, {mode: 0o600, flag: 'wx'});
		let known = `${value}\n`;
		let seen = markOf(file);
		const look = () => {
			const mark = markOf(file);
			if (mark === seen) return;
			const text = read(file);
			if (text === undefined) return;
			seen = mark;
			if (text === known) return;
			known = text;
			saved(text);
		};
		const remove = () => rmSync(own ?? file, {recursive: true, force: true});
		lent({look, remove});
		const ended: {code: number | string} = {code: 'not started'};
		const looking = setInterval(look, interval);
		await suspend(async () => {
			// The keyboard is still read for a moment: without these turns the editor misses keys.
			await turn();
			process.stdin.pause();
			await turn();
			ended.code = await run(editor, file);
		}).finally(() => clearInterval(looking));
		look();
		if (ended.code === 0) return {value: known};
		const text = known === `${value}\n` ? 'your text is as it was' : 'what you saved is here';
		return {problem: `${editor} ended with ${ended.code}: ${text}. Is $EDITOR set?`};
	} catch (error) {
		return {problem: `the editor could not be used: ${(error as Error).message}`};
	} finally {
		lent(undefined);
		if (own !== undefined) rmSync(own, {recursive: true, force: true});
	}
}

/** A folder for one text, named after this process; those of processes that are gone are swept after a day. */
function ownFolder(folder: string): string {
	mkdirSync(folder, {recursive: true, mode: 0o700});
	const {uid, mode} = statSync(folder);
	const user = process.getuid?.();
	if (user !== undefined && (uid !== user || (mode & 0o077) !== 0)) {
		throw new Error(`${folder} is open to others`);
	}
	for (const name of readdirSync(folder)) {
		const [, pid] = /^(\d+)-\w{6}$/.exec(name) ?? [];
		const stray = path.join(folder, name);
		if (pid === undefined || isAlive(Number(pid))) continue;
		if (Date.now() - Number(markOf(path.join(stray, 'text.md')).split(' ')[0]) < kept) continue;
		rmSync(stray, {recursive: true, force: true});
	}
	return mkdtempSync(path.join(folder, `${process.pid}-`));
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** When a file was altered last, and what else tells that it was; one that is missing was long ago. */
function markOf(file: string): string {
	const found = statSync(file, {throwIfNoEntry: false});
	return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : '0';
}

/** What a file holds; undefined while an editor puts another in its place. */
function read(file: string): string | undefined {
	let descriptor: number | undefined;
	try {
		descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
		const found = fstatSync(descriptor);
		return found.isFile() && found.size <= most ? readFileSync(descriptor, 'utf8') : undefined;
	} catch {
		return undefined;
	} finally {
		if (descriptor !== undefined) closeSync(descriptor);
	}
}

/** Runs `$EDITOR file`; the variable may hold options (`code --wait`), as everywhere else. */
function run(editor: string, file: string): Promise<number | string> {
	return new Promise((resolve) => {
		const child = process
			.getBuiltinModule('node:child_process')
			.spawn('/bin/sh', ['-c', `${editor} "$1"`, 'sh', file], {stdio: 'inherit'});
		child.on('error', (error) => resolve(error.message));
		child.on('exit', (code, signal) => resolve(code ?? signal ?? 'an unknown error'));
	});
}
