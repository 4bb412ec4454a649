import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {toHtml} from '../../source/documents/html.ts';
import {paragraphsOf} from '../../source/documents/plain.ts';
import type {Document} from '../../source/documents/tree.ts';
import {type Element, elements, parseMarkup, textOf} from './markup.ts';
import {anyText} from './texts.ts';
import {anyTree, minutes} from './trees.ts';

const parse = (document: Document): Element => parseMarkup(toHtml(document), ['meta', 'br']);
const page = parse(minutes);
const texts = (name: string, under = page) => elements(under, name).map(textOf);

describe('a page of minutes', () => {
	test('names its language and its title, and allows itself nothing but its own style', () => {
		expect(elements(page, 'html')[0]?.attributes).toEqual({lang: 'en-GB'});
		expect(texts('title')).toEqual(['Minutes: “R&D” board']);
		const policy = elements(page, 'meta').find(({attributes}) => attributes['http-equiv']);
		expect(policy?.attributes['content']).toBe("default-src 'none'; style-src 'unsafe-inline'");
		expect(toHtml(minutes)).not.toMatch(/\bsrc=|\bhref=|url\(|@import|https?:/);
	});

	test('has one main part with the headings as they follow from each other', () => {
		const [main, ...others] = elements(page, 'main');
		if (!main) throw new Error('no main part');
		expect(others).toEqual([]);
		expect(elements(main, 'h1', 'h2', 'h3').map((one) => [one.name, textOf(one)])).toEqual([
			['h1', 'Minutes: “R&D” board'],
			['h2', '1. Modernisation'],
			['h3', 'Decision D-2'],
			['h2', '2. Any other business'],
		]);
	});

	test('says which cells of a table are headings, and of what', () => {
		const scopes = elements(page, 'th').map((cell) => [textOf(cell), cell.attributes['scope']]);
		expect(scopes).toEqual([
			['Project', 'col'],
			['Spent', 'col'],
			['P1-02 Laptops', 'row'],
			['No.', 'col'],
			['A-1', 'row'],
		]);
		expect(texts('td')).toEqual(['£250,000', '', '£3']);
		expect(texts('caption')).toEqual(['Projects that moved']);
	});

	test('gives each kind of text its element', () => {
		expect(elements(page, 'dt', 'dd').map(textOf)).toEqual(['Venue', 'Room 2Ring the bell']);
		expect(elements(page, 'aside').map(({attributes}) => attributes)).toEqual([{role: 'note'}]);
		expect(texts('li')).toEqual(['Action A-2: Write to <the supplier>', 'Another']);
		expect(texts('strong')).toEqual(['That progress be noted.', 'Action A-2:', 'Seal:']);
		expect(texts('p')).toContain('It asked\nfor a paper.');
	});

	test('ends with the footer, outside the main part', () => {
		const [footer] = elements(page, 'footer');
		expect(footer && texts('p', footer)).toEqual(['Issued on 22 November 2026.', 'Seal: 3f0b6a6e']);
		expect(elements(parse({title: 'T', blocks: []}), 'footer')).toEqual([]);
	});
});

describe('whatever a database holds', () => {
	const ours = new Set(
		'html head meta title style body main footer h1 h2 h3 h4 p br strong div ul li table caption thead tbody tr th td aside dl dt dd'.split(
			' ',
		),
	);

	test('the page is well-formed, of our own elements, and no heading skips a level', () => {
		fc.assert(
			fc.property(anyTree, (document) => {
				const all = elements(parse(document));
				for (const {name, attributes} of all) {
					expect(ours).toContain(name);
					if (name === 'meta' || name === 'html') continue;
					expect(
						Object.keys(attributes).filter((key) => !['class', 'scope', 'role'].includes(key)),
					).toEqual([]);
				}
				const headings = all.filter(({name}) => /^h\d$/.test(name));
				const levels = headings.map(({name}) => Number(name.slice(1)));
				expect(levels[0]).toBe(1);
				for (const [index, level] of levels.slice(1).entries()) {
					expect(level).toBeGreaterThan(1);
					expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
				}
				for (const heading of headings) expect(textOf(heading).trim()).not.toBe('');
			}),
		);
	});

	test('a text is read as it was written', () => {
		fc.assert(
			fc.property(anyText, anyText, (text, name) => {
				const read = parse({
					title: 'T',
					blocks: [
						{type: 'paragraph', text},
						{type: 'pairs', pairs: [[name, text]]},
					],
				});
				const written = paragraphsOf(text).map((lines) => lines.join('\n'));
				const [main] = elements(read, 'main');
				const own = main?.children.filter((one) => typeof one !== 'string' && one.name === 'p');
				expect(own?.map(textOf)).toEqual(written);
				expect(texts('dd', read).map((value) => value)).toEqual([written.join('')]);
			}),
		);
	});
});

test('a word too long for its column may be broken, others not', () => {
	const [broken, whole] = elements(
		parse({
			title: 'T',
			blocks: [
				{
					type: 'table',
					columns: [{title: 'A'}, {title: 'B'}],
					rows: [
						['', 'x'.repeat(90)],
						['', 'word '.repeat(20)],
					],
				},
			],
		}),
		'td',
	)
		.filter((cell) => textOf(cell) !== '')
		.map(({attributes}) => attributes['class']);
	expect([broken, whole]).toEqual(['long', undefined]);
});

test('siblings stay siblings where a level was left out above them', () => {
	const blocks = ([4, 4, 3, 4, 2] as const).map((level) => ({
		type: 'heading' as const,
		level,
		text: 'x',
	}));
	const names = elements(parse({title: 'T', blocks}), 'h1', 'h2', 'h3', 'h4').map(({name}) => name);
	expect(names).toEqual(['h1', 'h2', 'h2', 'h2', 'h3', 'h2']);
});
