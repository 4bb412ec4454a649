// Roles of real users by their real groups: on the command line and on the screens.
import {chmod, chown, mkdir, rename} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {soak} from '../helpers/figures.ts';
import {boardwalk, desk, launcher, look, readSample, run} from './boardwalk.ts';
import {canHaveUsers, makeUsers} from './users.ts';

test.runIf(canHaveUsers)(
	'groups give roles, the log keeps them, and refusals are one sentence',
	async () => {
		// useradd makes no group with a space in its name; directories of users do.
		const clerks = soak ? 'bw-clerks' : 'bw the clerks';
		const database = await readSample();
		const roles = {
			[`%${clerks}`]: 'secretary',
			'bw-carol': 'member',
			'%bw-board': 'observer',
		} as const;
		const own = await desk({...database, rules: {...database.rules, roles}});
		const inner = path.join(own.folder, 'council');
		await mkdir(inner);
		const file = path.join(inner, 'strategy.json');
		await rename(own.file, file);
		const users = await makeUsers(own, [
			{name: 'bw-alice', groups: ['bw-board', clerks]},
			{name: 'bw-bob', groups: ['bw-board']},
			{name: 'bw-carol', groups: ['bw-board']},
		]);
		const [alice, bob, carol] = [users['bw-alice'], users['bw-bob'], users['bw-carol']];
		for (const one of [inner, file]) await chown(one, 0, 64_100);
		await chmod(inner, 0o2775);
		await chmod(file, 0o664);

		const status = ['status', file, 'P1-04'];
		expect(await alice.boardwalk(own, ...status, 'blocked')).toMatchObject({code: 0, err: ''});
		expect(await bob.boardwalk(own, ...status, 'delivered')).toEqual({
			code: 1,
			out: '',
			err: 'boardwalk: project/status: an observer may not do this: it is for administrator, secretary, chair or programme manager\n',
		});
		expect(await carol.boardwalk(own, ...status, 'delivered')).toMatchObject({
			code: 1,
			err: 'boardwalk: project/status: a member may not do this: it is for administrator, secretary, chair or programme manager\n',
		});
		// Who administers the folder may do everything.
		expect(await boardwalk(own, ...status, 'on-hold')).toMatchObject({code: 0});
		const {log} = await look(file);
		expect(log.map(({actor}) => `${actor.user} ${actor.role}`).slice(1)).toEqual([
			'bw-alice secretary',
			'root administrator',
		]);

		const observer = await bob.sitDown(own, {args: [file]});
		expect(observer.line(0)).toContain('READ ONLY');
		await observer.do(['2', 's'], 's: here you are an observer, who only looks on');
		const member = await carol.sitDown(own, {args: [file, '--as', 'Carol']});
		await member.do('2', /▸ P1-04/);
		await member.do('s', /s: a member may not do this/);
		await member.do('c', 'Comment on P1-04');
		await member.type('As a member.');
		await member.do('ctrl+d', /Saved r4/);
		await observer.do('W', /Carol \(login bw-carol\), member/);
		expect(await Promise.all([observer.quit(), member.quit()])).toEqual([0, 0]);
		expect((await look(file)).log.at(-1)?.actor).toMatchObject({user: 'bw-carol', role: 'member'});
	},
);

test.runIf(canHaveUsers)('a group without a name takes no other group away', async () => {
	const database = await readSample();
	const own = await desk({
		...database,
		rules: {...database.rules, roles: {'%nogroup': 'secretary', '%nobody': 'secretary'}},
	});
	const inner = path.join(own.folder, 'council');
	await mkdir(inner);
	const file = path.join(inner, 'strategy.json');
	await rename(own.file, file);
	await chmod(own.folder, 0o755);
	for (const one of [inner, file]) await chown(one, 0, 65_534);
	await chmod(inner, 0o2775);
	await chmod(file, 0o664);
	// As a user without an entry anywhere, in a group that has none either.
	const ids = ['--reuid=64190', '--regid=64190', '--groups=65534,64191'];
	const args = [...ids, process.execPath, launcher, 'status', file, 'P1-04', 'blocked'];
	expect(await run('setpriv', args, {env: {...own.env, HOME: '/nonexistent'}})).toMatchObject({
		code: 0,
		err: '',
	});
	expect((await look(file)).log.at(-1)?.actor).toMatchObject({role: 'secretary'});
});
