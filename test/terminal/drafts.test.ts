// Whatever cuts the line, what was typed is there at the next start: with field and cursor, by one Enter.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {afterEach, expect, test} from 'vitest';
import {disk, unmountAll} from '../store/disks.ts';
import {tidy} from '../store/places.ts';
import {soak} from '../helpers/figures.ts';
import {type Desk, desk, kept, launcher, look, type Person, sitDown} from './boardwalk.ts';

afterEach(async () => {
	unmountAll();
	await tidy();
});

/** Words that tell by themselves whether one is missing. */
const words = Array.from({length: 400}, (_, number) => `w${number}`);

/** Where the drafts of the desk’s database are. */
async function draftsOf({env}: Desk): Promise<string> {
	const folder = path.join(env['XDG_STATE_HOME'] ?? '', 'boardwalk', 'drafts');
	const [database = ''] = existsSync(folder) ? await readdir(folder) : [];
	return path.join(folder, database);
}
const filesOf = async (own: Desk) =>
	(await readdir(await draftsOf(own))).filter((name) => name.endsWith('.json'));

const keptBy = ({env}: Desk, said: string) => kept(env['XDG_STATE_HOME'] ?? '', said);

async function commenting(own: Desk): Promise<Person> {
	const clerk = await sitDown(own);
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	return clerk;
}

/** The next start: takes what is offered, goes on typing where the cursor is, and saves. */
async function goesOn(own: Desk, add = ''): Promise<string> {
	const clerk = await sitDown(own, {first: 'Something you typed was not saved'});
	await clerk.do('enter', 'What you had typed is back');
	if (add !== '') await clerk.type(add);
	await clerk.do('ctrl+d', /Saved r\d+/);
	expect(await clerk.quit()).toBe(0);
	const {projects} = await look(own.file);
	return projects.find(({id}) => id === 'P1-04')?.updates.at(-1)?.note ?? '';
}

/** Types a word after the other; gives back those that were seen more than a second before the end, and all. */
async function typeUntil(
	{press, sees, cut}: Typist,
	milliseconds: number,
	how: Cut,
): Promise<{safe: string; all: string}> {
	const typed: {word: string; at: number}[] = [];
	const start = performance.now();
	while (performance.now() - start < milliseconds) {
		const word = `${words[typed.length]} `;
		press(word);
		await sees(word.trim());
		typed.push({word, at: performance.now()});
		await pause(30 + Math.random() * 60);
	}
	const ended = performance.now();
	await cut(how);
	const join = (some: typeof typed) => some.map(({word}) => word).join('');
	return {safe: join(typed.filter(({at}) => ended - at > 1000)).trim(), all: join(typed).trim()};
}

type Cut = 'SIGHUP' | 'SIGTERM' | 'SIGKILL' | 'the terminal closed';

type Typist = {
	press(word: string): void;
	/** Waits until a text stands on the screen. */
	sees(text: string): Promise<void>;
	cut(how: Cut): Promise<void>;
};

/** Somebody who types, in a terminal that can be closed as a window is, or as a connection drops. */
async function typing(own: Desk): Promise<Typist> {
	const env = {PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...own.env};
	const args = [launcher, own.file];
	const pty = spawn(process.execPath, args, {cols: 80, rows: 24, env, cwd: own.folder});
	const screen = new xterm.Terminal({cols: 80, rows: 24, allowProposedApi: true});
	// A terminal answers what it is asked.
	screen.onData((answer) => pty.write(answer));
	pty.onData((data) => screen.write(data));
	const seen = () =>
		Array.from({length: 24}, (_, row) =>
			screen.buffer.active.getLine(screen.buffer.active.baseY + row)?.translateToString(true),
		).join(' ');
	const sees = async (text: string) => {
		while (!seen().includes(text)) await pause(10);
	};
	await sees('Priorities');
	// Until it reads single keys.
	await pause(500);
	pty.write('2');
	await sees('P1-04');
	pty.write('c');
	await sees('Comment on');
	return {
		press: (word) => pty.write(word),
		sees,
		async cut(how) {
			if (how === 'the terminal closed') (pty as unknown as {destroy(): void}).destroy();
			else process.kill(pty.pid, how);
			while (isAlive(pty.pid)) await pause(20);
		},
	};
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		// One that is dead and not waited for is dead.
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
}

