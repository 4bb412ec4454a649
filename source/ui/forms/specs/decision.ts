import {sayPeriod} from '../../../domain/calendar.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {nameOf, personName} from '../../../domain/names.ts';
import {itemOf} from '../../../domain/queries/meetings.ts';
import {projectById} from '../../../domain/queries/projects.ts';
import {
	type Database,
	type Decision,
	type Outcome,
	outcomes,
} from '../../../domain/schema/index.ts';
import {outcomeWords} from '../../../domain/words.ts';
import {
	changedFields,
	type Field,
	type Form,
	type FormSpec,
	given,
	type Option,
	valueOf,
} from '../form.ts';
import {readPerson} from '../people.ts';
import {itemName, meetingOf} from './item.ts';

const outcomeKeys: Record<Outcome, string> = {
	approved: 'a',
	'approved-as-amended': 'm',
	refused: 'r',
	lost: 'l',
	deferred: 'd',
	referred: 'f',
	'recommended-to-council': 'c',
	noted: 'n',
	withdrawn: 'w',
};
const outcomeOptions: Option[] = outcomes.map((value) => ({
	value,
	label: outcomeWords[value],
	key: outcomeKeys[value],
}));

const decisionOf = (database: Database, id = ''): Decision | undefined =>
	database.decisions.find((decision) => decision.id === id);

/** Whether the deciding board is one person, who needs no mover. */
function decidesAlone(database: Database, meeting: string | undefined): boolean {
	const board = meetingOf(database, meeting)?.board;
	return database.boards.find(({id}) => id === board)?.kind === 'individual';
}

const motionFields = (alone: boolean): Field[] => [
	{name: 'title', label: 'Title', kind: 'line'},
	{
		name: 'resolution',
		label: 'Resolution',
		kind: 'long',
		hint: 'the exact wording that was resolved',
	},
	{name: 'outcome', label: 'Outcome', kind: 'choice', options: outcomeOptions},
	{name: 'reasons', label: 'Reasons', kind: 'long'},
	{
		name: 'alternatives',
		label: 'Alternatives',
		kind: 'long',
		hint: 'considered and rejected, or “none”',
	},
	...(alone
		? []
		: ([
				{name: 'mover', label: 'Mover', kind: 'person', hint: 'initials or a part of the name'},
				{
					name: 'seconder',
					label: 'Seconder',
					kind: 'person',
					hint: 'initials or a part of the name',
				},
			] satisfies Field[])),
];

/** Mover and seconder as ids, or which of them cannot be told. Who stands there already may stay. */
function readMotion(
	database: Database,
	form: Form,
): {mover?: string; seconder?: string} | {field: string; message: string} {
	const people: {mover?: string; seconder?: string} = {};
	for (const field of ['mover', 'seconder'] as const) {
		const typed = valueOf(form, field);
		const before = form.base[field];
		if (typeof before === 'string' && typed === personName(database, before)) {
			people[field] = before;
			continue;
		}
		const read = readPerson(database, form.target.meeting, typed);
		if ('message' in read) return {field, message: read.message};
		if (read.person) people[field] = read.person.id;
	}
	return people;
}

