// What the report on the Information Technology Strategy 2020–2025 to the Cabinet of 24 March 2020 says, in other words,
// and what is made up around it: milestones, scores of risks, the meetings.
const source = 'North Hertfordshire District Council: report to the Cabinet, 24 March 2020.';
const madeUp = 'Made up for the example: it stands in no paper.';

const milestone = (id: string, title: string, approved: string, more: object = {}) => ({
	id,
	title,
	original: approved,
	approved,
	note: madeUp,
	...more,
});

const strategy = {
	id: 'S-1',
	title: 'IT Strategy 2020–2025',
	status: 'draft',
	period: {from: '2020', to: '2025'},
	summary:
		'What services need of IT and how it works, for five years in which technology will change: the document is to be brought up to date as it does.',
	source,
	objectives: [
		{id: 'O1', text: 'Responsive and efficient'},
		{id: 'O2', text: 'Build thriving and resilient communities'},
	],
	criteria: [],
	principles: [
		{id: 'A', text: 'Keep equipment in use for longer than before.'},
		{id: 'B', text: 'Each new system has a business case, and the service that wants it pays.'},
	],
	domains: [],
	priorities: [
		{
			id: 'P1',
			rank: 1,
			title: 'Channel shift and self-service',
			summary: 'Customers and councillors do for themselves what they would ring about.',
			aims: [
				{id: 'A', text: 'Go on with the channel shift.'},
				{id: 'B', text: 'Portals for customers and for councillors.'},
				{
					id: 'C',
					text: 'Artificial intelligence and robotic process automation, to save contacts.',
				},
			],
		},
		{
			id: 'P2',
			rank: 2,
			title: 'Secure systems',
			summary: 'Attacks have grown since 2015; so has what the law wants of data.',
			aims: [
				{id: 'A', text: 'Systems stay secure.'},
				{id: 'B', text: 'Fewer breaches of data protection.'},
			],
		},
		{
			id: 'P3',
			rank: 3,
			title: 'Equipment that lasts',
			summary: 'Replaced in good time, paid for by a capital bid each year.',
			aims: [
				{id: 'A', text: 'Refresh equipment and keep it current.'},
				{id: 'B', text: 'Choose what is kind to the environment.'},
			],
		},
	],
	measures: [
		{
			id: 'ME-1',
			title: 'Requests made online',
			text: madeUp,
			priority: 'P1',
			unit: '%',
			better: 'up',
			frequency: 'quarter',
			kind: 'snapshot',
			tolerance: 3,
			targets: [
				{period: '2020-Q2', value: 40},
				{period: '2020-Q4', value: 50},
			],
			readings: [{id: 'RE-1', period: '2020-Q1', value: 36}],
		},
	],
	risks: [
		{
			id: 'RI-1',
			event: 'A cyber attack stops services',
			cause: 'Attacks of that kind have multiplied.',
			current: {likelihood: 4, impact: 5, on: '2020-03-24'},
			target: {likelihood: 2, impact: 5},
			response: 'reduce',
			owner: 'director-customers',
			controls: [{id: 'C-1', text: 'Infrastructure with the highest levels of security'}],
			reviewOn: '2020-06-30',
		},
		{
			id: 'RI-2',
			event: 'Personal data are lost or disclosed',
			cause: 'Data are held in many systems.',
			effect: 'Data protection law is broken.',
			current: {likelihood: 3, impact: 4, on: '2020-03-24'},
			target: {likelihood: 2, impact: 3},
			response: 'reduce',
			owner: 'director-customers',
			reviewOn: '2020-09-30',
		},
		{
			id: 'RI-3',
			event: 'Technology moves faster than a plan of five years',
			current: {likelihood: 4, impact: 2, on: '2020-03-24'},
			response: 'accept',
			owner: 'director-customers',
		},
	],
};

const people = [
	{id: 'leader', name: 'Leader of the Council', initials: 'LC', note: madeUp},
	{id: 'deputy', name: 'Deputy Leader', initials: 'DL', note: madeUp},
	{
		id: 'finance-it',
		name: 'Executive Member for Finance & IT',
		initials: 'FI',
		note: 'The member whose report it is.',
	},
	{id: 'housing', name: 'Executive Member for Housing', initials: 'HO', note: madeUp},
	{id: 'environment', name: 'Executive Member for the Environment', initials: 'EN', note: madeUp},
	{
		id: 'director-customers',
		name: 'Service Director – Customers',
		initials: 'SD',
		note: 'The author of the report.',
	},
	{id: 'committee-services', name: 'Committee Services', initials: 'CO', note: madeUp},
];

const cabinet = {
	id: 'cabinet',
	name: 'Cabinet',
	kind: 'executive',
	remit: 'Prepares and agrees policies and strategies that are not reserved to Council.',
	note: 'Membership, quorum and tolerance are made up for the example. That dates of milestones are changed by the Cabinet is how this council goes about it.',
	members: [
		{person: 'leader', role: 'chair'},
		{person: 'deputy', role: 'vice-chair'},
		{person: 'finance-it', role: 'member'},
		{person: 'housing', role: 'member'},
		{person: 'environment', role: 'member'},
		{person: 'committee-services', role: 'secretary'},
	],
	rules: {quorum: 3, tolerance: {days: 0, money: {amount: 0}}},
};

