// A paper comes in from the Meeting screen: its file is asked for, what was found is judged with the passage beside
// it, and all of it is one act.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {importer} from '../../source/commands/importer.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import type {Kept} from '../../source/ui/drafts.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {makeDatabase} from '../helpers/database.ts';
import {type App, chairDoes, flat, lineWith, open, selectedLine, statusLine} from './scene.ts';

const report = `**Title:** New telephones

**Reference:** IMT/26/9

**Recommendations**

1. That they be bought.
2. That the old ones be given away.

**Reasons**

The old ones are dead.

**Why on earth**

Nobody can ring the depot.
`;

/** A folder with a file in it. */
function fileOf(content: string, name = 'report.md'): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'boardwalk-paper-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	const file = path.join(folder, name);
	writeFileSync(file, content);
	return file;
}

type Options = {database?: Database; kept?: Kept[]; columns?: number; rows?: number};

/** At the Meeting screen, with the form that asks for a file. */
async function asked({kept, ...options}: Options = {}): Promise<App> {
	const drafts = kept && {
		keep: (one: Kept | undefined) => void kept.splice(0, 1, ...(one ? [structuredClone(one)] : [])),
		flush() {},
		forget: async () => true,
	};
	return open({...options, shell: {importer, ...(drafts ? {drafts} : {})}}, '4', 'I');
}

/** A paper that was read. */
async function read(content = report, options: Options & {name?: string} = {}): Promise<App> {
	const app = await asked(options);
	await app.type(fileOf(content, options.name));
	await app.press('enter');
	return app;
}

const added = (app: App) => app.database().reports.at(-1);

const go = async (app: App, label: string): Promise<void> => {
	await app.press('g');
	for (let left = 40; left > 0 && !selectedLine(app).includes(label); left--) await app.press('j');
	expect(selectedLine(app)).toContain(label);
};

test('what was found is listed with what is missing, the passage below it', async () => {
	const app = await read();
	await expect(app).toShow('New telephones  a decision report for M-2');
	await expect(app).toShow('I brings in: report R-2, an item on the agenda of M-2.');
	expect(lineWith(app, 'taken')).toContain('not found: Body or decision-maker, Date');
	expect(selectedLine(app)).toMatch(/✓ take +Title +New telephones/);
	await go(app, 'Reasons');
	await expect(app).toShow('In the paper, blocks 6 to 7', 'The old ones are dead.');
	await go(app, 'Date');
	expect(selectedLine(app)).toMatch(/○ none +Date +not found/);
});

test('what the passage says in full is told once, what it does not is told under its name', async () => {
	const app = await read();
	await go(app, 'Reasons');
	expect(app.text()).not.toMatch(/─ Reasons ─/);
	expect(lineWith(app, 'In the paper, blocks 6 to 7')).toMatch(/^─ In the paper/);
	await go(app, 'Heading');
	expect(lineWith(app, '! not understood')).not.toBe('');
	expect(app.text()).toMatch(/─ Heading ─/);
});

test('what a heading can mean is listed to the last', async () => {
	const app = await read();
	await go(app, 'Heading');
	await app.press('m');
	expect(flat(app)).toMatch(/One of title, body, .*, backgroundPapers, other\./);
});

test('with 120 columns the passage stands beside the list', async () => {
	const app = await read(report, {columns: 120, rows: 40});
	expect(lineWith(app, 'In the paper, block 1')).toMatch(/^I brings in: .* ─ In the paper/);
	expect(app.text()).not.toContain('─ Title');
});

test('I asks, Enter makes one act: the report, and its item, selected on the agenda', async () => {
	const app = await read();
	await app.press('paper.bring-in');
	await expect(app).toShow('Bring it in, as one act?', 'u takes it back.');
	expect(app.database().revision).toBe(0);
	await app.press('enter');
	const {log} = app.database();
	expect(added(app)).toMatchObject({
		id: 'R-2',
		title: 'New telephones',
		recommendations: ['That they be bought.', 'That the old ones be given away.'],
	});
	// The first entry takes the file as it was found.
	expect(log.map(({revision, actor}) => [revision, actor.name])).toEqual([
		[1, 'Secretary'],
		[2, 'Secretary'],
	]);
	expect(selectedLine(app)).toContain('New telephones');
	await app.press('u', 'enter');
	expect(added(app)?.id).toBe('R-1');
	expect(app.database().meetings.flatMap(({agenda}) => agenda)).not.toContainEqual(
		expect.objectContaining({title: 'New telephones'}),
	);
});

