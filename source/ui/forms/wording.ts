import {snippetsOf} from '../../domain/law/snippets.ts';
import {inClauses} from '../../domain/rules/clauses.ts';
import {wordingFits} from '../../domain/rules/wording.ts';
import type {Database, Outcome} from '../../domain/schema/index.ts';
import {textFrom} from '../text/edit.ts';
import {type Form, valueOf} from './form.ts';
import {paperOf} from './specs/motion.ts';

export const put = (form: Form, name: string, value: string): Form => ({
	...form,
	values: {...form.values, [name]: textFrom(value)},
});

/** What is resolved where the report's recommendations are not taken; its words are for the meeting to better. */
function usualWording(database: Database): Partial<Record<Outcome, string>> {
	const standard = (code: string) => snippetsOf(database).find(({id}) => id === code)?.text;
	return {
		deferred: 'That the item be deferred to the next meeting.',
		noted: 'That the report be noted.',
		'recommended-to-council': standard('council'),
		referred: standard('refer'),
		refused: 'That the recommendations in the report be not approved.',
		withdrawn: 'The report was withdrawn.',
	};
}

/** A wording that nobody has touched follows the outcome: what is put off was not resolved as recommended. */
export function fitWording(database: Database, form: Form): Form {
	const recommended = inClauses(paperOf(database, form.target)?.recommendations ?? []);
	const now = form.values['resolution']?.value ?? '';
	const usual = usualWording(database);
	if (!recommended || (now !== recommended && !Object.values(usual).includes(now))) return form;
	const outcome = valueOf(form, 'outcome') as Outcome;
	const fits = wordingFits(recommended, outcome);
	return put(form, 'resolution', fits ? recommended : (usual[outcome] ?? recommended));
}
