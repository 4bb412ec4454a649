// What a law says of a board by its kind, and the words for it.
import {describe, expect, test} from 'vitest';
import {boardLaw, exclusionText, lawOfBoard} from '../../../source/domain/law/boards.ts';
import {callIn, lawOf} from '../../../source/domain/law/index.ts';
import {lawful} from '../../../source/domain/law/lawful.ts';
import {quorumOn} from '../../../source/domain/rules/presence.ts';
import {type Board, boardKinds} from '../../../source/domain/schema/index.ts';
import {board as boardForm} from '../../../source/ui/forms/specs/board.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {council, decision, item, meeting, report} from './council.ts';

const fullCouncil = (rules?: Board['rules']) => {
	const database = council();
	return {
		...database,
		boards: database.boards.map((one) =>
			one.id === 'planning' ? {...one, kind: 'council' as const, rules} : one,
		),
	};
};
const held = meeting({board: 'planning', publishedOn: '2026-11-20', agenda: [item()]});

describe('the quorum of full council', () => {
	test.each<[string, Board['rules'], number | undefined]>([
		['a quarter of its seats', {seats: 48}, 12],
		['rounded up', {seats: 49}, 13],
		['what its rules name, where they do', {seats: 48, quorum: 20}, 20],
		['not known without either, and never one', undefined, undefined],
	])('is %s', (_what, rules, needed) => {
		expect(quorumOn(fullCouncil(rules), held).needed).toBe(needed);
	});

	test('is looked for before the meeting: not known is no good answer', () => {
		const [found] = lawful(fullCouncil(), held, '2026-11-22');
		expect(found?.checks.find(({what}) => what === 'quorum')).toMatchObject({
			ok: false,
			says: expect.stringContaining(
				'the quorum is not known: a council’s is a quarter of the whole number',
			),
		});
		const [known] = lawful(fullCouncil({seats: 16}), held, '2026-11-22');
		expect(known?.checks.find(({what}) => what === 'quorum')?.ok).toBe(true);
	});
});

test('council is asked what a committee is: agenda and report, urgency, a seconder; it recommends nothing to itself', () => {
	const law = lawOfBoard({law: 'england', board: {kind: 'council'}});
	const committee = lawOfBoard({law: 'england', board: {kind: 'committee'}});
	expect(law.gate).toEqual(committee.gate);
	expect(law.form).toBe('record');
	expect(law.seconder).toBe(true);
	expect(law.outcomes).not.toContain('recommended-to-council');
	const [found] = lawful(fullCouncil({seats: 4}), held, '2026-11-22');
	expect(found?.checks.map(({what}) => what)).toEqual(['agenda', 'report', 'quorum']);
});

test('confidential information needs neither a resolution nor a paragraph; exempt matter needs both', () => {
	const {privately} = lawOfBoard({law: 'england', board: {kind: 'committee'}});
	expect(privately.refuses({paragraphs: [], confidential: true})).toBeUndefined();
	expect(privately.resolves({paragraphs: [], confidential: true})).toBe(false);
	expect(privately.refuses({paragraphs: []})).toMatch(/needs a paragraph of Schedule 12A/);
	expect(privately.resolves({paragraphs: [3]})).toBe(true);
	const database = council({reports: [report({exempt: {paragraphs: [], confidential: true}})]});
	const [found] = lawful(
		database,
		meeting({board: 'planning', publishedOn: '2026-11-20'}),
		'2026-11-22',
	);
	expect(found?.checks.find(({what}) => what === 'report')).toMatchObject({
		ok: true,
		says: 'Not open to the public: it holds confidential information.',
	});
});

test('a meeting keeps the law under which it was opened', () => {
	const database = {...council(), rules: {profile: 'plain' as const}};
	const cabinet = {kind: 'executive' as const};
	expect(boardLaw(database, cabinet).callIn).toBe(false);
	expect(boardLaw(database, cabinet, {law: 'england'}).callIn).toBe(true);
	const opened = {...database, meetings: [meeting({law: 'england', status: 'closed'})]};
	const made = decision({publishedOn: '2026-12-09'});
	expect(callIn(opened, made, '2026-12-10')?.state).toBe('running');
	expect(
		callIn({...opened, meetings: [meeting({law: 'plain'})]}, made, '2026-12-10'),
	).toBeUndefined();
});

test('private session in the board’s own words, also where it has a wording of its own', () => {
	const database = makeDatabase({rules: {profile: 'plain'}});
	const ground = {paragraphs: [], ground: 'because it names a neighbour.'};
	expect(exclusionText(database, {board: 'B-1'}, [{number: '5', why: ground}])).toBe(
		'That the board go into private session for item 5, because it names a neighbour.',
	);
	const own = {
		...database,
		rules: {
			...database.rules,
			snippets: [{id: 'priv', text: 'That item … be taken in camera, because ….'}],
		},
	};
	expect(exclusionText(own, {board: 'B-1'}, [{number: '5', why: ground}])).toBe(
		'That item 5 be taken in camera, because it names a neighbour.',
	);
});

test.each(boardKinds)('no word of a plain %s is council law', (kind) => {
	const {privately, interests, quorumUnknown, signing} = lawOfBoard({law: 'plain', board: {kind}});
	const words = JSON.stringify([
		privately,
		interests,
		quorumUnknown,
		signing,
		privately.says({paragraphs: [{number: 1, about: ''}]}),
	]);
	expect(words).not.toMatch(/Act|Schedule|SI \d|council|pecuniary|statut/);
	expect(interests.kinds).toEqual(['conflict']);
});

test('a new board is of the kind that is usual under the database’s law', () => {
	const kindIn = (profile: 'england' | 'plain') =>
		boardForm.start(makeDatabase({rules: {profile}}), {}).values?.['kind'];
	expect([kindIn('plain'), kindIn('england')]).toEqual(['plain', 'committee']);
	expect(lawOf({rules: {profile: 'plain'}}).kinds.offered).not.toContain('council');
});

test('one resolution names each item with its own paragraphs', () => {
	const named = [
		{number: '5', why: {paragraphs: [1, 2]}},
		{number: '6', why: {paragraphs: [3]}},
	];
	expect(exclusionText(makeDatabase(), {board: 'B-1'}, named)).toBe(
		'That, under section 100A(4) of the Local Government Act 1972, the press and public be excluded while items 5 and 6 are considered, because exempt information as defined in paragraphs 1 and 2 (item 5) and paragraph 3 (item 6) of Part 1 of Schedule 12A to the Act would be likely to be disclosed, and the public interest in keeping it exempt outweighs that in disclosing it.',
	);
});
