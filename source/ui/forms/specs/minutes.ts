import {dayIn, sayDay} from '../../../domain/calendar.ts';
import {nameOf, personName} from '../../../domain/names.ts';
import {findPeople} from '../../../domain/queries/meeting/meetings.ts';
import {reviewOf} from '../../../domain/queries/strategy/review.ts';
import {unrecordedIn} from '../../../domain/queries/minutes/unrecorded.ts';
import {askWhySkipped, skippedBy} from '../../../domain/rules/minute-numbers.ts';
import {presentAt, presidingOn} from '../../../domain/rules/presence.ts';
import type {Database, Meeting} from '../../../domain/schema/index.ts';
import {type FormSpec, given, type Option, valueOf} from '../form.ts';
import {orList} from '../../../domain/queries/meeting/members.ts';
import {meetingOf} from './item.ts';
import {readPastDay} from '../days.ts';

/** `1` to `9`, then letters: one key for each of a list that a person picks from. */
export const keyFor = (index: number): string => '123456789abcdefghijklmnopqrstuvwxyz'[index] ?? '';

/** The meeting that approved the minutes of another. */
function approving(database: Database, meeting: string | undefined): Meeting | undefined {
	const by = meetingOf(database, meeting)?.minutes?.approvedBy;
	return by === undefined ? undefined : meetingOf(database, by);
}

/**
 * Who may sign: those who presided at the meeting that approved the minutes, whoever presided over the
 * minutes first. Empty when no roll was taken there: then nobody can say.
 */
function signatories(database: Database, meeting: string | undefined): string[] {
	const held = approving(database, meeting);
	if (!held || presentAt(held).length === 0) return [];
	const taken = held.agenda.filter(({startedAt}) => startedAt);
	const ordered = [...taken.filter(({kind}) => kind === 'minutes'), ...taken];
	return [...new Set(ordered.flatMap(({id}) => presidingOn(database, held, id) ?? []))];
}

/** The minutes would be given numbers that do not follow on; the issue says why. */
export const skip: FormSpec = {
	title: (database, {target}) =>
		`Issue the minutes of ${nameOf(database, `meetings/${target.meeting}`)}`,
	lead(database, {target}) {
		const held = meetingOf(database, target.meeting);
		const skipped = held && skippedBy(database, held);
		const clauses = held ? unrecordedIn(database, held) : [];
		return [
			'A version that was given out cannot be called back; its seal is printed on it.',
			...(skipped ? [`They do not follow on: ${askWhySkipped(skipped)}.`] : []),
			...(clauses.length > 0
				? [`Not recorded, and so not in the minutes: ${clauses.join('; ')}.`]
				: []),
		];
	},
	enterSaves: true,
	fields: () => [{name: 'why', label: 'Because', kind: 'line', hint: 'printed in the minutes'}],
	start: () => ({}),
	submit(_surroundings, form) {
		const why = given(form, 'why');
		return why
			? {changes: [{kind: 'minutes/issue', meeting: form.target.meeting ?? '', skipped: why}]}
			: {field: 'why', message: 'say why these numbers are not used'};
	},
};

export const sign: FormSpec = {
	title: (database, {target}) =>
		`Signature on the minutes of ${nameOf(database, `meetings/${target.meeting}`)}`,
	lead(database, {target}) {
		const held = approving(database, target.meeting);
		return [
			`For the record: the signature itself is in ink.${held ? ` Signed by whoever presided at ${nameOf(database, `meetings/${held.id}`)}, which approved them.` : ''}`,
		];
	},
	enterSaves: true,
	fields(database, {target}) {
		const options = signatories(database, target.meeting).map((id, index): Option => ({
			value: id,
			label: personName(database, id),
			key: keyFor(index),
		}));
		return [
			options.length > 0
				? {name: 'by', label: 'Signed by', kind: 'choice', options}
				: {
						name: 'by',
						label: 'Signed by',
						kind: 'owner',
						hint: 'who presided: initials or a part of the name',
					},
			{name: 'on', label: 'On', kind: 'past-day', hint: 'empty: today'},
		];
	},
	start(database, {meeting}) {
		const {approvedAt} = meetingOf(database, meeting)?.minutes ?? {};
		const day = approvedAt && dayIn(approvedAt, database.organisation.timeZone);
		return {
			values: {by: signatories(database, meeting)[0] ?? '', on: day ? sayDay(day) : ''},
		};
	},
	submit({database, today}, form) {
		const typed = valueOf(form, 'by');
		if (typed === '') return {field: 'by', message: 'say who signed'};
		const exact = database.people.filter(({id}) => id === typed);
		const found = exact.length > 0 ? exact : findPeople(database.people, typed);
		const [person] = found;
		if (!person)
			return {
				field: 'by',
				message: `nobody is called “${typed}”: type initials or a part of the name`,
			};
		if (found.length > 1) {
			return {field: 'by', message: `“${typed}” may be ${orList(found)}: type more of it`};
		}
		const on = readPastDay(form, 'on', {database, today});
		if ('message' in on) return on;
		const meeting = form.target.meeting ?? '';
		return {changes: [{kind: 'minutes/sign', meeting, by: person.id, on: on.day}]};
	},
};

