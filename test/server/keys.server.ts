// Over a real sshd: one locked account, a key a person. Five of them hold a meeting, and each tries to get out.
import {spawnSync} from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, expect, test, vi} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {openTerminal, type Terminal} from '../helpers/terminal.ts';
import {kept} from '../terminal/boardwalk.ts';
import {program, type Server, startSshd} from './sshd.ts';

vi.setConfig({testTimeout: 180_000, hookTimeout: 120_000});

const people = {
	chair: {id: 'head-of-paid-service', name: 'Head of Paid Service', role: 'chair'},
	secretary: {id: 'board-secretary', name: 'Board Secretary', role: 'secretary'},
	first: {id: 'head-of-imt', name: 'Head of IMT', role: 'member'},
	second: {id: 'systems-advisor', name: 'Systems Advisor', role: 'member'},
	observer: {id: 'lfr', name: 'Lincolnshire Fire', role: 'observer'},
} as const;
type Who = keyof typeof people;

let server: Server;
const keys: Partial<Record<Who, {key: string; fingerprint: string}>> = {};
const lines: string[] = [];
const folder = () => path.dirname(server.file);
const database = () => JSON.parse(readFileSync(server.file, 'utf8')) as Database;
const keyOf = (who: Who) => keys[who]!;

const open: Terminal[] = [];
afterEach(async () => {
	for (const terminal of open.splice(0)) await terminal.dispose();
});

/** Does something as the account, on the server itself, which must do it and warn of nothing. */
function administer(args: string[], input?: string): string {
	const {code, out, err} = server.run(args, input);
	if (code !== 0 || err !== '') throw new Error(`boardwalk ${args.join(' ')}: ${code} ${err}`);
	return out;
}

beforeAll(async () => {
	server = await startSshd('ExposeAuthInfo yes', 'AcceptEnv LANG LC_*');
	chmodSync(folder(), 0o700);
	const rights = Object.values(people).map(({id, role}) => `person:${id}=${role}`);
	administer(['roles', server.file, ...rights]);
	for (const [who, {id}] of Object.entries(people) as [Who, {id: string}][]) {
		const key = server.makeKey(who);
		const out = administer(['authorize', server.file, id], readFileSync(`${key}.pub`, 'utf8'));
		// The project's own Node and program, which no account has in its path.
		lines.push(out.replace('command="boardwalk ', `command="LANG=C.UTF-8 ${program} `));
		const [fingerprint = ''] = /SHA256:\S{43}/.exec(out) ?? [];
		keys[who] = {key, fingerprint};
	}
	server.letIn(lines);
});
afterAll(() => server?.stop());

/** Somebody logs in with their key. */
async function login(who: Who, first: string | RegExp = /Priorities/): Promise<Terminal> {
	const terminal = openTerminal({
		command: 'ssh',
		args: server.connectAs(keyOf(who).key),
		env: {HOME: '/nonexistent'},
	});
	open.push(terminal);
	await terminal.waitFor(first);
	await terminal.ready();
	return terminal;
}

async function press(terminal: Terminal, wanted: string | RegExp, ...pressed: string[]) {
	terminal.press(...pressed);
	await terminal.waitFor(wanted);
}

/** What a program says that goes there with a key, and how it ended. */
function said(command: string, ...args: string[]) {
	const {status, stdout, stderr} = spawnSync(command, args, {encoding: 'utf8', input: ''});
	return {code: status, text: stdout + stderr};
}