async function cutAndGoOn(how: Cut): Promise<void> {
	const own = await desk();
	const clerk = await typing(own);
	const typed = await typeUntil(clerk, 1200 + Math.random() * 1500, how);
	const note = await goesOn(own);
	expect(typed.all.startsWith(note)).toBe(true);
	expect(note.startsWith(typed.safe)).toBe(true);
	// Told to end, it loses nothing that it had shown.
	expect(how === 'SIGKILL' || note === typed.all).toBe(true);
	expect(await filesOf(own)).toEqual([]);
}

test('however the line is cut in the middle of a word, at most the last second is lost', async () => {
	expect.hasAssertions();
	for (let round = 0; round < (soak ? 25 : 1); round++) {
		const cuts: Cut[] = ['SIGHUP', 'SIGTERM', 'SIGKILL', 'the terminal closed'];
		await Promise.all(cuts.map((how) => cutAndGoOn(how)));
	}
}, 3_600_000);

test('field and cursor are where they were; Esc leaves it for the next start', async () => {
	const own = await desk();
	const clerk = await sitDown(own);
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('s', 'Status of P1-04');
	await clerk.do('h', '[h On hold]');
	await clerk.do(['tab', 'tab'], 'why, in a sentence');
	await clerk.type('Waiting for te supplier');
	clerk.press(...Array.from({length: 10}, () => 'left'));
	await clerk.do('h', 'for the supplier');
	clerk.press('left');
	await keptBy(own, '"Waiting for the supplier","cursor":13');
	clerk.signal('SIGKILL');
	await clerk.exited;

	const no = await sitDown(own, {first: 'Something you typed was not saved'});
	expect(no.text()).toContain('Status of P1-04 Telephony Enablement');
	await no.do('escape', (text) => !text.includes('Something you typed'));
	expect(await no.quit()).toBe(0);
	const again = await sitDown(own, {first: 'Something you typed was not saved'});
	await again.do('enter', '[h On hold]');
	// Typed where the cursor was: within the word.
	await again.do('!', 'for t!he supplier');
	await again.do('backspace', 'for the supplier');
	await again.do('ctrl+d', 'Saved r2');
	expect(await filesOf(own)).toEqual([]);
	expect(await again.quit()).toBe(0);
});

test('two sessions of one person leave each other’s living drafts alone; only theirs may read them', async () => {
	const own = await desk();
	const first = await commenting(own);
	await first.type('The first one’s.');
	await keptBy(own, 'The first one’s.');
	// Asked whether to take over, and left where it is.
	const second = await sitDown(own, {first: 'You are still connected'});
	await second.do('escape', /Priorities/);
	await second.do('2', /▸ P1-04/);
	await second.do('c', 'Comment on P1-04');
	expect(second.text()).not.toContain('Something you typed');
	expect(second.text()).not.toContain('The first one’s.');
	await second.type('The second one’s.');
	await keptBy(own, 'The second one’s.');
	const folder = await draftsOf(own);
	const files = await filesOf(own);
	expect(files).toHaveLength(2);
	expect((await stat(folder)).mode & 0o777).toBe(0o700);
	for (const name of files) expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);

	second.signal('SIGKILL');
	await second.exited;
	expect(await goesOn(own)).toBe('The second one’s.');
	await first.type(' And more.');
	await first.do('ctrl+d', /Saved r\d+/);
	expect(await filesOf(own)).toEqual([]);
	expect(await first.quit()).toBe(0);
	const third = await sitDown(own);
	expect(third.text()).not.toContain('Something you typed');
});

test('killed right after it was saved: nothing is offered that is in the file already', async () => {
	for (let round = 0; round < (soak ? 50 : 2); round++) {
		const own = await desk();
		const clerk = await commenting(own);
		await clerk.type('Once only.');
		// With the text on the disk already, and not yet.
		await pause(400 * (round % 2));
		await clerk.do('ctrl+d', /Saved r\d+/);
		clerk.signal('SIGKILL');
		await clerk.exited;
		expect(existsSync(await draftsOf(own)) ? await filesOf(own) : []).toEqual([]);
	}
}, 3_600_000);

/** Types more than a full disk takes, and saves. */
async function typesOn(state: string): Promise<void> {
	const own = await desk();
	const clerk = await sitDown(own, {env: {XDG_STATE_HOME: state}});
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	for (const word of words.slice(0, 60)) clerk.press(`${word} `);
	await pause(500);
	clerk.paste('x'.repeat(20_000));
	await pause(500);
	await clerk.type(' end');
	await clerk.do('ctrl+d', /Saved r\d+/);
	expect(await clerk.quit()).toBe(0);
	const {projects} = await look(own.file);
	const note = projects.find(({id}) => id === 'P1-04')?.updates.at(-1)?.note ?? '';
	expect([note.slice(0, 6), note.slice(-5)]).toEqual(['w0 w1 ', 'x end']);
}

