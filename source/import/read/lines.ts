/** A line of a paragraph as it stands: `broken` when its author broke it there on purpose. */
export type TypedLine = {text: string; length: number; broken: boolean};

/** What a page's width is taken for when the text does not tell. */
const usual = 72;

/** How wide the lines of a text run before they are broken: what nearly all of those stay within that go on. */
export function widthOf(lines: readonly string[]): number {
	const lengths = lines
		.filter((line, at) => {
			const next = lines[at + 1]?.trim() ?? '';
			return (
				line.trim().length > 20 &&
				next !== '' &&
				!/^[|#\-*]/.test(next) &&
				!line.trimStart().startsWith('|')
			);
		})
		.map((line) => line.trimEnd().length)
		.toSorted((a, b) => a - b);
	if (lengths.length < 5) return usual;
	return Math.max(40, Math.min(120, lengths[Math.floor(lengths.length * 0.95)] ?? usual));
}

/**
 * The lines of a paragraph as one text. A line that ends before the next word would have filled it was ended on
 * purpose: that break stays. A word that a hyphen cut at the end of a line is whole again.
 */
export function joinLines(lines: readonly TypedLine[], width: number): string {
	const pieces: string[] = [];
	for (const [at, line] of lines.entries()) {
		const before = lines[at - 1];
		const piece = line.text.replace(/\\$/, '');
		if (!before) pieces.push(piece);
		else if (
			before.broken ||
			isShort(before, line, width) ||
			areLabelled(before, line) ||
			(counts.test(before.text) && /^\p{Lu}/u.test(line.text)) ||
			/^\p{Lu}{4}[\p{Lu} ()/&]{0,60}:(?:\s|$)/u.test(line.text) ||
			isApart(before, line, width)
		)
			pieces.push(`\n${piece}`);
		else pieces.push(joinHyphen(pieces.pop() ?? '', piece));
		// Only the line before matters for the next: a paragraph may have very many.
		const last = pieces.at(-1) ?? '';
		if (last.length > 2000) {
			pieces.pop();
			pieces.push(last.slice(0, -1000), last.slice(-1000));
		}
	}
	return pieces.join('');
}

/** What counts the parts of a plan, on a line that no mark ends: “Theme 2: A town that gets about”. */
const counts =
	/^(?:priority|theme|goal|ambition|pillar|outcome|objective|mission) (?:\d{1,2}|one|two|three|four|five|six) ?[:.–-] ?\p{Lu}[^.:;!?]{3,60}$/iu;

function isShort(before: TypedLine, next: TypedLine, width: number): boolean {
	const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
	if (/[-\u00ad]$/.test(before.text)) return false;
	// A title in the middle of the page goes on after “at” or “of the”.
	if (
		/(?:\b(?:at|of|and|the|for|to|in|on|with|by)|&)$/i.test(before.text) &&
		/^\p{Lu}/u.test(next.text)
	)
		return false;
	// Letters differ in width on printed pages: only a line that is clearly short was ended on purpose.
	return before.length + 1 + word <= width * 0.85;
}

/** Whether a line after a finished sentence is set like a heading: short, a capital first, no mark at its end. */
const isApart = (before: TypedLine, {text, length}: TypedLine, width: number): boolean =>
	/[.!?:;][)”"’']?$/.test(before.text) &&
	length <= width * 0.6 &&
	/^(?:\*\*)?\p{Lu}\p{L}*(?:[ :]|$)/u.test(text) &&
	!/[.,;!?)]$/.test(text);

/** Whether two lines each have a label of their own: `Date: 12 May`. */
const areLabelled = (before: TypedLine, next: TypedLine): boolean =>
	[before, next].every(({text}) => /^(?:\*\*)?\p{Lu}[\p{L} ()/’'-]{1,40}:\s/u.test(text));

/** Beginnings that keep their hyphen: `self-service`, `long-term`. */
const kept =
	/(?:^|[^\p{L}])(?:self|non|co|e|well|high|low|long|short|cross|multi|pre|post|part|full|half|one|two|three|four|five|ten|mid|third|first|second|new|re|year|month|day|on|off|in|up|to|decision|policy|cost|evidence|data|user|customer|community|council|service|county|city|district|non-executive|single|open|front|back|face|value|care|risk)-$/iu;

/** Two lines made one: a word cut in two by a hyphen grows together again. */
export function joinHyphen(before: string, after: string): string {
	if (/\p{L}\u00ad$/u.test(before)) return before.slice(0, -1) + after;
	if (!/\p{Ll}-$/u.test(before) || !/^\p{Ll}/u.test(after)) {
		return /[\p{L}\p{N}][-–/]$/u.test(before) && /^\S/.test(after)
			? before + after
			: `${before} ${after}`;
	}
	return kept.test(before.slice(-20)) ? before + after : before.slice(0, -1) + after;
}
