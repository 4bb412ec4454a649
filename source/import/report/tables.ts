import {type Cell, cellText, type Words} from '../read/paper.ts';
import type {Match, LabelRole} from './fields.ts';
import {matchHeading, oneAppendix} from './match.ts';
import type {Piece} from './pieces.ts';
import {implicationRows, listsPeople} from './signoff.ts';
import {bare} from './words.ts';

/** What a heading in a table announces, where that is clear. */
export const clearHeading = (text: string): Match | undefined => {
	const found = matchHeading(text);
	return found && found.score >= 0.8 ? found : undefined;
};

const wordsOf = (text: string): Words => ({kind: 'paragraph', runs: [{text}]});

/**
 * The pieces of a table that says by its head or its rows what it lists: implications, people, appendices, or rows that
 * are sections themselves. `last` is the piece in front of it.
 */
export function knownTable(
	rows: readonly Cell[][],
	at: number,
	last: Piece | undefined,
): Piece[] | undefined {
	const headed = (text: string, role: LabelRole, kept: readonly Cell[][], weight = 1): Piece[] => [
		{at, kind: 'head', text, match: {role, score: 1, weight}, style: 'label', words: wordsOf(text)},
		{at, kind: 'table', rows: [...kept]},
	];
	if (onlyTicks(rows)) return [];
	if (last?.kind === 'head' && last.match?.role === 'backgroundPapers' && listsPapers(rows))
		return [{at, kind: 'table', rows: [...rows]}];
	const told = implicationRows(rows);
	if (told) return headed('Implications', 'group', told);
	if (listsPeople(rows)) return headed(cellText(rows[0]?.[0] ?? []), 'person', rows);
	const appendices = appendixRows(rows);
	if (appendices) return headed('Appendices', 'appendices', appendices, 2);
	const gathered = gatheredRows(rows, at);
	if (gathered) return gathered;
	const list = listHead(rows);
	if (list) return headed(list.text, list.match.role, rows.slice(1), list.match.weight);
	if (last?.kind !== 'head' || last.match?.role !== 'group' || !holdsSections(rows))
		return undefined;
	return rows.flatMap(([first = [], value = []], row): Piece[] => {
		const text = cellText(first).replaceAll('\n', ' ');
		const match = clearHeading(text);
		return [
			{at, row, kind: 'head', text, match, style: 'cell', words: wordsOf(text)},
			...value.map((words): Piece => ({at, row, kind: 'words', words})),
		];
	});
}

/** Whether a table has a head that says what stands of each paper: its title, its number, where it is kept. */
const listsPapers = ([head = [], ...below]: readonly Cell[][]): boolean =>
	below.length > 0 &&
	head.filter((cell) => cell.length > 0).length >= 2 &&
	/^(?:title|name|description|document|paper)\b[^:]{0,40}$/i.test(cellText(head[0] ?? []).trim());

const ticked = /^(?:[✓✔☑☒☐xX✗]|\[[ x]?\]|yes|no|n\/a)$/i;

/** No form has more subjects to tick. */
const mostSubjects = 100;

/** Whether a table only ticks which subjects there are something to say of, in more than one column of them. */
function onlyTicks(rows: readonly Cell[][]): boolean {
	const texts = rows.map((row) => row.map((cell) => cellText(cell).trim()));
	const filled = texts.flat().filter((text) => text !== '');
	if (rows.length < 2 || rows.length > mostSubjects) return false;
	if (filled.some((text) => text.length > 60) || !filled.some((text) => ticked.test(text)))
		return false;
	const [, ...below] = texts;
	const width = Math.max(...texts.map((row) => row.length));
	const isTicked = (column: number) =>
		below.every((row) => row[column] === '' || ticked.test(row[column] ?? ''));
	const marked = Array.from({length: width}, (_, column) => column).filter(isTicked);
	if (below.length > 0 && width >= 3 && marked.length === width - 1 && !marked.includes(0))
		return true;
	const isSubject = (text: string) => matchHeading(text)?.role === 'implications';
	const columns = new Set(
		texts.flatMap((row) => row.flatMap((text, at) => (isSubject(text) ? [at] : []))),
	);
	return (
		columns.size >= 2 && texts.every((row) => row.length >= 3 && !row.slice(1).every(isSubject))
	);
}

/** The rows of a table each of which is an appendix, without its head and the column that says whether one is exempt. */
function appendixRows(rows: readonly Cell[][]): readonly Cell[][] | undefined {
	const isOne = ([first = []]: Cell[]) => oneAppendix.test(`${bare(cellText(first))} `);
	if (rows.every(isOne)) return rows;
	const [head = [], ...below] = rows;
	const titles = head.map((cell) => bare(cellText(cell)));
	const isNamed =
		/^(?:ref|no|number|appendix)\b/.test(titles[0] ?? '') &&
		titles.some((title) => /^title of (?:the )?appendix\b/.test(title));
	const isListed = /^(?:appendix|appendices|annex)\b/.test(titles[0] ?? '') && below.every(isOne);
	if (below.length === 0 || !(isNamed || isListed)) return undefined;
	return below.map((row) =>
		row.filter(
			(_, column) =>
				!/\b(?:exempt\w*|confidential|public|publication)\b/.test(titles[column] ?? ''),
		),
	);
}

/** Whether a table under a heading that gathers implications has rows that are other fields: “Consultation”. */
function holdsSections(rows: readonly Cell[][]): boolean {
	const others = ['consultation', 'scrutiny', 'alternatives', 'reasons'];
	return (
		rows.every((row) => row.length === 2 && row.every((cell) => cell.length > 0)) &&
		rows.some(([first = []]) => others.includes(clearHeading(cellText(first))?.role ?? ''))
	);
}

/** The rows of a table whose first one, alone, says that they are implications: “Impact of item/issues on:”. */
function gatheredRows(
	[[first = [], ...others] = [], ...rows]: readonly Cell[][],
	at: number,
): Piece[] | undefined {
	const text = cellText(first).trim();
	const isHead = text !== '' && others.every((cell) => cellText(cell).trim() === '');
	if (!isHead || rows.length < 2 || matchHeading(text)?.role !== 'group') return undefined;
	if (rows.some((row) => row.length !== 2)) return undefined;
	return [
		{
			at,
			kind: 'head',
			text,
			match: {role: 'group', score: 1, weight: 1},
			style: 'label',
			words: wordsOf(text),
		},
		...rows.flatMap(([name = [], value = []], row): Piece[] => {
			const said = cellText(name).replaceAll('\n', ' ');
			const match = clearHeading(said);
			return [
				{at, row: row + 1, kind: 'head', text: said, match, style: 'cell', words: wordsOf(said)},
				...value.map((words): Piece => ({at, row: row + 1, kind: 'words', words})),
			];
		}),
	];
}

/** The heading of a list that is set as a table: alone in its first row. */
function listHead(rows: readonly Cell[][]): {text: string; match: Match} | undefined {
	const [[first = [], ...others] = [], ...below] = rows;
	const text = cellText(first).trim();
	if (text === '' || below.length === 0 || others.some((cell) => cellText(cell).trim() !== ''))
		return undefined;
	const match = matchHeading(text);
	return match &&
		match.score >= 0.9 &&
		['appendices', 'backgroundPapers', 'exempt'].includes(match.role)
		? {text, match}
		: undefined;
}
