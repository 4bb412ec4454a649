import {splitLabel} from '../read/labels.ts';
import {type Cell, type PaperBlock, cellText, isStrong, type Paper, textOf} from '../read/paper.ts';
import {matchHeading} from '../report/match.ts';
import {bare} from '../report/words.ts';
import {byWords, type Meaning} from '../wording.ts';
import {type Reads, type TableLabel, labels} from './table.ts';

/** A line of a paper: what stands in it, in which block, and the number or letter of an item. */
export type PaperLine = {at: number; text: string; item?: string; level: number; heading?: true};

/** A line that begins with a label, and what stands behind it. */
type Labelled = {label: TableLabel; name: string; rest: string; marked: boolean};

const key = (text: string): string =>
	bare(text.replaceAll('/', ' '))
		.replaceAll('-', ' ')
		.replace(/\bif any\b/, '')
		.trim();

/** What a label means; undefined when it is none. */
function labelOf(text: string): TableLabel | undefined {
	if (text.length > 130) return undefined;
	const plain = key(text);
	// “Implementation date (not before meeting on)” is no day on which something takes effect.
	if (/\bnot before\b/i.test(text)) return labels.find(({field}) => field === 'other');
	return plain === '' ? undefined : labels.find(({says}) => says.test(plain));
}

/** A label that a mark shows to be one, by the words it is made of. */
function worded(name: string): TableLabel | undefined {
	const means = name.length <= 130 ? byWords(key(name)) : undefined;
	return means && {field: means, reads: readsOf[means] ?? 'text', says: /^$/, score: 4};
}
const readsOf: Partial<Record<Meaning, Reads>> = {
	body: 'body',
	date: 'date',
	published: 'date',
	effective: 'date',
	noticed: 'date',
	title: 'title',
	reference: 'reference',
	key: 'key',
	callIn: 'yes',
	exempt: 'exempt',
	author: 'post',
};

/** What heads a part of a report heads one here, where its words are quite clear. */
function headingOf(text: string): TableLabel | undefined {
	const found = text.length <= 80 ? matchHeading(text) : undefined;
	return found && found.score >= (text.split(' ').length > 4 ? 0.95 : 0.9) && shared.has(found.role)
		? {field: found.role === 'group' ? 'other' : found.role, reads: 'text', says: /^$/}
		: undefined;
}
const shared: ReadonlySet<string> = new Set([
	'reasons',
	'alternatives',
	'consultation',
	'scrutiny',
	'implications',
	'group',
	'person',
	'backgroundPapers',
	'appendices',
]);

/** A label and its value: after a colon, a dash or a question mark, or a label alone on its line. */
export function labelled(text: string): Labelled | undefined {
	const found = /^(.{2,130}?)\s*(\?\s*:|:\s*-|:|\?|\|)\s*(.*)$/s.exec(text);
	if (found) {
		const [, name = '', , rest = ''] = found;
		const label = labelOf(name) ?? worded(name);
		if (label) return {label, name, rest: rest.replace(/\s*\|$/, '').trim(), marked: true};
	}
	// “REASONS FOR DECISION – …”: of labels that a sentence may begin with those that are set apart from it.
	const [, name = '', rest = ''] = /^([\p{L} ()/&,]{4,90}?)\s+[-–—]\s+(\S.*)$/su.exec(text) ?? [];
	const dashed = name === '' ? undefined : labelOf(name);
	const isSet = /^(?:[\p{Lu} ()/&,]+|Reasons?|Decision|Alternatives?)$/u.test(name);
	const isTitle = dashed?.field === 'recommendations' && !/^(?:that|to|resolved)\b/i.test(rest);
	if (dashed && dashed.reads === 'text' && isSet && dashed.field !== 'other' && !isTitle)
		return {label: dashed, name, rest, marked: true};
	const alone = labelOf(text) ?? headingOf(text);
	if (!alone || /[.;,]$/.test(text)) return undefined;
	const isPlain =
		alone.needsMark && alone.field !== 'other' && !(alone.field === 'exempt' && text.includes(' '));
	return isPlain ? undefined : {label: alone, name: text, rest: '', marked: false};
}

/** Labels of the site’s forms, which stand in a line of their own even where a page’s width joined them to the last. */
const inside =
	/(?<=\S)\s{1,3}(?=(?:Decision (?:type|status|due|maker|Maker)|Is [Kk]ey decision\??|Is subject to call in\??|Reason Key|Notice of (?:proposed )?decision(?: first published)?|Publication date|Date of decision|Decided at meeting|Effective from|Lead (?:member|director|officer)|(?:Wards|Divisions) affected|Anticipated restriction|Report author|Accompanying Documents|Contact(?: [Oo]fficer)?|Reasons? for (?:the )?[Dd]ecision|Alternative [Oo]ptions(?: [Cc]onsidered)?(?: and [Rr]ejected)?|Conflicts? of [Ii]nterests?(?: [Dd]\p{L}+)?(?: \([^()]{1,80}\))?|Dispensations? [Gg]ranted|Subject of [Dd]ecision|Decision to [Tt]ake [Ee]ffect)[^\S\n]{0,2}:)/gu;

/** Whether a table only ticks what it lists: of such rows those count that answer for the paper as a whole. */
const onlyTicks = (rows: readonly Cell[][]): boolean =>
	rows.length >= 3 &&
	rows.every(([, ...ticks]) =>
		ticks.every((cell) => /^(?:x|yes|no|n\/a|[☒☑✓✔☐□✗]?)$/iu.test(cellText(cell).trim())),
	);
const asks: ReadonlySet<Reads | undefined> = new Set(['yes', 'key', 'exempt']);

const linesOfBlock = (block: PaperBlock, at: number): PaperLine[] => {
	if (block.kind === 'break') return [];
	if (block.kind === 'table') {
		const isTicked = onlyTicks(block.rows);
		return block.rows.flatMap((row): PaperLine[] => {
			const cells = row.map((cell) => cellText(cell).trim()).filter(Boolean);
			const [first = '', ...rest] = cells;
			if (isTicked && !asks.has(labelOf(first)?.reads)) return [];
			const isLabel = rest.length > 0 && (labelOf(first) ?? worded(first) ?? headingOf(first));
			const text = isLabel ? `${first.replace(/\s*:$/, '')}: ${rest.join('\n')}` : cells.join('\n');
			return text.split('\n').map((line) => ({at, text: line.trim(), level: 0}));
		});
	}
	const [first = '', ...others] = textOf(block)
		// The site marks what has come since.
		.replaceAll(/\s+New!(?=\n|$)/g, '')
		.split('\n')
		.flatMap((line) => line.split(inside));
	const more = others.map((text): PaperLine => {
		const found = splitLabel(text);
		return found && found.rest !== ''
			? {at, text: found.rest.trim(), item: found.label.text, level: 0}
			: {at, text: text.trim(), level: 0};
	});
	return [
		{
			at,
			text: first.trim(),
			level: block.kind === 'item' ? block.level : 0,
			...(block.kind === 'item' ? {item: block.label} : {}),
			...(block.kind === 'heading' || isStrong(block) ? {heading: true as const} : {}),
		},
		...more,
	];
};

/** Every line of a paper. */
export const linesOf = ({blocks}: Paper): PaperLine[] =>
	blocks.flatMap(linesOfBlock).filter(({text}) => text !== '');