const noteField = (item: string): string => `note ${item}`;

/** Each item has a note of its own in the form: to pick another one throws nothing away. */
export const correctMinutes: FormSpec = {
	title: (database, {target}) =>
		`Correct the minutes of ${nameOf(database, `meetings/${target.meeting}`)}`,
	lead: () => [
		'They were approved: the correction is printed with them, with your name and the reason. A decision is corrected in the register.',
	],
	fields(database, form) {
		const {agenda = []} = meetingOf(database, form.target.meeting) ?? {};
		const options = agenda.map(({id, title}, index): Option => ({
			value: id,
			label: title,
			key: keyFor(index),
		}));
		return [
			{name: 'item', label: 'Item', kind: 'choice', options},
			{
				name: noteField(valueOf(form, 'item')),
				label: 'Note',
				kind: 'long',
				hint: 'as it should read',
			},
			{name: 'reason', label: 'Correction', kind: 'line', hint: 'why it is corrected'},
		];
	},
	start(database, {meeting, item}) {
		const {agenda = []} = meetingOf(database, meeting) ?? {};
		const noted = agenda.find(({notes}) => notes) ?? agenda[0];
		const notes = agenda.map(({id, notes}) => [noteField(id), notes]);
		return {
			base: Object.fromEntries(notes),
			values: {
				item: item ?? noted?.id ?? '',
				...Object.fromEntries(notes.map(([field, text]) => [field, text ?? ''])),
				reason: '',
			},
		};
	},
	submit(_surroundings, form) {
		const item = valueOf(form, 'item');
		const field = noteField(item);
		const from = form.base[field] as string | undefined;
		const to = given(form, field);
		if (from === to) return {field, message: 'nothing has been corrected yet'};
		const reason = given(form, 'reason');
		if (!reason) return {field: 'reason', message: 'say why it is corrected'};
		const meeting = form.target.meeting ?? '';
		return {changes: [{kind: 'minutes/correct', meeting, item, from, to, reason}]};
	},
};

const conclusionField = (strategy: string): string => `conclusion ${strategy}`;

/**
 * The conclusion of a strategy's retrospective review; what the counts come to stands there at first. Each
 * strategy has one of its own in the form, as past ones are concluded too.
 */
export const conclude: FormSpec = {
	title: () => 'Conclusion of the review',
	lead: () => ['It closes the retrospective review. At first it says what the counts come to.'],
	fields({strategies}, form) {
		const options = strategies.map(({id, title}, index): Option => ({
			value: id,
			label: title,
			key: keyFor(index),
		}));
		return [
			...(strategies.length > 1
				? [{name: 'strategy', label: 'Strategy', kind: 'choice' as const, options}]
				: []),
			{
				name: conclusionField(valueOf(form, 'strategy')),
				label: 'Conclusion',
				kind: 'long',
				hint: 'what came of it',
			},
		];
	},
	start(database, {strategy}) {
		const all = database.strategies.map(({id, conclusion}) => ({
			field: conclusionField(id),
			conclusion,
			drafted: reviewOf(database, id)?.conclusion.text ?? '',
		}));
		return {
			base: Object.fromEntries(all.map(({field, conclusion}) => [field, conclusion])),
			values: {
				strategy: strategy ?? database.strategies[0]?.id ?? '',
				...Object.fromEntries(
					all.map(({field, conclusion, drafted}) => [field, conclusion ?? drafted]),
				),
			},
		};
	},
	submit(_surroundings, form) {
		const id = valueOf(form, 'strategy');
		const field = conclusionField(id);
		const from = form.base[field] as string | undefined;
		const to = given(form, field);
		if (from === to) return {field, message: 'nothing has changed yet'};
		return {changes: [{kind: 'strategy/conclude', id, from, to}]};
	},
};
