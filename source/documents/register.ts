import {personName} from '../domain/names.ts';
import {isOverdue} from '../domain/queries/strategy/portfolio.ts';
import {latestNote} from '../domain/queries/strategy/projects.ts';
import {decisionLaw} from '../domain/law/boards.ts';
import {callIn} from '../domain/law/index.ts';
import type {CallInState} from '../domain/law/law.ts';
import type {Action, Database, Decision, Project} from '../domain/schema/index.ts';
import {actionStatusWords, confidenceWords, outcomeWords, statusWords} from '../domain/words.ts';
import {screenVoice} from '../domain/voice/index.ts';
import type {Table} from './tree.ts';

/** Where an executive decision stands between publication and effect. */
const callInStates: Record<CallInState, string> = {
	'not-subject': 'Not open to call-in',
	unpublished: 'Not published',
	running: 'Open to call-in',
	'called-in': 'Called in',
	released: 'Released',
	'referred-back': 'Referred back',
	lapsed: 'Lapsed',
	effective: 'Not called in',
};

/** The clock of a decision that a board's kind lets be called in; steps of a meeting itself have none. */
const clockOf = (database: Database, decision: Decision, today: string) =>
	!decision.procedural && decisionLaw(database, decision).callIn
		? callIn(database, decision, today)
		: undefined;

/**
 * The register of decisions as a table, in the order of recording. What took the place of what is told both
 * ways; publication and call-in where they apply. `today` is a day in the organisation's time zone.
 */
export const decisionTable = (
	database: Database,
	decisions: readonly Decision[],
	today: string,
): Table => ({
	columns: [
		{title: 'No.'},
		{title: 'Reference'},
		{title: 'Minute'},
		{title: 'Date'},
		{title: 'Meeting'},
		{title: 'Title', widest: 40},
		{title: 'Outcome'},
		{title: 'Standing', widest: 20},
		{title: 'Ends', widest: 20},
		{title: 'Published'},
		{title: 'Call-in', widest: 20},
		{title: 'Call-in until'},
		{title: 'Takes effect'},
		{title: 'Resolution'},
	],
	rows: decisions.map((decision) => {
		const clock = clockOf(database, decision, today);
		const voice = screenVoice(database);
		const day = (date: string | undefined) => (date ? voice.day(date) : '');
		return [
			decision.id,
			decision.reference ?? '',
			decision.minuteNumber ?? '',
			voice.period(decision.date),
			decision.meeting ?? '',
			decision.title,
			outcomeWords[decision.outcome],
			sayStanding(database, decision),
			sayEnds(decision),
			day(decision.publishedOn),
			clock ? callInStates[clock.state] : '',
			day(clock?.until),
			day(clock?.effectiveOn),
			decision.resolution,
		];
	}),
});

/** What became of a decision: nothing, or `superseded by D-7`. */
function sayStanding({decisions}: Database, {id, status}: Decision): string {
	if (status === 'recorded') return '';
	const later = decisions.find(
		(one) => one.status !== 'retracted' && (one.supersedes === id || one.rescinds === id),
	);
	return later ? `${status} by ${later.id}` : status;
}

/** What a decision does to an earlier one: `supersedes D-1`. */
const sayEnds = ({supersedes, rescinds}: Decision): string =>
	[supersedes && `supersedes ${supersedes}`, rescinds && `rescinds ${rescinds}`]
		.filter(Boolean)
		.join(', ');

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
		action.due ? screenVoice(database).day(action.due) : '',
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
		project.due ? screenVoice(database).day(project.due) : '',
		latestNote(project) ?? '',
	]),
});

const keep = ({columns, rows, ...table}: Table, kept: readonly boolean[]): Table => ({
	...table,
	columns: columns.filter((_, index) => kept[index]),
	rows: rows.map((row) => row.filter((_, index) => kept[index])),
});

/** A table without the columns in which no row has anything. */
export const withoutEmpty = (table: Table): Table =>
	keep(
		table,
		table.columns.map((_, index) => table.rows.some((row) => row[index]?.trim())),
	);

/** A table without some of its columns. */
export const withoutColumns = (table: Table, titles: readonly string[]): Table =>
	keep(
		table,
		table.columns.map(({title}) => !titles.includes(title)),
	);

/** What is said below a list on a terminal when some of its rows come from a meeting that is made up. */
export function remarkOn(database: Database, rows: readonly {meeting?: string}[]): string {
	const examples = new Set(database.meetings.filter(({example}) => example).map(({id}) => id));
	return rows.some(({meeting}) => meeting !== undefined && examples.has(meeting))
		? `\n${screenVoice(database).shared.example}\n`
		: '';
}
