import {isContact, isPersonal, postsOf, scrub} from './report/people.ts';
import type {Finding} from './review.ts';

const texts = new Set([
	'summary',
	'reasons',
	'alternatives',
	'consultation',
	'scrutiny',
	'implications',
	'backgroundPapers',
	'recommendations',
	'decisions',
]);

/** A line that is a name with its post: “Fay Osmond, Senior Finance Manager”. */
const isSigned = (line: string): boolean => {
	// “Sponsors: Jo Bloggs, Director”: whatever the label, the value is somebody.
	const plain = line.trim().replace(/^\p{Lu}[\p{L} /()]{2,40}:\s+(?=\p{Lu})/u, '');
	if (plain.length > 120 || plain.length < 4 || /[.!?:]$/.test(plain)) return false;
	// A line that ends with whom to ring is about nothing else.
	if (/\[(?:number|e-mail) removed\]$/.test(plain) && !/[.;]\s/.test(plain)) return true;
	return isPersonal(plain) || isPosted(plain) || plain.split(/\s*[,–/-]\s*/).every(isPersonal);
};

/** Whether a line is somebody's name and post: “Fay Osmond, Senior Finance Manager”. */
export const isPosted = (line: string): boolean => {
	const [, name = '', rest = ''] =
		/^((?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.?)(?: (?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.?)){1,3})\s*[,–/-]\s*(.+)$/u.exec(
			line.trim(),
		) ?? [];
	return name !== '' && isPersonal(name) && postsOf(rest).posts.length > 0;
};

/** Somebody by title and name: “Cllr Lyle”, “Mrs J. Brown”, and of several all. */
const titled =
	/\b(?:Cllrs?|Councillors?|CLLR|COUNCILLOR|Ald(?:erman)?|Mr|Mrs|Ms|Miss|Dr|Prof)\.? (?!(?:for|and|of|Members?|Champions?|Development|Been|Consult\p{L}*|Has|Have|Is|Are|Was|Were|Briefings?|Involve\p{L}*|Comments?|Views?|Calls?|Wards?|Dates?|Names?|Support)\b)(?:\p{Lu}[\p{L}’'.-]*)(?: \p{Lu}[\p{L}’'.-]*){0,2}(?:,? and (?:Cllr |Councillor )?\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'-]+)?(?= (?:be|have|was|were|are)\b))?/gu;

/** A text in which nobody is named by title: what follows a name as its post stays, else it is said that one was there. */
const withoutTitled = (text: string): string =>
	text
		.replaceAll(new RegExp(`${titled.source},\\s+(?=\\p{Lu})`, 'gu'), '')
		.replaceAll(titled, '[name removed]');

/** A text without the sentences that say by name who wrote a part of it: “Comments provided by Jo Bloggs (Chief Accountant).” */
const withoutWriters = (text: string): string =>
	text.replaceAll(
		/(?<=^|[.!?]\s|\n)[^.!?\n]{0,80}?\b(?:produced|provided|supplied|completed|prepared|written|cleared|verified|confirmed|given) by:? (\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)[^.!?\n]{0,100}(?:[.!?]\s*|$)/gmu,
		(sentence, name: string) => (isPersonal(name) ? '' : sentence),
	);

/** Whether a text names somebody by title: “Councillor Bloggs”. */
export const isNamed = (text: string): boolean => withoutTitled(text) !== text;

/** What a strategy is made of: titles such as “Green Spaces” look like names, so that only what is plainly somebody’s goes. */
const outlines = new Set([
	'objectives',
	'criteria',
	'principles',
	'domains',
	'priorities',
	'projects',
	'comments',
]);
const spoken = new Set(['title', 'text', 'summary', 'aims', 'comments', 'workStream']);

/** Whether a line is there to say whom to ask, or who it is: “Contact: jo@…”, “Lead officer: Jo Bloggs”. */
function isContactLine(text: string): boolean {
	const [, said] = /^[\p{L} ]{3,40}:\s*(.+)$/u.exec(text) ?? [];
	return (
		isContact(text) ||
		(said !== undefined && isPersonal(said)) ||
		(scrub(text).dropped.length > 0 &&
			text.length <= 200 &&
			/\b(?:contact|enquir|questions?|information|tel|phone|call|e-?mail)|^\S+$/i.test(text))
	);
}

/** A text of a strategy or a table without addresses, numbers and names that a title shows. */
export const plainly = (text: string): string =>
	isContactLine(text) ? '' : withoutTitled(scrub(text).text);

/** A value of a strategy with each of its texts made plain; members of lists that hold nothing else go. */
function outlined(value: unknown, changed: Map<string, string>): unknown {
	if (typeof value === 'string') {
		const text = plainly(value);
		if (text !== value) changed.set(value, text);
		return text;
	}
	if (Array.isArray(value))
		return value
			.map((one) => outlined(one, changed))
			.filter((one) => one !== '' && !(isBare(one) && one['text'] === '' && !one['title']));
	if (!isBare(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key,
			spoken.has(key) ? outlined(one, changed) : one,
		]),
	);
}

/** Every text that a record holds. */
export function textsOf(record: unknown, texts = new Set<string>()): Set<string> {
	if (typeof record === 'string') texts.add(record);
	else if (typeof record === 'object' && record !== null)
		for (const one of Object.values(record)) textsOf(one, texts);
	return texts;
}

const isBare = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export function nameless(finding: Finding): {finding: Finding; dropped: number} {
	if (outlines.has(finding.field) && typeof finding.value === 'object') {
		const changed = new Map<string, string>();
		const value = outlined(finding.value, changed);
		let {shown} = finding;
		for (const [before, after] of changed) shown = shown.replace(before, after);
		shown = shown.replaceAll(/^-? *\n|\n-? *$/gm, '');
		const title = isBare(value) && value['title'] === '' ? '' : undefined;
		return {
			finding: changed.size === 0 ? finding : {...finding, value, shown: title ?? shown},
			dropped: changed.size,
		};
	}
	if (!texts.has(finding.field)) return {finding, dropped: 0};
	const without = (whole: string): string => {
		const text = withoutWriters(whole);
		const lines = text.split('\n');
		const kept = lines.filter((line) => !isSigned(line));
		const plain =
			kept.length === lines.length
				? text
				: kept
						.join('\n')
						.replaceAll(/\n{3,}/g, '\n\n')
						.trim();
		return withoutTitled(plain);
	};
	const shown = without(scrub(finding.shown).text);
	if (shown === finding.shown) return {finding, dropped: 0};
	const {value} = finding;
	const told =
		typeof value === 'string'
			? shown
			: typeof value === 'object' && value !== null && 'text' in value
				? {...value, text: shown}
				: value;
	const dropped = finding.shown
		.split('\n')
		.filter((line) => isSigned(line) || withoutTitled(withoutWriters(line)) !== line).length;
	return {finding: {...finding, shown, value: told}, dropped};
}
