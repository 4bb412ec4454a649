// What is asked of a board about a project, and how requests that stand under an item are taken.
import {sayApproved, sayApprovedField, sayMove} from '../../../domain/approved-words.ts';
import {calendarOf, parseDay} from '../../../domain/typed-days.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {nameOf} from '../../../domain/names.ts';
import {projectById} from '../../../domain/queries/projects.ts';
import {readMoney} from '../../../domain/money.ts';
import {isDeclaredIn, requestsUnder} from '../../../domain/queries/requests.ts';
import {
	approvedValue,
	type ApprovedValue,
	approverOf,
	milestonePath,
} from '../../../domain/rules/approval.ts';
import type {Database, Outcome, Project, Request} from '../../../domain/schema/index.ts';
import {outcomeWords} from '../../../domain/words.ts';
import {sayMotion} from '../aloud.ts';
import {
	type Form,
	type FormField,
	type FormSpec,
	type FormTarget,
	given,
	type Option,
	valueOf,
} from '../form.ts';
import {itemName, meetingOf} from './item.ts';
import {motionFields, readMotion} from './motion.ts';

const letters = 'abdefghijklnopqrtuvwxyz';

/** What can be asked for: the project's own dates and budget, its end, and each milestone that was not reached. */
function fieldOptions(project: Project): Option[] {
	const open = (project.milestones ?? []).filter(({achieved}) => achieved === undefined);
	return [
		...open.slice(0, letters.length).map(({id, title}, index) => ({
			value: milestonePath(id),
			label: title,
			key: letters[index] ?? '',
		})),
		{value: 'due', label: 'End of the project', key: '1'},
		{value: 'start', label: 'Start', key: '2'},
		{value: 'money/approved', label: 'Budget', key: '3'},
		{value: 'status', label: 'Cancel it', key: '4'},
	];
}

const projectOf = (database: Database, {target}: Form): Project | undefined =>
	projectById(database, target.project);

/** What is asked for, as typed; undefined where it cannot be read. */
function wanted(
	database: Database,
	today: string,
	field: string,
	typed: string,
): ApprovedValue | undefined {
	if (field === 'status') return 'cancelled';
	return field === 'money/approved'
		? readMoney(typed, database)
		: parseDay(typed, calendarOf(database, today));
}

/** Asks a board that a date, a budget or the end of a project be changed. */
export const request: FormSpec = {
	title: (database, {target}) =>
		`Ask for a change of ${nameOf(database, `projects/${target.project}`)}`,
	lead(database, form) {
		const project = projectOf(database, form);
		const field = valueOf(form, 'field');
		if (!project || field === '') return [];
		const now = sayApproved(database, approvedValue(project, field));
		return [`Now: ${sayApprovedField(project, field)} ${now}`];
	},
	fields(database, form) {
		const project = projectOf(database, form);
		const field = valueOf(form, 'field');
		const to: FormField =
			field === 'money/approved'
				? {name: 'to', label: 'To', kind: 'line', hint: 'a sum: 300,000 or £300k'}
				: {name: 'to', label: 'To', kind: 'day', hint: '12 Oct 2027, +2w or 2027-10-12'};
		return [
			{name: 'field', label: 'What', kind: 'choice', options: project ? fieldOptions(project) : []},
			...(field === 'status' ? [] : [to]),
			{name: 'reason', label: 'Reason', kind: 'long', hint: 'why it is asked for'},
			{name: 'cost', label: 'Effect: cost', kind: 'line', hint: 'or empty'},
			{name: 'benefits', label: 'on benefits', kind: 'line', hint: 'or empty'},
			{
				name: 'dependants',
				label: 'on others',
				kind: 'line',
				hint: waitingOn(database, project) || 'on what depends on it, or empty',
			},
		];
	},
	focus: () => 'field',
	start(database, target) {
		const project = projectById(database, target.project);
		const [first] = project ? fieldOptions(project) : [];
		return {
			values: {
				field: target.word ?? first?.value ?? 'due',
				to: '',
				reason: '',
				cost: '',
				benefits: '',
				dependants: '',
			},
		};
	},
	submit({database, today}, form) {
		const project = projectOf(database, form);
		const field = valueOf(form, 'field');
		const to = wanted(database, today, field, valueOf(form, 'to'));
		if (!project) return {field: 'field', message: 'the project is no longer there'};
		if (to === undefined) {
			const says =
				valueOf(form, 'to') === '' ? 'say to what' : `“${valueOf(form, 'to')}” cannot be read`;
			return {field: 'to', message: `${says}: 12 Oct 2027, +2w, or a sum such as 300,000`};
		}
		const reason = given(form, 'reason');
		if (!reason) return {field: 'reason', message: 'say why it is asked for'};
		const [cost, benefits, dependants] = ['cost', 'benefits', 'dependants'].map((name) =>
			given(form, name),
		);
		const effects = {
			...(cost ? {cost} : {}),
			...(benefits ? {benefits} : {}),
			...(dependants ? {dependants} : {}),
		};
		return {
			changes: [
				{
					kind: 'request/make',
					project: project.id,
					field,
					from: approvedValue(project, field),
					to,
					reason,
					...(Object.keys(effects).length > 0 ? {effects} : {}),
				},
			],
		};
	},
	readBack(database, form, [change]) {
		const project = projectOf(database, form);
		if (change?.kind !== 'request/make' || !project) return undefined;
		const approver = approverOf(database, project, change.field, change.to);
		return [
			nameOf(database, `projects/${project.id}`),
			`${sayApprovedField(project, change.field)} ${sayMove(database, project, change.field, change)}`,
			'',
			change.reason,
			'',
			approver
				? `For ${approver.board.name} to approve: ${approver.why}.`
				: 'No board keeps such a change for itself; it can be put before one all the same.',
		];
	},
};

