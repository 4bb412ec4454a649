// Strategies in other manners than the seed's: themes, tables of projects, statuses in brackets; and the act they become.
import {describe, expect, test} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {plan, reviewFile} from '../../source/import/index.ts';
import {accepted, makeDatabase, refusal} from '../helpers/database.ts';

const themes = `# Riverside Digital Strategy 2026-2029

## Our principles

- Ask people first
- Share what works

## Our priorities

### Theme 1: Simple services

We will:

- put the ten forms that are used most online
- answer within two days

#### Projects

| Project | Description | Status | Comments |
|---|---|---|---|
| Online forms | Ten forms | On track | Six are done |
| Chat | A chat for the website | Stopped | Nobody used it |

### Theme 2: Safe systems

Our aims:

1. No system without support
2. A way back from every failure

#### Key projects

- **Backups** in two places (Complete)
- **New firewall** for all sites – not started
- A plan for power cuts
`;

const read = (text: string, set = {}) =>
	reviewFile(Buffer.from(text), 'strategy.md', makeDatabase(), {set});

test('finds themes, aims, and projects in tables and lists', async () => {
	const {kind, findings, missing} = await read(themes);
	expect(kind).toBe('strategy');
	expect(findings.map(({id, shown}) => `${id}: ${shown.replaceAll('\n', ' / ')}`)).toEqual([
		'title: Riverside Digital Strategy 2026-2029',
		'period: 2026–2029',
		'principles: Ask people first / Share what works',
		expect.stringContaining('reviewed: Review'),
		'priorities/1: Simple services / - put the ten forms that are used most online / - answer within two days',
		'projects/1: Online forms [In progress]',
		'projects/2: Chat [Cancelled]',
		'priorities/2: Safe systems / - No system without support / - A way back from every failure',
		'projects/3: Backups [Delivered]',
		'projects/4: New firewall [Proposed]',
		'projects/5: A plan for power cuts [no status]',
	]);
	expect(missing.map(({field}) => field)).toEqual(['objectives', 'criteria', 'domains']);
});

describe('the act', () => {
	test('is one, with ids that are free, and leaves a sound database', async () => {
		const database = makeDatabase();
		const planned = await plan(database, await read(themes));
		if ('refusal' in planned) throw new Error(planned.refusal);
		expect(planned.notes).toEqual(['S-1 stays the current strategy; this one comes in as a draft']);
		const {database: after} = accepted(database, planned.changes);
		expect(check(after)).toEqual([]);
		const strategy = after.strategies.at(-1);
		expect(strategy).toMatchObject({
			id: 'S-2',
			status: 'draft',
			period: {from: '2026', to: '2029'},
			principles: [{id: 'A'}, {id: 'B'}],
		});
		expect(strategy?.priorities.map(({id, rank, title}) => [id, rank, title])).toEqual([
			['P3', 1, 'Simple services'],
			['P4', 2, 'Safe systems'],
		]);
		expect(
			after.projects.slice(-5).map(({id, status, confidence}) => [id, status, confidence]),
		).toEqual([
			['P3-01', 'in-progress', 'green'],
			['P3-02', 'cancelled', undefined],
			['P4-01', 'delivered', undefined],
			['P4-02', 'proposed', undefined],
			['P4-03', 'proposed', undefined],
		]);
		const {database: undone} = accepted(after, {kind: 'undo', revision: after.revision});
		expect([undone.strategies, undone.projects]).toEqual([database.strategies, database.projects]);
	});

	test('is current where there is none', async () => {
		const database = makeDatabase({
			strategies: [],
			projects: [],
			meetings: [],
			decisions: [],
			actions: [],
		});
		const planned = await plan(database, await read(themes));
		if ('refusal' in planned) throw new Error(planned.refusal);
		expect(accepted(database, planned.changes).database.strategies).toMatchObject([
			{status: 'current'},
		]);
	});

	test('takes what somebody edits and leaves out what they skip', async () => {
		const planned = await plan(makeDatabase(), await read(themes), {
			'priorities/1': {take: 'edit', shown: 'Easy services\n- be quick'},
			'projects/1': {take: 'edit', shown: 'Forms [Complete]'},
			'projects/2': {take: 'skip'},
			'priorities/2': {take: 'skip'},
			principles: {take: 'edit', shown: 'Ask first'},
		});
		expect('changes' in planned && planned.changes).toMatchObject([
			{
				kind: 'strategy/add',
				principles: [{text: 'Ask first'}],
				priorities: [{title: 'Easy services', aims: [{id: 'A', text: 'be quick'}]}],
			},
			{kind: 'project/add', title: 'Forms', status: 'delivered'},
		]);
	});

	test.each([
		['no period', themes.replace(' 2026-2029', ''), {}, 'give them with --set period=2026-2029'],
		['a period that is none', themes, {period: 'soon'}, '“soon” is not a period'],
		[
			'no priorities',
			'# A strategy for 2026-2029\n\nWords, and no more of them.',
			{},
			'no priorities were found',
		],
	])('refuses %s', async (_, text, set, message) => {
		const review = await reviewFile(Buffer.from(text), 's.md', makeDatabase(), {
			as: 'strategy',
			set,
		});
		expect(await plan(makeDatabase(), review)).toMatchObject({
			refusal: expect.stringContaining(message) as string,
		});
	});

	test('refuses what was imported before', async () => {
		const database = makeDatabase();
		const planned = await plan(database, await read(themes));
		const {database: after} = accepted(database, 'changes' in planned ? planned.changes : []);
		expect(await plan(after, await read(themes))).toEqual({
			refusal: 'this strategy was imported before: it is S-2',
		});
	});
});

