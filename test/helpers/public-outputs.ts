// Everything that the program shows or hands out to the public of a database, as text.
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {exported} from '../../source/commands/export.ts';
import {overviewDocument} from '../../source/documents/overview.ts';
import {toText} from '../../source/documents/text.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {memoryStore} from '../../source/store/memory.ts';
import type {ShownPlace} from '../../source/store/store.ts';
import type {Key} from '../../source/ui/keys.ts';
import {run} from '../commands/run.ts';
import {unzip} from '../documents/zip.ts';
import {wallLines} from '../../source/ui/wall/wall.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {Session} from '../../source/ui/session.ts';
import {now, secretary, start} from './screens.tsx';

export type Output = {name: string; text: string};

/** What a Word file or a workbook holds. */
const unpacked = (out: string): string =>
	[...unzip(Buffer.from(out, 'latin1')).values()].join('\n');

const documentFormats = ['md', 'html', 'text', 'json', 'docx'];

/** How much is made: of every kind and format, or of each kind one or two. */
export type Extent = 'all' | 'some';

/** Runs what makes public papers on a file; a refusal is an output as well. */
async function papers(file: string, database: Database, extent: Extent): Promise<Output[]> {
	const formats = extent === 'all' ? documentFormats : ['md', 'json'];
	const meetings = database.meetings.map(({id}) => id);
	const decisions = database.decisions.map(({id}) => id);
	/** Where each sentence comes from: acts of the log, with what was done. */
	const traced = new Set(['md', 'json']);
	const traces = (file: string, format: string) => {
		const how = ['--format', format, '--public', '--trace'];
		return [
			...meetings.flatMap((id) => [
				['minutes', file, id, ...how],
				['highlights', file, '--meeting', id, ...how],
			]),
			...(extent === 'all' ? decisions : decisions.slice(-1)).map((id) => [
				'notice',
				file,
				id,
				...how,
			]),
			['register', file, ...how],
			['interests', file, ...how],
		];
	};
	const commands = [
		...formats.flatMap((format) => [
			...meetings.flatMap((id) => [
				['minutes', file, id, '--format', format, '--public'],
				['agenda', file, id, '--format', format, '--public'],
				['pack', file, id, '--format', format, '--public'],
				['highlights', file, '--meeting', id, '--format', format, '--public'],
			]),
			...(extent === 'all' ? decisions : decisions.slice(-2)).map((id) => [
				'notice',
				file,
				id,
				'--format',
				format,
				'--public',
			]),
			['register', file, '--format', format, '--public'],
			['interests', file, '--format', format, '--public'],
			...(traced.has(format) ? traces(file, format) : []),
			['review', file, '--format', format, '--public'],
			['portfolio', file, '--format', format, '--public'],
			['forward-plan', file, '--format', format],
		]),
		...['table', 'csv', 'ics', 'json'].map((format) => [
			'actions',
			file,
			'--format',
			format,
			'--public',
		]),
		...['json', 'xlsx', 'ics', 'markdown'].map((format) => [
			'export',
			file,
			'--format',
			format,
			'--public',
		]),
		...(extent === 'all' ? exported : exported.slice(0, 0)).map((name) => [
			'export',
			file,
			'--format',
			'csv',
			'--collection',
			name,
			'--public',
		]),
	];
	const outputs: Output[] = [];
	for (const command of commands) {
		const {out, error} = await run(command);
		const text = out.startsWith('PK') ? unpacked(out) : out;
		outputs.push({name: command.filter((word) => word !== file).join(' '), text: text + error});
	}
	return outputs;
}

/** A public copy, and what its log and its tables tell. */
async function copies(file: string, folder: string, database: Database): Promise<Output[]> {
	const copy = path.join(folder, 'public.json');
	const outputs: Output[] = [];
	const keep = (name: string, {out, error}: {out: string; error: string}) =>
		outputs.push({name, text: out + error});
	keep('copy --public', await run(['copy', file, copy, '--public']));
	outputs.push({name: 'the public copy', text: readFileSync(copy, 'utf8')});
	for (const args of [
		['log', copy],
		['log', copy, '--format', 'json'],
		['decisions', copy],
		['decisions', copy, '--format', 'csv'],
		['projects', copy],
		['actions', copy],
		['check', copy],
		...database.meetings.map(({id}) => ['minutes', copy, id]),
	]) {
		keep(`of the copy: ${args.filter((word) => word !== copy).join(' ')}`, await run(args));
	}
	rmSync(copy);
	return outputs;
}

/** What `publish --public` writes into a folder. */
async function published(file: string, folder: string, database: Database): Promise<Output[]> {
	const target = path.join(folder, 'published');
	mkdirSync(target, {recursive: true});
	const outputs: Output[] = [];
	for (const {id} of database.meetings) {
		const {out, error} = await run(['publish', file, id, '--folder', target, '--public']);
		outputs.push({name: `publish ${id}`, text: out + error});
	}
	for (const name of readdirSync(target)) {
		outputs.push({name, text: readFileSync(path.join(target, name), 'utf8')});
	}
	rmSync(target, {recursive: true});
	return outputs;
}

