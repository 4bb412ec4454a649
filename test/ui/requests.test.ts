import {describe, expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, after, contextAt, makeDatabase, present} from '../helpers/database.ts';
import {chairDoes, flat, into, keysOf, newStore, open, statusLine, type App} from './scene.ts';

const milestone: Change = {
	kind: 'milestone/add',
	project: 'P1-02',
	title: 'Go live',
	approved: '2027-03-31',
};

/** The officers' board approves a delay of more than two weeks. */
const strict = (): Database => {
	const {boards, ...database} = makeDatabase();
	return {
		...database,
		boards: boards.map((board) =>
			board.id === 'B-1' ? {...board, rules: {...board.rules, tolerance: {days: 14}}} : board,
		),
	};
};
const stored = ({store}: App) => store.read();

describe('a change is asked for', () => {
	test('from the walk: what, to when, why; it is read back with whose approval it needs', async () => {
		const app = await open({store: newStore(after(strict(), milestone))}, '2', 'Q');
		await into(app, 'to', '3 Jul 2027');
		await into(app, 'reason', 'No staff before May.');
		await into(app, 'cost', 'None expected.');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('Effect on cost: None expected.');
		expect(flat(app)).toContain(
			'milestone “Go live” from 31 March 2027 to 3 July 2027 (+94 days since it was first approved)',
		);
		expect(flat(app)).toContain('For IMT Board to approve: a delay of 94 days, more than 14 days.');
		await app.press('enter');
		expect(stored(app).requests).toMatchObject([
			{id: 'RQ-1', field: 'milestones/MS-1/approved', to: '2027-07-03', board: 'B-1'},
		]);
	});

	test('what cannot be read or has no reason stays in the form', async () => {
		const app = await open({store: newStore(after(strict(), milestone))}, '2', 'Q');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('say to what');
		await into(app, 'to', '3 Jul 2027');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('say why it is asked for');
		expect(stored(app).requests).toEqual([]);
	});
});

