// From a review to the one act of a report: verdicts, values by hand, boards, agendas, exempt matter, and undo.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {waitingIn} from '../../source/domain/queries/public/marked.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {plan, reviewFile, skipping} from '../../source/import/index.ts';
import type {ImportReview} from '../../source/import/review.ts';
import {accepted, after, makeDatabase} from '../helpers/database.ts';

const paper = (name: string) => readFileSync(path.join(import.meta.dirname, 'papers', name));
const review = (name: string, options = {}): Promise<ImportReview> =>
	reviewFile(paper(name), name, makeDatabase(), options);

/** The changes of a plan; throws when there are none. */
async function changesOf(...args: Parameters<typeof plan>) {
	const planned = await plan(...args);
	if ('refusal' in planned) throw new Error(planned.refusal);
	return planned;
}

const cabinet = (): Database =>
	after(
		makeDatabase(),
		{
			kind: 'board/add',
			id: 'cabinet',
			name: 'Cabinet',
			boardKind: 'executive',
			members: [{person: 'reed', role: 'chair'}],
		},
		{
			kind: 'meeting/add',
			board: 'cabinet',
			title: 'Cabinet',
			agenda: [
				{itemKind: 'apologies', title: 'Apologies'},
				{itemKind: 'urgent', title: 'Urgent business'},
				{itemKind: 'exclusion', title: 'Exclusion'},
			],
		},
	);

test('a report becomes its record, for the board that it names, in the order of the schema', async () => {
	const {changes, notes} = await changesOf(
		cabinet(),
		await review('city-public-report.md', {set: {body: 'The Cabinet'}}),
	);
	expect(notes).toEqual([]);
	const {database} = accepted(cabinet(), changes);
	const report = database.reports.at(-1);
	expect(Object.keys(report ?? {})).toEqual([
		'id',
		'title',
		'date',
		'author',
		'board',
		'key',
		'summary',
		'recommendations',
		'alternatives',
		'consultation',
		'scrutiny',
		'implications',
		'backgroundPapers',
	]);
	expect(report).toMatchObject({
		id: 'R-2',
		board: 'cabinet',
		key: false,
		date: '2027-03-11',
		author: 'Principal Project Officer',
	});
	expect(report?.recommendations).toHaveLength(2);
	expect(report?.implications).toHaveLength(6);
	expect(check(database)).toEqual([]);
});

describe('verdicts', () => {
	test('skip, edit and accept, one finding at a time', async () => {
		const found = await review('officer-form-html.md');
		const {changes} = await changesOf(makeDatabase(), found, {
			...skipping(found, ['summary', 'implications/2', 'reference']),
			title: {take: 'edit', shown: 'Towpath grant'},
			date: {take: 'edit', shown: '18 August 2026'},
			key: {take: 'edit', shown: 'yes'},
			appendices: {take: 'edit', shown: '1. Letter\n- Map'},
			'recommendations/1': {take: 'edit', shown: 'That it be paid.'},
			'implications/1': {take: 'edit', shown: 'From reserves.'},
			reasons: {take: 'accept'},
		});
		expect(changes).toMatchObject([
			{
				kind: 'report/add',
				title: 'Towpath grant',
				date: '2026-08-18',
				key: true,
				appendices: ['Letter', 'Map'],
				recommendations: ['That it be paid.'],
				implications: [
					{heading: 'Financial implications', text: 'From reserves.'},
					{heading: 'Equality impact assessment'},
					{heading: 'Risk'},
				],
			},
		]);
		expect(changes[0]).not.toHaveProperty('reference');
	});

	test.each([
		['date', 'soon', '“soon” is not a date'],
		['key', 'perhaps', 'a key decision is yes or no, not “perhaps”'],
		['exempt', '9', 'exempt is no, or paragraphs 1 to 7'],
		['title', ' ', 'Title is empty; skip it instead'],
	])('that cannot be read are refused: %s “%s”', async (field, shown, message) => {
		expect(
			await plan(makeDatabase(), await review('officer-form-html.md'), {
				[field]: {take: 'edit', shown},
			}),
		).toMatchObject({refusal: expect.stringContaining(message) as string});
	});

	test('skipping the title leaves nothing to enter', async () => {
		expect(
			await plan(makeDatabase(), await review('officer-form-html.md'), {title: {take: 'skip'}}),
		).toEqual({refusal: 'the paper has no title: give it one with --set "title=…"'});
	});
});

