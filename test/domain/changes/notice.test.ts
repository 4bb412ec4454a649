import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import {type Database, noticeKinds} from '../../../source/domain/schema/index.ts';
import {makeCouncil} from '../../helpers/council.ts';
import {accepted, after, refusal} from '../../helpers/database.ts';

const council = makeCouncil();
const add = (more: object = {}): Change => ({
	kind: 'notice/add',
	noticeKind: 'key-decision',
	title: 'Broadband contract',
	board: 'B-4',
	...more,
});
const edit = (fields: object, id = 'N-1'): Change => ({kind: 'notice/edit', id, fields});
const withdraw: Change = {kind: 'notice/withdraw', id: 'N-1'};

describe('a notice', () => {
	test('is entered with the next number and what is known of it', () => {
		const {database: changed, entry} = accepted(
			council,
			add({
				report: 'R-2',
				meeting: 'M-4',
				item: 'I-13',
				decisionOn: {from: '2026-11-22', to: '2026-11-30'},
				publishedOn: '2026-10-20',
				documents: ['The report'],
				reasons: '',
				agreedBy: '',
			}),
		);
		const notice = {
			id: 'N-1',
			kind: 'key-decision',
			title: 'Broadband contract',
			board: 'B-4',
			report: 'R-2',
			meeting: 'M-4',
			item: 'I-13',
			decisionOn: {from: '2026-11-22', to: '2026-11-30'},
			publishedOn: '2026-10-20',
			documents: ['The report'],
		};
		expect(changed.notices).toEqual([notice]);
		expect(entry.effects).toEqual([{record: 'notices/N-1', to: notice}]);
		expect(check(changed)).toEqual([]);
	});

	test.each(noticeKinds)('of every kind needs a title and a board alone: %s', (noticeKind) => {
		expect(after(council, add({noticeKind, documents: []})).notices).toEqual([
			{id: 'N-1', kind: noticeKind, title: 'Broadband contract', board: 'B-4'},
		]);
	});

	test('is edited field by field', () => {
		const {database: changed, entry} = accepted(
			after(council, add()),
			edit({
				publishedOn: {to: '2026-10-20'},
				agreedBy: {to: 'The chair of scrutiny'},
				agreedOn: {to: '2026-10-19'},
				documents: {to: ['The report', 'A map']},
			}),
		);
		expect(changed.notices[0]).toMatchObject({
			publishedOn: '2026-10-20',
			agreedBy: 'The chair of scrutiny',
			agreedOn: '2026-10-19',
			documents: ['The report', 'A map'],
		});
		expect(entry.effects?.map(({field}) => field)).toEqual([
			'publishedOn',
			'documents',
			'agreedBy',
			'agreedOn',
		]);
	});

	test('is withdrawn, stays in the record, and stands again after undo', () => {
		const withdrawn = after(council, add(), withdraw);
		expect(withdrawn.notices).toMatchObject([{id: 'N-1', withdrawn: true}]);
		const undone = after(withdrawn, {kind: 'undo', revision: 3});
		expect(undone.notices[0]).not.toHaveProperty('withdrawn');
	});
});

describe('refused is', () => {
	const entered = after(council, add());
	test.each<[string, Database, Change, string, string]>([
		[
			'one of an unknown board',
			council,
			add({board: 'B4'}),
			'unknown',
			'there is no board B4; did you mean B-4?',
		],
		[
			'one of an unknown report',
			council,
			add({report: 'R2'}),
			'unknown',
			'there is no report R2; did you mean R-2?',
		],
		[
			'one of an unknown meeting',
			council,
			add({meeting: 'M4'}),
			'unknown',
			'there is no meeting M4; did you mean M-4?',
		],
		[
			'one of an item of another meeting',
			council,
			add({meeting: 'M-4', item: 'I-9'}),
			'unknown',
			'meeting M-4 has no item I-9',
		],
		[
			'one of an item of no meeting',
			council,
			add({item: 'I-77777'}),
			'unknown',
			'there is no agenda item I-77777 (item)',
		],
		['one without a title', council, add({title: ' '}), 'invalid', 'notice/add: title is empty'],
		[
			'one of a kind that does not exist',
			council,
			add({noticeKind: 'key-decisions'}),
			'invalid',
			'notice/add: noticeKind: there is no “key-decisions”; did you mean key-decision?',
		],
		[
			'one published on a day that does not exist',
			council,
			add({publishedOn: '2026-02-30'}),
			'invalid',
			'notice/add: publishedOn: expected a day such as 2026-10-12',
		],
		[
			'an edit of an unknown one',
			entered,
			edit({reasons: {to: 'x'}}, 'N1'),
			'unknown',
			'there is no notice N1; did you mean N-1?',
		],
		[
			'an edit on top of another',
			entered,
			edit({reasons: {from: 'Rain.', to: 'Snow.'}}),
			'conflict',
			'N-1 Broadband contract: reasons – you set this to nothing 0 s ago; it was “Rain.”',
		],
		[
			'an edit to an unknown report',
			entered,
			edit({report: {to: 'R2'}}),
			'unknown',
			'there is no report R2 (report); did you mean R-2?',
		],
		[
			'withdrawing it twice',
			after(entered, withdraw),
			withdraw,
			'state',
			'notice N-1 has been withdrawn already',
		],
	])('%s', (_what, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});
});
