import {lawOf} from '../domain/law/index.ts';
import {randomUUID} from 'node:crypto';
import {commit} from '../domain/commit.ts';
import type {Context} from '../domain/changes/family.ts';
import type {Change} from '../domain/changes/index.ts';
import {newPerson, slug} from '../domain/names.ts';
import {proposeAgenda} from '../domain/queries/meeting/agenda.ts';
import {check} from '../domain/queries/check.ts';
import type {Board, Database, Membership} from '../domain/schema/index.ts';
import {schemaVersion} from '../domain/schema/values.ts';
import {type PaperKind, plan, reviewFile} from './index.ts';
import {Unreadable} from './read/paper.ts';
import {isBody} from './report/front.ts';

/** What a new database is made of. */
export type Answers = {
	name: string;
	timeZone: string;
	profile: Database['rules']['profile'];
	board: string;
	kind: Board['kind'];
	members: {name: string; role: Membership['role']}[];
	/** How many voting members must be there for the board to resolve; absent, it is not known. */
	quorum?: number | undefined;
	/** When the board meets first. */
	startsAt?: string;
};

/** Who makes it, when, and what keeps its log from being guessed. */
export type Maker = Pick<Context, 'actor' | 'session' | 'now'> & {salt(): string};

/** A paper to begin with. */
type SetupSource = {
	name: string;
	bytes: Uint8Array;
	map: Readonly<Record<string, string>>;
	set: Readonly<Record<string, string>>;
	/** How wide what was found may be shown. */
	columns?: number | undefined;
};

/** Answers with what is usual in the place of those that were not given. `body` is what a paper says the board is called. */
export function usual(
	given: Partial<Answers>,
	body?: string,
): Partial<Answers> & Omit<Answers, 'name'> {
	const profile = given.profile ?? 'plain';
	const law = lawOf({rules: {profile}});
	const board = given.board ?? body ?? law.firstBoard;
	return {
		timeZone: zoneHere(),
		members: [],
		...given,
		profile,
		board,
		kind: given.kind ?? law.kindNamed(board),
	};
}

/** The zone of this machine, unless it is set to none: servers often are. */
function zoneHere(): string {
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	return /^(?:UTC|GMT|Etc\/.*)$/i.test(zone) ? 'Europe/London' : zone;
}

/** The body that a report is for, if the file is one and says so. */
export async function bodyIn(bytes: Uint8Array, name: string): Promise<string | undefined> {
	const review = await reviewFile(
		bytes,
		name,
		skeleton({name: '', timeZone: 'Europe/London', profile: 'plain'}),
	).catch(() => undefined);
	const body =
		review !== undefined && !['strategy', 'portfolio'].includes(review.kind)
			? review.findings.find(({field}) => field === 'body')?.shown
			: undefined;
	return body !== undefined && (isBody(body) || body.length <= 80) ? body : undefined;
}

const skeleton = ({
	name,
	timeZone,
	profile,
}: Pick<Answers, 'name' | 'timeZone' | 'profile'>): Database => ({
	schemaVersion,
	id: randomUUID(),
	revision: 0,
	counters: {},
	organisation: {name, timeZone, ...localeOf(profile)},
	rules: {profile},
	strategies: [],
	people: [],
	boards: [],
	projects: [],
	requests: [],
	reports: [],
	meetings: [],
	decisions: [],
	notices: [],
	actions: [],
	log: [],
});

/** A law of another country brings that country's days, times and paper. */
function localeOf(profile: Answers['profile']): {locale?: string} {
	const {locale} = lawOf({rules: {profile}});
	return locale === undefined ? {} : {locale};
}

/** Carries out acts one after another; throws Unreadable with the reason when one is refused. */
class Builder {
	database: Database;
	readonly #maker: Maker;

	constructor(database: Database, maker: Maker) {
		this.database = database;
		this.#maker = maker;
	}

