import {parseDate, type FoundDate} from '../report/dates.ts';
import {isBody, withoutDate} from '../report/front.ts';
import {isPersonal, postsOf, scrub} from '../report/people.ts';
import {parseYes} from '../report/yes-or-no.ts';
import type {Outcome} from '../../domain/schema/index.ts';

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The day that a value is; a value that is more than a day is none. */
export function dayIn(text: string): FoundDate | undefined {
	const found = parseDate(text.replace(/\b(\d{4})\/(\d{2})\/(\d{2})\b/, '$1-$2-$3'));
	return found !== undefined && oneLine(text).length <= 60 ? found : undefined;
}

/** Words in capitals as they are written elsewhere. */
const small = (text: string): string =>
	text.replaceAll(/\p{Lu}{2,}/gu, (word) =>
		/^(?:AND|OF|FOR|THE)$/.test(word)
			? word.toLowerCase()
			: word.length > 3
				? word[0] + word.slice(1).toLowerCase()
				: word,
	);

/** Posts that decide, however they are called: “Director Environment”, “Executive Member (Resources)”. */
const deciders =
	/^(?:the )?(?:(?:deputy |acting |interim |assistant |associate |corporate |executive |strategic |service |divisional |county |city |borough |police and crime |police, fire and crime )*(?:director|head|chief \p{L}+|leader|mayor|commissioner|solicitor)|(?:cabinet|executive|lead|deputy) (?:member|councillor|leader)|portfolio holder|executive councillor|leader)\b/iu;

/** The body or post that a value names, without its day and without anybody's name; undefined when it names none. */
export function bodyIn(text: string): string | undefined {
	const plain = oneLine(
		// Who signs in the same box is not part of who decides.
		withoutDate(
			text
				.replace(/\s*\b(?:signature|signed)\s*:.*$/is, '')
				.replace(/\(item \d+\)/i, '')
				.replace(/\(became [^()]*\)/i, ''),
		),
	)
		.replace(/^(?:the|members of (?:the )?|meeting of (?:the )?)\s+/i, '')
		.replace(/[;.]$/, '')
		.trim();
	if (plain === '' || plain.length > 90 || scrub(plain).dropped.length > 0) return undefined;
	const calm = small(plain);
	if (isBody(calm)) return calm;
	if (deciders.test(plain) && !isPersonal(plain)) {
		const {posts, named} = postsOf(calm.replace(/ (?:decisions?|meeting)$/i, ''));
		// Whatever a post that decides is responsible for, it is not a name.
		return named &&
			/,|\(|–|-/.test(plain) &&
			!/^\p{L}[\p{L} &]*(?:\([^()]*\)| - [\p{L} &,]+)?$/u.test(plain)
			? posts[0]
			: calm;
	}
	const {posts, named} = postsOf(calm);
	return named || posts.length > 0 ? posts[0] : undefined;
}

/** Yes or no, and nothing else of weight. */
export const yesIn = (text: string): boolean | undefined => {
	if (/\bcall-?in does not apply\b/i.test(text)) return false;
	return parseYes(text)?.yes;
};

/** Whether a decision is a key one, where a value answers that and not something else. */
export const keyIn = (text: string): boolean | undefined =>
	text.length <= 80 ? parseYes(text)?.yes : undefined;

/** A number or code: short, with a digit in it. */
export const referenceIn = (text: string): string | undefined => {
	const line = oneLine(text).replace(/^(?:no|number)\.?:?\s+/i, '');
	return /\d/.test(line) &&
		line.length <= 40 &&
		line.split(' ').length <= 4 &&
		dayIn(line) === undefined
		? line
		: undefined;
};

/** The post of who wrote something, without a name. */
export const postIn = (text: string): string | undefined => {
	const {posts, named} = postsOf(text);
	const plain = oneLine(text);
	if (!named && deciders.test(plain) && plain.length <= 80) return plain;
	return posts[0];
};

/** How it went, by the site's word for it. */
export const outcomeIn = (text: string): Outcome | undefined => {
	const plain = text.toLowerCase();
	if (/\bapproved\b.*\b(?:amend|modif)/.test(plain)) return 'approved-as-amended';
	if (/\b(?:approved|agreed|implemented|granted)\b/.test(plain)) return 'approved';
	if (/\b(?:refused|rejected|not approved)\b/.test(plain)) return 'refused';
	if (/\bdeferred\b/.test(plain)) return 'deferred';
	if (/\breferred\b/.test(plain)) return 'referred';
	if (/\b(?:withdrawn|abandoned|deleted)\b/.test(plain)) return 'withdrawn';
	return /\bnoted\b/.test(plain) ? 'noted' : undefined;
};
