// The quarterly meeting of a cabinet that watches a delivery plan: the plan comes in from a table, changes of
// milestones are asked for, gathered, taken and minuted, and the highlights are printed. By keys, from import to minutes.
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {highlightsDocument} from '../../source/documents/highlights.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {highlightsOf} from '../../source/domain/queries/strategy/highlights.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {memoryStore} from '../../source/store/memory.ts';
import type {Key} from '../../source/ui/keys.ts';
import {act, makeDatabase} from '../helpers/database.ts';
import {start} from '../helpers/screens.tsx';
import {importer} from '../../source/commands/importer.ts';
import {scratchFolder} from '../commands/run.ts';
import {type App, flat, into, keysOf} from '../ui/scene.ts';

/** A council whose cabinet approves every delay of a milestone, with an empty plan of one priority. */
function council(): Database {
	const base = makeDatabase();
	return {
		...base,
		counters: {S: 1},
		boards: [
			{
				id: 'B-1',
				name: 'Cabinet',
				kind: 'executive',
				members: [
					{person: 'reed', role: 'chair'},
					{person: 'smith', role: 'member'},
					{person: 'jones', role: 'member'},
				],
				rules: {quorum: 2, tolerance: {days: 0}},
			},
		],
		projects: [],
		reports: [],
		meetings: [],
		decisions: [],
		actions: [],
	};
}

const table = `Project,Priority,Status,RAG,Due,Comment
Museum store,P1,In progress,Amber,31/03/2027,Site found
Leisure system,P1,In progress,Green,30/06/2027,On plan
`;

/** A session at a clock that can be set. */
async function sitDown() {
	let clock = '2026-09-01T09:00:00.000Z';
	let salts = 0;
	const store = memoryStore(council(), {
		now: () => clock,
		salt: () => String(++salts).padStart(32, '0'),
	});
	const app = await start({store, shell: {now: () => clock, importer}});
	return {
		app,
		store,
		at(instant: string) {
			clock = `${instant}:00.000Z`;
		},
	};
}

/** A meeting of the cabinet on a day. */
const plan = async (app: App, when: string) => {
	await app.press('4', 'meeting.add');
	await into(app, 'startsAt', when);
	await app.press('ctrl+d');
};

const press = async (app: App, ...keys: Key[]) => {
	await app.press(...keys);
	return flat(app);
};

