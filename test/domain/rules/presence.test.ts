import {describe, expect, test} from 'vitest';
import {
	bars,
	dayOfMeeting,
	electors,
	presentAt,
	presentDuring,
	presidingOn,
	quorumOn,
} from '../../../source/domain/rules/presence.ts';
import type {
	AgendaItem,
	Attendance,
	Board,
	Declaration,
	Meeting,
	Movement,
	RollMark,
} from '../../../source/domain/schema/index.ts';
import {committee, makeCouncil, meetingOf} from '../../helpers/council.ts';
import {today} from '../../helpers/database.ts';

const time = (clock: string) => `${today}T${clock}:00.000Z`;

/** A line of a roll: `smith present`, `fox substitute ward`. */
const line = (text: string) => {
	const [person = '', status = '', member] = text.split(' ');
	return {person, status: status as RollMark, ...(member ? {for: member} : {})};
};
/** A coming or going: `10:05 khan left I-9`. */
const movement = (text: string, index: number): Movement => {
	const [clock = '', person = '', kind = '', item] = text.split(' ');
	return {id: `V-${index + 1}`, person, kind: kind as Movement['kind'], at: time(clock), item};
};
/** A declaration on I-9, such as `lane dpi withdrew` or `lane dpi dispensation`. */
const declaration = (text: string, index = 0): Declaration => {
	const [person = '', kind = '', how] = text.split(' ');
	return {
		id: `DI-${index + 1}`,
		person,
		item: 'I-9',
		kind: kind as Declaration['kind'],
		...(how === 'withdrew' ? {withdrew: true} : {}),
		...(how === 'dispensation' ? {dispensation: 'Granted by the monitoring officer.'} : {}),
	};
};

type Given = {
	roll?: string[];
	movements?: string[];
	declared?: string[];
	/** When item I-9 was taken up and, where the meeting has moved on, left. */
	item?: Partial<AgendaItem>;
	board?: Partial<Board>;
	meeting?: Partial<Meeting>;
};

/** The committee's meeting, opened at 10:00, as given; its whole membership is there where nothing is said. */
function held({roll, movements, declared, item, board, meeting}: Given) {
	const database = makeCouncil();
	const found = meetingOf(database);
	const marks = (roll ?? committee.map((person) => `${person} present`)).map(line);
	const made: Meeting = {
		...found,
		status: 'open',
		openedAt: time('10:00'),
		agenda: found.agenda.map((each) => (each.id === 'I-9' ? {...each, ...item} : each)),
		attendance: marks.filter((mark): mark is Attendance => mark.status !== 'apologies'),
		apologies: marks.filter(({status}) => status === 'apologies').map(({person}) => ({person})),
		movements: movements?.map(movement),
		declarations: declared?.map(declaration),
		...meeting,
	};
	database.boards = database.boards.map((one) => (one.id === 'B-3' ? {...one, ...board} : one));
	return {database, meeting: made};
}

const names = (people: {person: string}[]) => people.map(({person}) => person).join(' ');

describe('who is in the room', () => {
	const roll = ['lane present', 'pole apologies', 'fox substitute pole', 'stone in-attendance'];
	const moves = ['10:05 khan arrived', '10:20 lane left', '10:40 lane arrived', '10:50 khan left'];
	const withKhan = [...roll, 'khan present', 'byrne absent'];
	test.each<[string, string[], string[], string | undefined, string]>([
		['those whom the roll counts as there', roll, [], undefined, 'lane fox stone'],
		['not yet who came later', withKhan, moves, '10:04', 'lane fox stone'],
		['who came, from that instant on', withKhan, moves, '10:05', 'lane fox stone khan'],
		['until they leave', withKhan, moves, '10:19', 'lane fox stone khan'],
		['not who left, from that instant on', withKhan, moves, '10:20', 'fox stone khan'],
		['who came back', withKhan, moves, '10:40', 'lane fox stone khan'],
		['now, after all that', withKhan, moves, undefined, 'lane fox stone'],
		['nobody before a roll was taken', [], [], undefined, ''],
	])('%s', (_what, roll, movements, at, there) => {
		const {meeting} = held({roll, movements});
		expect(names(presentAt(meeting, at && time(at)))).toBe(there);
	});
});