describe('requests are taken at a meeting', () => {
	const make = (project: string, field: string, from: string | undefined, to: string): Change => ({
		kind: 'request/make',
		project,
		field,
		...(from === undefined ? {} : {from}),
		to,
		reason: `${project} is late.`,
	});
	const meeting = () => {
		const asked = after(
			strict(),
			milestone,
			make('P1-02', 'milestones/MS-1/approved', '2027-03-31', '2027-07-03'),
			make('P2-01', 'status', 'blocked', 'cancelled'),
			{kind: 'meeting/open', id: 'M-2'},
		);
		return newStore(accepted(asked, present()).database);
	};
	/** The board's requests put under an item, and that taken up. */
	const gathered = async () => {
		const app = await open({store: meeting()}, '4', 'Q');
		await app.press('G', 'T');
		return app;
	};

	test('they are put under one item, and the key says when none is left over', async () => {
		const app = await open({store: meeting()}, '4', 'Q');
		const database = stored(app);
		expect(database.meetings.find(({id}) => id === 'M-2')?.agenda.at(-1)).toMatchObject({
			kind: 'requests',
			title: 'Requests for change',
			about: {requests: ['RQ-1', 'RQ-2']},
		});
		await app.press('Q');
		expect(statusLine(app)).toContain(
			'no request waits for this board that is not on the agenda already',
		);
	});

	test('en bloc: one motion, each with before and after, and the plan is altered in the same act', async () => {
		const app = await gathered();
		await app.press('d');
		await into(app, 'mover', 'js');
		await app.press('ctrl+d');
		expect(flat(app)).toContain(
			'(1) P1-02 Laptop Refresh, milestone “Go live”: from 31 March 2027 to 3 July 2027 (+94 days since it was first approved)',
		);
		expect(flat(app)).toContain(
			'(2) P2-01 Online Forms, status: from Pending dependencies to Cancelled',
		);
		await app.press('enter');
		const {requests, projects, decisions} = stored(app);
		expect(requests.map(({fate}) => fate)).toEqual(['approved', 'approved']);
		expect(decisions.at(-1)).toMatchObject({projects: ['P1-02', 'P2-01'], outcome: 'approved'});
		expect(projects.find(({id}) => id === 'P2-01')).toMatchObject({status: 'cancelled'});
		expect(projects.find(({id}) => id === 'P1-02')?.milestones).toMatchObject([
			{original: '2027-03-31', approved: '2027-07-03'},
		]);
	});

	test('the item says each request with before, after and why, and what became of it', async () => {
		const app = await gathered();
		expect(flat(app)).toContain(
			'RQ-2 P2-01 Online Forms: status from Pending dependencies to Cancelled. P2-01 is late.',
		);
		await app.press('d');
		await into(app, 'mover', 'js');
		await app.press('ctrl+d', 'enter');
		expect(flat(app)).toContain('from Pending dependencies to Cancelled. Approved. P2-01 is late.');
	});

	test('what is asked is read to its end above the fields; the alternatives are recorded with it', async () => {
		const app = await gathered();
		await app.press('d');
		expect(flat(app)).toContain(
			'from 31 March 2027 to 3 July 2027 (+94 days since it was first approved)',
		);
		await into(app, 'mover', 'js');
		await into(app, 'alternatives', 'To wait a year.');
		await into(app, 'confirmed', 'y');
		await app.press('ctrl+d', 'enter');
		expect(stored(app).decisions.at(-1)).toMatchObject({
			alternatives: 'To wait a year.',
			alternativesConfirmed: true,
		});
	});

	test('a request in which an interest is declared is not taken with others', async () => {
		const app = await gathered();
		await chairDoes(app.store, {
			kind: 'agenda/add',
			meeting: 'M-2',
			itemKind: 'business',
			title: 'Forms',
			about: {project: 'P2-01'},
		});
		const item = stored(app)
			.meetings.find(({id}) => id === 'M-2')!
			.agenda.find(({title}) => title === 'Forms')!.id;
		await chairDoes(app.store, {
			kind: 'declaration/add',
			meeting: 'M-2',
			item,
			person: 'smith',
			interest: 'ori',
		});
		await app.press('d');
		expect(flat(app)).toContain('Taken alone, as an interest is declared: RQ-2');
		await app.press('shift+tab', 'shift+tab');
		await app.type(' RQ-2');
		await into(app, 'mover', 'js');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('an interest is declared in RQ-2: take it alone');
		await app.press(...Array.from({length: 5}, () => 'backspace' as const));
		await app.press('ctrl+d', 'enter');
		expect(stored(app).requests.map(({fate}) => fate)).toEqual(['approved', 'asked']);
		await app.press('d');
		await into(app, 'mover', 'js');
		await app.press('ctrl+d', 'enter');
		expect(stored(app).requests.map(({fate}) => fate)).toEqual(['approved', 'approved']);
	});

	test('singly: what is left out of the line waits for another motion', async () => {
		const app = await gathered();
		await app.press('d', 'shift+tab', 'shift+tab');
		await app.press(...Array.from({length: 5}, () => 'backspace' as const));
		await into(app, 'mover', 'js');
		await app.press('ctrl+d', 'enter');
		expect(stored(app).requests.map(({fate}) => fate)).toEqual(['approved', 'asked']);
		await app.press('d');
		expect(flat(app)).toContain('RQ-2');
		await into(app, 'outcome', 'r');
		await into(app, 'mover', 'js');
		await app.press('ctrl+d', 'enter');
		const {requests, projects} = stored(app);
		expect(requests.map(({fate}) => fate)).toEqual(['approved', 'refused']);
		expect(projects.find(({id}) => id === 'P2-01')).toMatchObject({status: 'blocked'});
		// What was refused stays as it was, and the minutes say so.
		expect(minutesIn(app)).toContain(
			'| P2-01 Online Forms: status, request RQ-2 | Pending dependencies | Pending dependencies | Cancelled was asked for: refused |',
		);
	});

	/** The first request alone, with an outcome. */
	const alone = async (outcome: string) => {
		const app = await gathered();
		await app.press('d', 'shift+tab', 'shift+tab');
		await app.press(...Array.from({length: 5}, () => 'backspace' as const));
		await into(app, 'outcome', outcome);
		await into(app, 'mover', 'js');
		return app;
	};

	test('another day than the one asked for is approved as amended, and minuted as it was approved', async () => {
		const app = await alone('m');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('say to what, other than what was asked for');
		await into(app, 'instead', '31 May 2027');
		await into(app, 'amendment1', 'That it be May.');
		await into(app, 'amendment1by', 'pj');
		await into(app, 'amendment1vote', 'accepted');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('from 31 March 2027 to 31 May 2027');
		await app.press('enter');
		const {requests, decisions, projects} = stored(app);
		expect(requests[0]).toMatchObject({fate: 'approved'});
		expect(decisions.at(-1)).toMatchObject({
			outcome: 'approved-as-amended',
			amendments: [{text: 'That it be May.', fate: 'accepted'}],
		});
		expect(projects.find(({id}) => id === 'P1-02')?.milestones).toMatchObject([
			{original: '2027-03-31', approved: '2027-05-31'},
		]);
		expect(minutesIn(app)).toContain('| 31 March 2027 | 31 May 2027 (+61 days');
		// What was asked for is not what was approved: item and register say so.
		expect(flat(app)).toContain('Approved as amended. P1-02 is late.');
	});

	test.each([
		['n', 'noted', 'asked'],
		['f', 'referred', 'asked'],
		['d', 'deferred', 'asked'],
	])('with %s it is %s, which approves nothing: it still waits', async (key, outcome, fate) => {
		const app = await alone(key);
		await app.press('ctrl+d');
		expect(flat(app)).toContain(`That this request be ${outcome}:`);
		await app.press('enter');
		const {requests, decisions, projects} = stored(app);
		expect(requests[0]).toMatchObject({fate});
		expect(decisions.at(-1)).toMatchObject({outcome});
		expect(projects.find(({id}) => id === 'P1-02')?.milestones).toMatchObject([
			{approved: '2027-03-31'},
		]);
	});

	test('a motion that most vote against is lost, and the change with it', async () => {
		const app = await alone('l');
		await into(app, 'seconder', 'pj');
		await into(app, 'vote', '1 2 0');
		await app.press('ctrl+d', 'enter');
		expect(stored(app).requests[0]).toMatchObject({fate: 'refused'});
		expect(stored(app).decisions.at(-1)).toMatchObject({outcome: 'lost'});
	});

	test('what is read back before it is recorded has the reasons', async () => {
		const app = await gathered();
		await app.press('d');
		await into(app, 'mover', 'js');
		await into(app, 'reasons', 'The supplier failed.');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('Reasons: The supplier failed.');
	});
});

