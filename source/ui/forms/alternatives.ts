import {type Form, type FormField, given, valueOf} from './form.ts';

export const alternativesField = (hint = 'considered and rejected, or “none”'): FormField => ({
	name: 'alternatives',
	label: 'Alternatives',
	kind: 'long',
	hint,
});

/** Somebody's word that the alternatives were considered: whoever types them has not given it yet. */
export const confirmedField: FormField = {
	name: 'confirmed',
	label: 'confirmed',
	kind: 'choice',
	options: [
		{value: '', label: 'not yet', key: 'n'},
		{value: 'yes', label: 'yes, considered and rejected', key: 'y'},
	],
};

/** The alternatives and, as soon as there are some, whether they were considered. */
export const alternativesFields = (form: Form, hint?: string): FormField[] => [
	alternativesField(hint),
	...(valueOf(form, 'alternatives') === '' ? [] : [confirmedField]),
];

/** What a form says of alternatives, as a decision holds it. */
export const readAlternatives = (form: Form) => ({
	alternatives: given(form, 'alternatives'),
	alternativesConfirmed: valueOf(form, 'confirmed') === 'yes' || undefined,
});
