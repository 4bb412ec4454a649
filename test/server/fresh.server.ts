// docs/server.md followed word for word on a bare Debian with sshd: the commands are read from the page, not repeated
// here. What a person fills in (whose key, which day's copy) is all that is put in their place.
import {copyFileSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeAll, expect, test, vi} from 'vitest';
import {scratchFolder} from '../commands/run.ts';
import {openTerminal, type Terminal} from '../helpers/terminal.ts';
import {toWord} from '../import/word.ts';
import {copyCheckout, pack} from '../package/checkout.ts';
import {root} from '../terminal/boardwalk.ts';
import {readPaper} from '../../source/import/read/index.ts';
import {type Machine, startMachine} from './machine.ts';

vi.setConfig({testTimeout: 300_000, hookTimeout: 600_000});

const page = readFileSync(path.join(root, 'docs', 'server.md'), 'utf8');

/** The commands of a section, as somebody types them: a here-document belongs to its command. */
function commandsOf(section: string): string[] {
	const [, text = ''] = page.split(`\n## ${section}\n`);
	const [own = ''] = text.split('\n## ');
	const blocks = [...own.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
	const commands: string[] = [];
	let end: string | undefined;
	for (const line of blocks.join('').split('\n')) {
		if (end !== undefined) {
			commands.push(`${commands.pop()}\n${line}`);
			if (line === end) end = undefined;
			continue;
		}
		const bare = line.replace(/\s+# .*$/, '').trim();
		if (bare === '') continue;
		commands.push(bare);
		end = /<<'(\w+)'/.exec(bare)?.[1];
	}
	return commands;
}

/** What is tried in other ways, and where; everything else on the page is followed here. */
const elsewhere: Record<string, string> = {
	'sudo npm install --global ./boardwalk-*.tgz': 'test/package: a bare Debian has no npm',
	'npm install --global --prefix ~/.local ./boardwalk-*.tgz': 'test/package',
};
const followed = new Set<string>();

const folder = scratchFolder();
const strategy = path.join(folder, 'our-strategy.docx');
let first: ReturnType<typeof pack>;
let second: ReturnType<typeof pack>;
let machine: Machine;
let stop: (() => Promise<void>) | undefined;
const open: Terminal[] = [];

beforeAll(async () => {
	const checkout = copyCheckout(path.join(folder, 'checkout'), {elsewhere: true});
	first = pack(checkout, '1.0.0');
	second = pack(checkout, '1.1.0');
	const {blocks} = await readPaper(
		Buffer.from(`# Digital Strategy 2027-2030

## Priority 1 – Simple services

We will:

- put the ten forms that are used most online

| Project | Description | Status | Comments |
|---|---|---|---|
| Online forms | Ten forms | On track | Six are done |

## Priority 2 – Safe systems

We will:

- leave no system without support

| Project | Description | Status | Comments |
|---|---|---|---|
| Backups | In two places | Complete | |
`),
		'strategy.md',
	);
	writeFileSync(strategy, await toWord(blocks));
});
afterEach(async () => {
	for (const terminal of open.splice(0)) await terminal.dispose();
	await stop?.();
	stop = undefined;
});
/** Does what the page says, which must go well; `fill` puts in what a person knows. */
function follow(command: string, fill: (command: string) => string = (same) => same): string {
	followed.add(command);
	const {code, out} = machine.run(fill(command));
	if (code !== 0) throw new Error(`${fill(command)}: exit code ${code}\n${out}`);
	return out;
}

/** Starts a program in a terminal of the machine. */
async function sit(args: string[], wanted: string | RegExp): Promise<Terminal> {
	const terminal = openTerminal({...machine.command(...args), columns: 100});
	open.push(terminal);
	await terminal.waitFor(wanted);
	return terminal;
}

async function press(terminal: Terminal, wanted: string | RegExp, ...keys: string[]) {
	terminal.press(...keys);
	await terminal.waitFor(wanted);
}

/** A machine with what was handed over: the package, and the board's strategy. */
async function bareMachine(): Promise<void> {
	machine = await startMachine();
	({stop} = machine);
	for (const file of [first.tarball, first.debian]) {
		copyFileSync(file, machine.at(`root/${path.basename(file)}`));
	}
	const sums = path.join(path.dirname(first.debian), 'SHA256SUMS');
	copyFileSync(sums, machine.at('root/SHA256SUMS'));
	copyFileSync(strategy, machine.at('root/our-strategy.docx'));
	const said = commandsOf('Installing')
		.filter((command) => elsewhere[command] === undefined)
		.map((command) => follow(command));
	expect(said[0]).toMatch(/\.tgz: OK\n.*\.deb: OK\n$/s);
	expect(said.at(-1)).toMatch(/^1\.0\.0 \(commit /);
}

/** Answers what `init` asks. */
async function answer(command: string): Promise<void> {
	followed.add(command);
	const terminal = await sit(['bash', '-c', command], 'What is the organisation called');
	const members =
		'Ann Smith (chair), Bob Jones (secretary), Carol White, Dan Black, Eve Green (officer)';
	for (const [typed, wanted] of [
		['Fenshire', 'Rules:'],
		['plain', 'What is the board called'],
		['Board', 'Its kind'],
		['plain', 'Its members'],
		[members, 'Its quorum'],
		['2', 'When it meets first'],
		['14 Dec 2026 10:00', 'Make the database with this?'],
		['y', 'open it: boardwalk /srv/board/board.json'],
	] as const) {
		await press(terminal, wanted, typed, 'enter');
	}
	expect((await terminal.exited).exitCode).toBe(0);
}

const ssh = (key: string, ...more: string[]) => [
	'ssh',
	'-o',
	'StrictHostKeyChecking=no',
	'-o',
	'LogLevel=ERROR',
	'-i',
	key,
	...more,
];

const people = ['smith', 'jones', 'white', 'black', 'green'];

test('one account, a key for each person: five of them in one meeting, watched, backed up, upgraded, gone back, removed', async () => {
	await bareMachine();
	for (const one of people) {
		machine.run(`ssh-keygen -q -t ed25519 -N '' -C '${one}’s laptop' -f ${one}`);
	}
	for (const command of commandsOf('One account, a key for each person')) {
		if (/boardwalk init/.test(command)) await answer(command);
		else if (/authorize/.test(command)) {
			for (const one of people) follow(command, (same) => same.replaceAll('smith', one));
		} else follow(command);
	}
	machine.run(
		'sudo -u board boardwalk roles /srv/board/board.json person:white=member person:black=member',
	);
	for (const command of commandsOf('sshd')) follow(command);

	const [doctor = '', , login = ''] = commandsOf('The first meeting');
	expect(follow(doctor)).toBe('nothing is wrong here\n');
	followed.add(login);
	const [, host = ''] = login.split(' ');
	const sessions: Record<string, Terminal> = {};
	for (const one of people) {
		sessions[one] = await sit(ssh(one, '-tt', host), /Priorities/);
		await sessions[one].ready();
	}
	const {smith, jones, white, black, green} = sessions as Record<string, Terminal> & {
		[one in 'smith' | 'jones' | 'white' | 'black' | 'green']: Terminal;
	};
	expect(smith.text()).toContain('Ann Smith, chair');
	expect(green.text()).toContain('READ ONLY');
	await press(jones, 'Agenda', '4');
	await press(jones, 'Open it today', 'o');
	await press(jones, 'LIVE M-1', 'enter');
	for (const one of [smith, white, black, green]) await one.waitFor('LIVE M-1');
	await press(white, /▸ P1-01/, '2');
	await press(white, 'Comment on P1-01', 'c');
	await press(white, 'Eight are', 'Eight are done.');
	await press(white, /Saved r\d+/, 'ctrl+d');

	// What cron runs at night, as cron would run it; then the drill with what it kept.
	for (const command of commandsOf('Every night')) follow(command);
	const table = readFileSync(machine.at('etc/cron.d/boardwalk'), 'utf8');
	const jobs = [...table.matchAll(/^\d.*? root (.*)$/gm)].map(([, job = '']) => job);
	expect(jobs).toHaveLength(2);
	for (const job of jobs) {
		const night = `cd / && env -i PATH=/usr/bin:/bin sh -c '${job.replaceAll(String.raw`\%`, '%')}'`;
		expect(machine.run(night)).toEqual({code: 0, out: ''});
	}
	const {out: today} = machine.run('date +%a');
	const drill = commandsOf('A restore drill').map((one) => {
		followed.add(one);
		return one.replace('board-Mon', `board-${today.trim()}`);
	});
	const drilled = machine.run(`set -e; ${drill.join('\n')}`);
	expect(drilled.out).toMatch(
		/no problems: .* log of \d+ acts intact[\s\S]*restored the state of revision \d+/,
	);
	expect(drilled.code).toBe(0);

	// A newer version under the sessions that are open, which go on; the next one has it.
	copyFileSync(second.debian, machine.at(`root/${path.basename(second.debian)}`));
	const [upgrade = '', which = ''] = commandsOf('Upgrading, going back, removing');
	const newer = (same: string) => same.replace('<newer>', '1.1.0*');
	follow(upgrade, newer);
	expect(follow(which)).toMatch(/^1\.1\.0 /);
	await press(white, 'Comment on P1-01', 'c');
	await press(white, 'Nine are', 'Nine are done.');
	await press(white, /Saved r\d+/, 'ctrl+d');
	await smith.waitFor(/Carol White/);
	for (const one of Object.values(sessions)) one.press('q');
	for (const one of Object.values(sessions)) expect((await one.exited).exitCode).toBe(0);

	const older = machine.run('sudo dpkg --install boardwalk_1.0.0_*.deb && boardwalk --version');
	expect(older.out).toContain('downgrading boardwalk from 1.1.0 to 1.0.0');
	expect(older.out).toMatch(/^1\.0\.0 \(commit /m);
	expect(machine.run('sudo -u board boardwalk check /srv/board/board.json').code).toBe(0);
	expect(page).toContain('`sudo dpkg --remove boardwalk`');
	expect(machine.run('sudo dpkg --remove boardwalk; ls /opt /usr/bin/boardwalk').out).toMatch(
		/cannot access '\/usr\/bin\/boardwalk'/,
	);
	expect(machine.run('ls /srv/board/board.json').code).toBe(0);
});

test('accounts in a group: who has which role, and tmux, screen and mosh on either side', async () => {
	await bareMachine();
	machine.run(
		`groupadd clerks; useradd --create-home --shell /bin/bash --groups clerks dora
		for one in alice bob carol; do useradd --create-home --shell /bin/bash $one; done
		ssh-keygen -q -t ed25519 -N '' -f alice
		install -d -o alice -m 700 ~alice/.ssh && install -o alice alice.pub ~alice/.ssh/authorized_keys`,
	);
	for (const command of commandsOf('Accounts in a group')) {
		if (/boardwalk init/.test(command)) await answer(command);
		else if (/usermod/.test(command)) {
			for (const one of ['alice', 'bob', 'dora']) {
				follow(command, (same) => same.replaceAll('alice', one));
			}
		} else follow(command);
	}
	for (const command of commandsOf('Roles')) follow(command, (same) => `cd /srv/board && ${same}`);
	const [, login = ''] = commandsOf('The first meeting');
	followed.add(login);
	const [, , ...remote] = login.split(' ');
	const alice = await sit(ssh('alice', 'alice@server', ...remote), /Priorities/);
	await alice.ready();
	expect(alice.text()).toContain('Ann Smith, chair');
	alice.press('q');
	expect((await alice.exited).exitCode).toBe(0);

	const program = 'boardwalk /srv/board/board.json';
	const far = ssh('alice', 'alice@server', '-t').join(' ');
	for (const line of [
		// On the far side, as the page says; then on the near one.
		`${far} tmux new -A -s board ${program}`,
		`${far} screen ${program}`,
		`mosh --ssh='${ssh('alice').join(' ')}' alice@server -- ${program}`,
		`tmux new '${far} ${program}'`,
		`screen ${far} ${program}`,
	]) {
		const terminal = await sit(['bash', '-c', line], /Priorities/);
		await press(terminal, /▸ P1-01/, '2');
		await press(terminal, 'Comment on P1-01', 'c');
		await press(terminal, 'Ça va – done', 'Ça va – done');
		await press(terminal, /Saved r\d+/, 'ctrl+d');
		terminal.press('q');
		expect({line, ...(await terminal.exited)}).toMatchObject({line, exitCode: 0});
	}
});

test('every command of the page was followed above, or stands in the list of those that are tried elsewhere', () => {
	const sections = [...page.matchAll(/\n## (.*)\n/g)].map(([, title = '']) => title);
	const all = sections.flatMap(commandsOf);
	expect(all.length).toBeGreaterThan(25);
	expect(all.filter((one) => !followed.has(one) && elsewhere[one] === undefined)).toEqual([]);
});
