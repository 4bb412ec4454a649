import {topRecord} from '../../log/chain.ts';
import {nameOf} from '../../names.ts';
import type {Database, Entry} from '../../schema/index.ts';

/** Which acts are asked for: by whom, in which meeting, on which record, told with which words; all of it must hold. */
export type LogFilter = {by?: string; in?: string; on?: string; words?: string};

const asked = ['by', 'in', 'on'] as const;
type Asked = (typeof asked)[number];

/** `by:chair`, `on:"Server Room"`; a quote that is still open reaches to the end. */
const token = /(?<!\S)(by|in|on):(?:"([^"]*)"?|(\S*))\s*/gi;

/** Reads a filter as it is typed: `by:chair in:M-2 on:P1-04 server`. */
export function parseLogFilter(typed: string): LogFilter {
	const filter: LogFilter = {};
	for (const [, key = '', quoted, plain] of typed.matchAll(token)) {
		const value = (quoted ?? plain ?? '').trim();
		if (value !== '') filter[key.toLowerCase() as Asked] = value;
	}
	const words = typed.replaceAll(token, '').trim();
	return words === '' ? filter : {...filter, words};
}

/** Writes a filter as `parseLogFilter` reads it. */
export const sayLogFilter = ({words, ...filter}: LogFilter): string =>
	[
		...asked.flatMap((key) => {
			const value = filter[key]?.replaceAll('"', '');
			return value ? [`${key}:${/\s/.test(value) ? `"${value}"` : value}`] : [];
		}),
		...(words ? [words] : []),
	].join(' ');

/** Whether one of some texts has what is wanted in it; without a wish, all have. */
export const holds = (wanted: string | undefined, ...texts: string[]): boolean =>
	wanted === undefined || texts.some((text) => text.toLowerCase().includes(wanted.toLowerCase()));

/** Whether a record is asked for, by its id whole or by a part of its name. */
export const isNamed = (database: Database, path: string, wanted: string): boolean =>
	path.split('/').some((part) => part.toLowerCase() === wanted.toLowerCase()) ||
	holds(wanted, nameOf(database, path).replace(/^\S+ /, ''));

/** The meetings that an act is about: the one that it fell in, and those that it altered. */
export const meetingsOf = (entry: Entry): string[] => [
	...(entry.during ? [entry.during.meeting] : []),
	...recordsOf(entry).flatMap((path) => {
		const [collection, id = ''] = path.split('/');
		return collection === 'meetings' ? [id] : [];
	}),
];

/** The records that an act is about; of one that was redacted, those that its digests name. */
export function recordsOf({effects, records}: Entry): string[] {
	if (!effects) return Object.keys(records);
	const touched = effects.flatMap(({record, to}) => {
		const {project, projects} = (typeof to === 'object' && to !== null ? to : {}) as {
			project?: unknown;
			projects?: unknown;
		};
		const named = [project, ...(Array.isArray(projects) ? (projects as unknown[]) : [])];
		return [
			topRecord(record),
			...named.flatMap((id) => (typeof id === 'string' ? [`projects/${id}`] : [])),
		];
	});
	return [...new Set(touched)];
}
