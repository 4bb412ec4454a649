// Strategies and delivery plans as other bodies set them: in columns of a page, in tables, in labelled lines, without markup.
import {expect, test} from 'vitest';
import {reviewFile} from '../../source/import/index.ts';
import type {FoundProject} from '../../source/import/strategy/projects.ts';
import {makeDatabase} from '../helpers/database.ts';

type Told = {priorities: string[]; projects: string[]; objectives: string; notes: string[]};

/** What a strategy says: priorities with their aims; projects as “place: title | owner | due | budget”. */
async function told(text: string, name = 'plan.txt'): Promise<Told> {
	const {kind, findings} = await reviewFile(Buffer.from(text), name, makeDatabase());
	expect(kind).toBe('strategy');
	const of = (field: string) => findings.filter((finding) => finding.field === field);
	return {
		priorities: of('priorities').map(({shown}) => shown.replaceAll('\n', ' ')),
		projects: of('projects').map(({value}) => {
			const found = value as FoundProject & {priority: string};
			const {title, owner = '', due = '', budget} = found;
			return `${found.priority.slice(-1)}: ${[title, owner, due, budget?.written ?? ''].join(' | ').replace(/[ |]+$/, '')}`;
		}),
		objectives: of('objectives')
			.map(({shown}) => shown)
			.join(),
		notes: of('projects').flatMap(({note}) => note ?? []),
	};
}

test('a page in two columns is read one column after the other', async () => {
	const {priorities} = await told(`                 Harrowby Town Council
                 Our Plan 2026 to 2029

Foreword                                   Theme 2: A town that gets about
The town has grown by a third since the    Buses stop at seven and nobody under
new homes were built. This plan says       thirty can get home from work after
what the council will do about it.         that. We will:
                                           - ask the county for a late bus
Theme 1: Green and clean                   - mark two routes for cycles by June
We look after nine open spaces and want      2027
people to use them all. We will:
- plant 400 trees by March 2028            Theme 3: Things to do
- open the weir path to wheelchairs        Young people told us that there is too
- sweep the market each evening            little for them. We will:
                                           - open the hall on Fridays
                                           - find a home for the cadets

7
`);
	expect(priorities).toEqual([
		'Green and clean - plant 400 trees by March 2028 - open the weir path to wheelchairs - sweep the market each evening',
		'A town that gets about - ask the county for a late bus - mark two routes for cycles by June 2027',
		'Things to do - open the hall on Fridays - find a home for the cadets',
	]);
});

test('priorities that only a column of the plan names, once for several rows', async () => {
	const {priorities, projects, notes} = await told(
		`# Harbour Trust Delivery Plan 2026/27

| Strategic priority | What we will do | Responsible | By when | RAG |
|---|---|---|---|---|
| Safe water | Dredge the inner basin | Harbour Master | 31 March 2027 | Green |
|  | Replace buoys 4 to 9 | Harbour Master | September 2026 | Amber |
| Good jobs | Two apprentices a year | Head of People | Ongoing | Green |
|  | Training berth | Operations Manager | Q2 2027 | Not started |
`,
		'plan.md',
	);
	expect(priorities).toEqual(['Safe water', 'Good jobs']);
	expect(projects).toEqual([
		'1: Dredge the inner basin | Harbour Master | 2027-03-31',
		'1: Replace buoys 4 to 9 | Harbour Master | 2026-09-30',
		'2: Two apprentices a year | Head of People',
		'2: Training berth | Operations Manager',
	]);
	expect(notes.join()).toContain('“September 2026” is taken as its last day');
	expect(notes.join()).toContain('due “Q2 2027” is not a day, and stays out');
});

test('goals with numbered actions that end with who leads and by when', async () => {
	const {priorities, projects} = await told(`Eastmoor Fire and Rescue Authority
Annual Action Plan 2026-27

Goal 1 - Preventing fires

1.1 Visit 6,000 homes where somebody is at risk.
    Lead: Head of Prevention. Due: March 2027.
1.2 Teach every child in year 5.
    Lead: Community Safety Manager. Due: July 2027.

Goal 2 - Answering quickly

2.1 Open the new station at Moor Cross.
    Lead: Assistant Chief Officer. Due: 30 November 2026.
2.2 Replace two pumps.
    Lead: Fleet Manager. Due: January 2027.
`);
	expect(priorities).toEqual(['Preventing fires', 'Answering quickly']);
	expect(projects).toEqual([
		'1: Visit 6,000 homes where somebody is at risk | Head of Prevention | 2027-03-31',
		'1: Teach every child in year 5 | Community Safety Manager | 2027-07-31',
		'2: Open the new station at Moor Cross | Assistant Chief Officer | 2026-11-30',
		'2: Replace two pumps | Fleet Manager | 2027-01-31',
	]);
});

