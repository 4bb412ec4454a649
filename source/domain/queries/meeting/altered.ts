import {dayIn} from '../../calendar.ts';
import {same} from '../../equal.ts';
import {type Bare, fieldValue} from '../../log/patch.ts';
import {type Field, fieldOf} from '../../records/index.ts';
import type {Database, Report} from '../../schema/index.ts';

/** What is said of a report besides its text. */
const aside = new Set(['publishedOn', 'asAt', 'private']);

/**
 * What of a report's text is no longer as it was when it was opened to the public, by the labels of its fields, and the day
 * of the last act that touched it; undefined where it reads as it did, or as far as the log does not tell.
 */
export function alteredSince(
	{log, organisation}: Pick<Database, 'log' | 'organisation'>,
	report: Report,
): {fields: string[]; on: string} | undefined {
	const {id, publishedOn} = report;
	if (publishedOn === undefined) return undefined;
	const path = `reports/${id}`;
	const opened = log.findLastIndex(({effects = []}) =>
		effects.some(
			({record, field, to}) =>
				record === path &&
				(field === 'publishedOn'
					? to === publishedOn
					: field === undefined && (to as Bare | undefined)?.['publishedOn'] === publishedOn),
		),
	);
	if (opened === -1) return undefined;
	const before = new Map<string, unknown>();
	let last = '';
	for (const {at, effects = []} of log.slice(opened + 1)) {
		for (const {record, field, from} of effects) {
			if (record !== path || field === undefined || aside.has(field)) continue;
			if (!before.has(field)) before.set(field, from);
			last = at;
		}
	}
	const fields = [...before].filter(
		([name, from]) => !same(from, fieldValue(report as Bare, name)),
	);
	if (fields.length === 0) return undefined;
	return {
		fields: fields.map(([name]) => {
			const field: Field | undefined = fieldOf('report', name);
			return (field?.label ?? name).toLowerCase();
		}),
		on: dayIn(last, organisation.timeZone),
	};
}
