import {dayIn, sayAgo, sayDay, sayPeriod, sayShortDay, timeIn} from '../../domain/calendar.ts';
import {nameOf, personName} from '../../domain/names.ts';
import {actionsOn, decisionsOn, itemNumber, itemOf} from '../../domain/queries/meetings.ts';
import {currentStrategy, dependents, projectById} from '../../domain/queries/projects.ts';
import {tellEntry} from '../../domain/queries/sentences.ts';
import type {
	Action,
	AgendaItem,
	Database,
	Decision,
	Entry,
	Meeting,
	Priority,
	Project,
} from '../../domain/schema/index.ts';
import {actionStatusWords, outcomeWords, sayValue} from '../../domain/words.ts';
import {line, rule} from '../components/line.ts';
import {cleanLines} from '../text/clean.ts';
import {wrap} from '../text/wrap.ts';
import {confidencePart, statusPart} from './projects.ts';
import type {View} from './screen.ts';

const labelWidth = 14;

/** A label with a text beside it, wrapped; nothing when there is no text. */
function labelled(view: View, label: string, text: string | undefined): string[] {
	if (!text) return [];
	const {theme, width} = view;
	return wrap(cleanLines(text), Math.max(10, width - labelWidth - 2)).map(({text: piece}, index) =>
		line(
			theme,
			width,
			['dim', index === 0 ? ` ${label}` : '', labelWidth],
			piece.replace(/\n$/, ''),
		),
	);
}

/** A text over the whole width, wrapped. */
function paragraph(view: View, text: string | undefined, indent = 1): string[] {
	if (!text) return [];
	const {theme, width} = view;
	return wrap(cleanLines(text), Math.max(10, width - indent - 1)).map(({text: piece}) =>
		line(theme, width, ' '.repeat(indent) + piece.replace(/\n$/, '')),
	);
}

export function projectPage(view: View, project: Project): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const strategy = currentStrategy(database);
	const priority = strategy?.priorities.find(({id}) => id === project.priority);
	const criteria = Object.entries(project.criteria ?? {}).map(
		([id, result]) => `${strategy?.criteria.find((one) => one.id === id)?.title ?? id}: ${result}`,
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
		'',
		...paragraph(view, project.summary),
		...(project.summary ? [''] : []),
		...labelled(view, 'Priority', priority && `${priority.rank}  ${priority.title}`),
		...labelled(view, 'Owner', project.owner && personName(database, project.owner)),
		...labelled(view, 'Supplier', project.supplier),
		...labelled(view, 'Due', project.due && sayDay(project.due)),
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

export function decisionPage(view: View, decision: Decision): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const board = database.boards.find(({id}) => id === decision.board);
	const held = database.meetings.find(({id}) => id === decision.meeting);
	const standing = decision.status === 'recorded' ? '' : `  ${decision.status.toUpperCase()}`;
	return [
		line(theme, width, ['strong', ` ${decision.id}  ${decision.title}`]),
		line(
			theme,
			width,
			['accent', ` ${outcomeWords[decision.outcome]}`],
			['bad', standing],
			[
				'dim',
				`  ${sayPeriod(decision.date)}${decision.reference ? `  reference ${decision.reference}` : ''}`,
			],
		),
		'',
		...labelled(view, 'Resolution', decision.resolution),
		...labelled(view, 'Reasons', decision.reasons ?? 'none recorded'),
		...labelled(view, 'Alternatives', decision.alternatives ?? 'none recorded'),
		...labelled(view, 'Recommended', decision.recommendation),
		...labelled(view, 'Mover', decision.mover && personName(database, decision.mover)),
		...labelled(view, 'Seconder', decision.seconder && personName(database, decision.seconder)),
		...labelled(
			view,
			'Key decision',
			decision.key === undefined ? undefined : decision.key ? 'yes' : 'no',
		),
		...labelled(view, 'Taken by', board?.name),
		...labelled(
			view,
			'Meeting',
			held &&
				`${held.id} ${held.title}${decision.item ? `, item ${itemNumber(held, decision.item)}` : ''}`,
		),
		...labelled(
			view,
			'Projects',
			decision.projects?.map((id) => nameOf(database, `projects/${id}`)).join(', '),
		),
		...(decision.corrections ?? []).flatMap(({at, by, reason}) =>
			labelled(
				view,
				'Corrected',
				`${sayDay(dayIn(at, database.organisation.timeZone))} by ${by}: ${reason}`,
			),
		),
		...(decision.retraction
			? labelled(view, 'Retracted', `by ${decision.retraction.by}: ${decision.retraction.reason}`)
			: []),
	];
}

export function actionPage(view: View, action: Action): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	return [
		line(
			theme,
			width,
			['strong', ` ${action.id}`],
			['accent', `  ${actionStatusWords[action.status]}`],
		),
		...paragraph(view, action.text),
		'',
		...labelled(view, 'Owner', action.owner && personName(database, action.owner)),
		...labelled(view, 'Due', action.due && sayDay(action.due)),
		...labelled(view, 'Project', action.project && nameOf(database, `projects/${action.project}`)),
		...labelled(
			view,
			'Decision',
			action.decision && nameOf(database, `decisions/${action.decision}`),
		),
		...labelled(view, 'Meeting', action.meeting && nameOf(database, `meetings/${action.meeting}`)),
		...labelled(view, 'Note', action.note),
	];
}