test('a vision in a list is what is aimed at; days and posts at the end of actions are read', async () => {
	const {objectives, priorities, projects} = await told(
		`# Our Plan for Stourbury 2026–2030

## Our vision

By 2030:

* nobody sleeps rough in the town
* the river is fit to swim in
* every shop in the square is let

## Pillar One: Homes

We want a home for everybody.

**Actions**

1. Build 120 council homes by December 2028 (Head of Housing)
2. Bring 40 empty homes into use by March 2027 (Housing Manager)

## Pillar Two: River

**Actions**

1. Stop three overflows by 2029 (Flood Risk Manager)
2. Plant both banks (Parks Manager)

## How we will know we have succeeded

| Measure | Now | 2030 |
|---|---|---|
| Homes built | 0 | 120 |
`,
		'plan.md',
	);
	expect(objectives).toBe(
		'nobody sleeps rough in the town\nthe river is fit to swim in\nevery shop in the square is let',
	);
	expect(priorities).toEqual(['Homes', 'River']);
	expect(projects).toEqual([
		'1: Build 120 council homes | Head of Housing | 2028-12-31',
		'1: Bring 40 empty homes into use | Housing Manager | 2027-03-31',
		'2: Stop three overflows by 2029 | Flood Risk Manager',
		'2: Plant both banks | Parks Manager',
	]);
});

test('a table of actions below each priority, with what they cost', async () => {
	const {priorities, projects} = await told(
		`# St Brannoc's School Development Plan 2025-2028

## Priorities

### Reading for all

*Objective:* every pupil reads at their age by the end of year 6.

| Action | Who | When | Cost | Success criteria |
|---|---|---|---|---|
| Phonics training for all staff | Deputy Head | Autumn 2025 | £3,200 | All trained |
| New library | Business Manager | July 2026 | £18,500 | Opened |

### Attendance

| Action | Who | When | Cost | Success criteria |
|---|---|---|---|---|
| Family liaison worker | Headteacher | January 2026 | £27,000 | Persistent absence below 12% |
`,
		'plan.md',
	);
	expect(priorities).toEqual(['Reading for all', 'Attendance']);
	expect(projects).toEqual([
		'1: Phonics training for all staff | Deputy Head |  | £3,200',
		'1: New library | Business Manager | 2026-07-31 | £18,500',
		'2: Family liaison worker | Headteacher | 2026-01-31 | £27,000',
	]);
});

test('themes that a list names and only some of which are told about', async () => {
	const {priorities, projects} = await told(`MOORLAND NATIONAL PARK AUTHORITY
BUSINESS PLAN 2026-2029

Our strategic themes

We have four themes:

•  Nature recovers
•  Climate action
•  A place for everyone
•  A living landscape

Theme: Nature recovers

Key actions                                        Lead                     Target date    Status

Restore 300 ha of blanket bog                      Head of Conservation     31/03/2027     On track
Survey of breeding waders                          Ecologist                30/09/2026     Complete

Theme: Climate action

Key actions                                        Lead                     Target date    Status

Solar panels at the visitor centre                 Estates Manager          31/12/2026     Delayed
`);
	expect(priorities).toEqual([
		'Nature recovers',
		'Climate action',
		'A place for everyone',
		'A living landscape',
	]);
	expect(projects).toEqual([
		'1: Restore 300 ha of blanket bog | Head of Conservation | 2027-03-31',
		'1: Survey of breeding waders | Ecologist | 2026-09-30',
		'2: Solar panels at the visitor centre | Estates Manager | 2026-12-31',
	]);
});

test('tasks in lines that label who and when; somebody’s name stays out', async () => {
	const {priorities, projects, notes} = await told(`                     The Fellside Mill Trust

              Strategic Plan: 2027 – 2031

GOAL 1: BUILDING
To keep the mill standing.

   Strategy 1: Repair the wheel
       Task: Obtain three prices          Who: Building Chair     When: May 2027
       Task: Replace the axle             Who: Building Chair     When: 31 October 2027

GOAL 2: VISITORS
To welcome a thousand people a year.

   Strategy 1: Open longer
       Task: Train ten guides             Who: Jo Marland         When: spring 2028
`);
	expect(priorities).toEqual(['BUILDING', 'VISITORS']);
	expect(projects).toEqual([
		'1: Obtain three prices | Building Chair | 2027-05-31',
		'1: Replace the axle | Building Chair | 2027-10-31',
		'2: Train ten guides',
	]);
	expect(notes.join()).not.toContain('Marland');
});