describe('what is added', () => {
	test.each([
		[
			'a priority’s id that another strategy has',
			{priorities: [{id: 'P1', title: 'Again'}]},
			'the id P1 is another priority’s; choose one that is free',
		],
		[
			'an objective’s id twice',
			{
				objectives: [
					{id: 'O9', text: 'a'},
					{id: 'O9', text: 'b'},
				],
			},
			'the id O9 is another objective’s',
		],
		['a second current strategy', {status: 'current' as const}, 'S-1 is the current strategy'],
	])('is refused with %s', (_, more, message) => {
		const change = {
			kind: 'strategy/add' as const,
			title: 'Next',
			period: {from: '2028', to: '2030'},
			priorities: [],
			...more,
		};
		expect(refusal(makeDatabase(), change).message).toContain(message);
	});

	test('gets a number that nothing had, not even after an undo', () => {
		const add = {
			kind: 'project/add' as const,
			title: 'One',
			priority: 'P1',
			status: 'proposed' as const,
		};
		const first = accepted(makeDatabase(), add).database;
		expect(first.projects.at(-1)?.id).toBe('P1-04');
		const undone = accepted(first, {kind: 'undo', revision: first.revision}).database;
		expect(accepted(undone, add).database.projects.at(-1)?.id).toBe('P1-05');
		expect(check(undone)).toEqual([]);
	});

	test.each([
		[
			{
				kind: 'project/add' as const,
				id: 'P1-01',
				title: 'x',
				priority: 'P1',
				status: 'proposed' as const,
			},
			'there is a project P1-01 Telephony already',
		],
		[
			{kind: 'project/add' as const, title: 'x', priority: 'P9', status: 'proposed' as const},
			'there is no priority P9',
		],
		[
			{kind: 'report/add' as const, id: 'R-9', title: 'x', recommendations: []},
			'another report was entered in the meantime',
		],
		[
			{kind: 'report/add' as const, title: 'x', board: 'B-9', recommendations: []},
			'there is no board B-9',
		],
		[
			{kind: 'person/add' as const, id: 'smith', name: 'x'},
			'there is a person smith Joan Smith already',
		],
		[
			{kind: 'board/add' as const, id: 'B-1', name: 'x', boardKind: 'plain' as const, members: []},
			'there is a board B-1 IMT Board already',
		],
		[
			{
				kind: 'board/add' as const,
				id: 'b',
				name: 'x',
				boardKind: 'plain' as const,
				members: [{person: 'nobody', role: 'chair' as const}],
			},
			'there is no person nobody',
		],
	])('%j is refused', (change, message) => {
		expect(refusal(makeDatabase(), change).message).toContain(message);
	});
});

