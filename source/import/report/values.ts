import {sayPeriod} from '../../domain/calendar.ts';
import {splitLabel} from '../read/labels.ts';
import {parseDate} from './dates.ts';
import {paragraphsIn} from './exempt.ts';
import {type ReportField, fieldWords} from './fields.ts';
import {sayParagraphs} from './marking.ts';
import {parseYes} from './yes-or-no.ts';

type ReadValue = {value: unknown; shown: string} | {problem: string};

/** A field's value as somebody types it: when a finding is edited, or a field is given that the paper lacks. */
export function readField(field: ReportField, typed: string): ReadValue {
	const text = typed.trim();
	if (text === '') return {problem: `${fieldWords[field]} is empty; skip it instead`};
	switch (field) {
		case 'date': {
			const found = parseDate(text);
			return found === undefined
				? {problem: `“${text}” is not a date: type one such as 12 May 2026 or 7–10 May 2026`}
				: {value: found, shown: sayPeriod(found)};
		}
		case 'key': {
			const answer = parseYes(text);
			return answer
				? {value: answer.yes, shown: answer.yes ? 'Yes' : 'No'}
				: {problem: `a key decision is yes or no, not “${text}”`};
		}
		case 'exempt':
			return readExempt(text);
		case 'recommendations':
		case 'appendices':
			return {value: linesOf(text), shown: text};
		case 'implications':
		case 'title':
		case 'body':
		case 'reference':
		case 'keyReason':
		case 'author':
		case 'summary':
		case 'reasons':
		case 'alternatives':
		case 'consultation':
		case 'scrutiny':
		case 'backgroundPapers':
			return {value: text, shown: text};
	}
}

function readExempt(text: string): ReadValue {
	if (/^(?:no|open|public)$/i.test(text)) return {value: null, shown: 'No'};
	const numbers = /^[\s\d,and&-]+$/i.test(text)
		? paragraphsIn(`paragraphs ${text}`)
		: paragraphsIn(text);
	return numbers.length > 0
		? {value: {paragraphs: numbers}, shown: `Yes: ${sayParagraphs(numbers)} of Schedule 12A`}
		: {problem: `exempt is no, or paragraphs 1 to 7 of Schedule 12A such as 3, not “${text}”`};
}

/** One entry a line; a number or a bullet in front is not part of it. */
const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => splitLabel(line.trim())?.rest || line.trim())
		.filter((line) => line !== '');
