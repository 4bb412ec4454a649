import {type Cell, cellText, textOf, type Words} from '../read/paper.ts';
import type {Match} from './fields.ts';
import {matchHeading} from './match.ts';
import {isPersonal, postsOf} from './people.ts';

/** What stands over a column of those who checked a part of the report. */
const signOff =
	/^(?:sign(?:ed)?[ -]?off(?: by)?|(?:lead |responsible |reviewing )?officers?|(?:completed|provided|cleared|approved|agreed|checked|reviewed|verified) by|author|consulted|initials|date|name)\W*$/i;

/** What stands over a column of subjects, and over what is said of them. */
const subject =
	/^(?:areas?|issues?|implications?|types?|subjects?|categor(?:y|ies)|considerations?)\b.{0,20}$/i;
const said =
	/^(?:implications?|comments?|details?|impact|assessment|considerations?|summary)\b.{0,20}$/i;

/**
 * The rows of a table of implications, each with its subject and what is said of it, whose head says that it is one;
 * without its head and without the columns that say who signed.
 */
export function implicationRows(rows: readonly Cell[][]): Cell[][] | undefined {
	const [head = [], ...body] = rows;
	const [first = '', second = '', ...others] = head.map((cell) => cellText(cell).trim());
	if (body.length < 2 || !subject.test(first) || !said.test(second)) return undefined;
	if (![first, second].some((title) => /^implication/i.test(title))) return undefined;
	const kept = [true, true, ...others.map((title) => !signOff.test(title))];
	return body.map((row) => row.filter((_, column) => kept[column]));
}

/** Whether a table lists people, as those who were asked or who signed are listed: by name, with their posts or days. */
export const listsPeople = (rows: readonly Cell[][]): boolean =>
	rows.slice(0, 2).some((row) => {
		const [first = '', ...others] = row.map((cell) => cellText(cell).trim());
		return (
			/^(?:officer |consultee |full )?names?\b(?! of (?:the )?(?:supplier|bidder|scheme|project|road|school))/i.test(
				first,
			) &&
			first.length <= 60 &&
			others.some((title) =>
				/\b(?:dates?|position|post|role|job title|directorate|department)\b/i.test(title),
			)
		);
	});

/** Initials and a day in brackets, by which somebody signed a part of the report: `(RK 12/05/26)`, `[RK/12052026/A]`. */
const initials =
	/\s{0,3}[[(]\p{Lu}{2,4}(?:[/ ,–-]{1,3}\p{Lu}{1,3})?[/ ,–-]{1,3}\d{1,2}[/.-]?\d{1,2}[/.-]?(?:20)?\d{2}(?:[/ ,–-]{1,3}\p{Lu}{1,3})?[\])]\.?(?=\s|$)/gu;

/** A text without the initials of those who signed it, and without the post of whoever did in its last line. */
export function unsigned(text: string): string {
	const plain = text.replaceAll(initials, '').trim();
	const end = plain.lastIndexOf('\n');
	const before = plain.slice(0, Math.max(0, end)).trimEnd();
	const last = plain.slice(end + 1);
	const isPostAlone = end > 0 && last.length <= 80 && postsOf(last).posts[0] === last;
	return isPostAlone && /[.!?)]$/.test(before.slice(-1)) ? before : plain;
}

/** Whether a text is a post and nothing else: “Head of Finance”. */
export const isPost = (text: string): boolean =>
	/^(?:head|director|chief|assistant|deputy|(?:executive|strategic|service|corporate) director|solicitor)\b(?!.*:$)/i.test(
		text,
	) && postsOf(text).posts[0] === text;

/** Whether a line is the name of whoever signed the report, with the post on the next. */
export const isSignature = (line: Words, next: Words | undefined): boolean =>
	/^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u.test(textOf(line)) &&
	(textOf(line) === textOf(line).toUpperCase() || isPersonal(textOf(line))) &&
	postsOf(textOf(line)).posts.length === 0 &&
	matchHeading(textOf(line)) === undefined &&
	next !== undefined &&
	textOf(next).length <= 100 &&
	postsOf(textOf(next)).posts.length > 0;

/**
 * A match, unless the value is a person and nothing else: then it is about a person, whatever the label says
 * (“Finance: Jo Bloggs”, “HR Partner: …”). A “purpose” of “Key decision” says what kind of decision it is.
 */
export function personal(value: string, match: Match | undefined): Match | undefined {
	const open =
		match === undefined ||
		['implications', 'consultation', 'scrutiny', 'group', 'other'].includes(match.role);
	if (open && isPersonal(value)) return {role: 'person', score: 1, weight: 1};
	// “Decision(s)” heads what is to be decided, where that is a resolution.
	const resolves =
		/\b(?:resolves? (?:to|that)|(?:is|are) (?:asked|recommended|invited) (?:to|that))\b/i;
	if (match?.role === 'title' && match.weight > 1 && resolves.test(value))
		return {role: 'recommendations', score: 1, weight: 2};
	const isKey = match?.role === 'summary' && /^(?:non-?)?key decision$/i.test(value.trim());
	return isKey ? {role: 'key', score: 1, weight: 2, front: true} : match;
}
