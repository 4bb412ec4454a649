import {BorderStyle, type IStylesOptions, LineRuleType} from 'docx';

/** Margins of two centimetres, and sheets, in twips (twentieths of a point). */
const margin = 1134;
const sheets = {
	A4: {width: 11_906, height: 16_838},
	Letter: {width: 12_240, height: 15_840},
};

/** A sheet with its margins, and how wide its text is. */
export const sheetOf = (paper: keyof typeof sheets) => ({
	page: {
		size: sheets[paper],
		margin: {top: margin, bottom: 1300, left: margin, right: margin, footer: 600},
	},
	textWidth: sheets[paper].width - 2 * margin,
});

/** How the text of a table is set: size in half points, the space beside it in twips. */
export type TableLook = {text: string; heading: string; size: number; margin: number};

/** The usual look, and a closer one for tables whose words would be broken in it. */
export const tableLooks: readonly [TableLook, ...TableLook[]] = [
	{text: 'TableText', heading: 'TableHeading', size: 22, margin: 100},
	{text: 'TableTextClose', heading: 'TableHeadingClose', size: 20, margin: 50},
];

/** Twelve points, in half points: what guidance on clear print asks for. */
export const textSize = 24;

/** Where the value of a name stands. */
export const pairIndent = 3400;

/** The space after the last of a group of paragraphs. */
export const groupSpace = 180;

const rule = (size: number, space = 6) => ({
	style: BorderStyle.SINGLE,
	size,
	space,
	color: '000000',
});

const shade = 'EEEEEE';
/** Shading ends where the letters do; a line of the same colour widens it. */
const edge = {...rule(4, 4), color: shade};

const headingOf = (size: number, outlineLevel: number, before: number) => ({
	run: {size, bold: true, color: '000000'},
	paragraph: {outlineLevel, keepNext: true, keepLines: true, spacing: {before, after: 120}},
});

/**
 * Sizes are in half points, spacing in twips; twelve points, as guidance on clear print asks for. Whatever
 * has a meaning has a style of its own, so that a council's own look is a matter of a few clicks. The locale is what a
 * spelling checker goes by.
 */
export const stylesFor = (locale: string, textWidth: number): IStylesOptions => ({
	default: {
		document: {
			run: {font: 'Arial', size: textSize, language: {value: locale}},
			paragraph: {spacing: {after: 140, line: 269, lineRule: LineRuleType.AUTO}},
		},
		title: {
			run: {size: 40, bold: true},
			paragraph: {keepNext: true, keepLines: true, spacing: {after: 200}},
		},
		heading1: headingOf(30, 0, 360),
		heading2: headingOf(26, 1, 280),
		heading3: headingOf(24, 2, 240),
		listParagraph: {paragraph: {spacing: {after: 80}}},
		caption: {
			run: {size: 22, bold: true, color: '000000'},
			paragraph: {keepNext: true, spacing: {before: 120, after: 80}},
		},
	},
	paragraphStyles: [
		own('Resolution', {
			run: {bold: true},
			paragraph: {
				indent: {left: 284},
				border: {left: rule(36, 10)},
				spacing: {before: 80, after: 160},
			},
		}),
		own('Note', {
			paragraph: {
				indent: {left: 284, right: 142},
				border: {left: {...rule(24, 10), color: '767676'}, top: edge, bottom: edge},
				shading: {fill: shade},
				spacing: {before: 80, after: 160},
			},
		}),
		own('Particulars', {
			paragraph: {
				indent: {left: pairIndent, hanging: pairIndent},
				leftTabStop: pairIndent,
				spacing: {after: 60},
			},
		}),
		...tableLooks.flatMap(({text, heading, size}, index) => [
			own(text, {
				name: index === 0 ? 'Table Text' : 'Table Text Close',
				run: {size},
				paragraph: {spacing: {after: 0, line: 252, lineRule: LineRuleType.AUTO}},
			}),
			own(heading, {
				name: index === 0 ? 'Table Heading' : 'Table Heading Close',
				basedOn: text,
				run: {bold: true},
				paragraph: {keepNext: true},
			}),
		]),
		own('AfterTable', {
			name: 'After Table',
			run: {size: 12},
			paragraph: {spacing: {after: 60, line: 120, lineRule: LineRuleType.AUTO}},
		}),
		own('DocumentEnd', {
			name: 'Document End',
			run: {size: 20},
			paragraph: {keepLines: true, spacing: {after: 60}},
		}),
		own('DocumentEndRule', {
			name: 'Document End with Rule',
			basedOn: 'DocumentEnd',
			paragraph: {border: {top: rule(12, 8)}, spacing: {before: 480}},
		}),
		own('Header', {name: 'header', run: {size: 22}, paragraph: {spacing: {after: 120}}}),
		own('Footer', {
			name: 'footer',
			run: {size: 18},
			paragraph: {
				rightTabStop: textWidth,
				spacing: {after: 0},
			},
		}),
	],
});

type Own = NonNullable<IStylesOptions['paragraphStyles']>[number];

/** A style of our own, found by name in Word's list. */
function own(id: string, options: Partial<Own>): Own {
	return {id, name: id, basedOn: 'Normal', quickFormat: true, ...options};
}
