import {type IParagraphOptions, Paragraph, Tab, TextRun} from 'docx';
import {clean} from '../domain/clean.ts';
import {groupSpace, pairIndent, textSize} from './docx-styles.ts';
import {twipsOf} from './docx-width.ts';
import {type Run, runsOf} from './runs.ts';
import {type Pair, spansOf, type Text} from './tree.ts';

/** What XML 1.0 cannot hold, though Unicode and our cleaning let it through. */
export const plain = (text: string): string => text.replaceAll(/[\ufffe\uffff]/g, '\ufffd');

export const paragraphs = (text: Text, options: IParagraphOptions = {}): Paragraph[] =>
	runsOf(text).map((lines) => new Paragraph({...options, children: runs(lines)}));

/** The runs of a paragraph; a line after the first stands behind a break. */
export const runs = (lines: Run[][]): TextRun[] =>
	lines.flatMap((line, number) =>
		line.flatMap(({text, strong}, index) =>
			pieces(text).map(
				(piece, part) =>
					new TextRun({
						text: piece,
						...(strong ? {bold: true} : {}),
						...(number > 0 && index === 0 && part === 0 ? {break: 1} : {}),
					}),
			),
		),
	);

/**
 * docx writes `{name}` for the ids of lists and fills them in afterwards, in the text of the whole
 * document: what a database says in braces is kept apart from that by ending the run at each brace.
 */
const pieces = (text: string): string[] => plain(text).split(/(?<=\{)/);

/** Paragraphs that belong together, with the usual space after the last of them. */
export const closeTogether = (group: IParagraphOptions[]): Paragraph[] =>
	group.map(
		(options, index) =>
			new Paragraph(
				index === group.length - 1 ? {...options, spacing: {after: groupSpace}} : options,
			),
	);

/** The first paragraph has the bullet, the others stand under its text. */
export const toItem = (item: Text): IParagraphOptions[] =>
	runsOf(item).map((lines, index) => ({
		// A bullet brings the style along; named twice, the file would not be valid.
		...(index === 0 ? {bullet: {level: 0}} : {style: 'ListParagraph'}),
		indent: {left: 426, hanging: index === 0 ? 284 : 0},
		children: runs(lines),
	}));

/** The space between a name and its value, at least. */
const gapOfPairs = 60;

/**
 * A name, a tab and the value: paragraphs rather than a table without lines, which a screen reader would
 * announce as one, and which is harder to edit. After a long name the value stands below.
 */
export function toPair([name, value]: Pair): IParagraphOptions[] {
	const found = runsOf(value);
	const text = `${clean(name)}:`;
	const label = runs([[{text, strong: true}]]);
	const style = 'Particulars';
	const below = (lines: Run[][]) => ({
		style,
		indent: {left: pairIndent, hanging: 0},
		children: runs(lines),
	});
	if (twipsOf(text, textSize, true) + gapOfPairs > pairIndent) {
		const whole = {style, keepNext: true, indent: {left: 0, hanging: 0}, children: label};
		return [whole, ...found.map(below)];
	}
	const [first = [], ...others] = found;
	const gap = new TextRun({children: [new Tab()]});
	return [{style, children: [...label, gap, ...runs(first)]}, ...others.map(below)];
}

/** `Recommended:` does not stay behind on a page when what it announces goes over to the next. */
export const leads = (text: Text): boolean =>
	spansOf(text)
		.map((span) => (typeof span === 'string' ? span : span.strong))
		.join('')
		.trimEnd()
		.endsWith(':');

/** No name of a group stands on a page without another: the first keeps to the second, the last but one to the last. */
export const withoutOrphans = (group: IParagraphOptions[][]): IParagraphOptions[][] =>
	group.map((found, index) =>
		index < group.length - 1 && (index === 0 || index === group.length - 2)
			? found.map((options) => ({...options, keepNext: true}))
			: found,
	);