test('a project of which only the confidence is told goes on, and that is said', async () => {
	const text = `# Strategy 2027-2030

## Priority 1 – Work from one set of facts

Projects:

| Project | Status |
| --- | --- |
| Membership register | Amber |

## Priority 2 – Modernise
`;
	const review = await reviewFile(Buffer.from(text), 'strategy.md', makeDatabase());
	const found = review.findings.find(({field}) => field === 'projects');
	expect(found?.shown).toBe('Membership register [Amber]');
	expect(found?.note).toContain('it would come in as In progress');
	const planned = await plan(makeDatabase(), review);
	expect('changes' in planned && planned.changes.at(-1)).toMatchObject({
		kind: 'project/add',
		status: 'in-progress',
		confidence: 'amber',
	});
});

// As a county, a charity and a parish write them.
const plan2030 = `Downland County Council

Our Council Plan
2026 – 2030

Our four ambitions

Ambition 1: Growing up well

We want every child to have the best start.

What we want to achieve

•   More children ready for school at five
•   Fewer children in care far from home

What we will do

•   Open six family hubs – completed
•   Rebuild Ashdown Special School – delayed

Ambition 2: Getting about

What we want to achieve

•   Buses that run when people work

What we will do

•   Evening bus network – in progress
•   Hill Road cycleway – stopped
`;
const closer = `# Riverbank Trust

# Strategy 2026–29: Closer to home

## Goal A – Reach more people

### Objectives

- To be known at every surgery

### Key activities

| Activity | Lead | By when | Progress |
| --- | --- | --- | --- |
| Open a branch at Weirside | Head of Services | March 2027 | Started |
| Charity shop | Treasurer | May 2027 | Cancelled |

## Goal B – Look after our volunteers

### Objectives

- To keep nine in ten volunteers
`;
const parish = `UPPER THORNEY PARISH COUNCIL

ACTION PLAN 2026/27 - 2028/29

INTRODUCTION

This plan sets out what the Council means to do over three years.

PRIORITIES

1. Footpaths and highways

   Aim: Safe and dry paths to school, church and shop.

   - Gate in place of the stile on Path 14: Complete
   - Speed sign on Mill Lane: ordered, delivery in July
   - Gritting rota: In progress

2. The village hall

   - Roof survey: In progress
   - Car park drainage: On hold

REVIEW

The Clerk reports on the plan in July.
`;

test.each([
	[
		'plan.txt',
		plan2030,
		['Our Council Plan 2026 – 2030', '2026–2030'],
		[
			'Growing up well\n- More children ready for school at five\n- Fewer children in care far from home',
			'Getting about\n- Buses that run when people work',
		],
		[
			'Open six family hubs [Delivered]',
			'Rebuild Ashdown Special School [In progress]',
			'Evening bus network [In progress]',
			'Hill Road cycleway [Cancelled]',
		],
	],
	[
		'closer.md',
		closer,
		['Strategy 2026–29: Closer to home', '2026–2029'],
		[
			'Reach more people\n- To be known at every surgery',
			'Look after our volunteers\n- To keep nine in ten volunteers',
		],
		['Open a branch at Weirside [In progress]', 'Charity shop [Cancelled]'],
	],
	[
		'parish.txt',
		parish,
		['ACTION PLAN 2026/27 - 2028/29', '2026–2029'],
		[
			'Footpaths and highways\n- Safe and dry paths to school, church and shop.',
			'The village hall',
		],
		[
			'Gate in place of the stile on Path 14 [Delivered]',
			'Speed sign on Mill Lane [no status]',
			'Gritting rota [In progress]',
			'Roof survey [In progress]',
			'Car park drainage [On hold]',
		],
	],
])(
	'%s is known as a strategy, its projects apart from its aims',
	async (name, text, ...expected) => {
		const {kind, findings} = await reviewFile(Buffer.from(text), name, makeDatabase());
		const of = (...fields: string[]) =>
			findings.filter(({field}) => fields.includes(field)).map(({shown}) => shown);
		expect(kind).toBe('strategy');
		expect([of('title', 'period'), of('priorities'), of('projects')]).toEqual(expected);
	},
);
