// Open actions at the item for their progress: listed, closed, cancelled and noted there.
import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {agendaDocument} from '../../source/documents/agenda.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {summonsOf} from '../../source/domain/queries/meeting/summons.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {after, makeDatabase, refusal} from '../helpers/database.ts';
import {open, selectedLine, until} from './scene.ts';

const riverside = (): Database =>
	databaseSchema.parse(
		JSON.parse(
			readFileSync(new URL('../../data/riverside-charity.json', import.meta.url), 'utf8'),
		) as unknown,
	);

/** The part of the minutes of M-3 on the actions. */
const onActions = (database: Database): string =>
	/## 4\. Progress on actions\n\n(.*?)\n\n## 5/s.exec(
		toMarkdown(minutesDocument(minutesOf(database, 'M-3'))),
	)?.[1] ?? '';

const atItem = async (keys: string[] = []) =>
	open({database: riverside(), practice: true}, '4', 'o', 'n', 'n', 'n', ...(keys as never[]));

test('agenda and minutes list what earlier meetings left open, who does it and by when', () => {
	const agenda = toMarkdown(agendaDocument(summonsOf(riverside(), 'M-3')));
	for (const row of [
		'| A-3 | Tell the groups that use the stage when it is closed | Centre Manager | 13 November 2026 |',
		'| A-4 | Ask two builders for a price for the ramp | Trustee for the building | 4 December 2026 |',
	]) {
		expect(agenda).toContain(row);
		expect(onActions(riverside())).toContain(row);
	}
});

test('an action of last time is closed with two keys at its item, and the minutes have before and after', async () => {
	const app = await atItem(['w']);
	await expect(app).toShow('Actions of Board of Trustees: open, or closed in this meeting');
	expect(selectedLine(app)).toContain('A-3');
	await app.press('action.done');
	await until(() => app.database().actions.find(({id}) => id === 'A-3')?.status === 'done');
	// It stays on the list, so that a slip is seen and taken back.
	await expect(app).toShow('A-3', 'Done');
	const text = onActions(app.database());
	expect(text).toContain('| A-3 | Tell the groups that use the stage when it is closed |');
	expect(text).toContain(
		'* **A-3** Tell the groups that use the stage when it is closed: Open → Done.',
	);
});

test('how one goes on is noted, and another one cancelled with its reason', async () => {
	const app = await atItem(['w', 'action.progress']);
	await expect(app).toShow('Progress on action A-3', 'Tell the groups that use the stage');
	await app.type('Two groups are told');
	await app.press('enter');
	await expect(app).toShow('Actions of Board of Trustees');
	await app.press('j', 'register.take-back');
	await expect(app).toShow('Cancel action A-4');
	await app.type('The ramp is a gift.');
	await app.press('enter');
	await until(() => app.database().actions.find(({id}) => id === 'A-4')?.status === 'cancelled');
	const text = onActions(app.database());
	expect(text).toContain(
		'* **A-3** Tell the groups that use the stage when it is closed: Two groups are told.',
	);
	expect(text).toContain(
		'* **A-4** Ask two builders for a price for the ramp: Open → Cancelled. The ramp is a gift.',
	);
	expect(app.database().actions.find(({id}) => id === 'A-3')).toMatchObject({
		status: 'open',
		progress: [{text: 'Two groups are told', meeting: 'M-3'}],
	});
	// The next agenda says how it went on.
	expect(
		toMarkdown(
			agendaDocument(summonsOf({...app.database(), meetings: nextOf(app.database())}, 'M-9')),
		),
	).toContain(
		'| A-3 | Tell the groups that use the stage when it is closed | Centre Manager | 13 November 2026 | Two groups are told |',
	);
});

const nextOf = ({meetings}: Database): Database['meetings'] => {
	const {openedAt: _openedAt, ...last} = meetings.at(-1)!;
	return [...meetings, {...last, id: 'M-9', status: 'planned'}];
};

test('of an action that is closed nothing goes on', async () => {
	const app = await atItem(['w', 'action.done', 'action.progress']);
	await expect(app).toShow('it is done: x opens it again');
	expect(
		refusal(after(makeDatabase(), {kind: 'action/status', id: 'A-1', from: 'open', to: 'done'}), {
			kind: 'action/progress',
			id: 'A-1',
			text: 'Still going',
		}).message,
	).toBe('action A-1 is done: it is opened again first');
});

test('what becomes of an action after a meeting alters nothing in the list of that meeting', async () => {
	const app = await atItem();
	const then = onActions(app.database());
	expect(then).toContain('A-4');
	const later = after(
		app.database(),
		{kind: 'meeting/close', id: 'M-3'},
		{kind: 'action/status', id: 'A-4', from: 'open', to: 'done'},
		{kind: 'action/edit', id: 'A-3', fields: {due: {from: '2026-11-13', to: '2027-01-31'}}},
	);
	expect(onActions(later)).toBe(then);
});

test('where nothing is open, an item that was taken up says so, and one that was not says nothing', () => {
	const database = riverside();
	const none = {
		...database,
		actions: database.actions.map((action) => ({...action, status: 'done' as const})),
	};
	expect(onActions(none)).toBe('');
	const opened = after(
		none,
		{kind: 'meeting/open', id: 'M-3'},
		{
			kind: 'meeting/move',
			id: 'M-3',
			from: 'I-16',
			to: 'I-19',
		},
	);
	expect(onActions(opened)).toBe('There were no open actions.');
});
