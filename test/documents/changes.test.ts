// What acts changed, where minutes tell of it, and that what happens later does not rewrite them.
import {describe, expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {commit} from '../../source/domain/commit.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, contextAt, makeDatabase, present} from '../helpers/database.ts';
import {cabinet} from './cabinet.ts';

const minutes = (database: Database, id: string, options = {}) =>
	toMarkdown(minutesDocument(minutesOf(database, id, options)));

/** The database after acts, each of one or several changes. */
const acted = (database: Database, ...acts: (Change | Change[])[]): Database =>
	acts.reduce(
		(before, changes) => accepted(before, changes, contextAt('12:00')).database,
		database,
	);

const status = (id: string, from: 'proposed' | 'on-hold' | 'in-progress' | 'blocked'): Change => ({
	kind: 'project/status',
	id,
	from,
	to: 'delivered',
});
const decide = (title: string): Change => ({
	kind: 'decision/record',
	meeting: 'M-2',
	item: 'I-4',
	title,
	resolution: `That ${title} be so.`,
	outcome: 'approved',
});
const place = (text: string, follows: boolean): Change => ({
	kind: 'action/add',
	text,
	meeting: 'M-2',
	item: 'I-4',
	follows,
});
/** Opened, and the roll taken. */
const open: Change[] = [{kind: 'meeting/open', id: 'M-2'}, ...present()];
const close: Change = {kind: 'meeting/close', id: 'M-2'};
const move = (from: string, to: string): Change => ({kind: 'meeting/move', id: 'M-2', from, to});

/** What stands under a heading of minutes, up to the next of that level. */
const under = (text: string, heading: string): string =>
	text.slice(text.indexOf(heading)).split('\n## ')[0] ?? '';

describe('what was changed in the same act as a decision', () => {
	const [council] = [makeDatabase()];
	const s2 = {
		...council.strategies[0]!,
		id: 'S-2',
		title: 'Next Strategy',
		status: 'draft' as const,
	};
	const base = acted(
		{...council, strategies: [...council.strategies, s2]},
		open,
		move('I-2', 'I-4'),
	);
	const held = acted(
		base,
		[decide('First'), status('P1-03', 'on-hold'), place('Do the first', true)],
		status('P1-02', 'in-progress'),
		[
			decide('Second'),
			{kind: 'strategy/status', id: 'S-1', from: 'current', to: 'past'},
			{kind: 'strategy/status', id: 'S-2', from: 'draft', to: 'current'},
			{kind: 'action/status', id: 'A-1', from: 'open', to: 'cancelled', note: 'Overtaken'},
		],
		place('Do anything', false),
	);

	test('stands after it, with the actions that follow; what is loose stands before and behind', () => {
		const told = under(minutes(held, 'M-2'), '## 3.')
			.split('\n')
			.flatMap((line) => /P1-0[23]|S-[12]|Decision D|\*\*Action A|\*\*A-1/.exec(line) ?? []);
		expect(told).toEqual([
			'P1-02',
			'Decision D',
			'P1-03',
			'**Action A',
			'Decision D',
			'S-1',
			'S-2',
			'**A-1',
			'**Action A',
		]);
	});

	test('quotes before and after of strategies, and says what became of an action and why', () => {
		const text = minutes(held, 'M-2');
		expect(text).toContain('| Strategy | Before | After |\n| --- | --- | --- |\n');
		expect(text).toContain('| S-1 Digital Strategy | Current | Past |\n');
		expect(text).toContain('| S-2 Next Strategy | Draft | Current |\n');
		expect(text).toContain('* **A-1** Publish the strategy: Open → Cancelled. Overtaken.\n');
	});

	test('stands in its notice, which tells nothing of actions', () => {
		const text = toMarkdown(noticeDocument(statementOf(held, 'D-3')));
		expect(text).toContain('| S-1 Digital Strategy | Current | Past |');
		expect(text).not.toMatch(/P1-0|Overtaken/);
		expect(toMarkdown(noticeDocument(statementOf(held, 'D-2')))).toContain(
			'| P1-03 Server Room | On hold | Delivered |  |',
		);
	});

	test('keeps the names that the projects had', () => {
		const renamed = acted(
			held,
			close,
			{kind: 'minutes/issue', meeting: 'M-2'},
			{
				kind: 'project/edit',
				id: 'P1-03',
				fields: {title: {from: 'Server Room', to: 'Plant Room'}},
			},
		);
		expect(minutes(renamed, 'M-2')).toContain('| P1-03 Server Room | On hold |');
		expect(minutes(renamed, 'M-2')).not.toMatch(/Plant Room|Altered/);
		const later = acted(renamed, {
			kind: 'project/status',
			id: 'P1-03',
			from: 'delivered',
			to: 'on-hold',
		});
		expect(minutes(later, 'M-2')).not.toMatch(/Plant Room|Altered/);
	});

	test('stands before the decisions once that one is retracted', () => {
		const text = minutes(
			acted(held, {kind: 'decision/retract', id: 'D-2', reason: 'Not put'}),
			'M-2',
		);
		expect(text.indexOf('P1-03 Server Room')).toBeLessThan(text.indexOf('### Decision D-3'));
		expect(text.indexOf('Do the first')).toBeGreaterThan(text.indexOf('### Decision D-3'));
		const notice = noticeDocument(
			statementOf(acted(held, {kind: 'decision/retract', id: 'D-2', reason: 'Not put'}), 'D-2'),
		);
		expect(toMarkdown(notice)).not.toContain('| Before |');
	});

	test('stands under the item of the decision, though another was discussed, or the meeting is over', () => {
		const late = acted(
			base,
			move('I-4', 'I-5'),
			[decide('First'), status('P1-03', 'on-hold')],
			close,
			[decide('Second'), status('P1-02', 'in-progress')],
		);
		const item = under(minutes(late, 'M-2'), '## 3.');
		expect(item).toMatch(/Decision D-2[^#]*P1-03[^#]*### Decision D-3[^#]*P1-02/);
		expect(under(minutes(late, 'M-2'), '## 4.')).not.toContain('P1-0');
	});
});

test('clauses stand under what is resolved, numbered and nested', () => {
	const text = minutes(
		acted(makeDatabase(), open, move('I-2', 'I-4'), {
			...decide('Telephony'),
			resolution:
				'That\n(1) the contract be let:\n(a) for three years; and\n(b) to the cheapest;\n(2) the report be noted.',
		} as Change),
		'M-2',
	);
	for (const clause of ['the contract be let', 'for three years', 'the report be noted']) {
		expect(text.split(clause)).toHaveLength(2);
	}
});

describe('an action in the minutes', () => {
	const placed: Change = {...place('Write to the supplier', false), due: '2026-12-01'} as Change;
	const edit = (fields: Extract<Change, {kind: 'action/edit'}>['fields']): Change => ({
		kind: 'action/edit',
		id: 'A-2',
		fields,
	});
	const putOff = edit({due: {from: '2026-12-01', to: '2026-12-15'}});
	const next = (database: Database) =>
		acted(database, {
			kind: 'meeting/add',
			board: 'B-1',
			title: 'December meeting',
			startsAt: '2026-12-20T10:00',
			agenda: [{itemKind: 'actions', title: 'Progress on actions'}],
		});
	const issued = acted(next(acted(makeDatabase(), open, move('I-2', 'I-4'), placed, close)), {
		kind: 'minutes/issue',
		meeting: 'M-2',
	});
	const [, , later] = issued.meetings;
	const sitting = accepted(
		issued,
		{kind: 'meeting/open', id: later!.id},
		contextAt('10:00', 'clerk', '2026-12-20'),
	).database;
	const then = (database: Database, ...changes: Change[]) =>
		changes.reduce(
			(before, change) =>
				accepted(before, change, contextAt('10:05', 'clerk', '2026-12-20')).database,
			database,
		);

	test('is as that meeting left it, whatever the next one does; that one tells what it did', () => {
		const done = then(
			sitting,
			putOff,
			edit({
				owner: {from: undefined, to: 'smith'},
				text: {from: 'Write to the supplier', to: 'Ring'},
			}),
			{kind: 'action/status', id: 'A-2', from: 'open', to: 'done'},
		);
		const before = minutes(done, 'M-2');
		expect(before).toContain('* **Action A-2:** Write to the supplier (by 1 December 2026)\n');
		expect(before).toContain('| A-2 | Write to the supplier |  | 1 December 2026 |');
		expect(before).not.toContain('Altered since');
		const text = minutes(done, later!.id);
		expect(text).toContain('* **A-2** Ring: due 1 December 2026 → 15 December 2026.\n');
		expect(text).toContain('* **A-2** Ring: Open → Done.\n');
		expect(text).not.toContain('## Actions');
	});

	test('may be corrected until the minutes are approved, and not by what comes after', () => {
		const corrected = acted(issued, putOff);
		expect(minutes(corrected, 'M-2')).toContain('(by 15 December 2026)');
		expect(minutes(corrected, 'M-2')).toContain('Altered since version 1');
		const approved = then(
			sitting,
			{kind: 'minutes/approve', meeting: 'M-2', by: later!.id},
			{
				kind: 'meeting/close',
				id: later!.id,
			},
		);
		const after = minutes(then(approved, putOff), 'M-2');
		expect(after).toContain('(by 1 December 2026)');
		expect(after).not.toContain('Altered since');
	});

	test('that was placed and put off in one meeting stands there once; done at once, it says so', () => {
		const text = minutes(
			acted(makeDatabase(), open, move('I-2', 'I-4'), placed, putOff, {
				kind: 'action/status',
				id: 'A-2',
				from: 'open',
				to: 'done',
			}),
			'M-2',
		);
		expect(text).toContain(
			'* **A-2** Write to the supplier: Open → Done.\n* **Action A-2:** Write',
		);
		expect(text).not.toContain('due 1 December');
	});

	test('that arises from an exempt item is not told to the public when it is done in an open one', () => {
		const published = cabinet('published');
		const moved = {text: 'Make the offer for Mill Road', note: 'Mill Road is ours'};
		const november: Change[] = [
			{kind: 'meeting/open', id: 'M-4'},
			{kind: 'action/status', id: 'A-3', from: 'open', to: 'done', note: moved.note},
		];
		const database = november.reduce((before, change) => {
			// The acts of the cabinet have ids of their own.
			const own = {id: `november-${before.revision}`, changes: [change]};
			const outcome = commit(before, own, contextAt('14:00', 'clerk', '2026-11-09'));
			if (!outcome.ok) throw new Error(outcome.rejection.message);
			return outcome.database;
		}, published);
		const whole = minutes(database, 'M-4');
		expect(whole).toContain(`**A-3** ${moved.text}: Open → Done. ${moved.note}.`);
		for (const view of [database, publicView(database)]) {
			const text = minutes(view, 'M-4', {publicOnly: true});
			expect(text).toContain('## 1. Apologies for absence');
			expect(text).not.toMatch(/A-3|Mill Road/);
		}
	});
});

test('what was done under an item that was taken off the agenda again is told outside it, whatever it was', () => {
	const text = minutes(
		acted(
			makeDatabase(),
			open,
			{kind: 'agenda/add', meeting: 'M-2', itemKind: 'business', title: 'Put on by mistake'},
			move('I-2', 'I-6'),
			{kind: 'action/status', id: 'A-1', from: 'open', to: 'done'},
			move('I-6', 'I-3'),
			{kind: 'agenda/remove', meeting: 'M-2', item: 'I-6'},
			close,
		),
		'M-2',
	);
	expect(under(text, '## Recorded outside the agenda')).toContain(
		'**A-1** Publish the strategy: Open → Done.',
	);
});

describe('what else was altered on a project while the meeting sat', () => {
	test('is minuted with before and after, by whatever route it came', () => {
		const text = minutes(
			acted(
				makeDatabase(),
				open,
				move('I-2', 'I-3'),
				{
					kind: 'project/edit',
					id: 'P1-02',
					fields: {
						owner: {from: 'smith', to: 'jones'},
						due: {from: '2027-03-31', to: '2027-06-30'},
						money: {from: {approved: {amount: 250_000}}, to: {approved: {amount: 300_000}}},
					},
				},
				{kind: 'milestone/add', project: 'P1-02', title: 'Pilot over', approved: '2027-01-31'},
				{
					kind: 'milestone/edit',
					project: 'P1-02',
					id: 'MS-1',
					fields: {forecast: {to: '2027-02-14'}},
				},
				{kind: 'milestone/remove', project: 'P1-02', id: 'MS-1'},
				close,
			),
			'M-2',
		);
		const rows = under(text, '## 2. Modernisation')
			.split('\n')
			.filter((line) => line.includes('P1-02'))
			.map((line) => line.replaceAll(/ +/g, ' '));
		expect(rows).toEqual([
			'| P1-02 Laptop Refresh: owner | Joan Smith | Peter Jones | |',
			'| P1-02 Laptop Refresh: due | 31 March 2027 | 30 June 2027 | |',
			'| P1-02 Laptop Refresh: money | approved £250,000 | approved £300,000 | |',
			'| P1-02 Laptop Refresh: milestone “Pilot over” | – | approved 31 January 2027 | added |',
			'| P1-02 Laptop Refresh: milestone “Pilot over”, forecast | – | 14 February 2027 | |',
			'| P1-02 Laptop Refresh: milestone “Pilot over” | – | – | taken off |',
		]);
	});

	test('is minuted as it was called then: a milestone that is renamed later keeps its old name in the minutes', () => {
		const held = acted(makeDatabase(), open, move('I-2', 'I-3'), {
			kind: 'milestone/add',
			project: 'P1-02',
			title: 'Pilot over',
			approved: '2027-01-31',
		});
		const before = minutes(acted(held, close), 'M-2');
		const renamed = acted(held, close, {
			kind: 'milestone/edit',
			project: 'P1-02',
			id: 'MS-1',
			fields: {title: {from: 'Pilot over', to: 'Trial over'}},
		});
		expect(minutes(renamed, 'M-2')).toBe(before);
	});

	test('of a strategy says which field it was', () => {
		const held = acted(
			makeDatabase(),
			open,
			move('I-2', 'I-4'),
			{
				kind: 'record/edit',
				record: 'strategies/S-1',
				fields: {title: {from: 'Digital Strategy', to: 'Our Digital Strategy'}},
			},
			close,
		);
		expect(
			under(minutes(held, 'M-2'), '## 3. Progress of the strategy').replaceAll(/ +/g, ' '),
		).toContain('| S-1 Our Digital Strategy: title | Digital Strategy | Our Digital Strategy |');
	});

	test('a request that is decided is told once, with what was asked for and the days since the first date', () => {
		const asked = acted(
			makeDatabase(),
			{kind: 'milestone/add', project: 'P1-02', title: 'Go live', approved: '2027-03-31'},
			{
				kind: 'request/make',
				project: 'P1-02',
				field: 'milestones/MS-1/approved',
				from: '2027-03-31',
				to: '2027-07-03',
				reason: 'No staff.',
			},
			{kind: 'request/gather', meeting: 'M-2', item: 'I-4', to: ['RQ-1']},
			open,
			move('I-2', 'I-4'),
			[decide('Requests'), {kind: 'request/decide', id: 'RQ-1', to: 'approved', follows: true}],
			close,
		);
		expect(
			under(minutes(asked, 'M-2'), '## 3. Progress of the strategy').replaceAll(/ +/g, ' '),
		).toContain(
			'| P1-02 Laptop Refresh: milestone “Go live”, request RQ-1 | 31 March 2027 | 3 July 2027 (+94 days since it was first approved) | approved |',
		);
	});
});
