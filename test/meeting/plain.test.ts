// A board that is not a council's holds a whole meeting by keys: no screen and no document meets a word of council law.
import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {agendaDocument} from '../../source/documents/agenda.ts';
import {registerDocument, registerOf} from '../../source/documents/decision-register.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import {decisionTable, withoutEmpty} from '../../source/documents/register.ts';
import {reviewDocument} from '../../source/documents/review.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {reviewOf} from '../../source/domain/queries/strategy/review.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {summonsOf} from '../../source/domain/queries/meeting/summons.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import type {Key} from '../../source/ui/keys.ts';
import {start} from '../helpers/screens.tsx';
import {into} from '../ui/scene.ts';

/** What English councils say and no charity does. An act of the program is not an Act. */
const councilLaw =
	/\bthe Act\b|\bAct \d|schedule 12|12A|call(?:ed)?[- ]in\b|\bregulations?\b|localism|\bcouncil|statut|key decision|forward plan|scrutiny|pecuniary|registrable|\b(?:dpi|ori|nri)\b|press and (?:the )?public|head of paid service|lawful|\bLGA\b/i;

/** Lines of a text in which council law is spoken. */
const spoken = (where: string, text: string): string[] =>
	text.split('\n').flatMap((line) => (councilLaw.test(line) ? [`${where}: ${line.trim()}`] : []));

const charity = (): Database =>
	databaseSchema.parse(
		JSON.parse(
			readFileSync(new URL('../../data/riverside-charity.json', import.meta.url), 'utf8'),
		) as unknown,
	);

/** Everything that is printed of a meeting and of a database. */
function papers(database: Database, meeting: string): Record<string, string> {
	const print = (document: Parameters<typeof toMarkdown>[0]) => toMarkdown(document);
	const today = '2026-12-09';
	const review = reviewOf(database);
	const organisation = database.organisation;
	return {
		agenda: print(agendaDocument(summonsOf(database, meeting))),
		'public agenda': print(agendaDocument(summonsOf(database, meeting, {publicOnly: true}))),
		minutes: print(minutesDocument(minutesOf(database, meeting))),
		'public minutes': print(
			minutesDocument(minutesOf(publicView(database), meeting, {publicOnly: true})),
		),
		notices: database.decisions
			.flatMap(({id}) => [
				print(noticeDocument(statementOf(database, id, {today}))),
				print(noticeDocument(statementOf(database, id, {today, publicOnly: true}))),
			])
			.join('\n'),
		register: print(registerDocument({today, organisation}, registerOf(database, {today}))),
		'public register': print(
			registerDocument(
				{today, organisation, publicOnly: true},
				registerOf(database, {today, publicOnly: true}),
			),
		),
		list: JSON.stringify(withoutEmpty(decisionTable(database, database.decisions, today))),
		review: review ? print(reviewDocument(review)) : '',
		log: database.log.map((entry) => tellEntry(database, entry)).join('\n'),
	};
}

test('a charity holds a whole meeting and meets no word of council law, on screens or on paper', async () => {
	const app = await start({database: charity(), rows: 70, columns: 110});
	const found: string[] = [];
	const press = async (...keys: Key[]) => {
		for (const key of keys) {
			await app.press(key);
			found.push(...spoken(`after ${key}`, app.text()));
		}
	};
	/** The help of a screen: every key of it, in words. */
	const look = () => press('?', 'pagedown', 'escape', ':', 'escape');

	await press('4', 'L');
	await look();
	await press('escape');
	await look();
	await press('agenda.publish', 'enter', 'o', 'enter');
	await press('t', 'A');
	await look();
	await press('escape', 'n');
	expect(app.text()).toContain('LIVE M-3');

	// A conflict of interest is what there is to declare.
	await press('D');
	expect(app.text()).toContain('Conflict of interest');
	await into(app, 'person', 'treasurer');
	await into(app, 'nature', 'Runs the café');
	await press('ctrl+d');
	expect(app.database().meetings.at(-1)?.declarations).toMatchObject([
		{kind: 'conflict', nature: 'Runs the café'},
	]);

	// Business that came up, decided: its outcomes are the board's own.
	await press('item.add');
	await into(app, 'title', 'A lease for the hall');
	await press('ctrl+d', 'n', 'n');
	await press('d');
	await into(app, 'resolution', 'That the lease be signed.');
	await into(app, 'mover', 'chair');
	await into(app, 'seconder', 'vice');
	await press('f1', 'escape', 'ctrl+d');
	expect(app.text()).toContain('Read back');
	await press('enter');
	expect(app.database().decisions.at(-1)).toMatchObject({
		resolution: 'That the lease be signed.',
		outcome: 'approved',
	});

	// Private session, in the board's own words, read back before it is resolved.
	await press('x');
	expect(app.text()).toContain('In private: item');
	await press('enter');
	expect(app.text()).toContain('say why the item is taken in private session');
	await into(app, 'ground', 'it names a neighbour');
	await press('ctrl+d');
	expect(app.text()).toContain('Read back');
	const resolution =
		/That the board go into private session for item \d+, because it names a neighbour\./;
	expect(app.text()).toMatch(resolution);
	expect(app.database().decisions.filter(({resolution: text}) => resolution.test(text))).toEqual(
		[],
	);
	await press('enter');
	const held = app.database().meetings.at(-1);
	expect(held?.agenda.find(({exempt}) => exempt)?.exempt).toEqual({
		paragraphs: [],
		ground: 'it names a neighbour',
	});

	for (const screen of ['1', '2', '3', '5', '6', '7', '4']) {
		await press(screen);
		await look();
	}
	await press('5', 'enter');
	await look();
	await press('escape', 'v');
	await look();
	await press('v', '4', 'X', 'enter');
	expect(app.database().meetings.at(-1)?.status).toBe('closed');
	await press('7', 'i', 'enter');
	expect(app.database().meetings.at(-1)?.minutes?.status).toBe('issued');

	const database = app.database();
	const printed = papers(database, 'M-3');
	for (const [name, text] of Object.entries(printed)) found.push(...spoken(name, text));
	expect(printed['minutes']).toMatch(resolution);
	expect(printed['public minutes']).toMatch(resolution);
	expect(printed['minutes']).toContain('**In private:** Because it names a neighbour');
	expect([...new Set(found)]).toEqual([]);
});
