import type {Database, Priority} from '../../domain/schema/index.ts';
import {currentStrategy} from '../../domain/queries/projects.ts';
import {parseDate} from '../report/dates.ts';
import {bare} from '../report/words.ts';

/** A sum of money as people write it: `£1.2m`, `250k`, `1,200,000`. */
export function parseMoney(text: string): number | undefined {
	const [, digits = '', unit = ''] =
		/^(?:£|gbp)?\s*(\d[\d,\s]*(?:\.\d+)?)\s*(k|m|million|thousand|bn)?(?:\s*(?:gbp|pounds?))?$/i.exec(
			text.trim(),
		) ?? [];
	if (digits === '') return undefined;
	const factor = /^(?:k|thousand)$/i.test(unit)
		? 1000
		: /^bn$/i.test(unit)
			? 1e9
			: unit === ''
				? 1
				: 1e6;
	const value = Number(digits.replaceAll(/[,\s]/g, '')) * factor;
	return Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER
		? Math.round(value * 100) / 100
		: undefined;
}

/** A day; what names a month or a year only is none. */
export function parseDue(text: string): string | undefined {
	const found = parseDate(text);
	return typeof found === 'string' ? found : undefined;
}

/** Names in one cell. */
export const listIn = (text: string): string[] =>
	text
		.split(/[;,\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');

/**
 * A priority by its id, its number, its title or its work stream. The current strategy's count before those of
 * others.
 */
export function priorityNamed(database: Database, text: string): Priority | undefined {
	const current = currentStrategy(database);
	const all = [
		...(current?.priorities ?? []),
		...database.strategies.filter((one) => one !== current).flatMap(({priorities}) => priorities),
	];
	const key = bare(text);
	const rank = /^(?:priority|theme|pillar|p)?\s*(\d{1,2})$/i.exec(text.trim())?.[1];
	return (
		all.find(({id}) => id.toLowerCase() === text.trim().toLowerCase()) ??
		all.find(({title}) => bare(title) === key) ??
		all.find(({workStream}) => workStream !== undefined && bare(workStream.title) === key) ??
		current?.priorities.find((priority) => rank !== undefined && priority.rank === Number(rank)) ??
		all.find(({rank: place, title}) => bare(`priority ${place} ${title}`) === key)
	);
}

/** The id of a person who is called like that; else the words as they are. */
export const ownerNamed = ({people}: Database, text: string): string =>
	people.find(({id, name}) => id === text || bare(name) === bare(text))?.id ?? text;