describe('values by hand', () => {
	test('take the place of what was found, and of what is missing', async () => {
		const found = await review('welsh-cabinet-board.txt', {
			set: {
				date: '10 December 2026',
				key: 'no',
				recommendations: 'That one be done.\n2. That two be.',
				exempt: '3 and 4',
			},
		});
		expect(found.findings.find(({id}) => id === 'date')).toMatchObject({
			by: 'given',
			value: '2026-12-10',
		});
		expect(found.missing.map(({field}) => field)).toEqual([
			'reference',
			'alternatives',
			'scrutiny',
		]);
		const {changes} = await changesOf(makeDatabase(), found);
		expect(changes).toMatchObject([
			{
				recommendations: ['That one be done.', 'That two be.'],
				key: false,
				exempt: {paragraphs: [3, 4]},
			},
		]);
	});

	test('name fields as they are called', async () => {
		await expect(review('welsh-cabinet-board.txt', {set: {colour: 'x'}})).rejects.toThrow(
			'a report has no field “colour”',
		);
		await expect(review('welsh-cabinet-board.txt', {set: {titel: 'x'}})).rejects.toThrow(
			'did you mean title?',
		);
	});

	test('say what a heading is', async () => {
		const text =
			'# A bridge\n\n## What we want\n\nThat it be done.\n\n## Why on earth\n\nBecause.\n';
		const found = await reviewFile(Buffer.from(text), 'a.md', makeDatabase(), {
			as: 'report',
			map: {'What we want': 'recommendations', 'Why on earth': 'reasons'},
		});
		expect(found.findings.map(({id, shown}) => [id, shown])).toEqual([
			['title', 'A bridge'],
			['recommendations/1', 'That it be done.'],
			['reasons', 'Because.'],
		]);
		await expect(
			reviewFile(Buffer.from(text), 'a.md', makeDatabase(), {as: 'report', map: {x: 'colour'}}),
		).rejects.toThrow('a heading cannot be “colour”');
	});
});

describe('on an agenda', () => {
	test('stands before urgent business, about its report', async () => {
		const {changes} = await changesOf(
			cabinet(),
			await review('executive-board-questions.md'),
			{},
			{meeting: 'M-3'},
		);
		const {database} = accepted(cabinet(), changes);
		const {agenda} = database.meetings.at(-1) ?? {agenda: []};
		expect(agenda.map(({title}) => title)).toEqual([
			'Apologies',
			'Replacing the housing repairs system',
			'Urgent business',
			'Exclusion',
		]);
		expect(agenda[1]).toMatchObject({kind: 'report', about: {report: 'R-2'}});
		expect(database.reports.at(-1)).toMatchObject({board: 'cabinet'});
		expect(check(database)).toEqual([]);
		const {database: undone} = accepted(database, {kind: 'undo', revision: database.revision});
		expect([undone.reports, undone.meetings]).toEqual([cabinet().reports, cabinet().meetings]);
	});

	test('stands at the end when it is exempt, and the public reads nothing of it', async () => {
		const {changes, notes} = await changesOf(
			cabinet(),
			await review('cabinet-numbered-exempt.md'),
			{},
			{meeting: 'M-3'},
		);
		expect(notes).toEqual([]);
		const {database} = accepted(cabinet(), changes);
		expect(database.meetings.at(-1)?.agenda.at(-1)).toMatchObject({exempt: {paragraphs: [3]}});
		const seen = JSON.stringify(publicView(database));
		expect(seen).not.toMatch(/GASWORKS|hectares|highest bidder/);
		expect(seen).toContain('"paragraphs":[3]');
	});

	test('says when nothing excludes the public, and when the board is another', async () => {
		const {notes} = await changesOf(
			makeDatabase(),
			await review('cabinet-numbered-exempt.md'),
			{},
			{meeting: 'M-2'},
		);
		expect(notes).toEqual([
			'the item is exempt, and there is none on the agenda by which the public is excluded',
		]);
		const elsewhere = await changesOf(
			cabinet(),
			await review('mayoral-decision.md', {set: {body: 'Cabinet'}}),
			{},
			{meeting: 'M-2'},
		);
		expect(elsewhere.notes).toEqual(['the paper is for Cabinet, the report will be for IMT Board']);
	});
});

