// The tables that a key brings up: drawn by ink-table, in line whatever stands in them, told in words in linear mode.
import {expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {widthOf} from '../../source/ui/text/graphemes.ts';
import {after, makeDatabase, rollTaken} from '../helpers/database.ts';
import {listen} from '../helpers/listener.ts';
import {lineWith, newStore, open, type App} from './scene.ts';

const risk = (list: string, event: string, likelihood: number, impact: number): Change => ({
	kind: 'record/add',
	list,
	fields: {
		event,
		cause: 'Because of it',
		current: {likelihood, impact},
		target: {likelihood: 1, impact: 2},
		owner: 'Head of Digital',
	},
});
const withRisks = (...more: Change[]): Database =>
	after(
		makeDatabase(),
		risk('projects/P1-02/risks', 'No parts', 4, 4),
		risk('strategies/S-1/risks', '日本の会社が 🏳️‍🌈 遅れる', 5, 5),
		...more,
	);

const measure = (title: string, unit: string): Change => ({
	kind: 'record/add',
	list: 'strategies/S-1/measures',
	fields: {
		title,
		unit,
		better: 'up',
		frequency: 'quarter',
		kind: 'snapshot',
		targets: [{period: '2026', value: 85}],
	},
});
const reading = (period: string, value: number, provisional?: boolean): Change => ({
	kind: 'record/add',
	list: 'strategies/S-1/measures/ME-1/readings',
	fields: {period, value, ...(provisional ? {provisional} : {})},
});

/** What is seen of a table: its lines between the first upright and the last. */
const tableOf = (app: App): string[] =>
	app
		.text()
		.split('\n')
		.filter((text) => text.startsWith('│') || text.startsWith('|'));

const atRisks = (options: Parameters<typeof open>[0]) => open(options, '3', 'v', 'v', 'M');

test('M shows the risks as a table, the highest first, and goes back to the list', async () => {
	const app = await atRisks({database: withRisks()});
	await expect(app).toShow('2 risks, the highest first; 1–2 shown', 'No parts');
	const rows = tableOf(app);
	expect(rows[0]).toMatch(/Id +│ Of +│ Event +│ Now +│ Target/);
	expect(rows[1]).toMatch(/▸ RK-2 +│ S-1 +│ .*│ 25 HIGH +│ 2 low/);
	expect(rows[2]).toMatch(/RK-1 +│ P1-02 +│ No parts +│ 16 HIGH +│ 2 low/);
	await app.press('M');
	await expect(app).toShow('[Risks]');
});

test('wide characters and marks leave every row in line', async () => {
	const evil = risk('projects/P1-01/risks', 'A\u001B[2Jb\u200Ec\nsecond line', 1, 1);
	const app = await atRisks({database: withRisks(evil)});
	await expect(app).toShow('3 risks');
	const rows = tableOf(app);
	expect(rows).toHaveLength(4);
	expect(new Set(rows.map((row) => widthOf(row))).size).toBe(1);
	expect(app.text()).not.toContain('\u001B[2J');
	expect(app.text()).not.toContain('second line');
});

test('a wider window has more columns, and the narrower one says how many are left', async () => {
	const narrow = await atRisks({database: withRisks()});
	await expect(narrow).toShow('6 more columns in a wider');
	const wide = await atRisks({database: withRisks(), columns: 200, rows: 60});
	await expect(wide).toShow('Response', 'Because of it', 'Head of Digital');
	expect(wide.text()).not.toContain('in a wider window');
});

test('in ASCII the table has plain uprights, and no colour is needed to read it', async () => {
	const app = await atRisks({database: withRisks(), theme: themeFor({LANG: 'C'})});
	await expect(app).toShow('2 risks');
	const rows = tableOf(app);
	expect(rows[0]).toContain('| Of');
	expect(rows.join('')).toMatch(/^[\x20-\x7E]+$/);
});

test('the keys act upon the row that is marked', async () => {
	const app = await atRisks({database: withRisks()});
	await expect(app).toShow('2 risks');
	await app.press('j', 'record.edit');
	await expect(app).toShow('Risk RK-1  No parts');
});

test('of 2,000 risks no more are drawn than are seen', async () => {
	const database = withRisks();
	const [project] = database.projects;
	const risks = Array.from({length: 2000}, (_, index) => ({
		id: `RK-${index + 10}`,
		event: `Event ${index}`,
	}));
	const many = {...database, projects: [{...project, risks}, ...database.projects.slice(1)]};
	const app = await atRisks({database: many as Database});
	await expect(app).toShow('2002 risks');
	expect(tableOf(app).length).toBeLessThan(24);
	await app.press('G');
	await expect(app).toShow('–2002 shown');
});

test('M shows measures period by period, with what was aimed at', async () => {
	const database = after(
		makeDatabase(),
		measure('Calls answered', '%'),
		measure('Staff trained', 'people'),
		reading('2026-Q1', 81),
		reading('2026-Q2', 84, true),
	);
	const app = await open({database}, '3', 'v', 'v', 'v', 'M');
	await expect(app).toShow('2 measures, the newest period first');
	const rows = tableOf(app);
	expect(rows[0]).toMatch(/Standing +│ 2026-Q2 +│ 2026-Q1/);
	expect(rows[1]).toMatch(/Calls answered +│ % +│ off target +│ 84p \(85\) +│ 81 \(85\)/);
	expect(rows[2]).toMatch(/Staff trained +│ people +│ no reading +│ – +│ –/);
});

test('without risks and measures it says so', async () => {
	await expect(await atRisks({})).toShow('No risks are on record');
	await expect(await open({}, '3', 'v', 'v', 'v', 'M')).toShow('The strategy has no measures yet.');
});

const voted = (vote: object): Database => {
	const met = after(rollTaken(after(makeDatabase(), {kind: 'meeting/open', id: 'M-2'})));
	return after(met, {
		kind: 'decision/record',
		meeting: 'M-2',
		item: 'I-4',
		title: 'Telephones',
		resolution: 'That they be bought.',
		outcome: 'approved',
		reasons: 'They are old.',
		mover: 'reed',
		seconder: 'smith',
		...vote,
	});
};

test('M on a decision’s page shows who voted how', async () => {
	const database = voted({
		vote: {
			method: 'recorded',
			ballots: [
				{person: 'reed', vote: 'for'},
				{person: 'smith', vote: 'for'},
				{person: 'jones', vote: 'against'},
			],
		},
	});
	const app = await open({database}, '5', 'list.open', 'decision.votes');
	await expect(app).toShow('Votes on D-2', 'Motion');
	expect(lineWith(app, 'Jones')).toMatch(/│ +.*Jones +│ Against +│/);
	expect(lineWith(app, 'Result')).toMatch(/Result +│ carried/);
	await app.press('decision.votes');
	await expect(app).toShow('Resolution');
});

test('of a show of hands the table has the counts alone, of a decision without a vote nothing', async () => {
	const hands = {method: 'show-of-hands', for: 2, against: 1};
	const app = await open({database: voted({vote: hands})}, '5', 'list.open', 'decision.votes');
	await expect(app).toShow('Votes on D-2');
	expect(lineWith(app, 'Against')).toMatch(/Against +│ 1/);
	expect(lineWith(app, 'How')).toMatch(/How +│ Show of hands/);
	const none = await open({}, '5', 'list.open', 'decision.votes');
	await expect(none).toShow('M: no vote is on record');
});

test('by ear a table is told row by row, each cell with its heading', async () => {
	const ear = await listen({store: newStore(withRisks())});
	await ear.press('3', 'v', 'v', 'M');
	const heard = ear.heard().replaceAll(/\s+/g, ' ');
	expect(heard).toContain('Risks as a table; M goes back 2 rows');
	await ear.press('j');
	expect(ear.heard().replaceAll(/\s+/g, ' ')).toContain(
		'RK-1, Of: P1-02, Event: No parts, Now: 16 HIGH, Target: 2 low',
	);
	const votes = await listen({
		store: newStore(voted({vote: {method: 'show-of-hands', for: 2, against: 1}})),
	});
	await votes.press('5', 'enter', 'M');
	expect(votes.heard().replaceAll(/\s+/g, ' ')).toContain('Votes on D-2; M goes back');
});
