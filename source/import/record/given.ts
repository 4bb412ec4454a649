import {nearest} from '../../domain/words.ts';
import {sayDay} from '../../domain/calendar.ts';
import {Unreadable} from '../read/paper.ts';
import {fields as reportFields, type ReportField} from '../report/fields.ts';
import {readField} from '../report/values.ts';
import type {Finding, ImportReview} from '../review.ts';
import {yesIn} from './values.ts';

/** A review of a record, a notice or minutes with values that somebody gave, in the place of what was found. Throws Unreadable. */
export function given(
	review: ImportReview,
	set: Readonly<Record<string, string>>,
	words: Readonly<Record<string, string>>,
): ImportReview {
	let {findings, missing} = review;
	for (const [name, text] of Object.entries(set)) {
		const field = Object.keys(words).find(
			(one) => one === name || words[one]?.toLowerCase() === name.toLowerCase(),
		);
		if (field === undefined || field === 'decisions') {
			const [near] = nearest(name, Object.keys(words));
			throw new Unreadable(
				`there is no field “${name}” here; ${near === undefined ? `it is one of ${Object.keys(words).join(', ')}` : `did you mean ${near}?`}`,
			);
		}
		const read = readGiven(field, text);
		const finding: Finding = {id: field, field, says: words[field] ?? field, ...read, by: 'given'};
		findings = [...findings.filter((one) => one.field !== field), finding];
		missing = missing.filter((one) => one.field !== field);
	}
	const title = findings.find(({field}) => field === 'title')?.shown ?? review.title;
	return {...review, title, findings, missing};
}

function readGiven(field: string, text: string): {value: unknown; shown: string} {
	if (['published', 'effective', 'noticed'].includes(field)) {
		const read = readField('date', text);
		if ('problem' in read || typeof read.value !== 'string')
			throw new Unreadable(`“${text}” is not a day: type one such as 12 May 2026`);
		return {value: read.value, shown: sayDay(read.value)};
	}
	if (field === 'callIn') {
		const answer = yesIn(text);
		if (answer === undefined) throw new Unreadable(`open to call-in is yes or no, not “${text}”`);
		return {value: answer, shown: answer ? 'Yes' : 'No'};
	}
	const known = reportFields.find((one) => one === field);
	if (known === undefined || known === 'recommendations')
		return {value: text.trim(), shown: text.trim()};
	const read = readField(known satisfies ReportField, text);
	if ('problem' in read) throw new Unreadable(read.problem);
	return read;
}