test('the key is the person: name, role, attribution, and drafts of one’s own', async () => {
	const secretary = await login('secretary', 'Board Secretary, secretary');
	await press(secretary, 'Agenda', '4');
	await press(secretary, 'LIVE M-2', 'o');
	const chair = await login('chair', 'Head of Paid Service, chair');
	await chair.waitFor('LIVE M-2');
	await press(chair, 'Agenda', '4');
	await press(chair, 'Roll of M-2', 't');
	await press(chair, '6/6 present', 'A');
	const first = await login('first', 'Head of IMT, member');
	await press(first, /▸ P1-04/, '2');
	await press(first, 'Comment on P1-04', 'c');
	await press(first, 'On its way', 'On its way.');
	await press(first, /Saved r\d+/, 'ctrl+d');
	// A member sets no status, and an observer does nothing.
	await press(first, 'a member may not do this', 's');
	const observer = await login('observer', 'READ ONLY');
	expect(observer.text()).toContain('observer');

	await press(first, 'Comment on P1-04', 'c');
	first.press('Half of the first member');
	await kept(`${server.home}/.local/state`, 'Half of the first member');
	await first.dispose();
	const second = await login('second', 'Systems Advisor, member');
	await press(second, /▸ P1-04/, '2');
	expect(second.text()).not.toContain('not saved');
	await press(second, 'Comment on P1-04', 'c');
	expect(second.text()).not.toContain('Half of');
	const again = await login('first', 'Something you typed was not saved');
	await press(again, 'Half of the first member', 'enter');
	await press(again, /Saved r\d+/, 'ctrl+d');

	const list = server.run(['who', server.file]);
	expect(list.out).toMatch(/^Board Secretary, secretary +Meeting M-2/m);
	const {log, projects} = database();
	const comment = log.findLast(({actor}) => actor.person === people.first.id);
	expect(comment?.actor).toMatchObject({
		user: 'boardwalk-test',
		name: 'Head of IMT',
		person: people.first.id,
		key: keyOf('first').fingerprint,
		role: 'member',
	});
	expect(projects.find(({id}) => id === 'P1-04')?.updates?.at(-1)?.by).toBe('Head of IMT');
	expect(server.run(['log', server.file]).out).toMatch(
		/Board Secretary opened .*\n.*Head of Paid Service took the roll .*\n.*Head of IMT commented/,
	);
	expect(server.run(['check', server.file])).toMatchObject({code: 0});
	for (const terminal of open) terminal.press('ctrl+c');
});

test('a key is for Boardwalk and nothing else: no shell, no copying, no forwarding', async () => {
	const {key} = keyOf('second');
	const before = readFileSync(server.file);
	const nothing = 'this key opens Boardwalk and nothing else: connect without a command';
	for (const command of ['sh', 'sh -c id', 'cat /etc/passwd', program, 'scp -t /tmp']) {
		expect(said('ssh', ...server.connectAs(key, command))).toEqual({
			code: 1,
			text: expect.stringContaining(nothing) as string,
		});
	}
	const loot = path.join(path.dirname(key), 'loot');
	for (const flags of [['-O'], []]) {
		const copied = said(
			'scp',
			...flags,
			...server.copying(key),
			`boardwalk-test@127.0.0.1:${server.file}`,
			loot,
		);
		expect(copied.code).not.toBe(0);
		expect(existsSync(loot)).toBe(false);
	}
	const sent = said('sftp', '-b', '-', ...server.copying(key), 'boardwalk-test@127.0.0.1');
	expect(sent.code).not.toBe(0);
	expect(said('ssh', ...server.connectAs(key, undefined, '-T')).text).toContain(
		'a session needs a terminal',
	);
	// Nothing is forwarded: neither a port there nor here, nor what a jump would be.
	for (const forward of [
		['-W', '127.0.0.1:22'],
		['-N', '-R', '0:127.0.0.1:22'],
	]) {
		const tried = said(
			'ssh',
			...server.connectAs(key, undefined, '-T', '-o', 'ExitOnForwardFailure=yes', ...forward),
		);
		expect(tried.code).not.toBe(0);
		expect(tried.text).toMatch(/prohibited|forwarding failed|request failed/);
	}
	expect(readFileSync(server.file)).toEqual(before);
});

