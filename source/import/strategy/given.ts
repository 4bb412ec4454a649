import {Unreadable} from '../read/paper.ts';
import {released} from '../release.ts';
import type {Finding, ImportReview} from '../review.ts';
import {strategyWords} from './find.ts';

/** A review of a strategy with its title or period given by hand. Throws Unreadable. */
export function given(review: ImportReview, set: Readonly<Record<string, string>>): ImportReview {
	let {findings, missing} = review;
	for (const [field, text] of Object.entries(set)) {
		if (field === 'exempt') {
			findings = released(findings, text);
			continue;
		}
		if (field !== 'title' && field !== 'period')
			throw new Unreadable(`of a strategy, title, period and exempt=no can be given, not ${field}`);
		const finding: Finding = {
			id: field,
			field,
			says: strategyWords[field] ?? field,
			value: text,
			shown: text.trim(),
			by: 'given',
		};
		findings = [finding, ...findings.filter((one) => one.field !== field)];
		missing = missing.filter((one) => one.field !== field);
	}
	return {...review, findings, missing};
}