/** The minutes of the meeting as they stand. */
const minutesIn = (app: App): string =>
	toMarkdown(minutesDocument(minutesOf(stored(app), 'M-2'))).replaceAll(/ +/g, ' ');

describe('a status in a meeting', () => {
	const priority: Change[] = [{kind: 'meeting/open', id: 'M-2'}, ...present()];
	const at = (item: string) =>
		newStore(
			accepted(accepted(strict(), priority).database, {
				kind: 'meeting/move',
				id: 'M-2',
				from: 'I-2',
				to: item,
			}).database,
		);

	test('is reported unless somebody says that it is decided', async () => {
		const app = await open({store: at('I-3')}, '2', 's');
		expect(flat(app)).toContain('reported');
		await app.press('h', 'enter');
		const {decisions, projects} = stored(app);
		expect(decisions).toHaveLength(1);
		expect(projects.find(({id}) => id === 'P1-02')).toMatchObject({status: 'on-hold'});
	});

	test('that is decided is a decision on the item, read back first', async () => {
		const app = await open({store: at('I-3')}, '2', 's', 'x');
		await into(app, 'decided', 'd');
		await into(app, 'mover', 'js');
		await app.press('ctrl+d');
		expect(flat(app)).toContain(
			'That the status of P1-02 Laptop Refresh be changed from In progress to Cancelled.',
		);
		await app.press('enter');
		const {decisions, projects} = stored(app);
		expect(decisions.at(-1)).toMatchObject({item: 'I-3', projects: ['P1-02']});
		expect(projects.find(({id}) => id === 'P1-02')).toMatchObject({status: 'cancelled'});
	});

	test('on an item that is about something else is not decided, and the form says where it could be', async () => {
		const app = await open({store: at('I-5')}, '2', 's', 'h');
		await into(app, 'decided', 'd');
		await app.press('ctrl+d');
		expect(flat(app)).toContain(
			'what is decided needs an item that covers P1-02 Laptop Refresh: take up item 2 Modernisation (T), or say that it is reported',
		);
		expect(stored(app).decisions).toHaveLength(1);
		await into(app, 'decided', 'r');
		await app.press('ctrl+d');
		expect(stored(app).projects.find(({id}) => id === 'P1-02')).toMatchObject({
			status: 'on-hold',
		});
		expect(stored(app).decisions).toHaveLength(1);
	});

	test('that stays as it is cannot be decided', async () => {
		const app = await open({store: at('I-3')}, '2', 's');
		await into(app, 'decided', 'd');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('choose the status that was decided, or say that it is reported');
	});

	test('red asks for the way back to green, and is saved without one', async () => {
		const app = await open({store: newStore(strict())}, '2', 's');
		await app.press('tab', 'r');
		expect(flat(app)).toContain('Way back');
		await app.press('enter');
		expect(stored(app).projects.find(({id}) => id === 'P1-02')).toMatchObject({
			confidence: 'red',
		});
		await app.press('s');
		await into(app, 'wayBack', 'A second supplier.');
		await app.press('ctrl+d');
		expect(stored(app).projects.find(({id}) => id === 'P1-02')?.wayBack).toBe('A second supplier.');
	});
});

