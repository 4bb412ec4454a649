// A meeting with an exempt item, for the tests of what the public may see.
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';

export const exempt = {paragraphs: [3], title: 'A contract', summary: 'Terms of a supplier.'};

/** The sample with an exempt item (I-4, behind it an exempt report), everybody present. */
export function ready(): Database {
	const database = makeDatabase();
	const [report] = database.reports;
	if (report) {
		Object.assign(report, {
			exempt,
			title: 'SECRET award to Acme',
			reasons: 'SECRET reasons',
			author: 'SECRET author',
			keyReason: 'SECRET sum',
			recommendations: ['That SECRET be paid.'],
			implications: [{heading: 'Finance', text: 'SECRET finance'}],
		});
	}
	const item = database.meetings[1]?.agenda[2];
	if (item) item.title = 'SECRET award';
	return after(
		database,
		{kind: 'meeting/open', id: 'M-2'},
		...['reed', 'smith', 'jones', 'davies'].map((person): Change => ({
			kind: 'attendance/set',
			meeting: 'M-2',
			person,
			to: 'present',
		})),
	);
}

/** The room goes to another item. */
export const moveTo = (database: Database, to: string): Change => ({
	kind: 'meeting/move',
	id: 'M-2',
	from: database.meetings[1]?.currentItem,
	to,
});
