import type {Scope} from './bindings/binding.ts';
import {bindings, sayKey} from './keymap.ts';

const headings: [scope: Scope, heading: string][] = [
	['global', 'Everywhere'],
	['work', 'Recording, on every screen'],
	['list', 'In lists'],
	['page', 'On pages'],
	['walk', 'Walk'],
	['portfolio', 'Portfolio'],
	['meeting', 'Meeting'],
	['roll', 'Roll'],
	['members', 'Members of a board'],
	['lawful', 'Can we lawfully decide this?'],
	['register', 'Register'],
	['decision', 'A decision’s page'],
	['notice', 'A notice’s page'],
	['minutes', 'Minutes'],
	['form', 'In forms'],
	['filter', 'While a filter is typed'],
	['quick', 'In the quick line'],
	['help', 'In help'],
	['confirm', 'When Boardwalk asks'],
	['blank', 'While the screen is blanked'],
];

/** The table of keys as Markdown, for the docs: generated, so that it cannot go stale unnoticed. */
export function keyTable(): string {
	const sections = headings.map(([scope, heading]) => {
		const rows = bindings
			.filter((binding) => binding.scope === scope)
			.map(
				({keys, label}) => `| ${keys.map((key) => `\`${sayKey(key)}\``).join(' ')} | ${label} |`,
			);
		return `## ${heading}\n\n| Key | What it does |\n| --- | --- |\n${rows.join('\n')}\n`;
	});
	return `# Keys\n\nGenerated from the program’s own table by \`npm run generate\`. In forms letters type letters; \`F1\` (or \`Ctrl+G\`) opens help there.\n\n${sections.join('\n')}`;
}
