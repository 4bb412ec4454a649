// A Scottish council: three clear days for its agenda, its own Schedule for what is exempt, and no word of England's.
import {expect, test} from 'vitest';
import {agendaDocument} from '../../../source/documents/agenda.ts';
import {toMarkdown} from '../../../source/documents/markdown.ts';
import {exclusionText, lawOfBoard} from '../../../source/domain/law/boards.ts';
import {lawOf} from '../../../source/domain/law/index.ts';
import {lawful} from '../../../source/domain/law/lawful.ts';
import {summonsOf} from '../../../source/domain/queries/meeting/summons.ts';
import {type Database, boardKinds} from '../../../source/domain/schema/index.ts';
import {committeeMeeting, makeCouncil, meetingOf} from '../../helpers/council.ts';

const scottish = (publishedOn?: string): Database => {
	const database = makeCouncil();
	return {
		...database,
		rules: {...database.rules, profile: 'scotland'},
		meetings: database.meetings.map((one) =>
			one.id === committeeMeeting ? {...one, publishedOn} : one,
		),
	};
};

/** What is found of the first item of business; the meeting is on Sunday 22 November 2026. */
const firstCheck = (database: Database, today: string) =>
	lawful(database, meetingOf(database, committeeMeeting), today).find(
		({checks}) => checks.length > 0,
	)?.checks[0];

test.each([
	['2026-11-17', true, 'gives 3 clear working days before 22 November 2026'],
	['2026-11-18', false, 'gives 2 clear working days before 22 November 2026'],
] as const)('an agenda published on %s: %s', (on, ok, says) => {
	const found = firstCheck(scottish(on), '2026-11-20');
	expect(found?.ok).toBe(ok);
	expect(found?.says).toContain(says);
	expect(found?.source).toBe('LG(S)A 1973 s.50B');
});

test('an agenda that was never published says the last day on which it can be', () => {
	expect(firstCheck(scottish(), '2026-11-10')).toMatchObject({ok: false, by: '2026-11-17'});
	expect(firstCheck(scottish(), '2026-11-20')).not.toHaveProperty('by');
});

test('the public is excluded under the Scottish Act, by the paragraphs of its own Schedule', () => {
	const database = scottish();
	const text = exclusionText(database, meetingOf(database, committeeMeeting), [
		{number: '5', why: {paragraphs: [8, 9]}},
	]);
	expect(text).toContain('section 50A(4) of the Local Government (Scotland) Act 1973');
	expect(text).toContain('paragraphs 8 and 9 of Part I of Schedule 7A to the Act');
});

test('fifteen paragraphs have words, and confidential matter needs no resolution', () => {
	const {privately} = lawOfBoard({law: 'scotland', board: {kind: 'committee'}});
	expect(Object.keys(privately.paragraphs)).toHaveLength(15);
	expect(privately.resolves({paragraphs: [], confidential: true})).toBe(false);
	expect(privately.resolves({paragraphs: [6]})).toBe(true);
	expect(privately.refuses({paragraphs: []})).toBe(
		'an exempt item needs a paragraph of Schedule 7A, 1 to 15, unless it is confidential',
	);
});

test('a full council’s quorum is a quarter of its seats, and unknown without them', () => {
	const {quorum, quorumUnknown} = lawOfBoard({law: 'scotland', board: {kind: 'council'}});
	const board = {id: 'c', name: 'Council', kind: 'council' as const, members: []};
	expect(quorum({...board, rules: {seats: 36}})).toBe(9);
	expect(quorum({...board, rules: {seats: 35}})).toBe(9);
	expect(quorum(board)).toBeUndefined();
	expect(quorumUnknown.ok).toBe(false);
});

test('no kind of board meets a word of English law', () => {
	const words = boardKinds.flatMap((kind) => {
		const law = lawOfBoard({law: 'scotland', board: {kind}});
		return JSON.stringify([
			law,
			law.urgent('fire'),
			law.privately.resolution([], [{number: '1', why: {paragraphs: [1]}}]),
			law.privately.says({paragraphs: [{number: 1, about: ''}]}),
		]);
	});
	expect(words.join('\n')).not.toMatch(/Schedule 12A|LGA 1972|SI 2012|Localism|call-in|Act 1972/);
	expect(lawOf({rules: {profile: 'scotland'}})).toMatchObject({notices: false, callsIn: false});
	const database = scottish();
	expect(toMarkdown(agendaDocument(summonsOf(database, committeeMeeting)))).not.toMatch(
		/12A|Localism|LGA/,
	);
});
