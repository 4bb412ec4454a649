import {parseDate} from '../report/dates.ts';
import {isBody} from '../report/front.ts';
import {resolvedIn} from '../record/resolutions.ts';
import {pageHead} from '../record/table.ts';
import {mayBeTitle} from '../record/titles.ts';
import type {MinuteLine} from './lines.ts';
import {namesIn} from './names.ts';

/** An item of minutes: what it is called, its number on the agenda or in the minute book, and what stands under it. */
export type Item = {title: string; number?: string; at: number; lines: MinuteLine[]};

/** A number of the minute book in front of a title: `C1850 MINUTES –`, `C047/20 1. APOLOGIES`, `59.15 Apologies`. */
const coded =
	/^(\p{Lu}{1,5}[ ./-]?\d{1,5}(?:[/.]\d{2,4}){0,2}|\d{1,4}[./]\d{1,4}|\d{2,4}\/\d{2,4}\/\d{1,3})(?:\s+\d{1,2}\.)?\s*(?:\s|(?<=\/\d{2})|[-–—:.]\s)\s*(?=\p{Lu})(.{3,160})$/u;

/** “Item 2.1 Minutes of the last meeting”. */
const labelledItem = /^(?:agenda )?item\s+(\d{1,3}\.\d{1,2})[.:]?\s+(?=\p{Lu})/iu;

const within =
	/^(?:minutes|decisions?|resolved|additional documents|(?:to )?consider\b.*|to (?:receive|approve|agree|note|confirm|report)\b.*)\s*:?$/i;