const tours: Key[][] = [
	['1'],
	['2', 'n', 'n'],
	['3', 'enter'],
	['4', ']', 'L', 'G'],
	['5', 'enter'],
	['6'],
	['7', 'G'],
	['8', 'enter'],
];

/** Where others can be: at each record that the database has, a form about it open. */
const placesIn = (database: Database): ShownPlace[] => {
	const places: ShownPlace[] = [
		...database.projects.map(({id}) => ({screen: 'project', id})),
		...database.decisions.map(({id}) => ({screen: 'decision', id, selected: `decisions/${id}`})),
		...database.notices.map(({id}) => ({screen: 'notice', id})),
		...database.actions.map(({id}) => ({screen: 'register', selected: `actions/${id}`})),
		...database.strategies.flatMap(({priorities}) =>
			priorities.map(({id}) => ({screen: 'walk', id, selected: `priorities/${id}`})),
		),
	];
	return places.map((place) => ({
		...place,
		doing: `filling in a form on ${place.id ?? place.selected ?? ''}`,
	}));
};

/** Who is here, to a public session that follows, wherever the others are and whoever of them leads. */
async function company(database: Database): Promise<Output[]> {
	const store = memoryStore(database);
	const others = placesIn(database).map((place, index) => ({
		place,
		presence: store.join({actor: {user: `u${index}`, host: 'council'}, session: `s${index}`}),
	}));
	for (const {place, presence} of others) presence.show(place);
	const app = await start({store, publicOnly: true, columns: 200, rows: 60});
	await app.press('W');
	const outputs = [{name: 'who is here', text: app.text()}];
	await app.press('escape', 'F');
	for (const {place, presence} of others) {
		presence.show({...place, leads: '2026-11-22T10:00:00.000Z'});
		await app.session.idle();
		outputs.push({name: `following to ${JSON.stringify(place)}`, text: app.text()});
		presence.show(place);
		await app.session.idle();
	}
	outputs.push({name: 'who a session knows', text: JSON.stringify(app.session.getState().here)});
	await store.close();
	return outputs;
}

/** The eight screens of a public session, page after page, and all that such a session holds. */
async function screens(database: Database, extent: Extent): Promise<Output[]> {
	const outputs: Output[] = [];
	for (const [columns, rows] of [
		[80, 24],
		[200, 60],
	] as const) {
		const app = await start({database, publicOnly: true, columns, rows});
		for (const tour of tours) {
			for (const key of [
				...tour,
				...(extent === 'all' ? ([' ', ' ', 'escape', 'j'] as Key[]) : []),
			]) {
				await app.press(key);
				outputs.push({name: `screen ${tour[0]} ${key} at ${columns}×${rows}`, text: app.text()});
			}
			await app.press('escape', 'escape');
		}
		outputs.push({name: 'state', text: JSON.stringify(app.session.getState())});
	}
	return outputs;
}

/** The screen for the room, wherever the meeting is: at each of its items in turn, at two sizes. */
function wall(view: Database): Output[] {
	const theme = themeFor({LANG: 'C.UTF-8', NO_COLOR: '1'});
	const session = new Session(
		{
			store: memoryStore(view),
			who: secretary,
			now: () => now,
			edit: async (value) => ({value}),
			copy: async () => undefined,
			papers: async () => ({folder: ''}),
			quit() {},
		},
		{publicOnly: true, follow: true, columns: 80, rows: 24},
	);
	return view.meetings.flatMap((held) =>
		[undefined, ...held.agenda.map(({id}) => id)].flatMap((currentItem) => {
			const meetings = [{...held, status: 'open' as const, currentItem}];
			return [
				[80, 24],
				[200, 60],
			].map(([columns = 80, rows = 24]) => ({
				name: `the wall at ${held.id} ${currentItem ?? ''}, ${columns}×${rows}`,
				text: wallLines(
					{...session.getState(), database: {...view, meetings}, columns, rows},
					theme,
				).join('\n'),
			}));
		}),
	);
}

/** All public outputs of a database; `folder` is for files. */
export async function publicOutputs(
	database: Database,
	folder: string,
	extent: Extent,
): Promise<Output[]> {
	const file = path.join(folder, 'whole.json');
	writeFileSync(file, JSON.stringify(database));
	const view = publicView(database);
	return [
		...(await papers(file, database, extent)),
		...(await copies(file, folder, database)),
		...(await published(file, folder, database)),
		...(await screens(database, extent)),
		...(await company(database)),
		...wall(view),
		{name: 'overview', text: await toText(overviewDocument(view, '2026-11-22'))},
		{name: 'the view', text: JSON.stringify(view)},
		{name: 'sentences', text: view.log.map((entry) => tellEntry(view, entry)).join('\n')},
	];
}