describe('a decision on a project in Walk', () => {
	const at = (item: string) =>
		newStore(
			accepted(accepted(strict(), [{kind: 'meeting/open', id: 'M-2'}, ...present()]).database, {
				kind: 'meeting/move',
				id: 'M-2',
				from: 'I-2',
				to: item,
			}).database,
		);

	test('asks whether it is decided or reported; what is reported makes no decision', async () => {
		const app = await open({store: at('I-3')}, '2', 'd');
		expect(flat(app)).toContain('This is r reported [d decided on the item]');
		await into(app, 'decided', 'r');
		await into(app, 'status', 'on hold');
		await into(app, 'reasons', 'The supplier went out of business.');
		await app.press('ctrl+d');
		const {decisions, projects} = stored(app);
		expect(decisions).toHaveLength(1);
		const project = projects.find(({id}) => id === 'P1-02');
		expect(project).toMatchObject({status: 'on-hold'});
		expect(project?.updates.at(-1)).toMatchObject({
			note: 'The supplier went out of business.',
			meeting: 'M-2',
		});
	});

	test('that is only told in words is a comment', async () => {
		const app = await open({store: at('I-3')}, '2', 'd');
		await into(app, 'decided', 'r');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('say what was reported: a status, a note');
		await into(app, 'reasons', 'On its way.');
		await app.press('ctrl+d');
		expect(stored(app).projects.find(({id}) => id === 'P1-02')).toMatchObject({
			status: 'in-progress',
		});
		expect(stored(app).log.at(-1)?.changes?.[0]).toEqual({
			kind: 'project/update',
			id: 'P1-02',
			note: 'On its way.',
		});
	});

	test('needs an item that covers it: the form says so before anything is typed', async () => {
		const app = await open({store: at('I-5')}, '2', 'd');
		expect(flat(app)).toContain(
			'What is decided needs an item that covers P1-02 Laptop Refresh: take up item 2 Modernisation (T), or say that it is reported',
		);
		await into(app, 'resolution', 'That it be given up.');
		await app.press('ctrl+d', 'enter');
		expect(stored(app).decisions).toHaveLength(1);
	});

	test('asks of the status that follows, too; what approves nothing decides none', async () => {
		const app = await open({store: at('I-3')}, '2', 'd');
		expect(flat(app)).not.toContain('and that is');
		await into(app, 'resolution', 'That the report be noted.');
		await into(app, 'status', 'on hold');
		expect(flat(app)).toContain('and that is [d decided by this] r reported');
		await into(app, 'outcome', 'n');
		expect(flat(app)).toContain('and that is d decided by this [r reported]');
		await into(app, 'follows', 'd');
		await into(app, 'mover', 'js');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('“Noted” approves nothing: say that the status is reported');
		await into(app, 'follows', 'r');
		await app.press('ctrl+d', 'enter');
		const {decisions, projects} = stored(app);
		expect(decisions.at(-1)).toMatchObject({outcome: 'noted', projects: ['P1-02']});
		expect(projects.find(({id}) => id === 'P1-02')).toMatchObject({status: 'on-hold'});
	});
});

