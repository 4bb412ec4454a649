// The documents of a cabinet's meeting as their readers get them. After an intended change: `vitest -u` and read the diff.
import {describe, expect, test} from 'vitest';
import {forwardPlan} from '../../source/domain/queries/meeting/forward-plan.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {reviewOf} from '../../source/domain/queries/strategy/review.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {summonsOf} from '../../source/domain/queries/meeting/summons.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {agendaDocument} from '../../source/documents/agenda.ts';
import {registerDocument, registerOf} from '../../source/documents/decision-register.ts';
import {forwardPlanDocument} from '../../source/documents/forward-plan.ts';
import {toHtml} from '../../source/documents/html.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import {toJson} from '../../source/documents/plain.ts';
import {reviewDocument} from '../../source/documents/review.ts';
import {toText} from '../../source/documents/text.ts';
import type {Document} from '../../source/documents/tree.ts';
import sample from '../../data/lincolnshire-imt.json' with {type: 'json'};
import {cabinet} from './cabinet.ts';
import {afterMeeting} from './meeting.ts';

const today = '2026-10-15';
const summoned = cabinet('summoned');
const published = cabinet('published');
const approved = withSeal(cabinet('approved'));
const signed = withSeal(cabinet('signed'));
const lincolnshire = sample as unknown as Database;
const open = {publicOnly: true};

/** A seal changes with everything that it vouches for; what is printed of it here does not. */
function withSeal(database: Database): Database {
	const meetings = database.meetings.map(({minutes, ...meeting}) => ({
		...meeting,
		...(minutes && {
			minutes: {
				...minutes,
				seals: minutes.seals?.map((seal) => ({
					...seal,
					seal: 'BW-M-3-v1-0123-4567-89AB-CDEF-0123',
				})),
			},
		}),
	}));
	return {...database, meetings};
}

const minutes = (database: Database, options = {}) =>
	minutesDocument(minutesOf(database, 'M-3', options));
const notice = (database: Database, id: string, options = {}) =>
	noticeDocument(statementOf(database, id, options));
const agenda = (options = {}) => agendaDocument(summonsOf(summoned, 'M-3', options));
const register = (options = {}) =>
	registerDocument(
		{organisation: published.organisation, today, ...options},
		registerOf(published, {today, ...options}),
	);

/** The sample's strategy, once it is over and somebody has concluded something of it. */
function concluded(): Document {
	const strategies = lincolnshire.strategies.map((strategy) => ({
		...strategy,
		status: 'past' as const,
		conclusion: 'The basics are in place.\n\nTransformation is left to the next strategy.',
	}));
	const review = reviewOf({...lincolnshire, strategies}, strategies[0]?.id);
	if (!review) throw new Error('no strategy');
	return reviewDocument(review);
}

const documents: Record<string, Document> = {
	agenda: agenda(),
	'agenda-public': agenda(open),
	'minutes-approved': minutes(approved),
	'minutes-signed-public': minutes(signed, open),
	'notice-executive': notice(published, 'D-2'),
	'notice-incomplete': notice(published, 'D-3'),
	'notice-exempt-public': notice(published, 'D-6', open),
	'notice-individual': notice(lincolnshire, 'D-1'),
	'notice-officers': notice(afterMeeting(), 'D-2'),
	'register-public': register(open),
	'forward-plan': forwardPlanDocument(summoned, forwardPlan(summoned, '2026-10-05'), '2026-10-05'),
	'review-concluded': concluded(),
};

describe.each(Object.entries(documents))('%s', (name, document) => {
	test('as Markdown', async () => {
		await expect(toMarkdown(document)).toMatchFileSnapshot(`golden/cabinet/${name}.md`);
	});

	test('as text', async () => {
		await expect(await toText(document)).toMatchFileSnapshot(`golden/cabinet/${name}.txt`);
	});

	test('as a web page', async () => {
		// The style sheet is the writer's business.
		const page = toHtml(document).replace(/<style>.*<\/style>/s, '<style></style>');
		await expect(page).toMatchFileSnapshot(`golden/cabinet/${name}.html`);
	});
});

test('the public versions tell nothing of the exempt item, as data neither', () => {
	const texts = [
		...['agenda-public', 'minutes-signed-public', 'notice-exempt-public', 'register-public'].map(
			(name) => toMarkdown(documents[name] as Document),
		),
		toJson(summonsOf(summoned, 'M-3', open)),
		toJson(minutesOf(signed, 'M-3', open)),
		toJson(statementOf(published, 'D-6', open)),
		toJson(registerOf(published, {today, ...open})),
	];
	for (const text of texts) {
		expect(text).not.toMatch(/Mill Road|1\.2 million|1\.3 million|lease|Standards Committee|A-3/);
		expect(text).toContain('Purchase of land');
	}
});