describe('who was in the room for some of an item', () => {
	const over = {startedAt: time('10:10'), endedAt: time('10:30')};
	const on = {startedAt: time('10:10')};
	const four = ['lane present', 'pole present', 'khan present', 'byrne present'];
	test.each<[string, Partial<AgendaItem>, string[], string]>([
		['all who were there when it began', over, [], 'lane pole khan byrne'],
		['also who left in it', over, ['10:15 khan left I-9'], 'lane pole khan byrne'],
		['not who left before', over, ['10:05 khan left I-8'], 'lane pole byrne'],
		['also who came in it', over, ['10:15 khan arrived I-9'], 'lane pole khan byrne'],
		['not who came after', over, ['10:35 khan arrived I-10'], 'lane pole byrne'],
		[
			'also who came and left again in it',
			over,
			['10:15 khan arrived I-9', '10:20 khan left I-9'],
			'lane pole khan byrne',
		],
		['also who left after', over, ['10:35 khan left I-10'], 'lane pole khan byrne'],
		[
			'also who came between the two times that it was taken up',
			{startedAt: time('10:10'), endedAt: time('10:50')},
			['10:35 khan arrived I-10'],
			'lane pole khan byrne',
		],
		[
			'also when it is still on',
			on,
			['10:35 khan arrived I-10', '10:45 byrne left I-9'],
			'lane pole khan byrne',
		],
		['those who are there now, of an item to come', {}, ['10:05 khan left I-8'], 'lane pole byrne'],
	])('%s', (_what, item, movements, there) => {
		const {meeting} = held({roll: four, movements, item});
		const subject = meeting.agenda.find(({id}) => id === 'I-9');
		expect(names(presentDuring(meeting, subject))).toBe(there);
	});

	test('not whom a corrected roll says to have been absent', () => {
		const movements = ['10:15 khan arrived I-9'];
		const {meeting} = held({roll: ['lane present', 'khan absent'], movements, item: over});
		expect(names(presentDuring(meeting, meeting.agenda[3]))).toBe('lane');
	});
});

describe('who has a vote', () => {
	test.each<[string, string[], string]>([
		['the voting members who are there', ['lane present', 'khan present'], 'lane khan'],
		['not the secretary', ['lane present', 'stone present'], 'lane'],
		['not a member whose term was over the day before', ['lane present', 'gray present'], 'lane'],
		['a member on the last day of the term', ['ward present'], 'ward'],
		['not who is in attendance', ['lane present', 'fox in-attendance'], 'lane'],
		['who stands in for a member', ['fox substitute ward', 'ward apologies'], 'fox'],
		['not who stands in for the secretary', ['fox substitute stone'], ''],
		['not a substitute of nobody', ['fox substitute'], ''],
		[
			'not beside the member: a place has one vote',
			['fox substitute ward', 'ward present'],
			'ward',
		],
	])('%s', (_what, roll, expected) => {
		const {database, meeting} = held({roll});
		expect(names(electors(database, meeting, 'I-9'))).toBe(expected);
	});

	test('a substitute votes from when the member leaves', () => {
		const roll = ['fox substitute ward', 'ward present'];
		const {database, meeting} = held({roll, movements: ['10:05 ward left I-8']});
		expect(electors(database, meeting, 'I-9')).toEqual([{person: 'fox', for: 'ward'}]);
	});

	test('somebody with an interest in the item is named with it, on that item alone', () => {
		const {database, meeting} = held({roll: ['lane present'], declared: ['lane dpi']});
		const barred = meeting.declarations?.[0];
		expect(electors(database, meeting, 'I-9')).toEqual([{person: 'lane', barred}]);
		expect(electors(database, meeting, 'I-10')).toEqual([{person: 'lane'}]);
	});

	// Localism Act 2011 s.31(4), s.33; the other kinds bind by the code of conduct, and the member leaves or stays.
	test.each([
		['dpi', true],
		['dpi withdrew', true],
		['dpi dispensation', false],
		['ori', false],
		['ori withdrew', true],
		['nri', false],
		['nri withdrew', true],
		['conflict', false],
		['conflict withdrew', true],
	])('%s takes the vote away: %s', (text, barred) => {
		expect(bars(declaration(`lane ${text}`))).toBe(barred);
	});

	test('a dispensation does not help somebody who left the room all the same', () => {
		const both = {...declaration('lane dpi dispensation'), withdrew: true};
		expect(bars(both)).toBe(true);
	});
});