describe('walk opens on what has changed since the board last met', () => {
	/** The board met in November and closed; since then things happened; its December meeting is planned. */
	const since = (): Database => {
		const acts: Change[][] = [
			[milestone],
			[{kind: 'meeting/open', id: 'M-2'}],
			[{kind: 'meeting/close', id: 'M-2'}],
			[
				{
					kind: 'meeting/add',
					board: 'B-1',
					title: 'December meeting',
					startsAt: '2026-12-20T09:30',
					agenda: [],
				},
			],
			[
				{
					kind: 'project/status',
					id: 'P1-02',
					from: 'in-progress',
					to: 'on-hold',
					confidence: {from: 'amber', to: 'red'},
					note: 'The supplier failed.',
				},
			],
			[
				{
					kind: 'milestone/edit',
					project: 'P1-02',
					id: 'MS-1',
					fields: {forecast: {to: '2027-07-03'}},
				},
			],
		];
		return acts.reduce(
			(database, changes) => accepted(database, changes, contextAt('09:00')).database,
			strict(),
		);
	};

	test('status, confidence with its direction, and milestones with their days; then the priorities', async () => {
		const app = await open({store: newStore(since())}, '2');
		expect(flat(app)).toContain(
			'What has changed since the meeting of 22 November 2026 (November meeting)',
		);
		expect(flat(app)).toContain('1 worse, 1 slipped');
		expect(flat(app)).toContain('On hold (was In progress), Red (was Amber, worse)');
		expect(flat(app)).toContain('Go live: from 31 March 2027 to 3 July 2027, 94 days later');
		expect(flat(app)).toContain('Way back to green not said yet');
		await app.press('right');
		expect(flat(app)).toContain('Priority 1 of 2: Modernisation');
		await app.press('left');
		expect(flat(app)).toContain('What has changed');
	});

	test('with nothing on record of an earlier meeting it opens on the first priority', async () => {
		const app = await open({}, '2');
		expect(flat(app)).toContain('Priority 1 of 2: Modernisation');
	});

	test('keys record on the project there as anywhere', async () => {
		const app = await open({store: newStore(since())}, '2', 'c', ...keysOf('Looked at.'), 'ctrl+d');
		expect(
			stored(app)
				.projects.find(({id}) => id === 'P1-02')
				?.updates.at(-1),
		).toMatchObject({note: 'Looked at.'});
	});
});

test('what was decided and has fallen is taken off, and the question says so', async () => {
	const {projects, decisions, ...rest} = makeDatabase();
	const database: Database = {
		...rest,
		decisions: decisions.map((one) => ({...one, status: 'retracted'})),
		projects: projects.map((one) =>
			one.id === 'P1-02'
				? {...one, pending: [{id: 'PE-1', field: 'due', value: '2027-09-30', decision: 'D-1'}]}
				: one,
		),
	};
	const app = await open({database}, '2', 'E');
	expect(flat(app)).toContain('Take off what has fallen?');
	expect(flat(app)).toContain('P1-02 Laptop Refresh, end: falls, decision D-1 was retracted');
	expect(flat(app)).toContain('Take it off');
	expect(flat(app)).not.toContain('into effect');
	await app.press('enter');
	const project = stored(app).projects.find(({id}) => id === 'P1-02');
	expect(project).not.toHaveProperty('pending');
	expect(project?.due).toBe('2027-03-31');
});
