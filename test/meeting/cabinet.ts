// A council's cabinet before its meeting: five members, a quorum of four, four reports that wait, and the
// notices that they need. Everybody is a post; nothing here is a real council's.
import {addDays} from '../../source/domain/calendar.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';

/** How many days before the meeting its agenda is made and published. */
export const ahead = 16;

const people = [
	['leader', 'Leader of the Council', 'LC'],
	['deputy', 'Deputy Leader', 'DL'],
	['finance', 'Portfolio Holder, Finance', 'PF'],
	['housing', 'Portfolio Holder, Housing', 'PH'],
	['transport', 'Portfolio Holder, Transport', 'PT'],
	['clerk', 'Democratic Services Officer', 'DSO'],
	['scrutiny-chair', 'Chair of Scrutiny', 'CS'],
] as const;

const roles = ['chair', 'vice-chair', 'member', 'member', 'member', 'secretary'] as const;

/** The cabinet's database for a meeting on a day, with no meeting in it yet; its papers are out. */
export function makeCabinet(day: string): Database {
	const database = databaseSchema.parse({
		schemaVersion: 2,
		id: '6b1f7d3e-2c55-4f0a-9a53-0d4c1c1b7a10',
		revision: 0,
		counters: {N: 3},
		organisation: {name: 'Borough of Example', timeZone: 'Europe/London'},
		rules: {profile: 'england'},
		strategies: [
			{
				id: 'S-1',
				title: 'Digital Strategy',
				status: 'current',
				period: {from: '2025', to: '2028'},
				objectives: [],
				criteria: [],
				principles: [],
				domains: [],
				priorities: [{id: 'P1', rank: 1, title: 'Sound foundations', aims: []}],
			},
		],
		people: people.map(([id, name, initials]) => ({id, name, initials})),
		boards: [
			{
				id: 'cabinet',
				name: 'Cabinet',
				kind: 'executive',
				members: roles.map((role, index) => ({person: people[index]?.[0], role})),
				rules: {quorum: 4},
			},
		],
		projects: [
			{
				id: 'P1-01',
				title: 'Replace the telephone system',
				priority: 'P1',
				status: 'in-progress',
				owner: 'finance',
				updates: [],
			},
		],
		requests: [],
		reports: reports().map((report) => ({publishedOn: addDays(day, -ahead - 1), ...report})),
		meetings: [],
		decisions: [],
		notices: [],
		actions: [],
		log: [],
	});
	// The general exception: told and published in time for five clear days (SI 2012/2089 reg 10).
	const told = addDays(day, -ahead - 1);
	return {
		...database,
		notices: [
			{
				id: 'N-1',
				kind: 'general-exception',
				title: 'Replacement of the data centre',
				board: 'cabinet',
				report: 'R-1',
				decisionOn: day,
				publishedOn: told,
				agreedBy: 'Chair of Scrutiny',
				agreedOn: addDays(told, -1),
				reasons: 'The supplier withdrew support at shorter notice than the law allows for.',
			},
			{
				id: 'N-2',
				kind: 'private-meeting',
				title: 'Terms of a lease',
				board: 'cabinet',
				report: 'R-4',
				decisionOn: day,
				publishedOn: addDays(day, -40),
				reasons: 'The terms are commercially sensitive.',
			},
			{
				id: 'N-3',
				kind: 'private-meeting-confirmed',
				title: 'Terms of a lease',
				board: 'cabinet',
				report: 'R-4',
				decisionOn: day,
				publishedOn: told,
				reasons: 'The terms are commercially sensitive.',
				representations: 'None were received.',
				response: 'None was called for.',
			},
		],
	};
}

const reports = () => [
	{
		id: 'R-1',
		title: 'Replacement of the data centre',
		reference: 'CAB/01',
		author: 'Head of ICT',
		board: 'cabinet',
		key: true,
		keyReason: 'Spending above the council’s threshold of £500,000.',
		recommendations: ['That the data centre be replaced at a cost of no more than £850,000.'],
		reasons: 'Support for the present equipment ends within the year.',
		alternatives: 'Extending the support, which the supplier no longer offers.',
		consultation: 'Heads of service.',
		implications: [
			{heading: 'Financial', text: '£850,000 from the capital programme.'},
			{heading: 'Legal', text: 'The procurement follows the framework.'},
		],
		backgroundPapers: 'None.',
	},
	{
		id: 'R-2',
		title: 'Parking charges',
		reference: 'CAB/02',
		author: 'Head of Highways',
		board: 'cabinet',
		key: false,
		recommendations: ['That the charges in Appendix A take effect on 1 April.'],
		reasons: 'Income has not kept up with costs.',
		alternatives: 'Leaving the charges as they are.',
		appendices: ['Appendix A: charges'],
	},
	{
		id: 'R-3',
		title: 'Grant to the housing association',
		reference: 'CAB/03',
		author: 'Head of Housing',
		board: 'cabinet',
		key: false,
		recommendations: ['That a grant of £40,000 be made.'],
		reasons: 'Twelve homes depend on it.',
		alternatives: 'A loan.',
	},
	{
		id: 'R-4',
		title: 'Lease of the depot to Northern Haulage',
		reference: 'CAB/04',
		author: 'Head of Property',
		board: 'cabinet',
		key: false,
		exempt: {paragraphs: [3], title: 'Lease of a council building'},
		recommendations: ['That the depot be let for £61,500 a year.'],
		reasons: 'It is the best of three offers.',
		alternatives: 'Selling the depot.',
	},
];
