// Riverside Community Trust, a charity that does not exist: a board of six trustees who run a hall by a river.
const strategy = {
	id: 'S-1',
	title: 'Open Doors 2026–2028',
	status: 'current',
	period: {from: '2026', to: '2028'},
	summary:
		'A hall that is sound, warm and easy to enter, and in which there is something for every neighbour at least once a week.',
	source: 'Invented for the example.',
	objectives: [
		{id: 'O1', text: 'Everybody in the neighbourhood can use the hall'},
		{id: 'O2', text: 'The hall pays for its own upkeep'},
	],
	criteria: [
		{id: 'wanted', title: 'Wanted', text: 'Neighbours asked for it'},
		{id: 'affordable', title: 'Affordable', text: 'It fits the budget without the reserves'},
		{id: 'lasting', title: 'Lasting', text: 'It goes on without the one who began it'},
	],
	principles: [
		{id: 'A', text: 'Repair before replacing.'},
		{id: 'B', text: 'Nobody is turned away because they cannot pay.'},
	],
	domains: [
		{id: 'building', title: 'Building'},
		{id: 'activities', title: 'Activities'},
		{id: 'money', title: 'Money'},
	],
	priorities: [
		{
			id: 'P1',
			rank: 1,
			title: 'A sound and warm building',
			summary: 'The hall keeps the rain out and the heat in, and has no step that stops anybody.',
			aims: [
				{id: 'A', text: 'Mend what leaks.'},
				{id: 'B', text: 'Halve the heating bill.'},
				{id: 'C', text: 'Let everybody in by the front door.'},
			],
		},
		{
			id: 'P2',
			rank: 2,
			title: 'More neighbours through the door',
			summary: 'Something for every age, run by people who live here.',
			aims: [
				{id: 'A', text: 'Open on six days of the week.'},
				{id: 'B', text: 'Find and keep forty volunteers.'},
			],
		},
	],
};

const people = [
	{id: 'chair', name: 'Chair of Trustees', initials: 'CT'},
	{id: 'vice-chair', name: 'Vice-Chair', initials: 'VC'},
	{id: 'treasurer', name: 'Treasurer', initials: 'TR'},
	{id: 'building', name: 'Trustee for the building', initials: 'TB'},
	{id: 'young-people', name: 'Trustee for young people', initials: 'TY'},
	{id: 'volunteers', name: 'Trustee for volunteers', initials: 'TV'},
	{id: 'manager', name: 'Centre Manager', initials: 'CM'},
	{id: 'secretary', name: 'Minutes Secretary', initials: 'MS'},
];

const trustees = {
	id: 'trustees',
	name: 'Board of Trustees',
	kind: 'plain',
	remit: 'Governs the charity and answers for its money.',
	note: 'Invented for the example.',
	members: [
		{person: 'chair', role: 'chair'},
		{person: 'vice-chair', role: 'vice-chair'},
		{person: 'treasurer', role: 'member'},
		{person: 'building', role: 'member'},
		{person: 'young-people', role: 'member'},
		{person: 'volunteers', role: 'member'},
		{person: 'manager', role: 'adviser'},
		{person: 'secretary', role: 'secretary'},
	],
	rules: {quorum: 3, seconder: true},
};

