import {sayDay} from '../calendar.ts';
import type {Confidence, Database, Meeting, Project} from '../schema/index.ts';
import {type AsAt, databaseAt, lastMet, papersOf} from './as-at.ts';
import {hasNews, isBehind, type Progress, progressOf} from './progress.ts';
import {presentMeeting} from './meetings.ts';
import {currentStrategy} from './projects.ts';

/** What has changed between the last meeting of a board and the papers of the next, and apart from that since those. */
export type News = {
	/** How things stood when it last met; absent where nothing tells, and then nothing is compared. */
	since?: AsAt;
	/** The papers of this meeting, once they are published: what they speak of is frozen. */
	papers?: AsAt;
	/** The day of the later state. */
	day: string;
	/** Every project of the strategy, as at the papers or, before they are out, as it stands. */
	projects: Progress[];
	/** What has changed since the papers; only of what has. */
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

/** What a board is told of the strategy's projects at one of its meetings, or of those given. */
export function newsFor(
	database: Database,
	meeting: Meeting | undefined,
	today: string,
	chosen?: (project: Project) => boolean,
): News {
	const ranked = new Set(currentStrategy(database)?.priorities.map(({id}) => id));
	const isWanted = (project: Project) =>
		ranked.has(project.priority) && (chosen?.(project) ?? true);
	const since = meeting && lastMet(database, meeting);
	const papers = meeting && papersOf(database, meeting);
	const then = papers ? databaseAt(database, papers.revision) : database;
	const before = since && databaseAt(database, since.revision);
	const day = papers?.day ?? today;
	return {
		...(since ? {since} : {}),
		...(papers ? {papers} : {}),
		day,
		projects: progressOf(then, before, then.projects.filter(isWanted), day),
		later: papers ? laterNews(database, then, isWanted, today) : [],
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

/** Those with something to tell: changed since the board last met, or behind. Red first, then amber. */
export function newsworthy({projects}: Pick<News, 'projects'>): Progress[] {
	const found = projects.filter((one) => hasNews(one) || isBehind(one) || one.stale);
	const of = (...wanted: (Confidence | undefined)[]) =>
		found.filter(({project: {confidence}}) => wanted.includes(confidence));
	return [...of('red'), ...of('amber'), ...of('green', undefined)];
}

/** `since the papers of 12 September 2026 (Quarterly review)`. */
export const saySince = ({since}: Pick<News, 'since'>): string =>
	since === undefined
		? 'as it stands: how it stood when the board last met is not on record'
		: `since ${since.what === 'papers' ? 'the papers of' : 'the meeting of'} ${sayDay(since.day)} (${since.title})`;
