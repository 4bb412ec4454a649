import {Unreadable} from './paper.ts';

/** XML that people's programs write is not nested deeper. */
const mostDepth = 400;

/**
 * Refuses XML that would take a machine down before it is taken apart: entities, which can be made to swell without
 * end, nesting without end, and more elements than there should be. `what` is what the file is called.
 */
export function checkXml(bytes: Buffer, what: string, mostElements: number): void {
	if (bytes.subarray(0, 4000).includes('<!DOCTYPE') || bytes.includes('<!ENTITY')) {
		throw new Unreadable(`${what} declares entities, which Office never does: it is not read`);
	}
	let depth = 0;
	let elements = 0;
	for (let at = bytes.indexOf(60); at !== -1; at = bytes.indexOf(60, at + 1)) {
		const next = bytes[at + 1];
		if (next === 47) depth--;
		else if (next !== 33 && next !== 63) {
			elements++;
			const end = bytes.indexOf(62, at);
			if (bytes[end - 1] !== 47) depth++;
		}
		if (depth > mostDepth) throw new Unreadable(`${what} is nested too deep: it is not read`);
		if (elements > mostElements) {
			throw new Unreadable(
				`${what} has more than ${mostElements.toLocaleString('en-GB')} parts: it is not read`,
			);
		}
	}
}
