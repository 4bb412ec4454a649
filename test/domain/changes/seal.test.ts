import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {contentDigest} from '../../../source/domain/log/chain.ts';
import {sameSeal, sealOf} from '../../../source/domain/log/seal.ts';
import {contentOf, minutesOf} from '../../../source/domain/queries/minutes/minutes.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {meetingOf, sitting} from '../../helpers/council.ts';
import {accepted, after} from '../../helpers/database.ts';
import {approve, close, issue, later, next, note, sign} from './minuted.ts';

const seals = (database: Database) => meetingOf(database).minutes?.seals ?? [];
/** The digest that a version would be given now. */
const content = (database: Database) => contentDigest(contentOf(minutesOf(database, 'M-3')));

const decide: Change = {
	kind: 'decision/record',
	meeting: 'M-3',
	item: 'I-9',
	title: 'Mill Lane',
	resolution: 'That it be so.',
	outcome: 'approved',
};
const closed = after(
	sitting(),
	note('It rained.'),
	decide,
	{kind: 'action/add', text: 'Write', meeting: 'M-3', item: 'I-9'},
	close(),
);
const issued = after(closed, issue());

describe('a seal', () => {
	const [seal] = seals(issued);

	test('is made of the minutes’ content and of the log before it', () => {
		const last = closed.log.at(-1)!;
		expect(seal).toMatchObject({
			id: 'v1',
			revision: last.revision,
			log: last.hash,
			content: content(closed),
		});
		expect(seal?.seal).toBe(sealOf({meeting: 'M-3', ...seal!}));
	});

	test('can be read out, and typed in any way', () => {
		const printed = seal!.seal;
		expect(printed).toMatch(/^BW-M-3-v1(-[0-9A-F]{4}){5}$/);
		expect(sameSeal(printed.toLowerCase().replaceAll('-', ' '), printed)).toBe(true);
		const other = printed.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
		expect(sameSeal(other, printed)).toBe(false);
	});

	test('is another for every meeting, version, content and log', () => {
		const base = {meeting: 'M-3', id: 'v1', content: 'a', log: 'b'};
		const others = [{meeting: 'M-4'}, {id: 'v2'}, {content: 'x'}, {log: 'x'}];
		const made = [base, ...others.map((other) => ({...base, ...other}))].map(sealOf);
		expect(new Set(made.map((text) => text.slice(-24))).size).toBe(5);
	});

	// Printed seals must prove in every later version: a change that makes this fail is wrong.
	test('has its form for good', () => {
		expect(sealOf({meeting: 'M-3', id: 'v1', content: 'a'.repeat(64), log: 'b'.repeat(64)})).toBe(
			'BW-M-3-v1-990A-85FF-0A93-6CA4-DA80',
		);
	});
});

describe('a second version', () => {
	test('has a seal of its own, and the first one stays', () => {
		const second = after(issued, note('It snowed.', 'It rained.'), issue());
		const [first, newest] = seals(second);
		expect(first).toEqual(seals(issued)[0]);
		expect(newest).toMatchObject({id: 'v2', content: content(second)});
		expect(newest?.content).not.toBe(first?.content);
		expect(newest?.seal).toMatch(/^BW-M-3-v2-/);
	});

	test('that says again what the first one said has its content, and another seal', () => {
		const back = after(
			issued,
			note('It snowed.', 'It rained.'),
			issue(),
			note('It rained.', 'It snowed.'),
			issue(),
		);
		const [first, , third] = seals(back);
		expect(third?.content).toBe(first?.content);
		expect(third?.seal).not.toBe(first?.seal);
	});
});

describe('what a version says is', () => {
	const attendance = (to: 'present' | 'apologies'): Change => ({
		kind: 'attendance/set',
		meeting: 'M-3',
		person: 'ward',
		from: 'present',
		to,
		reason: 'Mistaken',
	});
	test.each<[string, Change | Change[]]>([
		['a note', note('It snowed.', 'It rained.')],
		['the roll', [attendance('apologies'), {kind: 'decision/mark', id: 'D-2', why: 'Mistaken'}]],
		['a decision', {...decide, title: 'Second'}],
		['a decision’s retraction', {kind: 'decision/retract', id: 'D-2', reason: 'Twice'}],
		[
			'a decision’s correction',
			{
				kind: 'decision/correct',
				id: 'D-2',
				reason: 'Slip',
				fields: {title: {from: 'Mill Lane', to: 'Mill Road'}},
			},
		],
		['an action placed in it', {kind: 'action/add', text: 'Call', meeting: 'M-3', item: 'I-9'}],
		[
			'an interest',
			{
				kind: 'declaration/add',
				meeting: 'M-3',
				item: 'I-9',
				person: 'lane',
				interest: 'nri',
			},
		],
		['what is exempt', {kind: 'agenda/exempt', meeting: 'M-3', item: 'I-9', to: {paragraphs: [1]}}],
	])('changed by %s', (_what, change) => {
		expect(content(accepted(issued, change).database)).not.toBe(content(issued));
	});

	test.each<[string, (database: Database) => Database]>([
		['being issued', (database) => database],
		['being approved', (database) => later(next(database), approve())],
		['being signed', (database) => later(next(database), approve(), sign())],
		[
			'what other meetings do',
			(database) => later(next(database), {...decide, meeting: 'M-5', item: 'I-15'}),
		],
		[
			'a later decision that takes the place of one of its own',
			(database) =>
				later(next(database), {...decide, meeting: 'M-5', item: 'I-15', supersedes: 'D-2'}),
		],
		[
			'what becomes of a project',
			(database) => later(database, {kind: 'project/update', id: 'P1-03', note: 'Sold.'}),
		],
		[
			'what becomes of its actions',
			(database) => later(database, {kind: 'action/status', id: 'A-2', from: 'open', to: 'done'}),
		],
		[
			'a notice about it',
			(database) =>
				later(database, {
					kind: 'notice/add',
					noticeKind: 'key-decision',
					title: 'x',
					board: 'B-3',
					meeting: 'M-3',
				}),
		],
	])('not changed by %s', (_what, happen) => {
		expect(content(happen(issued))).toBe(seals(issued)[0]?.content);
	});

	test('changed by a correction of approved minutes, which says so', () => {
		const signed = later(next(issued), approve(), sign());
		const {database} = accepted(signed, {
			kind: 'minutes/correct',
			meeting: 'M-3',
			item: 'I-9',
			from: 'It rained.',
			to: 'It snowed.',
			reason: 'Misheard',
		});
		expect(content(database)).not.toBe(content(signed));
		expect(minutesOf(database, 'M-3').corrections).toMatchObject([{reason: 'Misheard', item: '4'}]);
	});
});
