import {lawOfBoard} from '../domain/law/boards.ts';
import {mkdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {clean} from '../domain/clean.ts';
import type {Database, Meeting} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import type {Document} from '../documents/tree.ts';
import {type Command, type CommandContext, type Flag, Refusal, WrongUsage} from './command.ts';
import {type DocumentFormat, documentFormat, endingOf, render} from './document.ts';
import {findId} from './find.ts';
import {archiveFlag, withArchives} from './archives.ts';
import {readDatabase} from './open.ts';
import {deliver, expectFree, forceFlag} from './output.ts';
import {publicFlag} from './readers.ts';

const format: Flag = {
	...documentFormat,
	summary: 'web pages (the default), Markdown, Word files, plain text of 72 columns, or the data',
};

/** One file to be written, and what it is called on the screen. */
type Page = {name: string; about: string; document: () => Document; data: unknown};

/** What is not written, and why not. */
type Gap = {about: string; lacks: string[]};

const command: Command = {
	name: 'publish',
	usage: '<database> [meeting]',
	summary: 'writes the notices of a meeting’s complete decisions and its minutes into a folder',
	flags: {
		folder: {value: 'folder', summary: 'where the files go; made if it is not there'},
		format,
		public: publicFlag,
		archive: archiveFlag,
		force: {...forceFlag, summary: 'replace what an earlier run has written there'},
	},
	async run(context) {
		const folder = context.flags['folder'];
		if (typeof folder !== 'string' || folder === '') {
			throw new WrongUsage('say where the files go: --folder <folder>');
		}
		const found = await readDatabase(context);
		const meeting = await findHeld(found, context.arguments[1]);
		const database = await withArchives(context, found, meeting.id);
		const {pages, gaps} = await gather(context, database, meeting);
		if (pages.length > 0) await makeFolder(folder);
		const files = pages.map((page) => fileOf(context, folder, page));
		await expectFree(files, context.flags['force'] === true);
		for (const page of pages) {
			const file = await writePage(context, folder, page);
			context.out(`${clean(`wrote ${file}: ${page.about}`)}\n`);
		}
		for (const {about, lacks} of gaps) {
			context.out(`${clean(`not complete: ${about}`)}\n`);
			for (const lack of lacks) context.out(`${clean(`  lacks ${lack}`)}\n`);
		}
		const {sayWaiting} = await import('../domain/queries/public/marked.ts');
		const waits = sayWaiting(database);
		if (waits !== undefined) {
			const where =
				context.flags['public'] === true
					? 'not in what was written'
					: 'what was written may hold them: --public leaves them out';
			context.warn?.(`${waits} (boardwalk release lists them), ${where}`);
		}
		const missing = gaps.length > 0 ? `; ${gaps.length} not complete` : '';
		context.out(`${count(pages.length, 'file')} written${missing}\n`);
		return gaps.length > 0 ? 1 : 0;
	},
};
export default command;

/** The meeting that was named, else the last that was held. */
async function findHeld(database: Database, typed: string | undefined): Promise<Meeting> {
	const {latestMeeting} = await import('../domain/queries/strategy/portfolio.ts');
	const id = findId(database.meetings, typed, 'meeting') ?? latestMeeting(database)?.id;
	const meeting = database.meetings.find((one) => one.id === id);
	if (!meeting) throw new Refusal('no meeting has been held yet');
	if (meeting.status === 'planned') {
		throw new Refusal(`${meeting.id} ${meeting.title} has not been held yet`);
	}
	return meeting;
}

/** Everything that can be written, and what cannot yet. Steps of the meeting itself have no notices. */
async function gather(
	context: CommandContext,
	database: Database,
	meeting: Meeting,
): Promise<{pages: Page[]; gaps: Gap[]}> {
	const [{minutesOf}, {minutesDocument}, {noticesDue, statementOf}, {noticeDocument, sayLack}] =
		await Promise.all([
			import('../domain/queries/minutes/minutes.ts'),
			import('../documents/minutes.ts'),
			import('../domain/queries/minutes/statement.ts'),
			import('../documents/notice.ts'),
		]);
	const publicOnly = context.flags['public'] === true;
	const pages: Page[] = [];
	const gaps: Gap[] = [];
	for (const {id} of noticesDue(database, meeting.id)) {
		const statement = statementOf(database, id, {publicOnly});
		const warning = statement.exempt && !publicOnly ? ' (exempt: not for the public)' : '';
		const about = `${id} ${statement.title}${warning}`;
		if (statement.lacks.length > 0) gaps.push({about, lacks: statement.lacks.map(sayLack)});
		else {
			pages.push({
				name: `${id}-notice`,
				about,
				document: () => noticeDocument(statement),
				data: statement,
			});
		}
	}
	const minutes = minutesOf(database, meeting.id, {publicOnly});
	// One who decides alone has no minutes that are issued, approved and signed.
	const {alone} = lawOfBoard(minutes);
	const about = `${alone ? 'record' : `${minutes.status} minutes`} of ${meeting.id} ${meeting.title}`;
	const warning =
		minutes.exempt.length > 0 && !publicOnly ? ' (exempt matter in it: not for the public)' : '';
	if (meeting.status === 'closed') {
		pages.push({
			name: `${meeting.id}-minutes`,
			about: `${about}${warning}`,
			document: () => minutesDocument(minutes),
			data: minutes,
		});
	} else gaps.push({about, lacks: [`an end: the meeting is ${meeting.status}`]});
	return {pages, gaps};
}

/** The last folder of the path is made, but none above it: that would hide a slip of the keys. */
async function makeFolder(folder: string): Promise<void> {
	const found = await stat(folder).catch(() => undefined);
	if (found?.isDirectory()) return;
	if (found) throw new Refusal(`cannot write to ${folder}: it is not a folder`);
	try {
		await mkdir(folder);
	} catch (error) {
		const {codeOf, reasonOf} = await import('../store/reasons.ts');
		const why = codeOf(error) === 'ENOENT' ? 'there is no folder above it' : reasonOf(error);
		throw new Refusal(`cannot make the folder ${folder}: ${why}`);
	}
}

async function writePage(context: CommandContext, folder: string, page: Page): Promise<string> {
	const output = fileOf(context, folder, page);
	const meant = {...context, flags: {...context.flags, format: formatIn(context), output}};
	await deliver(meant, await render(meant, page.document, page.data));
	return output;
}

/** The format that was asked for; the flag takes no other. */
const formatIn = ({flags: {format: wanted}}: CommandContext): DocumentFormat =>
	typeof wanted === 'string' ? (wanted as DocumentFormat) : 'html';

function fileOf(context: CommandContext, folder: string, {name}: Page): string {
	const wanted = formatIn(context);
	// Both versions may lie in one folder.
	const suffix = context.flags['public'] === true ? '-public' : '';
	return path.join(folder, `${name}${suffix}.${endingOf[wanted]}`);
}
