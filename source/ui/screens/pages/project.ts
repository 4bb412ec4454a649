import {dayIn, sayDay, sayShortDay} from '../../../domain/calendar.ts';
import {sayMoney} from '../../../domain/money.ts';
import {nameOf, personName} from '../../../domain/names.ts';
import {currentStrategy, dependents} from '../../../domain/queries/projects.ts';
import type {Priority, Project} from '../../../domain/schema/index.ts';
import {criterionWords} from '../../../domain/words.ts';
import {line, rule} from '../../components/line.ts';
import {confidencePart, statusPart} from '../projects.ts';
import type {View} from '../screen.ts';
import {labelled, labelWidth, paragraph} from './text.ts';
import {privateLines} from './unreleased.ts';

export function projectPage(view: View, project: Project): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const strategy = currentStrategy(database);
	const priority = strategy?.priorities.find(({id}) => id === project.priority);
	const criteria = Object.entries(project.criteria ?? {}).map(
		([id, result]) =>
			`${strategy?.criteria.find((one) => one.id === id)?.title ?? id}: ${criterionWords[result] ?? result}`,
	);
	const names = (ids: readonly string[] | undefined) =>
		(ids ?? []).map((id) => nameOf(database, `projects/${id}`)).join(', ');
	const domains = (project.domains ?? [])
		.map((id) => strategy?.domains.find((domain) => domain.id === id)?.title ?? id)
		.join(', ');
	const mine = database.decisions.filter(({projects}) => projects?.includes(project.id));
	const actions = database.actions.filter((action) => action.project === project.id);
	return [
		line(theme, width, ['strong', ` ${project.id}  ${project.title}`]),
		line(theme, width, ' ', statusPart(theme, project), '   ', confidencePart(theme, project), [
			'dim',
			project.confidence ? ' confidence' : '',
		]),
		...privateLines(view, `projects/${project.id}`),
		'',
		...paragraph(view, project.summary),
		...(project.summary ? [''] : []),
		...labelled(view, 'Priority', priority && `${priority.rank}  ${priority.title}`),
		...labelled(view, 'Owner', project.owner && personName(database, project.owner)),
		...labelled(view, 'Supplier', project.supplier),
		...labelled(view, 'Due', project.due && sayDay(project.due)),
		...labelled(view, 'Budget', sayMoney(project.money?.approved, database)),
		...labelled(view, 'Domains', domains),
		...labelled(view, 'Criteria', criteria.join(', ')),
		...labelled(view, 'Depends on', names(project.dependsOn)),
		...labelled(
			view,
			'Needed by',
			dependents(database, project.id)
				.map(({id, title}) => `${id} ${title}`)
				.join(', '),
		),
		...labelled(view, 'Decisions', mine.map(({id, title}) => `${id} ${title}`).join(', ')),
		...labelled(view, 'Actions', actions.map(({id, text}) => `${id} ${text}`).join(', ')),
		rule(theme, width, 'Updates, newest first'),
		...(project.updates.length === 0 ? [line(theme, width, '   none yet')] : []),
		...project.updates
			.toReversed()
			.flatMap((update) => [
				line(
					theme,
					width,
					[
						'accent',
						` ${sayShortDay(dayIn(update.at, database.organisation.timeZone))}`,
						labelWidth,
					],
					...(update.status ? [statusPart(theme, {status: update.status}), '  '] : []),
					...(update.confidence ? [confidencePart(theme, update), '  '] : []),
					['dim', [update.by, update.meeting].filter(Boolean).join(', ')],
				),
				...paragraph(view, update.note, 3),
			]),
	];
}

export function priorityPage(view: View, priority: Priority): string[] {
	const {theme, width, state} = view;
	return [
		line(theme, width, ['strong', ` Priority ${priority.rank}: ${priority.title}`]),
		...paragraph(view, priority.summary),
		'',
		...priority.aims.flatMap(({id, text}) => labelled(view, `Aim ${id}`, text)),
		...(priority.workStream
			? [
					rule(theme, width, `Work stream: ${priority.workStream.title}`),
					...priority.workStream.aims.flatMap(({id, text}) => labelled(view, id, text)),
				]
			: []),
		...(priority.updates?.length ? [rule(theme, width, 'Review')] : []),
		...(priority.updates ?? []).flatMap((update) => paragraph(view, update.note)),
		rule(theme, width, 'Projects'),
		...state.database.projects
			.filter((project) => project.priority === priority.id)
			.map((project) =>
				line(
					theme,
					width,
					['strong', ` ${project.id}`, 10],
					statusPart(theme, project, 23),
					project.title,
				),
			),
	];
}
