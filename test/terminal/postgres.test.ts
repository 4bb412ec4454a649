// A database on a server instead of a file, at two screens: what others do is seen, a server that is killed
// loses nobody's words, and no password is ever shown.
import {chmod, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {open, withServer} from '../store/postgres/boards.ts';
import {boardwalk, desk, kept, readSample, sitDown} from './boardwalk.ts';

const place = withServer();
const secret = 'Sesame-4711';

/** A database on the server, and somebody's desk who has its password in a file. */
async function council() {
	const own = await desk();
	const superuser = await place.board(await readSample());
	const board = new URL(superuser).searchParams.get('board') ?? '';
	await place.server.run(
		'council',
		`drop role if exists anna; create role anna login superuser password '${secret}'`,
	);
	const passwords = path.join(own.folder, '.pgpass');
	await writeFile(passwords, `127.0.0.1:*:council:anna:${secret}\n`);
	await chmod(passwords, 0o600);
	return {...own, board, file: place.server.url('council', {board}, 'anna')};
}

test('two sessions on a server see each other, and what each types outlives the server', async () => {
	const own = await council();
	const anna = await sitDown(own, {args: [own.file, '--as', 'Anna']});
	const ben = await sitDown(own, {args: [own.file, '--as', 'Ben']});
	await anna.waitFor('2 here');
	await anna.do('W', 'Ben');
	await anna.do('escape', 'Priorities');

	await ben.do(['2', 'c'], 'Comment on P1-04');
	await ben.type('Heard at once.');
	await ben.do('ctrl+d', /Saved r2/);
	await anna.waitFor(/r2 +Ben \(login \S+\) commented on P1-04/);

	await anna.do(['2', 'c'], 'Comment on P1-04');
	await anna.type('Typed before,');
	await place.server.kill();
	await anna.waitFor(/Not up to date: .*trying again/s);
	await anna.type(' during,');
	await place.server.restart();
	await anna.waitFor((text) => !text.includes('Not up to date'));
	await anna.type(' and after.');
	await anna.do('ctrl+d', /Saved r3: Anna commented on P1-04/);
	await ben.waitFor(/r3 +Anna \(login \S+\) commented/);
	const notes = (await open(own.file.replace('anna@', 'postgres@')))
		.read()
		.projects.find(({id}) => id === 'P1-04')
		?.updates.slice(-2)
		.map(({note}) => note);
	expect(notes).toEqual(['Heard at once.', 'Typed before, during, and after.']);

	await anna.do('c', 'Comment on P1-04');
	await anna.type('Half of it');
	await anna.do('ctrl+y', ': hand Ben');
	await anna.do('enter', 'Offered to Ben');
	await ben.waitFor(/Ctrl\+Y: Anna \(login \S+\) hands you Comment on P1-04/);
	await ben.do('ctrl+y', /Anna \(login \S+\) hands you: Comment on P1-04/);
	await ben.do('enter', 'Half of it');
	// What Ben saves is told in the same line.
	await anna.waitFor(/Ben \(login \S+\) has taken/);
	await ben.type(', and the rest.');
	await ben.do('ctrl+d', /Saved r4: Ben commented/);
	await anna.waitFor(/r4 +Ben \(login \S+\) commented/);

	// Whoever is killed while the server is away finds it again once the server is back.
	await anna.do('c', 'Comment on P1-04');
	await anna.type('Stays here');
	await place.server.kill();
	await anna.waitFor('trying again');
	await anna.type(' until then.');
	await kept(own.env['XDG_STATE_HOME'] ?? '', 'Stays here until then.');
	process.kill(anna.pid, 'SIGKILL');
	await anna.exited;
	await place.server.restart();
	const again = await sitDown(own, {args: [own.file, '--as', 'Anna'], first: 'half written'});
	await again.do('enter', 'Stays here until then.');
	await again.do('ctrl+d', /Saved r5/);
	await ben.waitFor(/r5 +Anna \(login \S+\) commented/);
	expect(await again.quit()).toBe(0);
	expect(await ben.quit()).toBe(0);
	for (const text of [anna.text(), ben.text(), again.text(), place.server.log]) {
		expect(text).not.toContain(secret);
	}
});

test('papers are put where the session was started, and no folder is called like a URL', async () => {
	const own = await council();
	const before = await readdir(own.folder);
	const anna = await sitDown(own, {args: [own.file]});
	await anna.do('7', 'Minutes');
	await anna.do('P', 'Write them');
	await anna.do('enter', `${own.board}-papers`);
	expect(await anna.quit()).toBe(0);
	const made = (await readdir(own.folder)).filter((name) => !before.includes(name));
	// What any session keeps for itself: drafts, and compiled code.
	expect(made.filter((name) => !['state', '.cache'].includes(name))).toEqual([
		`${own.board}-papers`,
	]);
});

test('a password on the command line is refused, and repeated nowhere', async () => {
	const own = await council();
	const typed = own.file.replace('anna@', `anna:${secret}@`);
	for (const args of [[typed], ['log', typed], ['copy', own.file, typed]]) {
		const {code, out, err} = await boardwalk(own, ...args);
		expect(code).toBe(args[0] === 'copy' ? 1 : 3);
		expect(err).toMatch(/^boardwalk: .*leave the password out of the URL[^\n]*\n$/);
		expect(out + err).not.toContain(secret);
	}
	const wrong = await boardwalk(
		{...own, env: {...own.env, PGPASSWORD: 'wrong'}},
		'check',
		own.file,
	);
	expect(wrong.err).toMatch(/does not take the password for the user anna\n$/);
	const {out} = await boardwalk(own, 'check', own.file);
	expect(out).toMatch(/^no problems/);
	const drafts = await readdir(own.folder, {recursive: true, withFileTypes: true});
	for (const file of drafts.filter((one) => one.isFile() && one.name !== '.pgpass')) {
		expect(await readFile(path.join(file.parentPath, file.name), 'latin1')).not.toContain(secret);
	}
});
