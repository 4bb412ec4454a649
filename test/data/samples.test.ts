// The worked meetings: that each file is what its script makes, and that its log vouches for it.
import {describe, expect, test} from 'vitest';
import {samples} from '../../scripts/samples/samples.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {check} from '../../source/domain/queries/check.ts';
import {formatDatabase} from '../../source/store/format.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {load, only, played, textOf} from './files.ts';

test('every worked meeting is tested', () => {
	expect(Object.keys(samples)).toEqual(played);
});

describe.each(Object.entries(samples))('%s', (name, play) => {
	const text = textOf(`${name}.json`);
	const database = load(name);
	const {log, meetings, people, revision} = database;

	// Never mended by hand: npm run generate writes it.
	test('is exactly what the acts give', () => {
		expect(text).toBe(formatDatabase(play()));
	});

	test('is read by the program, and check finds nothing', () => {
		const parsed = parseDatabase(text, name);
		expect(parsed).toMatchObject({ok: true});
		expect(parsed.ok && check(parsed.database)).toEqual([]);
	});

	test('its log begins with the adoption, has every act and proves the records', () => {
		expect(log[0]?.changes?.[0]?.kind).toBe('database/adopt');
		expect(revision).toBe(log.length);
		expect(log.every(({at}, index) => index === 0 || at > (log[index - 1]?.at ?? ''))).toBe(true);
		const [first] = database.decisions;
		const altered = {...database, decisions: [{...first!, resolution: 'That it be refused.'}]};
		expect(check(altered).map(({message}) => message)).toContainEqual(
			expect.stringMatching(/decision D-1 was altered outside Boardwalk/),
		);
	});

	test('the acts are those of posts that the file lists', () => {
		const names = new Set(log.map(({actor}) => actor.name));
		const posts = people.map((person) => person.name);
		for (const actor of names) expect(posts).toContain(actor);
	});

	test('every meeting says that it is an example', () => {
		for (const {example} of meetings) expect(example).toBe(true);
	});

	test('what was issued has not been altered since', () => {
		const issued = meetings.filter(({minutes}) => minutes?.seals);
		expect(issued.length).toBeGreaterThan(0);
		for (const {id} of issued) expect(minutesOf(database, id)).not.toHaveProperty('altered');
	});
});

describe('what each sample shows', () => {
	const states = (name: string) =>
		load(name).meetings.map(({id, status, minutes}) => [id, status, minutes?.status]);

	test('Lincolnshire: one who decides alone; the strategy comes into force with the decision', () => {
		const {boards, decisions, log, strategies} = load('lincolnshire-decision');
		expect(states('lincolnshire-decision')).toEqual([['M-1', 'closed', 'issued']]);
		expect(only(boards, 'executive-councillor-hti').kind).toBe('individual');
		expect(strategies.map(({id, status}) => [id, status])).toEqual([['S-1', 'current']]);
		expect(decisions).toMatchObject([{id: 'D-1', status: 'recorded', publishedOn: '2019-05-10'}]);
		expect(togetherWith('decision/record', log)).toEqual(['decision/record', 'strategy/status']);
	});

	test('Epping Forest: the resolution and what follows from it are one act', () => {
		const {decisions, actions, log, strategies} = load('epping-forest-ict');
		expect(states('epping-forest-ict')).toEqual([
			['M-1', 'closed', 'signed'],
			['M-2', 'closed', 'issued'],
		]);
		expect(togetherWith('decision/record', log)).toEqual([
			'decision/record',
			'strategy/status',
			'strategy/status',
			'action/add',
		]);
		expect(strategies.map(({title, status}) => [title, status])).toEqual([
			['ICT Strategy 2018–2023', 'past'],
			['ICT Strategy 2020–2022', 'current'],
		]);
		expect(decisions.map(({id, procedural}) => [id, procedural ?? false])).toEqual([
			['D-1', false],
			['D-2', true],
		]);
		expect(actions).toMatchObject([{id: 'A-1', decision: 'D-1', status: 'open'}]);
	});

	test('Riverside: two meetings held, the minutes of the first signed, a third ready', () => {
		const {boards, rules, strategies, projects} = load('riverside-charity');
		expect(states('riverside-charity')).toEqual([
			['M-1', 'closed', 'signed'],
			['M-2', 'closed', 'issued'],
			['M-3', 'planned', undefined],
		]);
		expect(rules.profile).toBe('plain');
		expect(boards).toMatchObject([{kind: 'plain', rules: {quorum: 3}}]);
		const voting = ['chair', 'vice-chair', 'member'];
		expect(boards[0]?.members.filter(({role}) => voting.includes(role))).toHaveLength(6);
		expect(strategies[0]?.priorities).toHaveLength(2);
		expect(projects).toHaveLength(6);
	});

	test('Riverside: a year of its plan, with a risk that came true and a budget that was changed by decision', () => {
		const {projects, requests, strategies} = load('riverside-charity');
		const roof = only(projects, 'P1-01');
		expect(only(roof.milestones ?? [], 'MS-2')).toMatchObject({
			original: '2026-10-31',
			approved: '2026-11-27',
			forecast: '2027-01-15',
		});
		expect(roof).toMatchObject({confidence: 'red', risks: [{cameTrueOn: '2026-11-17'}]});
		expect(only(projects, 'P1-03').money).toMatchObject({
			original: {amount: 9000},
			approved: {amount: 11_200},
		});
		expect(requests.map(({id, fate}) => [id, fate])).toEqual([
			['RQ-1', 'approved'],
			['RQ-2', 'asked'],
		]);
		expect(strategies[0]?.measures?.map(({readings}) => readings.length)).toEqual([4, 3]);
	});

	test.each(['north-hertfordshire-it', 'westmorland-and-furness-ict'])(
		'%s: a key decision with its notice, and a meeting that is ready to be held on requests',
		(name) => {
			const {decisions, meetings, notices, requests, strategies} = load(name);
			expect(states(name)).toEqual([
				['M-1', 'closed', 'issued'],
				['M-2', 'planned', undefined],
			]);
			expect(strategies.map(({status}) => status)).toEqual(['current']);
			expect(decisions).toMatchObject([{id: 'D-1', key: true}]);
			expect(notices).toMatchObject([{kind: 'key-decision', report: 'R-1'}]);
			expect(requests.map(({fate}) => fate)).toEqual(['asked', 'asked']);
			const ready = only(meetings, 'M-2');
			expect(ready.publishedOn).toBeDefined();
			expect(ready.agenda.find(({kind}) => kind === 'requests')?.about?.requests).toEqual([
				'RQ-1',
				'RQ-2',
			]);
		},
	);
});

type Log = ReturnType<typeof load>['log'];

/** The kinds of change in the first act that has one of this kind. */
const togetherWith = (kind: string, log: Log): string[] | undefined =>
	log
		.find(({changes}) => changes?.some((change) => change.kind === kind))
		?.changes?.map((change) => change.kind);
