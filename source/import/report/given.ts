import {nearest} from '../../domain/words.ts';
import {Unreadable} from '../read/paper.ts';
import type {Finding, ImportReview} from '../review.ts';
import {fields, fieldWords, type ReportField} from './fields.ts';
import {readField} from './values.ts';

/** A review with values that somebody gave by field, in the place of what was found. Throws Unreadable. */
export function given(review: ImportReview, set: Readonly<Record<string, string>>): ImportReview {
	let {findings, missing} = review;
	for (const [name, text] of Object.entries(set)) {
		const field = fieldNamed(name);
		const read = readField(field, text);
		if ('problem' in read) throw new Unreadable(read.problem);
		const finding: Finding = {id: field, field, says: fieldWords[field], ...read, by: 'given'};
		const at = findings.findIndex((one) => one.field === field);
		const others = findings.filter((one) => one.field !== field);
		findings = at === -1 ? inOrder([...others, finding]) : others.toSpliced(at, 0, finding);
		missing = missing.filter((one) => one.field !== field);
	}
	const title = findings.find(({field}) => field === 'title')?.shown ?? review.title;
	return {...review, title, findings, missing};
}

function fieldNamed(name: string): ReportField {
	const key = name.trim().toLowerCase();
	const found = fields.find(
		(field) => field.toLowerCase() === key || fieldWords[field].toLowerCase() === key,
	);
	if (found) return found;
	const [near] = nearest(key, fields);
	throw new Unreadable(
		`a report has no field “${name}”; ${near === undefined ? `it is one of ${fields.join(', ')}` : `did you mean ${near}?`}`,
	);
}

const inOrder = (findings: Finding[]): Finding[] =>
	findings.toSorted(
		(a, b) => fields.indexOf(a.field as ReportField) - fields.indexOf(b.field as ReportField),
	);
