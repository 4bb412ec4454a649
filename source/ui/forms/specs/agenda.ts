import {same} from '../../../domain/equal.ts';
import {itemOf} from '../../../domain/queries/meeting/meetings.ts';
import {projectById} from '../../../domain/queries/strategy/projects.ts';
import {refuseWithoutUrgency} from '../../../domain/law/published-agenda.ts';
import type {AgendaItem, Database, ItemKind, Meeting} from '../../../domain/schema/index.ts';
import {itemKinds} from '../../../domain/schema/values.ts';
import {itemKindWords} from '../../../domain/words.ts';
import {changedFields, type FormSpec, given, valueOf} from '../form.ts';
import {itemName, lawFor, meetingOf} from './item.ts';

const kindKeys: Record<ItemKind, string> = {
	apologies: 'a',
	declarations: 'd',
	minutes: 'm',
	actions: 'c',
	priority: 'p',
	report: 'r',
	business: 'b',
	urgent: 'u',
	exclusion: 'x',
	readmission: 'v',
	election: 'e',
	requests: 'q',
};
const kindOptions = itemKinds.map((value) => ({
	value,
	label: itemKindWords[value],
	key: kindKeys[value],
}));

const budgetOptions = [
	{value: '', label: 'no', key: 'n'},
	{value: 'yes', label: 'the budget or council tax is decided: votes are by name', key: 'y'},
];

/** What an item is about, from the id of a priority, project or report. */
function aboutOf(database: Database, typed: string): AgendaItem['about'] | {message: string} {
	if (typed === '') return undefined;
	const id = typed.toUpperCase();
	const same = (record: {id: string}) => record.id.toUpperCase() === id;
	const priority = database.strategies.flatMap(({priorities}) => priorities).find(same);
	if (priority) return {priority: priority.id};
	const project = projectById(database, id);
	if (project) return {project: project.id};
	const meeting = database.meetings.find(same);
	if (meeting) return {meeting: meeting.id};
	const decision = database.decisions.find(same);
	if (decision) return {decision: decision.id};
	const report = database.reports.find(same);
	return report
		? {report: report.id}
		: {message: `there is no priority, project, report, meeting or decision ${typed}`};
}

const minutesOf = (typed: string): number | undefined | {message: string} =>
	typed === ''
		? undefined
		: /^\d{1,3}$/.test(typed)
			? Number(typed)
			: {message: `“${typed}” is not a number of minutes`};

/** Whether the agenda is out, so that what is added needs a reason. */
export const isLate = ({publishedOn, status}: Meeting): boolean =>
	publishedOn !== undefined || status !== 'planned';

/** An item that is put on the agenda after the selected one, or the wording of one. */
export const item: FormSpec = {
	title: (database, {target}) =>
		target.item ? `Agenda, ${itemName(database, target)}` : 'New item',
	fields(database, {target}) {
		const held = meetingOf(database, target.meeting);
		const late = held !== undefined && isLate(held);
		return [
			...(target.item
				? []
				: [{name: 'kind', label: 'Kind', kind: 'choice' as const, options: kindOptions}]),
			{name: 'title', label: 'Title', kind: 'line'},
			{name: 'minutes', label: 'Time allotted', kind: 'line', hint: 'in minutes'},
			{
				name: 'about',
				label: 'About',
				kind: 'line',
				hint: 'the id of a priority, project or report; or of the meeting whose minutes are taken',
			},
			...(lawFor(database, target).budgetByName === undefined
				? []
				: [{name: 'budget', label: 'Budget', kind: 'choice' as const, options: budgetOptions}]),
			...(late && !target.item
				? [
						{
							name: 'urgency',
							label: 'Urgent',
							kind: 'line' as const,
							hint: 'the agenda is out: why can it not wait?',
						},
					]
				: []),
		];
	},
	start(database, target) {
		const held = meetingOf(database, target.meeting);
		const found = target.item && held ? itemOf(held, target.item) : undefined;
		const {title, minutes, about, budget} = found ?? {};
		const {priority, project, report, meeting, decision} = about ?? {};
		return {
			base: {title, minutes, about, budget},
			values: {
				kind: 'business',
				budget: budget ? 'yes' : '',
				title: title ?? '',
				minutes: minutes === undefined ? '' : String(minutes),
				about: priority ?? project ?? report ?? meeting ?? decision ?? '',
			},
		};
	},
	submit({database}, form) {
		const {meeting = '', item} = form.target;
		const minutes = minutesOf(valueOf(form, 'minutes'));
		if (typeof minutes === 'object') return {field: 'minutes', message: minutes.message};
		const named = aboutOf(database, valueOf(form, 'about'));
		if (named && 'message' in named) return {field: 'about', message: String(named.message)};
		// Of which item it carries on the form says nothing, and keeps it.
		const carriesOn = (form.base['about'] as AgendaItem['about'])?.item;
		const about = carriesOn === undefined ? named : {...named, item: carriesOn};
		const title = given(form, 'title') ?? titleOf(database, about);
		if (!title) return {field: 'title', message: 'an item needs a title'};
		const budget = valueOf(form, 'budget') === 'yes' || undefined;
		if (item) {
			const before = form.base['about'] as AgendaItem['about'];
			const isSame = valueOf(form, 'about') === form.initial['about'] || same(about, before);
			const fields = {
				...changedFields(form, {title, minutes, budget}),
				...(isSame ? {} : {about: {from: before, to: about}}),
			};
			return Object.keys(fields).length === 0
				? {field: 'title', message: 'nothing has changed yet'}
				: {changes: [{kind: 'agenda/edit', meeting, item, fields}]};
		}
		const itemKind = valueOf(form, 'kind') as ItemKind;
		const urgency = given(form, 'urgency');
		const held = meetingOf(database, meeting);
		const refused = held && refuseWithoutUrgency(database, held, urgency);
		if (refused) return {field: 'urgency', message: refused.message};
		const agenda = held?.agenda ?? [];
		const index = agenda.findIndex(({id}) => id === form.target.after);
		const at = index === -1 ? undefined : index + 1;
		return {
			changes: [
				{kind: 'agenda/add', meeting, itemKind, title, minutes, about, urgency, budget, at},
			],
		};
	},
};

/** What an item is called when only what it is about was given. */
function titleOf(database: Database, about: AgendaItem['about']): string | undefined {
	const {report, project} = about ?? {};
	if (report) return database.reports.find(({id}) => id === report)?.title;
	return project ? projectById(database, project)?.title : undefined;
}
