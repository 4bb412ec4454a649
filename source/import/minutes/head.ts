import type {Candidate} from '../candidates.ts';
import {bodyIn} from '../record/values.ts';
import {parseDate} from '../report/dates.ts';
import {isBody, withoutDate} from '../report/front.ts';
import type {MinuteLine} from './lines.ts';
import {timeIn} from './times.ts';

/** The organisation's own name before its body's: “Fenshire County Council – Planning Committee”. */
const heads =
	/^(?:(?:draft|unconfirmed|confirmed|approved|adopted|unapproved|final|official|open|public|full|part \w+)\W+)*/i;

/** What meets, out of “MINUTES OF THE CABINET MEETING HELD ON …” or “meeting of the Board of Trustees”. */
function bodyOf(text: string): string | undefined {
	const who = withoutDate(text)
		.replaceAll(/(?<=s)['’](?=\s|$)/g, '')
		.replace(/\s*\([^()]*\)\s*$/i, '')
		.replace(/^proceedings (?:at|of) (?:the |an? )?/i, '')
		.replace(/\s*\b(?:held|which was held|which took place|on|at|in|via|from|called)\b.*$/i, '')
		.replace(
			/^(?:(?:the|an?|january|february|march|april|may|june|july|august|september|october|november|december|annual|ordinary|special|extraordinary|regular|monthly|quarterly|public|virtual|remote|council|\d+(?:st|nd|rd|th)|inaugural|full|joint) )*(?:general )?meeting(?:s)?(?: of (?:the )?)?/i,
			'',
		)
		.replace(/\s+(?:annual |ordinary |regular |special |extraordinary )*(?:general )?meeting$/i, '')
		.replace(/^(?:the|an?) /i, '')
		.replace(/[\s,;:–—-]+$/, '')
		.trim();
	if (
		/^(?:\p{L}+ )*(?:selectboard|vestry|senate|court|trust|limited|ltd|association|society|foundation|company|charity|club)$/iu.test(
			who,
		)
	)
		return who.replaceAll(/\p{Lu}{2,}/gu, (word) => word[0] + word.slice(1).toLowerCase());
	if (!who.includes(' ') && !isBody(who)) return undefined;
	return bodyIn(who) ?? (/\b(?:trustees?|governors|directors)$/i.test(who) ? who : undefined);
}

const single = (text: string): string | undefined => {
	const day = parseDate(text);
	return typeof day === 'string' ? day : undefined;
};

/** The body, the day, the hour and the place, from the head. */
export function headOf(lines: readonly MinuteLine[]): Candidate[] {
	const found: Candidate[] = [];
	const put = (
		field: string,
		{at, text}: MinuteLine,
		value: string | undefined,
		score: number,
		why: string,
	): void => {
		if (value !== undefined)
			found.push({field, value, shown: value, score, why, by: 'place', at, text});
	};
	for (const [index, line] of lines.entries()) {
		// A day may stand on the line below “held on”.
		const next = lines[index + 1];
		const isCut = /\b(?:held|on|at)$/i.test(line.text) && next !== undefined;
		const text = isCut ? `${line.text} ${next.text}` : line.text;
		if (/^\W*(?:\d\S*\s+)?(?:to receive )?apologies\b/i.test(text)) break;
		if (/^(?:dates? of )?(?:the )?next (?:\p{L}+ )?meeting\b/iu.test(text)) continue;
		if (text.length > 320) continue;
		const day = single(text);
		const plain = text.replace(heads, '');
		const isNumbered = line.item !== undefined;
		const [, minuted = ''] = isNumbered
			? []
			: (/^minutes (?:of|from|for) (?:the |an? )?(.+)$/is.exec(plain) ??
				/^(?:the )?((?:annual |ordinary |regular |special )*meeting of (?:the )?.+)$/is.exec(
					plain,
				) ??
				[]);
		const isHeld =
			minuted !== '' || /\b(?:held|called (?:a|the|to)|convened|met|commenc\p{L}+)\b/iu.test(text);
		// “Mayor A called a regular meeting of the City Council to order at 7.00 pm, on July 9.”
		const [, called = ''] =
			/\b(?:meeting|session) of (?:the )?(.{3,90}?)(?:,| was\b| to order| held| on\b| at\b|\.)/is.exec(
				text,
			) ?? [];
		const score = minuted !== '' ? 8 : isHeld ? 6 : 4;
		if (minuted !== '' || (called !== '' && isHeld)) {
			const why =
				minuted === '' ? 'the sentence that opens the meeting' : 'the head of the minutes';
			put('date', line, day, score, why);
			put(
				'body',
				line,
				minuted === '' ? bodyOf(called) : bodyOf(minuted),
				minuted === '' ? 5.5 : 6,
				why,
			);
			put('time', line, timeIn(text), score, why);
			put('venue', line, placeIn(text), score, why);
			continue;
		}
		const [, titled = ''] =
			/^(.{4,80}?)(?:\s+meeting)?(?:\s+[-–—:])?\s+minutes$/i.exec(plain) ?? [];
		if (titled !== '' && bodyOf(titled) !== undefined)
			put('body', line, bodyOf(titled), 6, 'the head of the minutes');
		const [, who = ''] =
			/^(.{3,80}?)(?:\s+[-–]|,|:)\s+(?:\p{L}+day,? )?(?:\d|\p{L}+ \d)/iu.exec(text) ?? [];
		if (who !== '' && day !== undefined && bodyIn(who) !== undefined) {
			put('body', line, bodyIn(who), 7, 'the head of the page');
			put('date', line, day, 7, 'the head of the page');
			put('time', line, timeIn(text), 5, 'the head of the page');
			continue;
		}
		const [, label = '', value = ''] =
			/^(date(?: (?:and|&) time)?(?: of (?:the )?meeting)?|meeting date|held on|meeting held on(?: the)?|time|start(?:ed)?(?: time)?|meeting (?:time|opened|started)|venue|location|place|held (?:at|in)|where|when|(?:committee|board|body|name of (?:committee|meeting))(?=:))\s*:?\s+(.+)$/i.exec(
				text,
			) ?? [];
		if (/^(?:date|meeting date|held on|meeting held|when)/i.test(label)) {
			put('date', line, single(value), 6, 'the line of the day');
			put('venue', line, placeIn(value), 5, 'the line of the day');
		}
		if (/^(?:date|meeting|held on|when|time|start)/i.test(label))
			put('time', line, timeIn(value), 6, 'the line of the hour');
		if (/^held/i.test(label)) {
			put('date', line, single(text), 6, 'the line of the day');
			put('time', line, timeIn(text), 6, 'the line of the day');
			put('venue', line, placeIn(text), 6, 'the line of the day');
		} else if (/^(?:venue|location|place|where)/i.test(label) && !parseDate(value))
			put('venue', line, place(value), 7, `“${label}”`);
		if (/^(?:committee|board|body|name)/i.test(label) && text.includes(':'))
			put('body', line, bodyIn(value), 6, `“${label}”`);
		if (label !== '') continue;
		if (day !== undefined && withoutDate(text.replace(/^(?:held )?on /i, '')) === '')
			put('date', line, day, 4, 'a line at the head');
		else if (
			day !== undefined &&
			text.length <= 160 &&
			(timeIn(text) !== undefined || /\bheld\b/i.test(text))
		) {
			put('date', line, day, 4.5, 'a line at the head');
			put('venue', line, placeIn(text), 4, 'a line at the head');
		} else if (isBody(text)) {
			// The organisation stands above the body that met.
			const isWhole = /\b(?:council|authority|trust|company)$/i.test(text);
			const score = (isWhole ? 4.2 : 5) - index / 10;
			put('body', line, bodyOf(text) ?? bodyIn(text), score, 'a line at the head');
		} else if (isBody(bodyOf(plain) ?? ''))
			put('body', line, bodyOf(plain), 4 - index / 10, 'a line at the head');
		if (text.length <= 160) put('time', line, timeIn(text), 4, 'a line at the head');
		if (/^(?:held )?(?:in|at) the\b/i.test(text))
			put('venue', line, placeIn(text), 4, 'a line at the head');
	}
	return specific(found);
}

/** “Board” alone is the board that the head names in full. */
const specific = (found: Candidate[]): Candidate[] =>
	found.map((one) => {
		if (
			one.field !== 'body' ||
			!/^(?:board|committee|trustees|governors|directors|panel|trust)$/i.test(one.shown)
		)
			return one;
		const whole = found.find(
			({field, shown}) =>
				field === 'body' &&
				shown !== one.shown &&
				shown.toLowerCase().endsWith(` ${one.shown.toLowerCase()}`),
		);
		return whole ? {...one, value: whole.value, shown: whole.shown} : one;
	});

/** Where it was held: behind “in the” or “held at”, until the day or the hour. */
function placeIn(text: string): string | undefined {
	// An hour is not a place.
	const plain = text.replace(/\bat (?=\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m|\d{1,2}[.:]\d\d)/gi, '@ ');
	for (const {index} of plain.matchAll(
		/\b(?:in|at|via)\s+(?=\p{Lu}|the\b|microsoft|ms |teams|zoom)/giu,
	)) {
		const [, found = ''] = /^\S+\s+(.+)$/s.exec(plain.slice(index)) ?? [];
		const value = place(
			found
				.replace(/\s*@.*$/s, '')
				.replace(/(?<=\p{Ll}{2})\.\s.*$/su, '')
				.replace(
					/,?\s+(?:on (?=\p{Lu}|the |\d)|commencing|starting|beginning|from (?=\d)|which|with)\b.*$/isu,
					'',
				),
		);
		if (value !== undefined) return value;
	}
	return undefined;
}

function place(text: string): string | undefined {
	const plain = withoutDate(text)
		.replace(/\s*\bview directions\b.*$/i, '')
		.replace(/[\s,.;–—-]+$/, '')
		.replace(/\s+on$/i, '')
		.trim();
	return plain.length >= 4 &&
		plain.length <= 120 &&
		timeIn(plain) === undefined &&
		/^[\p{Lu}\d]|^(?:the|via)\b/u.test(plain) &&
		!/^(?:the |to be )?(?:conducted|held|chair|meeting|council meeting|board meeting|year|month|minutes|conclusion|rising|public|absence|close|request)\b/i.test(
			plain,
		)
		? plain
		: undefined;
}
