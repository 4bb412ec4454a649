// Two users of the operating system and a third who may only read, through a working day on one folder that their
// group may write. One has a umask that would lock everybody out of whatever they make.
import {chmod, chown, copyFile, mkdir, readdir, rename, stat} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {soak} from '../helpers/figures.ts';
import {type Desk, desk, kept, look, readSample} from './boardwalk.ts';
import {canHaveUsers, kill, makeUsers} from './users.ts';

/** What lies in the database's folder, each with its mode and group. */
async function foundIn(folder: string): Promise<Record<string, string>> {
	const names = (await readdir(folder, {recursive: true})).toSorted();
	const all = await Promise.all(
		names.map(async (name) => {
			const {mode, gid} = await stat(path.join(folder, name));
			return [name, `${(mode & 0o7777).toString(8)} ${gid}`];
		}),
	);
	return Object.fromEntries(all) as Record<string, string>;
}

/** The database in a folder of a group, with a snapshot for nearly every act. */
async function council(): Promise<Desk & {inner: string}> {
	const database = await readSample();
	const snapshots = {everyMinutes: 0.0001, keep: 5, days: 1};
	const own = await desk({...database, rules: {...database.rules, snapshots}});
	const inner = path.join(own.folder, 'council');
	await mkdir(inner);
	const file = path.join(inner, 'strategy.json');
	await rename(own.file, file);
	return {...own, inner, file};
}

