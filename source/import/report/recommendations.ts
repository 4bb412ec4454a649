import {type Label, splitLabel} from '../read/labels.ts';
import {cellText, textOf} from '../read/paper.ts';
import {isBody, withoutDate} from './front.ts';
import {parseDate} from './dates.ts';
import type {Content, Grid} from './pieces.ts';
import {postsOf} from './people.ts';

type ListedLine = {text: string; label?: Label; at: number};

/** One recommendation, and the block that it begins in. */
type Recommendation = {text: string; at: number};

/** Every line of a section: its items, its paragraphs, the rows of its tables. */
const linesOf = (parts: readonly (Content | Grid)[]): ListedLine[] =>
	parts.flatMap((part): ListedLine[] => {
		if (part.kind === 'table') {
			return part.rows.map((row) => {
				const cells = row.map(cellText).filter(Boolean);
				const [first = '', ...rest] = cells;
				const label =
					splitLabel(`${first} x`)?.rest === 'x' ? splitLabel(`${first} x`)?.label : undefined;
				return {text: (label ? rest : cells).join(' – '), ...(label ? {label} : {}), at: part.at};
			});
		}
		const {words} = part;
		const text = textOf(words);
		if (words.kind === 'item')
			return [{text, label: splitLabel(`${words.label}  x`)?.label ?? bullet, at: part.at}];
		return text.split('\n').map((line) => {
			const found = splitLabel(line);
			return found && found.rest !== ''
				? {text: found.rest, label: found.label, at: part.at}
				: {text: line, at: part.at};
		});
	});

/** Lines that begin with A, B, C in their order, a blank behind each: what is lettered without any mark. */
function lettered(lines: readonly ListedLine[]): ListedLine[] {
	const letterOf = ({text, label}: ListedLine): number =>
		label === undefined && /^[A-Z] \p{Lu}/u.test(text) ? text.charCodeAt(0) - 64 : 0;
	const first = lines.findIndex((line) => letterOf(line) === 1);
	const next = lines.slice(first + 1).find(({text}) => text.trim() !== '');
	if (first === -1 || next === undefined || letterOf(next) !== 2) return [...lines];
	let last = 0;
	return lines.map((line) => {
		if (letterOf(line) !== last + 1) return line;
		last++;
		const {text, at} = line;
		return {
			text: text.slice(2),
			at,
			label: {text: `${text[0]}.`, kind: 'letter', depth: 1, place: last},
		};
	});
}

const bullet: Label = {text: '•', kind: 'bullet', depth: 1, place: 0};

const asks =
	/\b(?:is|are|be) (?:therefore )?(?:asked|recommended|requested|invited|required)\b|\brecommend(?:s|ed|ations?)?\b|^that\b|\bresolves?\b|\bto$/i;

/**
 * The recommendations of a section, each whole: where a list hangs on an opening line (“That the Cabinet: (a) approve
 * …”), that line goes with every item of it. Nested items stay with the one that they belong to.
 */
export function recommendationsIn(parts: readonly (Content | Grid)[]): Recommendation[] {
	const lines = lettered(linesOf(parts)).filter(
		({text}) => /[\p{L}\p{N}]/u.test(text) && !/^\d{1,2}[.)]?$/.test(text.trim()),
	);
	const groups = grouped(lines);
	const [only] = groups;
	const found =
		groups.length === 1 && only && only.under.length > 0 && opens(only.line.text)
			? only.under.map((line) => ({stem: only.line.text, line, under: [] as ListedLine[]}))
			: groups;
	return found
		.map(({stem, line, under}) => ({text: compose(stem, line, under), at: line.at}))
		.filter(({text}) => text !== '');
}

type Group = {stem?: string; line: ListedLine; under: ListedLine[]};

/** Whether a line only opens a list. */
const opens = (text: string): boolean => /[:–—-]$/.test(text.trim()) && text.length <= 300;

