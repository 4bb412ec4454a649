// Three papers of two councils, which are not part of the project: they are read where they lie, and what is expected of
// each field is told by its first and last words. Without them there is nothing to test here.
import {hash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {readPaper} from '../../source/import/read/index.ts';
import type {PaperBlock} from '../../source/import/read/paper.ts';
import {findReport} from '../../source/import/report/find.ts';
import type {Finding} from '../../source/import/review.ts';
import {findStrategy} from '../../source/import/strategy/find.ts';
import type {FoundPriority} from '../../source/import/strategy/priority.ts';
import type {FoundProject} from '../../source/import/strategy/projects.ts';
import {load} from '../data/files.ts';
import {toMarkdownText, toPlainText} from './plain.ts';
import {toWord} from './word.ts';

const folder =
	process.env['BOARDWALK_SEEDS'] ??
	path.join(import.meta.dirname, '..', '..', '..', 'shared', 'seeds');
const files = existsSync(folder) ? readdirSync(folder) : [];
const fileOf = (number: string): string =>
	path.join(folder, files.find((name) => name.startsWith(number)) ?? '');

/** Words without marks, to compare what is quoted with what stands in the paper. */
const plain = (text: string): string =>
	text
		.replaceAll(/<[^<>]*>/g, '')
		.replaceAll(/[*_#|\\`]+|-{3,}/g, ' ')
		.replaceAll(/(?<=^|\s)[-•](?=\s)/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();

/** What stands in a paper from some words to others. */
function between(paper: string, [from, to]: readonly [string, string]): string {
	const text = plain(paper);
	const start = text.indexOf(from);
	const end = text.indexOf(to, start);
	if (start === -1 || end === -1) throw new Error(`not in the paper: ${start === -1 ? from : to}`);
	return text.slice(start, end + to.length);
}

/** The names in the papers, as digests: they do not stand here either. See test/data/papers.test.ts. */
const names = new Set(
	'548a39619a81 e85940bbb038 8ecb3601fc29 4dcc502be537 96d9632f3635 f57dbb83bc83 5e608d7beca7 9032fe77969e c23ad6f18412 ab8f43da5c51'.split(
		' ',
	),
);
const namesSomebody = (text: string): boolean =>
	(text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) =>
		names.has(hash('sha256', word, 'hex').slice(0, 12)),
	);

/** The paper in each of its clothes. */
async function clothes(
	number: string,
): Promise<{name: string; blocks: PaperBlock[]; read: () => ReturnType<typeof readPaper>}[]> {
	const bytes = readFileSync(fileOf(number));
	const {blocks} = await readPaper(bytes, `${number}.txt`);
	return [
		{name: 'as it is', blocks, read: () => readPaper(bytes, `${number}.txt`)},
		{
			name: 'as Markdown',
			blocks,
			read: () => readPaper(Buffer.from(toMarkdownText(blocks)), `${number}.md`),
		},
		{
			name: 'as a Word file',
			blocks,
			read: async () => readPaper(await toWord(blocks), `${number}.docx`),
		},
		{
			name: 'as a Word file that numbers its lists',
			blocks,
			read: async () => readPaper(await toWord(blocks, {numbered: true}), `${number}.docx`),
		},
		{
			name: 'as text without markup',
			blocks,
			read: async () => readPaper(Buffer.from(toPlainText(blocks)), `${number}.txt`),
		},
	];
}

type Quote = readonly [from: string, to: string];
type Expected = {
	plain: Record<string, string>;
	quoted: Record<string, Quote>;
	implications: [string, Quote][];
	missing: string[];
	left: string[];
};

const reports: Record<string, Expected> = {
	'000': {
		plain: {
			title: 'IMT Strategy Document',
			body: 'Executive Councillor for Highways, Transport and IT',
			date: '7–10 May 2019',
			reference: 'I017909',
			key: 'No',
			author: 'Head of Paid Service',
			consultation:
				'Has Local Member Been Consulted?\nn/a\n\nHas Executive Councillor Been Consulted?\nYes',
			appendices: 'Appendix A: IMT Strategy Feb 2019 V1.0',
		},
		quoted: {
			summary: ['The Report seeks approval', 'attached at Appendix A to this Report.'],
			'recommendations/1': ['That the Executive Councillor', 'IMT High Level Strategy 2019-22.'],
			alternatives: ['Not to approve the document', 'IMT High Level Strategy 2019-22.'],
			reasons: ['It is generally accepted', 'challenges being faced by the council.'],
			scrutiny: ['This decision will be considered', 'reported to the Executive Councillor.'],
			backgroundPapers: ['No Background Papers', 'preparation of this Report.'],
		},
		implications: [
			['Equality Act 2010', ['Under section 149', 'any impacts of this decision.']],
			['Joint Strategic', ['The Council must have regard', 'impact on them']],
			['Crime and Disorder', ['Under section', 'any impacts of this decision.']],
			['Legal Comments', ['The Council has the power', 'remit of the Executive Councillor.']],
			['Resource Comments', ['Approving the IMT High Level', 'approved capital programme.']],
			['Have Risks and Impact Analysis', ['Yes', 'Yes']],
			['Risks and Impact Analysis', ['See the body of', 'Report and the Strategy']],
		],
		missing: ['exempt'],
		left: ['Report to', 'This report was written …'],
	},
	'004': {
		plain: {
			title: 'ICT Strategy',
			body: 'Cabinet',
			date: '26 March 2020',
			reference: 'C-039-2019/20',
			backgroundPapers: 'None.',
		},
		quoted: {
			summary: ['The current ICT Strategy was drafted', 'fixing our own plumbing.'],
			'recommendations/1': ['That Cabinet approve', 'Strategy for 2020-2022.'],
			reasons: ['The current Strategy was developed', 'no longer fit for purpose.'],
			alternatives: ['Consideration was given', 'outcomes for the organisation.'],
			consultation: ['Informal consultation', 'key themes of the Strategy.'],
		},
		implications: [
			['Resource Implications', ['Resources have been allocated', 'of the Strategy.']],
			['Legal and Governance Implications', ['None.', 'None.']],
			['Safer, Cleaner and Greener Implications', ['None.', 'None.']],
			['Risk Management', ['Alongside Appendix A', 'acting where required.']],
		],
		missing: ['key', 'author', 'exempt', 'scrutiny', 'appendices'],
		left: ['Responsible Officer', 'Portfolio', 'Democratic Services'],
	},
};

describe.skipIf(files.length === 0).each(Object.entries(reports))(
	'report %s',
	(number, expected) => {
		test('says what it says, in whatever clothes', async () => {
			const text = readFileSync(fileOf(number), 'utf8');
			for (const {name, read} of await clothes(number)) {
				const {findings, missing, remarks} = findReport(await read());
				const shown = new Map(findings.map((finding) => [finding.id, finding.shown]));
				for (const [id, value] of Object.entries(expected.plain))
					expect(shown.get(id), `${name}: ${id}`).toBe(value);
				for (const [id, quote] of Object.entries(expected.quoted)) {
					expect(plain(shown.get(id) ?? ''), `${name}: ${id}`).toBe(between(text, quote));
				}
				const implications = findings
					.filter(({field}) => field === 'implications')
					.map(({value}) => value as {heading: string; text: string});
				expect(
					implications.map(({heading}, index) =>
						heading.slice(0, expected.implications[index]?.[0].length),
					),
					name,
				).toEqual(expected.implications.map(([heading]) => heading));
				for (const [index, [heading, quote]] of expected.implications.entries()) {
					expect(plain(implications[index]?.text ?? ''), `${name}: ${heading}`).toBe(
						between(text.slice(text.indexOf(heading.split(' ')[0] ?? '')), quote),
					);
				}
				expect(
					missing.map(({field}) => field),
					name,
				).toEqual(expected.missing);
				expect(
					findings.filter(({field}) => field === 'recommendations'),
					name,
				).toHaveLength(1);
				for (const label of expected.left) expect(remarks.join('\n'), name).toContain(`“${label}”`);
				const known =
					Object.keys(expected.plain).length +
					Object.keys(expected.quoted).length +
					expected.implications.length;
				expect(findings, name).toHaveLength(known);
			}
		});

		test('names nobody', async () => {
			for (const {read} of await clothes(number)) {
				for (const {id, shown, passage} of findReport(await read()).findings) {
					const words = `${shown} ${passage?.text ?? ''}`;
					expect(namesSomebody(words), id).toBe(false);
					expect(words, id).not.toMatch(/\[(?:number|address) removed\]/);
				}
			}
		});
	},
);

/** What our own sample, made by hand from the paper, calls each project; in its order. */
const bold = [
	'Identity Service',
	'DMARC',
	'Web Access Modernisation',
	'Telephony Enablement',
	'Avaya telephony',
	'Lincoln Campus network',
	'Internet Connection',
	'Crown House network',
	'IMP migration',
	'Windows 10 Corporate Refresh',
	'Digital Platform',
	'Corporate Card Payments',
	'LFR strategic plans',
	'Office 365',
	'SIM Enabled Laptops',
	'Network link between LCC …',
	'Symantec secure email',
	'Replacement of the remaining Windows 7 Laptops …',
	'Digital Platform website',
	'Records Management',
];

/** As much of a title as is expected of it: those that end in “…” are not told whole. */
const begin = (title: string, expected = ''): string =>
	expected.endsWith('…') ? `${title.slice(0, expected.length - 1)}…` : title;

describe.skipIf(files.length === 0)('strategy 001', () => {
	const sample = load('lincolnshire-imt');
	const [strategy] = sample.strategies;
	const words = (text: string) =>
		text
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
			.replaceAll(/3 rd/g, 'third')
			.replaceAll('3rd', 'third')
			.trim();

	test('is what the sample holds that was made from it by hand, in whatever clothes', async () => {
		for (const {name, read} of await clothes('001')) {
			const isBare = name === 'as text without markup';
			const {findings} = findStrategy(await read());
			const of = (field: string): Finding[] =>
				findings.filter((finding) => finding.field === field);
			expect(of('period')[0]?.value, name).toEqual(strategy?.period);
			const texts = (field: string) =>
				((of(field)[0]?.value ?? []) as {title?: string; text: string}[]).map(({title, text}) =>
					words(title === undefined ? text : `${title} ${text}`),
				);
			expect(texts('objectives'), name).toEqual(strategy?.objectives.map(({text}) => words(text)));
			expect(texts('principles'), name).toEqual(strategy?.principles.map(({text}) => words(text)));
			if (!isBare) {
				expect(texts('criteria'), name).toEqual(
					strategy?.criteria.map(({title, text}) => words(`${title} ${text}`)),
				);
				expect(
					((of('domains')[0]?.value ?? []) as {title: string}[]).map(({title}) => title),
					name,
				).toEqual(strategy?.domains.map(({title}) => title));
				expect(of('reviewed')[0]?.value, name).toEqual({
					at: '2020-09-10',
					by: 'Retrospective review',
				});
			}
			const priorities = of('priorities').map(({value}) => value as FoundPriority);
			expect(
				priorities.map(({title, aims, workStream}) => ({
					title: words(title),
					aims: aims.map(words),
					stream: workStream?.title,
					streamAims: workStream?.aims.map(words),
				})),
				name,
			).toEqual(
				strategy?.priorities.map(({title, aims, workStream}) => ({
					title: words(title),
					aims: aims.map(({text}) => words(text)),
					stream: workStream?.title,
					streamAims: workStream?.aims.map(({text}) => words(text.replaceAll('’', ''))),
				})),
			);
			const projects = of('projects').map(({value}) => value as FoundProject & {priority: string});
			expect(
				projects.map(({status, priority}) => [status, priority.at(-1)]),
				name,
			).toEqual(sample.projects.map(({status, priority}) => [status, priority.at(-1)]));
			if (!isBare)
				expect(
					projects.map(({title}, index) => begin(title, bold[index])),
					name,
				).toEqual(bold);
			for (const {comments} of projects) expect(comments.length, name).toBeGreaterThan(0);
		}
	});

	test('keeps what the end of a page or a comment cut off', async () => {
		const text = readFileSync(fileOf('001'));
		const projects = findStrategy(await readPaper(text, '001.txt'))
			.findings.filter(({field}) => field === 'projects')
			.map(({value}) => value as FoundProject);
		expect(projects[9]?.summary).toMatch(/continue to use a fully supported Windows version$/);
		expect(projects[10]?.summary).toMatch(/ability for local people and visitors/);
		expect(projects[13]?.comments).toHaveLength(2);
		expect(projects[12]?.summary.split('\n')).toHaveLength(4);
	});
});