test('the quarterly meeting is held from import to minutes', async () => {
	const {app, store, at} = await sitDown();

	// The delivery plan comes in from the spreadsheet that was kept until now.
	const file = path.join(scratchFolder(), 'plan.csv');
	writeFileSync(file, table);
	await app.press('4', 'I', ...keysOf(file), 'enter');
	await expect.poll(() => flat(app), {timeout: 5000}).toContain('Museum store');
	await app.press('I', 'enter');
	await expect.poll(() => store.read().projects.length, {timeout: 5000}).toBe(2);
	const [museum, leisure] = store.read().projects.map(({id}) => id);
	expect([museum, leisure]).toEqual(['P1-01', 'P1-02']);

	// Their milestones, in the list of each project.
	const milestone = async (title: string, approved: string) => {
		await app.press('N');
		await into(app, 'title', title);
		await into(app, 'approved', approved);
		await app.press('ctrl+d');
	};
	await app.press('3', 'g', 'm');
	await milestone('Contract let', '1 Oct 2026');
	await milestone('Store open', '31 Mar 2027');
	await app.press('3', 'g', 'j', 'm');
	await milestone('Go live', '31 May 2027');
	expect(
		store.read().projects.map(({milestones = []}) => milestones.map(({original}) => original)),
	).toEqual([['2026-10-01', '2027-03-31'], ['2027-05-31']]);

	// The first quarter's meeting is held and closed.
	at('2026-09-15T09:00');
	await plan(app, '15 Sep 2026 10:00');
	expect(store.read().meetings).toHaveLength(1);
	await app.press('meeting.open', 'meeting.close', 'enter');
	expect(store.read().meetings[0]).toMatchObject({status: 'closed'});

	// Between the meetings: what was reached, what slips, what turned red.
	at('2026-11-02T09:00');
	await app.press('2', 'right', 's');
	await app.press('tab', 'r', 'tab', ...keysOf('The builder withdrew.'), 'ctrl+d');
	expect(store.read().projects[0]).toMatchObject({confidence: 'red'});

	// A later date is for the cabinet to approve: asked for, with its reason and what it does to others.
	await app.press('Q');
	await into(app, 'field', 'b');
	await into(app, 'to', '3 Jul 2027');
	await into(app, 'reason', 'A new builder is to be found.');
	await into(app, 'cost', 'None expected.');
	expect(await press(app, 'ctrl+d')).toContain('For Cabinet to approve: a delay of 94 days');
	await app.press('enter');

	// The next meeting: the request is proposed for its agenda under one item, and the agenda is out.
	at('2026-11-03T09:00');
	await plan(app, '17 Nov 2026 10:00');
	const second = store.read().meetings.at(-1)?.id ?? '';
	expect(store.read().meetings.at(-1)?.agenda.at(-2)).toMatchObject({
		kind: 'requests',
		about: {requests: ['RQ-1']},
	});
	await app.press('agenda.publish', 'enter');
	expect(store.read().meetings.at(-1)?.publishedOn).toBe('2026-11-03');

	// In the room: roll, what has changed, then the item.
	at('2026-11-17T09:00');
	await app.press('4', 'meeting.open', 'roll.take', 'roll.all-present', 'escape');
	const walked = await press(app, '2');
	expect(walked).toContain('What has changed since');
	expect(walked).toContain('Red (was Amber, worse)');
	expect(walked).toContain('The builder withdrew.');
	expect(walked).toContain('milestone “Store open” from 31 March 2027 to 3 July 2027');
	await app.press('4', 'G', 'k', 'meeting.take-up', 'd');
	await into(app, 'mover', 'js');
	await into(app, 'seconder', 'pj');
	expect(await press(app, 'ctrl+d')).toContain(
		'(1) P1-01 Museum store, milestone “Store open”: from 31 March 2027 to 3 July 2027 (+94 days since it was first approved)',
	);
	await app.press('enter');
	const decided = store.read();
	expect(decided.requests).toMatchObject([{id: 'RQ-1', fate: 'approved'}]);
	// Approved is not in effect: it waits for call-in.
	expect(decided.projects[0]).toMatchObject({
		pending: [{field: 'milestones/MS-2/approved', value: '2027-07-03'}],
		milestones: [{}, {approved: '2027-03-31'}],
	});
	expect(await press(app, '2')).toContain('Approved');

	// The minutes tell it, before and after; the highlights have both dates side by side.
	await app.press('4', 'meeting.close', 'enter');
	const minutes = toMarkdown(minutesDocument(minutesOf(store.read(), second)));
	expect(minutes.replaceAll(/ +/g, ' ')).toContain(
		'| P1-01 Museum store: milestone “Store open”, request RQ-1 | 31 March 2027 | 3 July 2027 (+94 days since it was first approved) | approved; not in effect before the days for call-in have passed |',
	);
	const highlights = highlightsOf(store.read(), '2026-11-17', {meeting: second});
	const report = highlights ? toMarkdown(highlightsDocument(store.read(), highlights)) : '';
	expect(report).toContain('## Decisions wanted');
	expect(report).toContain('## Since the papers');

	// The decision is published; when call-in has passed a key puts it into effect.
	at('2026-11-18T09:00');
	const id = decided.decisions.at(-1)?.id ?? '';
	const complete: Change = {
		kind: 'decision/correct',
		id,
		reason: 'Written up',
		fields: {
			alternatives: {to: 'None.'},
			alternativesConfirmed: {to: true},
			noConflicts: {to: true},
		},
	};
	const clerk = {actor: {user: 'clerk', host: 'council'}, session: 'clerk'};
	expect(await store.commit(act(complete), clerk)).toMatchObject({ok: true});
	await store.commit(act({kind: 'decision/publish', id, on: '2026-11-18'}), clerk);
	expect(await press(app, '2', 'E')).toContain('nothing waits for it today');
	at('2026-12-01T09:00');
	expect(await press(app, '2', 'E')).toContain('Put into effect what was decided?');
	await app.press('enter');
	expect(store.read().projects[0]).toMatchObject({
		milestones: [{}, {original: '2027-03-31', approved: '2027-07-03'}],
	});
	expect(store.read().projects[0]).not.toHaveProperty('pending');
});
