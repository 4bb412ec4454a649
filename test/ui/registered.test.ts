// The register of interests, kept by keys between meetings: shown where it matters, published where the law does.
import {expect, test} from 'vitest';
import {interestsDocument} from '../../source/documents/interests.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {interestRegisterOf} from '../../source/domain/queries/meeting/interests.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {charity} from '../helpers/charity.ts';
import {makeCouncil} from '../helpers/council.ts';
import {after, makeDatabase, objection} from '../helpers/database.ts';
import {into, open, until} from './scene.ts';

const page = (database: Database, publicOnly = false) =>
	toMarkdown(interestsDocument(interestRegisterOf(database, {publicOnly})));
const interestsOf = (database: Database, id: string) =>
	database.people.find((person) => person.id === id)?.interests;
const size = {columns: 110, rows: 40};

test('what a member registers is typed a line each, and taken off with its reason', async () => {
	const app = await open({database: makeDatabase(), ...size}, 'go.members', 'member.interests');
	await expect(app).toShow('Registered interests of Ann Reed');
	await app.type('Owns 3 High Street [p1-01]');
	await app.press('enter');
	await app.type('sensitive');
	await app.press('form.save');
	await until(() => interestsOf(app.database(), 'reed')?.length === 2);
	expect(interestsOf(app.database(), 'reed')).toEqual([
		{id: 'RI-1', text: 'Owns 3 High Street', projects: ['P1-01'], from: '2026-11-22'},
		{id: 'RI-2', sensitive: true, from: '2026-11-22'},
	]);
	await app.press('member.interests');
	await expect(app).toShow('Owns 3 High Street [P1-01]', 'sensitive');
	await app.press('ctrl+u');
	await expect(app).toShow('Taken off');
	await app.press('form.save');
	await expect(app).toShow('say why it is taken off the register');
	await into(app, 'reason', 'no longer at risk');
	await app.press('form.save');
	await until(() => interestsOf(app.database(), 'reed')?.[1]?.ended !== undefined);
	expect(interestsOf(app.database(), 'reed')).toMatchObject([
		{id: 'RI-1'},
		{ended: {on: '2026-11-22', why: 'no longer at risk'}},
	]);
	expect(page(app.database())).toContain('taken off on 22 November 2026: no longer at risk');
});

test('what touches nothing that there is, or says nothing, is refused', async () => {
	const app = await open({database: makeDatabase(), ...size}, 'go.members', 'member.interests');
	await app.type('Owns 3 High Street [P9-99]');
	await app.press('form.save');
	await expect(app).toShow('there is no priority or project P9-99');
	const register = (fields: object): Change => ({
		kind: 'interest/register',
		person: 'reed',
		...fields,
	});
	const database = makeDatabase();
	expect(objection(database, register({}))).toContain('an interest has its words');
	expect(objection(database, register({text: 'A', sensitive: true}))).toContain(
		'an interest has its words or, where it is sensitive, none',
	);
	expect(objection(database, register({text: 'A', on: '2027-01-01'}))).toBe(
		'1 January 2027 is still to come',
	);
	expect(
		objection(database, {kind: 'interest/end', person: 'reed', id: 'RI-7', reason: 'sold'}),
	).toBe('Ann Reed has no registered interest RI-7');
});

test('they are shown at the item for declarations, and at one that touches them', async () => {
	const database = after(
		makeDatabase(),
		{kind: 'interest/register', person: 'smith', text: 'Owns the exchange', priorities: ['P1']},
		{kind: 'interest/register', person: 'jones', text: 'Chair of the club'},
	);
	const meetings = database.meetings.map((meeting) => ({
		...meeting,
		agenda: meeting.agenda.map((item, index) =>
			index === 0
				? {...item, kind: 'declarations' as const}
				: index === 1
					? {...item, about: {priority: 'P1'}}
					: item,
		),
	}));
	const app = await open({database: {...database, meetings}, ...size}, 'go.meeting');
	await expect(app).toShow('Joan Smith: Owns the exchange', 'Peter Jones: Chair of the club');
	await app.press('down');
	await expect(app).toShow('Joan Smith: Owns the exchange');
	expect(app.text()).not.toContain('Chair of the club');
	await app.press('down');
	expect(app.text()).not.toContain('Owns the exchange');
});

test('a council’s are published, without what was taken off and what is sensitive; a charity’s are not, nor an officer’s', () => {
	const council = after(
		makeCouncil(),
		{kind: 'interest/register', person: 'khan', text: 'Owns the mill', on: '2026-05-06'},
		{kind: 'interest/register', person: 'khan', sensitive: true},
		{kind: 'interest/register', person: 'pole', text: 'Runs a shop'},
		{kind: 'interest/end', person: 'pole', id: 'RI-3', reason: 'sold'},
	);
	const shown = page(council, true);
	expect(shown).toMatch(/Khan +\| Owns the mill +\| 6 May 2026/);
	expect(shown).toContain(
		'An interest (its nature is withheld as sensitive: Localism Act 2011 s.32)',
	);
	expect(shown).not.toContain('Runs a shop');
	expect(page(council)).toContain('Runs a shop; taken off on 22 November 2026: sold');
	const trust = after(charity(), {
		kind: 'interest/register',
		person: 'treasurer',
		text: 'Owns the mill',
	});
	expect(page(trust, true)).not.toContain('Owns the mill');
	expect(page(trust)).toContain('Owns the mill');
	const officers = after(makeDatabase(), {
		kind: 'interest/register',
		person: 'smith',
		text: 'Owns the mill',
	});
	expect(page(officers, true)).not.toContain('Owns the mill');
});

test('no public copy of a database holds them, nor its log', () => {
	const database = after(
		makeCouncil(),
		{kind: 'interest/register', person: 'khan', text: 'Owns the mill'},
		{kind: 'interest/end', person: 'khan', id: 'RI-1', reason: 'sold the mill'},
	);
	expect(JSON.stringify(publicView(database))).not.toContain('the mill');
});

test('an item with a paper alone shows those that have a telling word in common with it, and which', async () => {
	const database = after(
		makeCouncil(),
		{kind: 'interest/register', person: 'khan', text: 'Owns the old depot'},
		{kind: 'interest/register', person: 'pole', text: 'Runs a shop in the lane'},
	);
	const app = await open({database, ...size}, 'go.meeting', ']', 'j', 'j', 'j', 'j');
	await expect(app).toShow('Cllr Khan: Owns the old depot (the item says “depot”)');
	expect(app.text()).not.toContain('Runs a shop');
	// Words such as lane tell nothing: Mill Lane is no shop.
	await app.press('k');
	await expect(app).toShow('▸     4  Mill Lane');
	expect(app.text()).not.toContain('Runs a shop');
});

test('whoever declares sees what they have on the register, and nobody else’s', async () => {
	const database = after(
		makeCouncil(),
		{kind: 'interest/register', person: 'khan', text: 'Owns the old depot'},
		{kind: 'interest/register', person: 'khan', sensitive: true},
		{kind: 'interest/register', person: 'pole', text: 'Runs a shop'},
		{kind: 'meeting/open', id: 'M-3'},
		{kind: 'attendance/set', meeting: 'M-3', person: 'khan', to: 'present'},
		{kind: 'meeting/move', id: 'M-3', from: 'I-6', to: 'I-9'},
	);
	const app = await open({database, ...size}, 'go.meeting', 'item.declare');
	expect(app.text()).not.toContain('On the register');
	await app.type('ak');
	await expect(app).toShow(
		'On the register: Owns the old depot',
		'On the register: An interest (its nature is withheld as sensitive',
	);
	expect(app.text()).not.toContain('Runs a shop');
});
