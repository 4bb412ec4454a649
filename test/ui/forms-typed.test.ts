// What every form makes of a text typed into each of its fields: what it is read back as while it is typed, and why it cannot be saved so.
import {expect, test} from 'vitest';
import {fieldsOf, openForm} from '../../source/ui/forms/open.ts';
import type {FormKind, FormTarget} from '../../source/ui/forms/form.ts';
import {readBack} from '../../source/ui/forms/read-back.ts';
import {formSpecs} from '../../source/ui/forms/specs/index.ts';
import {placeOf, type State} from '../../source/ui/state.ts';
import {textFrom} from '../../source/ui/text/edit.ts';
import {cabinet} from '../documents/cabinet.ts';
import {today} from '../helpers/database.ts';
import {lists, targetIn} from './form-targets.ts';
import {open} from './scene.ts';

/** Nothing, what is nowhere, numbers, days, people, a vote, and more than fits. */
const texts = [
	'',
	'xyzzy',
	'0',
	'3',
	'2020-10-12',
	'31/2/2027',
	'10:15',
	'Reed',
	'y',
	'3 1 0',
	'long '.repeat(14).trim(),
];

function tell(state: State, kind: FormKind, record?: FormTarget): string[] {
	const target = {...targetIn(state.database), ...record};
	const lines: string[] = [];
	try {
		const {form} = placeOf(openForm(state, kind, target));
		if (!form) return [];
		const {database} = state;
		const saved = JSON.stringify(formSpecs[kind].submit({database, today}, form));
		for (const field of fieldsOf(state, form)) {
			const said = new Map<string, string[]>();
			for (const typed of texts) {
				const values = {...form.values, [field.name]: textFrom(typed)};
				const filled = {...form, focus: field.name, values};
				const read = readBack(database, filled, field, today);
				const outcome = formSpecs[kind].submit({database, today}, filled);
				const isNew = JSON.stringify(outcome) !== saved;
				const refused = 'message' in outcome && isNew ? ` ✗ ${outcome.message}` : '';
				const told = `${typed === '' ? '' : read}${refused}`;
				const line =
					typed.length < 3
						? told
						: told.replaceAll(typed, '‹it›').replaceAll(typed.toUpperCase(), '‹IT›');
				if (line !== '')
					said.set(line, [
						...(said.get(line) ?? []),
						typed === '' ? 'nothing' : typed.slice(0, 12),
					]);
			}
			for (const [line, those] of said) {
				const which = those.length === texts.length ? 'anything' : those.join(' | ');
				lines.push(`${field.name}, ${which}: ${line}`);
			}
		}
		return [`# ${kind}${record ? ` of ${Object.values(record).join(' ')}` : ''}`, ...lines, ''];
	} catch {
		return [];
	}
}

test('each field says what it read, or why not', async () => {
	const app = await open({database: cabinet('published')});
	const state = app.session.getState();
	const told = [
		...(Object.keys(formSpecs) as FormKind[]).flatMap((kind) => tell(state, kind)),
		...lists.flatMap((list) => tell(state, 'record', {list})),
	];
	await expect(told.join('\n')).toMatchFileSnapshot('golden/forms/typed.txt');
});
