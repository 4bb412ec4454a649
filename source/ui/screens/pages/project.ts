import {dayIn, sayShortDay} from '../../../domain/calendar.ts';
import {nameOf} from '../../../domain/names.ts';
import {expectedOn, inOrder} from '../../../domain/queries/strategy/milestones.ts';
import {progressOf} from '../../../domain/queries/strategy/progress.ts';
import {sayProgress} from '../../../domain/queries/strategy/progress-words.ts';
import {isOpen, scoreOf} from '../../../domain/queries/strategy/risks.ts';
import {projectFields} from '../../../domain/records/project.ts';
import {currentStrategy, dependents} from '../../../domain/queries/strategy/projects.ts';
import type {Priority, Project} from '../../../domain/schema/index.ts';
import {criterionWords} from '../../../domain/words.ts';
import {line, rule} from '../../components/line.ts';
import {keyFor} from '../../keys-by-name.ts';
import {todayOf} from '../../state.ts';
import {statusTone} from '../../theme.ts';
import {confidencePart, statusPart} from '../projects.ts';
import type {View} from '../screen.ts';
import {fieldLines, labelCells, milestonePart, riskPart} from './record.ts';
import {labelled, labelWidth, paragraph, titleLines} from './text.ts';
import {privateLines} from './unreleased.ts';

export function projectPage(view: View, project: Project): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const strategy = currentStrategy(database);
	const criteria = Object.entries(project.criteria ?? {}).map(
		([id, result]) =>
			`${strategy?.criteria.find((one) => one.id === id)?.title ?? id}: ${criterionWords[result] ?? result}`,
	);
	const names = (ids: readonly string[] | undefined) =>
		(ids ?? []).map((id) => nameOf(database, `projects/${id}`)).join(', ');
	const mine = database.decisions.filter(({projects}) => projects?.includes(project.id));
	const actions = database.actions.filter((action) => action.project === project.id);
	return [
		...titleLines(view, `${project.id}  ${project.title}`),
		line(theme, width, ' ', statusPart(theme, project), '   ', confidencePart(theme, project), [
			'dim',
			project.confidence ? ' confidence' : '',
		]),
		...privateLines(view, `projects/${project.id}`),
		'',
		...paragraph(view, project.summary),
		...(project.summary ? [''] : []),
		...fieldLines(view, projectFields, project, [
			'title',
			'summary',
			'status',
			'confidence',
			'dependsOn',
		]),
		...labelled(view, 'Criteria', criteria.join(', '), labelCells),
		...labelled(view, 'Depends on', names(project.dependsOn), labelCells),
		...labelled(
			view,
			'Needed by',
			dependents(database, project.id)
				.map(({id, title}) => `${id} ${title}`)
				.join(', '),
			labelCells,
		),
		...labelled(
			view,
			'Decisions',
			mine.map(({id, title}) => `${id} ${title}`).join(', '),
			labelCells,
		),
		...labelled(
			view,
			'Actions',
			actions.map(({id, text}) => `${id} ${text}`).join(', '),
			labelCells,
		),
		...approvalLines(view, project),
		...milestoneLines(view, project),
		...riskLines(view, project),
		...updateLines(view, project),
	];
}

function updateLines(view: View, {updates}: Project): string[] {
	const {state, theme, width} = view;
	const {timeZone} = state.database.organisation;
	return [
		rule(theme, width, 'Updates, newest first'),
		...(updates.length === 0 ? [line(theme, width, '   none yet')] : []),
		...updates
			.toReversed()
			.flatMap((update) => [
				line(
					theme,
					width,
					['accent', ` ${sayShortDay(dayIn(update.at, timeZone))}`, labelWidth],
					...(update.status ? [statusPart(theme, {status: update.status}), '  '] : []),
					...(update.confidence ? [confidencePart(theme, update), '  '] : []),
					['dim', [update.by, update.meeting].filter(Boolean).join(', ')],
				),
				...paragraph(view, update.note, 3),
			]),
	];
}

/** What a board is asked to approve of it, and what it approved that is not in effect yet. */
function approvalLines(view: View, project: Project): string[] {
	const [progress] = progressOf(view.state.database, undefined, [project], todayOf(view.state));
	return (progress ? sayProgress(view.state.database, progress) : [])
		.filter(({label}) => ['Asked', 'Approved', 'To put in place'].includes(label))
		.flatMap(({label, text}) => labelled(view, label, text, labelCells));
}

/** The milestones by day, with how they stand against the day that was first approved. */
function milestoneLines(view: View, {milestones = []}: Project): string[] {
	const {theme, width} = view;
	if (milestones.length === 0) return [];
	return [
		rule(theme, width, `Milestones: ${keyFor('project.milestones')} keeps them`),
		...inOrder(milestones).map((milestone) =>
			line(
				theme,
				width,
				['strong', ` ${milestone.id}`, 8],
				milestonePart(view, milestone, 20),
				['plain', sayShortDay(expectedOn(milestone) ?? ''), 13],
				milestone.title,
			),
		),
	];
}

/** The risks that are open, the highest first. */
function riskLines(view: View, {risks = []}: Project): string[] {
	const {theme, width} = view;
	const open = risks.filter(isOpen).toSorted((a, b) => scoreOf(b.current) - scoreOf(a.current));
	if (open.length === 0) return [];
	return [
		rule(theme, width, `Risks: ${keyFor('project.risks')} keeps them`),
		...open.map((risk) =>
			line(theme, width, ['strong', ` ${risk.id}`, 8], riskPart(risk, 12), risk.event),
		),
	];
}

export function priorityPage(view: View, priority: Priority): string[] {
	const {theme, width, state} = view;
	// Beside a list there is little room: the labels are short.
	const cells = width < 60 ? 7 : undefined;
	return [
		...titleLines(view, `Priority ${priority.rank}: ${priority.title}`),
		...paragraph(view, priority.summary),
		'',
		...priority.aims.flatMap(({id, text}) => labelled(view, `Aim ${id}`, text, cells)),
		...(priority.workStream
			? [
					rule(theme, width, `Work stream: ${priority.workStream.title}`),
					...priority.workStream.aims.flatMap(({id, text}) => labelled(view, id, text, cells)),
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
					// Names before words: beside a narrow list the sign alone says how a project stands.
					width < 60
						? [statusTone[project.status], `${theme.glyphs.status[project.status]} `]
						: statusPart(theme, project, 23),
					project.title,
				),
			),
	];
}
