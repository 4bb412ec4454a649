const marks = /☒|☑|✓|✔|🗹|\[ ?x ?\]|\( ?x ?\)|(?<![\p{L}\p{N}])x(?![\p{L}\p{N}])/giu;
const boxes = /☐|□|\[ ?\]|\( ?\)|_{2,}/g;

/**
 * Yes or no as forms have it: the word alone, boxes with one of them crossed, or a sentence; undefined when neither or
 * both are left standing. `rest` is what is said besides.
 */
export function parseYes(text: string, about = 'key'): {yes: boolean; rest: string} | undefined {
	const ticked = text.replaceAll(marks, ' \u0001 ').replaceAll(boxes, ' \u0002 ');
	if (ticked.includes('\u0001'))
		return (about === 'key' ? boxedKind(ticked) : undefined) ?? boxed(ticked);
	// The question's own choice stands above the answer.
	const plain = text.trim().replace(/^yes\s*\/\s*no\s*[:–-]*\s*(?=\S)/i, '');
	if (/^[yn]\W*$/i.test(plain)) return {yes: /^y/i.test(plain), rest: ''};
	const words = [...plain.matchAll(/\b(?:yes|no)\b/gi)].map(([word]) => word.toLowerCase());
	if (/\byes\s*(?:\/|or|\|)\s*no\b/i.test(plain)) return undefined;
	const start = /^(yes|no)\b[\s:,;.–—-]*(.*)$/is.exec(plain);
	if (start) {
		const [, word = '', rest = ''] = start;
		// “Yes No”, neither crossed out.
		return /^(?:yes|no)\b/i.test(rest)
			? undefined
			: {yes: word.toLowerCase() === 'yes', rest: rest.trim()};
	}
	if (about === 'key') {
		if (/\bnon[ -]?key\b|\bnot (?:a |an )?(?:executive )?key\b/i.test(plain))
			return {yes: false, rest: ''};
		if (/^(?:executive |officer |an? )*key(?: decision)?\b[\s:,;.–—-]*(.*)$/is.test(plain)) {
			return {
				yes: true,
				rest: plain.replace(/^(?:executive |officer |an? )*key(?: decision)?\b[\s:,;.–—-]*/is, ''),
			};
		}
	}
	const [last] = words;
	return words.length === 1 && plain.length <= 12 && last !== undefined
		? {yes: last === 'yes', rest: ''}
		: undefined;
}

/** Kinds of decision with a box before each: `☐ Key ☒ Non-key`. */
function boxedKind(text: string): {yes: boolean; rest: string} | undefined {
	const kinds = [
		...text.matchAll(
			/([\u0001\u0002])\s*((?:non[ -]?)?key|administrative|(?:significant )?operational)\b/gi,
		),
	];
	const [chosen, ...others] = kinds.filter(([, box]) => box === '\u0001');
	if (kinds.length < 2 || !chosen || others.length > 0) return undefined;
	return {yes: /^key$/i.test(chosen[2] ?? ''), rest: ''};
}

/** Of boxes the crossed one counts; it stands before its word, or after it, throughout. */
function boxed(text: string): {yes: boolean; rest: string} | undefined {
	const tokens = [...text.matchAll(/\u0001|\u0002|\b(?:yes|no)\b/gi)].map(([token]) =>
		token.toLowerCase(),
	);
	const isWord = (token: string | undefined) => token === 'yes' || token === 'no';
	const before = !isWord(tokens[0]);
	const chosen = tokens.flatMap((token, at) => {
		const word = tokens[before ? at + 1 : at - 1];
		return token === '\u0001' && isWord(word) ? [word] : [];
	});
	const [only] = new Set(chosen);
	if (new Set(chosen).size !== 1) return undefined;
	const rest = text
		.replaceAll(/\u0001|\u0002|\b(?:yes|no)\b/gi, ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();
	return {
		yes: only === 'yes',
		rest: /^[\s/|.,:–-]*$/.test(rest) ? '' : rest.replace(/^[\s/|,:–-]+/, ''),
	};
}

/** The lines of a text whose box is crossed, without it. */
export const crossedLines = (text: string): string[] =>
	text
		.split('\n')
		.filter((line) => {
			marks.lastIndex = 0;
			return marks.test(line);
		})
		.map((line) =>
			line
				.replaceAll(marks, ' ')
				.replaceAll(boxes, ' ')
				.replace(/^[\s•-]+/, '')
				.replaceAll(/\s+/g, ' ')
				.trim(),
		)
		.filter((line) => line !== '');
