import {sayDay, sayPeriod} from '../domain/calendar.ts';
import {personName} from '../domain/names.ts';
import {isOverdue} from '../domain/queries/portfolio.ts';
import {latestNote} from '../domain/queries/projects.ts';
import type {Action, Database, Decision, Project} from '../domain/schema/index.ts';
import {actionStatusWords, confidenceWords, outcomeWords, statusWords} from '../domain/words.ts';
import type {Table} from './tree.ts';

/** The register of decisions as a table, in the order of recording. */
export const decisionTable = (decisions: readonly Decision[]): Table => ({
	columns: [
		{title: 'No.'},
		{title: 'Reference'},
		{title: 'Date'},
		{title: 'Meeting'},
		{title: 'Title', widest: 40},
		{title: 'Outcome'},
		{title: 'Standing'},
		{title: 'Resolution'},
	],
	rows: decisions.map((decision) => [
		decision.id,
		decision.reference ?? '',
		sayPeriod(decision.date),
		decision.meeting,
		decision.title,
		outcomeWords[decision.outcome],
		decision.status === 'recorded' ? '' : decision.status,
		decision.resolution,
	]),
});

/** Actions as a table. `today` is a day in the organisation's time zone. */
export const actionTable = (
	database: Database,
	actions: readonly Action[],
	today: string,
): Table => ({
	columns: [
		{title: 'No.'},
		{title: 'What'},
		{title: 'Who', widest: 24},
		{title: 'When'},
		{title: 'Status'},
		{title: 'Meeting'},
	],
	rows: actions.map((action) => [
		action.id,
		action.text,
		action.owner === undefined ? '' : personName(database, action.owner),
		action.due ? sayDay(action.due) : '',
		isOverdue(action, today) ? 'Overdue' : actionStatusWords[action.status],
		action.meeting ?? '',
	]),
});

/** Projects as a table, in the order of the database. */
export const projectTable = (database: Database, projects: readonly Project[]): Table => ({
	columns: [
		{title: 'No.'},
		{title: 'Project', widest: 32},
		{title: 'Status'},
		{title: 'Confidence'},
		{title: 'Owner', widest: 24},
		{title: 'Due'},
		{title: 'Latest note'},
	],
	rows: projects.map((project) => [
		project.id,
		project.title,
		statusWords[project.status],
		project.confidence ? confidenceWords[project.confidence] : '',
		project.owner === undefined ? '' : personName(database, project.owner),
		project.due ? sayDay(project.due) : '',
		latestNote(project) ?? '',
	]),
});

/** A table without the columns in which no row has anything. */
export function withoutEmpty({columns, rows}: Table): Table {
	const kept = columns.map((_, index) => rows.some((row) => row[index]?.trim()));
	return {
		columns: columns.filter((_, index) => kept[index]),
		rows: rows.map((row) => row.filter((_, index) => kept[index])),
	};
}
