import type {Database} from '../../domain/schema/index.ts';

/** A cell: a number stays one in a spreadsheet, nothing is empty. */
export type Value = string | number | undefined;

/** One table of an export: its columns, and a row for each record. Columns are only ever added at the end. */
export type Export = {
	columns: readonly string[];
	rows: (database: Database) => Value[][];
	/** Columns behind these that depend on what the database holds. */
	more?: (database: Database) => string[];
};

/** All columns that a table has of a database. */
export const columnsOf = ({columns, more}: Export, database: Database): string[] => [
	...columns,
	...(more?.(database) ?? []),
];

/** Columns with what stands in them, for the records of one list. */
export const table = <Row>(
	rows: (database: Database) => readonly Row[],
	columns: Readonly<Record<string, (row: Row, database: Database) => Value>>,
): Export => ({
	columns: Object.keys(columns),
	rows: (database) =>
		rows(database).map((row) => Object.values(columns).map((cell) => cell(row, database))),
});
