// What a notice says of a decision, by its kind of board and by what is known.
import {describe, expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import {decisionTable} from '../../source/documents/register.ts';
import {toText} from '../../source/documents/text.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import type {Board, Database, Decision} from '../../source/domain/schema/index.ts';
import {cabinet} from './cabinet.ts';

const published = cabinet('published');
const notice = (database: Database, id = 'D-2', options = {}) =>
	toMarkdown(noticeDocument(statementOf(database, id, options)));

const withDecision = (id: string, change: Partial<Decision>, database = published): Database => ({
	...database,
	decisions: database.decisions.map((one) => (one.id === id ? {...one, ...change} : one)),
});

const asBoard = (kind: Board['kind'], profile: 'england' | 'plain' = 'england'): Database => ({
	...published,
	rules: {...published.rules, profile},
	meetings: published.meetings.map((meeting) => ({...meeting, law: profile})),
	boards: published.boards.map((board) => (board.id === 'B-3' ? {...board, kind} : board)),
});

describe('a notice', () => {
	test.each<[Board['kind'], 'england' | 'plain', RegExp, boolean]>([
		['executive', 'england', /^# Statement of executive decision: [\s\S]*regulation 12\(2\)/, true],
		[
			'individual',
			'england',
			/^# Statement of executive decision: [\s\S]*regulation 13\(4\)/,
			true,
		],
		['committee', 'england', /^# Record of decision: /, false],
		['scrutiny', 'england', /^# Record of decision: /, false],
		['officer', 'england', /^# Decision notice: /, false],
		['plain', 'england', /^# Decision notice: /, false],
		['executive', 'plain', /^# Decision notice: /, false],
	])('of a board that is %s (%s)', (kind, profile, title, statutory) => {
		const text = notice(asBoard(kind, profile));
		expect(text).toMatch(title);
		expect(text.includes('under regulation')).toBe(statutory);
		expect(text.includes('Dispensations granted by the head of paid service')).toBe(statutory);
		expect(text.includes('call-in')).toBe(statutory);
		expect(text.includes('Moved by')).toBe(kind !== 'individual');
	});

	test('keeps the law under which its meeting was opened, whatever the database follows by now', () => {
		const later = {...published, rules: {...published.rules, profile: 'plain' as const}};
		expect(notice(later)).toBe(notice(published));
	});

	test('lists what the record lacks, and is a draft while it lacks anything', () => {
		expect(notice(published)).not.toMatch(/Draft|Not complete/);
		const text = notice(withDecision('D-2', {reasons: undefined, alternativesConfirmed: false}));
		expect(text).toContain('> Draft, not for publication: the record is not complete.');
		expect(text).toMatch(
			/## Not complete\n\nThe record still lacks:\n\n\* the reasons for the decision \(SI 2012\/2089 reg 12\(2\)\)\n\* somebody’s word/,
		);
		expect(text).toContain('**Reasons:** None recorded');
	});

	test('does not keep quiet that no notice was given of a key decision', () => {
		const text = notice({...published, notices: []});
		expect(text).toContain('**Authority:** Not shown. There is no notice of this key decision');
	});

	test('takes the record’s word for a key decision, with or without the report’s', () => {
		const reports = published.reports.map((report) => ({...report, key: false}));
		expect(notice({...published, reports})).toContain(
			'**Authority:** General exception notice N-1',
		);
		const meetings = published.meetings.map((meeting) => ({
			...meeting,
			agenda: meeting.agenda.map(({about: _about, ...item}) => item),
		}));
		expect(notice({...published, meetings})).toContain(
			'**Authority:** General exception notice N-1',
		);
		const open = notice(withDecision('D-2', {key: false, keyReason: undefined}));
		expect(open).toContain('**Key decision:** No');
		expect(open).not.toContain('**Authority:**');
	});

	test('tells the rule of the call-in, not where it stands today', () => {
		const text = notice(published);
		expect(text).toContain(
			'**Call-in:** May be called in until the end of 21 October 2026, 5 working days after publication on 14 October 2026',
		);
		expect(statementOf(published, 'D-2').callIn).not.toHaveProperty('state');
		const dated = {today: '2026-11-01'};
		expect(statementOf(published, 'D-2', dated).callIn?.state).toBe('effective');
		expect(notice(published, 'D-2', dated)).toContain(
			'**Call-in:** Took effect on 22 October 2026',
		);
	});

	test('says before and after of what was changed in the same act, and of nothing else', () => {
		const text = notice(published);
		expect(text).toMatch(
			/\| Project \| Before \| After \| Note \|\n[^\n]*\n\| P2-02 Data Platform \| Proposed \| In progress \| Contract awarded\. \|\n\n## Interests/,
		);
		expect(notice(published, 'D-3')).not.toContain('| Before |');
		const log = published.log.map(({effects: _effects, ...entry}) => entry);
		expect(notice({...published, log})).not.toContain('| Before |');
	});

	test('of a step of the meeting itself claims no regulation and no call-in', () => {
		const text = notice(published, 'D-5');
		expect(text).toMatch(/^# Decision notice: Exclusion of press and public/);
		expect(text).not.toMatch(/regulation|[Cc]all-in|None recorded/);
	});

	test('of a meeting that did not ask for interests says that none is recorded', () => {
		const meetings = published.meetings.map(
			({declarations: _none, interestsAsked: _asked, ...meeting}) => meeting,
		);
		expect(notice({...published, meetings})).toContain('No conflict of interest is recorded.');
	});

	test('tells how a call-in went, with its reasons', () => {
		const callIn = {
			on: '2026-10-20',
			by: 'the Overview and Scrutiny Committee',
			reasons: 'The cost of the option was not before the Cabinet.',
		};
		const called = notice(withDecision('D-2', {callIn}));
		expect(called).toContain('Called in by the Overview and Scrutiny Committee on 20 October 2026');
		expect(called).toContain('**Reasons for the call-in:** The cost of the option');
		expect(called).not.toContain('**Takes effect:**');
		const ended = {
			...callIn,
			ended: {on: '2026-10-28', how: 'released' as const, note: 'Answered.'},
		};
		const released = notice(withDecision('D-2', {callIn: ended}));
		expect(released).toContain('**Takes effect:** 28 October 2026');
		expect(released).toContain('**Outcome of the call-in:** Answered.');
	});

	test('says “as decided” of a recommendation that was taken word for word', () => {
		const decision = published.decisions.find(({id}) => id === 'D-2');
		const text = notice(withDecision('D-2', {recommendation: decision?.resolution}));
		expect(text).toContain('**Recommendation:** As decided, word for word');
	});

	test('of a motion that was lost: nothing was decided, rejected or takes effect', () => {
		const decision = published.decisions.find(({id}) => id === 'D-2');
		const lost = {outcome: 'lost' as const, recommendation: decision?.resolution};
		const text = notice(withDecision('D-2', lost));
		expect(text).toContain('**Recommendation:** The wording above, word for word');
		expect(text).toContain('**Alternatives considered:**');
		expect(text).toContain('It leaves everything as it was.');
		expect(text).toContain('The motion was put and LOST (2 for, 2 against): That the contract');
		expect(text).not.toContain('RESOLVED');
		expect(text).not.toMatch(/As decided|Alternatives rejected|Takes effect/);
	});

	test('of a retracted decision says so, and its wording no longer stands out', () => {
		const text = notice(
			withDecision('D-2', {
				status: 'retracted',
				retraction: {at: '2026-10-14T09:00:00.000Z', by: 'Sam Clerk', reason: 'Wrong item'},
			}),
		);
		expect(text).toContain('> Retracted on 14 October 2026 at 10:00 by Sam Clerk: Wrong item');
		expect(text).toContain('The wording that was retracted: That the contract');
		expect(text).not.toContain('RESOLVED');
	});

	test('links what took the place of what both ways, as the register does', () => {
		const older = withDecision('D-1', {status: 'superseded'});
		const linked = withDecision('D-2', {supersedes: 'D-1'}, older);
		expect(notice(linked)).toContain('**Supersedes:** D-1 Digital Strategy');
		expect(notice(linked, 'D-1')).toContain(
			'> Superseded by D-2 Data Platform: award of the contract.',
		);
		const {columns, rows} = decisionTable(linked, linked.decisions, '2026-10-15');
		const cell = (row: number, title: string) =>
			rows[row]?.[columns.findIndex((column) => column.title === title)];
		expect([cell(0, 'Standing'), cell(1, 'Ends')]).toEqual(['superseded by D-2', 'supersedes D-1']);
		expect([cell(1, 'Call-in'), cell(1, 'Call-in until'), cell(1, 'Takes effect')]).toEqual([
			'Open to call-in',
			'21 October 2026',
			'22 October 2026',
		]);
		// A step of the meeting itself has no clock.
		expect(cell(4, 'Call-in')).toBe('');
	});

	test('of an exempt decision tells the public its number, public title, paragraph and clock alone', async () => {
		const superseding = withDecision('D-2', {supersedes: 'D-6'});
		const options = {publicOnly: true};
		const other = toMarkdown(noticeDocument(statementOf(superseding, 'D-2', options)));
		expect(other).toContain('**Supersedes:** D-6 Purchase of land\n');
		const statement = statementOf(published, 'D-6', options);
		expect(statement).toMatchObject({
			decision: undefined,
			report: undefined,
			title: 'Purchase of land',
		});
		expect(await toText(noticeDocument(statement))).toContain(
			'This version leaves out exempt matter.',
		);
	});

	test('of a decision on no item, or of a meeting that is gone, is made of what there is', () => {
		const loose = withDecision('D-2', {item: undefined});
		expect(notice(loose)).toContain('- **Meeting:** M-3 Cabinet, October 2026\n');
		expect(notice({...published, meetings: []})).toContain('- **Meeting:** M-3\n');
		expect(notice({...published, boards: []})).toMatch(/^# Decision notice: /);
	});
});
