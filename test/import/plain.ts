// The same paper in other clothes: as Markdown that a person would write, and as text without any markup, its lines
// broken at a width.
import {
	type PaperBlock,
	type Cell,
	cellText,
	isStrong,
	type PaperRun,
	textOf,
} from '../../source/import/read/paper.ts';

const mark = ({text, strong, em}: PaperRun): string => {
	const [, lead = '', body = '', end = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
	const sign = `${strong ? '**' : ''}${em ? '*' : ''}`;
	return body === '' ? text : `${lead}${sign}${body}${em ? '*' : ''}${strong ? '**' : ''}${end}`;
};
const marked = (runs: readonly PaperRun[]): string =>
	runs.map(mark).join('').replaceAll('\n', '  \n');

/** A cell's lines; an item keeps its label. */
const cellMarked = (cell: Cell): string =>
	cell
		.map((words) => (words.kind === 'item' ? `${words.label} ` : '') + marked(words.runs))
		.join('<br>')
		.replaceAll(/ *\n/g, '<br>');

/** Markdown with `#` headings, pipe tables and `-` lists. */
export const toMarkdownText = (blocks: readonly PaperBlock[]): string =>
	blocks
		.map((block) => {
			switch (block.kind) {
				case 'break':
					return '\f';
				case 'heading':
					return `${'#'.repeat(block.level)} ${textOf(block).replaceAll('\n', ' ')}`;
				case 'item':
					return `${'  '.repeat(block.level)}${block.label === '•' ? '-' : block.label} ${marked(block.runs)}`;
				case 'paragraph':
					return marked(block.runs);
				case 'table': {
					const rows = block.rows.map(
						(row) => `| ${row.map((cell) => cellMarked(cell)).join(' | ')} |`,
					);
					return [rows[0], `|${'---|'.repeat(block.rows[0]?.length ?? 0)}`, ...rows.slice(1)].join(
						'\n',
					);
				}
			}
		})
		.join('\n\n');

/** A text broken into lines of at most so many characters. */
function wrap(text: string, width: number, lead = '', hang = lead): string {
	return text
		.split('\n')
		.map((line) => {
			const lines: string[] = [];
			let now = lead;
			for (const word of line.split(' ')) {
				if (now.trim() !== '' && now.length + 1 + word.length > width) {
					lines.push(now);
					now = hang + word;
				} else now = now.trim() === '' ? now + word : `${now} ${word}`;
			}
			return [...lines, now].join('\n');
		})
		.join('\n');
}

/** Text without markup: headings are lines of their own, tables have columns parted by blanks. */
export const toPlainText = (blocks: readonly PaperBlock[], width = 78): string =>
	blocks
		.map((block) => {
			switch (block.kind) {
				case 'break':
					return '\f';
				case 'heading':
					return textOf(block).replaceAll('\n', ' ');
				case 'item': {
					const lead = `${'  '.repeat(block.level)}${block.label === '•' ? '•' : block.label} `;
					return isStrong(block)
						? `${lead}${textOf(block)}`
						: wrap(textOf(block), width, lead, ' '.repeat(lead.length));
				}
				case 'paragraph':
					return wrap(textOf(block), width);
				case 'table': {
					const first = Math.max(...block.rows.map((row) => cellText(row[0] ?? []).length));
					return block.rows
						.map((row) => {
							const [label = '', ...rest] = row.map((cell) => cellText(cell).replaceAll('\n', ' '));
							return `${label.padEnd(Math.min(first, 40) + 4)}${rest.filter(Boolean).join('    ')}`;
						})
						.join('\n');
				}
			}
		})
		.join('\n\n');
