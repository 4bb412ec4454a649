// What the report on the ICT Strategy 2024–2029 to the Cabinet of 30 April 2024 says, in other words, and what is made
// up around it: dates and sums of the delivery plan, risks, the meetings.
const source = 'Westmorland and Furness Council: report to the Cabinet, 30 April 2024.';
const madeUp = 'Made up for the example: it stands in no paper.';

const milestone = (id: string, title: string, approved: string) => ({
	id,
	title,
	original: approved,
	approved,
	note: madeUp,
});

const strategy = {
	id: 'S-1',
	title: 'ICT Strategy 2024–2029',
	status: 'draft',
	period: {from: '2024', to: '2029'},
	summary:
		'Four councils became one; their four ICT services are to become one as well, realistically and over five years. A delivery plan says each year what is done next.',
	source,
	objectives: [
		{id: 'O1', text: 'People'},
		{id: 'O2', text: 'Climate'},
		{id: 'O3', text: 'Communities'},
		{id: 'O4', text: 'Economy and Culture'},
		{id: 'O5', text: 'Customers'},
		{id: 'O6', text: 'Workforce'},
	],
	criteria: [],
	principles: [
		{id: 'A', text: 'Data protection by design and by default.'},
		{id: 'B', text: 'Accessible to everybody: inclusion standards are met.'},
		{id: 'C', text: 'Digital engagement grows as more people are included.'},
	],
	domains: [],
	priorities: [
		{
			id: 'P1',
			rank: 1,
			title: 'Stabilise',
			summary: 'Get the basics right before anything larger.',
			aims: [
				{id: 'A', text: 'Govern ICT from one place.'},
				{id: 'B', text: 'Systems that are safe and to be relied on.'},
				{id: 'C', text: 'Cyber risk is managed: skills, knowledge, controls.'},
			],
		},
		{
			id: 'P2',
			rank: 2,
			title: 'Rationalise',
			summary: 'One of each instead of four.',
			aims: [{id: 'A', text: 'From four infrastructures to a single one.'}],
		},
		{
			id: 'P3',
			rank: 3,
			title: 'Improve',
			summary: 'What staff and customers work with each day.',
			aims: [
				{id: 'A', text: 'Suitable devices and software for working together.'},
				{id: 'B', text: 'Less carbon: fewer journeys, less paper.'},
			],
		},
		{
			id: 'P4',
			rank: 4,
			title: 'Transform',
			summary: 'The council’s own transformation is carried by it.',
			aims: [
				{id: 'A', text: 'New services quickly, existing ones larger on demand.'},
				{id: 'B', text: 'Emerging technology, where it fits.'},
			],
		},
	],
	measures: [
		{
			id: 'ME-1',
			title: 'Systems that still run four times over',
			text: madeUp,
			priority: 'P2',
			better: 'down',
			frequency: 'quarter',
			kind: 'snapshot',
			tolerance: 2,
			targets: [
				{period: '2024-Q2', value: 24},
				{period: '2024-Q3', value: 20},
			],
			readings: [{id: 'RE-1', period: '2024-Q1', value: 26}],
		},
	],
};

const people = [
	{id: 'leader', name: 'Leader of the Council', initials: 'LC', note: madeUp},
	{id: 'deputy', name: 'Deputy Leader', initials: 'DL', note: madeUp},
	{
		id: 'customer-waste',
		name: 'Cabinet Member for Customer and Waste Services',
		initials: 'CW',
		note: 'The lead member that the report names.',
	},
	{id: 'finance', name: 'Cabinet Member for Finance', initials: 'FI', note: madeUp},
	{id: 'climate', name: 'Cabinet Member for Climate', initials: 'CL', note: madeUp},
	{
		id: 'director',
		name: 'Director Enabler Services',
		initials: 'DE',
		note: 'The director that the report names.',
	},
	{
		id: 'assistant-director',
		name: 'Assistant Director – ICT',
		initials: 'AD',
		note: 'The author of the report.',
	},
	{id: 'democratic-services', name: 'Democratic Services', initials: 'DS', note: madeUp},
];

const cabinet = {
	id: 'cabinet',
	name: 'Cabinet',
	kind: 'executive',
	note: 'Membership, quorum and tolerance are made up for the example.',
	members: [
		{person: 'leader', role: 'chair'},
		{person: 'deputy', role: 'vice-chair'},
		{person: 'customer-waste', role: 'member'},
		{person: 'finance', role: 'member'},
		{person: 'climate', role: 'member'},
		{person: 'democratic-services', role: 'secretary'},
	],
	rules: {quorum: 3, tolerance: {days: 30, money: {amount: 50_000}, cumulative: true}},
};

const invented = 'Sums and dates are made up for the example.';

