import {nameOf} from '../../../domain/names.ts';
import {callIn} from '../../../domain/law/index.ts';
import type {CallInEnd, Database} from '../../../domain/schema/index.ts';
import {callInEnds} from '../../../domain/schema/values.ts';
import {callInEndWords} from '../../../domain/words.ts';
import {type FormField, type Form, type FormSpec, given, type Option, valueOf} from '../form.ts';
import {readPastDay} from '../days.ts';

const decisionName = (database: Database, {target}: Form): string =>
	nameOf(database, `decisions/${target.decision}`);

/** A day that has been; nothing is today. */
const dayField = (name: string, label: string): FormField => ({
	name,
	label,
	kind: 'past-day',
	hint: 'empty: today',
});

export const callInForm: FormSpec = {
	title: (database, form) => `Call in decision ${decisionName(database, form)}`,
	lead(database, {target}) {
		const decision = database.decisions.find(({id}) => id === target.decision);
		// On the day of publication the clock runs, whatever day it is now; it tells the last day.
		return decision?.publishedOn
			? [callIn(database, decision, decision.publishedOn)?.says ?? '']
			: [];
	},
	fields: () => [
		{name: 'by', label: 'Called in by', kind: 'line', hint: 'the committee or its members'},
		dayField('on', 'On'),
		{name: 'reasons', label: 'Reasons', kind: 'long', hint: 'as they were given, if they were'},
	],
	start: () => ({values: {by: '', on: '', reasons: ''}}),
	submit({database, today}, form) {
		const by = given(form, 'by');
		if (!by) return {field: 'by', message: 'say who calls it in'};
		const on = readPastDay(form, 'on', {database, today});
		if ('message' in on) return on;
		const id = form.target.decision ?? '';
		return {
			changes: [{kind: 'decision/call-in', id, on: on.day, by, reasons: given(form, 'reasons')}],
		};
	},
};

const endKeys: Record<CallInEnd, string> = {released: 'r', 'referred-back': 'b', lapsed: 'l'};
const endMeanings: Record<CallInEnd, string> = {
	released: 'it stands',
	'referred-back': 'decided again',
	lapsed: 'nobody met in time',
};
const endOptions: Option[] = callInEnds.map((value) => ({
	value,
	label: `${callInEndWords[value]} (${endMeanings[value]})`,
	key: endKeys[value],
}));

export const release: FormSpec = {
	title: (database, form) => `End the call-in of decision ${decisionName(database, form)}`,
	enterSaves: true,
	fields: () => [
		{name: 'how', label: 'How', kind: 'choice', options: endOptions},
		dayField('on', 'On'),
		{name: 'note', label: 'Note', kind: 'line', hint: 'what scrutiny said, if anything'},
	],
	start: () => ({values: {how: 'released', on: '', note: ''}}),
	submit({database, today}, form) {
		const on = readPastDay(form, 'on', {database, today});
		if ('message' in on) return on;
		const id = form.target.decision ?? '';
		const how = valueOf(form, 'how') as CallInEnd;
		return {changes: [{kind: 'decision/release', id, on: on.day, how, note: given(form, 'note')}]};
	},
};
