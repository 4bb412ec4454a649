import {longestText} from './values.ts';

/*
 * What is asked of a text beyond its type and its form, by name. zod's schemas and the walker (walk.ts) call the very
 * same functions; a refinement that has no name here cannot be drawn into the walker's table, and `npm run generate`
 * says so.
 */

/** Text must be well-formed Unicode: RFC 8785, which the log's hashes rest on, has no form for less. */
const wellFormed = (text: string): boolean => text.isWellFormed();

/** What somebody types is of bounded length. */
const bounded = (text: string): boolean => text.length <= longestText;

const filled = (text: string): boolean => text.trim() !== '';

/**
 * Whether the runtime knows a time zone. Asking loads its tables of languages, which costs a start some milliseconds:
 * those that every runtime has are not asked for. Building a formatter is slow, so the list comes first, and
 * what it does not name (an alias) is tried once.
 */
const knownZones = new Map<string, boolean>([
	['Europe/London', true],
	['UTC', true],
]);
function timeZone(zone: string): boolean {
	let known = knownZones.get(zone);
	if (known === undefined) {
		try {
			known =
				Intl.supportedValuesOf('timeZone').includes(zone) ||
				Intl.DateTimeFormat('en-GB', {timeZone: zone}) !== undefined;
		} catch {
			known = false;
		}
		knownZones.set(zone, known);
	}
	return known;
}

export const refinements = {wellFormed, bounded, filled, timeZone} as const;
export type Refinement = keyof typeof refinements;
