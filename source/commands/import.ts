import {stat} from 'node:fs/promises';
import path from 'node:path';
import type {Change} from '../domain/changes/index.ts';
import {clean} from '../domain/clean.ts';
import type {Database} from '../domain/schema/index.ts';
import {calendarOf, type DayReading, inFigures} from '../domain/typed-days.ts';
import {count} from '../domain/words.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';
import {findId} from './find.ts';
import {commitAct, withStore} from './open.ts';

const command: Command = {
	name: 'import',
	usage: '<database> <file>',
	summary: 'reads a report, a decision, minutes, a strategy or a table of projects into one act',
	flags: {
		'as-kind': {
			value: 'kind',
			choices: ['report', 'record', 'notice', 'strategy', 'portfolio', 'minutes'],
			summary: 'the kind of file; if left out, what it looks like',
		},
		meeting: {value: 'meeting', summary: 'put the report on the agenda of this meeting'},
		board: {
			value: 'board',
			summary: 'the board that the report is for; if left out, the one that it names',
		},
		urgency: {value: 'why', summary: 'why the item cannot wait, once the agenda is out'},
		map: {
			value: 'words',
			summary: 'what headings, columns or status words mean: "Project Name=title,RAG=confidence"',
		},
		set: {
			value: 'values',
			summary: 'values to take instead of those found: "exempt=3; date=12 May 2026"',
		},
		skip: {
			value: 'fields',
			summary: 'findings to leave out, by field or number: summary,recommendations/2',
		},
		'dry-run': {summary: 'only show what would come in'},
		yes: {summary: 'do not ask'},
		json: {summary: 'the findings and the act as data'},
	},
	async run(context) {
		const [, file = ''] = context.arguments;
		const bytes = await readInput(file);
		const isDry = context.flags['dry-run'] === true;
		return withStore(
			context,
			async (store) => {
				const prepared = await prepare(context, store.read(), bytes, file);
				const {changes} = prepared;
				await show(context, prepared);
				if (prepared.refusal !== undefined) throw new Refusal(prepared.refusal);
				if (isDry) return 0;
				if (context.flags['yes'] !== true) await ask(context, changes);
				const {entry} = await commitAct(store, context, changes);
				if (context.flags['json'] !== true) {
					const done = `imported ${path.basename(file)} in ${count(changes.length, 'change')} (revision ${entry.revision})`;
					context.out(`${clean(done)}\n`);
				}
				return 0;
			},
			{readOnly: isDry},
		);
	},
};
export default command;

/** A file above this is not even loaded. */
const mostBytes = 100_000_000;

/** The bytes of a file that somebody named; throws Refusal. */
export async function readInput(file: string): Promise<Uint8Array> {
	try {
		const found = await stat(file);
		if (found.isDirectory()) throw new Refusal(`${file} is a folder; name the file in it`);
		if (!found.isFile()) throw new Refusal(`${file} is not a file`);
		if (found.size > mostBytes)
			throw new Refusal(
				`${file} is ${Math.round(found.size / 1_000_000)} MB; at most ${mostBytes / 1_000_000} MB can be read`,
			);
		return await (await import('../store/file/read.ts')).readWhole(file, mostBytes);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		const {codeOf, reasonOf} = await import('../store/reasons.ts');
		throw new Refusal(
			codeOf(error) === 'ENOENT'
				? `there is no file ${file}`
				: `cannot read ${file}: ${reasonOf(error)}`,
		);
	}
}

type Prepared = {
	review: import('../import/index.ts').Review;
	skipped: Set<string>;
	changes: Change[];
	notes: string[];
	refusal?: string;
};

