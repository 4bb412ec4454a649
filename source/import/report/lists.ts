import {type Cell, cellText, textOf} from '../read/paper.ts';
import {parseDate} from './dates.ts';
import {matchHeading, matchLabel, oneAppendix} from './match.ts';
import {isPosted} from '../nameless.ts';
import type {Content, Grid} from './pieces.ts';
import {rowText} from './render.ts';
import {bare} from './words.ts';

/** Whether a text only says that there is nothing. */
export const isNone = (text: string): boolean =>
	text.length <= 120 &&
	/^(?:there (?:are|is) )?(?:none|nil|no|not applicable|n\/a)\b(?!\s*[:\d])(?:.{0,60}\b(?:appendi|annex|paper|document|attach|enclos)\w*.{0,60})?[\s.]*$|^none\b.{0,80}$|^no(?:ne)?$/i.test(
		text.trim(),
	);

const isHead = (text: string): boolean =>
	/^(?:no|number|ref|reference|title|appendix|annex|description|name|document|document title|paper|date|item|held at|contact|location|(?:title|name|description) of .{3,40}|exempt\w*.{0,50})\W*$/i.test(
		text,
	);

const isIntro = (text: string): boolean =>
	!oneAppendix.test(`${bare(text)} `) &&
	(text.endsWith(':') || /\b(?:listed below|attached at|are attached|following)\b/i.test(text));

/**
 * The appendices that a section lists, one to a line: `Appendix A: ICT Strategy`. Empty when it says that there are none
 * or lists none.
 */
export function appendicesIn(parts: readonly (Content | Grid)[]): string[] {
	const lines = parts.flatMap((part): string[] => {
		if (part.kind === 'table') {
			const rows = part.rows.filter(
				(row) => !row.every((cell) => cell.length === 0 || isHead(cellText(cell))),
			);
			return rows.map((row) => {
				const cells = row.map((cell) => cellText(cell).replaceAll('\n', ' ')).filter(Boolean);
				// Forms list what there might be, and say of each whether it is there.
				if (/^no\W*$/i.test(cells.at(-1) ?? '')) return '';
				const [first = '', ...rest] = cells.filter(
					(cell, at) => at === 0 || !/^yes\W*$/i.test(cell),
				);
				return rest.length === 0
					? first
					: /^\w{1,3}$/.test(first)
						? `Appendix ${first}: ${rest.join(' – ')}`
						: `${first}: ${rest.join(' – ')}`;
			});
		}
		const {words} = part;
		const text = textOf(words);
		const pieces = text.split(
			/\n|;\s*(?=appendix|annex)|;\s+(?=\p{Lu})|(?<=\S)(?<!\b(?:exempt|confidential|restricted|private|part 2))\s+(?=appendix [a-z\d]{1,2}\b(?!\s+(?:to|of|and|is|are|was|shows|sets)\b))/iu,
		);
		return words.kind === 'item' &&
			words.label !== '•' &&
			pieces.length === 1 &&
			!oneAppendix.test(`${bare(text)} `)
			? [`${words.label} ${text}`]
			: pieces;
	});
	// A label on a line of its own stands in front of what it labels.
	const isLabel = (text = '') => /^(?:appendix|annexe?)\s+\w{1,3}$/i.test(text.trim());
	const whole = lines.flatMap((line, at) => {
		if (isLabel(lines[at - 1]) && !isLabel(line)) return [];
		const next = lines[at + 1];
		return isLabel(line) && next !== undefined && !isLabel(next)
			? [`${line.trim()}: ${next}`]
			: [line];
	});
	const told = whole
		.map((line) =>
			line
				.trim()
				.replace(/^((?:appendix|annexe?)\s+\w{1,4})\s*(?:[-–—:.]+\s*|\s+(?=\S))(?=\S)/i, '$1: '),
		)
		.filter((line) => line !== '' && !isNone(line) && !/\bpage \d{1,3} of \d{1,3}$/i.test(line));
	// What heads another list ends this one.
	const end = told.findIndex((line) => isOtherList(line));
	const listed = (end === -1 ? told : told.slice(0, end)).filter(
		(line) => !isIntro(line) && line.length <= 600,
	);
	return withAsides(listed.map((line) => line.replace(/;$|\s*[⇩⇨↓]+$/u, ''))).filter(
		(line) => /\p{L}{3}/u.test(line) && !isPosted(line) && !/@|\[e-mail removed\]/.test(line),
	);
}

