// Whatever a database holds in its texts, every document keeps its own shape.
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {agendaDocument} from '../../source/documents/agenda.ts';
import {registerDocument, registerOf} from '../../source/documents/decision-register.ts';
import {forwardPlanDocument} from '../../source/documents/forward-plan.ts';
import {toHtml} from '../../source/documents/html.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import {toText} from '../../source/documents/text.ts';
import type {Document} from '../../source/documents/tree.ts';
import {forwardPlan} from '../../source/domain/queries/meeting/forward-plan.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {summonsOf} from '../../source/domain/queries/meeting/summons.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {cabinet} from './cabinet.ts';
import {anyText} from './texts.ts';

const today = '2026-10-15';
const signed = cabinet('signed');

/** Keys whose values are free text. */
const free = new Set(
	`title name note notes text resolution recommendation reasons reason venue summary alternatives by
	nature dispensation dispensations urgency keyReason author reference consultation scrutiny heading
	backgroundPapers seal agreedBy representations response owner`.split(/\s+/),
);

const deface = (database: Database, text: string): Database =>
	JSON.parse(JSON.stringify(database), (key, value: unknown) =>
		free.has(key) && typeof value === 'string' ? text : value,
	) as Database;

function documentsOf(database: Database): Document[] {
	const plan = forwardPlan(database, today);
	return [false, true].flatMap((publicOnly) => [
		minutesDocument(minutesOf(database, 'M-3', {publicOnly})),
		agendaDocument(summonsOf(database, 'M-3', {publicOnly})),
		...['D-2', 'D-6'].map((id) => noticeDocument(statementOf(database, id, {publicOnly}))),
		registerDocument(
			{organisation: database.organisation, today, publicOnly},
			registerOf(database, {today, publicOnly}),
		),
		forwardPlanDocument(database, plan, today),
	]);
}

test('holds any text in any field', async () => {
	await fc.assert(
		fc.asyncProperty(anyText, async (text) => {
			for (const document of documentsOf(deface(signed, text))) {
				const headings = document.blocks.filter(({type}) => type === 'heading').length + 1;
				const lines = toMarkdown(document).split('\n');
				expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(headings);
				expect(toHtml(document).match(/<h\d>/g)).toHaveLength(headings);
				for (const line of (await toText(document)).split('\n')) {
					expect(stringWidth(line)).toBeLessThanOrEqual(72);
				}
			}
		}),
		{numRuns: 15},
	);
});
