// What is asked of a board about a project.
import {sayApproved, sayApprovedField, sayMove} from '../../../domain/approved-words.ts';
import {calendarOf, parseDay} from '../../../domain/typed-days.ts';
import {same} from '../../../domain/equal.ts';
import {nameOf} from '../../../domain/names.ts';
import {projectById} from '../../../domain/queries/strategy/projects.ts';
import {readMoney, sayMoney} from '../../../domain/money.ts';
import {
	approvedValue,
	type ApprovedValue,
	approverOf,
	milestonePath,
} from '../../../domain/rules/approval.ts';
import type {Database, Project, Request} from '../../../domain/schema/index.ts';
import {
	changedFields,
	type Form,
	type FormField,
	type FormSpec,
	type FormTarget,
	given,
	type Option,
	valueOf,
} from '../form.ts';

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

/** The request that is edited; undefined where a new one is made. */
const madeOf = ({requests}: Database, {record}: FormTarget): Request | undefined =>
	requests.find(({id}) => record === `requests/${id}`);

const projectIn = (database: Database, target: FormTarget): Project | undefined =>
	projectById(database, madeOf(database, target)?.project ?? target.project);
const projectOf = (database: Database, {target}: Form): Project | undefined =>
	projectIn(database, target);

/** The field that it is about: of one that was made, its own. */
const fieldOf = (database: Database, form: Form): string =>
	madeOf(database, form.target)?.field ?? valueOf(form, 'field');

/** A value that somebody approves, as typed; undefined where it cannot be read. */
export function wantedValue(
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

/** What is said of the effects, as far as anything is. */
function effectsIn(valueIn: (name: string) => unknown): Record<string, string> | undefined {
	const said = ['cost', 'benefits', 'dependants'].flatMap((name) => {
		const text = valueIn(name);
		return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
	});
	return said.length > 0 ? Object.fromEntries(said) : undefined;
}

/** What was asked for as it is put into the field to be altered. */
const written = (database: Database, to: ApprovedValue | undefined): string =>
	typeof to === 'object' ? (sayMoney(to, database) ?? '') : String(to ?? '');

/** Asks a board that a date, a budget or the end of a project be changed. */
export const request: FormSpec = {
	title: (database, {target}) =>
		`${target.record === undefined ? 'Ask for a change of' : `Request ${madeOf(database, target)?.id ?? ''} on`} ${nameOf(database, `projects/${projectIn(database, target)?.id}`)}`,
	lead(database, form) {
		const project = projectOf(database, form);
		const field = fieldOf(database, form);
		if (!project || field === '') return [];
		const now = sayApproved(database, approvedValue(project, field));
		return [`Now: ${sayApprovedField(project, field)} ${now}`];
	},
	fields(database, form) {
		const project = projectOf(database, form);
		const field = fieldOf(database, form);
		const to: FormField =
			field === 'money/approved'
				? {name: 'to', label: 'To', kind: 'line', hint: 'a sum: 300,000 or £300k'}
				: {name: 'to', label: 'To', kind: 'day', hint: '12 Oct 2027, +2w or 2027-10-12'};
		return [
			...(madeOf(database, form.target)
				? []
				: [
						{
							name: 'field',
							label: 'What',
							kind: 'choice' as const,
							options: project ? fieldOptions(project) : [],
						},
					]),
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
	focus: (database, {target}) => (madeOf(database, target) ? 'to' : 'field'),
	start(database, target) {
		const made = madeOf(database, target);
		if (made) {
			const {to, reason, effects} = made;
			const {cost, benefits, dependants} = effects ?? {};
			const values: Record<string, string> = {
				to: written(database, to),
				reason,
				cost: cost ?? '',
				benefits: benefits ?? '',
				dependants: dependants ?? '',
			};
			return {base: {to, reason, cost, benefits, dependants}, values};
		}
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
		const field = fieldOf(database, form);
		const to = wantedValue(database, today, field, valueOf(form, 'to'));
		if (!project) return {field: 'field', message: 'the project is no longer there'};
		if (to === undefined) {
			const says =
				valueOf(form, 'to') === '' ? 'say to what' : `“${valueOf(form, 'to')}” cannot be read`;
			return {field: 'to', message: `${says}: 12 Oct 2027, +2w, or a sum such as 300,000`};
		}
		const reason = given(form, 'reason');
		if (!reason) return {field: 'reason', message: 'say why it is asked for'};
		const effects = effectsIn((name) => given(form, name));
		const made = madeOf(database, form.target);
		if (made) {
			const before = effectsIn((name) => form.base[name]);
			const fields = {
				...changedFields(form, {
					reason,
					...(valueOf(form, 'to') === form.initial['to'] ? {} : {to}),
				}),
				...(same(before, effects) ? {} : {effects: {from: before, to: effects}}),
			};
			return Object.keys(fields).length === 0
				? {field: 'reason', message: 'nothing has changed yet'}
				: {changes: [{kind: 'request/edit', id: made.id, fields}]};
		}
		return {
			changes: [
				{
					kind: 'request/make',
					project: project.id,
					field,
					from: approvedValue(project, field),
					to,
					reason,
					...(effects ? {effects} : {}),
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
			...sayEffects(change.effects),
			'',
			approver
				? `For ${approver.board.name} to approve: ${approver.why}.`
				: 'No board keeps such a change for itself; it can be put before one all the same.',
		];
	},
};

/** What was said of the effects, a line for each. */
const sayEffects = (effects: Request['effects'] = {}): string[] =>
	(['cost', 'benefits', 'dependants'] as const).flatMap((name) =>
		effects[name] === undefined
			? []
			: [`${name === 'dependants' ? 'Effect on others' : `Effect on ${name}`}: ${effects[name]}`],
	);

/** Who waits for a project, for the hint of a field. */
const waitingOn = ({projects}: Database, project: Project | undefined): string =>
	projects
		.filter(({dependsOn}) => project && dependsOn?.includes(project.id))
		.map(({id}) => id)
		.slice(0, 6)
		.join(', ');
