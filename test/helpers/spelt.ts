// Sentences that spell a key, where they should name what it does.

/** A key that has a name of its own: `Esc`, `Ctrl+Y`; “Enter a notice” is what somebody does. */
const named =
	/\b(?:Enter(?! an? | the )|Esc|Backspace|PgUp|PgDn|Tab(?! )|Tab [a-z]+s|F1|(?:Ctrl|Alt)\+\w)\b/;

/** A key that is one letter and does something: `t takes the roll`, `(e corrects it)`, `7, then i`. */
const lettered =
	/(?:^|[\s(:;,])(?:[b-zA-Z0-9/<>+.:]|a(?= (?:enters|there|adds|places)))(?: there)? (?:takes|opens|shows|lists|puts|mends|gives|issues|resumes|marks|enters|makes|corrects|calls|brings|skips|says|blanks|leaves|moves|reads|adds|sets|starts|records|retracts|closes|keeps|clears|asks|follows|goes|changes|edits|approves|signs|publishes|places)\b|\bthen [b-zA-Z0-9]\b(?!\p{L})|(?:^|\s)\([a-zA-Z0-9]\)$/u;

export const spellsKey = (text: string): boolean => named.test(text) || lettered.test(text);
