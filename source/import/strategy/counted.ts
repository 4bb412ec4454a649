/**
 * What plans call their parts, and how near each is to what a board calls a priority: where a plan has several (goals,
 * each with objectives), the one that ranks higher is the priority.
 */
const ranks: Readonly<Record<string, number>> = {
	priority: 10,
	theme: 9,
	pillar: 9,
	ambition: 9,
	goal: 9,
	mission: 8,
	aim: 8,
	commitment: 8,
	strand: 8,
	'focus area': 8,
	challenge: 8,
	outcome: 7,
	objective: 6,
	workstream: 6,
	principle: 4,
	strategy: 3,
};

/** What is done rather than aimed at: it counts projects, not priorities. */
const doings = 'action|project|initiative|step|task|deliverable|activity';

const nouns = `${Object.keys(ranks).join('|').replace('workstream', 'work ?stream')}|${doings}`;
const plurals = nouns
	.split('|')
	.map((noun) => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`))
	.join('|');
const numbers = 'one|two|three|four|five|six|seven|eight|nine|ten';
const numbered = new RegExp(
	`^(?:[\\p{L}-]+ ){0,2}(${nouns})(?: ?\\/ ?(?:${nouns}))?\\s+(?:no\\.? ?)?([a-h]?\\.?\\d{1,2}(?:\\.\\d{1,2})*|[a-h]|${numbers}|i{1,3}|iv|v)(?![\\p{L}\\d])\\s*([:.)–—-]*)\\s*(.*)$`,
	'iu',
);
const labelled = new RegExp(`^(?:strategic |key )?(${nouns})\\s*: (.{4,120})$`, 'iu');
const gathered = new RegExp(`(?:^|\\b)(${plurals})\\b`, 'giu');

/** How near a noun is to a priority; 0 is none of them. */
export const rankOf = (noun: string): number => ranks[noun] ?? 0;

/** Whether a noun counts what is done. A strategy of a goal (“Strategy A.1”) is done, too. */
export const isDone = (noun: string): boolean => new RegExp(`^(?:${doings})$`).test(noun);

const singular = (noun: string): string =>
	noun
		.toLowerCase()
		.replace(/ies$/, 'y')
		.replace(/s$/, '')
		.replace(/^work stream$/, 'workstream');

/** What a heading counts, the number, and its title: `Ambition 2: Getting about`, `Theme: Getting about`. */
export function countedIn(text: string): {noun: string; place: string; rest: string} | undefined {
	if (text.length > 400) return undefined;
	const [, noun = '', place = '', sign = '', rest = ''] = numbered.exec(text) ?? [];
	const isLetter = /^[a-h]$/i.test(place);
	// “Aim a little higher”, “see action 3 of the plan” count nothing.
	const counts =
		noun !== '' &&
		(isLetter ? /^[A-H]$/.test(place) && (sign !== '' || /^\p{Lu}/u.test(rest)) : true) &&
		(sign !== '' || rest === '' || /^["“‘(]?[\p{Lu}\d]/u.test(rest));
	if (counts) return {noun: singular(noun), place: place.toLowerCase(), rest};
	const [, named = '', title = ''] = labelled.exec(text) ?? [];
	return named === ''
		? undefined
		: {noun: singular(named), place: title.toLowerCase(), rest: title.trim()};
}

/** What a heading or a sentence says that it gathers (“Our five priorities”): the noun, and how many there are. */
export function gatheredIn(text: string): {noun: string; count?: number} | undefined {
	const found = [...text.matchAll(gathered)].map(([, noun = '']) => singular(noun));
	const [best] = found.toSorted((a, b) => rankOf(b) - rankOf(a));
	if (best === undefined) return undefined;
	const [word = ''] =
		new RegExp(`\\b(?:\\d{1,2}|${numbers})(?= (?:[\\p{L}-]+ ){0,3}(?:${plurals})\\b)`, 'iu').exec(
			text,
		) ?? [];
	const count = numbers.split('|').indexOf(word.toLowerCase()) + 1 || Number(word) || undefined;
	return {noun: best, ...(count === undefined ? {} : {count})};
}
