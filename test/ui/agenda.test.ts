import {expect, test} from 'vitest';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {committeeMeeting, makeCouncil, sitting} from '../helpers/council.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {
	agendaOf,
	chairDoes,
	flat,
	focusOf,
	into,
	lincolnshire,
	lineWith,
	open,
	selectedLine,
	statusLine,
	type App,
} from './scene.ts';

/** The council with a report for anybody, an exempt one for the committee, and what its last meeting left. */
function waiting(): Database {
	const database = makeCouncil();
	database.reports.push(
		{id: 'R-4', title: 'Gritting', recommendations: ['That it be approved.']},
		{
			id: 'R-5',
			title: 'Land for sale',
			board: 'B-3',
			exempt: {paragraphs: [3]},
			recommendations: ['That it be sold.'],
		},
	);
	database.meetings.push({
		id: 'M-5',
		board: 'B-3',
		title: 'Planning, October',
		startsAt: '2026-10-25T14:00',
		status: 'closed',
		agenda: [],
		attendance: [],
		minutes: {status: 'issued'},
	});
	database.actions.push({id: 'A-2', text: 'Visit Mill Lane', status: 'open', meeting: 'M-5'});
	return database;
}

/** The committee's planned meeting on show. */
const planning = async (database = makeCouncil(), ...keys: string[]) => {
	const app = await open({database}, '4', 'right');
	await expect(app).toShow('M-3  Planning, November');
	if (keys.length > 0) await app.press(...keys);
	return app;
};

/** The agenda of a new meeting that is proposed for a board, by the number that chooses it. */
const proposed = async (board: string) => {
	const app = await open({database: waiting()}, '4', 'meeting.add', board, 'ctrl+d');
	await expect(app).toShow('Saved r2: Secretary planned meeting');
	return app;
};

test.each([
	[
		'an officers’ board',
		'1',
		[
			'Apologies for absence',
			'Declarations of interest',
			'Priority 1: Modernisation',
			'Priority 2: Optimisation',
			'Gritting',
			'Urgent business',
		],
	],
	['one who decides alone', '2', ['Gritting']],
	[
		'a committee with minutes to approve, open actions and an exempt report',
		'3',
		[
			'Apologies for absence',
			'Declarations of interest',
			'Minutes of the meeting of 25 October 2026',
			'Progress on actions',
			'Priority 1: Modernisation',
			'Priority 2: Optimisation',
			'Gritting',
			'Urgent business',
			'Exclusion of the press and public',
			'Land for sale',
		],
	],
	[
		'an executive',
		'4',
		[
			'Apologies for absence',
			'Declarations of interest',
			'Priority 1: Modernisation',
			'Priority 2: Optimisation',
			'Gritting',
			'Urgent business',
		],
	],
])('a new meeting of %s', async (_, board, titles) => {
	const app = await proposed(board);
	expect(agendaOf(app)).toEqual(titles);
});

test('the proposal is read before the meeting is planned, and follows the board', async () => {
	const app = await open({database: waiting()}, '4', 'meeting.add');
	await expect(app).toShow('New meeting', 'Proposed agenda: Apologies for absence');
	await app.press('2');
	await expect(app).toShow('[2 Executive Councillor]', 'Proposed agenda: Gritting');
	expect(app.text()).not.toContain('Apologies');
	expect(app.database().revision).toBe(0);
});

test('where nothing waits for a board, that is said', async () => {
	const app = await open({database: makeCouncil()}, '4', 'meeting.add', '2');
	await expect(app).toShow('Proposed agenda: nothing waits for it');
});

test('an exempt report is marked on the proposed agenda', async () => {
	const app = await proposed('3');
	expect(lineWith(app, 'Land for sale')).toContain('EXEMPT');
});

test('a new meeting has the title, time and venue that were typed, and is the one on show', async () => {
	const app = await open({database: waiting()}, '4', 'meeting.add', '3');
	await into(app, 'title', 'Site visit');
	await into(app, 'startsAt', '12 Dec 9:30');
	await expect(app).toShow('12 December 2026, 09:30');
	await into(app, 'venue', 'Mill Lane');
	await app.press('ctrl+d');
	await expect(app).toShow('M-6  Site visit', '12 Dec 2026 09:30', 'Planning Committee');
	expect(app.database().meetings.at(-1)?.venue).toBe('Mill Lane');
});

