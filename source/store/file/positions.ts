import {type Path, Scanner, type Spot} from './scan.ts';

/** Line and column from 1, as editors count them; columns in UTF-16 units. */
type FilePosition = {line: number; column: number};

/** Turns offsets in a text into lines and columns. */
export function positions(text: string): (offset: number) => FilePosition {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return (offset) => {
		let low = 0;
		let high = starts.length;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return {line: low + 1, column: offset - (starts[low] ?? 0) + 1};
	};
}

/** Adds a path to those that a scanner looks out for. */
export function lookOut(wanted: Spot, path: readonly PropertyKey[]): void {
	let spot = wanted;
	for (const part of path as Path) {
		const next = spot.next.get(part) ?? {next: new Map<string | number, Spot>()};
		spot.next.set(part, next);
		spot = next;
	}
}

/** The offset of what stands at a path, or of the nearest thing around it; `byName` is that of its name. */
export function offsetOf(wanted: Spot, path: readonly PropertyKey[], byName = false): number {
	let spot = wanted;
	for (const part of path as Path) {
		const next = spot.next.get(part);
		if (next?.value === undefined) return spot.value ?? 0;
		spot = next;
	}
	return (byName ? spot.name : undefined) ?? spot.value ?? 0;
}

/**
 * Line and column of what stands at each path in a JSON text; where there is nothing, those of the
 * object or list in which it should be. One pass over the text, however many paths.
 */
export function locateAll(text: string, paths: readonly Path[]): FilePosition[] {
	const wanted: Spot = {next: new Map()};
	const plain = text.replace(/^\ufeff/, '');
	for (const path of paths) lookOut(wanted, path);
	new Scanner(plain, wanted).scan();
	const at = positions(plain);
	return paths.map((path) => at(offsetOf(wanted, path)));
}

/** As `locateAll`, for one path. */
export function locate(text: string, path: Path): FilePosition {
	const [position = {line: 1, column: 1}] = locateAll(text, [path]);
	return position;
}