describe('the quorum of an item', () => {
	const present = (count: number) => committee.slice(0, count).map((person) => `${person} present`);
	test.each<[string, Given, number, boolean]>([
		['one fewer than the rules ask for', {roll: present(2)}, 2, false],
		['exactly as many', {roll: present(3)}, 3, true],
		['with those who are not voting members', {roll: [...present(2), 'stone present']}, 2, false],
		[
			'with a substitute',
			{roll: [...present(2), 'ward apologies', 'fox substitute ward']},
			3,
			true,
		],
		['one of them barred', {roll: present(3), declared: ['lane dpi']}, 2, false],
		['one of them withdrawn', {roll: present(3), declared: ['lane ori withdrew']}, 2, false],
		[
			'one of them with a dispensation',
			{roll: present(3), declared: ['lane dpi dispensation']},
			3,
			true,
		],
		['one of them gone', {roll: present(3), movements: ['10:05 lane left I-9']}, 2, false],
		['nobody, where the rules say nothing', {roll: [], board: {rules: {}}}, 0, false],
		['one, where the rules say nothing', {roll: present(1), board: {rules: {}}}, 1, true],
		['nobody, of an individual', {roll: [], board: {kind: 'individual', rules: {}}}, 0, true],
	])('%s', (_what, given, present, quorate) => {
		const {database, meeting} = held(given);
		expect(quorumOn(database, meeting, 'I-9')).toMatchObject({present, quorate});
	});

	test('says how many are needed, how many there could be, and who is barred', () => {
		const {database, meeting} = held({declared: ['lane dpi', 'khan nri']});
		expect(quorumOn(database, meeting, 'I-9')).toEqual({
			present: 4,
			voting: 5,
			needed: 3,
			quorate: true,
			barred: ['lane'],
		});
	});

	test('is that of the current item where none is named', () => {
		const roll = present(3);
		const {database, meeting} = held({roll, declared: ['lane dpi'], meeting: {currentItem: 'I-9'}});
		expect(quorumOn(database, meeting).quorate).toBe(false);
		expect(quorumOn(database, {...meeting, currentItem: 'I-8'}).quorate).toBe(true);
	});

	test('is asked of all who were there for some of it, once the meeting has moved on', () => {
		const item = {startedAt: time('10:10'), endedAt: time('10:30')};
		const movements = ['10:20 lane left I-9'];
		const {database, meeting} = held({roll: present(3), movements, item});
		expect(quorumOn(database, meeting, 'I-9', 'during').quorate).toBe(true);
		expect(quorumOn(database, meeting, 'I-10', 'during').quorate).toBe(false);
	});
});

describe('the quorum of an item that was taken up twice', () => {
	const item = {startedAt: time('10:10'), endedAt: time('10:50')};
	const roll = ['lane present', 'pole present', 'khan present'];
	test.each<[string, string[], boolean]>([
		['counts nobody who left while the meeting was on another', ['10:30 lane left I-10'], false],
		['counts who left in it', ['10:45 lane left I-9'], true],
		[
			'counts who left in between and came back',
			['10:25 lane left I-10', '10:35 lane arrived I-10'],
			true,
		],
		['counts who left after it', ['10:55 lane left I-10'], true],
	])('%s', (_what, movements, quorate) => {
		const {database, meeting} = held({roll, movements, item});
		expect(quorumOn(database, meeting, 'I-9', 'during').quorate).toBe(quorate);
	});
});

describe('who presides', () => {
	test.each<[string, Given, string | undefined]>([
		['the chair', {}, 'lane'],
		[
			'the vice-chair when the chair is not there',
			{roll: ['lane apologies', 'pole present']},
			'pole',
		],
		['nobody when neither is', {roll: ['khan present']}, undefined],
		['nobody before a roll was taken', {roll: []}, undefined],
		['the vice-chair once the chair has left', {movements: ['10:05 lane left I-8']}, 'pole'],
		['the vice-chair where the chair withdrew', {declared: ['lane ori withdrew']}, 'pole'],
		['the vice-chair where the chair may take no part', {declared: ['lane dpi']}, 'pole'],
		['the chair with a dispensation', {declared: ['lane dpi dispensation']}, 'lane'],
		[
			'the one member of a board that is one person',
			{board: {kind: 'individual', members: [{person: 'khan', role: 'member'}]}},
			'khan',
		],
		['whoever was put in the chair', {item: {presiding: 'khan'}}, 'khan'],
		[
			'the vice-chair before the chair’s term begins',
			{meeting: {openedAt: '2026-05-19T10:00:00.000Z'}},
			'pole',
		],
	])('%s', (_what, given, person) => {
		const {database, meeting} = held(given);
		expect(presidingOn(database, meeting, 'I-9')).toBe(person);
	});
});

test.each<[string, Partial<Meeting>, string | undefined]>([
	['opened, in the organisation’s time zone', {openedAt: '2026-06-30T23:30:00.000Z'}, '2026-07-01'],
	['planned', {startsAt: '2026-06-30T23:30'}, '2026-06-30'],
	[
		'known by its span of days alone',
		{period: {from: '2026-06-01', to: '2026-06-03'}},
		'2026-06-01',
	],
	['without any date', {}, undefined],
])('the day of a meeting that is %s', (_what, given, day) => {
	const database = makeCouncil();
	const {startsAt: _startsAt, ...bare} = meetingOf(database);
	expect(dayOfMeeting(database, {...bare, ...given})).toBe(day);
});
