// What the report C-039-2019/20 to the Cabinet says, in other words, and the meetings made up to take it.
const source =
	'Epping Forest District Council: report C-039-2019/20 to the Cabinet, 26 March 2020.';

const strategies = [
	{
		id: 'S-1',
		title: 'ICT Strategy 2018–2023',
		status: 'current',
		period: {from: '2018', to: '2023'},
		summary:
			'Written in 2017 for five years, for better performance and service, less office space and more flexible work.',
		source,
		objectives: [
			{id: 'O1', text: 'Better corporate performance and better service to customers'},
			{id: 'O2', text: 'Better performance of ICT itself'},
			{id: 'O3', text: 'Less accommodation, and space used in new ways'},
			{id: 'O4', text: 'Users who work flexibly and more efficiently'},
		],
		criteria: [],
		principles: [],
		domains: [],
		priorities: [],
	},
	{
		id: 'S-2',
		title: 'ICT Strategy 2020–2022',
		status: 'draft',
		period: {from: '2020', to: '2022'},
		summary:
			'Two years for what the organisation expects of ICT now and soon, after an independent review. What the earlier strategy was for stays. At its end a new Corporate Plan will ask for a new ICT strategy.',
		source,
		objectives: [
			{id: 'O5', text: 'Customer First'},
			{id: 'O6', text: 'Digital by Default'},
		],
		criteria: [],
		principles: [],
		domains: [],
		priorities: [
			{
				id: 'P1',
				rank: 1,
				title: 'Improve the basics',
				summary: 'What everything else rests on, put right first.',
				aims: [
					{id: 'A', text: 'Fix the basics, as the Customer Strategy has it.'},
					{id: 'B', text: 'Fix the plumbing, as the Local Digital Declaration has it.'},
				],
			},
			{
				id: 'P2',
				rank: 2,
				title: 'Make better use of what there is',
				summary: 'Before anything new: systems in place and money spent already.',
				aims: [
					{id: 'A', text: 'Use existing systems more fully.'},
					{id: 'B', text: 'Get more from investments already made.'},
				],
			},
		],
	},
];

const madeUp = 'Made up for the example: the report does not name this post.';

const people = [
	{id: 'leader', name: 'Leader of the Council', initials: 'LC', note: madeUp},
	{id: 'deputy', name: 'Deputy Leader', initials: 'DL', note: madeUp},
	{
		id: 'customer-services',
		name: 'Portfolio Holder, Customer Services',
		initials: 'CS',
		note: 'The portfolio that the report names.',
	},
	{id: 'finance', name: 'Portfolio Holder, Finance', initials: 'FI', note: madeUp},
	{id: 'housing', name: 'Portfolio Holder, Housing', initials: 'HO', note: madeUp},
	{id: 'environment', name: 'Portfolio Holder, Environment', initials: 'EN', note: madeUp},
	{
		id: 'responsible-officer',
		name: 'Responsible Officer for ICT',
		initials: 'RO',
		note: 'The report has a responsible officer and does not say which post that is.',
	},
	{
		id: 'democratic-services',
		name: 'Democratic Services Officer',
		initials: 'DS',
		note: 'The report names Democratic Services.',
	},
];

const cabinet = {
	id: 'cabinet',
	name: 'Cabinet',
	kind: 'executive',
	remit: 'Takes the executive decisions of the Council.',
	note: 'Membership and quorum are made up for the example.',
	members: [
		{person: 'leader', role: 'chair'},
		{person: 'deputy', role: 'vice-chair'},
		{person: 'customer-services', role: 'member'},
		{person: 'finance', role: 'member'},
		{person: 'housing', role: 'member'},
		{person: 'environment', role: 'member'},
		{person: 'democratic-services', role: 'secretary'},
	],
	rules: {quorum: 3},
};

const programme = {
	id: 'P1-01',
	title: 'Programme of works',
	summary:
		'The detailed plan that goes with the strategy; it holds risks and what is done about them, and is gone over every month and every quarter.',
	priority: 'P1',
	status: 'proposed',
	money: {approved: {amount: 1_200_000}},
	objectives: ['O5', 'O6'],
	updates: [],
};

/** Whether it is a key decision, and what scrutiny said, the report does not tell: both are left out. */
const report = {
	id: 'R-1',
	title: 'ICT Strategy',
	reference: 'C-039-2019/20',
	date: '2020-03-26',
	author: 'Responsible Officer, for the portfolio Customer Services',
	board: 'cabinet',
	// Assumed: with the agenda, on the last day that leaves five clear working days.
	publishedOn: '2020-03-18',
	summary:
		'The strategy in force dates from 2017 and was to last until 2023. An independent review of ICT and of the organisation found that it should give way to one of two years, which puts the basics right and makes more of what is there. Each of its themes supports a part of the Corporate Plan.',
	recommendations: [
		'That the ICT Strategy 2018–2023 be replaced by a revised strategy of two years, 2020–2022, as set out in Appendix A.',
	],
	reasons:
		'The strategy in force was written in 2017. The organisation has changed much since then, and so has what it needs and expects of ICT, which that strategy no longer meets.',
	alternatives:
		'To go on with the strategy of 2018–2023: it has had its day, and would not bring about what the organisation wants.',
	consultation:
		'Service Directors and Service Managers, informally, in the course of the independent review; the themes of the strategy draw on what they said.',
	implications: [
		{
			heading: 'Resources',
			text: '£1.2m for 2020–2022, set aside in the last budget to help deliver the strategy.',
		},
		{heading: 'Legal and governance', text: 'None.'},
		{heading: 'Safer, cleaner and greener', text: 'None.'},
		{
			heading: 'Risk',
			text: 'A detailed programme of works goes with the strategy and holds the risks and what is done about them. It is reviewed every month and every quarter, and acted on where needed.',
		},
		{
			heading: 'Monitoring',
			text: 'Key milestones go to the officers’ Quarterly Performance meetings and through Stronger Council.',
		},
	],
	appendices: [
		'Appendix A: the revised ICT Strategy',
		'Appendix B: Local Digital Declaration (MHCLG)',
	],
	backgroundPapers: 'None.',
};

const meeting = (id: string, title: string, startsAt: string, venue: string) => ({
	id,
	board: 'cabinet',
	title,
	example: true,
	startsAt,
	venue,
	status: 'planned',
	agenda: [],
	attendance: [],
});

/** The database before its first act. */
export const papers = {
	$schema: './boardwalk.schema.json',
	schemaVersion: 2,
	id: '3f7b92e4-51c8-4d6e-8a0f-9e2d47c6b183',
	revision: 0,
	counters: {A: 0, D: 0, I: 0, M: 2, R: 1, S: 2, U: 0},
	organisation: {name: 'Epping Forest District Council', timeZone: 'Europe/London'},
	rules: {profile: 'england'},
	strategies,
	people,
	boards: [cabinet],
	projects: [programme],
	requests: [],
	reports: [report],
	meetings: [
		meeting('M-1', 'Cabinet, March 2020 (worked example)', '2020-03-26T19:00', 'Council Chamber'),
		meeting(
			'M-2',
			'Cabinet, April 2020 (worked example)',
			'2020-04-16T19:00',
			'By video link (SI 2020/392)',
		),
	],
	decisions: [],
	notices: [],
	actions: [],
	log: [],
};
