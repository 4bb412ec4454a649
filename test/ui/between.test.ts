// What is decided at no meeting: a board's ballot with its days and names, and one person's decision under a delegation.
import {expect, test} from 'vitest';
import {registerDocument, registerOf} from '../../source/documents/decision-register.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {lacking} from '../../source/domain/law/completeness.ts';
import {proposeAgenda} from '../../source/domain/queries/meeting/agenda.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {charity} from '../helpers/charity.ts';
import {makeCouncil} from '../helpers/council.ts';
import {accepted, after, contextAt, makeDatabase, objection} from '../helpers/database.ts';
import {into, open} from './scene.ts';

const size = {columns: 110, rows: 50};
const today = '2026-11-22';
const notice = (database: Database, id: string) =>
	toMarkdown(noticeDocument(statementOf(database, id, {today})));
const register = (database: Database) =>
	toMarkdown(
		registerDocument({today, organisation: database.organisation}, registerOf(database, {today})),
	);

const ballot = (
	names: string,
	over: Partial<Extract<Change, {kind: 'decision/take'}>> = {},
): Change => ({
	kind: 'decision/take',
	board: 'trustees',
	title: 'Boiler',
	resolution: 'That the boiler be replaced.',
	outcome: 'approved',
	asked: {from: '2026-11-16', to: '2026-11-20', how: 'ballot by e-mail'},
	vote: {
		method: 'recorded',
		ballots: names
			.split(' ')
			.map((word) => ({person: word.slice(1), vote: word.startsWith('+') ? 'for' : 'against'})),
	},
	...over,
});

test('a board that may decides by a ballot with its days, and who voted how is told; no meeting is made of it', async () => {
	const app = await open({database: charity({betweenMeetings: true}), ...size}, 'go.register');
	await app.press('register.add');
	await into(app, 'title', 'Boiler');
	await into(app, 'resolution', 'That the boiler be replaced.');
	await into(app, 'how', 'ballot by e-mail');
	await into(app, 'from', '16 Nov');
	await into(app, 'to', '20 Nov');
	await into(app, 'ballots', 'tr- vc= all+');
	await app.press('form.save');
	await expect(app).toShow(
		'That the boiler be replaced.',
		'Put by ballot by e-mail, 16 November 2026 to 20 November 2026',
		'Carried on a recorded vote: 4 for, 1 against, 1 abstained',
		'Treasurer against',
	);
	await app.press('confirm.yes');
	await expect(app).toShow('of Board of Trustees between meetings: Approved');
	const taken = app.database().decisions.at(-1);
	expect(taken).toMatchObject({date: '2026-11-20', asked: {how: 'ballot by e-mail'}});
	expect(taken).not.toHaveProperty('meeting');
	expect(app.database().meetings).toHaveLength(charity().meetings.length);
	const text = notice(app.database(), taken?.id ?? '');
	expect(text).toContain(
		'**Taken between meetings:** ballot by e-mail, 16 November 2026 to 20 November 2026; 6 of 6 answered',
	);
	expect(text).toContain('**Voting against:** Treasurer');
	expect(text).not.toContain('show of hands');
});

test.each([
	[
		'too few answer for the quorum',
		ballot('+chair +treasurer'),
		'2 of the 3 members answered that its quorum needs',
	],
	['somebody has no vote', ballot('+chair +treasurer +manager'), 'Centre Manager has no vote'],
	['more are against', ballot('+chair -treasurer -building'), 'the outcome is Lost'],
	[
		'its end is still to come',
		ballot('+chair +treasurer +building', {
			asked: {from: '2026-11-20', to: '2026-11-30', how: 'ballot'},
		}),
		'30 November 2026 is still to come',
	],
	[
		'hands are counted',
		ballot('', {vote: {method: 'show-of-hands', for: 5, against: 0}}),
		'between meetings everyone votes by name',
	],
	['nobody was asked', ballot('+chair', {asked: undefined}), 'say when its members were asked'],
])('a ballot is refused where %s', (_, change, says) => {
	expect(objection(charity({betweenMeetings: true}), change)).toContain(says);
});

