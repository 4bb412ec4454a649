import {sayMoney} from '../../domain/money.ts';
import {personName} from '../../domain/names.ts';
import {latestNote} from '../../domain/queries/strategy/projects.ts';
import type {Database, Milestone, Project} from '../../domain/schema/index.ts';
import {confidenceWords, statusWords} from '../../domain/words.ts';
import {isMilestoneName} from '../portfolio/milestones.ts';
import {type Export, table, type Value} from './table.ts';

const days = ['approved', 'forecast', 'achieved'] as const;
type Day = (typeof days)[number];

/** A column of milestones: its heading, and what a project has there. */
type MilestoneColumn = {heading: string; cell: (project: Project) => Value};

/**
 * The milestones of all projects as columns. Where projects share them (Gateway 1, Gateway 2 …) each has a column by its
 * name with the approved day, and beside it forecast and done where any is; else they are counted: Milestone 1, its days.
 */
function milestoneColumns({projects}: Database): MilestoneColumn[] {
	const names = [
		...new Set(projects.flatMap(({milestones = []}) => milestones.map(({title}) => title))),
	];
	const most = Math.max(0, ...projects.map(({milestones = []}) => milestones.length));
	const isShared =
		names.length >= 2 &&
		names.length <= most * 2 &&
		projects.every(
			({milestones = []}) =>
				new Set(milestones.map(({title}) => title.toLowerCase())).size === milestones.length &&
				milestones.every(({title, approved}) => approved !== undefined && isMilestoneName(title)),
		);
	const has = (find: (project: Project) => Milestone | undefined, day: Day) =>
		projects.some((project) => find(project)?.[day] !== undefined);
	const told = (
		heading: string,
		find: (project: Project) => Milestone | undefined,
		words: Record<Day, string>,
	): MilestoneColumn[] =>
		days
			.filter((day) => has(find, day))
			.map((day) => ({
				heading: `${heading}${words[day]}`,
				cell: (project) => find(project)?.[day],
			}));
	const words = {approved: ' due', forecast: ' forecast', achieved: ' done'};
	return isShared
		? names.flatMap((name) =>
				told(name, ({milestones = []}) => milestones.find(({title}) => title === name), {
					...words,
					approved: '',
				}),
			)
		: Array.from({length: most}, (_, index) => index).flatMap((index) => {
				const find = ({milestones = []}: Project) => milestones[index];
				const heading = `Milestone ${index + 1}`;
				return [
					{heading, cell: (project) => find(project)?.title},
					...told(heading, find, words),
				] satisfies MilestoneColumn[];
			});
}

const person = (database: Database, id: string | undefined): Value =>
	id === undefined ? undefined : personName(database, id);

const projects: Export = table(({projects: all}) => all, {
	Id: ({id}) => id,
	Title: ({title}) => title,
	Priority: ({priority}) => priority,
	Status: ({status}) => statusWords[status],
	Confidence: ({confidence}) => confidence && confidenceWords[confidence],
	'Way back': ({wayBack}) => wayBack,
	Stage: ({stage}) => stage,
	Owner: ({owner}, database) => person(database, owner),
	Start: ({start}) => start,
	'First due': ({originalDue}) => originalDue,
	Due: ({due}) => due,
	Forecast: ({forecastDue}) => forecastDue,
	Budget: ({money}, database) => sayMoney(money?.approved, database),
	'Forecast cost': ({money}, database) => sayMoney(money?.forecast, database),
	Spent: ({money}, database) => sayMoney(money?.spent, database),
	Comment: (project) => latestNote(project),
});

/** One row a project, its milestones' days as columns: the sheet that a programme office hands round. */
export const portfolioSheet: Export = {
	...projects,
	more: (database) => milestoneColumns(database).map(({heading}) => heading),
	rows(database) {
		const more = milestoneColumns(database);
		return projects
			.rows(database)
			.map((row, index) => [
				...row,
				...more.map(({cell}) => cell(database.projects[index] as Project)),
			]);
	},
};
