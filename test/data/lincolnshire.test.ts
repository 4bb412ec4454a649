// The sample database is the first thing that every user sees, so what it claims is counted here.
import {describe, expect, test} from 'vitest';
import {dangling, knownIds} from '../../source/domain/references.ts';
import {collections, type Project} from '../../source/domain/schema/index.ts';
import {load, strings, textOf} from './files.ts';

const database = load('lincolnshire-imt');
const {boards, decisions, meetings, people, projects, reports, strategies} = database;
const strategy = strategies[0]!;
const {priorities} = strategy;

const idsOf = (list: readonly {id: string}[]) => list.map(({id}) => id);
const letters = (list: readonly {id: string}[] = []) => idsOf(list).join('');

/** `P1-01`, `P1-02` and so on. */
const numbered = (priority: string, count: number) =>
	Array.from({length: count}, (_, index) => `${priority}-${String(index + 1).padStart(2, '0')}`);

function tally(list: readonly Project[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const {status} of list) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}

const updates = [
	...strategies.flatMap((each) => each.updates ?? []),
	...priorities.flatMap((each) => each.updates ?? []),
	...projects.flatMap((each) => each.updates),
];

describe('the file', () => {
	test('is a new database', () => {
		expect(database).toMatchObject({
			$schema: './boardwalk.schema.json',
			schemaVersion: 2,
			revision: 0,
			organisation: {name: 'Lincolnshire County Council', timeZone: 'Europe/London'},
			log: [],
		});
	});

	// Parsing writes the keys in the schema's order, so that one comparison covers order and layout.
	test('has its keys in the order of the schema and two spaces of indentation', () => {
		expect(`${JSON.stringify(database, null, 2)}\n`).toBe(textOf('lincolnshire-imt.json'));
	});

	test('has no reference that leads nowhere', () => {
		const known = knownIds(database);
		const lost = collections.flatMap((collection) =>
			database[collection].flatMap((record) => dangling(collection, record, known)),
		);
		expect(lost).toEqual([]);
	});

	test('uses every id once', () => {
		const lists = [
			...collections.map((collection) => database[collection]),
			updates,
			meetings.flatMap(({agenda}) => agenda),
			priorities,
			strategy.objectives,
			strategy.criteria,
			strategy.principles,
			strategy.domains,
			...priorities.flatMap(({aims, workStream}) => [aims, workStream?.aims ?? []]),
		].map(idsOf);
		for (const ids of lists) expect(ids).toEqual([...new Set(ids)]);
	});

	test('counts on from the highest number of each kind of id', () => {
		const highest: Record<string, number> = {A: 0, C: 0};
		for (const {path, value} of strings(database)) {
			const [, prefix, number] = /^([A-Z])-(\d+)$/.exec(value) ?? [];
			if (prefix === undefined || !path.endsWith('/id')) continue;
			highest[prefix] = Math.max(highest[prefix] ?? 0, Number(number));
		}
		expect(database.counters).toEqual(highest);
	});
});

describe('the strategy', () => {
	test('is the current one, and has its parts', () => {
		expect(strategies).toHaveLength(1);
		expect(strategy).toMatchObject({
			title: 'IMT Strategy 2019–2022',
			status: 'current',
			period: {from: '2019', to: '2022'},
		});
		expect(strategy.objectives).toHaveLength(4);
		expect(strategy.criteria.map(({title}) => title)).toEqual([
			'Aligned',
			'Assured',
			'Agile',
			'Accessible',
			'Affordable',
			'Available',
		]);
		expect(letters(strategy.principles)).toBe('ABCDEFGHI');
		expect(strategy.domains).toHaveLength(6);
	});

	test('ranks three priorities, each with lettered aims and a work stream', () => {
		expect(
			priorities.map(({id, rank, aims, workStream}) => [
				id,
				rank,
				letters(aims),
				workStream?.title,
				letters(workStream?.aims),
			]),
		).toEqual([
			['P1', 1, 'ABC', 'Modernisation', 'ABC'],
			['P2', 2, 'ABCDE', 'Optimisation', 'ABCD'],
			['P3', 3, 'A', 'Transformation', 'ABC'],
		]);
	});
});

