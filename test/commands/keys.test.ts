// Who comes in, and as what: keys, logins and roles, as commands and as acts.
import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {confine} from '../../source/commands/confined.ts';
import {importer} from '../../source/commands/importer.ts';
import {readPublicKey} from '../../source/commands/public-key.ts';
import {actorName} from '../../source/domain/actor.ts';
import {actorIn} from '../../source/domain/rules/persons.ts';
import {roleOf} from '../../source/domain/rules/roles.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {openFile} from '../../source/store/file/open.ts';
import {isFor, readOffer} from '../../source/ui/handover.ts';
import {makeDatabase} from '../helpers/database.ts';
import {freshFolders, run, scratchFolder} from './run.ts';

vi.setConfig({testTimeout: 60_000});
const fresh = freshFolders();
const scratch = scratchFolder();

const pub =
	'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKHEChLWvuHYnbcuyTJMbAvlnKPzxpqzfzxC2VCmLt7G jo’s laptop\n';
const fingerprint = readPublicKey(pub).fingerprint;
const database = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;

function closed(content = makeDatabase()) {
	const place = fresh(content);
	chmodSync(place.folder, 0o700);
	return place;
}

test('the fingerprint is the one that ssh-keygen tells', () => {
	const file = path.join(scratch, 'a.pub');
	writeFileSync(file, pub);
	const told = execFileSync('ssh-keygen', ['-l', '-f', file], {encoding: 'utf8'});
	expect(told).toContain(fingerprint);
});

test('prints the line of a key, records who has it, lists and revokes it', async () => {
	const {file} = closed();
	const given = await run(['authorize', file, 'smith', '--papers', '/srv/the papers'], {
		input: pub,
	});
	expect(given.code).toBe(0);
	expect(given.out).toBe(
		`restrict,pty,command="boardwalk session ${file} --person smith --key ${fingerprint} --papers '/srv/the papers'" ${pub.split(' ').slice(0, 2).join(' ')} smith\n`,
	);
	expect(given.warned).toMatch(/no roles are set, so Joan Smith may do everything/);
	expect((await run(['authorize', file])).out).toMatch(
		/^Joan Smith \(smith\): K-1 SHA256:\S+, jo’s laptop, since \d+ \w+ \d+\n$/,
	);
	expect((await run(['log', file])).out).toContain('authorized a key of Joan Smith (jo’s laptop');
	expect(await run(['authorize', file, 'reed'], {input: pub})).toMatchObject({
		code: 1,
		error: 'this key is authorized for Joan Smith already (smith)',
	});
	expect(await run(['authorize', file, 'smith', '--revoke', 'K-9'])).toMatchObject({code: 1});
	expect(await run(['authorize', file, 'smith', '--revoke', 'K-1'])).toMatchObject({
		code: 0,
		out: `revoked ${fingerprint} of Joan Smith\n`,
	});
	expect((await run(['authorize', file])).out).toContain('REVOKED');
	expect(database(file).people.find(({id}) => id === 'smith')?.keys).toMatchObject([{id: 'K-1'}]);
	// A revoked key may be given anew, to whom it belongs.
	expect(await run(['authorize', file, 'reed'], {input: pub})).toMatchObject({code: 0});
	expect((await run(['check', file])).code).toBe(0);
	expect((await run(['log', file, '--by', 'clerk', '--format', 'json'])).out).toContain('K-2');
});

test('says of a public copy neither key nor login nor role', async () => {
	const {file, folder} = closed();
	await run(['authorize', file, 'smith'], {input: pub});
	await run(['authorize', file, 'smith', '--login', 'jsmith']);
	await run(['roles', file, 'clerk=administrator', 'person:smith=chair']);
	const copy = path.join(folder, 'public.json');
	expect(await run(['copy', file, copy, '--public'])).toMatchObject({code: 0});
	expect(readFileSync(copy, 'utf8')).not.toMatch(/SHA256:|’s laptop|jsmith|person:smith/);
});

test.each([
	['', 'there is no key'],
	['-----BEGIN OPENSSH PRIVATE KEY-----\nabc', 'the private half'],
	[`${pub}${pub}`, 'one key at a time'],
	['ssh-ed25519 AAAA', 'not a public key'],
	[`command="sh" ${pub}`, 'not a public key'],
	[pub.replace('ssh-ed25519 ', 'ssh-rsa '), 'not a public key'],
	['ssh-ed25519-cert-v01@openssh.com AAAA', 'not a public key'],
	['\u001b[2J', 'not a public key'],
])('%j is not a key: one sentence', async (input, said) => {
	const {file} = closed();
	const {code, out, error} = await run(['authorize', file, 'smith'], {input});
	expect({code, out}).toEqual({code: 1, out: ''});
	expect(error).toContain(said);
	expect(database(file).log).toEqual([]);
});

