import {sayApprovedField, sayMove} from '../../approved-words.ts';
import {addDays} from '../../calendar.ts';
import {type Manner, mannerOf} from '../../voice/index.ts';
import {personName} from '../../names.ts';
import type {Database, Measure, Priority, Project, Risk, Strategy} from '../../schema/index.ts';
import type {AsAt} from './as-at.ts';
import {meetingAhead, newsFor} from './news.ts';
import {comingUp} from './milestones.ts';
import type {Progress} from './progress.ts';
import {scoreOf} from './risks.ts';
import {type MeasureState, measureState, readingsOf} from './measures.ts';
import {currentStrategy, isSettled} from './projects.ts';

/** How a measure stands: its latest reading beside the one before and the target of its period. */
type MeasureLine = {
	id: string;
	title: string;
	unit?: string;
	period?: string;
	value?: number;
	provisional?: boolean;
	before?: number;
	target?: number;
	/** How it stands; absent where there is no target to hold it against. */
	state?: MeasureState;
};

/** A risk as a report lists it. */
type RiskLine = {
	/** Where it stands in the record. */
	record: string;
	of: string;
	id: string;
	event: string;
	score?: number;
	target?: number;
	response?: string;
	owner?: string;
	reviewOn?: string;
	cameTrueOn?: string;
};

type HighlightedPriority = Pick<Priority, 'id' | 'rank' | 'title'> & {projects: Progress[]};

/** What a request asks for, with its reason. */
type DecisionWanted = {
	id: string;
	project: string;
	what: string;
	reason: string;
	board?: string;
};

/** A highlight report: of a strategy, a priority or a project, between two of a board's meetings. */
export type Highlights = Manner & {
	organisation: string;
	strategy: Pick<Strategy, 'id' | 'title'>;
	/** What it is about where that is not the whole strategy. */
	of?: string;
	/** The states that are compared, and the day of the later. */
	since?: AsAt;
	papers?: AsAt;
	day: string;
	priorities: HighlightedPriority[];
	/** What has changed since the papers were frozen. */
	later: Progress[];
	/** Milestones that are expected within the next ninety days, the nearest first. */
	next: {project: string; title: string; on: string; approved?: string}[];
	wanted: DecisionWanted[];
	risks: RiskLine[];
	measures: MeasureLine[];
	example: boolean;
};

/** How far ahead a report looks, in days. */
const ahead = 90;

/**
 * The highlights of the strategy in force, or of one of its priorities or projects by its id. As a meeting's papers have them,
 * where they are out: the meeting on show, or the one named. Undefined where there is no such thing.
 */
export function highlightsOf(
	database: Database,
	today: string,
	{of, meeting: named}: {of?: string | undefined; meeting?: string | undefined} = {},
): Highlights | undefined {
	const strategy = currentStrategy(database);
	if (!strategy) return undefined;
	const meeting = meetingAhead(
		database,
		database.meetings.find(({id}) => id === named),
	);
	const isWanted = wantedIn(strategy, database, of);
	if (!isWanted) return undefined;
	const news = newsFor(database, meeting, today, isWanted);
	const priorities = strategy.priorities
		.toSorted((a, b) => a.rank - b.rank)
		.map(({id, rank, title}) => ({
			id,
			rank,
			title,
			projects: news.projects.filter(({project}) => project.priority === id),
		}))
		.filter(({id, projects}) => projects.length > 0 || id === of || isWhole(strategy, of));
	const isAll = isWhole(strategy, of);
	return {
		organisation: database.organisation.name,
		...mannerOf(database),
		strategy: {id: strategy.id, title: strategy.title},
		...(isAll || of === undefined ? {} : {of: nameOfPart(strategy, database, of)}),
		...(news.since ? {since: news.since} : {}),
		...(news.papers ? {papers: news.papers} : {}),
		day: news.day,
		priorities,
		later: news.later,
		next: nextOf(news.projects, news.day),
		wanted: wantedOf(database, news.projects),
		risks: [
			...(isAll
				? risksOf(database, strategy.risks ?? [], strategy.title, `strategies/${strategy.id}`)
				: []),
			...news.projects
				.filter(({project}) => !isSettled(project))
				.flatMap(({project}) =>
					risksOf(database, project.risks ?? [], project.id, `projects/${project.id}`),
				),
		].toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)),
		measures: (strategy.measures ?? [])
			.filter(({priority}) => isAll || priority === of)
			.map(measureLine),
		example: database.meetings.some(({example}) => example),
	};
}

const isWhole = ({id}: Strategy, of: string | undefined): boolean => of === undefined || of === id;

function wantedIn(
	strategy: Strategy,
	database: Database,
	of: string | undefined,
): ((project: Project) => boolean) | undefined {
	if (isWhole(strategy, of)) return () => true;
	if (strategy.priorities.some(({id}) => id === of)) return ({priority}) => priority === of;
	return database.projects.some(({id}) => id === of) ? ({id}) => id === of : undefined;
}

function nameOfPart(strategy: Strategy, {projects}: Database, of: string): string {
	const priority = strategy.priorities.find(({id}) => id === of);
	if (priority) return `Priority ${priority.rank}: ${priority.title}`;
	const project = projects.find(({id}) => id === of);
	return project ? `${project.id} ${project.title}` : of;
}

const nextOf = (all: readonly Progress[], day: string): Highlights['next'] =>
	comingUp(
		all.flatMap(({project}) => (isSettled(project) ? [] : [project])),
		day,
		addDays(day, ahead),
	).map(({project, milestone: {title, approved}, on}) => ({
		project: project.id,
		title,
		on,
		...(approved === undefined ? {} : {approved}),
	}));

const wantedOf = (database: Database, all: readonly Progress[]): DecisionWanted[] =>
	all.flatMap(({project, asked}) =>
		asked.map((one) => ({
			id: one.id,
			project: project.id,
			what: `${project.id} ${project.title}, ${sayApprovedField(project, one.field)}: ${sayMove(database, project, one.field, one)}`,
			reason: one.reason,
			...(one.board === undefined
				? {}
				: {board: database.boards.find(({id}) => id === one.board)?.name ?? one.board}),
		})),
	);

const risksOf = (
	database: Database,
	risks: readonly Risk[],
	of: string,
	holder: string,
): RiskLine[] =>
	risks
		.filter(({closedOn}) => closedOn === undefined)
		.map(({id, event, current, target, response, owner, reviewOn, cameTrueOn}) => ({
			record: `${holder}/risks/${id}`,
			of,
			id,
			event,
			...(current ? {score: scoreOf(current)} : {}),
			...(target ? {target: scoreOf(target)} : {}),
			...(response ? {response} : {}),
			...(owner === undefined ? {} : {owner: personName(database, owner)}),
			...(reviewOn === undefined ? {} : {reviewOn}),
			...(cameTrueOn === undefined ? {} : {cameTrueOn}),
		}));

/** The latest reading of a measure beside the one before, held against its target as the screens hold it. */
function measureLine(measure: Measure): MeasureLine {
	const {id, title, unit} = measure;
	const {state, reading, target} = measureState(measure);
	const before = readingsOf(measure).at(-2);
	return {
		id,
		title,
		...(unit === undefined ? {} : {unit}),
		...(reading ? {period: reading.period, value: reading.value} : {}),
		...(reading?.provisional ? {provisional: true} : {}),
		...(before ? {before: before.value} : {}),
		...(target === undefined ? {} : {target, state}),
	};
}
