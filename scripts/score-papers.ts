/**
 * Scores the importer on a folder of papers: each value that should be found as right, wrong or missed, each that should
 * not as rightly missing or wrong. `node scripts/score-papers.ts <folder> [--details]`. The folder holds the papers and
 * `expected.json`: by file name its `kind` and the values of its fields, as texts, days, answers or lists.
 * - `optional` names fields that may be missed; `{any: [...]}` is a value with several right forms.
 * - `kindAny` lists the kinds that are right, `priority` the one that a table without such a column is given.
 */
import type {Project} from '../source/domain/schema/index.ts';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {makeDatabase} from '../test/helpers/database.ts';
import {kinds, type Review, reviewFile} from '../source/import/index.ts';
import {fields} from '../source/import/report/fields.ts';

type Expected = {
	kind: string;
	kindAny?: string[];
	optional?: string[];
	priority?: string;
	source?: string;
} & Record<string, unknown>;
export type Score = {right: number; wrong: number; missed: number; rightlyMissing: number};

/** Fields of records and notices that are not a field of a report; a program that knows none of them misses them. */
export const newFields = ['callIn', 'published', 'effective', 'noticed'];
const lists = new Set([
	'recommendations',
	'implications',
	'appendices',
	'priorities',
	'aims',
	'principles',
	'objectives',
	'projects',
	'cells',
	'decisions',
]);
const fieldsOf: Record<string, readonly string[]> = {
	report: fields,
	record: [...fields, 'callIn', 'published', 'effective'],
	notice: [...fields, 'callIn', 'noticed'],
	strategy: ['title', 'period', 'priorities', 'aims', 'principles', 'objectives', 'projects'],
	portfolio: ['cells'],
	minutes: ['body', 'date', 'decisions'],
};

/** A value as it is compared: without case, marks or an “and” at its end, numbers in front of its lines. */
const plain = (value: unknown): string =>
	typeof value === 'string'
		? value
				.toLowerCase()
				.replaceAll(/[‘’]/g, "'")
				.replaceAll(/[“”]/g, '"')
				.replaceAll(/[–—]/g, '-')
				.replaceAll(/^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[•·-])\s+/gm, '')
				.replaceAll(/\s+/g, ' ')
				.replace(/^((?:appendix|annexe?|attachment|enclosure|exhibit) \w{1,3})\s*[:.-]?\s+/, '$1: ')
				.replace(/[,;] and$/, '')
				.replace(/[\s.;,:]+$/, '')
				.trim()
		: JSON.stringify(value);

/** Whether two wordings of a resolution are one: the line that opens its list (“That Cabinet:”) may go with it. */
const agree = (one: string, other: string): boolean => {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	const lead = long.slice(0, long.length - short.length);
	return (
		short.length >= 12 &&
		long.endsWith(short) &&
		lead.length <= 80 &&
		/^(?:(?:resolved|it is|that|to|the|members|cabinet|executive|committee|council|cllr)\b.*)?$/.test(
			lead.trim(),
		)
	);
};

const formsOf = (expected: unknown): string[] =>
	typeof expected === 'object' && expected !== null && 'any' in expected
		? (expected.any as unknown[]).map(plain)
		: [plain(expected)];

/** What a review says, by the names that expectations use. */
export function valuesOf({kind, findings}: Review): Record<string, unknown> {
	const of = (name: string) => findings.filter(({field}) => field === name);
	const values: Record<string, unknown> = {};
	const put = (name: string, list: unknown[]) => {
		if (list.length > 0) values[name] = list;
	};
	if ((kind as string) === 'portfolio') {
		put(
			'cells',
			of('rows').flatMap(({value}) =>
				(value as {changes: Record<string, unknown>[]}).changes.flatMap(
					({title, kind: _kind, priority: _priority, status: _status, updates, ...fields}) => [
						...Object.entries(fields).map(([field, one]) =>
							field === 'money'
								? [title, 'budget', (one as Project['money'])?.approved?.amount].join('|')
								: [title, field, one].join('|'),
						),
						...((updates as {note: string}[] | undefined) ?? []).map(({note}) =>
							[title, 'note', note].join('|'),
						),
					],
				),
			),
		);
		return values;
	}
	for (const {field, shown, value} of findings) {
		if (lists.has(field)) continue;
		values[field] = ['date', 'key', 'exempt', ...newFields].includes(field) ? value : shown;
	}
	put(
		'recommendations',
		of('recommendations').map(({shown}) => shown),
	);
	put(
		'decisions',
		of('decisions').map(({shown}) => shown),
	);
	put(
		'implications',
		of('implications').map(
			({value}) => `${(value as {heading: string}).heading}: ${(value as {text: string}).text}`,
		),
	);
	put(
		'appendices',
		of('appendices').flatMap(({value}) => value as string[]),
	);
	if ((kind as string) === 'strategy') {
		const found = of('priorities').map(({value}) => value as {title: string; aims: string[]});
		put(
			'priorities',
			found.map(({title}) => title),
		);
		put(
			'aims',
			found.flatMap(({aims}) => aims),
		);
		for (const name of ['principles', 'objectives']) {
			put(
				name,
				of(name).flatMap(({value}) =>
					(value as {title?: string; text: string}[]).map(({title, text}) => title ?? text),
				),
			);
		}
		put(
			'projects',
			of('projects').map(({value}) => (value as {title: string}).title),
		);
	}
	return values;
}

