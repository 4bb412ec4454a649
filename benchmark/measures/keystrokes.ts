// What a meeting costs in keys: each act is played on a session over a store in memory, and it counts
// only when the database then holds what was meant. Prose is typed, but not counted.
import {isDeepStrictEqual} from 'node:util';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {memoryStore} from '../../source/store/memory.ts';
import {loadActs} from '../../source/ui/acts.ts';
import {type Form} from '../../source/ui/forms/form.ts';
import type {Key} from '../../source/ui/keys.ts';
import {Session} from '../../source/ui/session.ts';
import {placeOf} from '../../source/ui/state.ts';
import type {Result} from '../table.ts';

// Sessions here take keys at once.
await loadActs();

/** Keys that count, or a text that does not. */
type Press = Key[] | {prose: string};

export type Act = {
	what: string;
	/** The most keys that it may cost. */
	budget: number;
	/** Keys that bring the session to where the act begins; not counted. */
	before: Key[];
	presses: Press[];
	/** What the council's database has besides. */
	on?(database: Database): Database;
	/** What the database must hold afterwards. */
	holds(database: Database, session: Session): boolean;
};

const typed = (text: string): Key[] => Array.from(text);

const form = (session: Session): Form | undefined => placeOf(session.getState()).form;

const meetingOf = ({meetings}: Database, id: string) =>
	meetings.find((meeting) => meeting.id === id);

const decided = ({decisions}: Database) => decisions.at(-1);

/** To the Meeting screen with the meeting open and everybody present. */
const opened: Key[] = ['4', 'o', 't', 'A', 'escape'];
const next = (times: number): Key[] => Array.from({length: times}, () => 'n');

