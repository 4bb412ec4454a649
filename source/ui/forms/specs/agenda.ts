import {boardOf, itemOf} from '../../../domain/queries/meetings.ts';
import {projectById} from '../../../domain/queries/projects.ts';
import {same} from '../../../domain/equal.ts';
import {exclusionOf, exemptionOf, paragraphWords} from '../../../domain/queries/exempt.ts';
import {urgencyLacks} from '../../../domain/rules/published-agenda.ts';
import {exclusionText} from '../../../domain/rules/snippets.ts';
import type {
	AgendaItem,
	Board,
	Database,
	Exempt,
	ItemKind,
	Meeting,
} from '../../../domain/schema/index.ts';
import {itemKinds} from '../../../domain/schema/values.ts';
import {itemKindWords} from '../../../domain/words.ts';
import {changedFields, type Form, type FormSpec, given, type Target, valueOf} from '../form.ts';
import {itemName, meetingOf} from './item.ts';

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

/** What an item is about, from the id of a priority, project or report. */
function aboutOf(database: Database, typed: string): AgendaItem['about'] | {message: string} {
	if (typed === '') return undefined;
	const id = typed.toUpperCase();
	const same = (record: {id: string}) => record.id.toUpperCase() === id;
	const priority = database.strategies.flatMap(({priorities}) => priorities).find(same);
	if (priority) return {priority: priority.id};
	const project = projectById(database, id);
	if (project) return {project: project.id};
	const report = database.reports.find(same);
	return report
		? {report: report.id}
		: {message: `there is no priority, project or report ${typed}`};
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
			{name: 'minutes', label: 'Minutes', kind: 'line', hint: 'time allotted'},
			...(target.item
				? []
				: [
						{
							name: 'about',
							label: 'About',
							kind: 'line' as const,
							hint: 'the id of a priority, project or report, if it is about one',
						},
					]),
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
		const {title, minutes} = found ?? {};
		return {
			base: {title, minutes},
			values: {
				kind: 'business',
				title: title ?? '',
				minutes: minutes === undefined ? '' : String(minutes),
			},
		};
	},
	submit({database}, form) {
		const {meeting = '', item} = form.target;
		const minutes = minutesOf(valueOf(form, 'minutes'));
		if (typeof minutes === 'object') return {field: 'minutes', message: minutes.message};
		const about = aboutOf(database, valueOf(form, 'about'));
		if (about && 'message' in about) return {field: 'about', message: String(about.message)};
		const title = given(form, 'title') ?? titleOf(database, about);
		if (!title) return {field: 'title', message: 'an item needs a title'};
		if (item) {
			const fields = changedFields(form, {title, minutes});
			return Object.keys(fields).length === 0
				? {field: 'title', message: 'nothing has changed yet'}
				: {changes: [{kind: 'agenda/edit', meeting, item, fields}]};
		}
		const itemKind = valueOf(form, 'kind') as ItemKind;
		const urgency = given(form, 'urgency');
		const held = meetingOf(database, meeting);
		const refused = held && urgencyLacks(database, held, urgency);
		if (refused) return {field: 'urgency', message: refused.message};
		const agenda = held?.agenda ?? [];
		const index = agenda.findIndex(({id}) => id === form.target.after);
		const at = index === -1 ? undefined : index + 1;
		return {
			changes: [{kind: 'agenda/add', meeting, itemKind, title, minutes, about, urgency, at}],
		};
	},
};

/** What an item is called when only what it is about was given. */
function titleOf(database: Database, about: AgendaItem['about']): string | undefined {
	const {report, project} = about ?? {};
	if (report) return database.reports.find(({id}) => id === report)?.title;
	return project ? projectById(database, project)?.title : undefined;
}

const boardKind = (database: Database, meeting: string): Board['kind'] | undefined => {
	const held = meetingOf(database, meeting);
	return held && boardOf(database, held)?.kind;
};

const paragraphOptions = Object.entries(paragraphWords).map(([key, about]) => ({
	value: key,
	label: about,
	key,
}));

/** What is kept from the public of the item that a form is about, and why. */
function exemptionNow(database: Database, {meeting, item}: Target): Exempt | undefined {
	const held = meetingOf(database, meeting);
	const found = held && itemOf(held, item);
	return found && exemptionOf(database, found);
}

/**
 * The item on which a resolution to exclude the public belongs, if the meeting still has to take it: where the
 * agenda has an item for it, that one.
 */
function toResolve(database: Database, {target}: Form, paragraph: number): string | undefined {
	const held = meetingOf(database, target.meeting);
	const index = held?.agenda.findIndex(({id}) => id === target.item) ?? -1;
	const found = held?.agenda[index];
	if (!found || held?.status !== 'open' || paragraph === 0) return undefined;
	const now = exemptionOf(database, found);
	if (now?.paragraphs[0] === paragraph && exclusionOf(database, held, found)) return undefined;
	return held.agenda.slice(0, index).findLast(({kind}) => kind === 'exclusion')?.id ?? found.id;
}

/**
 * An item is kept from the public. While the meeting sits, that is a resolution of the meeting, moved
 * from the chair, in the standard wording.
 */
export const exempt: FormSpec = {
	title: (database, {target}) => `Exempt: ${itemName(database, target)}`,
	lead: (database, form) =>
		toResolve(database, form, Number(valueOf(form, 'paragraph')))
			? ['The resolution to exclude press and public is recorded, without dissent.']
			: [],
	enterSaves: true,
	fields: (_database, {base}) => [
		{
			name: 'paragraph',
			label: 'Schedule 12A',
			kind: 'choice',
			options: [
				...paragraphOptions,
				...(base['exempt']
					? [{value: '0', label: 'not exempt: the item is public again', key: '0'}]
					: []),
			],
		},
		{name: 'title', label: 'Public title', kind: 'line', hint: 'what the public reads instead'},
		{
			name: 'summary',
			label: 'Summary',
			kind: 'line',
			hint: 'for the public, where needed (s.100C)',
		},
	],
	start(database, target) {
		const held = meetingOf(database, target.meeting);
		const now = exemptionNow(database, target);
		return {
			base: {exempt: held && itemOf(held, target.item)?.exempt},
			values: {
				paragraph: String(now?.paragraphs[0] ?? 3),
				title: now?.title ?? '',
				summary: now?.summary ?? '',
			},
		};
	},
	submit({database}, form) {
		const {meeting = '', item = ''} = form.target;
		const from = form.base['exempt'] as AgendaItem['exempt'];
		const paragraph = Number(valueOf(form, 'paragraph'));
		const now = exemptionNow(database, form.target);
		const paragraphs = now?.paragraphs[0] === paragraph ? now.paragraphs : [paragraph];
		const to =
			paragraph === 0
				? undefined
				: {paragraphs, title: given(form, 'title'), summary: given(form, 'summary')};
		const mark = {kind: 'agenda/exempt' as const, meeting, item, from, to};
		const own = toResolve(database, form, paragraph);
		if (!own) {
			return same(from, to)
				? {field: 'paragraph', message: 'nothing has changed yet: the item is exempt already'}
				: {changes: [mark]};
		}
		return {
			changes: [
				mark,
				{
					kind: 'decision/record',
					meeting,
					item: own,
					title: 'Exclusion of the press and public',
					resolution: exclusionText(database, paragraphs, boardKind(database, meeting)),
					outcome: 'approved',
					vote: {method: 'no-dissent'},
					procedural: true,
				},
			],
		};
	},
};
