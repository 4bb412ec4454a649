// What a column is that its heading alone does not say: its cells and the columns beside it do.
import {currencyIn, parseMoney} from '../../domain/money.ts';
import {readPhase, readStanding} from '../status.ts';
import {parseDue} from './cells.ts';
import {columnOf, type Mapping, type PortfolioColumn} from './columns.ts';
import type {SheetRow} from './sheet.ts';

/** A column called status that holds nothing but red, amber and green is confidence. */
export function ragAside(mapping: Mapping, rows: readonly SheetRow[]): Mapping {
	const at = mapping.findIndex(({column, given}) => column === 'status' && !given);
	if (at === -1 || mapping.some(({column}) => column === 'confidence')) return mapping;
	const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
	const isRag =
		cells.length > 0 &&
		cells.every(
			(cell) =>
				readStanding(cell)?.status === undefined && readStanding(cell)?.confidence !== undefined,
		);
	return isRag
		? mapping.map((one, index) => (index === at ? {...one, column: 'confidence' as const} : one))
		: mapping;
}

/**
 * A column of phases none of whose words is a status (“Design”, “Procurement”) holds the organisation's own stages, and so
 * does one that is called a stage beside the status.
 */
export function stageAside(mapping: Mapping, rows: readonly SheetRow[]): Mapping {
	const beside = mapping.findIndex(
		({heading, column, given}) =>
			column === undefined && !given && /^(?:stage|phase)$/i.test(heading.trim()),
	);
	const hasStatus = mapping.some(({column}) => column === 'status');
	if (beside !== -1 && hasStatus && !mapping.some(({column}) => column === 'stage'))
		return mapping.map((one, index) =>
			index === beside ? {...one, column: 'stage' as const} : one,
		);
	const at = mapping.findIndex(({column, given}) => column === 'status' && !given);
	const isPhase = /\bphase\b|\w stage\b/i.test(mapping[at]?.heading ?? '');
	if (!isPhase || mapping.some(({column}) => column === 'stage')) return mapping;
	const cells = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
	const isOwn =
		cells.length > 0 &&
		cells.every((cell) => (readStanding(cell) ?? readPhase(cell)) === undefined);
	return isOwn
		? mapping.map((one, index) => (index === at ? {...one, column: 'stage' as const} : one))
		: mapping;
}

/** Where nothing is called a project, what is to be reached or done is one. */
export function titleAside(mapping: Mapping): Mapping {
	if (mapping.some(({column}) => column === 'title' || column === 'id')) return mapping;
	const called = (words: RegExp) =>
		mapping.findIndex(({heading, given}) => !given && words.test(heading.trim()));
	const reached = called(/^(?:key )?(?:milestone|output|objective)s?$/i);
	const at = reached === -1 ? called(/^work ?streams?$/i) : reached;
	return mapping.map((one, index) => (index === at ? {...one, column: 'title' as const} : one));
}

/**
 * Of two days of an end the one that was moved is what is due, and the one that is called original what was due first;
 * where nothing else is called due.
 */
export function revisedAside(mapping: Mapping): Mapping {
	const has = (column: PortfolioColumn) => mapping.some((one) => one.column === column);
	const at = mapping.findIndex(
		({column, heading, given}) =>
			column === 'forecastDue' && /\brevised\b/i.test(heading) && !given,
	);
	return at === -1 || has('due') || !has('originalDue')
		? mapping
		: mapping.map((one, index) => (index === at ? {...one, column: 'due' as const} : one));
}

/** “Forecast” alone is a sum beside a budget, or a day: its cells say which. */
export function forecastAside(mapping: Mapping, rows: readonly SheetRow[]): Mapping {
	const at = mapping.findIndex(
		({column, heading, given}) =>
			column === undefined && !given && /^(?:current |latest )?forecast$/i.test(heading.trim()),
	);
	const cells = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
	if (at === -1 || cells.length === 0) return mapping;
	const column = cells.every((cell) => parseDue(cell) !== undefined)
		? ('forecastDue' as const)
		: cells.every((cell) => parseMoney(cell) !== undefined) &&
			  mapping.some((one) => one.column === 'budget')
			? ('forecastCost' as const)
			: undefined;
	return column === undefined || mapping.some((one) => one.column === column)
		? mapping
		: mapping.map((one, index) => (index === at ? {...one, column} : one));
}

/** Of two columns that hold the same approved sums, the one counts that says their currency, as exports of Boardwalk have it. */
export function writtenAside(mapping: Mapping, rows: readonly SheetRow[]): Mapping {
	const at = mapping.findIndex(({column, given}) => column === 'budget' && !given);
	if (at === -1) return mapping;
	const cells = (index: number) => rows.map((row) => row[index]?.trim() ?? '');
	const sums = cells(at).map((cell) => parseMoney(cell));
	if (cells(at).some((cell) => currencyIn(cell) !== undefined)) return mapping;
	const written = mapping.findIndex(
		({heading, column}, index) =>
			column === undefined &&
			columnOf(heading) === 'budget' &&
			cells(index).some((cell) => currencyIn(cell) !== undefined) &&
			cells(index).every((cell, row) => parseMoney(cell) === sums[row]),
	);
	return written === -1
		? mapping
		: mapping.map(({column, ...one}, index) => ({
				...one,
				...(index === written
					? {column: 'budget' as const}
					: index === at || column === undefined
						? {}
						: {column}),
			}));
}