const projects = [
	{
		id: 'P1-01',
		title: 'One ICT team',
		summary: `The teams of four councils brought together, in year one. ${invented}`,
		priority: 'P1',
		status: 'in-progress',
		confidence: 'green',
		owner: 'assistant-director',
		objectives: ['O6'],
		milestones: [milestone('MS-1', 'Structure in force', '2024-06-30')],
		updates: [],
	},
	{
		id: 'P1-02',
		title: 'Single policies and procedures',
		summary: `One set in the place of four, in year one. ${invented}`,
		priority: 'P1',
		status: 'proposed',
		owner: 'assistant-director',
		objectives: ['O6'],
		milestones: [milestone('MS-2', 'Information security policy agreed', '2024-07-31')],
		dependsOn: ['P1-01'],
		updates: [],
	},
	{
		id: 'P2-01',
		title: 'One infrastructure',
		summary: `Networks and data centres of four councils become one. ${invented}`,
		priority: 'P2',
		status: 'in-progress',
		confidence: 'amber',
		owner: 'assistant-director',
		objectives: ['O5', 'O6'],
		money: {
			original: {amount: 620_000},
			approved: {amount: 620_000},
			forecast: {amount: 620_000},
			spent: {amount: 95_000},
		},
		milestones: [
			milestone('MS-3', 'Network joined at all main offices', '2024-09-30'),
			milestone('MS-4', 'Last of the old data centres closed', '2025-03-31'),
		],
		risks: [
			{
				id: 'RI-1',
				event: 'Old equipment fails before it is replaced',
				current: {likelihood: 3, impact: 4, on: '2024-04-30'},
				target: {likelihood: 2, impact: 3},
				response: 'reduce',
				owner: 'assistant-director',
				controls: [{id: 'C-1', text: 'Spare parts of four councils kept in one store'}],
				reviewOn: '2024-07-31',
			},
		],
		updates: [],
	},
	{
		id: 'P2-02',
		title: 'Systems taken apart and put together',
		summary: `Disaggregation and aggregation of systems after the reorganisation. ${invented}`,
		priority: 'P2',
		status: 'in-progress',
		confidence: 'green',
		owner: 'assistant-director',
		objectives: ['O5'],
		dependsOn: ['P2-01'],
		milestones: [milestone('MS-5', 'Plan for every shared system', '2024-08-31')],
		updates: [],
	},
	{
		id: 'P3-01',
		title: 'Cyber awareness of all staff',
		summary: `A part of how the council works. ${invented}`,
		priority: 'P3',
		status: 'proposed',
		owner: 'assistant-director',
		objectives: ['O6'],
		milestones: [milestone('MS-6', 'First course taken by everybody', '2024-12-20')],
		updates: [],
	},
];

const report = {
	id: 'R-1',
	title: 'ICT Strategy 2024–2029',
	date: '2024-04-30',
	author: 'Assistant Director – ICT',
	board: 'cabinet',
	key: true,
	keyReason:
		'By the second limb: likely to be significant for two or more wards. The council takes savings and expenditure to be significant from £500,000; by that limb it is none.',
	// Assumed: with the agenda, five clear working days before.
	publishedOn: '2024-04-22',
	summary:
		'The strategy sets the direction of the council’s ICT for five years, the delivery plan the first of them. Full Council has agreed more capital and revenue for it in the Medium Term Financial Plan. The delivery plan is drawn up anew each year, together with the Customer Strategy and the People Plan, on which much depends.',
	recommendations: [
		'That the ICT Strategy 2024–2029 and its delivery plan for 2024–2025 be agreed.',
	],
	reasons:
		'The Council Plan Delivery Framework relies on technology so that staff and members can spend their time on services, and the operating model asks for technology that is fit for purpose and efficient.',
	alternatives:
		'Not to agree the two documents, or to amend the strategy so that ICT develops in another way.',
	consultation:
		'Both management teams, all councillors, trade unions, the Cabinet, those who run services with ICT, and Corporate Overview and Scrutiny: most were strongly in favour, and saw how large the task is.',
	implications: [
		{
			heading: 'Climate and biodiversity',
			text: 'Better use of technology can save journeys, paper and carbon.',
		},
		{
			heading: 'Legal and governance',
			text: 'For Cabinet; it was on the Forward Plan as a key decision.',
		},
		{
			heading: 'Human resources',
			text: 'With the People Plan it helps staff to be skilled and confident.',
		},
		{
			heading: 'Financial',
			text: 'None follows directly. Year one is done with what there is; other resources were secured beforehand.',
		},
		{heading: 'Equality and diversity', text: 'Screened: Appendix 3.'},
	],
	appendices: [
		'Appendix 1: ICT Strategy 2024–2029',
		'Appendix 2: ICT Strategy Delivery Plan 2024–2025',
		'Appendix 3: Equality screening',
	],
	backgroundPapers: 'Not applicable.',
};

const meeting = (id: string, title: string, startsAt: string) => ({
	id,
	board: 'cabinet',
	title,
	example: true,
	startsAt,
	venue: 'County Hall, Kendal',
	status: 'planned',
	agenda: [],
	attendance: [],
});

/** The database before its first act. */
export const papers = {
	$schema: './boardwalk.schema.json',
	schemaVersion: 2,
	id: '91e4b3d7-60fa-4c2b-a7d5-0b8c3f16e2a4',
	revision: 0,
	counters: {A: 0, D: 0, I: 0, M: 2, MS: 6, N: 1, R: 1, RE: 1, RI: 1, S: 1, U: 0},
	organisation: {name: 'Westmorland and Furness Council', timeZone: 'Europe/London'},
	rules: {profile: 'england'},
	strategies: [strategy],
	people,
	boards: [cabinet],
	projects,
	requests: [],
	reports: [report],
	meetings: [
		meeting('M-1', 'Cabinet, April 2024 (worked example)', '2024-04-30T10:00'),
		meeting(
			'M-2',
			'Cabinet, September 2024: the delivery plan (worked example)',
			'2024-09-24T10:00',
		),
	],
	decisions: [],
	notices: [
		{
			id: 'N-1',
			kind: 'key-decision',
			title: 'ICT Strategy 2024–2029',
			board: 'cabinet',
			report: 'R-1',
			decisionOn: '2024-04-30',
			// Assumed: the report says that there was one, not when.
			publishedOn: '2024-03-28',
		},
	],
	actions: [],
	log: [],
};
