// A public body in the United States holds a meeting: its agenda, checks and minutes are in the words of Robert's Rules.
import {expect, test} from 'vitest';
import {agendaDocument} from '../../../source/documents/agenda.ts';
import {minutesDocument} from '../../../source/documents/minutes.ts';
import {toMarkdown} from '../../../source/documents/markdown.ts';
import type {Change} from '../../../source/domain/changes/index.ts';
import {lawful} from '../../../source/domain/law/lawful.ts';
import {proposeAgenda} from '../../../source/domain/queries/meeting/agenda.ts';
import {minutesOf} from '../../../source/domain/queries/minutes/minutes.ts';
import {publicView} from '../../../source/domain/queries/public/view.ts';
import {summonsOf} from '../../../source/domain/queries/meeting/summons.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {
	committee,
	committeeMeeting,
	makeCouncil,
	meetingOf,
	played,
} from '../../helpers/council.ts';
import {accepted, contextAt, refusal} from '../../helpers/database.ts';

const [chair = '', second = '', third = '', fourth = ''] = committee;
const meeting = committeeMeeting;

/** The council's meeting, held by a body in Illinois. */
const body = (): Database => {
	const database = makeCouncil();
	return {
		...database,
		organisation: {...database.organisation, locale: 'en-US', timeZone: 'America/Chicago'},
		rules: {...database.rules, profile: 'us-open-meetings'},
	};
};

const items = (database: Database): string[] =>
	meetingOf(database, meeting).agenda.map(({id}) => id);

const roll = (...people: string[]): Change[] =>
	people.map((person): Change => ({kind: 'attendance/set', meeting, person, to: 'present'}));

const opened = (): Database =>
	played(body(), ['16:00', {kind: 'meeting/open', id: meeting}], ['16:01', ...roll(...committee)]);

/** A motion on the fourth item, which is business, with a vote. */
const motion = (database: Database, vote: Extract<Change, {kind: 'decision/record'}>['vote']) => {
	const item = items(database)[3] ?? '';
	const from = meetingOf(database, meeting).currentItem;
	return played(
		database,
		['16:05', {kind: 'meeting/move', id: meeting, ...(from ? {from} : {}), to: item}],
		[
			'16:10',
			{
				kind: 'decision/record',
				meeting,
				item,
				title: 'Paving',
				resolution: 'To award the paving contract.',
				outcome: (vote?.against ?? 0) > (vote?.for ?? 0) ? 'lost' : 'approved',
				mover: second,
				seconder: third,
				vote,
			},
		],
	);
};

const minutes = (database: Database) =>
	toMarkdown(minutesDocument(minutesOf(database, meeting)))
		.replaceAll('**', '')
		.replaceAll(/\s+/g, ' ');

test('a proposed agenda begins with the call to order and ends with what was not posted', () => {
	const database = body();
	const board = database.boards.find(({id}) => id === meetingOf(database, meeting).board);
	const titles = board ? proposeAgenda(database, board).map(({title}) => title) : [];
	expect(titles[0]).toBe('Call to order and roll call');
	expect(titles[1]).toBe('Disclosure of conflicts of interest');
	expect(titles).toContain('Business not on the posted agenda');
});

test.each([
	[
		'a roll call vote',
		{
			method: 'recorded',
			ballots: [
				{person: chair, vote: 'for'},
				{person: second, vote: 'for'},
				{person: third, vote: 'against'},
				{person: fourth, vote: 'abstained'},
			],
		},
		'Motion carried on a roll call vote: 2 ayes, 1 nay, 1 abstention',
	],
	[
		'a show of hands that fails',
		{method: 'show-of-hands', for: 1, against: 3},
		'Motion failed on a show of hands: 1 aye, 3 nays',
	],
	['unanimous consent', {method: 'no-dissent'}, 'Motion carried by unanimous consent'],
] as const)('%s is told in ayes and nays', (_, vote, said) => {
	const told = minutes(motion(opened(), vote as never));
	expect(told).toContain(said);
	expect(told).toMatch(/Motion by:? Cllr Pole/);
	expect(told).toMatch(/Second by:? Cllr Khan/);
	expect(told).not.toMatch(/without dissent|Moved by|Seconded|\bCarried on\b|\d for\b/);
});

test('the minutes have a roll call, a call to order, and days and times as the country writes them', () => {
	const told = minutes(motion(opened(), {method: 'no-dissent'}));
	expect(told).toMatch(/ROLL CALL|Roll call/);
	expect(told).toMatch(/Called to order:? 10:00 a\.m\./);
	expect(told).toMatch(/November 22, 2026/);
	expect(told).not.toMatch(/Organisation|Opened|correct record/);
});

test('an executive session names the provision that allows it, and its motion says so', () => {
	const database = opened();
	const item = items(database)[4] ?? '';
	const change = (ground?: string): Change => ({
		kind: 'agenda/exempt',
		meeting,
		item,
		...(() => {
			const from = meetingOf(database, meeting).agenda.find(({id}) => id === item)?.exempt;
			return from ? {from} : {};
		})(),
		to: {paragraphs: [], ...(ground === undefined ? {} : {ground})},
	});
	expect(refusal(database, change()).message).toContain(
		'name the provision of the open meetings act that allows an executive session',
	);
	const closed = accepted(database, change('5 ILCS 120/2(c)(11)'), contextAt('16:02')).database;
	const told = toMarkdown(
		agendaDocument(summonsOf(publicView(closed), meeting, {publicOnly: true})),
	);
	expect(told.replaceAll(/\s+/g, ' ')).toContain('Allowed by 5 ILCS 120/2(c)(11)');
	expect(told).not.toMatch(/Schedule 12A|exempt/i);
});

test('an item is checked against the posting of its agenda, and against a quorum that somebody entered', () => {
	const database = body();
	const business = (given: Database) =>
		lawful(given, meetingOf(given, meeting), '2026-11-20').find(
			({item}) => item === items(given)[3],
		);
	const posted = (on: string | undefined): Database => ({
		...database,
		meetings: database.meetings.map((one) =>
			one.id === meeting ? {...one, publishedOn: on} : one,
		),
	});
	expect(business(posted(undefined))?.checks[0]).toMatchObject({
		ok: false,
		says: 'The agenda has no day of posting.',
	});
	expect(business(posted('2026-11-19'))?.checks[0]).toMatchObject({
		ok: true,
		says: 'The agenda was posted on 19 November 2026.',
	});
	expect(business(posted('2026-11-22'))?.checks[0]?.ok).toBe(false);
});
