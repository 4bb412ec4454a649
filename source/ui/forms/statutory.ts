// Fields that some laws ask for.
import type {BoardLaw, RecordField} from '../../domain/law/law.ts';
import type {FormField} from './form.ts';

/** A field of a form, and what a law asks for by it. */
export type LawField = FormField & {field: RecordField};

export const dispensations: LawField = {
	field: 'dispensations',
	name: 'dispensations',
	label: 'Dispensation',
	kind: 'line',
	hint: 'by the head of paid service, for a conflict; empty for none',
};

/** Of such fields, those that a law asks for. */
export const askedBy = ({fields}: Pick<BoardLaw, 'fields'>, all: readonly LawField[]): LawField[] =>
	all.filter(({field}) => fields.has(field));