test('a paper that is marked both exempt and open comes in as private, says why, and is public once released', async () => {
	const text = Buffer.from(
		'NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A\n\n**Title:** A SECRET sale\n\n**Exempt:** No\n\n**Recommendation**\n\nThat the SECRET be sold.\n',
	);
	const found = await reviewFile(text, 'a.md', cabinet());
	expect(found.remarks.join()).toContain('1 paper waits for somebody to release it');
	const {changes, notes} = await changesOf(cabinet(), found);
	const why =
		'the paper is marked as exempt (paragraph 3 of Schedule 12A), but another place says that it is open';
	expect(changes).toMatchObject([{kind: 'report/add', private: {why}}]);
	expect(notes).toContain(`it comes in as private until somebody releases it: ${why}`);
	const {database, entry} = accepted(cabinet(), changes);
	expect(tellEntry(database, entry)).toMatch(/“A SECRET sale”, private until released$/);
	expect(JSON.stringify(publicView(database))).not.toContain('SECRET');
	const [{path} = {path: ''}] = waitingIn(database);
	const released = accepted(database, {kind: 'record/release', record: path}).database;
	expect(publicView(released).reports.at(-1)?.title).toBe('A SECRET sale');

	// On an agenda, the item is exempt until somebody says otherwise.
	const placed = await changesOf(cabinet(), found, {}, {meeting: 'M-3'});
	const held = accepted(cabinet(), placed.changes).database;
	expect(JSON.stringify(publicView(held))).not.toContain('SECRET');
	expect(held.meetings.at(-1)?.agenda.at(-1)).toMatchObject({exempt: {paragraphs: [3]}});

	// Somebody who said which it is leaves no doubt.
	const said = await reviewFile(text, 'a.md', cabinet(), {set: {exempt: '3'}});
	expect((await changesOf(cabinet(), said)).changes).toMatchObject([{exempt: {paragraphs: [3]}}]);
});

test('an exempt paper without a paragraph is refused until somebody says which', async () => {
	const text = Buffer.from(
		'NOT FOR PUBLICATION\n\n**Title:** A sale\n\n**Recommendation**\n\nThat it be sold.\n',
	);
	const found = await reviewFile(text, 'a.md', makeDatabase());
	expect(found.findings.find(({id}) => id === 'exempt')).toMatchObject({
		value: {paragraphs: []},
		note: 'the paper names no paragraph of Schedule 12A',
	});
	expect(await plan(makeDatabase(), found)).toMatchObject({
		refusal: expect.stringContaining('--set exempt=3') as string,
	});
	const set = await reviewFile(text, 'a.md', makeDatabase(), {set: {exempt: '3'}});
	expect((await changesOf(makeDatabase(), set)).changes).toMatchObject([
		{exempt: {paragraphs: [3]}},
	]);
});

test('the same report does not come in twice', async () => {
	const found = await review('mayoral-decision.md');
	const {changes} = await changesOf(makeDatabase(), found);
	const {database} = accepted(makeDatabase(), changes);
	expect(await plan(database, found)).toEqual({
		refusal: 'this report was imported before: it is R-2',
	});
	const other = await review('mayoral-decision.md', {set: {reference: 'MD-0232'}});
	expect(await plan(database, other)).toHaveProperty('changes');
});

test('a board that nobody has is said', async () => {
	const {notes} = await changesOf(makeDatabase(), await review('committee-pages.txt'));
	expect(notes).toEqual([
		'no board is called “Environment and Leisure Committee”: name one with --board, or the report is for none in particular',
	]);
});

test('reads what a file looks like, unless it is told', async () => {
	expect(
		(
			await reviewFile(
				Buffer.from('# Plan 2026-2029\n\n## Priority 1: A\n\nx\n\n## Priority 2: B\n\ny\n'),
				'a.md',
				makeDatabase(),
			)
		).kind,
	).toBe('strategy');
	expect(
		(await reviewFile(Buffer.from('Project,Status\na,Complete\n'), 'a.csv', makeDatabase())).kind,
	).toBe('portfolio');
	expect((await review('town-committee-note.txt')).kind).toBe('report');
	await expect(review('town-committee-note.txt', {as: 'portfolio'})).rejects.toThrow(
		'no column is known',
	);
	await expect(
		reviewFile(Buffer.from('Project\na\n'), 'a.csv', makeDatabase(), {as: 'report'}),
	).rejects.toThrow('this is a table: import it as a portfolio');
});

test('a paper in which nothing of a report stands makes none', async () => {
	const text = 'NOTES OF A WALK\n\nWe set out at nine and came to the mill at noon.\n';
	const database = makeDatabase();
	const planned = await plan(database, await reviewFile(Buffer.from(text), 'walk.txt', database));
	expect('refusal' in planned && planned.refusal).toMatch(
		/^nothing was found in it that a decision report holds: .*--as-kind strategy$/,
	);
});
