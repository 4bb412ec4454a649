import {describe, expect, test} from 'vitest';
import {accepted, act, after, contextAt, makeDatabase} from '../helpers/database.ts';
import {commit} from '../../source/domain/commit.ts';
import {check, duplicateIds} from '../../source/domain/queries/check.ts';
import type {Database} from '../../source/domain/schema/index.ts';

/** A copy that a test may alter in place. */
const copy = (database: Database): Database => structuredClone(database);

/** What check says of the sample once it was altered. */
function said(alter: (database: Database) => void, database = makeDatabase()) {
	const altered = copy(database);
	alter(altered);
	return check(altered);
}

const messages = (...from: Parameters<typeof said>) => said(...from).map(({message}) => message);

/** The sample with four acts in its log, after its adoption. */
const logged = after(
	makeDatabase(),
	{kind: 'project/update', id: 'P1-01', note: 'one'},
	{kind: 'project/update', id: 'P1-02', note: 'two'},
	{kind: 'action/add', text: 'Write'},
	{kind: 'undo', revision: 4},
);

const at = <Value>(list: readonly Value[], index: number): Value => {
	const value = list.at(index);
	if (value === undefined) throw new Error('the sample has changed');
	return value;
};

test('a sound database has no problems, with and without a log', () => {
	expect(check(makeDatabase())).toEqual([]);
	expect(check(logged)).toEqual([]);
});

describe('ids that occur twice', () => {
	test('in a collection, in a list inside a record, on a roll', () => {
		const problems = said((database) => {
			at(database.projects, 2).id = 'P1-02';
			at(at(database.strategies, 0).priorities, 1).id = 'P1';
			at(at(database.meetings, 1).agenda, 3).id = 'I-2';
			at(database.meetings, 1).attendance = [
				{person: 'reed', status: 'present'},
				{person: 'reed', status: 'absent'},
			];
		}).filter(({message}) => message.includes('more than once'));
		expect(problems).toEqual([
			{
				path: ['strategies', 0, 'priorities', 1, 'id'],
				message: 'strategy S-1, priorities: the id P1 is there more than once; expected each once',
			},
			{
				path: ['projects', 2, 'id'],
				message: 'projects: the id P1-02 is there more than once; expected each once',
			},
			{
				path: ['meetings', 1, 'agenda', 3, 'id'],
				message: 'meeting M-2, agenda: the id I-2 is there more than once; expected each once',
			},
			{
				path: ['meetings', 1, 'attendance', 1],
				message: 'meeting M-2, attendance: reed is there more than once; expected each once',
			},
		]);
	});

	test('each of them is found where it is the only one, however deep', () => {
		const alone: ((database: Database) => void)[] = [
			(database) => (at(database.projects, 2).id = 'P1-02'),
			(database) => (at(at(database.strategies, 0).priorities, 1).id = 'P1'),
			(database) => (at(at(database.meetings, 1).agenda, 3).id = 'I-2'),
		];
		for (const alter of alone) {
			const database = copy(makeDatabase());
			alter(database);
			expect(duplicateIds(database)).toHaveLength(1);
		}
	});

	test('somebody may be a member twice, and two meetings may have items of the same id', () => {
		const database = copy(makeDatabase());
		at(database.boards, 0).members.push({person: 'reed', role: 'member', to: '2020-01-01'});
		at(at(database.meetings, 0).agenda, 0).id = 'I-2';
		expect(duplicateIds(database)).toEqual([]);
	});

	test('in a list inside an object inside a record', () => {
		const aim = {id: 'A', text: 'x'};
		const problems = said((database) => {
			at(at(database.strategies, 0).priorities, 0).workStream = {title: 'x', aims: [aim, aim]};
		});
		expect(problems).toMatchObject([
			{path: ['strategies', 0, 'priorities', 0, 'workStream', 'aims', 1, 'id']},
		]);
	});
});

test('references that lead nowhere, with the nearest that exists', () => {
	expect(
		said((database) => {
			at(database.projects, 3).dependsOn = ['P1-02', 'P1-2'];
			at(database.actions, 0).decision = 'D-99999';
		}),
	).toEqual([
		{
			path: ['projects', 3, 'dependsOn', 1],
			message:
				'project P2-01: dependsOn names P1-2, but there is no such project; did you mean P1-02?',
		},
		{
			path: ['actions', 0, 'decision'],
			message: 'action A-1: decision names D-99999, but there is no such decision',
		},
	]);
});

