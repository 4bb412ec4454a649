import type {PaperLine} from '../record/lines.ts';
import {isRemark, resolutionsIn, resolvedIn} from '../record/resolutions.ts';
import {pageHead} from '../record/table.ts';
import {mayBeTitle} from '../record/titles.ts';
import type {Outcome} from '../../domain/schema/index.ts';

/** An item of minutes: what it is called, and what stands under it. */
export type Item = {title: string; at: number; lines: PaperLine[]};

/** A decision that minutes tell of: its wording, the item that it was taken on, and where it stands. */
export type Decided = {
	title: string;
	text: string;
	outcome: Outcome;
	at: number;
	to: number;
	passage: string;
};

/** A number of the minute book in front of a title: `C1850 MINUTES –`, `C047/20 1. APOLOGIES`, `59.15 Apologies`. */
const coded =
	/^(?:\p{Lu}{1,5} ?\d{1,5}(?:\/\d{2,4})?|\d{1,4}[./]\d{1,4})(?:\s+\d{1,2}\.)?(?:\s+|(?<=\/\d{2}))(?=\p{Lu})(.{3,160})$/u;

const within =
	/^(?:minutes|decisions?|resolved|additional documents|to (?:receive|consider|approve|agree|note)\b.*)\s*:?$/i;

/** The title of an item, if a line is one. */
function titleIn(
	line: PaperLine,
	next: PaperLine | undefined,
	isListing: boolean,
): string | undefined {
	const {text, item, heading} = line;
	if (
		text.length > 160 ||
		(within.test(text) && !/^minutes$/i.test(text)) ||
		(pageHead.test(text) && !/^minutes$/i.test(text)) ||
		resolvedIn(text) !== undefined
	)
		return undefined;
	if (!mayBeTitle(text) || /^\(?relevant\b/i.test(text)) return undefined;
	const [, code] = coded.exec(text) ?? [];
	const plain = (code ?? text)
		.replace(/\s*[-–—:]+\s*$/, '')
		.replace(/\s*\(REF\)$/i, '')
		.replace(/\s*-?\s*pdf icon PDF.*$/i, '')
		.replace(/^(?:\d{1,3}\.?|[IVXL]{1,7})\s+(?=\p{Lu})/u, '')
		.trim();
	if (plain === '' || /[.;,]$/.test(plain.replace(/\.$/, isCaps(plain) ? '' : '.')))
		return undefined;
	if (code !== undefined || heading) return plain.replace(/\.$/, '');
	const isNumbered = item !== undefined && /^\d{1,3}[.)]?$/.test(item);
	if (isNumbered && !isListing && plain.length <= 120) return plain;
	if (item === undefined && isCaps(plain) && plain.split(' ').length <= 16 && plain.length >= 6)
		return plain.replace(/\.$/, '');
	return item === undefined &&
		next !== undefined &&
		(within.test(next.text) || /^report of\b/i.test(next.text)) &&
		/^\p{Lu}/u.test(plain)
		? plain
		: undefined;
}

const isCaps = (text: string): boolean => {
	const letters = text.replaceAll(/[^\p{L}]/gu, '');
	return letters.length >= 5 && letters === letters.toUpperCase();
};

const numberOf = ({item}: PaperLine): number =>
	/^\d{1,3}[.)]?$/.test(item ?? '') ? parseInt(item ?? '', 10) : NaN;

/** A title and what was said of it on one line: `2304/3 Minutes: they were agreed and signed.` */
function titledLine(line: PaperLine): PaperLine[] {
	const [, title = '', text = ''] =
		/^(\d{1,4}[./]\d{1,4} \p{Lu}[^:.]{3,60}):\s+(\S.*)$/su.exec(line.text) ?? [];
	return title === ''
		? [line]
		: [
				{...line, text: title},
				{at: line.at, text, level: line.level},
			];
}

/** Minutes as their items. What stands before the first of them is in an item without a title. */
export function itemsOf(lines: readonly PaperLine[]): Item[] {
	const items: Item[] = [{title: '', at: 0, lines: []}];
	let isListing = false;
	/** The number of the item that is open, and of the point of a list before. */
	let [item, point] = [NaN, NaN];
	for (const [index, line] of lines.flatMap(titledLine).entries()) {
		const number = numberOf(line);
		// The next number, where a list that a resolution opens would have another or a sentence, is the next item's.
		const isNext = number === item + 1 && (number !== point + 1 || !/\bbe\b|[.;]$/.test(line.text));
		const title = titleIn(line, lines[index + 1], isListing && !isNext);
		if (title !== undefined) {
			items.push({title, at: line.at, lines: []});
			isListing = false;
			if (!Number.isNaN(number)) item = number;
			point = NaN;
			continue;
		}
		if (!Number.isNaN(number)) point = number;
		// A list that a resolution opens has numbers of its own.
		if (resolvedIn(line.text) !== undefined || /^decisions?\s*:$/i.test(line.text))
			isListing = true;
		items.at(-1)?.lines.push(line);
	}
	return items;
}

/** What prose tells that was decided, a sentence each. */
const told =
	/\b(?:was|were)(?:,? unanimously,?)? (?:approved|accepted|confirmed|agreed|received|AGREED|APPROVED|ACCEPTED) as (?:a|the) (?:true|correct|accurate)\b|\bminutes\b.{0,80}\bwere (?:approved|agreed|accepted) and signed\b|\bpayments?\b.{0,60}\bwere (?:approved|authorised)\b|\bit was(?:,? \p{L}+,?)? (?:agreed|decided) (?:to|that|for)\b|\bproposed\b.{0,80}\bseconded that\b.{0,120}\bbe (?:accepted|approved|adopted|agreed)|\b(?:members|councillors|trustees|the (?:committee|board|council))(?: unanimously)? (?:agreed|decided|approved) (?:to|that|the)\b/iu;

