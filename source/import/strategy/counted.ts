const nouns =
	'priority|theme|pillar|ambition|goal|aim|objective|outcome|work ?stream|mission|commitment|strand|focus area|challenge|principle|action|project|initiative';
const counts = 'one|two|three|four|five|six|seven|eight|nine|ten';
const numbered = new RegExp(
	`^(?:strategic |key |corporate |our |council |delivery )*(${nouns})(?: ?\\/ ?(?:${nouns}))?\\s+(\\d{1,2}|[a-h]|${counts}|i{1,3}|iv|v)\\b\\s*[:.–—-]*\\s*(.*)$`,
	'i',
);

const unnumbered = /^(principle|priority|theme|pillar|ambition|goal|workstream): (.{4,120})$/iu;

/** What is done rather than aimed at: it counts projects, not priorities. */
export const isDone = (noun: string): boolean => /^(?:action|project|initiative)$/.test(noun);

/** What a heading counts, the number, and its title: `Ambition 2: Getting about`. */
export function countedIn(text: string): {noun: string; place: string; rest: string} | undefined {
	const [, noun = '', place = '', rest = ''] = numbered.exec(text) ?? [];
	if (noun === '') {
		// “Principle: Improve digital leadership” counts without a number.
		const [, named = '', title = ''] = unnumbered.exec(text) ?? [];
		return named === ''
			? undefined
			: {noun: named.toLowerCase(), place: title.toLowerCase(), rest: title};
	}
	return noun === '' ? undefined : {noun: noun.toLowerCase(), place: place.toLowerCase(), rest};
}