/** What is recorded on an agenda item. */
export function itemPage(view: View, held: Meeting, item: AgendaItem): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const report = database.reports.find(({id}) => id === item.about?.report);
	const decisions = decisionsOn(database, held.id, item.id);
	const lines = [
		...labelled(view, 'Paper', report && `${report.reference ?? report.id}  ${report.title}`),
		...(report?.recommendations ?? []).flatMap((text, index) =>
			labelled(view, index === 0 ? 'Recommended' : '', text),
		),
		...labelled(view, 'Note', item.notes),
		...decisions.flatMap((decision) =>
			labelled(
				view,
				decision.id,
				`${outcomeWords[decision.outcome]}: ${decision.resolution}${decision.status === 'recorded' ? '' : ` (${decision.status})`}`,
			),
		),
		...actionsOn(database, held.id, item.id).flatMap(({id, text, owner, due}) =>
			labelled(
				view,
				id,
				[text, owner && personName(database, owner), due && `due ${sayDay(due)}`]
					.filter(Boolean)
					.join(', '),
			),
		),
	];
	return lines.length > 0
		? lines
		: [line(theme, width, ['dim', '   nothing recorded on this item yet'])];
}

/** The meeting and the item that an act fell in, as people call them. */
function duringText(database: Database, {during}: Entry): string | undefined {
	const held = database.meetings.find(({id}) => id === during?.meeting);
	if (!during || !held) return during?.meeting;
	const item = itemOf(held, during.item);
	return `${nameOf(database, `meetings/${held.id}`)}${item ? `, item ${itemNumber(held, item.id)} ${item.title}` : ''}`;
}

export function entryPage(view: View, entry: Entry): string[] {
	const {state, theme, width} = view;
	const {database, now} = state;
	const zone = database.organisation.timeZone;
	const effects = (entry.effects ?? []).flatMap((effect) => {
		const what = `${effect.record}${effect.field ? ` ${effect.field}` : ''}`;
		if (effect.field === undefined) {
			const [word, value] =
				effect.to === undefined ? ['removed', effect.from] : ['added', effect.to];
			const fields = Object.entries((value ?? {}) as Record<string, unknown>);
			return [
				...labelled(view, word, what),
				...fields.flatMap(([field, content]) =>
					labelled(view, '', `${field}: ${sayValue(field, content)}`),
				),
			];
		}
		return [
			...labelled(view, 'changed', what),
			...labelled(view, '  before', sayValue(effect.field, effect.from)),
			...labelled(view, '  after', sayValue(effect.field, effect.to)),
		];
	});
	return [
		line(
			theme,
			width,
			['strong', ` Revision ${entry.revision}`],
			[
				'dim',
				`  ${sayDay(dayIn(entry.at, zone))} ${timeIn(entry.at, zone)}, ${sayAgo(entry.at, now)}`,
			],
		),
		...paragraph(view, tellEntry(database, entry)),
		'',
		...labelled(view, 'User', `${entry.actor.user} on ${entry.actor.host}`),
		...labelled(view, 'During', duringText(database, entry)),
		...labelled(view, 'Hash', entry.hash),
		rule(theme, width, 'Before and after'),
		...(effects.length > 0 ? effects : [line(theme, width, ['dim', '   no record was altered'])]),
	];
}

/** The record at a path, as a page. */
export function recordPage(view: View, path: string | undefined): string[] {
	const {database} = view.state;
	const [collection = '', id] = path?.split('/') ?? [];
	switch (collection) {
		case 'projects': {
			const project = projectById(database, id);
			return project ? projectPage(view, project) : [];
		}
		case 'priorities': {
			const priority = currentStrategy(database)?.priorities.find((one) => one.id === id);
			return priority ? priorityPage(view, priority) : [];
		}
		case 'decisions': {
			const decision = database.decisions.find((one) => one.id === id);
			return decision ? decisionPage(view, decision) : [];
		}
		case 'actions': {
			const action = database.actions.find((one) => one.id === id);
			return action ? actionPage(view, action) : [];
		}
		case 'meetings': {
			const held = database.meetings.find((one) => one.id === id);
			const item = held?.agenda.find((one) => path?.endsWith(`/agenda/${one.id}`));
			if (held && item) {
				return [
					line(view.theme, view.width, ['strong', ` ${itemNumber(held, item.id)}  ${item.title}`]),
					'',
					...itemPage(view, held, item),
				];
			}
			return (held?.agenda ?? []).map((one, index) =>
				line(view.theme, view.width, ['strong', ` ${index + 1}`, 5], one.title),
			);
		}
		case 'log': {
			const entry = database.log.find((one) => String(one.revision) === id);
			return entry ? entryPage(view, entry) : [];
		}
		default:
			return [];
	}
}