export const acts: Act[] = [
	{
		what: 'a roll of twelve, one of them away',
		budget: 4,
		before: ['4', 'o'],
		presses: [['t', 'A', 'down', 'a']],
		holds: (database) =>
			meetingOf(database, 'M-2')?.attendance.filter(({status}) => status === 'present').length ===
			11,
	},
	{
		what: 'no declarations',
		budget: 2,
		before: opened,
		presses: [['n', '0']],
		holds: (database) => meetingOf(database, 'M-2')?.interestsAsked?.none === true,
	},
	{
		what: 'the previous minutes approved',
		budget: 5,
		before: [...opened, ...next(1)],
		presses: [['n', 'A', 'enter']],
		holds: (database) => meetingOf(database, 'M-1')?.minutes?.status === 'approved',
	},
	{
		what: 'four status changes',
		budget: 16,
		before: [...opened, ...next(3), 'w'],
		presses: [
			[
				's',
				'd',
				'ctrl+d',
				'n',
				's',
				'h',
				'ctrl+d',
				'n',
				's',
				'b',
				'ctrl+d',
				'n',
				's',
				'x',
				'ctrl+d',
			],
		],
		holds: ({projects}) =>
			isDeepStrictEqual(
				projects.map(({status}) => status),
				['delivered', 'on-hold', 'blocked', 'cancelled'],
			),
	},
	{
		what: 'an amendment, a tie, the casting vote',
		budget: 18,
		before: [...opened, ...next(4)],
		presses: [
			['d', 'tab', 'tab', 'tab'],
			{prose: 'That the second recommendation be left out.'},
			['tab', ...typed('m2 m3'), 'tab', ...typed('6 6'), 'tab', 'f', 'ctrl+d', 'enter'],
		],
		holds(database) {
			const [amendment] = decided(database)?.amendments ?? [];
			return (
				amendment?.fate === 'carried' &&
				amendment.mover === 'm2' &&
				amendment.vote?.casting?.person === 'm1' &&
				decided(database)?.outcome === 'approved-as-amended'
			);
		},
	},
	{
		what: 'press and public excluded',
		budget: 4,
		before: [...opened, ...next(7)],
		presses: [['x', '3', 'enter', 'enter']],
		holds: (database) =>
			decided(database)?.procedural === true &&
			(decided(database)?.resolution.includes('paragraph 3 of Part 1 of Schedule 12A') ?? false),
	},
	{
		what: 'two items excluded, each with its paragraphs',
		budget: 8,
		before: [...opened, ...next(6)],
		presses: [['down', 'x', '1', '2', 'enter', 'enter']],
		holds: (database) =>
			isDeepStrictEqual(decided(database)?.excludes, [
				{item: 'I-8', basis: 'exempt', paragraphs: [1, 2]},
				{item: 'I-9', basis: 'exempt', paragraphs: [3]},
			]),
	},
	{
		what: 'one time corrected',
		budget: 6,
		before: ['4', 'o'],
		presses: [['@', ...typed('1355'), 'enter']],
		holds: (database) => meetingOf(database, 'M-2')?.openedAt === '2026-10-14T12:55:00.000Z',
	},
	{
		what: 'an item that was not reached',
		budget: 2,
		before: ['4', 'o', 't', 'A', 'escape'],
		presses: [['down', 'Y']],
		holds: (database) => meetingOf(database, 'M-2')?.agenda[1]?.disposal === 'not-reached',
	},
	{
		what: 'an action of last time closed',
		budget: 3,
		on: (database) => ({
			...database,
			actions: [{id: 'A-1', text: 'Write to the bank', status: 'open', meeting: 'M-1'}],
			meetings: database.meetings.map((meeting) =>
				meeting.id === 'M-2'
					? {
							...meeting,
							agenda: [
								{id: 'I-90', kind: 'actions', title: 'Progress on actions'},
								...meeting.agenda,
							],
						}
					: meeting,
			),
		}),
		before: opened,
		presses: [['w', 'x']],
		holds: ({actions}) => actions[0]?.status === 'done',
	},
	{
		what: 'a roll of 54 with six apologies',
		budget: 14,
		on: (database) => {
			const more = Array.from({length: 42}, (_, index) => ({
				id: `n${index}`,
				name: `Councillor N${index}`,
				initials: `N${index}`,
			}));
			return {
				...database,
				people: [...database.people, ...more],
				boards: database.boards.map((board) => ({
					...board,
					members: [
						...board.members,
						...more.map(({id}) => ({person: id, role: 'member' as const})),
					],
				})),
			};
		},
		before: ['4', 'o'],
		presses: [['t', 'f'], {prose: 'n3 n7 n11 n19 n23 n41'}, ['enter', 'A']],
		holds: (database) =>
			meetingOf(database, 'M-2')?.apologies?.length === 6 &&
			meetingOf(database, 'M-2')?.attendance.filter(({status}) => status === 'present').length ===
				48,
	},
	{
		what: 'a late arrival in the middle of a form',
		budget: 5,
		before: ['4', 'o', 't', 'A', 'down', 'a', 'escape', ...next(4), 'd', ...typed('m3')],
		presses: [['ctrl+t', ...typed('m2'), 'enter']],
		holds: (database, session) =>
			meetingOf(database, 'M-2')?.movements?.at(-1)?.person === 'm2' &&
			form(session)?.focus === 'mover' &&
			form(session)?.values['mover']?.value === 'm3',
	},
	{
		what: 'all complete notices published',
		budget: 2,
		before: [
			...opened,
			...next(4),
			'd',
			...typed('m2'),
			'tab',
			...typed('m3'),
			'ctrl+d',
			'enter',
			'X',
			'enter',
			'7',
		],
		presses: [['P', 'enter']],
		holds: (database) => decided(database)?.publishedOn !== undefined,
	},
];

/** Plays an act and gives back the keys that it took; throws when it did not do what it should. */
export async function play({
	what,
	before,
	presses,
	holds,
	on = (whole) => whole,
}: Act): Promise<number> {
	let clock = Date.parse('2026-10-14T13:00:00Z');
	const now = () => new Date((clock += 1000)).toISOString();
	const store = memoryStore(on(council()), {now, salt: () => '00112233445566778899aabbccddeeff'});
	const session = new Session(
		{
			store,
			who: {actor: {user: 'clerk', host: 'council', name: 'Clerk'}, session: 'clerk'},
			now,
			edit: async (value) => ({value}),
			copy: async () => undefined,
			papers: async () => ({folder: 'papers'}),
			quit: () => undefined,
		},
		{columns: 80, rows: 24},
	);
	let counted = 0;
	session.press(...before);
	await session.idle();
	for (const press of presses) {
		if (Array.isArray(press)) counted += press.length;
		session.press(...(Array.isArray(press) ? press : typed(press.prose)));
		await session.idle();
	}
	const {message} = session.getState();
	const done = holds(store.read(), session);
	session.close();
	if (!done) throw new Error(`${what}: the keys did not do it (${message?.text ?? 'no message'})`);
	return counted;
}