/** What was decided, without who proposed it. */
const plainly = (sentence: string): string =>
	sentence
		.replace(/^.*?\bseconded(?: by [^.,]{3,60})? that\s+/is, 'That ')
		.replace(/^it was (?:unanimously )?(?:agreed|decided) (to|that)\b/i, (_, word: string) =>
			word === 'to' ? 'To' : 'That',
		);

const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+(?=\p{Lu}|\d{2}\/\d)/u);

/** The decisions that an item of the minutes tells of. */
export function decisionsOf({title, lines}: Item): Decided[] {
	const of = (found: {text: string; at: number}[], passage: readonly PaperLine[]): Decided[] =>
		found
			.filter(({text}) => !/^(?:none|nil|n\/a|not applicable|noted)\W*$/i.test(text))
			.map(({text, at}) => ({
				title,
				text,
				outcome: outcomeOf(text),
				at,
				to: passage.at(-1)?.at ?? at,
				passage: passage.map((line) => line.text).join('\n'),
			}));
	// Where a site gives the decision apart from the minutes, it is the same one.
	const apart = lines.findIndex(({text}) => /^decisions?\s*:/i.test(text));
	if (apart !== -1) {
		const end = lines.findIndex(({text}, at) => at > apart && /^minutes\s*:/i.test(text));
		const [first, ...more] = lines.slice(apart, end === -1 ? undefined : end);
		const rest = first?.text.replace(/^decisions?\s*:\s*/i, '') ?? '';
		const own = ended([...(rest === '' || !first ? [] : [{...first, text: rest}]), ...more]);
		const found = of(resolutionsIn(own), own);
		if (found.length > 0) return found;
	}
	let isList = false;
	const starts = lines.flatMap(({text, item}, at) => {
		const isStart =
			// A point of a list that a resolution opens is none of its own; a numbered paragraph may be one.
			!(item !== undefined && isList) &&
			resolvedIn(text) !== undefined &&
			/resolved|ordered|agreed|recommended|voted/i.test(text) &&
			!told.test(text);
		if (isStart || item === undefined) isList = isStart && opens(text);
		return isStart ? [at] : [];
	});
	if (starts.length > 0)
		return starts.flatMap((from, index) => {
			const [first, ...more] = lines.slice(from, starts[index + 1]);
			if (!first) return [];
			const {item, ...plain} = first;
			const own = item === undefined || opens(first.text) ? ended([plain, ...more]) : [plain];
			return of(resolutionsIn(own), own);
		});
	const listed = listedIn(lines);
	if (listed.length > 0) return of(listed, lines);
	return lines.flatMap((line) => {
		const found = sentences(line.text).filter((sentence) => told.test(sentence));
		return of(
			found.map((text) => ({text: plainly(text), at: line.at})),
			[line],
		);
	});
}

/** What hangs on “The Committee:-”, each point of it beginning with what was done. */
function listedIn(lines: readonly PaperLine[]): {text: string; at: number}[] {
	const from = lines.findIndex(
		({text, item}) =>
			item === undefined &&
			/^the (?:committee|council|cabinet|board|executive|sub-committee|panel)\s*:\s*-?$/i.test(
				text,
			),
	);
	if (from === -1) return [];
	const end = lines.findIndex(({item}, at) => at > from && item === undefined);
	const points = lines.slice(from + 1, end === -1 ? undefined : end);
	const isDone = ({text}: PaperLine) =>
		/^(?:approved|agreed|noted|remitted|authorised|instructed|adopted|accepted|resolved|endorsed|deferred|refused)\b/i.test(
			text,
		);
	return points.every(isDone) ? points.map(({text, at}) => ({text: plainEnd(text), at})) : [];
}

const plainEnd = (text: string): string => text.replace(/[;,]\s*(?:and)?$/i, '.');

/** Whether what is resolved stands below. */
const opens = (text: string): boolean => /[:–—-]$|\b(?:that|to)$|\bresolved\W*$/i.test(text.trim());

/** The lines of a resolution: a list and what opens it, or the paragraph alone; reasons and remarks end it. */
function ended(lines: readonly PaperLine[]): PaperLine[] {
	const [first, ...more] = lines;
	if (!first) return [];
	const end = more.findIndex(
		({text, item}) =>
			item === undefined &&
			(/^(?:reasons?|other options|alternatives?|call-?in|action)\b/i.test(text) || isRemark(text)),
	);
	const own = end === -1 ? more : more.slice(0, end);
	if (!opens(first.text) && own[0]?.item === undefined) return [first];
	const after = own.findIndex(({item}, at) => item === undefined && at > 0);
	return [first, ...(after === -1 ? own : own.slice(0, after))];
}

/** How it went, by the words of what was resolved. */
export const outcomeOf = (text: string): Outcome =>
	/\b(?:be|been|was) deferred\b/i.test(text)
		? 'deferred'
		: /\b(?:be|been) refused\b/i.test(text)
			? 'refused'
			: /\bbe referred\b/i.test(text)
				? 'referred'
				: /^(?:that )?(?:\(?to )?notes?\b|\bbe (?:received and )?noted\b/i.test(text)
					? 'noted'
					: 'approved';