export const decision: FormSpec = {
	title(database, {target}) {
		const where = target.project
			? nameOf(database, `projects/${target.project}`)
			: itemName(database, target);
		return `Decision on ${where}`;
	},
	lead: (_database, {base}) =>
		typeof base['recommendation'] === 'string' ? [`Recommended: ${base['recommendation']}`] : [],
	fields: (database, {target}) => motionFields(decidesAlone(database, target.meeting)),
	start(database, {meeting, item, project}) {
		const held = meetingOf(database, meeting);
		const subject = held && itemOf(held, item);
		const report = database.reports.find(({id}) => id === subject?.about?.report);
		const about = project ? projectById(database, project)?.title : subject?.title;
		// A project's decision under a report's item is not what the report recommends.
		const paper = project ? undefined : report;
		return {
			base: {
				recommendation: paper?.recommendations.join(' '),
				reference: paper?.reference,
				key: paper?.key,
			},
			values: {
				title: about ?? '',
				resolution: paper?.recommendations.join('\n') ?? '',
				outcome: 'approved',
				reasons: paper?.reasons ?? '',
				alternatives: paper?.alternatives ?? '',
				mover: '',
				seconder: '',
			},
		};
	},
	submit({database}, form) {
		const title = given(form, 'title');
		const resolution = given(form, 'resolution');
		if (!title) return {field: 'title', message: 'a decision needs a title'};
		if (!resolution) return {field: 'resolution', message: 'write what was resolved, word by word'};
		const motion = readMotion(database, form);
		if ('message' in motion) return motion;
		const {meeting = '', item, project} = form.target;
		const change: Change = {
			kind: 'decision/record',
			meeting,
			item,
			title,
			resolution,
			outcome: valueOf(form, 'outcome') as Outcome,
			reasons: given(form, 'reasons'),
			alternatives: given(form, 'alternatives'),
			recommendation: form.base['recommendation'] as string | undefined,
			reference: form.base['reference'] as string | undefined,
			key: form.base['key'] as boolean | undefined,
			...motion,
			...(project ? {projects: [project]} : {}),
		};
		return {changes: [change]};
	},
};

const corrected = ['title', 'resolution', 'outcome', 'reasons', 'alternatives'] as const;

export const correct: FormSpec = {
	title: (database, {target}) =>
		`Correct decision ${nameOf(database, `decisions/${target.decision}`)}`,
	lead: (database, {target}) => {
		const found = decisionOf(database, target.decision);
		return found ? [`Recorded ${sayPeriod(found.date)}. The wording before stays in the log.`] : [];
	},
	fields: (database, {target}) => [
		...motionFields(decidesAlone(database, target.meeting)),
		{name: 'reason', label: 'Correction', kind: 'line', hint: 'why it is corrected'},
	],
	start(database, {decision}) {
		const found = decisionOf(database, decision);
		const {title, resolution, outcome, reasons, alternatives, mover, seconder} = found ?? {};
		const name = (id?: string) => (id ? personName(database, id) : '');
		return {
			base: {title, resolution, outcome, reasons, alternatives, mover, seconder},
			values: {
				title: title ?? '',
				resolution: resolution ?? '',
				outcome: outcome ?? '',
				reasons: reasons ?? '',
				alternatives: alternatives ?? '',
				mover: name(mover),
				seconder: name(seconder),
				reason: '',
			},
		};
	},
	submit({database}, form) {
		const motion = readMotion(database, form);
		if ('message' in motion) return motion;
		for (const name of ['title', 'resolution']) {
			if (!given(form, name)) return {field: name, message: 'this cannot be left empty'};
		}
		const fields = changedFields(form, {
			...Object.fromEntries(corrected.map((name) => [name, given(form, name)])),
			mover: motion.mover,
			seconder: motion.seconder,
		});
		if (Object.keys(fields).length === 0) {
			return {field: 'title', message: 'nothing has been corrected yet'};
		}
		const reason = given(form, 'reason');
		if (!reason) return {field: 'reason', message: 'say why it is corrected'};
		return {
			changes: [{kind: 'decision/correct', id: form.target.decision ?? '', reason, fields}],
		};
	},
};

export const retract: FormSpec = {
	title: (database, {target}) =>
		`Retract decision ${nameOf(database, `decisions/${target.decision}`)}`,
	lead: () => [
		'For a decision that was recorded by mistake. It stays in the register, marked as retracted.',
	],
	fields: () => [{name: 'reason', label: 'Reason', kind: 'line'}],
	start: () => ({}),
	submit(_surroundings, form) {
		const reason = given(form, 'reason');
		if (!reason) return {field: 'reason', message: 'say why it is retracted'};
		return {changes: [{kind: 'decision/retract', id: form.target.decision ?? '', reason}]};
	},
};
