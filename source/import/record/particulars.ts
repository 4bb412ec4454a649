import type {Candidate} from '../candidates.ts';
import {type Marking, markingIn, markingOf} from '../report/exempt.ts';
import {exemptShown} from '../report/marking.ts';
import {parseDate} from '../report/dates.ts';
import type {LabelledPart} from './parts.ts';
import {asides} from './resolutions.ts';
import {mayBeTitle} from './titles.ts';
import {bodyIn, dayIn, keyIn, outcomeIn, postIn, referenceIn, yesIn} from './values.ts';

const isOf = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What labels say of a decision, each value checked for what it must be: what is none of that is not a candidate. */
export function particulars(parts: readonly LabelledPart[]): Candidate[] {
	const found: Candidate[] = [];
	for (const {label, name, at, lines} of parts) {
		if (!label) continue;
		const text = isOf(lines[0]?.text ?? '');
		const whole = lines.map((line) => line.text).join('\n');
		const put = (field: string, value: unknown, score: number, shown = String(value)): void => {
			if (value === undefined) return;
			found.push({
				field,
				value,
				shown,
				score,
				why: `“${name.replace(/\s*:$/, '')}”`,
				by: 'label',
				at,
				to: lines.at(-1)?.at ?? at,
				text: `${name}: ${whole}`,
			});
		};
		const score = label.score ?? 5;
		if (text === '') continue;
		switch (label.field) {
			case 'title':
				if (mayBeTitle(text)) put('title', text, score);
				break;
			case 'body':
				for (const [index, one] of namesIn(text).entries())
					put('body', bodyIn(one), namesIn(text).length > 1 ? 4 - index / 10 : 7);
				// A name on the first line, the post on the next.
				for (const line of lines.slice(1, 3)) put('body', bodyIn(line.text), 6);
				break;
			case 'meeting':
			case 'due': {
				put('date', parseDate(text), label.score ?? 5);
				const [, who = ''] =
					/^.*?\d{4}(?:\s+\d{1,2}[.:]\d\d ?[ap]m)?(?: by |\s*[-–,]\s*)(.+)$/.exec(text) ?? [];
				put('body', who === '' ? undefined : bodyIn(who), 6);
				break;
			}
			case 'date':
			case 'published':
			case 'effective':
			case 'noticed':
				put(label.field, dayIn(text), score);
				break;
			case 'recommendations': {
				put('date', lines.length === 1 ? dayIn(text) : undefined, 6);
				const [, who = ''] = /^decision of (?:the )?(.+)$/i.exec(name) ?? [];
				put('body', who === '' ? undefined : bodyIn(who), 5);
				break;
			}
			case 'reference':
				put('reference', referenceIn(text), score);
				break;
			case 'key': {
				const answer = keyIn(text);
				put('key', answer, /decision type/i.test(name) ? 5 : 7, answer ? 'Yes' : 'No');
				break;
			}
			case 'keyReason':
				if (/\p{L}{4}/u.test(text)) put('keyReason', text.replace(/;$/, ''), score);
				break;
			case 'urgency':
				for (const [field, yes] of asides(whole)) put(field, yes, 6, yes ? 'Yes' : 'No');
				break;
			case 'callIn': {
				const answer = yesIn(text);
				put('callIn', answer, score, answer ? 'Yes' : 'No');
				break;
			}
			case 'status':
				put('outcome', outcomeIn(text), score);
				break;
			case 'person':
				// “Cabinet Member: Leader of the Council”, by the post alone.
				if (/^(?:cabinet|executive) member$/i.test(name)) put('body', bodyIn(text), 3);
				break;
			case 'author':
				put('author', postIn(whole), score);
				break;
		}
	}
	return [...found, ...callInAside(parts), ...toldAtFoot(parts), ...marking(parts)];
}

/** Bodies that a value lists: “Council, Cabinet”; “Director (Customer and Digital)” is one. */
const namesIn = (text: string): string[] => {
	const pieces = text.split(/\s*[,;]\s*(?![^()]*\))/).filter(Boolean);
	return pieces.length > 1 && pieces.every((piece) => bodyIn(piece) !== undefined)
		? pieces
		: [text];
};

const callInAside = (parts: readonly LabelledPart[]): Candidate[] =>
	parts.flatMap(({lines}) =>
		lines
			.filter(({text}) => /\bcall-?in (?:does|did) not apply\b/i.test(text) && text.length <= 80)
			.map(({at, text}): Candidate => ({
				field: 'callIn',
				value: false,
				shown: 'No',
				score: 3,
				why: 'a remark',
				by: 'place',
				at,
				text,
			})),
	);