/** Who waits for a project, for the hint of a field. */
const waitingOn = ({projects}: Database, project: Project | undefined): string =>
	projects
		.filter(({dependsOn}) => project && dependsOn?.includes(project.id))
		.map(({id}) => id)
		.slice(0, 6)
		.join(', ');

/** The words of a resolution that changes what was asked for: each numbered, with before and after. */
export function requestClauses(database: Database, requests: readonly Request[]): string[] {
	return requests.map((one, index) => {
		const project = projectById(database, one.project);
		const what = sayApprovedField(project, one.field);
		return `(${index + 1}) ${nameOf(database, `projects/${one.project}`)}, ${what}: ${sayMove(database, project, one.field, one)}`;
	});
}

const fates: Outcome[] = ['approved', 'refused', 'deferred'];

/** The requests whose numbers are typed, or which of the numbers stands for none. */
function chosen(database: Database, form: Form): Request[] | {message: string} {
	const open = requestsUnder(database, form.target.meeting, form.target.item);
	const typed = valueOf(form, 'take')
		.toUpperCase()
		.split(/[\s,]+/)
		.filter(Boolean);
	const found = typed.map((id) => open.find((one) => one.id === id || one.id === `RQ-${id}`));
	const lost = typed.find((_, index) => found[index] === undefined);
	if (lost !== undefined) return {message: `${lost} does not wait under this item`};
	const requests = found.filter((one) => one !== undefined);
	return requests.length === 0 ? {message: 'say which: RQ-1 RQ-2'} : requests;
}

/** The requests that wait under an item in which no interest is declared, which are taken together, and the others. */
function partOf(
	database: Database,
	{meeting, item}: FormTarget,
): {together: Request[]; declared: Request[]} {
	const held = meetingOf(database, meeting);
	const open = requestsUnder(database, meeting, item);
	const isDeclared = (one: Request) => held !== undefined && isDeclaredIn(held, item, one);
	return {
		together: open.filter((one) => !isDeclared(one)),
		declared: open.filter(isDeclared),
	};
}

/** Requests are taken together or one by one: what is left out of the line stands over for another motion. */
export const requests: FormSpec = {
	title: (database, {target}) => `Requests on ${itemName(database, target)}`,
	lead(database, form) {
		const picked = chosen(database, form);
		if ('message' in picked) return [];
		const left = partOf(database, form.target).declared.filter((one) => !picked.includes(one));
		return [
			...requestClauses(database, picked),
			...(left.length === 0
				? []
				: [`Taken alone, as an interest is declared: ${left.map(({id}) => id).join(', ')}`]),
		];
	},
	fields: (database, form) => [
		{name: 'take', label: 'Take', kind: 'line', hint: 'leave out what is taken by itself'},
		{
			name: 'outcome',
			label: 'Outcome',
			kind: 'choice',
			options: fates.map((value) => ({
				value,
				label: outcomeWords[value],
				key: value.slice(0, 1),
			})),
		},
		...motionFields(database, form),
		{name: 'reasons', label: 'Reasons', kind: 'long', hint: 'why it was decided so'},
	],
	focus: (database, form) => motionFields(database, form)[0]?.name ?? 'take',
	start(database, target) {
		const {together, declared} = partOf(database, target);
		const open = together.length > 0 ? together : declared.slice(0, 1);
		return {
			values: {
				take: open.map(({id}) => id).join(' '),
				outcome: 'approved',
				mover: '',
				seconder: '',
				vote: '',
				reasons: '',
			},
		};
	},
	submit({database}, form) {
		const picked = chosen(database, form);
		if ('message' in picked) return {field: 'take', message: picked.message};
		const {declared} = partOf(database, form.target);
		const alone = picked.length > 1 ? picked.find((one) => declared.includes(one)) : undefined;
		if (alone)
			return {field: 'take', message: `an interest is declared in ${alone.id}: take it alone`};
		const motion = readMotion(database, form);
		if ('message' in motion) return motion;
		const outcome = valueOf(form, 'outcome') as Outcome;
		const reasons =
			given(form, 'reasons') ??
			(outcome === 'approved'
				? picked.map(({id, reason}) => `${id}: ${reason}`).join('\n')
				: undefined);
		const verb = {approved: 'be approved', refused: 'be refused', deferred: 'be deferred'}[
			outcome as 'approved'
		];
		const changes: Change[] = [
			{
				kind: 'decision/record',
				meeting: form.target.meeting ?? '',
				item: form.target.item,
				title:
					picked.length === 1
						? `Request ${picked[0]?.id}`
						: `Requests ${picked.map(({id}) => id).join(', ')}`,
				resolution: [
					`That ${picked.length === 1 ? 'this change' : 'these changes'} ${verb}:`,
					...requestClauses(database, picked),
				].join('\n'),
				outcome,
				projects: [...new Set(picked.map(({project}) => project))],
				...(reasons ? {reasons} : {}),
				...motion,
			},
			...(outcome === 'deferred'
				? []
				: picked.map(({id}): Change => ({
						kind: 'request/decide',
						id,
						to: outcome === 'refused' ? 'refused' : 'approved',
						follows: true,
					}))),
		];
		return {changes};
	},
	readBack(database, _form, [change]) {
		return change?.kind === 'decision/record'
			? [...change.resolution.split('\n'), '', ...sayMotion(database, change)]
			: undefined;
	},
};