test('without a title it is called as its board', async () => {
	const app = await proposed('3');
	await expect(app).toShow('M-6  Planning Committee');
});

test('what is not a time says so while it is typed, and keeps the form', async () => {
	const app = await open({database: waiting()}, '4', 'meeting.add');
	await into(app, 'startsAt', '31 Feb 9:30');
	await expect(app).toShow('there is no 31 February');
	await app.press('tab', 'ctrl+d');
	await expect(app).toShow('there is no 31 February');
	expect(focusOf(app)).toBe('startsAt');
	expect(app.database().revision).toBe(0);
});

test('E alters the particulars, and only what was altered', async () => {
	const app = await planning(makeCouncil(), 'meeting.edit');
	expect(lineWith(app, 'Starts')).toContain('22 November 2026, 14:00');
	await into(app, 'venue', 'Council Chamber');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r2: Secretary changed venue of M-3');
	const {title, startsAt, venue} = app.database().meetings[2] ?? {};
	expect([title, startsAt, venue]).toEqual([
		'Planning, November',
		'2026-11-22T14:00',
		'Council Chamber',
	]);
});

test.each([
	['nothing altered', ['ctrl+d'], 'nothing has changed yet'],
	['no title', ['ctrl+u', 'ctrl+d'], 'a meeting needs a title'],
])('E with %s says so', async (_, keys, said) => {
	const app = await planning(makeCouncil(), 'meeting.edit', ...keys);
	await expect(app).toShow(said);
	expect(app.database().revision).toBe(0);
});

test('J moves an item down and K up, and the cursor goes along', async () => {
	const app = await planning(makeCouncil(), 'j', 'J');
	expect(agendaOf(app).slice(0, 3)).toEqual([
		'Apologies',
		'Minutes of the last meeting',
		'Declarations of interest',
	]);
	expect(selectedLine(app)).toContain('3  Declarations of interest');
	await app.press('K', 'K');
	expect(agendaOf(app)[0]).toBe('Declarations of interest');
	expect(selectedLine(app)).toContain('1  Declarations of interest');
});

test.each([
	['the first item up', ['K']],
	['the last item down', ['G', 'J']],
])('%s stays where it is, and nothing is logged', async (_, keys) => {
	const app = await planning(makeCouncil(), ...keys);
	expect(agendaOf(app)).toHaveLength(6);
	expect(app.database().revision).toBe(0);
});

test('an order takes in what the chair has added in the meantime', async () => {
	const app = await planning(makeCouncil(), 'j');
	await chairDoes(app.store, {
		kind: 'agenda/add',
		meeting: committeeMeeting,
		itemKind: 'business',
		title: 'Flood',
	});
	await app.press('K');
	expect(agendaOf(app)[0]).toBe('Declarations of interest');
	expect(agendaOf(app).at(-1)).toBe('Flood');
});

test('an item is brought forward in an open meeting, and the room stays where it is', async () => {
	const app = await open({database: sitting()}, '4', 'G', 'K', 'K');
	expect(selectedLine(app)).toContain('4  Urgent business');
	await expect(app).toShow('item 1 of 6: Apologies');
});

test('+ and - change the time allotted by five minutes, never below none', async () => {
	const app = await planning(makeCouncil(), '+', '+');
	expect(selectedLine(app)).toContain(' 10 min');
	await app.press('-', '-');
	expect(selectedLine(app)).toContain(' 0 min');
	const {revision} = app.database();
	await app.press('-');
	expect(app.database().revision).toBe(revision);
});

test('e alters the wording and the minutes of an item', async () => {
	const app = await planning(makeCouncil(), 'j', 'j', 'j', 'item.edit');
	await expect(app).toShow('Agenda, item 4 Mill Lane');
	await into(app, 'title', ', site 4');
	await into(app, 'minutes', '25');
	await app.press('ctrl+d');
	expect(selectedLine(app)).toMatch(/4 {2}Mill Lane, site 4 +25 min/);
});

