import type {PaperBlock} from './paper.ts';

const mark = /^(?:#{1,6} \S|\*\*\S.*\S\*\*:?$|\|.*\|$)/;

/**
 * The text of a Word file into which Markdown was pasted as it is, and nothing was set by Word: its marks are then what
 * its author meant. Undefined for any other.
 */
export function typedText(
	blocks: readonly PaperBlock[],
	lines: readonly string[],
): string | undefined {
	if (blocks.some(({kind}) => kind === 'table' || kind === 'heading')) return undefined;
	return lines.filter((line) => mark.test(line.trim())).length < 3 ? undefined : lines.join('\n');
}
