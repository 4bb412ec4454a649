import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import {afterEach, describe, expect, test, vi} from 'vitest';
import command from '../../source/commands/minutes.ts';
import {toDocx} from '../../source/documents/docx.ts';
import {paragraphsOf} from '../../source/documents/plain.ts';
import type {Document} from '../../source/documents/tree.ts';
import {fileOf, scratchFolder} from '../commands/run.ts';
import {makeDatabase} from '../helpers/database.ts';
import {type Element, elements, parseMarkup, textOf} from './markup.ts';
import {anyText} from './texts.ts';
import {anyTree, minutes} from './trees.ts';
import {unzip} from './zip.ts';

vi.setConfig({testTimeout: 60_000});
afterEach(() => void vi.useRealTimers());

/** The parts of the Word file, each well-formed XML. */
async function partsOf(document: Document): Promise<(name: string) => Element> {
	const files = unzip(await toDocx(document));
	for (const text of files.values()) expect(text).not.toMatch(notXml);
	const parts = new Map([...files].map(([name, text]) => [name, parseMarkup(text)]));
	return (name) => {
		const part = parts.get(name);
		if (!part) throw new Error(`no ${name}`);
		return part;
	};
}

const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const bodyOf = async (document: Document): Promise<Element> =>
	(await partsOf(document))('word/document.xml');

const valueOf = (under: Element, name: string): string | undefined =>
	elements(under, name)[0]?.attributes['w:val'];

const styled = (under: Element): [style: string | undefined, text: string][] =>
	elements(under, 'w:p').map((one) => [valueOf(one, 'w:pStyle'), textOf(one)]);

