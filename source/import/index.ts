/**
 * Papers into acts. What a screen or a command needs: read a file (`readFile…`), look for what it says
 * (`review…`), let somebody judge each finding (verdicts), and make the one act of it (`plan`).
 */
import type {Database} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import {kindOf} from './read/kind.ts';
import type {Paper} from './read/paper.ts';
import {Unreadable} from './read/paper.ts';
import type {Sheet} from './portfolio/sheet.ts';
import type {Planned, ReportTarget} from './report/act.ts';
import type {ImportReview, Verdicts} from './review.ts';
import {byFlags, type Ways} from './ways.ts';
import {kindWords} from './say.ts';

export type {Finding, Passage, ImportReview as Review, Verdict, Verdicts} from './review.ts';
export type {Planned, ReportTarget as Target} from './report/act.ts';
export {Unreadable} from './read/paper.ts';
export {skipping} from './verdicts.ts';
export type {Ways} from './ways.ts';

export const kinds = ['report', 'record', 'notice', 'strategy', 'portfolio', 'minutes'] as const;
export type PaperKind = (typeof kinds)[number];

export type Options = {
	/** As what the file is to be read; absent is what it looks like. */
	as?: PaperKind;
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
): Promise<ImportReview> {
	const found = kindOf(bytes, name);
	const isTable = found.kind === 'sheet' || (found.kind === 'text' && found.table);
	if (as === 'portfolio' || (as === undefined && isTable)) {
		const {readSheets} = await import('./portfolio/sheet.ts');
		return reviewTables(await readSheets(bytes, name), database, {map, set, ways});
	}
	if (isTable) throw new Unreadable(`this is a table: import it as a portfolio, not as a ${as}`);
	const {readPaper} = await import('./read/index.ts');
	const paper = await readPaper(bytes, name);
	const {kind, remark} =
		as === undefined ? await judged(paper, ways) : {kind: as, remark: undefined};
	if (kind === 'portfolio') {
		const {tablesIn} = await import('./portfolio/sheet.ts');
		return reviewTables(tablesIn(paper), database, {map, set, ways});
	}
	const review = await reviewAs(kind, paper, {map, set});
	return {
		...review,
		remarks: [
			...review.remarks,
			...(remark === undefined ? [] : [remark]),
			...waiting(review, ways),
		],
	};
}

async function reviewTables(
	sheets: readonly Sheet[],
	database: Database,
	{map, set, ways}: Required<Pick<Options, 'map' | 'set' | 'ways'>>,
): Promise<ImportReview> {
	const {priority, sheet, exempt, ...others} = set;
	const [other] = Object.keys(others);
	if (other !== undefined)
		throw new Unreadable(
			`a portfolio takes a priority, a sheet and exempt=no alone, with ${ways.set('priority', 'P1')}, not ${other}`,
		);
	const {findPortfolio} = await import('./portfolio/find.ts');
	const review = findPortfolio(sheets, database, {
		map,
		ways,
		...(priority === undefined ? {} : {priority}),
		...(sheet === undefined ? {} : {sheet}),
		...(exempt === undefined ? {} : {exempt}),
	});
	return {...review, remarks: [...review.remarks, ...waiting(review, ways)]};
}

/** What is kept from the public until somebody releases it, where the paper leaves a doubt. */
function waiting({kind, findings}: ImportReview, ways: Ways): string[] {
	const [doubted] = findings.filter(
		({field, value, note}) => field === 'exempt' && value !== null && note !== undefined,
	);
	if (!doubted) return [];
	const {decisions} = doubted.value as {decisions?: number};
	const until =
		kind === 'strategy' || kind === 'portfolio'
			? 'it does not come in until then'
			: 'it stays private until then';
	return [
		decisions === undefined
			? `1 paper waits for somebody to release it: ${until} (${ways.release})`
			: `${count(decisions, 'decision')} ${decisions === 1 ? 'waits' : 'wait'} for somebody to release ${decisions === 1 ? 'it' : 'them'}: private until then (${ways.release})`,
	];
}

/** What a paper is by what speaks for it; where two kinds are close that is said, where nothing speaks it is asked. */
async function judged(paper: Paper, ways: Ways): Promise<{kind: PaperKind; remark?: string}> {
	const {holdsProjects, judge} = await import('./kind.ts');
	const {kind, next, margin, score} = judge(paper);
	if (score === 0) return {kind: holdsProjects(paper) ? 'portfolio' : 'report'};
	const isClose = margin < 2;
	return isClose
		? {kind, remark: `this may be ${kindWords[next]} instead: ${ways.kind(next)}`}
		: {kind};
}

async function reviewAs(
	kind: Exclude<PaperKind, 'portfolio'>,
	paper: Paper,
	{map, set}: {map: Readonly<Record<string, string>>; set: Readonly<Record<string, string>>},
): Promise<ImportReview> {
	switch (kind) {
		case 'strategy':
			return reviewStrategy(paper, set);
		case 'record':
		case 'notice': {
			const [{findRecord}, {given}, {recordWords}] = await Promise.all([
				import('./record/find.ts'),
				import('./record/given.ts'),
				import('./record/fields.ts'),
			]);
			return given(findRecord(paper, kind), set, recordWords);
		}
		case 'minutes': {
			const [{findMinutes, minutesWords}, {given}] = await Promise.all([
				import('./minutes/find.ts'),
				import('./record/given.ts'),
			]);
			return given(findMinutes(paper), set, minutesWords);
		}
		case 'report':
			return reviewReport(paper, map, set);
	}
}

async function reviewReport(
	paper: Paper,
	map: Readonly<Record<string, string>>,
	set: Readonly<Record<string, string>>,
): Promise<ImportReview> {
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
): Promise<ImportReview> {
	const [{findStrategy}, {given}] = await Promise.all([
		import('./strategy/find.ts'),
		import('./strategy/given.ts'),
	]);
	return given(findStrategy(paper), set);
}

/** The one act of a review, or why there can be none. */
export async function plan(
	database: Database,
	review: ImportReview,
	verdicts: Verdicts = {},
	target: ReportTarget = {},
): Promise<Planned> {
	switch (review.kind) {
		case 'report':
			return (await import('./report/act.ts')).planReport(database, review, verdicts, target);
		case 'record':
			return (await import('./record/act.ts')).planRecord(database, review, verdicts, target);
		case 'notice':
			return (await import('./record/act.ts')).planNotice(database, review, verdicts, target);
		case 'minutes':
			return (await import('./minutes/act.ts')).planMinutes(database, review, verdicts, target);
		case 'strategy':
			return (await import('./strategy/act.ts')).planStrategy(
				database,
				review,
				verdicts,
				target.ways,
			);
		case 'portfolio':
			return (await import('./portfolio/act.ts')).planPortfolio(review, verdicts, target.ways);
	}
}
