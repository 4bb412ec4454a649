import type {Clause} from '../schema/index.ts';

/** A clause before the database gives it an id. */
type NewClause = {text: string; clauses?: {text: string}[]};

/** A resolution in clauses, and what leads up to them: `That the Board`. */
type Clauses = {
	lead: string;
	clauses: NewClause[];
	/** They are lettered, and what is below them has small Roman numbers: `(a)`, `(i)`. */
	lettered?: true;
};

/** `(1) …`, `1. …`, `1) …` at the start of a line; and `(a) …`, `a) …` below it, or by itself. */
const numbered = /^\s*(?:\((\d{1,3})\)|(\d{1,3})[.)])\s+(?=\S)/;
const lettered = /^\s*(?:\(([a-z]{1,4})\)|([a-z])[.)])\s+(?=\S)/;

const numberAt = (line: string): number | undefined => {
	const [, inBrackets, plain] = numbered.exec(line) ?? [];
	const found = inBrackets ?? plain;
	return found === undefined ? undefined : Number(found);
};

/** `i`, `ii` … `xx`: what stands before a clause below a lettered one. */
export const roman = (index: number): string => romans[index] ?? String(index + 1);
const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

const letterAt = (line: string): string | undefined => {
	const [, inBrackets, plain] = lettered.exec(line) ?? [];
	return inBrackets ?? plain;
};

/**
 * The clauses of a wording, as far as it numbers them itself: lines that begin with (1), (2) and so on without a gap, and
 * with (a), (b) below one of them; or with (a), (b), and with (i), (ii) below. Other lines go on with the clause above.
 * Undefined where there are no two of them, and where the numbers are not those of a list: then it is one text, as it was
 * typed.
 */
export function clausesIn(resolution: string): Clauses | undefined {
	const [first] = resolution
		.split('\n')
		.filter((line) => numberAt(line) !== undefined || letterAt(line) !== undefined);
	return first !== undefined && numberAt(first) === undefined
		? letteredIn(resolution)
		: numberedIn(resolution);
}

/** Clauses that are lettered. An (i) is the first below one, unless the ninth letter is due and nothing stands below. */
function letteredIn(resolution: string): Clauses | undefined {
	const lead: string[] = [];
	const clauses: NewClause[] = [];
	for (const line of resolution.split('\n')) {
		const last = clauses.at(-1);
		const mark = letterAt(line);
		if (mark === letter(clauses.length)) {
			clauses.push({text: line.replace(lettered, '').trim()});
		} else if (last && mark !== undefined && mark === roman(last.clauses?.length ?? 0)) {
			last.clauses = [...(last.clauses ?? []), {text: line.replace(lettered, '').trim()}];
		} else if (mark !== undefined) {
			return undefined;
		} else if (!last) {
			lead.push(line.trim());
		} else if (line.trim() !== '') {
			const below = last.clauses?.at(-1) ?? last;
			below.text = `${below.text}\n${line.trim()}`;
		}
	}
	return clauses.length < 2 ? undefined : {lead: lead.join('\n').trim(), clauses, lettered: true};
}

function numberedIn(resolution: string): Clauses | undefined {
	const lead: string[] = [];
	const clauses: NewClause[] = [];
	for (const line of resolution.split('\n')) {
		const last = clauses.at(-1);
		const number = numberAt(line);
		if (number !== undefined) {
			if (number !== clauses.length + 1) return undefined;
			clauses.push({text: line.replace(numbered, '').trim()});
		} else if (last && lettered.test(line)) {
			last.clauses = [...(last.clauses ?? []), {text: line.replace(lettered, '').trim()}];
		} else if (!last) {
			lead.push(line.trim());
		} else if (line.trim() !== '') {
			const below = last.clauses?.at(-1) ?? last;
			below.text = `${below.text}\n${line.trim()}`;
		}
	}
	return clauses.length < 2 ? undefined : {lead: lead.join('\n').trim(), clauses};
}

/** The clauses with the ids that their places give them. */
export const withIds = (clauses: readonly NewClause[]): Clause[] =>
	clauses.map(({text, clauses: below}, index) => ({
		id: `c${index + 1}`,
		text,
		...(below
			? {
					clauses: below.map((one, place) => ({
						id: `c${index + 1}${letter(place)}`,
						text: one.text,
					})),
				}
			: {}),
	}));

/** `a`, `b`, … `z`, `aa`: what stands before a clause below another. */
export const letter = (index: number): string =>
	index < 26
		? String.fromCodePoint(97 + index)
		: `${letter(Math.floor(index / 26) - 1)}${letter(index % 26)}`;

/** Several recommendations as one wording: numbered, unless they bring numbers of their own. */
export const inClauses = (recommendations: readonly string[]): string =>
	recommendations.length < 2 || recommendations.some((one) => numbered.test(one))
		? recommendations.join('\n')
		: recommendations.map((one, index) => `(${index + 1}) ${one}`).join('\n');
