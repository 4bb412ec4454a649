// What minutes say and what they leave out.
import {describe, expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database, Entry} from '../../source/domain/schema/index.ts';
import {accepted, contextAt, makeDatabase} from '../helpers/database.ts';
import {afterMeeting} from './meeting.ts';

const minutes = (database: Database, id = 'M-2', options = {}) =>
	toMarkdown(minutesDocument(minutesOf(database, id, options)));

describe('minutes', () => {
	test('leave out what was taken back, and have what was brought back again', () => {
		const database = afterMeeting();
		expect(minutes(database)).not.toContain('Cancelled');
		let again = makeDatabase();
		const change = (...changes: Change[]) => {
			again = accepted(again, changes, contextAt('10:00')).database;
			return again.revision;
		};
		change({kind: 'meeting/open', id: 'M-2'});
		const set = change({kind: 'project/status', id: 'P1-03', from: 'on-hold', to: 'cancelled'});
		const undo = change({kind: 'undo', revision: set});
		expect(minutes(again)).not.toContain('Cancelled');
		change({kind: 'undo', revision: undo});
		expect(minutes(again)).toContain('| P1-03 Server Room | On hold | Cancelled |');
	});

	test('without exempt items for the public, the numbers of the others kept', () => {
		const database = afterMeeting();
		const meetings = database.meetings.map((meeting) => ({
			...meeting,
			agenda: meeting.agenda.map((item) =>
				item.id === 'I-4' ? {...item, exempt: {paragraphs: [3]}} : item,
			),
		}));
		const exempt = {...database, meetings};
		expect(minutes(exempt)).toContain('Data Platform');
		const open = minutes(exempt, 'M-2', {publicOnly: true});
		expect(open).not.toMatch(/Data Platform|Progress of the strategy|A-3|doubled/);
		expect(open).toMatch(/## 2\. Modernisation[\s\S]*## 4\. Any other business/);
		expect(JSON.stringify(minutesOf(exempt, 'M-2', {publicOnly: true}))).not.toContain(
			'Data Platform',
		);
	});

	test('tell a title and an outcome once: not again where the item and RESOLVED say them', () => {
		const database = afterMeeting();
		const [decision] = database.decisions.filter(({meeting}) => meeting === 'M-2');
		const item = database.meetings
			.find(({id}) => id === 'M-2')
			?.agenda.find(({id}) => id === decision?.item);
		const told = (values: object) => {
			const decisions = database.decisions.map((one) =>
				one.id === decision?.id ? {...one, ...values} : one,
			);
			return minutes({...database, decisions});
		};
		const id = decision?.id;
		const approved = told({title: item?.title, outcome: 'approved', resolution: 'That it be so.'});
		expect(approved).toContain(`### Decision ${id}\n`);
		expect(approved).toContain('AGREED: That it be so.');
		expect(approved).not.toContain('**Outcome:**');
		expect(told({title: 'Another matter'})).toContain(`### Decision ${id}: Another matter\n`);
		// Other outcomes say more than that something was resolved.
		expect(told({outcome: 'deferred'})).toContain('**Outcome:** Deferred');
		expect(told({outcome: 'noted', resolution: 'That it be noted.'})).not.toContain('**Outcome:**');
		expect(told({outcome: 'noted', resolution: 'That it is good.'})).toContain(
			'**Outcome:** Noted',
		);
		// Nothing says it where the wording brings its own word.
		expect(told({resolution: 'Agreed to go on.', outcome: 'approved'})).toContain(
			'**Outcome:** Approved',
		);
	});

	test('read as a record of decision where one decides alone', () => {
		const text = minutes(afterMeeting(), 'M-1');
		expect(text).toContain('# Record of decision:');
		expect(text).not.toMatch(/Moved by|Seconded by|not yet approved/);
	});

	test('are an agenda before the meeting, and say that a worked example is one', () => {
		const planned = makeDatabase();
		const meetings = planned.meetings.map((meeting) => ({...meeting, example: true}));
		const text = minutes({...planned, meetings});
		expect(text).toMatch(/^# Agenda: November meeting, 22 November 2026\n\n> A worked example/);
		expect(text).toContain('has not been opened yet');
		expect(text).not.toMatch(/Opened|Attendance|not yet approved/);
	});

	test('give times in the organisation’s zone, and the day where it is another', () => {
		const database = afterMeeting();
		const organisation = {...database.organisation, timeZone: 'Pacific/Auckland'};
		const meetings = database.meetings.map((meeting) =>
			meeting.id === 'M-2'
				? {...meeting, openedAt: '2026-11-22T10:32:00.000Z', closedAt: '2026-11-22T11:20:00.000Z'}
				: meeting,
		);
		const text = minutes({...database, organisation, meetings});
		expect(text).toContain('- **Opened:** 23:32');
		expect(text).toContain('- **Closed:** 00:20 on 23 November 2026');
	});

	test('say which decision took the place of another', () => {
		const database = afterMeeting();
		const decisions = database.decisions.map((decision) =>
			decision.id === 'D-1'
				? {...decision, status: 'superseded' as const}
				: decision.id === 'D-2'
					? {...decision, supersedes: 'D-1'}
					: decision,
		);
		expect(minutes({...database, decisions}, 'M-1')).toContain(
			'> Superseded by D-2 Progress of the strategy.',
		);
	});

	test('stand when entries of the log were redacted', () => {
		const database = afterMeeting();
		const log = database.log.map(
			({changes: _c, effects: _e, salt: _s, ...entry}) => entry as Entry,
		);
		expect(minutes({...database, log})).toContain('Decision D-2');
	});
});

describe('the log in sentences', () => {
	const database = afterMeeting();
	const entry = (changes: Entry['changes']): Entry => ({
		...(database.log.at(-1) as Entry),
		changes,
	});

	test('tells kinds and shapes that it does not know in general terms', () => {
		expect(tellEntry(database, entry([{kind: 'project/teleport', to: 'Mars'}]))).toMatch(
			/^Sam Clerk \(login clerk\) made a change that this version does not know \(project\/teleport\)/,
		);
		expect(tellEntry(database, entry([{kind: 'project/status', id: 7}]))).toContain(
			'does not know',
		);
		expect(tellEntry(database, entry([{kind: 'toString'}]))).toContain('does not know (toString)');
		expect(tellEntry(database, entry([]))).toBe('Sam Clerk (login clerk) changed nothing');
		expect(tellEntry(database, entry(undefined))).toContain('redacted');
	});

	test('names few people on a roll and counts many', () => {
		const roll = (people: string[]) =>
			people.map((person) => ({kind: 'attendance/set', meeting: 'M-2', person, to: 'present'}));
		expect(tellEntry(database, entry(roll(['smith', 'jones'])))).toBe(
			'Sam Clerk (login clerk) took the roll of M-2: Joan Smith and Peter Jones present',
		);
		expect(tellEntry(database, entry(roll(['a', 'b', 'c', 'd'])))).toContain('4 present');
		const away = {kind: 'attendance/set', meeting: 'M-2', person: 'davies', to: 'apologies'};
		expect(tellEntry(database, entry([...roll(['smith']), away]))).toBe(
			'Sam Clerk (login clerk) took the roll of M-2: Joan Smith present, apologies from Gwen Davies',
		);
		expect(tellEntry(database, entry([...roll(['a', 'b', 'c']), away]))).toContain(
			'3 present, apologies from 1',
		);
	});

	test('counts the items that one act put on an agenda', () => {
		const add = (meeting: string, title: string) => ({
			kind: 'agenda/add',
			meeting,
			itemKind: 'business',
			title,
		});
		expect(tellEntry(database, entry([add('M-2', 'Flood')]))).toContain('added “Flood” to');
		const three = entry([add('M-2', 'Flood'), add('M-2', 'Fire'), add('M-3', 'Frost')]);
		expect(tellEntry(database, three)).toMatch(
			/^Sam Clerk \(login clerk\) put 2 items on the agenda of M-2; added “Frost” to/,
		);
	});

	test('tells each of several actions with its own id', () => {
		const told = database.log.map((one) => tellEntry(database, one)).join('\n');
		expect(told).toContain('placed action A-3 on Head of Data');
		expect(told).toContain('placed action A-4: Tell the forms team');
	});
});