function grouped(lines: readonly ListedLine[]): Group[] {
	const groups: Group[] = [];
	let stem: string | undefined;
	let top: Label | undefined;
	for (const [at, line] of lines.entries()) {
		const {label, text} = line;
		const last = groups.at(-1);
		if (!label) {
			const next = lines[at + 1];
			// Whose decision it is, and that it was taken, is not a recommendation; nor is what follows.
			if (
				last &&
				(isSigned(text) ||
					isBody(text) ||
					postsOf(text).posts[0] === text ||
					/^I (?:hereby|have)\b/.test(text) ||
					// What a resolution recites, and who brings it.
					/^WHEREAS\b/.test(text) ||
					/^\p{Lu}\p{Ll}+(?: \p{Ll}+)?: \S/u.test(text))
			)
				break;
			if (/^(?:and|or|and\/or)[;,.]?$/i.test(text.trim())) continue;
			if ((opens(text) || asks.test(text.trim().slice(-40))) && next?.label && text.length <= 300) {
				stem = text;
				top = undefined;
			} else if (last && top && !isOne(text)) {
				// A remark under the list; one that goes on with the item belongs to it.
				if (!/[.;:]$/.test(last.line.text) && /^[\p{Ll}(]/u.test(text))
					last.line = {...last.line, text: `${last.line.text} ${text}`};
			} else groups.push({line, under: []});
			continue;
		}
		const isTop = top === undefined || (label.kind === top.kind && label.depth <= top.depth);
		if (isTop || !last) {
			top ??= label;
			groups.push({...(stem === undefined ? {} : {stem}), line, under: []});
		} else last.under.push(line);
	}
	return groups;
}

/** Whether a line is a day with who signed on it. */
const isSigned = (text: string): boolean => {
	const rest = withoutDate(text);
	return parseDate(text) !== undefined && rest.length <= 80 && (rest === '' || postsOf(rest).named);
};

/** Whether a paragraph after a list is a recommendation of its own. */
const isOne = (text: string): boolean =>
	/^(?:that|to) \p{L}/iu.test(text) ||
	/^(?:it is (?:further |also )?recommended|the \p{L}+ (?:is|are) (?:asked|recommended|invited))/iu.test(
		text,
	);

function compose(stem: string | undefined, line: ListedLine, under: readonly ListedLine[]): string {
	const text = ended(line.text.replace(/^recommendation \d{1,2}\s*[:.–-]\s*/i, ''));
	const lead = leadOf(stem, text);
	const rest = under.map(
		({label, text}) => `${label?.kind === 'bullet' ? '-' : label?.text} ${text.trim()}`,
	);
	const alone = text.replace(
		/^(?:that|to)\b/,
		(word) => word.slice(0, 1).toUpperCase() + word.slice(1),
	);
	const joined = lead === '' ? alone : `${lead} ${lowered(text)}`;
	return [rest.length > 0 ? joined : joined, ...rest].join('\n').trim();
}

/** A sentence of its own: what only joined it to the next one makes room for a full stop. */
function ended(text: string): string {
	const whole = text.trim();
	const plain = whole.endsWith(')') && !whole.includes('(') ? whole.slice(0, -1) : whole;
	const alone = plain
		.replace(/[;,]\s*(?:and(?:\/or)?|or)$/i, '')
		.replace(/\s+and$/i, '')
		.replace(/[;,]$/, '')
		.trim();
	return alone === plain ? plain : `${alone}.`;
}

/** A line that stands in capitals as it is written elsewhere; what may be an abbreviation stays. */
const calm = (line: string): string =>
	/\p{Ll}/u.test(line)
		? line
		: line.replaceAll(/\p{Lu}+/gu, (word) =>
				word.length > 3 || smallWords.test(word) ? word.toLowerCase() : word,
			);
const smallWords = /^(?:the|is|are|to|of|and|for|be|it|in|a|that|has|was|or|by|on)$/i;

/** How an item begins: with the line that opened its list, unless it is a sentence by itself. */
function leadOf(stem: string | undefined, text: string): string {
	if (stem === undefined || /^(?:that|it is recommended)\b/i.test(text)) return '';
	const line = calm(stem)
		.trim()
		.replace(/\s*[:–—-]+$/, '')
		.replace(
			/^(?:the )?(?:recommendations?|recommended|resolved)\s*[:–-]?\s+(?=that\b|to\b|cabinet\b|the\b)/i,
			'',
		)
		.replace(/^it is (?:therefore )?(?:recommended|proposed|suggested) that\b/i, 'That')
		.replace(/^it is (?:therefore )?(?:recommended|proposed) to\b/i, 'To')
		.replace(/^that\s*[:-]?\s+/i, 'That ')
		.trim();
	if (/\b(?:follow(?:s|ing)(?: recommendations?)?|below|recommendations?)$/i.test(line)) return '';
	if (/^(?:that|to|recommended|recommendations?|it is recommended)$/i.test(line))
		return /^to$/i.test(line) ? 'To' : 'That';
	return line.slice(0, 1).toUpperCase() + line.slice(1);
}

/** A sentence as it goes on after its beginning: small, unless its first word is a name or an abbreviation. */
const lowered = (text: string): string =>
	/^(?:The |An? (?=\p{Ll}))|^(?:Appro|Agree|Note|Delegat|Authori|Endors|Consider|Adopt|Recommend|Accept|Confirm|Support|Receiv|Grant|Award|Commend|Determin|Establish|Appoint|Instruct|Request|Review|Enter|Allocat|Publish|Release|Commit|Extend|Use|Begin|Proceed|Dispos|Acquir|Purchas|Procure|Provid|Ask|Invit|Welcom|Refer|Set|Give|Make|Set|Transfer|Cease|Close|Implement|Undertak|Keep|Continu|Maintain|Introduc|Designat|Increas|Reduc|Submit|Seek)\w*\b/u.test(
		text,
	)
		? text.slice(0, 1).toLowerCase() + text.slice(1)
		: text;