test('from inside: no editor, no file but those of the papers’ folder', async () => {
	const papers = path.join(folder(), 'strategy-papers');
	mkdirSync(papers, {recursive: true});
	const {uid, gid} = statSync(folder());
	chownSync(papers, uid, gid);
	writeFileSync(path.join(papers, 'report.md'), '# Award of the contract\n\nIt is awarded.\n');
	symlinkSync('/etc/passwd', path.join(papers, 'link.md'));
	const secretary = await login('secretary');
	await press(secretary, 'Agenda', '4');
	await press(secretary, 'Bring a paper in', 'I');
	await press(secretary, 'report.md', 'r', 'e', 'tab');
	secretary.press('escape');
	for (const name of ['/etc/passwd', '../../../etc/passwd', '~/.ssh/id', 'link.md', '.']) {
		await press(secretary, 'Agenda', '4');
		await press(secretary, 'Bring a paper in', 'I');
		secretary.press('ctrl+u', name);
		await secretary.waitFor(name);
		secretary.press('tab');
		secretary.press('enter');
		await secretary.waitFor(/papers are read from|there is no file|is a folder/);
		expect(secretary.text()).not.toMatch(/root:|daemon|nologin/);
		// Nothing was written beside the screen.
		expect(secretary.text().split('\n')[0]).toContain('Board Secretary, secretary');
		secretary.press('escape');
	}
	await press(secretary, '[Minutes]', '7');
	await press(secretary, 'Minutes of M-1', '[');
	await press(secretary, 'Enter Write them', 'P');
	await press(secretary, /The papers of M-1 are in/, 'enter');
	expect(readdirSync(papers).length).toBeGreaterThan(2);
	const chair = await login('chair');
	await press(chair, /▸ P1-04/, '2');
	await press(chair, 'Comment on P1-04', 'c');
	await press(chair, 'no editor is started in a session that a key opens', 'ctrl+o');
});

test('the environment and the kind of terminal bring nothing in', async () => {
	const {key} = keyOf('chair');
	const trace = path.join(server.home, 'trace');
	const env = {
		BOARDWALK_ASCII: '1',
		LD_PRELOAD: '/tmp/nothing.so',
		NODE_OPTIONS: `--require ${trace}`,
		EDITOR: `touch ${trace}`,
		XDG_STATE_HOME: '/tmp/elsewhere',
		SSH_USER_AUTH: '/dev/null',
		HOME: '/nonexistent',
		LC_ALL: 'C.UTF-8',
	};
	const send = Object.keys(env).flatMap((name) => ['-o', `SendEnv=${name}`]);
	const terminal = openTerminal({
		command: 'sh',
		args: [
			'-c',
			`TERM='xterm/../../../etc/passwd;$(touch ${trace})'; export TERM; exec ssh "$@"`,
			'sh',
			...server.connectAs(key, undefined, ...send),
		],
		env,
	});
	open.push(terminal);
	await terminal.waitFor(/Priorities/);
	await terminal.ready();
	expect(terminal.text()).toContain('─');
	expect(existsSync(trace)).toBe(false);
	expect(existsSync('/tmp/elsewhere/boardwalk')).toBe(false);
});

test('a key that was revoked, one on another’s line, and a folder that others may enter are refused', async () => {
	const {key, fingerprint} = keyOf('second');
	const asked = () => said('ssh', ...server.connectAs(key));
	const session = await login('second');
	const revoked = server.run(['authorize', server.file, people.second.id, '--revoke', fingerprint]);
	expect(revoked).toMatchObject({code: 0, out: `revoked ${fingerprint} of Systems Advisor\n`});
	// What is open only shows from then on; the next one does not open.
	await session.waitFor('READ ONLY');
	const out = openTerminal({command: 'ssh', args: server.connectAs(key)});
	open.push(out);
	await out.waitFor('this key of Systems Advisor was revoked');
	expect((await out.exited).exitCode).toBe(1);
	expect(asked().code).not.toBe(0);

	// The chair's words on the line of another key.
	const [line = ''] = lines.filter((one) => one.includes(people.chair.id));
	const pub = readFileSync(`${key}.pub`, 'utf8').split(' ').slice(0, 2).join(' ');
	server.letIn([`${line.slice(0, line.indexOf('" ssh-') + 2)}${pub}\n`]);
	const wrong = openTerminal({command: 'ssh', args: server.connectAs(key)});
	open.push(wrong);
	await wrong.waitFor('the line of this key names another key');
	server.letIn(lines);

	chmodSync(folder(), 0o750);
	const opened = openTerminal({command: 'ssh', args: server.connectAs(keyOf('chair').key)});
	open.push(opened);
	await opened.waitFor('keys tell persons only where nobody else comes near the database');
	chmodSync(folder(), 0o700);
});
