import {textOf, type Words} from '../read/paper.ts';
import {parseDate} from './dates.ts';
import type {Match} from './fields.ts';
import {asked, matchHeading, matchLabel} from './match.ts';
import {isPersonal} from './people.ts';
import {isPost} from './signoff.ts';
import {bare, meaning} from './words.ts';

/** Whether a line is set like a heading above a text that begins on the next. */
export const isHeadLine = (line: Words, next: Words | undefined): boolean => {
	const text = textOf(line);
	return line.kind !== 'item' || /^\d|^\(?[a-z]\W*$/.test(line.label)
		? /^[\p{Lu}\d][^.;?!]{4,90}$/u.test(text) &&
				!/[,(–-]$|\b(?:and|of|the|for|to|in|by|with|or)$/i.test(text) &&
				text.split(' ').length <= 14 &&
				next !== undefined &&
				/^[\p{Lu}\d*“"£]/u.test(textOf(next)) &&
				!/:\s*\S/.test(text) &&
				matchLabel(text) === undefined &&
				['implications', undefined].includes(matchHeading(text)?.role) &&
				(/^\d/.test(text) || line.kind === 'item' || !isPersonal(text)) &&
				!isPost(text) &&
				parseDate(text) === undefined
		: false;
};

/** A label that nobody knows, with its value. */
export const strayLabel = /^(\p{Lu}[\p{L} ,&/()’'-]{3,50}):\s+(?=\S)/u;

/** A label on a line of its own: “Topic Description:”. */
export const formLabel = /^(?!.*\b(?:have|has|following|is|are|was|were)\b)\p{Lu}[^:.;]{2,110}:$/u;

/** A post without a number in brackets behind it. */
export const postOf = (text: string): string => text.replace(/\s*\([^()]*\d[^()]*\)$/, '');

/** What answers a question and heads nothing. */
export const answers =
	/^(?:yes|no|none|nil|n\/a|not applicable|all|tbc|open|public|exempt|noted)$/i;

/** Whether a heading is a sentence that opens a list. */
export const stemOf = (text: string, match: Match | undefined): {stem?: true} =>
	match?.role === 'recommendations' && asked.test(bare(text)) && meaning(text).length > 1
		? {stem: true}
		: {};