export async function keystrokes(): Promise<Result[]> {
	const results: Result[] = [];
	for (const act of acts) {
		const measured = await play(act);
		results.push({what: act.what, unit: 'presses', measured, goal: {most: act.budget}});
	}
	return results;
}

/** A committee of twelve whose last minutes are issued, with a meeting planned for today. */
function council(): Database {
	const members = Array.from({length: 12}, (_, index) => `m${index + 1}`);
	const role = (index: number) => (index === 0 ? 'chair' : index === 1 ? 'vice-chair' : 'member');
	const seal = {
		id: 'v1',
		at: '2026-09-10T12:00:00.000Z',
		by: 'Clerk',
		revision: 0,
		content: '',
		log: '',
		seal: 'BW-M-1-v1',
	};
	const item = (id: string, kind: string, title: string, about?: object) => ({
		id,
		kind,
		title,
		...(about ? {about} : {}),
	});
	return databaseSchema.parse({
		schemaVersion: 2,
		id: '6b1f7d3e-2c55-4f0a-9a53-0d4c1c1b7a11',
		revision: 0,
		counters: {},
		organisation: {name: 'Borough of Example', timeZone: 'Europe/London'},
		rules: {profile: 'england'},
		strategies: [
			{
				id: 'S-1',
				title: 'Strategy',
				status: 'current',
				period: {from: '2025', to: '2028'},
				objectives: [],
				criteria: [],
				principles: [],
				domains: [],
				priorities: [{id: 'P1', rank: 1, title: 'First', aims: []}],
			},
		],
		people: members.map((id) => ({id, name: `Member ${id.slice(1)}`, initials: id.toUpperCase()})),
		boards: [
			{
				id: 'committee',
				name: 'Committee',
				kind: 'committee',
				members: members.map((person, index) => ({person, role: role(index)})),
				rules: {quorum: 4},
			},
		],
		requests: [],
		projects: [1, 2, 3, 4].map((number) => ({
			id: `P1-0${number}`,
			title: `Project ${number}`,
			priority: 'P1',
			status: 'in-progress',
			updates: [],
		})),
		reports: [
			{
				id: 'R-1',
				title: 'A report',
				recommendations: ['That the first.', 'That the second.'],
				reasons: 'Because.',
				alternatives: 'None.',
			},
		],
		meetings: [
			{
				id: 'M-1',
				board: 'committee',
				title: 'Committee',
				status: 'closed',
				openedAt: '2026-09-09T13:00:00.000Z',
				closedAt: '2026-09-09T14:00:00.000Z',
				agenda: [],
				attendance: [],
				minutes: {status: 'issued', seals: [seal]},
			},
			{
				id: 'M-2',
				board: 'committee',
				title: 'Committee',
				startsAt: '2026-10-14T14:00',
				status: 'planned',
				agenda: [
					item('I-1', 'apologies', 'Apologies'),
					item('I-2', 'declarations', 'Declarations'),
					item('I-3', 'minutes', 'Minutes', {meeting: 'M-1'}),
					item('I-4', 'priority', 'Priority 1', {priority: 'P1'}),
					item('I-5', 'report', 'A report', {report: 'R-1'}),
					item('I-6', 'urgent', 'Urgent business'),
					item('I-7', 'exclusion', 'Exclusion of the public'),
					item('I-8', 'business', 'A lease'),
					{...item('I-9', 'business', 'A sale'), exempt: {paragraphs: [3]}},
				],
				attendance: [],
			},
		],
		decisions: [],
		notices: [],
		actions: [],
		log: [],
	});
}