test('a state folder on a full disk, or none at all, does not disturb typing or saving', async () => {
	expect.hasAssertions();
	const mount = await disk('-o', 'size=64k');
	if (mount !== undefined) await writeFile(path.join(mount, 'filler'), Buffer.alloc(60_000));
	const states = [...(mount === undefined ? [] : [mount]), '/dev/null/none'];
	await Promise.all(states.map((state) => typesOn(state)));
});

test('files of drafts that are broken or strange keep nobody from starting or leaving', async () => {
	const own = await desk();
	const clerk = await commenting(own);
	await clerk.type('Good.');
	await keptBy(own, 'Good.');
	clerk.signal('SIGKILL');
	await clerk.exited;
	const folder = await draftsOf(own);
	const [name = ''] = await filesOf(own);
	const good = await readFile(path.join(folder, name), 'utf8');
	await writeFile(path.join(folder, name), good.slice(0, -20));
	await mkdir(path.join(folder, 'folder.json'));
	execFileSync('mkfifo', [path.join(folder, 'pipe.json')]);
	await writeFile(path.join(folder, 'odd.json'), good.replace('"comment"', '"toString"'));
	await writeFile(
		path.join(folder, 'escape.json'),
		good.replace('"at":"', '"at":"\\u001b]0;owned'),
	);
	const next = await sitDown(own);
	await next.do('2', /▸ P1-04/);
	expect(next.text()).not.toContain('Something you typed');
	expect(next.raw()).not.toContain('\u001b]0;');
	expect(await next.quit()).toBe(0);
});

test('a form that is handed over is on the colleague’s screen, and gone from here once they take it', async () => {
	const own = await desk();
	const clerk = await sitDown(own, {args: [own.file, '--as', 'Secretary']});
	const chair = await sitDown(own, {args: [own.file, '--as', 'Chair']});
	await clerk.waitFor('2 here');
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	await clerk.type('Half of thm');
	clerk.press('left');
	await clerk.do('ctrl+y', ': hand Chair');
	await clerk.do('enter', /Offered to Chair/);

	const title = /Secretary \(login \S+\) hands you: Comment on P1-04 Telephony Enablement/;
	await chair.waitFor(title);
	await chair.do('enter', /From Secretary \(login \S+\), as it was left\./);
	await clerk.waitFor(/Chair \(login \S+\) has taken Comment on P1-04/);
	await chair.do('e', 'Half of them');
	await chair.do('ctrl+d', /Saved r2: Chair commented/);
	expect(await clerk.quit()).toBe(0);
	expect(await chair.quit()).toBe(0);
	expect(await filesOf(own)).toEqual([]);
	expect(await readdir(path.join(own.folder, '.strategy.json.handover'))).toEqual([]);
});

test('the giver’s line drops after handing over: it is the colleague’s, and offered to nobody twice', async () => {
	const own = await desk();
	const clerk = await sitDown(own, {args: [own.file, '--as', 'Secretary']});
	const chair = await sitDown(own, {args: [own.file, '--as', 'Chair']});
	await clerk.waitFor('2 here');
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	await clerk.type('Do go on.');
	await chair.do(':', 'Quick line');
	await clerk.do('ctrl+y', ': hand Chair');
	await clerk.do('enter', /Offered to Chair/);
	await keptBy(own, '"handed"');
	clerk.signal('SIGKILL');
	await clerk.exited;
	// The chair is typing: a line says so, and nothing is asked before they want it to be.
	await chair.waitFor(/Ctrl\+Y later: Secretary \(login \S+\) hands you/);
	await chair.do('escape', (text) => !text.includes('Quick line'));
	await chair.do('ctrl+y', /Secretary \(login \S+\) hands you: /);
	await chair.do('enter', 'Do go on.');
	await chair.do('ctrl+d', 'Saved r2');
	const next = await sitDown(own, {args: [own.file, '--as', 'Secretary']});
	await next.do('2', /▸ P1-04/);
	expect(next.text()).not.toContain('Something you typed');
	await next.do('c', 'Comment on P1-04');
	expect(next.text()).not.toContain('Do go on.');
});
