import {expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {afterMeeting} from '../documents/meeting.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {after} from '../helpers/database.ts';
import {
	flat,
	chairDoes,
	into,
	lincolnshire,
	lineWith,
	newStore,
	open,
	selectedLine,
} from './scene.ts';

const issued = (database: Database, id = 'M-3') =>
	after(database, {kind: 'minutes/issue', meeting: id});

/** The Cabinet's minutes issued, and its next meeting open with its chair there. */
function approving(...more: Change[]): Database {
	return after(
		issued(cabinetDatabase()),
		{kind: 'meeting/open', id: 'M-4'},
		...['reed', 'smith', 'jones'].map((person): Change => ({
			kind: 'attendance/set',
			meeting: 'M-4',
			person,
			to: 'present',
		})),
		...more,
	);
}

const approved = (...more: Change[]) =>
	approving({kind: 'minutes/approve', meeting: 'M-3', by: 'M-4'}, ...more);

/** The Cabinet's minutes, whichever meeting is shown first. */
async function minutes(database: Database = cabinetDatabase(), ...keys: string[]) {
	const app = await open({database}, '7');
	for (let left = 3; left > 0 && !app.text().includes('Minutes of M-3'); left--) {
		await app.press('[');
	}
	await app.press(...keys);
	return app;
}

/** The meeting itself, once its minutes are approved. */
async function onMeeting(...keys: string[]) {
	const app = await open({database: approved()}, '4');
	for (let left = 3; left > 0 && !app.text().includes(' M-3 '); left--) await app.press('[');
	await app.press(...keys);
	return app;
}

test('previews the minutes as they will be published', async () => {
	const app = await open({database: afterMeeting()}, '7');
	await expect(app).toShow('Minutes of M-2  November meeting', 'Minutes: November meeting');
	await expect(app).toShow('Draft: not yet approved as a correct record.', 'Venue:         Room 2');
	await expect(app).toShow('DRAFT');
	await app.press(' ', ' ');
	await expect(app).toShow('The Board thanked the service desk.');
});

test('shows the meeting on show, else the last that sat', async () => {
	const app = await open({database: lincolnshire()}, '4', '7');
	const shown = app.session.getState().stack.at(-1)?.id;
	expect(shown).toBeDefined();
	expect((await minutes()).text()).toContain('Minutes of M-3');
});

test('[ and ] go to other meetings, from their first line', async () => {
	const app = await minutes(cabinetDatabase(), ' ', ']');
	await expect(app).toShow('Minutes of M-2');
	await app.press('[', '[');
	await expect(app).toShow('Minutes of M-1');
});

test('what others record is in the preview at once', async () => {
	const store = newStore(cabinetDatabase());
	const app = await open({store, rows: 60}, '7');
	await chairDoes(store, {
		kind: 'agenda/note',
		meeting: 'M-3',
		item: 'I-11',
		from: 'The site was visited.',
		to: 'The site was visited twice.',
	});
	await expect(app).toShow('The site was visited twice.');
});

test('m asks what a pecuniary interest is that nobody wrote down', async () => {
	const database = cabinetDatabase();
	const held = database.meetings.find(({id}) => id === 'M-3');
	if (held) held.declarations = [{id: 'DI-1', person: 'jones', item: 'I-11', kind: 'dpi'}];
	const app = await minutes(database, 'm');
	await expect(app).toShow('Declaration of interest on item 2', 'It lacks what the interest of');
});

test('says what is incomplete, and m opens the form on the field that is lacking', async () => {
	const app = await minutes();
	await expect(app).toShow('m  D-4 the grants lacks the reasons for the decision');
	await app.press('m');
	await expect(app).toShow('decision D-4 the grants', 'It lacks the reasons');
	expect(selectedLine(app)).toContain('Reasons');
	await app.type('Groups asked for them.');
	await app.press('ctrl+d');
	await expect(app).toShow('D-4 the grants lacks somebody’s word that these alternatives');
	await app.press('m');
	expect(selectedLine(app)).toContain('confirmed');
});

test('where amendments are lacking m leads to the first of them', async () => {
	const app = await open({database: afterMeeting()}, '7', 'm');
	await expect(app).toShow('It lacks an amendment that was carried or accepted');
	expect(selectedLine(app)).toContain('Amendment');
	await app.type('Strike “all”.');
	await into(app, 'amendment1vote', 'accepted');
	await app.press('ctrl+d');
	await expect(app).toShow('edited amendments of the draft of d');
});

test('m says when nothing is lacking', async () => {
	const app = await minutes(cabinetDatabase({decisions: []}), 'm');
	await expect(app).toShow('m: no decision of this meeting lacks anything');
});

test('where interests were not asked for, m leads to where somebody can confirm that there were none', async () => {
	const database = cabinetDatabase();
	const held = database.meetings.find(({id}) => id === 'M-3');
	if (held) held.interestsAsked = undefined;
	const app = await minutes(database);
	await expect(app).toShow('lacks the conflicts of interest declared', 'and 1 more decision');
	await app.press('m');
	await expect(app).toShow('It lacks the conflicts of interest declared');
	expect(selectedLine(app)).toContain('Conflicts');
	await app.press('n');
	await expect(app).toShow('[n none were declared]');
});

test('i issues a version, after saying what is incomplete', async () => {
	const app = await minutes(undefined, 'i');
	await expect(app).toShow('Issue version 1 of the minutes of M-3', 'cannot be called back');
	await expect(app).toShow('Not complete yet:', 'D-4 the grants: lacks the reasons');
	await app.press('enter');
	await expect(app).toShow('Issued · version 1, seal BW-M-3-v1-');
	await app.press('i');
	await expect(app).toShow('i: nothing has changed since v1 was issued');
	expect(app.database().meetings.find(({id}) => id === 'M-3')?.minutes?.status).toBe('issued');
});

test('a record that was changed since is told, and may be issued again', async () => {
	const database = after(issued(cabinetDatabase()), {
		kind: 'agenda/note',
		meeting: 'M-3',
		item: 'I-12',
		to: 'Added.',
	});
	const app = await minutes(database);
	await expect(app).toShow('i  The record has changed since the last version was issued');
	await app.press('i', 'enter');
	await expect(app).toShow('Issued · version 2, seal BW-M-3-v2-');
});

test.each([
	['A', 'they are a draft: they are issued first (i issues them)'],
	['S', 'they are a draft: a later meeting approves them first (A records that)'],
	['e', 'they are a draft: correct the record itself'],
])('%s on a draft says what comes first', async (key, reason) => {
	await expect(await minutes(undefined, key)).toShow(`${key}: ${reason}`);
});

test('minutes of a meeting that sits or is to come are not issued', async () => {
	const app = await open({}, '4', '7', 'i');
	await expect(app).toShow('i: M-2 has not been held yet');
	await app.press('4', 'o', '7', 'i');
	await expect(app).toShow(
		'i: M-2 is open: it is closed first (on the Meeting screen X closes it)',
	);
});

test('A waits for a later meeting of the board', async () => {
	const app = await minutes(issued(cabinetDatabase()), 'A');
	await expect(app).toShow('A: no later meeting of the board has been opened yet');
});

test('A records the approval at the later meeting, which it names', async () => {
	const app = await minutes(approving(), 'A');
	await expect(app).toShow('Approved as a correct record at M-4 Cabinet in December?');
	await app.press('enter');
	await expect(app).toShow('approved at M-4 on 22 November 2026');
	await app.press('A');
	await expect(app).toShow('A: they are approved already');
	await app.press('i');
	await expect(app).toShow('i: they are approved, and only corrected now (e corrects them)');
});

test.each([
	['d', 'e in the register (5) corrects a decision, with a reason'],
	['i', '7, then e, corrects the note of an item, with a reason'],
	['D', '7, then e, corrects the note of an item, with a reason'],
	['x', '7, then e, corrects the note of an item, with a reason'],
	['C', '7, then e, corrects the note of an item, with a reason'],
	['a', 'place it on a project (3), or in the next meeting'],
])(
	'once they are approved, %s on their meeting says what is done instead',
	async (key, instead) => {
		const app = await onMeeting(key);
		expect(flat(app)).toContain(`${key}: the minutes of M-3 are approved: ${instead}`);
	},
);

test('once they are approved, the roll stands', async () => {
	const app = await onMeeting('t', 'a');
	expect(flat(app)).toContain('a: the minutes of M-3 are approved');
});

test('what only an open meeting does is not promised of a closed one', async () => {
	const app = await onMeeting('n');
	await expect(app).toShow('n: the meeting is closed');
	await app.press('b');
	await expect(app).toShow('b: the meeting is closed; its agenda stands');
});

test('S records the ink: who presided at the meeting that approved is proposed', async () => {
	const database = approved();
	const app = await minutes(database, 'S');
	await expect(app).toShow('Signature on the minutes of M-3', 'Signed by    [1 Ann Reed]');
	await expect(app).toShow('On           22 November 2026');
	await app.press('ctrl+d');
	await expect(app).toShow('signed by Ann Reed on 22 November 2026');
	await app.press('S');
	await expect(app).toShow('S: they are signed already, on 22 November 2026');
});

test('a signature on a day to come is refused, in the form', async () => {
	const database = approved();
	const app = await minutes(database, 'S', 'tab', 'ctrl+u');
	await app.type('1 Dec 2026');
	await app.press('ctrl+d');
	await expect(app).toShow('Not saved: 1 December 2026 is still to come');
});

test('e corrects approved minutes, each item’s note prefilled, with a reason', async () => {
	const app = await minutes(approved(), 'e');
	await expect(app).toShow('Correct the minutes of M-3', '[2 Depot]', 'The site was visited.');
	await app.press('3');
	expect(app.text()).not.toContain('The site was visited.');
	await app.press('2', 'tab', 'ctrl+d');
	await expect(app).toShow('nothing has been corrected yet');
	await app.type(' Twice.');
	await app.press('ctrl+d');
	await expect(app).toShow('say why it is corrected');
	await app.type('It was two visits.');
	await app.press('ctrl+d', 'G');
	await expect(app).toShow('Saved');
	const held = app.database().meetings.find(({id}) => id === 'M-3');
	expect(held?.agenda[1]?.notes).toBe('The site was visited. Twice.');
	expect(held?.minutes?.corrections?.[0]).toMatchObject({
		item: 'I-11',
		reason: 'It was two visits.',
	});
});

test('P publishes all that is complete, an act each, and writes the papers', async () => {
	const wrote: string[] = [];
	const app = await open(
		{
			database: cabinetDatabase(),
			shell: {
				async papers(meeting) {
					wrote.push(meeting);
					return {folder: 'strategy-papers'};
				},
			},
		},
		'7',
	);
	await expect(app).toShow('P  2 complete decisions to be published');
	await app.press('P');
	await expect(app).toShow('Publish 2 decisions of M-3 today, 22 November 2026?', 'D-3 the fees');
	await expect(app).toShow('Not complete, so not published', 'D-4 the grants: lacks the reasons');
	await app.press('enter');
	await expect(app).toShow('The papers of M-3 are in strategy-papers');
	expect(wrote).toEqual(['M-3']);
	const published = app.database().decisions.map(({publishedOn}) => publishedOn);
	expect(published).toEqual([undefined, '2026-11-17', '2026-11-22', undefined, '2026-11-22']);
	expect(
		app
			.database()
			.log.slice(1)
			.map(({changes}) => changes?.length),
	).toEqual([1, 1]);
});

test('P writes the papers again when all is published', async () => {
	const database = cabinetDatabase();
	const app = await minutes({...database, decisions: database.decisions.slice(0, 2)}, 'P');
	await expect(app).toShow('Write the papers of M-3 Cabinet in November again?');
	await app.press('enter');
	await expect(app).toShow('The papers of M-3 are in the folder');
	expect(app.database().revision).toBe(0);
});

test('once an act is refused nothing that was to follow is done', async () => {
	const store = newStore(cabinetDatabase());
	let papers = 0;
	const app = await open(
		{
			store,
			shell: {
				async papers() {
					papers++;
					return {folder: ''};
				},
			},
		},
		'7',
		'P',
	);
	await chairDoes(store, {kind: 'decision/publish', id: 'D-3', on: '2026-11-21'});
	await app.press('enter');
	await expect(app).toShow('Not saved: decision D-3 was published on 21 November 2026');
	expect(papers).toBe(0);
	expect(app.database().decisions.at(-1)?.publishedOn).toBeUndefined();
});

test('why the papers could not be written is told', async () => {
	const app = await open(
		{
			database: cabinetDatabase(),
			shell: {papers: async () => ({problem: 'cannot make the folder x: the disk is full'})},
		},
		'7',
		'P',
		'enter',
	);
	await expect(app).toShow('cannot make the folder x: the disk is full');
});

test('C writes the conclusion of the review, at first what the counts come to', async () => {
	const app = await minutes(undefined, 'C');
	await expect(app).toShow('Conclusion of the review', '1 of the 5 projects');
	await app.type(' It was worth it.');
	await app.press('ctrl+d');
	await expect(app).toShow('wrote the conclusion on strategy S-1 Digital Strategy');
	expect(app.database().strategies[0]?.conclusion).toMatch(/It was worth it\.$/);
});

test('past strategies are concluded too', async () => {
	const given = cabinetDatabase();
	const [current] = given.strategies;
	const past = {...current, id: 'S-0', title: 'Old Strategy', status: 'past', priorities: []};
	const database = {...given, strategies: [past as typeof current & object, ...given.strategies]};
	const app = await minutes(database, 'C');
	await expect(app).toShow('1 Old Strategy', '[2 Digital Strategy]');
	await app.press('1', 'tab');
	await expect(app).toShow('No project was named under Old Strategy.');
	await app.type(' Superseded.');
	await app.press('ctrl+d');
	expect(app.database().strategies[0]?.conclusion).toContain('Superseded.');
});

test('reading alone, every step says why not', async () => {
	const store = {...newStore(cabinetDatabase()), readOnly: 'you may only read'};
	const app = await open({store}, '7');
	for (const key of ['m', 'i', 'A', 'S', 'e', 'P', 'C']) {
		await app.press(key);
		await expect(app).toShow(`${key}: you may only read`);
	}
});

test.each([
	[60, 16],
	[80, 24],
	[120, 40],
	[200, 60],
])('fits into %i × %i and is never wider than 100 columns', async (columns, rows) => {
	const app = await open({database: afterMeeting(), columns, rows}, '7');
	for (let page = 0; page < 8; page++) {
		const lines = app.text().split('\n');
		expect(lines.length).toBeLessThanOrEqual(rows);
		// Below the header, the part of the page above the preview, and the bottom lines.
		for (const line of lines.slice(10, -2)) expect(line.length).toBeLessThanOrEqual(101);
		await app.press(' ');
	}
	expect(lineWith(app, 'No meeting')).toContain('No meeting is open');
});

test('P asks before it replaces papers that are there, and names them', async () => {
	const asked: boolean[] = [];
	const app = await open({
		database: cabinetDatabase(),
		shell: {
			async papers(_, force) {
				asked.push(force);
				return force ? {folder: 'strategy-papers'} : {occupied: ['M-3-minutes.html']};
			},
		},
	});
	app.session.send({kind: 'occupied', meeting: 'M-3', files: ['M-3-minutes.html']});
	await expect(app).toShow('Replace the papers of M-3 that are there?', 'M-3-minutes.html');
	expect(asked).toEqual([]);
	await app.press('enter');
	await expect(app).toShow('The papers of M-3 are in strategy-papers');
	expect(asked).toEqual([true]);
});
