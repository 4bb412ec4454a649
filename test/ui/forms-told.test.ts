// What every form says before anything is typed, and when it is saved as it stands: on a council's cabinet and on a charity's trustees.
import {expect, test} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {fieldsOf, openForm} from '../../source/ui/forms/open.ts';
import type {FormKind, FormTarget} from '../../source/ui/forms/form.ts';
import {wordsOf} from '../../source/ui/bindings/binding.ts';
import {bindings} from '../../source/ui/keymap.ts';
import {formSpecs} from '../../source/ui/forms/specs/index.ts';
import {placeOf, type State} from '../../source/ui/state.ts';
import {cabinet} from '../documents/cabinet.ts';
import {today} from '../helpers/database.ts';
import {open, sample} from './scene.ts';

/** Something of each kind that a form can be about. */
function targetIn({
	projects,
	meetings,
	decisions,
	actions,
	notices,
	strategies,
	boards,
}: Database): FormTarget {
	const meeting = meetings.at(-1);
	const [board] = boards;
	const named = {
		project: projects[0]?.id,
		meeting: meeting?.id,
		item: meeting?.agenda.at(-1)?.id,
		decision: decisions.find(({meeting: held}) => held === meeting?.id)?.id ?? decisions[0]?.id,
		action: actions[0]?.id,
		notice: notices[0]?.id,
		strategy: strategies[0]?.id,
		board: board?.id,
		member: board?.members[0]?.id,
		person: board?.members[0]?.person,
	};
	return Object.fromEntries(Object.entries(named).filter(([, id]) => id !== undefined));
}

/** The lists to which something is added: every type of record that has a form. */
const lists = [
	'strategies',
	'projects',
	'reports',
	'strategies/S-1/objectives',
	'strategies/S-1/criteria',
	'strategies/S-1/scale',
	'strategies/S-1/principles',
	'strategies/S-1/domains',
	'strategies/S-1/priorities',
	'strategies/S-1/priorities/P1/aims',
	'strategies/S-1/measures',
	'strategies/S-1/measures/ME-1/readings',
	'strategies/S-1/risks',
	'projects/P1-01/milestones',
	'projects/P1-01/risks',
	'projects/P1-01/risks/RK-1/controls',
	'projects/P1-01/risks/RK-1/actions',
];

/** What a form says; undefined where it is about something else. */
function tell(state: State, kind: FormKind, record?: FormTarget): string[] | undefined {
	try {
		const opened = openForm(state, kind, {...targetIn(state.database), ...record});
		const {form} = placeOf(opened);
		if (!form) return undefined;
		const {database} = opened;
		const {title, lead, lacks, saves = 'Save', submit} = formSpecs[kind];
		const outcome = submit({database, today}, form);
		return [
			`# ${kind}: ${title(database, form)} [${saves}]`,
			...(lead?.(database, form) ?? []).map((line) => `> ${line}`),
			...fieldsOf(opened, form).map(
				({name, label, kind: typed, hint, options = []}) =>
					`${name}: ${label} (${typed})${hint === undefined ? '' : `, ${hint}`}${options.map((one) => `; ${one.key} ${one.label}`).join('')} = ${form.values[name]?.value ?? ''}`,
			),
			...(lacks?.(database, form) ?? []).map((line) => `lacks ${line}`),
			`as it stands: ${'message' in outcome ? `${outcome.field ?? ''}: ${outcome.message}` : Object.keys(outcome).join(' ')}`,
		];
	} catch {
		return undefined;
	}
}

const council =
	/\bdpi\b|pecuniary|prejudicial|council|statut|scrutin|regulation|cabinet|schedule 12|part 2|policy framework/i;

test('a charity’s forms and keys speak no word of council law', async () => {
	const app = await open({database: sample('riverside-charity')});
	const state = app.session.getState();
	const reached = Object.keys(formSpecs).filter(
		(kind) => !/^(?:call-in|release|notice)$/.test(kind),
	);
	const told = [
		...(reached as FormKind[]).map((kind) => tell(state, kind)),
		...lists.map((list) => tell(state, list === 'reports' ? 'report' : 'record', {list})),
		bindings.map((binding) => Object.values(wordsOf(binding, state) ?? {}).join(' ')),
	];
	expect(told.flat().filter((line) => line !== undefined && council.test(line))).toEqual([]);
});

test.each([
	['cabinet', cabinet('published')],
	['trustees', sample('riverside-charity')],
] as const)('the forms of a %s', async (name, database) => {
	const app = await open({database});
	const state = app.session.getState();
	const told = [
		...(Object.keys(formSpecs) as FormKind[]).map((kind) => tell(state, kind)),
		...lists.map((list) => tell(state, list === 'reports' ? 'report' : 'record', {list})),
	];
	await expect(
		told.flatMap((lines) => (lines ? [...lines, ''] : [])).join('\n'),
	).toMatchFileSnapshot(`golden/forms/${name}.txt`);
});