test('warns where keys prove nothing', async () => {
	const {file, folder} = fresh(makeDatabase());
	chmodSync(folder, 0o750);
	const {warned} = await run(['authorize', file, 'smith'], {input: pub});
	expect(warned).toContain('its folder');
});

test('sets and lists roles as acts, before and after, and warns of whom nobody knows', async () => {
	const {file} = closed();
	expect((await run(['roles', file])).out).toMatch(/^no roles are set/);
	const set = await run([
		'roles',
		file,
		'root=administrator',
		'%nosuchgroup=member',
		'person:smith=chair',
	]);
	expect(set).toMatchObject({code: 0});
	expect(set.warned).toContain('this system knows no group nosuchgroup');
	expect(set.warned).not.toContain('root');
	expect(set.out).toMatch(
		/^root +administrator\nperson:smith +chair +Joan Smith\n%nosuchgroup +member\n/,
	);
	const again = await run(['roles', file, 'person:smith=member', '--remove', '%nosuchgroup']);
	expect(again.code).toBe(0);
	const {log, rules} = database(file);
	expect(rules.roles).toEqual({root: 'administrator', 'person:smith': 'member'});
	expect(log.at(-1)?.effects).toMatchObject([
		{
			record: 'rules',
			field: 'roles',
			from: {'person:smith': 'chair'},
			to: {'person:smith': 'member'},
		},
	]);
	expect((await run(['log', file])).out).toContain('Joan Smith (person:smith) to member (chair)');
	expect(await run(['roles', file, 'person:smiht=chair'])).toMatchObject({
		code: 1,
		error: 'there is no person smiht; did you mean smith?',
	});
	const stranger = await run(['authorize', file, 'stranger'], {input: ''});
	expect(stranger.code).toBe(1);
	expect(stranger.error).toMatch(/^there is no person stranger; there are (\S+, )+\S+$/);
	expect(await run(['roles', file, 'x=king'])).toMatchObject({code: 2});
	expect(await run(['roles', file, '__proto__=chair'])).toMatchObject({code: 1});
	expect(database(file).log).toHaveLength(log.length);
});

test('lets nobody but the owner of the folder leave no administrator', async () => {
	const roles = {boss: 'administrator', clerk: 'secretary'} as const;
	const {file} = closed(makeDatabase({rules: {profile: 'plain', roles}}));
	const store = await openFile(file);
	const change = {kind: 'rules/roles', roles: [{who: 'boss', from: 'administrator'}]} as const;
	const commit = (owner: boolean, id: string) =>
		store.commit(
			{id, changes: [{...change, roles: [...change.roles]}]},
			{actor: {user: 'boss', host: 'x'}, session: 's', owner},
		);
	expect(await commit(false, '1')).toMatchObject({ok: false, rejection: {code: 'state'}});
	expect(await commit(true, '2')).toMatchObject({ok: true});
	await store.close();
	expect((await run(['roles', file])).out).toContain('nobody is named administrator');
});

test('a store believes a key’s person in a closed folder alone, and no key that is not good', async () => {
	const {file, folder} = closed();
	await run(['authorize', file, 'smith'], {input: pub});
	const store = await openFile(file);
	const save = (key: string) =>
		store.commit(
			{id: crypto.randomUUID(), changes: [{kind: 'project/update', id: 'P1-01', note: 'x'}]},
			{
				actor: {user: 'board', host: 'x', person: 'smith', key},
				session: 's',
				keyed: true,
				owner: false,
			},
		);
	const saved = await save(fingerprint);
	expect(saved).toMatchObject({
		ok: true,
		entry: {actor: {user: 'board', person: 'smith', name: 'Joan Smith', key: fingerprint}},
	});
	expect(await save(`SHA256:${'x'.repeat(43)}`)).toMatchObject({
		rejection: {
			message: 'this key is not authorized for Joan Smith: ask whoever looks after the database',
		},
	});
	chmodSync(folder, 0o770);
	expect(await save(fingerprint)).toMatchObject({ok: false, rejection: {code: 'storage'}});
	chmodSync(folder, 0o700);
	await store.close();
});

