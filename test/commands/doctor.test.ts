// `boardwalk doctor`: each thing that can be wrong on a server, found and with its remedy.
import {execFileSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {findAccount, findRoles, isStale} from '../../source/commands/doctor/account.ts';
import {networkOf} from '../../source/commands/doctor/disk.ts';
import {lookUp} from '../../source/commands/doctor/finding.ts';
import {parseAcl} from '../../source/commands/doctor/rights.ts';
import {findSshd} from '../../source/commands/doctor/sshd.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {makeDatabase} from '../helpers/database.ts';
import {freshFolders, run, scratchFolder} from './run.ts';

vi.setConfig({testTimeout: 60_000});
const fresh = freshFolders();
const scratch = scratchFolder();

type Told = {level: string; subject: string; says: string; remedy: string};

/** What is told of a database, by subject; what has to do with the tester's own account left out. */
async function examine(file: string): Promise<Told[]> {
	const {out} = await run(['doctor', file, '--json']);
	const {findings} = JSON.parse(out) as {findings: Told[]};
	return findings.filter(({subject}) =>
		['folder', 'file', 'exempt', 'acl', 'link'].includes(subject),
	);
}

/** A database that is kept as it should be: a folder for a group, nothing for others. */
function kept(database = cabinetDatabase()) {
	const made = fresh(database);
	chmodSync(made.folder, 0o2770);
	chmodSync(made.file, 0o660);
	return made;
}

describe('rights', () => {
	test('nothing is wrong with a folder and a file for one group', async () => {
		expect(await examine(kept().file)).toEqual([]);
	});

	test.each([
		[
			'a folder that everybody may write to',
			0o2777,
			0o660,
			'folder',
			/everybody .* may write/,
			/^chmod o-w /,
		],
		[
			'a sticky one, where the database is its owner’s',
			0o3777,
			0o660,
			'folder',
			/everybody/,
			/folder of its own/,
		],
		[
			'a file that everybody may write',
			0o2770,
			0o662,
			'file',
			/everybody .* may write/,
			/^chmod o-w /,
		],
		[
			'a folder without setgid',
			0o770,
			0o660,
			'folder',
			/get the group of whoever saves/,
			/^chmod g\+s /,
		],
		[
			'a file that the group may not write',
			0o2770,
			0o640,
			'file',
			/a read-only session/,
			/^chmod g\+rw /,
		],
	])('%s', async (_, folder, file, subject, says, remedy) => {
		const own = kept();
		chmodSync(own.folder, folder);
		chmodSync(own.file, file);
		expect(await examine(own.file)).toEqual([
			{
				level: 'problem',
				subject,
				says: expect.stringMatching(says) as string,
				remedy: expect.stringMatching(remedy) as string,
			},
		]);
		expect((await run(['doctor', own.file])).code).toBe(1);
	});

	test('exempt matter that everybody may read, and not where there is none or the folder is shut', async () => {
		const open = (database: ReturnType<typeof makeDatabase>) => {
			const own = kept(database);
			chmodSync(own.folder, 0o2775);
			chmodSync(own.file, 0o664);
			chmodSync(path.dirname(own.folder), 0o755);
			return own;
		};
		const [told] = await examine(open(cabinetDatabase()).file);
		expect(told).toMatchObject({level: 'problem', subject: 'exempt'});
		expect(told?.says).toMatch(
			/everybody on this machine may read .* with \d+ exempt items? in it/,
		);
		expect(await examine(open(makeDatabase()).file)).toEqual([]);
		const shut = open(cabinetDatabase());
		chmodSync(shut.folder, 0o2770);
		expect(await examine(shut.file)).toEqual([]);
	});

	test('a link that somebody put where Boardwalk keeps something', async () => {
		const own = kept();
		symlinkSync('/etc', path.join(own.folder, '.strategy.json.snapshots'));
		expect(await examine(own.file)).toMatchObject([
			{subject: 'link', remedy: expect.stringContaining('rm ')},
		]);
	});

	test('a file where a folder of Boardwalk’s should be', async () => {
		const own = kept();
		writeFileSync(path.join(own.folder, '.strategy.json.snapshots'), '');
		expect(await examine(own.file)).toMatchObject([
			{subject: 'link', says: expect.stringMatching(/snapshots is not a folder$/)},
		]);
	});

	test('an access list that lets somebody in', async () => {
		// As the kernel keeps it: owner, user 65534 rw masked to r, group, mask r, others.
		const entries = [
			[1, 6, 0xffffffff],
			[2, 6, 65534],
			[4, 4, 0xffffffff],
			[0x10, 4, 0xffffffff],
			[0x20, 0, 0xffffffff],
		];
		const bytes = Buffer.alloc(4 + 8 * entries.length);
		bytes.writeUInt32LE(2);
		for (const [index, [tag = 0, may = 0, id = 0]] of entries.entries()) {
			bytes.writeUInt16LE(tag, 4 + 8 * index);
			bytes.writeUInt16LE(may, 6 + 8 * index);
			bytes.writeUInt32LE(id, 8 + 8 * index);
		}
		expect(parseAcl(bytes)).toEqual([{table: 'passwd', id: 65534, rights: 'read'}]);
		expect(parseAcl(Buffer.alloc(3))).toEqual([]);

		const own = kept();
		try {
			execFileSync('setfacl', ['-m', 'u:65534:r', own.file], {stdio: 'ignore'});
		} catch {
			// A disk or a system without access lists has nothing to find.
			return;
		}
		expect((await examine(own.file)).find(({subject}) => subject === 'acl')?.says).toMatch(
			/also lets in the user \S+ \(read\)/,
		);
	});
});

describe('who is who', () => {
	const roles = (given: Record<string, 'secretary' | 'administrator'>) =>
		makeDatabase({rules: {profile: 'england', roles: given}});

	test('finds logins and groups that the system does not know', () => {
		const known = (table: string, key: string) =>
			key === 'root' || key === 'clerks' ? table : null;
		const told = findRoles(
			roles({
				root: 'administrator',
				'%clerks': 'secretary',
				'o’brien': 'secretary',
				'%cleks': 'secretary',
			}),
			known,
		);
		expect(told.map(({says}) => says)).toEqual([
			'the database gives the role of secretary to the user o’brien, which this system does not know',
			'the database gives the role of secretary to the group cleks, which this system does not know',
		]);
		// Where the system cannot be asked, nothing is said.
		expect(findRoles(roles({nobodyhere: 'secretary'}), () => undefined)).toEqual([]);
		expect(findRoles(makeDatabase())).toMatchObject([{level: 'advice', subject: 'roles'}]);
	});

	test('asks the system itself, and a name is not a flag of its', () => {
		if (!existsSync('/usr/bin/getent')) return;
		expect(lookUp('passwd', 'root')).toMatch(/^root:/);
		expect(lookUp('passwd', 'no such login')).toBe(null);
		expect(lookUp('passwd', '--help')).toBe(null);
	});
});

describe('the account', () => {
	test('hears that drafts cannot be kept, and of a locale without UTF-8', async () => {
		const file = path.join(scratch, 'a-file');
		writeFileSync(file, '');
		const told = await findAccount({XDG_STATE_HOME: path.join(file, 'state'), LANG: 'C'});
		expect(told).toMatchObject([
			{
				level: 'problem',
				subject: 'home',
				says: expect.stringContaining('if the line drops, it is lost'),
			},
			{level: 'advice', subject: 'locale', says: expect.stringContaining('the locale is C')},
		]);
		const fine = {XDG_STATE_HOME: path.join(scratch, 'state'), LC_ALL: 'en_GB.UTF-8', LANG: 'C'};
		expect(await findAccount(fine)).toEqual([]);
		// To look makes nothing.
		expect(existsSync(path.join(scratch, 'state'))).toBe(false);
	});

	test('hears of a checkout that was pulled and not built', () => {
		const root = path.join(scratch, 'checkout');
		for (const name of ['.git/logs', 'dist']) mkdirSync(path.join(root, name), {recursive: true});
		writeFileSync(path.join(root, '.git/logs/HEAD'), '');
		writeFileSync(path.join(root, 'dist/cli.js'), '');
		expect(isStale(root)).toBe(false);
		utimesSync(path.join(root, 'dist/cli.js'), 1, 1);
		expect(isStale(root)).toBe(true);
		expect(isStale(path.join(scratch, 'installed'))).toBe(false);
	});
});

describe('sshd', () => {
	let number = 0;
	const sshd = (main: string, parts: Record<string, string> = {}) => {
		const folder = path.join(scratch, `ssh-${++number}`);
		mkdirSync(path.join(folder, 'sshd_config.d'), {recursive: true});
		writeFileSync(path.join(folder, 'sshd_config'), main);
		for (const [name, text] of Object.entries(parts)) {
			writeFileSync(path.join(folder, 'sshd_config.d', name), text);
		}
		return findSshd(folder);
	};
	const include = 'Include /etc/ssh/sshd_config.d/*.conf\n';

	test.each([
		['as Debian ships it', `${include}#ClientAliveInterval 0\n`, {}],
		['for some only', `${include}Match User x\n  ClientAliveInterval 15\n`, {}],
		['turned off', 'ClientAliveInterval 15\nClientAliveCountMax 0\n', {}],
		[
			'set to nothing in a part, which counts first',
			`${include}ClientAliveInterval 15\n`,
			{'a.conf': 'clientaliveinterval 0'},
		],
		['in a part that is not included', '', {'a.conf': 'ClientAliveInterval 15'}],
	])('does not ask after a dead line: %s', async (_, main, parts) => {
		expect(await sshd(main, parts as Record<string, string>)).toMatchObject([
			{level: 'advice', subject: 'sshd', remedy: expect.stringContaining('ClientAliveInterval 15')},
		]);
	});

	test.each([
		['in a part', include, {'boardwalk.conf': 'ClientAliveInterval 15\nClientAliveCountMax 3\n'}],
		['with an equals sign, in minutes', 'ClientAliveInterval = 1m\n', {}],
	])('asks: %s', async (_, main, parts) => {
		expect(await sshd(main, parts as Record<string, string>)).toEqual([]);
	});

	test('takes long, or is not there', async () => {
		expect((await sshd('ClientAliveInterval 30m\n'))[0]?.says).toContain('90 minutes');
		expect(await findSshd(path.join(scratch, 'none'))).toEqual([]);
	});
});

test('knows a network disk by its number', () => {
	expect([0x6969, 0xff534d42, -11317950, 0xef53].map(networkOf)).toEqual([
		'NFS',
		'CIFS',
		'CIFS',
		undefined,
	]);
});

test('tells of a database that cannot be read by a code of its own, and of one that is well not at all', async () => {
	expect(await run(['doctor', '/nowhere.json'])).toMatchObject({code: 3, out: ''});
	const {file} = kept(makeDatabase());
	const {out, code} = await run(['doctor', file]);
	for (const line of out.trim().split('\n').slice(0, -1)) {
		expect(line).toMatch(/^(problem|advice): \S|^ {2}do: \S/);
	}
	expect(code).toBe(/^problem/m.test(out) ? 1 : 0);
});
