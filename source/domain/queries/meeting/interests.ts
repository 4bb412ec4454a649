import {boardLaw, meetingLaw} from '../../law/boards.ts';
import type {InterestWords} from '../../law/law.ts';
import {dayOfMeeting, isVoting, membersOn} from '../../rules/presence.ts';
import type {AgendaItem, Database, Meeting, Person} from '../../schema/index.ts';
import {type Manner, mannerOf, screenVoice} from '../../voice/index.ts';
import {declaredIn} from './attendance.ts';
import {byDate, itemNumber} from './meetings.ts';
import {publicView} from '../public/view.ts';

/** An interest that somebody declared at a meeting, as a register lists it. */
type RegisteredInterest = {
	id: string;
	person: string;
	name: string;
	/** The day of the meeting, where one is known. */
	on?: string;
	meeting: string;
	/** The number and title of the item. */
	item: string;
	/** The whole of it as a sentence, in the words of the law under which it was declared. */
	says: string;
	/** Where it stands in the record. */
	record: string;
};

type Registered = NonNullable<Person['interests']>[number];

/** An interest that somebody has registered, or had. */
type RegisteredEntry = {
	name: string;
	from: string;
	ended?: {on: string; why: string} | undefined;
	says: string;
	record: string;
};

/** The interests that members have registered and, at meetings, declared: by their names and in the order of the meetings. */
export type InterestRegister = Manner & {
	organisation: string;
	public: boolean;
	/** What stands on the register between meetings and, but in public, what was taken off it. */
	registered: RegisteredEntry[];
	declared: RegisteredInterest[];
};

/** What somebody has on the register, in a line: `Owns 3 High Street`; of a sensitive one that there is one. */
export const sayRegistered = (
	{text, sensitive}: Registered,
	law: Pick<InterestWords, 'sensitive'>,
): string => (sensitive ? `An interest${law.sensitive}` : (text ?? ''));

/** A person's interests that stand on the register. */
export const standingInterests = ({interests = []}: Person): Registered[] =>
	interests.filter(({ended}) => ended === undefined);

/** A registered interest that an item may touch; `word` where it does so by a word alone that both have. */
type Touching = {person: string; interest: Registered; word?: string};

/** Words of registers that tell nothing of what an interest is in. */
const commonWords = new Set(
	'also another being body chair chairman club company council county director employed employee from group have house land lane limited managing member office owner owns part partner property registered road runs share shareholder shares shop street that their trust trustee which wife husband spouse with work works'.split(
		' ',
	),
);

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

/** What an item and its paper say of what they are about. */
function textOn({reports}: Database, {title, about}: Pick<AgendaItem, 'title' | 'about'>): string {
	const report = reports.find(({id}) => id === about?.report);
	return [title, report?.title, report?.summary, ...(report?.recommendations ?? [])].join('\n');
}

/**
 * The registered interests of a board's members that an item of its meeting touches: by its priority, its project or a
 * request for a change of one. Where it names none, as one with a paper alone, those that have a telling word in common
 * with the item or its paper: a hint, which leaves to the member whether it is so.
 */
export function registeredFor(
	database: Database,
	meeting: Meeting,
	{kind, title, about}: Pick<AgendaItem, 'kind' | 'title' | 'about'>,
): Touching[] {
	const all = onRegister(database, meeting);
	if (kind === 'declarations') return all;
	const project = database.projects.find(({id}) => id === about?.project);
	const decided = database.decisions.find(({id}) => id === about?.decision)?.projects ?? [];
	const asked = database.requests.flatMap((one) =>
		about?.requests?.includes(one.id) ? [one.project] : [],
	);
	const projects = new Set([...(project ? [project.id] : []), ...decided, ...asked]);
	const priorities = new Set([about?.priority, project?.priority]);
	const within = database.projects.filter(({priority}) => priority === about?.priority);
	for (const one of about?.priority === undefined ? [] : within) projects.add(one.id);
	const placed = all.filter(
		({interest}) =>
			interest.projects?.some((id) => projects.has(id)) === true ||
			interest.priorities?.some((id) => priorities.has(id)) === true,
	);
	if (
		projects.size > 0 ||
		about?.priority !== undefined ||
		(kind !== 'report' && kind !== 'business')
	) {
		return placed;
	}
	const said = new Set(wordsIn(textOn(database, {title, about})));
	return all.flatMap((one) => {
		const word = wordsIn(one.interest.text ?? '').find(
			(own) => said.has(own) && !commonWords.has(own),
		);
		return word === undefined ? [] : [{...one, word}];
	});
}

/** What the members of a meeting's board, and whoever is on its roll, have on the register. */
function onRegister(
	database: Database,
	meeting: Meeting,
): {person: string; interest: Registered}[] {
	const board = database.boards.find(({id}) => id === meeting.board);
	const members = membersOn(board, dayOfMeeting(database, meeting)).map(({person}) => person);
	const there = new Set([...members, ...meeting.attendance.map(({person}) => person)]);
	return database.people
		.filter(({id}) => there.has(id))
		.flatMap((person) =>
			standingInterests(person).map((interest) => ({person: person.id, interest})),
		);
}

/**
 * The register, person by person. The public one holds what stands of those who sit on a body whose law publishes it, and
 * is the one page that tells of what no public view of the database holds.
 */
function registerOf(whole: Database, publicOnly: boolean): RegisteredEntry[] {
	return whole.people.flatMap((person) => {
		const boards = whole.boards.filter(({members}) =>
			members.some((one) => one.person === person.id && isVoting(one.role)),
		);
		const laws = boards.map((board) => boardLaw(whole, board).interests);
		const law = laws.find(({published}) => published) ?? laws[0] ?? {sensitive: ' (sensitive)'};
		const shown = publicOnly
			? laws.some(({published}) => published)
				? standingInterests(person)
				: []
			: (person.interests ?? []);
		return shown.map((one) => ({
			name: person.name,
			from: one.from,
			ended: one.ended,
			says: sayRegistered(one, law),
			record: `people/${person.id}/interests/${one.id}`,
		}));
	});
}

/** What was declared at every meeting that is on record. The nature of a sensitive interest is never told. */
export function interestRegisterOf(
	whole: Database,
	{publicOnly = false}: {publicOnly?: boolean} = {},
): InterestRegister {
	const database = publicOnly ? publicView(whole) : whole;
	const {roll} = screenVoice(database);
	const declared = byDate(database.meetings).flatMap((meeting) =>
		(meeting.declarations ?? []).map((declaration): RegisteredInterest => {
			const told = declaredIn(database, meeting, declaration);
			const title = meeting.agenda.find(({id}) => id === declaration.item)?.title;
			const number = itemNumber(meeting, declaration.item);
			return {
				id: declaration.id,
				person: declaration.person,
				name: told.name,
				on: dayOfMeeting(database, meeting),
				meeting: meeting.id,
				item: number ? `item ${number}: ${title}` : '',
				says: roll.declared(told, meetingLaw(database, meeting).interests),
				record: told.record,
			};
		}),
	);
	return {
		organisation: database.organisation.name,
		...mannerOf(database),
		public: publicOnly,
		registered: registerOf(whole, publicOnly).toSorted(byName),
		declared: declared.toSorted(byName),
	};
}

const byName = (a: {name: string}, b: {name: string}): number =>
	a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
