import type {Candidate} from '../candidates.ts';
import {parseDate} from '../report/dates.ts';
import {isBody, withoutDate} from '../report/front.ts';
import type {PaperRecordField} from './fields.ts';
import type {PaperLine} from './lines.ts';
import type {LabelledPart} from './parts.ts';
import {pageHead} from './table.ts';
import {mayBeTitle} from './titles.ts';
import {bodyIn, dayIn} from './values.ts';

/** What kind of paper it is, in front of the title. */
const headed =
	/^(?:(?:record|notice) of (?:\p{L}+ )*decision|(?:officer|member|delegated|executive) decision)\s*[:–-]\s*(?=\S)/iu;

/** Lines at the head that no label announces: the title, a body, a day, and in a sentence what it is about. */
export function headCandidates(parts: readonly LabelledPart[]): Candidate[] {
	const found: Candidate[] = [];
	const put = (
		field: PaperRecordField,
		{at, text}: PaperLine,
		value: unknown,
		score: number,
		why: string,
	): void => {
		found.push({field, value, shown: String(value), score, why, by: 'place', at, text});
	};
	// “23/09/2021 - Extension of Orders ref: 2616 Decision Made”: one entry of a register, wherever the page has it.
	for (const line of parts.flatMap(({lines}) => lines)) {
		const [, dated = '', name = '', code = ''] =
			/^(\d{1,2}\/\d{1,2}\/\d{4})\s+[-–]\s+(.{4,200}?)\s+ref\.?\s*:\s*(\S{1,20})\b/i.exec(
				line.text,
			) ?? [];
		if (name === '') continue;
		put('title', line, name, 7, 'the entry of the register');
		put('date', line, parseDate(dated), 5, 'the entry of the register');
		put('reference', line, code, 6, 'the entry of the register');
		break;
	}
	for (const line of parts.flatMap(({lines}) => lines.slice(0, 12))) {
		const [, named = ''] =
			/\b(?:notice is (?:hereby )?given )?that ([^.;]{6,200}?),? (?:has|have) (?:made|taken) the following\b/i.exec(
				line.text,
			) ?? [];
		const post =
			named === ''
				? undefined
				: named.includes(',')
					? bodyIn(named.slice(named.indexOf(',') + 1).trim())
					: bodyIn(named);
		if (post !== undefined) put('body', line, post, 6, 'the sentence that gives notice of it');
	}
	// Until what was decided is told, lines without a label may still be the head.
	const end = parts.findIndex(
		({label, lines}) =>
			label?.reads === 'text' && label.field === 'recommendations' && !isDay(lines),
	);
	const isUndecided = parts.every(({label}) => label?.field !== 'recommendations');
	const head = parts
		.slice(0, end === -1 ? undefined : end)
		.filter(
			({label}, index) =>
				label === undefined && (index === 0 || end !== -1 || (isUndecided && index <= 2)),
		)
		.flatMap(({lines}) => lines);
	let titled = false;
	// Above the head of the page stands what belongs to the site.
	const top = head.findLastIndex(
		({text}) => pageHead.test(text) && !/^(?:details|report|items?)$/i.test(text),
	);
	for (const line of head.slice(top + 1 < head.length ? top + 1 : 0)) {
		const {item} = line;
		const text = line.text.replace(headed, '');
		const [, dated = '', name = ''] = /^(\d{1,2}\/\d{1,2}\/\d{4})\s+[-–]\s+(.+)$/.exec(text) ?? [];
		const day = parseDate(dated);
		if (day !== undefined) {
			put('date', line, day, 4, 'the line of the day and the title');
			const [, met = ''] = /^(.{3,60}?)\s+[-–]\s+\S/.exec(name) ?? [];
			if (met !== '' && isBody(met)) {
				put('body', line, bodyIn(met), 4, 'the line of the day and the title');
				continue;
			}
			if (!titled) put('title', line, name, 2, 'the line of the day and the title');
			continue;
		}
		const body = /\brecord of (?:the )?decisions? (?:of|by|taken by) (?:the )?(.+)$/i.exec(
			text,
		)?.[1];
		const bare = withoutDate(text);
		const [, office = ''] = /^office of (?:the )?(.{4,80})$/i.exec(text) ?? [];
		const held = office === '' ? undefined : bodyIn(office);
		if (held !== undefined) {
			put('body', line, held, 2, 'the head of the paper');
			continue;
		}
		if (body !== undefined && bodyIn(body) !== undefined)
			put('body', line, bodyIn(body), 4, 'the head of the record');
		else if (text.length <= 90 && parseDate(text) !== undefined && (bare === '' || isBody(bare))) {
			put('date', line, parseDate(text), 2, 'a line at the head');
			if (bare !== '') put('body', line, bodyIn(bare), 2, 'a line at the head');
		} else if (isBody(text) && !titled) {
			if (!/\bcouncil$/i.test(text) || /^(?:full )?council$/i.test(text))
				put('body', line, bodyIn(text), 2, 'a line at the head');
		} else if (pageHead.test(text)) continue;
		else if (!titled && item === undefined && mayBeTitle(text)) {
			put('title', line, text, 4, 'its place at the head');
			titled = true;
		} else if (
			titled &&
			item === undefined &&
			text.length >= 40 &&
			/[.!]$/.test(text) &&
			// How it went at the meeting is not what it is about.
			!/^(?:report (?:of|from|by)|to (?:receive|consider))\b|\b(?:was|were) (?:noted|agreed|approved|amended|received)\b/i.test(
				text,
			)
		) {
			const from = head.indexOf(line);
			const end = head.findIndex(
				({at, item: sign}, index) => index > from && at !== line.at && sign === undefined,
			);
			const about = head
				.slice(from, end === -1 ? undefined : end)
				.map((one) => one.text)
				.join(' ');
			put('summary', line, about, 4, 'its place below the title');
			break;
		}
	}
	return found;
}

/** Whether what stands there is a day alone: “Decision made: 14 April 2015”. */
export const isDay = (lines: readonly PaperLine[]): boolean =>
	lines.length === 1 && dayIn(lines[0]?.text ?? '') !== undefined;
