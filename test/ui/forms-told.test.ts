// What every form says before anything is typed, and when it is saved as it stands: on a council's cabinet and on a charity's trustees.
import {expect, test} from 'vitest';
import {fieldsOf, openForm} from '../../source/ui/forms/open.ts';
import type {FormKind, FormTarget} from '../../source/ui/forms/form.ts';
import {wordsOf} from '../../source/ui/bindings/binding.ts';
import {bindings} from '../../source/ui/keymap.ts';
import {formSpecs} from '../../source/ui/forms/specs/index.ts';
import {placeOf, type State} from '../../source/ui/state.ts';
import {cabinet} from '../documents/cabinet.ts';
import {today} from '../helpers/database.ts';
import {lists, targetIn} from './form-targets.ts';
import {open, sample} from './scene.ts';

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
