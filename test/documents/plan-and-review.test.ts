// The forward plan and the retrospective review.
import {describe, expect, test} from 'vitest';
import {forwardPlanDocument, forwardPlanTable} from '../../source/documents/forward-plan.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {reviewDocument} from '../../source/documents/review.ts';
import {forwardPlan} from '../../source/domain/queries/meeting/forward-plan.ts';
import {reviewOf} from '../../source/domain/queries/strategy/review.ts';
import type {Database, Project} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';
import {cabinet} from './cabinet.ts';
import {afterMeeting} from './meeting.ts';

const today = '2026-10-05';
const summoned = cabinet('summoned');

describe('a forward plan', () => {
	test('has a row for each matter, with why it is private', () => {
		const {columns, rows} = forwardPlanTable(summoned, forwardPlan(summoned, today));
		const titles = columns.map(({title}) => title);
		expect(rows.map((row) => row[0])).toEqual(['N-1', 'N-2', 'N-5', 'N-4']);
		expect(rows[1]?.[titles.indexOf('In private')]).toBe(
			'The price is still being negotiated. Schedule 12A, paragraph 3',
		);
		expect(rows[2]?.[titles.indexOf('Notice given')]).toBe('not published');
	});

	test('says which time has passed, and that nothing is announced', () => {
		const late = forwardPlan(summoned, '2026-12-20');
		const text = toMarkdown(forwardPlanDocument(summoned, late, '2026-12-20'));
		expect(text).toContain('7 December 2026 (passed)');
		const none = {...summoned, notices: []};
		expect(toMarkdown(forwardPlanDocument(none, forwardPlan(none, today), today))).toContain(
			'No key decision and no meeting in private is announced.',
		);
	});

	test('names the members of a body on the day, and nobody besides one who decides alone', () => {
		const notices = summoned.notices.map((one) => ({...one, board: 'B-2', report: undefined}));
		const alone = {...summoned, notices};
		const text = toMarkdown(forwardPlanDocument(alone, forwardPlan(alone, today), today));
		expect(text).toContain('**Decision-maker:** Executive Councillor');
		expect(text).not.toContain('**Members:**');
		const body = toMarkdown(forwardPlanDocument(summoned, forwardPlan(summoned, today), today));
		expect(body).toContain(
			'**Members:** Ann Reed; Joan Smith; Peter Jones; Gwen Davies; Ravi Patel',
		);
	});
});

describe('a review', () => {
	const review = (database: Database, id?: string) => {
		const found = reviewOf(database, id);
		return found && toMarkdown(reviewDocument(found));
	};

	test('ends with a draft made of the counts while nobody has concluded anything', () => {
		expect(review(makeDatabase())).toMatch(
			/## Conclusion\n\n> Draft, made from the counts alone[^\n]*\n\n1 of the 5 projects is delivered \(20%\)\. 4 are still to be finished: /,
		);
	});

	test('ends with the conclusion that was written', () => {
		const base = makeDatabase();
		const strategies = base.strategies.map((one) => ({...one, conclusion: 'It was worth it.'}));
		const text = review({...base, strategies});
		expect(text).toMatch(/## Conclusion\n\nIt was worth it\.\n$/);
		expect(text).not.toContain('Draft');
	});

	test('of a past strategy has its own priorities and projects', () => {
		const base = makeDatabase();
		const [current] = base.strategies;
		if (!current) throw new Error('no strategy');
		const past = {
			...current,
			id: 'S-0',
			title: 'ICT Strategy 2018–2023',
			status: 'past' as const,
			priorities: [{id: 'PX', rank: 1, title: 'The basics', aims: []}],
		};
		const projects = [
			...base.projects,
			{id: 'PX-01', title: 'Wi-Fi', priority: 'PX', status: 'delivered' as const, updates: []},
		];
		const two = {...base, strategies: [past, current], projects};
		expect(review(two)).toContain('# Digital Strategy: review of delivery');
		const text = review(two, 'S-0') ?? '';
		expect(text).toContain('- **Standing:** Past');
		expect(text).toContain('The one project, Wi-Fi, was delivered.');
		expect(text).not.toContain('Laptop Refresh');
		expect(review(two, 'S-9')).toBeUndefined();
	});

	test.each<[string, Project['status'][], string]>([
		['none', ['proposed', 'on-hold'], 'None of the 2 projects is delivered. 2 are still to'],
		['one', ['delivered', 'on-hold'], '1 of the 2 projects is delivered (50%). 1 is still to'],
		[
			'most',
			['delivered', 'delivered', 'cancelled'],
			'2 of the 3 projects are delivered (67%). None is left to finish. 1 was cancelled: Two.',
		],
		['all', ['delivered', 'delivered'], 'All 2 projects are delivered.\n'],
		['the only one', ['delivered'], 'The one project, None, is delivered.\n'],
		['the only one, open', ['blocked'], 'The one project, None, is still to be finished.\n'],
		['the only one, given up', ['cancelled'], 'The one project, None, was cancelled.\n'],
	])('counts in sentences: %s delivered', (_what, statuses, conclusion) => {
		const base = makeDatabase();
		const projects = statuses.map((status, index) => ({
			id: `P1-0${index}`,
			title: ['None', 'One', 'Two'][index] ?? '',
			priority: 'P1',
			status,
			updates: [],
		}));
		expect(review({...base, projects})).toContain(conclusion);
	});

	test('says how many have which status, and when all have the same', () => {
		const text = (statuses: Project['status'][]) =>
			review({
				...makeDatabase(),
				projects: statuses.map((status, index) => ({
					id: `P1-0${index}`,
					title: 'x',
					priority: 'P1',
					status,
					updates: [],
				})),
			});
		expect(text(['proposed'])).toContain('- **Projects:** 1, proposed\n');
		expect(text(['delivered', 'delivered'])).toContain('\n\n2 projects, all delivered.\n');
		expect(text(['delivered', 'on-hold'])).toContain('\n\n2 projects: 1 delivered, 1 on hold.\n');
	});

	test('is marked when a meeting that is made up set a state in it, and only then', () => {
		const database = afterMeeting();
		const example = (id: string): Database => ({
			...database,
			meetings: database.meetings.map((one) => (one.id === id ? {...one, example: true} : one)),
		});
		expect(review(example('M-2'))).toContain('> A worked example, not an official record.');
		expect(review(example('M-1'))).not.toContain('worked example');
	});
});
