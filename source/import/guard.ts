import {cut} from '../domain/words.ts';
import {isMarkedTitle, isMarking, saysPrivate} from './markings.ts';
import {cellText, type Paper, textOf} from './read/paper.ts';
import {fieldWords} from './report/fields.ts';
import {paragraphsIn} from './report/exempt.ts';
import {exemptShown} from './report/marking.ts';
import {matchHeading} from './report/match.ts';
import type {Finding} from './review.ts';

/** A mark of private matter, in which block, and whether it is about the whole paper. */
type Mark = {at: number; text: string; of: 'whole' | 'part'; isSure: boolean};

/** So many lines at the most are the head of a paper, and its foot. */
const headLines = 14;
const footLines = 4;

const answer = /^\W*(?:no(?:ne)?|n\/a|nil|not applicable|open|public|non[- ]exempt)\b/i;
const labels =
	/^(?:.{0,40}\b)?(?:status|classification|marking|access|confidentiality|publication|disclosure|security|type|session|part|exempt\w*|freedom of information|foi)\b[^:]{0,30}$/i;

/** Every mark of private matter in a paper, wherever it stands. */
export function marksIn(paper: Paper): Mark[] {
	const found: Mark[] = (paper.edges ?? []).map((text) => ({
		at: 0,
		text,
		of: 'whole',
		isSure: true,
	}));
	let count = 0;
	let isHead = true;
	let isAttached = false;
	const lines = paper.blocks.flatMap((block, at) => {
		if (block.kind === 'break') return [];
		const texts =
			block.kind === 'table'
				? block.rows.flatMap((row) => row.flatMap((cell) => cellText(cell).split('\n')))
				: textOf(block).split('\n');
		return texts.map((text) => ({at, text: text.trim(), kind: block.kind}));
	});
	const filled = lines.filter(({text}) => text !== '').length;
	const isParted = lines.some(({text}) => /^part (?:1|i|a|one|3|iii|c|three)\b/i.test(text));
	for (const [index, {at, text, kind}] of lines.entries()) {
		if (text === '') continue;
		count++;
		const heading = text.length <= 120 ? matchHeading(text) : undefined;
		if (heading && heading.score >= 0.9) {
			isAttached = heading.role === 'appendices' || heading.role === 'backgroundPapers';
			if (heading.role !== 'summary') isHead = false;
		}
		if (/^(?:accompanying|supporting|additional) documents\b/i.test(text)) isAttached = true;
		if (count > headLines) isHead = false;
		const next = lines[index + 1]?.text ?? '';
		if (answer.test(next) || saysNot(next)) continue;
		const [, label = '', value = ''] = /^([^:]{2,60}):\s*(.+)$/.exec(text) ?? [];
		const isNamed =
			(labels.test(label.trim()) && isMarking(value, true)) ||
			(isMarking(label, true) && /^yes\b/i.test(value));
		const isEdge = isHead || count > filled - footLines;
		const isLine = isMarking(text, isEdge && kind !== 'table' && !isParted);
		const isAlone = isLine && (kind !== 'table' || text.trim().includes(' '));
		const isTitle =
			text.length <= 220 && (isAttached || (isHead && kind !== 'item')) && isMarkedTitle(text);
		const said = kind === 'table' && text.length < 60 ? undefined : saysPrivate(text);
		if (!isNamed && !isAlone && !isTitle && said === undefined) continue;
		const isOther =
			isAttached || kind === 'item' || /^(?:appendix|annexe?|attachment)\b/i.test(text);
		const of = said === 'part' || (isOther && said !== 'whole') ? 'part' : 'whole';
		found.push({at, text, of, isSure: isNamed || isAlone || isTitle});
	}
	return found;
}

/** What is told of a paper in front of whether it is private. */
const particulars = new Set(
	'title period body date reference key keyReason author callIn urgency'.split(' '),
);

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');

const saysNot = (text: string): boolean =>
	text.length <= 300 &&
	/\b(?:no|not|nothing|none)\b.{0,60}\b(?:exempt|confidential|private)\b/i.test(text);

/** Whether a cell of a table's row says that the row is kept from the public: “Exempt” under any heading, “Yes” under “Confidential?”. */
export const isMarkedCell = (heading: string, cell: string): boolean =>
	isMarking(cell) ||
	(/\b(?:classification|marking|confidential\w*|exempt\w*|publication|disclosure|sensitivity|access)\b/i.test(
		heading,
	) &&
		(isMarking(cell, true) ||
			(/^(?:yes|y|x|true|✓)$/i.test(cell.trim()) && isMarking(heading.replaceAll('?', '')))));

/** What the lines around a table and its name say of it, as a paper that holds them alone. */
export const around = (name: string, lines: readonly string[]): Paper => ({
	name,
	format: 'text',
	blocks: lines.map((text) => ({kind: 'paragraph', runs: [{text}]})),
	edges: isMarking(name, true) || isMarkedTitle(name) ? [name] : [],
	remarks: [],
});

/**
 * The findings of a paper, private where any mark in any place says so and no finding does: better private by mistake
 * than public. What a mark says of something that goes with the paper alone is told.
 */
export function guarded(
	findings: readonly Finding[],
	paper: Paper,
): {findings: Finding[]; remarks: string[]} {
	const told = findings.find(({field}) => field === 'exempt');
	if (told && told.value !== null) return {findings: [...findings], remarks: []};
	const title = findings.find(({field}) => field === 'title')?.shown ?? '';
	// What was judged already, whole and with its label, is not judged again by its words.
	const judged = lettersOf(told?.passage?.text ?? '');
	const marks = marksIn(paper).filter(({text}) => !judged.includes(lettersOf(text).slice(0, 60)));
	if (isMarkedTitle(title)) marks.unshift({at: 0, text: title, of: 'whole', isSure: true});
	// Where the paper says that it is open, a sentence alone does not shut it.
	const whole = marks.filter(({of, isSure}) => of === 'whole' && (isSure || told === undefined));
	const [first] = whole;
	if (first) {
		const paragraphs = [...new Set(whole.flatMap(({text}) => paragraphsIn(text)))];
		const {shown, note} = exemptShown(true, paragraphs, told !== undefined);
		const finding: Finding = {
			id: 'exempt',
			field: 'exempt',
			says: fieldWords.exempt,
			value: {paragraphs},
			shown,
			passage: {from: first.at, to: first.at, text: cut(first.text, 300)},
			by: 'place',
			why: 'words that mark what is private',
			note: [`“${cut(first.text, 60)}” marks it as private`, note].filter(Boolean).join('; '),
		};
		const others = findings.filter((one) => one !== told);
		const at = others.findIndex(({field}) => !particulars.has(field));
		return {
			findings: others.toSpliced(at === -1 ? others.length : at, 0, finding),
			remarks: [],
		};
	}
	const [part] = marks;
	return part && told?.note === undefined
		? {
				findings: [...findings],
				remarks: [
					`something that goes with it is private: “${cut(part.text, 100)}”; keep that apart`,
				],
			}
		: {findings: [...findings], remarks: []};
}