test('two thirds of all members by the board’s own rule: four of six carry, three do not, whoever did not answer', () => {
	const database = charity({
		betweenMeetings: true,
		majority: {share: 'two-thirds', of: 'members'},
	});
	expect(objection(database, ballot('+chair +treasurer +building'))).toBe(
		'4 votes for were needed: the outcome is Lost',
	);
	expect(objection(database, ballot('+chair +treasurer +building +volunteers'))).toBeUndefined();
});

test('a board whose rules do not say so decides at meetings only, and the key says what mends it', async () => {
	const app = await open({database: charity(), ...size}, 'go.register', 'register.add');
	await expect(app).toShow('no board’s rules let it decide between meetings');
	expect(objection(charity(), ballot('+chair'))).toBe(
		'the rules of Board of Trustees do not say that it decides between meetings',
	);
});

test('the votes and days of a ballot are corrected by keys, and what they were is told', async () => {
	const taken = after(charity({betweenMeetings: true}), ballot('+chair +treasurer +building'));
	const id = taken.decisions.at(-1)?.id ?? '';
	const database = after(taken, {kind: 'decision/publish', id, on: today});
	const app = await open({database, ...size}, 'go.register');
	await app.press('register.edit');
	await expect(app).toShow('Put by', 'ballot by e-mail', '3 for, 0 against');
	await into(app, 'ballots', '');
	await app.press('ctrl+u');
	await app.type('ct+ tr- tb+ vol+');
	await into(app, 'to', '');
	await app.press('ctrl+u');
	await app.type('19 Nov');
	await into(app, 'reason', 'The count was of the wrong sheet.');
	await app.press('form.save');
	await expect(app).toShow('corrected');
	expect(app.database().decisions.at(-1)).toMatchObject({
		date: '2026-11-19',
		asked: {to: '2026-11-19', answered: ['chair', 'treasurer', 'building', 'volunteers']},
		vote: {ballots: expect.arrayContaining([{person: 'treasurer', vote: 'against'}])},
	});
	const text = notice(app.database(), id);
	expect(text).toContain('ballot by e-mail, 16 November 2026 to 19 November 2026; 4 of 6 answered');
	expect(text).toContain('The count was of the wrong sheet.');
	expect(text).toContain(
		'It read before: vote “Carried on a recorded vote: 3 for, 0 against; Chair of Trustees for, Treasurer for, Trustee for the building for”',
	);
	expect(text).toContain(
		'asked “ballot by e-mail, 16 November 2026 to 20 November 2026; 3 of 6 answered”; date 20 November 2026.',
	);
});

test('a corrected ballot is held to the same rules, and a decision that was put to none gets none', () => {
	const database = after(charity({betweenMeetings: true}), ballot('+chair +treasurer +building'));
	const {id = '', vote, asked} = database.decisions.at(-1) ?? {};
	const edit = (fields: object): Change => ({kind: 'decision/edit', id, fields});
	expect(
		objection(
			database,
			edit({
				vote: {from: vote, to: {method: 'recorded', ballots: [{person: 'chair', vote: 'for'}]}},
			}),
		),
	).toContain('1 of the 3 members answered that its quorum needs');
	const {answered: _answered, ...from} = asked!;
	expect(objection(database, edit({asked: {from, to: {...from, to: '2026-11-30'}}}))).toContain(
		'30 November 2026 is still to come',
	);
	expect(objection(database, edit({asked: {from: {...from, how: 'by post'}, to: from}}))).toContain(
		'its ballot is another by now',
	);
	const alone = after(makeCouncil(), {
		kind: 'decision/take',
		board: 'B-2',
		title: 'Licences',
		resolution: 'That the licences be renewed.',
		outcome: 'approved',
	});
	const other = alone.decisions.at(-1)?.id ?? '';
	expect(
		objection(alone, {kind: 'decision/edit', id: other, fields: {asked: {to: from}}}),
	).toContain('was not put to a ballot');
	expect(
		objection(alone, {kind: 'decision/edit', id: other, fields: {vote: {to: vote}}}),
	).toContain('was not put to a vote');
});