test('the decision form of the item is prefilled from the report', async () => {
	const app = await read();
	await app.press('paper.bring-in', 'confirm.yes', 'o', 'G', 'd');
	await expect(app).toShow('Decision on item', 'New telephones', 'That they be bought.');
	expect(flat(app)).toContain('Reasons The old ones are dead.');
});

test('s skips a finding and takes it again', async () => {
	const app = await read();
	await go(app, 'Recommendation 2');
	await app.press('s');
	expect(selectedLine(app)).toMatch(/✗ skip +Recommendation 2/);
	expect(lineWith(app, 'taken')).toContain('1 skipped');
	await app.press('s');
	expect(selectedLine(app)).toMatch(/✓ take +Recommendation 2/);
	await app.press('s', 'paper.bring-in');
	await expect(app).toShow('Left out: Recommendation 2.');
	await app.press('enter');
	expect(added(app)?.recommendations).toEqual(['That they be bought.']);
});

test('e edits a finding where it was found, in the ordinary form', async () => {
	const app = await read();
	await go(app, 'Reasons');
	await app.press('e', 'end');
	await app.type(' All of them.');
	await app.press('ctrl+d');
	expect(selectedLine(app)).toMatch(/✓ edited +Reasons +The old ones are dead. All of them./);
	await app.press('paper.bring-in', 'confirm.yes');
	expect(added(app)?.reasons).toBe('The old ones are dead. All of them.');
});

test('e gives what the paper lacks; what cannot be read is told where it is typed', async () => {
	const app = await read();
	await go(app, 'Date');
	await app.press('e');
	await app.type('soon');
	await app.press('enter');
	await expect(app).toShow('“soon” is not a date: type one such as 12 May 2026');
	await app.press('ctrl+u');
	await app.type('12 May 2026');
	await app.press('enter');
	expect(lineWith(app, ' Date ')).toMatch(/✓ edited +Date +12 May 2026/);
	await app.press('paper.bring-in', 'confirm.yes');
	expect(added(app)?.date).toBe('2026-05-12');
});

test('an edited value that cannot be read stays in its form', async () => {
	const app = await read(report.replace('IMT/26/9', 'IMT/26/9\n\n**Date:** 12 May 2026'));
	await go(app, 'Date');
	await app.press('e', 'ctrl+u');
	await app.type('someday');
	await app.press('enter');
	await expect(app).toShow('“someday” is not a date', '▸ To be        someday');
});

test('m says what a heading is', async () => {
	const app = await read();
	await go(app, 'Why on earth');
	await app.press('m');
	await expect(app).toShow('In the paper Why on earth', 'scrutiny, implications');
	await app.type('scrutiny');
	await app.press('enter');
	expect(lineWith(app, 'Scrutiny comments')).toContain('Nobody can ring the depot.');
});

test('a word that a heading cannot mean is refused in the form', async () => {
	const app = await read();
	await go(app, 'Why on earth');
	await app.press('m');
	await app.type('nonsense');
	await app.press('enter');
	await expect(app).toShow('a heading cannot be “nonsense”', '▸ means        nonsense');
});

test('an exempt paper waits until its paragraph is named, by keys and not by flags', async () => {
	const app = await read(`**Exempt:** Yes\n\n${report}`);
	await expect(app).toShow('Not yet: the paper is marked exempt');
	// Why is read whole before anything is pressed.
	expect(flat(app)).toContain('say which with e on Exempt (3 or no)');
	await app.press('paper.bring-in');
	expect(flat(app)).toContain('say which with e on Exempt (3 or no)');
	await go(app, 'Exempt');
	await app.press('e', 'ctrl+u');
	await app.type('3');
	await app.press('form.enter', 'paper.bring-in', 'confirm.yes');
	const held = app.database().meetings.find(({id}) => id === 'M-2');
	expect(added(app)?.exempt).toEqual({paragraphs: [3]});
	expect(held?.agenda.at(-1)).toMatchObject({exempt: {paragraphs: [3]}});
});

test('where the agenda is out, it asks why the item cannot wait', async () => {
	const database = cabinetDatabase();
	const app = await open({database, shell: {importer}}, '4', ']', ']', 'I');
	await app.type(fileOf(report));
	await app.press('enter');
	await go(app, 'Why it is urgent');
	await app.press('paper.bring-in');
	await expect(app).toShow('Not yet: the agenda is out');
	await app.press('e');
	await app.type('The line is cut off on Friday');
	await app.press('form.enter', 'paper.bring-in', 'confirm.yes');
	const {agenda = []} = app.database().meetings.find(({id}) => id === 'M-4') ?? {};
	expect(agenda).toContainEqual(
		expect.objectContaining({title: 'New telephones', urgency: 'The line is cut off on Friday'}),
	);
});