const projects = [
	{
		id: 'P1-01',
		title: 'Roof of the main hall',
		summary: 'New felt and slates on the river side, where it leaks on the stage.',
		priority: 'P1',
		status: 'proposed',
		owner: 'building',
		due: '2026-12-18',
		money: {approved: {amount: 18_500}},
		domains: ['building'],
		objectives: ['O1', 'O2'],
		updates: [],
	},
	{
		id: 'P1-02',
		title: 'Heating controls',
		summary: 'A thermostat and a timer in each room, instead of one switch for the house.',
		priority: 'P1',
		status: 'in-progress',
		confidence: 'green',
		owner: 'manager',
		due: '2026-11-30',
		money: {approved: {amount: 2400}},
		domains: ['building'],
		objectives: ['O2'],
		updates: [],
	},
	{
		id: 'P1-03',
		title: 'Ramp and front door',
		summary: 'A ramp beside the steps and a door that opens at the push of a button.',
		priority: 'P1',
		status: 'blocked',
		owner: 'building',
		due: '2027-05-28',
		money: {approved: {amount: 9000}},
		domains: ['building'],
		objectives: ['O1'],
		dependsOn: ['P1-01'],
		updates: [],
	},
	{
		id: 'P2-01',
		title: 'Saturday café',
		summary: 'Tea, soup and company on the one day on which the hall stands empty.',
		priority: 'P2',
		status: 'proposed',
		owner: 'volunteers',
		due: '2027-02-28',
		money: {approved: {amount: 600}},
		domains: ['activities', 'money'],
		objectives: ['O1', 'O2'],
		updates: [],
	},
	{
		id: 'P2-02',
		title: 'Friday youth club',
		summary: 'Two hours after school, planned by those who come.',
		priority: 'P2',
		status: 'in-progress',
		confidence: 'amber',
		owner: 'young-people',
		due: '2026-10-30',
		domains: ['activities'],
		objectives: ['O1'],
		updates: [],
	},
	{
		id: 'P2-03',
		title: 'Volunteers’ handbook',
		summary: 'Who opens, who locks up, whom to ring: ten pages at most.',
		priority: 'P2',
		status: 'on-hold',
		owner: 'volunteers',
		domains: ['activities'],
		updates: [],
	},
];

const reports = [
	{
		id: 'R-1',
		title: 'Roof of the main hall',
		date: '2026-10-06',
		author: 'Treasurer',
		board: 'trustees',
		summary: 'Three roofers were asked and three answered, from £17,900 to £23,200.',
		recommendations: [
			'That the second lowest of the three quotations, £18,500 with a guarantee of ten years, be accepted.',
		],
		reasons:
			'It costs £600 more than the lowest and carries a guarantee of ten years instead of two. The building fund covers it.',
		alternatives:
			'To take the lowest quotation: its guarantee is too short. To patch the roof once more: the third time in five years.',
		consultation: 'The groups that use the stage would lose it for a week and agree.',
		implications: [
			{heading: 'Money', text: 'Leaves £6,300 in the building fund.'},
			{heading: 'Risk', text: 'Scaffolding over the entrance; the side door stays open.'},
		],
	},
	{
		id: 'R-2',
		title: 'Saturday café',
		date: '2026-10-06',
		author: 'Centre Manager',
		board: 'trustees',
		recommendations: ['That the hall open for a café on Saturdays, as a trial of six months.'],
		reasons: 'Two in three of the neighbours who were asked would come.',
		alternatives: 'To let the hall out on Saturdays: nobody has asked for it.',
	},
];

const meeting = (id: string, title: string, startsAt: string) => ({
	id,
	board: 'trustees',
	title,
	example: true,
	startsAt,
	venue: 'The river room',
	status: 'planned',
	agenda: [],
	attendance: [],
});

/** The database before its first act. */
export const papers = {
	$schema: './boardwalk.schema.json',
	schemaVersion: 2,
	id: '7e52c9a8-0d3b-4f61-b7c4-18a6d95e2f30',
	revision: 0,
	counters: {A: 0, D: 0, I: 0, M: 3, R: 2, S: 1, U: 0},
	organisation: {name: 'Riverside Community Trust', timeZone: 'Europe/London'},
	rules: {profile: 'plain'},
	strategies: [strategy],
	people,
	boards: [trustees],
	projects,
	requests: [],
	reports,
	meetings: [
		meeting('M-1', 'Trustees, October 2026', '2026-10-13T18:30'),
		meeting('M-2', 'Trustees, November 2026', '2026-11-10T18:30'),
		meeting('M-3', 'Trustees, December 2026', '2026-12-08T18:30'),
	],
	decisions: [],
	notices: [],
	actions: [],
	log: [],
};
