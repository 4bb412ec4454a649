/**
 * How somebody says what a paper lacks, or what a word of it means, where they are told to: with flags on the command
 * line, with keys on the screen.
 */
export type Ways = {
	/** A value for a field: `--set exempt=3, or --set exempt=no`. */
	set(field: string, ...values: string[]): string;
	/** What a heading, a column or a word means: `--map "Zorg=cancelled"`. */
	map(from: string, to: string): string;
	/** That a paper which is kept private is public after all. */
	release: string;
	/** Another board than the one that the paper names. */
	board: string;
	/** Which sheet of a workbook is to be read. */
	sheet(name: string): string;
	/** As what the paper is to be read. */
	kind(kind: string): string;
};

/** On the command line. */
export const byFlags: Ways = {
	set: (field, ...values) =>
		values
			.map(
				(value) =>
					`--set ${/\W/.test(value.replaceAll('-', '')) ? `"${field}=${value}"` : `${field}=${value}`}`,
			)
			.join(', or '),
	map: (from, to) => `--map "${from}=${to}"`,
	release: '--set exempt=no',
	board: '--board',
	sheet: (name) => `--set "sheet=${name}"`,
	kind: (kind) => `--as-kind ${kind}`,
};
