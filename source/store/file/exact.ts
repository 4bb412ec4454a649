import {depthLimit, isExact, Scanner} from './scan.ts';

/**
 * The value that a JSON text says; undefined when some of it might not survive being saved. Throws when it is
 * not JSON. `depth` is the number of lists and objects around it.
 */
export function parseExact(text: string, depth: number): unknown {
	const value: unknown = JSON.parse(text);
	const said = soundness(value, text, depth);
	if (said === 'too deep') return undefined;
	return said === 'sound' || new Scanner(text).scan().flaws.length === 0 ? value : undefined;
}

/**
 * Whether all that a JSON text said is in its value, and would survive being saved; `doubtful` where only a look at
 * the text can tell, `too deep` where its value cannot be saved, or is not to be looked at further.
 */
export function soundness(
	value: unknown,
	text: string,
	depth = 0,
): 'sound' | 'doubtful' | 'too deep' {
	const names = countNames(value, depth, depthLimit(undefined));
	if (names === undefined) return 'too deep';
	return names === countColons(text) ? 'sound' : 'doubtful';
}

/**
 * How many names there are in all objects of a value; undefined when it is nested too deep or holds
 * what would not survive being saved.
 */
function countNames(value: unknown, depth: number, limit: number): number | undefined {
	if (typeof value === 'string') return value.isWellFormed() ? 0 : undefined;
	if (typeof value === 'number') return isExact(value) ? 0 : undefined;
	if (typeof value !== 'object' || value === null) return 0;
	if (depth >= limit) return undefined;
	let count = 0;
	if (Array.isArray(value)) {
		for (const element of value) {
			const inside = countNames(element, depth + 1, limit);
			if (inside === undefined) return undefined;
			count += inside;
		}
		return count;
	}
	// The quickest way through what JSON makes, which inherits nothing that would be met here.
	for (const name in value) {
		if (name === '__proto__' || !name.isWellFormed()) return undefined;
		const within = depth === 0 ? depthLimit(name) : limit;
		const inside = countNames((value as Record<string, unknown>)[name], depth + 1, within);
		if (inside === undefined) return undefined;
		count += inside + 1;
	}
	return count;
}

/**
 * How many colons in a JSON text follow a double quote: all those after names, and perhaps some inside
 * texts. So when there are just as many as there are names, no name was given twice.
 */
function countColons(text: string): number {
	let count = 0;
	for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
		let before = at - 1;
		while (before >= 0 && text.charCodeAt(before) <= 0x20) before--;
		if (text.charCodeAt(before) === 0x22) count++;
	}
	return count;
}
