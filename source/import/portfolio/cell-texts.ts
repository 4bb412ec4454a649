// What the cells of a row are by themselves.
import {sayMoney} from '../../domain/money.ts';
import type {Database, Money, Project} from '../../domain/schema/index.ts';
import {isMarkedCell} from '../guard.ts';
import {isMarkedTitle} from '../markings.ts';
import {columnLeaves, type Mapping, type PortfolioColumn} from './columns.ts';
import type {SheetRow} from './sheet.ts';

export type Sums = NonNullable<Project['money']>;

/**
 * The sums of a project after those that a table tells. One that is said as the sum there, or is a bare number that says
 * nothing of a currency, is the sum there.
 */
export function moneyAfter(database: Database, before: Sums = {}, told: Sums): Sums {
	const isSame = (held: Money | undefined, sum: Money) =>
		held?.amount === sum.amount &&
		(sayMoney(held, database) === sayMoney(sum, database) ||
			(sum.currency ?? sum.written) === undefined);
	const others = Object.entries(told).filter(
		([name, sum]) => !isSame(before[name] as Money | undefined, sum as Money),
	);
	return {...before, ...Object.fromEntries(others)};
}

/** A cell that says that nothing is known; of a day or a sum it is told. */
export const saysNothing =
	/^(?:n\/?a|none|nil|[-–—]+|not (?:yet )?(?:appointed|known|applicable|assigned|selected))$/i;

export const isAlone = (cells: SheetRow): boolean =>
	cells.filter((cell) => cell.trim() !== '').length === 1;

/** Columns whose cells are somebody's words. */
export const isText = (column: PortfolioColumn): boolean => {
	const {kind} = columnLeaves.get(column)?.field ?? {};
	return (
		column === 'note' ||
		column === 'title' ||
		(column !== 'supplier' && (kind === 'text' || kind === 'line'))
	);
};

/** What marks a row as private: a cell, or what its title bears. */
export const markedIn = (mapping: Mapping, cells: SheetRow): string | undefined =>
	mapping.flatMap(({heading, column}, index) => {
		const cell = cells[index]?.trim() ?? '';
		return cell !== '' &&
			(isMarkedCell(heading, cell) || (column === 'title' && isMarkedTitle(cell)))
			? [`${heading}: ${cell}`]
			: [];
	})[0];
