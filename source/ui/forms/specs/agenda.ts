import type {BoardLaw} from '../../../domain/law/law.ts';
import {itemNumber, itemOf} from '../../../domain/queries/meetings.ts';
import {projectById} from '../../../domain/queries/projects.ts';
import {same} from '../../../domain/equal.ts';
import {exclusionOf, exemptionOf} from '../../../domain/queries/exempt.ts';
import {refuseWithoutUrgency} from '../../../domain/law/published-agenda.ts';
import {exclusionText} from '../../../domain/law/boards.ts';
import type {
	AgendaItem,
	Database,
	Exempt,
	ItemKind,
	Meeting,
} from '../../../domain/schema/index.ts';
import {itemKinds} from '../../../domain/schema/values.ts';
import {itemKindWords} from '../../../domain/words.ts';
import {
	changedFields,
	type FormField,
	type Form,
	type FormSpec,
	given,
	type FormTarget,
	valueOf,
} from '../form.ts';
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
		const refused = held && refuseWithoutUrgency(database, held, urgency);
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

/** What is kept from the public of the item that a form is about, and why. */
function exemptionNow(database: Database, {meeting, item}: FormTarget): Exempt | undefined {
	const held = meetingOf(database, meeting);
	const found = held && itemOf(held, item);
	return found && exemptionOf(database, found);
}

/**
 * The item on which a resolution to go into private belongs, if the meeting still has to take it: where the
 * agenda has an item for it, that one.
 */
function toResolve(database: Database, {target}: Form, to: Exempt | undefined): string | undefined {
	const held = meetingOf(database, target.meeting);
	const index = held?.agenda.findIndex(({id}) => id === target.item) ?? -1;
	const found = held?.agenda[index];
	if (!found || held?.status !== 'open' || !to) return undefined;
	if (!lawFor(database, target).privately.resolves(to)) return undefined;
	const now = exemptionOf(database, found);
	const same = now && now.paragraphs[0] === to.paragraphs[0] && now.ground === to.ground;
	if (same && exclusionOf(database, held, found)) return undefined;
	return held.agenda.slice(0, index).findLast(({kind}) => kind === 'exclusion')?.id ?? found.id;
}

/** What the form says: undefined where the item is public again. */
function exemptIn(database: Database, form: Form): Exempt | undefined {
	const now = exemptionNow(database, form.target);
	const told = {title: given(form, 'title'), summary: given(form, 'summary')};
	if (valueOf(form, 'public') === 'yes') return undefined;
	if (lawFor(database, form.target).privately.asks === 'ground') {
		return {paragraphs: [], ground: given(form, 'ground'), ...told};
	}
	const picked = valueOf(form, 'paragraph');
	if (picked === '0') return undefined;
	if (picked === confidential) return {paragraphs: [], confidential: true, ...told};
	const paragraph = Number(picked);
	return {paragraphs: now?.paragraphs[0] === paragraph ? now.paragraphs : [paragraph], ...told};
}

const confidential = 'confidential';

/** Why an item is taken in private, as the board's law has it: by a paragraph, or in words. */
function groundFields({privately}: BoardLaw, isPrivate: boolean): FormField[] {
	const {asks, field, paragraphs, word} = privately;
	if (asks === 'ground') {
		return [
			{name: 'ground', label: field, kind: 'line', hint: 'why, as the board is told and may tell'},
			...(isPrivate
				? [
						{
							name: 'public',
							label: 'Again public',
							kind: 'choice' as const,
							options: [
								{value: '', label: 'no', key: 'n'},
								{value: 'yes', label: `yes, no longer ${word}`, key: 'y'},
							],
						},
					]
				: []),
		];
	}
	const options = Object.entries(paragraphs).map(([key, label]) => ({value: key, label, key}));
	return [
		{
			name: 'paragraph',
			label: field,
			kind: 'choice',
			options: [
				...options,
				{value: confidential, label: 'confidential by law: no resolution is needed', key: 'c'},
				...(isPrivate
					? [{value: '0', label: `not ${word}: the item is public again`, key: '0'}]
					: []),
			],
		},
	];
}

/**
 * An item is kept from the public. While the meeting sits, that is a resolution of the meeting, moved from the
 * chair, in the standard wording; where that is the board's own, it is read back first.
 */
export const exempt: FormSpec = {
	title: (database, {target}) =>
		`${lawFor(database, target).privately.label}: ${itemName(database, target)}`,
	lead(database, form) {
		const {asks} = lawFor(database, form.target).privately;
		return asks === 'paragraph' && toResolve(database, form, exemptIn(database, form))
			? ['The resolution to exclude press and public is recorded, without dissent.']
			: [];
	},
	enterSaves: true,
	fields(database, {target, base}) {
		const law = lawFor(database, target);
		return [
			...groundFields(law, base['exempt'] !== undefined),
			{name: 'title', label: 'Public title', kind: 'line', hint: 'what the public reads instead'},
			{name: 'summary', label: 'Summary', kind: 'line', hint: law.privately.summaryHint},
		];
	},
	start(database, target) {
		const held = meetingOf(database, target.meeting);
		const now = exemptionNow(database, target);
		return {
			base: {exempt: held && itemOf(held, target.item)?.exempt},
			values: {
				paragraph: now?.confidential ? confidential : String(now?.paragraphs[0] ?? 3),
				ground: now?.ground ?? '',
				title: now?.title ?? '',
				summary: now?.summary ?? '',
			},
		};
	},
	submit({database}, form) {
		const {meeting = '', item = ''} = form.target;
		const {privately} = lawFor(database, form.target);
		const first = privately.asks;
		const from = form.base['exempt'] as AgendaItem['exempt'];
		const to = exemptIn(database, form);
		const wrong = to && privately.refuses(to);
		if (wrong) return {field: first, message: wrong};
		const mark = {kind: 'agenda/exempt' as const, meeting, item, from, to};
		const own = toResolve(database, form, to);
		const held = meetingOf(database, meeting);
		if (!own || !held || !to) {
			return same(from, to)
				? {field: first, message: `nothing has changed yet: the item is ${privately.word} already`}
				: {changes: [mark]};
		}
		return {
			changes: [
				mark,
				{
					kind: 'decision/record',
					meeting,
					item: own,
					title: privately.title,
					resolution: exclusionText(database, held, to, itemNumber(held, item)),
					outcome: 'approved',
					vote: {method: 'no-dissent'},
					procedural: true,
				},
			],
		};
	},
	readBack(database, form, changes) {
		const taken = changes.find((change) => change.kind === 'decision/record');
		return taken && lawFor(database, form.target).privately.asks === 'ground'
			? [taken.resolution, '', 'Vote: without dissent, moved from the chair']
			: undefined;
	},
};