	commit(...changes: Change[]): void {
		const {actor, session, now} = this.#maker;
		const outcome = commit(
			this.database,
			{id: randomUUID(), changes},
			{actor, session, now, salt: this.#maker.salt()},
		);
		if (!outcome.ok) throw new Unreadable(outcome.rejection.message);
		this.database = outcome.database;
	}
}

/**
 * A new database with a board, its members and a first meeting, made by acts that its log tells of; with a paper,
 * what that says comes in between, and `shown` is what was found in it.
 */
export async function setUp(
	answers: Answers,
	maker: Maker,
	source?: SetupSource,
): Promise<{database: Database; shown?: string}> {
	const builder = new Builder(skeleton(answers), maker);
	const people = new Set<string>();
	const members = answers.members.map(
		({name, role}): {person: Change & {kind: 'person/add'}; role: Membership['role']} => {
			const person = newPerson(name, people);
			people.add(person.id);
			return {person: {kind: 'person/add', ...person}, role};
		},
	);
	const board = slug(answers.board, new Set());
	if (members.length > 0) builder.commit(...members.map(({person}) => person));
	builder.commit({
		kind: 'board/add',
		id: board,
		name: answers.board,
		boardKind: answers.kind,
		members: members.map(({person, role}) => ({person: person.id, role})),
		...(answers.quorum === undefined ? {} : {rules: {quorum: answers.quorum}}),
	});
	const shown = source && (await bringIn(builder, source, board, answers));
	const [own] = builder.database.boards;
	if (own) {
		const {startsAt} = answers;
		const agenda = proposeAgenda(builder.database, own);
		builder.commit({
			kind: 'meeting/add',
			board,
			title: answers.board,
			...(startsAt === undefined ? {} : {startsAt}),
			agenda,
		});
	}
	const [problem] = check(builder.database);
	if (problem) throw new Error(problem.message);
	return {database: builder.database, ...(shown === undefined ? {} : {shown})};
}

async function bringIn(
	builder: Builder,
	{name, bytes, map, set, columns}: SetupSource,
	board: string,
	answers: Answers,
): Promise<string> {
	const {sayReview} = await import('./say.ts');
	const look = (as?: PaperKind) =>
		reviewFile(bytes, name, builder.database, {map, set, ...(as ? {as} : {})});
	let review = await look();
	if (review.kind === 'portfolio') {
		const strategy = await strategyOf(bytes, name, map, answers, builder.database);
		if (strategy) {
			builder.commit(strategy);
			review = await look('portfolio');
		}
	}
	const planned = await plan(builder.database, review, {}, {board});
	if ('refusal' in planned) throw new Unreadable(`${name}: ${planned.refusal}`);
	builder.commit(...planned.changes);
	return sayReview(review, undefined, columns);
}

/** A strategy for projects that bring only the names of their priorities; its period is the next three years. */
async function strategyOf(
	bytes: Uint8Array,
	name: string,
	map: SetupSource['map'],
	{name: organisation}: Answers,
	database: Database,
): Promise<Change | undefined> {
	const [{readSheets}, {prioritiesIn}] = await Promise.all([
		import('./portfolio/sheet.ts'),
		import('./portfolio/find.ts'),
	]);
	const names = prioritiesIn(await readSheets(bytes, name), map);
	if (database.strategies.length > 0) return undefined;
	const year = new Date().getUTCFullYear();
	return {
		kind: 'strategy/add',
		title: `Projects of ${organisation}`,
		period: {from: String(year), to: String(year + 3)},
		priorities: (names.length > 0 ? names : ['Projects']).map((title, index) => ({
			id: `P${index + 1}`,
			title,
		})),
	};
}

/** The same database with a log of its own, which begins by vouching for every record as it is. */
export function adoptCopy(database: Database, from: string, maker: Maker): Database {
	const builder = new Builder({...database, revision: 0, log: []}, maker);
	const [problem] = check(builder.database);
	if (problem) throw new Unreadable(`${from}: ${problem.message}`);
	builder.commit({kind: 'database/adopt', reason: `made from ${from}`});
	return builder.database;
}
