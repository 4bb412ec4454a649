const nouns =
	'priority|theme|pillar|ambition|goal|aim|objective|outcome|work ?stream|mission|commitment|strand|focus area|challenge';
const counts = 'one|two|three|four|five|six|seven|eight|nine|ten';
const numbered = new RegExp(
	`^(?:strategic |key |corporate |our |council |delivery )*(${nouns})\\s+(\\d{1,2}|[a-h]|${counts}|i{1,3}|iv|v)\\b\\s*[:.–—-]*\\s*(.*)$`,
	'i',
);

/** What a heading counts, the number, and its title: `Ambition 2: Getting about`. */
export function countedIn(text: string): {noun: string; place: string; rest: string} | undefined {
	const [, noun = '', place = '', rest = ''] = numbered.exec(text) ?? [];
	return noun === '' ? undefined : {noun: noun.toLowerCase(), place: place.toLowerCase(), rest};
}
