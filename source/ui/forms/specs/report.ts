import {sayDay} from '../../../domain/calendar.ts';
import {lawOf} from '../../../domain/law/index.ts';
import {reportOn} from '../../../domain/queries/meetings.ts';
import type {Database, Report} from '../../../domain/schema/index.ts';
import {
	changedFields,
	type FormField,
	type FormSpec,
	given,
	type FormTarget,
	valueOf,
} from '../form.ts';
import {lawFor, meetingOf} from './item.ts';
import {readPastDay} from './publication.ts';

const keyOptions = [
	{value: 'yes', label: 'yes', key: 'y'},
	{value: 'no', label: 'no', key: 'n'},
	{value: '', label: 'it does not say', key: 'q'},
];

function reportOf(database: Database, {meeting, item}: FormTarget): Report | undefined {
	const held = meetingOf(database, meeting);
	const found = held?.agenda.find(({id}) => id === item);
	return found && reportOn(database, found);
}

/** Whether it asks for a key decision, where the law knows such; `hint` says what makes one. */
const keyFields = (hint: string | undefined): FormField[] =>
	hint === undefined
		? []
		: [
				{name: 'key', label: 'Key decision', kind: 'choice', options: keyOptions},
				{name: 'keyReason', label: 'Key because', kind: 'line', hint},
			];

/** What is learnt of a report after it came in: when it was open to the public, and whether it asks for a key decision. */
export const report: FormSpec = {
	title(database, {target}) {
		const found = reportOf(database, target);
		return `Report ${found?.id ?? ''} ${found?.title ?? ''}`;
	},
	lead: (database, {target}) =>
		reportOf(database, target)?.exempt
			? [`${lawFor(database, target).privately.label}: it is not open to the public.`]
			: [],
	fields: (database) => [
		{
			name: 'publishedOn',
			label: 'Published',
			kind: 'past-day',
			hint: 'the day from which it was open to the public',
		},
		...keyFields(lawOf(database).keyHint),
	],
	start(database, target) {
		const {publishedOn, key, keyReason} = reportOf(database, target) ?? {};
		return {
			base: {publishedOn, key, keyReason},
			values: {
				publishedOn: publishedOn ? sayDay(publishedOn) : '',
				key: key === undefined ? '' : key ? 'yes' : 'no',
				keyReason: keyReason ?? '',
			},
		};
	},
	submit({database, today}, form) {
		const id = reportOf(database, form.target)?.id;
		if (id === undefined) return {message: 'the item has no report any more'};
		const typed = given(form, 'publishedOn');
		const read = typed === undefined ? {day: undefined} : readPastDay(form, 'publishedOn', today);
		if ('message' in read) return read;
		const key = valueOf(form, 'key');
		const fields = changedFields(form, {
			publishedOn: read.day,
			key: key === '' ? undefined : key === 'yes',
			keyReason: given(form, 'keyReason'),
		});
		return Object.keys(fields).length === 0
			? {field: 'publishedOn', message: 'nothing has changed yet'}
			: {changes: [{kind: 'report/edit', id, fields}]};
	},
};
