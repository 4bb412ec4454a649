// Over a real sshd: a laptop that is closed in the middle of a sentence, with the settings of docs/server.md and with
// sshd's own.
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {afterEach, expect, test, vi} from 'vitest';
import {openTerminal, type Terminal} from '../helpers/terminal.ts';
import {kept} from '../terminal/boardwalk.ts';
import {program, type Server, startSshd} from './sshd.ts';

vi.setConfig({testTimeout: 120_000});

const open: Terminal[] = [];
let server: Server | undefined;
afterEach(async () => {
	for (const terminal of open.splice(0)) {
		// One that was stopped does not hear anything else.
		terminal.signal('SIGCONT');
		await terminal.dispose();
	}
	await server?.stop();
	server = undefined;
});

/** Somebody's laptop: `ssh`, and Boardwalk in it. */
async function laptop({connect, file}: Server, first: string | RegExp): Promise<Terminal> {
	const args = connect(`LANG=C.UTF-8 ${program} ${file}`);
	const terminal = openTerminal({command: 'ssh', args});
	open.push(terminal);
	await terminal.waitFor(first);
	return terminal;
}

/** Types half a sentence, and waits until it is on the server's disk. */
async function typing(own: Server): Promise<Terminal> {
	const clerk = await laptop(own, /Priorities/);
	await clerk.ready();
	clerk.press('2');
	await clerk.waitFor(/▸ P1-04/);
	clerk.press('c');
	await clerk.waitFor('Comment on P1-04');
	clerk.press('Half a sen');
	await kept(`${own.home}/.local/state`, 'Half a sen');
	return clerk;
}

test('with ClientAliveInterval the session ends by itself, and the next start offers what was typed', async () => {
	server = await startSshd('ClientAliveInterval 1', 'ClientAliveCountMax 2');
	const clerk = await typing(server);
	clerk.signal('SIGSTOP');
	const own = server;
	const who = () =>
		spawnSync('sh', ['-c', `${program} who ${own.file}`], {encoding: 'utf8'}).stdout;
	await expect.poll(who, {timeout: 30_000}).toBe('nobody is connected\n');
	const again = await laptop(server, 'Something you typed was not saved');
	await again.ready();
	again.press('enter');
	await again.waitFor('What you had typed is back');
	expect(again.text()).toContain('Half a sen');
});

test('with sshd’s defaults the person is told that they are still connected, and takes over', async () => {
	server = await startSshd();
	const clerk = await typing(server);
	clerk.signal('SIGSTOP');
	const again = await laptop(server, 'You are still connected');
	await again.ready();
	again.press('enter');
	await again.waitFor('What you had typed is back');
	again.press('tence.', 'ctrl+d');
	await again.waitFor(/Saved r\d+/);
	expect(readFileSync(server.file, 'utf8')).toContain('Half a sentence.');
});