describe('minutes as a Word file', () => {
	test('has headings, resolutions, notes and lists under their styles', async () => {
		const cells = /^(?:Table|AfterTable)/;
		const found = styled(await bodyOf(minutes)).filter(([style]) => !cells.test(style ?? ''));
		expect(found).toEqual([
			['Title', 'Minutes: “R&D” board'],
			['Note', 'Exempt matter is left out of this version.'],
			['Particulars', 'Venue:Room 2'],
			['Particulars', 'Ring the bell'],
			['Heading1', '1. Modernisation'],
			[undefined, 'The Board thanked the service desk.'],
			[undefined, 'It asked\nfor a paper.'],
			['Caption', 'Projects that moved'],
			['Heading2', 'Decision D-2'],
			['Resolution', 'That progress be noted.'],
			['ListParagraph', 'Action A-2: Write to <the supplier>'],
			['ListParagraph', 'Another'],
			['Heading1', '2. Any other business'],
			['DocumentEndRule', 'Issued on 22 November 2026.'],
			['DocumentEnd', 'Seal: 3f0b6a6e'],
		]);
	});

	test('has the value of a long name below it, and of every other beside it', async () => {
		const long = 'Joint Strategic Needs Assessment';
		const pairs: [string, string][] = [
			[long, 'Considered.'],
			['Legal', 'None.\n\nNone at all.'],
		];
		const body = await bodyOf({title: 'T', blocks: [{type: 'pairs', pairs}]});
		const found = elements(body, 'w:p').slice(1);
		expect(found.slice(0, 4).map(textOf)).toEqual([
			`${long}:`,
			'Considered.',
			'Legal:None.',
			'None at all.',
		]);
		// Without an end to the hanging line of the style, it would begin at the margin.
		for (const one of [found[1], found[3]]) {
			const [indent] = elements(one!, 'w:ind');
			expect(indent?.attributes).toMatchObject({'w:left': '3400', 'w:hanging': '0'});
		}
	});

	test('keeps what announces a list with it, and no name of a group alone', async () => {
		const pairs = ['A', 'B', 'C', 'D'].map((name): [string, string] => [name, 'x']);
		const body = await bodyOf({
			title: 'T',
			blocks: [
				{type: 'pairs', pairs},
				{type: 'paragraph', text: 'Recommended:'},
				{type: 'list', items: ['That it be so.']},
				{type: 'paragraph', text: 'So it was.'},
			],
		});
		const kept = elements(body, 'w:p')
			.filter((one) => elements(one, 'w:keepNext').length > 0)
			.map(textOf);
		expect(kept).toEqual(['A:x', 'C:x', 'Recommended:']);
	});

	test('defines every style that it uses, with outline levels for the headings', async () => {
		const parts = await partsOf(minutes);
		const styles = elements(parts('word/styles.xml'), 'w:style');
		const ids = styles.map(({attributes}) => attributes['w:styleId']);
		for (const part of ['word/document.xml', 'word/footer1.xml']) {
			for (const {attributes} of elements(parts(part), 'w:pStyle')) {
				expect(ids).toContain(attributes['w:val']);
			}
		}
		const levels = styles
			.filter(({attributes}) => /^Heading[123]$/.test(attributes['w:styleId'] ?? ''))
			.map((style) => valueOf(style, 'w:outlineLvl'));
		expect(levels).toEqual(['0', '1', '2']);
	});

	test('repeats the first row of a table, and that one alone, and keeps tables apart', async () => {
		const body = await bodyOf(minutes);
		const tables = elements(body, 'w:tbl');
		expect(tables).toHaveLength(2);
		for (const table of tables) {
			const heads = elements(table, 'w:tr').map((row) => elements(row, 'w:tblHeader').length);
			expect(heads).toEqual([1, ...heads.slice(1).map(() => 0)]);
		}
		const [first] = tables;
		expect(first && elements(first, 'w:tc').map(textOf)).toEqual([
			'Project',
			'Spent',
			'P1-02 Laptops',
			'£250,000',
			'',
			'£3',
		]);
		// The head is told by its style too, not by the shade alone.
		expect(
			first &&
				styled(first)
					.slice(0, 2)
					.map(([style]) => style),
		).toEqual(['TableHeading', 'TableHeading']);
		const children = elements(body, 'w:body')[0]?.children ?? [];
		const names = children.map((child) => (typeof child === 'string' ? '' : child.name));
		expect(names.join(' ')).not.toContain('w:tbl w:tbl');
	});

	test('numbers its pages, in the foot of each', async () => {
		const parts = await partsOf(minutes);
		const footer = parts('word/footer1.xml');
		expect(textOf(footer)).toBe('Minutes: “R&D” boardPage PAGE of NUMPAGES');
		expect(elements(footer, 'w:instrText').map(textOf)).toEqual(['PAGE', 'NUMPAGES']);
		expect(elements(parts('word/document.xml'), 'w:footerReference')).toHaveLength(1);
	});

	test('names its title and its language, and no time or author', async () => {
		const parts = await partsOf(minutes);
		const core = elements(parts('docProps/core.xml')).slice(1);
		expect(core.map((one) => [one.name, textOf(one)])).toEqual([
			['dc:title', 'Minutes: “R&D” board'],
			['dc:language', 'en-GB'],
		]);
		expect(valueOf(parts('word/styles.xml'), 'w:lang')).toBe('en-GB');
	});
});

test('the same document gives the same bytes, whenever it is made', async () => {
	vi.useFakeTimers({toFake: ['Date'], now: new Date('2026-11-22T10:00:00Z')});
	const first = await toDocx(minutes);
	vi.setSystemTime(new Date('2031-01-02T03:04:05Z'));
	expect(Buffer.compare(await toDocx(minutes), first)).toBe(0);
});