/** “Background Documents – Local Authorities (Executive Arrangements) …”: whatever stands behind the dash. */
const isOtherList = (line: string): boolean => {
	const [head = ''] = line.split(/\s[–—-]\s|:/);
	const match = head.length <= 60 ? (matchHeading(head) ?? matchLabel(head)) : undefined;
	return (
		match !== undefined &&
		match.score >= 0.9 &&
		['backgroundPapers', 'person', 'recommendations', 'author'].includes(match.role) &&
		(head !== line || /^(?:background|contact)/i.test(head))
	);
};

/** A remark in brackets on a line of its own belongs to the line above. */
const withAsides = (lines: readonly string[]): string[] => {
	const joined: string[] = [];
	for (const line of lines) {
		if (/^\([^()]*\)$/.test(line) && joined.length > 0)
			joined.push(`${joined.pop() ?? ''} ${line}`);
		else joined.push(line);
	}
	return joined;
};

/** What the law asks a list of background papers to say of itself. */
const isStatutory = (text: string): boolean =>
	text.length <= 700 &&
	/\b(?:following|below|listed|list)\b/i.test(text) &&
	/\b(?:relied (?:up)?on|material extent|section 100 ?\(?d\)?|access to information|exempt or confidential information)\b/i.test(
		text,
	);

/** What stands over a column that says where a paper is kept, or who keeps it. */
const isKeeper =
	/^(?:contact|tel|telephone|officer|held|locations?|where|file)\b|\b(?:schedule 12a|exempt|confidential)\b/i;

/** The rows of a table of papers without its head, and without the columns that say who keeps them. */
function paperRows(rows: readonly Cell[][]): Cell[][] {
	const [head = [], ...below] = rows;
	const titles = head.map((cell) => cellText(cell).trim());
	if (
		below.length === 0 ||
		!titles.every(
			(title) =>
				title === '' ||
				isHead(title) ||
				/^(?:title|name|description|list) of\b/i.test(title) ||
				isKeeper.test(title),
		)
	)
		return rows.filter((row) => !row.every((cell) => cell.length === 0 || isHead(cellText(cell))));
	return below.map((row) => row.filter((_, column) => !isKeeper.test(titles[column] ?? '')));
}

/** Background papers as one text: their list, or that there are none. */
export function papersIn(parts: readonly (Content | Grid)[]): string {
	const lines = parts.flatMap((part) => {
		if (part.kind === 'table') {
			return paperRows(part.rows).map((row) => ({text: rowText(row), sign: ''}));
		}
		const {words} = part;
		const sign = words.kind === 'item' ? `${words.label === '•' ? '-' : words.label} ` : '';
		return [{text: textOf(words), sign}];
	});
	const isDay = (text: string) =>
		/^dated?\b/i.test(text) && parseDate(text) !== undefined && text.length <= 40;
	const written = lines.filter(({text}) => text.trim() !== '' && !isDay(text.trim()));
	const listed = written.filter(({text}) => !isStatutory(text));
	const all = listed.length > 0 ? listed : written;
	// Who signed may stand below; that there are none is all there is to say.
	const said = /^(?:none|nil)\W*$/i.test(all[0]?.text ?? '') ? all.slice(0, 1) : all;
	return said.map(({text, sign}) => (said.length === 1 ? text : sign + text)).join('\n');
}
