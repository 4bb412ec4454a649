// The strategy half is kept by keys: projects, and what lies in them.
import {expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {chairDoes, flat, focusOf, into, lineWith, open, selectedLine, statusLine} from './scene.ts';

const add = (list: string, fields: Record<string, unknown>): Change => ({
	kind: 'record/add',
	list,
	fields,
});
const withMilestones = () =>
	after(
		makeDatabase(),
		{kind: 'milestone/add', project: 'P1-02', title: 'Pilot', approved: '2026-12-01'},
		{kind: 'milestone/add', project: 'P1-02', title: 'Go live', approved: '2027-03-01'},
		add('projects/P1-02/risks', {event: 'No parts', current: {likelihood: 4, impact: 4}}),
	);

test('e edits a project where the cursor is, and only what was typed into', async () => {
	const app = await open({}, '3', 'j', 'record.edit');
	await into(app, 'due', '');
	await app.press('end', ...Array.from({length: 20}, () => 'backspace'));
	await app.type('30 Apr 2027');
	await app.press('form.save');
	await expect(app).toShow('Saved r2: Secretary edited due of P1-02 Laptop Refresh');
	expect(selectedLine(app)).toContain('P1-02');
	const {projects} = app.store.read();
	expect(projects[1]).toMatchObject({due: '2027-04-30', originalDue: '2027-03-31'});
});

test('a sum is typed as people write it, and keeps its currency', async () => {
	const app = await open({}, '3', 'record.edit');
	await into(app, 'money.approved', '2.4m EUR');
	await expect(app).toShow('€2,400,000');
	await app.press('form.save');
	expect(app.store.read().projects[0]?.money).toEqual({
		approved: {amount: 2_400_000, currency: 'EUR'},
	});
});

test.each([
	['due', 'soon', '“soon” is not a date: type 12 Oct, +2w, fri or 2020-10-12'],
	['money.approved', 'a lot', '“a lot” is not a sum of money: type £250,000, 250k or 2.4m EUR'],
	['dependsOn', 'P9', '“P9” is not one of P1-01, P1-02, P1-03, P2-01 …'],
	['dependsOn', 'P1', '“P1” may be P1-01, P1-02, P1-03: type more of it'],
])('%s as “%s” is told to be wrong where it was typed', async (field, typed, why) => {
	const app = await open({}, '3', 'record.edit');
	await into(app, field, typed);
	await app.press('form.save');
	expect(flat(app)).toContain(why);
	expect(focusOf(app)).toBe(field);
});

test('N makes a project under the priority that is walked', async () => {
	const app = await open({}, '2', 'walk.next-priority', 'record.add');
	await expect(app).toShow('New project');
	await app.type('Archive');
	await app.press('form.save');
	await expect(app).toShow('entered project P2-03 “Archive”: Proposed', 'P2-03');
});

test('m shows the milestones of a project, on the one that comes next', async () => {
	const app = await open({database: withMilestones()}, '2', 'project.milestones');
	await expect(app).toShow('Milestones of P1-02 Laptop Refresh', 'on course');
	expect(selectedLine(app)).toContain('MS-1');
	await app.press('escape');
	expect(selectedLine(app)).toContain('P1-02');
});

test('a milestone that is expected later is told to slip, with the days', async () => {
	const app = await open({database: withMilestones()}, '2', 'project.milestones', 'record.edit');
	expect(focusOf(app)).toBe('forecast');
	await app.type('15 Dec 2026');
	await app.press('form.save');
	await expect(app).toShow('slipping +14 days');
	expect(statusLine(app)).toContain('changed milestone “Pilot” of P1-02 Laptop Refres');
});

test('k in Walk, as r anywhere, shows the risks of a project', async () => {
	const app = await open({database: withMilestones()}, '2', 'walk.risks');
	await expect(app).toShow('Risks of P1-02 Laptop Refresh', '16 HIGH', 'No parts');
	const other = await open({database: withMilestones()}, '3', 'j', 'project.risks');
	await expect(other).toShow('Risks of P1-02 Laptop Refresh');
});

test('a list that is empty says which key begins it', async () => {
	const app = await open({}, '3', 'project.risks');
	await expect(app).toShow('None yet: N makes a risk.');
	await app.press('record.add');
	await app.type('Flood');
	await into(app, 'current', '3x5');
	await app.press('form.save');
	await expect(app).toShow('15 HIGH', 'Flood');
});

test('K and J move a milestone up and down, and the cursor goes along', async () => {
	const app = await open(
		{database: withMilestones()},
		'3',
		'j',
		'project.milestones',
		'record.down',
	);
	await expect(app).toShow('reordered the milestones of P1-02 Laptop Refresh');
	expect(selectedLine(app)).toContain('MS-1');
	expect(app.store.read().projects[1]?.milestones?.map(({id}) => id)).toEqual(['MS-2', 'MS-1']);
	await app.press('record.up');
	expect(app.store.read().projects[1]?.milestones?.map(({id}) => id)).toEqual(['MS-1', 'MS-2']);
});

test('Backspace asks before it takes a milestone off; u brings it back', async () => {
	const app = await open(
		{database: withMilestones()},
		'3',
		'j',
		'project.milestones',
		'record.remove',
	);
	await expect(app).toShow('Take milestone MS-1 off?', 'Pilot');
	await app.press('confirm.yes');
	await expect(app).toShow('took milestone “Pilot” off P1-02 Laptop Refresh');
	expect(selectedLine(app)).toContain('MS-2');
	await app.press('act.undo', 'confirm.yes');
	expect(app.store.read().projects[1]?.milestones?.map(({id}) => id)).toEqual(['MS-1', 'MS-2']);
});

test('the page of a project tells its milestones and risks', async () => {
	const app = await open({database: withMilestones()}, '3', 'j', 'list.open');
	await expect(app).toShow(
		'Milestones: m keeps them',
		'01 Dec 2026',
		'Pilot',
		'Risks: r keeps them',
		'16 HIGH',
	);
});

test('what somebody else did to a field in the meantime is told, and saving again puts mine there', async () => {
	const app = await open(
		{database: withMilestones()},
		'3',
		'j',
		'project.milestones',
		'record.edit',
	);
	await app.type('15 Dec 2026');
	await chairDoes(app.store, {
		kind: 'milestone/edit',
		project: 'P1-02',
		id: 'MS-1',
		fields: {forecast: {to: '2027-01-10'}},
	});
	await app.press('form.save');
	expect(flat(app)).toContain('Chair (login reed) set this to');
	await app.press('form.save');
	expect(app.store.read().projects[1]?.milestones?.[0]?.forecast).toBe('2026-12-15');
});

test('a project that others refer to is not taken off', async () => {
	const app = await open({}, '3', 'j', 'record.remove', 'confirm.yes');
	expect(lineWith(app, 'Not saved')).toContain('P2-01 Online Forms still refers to project P1-02');
});

test('a risk opens with what lies in it, and N under a heading adds to that list', async () => {
	const app = await open({database: withMilestones()}, '3', 'j', 'project.risks', 'list.open');
	await expect(app).toShow(
		'Risk RK-1',
		'Score now',
		'4 × 4 = 16',
		'Controls',
		'none yet: N makes a control',
	);
	await app.press('record.add');
	await app.type('A second supplier');
	await app.press('form.save');
	await expect(app).toShow('RC-1', 'A second supplier');
});

test('putting off what others wait for is warned of, and stops nobody', async () => {
	const app = await open({}, '3', 'j', 'project.status', 'h');
	await expect(app).toShow('P2-01 Online Forms waits for this.');
	await app.press('enter');
	await expect(app).toShow('set P1-02 Laptop Refresh from In progress to On hold');
	const other = await open({}, '3', 'j', 'j', 'project.status', 'x');
	expect(other.text()).not.toContain('waits for this');
});

test('so is a later day', async () => {
	const app = await open({}, '3', 'j', 'record.edit');
	await into(app, 'forecastDue', '+1y');
	await expect(app).toShow('P2-01 Online Forms waits for this.');
});

// Between meetings a programme manager does ten updates in five minutes: 30 seconds each, with what is typed.
test('ten updates are made without leaving the list, in less than eight keys each besides the words', async () => {
	const database = makeDatabase();
	const [first] = database.projects;
	const projects = Array.from({length: 10}, (_, index) => ({
		...first!,
		id: `P1-${String(index + 10)}`,
		status: 'in-progress' as const,
		confidence: 'green' as const,
		updates: [],
	}));
	const app = await open({database: {...database, projects, decisions: []}}, '3');
	let keys = 0;
	const press = async (...names: string[]) => {
		keys += names.length;
		await app.press(...names);
	};
	for (const [index] of projects.entries()) {
		if (index > 0) await press('j');
		// Status, on to the confidence, amber, on to the note, the words, done.
		await press('project.status', 'tab', 'a', 'tab');
		await app.type(`Late by ${index} days.`);
		await press('form.save');
		expect(app.session.getState().stack.at(-1)?.screen).toBe('portfolio');
	}
	const after = app.store.read().projects;
	expect(after.map(({confidence, updates}) => [confidence, updates.at(-1)?.note])).toEqual(
		projects.map((_, index) => ['amber', `Late by ${index} days.`]),
	);
	expect(keys).toBeLessThanOrEqual(10 * 6);
});

test.each<[what: string, keys: number, before: string[], typed: string, after: string[]]>([
	['a comment', 3, ['project.comment'], 'Going well.', ['form.save', 'j']],
	[
		'a milestone that is expected later',
		5,
		['project.milestones', 'record.edit'],
		'15 Jan 2027',
		['form.save', 'escape', 'j'],
	],
	[
		'another score of a risk',
		9,
		['project.risks', 'record.edit', 'tab', 'tab', 'tab', 'ctrl+u'],
		'2x4',
		['form.save', 'escape', 'j'],
	],
])(
	'%s costs %i keys besides the words, and the cursor goes on in the list',
	async (_, keys, before, typed, after) => {
		expect(before.length + after.length).toBe(keys);
		const app = await open({database: withMilestones()}, '3', 'j');
		expect(selectedLine(app)).toContain('P1-02');
		await app.press(...before);
		await app.type(typed);
		await app.press(...after);
		expect(app.store.read().revision).toBe(withMilestones().revision + 1);
		expect(app.session.getState().stack.at(-1)?.screen).toBe('portfolio');
		expect(selectedLine(app)).toContain('P1-03');
	},
);
