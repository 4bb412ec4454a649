import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import {meetingOf, sitting} from '../../helpers/council.ts';
import {accepted, after, objection, refusal} from '../../helpers/database.ts';
import {approve, close, inDecember, issue, later, next, note, sign} from './minuted.ts';

const correct = (to: string, from?: string, more: object = {}): Change => ({
	kind: 'minutes/correct',
	meeting: 'M-3',
	item: 'I-9',
	from,
	to,
	reason: 'Misheard',
	...more,
});

const approved = later(next(after(sitting(), note('It rained.'), close(), issue())), approve());
const signed = later(approved, sign());

describe('approved minutes', () => {
	const made = after(
		sitting(['lane', 'pole', 'khan']),
		note('It rained.'),
		{
			kind: 'declaration/add',
			meeting: 'M-3',
			item: 'I-9',
			person: 'khan',
			interest: 'nri',
		},
		close(),
		issue(),
	);
	const noted = made.log.find(({changes}) => changes?.[0]?.kind === 'agenda/note')!.revision;
	const settled = later(next(made), approve());
	const change = {meeting: 'M-3', item: 'I-9'};
	test.each<[string, Change]>([
		['a note', note('It snowed.', 'It rained.')],
		['the roll', {kind: 'attendance/set', meeting: 'M-3', person: 'ward', to: 'apologies'}],
		['an interest', {kind: 'declaration/add', ...change, person: 'lane', interest: 'nri'}],
		[
			'an interest that was declared',
			{kind: 'declaration/edit', meeting: 'M-3', id: 'DI-1', fields: {withdrew: {to: true}}},
		],
		['taking an interest back', {kind: 'declaration/remove', meeting: 'M-3', id: 'DI-1'}],
		['who presided', {kind: 'agenda/preside', ...change, to: 'pole'}],
		['what is exempt', {kind: 'agenda/exempt', ...change, to: {paragraphs: [1]}}],
		[
			'a decision',
			{kind: 'decision/record', ...change, title: 'T', resolution: 'R', outcome: 'noted'},
		],
		['an action', {kind: 'action/add', text: 'Write', ...change}],
	])('are not changed by %s', (_what, change) => {
		const message = (status: string) =>
			`the minutes of M-3 are ${status}: they can only be corrected, with a reason`;
		expect(refusal(settled, change, inDecember)).toEqual({
			code: 'state',
			message: message('approved'),
		});
		expect(refusal(later(settled, sign()), change, inDecember).message).toBe(message('signed'));
		expect(objection(made, change, inDecember)).toBeUndefined();
	});

	test('are not changed by undoing what they tell', () => {
		const undo: Change = {kind: 'undo', revision: noted};
		expect(refusal(settled, undo, inDecember)).toEqual({
			code: 'state',
			message: `revision ${noted} stands in the minutes of M-3, which are approved`,
		});
		expect(objection(made, undo, inDecember)).toBeUndefined();
	});

	test.each([
		['approved', approved],
		['signed', signed],
	])('that are %s are corrected, with a reason and both wordings in the log', (status, before) => {
		const {database, entry} = accepted(before, correct('It snowed.', 'It rained.'), inDecember);
		expect(meetingOf(database).agenda[3]?.notes).toBe('It snowed.');
		expect(meetingOf(database).minutes).toMatchObject({
			status,
			corrections: [
				{
					id: 'C-1',
					at: '2026-12-20T10:00:00.000Z',
					by: 'Sam Clerk (login clerk)',
					item: 'I-9',
					reason: 'Misheard',
				},
			],
		});
		expect(entry.effects?.[0]).toEqual({
			record: 'meetings/M-3/agenda/I-9',
			field: 'notes',
			from: 'It rained.',
			to: 'It snowed.',
		});
		expect(check(database)).toEqual([]);
	});

	test.each<[string, Change, string]>([
		['of nothing', correct('It rained.', 'It rained.'), 'nothing in the minutes would change'],
		[
			'without a reason',
			correct('x', 'It rained.', {reason: ' '}),
			'minutes/correct: reason is empty',
		],
		[
			'of what is another by now',
			correct('x', 'It snowed.'),
			'4 Mill Lane: notes – you set this to “It rained.” 28 days ago; it was “It snowed.”',
		],
		['of an unknown item', correct('x', undefined, {item: 'I-4'}), 'meeting M-3 has no item I-4'],
	])('a correction %s is refused', (_what, change, message) => {
		expect(refusal(signed, change, inDecember).message).toBe(message);
	});
});
