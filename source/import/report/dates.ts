import {parseDay} from '../../domain/typed-days.ts';

const names =
	'january|february|march|april|may|june|july|august|september|october|november|december'.split(
		'|',
	);
const month = names
	.map((name) => `${name}|${name.slice(0, 3)}${name === 'september' ? '|sept' : ''}`)
	.join('|');
const to = String.raw`\s*(?:-|–|—|to|and|until)\s*`;
const day = String.raw`(\d{1,2})(?:\s*(?:st|nd|rd|th))?(?:\s+of)?`;
const year = String.raw`(\d{4}|['’]?\d{2})(?!\d)`;

/** A day, or the first and the last of some days; as precise as the paper is. */
export type FoundDate = string | {from: string; to: string};

const forms: [RegExp, (parts: string[]) => FoundDate | undefined][] = [
	[
		new RegExp(`${day}${to}${day}\\s+(${month})\\.?\\s+${year}`),
		([, first = '', last = '', name = '', of = '']) =>
			span(dayOf(first, name, of), dayOf(last, name, of)),
	],
	[
		new RegExp(`${day}\\s+(${month})\\.?(?:\\s+${year})?${to}${day}\\s+(${month})\\.?\\s+${year}`),
		([, first = '', name = '', own = '', last = '', other = '', of = '']) =>
			span(dayOf(first, name, own || of), dayOf(last, other, of)),
	],
	[
		new RegExp(`${day}[\\s-]+(${month})\\.?[\\s-]+${year}`),
		([, date = '', name = '', of = '']) => dayOf(date, name, of),
	],
	[
		new RegExp(`\\b(${month})\\.?\\s+${day}\\s+${year}`),
		([, name = '', date = '', of = '']) => dayOf(date, name, of),
	],
	[
		/\b(\d{4})-(\d{2})-(\d{2})\b/,
		([, of = '', number = '', date = '']) => ofNumbers(date, number, of),
	],
	[
		/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/,
		// A day that only the United States write so, month first, is that day.
		([, date = '', number = '', of = '']) =>
			ofNumbers(date, number, of) ?? ofNumbers(number, date, of),
	],
	[
		new RegExp(`(?<!\\d\\s{0,2})\\b(${month})\\.?\\s+(\\d{4})\\b`),
		([, name = '', of = '']) => whole(`${of}-${numberOf(name)}`),
	],
];

/** The date that a text gives; undefined when there is none, or when it only says what it is not (“not before May”). */
export function parseDate(text: string): FoundDate | undefined {
	const plain = text
		.toLowerCase()
		.replaceAll(/\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?/g, ' ')
		.replaceAll(/(\d)\s*(?:st|nd|rd|th)\b/g, '$1')
		.replaceAll(/,/g, ' ')
		.replaceAll(/\s+/g, ' ');
	if (/\bnot before\b|\bafter\b|\bno earlier\b|\bon or\b/.test(plain)) return undefined;
	for (const [form, read] of forms) {
		const parts = form.exec(plain);
		const found = parts && read(parts.map((part) => part ?? ''));
		if (found !== undefined && found !== null) return found;
	}
	return undefined;
}

const span = (from: string | undefined, last: string | undefined): FoundDate | undefined =>
	from === undefined || last === undefined || from > last
		? undefined
		: from === last
			? from
			: {from, to: last};
const whole = (text: string): FoundDate => ({from: text, to: text});

const numberOf = (name: string): string =>
	String(names.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1).padStart(2, '0');

const fullYear = (of: string): string => (of.length === 4 ? of : `20${of.slice(-2)}`);
const dayOf = (date: string, name: string, of: string): string | undefined =>
	real(`${fullYear(of)}-${numberOf(name)}-${date.padStart(2, '0')}`);
const ofNumbers = (date: string, number: string, of: string): string | undefined =>
	real(`${fullYear(of)}-${number.padStart(2, '0')}-${date.padStart(2, '0')}`);

/** A day that the calendar has. */
const real = (text: string): string | undefined => parseDay(text, '2000-01-01');
