// How wide a text stands in a Word file, roughly: nobody here can ask the font. Arial is not on every machine, and what
// takes its place is wider by a sixth; columns are measured for that, so that no word of a table is broken on any.

/** How wide the letters of ASCII are in DejaVu Sans, from the space on, in thousandths of their size. */
export const letterWidths = {
	regular:
		'318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337 838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525',
	bold: '348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696 696 696 696 696 400 400 838 838 838 580 1000 774 762 734 830 683 683 821 837 372 372 775 637 995 837 850 733 850 770 720 682 812 774 1103 771 724 725 457 365 457 838 500 500 675 716 593 716 678 435 716 712 343 343 665 343 1042 712 687 716 716 493 595 478 712 652 924 645 652 582',
};

const known = {
	regular: letterWidths.regular.split(' ').map(Number),
	bold: letterWidths.bold.split(' ').map(Number),
};

/** What is not known stands as wide as most letters that are, and Chinese takes a square. */
const other = (letter: string): number =>
	/\p{Mark}/u.test(letter)
		? 0
		: /[\p{scx=Latn}\p{scx=Cyrl}\p{scx=Grek}‘’“”–£€]/u.test(letter)
			? 720
			: 1000;

/** The width of a text on one line in twips, in letters of `size` half points. */
export function twipsOf(text: string, size: number, bold: boolean): number {
	const widths = known[bold ? 'bold' : 'regular'];
	const thousandths = Array.from(text).reduce(
		(sum, letter) => sum + (widths[(letter.codePointAt(0) ?? 0) - 32] ?? other(letter)),
		0,
	);
	return Math.ceil((thousandths * size * 10) / 1000);
}
