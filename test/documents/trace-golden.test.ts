// Where each sentence of a document comes from, whole: minutes, notices, register and highlights of a cabinet and of a charity.
import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {registerDocument, registerOf} from '../../source/documents/decision-register.ts';
import {highlightsDocument} from '../../source/documents/highlights.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import {sentencesOf} from '../../source/documents/trace.ts';
import type {Document} from '../../source/documents/tree.ts';
import {highlightsOf} from '../../source/domain/queries/strategy/highlights.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {cabinet} from './cabinet.ts';

const today = '2026-11-24';

const sample = (name: string): Database =>
	databaseSchema.parse(
		JSON.parse(
			readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'),
		) as unknown,
	);

function documentsOf(database: Database): Document[] {
	const options = {organisation: database.organisation, today};
	const highlights = highlightsOf(database, today);
	return [
		...database.meetings.map(({id}) => minutesDocument(minutesOf(database, id))),
		...database.decisions.map(({id}) => noticeDocument(statementOf(database, id))),
		registerDocument(options, registerOf(database, options)),
		...(highlights ? [highlightsDocument(database, highlights)] : []),
	];
}

const sayDocument = (document: Document): string =>
	[
		`# ${document.title}`,
		...sentencesOf(document).map(({text, source}) => {
			const {from = [], rule, absent, acts} = source ?? {};
			const how = [rule, absent && 'absent', acts && `acts ${acts.join(' ')}`].filter(Boolean);
			return `${text.slice(0, 40).replaceAll('\n', ' ')} | ${how.join(', ')} ${from.join(' ')}`;
		}),
		'',
	].join('\n');

test.each([
	['cabinet', cabinet('published')],
	['charity', sample('riverside-charity')],
] as const)('the sources of what is said of a %s', async (name, database) => {
	await expect(documentsOf(database).map(sayDocument).join('\n')).toMatchFileSnapshot(
		`golden/trace/${name}.txt`,
	);
});