/** What sentences and signatures at the foot tell: when it was signed and published, and when it comes into force. */
const toldAtFoot = (parts: readonly LabelledPart[]): Candidate[] =>
	parts.flatMap(({label, lines}) =>
		lines.flatMap(({at, text}): Candidate[] => {
			if (text.length > 300) return [];
			const put = (field: string, value: unknown, shown = String(value)): Candidate[] =>
				value === undefined
					? []
					: [{field, value, shown, score: 3, why: 'a line at the foot', by: 'place', at, text}];
			const [, signed = ''] =
				/\bdated?\s*:?\s+(\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9},? \d{4})\b/iu.exec(text) ?? [];
			if (signed !== '' && label?.field === 'person') return put('date', dayIn(signed));
			const [, verb = '', rest = ''] =
				/^\W*(?:this|the) decision (was published on|will come in(?:to)? force)\b(.*)$/is.exec(
					text,
				) ?? [];
			if (verb === '')
				return asides(text).flatMap(([field, yes]) => put(field, yes, yes ? 'Yes' : 'No'));
			const [told = '', unless] = rest.split(/\bunless\b/i);
			return [
				...put(/published/i.test(verb) ? 'published' : 'effective', dayIn(told)),
				...(unless !== undefined && /\bcalled[ -]in\b/i.test(unless)
					? put('callIn', true, 'Yes')
					: []),
			];
		}),
	);

/** Whether it is kept from the public: any mark in any place counts, but for those of papers that go with it. */
function marking(parts: readonly LabelledPart[]): Candidate[] {
	const found: {marking: Marking; at: number; text: string; name: string}[] = [];
	for (const {label, name, lines} of parts) {
		const whole = lines.map(({text}) => text).join(' ');
		const isPapers = label?.field === 'other' && /document|attachment|agenda/i.test(name);
		if (isPapers) continue;
		if (label?.field === 'exempt') {
			const marked = /^explanation/i.test(name)
				? closedBy(whole)
				: (numbersOf(name, whole) ?? restriction(whole, name));
			if (marked)
				found.push({marking: marked, at: lines[0]?.at ?? 0, text: `${name}: ${whole}`, name});
			continue;
		}
		for (const {at, text} of lines) {
			const marked = /^part (?:1|i|one)\b.{0,6}\bnon-?confidential\b/i.test(text)
				? {exempt: false, paragraphs: []}
				: markingIn(text);
			if (marked) found.push({marking: marked, at, text, name: 'the words'});
		}
	}
	const whole = found.filter(({marking}) => marking.exempt === true);
	const [first] = whole.length > 0 ? whole : found;
	if (!first) return [];
	const paragraphs = [...new Set(whole.flatMap(({marking}) => marking.paragraphs))].toSorted(
		(a, b) => a - b,
	);
	const isPrivate = whole.length > 0;
	const {shown, note} = exemptShown(
		isPrivate,
		paragraphs,
		found.some(({marking}) => marking.exempt === false),
		first.marking.exempt === 'part',
	);
	return [
		{
			field: 'exempt',
			value: isPrivate ? {paragraphs} : null,
			shown,
			score: 6,
			why: `“${first.name}”`,
			by: 'label',
			at: first.at,
			text: first.text,
			...(note === undefined ? {} : {note}),
		},
	];
}

/** “If yes, state the paragraph of Schedule 12A: 3”. */
const numbersOf = (name: string, text: string): Marking | undefined =>
	/\bparagraphs?\b/i.test(name) && /^\s*[1-7](?:\s*(?:,|and|&)\s*[1-7])*\s*$/.test(text)
		? {exempt: true, paragraphs: (text.match(/[1-7]/g) ?? []).map(Number)}
		: undefined;

const closedBy = (text: string): Marking | undefined => {
	const marked = markingOf(text);
	return marked && {...marked, exempt: true};
};

/** “Fully exempt”, “Part exempt”, “Open”. */
function restriction(text: string, name = ''): Marking | undefined {
	const marked = markingOf(text);
	// A form that asks whether the record holds such matter, and is answered yes, says of itself that it is not all public.
	if (
		marked?.exempt === 'part' &&
		/\b(?:record|form|decision) (?:hold|contain|include)/i.test(name)
	)
		return {...marked, exempt: true};
	if (/^fully exempt\b/i.test(text)) return {exempt: true, paragraphs: marked?.paragraphs ?? []};
	if (/^part(?:ly)?[ -]exempt\b/i.test(text))
		return {exempt: 'part', paragraphs: marked?.paragraphs ?? []};
	// “The report was included in Part II” is about all of it.
	return marked?.exempt === 'part' && !/\b(?:appendi|annex|open|public part)/i.test(text)
		? {...marked, exempt: true}
		: marked;
}
