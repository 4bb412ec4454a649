// The scripted meeting on a store in memory, by a clock that is set: what the screens say at every step,
// and the documents that come of it, kept as golden files for a clerk to read.
import {expect, test, vi} from 'vitest';
import {agendaDocument} from '../../source/documents/agenda.ts';
import {toHtml} from '../../source/documents/html.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import {toText} from '../../source/documents/text.ts';
import {check} from '../../source/domain/queries/check.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {summonsOf} from '../../source/domain/queries/meeting/summons.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {open} from '../ui/scene.ts';
import {makeCabinet} from './cabinet.ts';
import {hold} from './hold.ts';

vi.setConfig({testTimeout: 120_000});

/** A Wednesday in British summer time. */
const day = '2026-10-14';

/** Seals are of the log, whose entries have ids of their own at every run. */
const masked = (text: string): string =>
	text.replaceAll(/BW-(M-\d+-v\d+)-[0-9A-F-]+/g, 'BW-$1-XXXX-XXXX-XXXX-XXXX-XXXX');

async function golden(name: string, text: string): Promise<void> {
	await expect(masked(text)).toMatchFileSnapshot(`golden/${name}`);
}

test('from the agenda to signed minutes', async () => {
	const database: Database = await hold(day, (store, now) =>
		open({store, columns: 100, rows: 30, shell: {now}}),
	);
	expect(check(database)).toEqual([]);

	const minutes = minutesOf(database, 'M-1');
	await golden('minutes.md', toMarkdown(minutesDocument(minutes)));
	await golden('minutes.txt', await toText(minutesDocument(minutes)));
	await golden('minutes.html', toHtml(minutesDocument(minutes)));
	const shown = minutesOf(database, 'M-1', {publicOnly: true});
	const text = toMarkdown(minutesDocument(shown));
	expect(text).not.toMatch(/Northern Haulage|61,500/);
	await golden('minutes-public.md', text);
	await golden('minutes-next.md', toMarkdown(minutesDocument(minutesOf(database, 'M-2'))));
	for (const id of ['D-1', 'D-2', 'D-3', 'D-5']) {
		const statement = statementOf(database, id);
		await golden(`notice-${id}.md`, toMarkdown(noticeDocument(statement)));
	}
	const planned = await hold(
		day,
		(store, now) => open({store, columns: 100, rows: 30, shell: {now}}),
		'agenda',
	);
	await golden('agenda.md', toMarkdown(agendaDocument(summonsOf(planned, 'M-1'))));
});

test('the cabinet is a good database', () => {
	expect(check(makeCabinet(day))).toEqual([]);
});