test('a committee under a statute decides at a meeting only', () => {
	expect(objection(makeCouncil(), {...ballot('+lane'), board: 'B-3'} as Change)).toBe(
		'this body decides only at a meeting: record the officer’s or member’s decision, under which delegation, and who was consulted',
	);
});

/** The committee’s meeting of the day gave a power to an officer. */
const delegated = (): Database => {
	let database = makeCouncil();
	const play = (...changes: Change[]) => {
		database = accepted(database, changes, contextAt('10:00')).database;
	};
	play({kind: 'meeting/open', id: 'M-3'});
	play(
		...['lane', 'pole', 'khan', 'byrne', 'ward'].map((person): Change => ({
			kind: 'attendance/set',
			meeting: 'M-3',
			person,
			to: 'present',
		})),
	);
	play({
		kind: 'decision/record',
		meeting: 'M-3',
		title: 'Depot',
		resolution: 'That the depot be let.',
		outcome: 'approved',
		mover: 'lane',
		seconder: 'pole',
		vote: {method: 'no-dissent'},
		delegations: [
			{
				to: 'Head of Property',
				matter: 'agree the terms',
				inConsultationWith: ['the Chair'],
				limits: 'up to £50,000',
			},
		],
	});
	return database;
};

test('an officer’s decision cites the delegation, says who was consulted and why, and closes the delegation in the register', async () => {
	const database = delegated();
	expect(register(database)).toMatch(
		/\| D-2 +\| to Head of Property, in consultation with the Chair +\| agree the terms +\| up to £50,000 +\| +\| Open/,
	);
	const app = await open({database, ...size}, 'go.register');
	await app.press('register.add');
	await expect(app).toShow('Executive Councillor');
	await into(app, 'title', 'Terms of the depot');
	await into(app, 'resolution', 'That the terms be agreed.');
	await into(app, 'under', 'd-2');
	await into(app, 'consulted', 'lane: owns the site next to it');
	await into(app, 'reasons', 'The rent is the market’s.');
	await into(app, 'alternatives', 'none');
	await app.press('form.save');
	await expect(app).toShow(
		'Under delegation: D-2 dl1',
		'Cllr Lane (conflict of interest: owns the',
	);
	await app.press('confirm.yes');
	await expect(app).toShow('recorded decision D-3');
	const text = notice(app.database(), 'D-3');
	expect(text).toContain(
		'Record of a decision under regulation 7 of the Openness of Local Government Bodies Regulations 2014.',
	);
	expect(text).toContain('**Under delegation:** D-2 Depot: agree the terms');
	expect(text).toContain(
		'**Consulted:** Cllr Lane (conflict of interest: owns the site next to it)',
	);
	expect(text).not.toContain('Open to call-in until');
	expect(register(app.database())).toMatch(/agree the terms +\| up to £50,000 +\| +\| Used by D-3/);
	for (let left = 6; left > 0 && !app.text().includes('To whom'); left--)
		await app.press('register.variant');
	await expect(app).toShow('used D-3', 'Head of Property', 'agree the terms');
});

test('what one decides alone lacks the power and the consulted until they are told; “nobody” is told too', () => {
	const take = (fields: object): Change => ({
		kind: 'decision/take',
		board: 'B-2',
		title: 'Licences',
		resolution: 'That the licences be renewed.',
		outcome: 'approved',
		reasons: 'They end.',
		alternatives: 'none',
		...fields,
	});
	const lacks = (fields: object) => {
		const database = after(makeCouncil(), take(fields));
		const last = database.decisions.at(-1);
		return last ? lacking(database, last).map(({field}) => field) : [];
	};
	expect(lacks({})).toEqual(['consulted', 'under']);
	expect(lacks({noConflicts: true, under: {authority: 'Constitution, part 3'}})).toEqual([]);
	expect(objection(makeCouncil(), take({under: {decision: 'D-9'}}))).toContain('no decision D-9');
	expect(objection(makeCouncil(), take({under: {decision: 'D-1', delegation: 'dl1'}}))).toBe(
		'decision D-1 gave no delegation dl1',
	);
});