const projects = [
	{
		id: 'P1-01',
		title: 'Portals for customers and councillors',
		summary: 'One way in for residents and one for members, on telephones too.',
		priority: 'P1',
		status: 'proposed',
		owner: 'director-customers',
		objectives: ['O1', 'O2'],
		milestones: [
			milestone('MS-1', 'Portal for councillors in use', '2020-06-30'),
			milestone('MS-2', 'Portal for customers in use', '2020-10-31'),
		],
		updates: [],
	},
	{
		id: 'P1-02',
		title: 'Business case for AI and RPA',
		summary:
			'A Channel Shift Strategy with a business case, to come to Cabinet later in 2020; it may change the strategy.',
		priority: 'P1',
		status: 'in-progress',
		confidence: 'amber',
		owner: 'director-customers',
		objectives: ['O1'],
		milestones: [milestone('MS-3', 'Business case before Cabinet', '2020-09-15')],
		updates: [],
	},
	{
		id: 'P2-01',
		title: 'Security of the infrastructure',
		summary: 'The highest levels of protection against attacks and viruses.',
		priority: 'P2',
		status: 'in-progress',
		confidence: 'green',
		owner: 'director-customers',
		objectives: ['O1'],
		milestones: [milestone('MS-4', 'Test of the defences by others', '2020-11-30')],
		updates: [],
	},
	{
		id: 'P3-01',
		title: 'Replacement of equipment',
		summary:
			'Since the reserve for it ended in 2014 the service bids for capital each year; the strategy sets out the spend of five years as far as it can be foreseen.',
		priority: 'P3',
		status: 'in-progress',
		confidence: 'green',
		owner: 'director-customers',
		objectives: ['O1'],
		milestones: [
			milestone('MS-5', 'Capital bid for 2021/22', '2020-10-01'),
			milestone('MS-6', 'Capital bid for 2022/23', '2021-10-01'),
			milestone('MS-7', 'Capital bid for 2023/24', '2022-10-01'),
			milestone('MS-8', 'Capital bid for 2024/25', '2023-10-01'),
		],
		updates: [],
	},
];

/** The report as it says it itself; scrutiny is not in it. */
const report = {
	id: 'R-1',
	title: 'Information Technology Strategy 2020–2025',
	date: '2020-03-24',
	author: 'Service Director – Customers',
	board: 'cabinet',
	key: true,
	keyReason: 'It was in the Forward Plan as a key decision; by which test the report does not say.',
	// Assumed: with the agenda, five clear working days before.
	publishedOn: '2020-03-16',
	summary:
		'The first strategy, adopted on 29 September 2015, ran to 2020. Since then technology has moved on, attacks have multiplied and the council’s own objectives are others. Work on artificial intelligence and robotic process automation has begun.',
	recommendations: [
		'That the IT Strategy be adopted.',
		'That power to amend it, as technology or business needs change, go to the Service Director – Customers, who consults the Executive Member for Finance & IT.',
	],
	reasons:
		'So that development and spending on IT can be planned for five years; that the service is modern and can support what services use; that artificial intelligence and automation come first, for better service and savings; and that the infrastructure is protected against growing threats.',
	alternatives:
		'Many were considered while it was written; the one presented was held to be the best.',
	consultation:
		'The Senior Management Team, the Executive Member for Finance & IT and their deputy; the MOD.GOV Group was asked to respond.',
	implications: [
		{
			heading: 'Legal',
			text: 'The constitution (5.6.1) lets Cabinet agree strategies that are not reserved to Council.',
		},
		{
			heading: 'Financial',
			text: 'Each new system needs a business case with all its costs. What replacing hardware costs is in the strategy, as far as it can be told.',
		},
		{
			heading: 'Risk',
			text: 'It makes plain what services must bring when they plan anything with IT in it.',
		},
		{heading: 'Equalities', text: 'Simpler ways to log in, at any hour, may help residents.'},
		{heading: 'Social value', text: 'Not applicable.'},
		{heading: 'Human resources', text: 'None.'},
	],
	appendices: [
		'IT Strategy',
		'Appendix 1: IT structure',
		'Appendix 2: IT team responsibilities',
		'Appendix 3: Corporate IT risks',
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
	id: '5d1c7f0a-93be-4a58-8c61-2f70de41b956',
	revision: 0,
	counters: {A: 0, D: 0, I: 0, M: 2, MS: 8, N: 1, R: 1, RE: 1, RI: 3, S: 1, U: 0},
	organisation: {name: 'North Hertfordshire District Council', timeZone: 'Europe/London'},
	rules: {profile: 'england'},
	strategies: [strategy],
	people,
	boards: [cabinet],
	projects,
	requests: [],
	reports: [report],
	meetings: [
		meeting('M-1', 'Cabinet, March 2020 (worked example)', '2020-03-24T19:30', 'Council Chamber'),
		meeting(
			'M-2',
			'Cabinet, June 2020: the delivery plan (worked example)',
			'2020-06-23T19:30',
			'By video link (SI 2020/392)',
		),
	],
	decisions: [],
	notices: [
		{
			id: 'N-1',
			kind: 'key-decision',
			title: 'Information Technology Strategy 2020–2025',
			board: 'cabinet',
			report: 'R-1',
			decisionOn: '2020-03-24',
			publishedOn: '2020-02-07',
		},
	],
	actions: [],
	log: [],
};
