import {sayDay} from '../../calendar.ts';
import type {Confidence, Database, Meeting, Project} from '../../schema/index.ts';
import {type AsAt, databaseAt, lastMet, papersOf} from './as-at.ts';
import {glanceAt, type GlanceTally} from './glance.ts';
import {hasNews, type Progress, progressOf} from './progress.ts';
import {presentMeeting} from '../meeting/meetings.ts';
import {currentStrategy} from './projects.ts';

/** The two states that are compared for a meeting. */
type Compared = {
	/** How things stood when the board last met; absent where nothing tells, and then nothing is compared. */
	since?: AsAt;
	/** The papers of this meeting, once they are published: what they speak of is frozen. */
	papers?: AsAt;
	/** The day of the later state. */
	day: string;
};

/** What has changed between the last meeting of a board and the papers of the next, and apart from that since those. */
type News = Compared & {
	/** Every project of the strategy, as at the papers or, before they are out, as it stands. */
	projects: Progress[];
	/** What has changed since the papers; only of what has. */
	later: Progress[];
};

/** The same at a glance: counted, and the projects that there is something to tell of, which is worked out one by one. */
export type NewsAtGlance = Compared & {
	tally: GlanceTally;
	/** Changed since the board last met, or behind. Red first, then amber. */
	worthy: Project[];
	/** All there is to tell of one of those. */
	tell(project: Project): Progress | undefined;
	later: Progress[];
};

/**
 * The meeting for which things are looked at: the one given, the one that is open or else comes next. After the last one held
 * it is the one to come, though nobody has planned it.
 */
export function meetingAhead(database: Database, given?: Meeting): Meeting | undefined {
	const meeting = given ?? presentMeeting(database);
	if (meeting?.status !== 'closed' || given) return meeting;
	const {publishedOn: _out, openedAt: _opened, ...last} = meeting;
	return {...last, id: 'next', status: 'planned', startsAt: '9999-12-31T00:00'};
}

/** The states that are compared for a meeting, and the projects of the current strategy in the later one. */
function compare(
	database: Database,
	meeting: Meeting | undefined,
	today: string,
	chosen: (project: Project) => boolean = () => true,
) {
	const ranked = new Set(currentStrategy(database)?.priorities.map(({id}) => id));
	const isWanted = (project: Project) => ranked.has(project.priority) && chosen(project);
	const since = meeting && lastMet(database, meeting);
	const papers = meeting && papersOf(database, meeting);
	const then = papers ? databaseAt(database, papers.revision) : database;
	const before = since && databaseAt(database, since.revision);
	const compared: Compared = {
		...(since ? {since} : {}),
		...(papers ? {papers} : {}),
		day: papers?.day ?? today,
	};
	const later = papers ? laterNews(database, then, isWanted, today) : [];
	return {compared, now: then, before, projects: then.projects.filter(isWanted), later};
}

/** What a board is told of the strategy's projects at one of its meetings, or of those given. */
export function newsFor(
	database: Database,
	meeting: Meeting | undefined,
	today: string,
	chosen?: (project: Project) => boolean,
): News {
	const {compared, now, before, projects, later} = compare(database, meeting, today, chosen);
	return {...compared, projects: progressOf(now, before, projects, compared.day), later};
}

/** What a board is told at one of its meetings, at a glance. */
export function newsAtGlance(
	database: Database,
	meeting: Meeting | undefined,
	today: string,
): NewsAtGlance {
	const {compared, now, before, projects, later} = compare(database, meeting, today);
	const {tally, worthy} = glanceAt(now, before, projects, compared.day);
	return {
		...compared,
		tally,
		worthy: redFirst(worthy),
		tell: (project) => progressOf(now, before, [project], compared.day)[0],
		later,
	};
}

/** What has changed since the papers. What is the very same record has not. */
function laterNews(
	database: Database,
	then: Database,
	isWanted: (project: Project) => boolean,
	today: string,
): Progress[] {
	const old = new Set(then.projects);
	const asked = new Set(then.requests.map(({id}) => id));
	const newly = new Set(
		database.requests.flatMap(({id, project}) => (asked.has(id) ? [] : [project])),
	);
	const touched = database.projects.filter(
		(project) => (!old.has(project) || newly.has(project.id)) && isWanted(project),
	);
	return progressOf(database, then, touched, today)
		.map((one) => ({...one, asked: one.asked.filter(({id}) => !asked.has(id))}))
		.filter(hasNews);
}

/** Red first, then amber, else as they stand. */
function redFirst(projects: readonly Project[]): Project[] {
	const of = (...wanted: (Confidence | undefined)[]) =>
		projects.filter(({confidence}) => wanted.includes(confidence));
	return [...of('red'), ...of('amber'), ...of('green', undefined)];
}

/** `since the papers of 12 September 2026 (Quarterly review)`. */
export const saySince = ({since}: Pick<Compared, 'since'>): string =>
	since === undefined
		? 'as it stands: how it stood when the board last met is not on record'
		: `since ${since.what === 'papers' ? 'the papers of' : 'the meeting of'} ${sayDay(since.day)} (${since.title})`;
