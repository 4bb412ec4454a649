// Offices, portfolios, wards and parties of members; what a decision serves; steps of a meeting that are moved by d.
import {expect, test} from 'vitest';
import {agendaDocument} from '../../source/documents/agenda.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {lacking} from '../../source/domain/law/completeness.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {noticesDue} from '../../source/domain/queries/minutes/statement.ts';
import {summonsOf} from '../../source/domain/queries/meeting/summons.ts';
import {makeCouncil, sitting} from '../helpers/council.ts';
import {accepted} from '../helpers/database.ts';
import {into, open} from './scene.ts';

const size = {columns: 120, rows: 60};

test('ward and party are entered by keys, and stand on the roll, in the summons and in the minutes', async () => {
	const app = await open({database: makeCouncil(), ...size}, 'go.members');
	await app.press('board.next', 'board.next');
	await expect(app).toShow('Planning Committee: members');
	await app.press('member.edit');
	await into(app, 'office', 'Leader of the council');
	await into(app, 'ward', 'North ward');
	await into(app, 'party', 'Independent');
	await app.press('form.save');
	await expect(app).toShow('Leader of the council, North ward, Independent');
	const person = app.database().people.find(({ward}) => ward);
	expect(person).toMatchObject({ward: 'North ward', party: 'Independent'});
	const told = `${person?.name} (chair; Leader of the council; North ward; Independent)`;
	expect(toMarkdown(agendaDocument(summonsOf(app.database(), 'M-3')))).toContain(told);
	const held = sitting(undefined, app.database());
	expect(toMarkdown(minutesDocument(minutesOf(held, 'M-3')))).toContain(
		`${person?.name} (in the chair; Leader of the council; North ward; Independent)`,
	);
	await app.press('go.meeting', 'meeting.later', 'roll.take');
	await expect(app).toShow('Leader of the council, North ward, Independent');
});

test('a decision names what it serves: objectives, priorities and several projects', async () => {
	const app = await open(
		{database: sitting(), ...size},
		...(['go.meeting', 'meeting.next', 'meeting.next', 'decision.record'] as const),
	);
	await into(app, 'resolution', 'That both be hurried.');
	await into(app, 'mover', 'kl');
	await into(app, 'seconder', 'mp');
	await into(app, 'serves', 'O1 P2 P1-02 p1-03');
	await app.press('form.save');
	await expect(app).toShow('Serves: O1 Improve outcomes for residents; P2 Optimisation; P1-02');
	await app.press('confirm.yes');
	await expect(app).toShow('recorded decision');
	expect(app.database().decisions.at(-1)).toMatchObject({
		objectives: ['O1'],
		priorities: ['P2'],
		projects: ['P1-02', 'P1-03'],
	});
	expect(toMarkdown(minutesDocument(minutesOf(app.database(), 'M-3')))).toContain(
		'**Serves:** O1 Improve outcomes for residents; P2 Optimisation',
	);
});

test('what is not an objective, priority or project is said in its field', async () => {
	const app = await open({database: sitting(), ...size}, 'go.meeting', 'decision.record');
	await into(app, 'title', 'x');
	await into(app, 'resolution', 'x');
	await into(app, 'serves', 'O1 X9');
	await app.press('form.save');
	await expect(app).toShow('there is no objective, priority or project X9');
});

test('on an item that is a step of the meeting d moves a step: no reasons, no notice, no call-in', async () => {
	const app = await open(
		{database: makeCouncil(), ...size},
		...(['go.meeting', 'meeting.later', 'meeting.later', 'meeting.open', 'roll.take'] as const),
		...(['roll.all-present', 'place.back', 'decision.record'] as const),
	);
	await expect(app).toShow('[y a step of the meeting itself: no notice]');
	await into(app, 'resolution', 'That the apologies be accepted.');
	await app.press('form.save');
	await expect(app).toShow('A step of the meeting itself: no notice of it is due.');
	await app.press('confirm.yes');
	await expect(app).toShow('recorded decision');
	const last = app.database().decisions.at(-1);
	expect(last?.procedural).toBe(true);
	expect(last && lacking(app.database(), last)).toEqual([]);
	expect(noticesDue(app.database(), last?.meeting ?? '')).toEqual([]);
});

test('on a report d decides the matter, unless a step is told', async () => {
	const app = await open(
		{database: sitting(), ...size},
		...(['go.meeting', 'meeting.next', 'meeting.next', 'meeting.next'] as const),
		'decision.record',
	);
	await expect(app).toShow('[n it decides a matter]');
});

test('a deferral from the chair lacks no mover; one that somebody moved lacks its seconder', () => {
	const deferred = (over: object) => {
		const {database} = accepted(sitting(), {
			kind: 'decision/record',
			meeting: 'M-3',
			item: 'I-9',
			title: 'Depot',
			resolution: 'That the item be deferred to the next meeting.',
			outcome: 'deferred',
			vote: {method: 'no-dissent'},
			...over,
		});
		const last = database.decisions.at(-1);
		return last ? lacking(database, last).map(({field}) => field) : [];
	};
	expect(deferred({})).toEqual([]);
	expect(deferred({mover: 'lane'})).toEqual(['seconder']);
});