test('a login that is a person’s is told as the person; a claim stays a claim', () => {
	const people = [{id: 'smith', name: 'Joan Smith', logins: ['jsmith']}];
	const told = (actor: Parameters<typeof actorIn>[1]['actor']) =>
		actorName(actorIn({people}, {actor}));
	expect(told({user: 'jsmith', host: 'x'})).toBe('Joan Smith');
	expect(told({user: 'jsmith', host: 'x', name: 'Mayor'})).toBe('Mayor (login jsmith)');
	// Nobody is a person because they say so.
	expect(told({user: 'eve', host: 'x', name: 'Joan Smith', person: 'smith'})).toBe(
		'Joan Smith (login eve)',
	);
	expect(told({user: 'eve', host: 'x', person: 'smith'})).toBe('eve');
});

test('whoever comes by a key has the person’s role: neither the account’s, nor its groups’, nor its owner’s', () => {
	const roles = {board: 'administrator', '%board': 'secretary', 'person:smith': 'chair'} as const;
	const rules = {profile: 'plain', roles} as const;
	const account = {user: 'board', groups: ['board'], owner: true, keyed: true};
	expect(roleOf({rules}, {...account, person: 'smith'})).toBe('chair');
	expect(roleOf({rules}, {...account, person: 'reed'})).toBe('observer');
	expect(roleOf({rules}, {user: 'jsmith', person: 'smith', groups: ['board']})).toBe('chair');
	expect(roleOf({rules}, {user: 'person:smith', groups: []})).toBe('observer');
});

test('reads papers from one folder alone', async () => {
	const folder = path.join(scratch, 'papers');
	mkdirSync(path.join(folder, 'older'), {recursive: true});
	writeFileSync(path.join(folder, 'report.md'), '# Award of a contract\n\nIt is awarded.\n');
	writeFileSync(path.join(scratch, 'secret.md'), '# Secret\n\nHidden.\n');
	symlinkSync(path.join(scratch, 'secret.md'), path.join(folder, 'link.md'));
	symlinkSync(scratch, path.join(folder, 'out'));
	const own = confine(folder, () => Promise.resolve(importer));
	const read = (name: string) =>
		own.read({path: name, verdicts: {}, map: {}, set: {}}, makeDatabase());
	expect(await read('report.md')).not.toHaveProperty('problem');
	expect(await read(path.join(folder, 'report.md'))).not.toHaveProperty('problem');
	for (const name of [
		'../secret.md',
		'/etc/passwd',
		'link.md',
		'out/secret.md',
		'..',
		'~',
		"'../secret.md'",
	]) {
		expect(await read(name)).toMatchObject({problem: expect.any(String) as string});
	}
	expect(await own.complete('rep')).toEqual({value: 'report.md', options: ['report.md']});
	expect((await own.complete('')).options).toEqual(['link.md', 'older/', 'out', 'report.md']);
	for (const typed of ['../', '/et', 'out/', '~/', '..', `${scratch}/`]) {
		expect((await own.complete(typed)).options).toEqual([]);
	}
});

test.each([
	[['session', 'x.json'], 2, '--person is missing'],
	[['session', 'x.json', '--person', 'smith', '--as', 'Chair'], 2, '--as has no place here'],
	[['session', 'x.json', '--person', 'smith'], 1, 'a session needs a terminal'],
])('%j is refused in a sentence', async (args, code, said) => {
	const result = await run(args);
	expect(result).toMatchObject({code, out: ''});
	expect(result.error).toContain(said);
});

test('what is handed to a person on a shared account is for them alone', () => {
	const actor = {user: 'board', host: '', name: 'Joan Smith', person: 'smith'};
	const offer = readOffer('1', {
		at: '2026-11-22T12:00:00.000Z',
		from: {session: 'a', actor: {...actor, name: 'Ann Reed', person: 'reed'}},
		to: {session: 'b', user: 'board', name: 'Joan Smith', person: 'smith'},
		schema: 2,
		form: {kind: 'comment', target: {}, values: {}, initial: {}, base: {}, focus: 'note'},
	});
	if (!offer) throw new Error('no offer');
	expect(isFor(offer, {session: 'later', actor})).toBe(true);
	expect(isFor(offer, {session: 'x', actor: {...actor, person: 'jones'}})).toBe(false);
	expect(isFor(offer, {session: 'x', actor: {user: 'board', host: ''}})).toBe(false);
});
