import type {Command} from './command.ts';
import {renderTable, tableFormat} from './document.ts';
import {readDatabase} from './open.ts';
import {dayIn} from '../domain/calendar.ts';
import {deliver, outputFlags} from './output.ts';

const command: Command = {
	name: 'projects',
	usage: '<database> [filter]',
	summary: 'lists the projects, or those that fit a filter such as “blocked p2”',
	flags: {format: tableFormat, ...outputFlags},
	async run(context) {
		const database = await readDatabase(context);
		const [{projectTable}, {filterProjects}] = await Promise.all([
			import('../documents/register.ts'),
			import('../domain/queries/strategy/project-filter.ts'),
		]);
		const projects = filterProjects(
			database,
			context.arguments[1] ?? '',
			dayIn(context.now(), database.organisation.timeZone),
		);
		await deliver(
			context,
			await renderTable(context, projectTable(database, projects), projects, 'No projects.'),
		);
		return 0;
	},
};
export default command;
