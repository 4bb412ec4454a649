import {personName} from '../../domain/names.ts';
import type {Bare} from '../../domain/log/patch.ts';
import {
	type Fields,
	type Leaf,
	leafValue,
	leavesOf,
	recordTypes,
	sayField,
} from '../../domain/records/index.ts';
import type {Database, Score} from '../../domain/schema/index.ts';
import {table, type Export, type Value} from './table.ts';

/** A field as a cell: days and ids as they are, sums as they are said, all else in words. */
function cellOf({field}: Leaf, value: unknown, database: Database): Value {
	if (value === undefined) return undefined;
	if (field.kind === 'number') return value as number;
	if (field.kind === 'several') return (value as string[]).join('; ');
	if (field.kind === 'score') {
		const {on} = value as Score;
		return [sayField(field, value, database), on].filter(Boolean).join(', ');
	}
	const isPlain = ['day', 'one', 'quarter', 'line', 'text'].includes(field.kind);
	return isPlain && typeof value === 'string' ? value : sayField(field, value, database);
}

/** The fields that stand in a table by their labels, but for those that the table has already. */
export const otherFields = (
	fields: Fields,
	without: readonly string[] = [],
): Record<string, (row: Bare, database: Database) => Value> =>
	Object.fromEntries(
		leavesOf(fields)
			.filter(
				({name, field}) =>
					!without.includes(name) && field.kind !== 'kept' && field.kind !== 'list',
			)
			.map((leaf): [string, (row: Bare, database: Database) => Value] => [
				leaf.path === 'money.approved' ? 'Approved' : leaf.field.label,
				(row, database) => cellOf(leaf, leafValue(row, leaf), database),
			]),
	);

type Part = Bare & {of: string};

const within = (of: string, list: readonly Bare[] | undefined): Part[] =>
	(list ?? []).map((one) => ({...one, of}));

const parts = (
	type: keyof typeof recordTypes,
	rows: (database: Database) => Part[],
	more: Record<string, (row: Bare, database: Database) => Value> = {},
): Export =>
	table(rows, {
		Of: ({of}) => of,
		Id: ({id}) => String(id),
		...otherFields(recordTypes[type].fields),
		...more,
	});

/** What lies in a record of a list, one to a line: `RA-1 Buy spares (Ann Reed, 2027-03-01)`. */
const inside =
	(list: string) =>
	(row: Bare, database: Database): Value =>
		((row[list] ?? []) as Mitigation[])
			.map(({id, text, owner, due, doneOn}) => {
				const said = [
					owner && personName(database, owner),
					due && `due ${due}`,
					doneOn && `done ${doneOn}`,
				].filter(Boolean);
				return `${id} ${text}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
			})
			.join('\n');

type Mitigation = {id: string; text: string; owner?: string; due?: string; doneOn?: string};

/** What lies in projects and strategies, as tables of their own: `Of` names the project, the strategy or the measure. */
export const partTables = {
	milestones: parts('milestone', ({projects}) =>
		projects.flatMap(({id, milestones}) => within(id, milestones)),
	),
	risks: parts(
		'risk',
		({strategies, projects}) => [
			...strategies.flatMap(({id, risks}) => within(id, risks)),
			...projects.flatMap(({id, risks}) => within(id, risks)),
		],
		{Controls: inside('controls'), 'Further actions': inside('actions')},
	),
	measures: parts('measure', ({strategies}) =>
		strategies.flatMap(({id, measures}) => within(id, measures)),
	),
	readings: parts('reading', ({strategies}) =>
		strategies.flatMap(({measures = []}) =>
			measures.flatMap(({id, readings}) => within(id, readings)),
		),
	),
};
