/**
 * Papers into acts. What a screen or a command needs: read a file (`readFile…`), look for what it says
 * (`review…`), let somebody judge each finding (verdicts), and make the one act of it (`plan`).
 */
import type {Database} from '../domain/schema/index.ts';
import {kindOf} from './read/kind.ts';
import type {Paper} from './read/paper.ts';
import {Unreadable} from './read/paper.ts';
import type {Planned, Target} from './report/act.ts';
import type {Review, Verdicts} from './review.ts';
import {byFlags, type Ways} from './ways.ts';

export type {Finding, Passage, Review, Verdict, Verdicts} from './review.ts';
export type {Planned, Target} from './report/act.ts';
export {Unreadable} from './read/paper.ts';
export {skipping} from './verdicts.ts';
export {byKeys} from './ways.ts';

export const kinds = ['report', 'strategy', 'portfolio'] as const;
export type Kind = (typeof kinds)[number];

export type Options = {
	/** As what the file is to be read; absent is what it looks like. */
	as?: Kind;
	/** What somebody said of headings or columns: `Project Name` is `title`. */
	map?: Readonly<Record<string, string>>;
	/** Values that somebody gave, by field: they stand in the place of what was found. */
	set?: Readonly<Record<string, string>>;
	/** How somebody is told to say such things; absent is with flags. */
	ways?: Ways;
};

/** Reads a file and looks for what it says. Throws Unreadable, whose message is one line. */
export async function reviewFile(
	bytes: Uint8Array,
	name: string,
	database: Database,
	{as, map = {}, set = {}, ways = byFlags}: Options = {},
): Promise<Review> {
	const found = kindOf(bytes, name);
	const isTable = found.kind === 'sheet' || (found.kind === 'text' && found.table);
	if (as === 'portfolio' || (as === undefined && isTable)) {
		const [{readSheets}, {findPortfolio}] = await Promise.all([
			import('./portfolio/sheet.ts'),
			import('./portfolio/find.ts'),
		]);
		const {priority, ...others} = set;
		const [other] = Object.keys(others);
		if (other !== undefined)
			throw new Unreadable(
				`a portfolio takes a priority alone, with ${ways.set('priority', 'P1')}, not ${other}`,
			);
		return findPortfolio(await readSheets(bytes, name), database, {
			map,
			ways,
			...(priority === undefined ? {} : {priority}),
		});
	}
	if (isTable) throw new Unreadable(`this is a table: import it as a portfolio, not as a ${as}`);
	const {readPaper} = await import('./read/index.ts');
	const paper = await readPaper(bytes, name);
	return (as ?? (await looksLike(paper))) === 'strategy'
		? reviewStrategy(paper, set)
		: reviewReport(paper, map, set);
}

/** A strategy counts its priorities and recommends nothing; anything else is a report. */
async function looksLike(paper: Paper): Promise<Kind> {
	const [{sectionsOf}, {findReport}] = await Promise.all([
		import('./strategy/priorities.ts'),
		import('./report/find.ts'),
	]);
	if (sectionsOf(paper).length < 2) return 'report';
	return findReport(paper).findings.some(({field}) => field === 'recommendations')
		? 'report'
		: 'strategy';
}

async function reviewReport(
	paper: Paper,
	map: Readonly<Record<string, string>>,
	set: Readonly<Record<string, string>>,
): Promise<Review> {
	const [{findReport}, {fields}, {given}] = await Promise.all([
		import('./report/find.ts'),
		import('./report/fields.ts'),
		import('./report/given.ts'),
	]);
	for (const role of Object.values(map)) {
		if (!['other', ...fields].includes(role))
			throw new Unreadable(
				`a heading cannot be “${role}”; it is one of ${fields.join(', ')}, or other`,
			);
	}
	return given(findReport(paper, map as Parameters<typeof findReport>[1]), set);
}

async function reviewStrategy(
	paper: Paper,
	set: Readonly<Record<string, string>>,
): Promise<Review> {
	const [{findStrategy}, {given}] = await Promise.all([
		import('./strategy/find.ts'),
		import('./strategy/given.ts'),
	]);
	return given(findStrategy(paper), set);
}

/** The one act of a review, or why there can be none. */
export async function plan(
	database: Database,
	review: Review,
	verdicts: Verdicts = {},
	target: Target = {},
): Promise<Planned> {
	switch (review.kind) {
		case 'report':
			return (await import('./report/act.ts')).planReport(database, review, verdicts, target);
		case 'strategy':
			return (await import('./strategy/act.ts')).planStrategy(
				database,
				review,
				verdicts,
				target.ways,
			);
		case 'portfolio':
			return (await import('./portfolio/act.ts')).planPortfolio(review, verdicts);
	}
}
