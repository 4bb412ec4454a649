// What each role may do, and who has which.
import {describe, expect, test} from 'vitest';
import {changeKinds, type Change} from '../../../source/domain/changes/index.ts';
import {commit} from '../../../source/domain/commit.ts';
import {check} from '../../../source/domain/queries/check.ts';
import {type Account, refuseKind, mayDo, roleOf} from '../../../source/domain/rules/roles.ts';
import {type Database, type Entry, type Role, roles} from '../../../source/domain/schema/index.ts';
import {act, contextAt, makeDatabase} from '../../helpers/database.ts';

const given = (table: Record<string, Role>): Pick<Database, 'rules'> => ({
	rules: {profile: 'plain', roles: table},
});

describe('the role of an account', () => {
	const table = {
		reed: 'chair',
		clerk: 'observer',
		'%clerks': 'secretary',
		'%members': 'member',
		'%it staff': 'administrator',
		'%': 'administrator',
	} as const;
	test.each<[string, Account, Role]>([
		['named', {user: 'reed'}, 'chair'],
		['not named', {user: 'smith'}, 'observer'],
		['of a group', {user: 'smith', groups: ['users', 'clerks']}, 'secretary'],
		['of several groups: the highest', {user: 'x', groups: ['members', 'clerks']}, 'secretary'],
		['named and of a group: as named', {user: 'clerk', groups: ['clerks']}, 'observer'],
		['of a group with a space in its name', {user: 'x', groups: ['it staff']}, 'administrator'],
		['of a group that is called like a user', {user: 'x', groups: ['reed']}, 'observer'],
		['a user who is called like a group', {user: 'clerks'}, 'observer'],
		['a user whose name is that of a group’s entry', {user: '%clerks'}, 'observer'],
		['a group without a name', {user: 'x', groups: ['']}, 'observer'],
		['of no groups', {user: 'x', groups: []}, 'observer'],
		['who owns the folder', {user: 'clerk', owner: true}, 'administrator'],
		['what every object has', {user: 'constructor', groups: ['toString']}, 'observer'],
		['nobody', {user: ''}, 'observer'],
	])('%s', (_, account, role) => {
		expect(roleOf(given(table), account)).toBe(role);
	});

	test('where the database names no roles nobody has one, and everybody may do everything', () => {
		for (const owner of [true, false]) {
			const role = roleOf({rules: {profile: 'plain'}}, {user: 'reed', owner});
			expect(role).toBeUndefined();
			expect(changeKinds.filter((kind) => refuseKind(role, kind))).toEqual([]);
		}
	});

	test('where it names none of those who come, they may look', () => {
		expect(roleOf(given({}), {user: 'reed'})).toBe('observer');
		expect(roleOf(given({}), {user: 'reed', owner: true})).toBe('administrator');
	});
});

/** What every role may do, kind by kind: whoever adds a kind has to say who may do it. */
const table: Record<string, Role[]> = {
	'project/add project/edit project/status action/add action/edit': [
		'secretary',
		'chair',
		'programme-manager',
	],
	'milestone/add milestone/edit milestone/order milestone/remove record/add record/edit record/order record/remove project/settle request/edit request/make request/withdraw':
		['secretary', 'chair', 'programme-manager'],
	'view/remove view/save': ['secretary', 'chair', 'programme-manager'],
	'view/drop view/keep': ['secretary', 'chair', 'programme-manager', 'member'],
	'request/decide request/gather': ['secretary', 'chair'],
	'project/update action/status action/progress undo': [
		'secretary',
		'chair',
		'programme-manager',
		'member',
	],
	'meeting/add meeting/adjourn meeting/cancel meeting/close meeting/edit meeting/enter meeting/move meeting/open meeting/preside meeting/public-left meeting/publish meeting/readmit meeting/resume meeting/time':
		['secretary', 'chair'],
	'agenda/add agenda/dispose agenda/edit agenda/en-bloc agenda/exempt agenda/note agenda/order agenda/preside agenda/remove':
		['secretary', 'chair'],
	'attendance/arrive attendance/leave attendance/set': ['secretary', 'chair'],
	'declaration/add declaration/asked declaration/edit declaration/remove': ['secretary', 'chair'],
	'decision/mark decision/record': ['secretary', 'chair'],
	'decision/call-in decision/confirm decision/correct decision/edit decision/enter decision/publish decision/release decision/retract decision/take delegation/end':
		['secretary'],
	'notice/add notice/edit notice/withdraw': ['secretary'],
	'minutes/approve minutes/correct minutes/issue minutes/sign': ['secretary'],
	'strategy/status': ['secretary'],
	'strategy/add strategy/conclude report/add report/edit': ['secretary', 'programme-manager'],
	'board/add board/edit board/standing board/interests interest/end interest/register member/add member/edit person/add person/edit record/release redact':
		['secretary'],
	'person/authorize person/login person/revoke rules/roles': [],
	'database/adopt database/archive database/migrate database/recover database/restore': [],
};
const rows = Object.entries(table).flatMap(([kinds, who]) =>
	kinds.split(' ').map((kind) => [kind, who] as const),
);

