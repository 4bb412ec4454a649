import {bindings} from './keymap.ts';
import {keyFor, keysOf, sayKey} from './keys-by-name.ts';
import {scopeWords} from './scope-words.ts';

/** The table of keys as Markdown, for the docs: generated, so that it cannot go stale unnoticed. */
export function keyTable(): string {
	const sections = Object.entries(scopeWords).flatMap(([scope, {heading}]) => {
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