describe('whatever a database holds', () => {
	test('the file is well-formed, and each paragraph has one style at most', async () => {
		await fc.assert(
			fc.asyncProperty(anyTree, async (document) => {
				const body = await bodyOf(document);
				for (const one of elements(body, 'w:pPr')) {
					expect(elements(one, 'w:pStyle').length).toBeLessThanOrEqual(1);
				}
				// Word takes a cell without a paragraph for damage.
				for (const cell of elements(body, 'w:tc')) expect(elements(cell, 'w:p')).not.toEqual([]);
				const levels = styled(body).flatMap(
					([style]) => /^Heading(\d)/.exec(style ?? '')?.[1] ?? [],
				);
				for (const [index, level] of levels.entries()) {
					expect(Number(level)).toBeLessThanOrEqual(Number(levels[index - 1] ?? 0) + 1);
				}
			}),
			{numRuns: 60},
		);
	});

	test('a text is read as it was written', async () => {
		await fc.assert(
			fc.asyncProperty(anyText, async (text) => {
				const body = await bodyOf({title: 'T', blocks: [{type: 'paragraph', text}]});
				const written = paragraphsOf(text).map((lines) =>
					lines.join('\n').replaceAll(/[\ufffe\uffff]/g, '\ufffd'),
				);
				expect(styled(body).slice(1)).toEqual(written.map((line) => [undefined, line]));
			}),
			{numRuns: 60},
		);
	});

	// docx writes such names for the ids of lists, and would fill them in wherever it finds them.
	test('a text in braces stays as it is', async () => {
		const text = 'See {default-bullet-numbering-0} and {{default-bullet-numbering-0}}.';
		const body = await bodyOf({title: text, blocks: [{type: 'list', items: [text]}]});
		expect(styled(body).map(([, found]) => found)).toEqual([text, text]);
	});
});

describe('on the command line', () => {
	const folder = scratchFolder();
	const file = fileOf(folder, makeDatabase());
	const minutesOf = async (flags: Record<string, string | true>, columns?: number) => {
		const out: (string | Uint8Array)[] = [];
		await command.run({
			arguments: [file, 'M-1'],
			flags,
			who: () => expect.fail('nobody acts'),
			now: () => '2026-11-22T12:00:00.000Z',
			out: (content) => out.push(content),
			input: async () => '',
			columns,
		});
		return out;
	};

	test('does not go to a terminal', async () => {
		await expect(minutesOf({format: 'docx'}, 80)).rejects.toThrow(
			/^a Word file cannot go to a terminal: add --output minutes\.docx$/,
		);
	});

	test('goes to a pipe, whole', () => {
		const program = path.join(import.meta.dirname, '..', '..', 'source', 'cli.ts');
		const args = [program, 'minutes', file, 'M-1', '--format', 'docx'];
		const {stdout, status} = spawnSync(process.execPath, args);
		expect(status).toBe(0);
		expect(unzip(stdout).get('word/document.xml')).toContain('That the strategy be approved.');
	});

	test('goes to a file, whose ending is enough to ask for it', async () => {
		const output = path.join(folder, 'minutes.DOCX');
		expect(await minutesOf({output}, 80)).toEqual([]);
		expect(unzip(readFileSync(output)).get('word/document.xml')).toContain('Record of decision');
		const page = path.join(folder, 'minutes.htm');
		await minutesOf({output: page});
		expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
		await minutesOf({output: page, format: 'md', force: true});
		expect(readFileSync(page, 'utf8')).toMatch(/^# Record of decision/);
	});
});

test('a table whose words would be broken is set closer, another one not', async () => {
	const looksOf = async (columns: number) => {
		const title = 'Accountability';
		const table = {
			type: 'table' as const,
			columns: Array.from({length: columns}, () => ({title})),
			rows: [Array.from({length: columns}, () => title)],
		};
		const found = styled(await bodyOf({title: 'A table', blocks: [table]}));
		return [...new Set(found.flatMap(([style]) => (style?.startsWith('Table') ? [style] : [])))];
	};
	expect(await looksOf(4)).toEqual(['TableHeading', 'TableText']);
	expect(await looksOf(6)).toEqual(['TableHeadingClose', 'TableTextClose']);
});

test('the styles are as they were looked at last', async () => {
	const files = unzip(await toDocx({title: 'A title', blocks: []}));
	const styles = files.get('word/styles.xml') ?? '';
	await expect(
		`${styles.replaceAll(/(?=<w:(?:style|docDefaults)\b)/g, '\n')}\n`,
	).toMatchFileSnapshot('golden/docx-styles.xml');
});
