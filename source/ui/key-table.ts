import type {Scope} from './bindings/binding.ts';
import {bindings} from './keymap.ts';
import {keyFor, keysOf, sayKey} from './keys-by-name.ts';

/** Where the keys of a scope hold, in words; a scope without a heading does not compile. */
const headings = {
	global: 'Everywhere',
	work: 'Recording, on every screen',
	records: 'Keeping the strategy: projects and their parts',
	list: 'In lists',
	page: 'On pages',
	overview: 'Overview',
	walk: 'Walk',
	portfolio: 'Portfolio',
	project: 'A project’s page',
	strategy: 'The strategy',
	record: 'Parts of a project or a strategy',
	meeting: 'Meeting',
	roll: 'Roll',
	members: 'Members of a board',
	lawful: 'Can we lawfully decide this?',
	register: 'Register',
	decision: 'A decision’s page',
	notice: 'A notice’s page',
	waiting: 'What is held back from the public',
	minutes: 'Minutes',
	log: 'Log',
	entry: 'An act’s page',
	here: 'Who is here',
	whole: 'A record’s page',
	paper: 'A paper under review',
	form: 'In forms',
	filter: 'While a filter is typed',
	quick: 'In the quick line',
	help: 'In help',
	confirm: 'When Boardwalk asks',
	blank: 'While the screen is blanked',
} satisfies Record<Scope, string>;

/** The table of keys as Markdown, for the docs: generated, so that it cannot go stale unnoticed. */
export function keyTable(): string {
	const sections = Object.entries(headings).flatMap(([scope, heading]) => {
		const rows = bindings
			.filter((binding) => binding.scope === scope)
			.map(
				({id, label}) =>
					`| ${keysOf(id)
						.map((key) => `\`${sayKey(key)}\``)
						.join(' ')} | ${label} |`,
			);
		return rows.length === 0
			? []
			: `## ${heading}\n\n| Key | What it does |\n| --- | --- |\n${rows.join('\n')}\n`;
	});
	return `# Keys\n\nGenerated from the program’s own table by \`npm run generate\`. In forms letters type letters; \`${keyFor('form.help')}\` opens help there.\n\n${sections.join('\n')}`;
}