test.runIf(canHaveUsers)(
	'two users, one with umask 077, and a reader: nobody is locked out, all day long',
	async () => {
		const own = await council();
		const {alice, bob, eve} = await makeUsers(own, [
			{name: 'bw-alice', groups: ['bw-board'], umask: '077'},
			{name: 'bw-bob', groups: ['bw-board'], umask: '022'},
			{name: 'bw-eve', groups: [], umask: '022'},
		]).then((users) => ({
			alice: users['bw-alice'],
			bob: users['bw-bob'],
			eve: users['bw-eve'],
		}));
		const board = 64_100;
		await chown(own.inner, 0, board);
		await chmod(own.inner, 0o2775);
		await chown(own.file, 0, board);
		await chmod(own.file, 0o664);
		expect((await alice.run('id', '-Gn')).out.trim()).toBe('bw-alice bw-board');
		expect((await eve.run('id', '-un')).out.trim()).toBe('bw-eve');

		// Before nine: commands, in turn, so that each finds what the other has made.
		for (let round = 0; round < (soak ? 10 : 2); round++) {
			for (const user of [alice, bob]) {
				const said = await user.boardwalk(
					own,
					'status',
					own.file,
					'P1-04',
					round % 2 ? 'on-hold' : 'blocked',
					'--note',
					`${user.name} ${round}`,
				);
				// The second of a round finds it done: a note is an act all the same.
				expect(said).toMatchObject({code: 0, err: ''});
				const {mode, gid, uid} = await stat(own.file);
				expect([(mode & 0o7777).toString(8), gid, uid]).toEqual(['664', board, user.uid]);
			}
		}
		const refused = await eve.boardwalk(own, 'status', own.file, 'P1-04', 'delivered');
		expect(refused.code).toBe(1);
		expect(refused.err).toMatch(/^boardwalk: .*you have no permission to write[^\n]*\n$/);
		for (const command of ['check', 'log', 'projects', 'minutes'])
			expect(await eve.boardwalk(own, command, own.file)).toMatchObject({code: 0, err: ''});

		// The day: all three at their screens.
		const [secretary, chair, reader] = [
			await alice.sitDown(own, {args: [own.file, '--as', 'Secretary']}),
			await bob.sitDown(own, {args: [own.file, '--as', 'Chair']}),
			await eve.sitDown(own, {args: [own.file, '--as', 'Reader', '--follow']}),
		];
		await secretary.waitFor('2 here');
		await chair.waitFor('2 here');
		// Whoever may not write the folder is not seen, and sees.
		await reader.waitFor(/READ ONLY .*FOLLOWING the meeting, 3 here/);
		await chair.do('R', 'LEADING');
		await chair.do(['4', 'o'], 'LIVE M-2');
		await reader.waitFor(/FOLLOWING Chair[^]*\[Meeting\]/);
		await secretary.do(['4', 't'], 'Roll of M-2');
		await secretary.do('A', '6/6 present');
		await chair.waitFor('6/6 present');
		await reader.waitFor('6/6 present');
		// What the chair has on show is shown to whoever follows, also to a project's page.
		await chair.do(['3', 'enter'], 'Updates, newest first');
		const [title = ''] = /P1-01 +[^\n]{10,40}/.exec(chair.text()) ?? [];
		await reader.waitFor((text) => text.includes('FOLLOWING Chair') && text.includes(title));
		await chair.do('4', '6/6 present');
		await reader.waitFor('6/6 present');
		await chair.do('n', /item 2 of 8/);
		await secretary.waitFor(/item 2 of 8/);
		await secretary.do(['2', 'c'], 'Comment on P1-04');
		await secretary.type('In the meeting.');
		await secretary.do('ctrl+d', /Saved r\d+/);
		// What others do is told in the same line.
		await reader.waitFor(/r\d+ +Secretary \(login \S+\) commented/);
		await reader.do('s', /s: .*you have no permission to write/);

		// A form goes from one to the other; the third has no way to it.
		await secretary.do('c', 'Comment on P1-04');
		await secretary.type('Half of it');
		await secretary.do('ctrl+y', ': hand Chair');
		await secretary.do('enter', 'Offered to Chair');
		const handover = path.join(own.inner, '.strategy.json.handover');
		expect((await eve.run('ls', handover)).code).not.toBe(0);
		await chair.waitFor(/Ctrl\+Y: Secretary \(login \S+\) hands you Comment on P1-04/);
		await chair.do('ctrl+y', /Secretary \(login \S+\) hands you: Comment on P1-04/);
		await chair.do('enter', 'Half of it');
		// What the chair saves is told in the same line.
		await secretary.waitFor(/Chair \(login \S+\) has taken/);
		await chair.type(', and the rest.');
		await chair.do('ctrl+d', /Saved r\d+/);

		// One is killed in the middle of everything; the other sweeps and goes on.
		await secretary.do('c', 'Comment on P1-04');
		await secretary.type('Never saved');
		await kept(path.join(own.folder, 'home of bw-alice', 'state'), 'Never saved');
		await kill(secretary.pid);
		await chair.waitFor((text) => !text.includes('2 here'));
		await chair.do(['2', 'c'], 'Comment on P1-04');
		await chair.type('Goes on.');
		await chair.do('ctrl+d', /Saved r\d+/);
		// Their drafts are their own.
		const state = path.join(own.folder, 'home of bw-alice', 'state');
		expect((await bob.run('ls', path.join(state, 'boardwalk'))).code).not.toBe(0);
		const again = await alice.sitDown(own, {
			args: [own.file, '--as', 'Secretary'],
			first: 'Something you typed was not saved',
		});
		await again.do('enter', 'Never saved');
		await again.do('ctrl+d', /Saved r\d+/);

		for (const person of [again, chair, reader]) expect(await person.quit()).toBe(0);
		// In the evening: what lies there belongs to the group, snapshots and all.
		const found = await foundIn(own.inner);
		const snapshots = Object.keys(found).filter((name) => /snapshots\//.test(name));
		expect(snapshots).toHaveLength(5);
		expect(found).toEqual({
			'strategy.json': `664 ${board}`,
			'.strategy.json.lock': `660 ${board}`,
			'.strategy.json.presence': `2775 ${board}`,
			'.strategy.json.handover': `2770 ${board}`,
			'.strategy.json.snapshots': expect.stringMatching(`^2?775 ${board}$`) as string,
			...Object.fromEntries(snapshots.map((name) => [name, `664 ${board}`])),
		});
		const database = await look(own.file);
		const users = new Set(database.log.map(({actor}) => actor.user));
		expect(users).toEqual(new Set(['bw-alice', 'bw-bob']));
		for (const user of [alice, bob, eve]) {
			const {code, out} = await user.boardwalk(own, 'restore', own.file, '--list');
			expect({code, lines: out.trim().split('\n').length}).toEqual({code: 0, lines: 5});
			expect((await user.boardwalk(own, 'check', own.file)).code).toBe(0);
		}
	},
	600_000,
);

test.runIf(canHaveUsers)('where the group may not write, the others only look on', async () => {
	const own = await council();
	const users = await makeUsers(own, [
		{name: 'bw-owner', groups: ['bw-board']},
		{name: 'bw-member', groups: ['bw-board']},
	]);
	const [owner, member] = [users['bw-owner'], users['bw-member']];
	for (const one of [own.inner, own.file]) await chown(one, owner.uid, 64_100);
	await chmod(own.inner, 0o2750);
	await chmod(own.file, 0o640);
	expect(await owner.boardwalk(own, 'status', own.file, 'P1-04', 'blocked')).toMatchObject({
		code: 0,
	});
	const {code, err} = await member.boardwalk(own, 'status', own.file, 'P1-04', 'delivered');
	expect(code).toBe(1);
	expect(err).toMatch(/you have no permission to write the file/);
	const screens = await member.sitDown(own);
	expect(screens.line(0)).toContain('READ ONLY');
	await screens.do(['2', 's'], /s: you have no permission to write the file/);
	expect(await screens.quit()).toBe(0);
	expect((await look(own.file)).log.at(-1)?.actor.user).toBe('bw-owner');
	await copyFile(own.file, path.join(own.folder, 'seen.json'));
});
