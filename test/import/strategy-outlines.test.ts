// Which level of a text's outline holds the priorities, and which the actions, in layouts that share no form.
import {expect, test} from 'vitest';
import {reviewFile} from '../../source/import/index.ts';
import type {FoundProject} from '../../source/import/strategy/projects.ts';
import {makeDatabase} from '../helpers/database.ts';

type Layout = {
	layout: string;
	name?: string;
	text: string;
	/** In order, each with its aims behind a bar. */
	priorities: string[];
	/** “place: title | owner | due | status or confidence”. */
	projects: string[];
	objectives?: string[];
};

const layouts: Layout[] = [
	{
		layout: 'headings under “Our aims”, a table of actions below each',
		name: 'plan.md',
		text: `# Moorland Housing Association Corporate Plan 2026-2029

## Welcome

We own 900 homes.

## Our aims

### Homes fit to live in

| Action | Responsible | Completion date | Measure |
|---|---|---|---|
| Rewire Birch Court | Head of Assets | 31 March 2027 | 40 flats |
| Survey every roof | Head of Assets | June 2027 | 100% |

### Tenants who are heard

| Action | Responsible | Completion date | Measure |
|---|---|---|---|
| Set up a tenants' panel | Director of Housing | September 2026 | Panel meets |

## How we will report

To the board each quarter.
`,
		priorities: ['Homes fit to live in', 'Tenants who are heard'],
		projects: [
			'1: Rewire Birch Court | Head of Assets | 2027-03-31',
			'1: Survey every roof | Head of Assets | 2027-06-30',
			"2: Set up a tenants' panel | Director of Housing | 2026-09-30",
		],
	},
	{
		layout: 'capitals, with who and when in brackets at the end of each bullet',
		text: `TARNSIDE DISTRICT COUNCIL
COUNCIL PLAN 2026-2030

INTRODUCTION

This plan was adopted in March 2026 after six weeks of consultation.

OUR THREE PRIORITIES

SAFE STREETS

People should feel safe after dark.

- Replace 2,000 street lamps (Head of Highways, March 2028)
- Train ten more wardens (Community Safety Manager, May 2027)

A STRONGER TOWN CENTRE

- Open the covered market again (Head of Regeneration, October 2027)
- Bring six empty shops into use (Head of Regeneration, December 2028)

CLEAN RIVERS

- Fence two miles of the beck (Environment Manager, April 2027)

MONITORING

Cabinet looks at progress twice a year.
`,
		priorities: ['SAFE STREETS', 'A STRONGER TOWN CENTRE', 'CLEAN RIVERS'],
		projects: [
			'1: Replace 2,000 street lamps | Head of Highways | 2028-03-31',
			'1: Train ten more wardens | Community Safety Manager | 2027-05-31',
			'2: Open the covered market again | Head of Regeneration | 2027-10-31',
			'2: Bring six empty shops into use | Head of Regeneration | 2028-12-31',
			'3: Fence two miles of the beck | Environment Manager | 2027-04-30',
		],
	},
	{
		layout: 'numbered chapters, the priorities at the second level',
		text: `Leven Valley Integration Joint Board
Strategic Plan 2026 - 2029

1. Introduction

The Board plans health and social care for 48,000 people.

2. Strategic priorities

2.1 Care at home

People want to stay where they are.

Actions
(a) Recruit 30 home carers by March 2027 (Head of Community Care)
(b) Open a night service by June 2028 (Chief Nurse)

2.2 Help before a crisis

Actions
(a) A link worker in each practice by December 2026 (Head of Primary Care)

3. Finance

The budget is £94m.
`,
		priorities: ['Care at home', 'Help before a crisis'],
		projects: [
			'1: Recruit 30 home carers | Head of Community Care | 2027-03-31',
			'1: Open a night service | Chief Nurse | 2028-06-30',
			'2: A link worker in each practice | Head of Primary Care | 2026-12-31',
		],
	},
	{
		layout: 'numbers in words, key actions, and measures that are not actions',
		name: 'plan.md',
		text: `# Eastfold Academy Trust: Strategy 2026 to 2031

**Priority One: Every child reads**

*Key actions*

1. Adopt one phonics scheme
2. Library in each school

*Success measures*

- 90% meet the standard
- No child leaves unable to read

**Priority Two: Teachers stay**

*Key actions*

1. Coaching for all new teachers

*Success measures*

- Turnover below 10%
`,
		priorities: ['Every child reads', 'Teachers stay'],
		projects: [
			'1: Adopt one phonics scheme',
			'1: Library in each school',
			'2: Coaching for all new teachers',
		],
	},
	{
		layout: 'themes announced in a list, told again as headings with tables',
		name: 'plan.md',
		text: `# Climate Action Plan 2026–2030

The plan has three themes:

- **Warm homes** – less heat lost
- **Clean travel** – fewer journeys by car
- **Nature** – more trees

## Warm homes

| No. | What we will do | Lead | Timescale | Status |
|---|---|---|---|---|
| 1 | Insulate 300 lofts | Head of Housing | March 2028 | On track |
| 2 | Heat pumps at Elm House | Energy Manager | 2027/28 | Not started |

## Clean travel

| No. | What we will do | Lead | Timescale | Status |
|---|---|---|---|---|
| 3 | Forty charging points | Head of Transport | 30/06/2027 | Delayed |

## Nature

| No. | What we will do | Lead | Timescale | Status |
|---|---|---|---|---|
| 4 | Plant Hob Wood | Tree Officer | November 2026 | Complete |
`,
		priorities: ['Warm homes', 'Clean travel', 'Nature'],
		projects: [
			'1: Insulate 300 lofts | Head of Housing | 2028-03-31 | green',
			'1: Heat pumps at Elm House | Energy Manager |  | proposed',
			'2: Forty charging points | Head of Transport | 2027-06-30 | amber',
			'3: Plant Hob Wood | Tree Officer | 2026-11-30 | delivered',
		],
	},
	{
		layout: 'one table whose first column holds the objective, once for its rows',
		name: 'plan.md',
		text: `# Ferry Quay Harbour Commissioners: Business Plan Delivery 2026/27

| Strategic Objective | Action | Lead Officer | Target Date | Progress |
|---|---|---|---|---|
| Safe navigation | Survey the bar | Harbour Master | 31/10/2026 | Complete |
| | New leading lights | Harbour Master | 31/03/2027 | In progress |
| Sound finances | Review dues | Finance Manager | 31/12/2026 | Not started |
`,
		priorities: ['Safe navigation', 'Sound finances'],
		projects: [
			'1: Survey the bar | Harbour Master | 2026-10-31 | delivered',
			'1: New leading lights | Harbour Master | 2027-03-31 | in-progress',
			'2: Review dues | Finance Manager | 2026-12-31 | proposed',
		],
	},
	{
		layout: 'rows that stand alone in the table head those below',
		name: 'plan.md',
		text: `# River Trust Action Plan 2026-2028

| Ref | Action | By whom | By when |
|---|---|---|---|
| Aim 1: Cleaner water | | | |
| 1.1 | Test twelve sites each month | Science Officer | May 2026 |
| 1.2 | Remove the weir at Low Mill | Projects Manager | August 2028 |
| Aim 2: More people by the river | | | |
| 2.1 | Path from the bridge to the ford | Access Officer | July 2027 |
`,
		priorities: ['Cleaner water', 'More people by the river'],
		projects: [
			'1: Test twelve sites each month | Science Officer | 2026-05-31',
			'1: Remove the weir at Low Mill | Projects Manager | 2028-08-31',
			'2: Path from the bridge to the ford | Access Officer | 2027-07-31',
		],
	},
	{
		layout: 'goals by letters with lettered strategies (American schools)',
		text: `Clearwater Unified School District

STRATEGIC PLAN
2026-2031

Mission
Every student thrives.

Goal A. Excellent Teaching

Strategy A.1 Adopt a common mathematics curriculum
Strategy A.2 Coach every first-year teacher

Goal B. Safe and Welcoming Schools

Strategy B.1 Replace the doors at all entrances
Strategy B.2 Hire two counselors
`,
		priorities: ['Excellent Teaching', 'Safe and Welcoming Schools'],
		projects: [
			'1: Adopt a common mathematics curriculum',
			'1: Coach every first-year teacher',
			'2: Replace the doors at all entrances',
			'2: Hire two counselors',
		],
	},
	{
		layout: 'ambitions with sub-headings of what is done and how it is known',
		name: 'plan.md',
		text: `# Northmoor NHS Trust Strategy 2026–2030

## Our vision

Good care close to home.

## Our values

- Kind
- Open

## Our strategic ambitions

### Great care

#### What we will do

- Open a stroke unit by April 2027
- Cut falls on wards by December 2027

#### How we will know

- Fewer than five falls a month

### A great place to work

#### What we will do

- Flexible rotas for all wards by June 2027
- A second training suite by January 2028

#### How we will know

- Vacancies below 6%
`,
		priorities: ['Great care', 'A great place to work'],
		projects: [
			'1: Open a stroke unit |  | 2027-04-30',
			'1: Cut falls on wards |  | 2027-12-31',
			'2: Flexible rotas for all wards |  | 2027-06-30',
			'2: A second training suite |  | 2028-01-31',
		],
	},
	{
		layout: 'well-being objectives in text of fixed width, steps in a list',
		text: `Glanafon County Borough Council
Corporate Plan 2026-2028

Well-being Objective 1 - A fair start

Why this matters
One child in four grows up poor.

Our steps
• Free breakfasts in every primary school (March 2027)
• Two more family hubs (October 2027)

Well-being Objective 2 - Work close to home

Why this matters
Half of those who work travel out of the county.

Our steps
• Units for new firms at the old brickworks (June 2028)
`,
		priorities: ['A fair start', 'Work close to home'],
		projects: [
			'1: Free breakfasts in every primary school |  | 2027-03-31',
			'1: Two more family hubs |  | 2027-10-31',
			'2: Units for new firms at the old brickworks |  | 2028-06-30',
		],
	},
	{
		layout: 'lines set apart, each with what there will be by a year',
		text: `Wayfarers Hospice

Our plan for 2026-2029

Reaching further

We see one in three of those who could come to us.

By 2029 we will have:
- a nurse in each market town
- a bus for day patients

Standing on our own feet

Half of our income is from one shop.

By 2029 we will have:
- three more shops
- a lottery with 4,000 members

Looking after each other

By 2029 we will have:
- supervision for every volunteer
`,
		priorities: [
			'Reaching further | a nurse in each market town | a bus for day patients',
			'Standing on our own feet | three more shops | a lottery with 4,000 members',
			'Looking after each other | supervision for every volunteer',
		],
		projects: [],
	},
	{
		layout: 'labelled blocks, one for each action',
		text: `Ashby Parish Council – Action Plan 2026-28

Theme: Open spaces

Action: New swings on the Green
Lead: Clerk
Due: 30 April 2027

Action: Mow the verges later
Lead: Open Spaces Committee
Due: May 2027

Theme: Getting about

Action: Dropped kerbs in Church Street
Lead: Highways Working Party
Due: September 2027
`,
		priorities: ['Open spaces', 'Getting about'],
		projects: [
			'1: New swings on the Green | Clerk | 2027-04-30',
			'1: Mow the verges later | Open Spaces Committee | 2027-05-31',
			'2: Dropped kerbs in Church Street | Highways Working Party | 2027-09-30',
		],
	},
	{
		layout: 'a table of the priorities and one of actions that cites their numbers',
		name: 'plan.md',
		text: `# Corporate Strategy Delivery Plan 2026-27

| No | Priority | What we want |
|---|---|---|
| 1 | Healthy lives | People live longer |
| 2 | Good growth | Jobs that last |

## Actions

| Ref | Priority | Project | Owner | End date | RAG | Budget |
|---|---|---|---|---|---|---|
| A1 | 1 | Leisure centre roof | Head of Leisure | 31/03/2027 | Green | £1.2m |
| A2 | 2 | Enterprise centre | Head of Economy | 30/09/2027 | Red | £3m |
| A3 | 1 | Walking routes | Public Health Manager | 31/12/2026 | Amber | £40,000 |
`,
		priorities: ['Healthy lives', 'Good growth'],
		projects: [
			'1: Leisure centre roof | Head of Leisure | 2027-03-31 | green',
			'1: Walking routes | Public Health Manager | 2026-12-31 | amber',
			'2: Enterprise centre | Head of Economy | 2027-09-30 | red',
		],
	},
	{
		layout: 'objectives under each priority are the strategy’s objectives',
		name: 'plan.md',
		text: `# Hollis Town Library Long Range Plan 2026-2030

## Strategic Priority 1 - Literacy

### Objectives

1. Every child has a card by grade 1
2. Story time on Saturdays

## Strategic Priority 2 - Place

### Objectives

1. A quiet room
`,
		priorities: [
			'Literacy | Every child has a card by grade 1 | Story time on Saturdays',
			'Place | A quiet room',
		],
		projects: [],
		objectives: ['Every child has a card by grade 1', 'Story time on Saturdays', 'A quiet room'],
	},
	{
		layout: 'numbered headings among others that are not priorities',
		name: 'plan.md',
		text: `# Digital Strategy 2026-2029

## 1. Background

Last year we closed two data centres.

## 2. Where we are

Four in five use us online.

## 3. Pillars

### Pillar A: Services that work

Deliverables:

* New planning portal – Head of Planning – March 2027
* One account for residents – Head of Digital – June 2028

### Pillar B: Data we trust

Deliverables:

* Address register – Data Manager – December 2026

## 4. Governance

The board meets monthly.
`,
		priorities: ['Services that work', 'Data we trust'],
		projects: [
			'1: New planning portal | Head of Planning | 2027-03-31',
			'1: One account for residents | Head of Digital | 2028-06-30',
			'2: Address register | Data Manager | 2026-12-31',
		],
	},
	{
		layout: 'columns of blanks below headings that no blank line parts from their sentence',
		text: `Skerry Isles Council
Local Outcomes Improvement Plan 2026-2029
Outcome 1: Our islands have enough homes
Young families can stay
No    Action                          Lead                    By
1.1   Build 60 homes at Hamnavoe      Head of Housing         March 2028
1.2   Bring 20 crofts back into use   Development Manager     June 2029

Outcome 2: Our ferries run
Everyone can reach the mainland on the day
No    Action                          Lead                    By
2.1   Second crew for the Islesman    Ferries Manager         May 2027
`,
		priorities: ['Our islands have enough homes', 'Our ferries run'],
		projects: [
			'1: Build 60 homes at Hamnavoe | Head of Housing | 2028-03-31',
			'1: Bring 20 crofts back into use | Development Manager | 2029-06-30',
			'2: Second crew for the Islesman | Ferries Manager | 2027-05-31',
		],
	},
];

test.each(layouts)(
	'$layout',
	async ({name = 'plan.txt', text, priorities, projects, objectives}) => {
		const {kind, findings} = await reviewFile(Buffer.from(text), name, makeDatabase());
		const of = (field: string) => findings.filter((finding) => finding.field === field);
		expect(kind).toBe('strategy');
		const told = {
			priorities: of('priorities').map(({value}) => {
				const {title, aims} = value as {title: string; aims: string[]};
				return [title, ...aims].join(' | ');
			}),
			projects: of('projects').map(({value}) => {
				const found = value as FoundProject & {priority: string};
				const {title, owner = '', due = '', confidence, status} = found;
				const line = [title, owner, due, confidence ?? status ?? ''].join(' | ');
				return `${found.priority.slice(-1)}: ${line.replace(/[ |]+$/, '')}`;
			}),
			...(objectives === undefined
				? {}
				: {objectives: of('objectives').flatMap(({shown}) => shown.split('\n'))}),
		};
		expect(told).toEqual({priorities, projects, ...(objectives === undefined ? {} : {objectives})});
	},
);