test.each([
	['item.edit', 'minutes', 'ten', '“ten” is not a number of minutes'],
	['item.add', 'minutes', '1000', '“1000” is not a number of minutes'],
	['item.add', 'about', 'P9', 'there is no priority, project, report, meeting or decision P9'],
])('%s with %s “%s” says so, in the field itself', async (key, field, typed, said) => {
	const app = await planning(makeCouncil(), key);
	await into(app, field, typed);
	await app.press('tab', 'ctrl+d');
	await expect(app).toShow(said);
	expect(focusOf(app)).toBe(field);
	expect(app.database().revision).toBe(0);
});

test('N adds an item after the selected one', async () => {
	const app = await planning(makeCouncil(), 'j', 'j', 'item.add');
	await into(app, 'title', 'Questions');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r2: Secretary added “Questions”');
	expect(agendaOf(app).indexOf('Questions')).toBe(3);
});

test('items that are added one after another stand in the order in which they were added', async () => {
	const app = await planning(makeCouncil());
	for (const title of ['Questions', 'Petitions', 'Motions']) {
		await app.press('item.add');
		await into(app, 'title', title);
		await app.press('ctrl+d');
		await expect(app).toShow(`added “${title}”`);
	}
	expect(agendaOf(app).slice(1, 4)).toEqual(['Questions', 'Petitions', 'Motions']);
});

test('the cursor is where the meeting begins, wherever it stood before it was opened', async () => {
	const app = await planning(makeCouncil(), 'list.last', 'meeting.open');
	await expect(app).toShow('opened M-3');
	await expect(app).toShow('NOW 1');
	expect(selectedLine(app)).toContain('NOW');
});

test('an item about a report takes its title', async () => {
	const app = await planning(makeCouncil(), 'item.add', 'r');
	await into(app, 'about', 'r-1');
	await app.press('ctrl+d');
	expect(agendaOf(app)[1]).toBe('Progress of the strategy');
	await expect(app).toShow('Recommended  That progress be noted.');
});

test('an item needs a title', async () => {
	const app = await planning(makeCouncil(), 'item.add', 'ctrl+d');
	await expect(app).toShow('an item needs a title');
	expect(focusOf(app)).toBe('title');
});

test('a half-written item comes back, and goes where the cursor is then', async () => {
	const app = await planning(makeCouncil(), 'item.add');
	await into(app, 'title', 'Questions');
	await app.press('escape', 'G', 'item.add', 'ctrl+d');
	expect(agendaOf(app).at(-1)).toBe('Questions');
});

test('Backspace takes an item off, and u brings it back where it was', async () => {
	const app = await planning(makeCouncil(), 'j', 'j', 'j', 'item.remove', 'confirm.yes');
	await expect(app).toShow('Saved r2: Secretary took “Mill Lane” off the agenda');
	expect(agendaOf(app)).not.toContain('Mill Lane');
	await app.press('u', 'enter');
	expect(agendaOf(app)[3]).toBe('Mill Lane');
});

test('the item under discussion stays on the agenda', async () => {
	const app = await open({database: sitting()}, '4', 'backspace');
	await expect(app).toShow('the current item cannot be removed; move on first');
	expect(agendaOf(app)).toHaveLength(6);
});

test('a closed meeting’s agenda stands', async () => {
	for (const key of [
		'item.down',
		'item.longer',
		'item.add',
		'item.edit',
		'item.remove',
		'meeting.edit',
	] as const) {
		const app = await open({database: sitting()}, '4', 'X', 'enter', 'j', key);
		expect(statusLine(app)).toContain('the meeting is closed; its agenda stands');
	}
});

/** Types an item and what makes it urgent. */
async function flood(app: App, why = '') {
	await app.press('item.add');
	await into(app, 'title', 'Flood');
	if (why) await into(app, 'urgency', why);
	await app.press('ctrl+d');
}

test('once a committee’s agenda is out, an item added needs a reason why it is urgent', async () => {
	const app = await planning(makeCouncil(), 'agenda.publish', 'enter');
	await flood(app);
	expect(flat(app)).toContain('say which special circumstances make the item urgent');
	expect(focusOf(app)).toBe('urgency');
	expect(app.database().meetings[2]?.agenda).toHaveLength(6);
	await into(app, 'urgency', 'The river rose last night.');
	await app.press('ctrl+d');
	expect(lineWith(app, 'Flood')).toContain('urgent');
	await expect(app).toShow('Urgent       The river rose last night.');
});