/** Parts of an item that have a heading of their own. */
const parts =
	/^(?:summary|background|discussion|(?:officer['’]?s? )?recommendations?|motion|division)\s*:?$/i;

/** What tells of something that was said or done, which no title does. */
const sentence =
	/\b(?:was|were|noted|agreed|reported|said|asked|has been|have been|thanked|advised|confirmed|explained|carried|seconded)\b/;

/** Where somebody signs, and what only says that there is nothing. */
const isNoTitle =
	/^(?:chair(?:m[ae]n|woman|person)?|city clerk|town clerk|clerk|mayor|signed|date|dated|carried|lost|defeated|none|nil|no \p{L}+|n\/a|action)\b[\s.…_:]*\p{L}{0,12}\.?$|[_…]{3}|^(?:there (?:was|were)|(?:members|councill?ors) then voted|resolved|motion|moved|proposed|seconded|ayes?|nays?|noes)\b/iu;

const isCaps = (text: string): boolean => {
	const letters = text.replaceAll(/[^\p{L}]/gu, '');
	return letters.length >= 5 && letters === letters.toUpperCase();
};

/** Words each of which begins with a capital, but for small ones: `Consent Agenda`, `Report of the Clerk`. */
const isTitleCase = (text: string): boolean => {
	const words = text.split(/\s+/);
	return (
		words.length <= 10 &&
		words.every((word) =>
			/^[^\p{L}]*(?:\p{Lu}|\d)|^(?:of|the|and|for|to|in|on|at|a|an|with|by|from|&|[-–])$/u.test(
				word,
			),
		) &&
		(words.length > 1 ||
			/^(?:adjournment|apologies|minutes|finance|planning|correspondence|declarations|closure|welcome|attendance|staffing)$/i.test(
				text,
			))
	);
};

const depthOf = (item: string | undefined): number =>
	/^\(?\d{1,3}(?:\.0{1,2})?[.)]?$/.test(item ?? '')
		? 1
		: /^\(?\d{1,3}\.\d{1,2}[.)]?$/.test(item ?? '')
			? 2
			: 0;

const numberOf = ({item}: MinuteLine): number =>
	depthOf(item) === 1 ? parseInt((item ?? '').replace('(', ''), 10) : NaN;

/** A text without marks and notes that a site or a minute book puts around a title. */
const plainTitle = (text: string): string =>
	text
		.replace(/\s*[-–—:]+\s*$/, '')
		.replace(/\s*\((?:REF|relevant portfolio holder[^()]*)\)$/i, '')
		.replace(/\s*-?\s*pdf icon PDF.*$/i, '')
		.replace(labelledItem, '')
		.replace(/^(?:(?:agenda )?item\s+)?(?:\d{1,3}[.):]?|[IVXL]{1,7}[.):]?)\s+(?=\p{Lu})/u, '')
		.trim();

/** How the items of some minutes are set: what is not a title in some is one in others. */
type Manner = {
	/** Items have numbers of their own: lines without one are none. */
	numbered: boolean;
	/** Items are numbered 8.01 and 8.02, not their paragraphs. */
	deep: boolean;
};

/** The title of an item and its number, if a line is one. */
function titleIn(
	line: MinuteLine,
	next: MinuteLine | undefined,
	{isListing, isFirst, manner}: {isListing: boolean; isFirst: boolean; manner: Manner},
): {title: string; number?: string} | undefined {
	const {text, item, heading, strong} = line;
	const isMinutes = /^minutes$/i.test(text);
	if (
		text.length > 160 ||
		line.action !== undefined ||
		((within.test(text) || pageHead.test(text)) && !isMinutes) ||
		(parts.test(text) && (line.item === undefined || isListing)) ||
		resolvedIn(text) !== undefined ||
		isNoTitle.test(text) ||
		!mayBeTitle(plainTitle(text)) ||
		/^\(?(?:relevant|appendix|annexe?|enclosure|report of)\b/i.test(text)
	)
		return undefined;
	const [, code, coded_] = coded.exec(text) ?? [];
	const plain = plainTitle(coded_ ?? text);
	const isSet = heading === true || (strong === true && plain.length <= 110);
	const own =
		item ??
		/^(?:(?:agenda )?item\s+)?(\d{1,3})[.):]?\s+(?=\p{Lu})/iu.exec(text)?.[1] ??
		labelledItem.exec(text)?.[1];
	const number =
		code ??
		(own !== undefined && /\d/.test(own) ? own.replaceAll(/[().]+$|^\(|\.0+\.?$/g, '') : undefined);
	// What a site prints below the title of an item: what it is for, and what was made of it.
	const isLed =
		next !== undefined &&
		(within.test(next.text) || /^report of\b/i.test(next.text)) &&
		/^\p{Lu}(?!\p{L}*:\s)/u.test(plain);
	const told = {title: plain.replace(/\.$/, ''), ...(number === undefined ? {} : {number})};
	if (
		plain === '' ||
		(/[.;,]$/.test(plain) &&
			!(
				plain.endsWith('.') &&
				(isCaps(plain) ||
					isSet ||
					(isLed && plain.length <= 60) ||
					(coded_ !== undefined && /^to \p{L}/iu.test(plain)))
			))
	)
		return undefined;
	if (coded_ !== undefined && !(sentence.test(plain) && !isCaps(plain))) return told;
	if (isSet && (item === undefined || depthOf(item) > 0)) return told;
	const depth = depthOf(item);
	if (
		depth > 0 &&
		(!isListing || (depth === 2 && isCaps(plain))) &&
		plain.length <= 120 &&
		(depth === 1 || isCaps(plain) || (manner.deep && !sentence.test(plain)))
	)
		return told;
	// “A. APPROVAL OF AGENDA”.
	if (item !== undefined)
		return /^[A-Z]\.$/.test(item) &&
			(isCaps(plain) || isTitleCase(plain) || /^\p{Lu}\p{Ll}+$/u.test(plain)) &&
			!isListing
			? told
			: undefined;
	if (labelledItem.test(text) && plain.length <= 110 && !sentence.test(plain)) return told;
	if (isLed || (isCaps(plain) && plain.split(' ').length <= 16 && plain.length >= 6)) return told;
	return !manner.numbered &&
		isFirst &&
		isTitleCase(plain) &&
		parseDate(plain) === undefined &&
		!text.includes(':')
		? told
		: undefined;
}

/** A title and what was said of it on one line: `2304/3 Minutes: they were agreed and signed.` */
function titledLine(line: MinuteLine): MinuteLine[] {
	const [, title = '', text = ''] =
		/^((?:\p{Lu}{0,3}\d{1,4}[./]\d{1,4}|\p{Lu}{1,4}\d{1,4}) \p{Lu}[^:.]{3,60}):\s+(\S.*)$/su.exec(
			line.text,
		) ?? [];
	if (title !== '' && /\p{Ll}{2}/u.test(text))
		return [
			{...line, text: title},
			{at: line.at, text, level: line.level},
		];
	// “3. Minutes Proposed by Cllr Moon”: the width of a page joined them.
	const [, head = '', moved = ''] =
		depthOf(line.item) === 1
			? (/^(\p{Lu}.{2,100}?)\s+((?:Proposed|Moved|Seconded)(?: by)? .*)$/su.exec(line.text) ?? [])
			: [];
	if (head !== '' && !/[.;:]/.test(head))
		return [
			{...line, text: head},
			{at: line.at, text: moved, level: line.level},
		];
	// “3. Apologies: Cllr Moon.”
	const [, name = '', rest = ''] =
		depthOf(line.item) === 1
			? (/^(\p{Lu}[^:.;]{3,60}?)\s*[:–—-]\s+(\p{Lu}.*[.)])$/su.exec(line.text) ?? [])
			: [];
	return name === '' || resolvedIn(line.text) !== undefined
		? [line]
		: [
				{...line, text: name},
				{at: line.at, text: rest, level: line.level},
			];
}

/** Minutes as their items. What stands before the first of them is in an item without a title. */
export function itemsOf(all: readonly MinuteLine[]): Item[] {
	const lines = all.flatMap(titledLine);
	const shallow = lines.filter(
		(line) => depthOf(line.item) === 1 || line.heading || coded.test(line.text),
	);
	const manner = {
		numbered: shallow.length >= 3,
		deep:
			shallow.length < 3 &&
			lines.filter(({item, text}) => depthOf(item) === 2 && !/[.;]$/.test(text)).length >= 2,
	};
	const items: Item[] = [{title: '', at: 0, lines: []}];
	let isListing = false;
	/** The number of the item that is open, and of the point of a list before. */
	let [item, point] = [NaN, NaN];
	for (const [index, line] of lines.entries()) {
		const number = numberOf(line);
		// The next number, where a list that a resolution opens would have another or a sentence, is the next item's.
		const isNext =
			number > item &&
			number <= item + 3 &&
			(number !== point + 1 || !/\bbe\b|[.;]$/.test(line.text));
		const isPeople =
			isList(items.at(-1), line, lines[index + 1]) ||
			(items.length === 1 &&
				(isHead(line) ||
					(index < 6 &&
						line.item === undefined &&
						/^minutes$/i.test(line.text) &&
						!(
							lines[index + 1] &&
							(within.test(lines[index + 1]?.text ?? '') ||
								resolvedIn(lines[index + 1]?.text ?? '') !== undefined)
						)) ||
					(index < 2 &&
						line.item === undefined &&
						!coded.test(line.text) &&
						!/^\d/.test(line.text))));
		const told = isPeople
			? undefined
			: titleIn(line, lines[index + 1], {
					isListing: isListing && !isNext,
					isFirst: lines[index - 1]?.at !== line.at,
					manner,
				});
		if (told !== undefined) {
			items.push({...told, at: line.at, lines: []});
			isListing = false;
			if (!Number.isNaN(number)) item = number;
			point = NaN;
			continue;
		}
		if (!Number.isNaN(number)) point = number;
		// A list that a resolution opens has numbers of its own.
		if (
			resolvedIn(line.text) !== undefined ||
			/^(?:decisions?\s*|that\b.{0,80}):$/i.test(line.text)
		)
			isListing = true;
		items.at(-1)?.lines.push(line);
	}
	return items;
}

/** Whether a line belongs to the head of the minutes, however it is set: the body, the day, what they are, who was there. */
const isHead = ({text, item}: MinuteLine): boolean =>
	item === undefined &&
	!coded.test(text) &&
	!labelledItem.test(text) &&
	(isBody(text) ||
		isGroup.test(text) ||
		parseDate(text) !== undefined ||
		/\bminutes (?:of|from)\b|\bmeeting\b(?!.*\bopen)|^(?:draft |adopted |approved |unconfirmed )+minutes$/i.test(
			text,
		));

/** Those who are listed below. */
const isGroup =
	/^(?:(?:council|board|committee|members) )?(?:members|councill?ors|bailies|trustees|governors|directors|officers|officials|staff|guests|observers)\s*(?:present)?\s*:?-?$/i;

/** Whether a line names people where people are listed: in bold or in capitals that is not a title either. */
const isList = (
	open: Item | undefined,
	{text, heading, item}: MinuteLine,
	next: MinuteLine | undefined,
): boolean =>
	heading !== true &&
	item === undefined &&
	open !== undefined &&
	(open.title === '' ||
		isGroup.test(open.title) ||
		/\b(?:present|attendance|apolog|absent)/i.test(open.title)) &&
	open.lines.length + open.title.length > 0 &&
	text.length <= 120 &&
	!(next && within.test(next.text)) &&
	// Behind a sentence nobody is listed any more.
	!open.lines.some(
		(line) => open.title !== '' && /\p{Ll}\.$/u.test(line.text) && sentence.test(line.text),
	) &&
	namesIn(text).named.length > 0 &&
	namesIn(text).unread.length === 0;