describe('a table of projects', () => {
	const table = 'Project,Where,Status\nHelpdesk,P1,Delivered\nLamps,P1,Zorg\n';
	const database = () => {
		const made = makeDatabase();
		const [first] = made.projects;
		if (first) Object.assign(first, {title: 'Helpdesk', status: 'in-progress'});
		return made;
	};

	test('shows what would change before it does; columns and words can be mapped', async () => {
		const app = await read(table, {name: 'table.csv', database: database()});
		await go(app, 'Row 2');
		expect(selectedLine(app)).toContain('P1-01 Helpdesk: In progress → Delivered');
		await go(app, 'Row 3');
		expect(flat(app)).toContain('say what it means with m (“Zorg” means cancelled)');
		// The word that nobody knows stands in the form already.
		await app.press('m');
		await app.type('on-hold');
		await app.press('enter');
		await go(app, 'Row 3');
		expect(app.text()).toContain('it names no priority: give one for all with e on Priority (P1)');
		await go(app, 'Where');
		expect(selectedLine(app)).toContain('not read');
		await app.press('e');
		await app.type('priority');
		await app.press('enter');
		await go(app, 'Row 3');
		expect(selectedLine(app)).toContain('Lamps: new, On hold, in P1');
		await app.press('paper.bring-in');
		await expect(app).toShow('1 project, new, 1 changed', 'In progress → Delivered');
		expect(app.database().revision).toBe(0);
		await app.press('enter');
		expect(app.database().revision).toBe(2);
		expect(app.database().projects).toContainEqual(
			expect.objectContaining({title: 'Lamps', priority: 'P1', status: 'on-hold'}),
		);
		expect(app.database().projects[0]?.status).toBe('delivered');
	});

	test('one row can be skipped', async () => {
		const app = await read(table, {name: 'table.csv', database: database()});
		await go(app, 'Row 2');
		await app.press('s');
		await expect(app).toShow('Not yet: nothing would change');
	});

	test('what somebody else did meanwhile is not overwritten; R reads the file again', async () => {
		const app = await read(table, {name: 'table.csv', database: database()});
		await chairDoes(app.store, {
			kind: 'project/status',
			id: 'P1-01',
			from: 'in-progress',
			to: 'on-hold',
		});
		await app.press('paper.bring-in', 'confirm.yes');
		expect(flat(app)).toContain('Not saved:');
		expect(app.database().projects[0]?.status).toBe('on-hold');
		await app.press('R');
		await go(app, 'Row 2');
		expect(selectedLine(app)).toContain('On hold → Delivered');
	});
});

test('a strategy comes in with its priorities and projects', async () => {
	const paper = `# Digital Strategy 2027-2030

## Priority 1 – Mend the telephones
**Projects**

- Replace the switchboard – In progress

## Priority 2 – Mend the roads
**Projects**

- Gritters by night – Complete
`;
	const app = await read(paper, {database: makeDatabase({strategies: [], projects: []})});
	await expect(app).toShow('a strategy with 2 priorities', '2 projects, new');
	await app.press('paper.bring-in', 'confirm.yes');
	expect(app.database().strategies[0]?.priorities.map(({title}) => title)).toEqual([
		'Mend the telephones',
		'Mend the roads',
	]);
	await expect(app).toShow('Saved r2');
});