describe('what a role may do', () => {
	test.each(rows)('%s', (kind, who) => {
		const may = roles.filter((role) => mayDo(role, kind));
		expect(new Set(may)).toEqual(new Set(['administrator', ...who]));
	});

	test('is said of every kind of change there is', () => {
		expect(rows.map(([kind]) => kind).toSorted()).toEqual(changeKinds.toSorted());
	});

	test('covers no kind that merely begins alike', () => {
		expect(mayDo('secretary', 'projects/add')).toBe(false);
		expect(mayDo('secretary', 'undo/everything')).toBe(false);
		expect(mayDo('observer', '')).toBe(false);
	});

	test.each([
		[
			'member',
			'project/status',
			'a member may not do this: it is for administrator, secretary, chair or programme manager',
		],
		[
			'observer',
			'undo',
			'an observer may not do this: it is for administrator, secretary, chair, programme manager or member',
		],
		['secretary', 'database/archive', 'a secretary may not do this: it is for administrator'],
	] as const)('is refused with one sentence: %s, %s', (role, kind, message) => {
		expect(refuseKind(role, kind)).toEqual({code: 'forbidden', message: `${kind}: ${message}`});
	});
});

describe('at commit', () => {
	const database = makeDatabase({
		rules: {profile: 'plain', roles: {clerk: 'secretary', davies: 'member', '%board': 'chair'}},
	});
	const comment: Change = {kind: 'project/update', id: 'P1-01', note: 'x'};
	const status: Change = {kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'on-hold'};
	const by = (user: string, more: {groups?: string[]; owner?: boolean} = {}) => ({
		...contextAt('10:00', user),
		...more,
	});

	test.each([
		['clerk', {}, 'secretary'],
		['reed', {groups: ['board']}, 'chair'],
		['root', {owner: true}, 'administrator'],
	] as const)('the log records the role: %s', (user, more, role) => {
		const outcome = commit(
			database,
			act(status),
			by(user, {...more, groups: [...('groups' in more ? more.groups : [])]}),
		);
		expect(outcome).toMatchObject({ok: true, entry: {actor: {user, role}}});
		expect(outcome.ok && check(outcome.database)).toEqual([]);
	});

	test('where there are no roles none is recorded', () => {
		const outcome = commit(makeDatabase(), act(status), by('root', {owner: true}));
		expect(outcome.ok && outcome.entry.actor).toEqual({user: 'root', host: 'council'});
	});

	test('a role that is claimed counts for nothing', () => {
		const context = by('smith');
		const claimed = {...context, actor: {...context.actor, role: 'administrator' as const}};
		expect(commit(database, act(status), claimed)).toMatchObject({
			rejection: {code: 'forbidden', message: expect.stringContaining('an observer')},
		});
	});

	test('one change that is not allowed refuses the whole act', () => {
		expect(commit(database, act(comment), by('davies'))).toMatchObject({ok: true});
		for (const changes of [
			[comment, status],
			[status, comment],
		]) {
			expect(commit(database, act(...changes), by('davies'))).toMatchObject({
				ok: false,
				rejection: {
					code: 'forbidden',
					message: expect.stringMatching(/^project\/status: a member/),
				},
			});
		}
	});

	test('nobody takes back, or brings back, what they may not do', () => {
		const undo = (revision: number): Change => ({kind: 'undo', revision});
		const comments = commit(database, act(comment), by('davies'));
		if (!comments.ok) throw new Error(comments.rejection.message);
		expect(commit(comments.database, act(undo(2)), by('davies'))).toMatchObject({ok: true});
		expect(commit(comments.database, act(undo(2)), by('smith'))).toMatchObject({
			rejection: {code: 'forbidden', message: expect.stringMatching(/^undo: an observer/)},
		});
		const sets = commit(comments.database, act(status), by('clerk'));
		if (!sets.ok) throw new Error(sets.rejection.message);
		const refused = {
			rejection: {code: 'forbidden', message: expect.stringMatching(/^project\/status: a member/)},
		};
		expect(commit(sets.database, act(undo(3)), by('davies'))).toMatchObject(refused);
		const taken = commit(sets.database, act(undo(3)), by('clerk'));
		if (!taken.ok) throw new Error(taken.rejection.message);
		expect(commit(taken.database, act(undo(4)), by('davies'))).toMatchObject(refused);
		expect(commit(taken.database, act(undo(4)), by('clerk'))).toMatchObject({ok: true});
		// What the log does not hold is refused as such.
		for (const revision of [99, 0, 5]) {
			const outcome = commit(taken.database, act(undo(revision)), by('davies'));
			expect(!outcome.ok && outcome.rejection.code).not.toBe('forbidden');
		}
	});

	/** The log: 2 clerk sets a status, 3 davies comments, 4 clerk takes 2 back, 5 clerk places an action. */
	const worked = (() => {
		const acts: [string, Change][] = [
			['clerk', status],
			['davies', comment],
			['clerk', {kind: 'undo', revision: 2}],
			['clerk', {kind: 'action/add', text: 'Look into it.', owner: 'smith'}],
		];
		return acts.reduce((before, [user, change]) => {
			const outcome = commit(before, act(change), by(user));
			if (!outcome.ok) throw new Error(outcome.rejection.message);
			return outcome.database;
		}, database);
	})();
	/** What the roles are by now, who takes back which act, and what is said when they may not. */
	const takings: [what: string, role: Role, revision: number, refusal: RegExp | undefined][] = [
		['one’s own comment', 'member', 3, undefined],
		['one’s own comment, an observer by now', 'observer', 3, /^undo: an observer/],
		['a member’s comment', 'chair', 3, undefined],
		['the secretary’s status', 'member', 2, /^project\/status: a member/],
		['the taking back of a status', 'member', 4, /^project\/status: a member/],
		['the taking back of a status', 'chair', 4, undefined],
		['an action that was placed', 'member', 5, /^action\/add: a member/],
		['an action that was placed', 'chair', 5, undefined],
		['the adoption', 'secretary', 1, /^database\/adopt: a secretary/],
	];
	test.each(takings)('%s, taken back by a %s (r%i)', (_, role, revision, refusal) => {
		const roles = {davies: role};
		const later = {...worked, rules: {profile: 'plain' as const, roles}};
		const outcome = commit(later, act({kind: 'undo', revision}), by('davies'));
		// What was undone already is refused as such, which is not the matter here.
		const said =
			outcome.ok || outcome.rejection.code !== 'forbidden' ? '' : outcome.rejection.message;
		expect(said).toMatch(refusal ?? /^$/);
	});

	test.each<[string, (entry: Entry) => Entry[]]>([
		['was archived', () => []],
		['was redacted', ({changes: _changes, effects: _effects, salt: _salt, ...rest}) => [rest]],
	])('what %s since is brought back by nobody who may not do everything', (_, left) => {
		const log = worked.log.flatMap((entry) => (entry.revision === 2 ? left(entry) : [entry]));
		for (const [role, code] of [
			['member', 'forbidden'],
			['secretary', 'forbidden'],
			['administrator', undefined],
		] as const) {
			const later = {...worked, log, rules: {profile: 'plain' as const, roles: {davies: role}}};
			const outcome = commit(later, act({kind: 'undo', revision: 4}), by('davies'));
			expect(outcome.ok ? undefined : outcome.rejection.code).toBe(code);
		}
	});

	test('a kind that is not known is refused as such, whoever asks', () => {
		const unknown = {kind: 'project/destroy'} as unknown as Change;
		expect(commit(database, act(unknown), by('smith'))).toMatchObject({
			rejection: {code: 'invalid', message: expect.stringContaining('project/destroy')},
		});
	});

	test('an act that the log holds already is given back, though its author has lost the role', () => {
		const again = act(comment);
		const first = commit(database, again, by('davies'));
		if (!first.ok) throw new Error(first.rejection.message);
		const roles = {clerk: 'secretary'} as const;
		const later = {...first.database, rules: {profile: 'plain' as const, roles}};
		expect(commit(later, again, by('davies'))).toMatchObject({ok: true, entry: first.entry});
	});
});
