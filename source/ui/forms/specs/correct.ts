import {isDisclosed} from '../../../domain/rules/disclosed.ts';
import {sayPeriod} from '../../../domain/calendar.ts';
import {same} from '../../../domain/equal.ts';
import {nameOf, personName} from '../../../domain/names.ts';
import type {Database, Decision} from '../../../domain/schema/index.ts';
import {alternativesField, confirmedField} from '../alternatives.ts';
import {type Form, type FormSpec, given, type Result, valueOf} from '../form.ts';
import {askedBy, type LawField} from '../statutory.ts';
import {fitWording} from '../wording.ts';
import {ballotFields, readAsked, typedBallot} from './between.ts';
import {lawFor} from './item.ts';
import {
	amendmentFields,
	motionFields,
	outcomeOptions,
	readAmendments,
	readMotion,
	typedAmendments,
	typedVote,
} from './motion.ts';

const decisionOf = (database: Database, id = ''): Decision | undefined =>
	database.decisions.find((decision) => decision.id === id);

const isDraft = (database: Database, id: string | undefined): boolean => {
	const found = decisionOf(database, id);
	return found !== undefined && !isDisclosed(database, found);
};

/** Fields that some laws ask for. */
const statutory: LawField[] = [
	{
		field: 'conflicts',
		name: 'conflicts',
		label: 'Conflicts',
		kind: 'choice',
		options: [
			{value: '', label: 'as the meeting’s record says', key: 'm'},
			{value: 'none', label: 'none were declared', key: 'n'},
		],
	},
	{field: 'dispensations', name: 'dispensations', label: 'Dispensation', kind: 'line'},
	{field: 'key', name: 'keyReason', label: 'Key because', kind: 'line'},
];

const plain = [
	'title',
	'resolution',
	'reference',
	'reasons',
	'alternatives',
	'dispensations',
	'keyReason',
] as const;

/** The amendments: as they are where nothing about them was typed. */
function readCorrected(database: Database, form: Form) {
	const isTouched = Object.entries(form.values).some(
		([name, {value}]) => name.startsWith('amendment') && value !== (form.initial[name] ?? ''),
	);
	if (!isTouched) return {amendments: form.base['amendments']};
	const read = readAmendments(database, form);
	if ('message' in read) return read;
	return {amendments: read.amendments.length > 0 ? read.amendments : undefined};
}

