import {isPlainHead} from '../ends.ts';
import {parseDate} from '../report/dates.ts';
import {isPersonal} from '../report/people.ts';
import {labelled, type PaperLine} from './lines.ts';
import {isAside, resolvedIn} from './resolutions.ts';
import type {TableLabel} from './table.ts';

/** A label with what stands behind it; without one, lines that none announces (the first of these is the head). */
export type LabelledPart = {label?: TableLabel; name: string; at: number; lines: PaperLine[]};

/** What somebody said in a paper by labels: each takes its value, a text goes on until the next. */
export function partsOf(lines: readonly PaperLine[]): LabelledPart[] {
	const parts: LabelledPart[] = [{name: '', at: 0, lines: []}];
	let open: LabelledPart = parts[0] as LabelledPart;
	const begin = (part: LabelledPart): void => {
		parts.push(part);
		open = part;
	};
	for (const line of lines) {
		const found = line.item === '•' || isListed(line, open) ? undefined : labelled(line.text);
		const isMeant = found && (found.marked || line.heading || !within(open, found.label));
		if (found && isMeant) {
			const {label, name, rest} = found;
			const value = rest === '' ? [] : [{at: line.at, text: rest, level: 0}];
			begin({label, name, at: line.at, lines: value});
		} else if (
			open.label?.field !== 'recommendations' &&
			line.item === undefined &&
			resolvedIn(line.text) !== undefined &&
			/\b(?:RESOLVED|ORDERED|AGREED)\b|^resolved\b/i.test(line.text)
		) {
			begin({
				label: {field: 'recommendations', reads: 'text', says: /^$/},
				name: 'Resolved',
				at: line.at,
				lines: [line],
			});
		} else if (
			(open.label === undefined || isFull(open)) &&
			parts.length > 2 &&
			parts.every(({label}) => label?.field !== 'recommendations') &&
			/^That (?:the )?\p{L}.*\b(?:be|agrees?|approves?|notes?)\b/u.test(line.text)
		) {
			begin({
				label: {field: 'recommendations', reads: 'text', says: /^$/},
				name: 'That',
				at: line.at,
				lines: [line],
			});
		} else if (endsText(open, line)) {
			begin({
				label: {field: 'other', reads: 'text', says: /^$/},
				name: line.text.split(':')[0] ?? '',
				at: line.at,
				lines: [line],
			});
		} else if (endsPart(open, line)) begin({name: '', at: line.at, lines: [line]});
		else if (isFull(open) || (line.item === undefined && isAside(line.text)))
			begin({name: '', at: line.at, lines: [line]});
		else open.lines.push(line);
	}
	return parts;
}

/** Whether a line begins with a label that nobody knows: what stood before it is over. */
const endsText = ({label, lines}: LabelledPart, {text, item, at, heading}: PaperLine): boolean =>
	item === undefined &&
	label !== undefined &&
	['consultation', 'summary', 'alternatives', 'reasons', 'scrutiny'].includes(label.field) &&
	lines.length > 0 &&
	lines.at(-1)?.at !== at &&
	((heading === true && isPlainHead(text)) ||
		(/^(?!option|note|reason)\p{Lu}[\p{L} ’'/&()-]{2,60}(?:\?:|:)\s+\S/iu.test(text) &&
			(text.split(':')[0] ?? '').split(' ').length <= 8));

/** Whether a part of the paper begins, or within implications the next numbered heading that nobody knows. */
const endsPart = ({label, lines}: LabelledPart, {text, item}: PaperLine): boolean =>
	(item === undefined && text.length <= 80 && /^part (?:\d|[ivab]{1,2}|one|two)\b/i.test(text)) ||
	(label?.field === 'implications' &&
		lines.length > 0 &&
		/^\d{1,2}\.?$/.test(item ?? '') &&
		text.length <= 70 &&
		/^\p{Lu}/u.test(text) &&
		!/[.;:]$/.test(text));

/** An item of a list of what was decided, or of papers, begins with no label. */
const isListed = ({item}: PaperLine, {label}: LabelledPart): boolean =>
	item !== undefined && /^\(?[a-z]{1,4}[.)]$/i.test(item) && label?.field === 'recommendations';

/** Whether words alone on a line are part of what is open rather than a label: a subject in a list of documents. */
const within = (open: LabelledPart, {field}: TableLabel): boolean =>
	open.label !== undefined &&
	open.lines.length === 0 &&
	open.label.reads !== 'text' &&
	field === 'other';

/** Whether a label has its value, so that what follows belongs to none. */
function isFull({label, lines}: LabelledPart): boolean {
	if (!label || lines.length === 0) return false;
	// A name may stand above the post that decided.
	if (label.reads === 'body' && lines.length === 1 && isPersonal(lines[0]?.text ?? ''))
		return false;
	if (label.reads !== 'text') return true;
	// “Decision made: 14 April 2015” is a day, and what follows is not what was decided.
	if (label.field === 'recommendations')
		return lines.length === 1 && (lines[0]?.text.length ?? 0) <= 40 && isDay(lines[0]?.text ?? '');
	return ['keyReason', 'due', 'meeting'].includes(label.field);
}

const isDay = (text: string): boolean =>
	parseDate(text) !== undefined &&
	!/\p{L}{4,}/u.test(
		text.replaceAll(
			/\b(?:january|february|march|april|august|september|october|november|december|june|july|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/gi,
			'',
		),
	);