describe('the file', () => {
	test.each([
		['no such thing', '/nowhere/at/all.md', 'there is no file /nowhere/at/all.md'],
		['a folder', os.tmpdir(), 'is a folder; name the file in it'],
		['nothing', '', 'name the file; Tab shows what there is'],
	])('%s is told in the form, which stays', async (_, typed, told) => {
		const app = await asked();
		await app.type(typed);
		await app.press('enter');
		expect(flat(app)).toContain(told);
		await expect(app).toShow('Bring a paper in, for M-2');
	});

	test('what is not a paper is told in one line', async () => {
		const app = await read('%PDF-1.7 …', {name: 'report.pdf'});
		expect(flat(app)).toMatch(/report\.pdf: .*PDF/);
		await expect(app).toShow('Bring a paper in, for M-2');
	});

	test('Tab completes a path, and tells what there is to choose from', async () => {
		const app = await asked();
		const file = fileOf(report, 'depot-report.md');
		const folder = path.dirname(file);
		writeFileSync(path.join(folder, 'depot-plan.md'), report);
		mkdirSync(path.join(folder, 'old'));
		await app.type(`${folder}/d`);
		await app.press('tab');
		const value = () => app.session.getState().stack.at(-1)?.form?.values['path']?.value;
		expect(value()).toBe(`${folder}/depot-`);
		await app.press('tab');
		expect(statusLine(app)).toBe('depot-plan.md  depot-report.md');
		await app.press('r', 'tab');
		expect(value()).toBe(file);
		await app.press('ctrl+u');
		await app.type(`${folder}/o`);
		await app.press('tab');
		expect(value()).toBe(`${folder}/old/`);
		await app.type('x');
		await app.press('tab');
		expect(statusLine(app)).toContain('nothing begins with');
	});

	test('~ is the home folder, and quotes that a terminal puts around a dropped file are not part of it', async () => {
		const file = fileOf(report, 'my report.md');
		const before = process.env['HOME'];
		process.env['HOME'] = path.dirname(file);
		onTestFinished(() => void (process.env['HOME'] = before));
		for (const typed of ['~/my report.md', `'${file}'`, file.replace(' ', '\\ ')]) {
			const app = await asked();
			await app.type(typed);
			await app.press('enter');
			await expect(app).toShow('New telephones  a decision report');
		}
	});
});

describe('what was said of a paper is kept', () => {
	test('Esc leaves it; I brings it back with everything that was said', async () => {
		const app = await read();
		await go(app, 'Recommendation 2');
		await app.press('s', 'escape');
		await expect(app).toShow('Kept what you said of the paper; I brings it back.');
		await app.press('I', 'enter');
		expect(lineWith(app, 'Recommendation 2')).toContain('✗ skip');
	});

	test('another screen may be looked at meanwhile', async () => {
		const app = await read();
		await go(app, 'Recommendation 2');
		await app.press('s', '3', '4', 'I', 'enter');
		expect(lineWith(app, 'Recommendation 2')).toContain('✗ skip');
	});

	test('it outlives the session, like any draft', async () => {
		const kept: Kept[] = [];
		const first = await read(report, {kept});
		await go(first, 'Recommendation 2');
		await first.press('s');
		const [left] = kept;
		if (!left) throw new Error('nothing was kept');
		const next = await open({shell: {importer}});
		next.session.send({kind: 'left', kept: left, token: 1});
		await next.press('enter', 'enter');
		expect(lineWith(next, 'Recommendation 2')).toContain('✗ skip');
		await next.press('paper.bring-in', 'confirm.yes');
		expect(selectedLine(next)).toContain('New telephones');
	});

	test('once it is in, it is no longer half written', async () => {
		const kept: Kept[] = [];
		const app = await read(report, {kept});
		await app.press('s', 's', 'paper.bring-in', 'confirm.yes');
		expect(kept).toEqual([]);
		await app.press('q');
		expect(app.hasLeft()).toBe(true);
	});
});

test('one key releases a paper that seems exempt, and it comes in public', async () => {
	const app = await read(
		report.replace('**Recommendations**', '**Status:** Not for publication\n\n**Recommendations**'),
	);
	await go(app, 'Exempt');
	expect(selectedLine(app)).toContain('Yes');
	await app.press('paper.release');
	await go(app, 'Exempt');
	expect(selectedLine(app)).toContain('No');
	await app.press('paper.bring-in', 'confirm.yes');
	expect(added(app)).toMatchObject({title: 'New telephones'});
	expect(added(app)).not.toHaveProperty('exempt');
});

test('there is nothing to release in a paper that is public', async () => {
	const app = await read();
	await app.press('paper.release');
	expect(statusLine(app)).toContain('nothing in it is kept private');
});

test('a session that only looks on, and a meeting that is over, take no papers', async () => {
	const database = cabinetDatabase();
	const looking = await open({publicOnly: true, shell: {importer}}, '4', 'I');
	expect(statusLine(looking)).toContain('it only shows');
	const over = await open({database, shell: {importer}}, '4', '[', 'I');
	await expect(over).toShow('I: the meeting is closed; its agenda stands');
});

test('keys for decisions and actions do nothing while a paper is looked at', async () => {
	const app = await read();
	await app.press('d', 'a', 'c');
	await expect(app).toShow('New telephones  a decision report');
});

test('text of a paper never reaches the terminal as a control sequence', async () => {
	const app = await read(
		report.replace('The old ones', '\u001b]0;pwned\u0007The \u009b31mold ones'),
	);
	await go(app, 'Reasons');
	expect(app.frame()).not.toMatch(/\u001b\]|\u009b|\u0007/);
});