test('in an open meeting of a committee the same gate holds, published or not', async () => {
	const app = await open({database: sitting()}, '4');
	await flood(app);
	expect(flat(app)).toContain('say which special circumstances make the item urgent');
	await into(app, 'urgency', 'The river rose.');
	await app.press('ctrl+d');
	expect(agendaOf(app)[1]).toBe('Flood');
});

test('an officers’ board has no such gate', async () => {
	const app = await open({}, '4', 'o');
	await flood(app);
	expect(agendaOf(app)[1]).toBe('Flood');
});

test('publishing asks first, and is seen at the head of the meeting', async () => {
	const app = await planning(makeCouncil(), 'agenda.publish');
	await expect(app).toShow('Publish the agenda of M-3 Planning, November today?');
	await app.press('escape');
	expect(app.database().revision).toBe(0);
	await app.press('agenda.publish', 'enter');
	await expect(app).toShow('agenda out 22 Nov', 'published the agenda of M-3');
});

test('the reports that are not exempt are published with the agenda, in the same act', async () => {
	const database = cabinetDatabase();
	const held = database.meetings.find(({id}) => id === 'M-4');
	if (held) delete held.publishedOn;
	const secret = {exempt: {paragraphs: [3]}, publishedOn: undefined};
	database.reports = database.reports.map((one) => (one.id === 'R-3' ? {...one, ...secret} : one));
	const app = await open({database}, '4', ']', ']', 'agenda.publish');
	await expect(app).toShow('With it, these reports are open to the public:', 'R-4 Winter roads');
	await app.press('enter');
	const days = app.database().reports.map(({id, publishedOn}) => [id, publishedOn]);
	expect(days.slice(-3)).toEqual([
		['R-2', '2026-11-02'],
		['R-3', undefined],
		['R-4', '2026-11-22'],
	]);
	expect(app.database().revision).toBe(2);
});

test('taking an item off is asked about; of an agenda that is out, with what the public was told', async () => {
	const app = await planning(makeCouncil(), 'j', 'item.remove');
	await expect(app).toShow('off the agenda?', 'u puts it back.');
	expect(agendaOf(app)).toHaveLength(6);
	await app.press('confirm.yes');
	expect(agendaOf(app)).toHaveLength(5);
	// The cursor stays where it was, on what came after.
	expect(selectedLine(app)).toContain('▸     2 ');
	await app.press('agenda.publish', 'confirm.yes', 'item.remove');
	await expect(app).toShow('off an agenda that is out?', 'deferred or withdrawn');
	expect(agendaOf(app)).toHaveLength(5);
	await app.press('enter');
	expect(agendaOf(app)).toHaveLength(4);
});

test('an agenda is published once, before the meeting is opened', async () => {
	const app = await planning(makeCouncil(), 'agenda.publish', 'enter', 'agenda.publish');
	await expect(app).toShow('P: it has already been published');
	await app.press('o', 'agenda.publish');
	await expect(app).toShow('P: only the agenda of a planned meeting is published');
});

test('an empty agenda is not published', async () => {
	const database = makeCouncil();
	const planned = database.meetings.find(({id}) => id === committeeMeeting);
	if (planned) planned.agenda = [];
	const app = await planning(database, 'agenda.publish', 'enter');
	await expect(app).toShow('Not saved: the agenda of M-3', 'is empty');
});

test('in a small window a title gives way to the marks of its own row alone, and the times stand below each other', async () => {
	const app = await open(
		{database: lincolnshire(), columns: 60, rows: 16},
		'4',
		'o',
		't',
		'A',
		'escape',
	);
	await app.press('n', 'n', 'n', 'i', 'H', 'e', 'a', 'r', 'd', 'ctrl+d', 'a', 'W', 'ctrl+d');
	const row = (title: string) => lineWith(app, title);
	expect(row('Priority 1: Modernisation')).toMatch(/Modernisation note, 1 action +0\/25 min$/);
	expect(row('Declarations of interest')).toMatch(/interest +0\/3 min$/);
});