/** Reads the file and makes the act of it, or says why there can be none. */
async function prepare(
	context: CommandContext,
	database: Database,
	bytes: Uint8Array,
	file: string,
): Promise<Prepared> {
	const {flags} = context;
	const {plan, reviewFile, skipping, Unreadable} = await import('../import/index.ts');
	const text = (name: string) => (typeof flags[name] === 'string' ? flags[name] : undefined);
	const board = boardNamed(database, text('board'));
	const meeting = findId(database.meetings, text('meeting'), 'meeting');
	const as = text('as-kind') as import('../import/index.ts').PaperKind | undefined;
	try {
		const review = await reviewFile(bytes, path.basename(file), database, {
			...(as === undefined ? {} : {as}),
			map: pairsIn(text('map'), 'map'),
			set: settingsIn(text('set'), calendarOf(database, '2000-01-01')),
		});
		const isNoPaper = review.kind === 'strategy' || review.kind === 'portfolio';
		if (isNoPaper && (meeting ?? board) !== undefined)
			throw new WrongUsage(`--meeting and --board are for reports; this is a ${review.kind}`);
		if (review.kind !== 'report' && meeting !== undefined)
			throw new WrongUsage(
				`--meeting is for reports; ${review.kind === 'minutes' ? 'these are minutes' : `this is a ${review.kind}`}`,
			);
		const verdicts = skipping(review, listIn(text('skip')));
		const planned = await plan(database, review, verdicts, {
			...(board === undefined ? {} : {board}),
			...(meeting === undefined ? {} : {meeting}),
			...(text('urgency') === undefined ? {} : {urgency: text('urgency')}),
		});
		const skipped = new Set(Object.keys(verdicts));
		return 'refusal' in planned
			? {review, skipped, changes: [], notes: [], refusal: planned.refusal}
			: {review, skipped, ...planned};
	} catch (error) {
		if (error instanceof Unreadable) throw new Refusal(`${file}: ${error.message}`);
		throw error;
	}
}

function boardNamed({boards}: Database, typed: string | undefined): string | undefined {
	const byName = boards.find(({name}) => name.toLowerCase() === typed?.toLowerCase());
	return byName?.id ?? findId(boards, typed, 'board');
}

/** What was found and what would be done with it: as text, or as data for programs. */
async function show(
	context: CommandContext,
	{review, skipped, changes, notes, refusal}: Prepared,
): Promise<void> {
	if (context.flags['json'] === true) {
		const {toJson} = await import('../documents/plain.ts');
		context.out(
			`${toJson({...review, skipped: [...skipped], notes, refusal: refusal ?? null, changes}, '  ')}\n`,
		);
		return;
	}
	const {sayReview} = await import('../import/say.ts');
	context.out(sayReview(review, skipped, context.columns));
	for (const note of notes) context.out(`${clean(`Note: ${note}`)}\n`);
}

async function ask(context: CommandContext, changes: readonly Change[]): Promise<void> {
	const {confirm, isAtTerminal} = await import('./ask.ts');
	if (context.columns === undefined || !isAtTerminal()) {
		throw new Refusal(
			'nothing was imported: there is nobody to ask, so add --yes (or --dry-run only to look)',
		);
	}
	if (!(await confirm(`Import this as one act of ${count(changes.length, 'change')}?`)))
		throw new Refusal('nothing was imported');
}

const listIn = (text: string | undefined): string[] =>
	(text ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');

/** `Project Name=title,RAG=confidence`. Throws WrongUsage. */
export function pairsIn(text: string | undefined, flag: string): Record<string, string> {
	return Object.fromEntries(
		(text ?? '')
			.split(/[,;]/)
			.filter((part) => part.trim() !== '')
			.map((part) => {
				const at = part.lastIndexOf('=');
				const [name, value] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
				if (at === -1 || name === '' || value === '')
					throw new WrongUsage(
						`--${flag} is a list such as "Project Name=title,RAG=confidence", not “${part.trim()}”`,
					);
				return [name, value];
			}),
	);
}

/**
 * `exempt=3; date=12 May 2026`: a value runs to the next `; name=`, and a day in figures is read in the order of the
 * organisation. Throws WrongUsage.
 */
export function settingsIn(text: string | undefined, calendar: DayReading): Record<string, string> {
	if (text === undefined) return {};
	return Object.fromEntries(
		text.split(/;\s*(?=[a-z]+\s*=)/i).map((part) => {
			const [, name, value] = /^\s*([a-z]+)\s*=\s*(.*?)\s*;?\s*$/is.exec(part) ?? [];
			if (name === undefined || value === undefined)
				throw new WrongUsage(
					`--set is a list such as "exempt=3; date=12 May 2026", not “${part.trim()}”`,
				);
			const read = inFigures(value, calendar);
			if ('message' in read) throw new WrongUsage(`--set ${name}: ${read.message}`);
			return [name, read.text];
		}),
	);
}