test('alternatives that are typed are considered only when somebody says so', async () => {
	const decided = async (confirmed: string) => {
		const app = await open({database: delegated(), ...size}, 'go.register');
		await app.press('register.add');
		await into(app, 'title', 'Terms of the depot');
		await into(app, 'resolution', 'That the terms be agreed.');
		await into(app, 'under', 'd-2');
		await into(app, 'consulted', 'nobody');
		await into(app, 'reasons', 'The rent is the market’s.');
		await into(app, 'alternatives', 'To sell it.');
		await into(app, 'confirmed', confirmed);
		await app.press('form.save');
		await app.press('confirm.yes');
		await expect(app).toShow('recorded decision D-3');
		return app.database();
	};
	const unsaid = await decided('n');
	expect(lacking(unsaid, unsaid.decisions.at(-1)!)).toMatchObject([{field: 'alternatives'}]);
	const said = await decided('y');
	expect(lacking(said, said.decisions.at(-1)!)).toEqual([]);
});

test('a delegation that is neither used nor wanted is ended by key, and stays in the register', async () => {
	const app = await open({database: delegated(), ...size}, 'go.register');
	for (let left = 6; left > 0 && !app.text().includes('To whom'); left--)
		await app.press('register.variant');
	await expect(app).toShow('OPEN', 'Head of Property');
	await app.press('register.take-back');
	await expect(app).toShow('End the delegation to Head of Property?');
	await app.press('confirm.yes');
	await expect(app).toShow('ENDED');
	expect(register(app.database())).toContain('ended 22 November 2026');
});

test('the next meeting is told of what was decided between, once, and its minutes say how it was decided', () => {
	const database = after(
		charity({betweenMeetings: true}),
		ballot('+chair +treasurer +building -volunteers'),
	);
	const [board] = database.boards;
	if (!board) throw new Error('no board');
	const reported = proposeAgenda(database, board).find(({about}) => about?.decision);
	expect(reported).toMatchObject({title: 'Decision between meetings: Boiler'});
	const planned = after(database, {
		kind: 'agenda/add',
		meeting: 'M-3',
		itemKind: 'business',
		title: reported?.title ?? '',
		about: reported?.about,
		at: 1,
	});
	expect(proposeAgenda(planned, board).find(({about}) => about?.decision)).toBeUndefined();
	expect(toMarkdown(minutesDocument(minutesOf(planned, 'M-3')))).toContain(
		'**Reported:** That the boiler be replaced. (D-5, taken by Board of Trustees on 20 November 2026: ballot by e-mail, 16 November 2026 to 20 November 2026; 4 of 6 answered; Carried on a recorded vote: 3 for, 1 against)',
	);
});

test('a record of it is edited like any other; who voted how stays as it was recorded', async () => {
	const database = after(
		charity({betweenMeetings: true}),
		ballot('+chair +treasurer +building -volunteers'),
	);
	const before = database.decisions.at(-1)?.vote;
	const app = await open({database, ...size}, 'go.register', 'register.edit');
	expect(app.text()).not.toContain('Mover');
	await into(app, 'reasons', 'It leaks.');
	await app.press('form.save');
	await expect(app).toShow('edited reasons of the draft of decision D-5');
	expect(app.database().decisions.at(-1)).toMatchObject({reasons: 'It leaks.', vote: before});
});

test('a delegation that a decision never gave cannot end', () => {
	const given = after(makeDatabase(), {
		kind: 'decision/take',
		board: 'B-2',
		title: 'Licences',
		resolution: 'That the licences be renewed.',
		outcome: 'approved',
		delegations: [{matter: 'sign them', to: 'the Head of IT'}],
	});
	const {id: decision = ''} = given.decisions.at(-1) ?? {};
	const end = (delegation: string): Change => ({
		kind: 'delegation/end',
		decision,
		delegation,
		on: today,
	});
	expect(objection(given, end('dl2'))).toBe(`decision ${decision} gave no delegation dl2`);
	expect(objection(given, end('dl1'))).toBeUndefined();
});