export const correct: FormSpec = {
	title: (database, {target}) =>
		`${isDraft(database, target.decision) ? 'Edit the draft of' : 'Correct'} decision ${nameOf(database, `decisions/${target.decision}`)}`,
	lead: (database, {target}) => {
		const found = decisionOf(database, target.decision);
		if (!found) return [];
		return [
			`Recorded ${sayPeriod(found.date)}. ${isDraft(database, found.id) ? 'It has not been given out, so it is edited; the log keeps each step.' : 'The earlier wording stays in the log.'}`,
		];
	},
	fields: (database, form) => [
		{name: 'title', label: 'Title', kind: 'line'},
		{name: 'resolution', label: 'Resolution', kind: 'long'},
		{name: 'outcome', label: 'Outcome', kind: 'choice', options: outcomeOptions(database, form)},
		...motionFields(database, form),
		...ballotFields(database, form),
		...amendmentFields(database, form),
		{name: 'reasons', label: 'Reasons', kind: 'long'},
		alternativesField(),
		confirmedField,
		...askedBy(lawFor(database, form.target), statutory),
		{name: 'reference', label: 'Reference', kind: 'line'},
		// Until somebody outside has seen it, it is a draft that is edited.
		...(isDraft(database, form.target.decision)
			? []
			: [
					{name: 'reason', label: 'Correction', kind: 'line' as const, hint: 'why it is corrected'},
				]),
	],
	changed: (database, form, name) => (name === 'outcome' ? fitWording(database, form) : form),
	start(database, {decision}) {
		const found = decisionOf(database, decision);
		const name = (id?: string) => (id ? personName(database, id) : '');
		const {outcome, mover, seconder, vote, needs, alternativesConfirmed, noConflicts} = found ?? {};
		const {answered: _answered, ...asked} = found?.asked ?? {};
		const amendments = found?.amendments?.map(({id: _id, ...amendment}) => amendment);
		return {
			base: {
				...Object.fromEntries(plain.map((field) => [field, found?.[field]])),
				outcome,
				mover,
				seconder,
				vote,
				needs,
				...(found?.asked ? {asked} : {}),
				amendments,
				alternativesConfirmed,
				noConflicts,
			},
			values: {
				...Object.fromEntries(plain.map((field) => [field, found?.[field] ?? ''])),
				outcome: outcome ?? '',
				mover: name(mover),
				seconder: name(seconder),
				vote: typedVote(database, vote, needs),
				casting: vote?.casting?.vote ?? '',
				...(found ? typedBallot(database, found) : {}),
				...typedAmendments(database, amendments ?? []),
				confirmed: alternativesConfirmed ? 'yes' : '',
				conflicts: noConflicts ? 'none' : '',
				reason: '',
			},
		};
	},
	submit(around, form) {
		const {database} = around;
		const motion = readMotion(database, form);
		if ('message' in motion) return motion;
		const ballot = form.base['asked'] === undefined ? undefined : readAsked(around, form);
		if (ballot && 'message' in ballot) return ballot;
		const amended = readCorrected(database, form);
		if ('message' in amended) return amended;
		for (const name of ['title', 'resolution']) {
			if (!given(form, name)) return {field: name, message: 'this cannot be left empty'};
		}
		const now: Record<string, unknown> = {
			...Object.fromEntries(plain.map((field) => [field, given(form, field)])),
			outcome: valueOf(form, 'outcome'),
			alternativesConfirmed: valueOf(form, 'confirmed') === 'yes' || undefined,
			noConflicts: valueOf(form, 'conflicts') === 'none' || undefined,
			mover: motion.mover,
			seconder: motion.seconder,
			vote: motion.vote,
			needs: motion.needs,
			...(ballot ? {needs: undefined, ...ballot} : {}),
			amendments: amended.amendments,
		};
		const fields = Object.fromEntries(
			Object.entries(now)
				.filter(([field, to]) => !same(form.base[field], to))
				.map(([field, to]) => [field, {from: form.base[field], to}]),
		);
		if (Object.keys(fields).length === 0) {
			return {field: 'title', message: 'nothing has been corrected yet'};
		}
		if (isDraft(database, form.target.decision)) {
			return {changes: [{kind: 'decision/edit', id: form.target.decision ?? '', fields}]};
		}
		const reason = given(form, 'reason');
		if (!reason) return {field: 'reason', message: 'say why it is corrected'};
		return {
			changes: [{kind: 'decision/correct', id: form.target.decision ?? '', reason, fields}],
		};
	},
};

/** What is done to a decision with nothing but a reason. */
function withReason(
	form: Form,
	kind: 'decision/retract' | 'decision/confirm',
	message: string,
): Result {
	const reason = given(form, 'reason');
	return reason
		? {changes: [{kind, id: form.target.decision ?? '', reason}]}
		: {field: 'reason', message};
}

export const retract: FormSpec = {
	title: (database, {target}) =>
		`Retract decision ${nameOf(database, `decisions/${target.decision}`)}`,
	lead: () => [
		'For a decision that was recorded by mistake. It stays in the register, marked as retracted.',
	],
	fields: () => [{name: 'reason', label: 'Reason', kind: 'line'}],
	start: () => ({}),
	submit: (_surroundings, form) => withReason(form, 'decision/retract', 'say why it is retracted'),
};

/** A decision of which the record was corrected since: somebody looked at it again, and what it rests on bears it. */
export const confirm: FormSpec = {
	title: (database, {target}) =>
		`Confirm decision ${nameOf(database, `decisions/${target.decision}`)}`,
	lead(database, {target}) {
		const why = decisionOf(database, target.decision)?.marked?.why;
		return why ? [`Marked to be looked at again, because: ${why}`] : [];
	},
	enterSaves: true,
	fields: () => [{name: 'reason', label: 'It stands', kind: 'line', hint: 'why it does'}],
	start: () => ({}),
	submit: (_surroundings, form) => withReason(form, 'decision/confirm', 'say why it stands'),
};
