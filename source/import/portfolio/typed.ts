// What a column holds that no heading tells: its cells do, where nearly all of them are of one kind.
import {parseMoney} from '../../domain/money.ts';
import {postsOf} from '../report/people.ts';
import {readStanding} from '../status.ts';
import {parseDue} from './cells.ts';
import type {Mapping, PortfolioColumn} from './columns.ts';
import type {SheetRow} from './sheet.ts';

/** What most cells of a column are; `heading` what must or must not stand in its heading, words apart or not. */
type Kind = {
	column: PortfolioColumn;
	cell: (text: string) => boolean;
	heading?: RegExp;
	not?: RegExp;
	/** No cell stands there twice. */
	distinct?: true;
};

const isDay = (text: string) => parseDue(text) !== undefined;
const isSum = (text: string) => parseMoney(text) !== undefined;
const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;
const old = /last|prev|prior|baseline|original/i;

const kinds: readonly Kind[] = [
	{
		column: 'id',
		cell: (text) => /^(?=.*\d)[A-Za-z\d][\w./-]{2,30}$/.test(text) && !isDay(text) && !isSum(text),
		not: /post ?code|phone|cell|mobile|version|year|month/i,
		distinct: true,
	},
	{
		column: 'confidence',
		cell: (text) =>
			readStanding(text)?.confidence !== undefined && readStanding(text)?.status === undefined,
		not: old,
	},
	{column: 'status', cell: (text) => readStanding(text)?.status !== undefined, not: old},
	{
		column: 'supplier',
		cell: (text) => /\b(?:ltd|limited|plc|llp|llc|inc|gmbh|b\.?v|cic)\.?$/i.test(text),
	},
	{column: 'start', cell: isDay, heading: /^min|start|begin|commenc|_from/i, not: /actual/i},
	{
		column: 'due',
		cell: isDay,
		heading: /^max|end ?date|_end|finish|complet|deadline|_to$/i,
		not: /start|actual|original|forecast/i,
	},
	{
		column: 'spent',
		cell: isSum,
		heading: /spent|spend|paid|expend|actual/i,
		not: /varianc|forecast|remain/i,
	},
	{
		column: 'budget',
		cell: isSum,
		heading: /planned|allocat|budget|approved|estimate/i,
		not: /varianc|spent|spend|remain|forecast/i,
	},
	{
		column: 'owner',
		// Whose project it is (an agency, a department) is not who leads it.
		cell: (text) => words(text) >= 2 && postsOf(text).posts.length > 0,
		not: /agency|department|supplier|contractor|partner|consult|title|name of|project|scheme|programme/i,
	},
	{
		column: 'title',
		cell: (text) => words(text) >= 2 && text.length <= 120 && !isDay(text) && !/[.!?]$/.test(text),
		not: /owner|lead|manager|officer|agency|department|supplier|contractor|address|email|status|comment|note/i,
		distinct: true,
	},
];

/** Columns that nobody's words tell, taken for what their cells are; each meaning once, and what is known stays. */
export function typedAside(mapping: Mapping, rows: readonly SheetRow[]): Mapping {
	const result: Mapping = mapping.map((one) => ({...one}));
	for (const {column, cell, heading, not, distinct} of kinds) {
		if (result.some((one) => one.column === column)) continue;
		const at = result.findIndex((one, index) => {
			// A description names the project where nothing else does.
			const isFree =
				(one.column === undefined || (column === 'title' && one.column === 'summary')) &&
				!one.given;
			if (!isFree || not?.test(one.heading) || heading?.test(one.heading) === false) return false;
			const cells = rows.map((row) => row[index]?.trim() ?? '').filter((text) => text !== '');
			const fit = cells.filter((text) => cell(text)).length;
			return (
				cells.length >= 2 &&
				fit * 10 >= cells.length * 9 &&
				(!distinct || new Set(cells).size === cells.length)
			);
		});
		const found = result[at];
		if (found) found.column = column;
	}
	return result;
}
