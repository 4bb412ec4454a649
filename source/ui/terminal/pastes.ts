/** A paste whose end mark has not come; `held` may be the beginning of it. */
export type Paste = {at: 'paste'; text: string; held: string};

/** How much of a paste is kept: far more than any field takes. The rest is dropped up to the end mark. */
const longestPaste = 16 * 1024 * 1024;

const pasteEnd = '\u001B[201~';

/** The text of bytes, each given as the character of its number. */
export const decode = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

/** Takes what there is up to the end mark; the text is told once that has come, and `next` is no more. */
export function readPaste(
	{text, held}: Paste,
	chunk: string,
): {next?: Paste; text?: string; used: number} {
	const all = held + chunk;
	const end = all.indexOf(pasteEnd);
	const upTo = end === -1 ? all.length - heldBack(all) : end;
	const room = Math.max(0, longestPaste - text.length);
	const kept = text + all.slice(0, Math.min(upTo, room));
	if (end !== -1) return {text: decode(kept), used: end + pasteEnd.length - held.length};
	return {next: {at: 'paste', text: kept, held: all.slice(upTo)}, used: chunk.length};
}

/** How many of the last bytes may be the beginning of the end mark. */
function heldBack(bytes: string): number {
	for (let length = pasteEnd.length - 1; length > 0; length--) {
		if (bytes.endsWith(pasteEnd.slice(0, length))) return length;
	}
	return 0;
}
