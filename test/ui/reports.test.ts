// Reports are written by keys, where there is no file to bring in.
import {expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {flat, focusOf, into, open, selectedLine, statusLine} from './scene.ts';

const atReports = (options: Parameters<typeof open>[0] = {}) => open(options, '5', 'v', 'v', 'v');

test('N in the register writes a report with all that one says', async () => {
	const app = await atReports({database: cabinetDatabase()});
	await app.press('register.add');
	await expect(app).toShow('New report');
	await app.type('Libraries: new hours');
	await into(app, 'board', 'cabinet');
	await into(app, 'summary', 'Three libraries open on Sundays.');
	await into(app, 'recommendations', 'That the hours be approved.');
	await app.press('enter');
	await app.type('That they be looked at in a year.');
	await into(app, 'reasons', 'People asked for it.');
	await into(app, 'alternatives', 'One library alone.');
	await into(app, 'consultation', 'Readers, in May.');
	await into(app, 'implications', 'Financial: £20,000 a year');
	await into(app, 'appendices', 'Hours');
	await into(app, 'exempt.paragraphs', '3');
	expect(flat(app)).toContain('Exempt, not open to the public: Paragraph 3 of Schedule 12A');
	await into(app, 'exempt.title', 'Hours');
	await app.press('form.save');
	await expect(app).toShow('entered report R-5 “Libraries: new hours”');
	expect(selectedLine(app)).toContain('R-5   Exempt');
	expect(app.database().reports.at(-1)).toEqual({
		id: 'R-5',
		title: 'Libraries: new hours',
		board: 'B-3',
		summary: 'Three libraries open on Sundays.',
		recommendations: ['That the hours be approved.', 'That they be looked at in a year.'],
		reasons: 'People asked for it.',
		alternatives: 'One library alone.',
		consultation: 'Readers, in May.',
		implications: [{heading: 'Financial', text: '£20,000 a year'}],
		appendices: ['Hours'],
		exempt: {paragraphs: [3], title: 'Hours'},
	});
});

test('what cannot be so is told in its field', async () => {
	const app = await atReports({database: cabinetDatabase()});
	await app.press('register.add', 'form.save');
	expect(flat(app)).toContain('title cannot be empty');
	await app.type('Libraries');
	await into(app, 'exempt.paragraphs', '9');
	await app.press('form.save');
	expect(flat(app)).toContain('an exempt item needs a paragraph of Schedule 12A, 1 to 7');
	expect(focusOf(app)).toBe('exempt.paragraphs');
	await into(app, 'implications', 'none at all');
	await app.press('form.save');
	expect(flat(app)).toContain('“none at all” has no heading');
	expect(focusOf(app)).toBe('implications');
});

test('e alters a report that was brought in, and the paper says that it was altered', async () => {
	const app = await atReports({database: cabinetDatabase()});
	await app.press('j', 'list.open');
	await expect(app).toShow('R-3  Leisure centres', 'Recommended', '20 November 2026');
	await app.press('whole.edit');
	await expect(app).toShow('Open to the public since 20 November 2026');
	await into(app, 'consultation', 'Swimmers.');
	await app.press('form.save');
	await expect(app).toShow('edited consultation of report R-3');
	expect(flat(app)).toContain('Consultation Swimmers.');
});

test('f on an item writes the report behind it, with its title and board', async () => {
	const app = await open({database: makeDatabase()}, '4', 'j', 'report.write');
	await expect(app).toShow('New report on item 2');
	expect(focusOf(app)).toBe('summary');
	await app.type('All is well.');
	await app.press('form.save');
	await expect(app).toShow('entered report R-2');
	const database = app.database();
	const item = database.meetings[1]?.agenda[1];
	expect(item?.about?.report).toBe('R-2');
	expect(database.reports[1]).toMatchObject({title: item?.title, board: 'B-1'});
	await app.press('report.write');
	await expect(app).toShow(`Report R-2  ${item?.title}`, 'All is well.');
});

test('a plain board is asked why it is private, in its own words, and nothing of key decisions', async () => {
	const plain = makeDatabase();
	const app = await open(
		{database: {...plain, rules: {...plain.rules, profile: 'plain'}}},
		'4',
		'j',
		'report.write',
	);
	await expect(app).toShow('New report on item 2');
	const names = Array.from({length: 22}, () => focusOf(app));
	for (const index of names.keys()) {
		names[index] = focusOf(app);
		await app.press('tab');
	}
	expect(names).toContain('exempt.ground');
	expect(names).not.toContain('exempt.paragraphs');
	expect(names).not.toContain('key');
});

test('a report stays; that it was entered is taken back by u', async () => {
	const app = await atReports({database: cabinetDatabase()});
	await app.press('backspace');
	expect(statusLine(app)).toContain('a report stays: u takes back that it was entered');
});

test('the work stream of a priority is typed, with its lettered aims', async () => {
	const app = await open({}, '9');
	while (!selectedLine(app).includes('P1')) await app.press('j');
	await app.press('record.edit');
	await into(app, 'workStream.aims', 'Retire the old exchange');
	await app.press('form.save');
	expect(flat(app)).toContain('work stream is empty');
	await into(app, 'workStream.title', 'Telephony');
	await into(app, 'workStream.aims', '');
	await app.press('enter');
	await app.type('Train everybody');
	await app.press('form.save');
	expect(app.database().strategies[0]?.priorities[0]?.workStream).toEqual({
		title: 'Telephony',
		aims: [
			{id: 'A', text: 'Retire the old exchange'},
			{id: 'B', text: 'Train everybody'},
		],
	});
});

test('a report that is private until somebody releases it says so where it is listed', async () => {
	const secret: Change = {
		kind: 'report/add',
		title: 'A doubtful paper',
		recommendations: [],
		private: {why: 'It is marked exempt in one place.'},
	};
	const app = await atReports({database: after(makeDatabase(), secret)});
	expect(selectedLine(app)).toContain('PRIVATE');
});
