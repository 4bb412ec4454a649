// Who a process acts for: by the system's tables alone, and never more than they vouch for.
import {existsSync} from 'node:fs';
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {accountOf, isKnown, type System} from '../../source/store/account.ts';

const whole = '         0          0 4294967295\n';

const machine = (given: Partial<System> = {}): System => ({
	uid: 1001,
	gids: [1001],
	userName: () => 'jsmith',
	groupTable: () => 'root:x:0:\njsmith:x:1001:\nboard:x:1500:jsmith\nclerks:x:1501:\n',
	lookUp: () => '',
	maps: {user: whole, group: whole},
	...given,
});

/** As inside a user namespace that maps these ids. */
const inside = (user: string, group: string, given: Partial<System> = {}) =>
	accountOf(machine({maps: {user, group}, ...given}));

describe('on the machine itself', () => {
	test('user and groups are those of the tables; groups are those of the process', () => {
		const account = accountOf(machine({gids: [1001, 1500]}));
		expect(account).toMatchObject({user: 'jsmith', isRoot: false, owns: true});
		// Not clerks, whatever the table says of its members.
		expect(account.groups).toEqual(['jsmith', 'board']);
		expect(account.caution).toBeUndefined();
	});

	test('root is root; a system without user namespaces has none to be fooled by', () => {
		expect(accountOf(machine({uid: 0, gids: [0], userName: () => 'root'})).isRoot).toBe(true);
		expect(accountOf(machine({uid: 0, gids: [0], maps: undefined})).isRoot).toBe(true);
	});

	test('groups that stand in a directory of users alone are looked up, by number; a nameless one is left out', () => {
		const asked: (readonly number[])[] = [];
		const account = accountOf(
			machine({
				gids: [1500, 70_001, 70_002],
				lookUp(gids) {
					asked.push(gids);
					return 'the planners:*:70001:someone\nclerks:*:1501:\n';
				},
			}),
		);
		expect(account.groups).toEqual(['board', 'the planners']);
		expect(account.groups).toHaveLength(2);
		expect(asked).toEqual([[70_001, 70_002]]);
	});

	test('a user without an entry is known by number, whatever the environment says', () => {
		const userName = () => {
			throw new Error('ENOENT');
		};
		expect(accountOf(machine({uid: 64_190, userName})).user).toBe('uid 64190');
	});

	test('lines of the table of groups that are none are passed over', () => {
		const groupTable = () =>
			'+:::\n\nclerks\n# board:x:1001:\nnone:x::\n::1001:\nown:x:01001:\nx:x:1e3:';
		expect(accountOf(machine({groupTable})).groups).toEqual(['own']);
	});
});

describe('in a user namespace', () => {
	test('whoever made themselves root (unshare -r) is neither root nor anybody by name', () => {
		const account = inside('0 1001 1\n', '0 1001 1\n', {
			uid: 0,
			gids: [0, 65_534],
			userName: () => 'root',
		});
		expect(account).toMatchObject({
			user: 'uid 1001 in a user namespace',
			groups: [],
			isRoot: false,
			// What is theirs stays theirs.
			owns: true,
		});
		expect(account.caution).toContain('outside');
	});

	test('whoever took the number of the chair, or of a group, is not called so', () => {
		const account = inside('1002 1001 1\n', '1501 1001 1\n', {
			uid: 1002,
			gids: [1501],
			userName: () => 'chair',
		});
		expect(account).toMatchObject({user: 'uid 1001 in a user namespace', groups: []});
	});

	test('with numbers of their own besides (newuidmap) they are not, either', () => {
		const maps = '0 1001 1\n1 100000 65536\n';
		const root = inside(maps, maps, {uid: 0, gids: [0], userName: () => 'root'});
		expect(root).toMatchObject({user: 'uid 1001 in a user namespace', isRoot: false});
		// As one of these numbers, with the groups of outside that let them at the file.
		const other = inside(maps, maps, {uid: 1002, gids: [1002, 65_534], userName: () => 'chair'});
		expect(other).toMatchObject({groups: [], isRoot: false});
		expect(other.user).not.toBe('chair');
		const grouped = inside(maps, maps, {uid: 1002, gids: [0], userName: () => 'chair'});
		expect(grouped.user).not.toBe('chair');
	});

	test('a number that stands for everybody owns nothing: unshare -U without a map', () => {
		const account = inside('', '', {uid: 65_534, gids: [65_534], userName: () => 'nobody'});
		expect(account).toMatchObject({owns: false, isRoot: false, groups: []});
		expect(account.user).toBe('somebody in a user namespace');
		expect(inside('65534 1001 1', '0 1001 1', {uid: 65_534}).owns).toBe(false);
	});

	test('a container has users of its own; its root is told why it is not the machine’s', () => {
		const map = '0 100000 65536\n';
		const clerk = inside(map, map, {gids: [1001, 1501]});
		expect(clerk).toMatchObject({user: 'jsmith', groups: ['jsmith', 'clerks'], owns: true});
		expect(clerk.caution).toBeUndefined();
		const root = inside(map, map, {uid: 0, gids: [0], userName: () => 'root'});
		expect(root).toMatchObject({user: 'root', isRoot: false, owns: true});
		expect(root.caution).toMatch(/own its folder \(chown\)/);
	});

	test('no map but the machine’s own makes anybody root', () => {
		const line = fc.tuple(fc.nat(70_000), fc.nat(70_000), fc.nat(70_000)).map((n) => n.join(' '));
		const map = fc.array(line, {maxLength: 3}).map((lines) => lines.join('\n'));
		fc.assert(
			fc.property(map, map, (user, group) => {
				expect(inside(user, group, {uid: 0, gids: [0]}).isRoot).toBe(false);
			}),
		);
	});
});

test('a name is known by the tables, or by getent where there is one; of others it says that it is not', () => {
	expect(isKnown('passwd', 'root')).toBe(true);
	expect(isKnown('group', 'root')).toBe(true);
	const hasGetent = ['/usr/bin/getent', '/bin/getent'].some((file) => existsSync(file));
	expect(isKnown('passwd', 'nobody-is-called-so')).toBe(hasGetent ? false : undefined);
	expect(isKnown('group', '-h')).toBe(hasGetent ? false : undefined);
});
