import {type PaperBlock, type Cell, textOf, type Words} from '../read/paper.ts';
import {isPersonal, postsOf} from './people.ts';

const isLine = (block: PaperBlock | undefined): block is Words =>
	block !== undefined &&
	'runs' in block &&
	block.kind === 'paragraph' &&
	!textOf(block).includes('\n');

const subject = /^(?:issues?|areas?|subjects?|implications? (?:area|type))$/i;
const said = /^(?:implications?|comments?|details?)$/i;
const signed = /^(?:sign(?:ed)?[ -]?off|officer|cleared by|agreed by)$/i;

/** Whether a line signs: a post, a name, or both. */
const signs = (text: string): boolean =>
	text.length <= 120 &&
	!/[.!?]$/.test(text) &&
	(isPersonal(text) || postsOf(text).posts.length > 0 || /^[^,]{3,40}, [^,.]{3,50}$/.test(text));

/**
 * Blocks in which a table of implications whose cells were put each on a line is a table again: its head says how many
 * columns it has (Issue, Implications, Sign-off), and a third cell that signs nothing ends it.
 */
export function restacked(blocks: readonly PaperBlock[]): {block: PaperBlock; at: number}[] {
	const found: {block: PaperBlock; at: number}[] = [];
	for (let at = 0; at < blocks.length; at++) {
		const block = blocks[at] as PaperBlock;
		const lines = blocks.slice(at, at + 3).map((one) => (isLine(one) ? textOf(one).trim() : ''));
		const [first = '', second = '', third = ''] = lines;
		const width = subject.test(first) && said.test(second) ? (signed.test(third) ? 3 : 0) : 0;
		if (width === 0) {
			found.push({block, at});
			continue;
		}
		const rows: Cell[][] = [lines.map((text) => [{kind: 'paragraph', runs: [{text}]}])];
		let next = at + width;
		for (;;) {
			const row = blocks.slice(next, next + width);
			const [, , last] = row;
			if (!row.every(isLine) || row.length < width || !isLine(last) || !signs(textOf(last))) break;
			rows.push(row.map((one) => [one]));
			next += width;
		}
		if (rows.length < 2) {
			found.push({block, at});
			continue;
		}
		found.push({block: {kind: 'table', rows}, at});
		at = next - 1;
	}
	return found;
}