test('one strategy is current', () => {
	expect(said((database) => (at(database.strategies, 0).status = 'past'))).toEqual([
		{path: ['strategies'], message: 'no strategy is current; expected one'},
	]);
	const second = {...at(makeDatabase().strategies, 0), id: 'S-2'};
	expect(
		said((database) => {
			database.counters['S'] = 2;
			database.strategies.push(second);
		}),
	).toEqual([
		{
			path: ['strategies', 1, 'status'],
			message: 'strategy S-2 is current, and so is S-1; expected one',
		},
	]);
});

describe('projects that wait for each other', () => {
	test('every dependency that closes a circle is named', () => {
		const problems = said((database) => {
			at(database.projects, 0).dependsOn = ['P1-02', 'P1-03'];
			at(database.projects, 1).dependsOn = ['P2-01'];
			at(database.projects, 3).dependsOn = ['P1-02'];
			at(database.projects, 4).dependsOn = ['P2-02'];
		});
		expect(problems).toEqual([
			{
				path: ['projects', 3, 'dependsOn', 0],
				message:
					'project P2-01 cannot depend on P1-02: they wait for each other (P1-02 → P2-01 → P1-02)',
			},
			{
				path: ['projects', 4, 'dependsOn', 0],
				message: 'project P2-02 cannot depend on P2-02: they wait for each other (P2-02 → P2-02)',
			},
		]);
	});

	test('two ways to the same project are not a circle; a chain may be long', () => {
		const diamond = messages((database) => {
			at(database.projects, 0).dependsOn = ['P1-02', 'P1-03'];
			at(database.projects, 1).dependsOn = ['P2-02'];
			at(database.projects, 2).dependsOn = ['P2-02'];
		});
		expect(diamond).toEqual([]);
		const project = at(makeDatabase().projects, 4);
		const long = makeDatabase({
			projects: [
				...makeDatabase().projects,
				...Array.from({length: 20_000}, (_, n) => ({
					...project,
					id: `X-${n}`,
					dependsOn: n === 0 ? [] : [`X-${n - 1}`],
				})),
			],
		});
		expect(check(long)).toEqual([]);
	});
});

test('a board has one open meeting at a time', () => {
	const problems = said((database) => {
		for (const meeting of database.meetings) {
			meeting.status = 'open';
			meeting.board = 'B-1';
		}
	});
	expect(problems).toEqual([
		{
			path: ['meetings', 1, 'status'],
			message: 'meeting M-2 is open while M-1 of the same board B-1 is; expected one at a time',
		},
	]);
});

test('a counter is not lower than an id in use; other ids of that form do not matter', () => {
	const problems = said((database) => {
		at(database.actions, 0).id = 'A-7';
		delete database.counters['D'];
		at(at(database.strategies, 0).principles, 0).id = 'U-99';
		at(database.projects, 4).id = 'Z-5';
	});
	expect(problems).toEqual([
		{
			path: ['counters'],
			message: 'the counter D is missing, but D-1 is in use; expected 1 or more',
		},
		{path: ['counters', 'A'], message: 'the counter A is 1, but A-7 is in use; expected 7 or more'},
	]);
});

test('messages hold nothing that a terminal would act on', () => {
	const nasty = '\u001b[2J\u202e';
	const found = messages((database) => {
		for (const project of database.projects) project.title = nasty;
		database.counters[nasty] = 0;
		at(database.people, 0).name = nasty;
	}, logged);
	expect(found.length).toBeGreaterThan(5);
	for (const message of found) expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('a log of several thousand entries and records is checked in one go', () => {
	const project = at(makeDatabase().projects, 4);
	const projects = Array.from({length: 3000}, (_, n) => ({...project, id: `X-${n}`}));
	let database = makeDatabase({projects: [...makeDatabase().projects, ...projects]});
	for (let n = 0; n < 200; n++) {
		database = accepted(database, {kind: 'project/update', id: `X-${n}`, note: 'x'}).database;
	}
	expect(check(database)).toEqual([]);
});

test('an act that is sent again leaves one entry', () => {
	const same = act({kind: 'project/update', id: 'P1-01', note: 'x'});
	const first = commit(makeDatabase(), same, contextAt());
	const again = first.ok ? commit(first.database, same, contextAt()) : first;
	expect(again.ok && check(again.database)).toEqual([]);
});
