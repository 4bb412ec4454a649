// While an exempt item is before the room: every kind of change, with words in each of its texts, either keeps them
// from the public or waits.
import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {commit} from '../../source/domain/commit.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {textFields} from '../../source/domain/schema/texts.ts';
import {accepted, act, contextAt, makeDatabase, refusal} from '../helpers/database.ts';
import {everyKind} from './each.ts';

const names = new Set(textFields().map((way) => way.split('/').at(-1)));
// Somebody on a roll is named by an id, in whatever else it may be a text.
names.delete('person');

/** A change with a mark in every free text that it would write. */
function marked(value: unknown, name = ''): unknown {
	if (typeof value === 'string') return names.has(name) ? `${value} SECRET` : value;
	if (Array.isArray(value)) return value.map((one) => marked(one, name));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => {
			if (key === 'from') return [key, inner];
			return [key, marked(inner, key === 'to' ? name : key)];
		}),
	);
}

/** The database with everything that a change of the table may name on exempt items, one of them before the room. */
function inPrivate(database: Database): Database {
	const exempt = {paragraphs: [3], title: 'A contract'};
	return {
		...database,
		meetings: database.meetings.map((meeting) => ({
			...meeting,
			agenda: meeting.agenda.map((item) => ({...item, exempt})),
			...(meeting.id === 'M-2' && meeting.status !== 'closed'
				? {status: 'open' as const, currentItem: 'I-4', openedAt: '2026-11-22T09:30:00.000Z'}
				: {}),
		})),
	};
}

const outcomes = everyKind().map(({kind, change, before}) => {
	const given = kind === 'agenda/note' ? {...change, to: 'SECRET'} : marked(change);
	const database = inPrivate(before);
	const outcome = commit(database, act(given as Change), contextAt('11:00'));
	return {kind, given, outcome};
});
const waits = outcomes.filter(
	({outcome}) =>
		!outcome.ok && /: item 3 is exempt: .* would be public/.test(outcome.rejection.message),
);
const done = outcomes.flatMap(({kind, given, outcome}) =>
	outcome.ok ? [{kind, given, database: outcome.database}] : [],
);

test('what would be open to everybody by itself waits', () => {
	expect(waits.map(({kind}) => kind).toSorted()).toEqual([
		'agenda/add',
		'board/add',
		'board/edit',
		'board/interests',
		'board/standing',
		'decision/enter',
		'decision/take',
		'interest/end',
		'interest/register',
		'meeting/add',
		'meeting/cancel',
		'meeting/edit',
		'meeting/enter',
		'notice/add',
		'notice/edit',
		'person/add',
		'person/edit',
		'record/release',
		'report/edit',
		'request/edit',
		'strategy/conclude',
	]);
});

test('what people do in private goes on', () => {
	expect(done.map(({kind}) => kind)).toEqual(
		expect.arrayContaining([
			'strategy/add',
			'project/add',
			'report/add',
			'project/status',
			'project/update',
			'project/edit',
			'agenda/note',
			'agenda/edit',
			'decision/record',
			'action/add',
			'action/edit',
			'attendance/set',
			'declaration/add',
		]),
	);
});

test.each(done.filter(({given}) => JSON.stringify(given).includes('SECRET')))(
	'$kind says nothing to the public',
	({kind, database}) => {
		const view = publicView(database);
		// The summary that the public is given instead is for the public.
		const own = kind === 'agenda/exempt' ? view.log.map((entry) => tellEntry(view, entry)) : view;
		expect(JSON.stringify(own)).not.toContain('SECRET');
	},
);

describe('it says at once what to do', () => {
	const room = inPrivate(makeDatabase());
	test.each<[Change, string]>([
		[
			{kind: 'person/add', id: 'x', name: 'x'},
			'person/add: item 3 is exempt: a new person would be public; move the room on first, or wait',
		],
		[
			{kind: 'record/release', record: 'projects/P1-01'},
			'record/release: item 3 is exempt: what is released would be public; move the room on first, or wait',
		],
	])('%j', (change, message) => {
		expect(refusal(room, change)).toEqual({code: 'state', message});
	});

	test('but a report that is itself exempt is entered', () => {
		const report: Change = {
			kind: 'report/add',
			title: 'SECRET',
			recommendations: [],
			exempt: {paragraphs: [3]},
		};
		const {database} = accepted(room, report);
		expect(JSON.stringify(publicView(database))).not.toContain('SECRET');
	});

	test('and nothing waits at an open item, nor for an act in another meeting', () => {
		const open = {
			...room,
			meetings: room.meetings.map((meeting) => ({
				...meeting,
				agenda: meeting.agenda.map(({exempt: _exempt, ...item}) => item),
			})),
		};
		const add: Change = {kind: 'project/add', title: 'x', priority: 'P1', status: 'proposed'};
		expect(commit(open, act(add), contextAt()).ok).toBe(true);
	});
});
