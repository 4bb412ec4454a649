import {sayDay} from '../../../domain/calendar.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {Draft} from '../../../domain/draft.ts';
import {reportLaw} from '../../../domain/law/boards.ts';
import {lawOf} from '../../../domain/law/index.ts';
import {itemOf} from '../../../domain/queries/meeting/meetings.ts';
import type {Database, Report} from '../../../domain/schema/index.ts';
import {type Form, type FormField, type FormSpec, type FormTarget, valueOf} from '../form.ts';
import {itemName, meetingOf} from './item.ts';
import {record} from './record.ts';

const reportOf = ({reports}: Database, {record: path}: FormTarget): Report | undefined =>
	reports.find(({id}) => path === `reports/${id}`);

/** The law of the board that it is for, as the form has it. */
const lawIn = (database: Database, {target, values}: Form) =>
	reportLaw(database, {
		board: values['board']?.value || reportOf(database, target)?.board,
	}).privately;

/** Why it is kept from the public, for the lead, as far as it was typed. */
function sayPrivate(database: Database, form: Form): string[] {
	const privately = lawIn(database, form);
	const ground = valueOf(form, 'exempt.ground');
	const confidential = valueOf(form, 'exempt.confidential') === 'yes';
	const numbers = valueOf(form, 'exempt.paragraphs').split(/\D+/).filter(Boolean).map(Number);
	if (!confidential && ground === '' && numbers.length === 0) return [];
	const paragraphs = numbers.map((number) => ({
		number,
		about: privately.paragraphs[number] ?? '',
	}));
	return [
		`${privately.label}, not open to the public: ${privately.says({paragraphs, confidential, ground: ground || undefined})}`,
	];
}

/** Which fields of a report the law of its board knows, with its words for them. */
function fitted(database: Database, form: Form, field: FormField): FormField[] {
	const {asks, field: label, summaryHint} = lawIn(database, form);
	const {keyHint} = lawOf(database);
	switch (field.name) {
		case 'key':
			return keyHint === undefined ? [] : [field];
		case 'keyReason':
			return keyHint === undefined ? [] : [{...field, hint: keyHint}];
		case 'exempt.paragraphs':
			return asks === 'paragraph' ? [{...field, label}] : [];
		case 'exempt.confidential':
			return asks === 'paragraph' ? [field] : [];
		case 'exempt.ground':
			return asks === 'ground' ? [{...field, label}] : [];
		case 'exempt.summary':
			return [{...field, hint: summaryHint}];
		default:
			return [field];
	}
}

/** Puts a new report behind the item that it was written for. */
function behind(database: Database, {meeting, item}: FormTarget, report: string): Change[] {
	const held = meetingOf(database, meeting);
	const about = held && itemOf(held, item)?.about;
	return held && item !== undefined
		? [
				{
					kind: 'agenda/edit',
					meeting: held.id,
					item,
					fields: {about: {from: about, to: {...about, report}}},
				},
			]
		: [];
}

/** The paper behind an item: all that it says, written here or altered after it came in from a file. */
export const report: FormSpec = {
	...record,
	title: (database, form) =>
		form.target.record === undefined && form.target.item !== undefined
			? `New report on ${itemName(database, form.target)}`
			: record.title(database, form),
	lead(database, form) {
		const found = reportOf(database, form.target);
		return [
			...sayPrivate(database, form),
			...(found?.publishedOn
				? [
						`Open to the public since ${sayDay(found.publishedOn)}: papers say that it was altered since.`,
					]
				: []),
		];
	},
	fields: (database, form) =>
		record.fields(database, form).flatMap((field) => fitted(database, form, field)),
	start(database, target) {
		const {base, values} = record.start(database, target);
		const held = meetingOf(database, target.meeting);
		const found = target.record === undefined && held ? itemOf(held, target.item) : undefined;
		return {
			base,
			values: {...values, ...(found && held ? {title: found.title, board: held.board} : {})},
		};
	},
	// Whoever comes from the checks of an item is about to say when it was published.
	focus: (database, {target}) =>
		target.item !== undefined && reportOf(database, target)?.publishedOn === undefined
			? target.record === undefined
				? 'summary'
				: 'publishedOn'
			: 'title',
	submit(surroundings, form) {
		const {database} = surroundings;
		const result = record.submit(surroundings, form);
		if (!('changes' in result)) return result;
		const [made] = result.changes;
		const {asks, refuses} = lawIn(database, form);
		const exempt =
			made?.kind === 'report/add'
				? made.exempt
				: made?.kind === 'report/edit'
					? made.fields.exempt?.to
					: undefined;
		const wrong = exempt && refuses(exempt);
		if (wrong)
			return {field: `exempt.${asks === 'paragraph' ? 'paragraphs' : 'ground'}`, message: wrong};
		if (made?.kind !== 'report/add' || form.target.item === undefined) return result;
		const id = new Draft(database).allocate('R', 'reports');
		return {changes: [{...made, id}, ...behind(database, form.target, id)]};
	},
};
