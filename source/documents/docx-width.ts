// How wide a text stands in a Word file, roughly: nobody here can ask the font. Arial is not on every machine, and what
// takes its place (DejaVu Sans, Verdana) is wider by a sixth; columns are measured for the widest, so that no word of
// a table is broken on any.

/** Letters by how wide they are in bold, in thousandths of their size. */
const classes: [letters: RegExp, width: number][] = [
	[/[ijlI|!'’‘.,:;]/u, 380],
	[/[ftr()[\]/\\ \-–"“”]/u, 490],
	[/[mwMW@%—…&+=<>#]/u, 1100],
	[/[A-Z]/u, 850],
	[/\p{Mark}/u, 0],
	[/\p{scx=Latn}|\p{Script=Cyrillic}|\p{Script=Greek}|[0-9£€$*]/u, 710],
];

/** Regular letters are narrower than bold ones by this. */
const regular = 0.9;

/** The width of a text on one line in twips, in letters of `size` half points. */
export function twipsOf(text: string, size: number, bold: boolean): number {
	const thousandths = Array.from(text).reduce(
		// What is of no class, such as Chinese, takes a square.
		(sum, letter) => sum + (classes.find(([letters]) => letters.test(letter))?.[1] ?? 1000),
		0,
	);
	return Math.ceil((thousandths * size * 10 * (bold ? 1 : regular)) / 1000);
}