describe('the projects', () => {
	test('are 12 under priority 1 and 8 under priority 2, in the order of the text', () => {
		expect(idsOf(projects)).toEqual([...numbered('P1', 12), ...numbered('P2', 8)]);
		for (const {id, priority} of projects) expect(priority).toBe(id.slice(0, 2));
	});

	test('stand as the retrospective review has them', () => {
		const under = (id: string) => projects.filter(({priority}) => priority === id);
		expect(tally(projects)).toEqual({
			delivered: 15,
			'in-progress': 2,
			cancelled: 2,
			blocked: 1,
		});
		expect(tally(under('P1'))).toEqual({delivered: 10, 'in-progress': 1, cancelled: 1});
		expect(tally(under('P2'))).toEqual({
			delivered: 5,
			'in-progress': 1,
			cancelled: 1,
			blocked: 1,
		});
		expect(idsOf(projects.filter(({status}) => status !== 'delivered'))).toEqual([
			'P1-04',
			'P1-08',
			'P2-02',
			'P2-07',
			'P2-08',
		]);
	});

	test('have a summary and one update each, which says the same status', () => {
		for (const {summary, status, updates} of projects) {
			expect(summary).toBeTruthy();
			expect(updates.map((update) => update.status)).toEqual([status]);
		}
	});

	// The review rates neither confidence nor the success criteria, and names no owner.
	test('claim nothing that the papers do not say', () => {
		for (const project of projects) {
			expect(project).not.toHaveProperty('confidence');
			expect(project).not.toHaveProperty('criteria');
			expect(project).not.toHaveProperty('owner');
		}
	});
});

test('every update is the review’s, of its day, and short', () => {
	for (const {at, by, note = ''} of updates) {
		expect([at, by]).toEqual(['2020-09-10', 'Retrospective review']);
		expect(note.length).toBeGreaterThan(0);
		expect(note.length).toBeLessThanOrEqual(240);
	}
});

describe('boards and people', () => {
	test('are of the kinds that the papers describe', () => {
		expect(boards.map(({name, kind}) => [name, kind])).toEqual([
			['IMT Board', 'officer'],
			['Executive Councillor for Highways, Transport and IT', 'individual'],
			['Overview and Scrutiny Management Board', 'scrutiny'],
			['Transformation Board', 'officer'],
		]);
	});

	test('the IMT Board can meet, and says that its membership is illustrative', () => {
		const {members, note, rules} = boards[0]!;
		const having = (...roles: string[]) => members.filter(({role}) => roles.includes(role)).length;
		expect(having('chair')).toBe(1);
		expect(having('secretary')).toBe(1);
		expect(having('chair', 'vice-chair', 'member')).toBe(6);
		expect(rules?.quorum).toBe(3);
		expect(note).toMatch(/membership and quorum are illustrative/i);
	});

	test('people are posts, each with initials of its own', () => {
		for (const {name} of people) {
			expect(name).toMatch(/\b(Councillor|Head|Director|representative|Advisor|Secretary)\b/);
		}
		const initials = people.map((person) => person.initials);
		expect(initials).not.toContain(undefined);
		expect(new Set(initials).size).toBe(people.length);
	});
});

describe('reports, meetings and decisions', () => {
	const interval = {from: '2019-05-07', to: '2019-05-10'};

	test('the decision that approved the strategy is recorded as the paper gives it', () => {
		expect(reports[0]).toMatchObject({reference: 'I017909', date: interval, key: false});
		expect(meetings[0]).toMatchObject({
			board: 'executive-councillor-hti',
			period: interval,
			status: 'closed',
			agenda: [{id: 'I-1', kind: 'report', about: {report: 'R-1'}}],
			attendance: [],
		});
		expect(decisions).toHaveLength(1);
		expect(decisions[0]).toMatchObject({
			reference: 'I017909',
			meeting: 'M-1',
			item: 'I-1',
			board: 'executive-councillor-hti',
			status: 'recorded',
			date: interval,
			outcome: 'approved',
			recommendation: reports[0]?.recommendations[0],
			key: false,
		});
		for (const invented of ['startsAt', 'openedAt', 'closedAt', 'venue', 'example'])
			expect(meetings[0]).not.toHaveProperty(invented);
		for (const invented of ['mover', 'seconder']) expect(decisions[0]).not.toHaveProperty(invented);
	});

	test('the worked example walks the three priorities and takes the review', () => {
		const [, example] = meetings;
		expect(example).toMatchObject({
			board: 'imt-board',
			example: true,
			status: 'planned',
			attendance: [],
		});
		expect(example?.title).toMatch(/worked example/);
		expect(example?.startsAt?.slice(0, 10) ?? '').toMatch(/^2020-09-(1[1-9]|2\d|30)$/);
		expect(
			example?.agenda.map(({kind, about}) => about?.priority ?? about?.report ?? kind),
		).toEqual(['apologies', 'declarations', 'actions', 'P1', 'P2', 'P3', 'R-2', 'urgent']);
		for (const {minutes} of example?.agenda ?? []) expect(minutes).toBeGreaterThan(0);
		expect(meetings).toHaveLength(2);
	});

	test('the review is to be noted and the next strategy begun', () => {
		expect(reports[1]).toMatchObject({id: 'R-2', date: '2020-09-10'});
		expect(reports[1]?.recommendations).toEqual([
			expect.stringMatching(/noted/),
			expect.stringMatching(/next strategy/),
		]);
	});
});
