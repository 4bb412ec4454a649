// The documents as their readers get them. After an intended change: `vitest -u` and read the diff.
import {describe, expect, test} from 'vitest';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {reviewOf} from '../../source/domain/queries/strategy/review.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {overviewDocument} from '../../source/documents/overview.ts';
import {reviewDocument} from '../../source/documents/review.ts';
import {toJson} from '../../source/documents/plain.ts';
import {toText} from '../../source/documents/text.ts';
import type {Document} from '../../source/documents/tree.ts';
import sample from '../../data/lincolnshire-imt.json' with {type: 'json'};
import {afterMeeting} from './meeting.ts';

const database = afterMeeting();
const lincolnshire = sample as unknown as Database;
const minutes = (from: Database, id: string) => minutesDocument(minutesOf(from, id));

function review(from: Database): Document {
	const found = reviewOf(from);
	if (!found) throw new Error('no strategy');
	return reviewDocument(found);
}

const documents: Record<string, Document> = {
	'minutes-board': minutes(database, 'M-2'),
	'record-of-decision': minutes(lincolnshire, 'M-1'),
	'minutes-planned-example': minutes(lincolnshire, 'M-2'),
	review: review(lincolnshire),
	overview: overviewDocument(lincolnshire, '2020-09-20'),
};

describe.each(Object.entries(documents))('%s', (name, document) => {
	test('as Markdown', async () => {
		await expect(toMarkdown(document)).toMatchFileSnapshot(`golden/${name}.md`);
	});

	test('as text', async () => {
		await expect(await toText(document)).toMatchFileSnapshot(`golden/${name}.txt`);
	});
});

test('minutes as data', async () => {
	const json = `${toJson(minutesOf(database, 'M-2'), '  ')}\n`;
	await expect(json).toMatchFileSnapshot('golden/minutes-board.json');
});

test('the log in sentences', async () => {
	const told = database.log.map((entry) => `${tellEntry(database, entry)}\n`).join('');
	await expect(told).toMatchFileSnapshot('golden/log.txt');
});
