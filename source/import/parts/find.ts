import type {Change} from '../../domain/changes/index.ts';
import {recordTypes, sayField} from '../../domain/records/index.ts';
import type {Database} from '../../domain/schema/index.ts';
import {count, cut} from '../../domain/words.ts';
import {isMarkedCell} from '../guard.ts';
import type {RowPlan} from '../portfolio/rows.ts';
import type {Sheet} from '../portfolio/sheet.ts';
import type {ImportReview} from '../review.ts';
import {type PartColumn, partTableOf} from './columns.ts';
import {PartReader} from './reader.ts';

/** What a table of milestones, risks, measures or readings would change, row by row; undefined of any other table. */
export function findParts(
	sheet: Sheet,
	{headings, head, last}: {headings: readonly string[]; head: number; last: number},
	database: Database,
	isOpen: boolean,
): ImportReview | undefined {
	const table = partTableOf(headings);
	if (!table) return undefined;
	const {word, many, fields} = recordTypes[table.type];
	const below = sheet.rows.slice(last + 1);
	const reader = new PartReader(database, table, below);
	const plans = below.flatMap((row, index): RowPlan[] => {
		const number = last + 2 + index;
		const at = isOpen
			? -1
			: row.findIndex((cell, column) => isMarkedCell(headings[column] ?? '', cell.trim()));
		if (at === -1) return [reader.plan(row, number) ?? []].flat();
		const problem = `“${cut(row[at]?.trim() ?? '', 40)}” marks it as private, and what comes in here is public`;
		return [{row: number, does: 'left out', changes: [], problems: [problem]}];
	});
	const counted = (does: RowPlan['does']) => plans.filter((plan) => plan.does === does).length;
	const called = (column: PartColumn): string =>
		column.is === 'field'
			? column.leaf.field.label
			: column.is === 'period'
				? `the reading of ${column.period}`
				: {
						of: 'of which',
						id: 'Id',
						likelihood: 'Likelihood',
						impact: 'Impact',
						controls: 'Controls',
						actions: 'Further actions',
					}[column.is];
	const says: Record<RowPlan['does'], string> = {
		add: `new ${word}`,
		change: `${word} changed`,
		nothing: 'as it is',
		'left out': 'left out',
	};
	return {
		kind: 'portfolio',
		title: sheet.name,
		rows: many.toLowerCase(),
		findings: [
			...headings.flatMap((heading, index) => {
				const column = table.columns[index];
				return heading === ''
					? []
					: [
							{
								id: `columns/${index + 1}`,
								field: 'columns',
								says: `Column “${heading}”`,
								value: column ? called(column) : null,
								shown: column ? called(column) : 'not read',
								passage: {from: head, to: head, text: heading},
								by: 'heading' as const,
							},
						];
			}),
			...plans.map((plan) => ({
				id: `rows/${plan.row}`,
				field: 'rows',
				says: `Row ${plan.row}`,
				value: plan,
				shown: `${plan.project ?? ''}: ${[says[plan.does], ...sayChanges(plan.changes, fields, database)].join('; ')}`,
				passage: {
					from: plan.row - 1,
					to: plan.row - 1,
					text: (sheet.rows[plan.row - 1] ?? []).filter(Boolean).join(' | '),
				},
				by: 'label' as const,
				...(plan.problems.length > 0 ? {note: plan.problems.join('; ')} : {}),
			})),
		],
		missing: [],
		unread: headings.flatMap((heading, index) =>
			table.columns[index] === undefined && heading !== ''
				? [{heading, passage: {from: head, to: head, text: heading}}]
				: [],
		),
		remarks: [
			...sheet.remarks,
			`${count(counted('add'), word)} new, ${counted('change')} changed, ${counted('nothing')} as they are, ${counted('left out')} left out`,
			...reader.remarks,
			...(headings.some((heading) => /^q[1-4].*20\d\d\s*[/–-]/i.test(heading.trim()))
				? ['quarters of a year such as 2026/27 are counted from April: Q1 2026/27 is 2026-Q2']
				: []),
		],
	};
}

/** What changes say of the fields that are read, each with its value. */
function sayChanges(
	changes: readonly Change[],
	fields: Readonly<Record<string, Parameters<typeof sayField>[0]>>,
	database: Database,
): string[] {
	const said = (name: string, value: unknown) => {
		const field = fields[name];
		const text = field ? cut(sayField(field, value, database), 60) : '';
		return field && text !== '' && name !== 'title' && name !== 'event'
			? [`${field.label.toLowerCase()} ${text}`]
			: [];
	};
	return changes.flatMap((change): string[] => {
		if (change.kind === 'milestone/add')
			return Object.entries(change).flatMap(([name, value]) => said(name, value));
		if (change.kind === 'record/add') {
			const {period, value, text} = change.fields as {
				period?: string;
				value?: number;
				text?: string;
			};
			if (typeof text === 'string' && !('title' in change.fields)) return [`“${cut(text, 60)}”`];
			return change.list.endsWith('/readings')
				? [`${String(period)} ${String(value)}`]
				: Object.entries(change.fields).flatMap(([name, own]) => said(name, own));
		}
		return change.kind === 'milestone/edit' || change.kind === 'record/edit'
			? Object.entries(change.fields).flatMap(([name, own]) =>
					change.kind === 'record/edit' && name === 'value'
						? [`value ${String(own?.to)}`]
						: said(name, own?.to),
				)
			: [];
	});
}