/** One field against what is expected of it. */
function scoreField(name: string, expected: unknown, found: unknown, optional: boolean): Score {
	const score: Score = {right: 0, wrong: 0, missed: 0, rightlyMissing: 0};
	if (!lists.has(name)) {
		if (expected === undefined) score[found === undefined ? 'rightlyMissing' : 'wrong']++;
		else if (found === undefined) score[optional ? 'rightlyMissing' : 'missed']++;
		else score[formsOf(expected).includes(plain(found)) ? 'right' : 'wrong']++;
		return score;
	}
	const wanted = ((expected as unknown[] | undefined) ?? []).map((one) =>
		name === 'implications' ? [plain((one as string[]).join(': '))] : formsOf(one),
	);
	const left = ((found as unknown[] | undefined) ?? []).map(plain);
	if (wanted.length === 0 && left.length === 0) score.rightlyMissing++;
	let lost = 0;
	for (const forms of wanted) {
		const isResolution = name === 'recommendations' || name === 'decisions';
		const at = left.findIndex((one) =>
			forms.some((form) => form === one || (isResolution && agree(form, one))),
		);
		if (at === -1) lost++;
		else {
			score.right++;
			left.splice(at, 1);
		}
	}
	score.wrong = optional && wanted.length === 0 ? 0 : left.length;
	score.missed = optional ? 0 : Math.max(0, lost - left.length);
	return score;
}

const sum = (scores: readonly Score[]): Score => ({
	right: scores.reduce((all, {right}) => all + right, 0),
	wrong: scores.reduce((all, {wrong}) => all + wrong, 0),
	missed: scores.reduce((all, {missed}) => all + missed, 0),
	rightlyMissing: scores.reduce((all, {rightlyMissing}) => all + rightlyMissing, 0),
});

export type Scored = {name: string; kind: string; score: Score; faults: string[]};

/** Every paper of a folder, scored; `without` names fields that are not asked for. */
export async function scoreFolder(
	folder: string,
	without: readonly string[] = [],
): Promise<Scored[]> {
	const all = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Record<
		string,
		Expected
	>;
	const scored: Scored[] = [];
	for (const [name, expected] of Object.entries(all)) {
		const {kind, kindAny = [kind], optional = [], priority} = expected;
		const names = (fieldsOf[kind] ?? []).filter((field) => !without.includes(field));
		let values: Record<string, unknown> = {};
		let found = 'refused';
		try {
			const review = await reviewFile(
				readFileSync(path.join(folder, name)),
				name,
				makeDatabase(),
				priority === undefined ? {} : {set: {priority}},
			);
			found = review.kind;
			values = valuesOf(review);
		} catch (error) {
			found = `refused: ${(error as Error).message}`;
		}
		// A program that knows no kind for records takes them as reports: that alone is not counted.
		const known = kinds as readonly string[];
		const isKind = kindAny.includes(found) || (found === 'report' && !known.includes(kind));
		const faults = isKind ? [] : [`kind: ${kind} taken for ${found}`];
		const scores = names.map((field) => {
			const score = scoreField(field, expected[field], values[field], optional.includes(field));
			if (score.wrong + score.missed > 0)
				faults.push(
					`${field}: ${score.wrong} wrong, ${score.missed} missed\n      wanted ${JSON.stringify(expected[field])}\n      found  ${JSON.stringify(values[field])}`,
				);
			return score;
		});
		// What is shown besides is not a value of this kind of paper.
		if (!isKind) {
			for (const [field, value] of Object.entries(values))
				if (!names.includes(field) && !without.includes(field))
					scores.push({
						right: 0,
						wrong: Array.isArray(value) ? value.length : 1,
						missed: 0,
						rightlyMissing: 0,
					});
		}
		scored.push({name, kind, score: sum(scores), faults});
	}
	return scored;
}

/** All papers together. */
export const total = (scored: readonly Scored[]): Score => sum(scored.map(({score}) => score));

const percent = (part: number, of: number): string =>
	of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`;

function row(name: string, papers: number, {right, wrong, missed, rightlyMissing}: Score): string {
	return `| ${name} | ${papers} | ${right} | ${wrong} | ${missed} | ${rightlyMissing} | ${percent(right, right + wrong + missed)} | ${percent(wrong, right + wrong)} |`;
}

/** The table of scores, a row for each kind of paper. */
export function table(scored: readonly Scored[]): string {
	const byKind = [...new Set(scored.map(({kind}) => kind))].map((kind) =>
		scored.filter((one) => one.kind === kind),
	);
	return [
		'| papers | number | right | wrong | missed | rightly missing | share right | shown and wrong |',
		'| --- | --- | --- | --- | --- | --- | --- | --- |',
		...byKind.map((list) =>
			row(list[0]?.kind ?? '', list.length, sum(list.map(({score}) => score))),
		),
		row('all', scored.length, total(scored)),
	].join('\n');
}

if (process.argv[1] === import.meta.filename) {
	const [folder = '.', ...flags] = process.argv.slice(2);
	const scored = await scoreFolder(folder, flags.includes('--reports') ? newFields : []);
	if (flags.includes('--details'))
		for (const {name, faults} of scored)
			for (const fault of faults) process.stdout.write(`${name}: ${fault}\n`);
	process.stdout.write(`${table(scored)}\n`);
}
