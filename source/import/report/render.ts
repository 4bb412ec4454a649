import {cut} from '../../domain/words.ts';
import {type Cell, cellText, textOf} from '../read/paper.ts';
import {longestPassage, type Passage, type ImportReview} from '../review.ts';
import type {Content, Grid} from './pieces.ts';
import {isSection, type Section, sectionsWithin} from './sections.ts';
import {parseYes} from './yes-or-no.ts';

type Part = Section['parts'][number];

/** A row of a table as one line. */
export const rowText = (row: readonly Cell[]): string =>
	row
		.map((cell) => cellText(cell).replaceAll('\n', '; '))
		.filter(Boolean)
		.join(' | ');

/** The parts of a section that lie in it in the order of the paper, down to those that are `taken` elsewhere. */
export function partsOf(
	section: Section,
	taken: (section: Section) => boolean,
): (Content | Grid)[] {
	return section.parts.flatMap((part) =>
		isSection(part) ? (taken(part) ? [] : partsOf(part, taken)) : [part],
	);
}

/** An answer without the boxes that it was crossed in: of `☒ Yes ☐ No` it is Yes. */
function unboxed(text: string): string {
	if (!/[☐☒☑]|\[ ?x? ?\]/i.test(text)) return text;
	const answer = parseYes(text, 'boxes');
	if (answer) return [answer.yes ? 'Yes' : 'No', answer.rest].filter(Boolean).join('\n');
	return /^[☐□]/.test(text) && text.length <= 12 ? '' : text;
}

/**
 * What stands in a section as plain text: paragraphs parted by blank lines, items of a list by line breaks, sub-headings
 * on a line of their own. Sections that are `taken` elsewhere are left out.
 */
export function sectionText(section: Section, taken: (section: Section) => boolean): string {
	const blocks: {text: string; tight: boolean}[] = [];
	const add = (part: Part): void => {
		if (isSection(part)) {
			if (taken(part)) return;
			const text = sectionText(part, taken);
			if (part.head) blocks.push({text: part.head.text, tight: false});
			if (text !== '') blocks.push({text, tight: part.head !== undefined});
		} else if (part.kind === 'table') {
			for (const [at, row] of part.rows.entries()) blocks.push({text: rowText(row), tight: at > 0});
		} else {
			const {words} = part;
			const last = blocks.at(-1);
			if (words.kind !== 'item') blocks.push({text: unboxed(textOf(words)), tight: false});
			else {
				const sign = words.label === '•' ? '-' : words.label;
				const text = `${'  '.repeat(Math.min(words.level, 4))}${sign} ${textOf(words)}`;
				blocks.push({
					text,
					tight:
						last !== undefined &&
						/^\s*(?:-|\(?[\w.]{1,8}[.)]) |:$/.test(last.text.split('\n').at(-1) ?? ''),
				});
			}
		}
	};
	for (const part of section.parts) add(part);
	return blocks
		.filter(({text}) => text.trim() !== '')
		.map(({text, tight}, at) => (at === 0 ? text : `${tight ? '\n' : '\n\n'}${text}`))
		.join('');
}

/** The first and the last block of a section, those that are `taken` elsewhere aside, and of a form the row. */
function placeOf(section: Section, taken: (section: Section) => boolean): Omit<Passage, 'text'> {
	const {head, parts} = section;
	const places = parts.flatMap((part) => {
		if (!isSection(part)) return [part.at];
		if (taken(part)) return [];
		const {from, to} = placeOf(part, taken);
		return [from, to];
	});
	const all = head ? [head.at, ...places] : places;
	const row = head?.style === 'cell' ? head.row : undefined;
	return {from: Math.min(...all), to: Math.max(...all), ...(row === undefined ? {} : {row})};
}

/** A section as it stands, heading and all; of a long one the beginning, which is enough to know it by. */
export function passageOf(section: Section, taken: (section: Section) => boolean): Passage {
	const text = sectionText(section, taken);
	const {head} = section;
	const sign = head?.label && head.style !== 'cell' ? `${head.label.text} ` : '';
	const title = head ? `${head.text.startsWith(sign) ? '' : sign}${head.text}` : '';
	const passage = [title, text].filter(Boolean).join('\n');
	return {...placeOf(section, taken), text: cut(passage, longestPassage)};
}

/**
 * Whether the paragraphs of a report are numbered through from its first page to its last (1, 2, 3 … under whatever
 * headings): their numbers then say nothing in the record.
 */
export function isNumberedThrough(sections: readonly Section[]): boolean {
	let last = 0;
	let goesOn = 0;
	for (const {parts} of sections) {
		const numbers = parts.flatMap((part) => {
			const label =
				!isSection(part) && part.kind === 'words' && part.words.kind === 'item'
					? /^(\d+)[.)]?$/.exec(part.words.label)
					: null;
			return label ? [Number(label[1])] : [];
		});
		const [first] = numbers;
		if (first === undefined) continue;
		if (last > 0 && first === last + 1) goesOn++;
		last = numbers.at(-1) ?? last;
	}
	return goesOn >= 3;
}

/** Headings that nothing was made of, with what stands under them. */
export function unreadIn(all: readonly Section[]): ImportReview['unread'] {
	const begins = all.findIndex(
		({role}) => role === 'recommendations' || role === 'summary' || role === 'reasons',
	);
	const gathered = new Set(all.filter(({role}) => role === 'group').flatMap(sectionsWithin));
	return all.slice(Math.max(0, begins)).flatMap((section) => {
		const {head, role} = section;
		const isEmpty =
			sectionText(section, (inner) => inner.role !== undefined) === '' || gathered.has(section);
		return head && role === undefined && !isEmpty && !['cell', 'runin'].includes(head.style)
			? [
					{
						heading: head.text,
						passage: passageOf(section, ({role}) => role !== undefined && role !== 'other'),
					},
				]
			: [];
	});
}
