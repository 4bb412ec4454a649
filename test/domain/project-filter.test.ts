// What may be typed into the filter of the portfolio, and what a list of projects comes to.
import {expect, test} from 'vitest';
import {filterProjects} from '../../source/domain/queries/strategy/project-filter.ts';
import {
	groupProjects,
	orderProjects,
	sayTotals,
} from '../../source/domain/queries/strategy/project-order.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, after, contextAt, makeDatabase, today} from '../helpers/database.ts';

const acts: Change[] = [
	{kind: 'milestone/add', project: 'P1-03', title: 'Move out', approved: '2026-11-01'},
	{
		kind: 'record/add',
		list: 'projects/P2-01/risks',
		fields: {event: 'No forms', current: {likelihood: 4, impact: 4}},
	},
	{
		kind: 'project/edit',
		id: 'P2-02',
		fields: {
			money: {to: {approved: {amount: 90_000, currency: 'EUR'}}},
			stage: {to: 'Outline case'},
			due: {to: '2028-01-31'},
		},
	},
	{
		kind: 'project/status',
		id: 'P2-01',
		from: 'blocked',
		to: 'blocked',
		confidence: {to: 'red'},
	},
];
const database = after(makeDatabase(), ...acts);
const found = (filter: string) => filterProjects(database, filter, today).map(({id}) => id);

test.each<[filter: string, ids: string[]]>([
	['', ['P1-01', 'P1-02', 'P1-03', 'P2-01', 'P2-02']],
	['red', ['P2-01']],
	['deliv', ['P1-01']],
	['pend p2', ['P2-01']],
	['owner:js', ['P1-02']],
	['owner:smith', ['P1-02']],
	['owner:none', ['P1-01', 'P1-03', 'P2-01', 'P2-02']],
	['owner:', ['P1-01', 'P1-02', 'P1-03', 'P2-01', 'P2-02']],
	['due<+6m', ['P1-02']],
	['due>2027-04-01', ['P2-02']],
	['due:2027', ['P1-02']],
	['due:none', ['P1-01', 'P1-03', 'P2-01']],
	['budget>100k', ['P1-02']],
	['budget<100k', ['P2-02']],
	['status:hold', ['P1-03']],
	['rag:amber', ['P1-02']],
	['domain:workplace', ['P1-02']],
	['needs:p1-02', ['P2-01']],
	['stage:outline', ['P2-02']],
	['late', ['P1-03']],
	['waiting', ['P2-01']],
	['risk:high', ['P2-01']],
	['risk:none', ['P1-01', 'P1-02', 'P1-03', 'P2-02']],
	['risk>15', ['P2-01']],
	['settled', ['P1-01']],
	['-settled p1', ['P1-02', 'P1-03']],
	['changed', ['P1-03', 'P2-01', 'P2-02']],
	['nosuch:thing', []],
	['due:soon', []],
])('“%s” finds %j', (filter, ids) => {
	expect(found(filter)).toEqual(ids);
});

test('“red” is not found in Delivered, nor “green” in a title', () => {
	const greenhouse = after(makeDatabase(), {
		kind: 'project/edit',
		id: 'P1-03',
		fields: {title: {from: 'Server Room', to: 'Greenhouse'}},
	});
	expect(filterProjects(greenhouse, 'red', today)).toEqual([]);
	expect(filterProjects(greenhouse, 'green', today).map(({id}) => id)).toEqual(['P1-01']);
});

test('what a list comes to is added up by currency', () => {
	expect(sayTotals(database, database.projects, today)).toBe(
		'5 projects, budget £250,000 and €90,000, 1 late, 1 red',
	);
	expect(sayTotals(database, [], today)).toBe('0 projects');
});

test.each<[order: Parameters<typeof orderProjects>[2], ids: string[]]>([
	['end', ['P1-02', 'P2-02', 'P1-01', 'P1-03', 'P2-01']],
	['title', ['P2-02', 'P1-02', 'P2-01', 'P1-03', 'P1-01']],
	['confidence', ['P2-01', 'P1-02', 'P1-01', 'P1-03', 'P2-02']],
	['money', ['P1-02', 'P2-02', 'P1-01', 'P1-03', 'P2-01']],
	['risk', ['P2-01', 'P1-01', 'P1-02', 'P1-03', 'P2-02']],
	['updated', ['P1-03', 'P2-02', 'P1-01', 'P1-02', 'P2-01']],
	['owner', ['P1-02', 'P1-01', 'P1-03', 'P2-01', 'P2-02']],
	['status', ['P2-02', 'P1-02', 'P1-03', 'P2-01', 'P1-01']],
])('in the order of %s', (order, ids) => {
	expect(orderProjects(database, database.projects, order).map(({id}) => id)).toEqual(ids);
});

test('groups stand in the order of what they are, and what has nothing comes last', () => {
	const groups = groupProjects(database, database.projects, 'confidence');
	expect(groups.map(({title, projects}) => [title, projects.length])).toEqual([
		['Red', 1],
		['Amber', 1],
		['Green', 1],
		['No confidence given', 2],
	]);
});

/** Two boards meet in turn: the officers in the morning, the committee at noon; a project is altered after each. */
function twoBoards(next: 'B-1' | 'B-3'): Database {
	const [officers] = makeDatabase().boards;
	const committee = {
		...officers!,
		id: 'B-3',
		name: 'Finance Committee',
		kind: 'committee' as const,
	};
	const base = makeDatabase({boards: [...makeDatabase().boards, committee], meetings: []});
	const meets = (board: string, hour: number): [Change, string][] => {
		const id = board === 'B-1' ? 'M-3' : 'M-4';
		return [
			[
				{
					kind: 'meeting/add',
					board,
					title: 'One that is over',
					startsAt: `2026-11-22T${String(hour).padStart(2, '0')}:00`,
					agenda: [],
				},
				'07:00',
			],
			[{kind: 'meeting/open', id}, `${String(hour).padStart(2, '0')}:00`],
			[{kind: 'meeting/close', id}, `${String(hour).padStart(2, '0')}:30`],
		];
	};
	const edits = (id: string, at: string): [Change, string] => [
		{kind: 'project/update', id, note: 'Something came of it.'},
		at,
	];
	const played: [Change, string][] = [
		...meets('B-1', 9),
		edits('P1-02', '10:00'),
		...meets('B-3', 12),
		edits('P2-01', '13:00'),
		[
			{
				kind: 'meeting/add',
				board: next,
				title: 'The next one',
				startsAt: '2026-12-01T09:00',
				agenda: [],
			},
			'14:00',
		],
	];
	return played.reduce(
		(before, [change, at]) => accepted(before, change, contextAt(at)).database,
		base,
	);
}

test.each<['B-1' | 'B-3', string[]]>([
	['B-1', ['P1-02', 'P2-01']],
	['B-3', ['P2-01']],
])('“changed” counts from when %s met last, whoever met since', (board, ids) => {
	const held = twoBoards(board);
	expect(filterProjects(held, 'changed', today).map(({id}) => id)).toEqual(ids);
});
