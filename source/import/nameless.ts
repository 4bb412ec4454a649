import {isPersonal, postsOf, scrub} from './report/people.ts';
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

export function nameless(finding: Finding): {finding: Finding; dropped: number} {
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
