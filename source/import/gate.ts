import {count as sayCount} from '../domain/words.ts';
import {ended, isPlainHead} from './ends.ts';
import {guarded} from './guard.ts';
import {nameless} from './nameless.ts';
import type {Paper} from './read/paper.ts';
import {parseDate} from './report/dates.ts';
import {matchHeading} from './report/match.ts';
import {isPersonal, postsOf} from './report/people.ts';
import {withoutDate} from './report/front.ts';
import type {Finding, Missing, ImportReview} from './review.ts';
import {labelled} from './record/lines.ts';
import {pageHead} from './record/table.ts';

/**
 * What a review is asked for, in its order; and the paper, for the marks of private matter in it. Minutes are private
 * item by item, and have been looked through.
 */
type Asked = {asked: readonly {field: string; says: string}[]; paper?: Paper};

/**
 * The last gate: looks at finished values, whatever kind of paper they come from and however they were found. A value
 * that cannot be what its field holds becomes one that was not found, because …, with its passage. Names and contact
 * details go from what stays.
 */
export function gate(all: ImportReview, {asked, paper}: Asked): ImportReview {
	const guard = paper && guarded(all.findings, paper);
	const review = guard
		? {...all, findings: guard.findings, remarks: [...all.remarks, ...guard.remarks]}
		: all;
	const refused: Missing[] = [];
	let named = 0;
	// A heading that nobody knows ends the list that it stands in.
	const end = review.findings.findIndex(isHeading);
	const findings = review.findings.flatMap((whole, index): Finding[] => {
		const finding = ended(whole);
		const isPast = end !== -1 && index >= end && finding.field === 'recommendations';
		const because = isPast
			? 'it stands below a heading of its own'
			: (unfit(whole) ?? unfit(finding));
		if (because !== undefined) {
			refused.push(missed(finding, because));
			return [];
		}
		const {finding: kept, dropped} = nameless(finding);
		named += dropped;
		if (kept.shown.trim() === '' && finding.shown.trim() !== '') {
			refused.push(missed(finding, 'it holds nothing but names'));
			return [];
		}
		return [kept];
	});
	const tooMany = excess(findings);
	const rest = findings.filter(({field}) => !tooMany.has(field));
	for (const field of tooMany) {
		const [first] = findings.filter((finding) => finding.field === field);
		const number = findings.filter((finding) => finding.field === field).length;
		if (first) refused.push(missed(first, `${number} of them cannot be`));
	}
	const has = new Set(rest.map(({field}) => field));
	const isKey = rest.some(({field, value}) => field === 'key' && value === true);
	const missing = asked
		.filter(({field}) => !has.has(field) && (field !== 'keyReason' || isKey))
		.map((one): Missing => refused.find(({field}) => field === one.field) ?? one);
	const others = refused.filter(
		({field}) => !has.has(field) && !missing.some((one) => one.field === field),
	);
	return {
		...review,
		title: rest.some(({field}) => field === 'title') ? review.title : titleless(review),
		findings: numbered(rest),
		missing: [...missing, ...others],
		remarks: [
			...review.remarks,
			...(named > 0
				? [
						`${sayCount(named, 'name')} ${named === 1 ? 'was' : 'were'} left out: what the record needs of them, somebody types in`,
					]
				: []),
		],
	};
}

const isHeading = ({field, shown}: Finding): boolean =>
	field === 'recommendations' && /^(?!that\b|to\b|the\b)\p{L}[^.;\n]{2,60}:$/iu.test(shown.trim());

const titleless = ({title, findings}: ImportReview): string =>
	findings.some(({field, shown}) => field === 'title' && shown === title) ? 'a paper' : title;

const missed = ({field, says, passage, shown}: Finding, because: string): Missing => ({
	field,
	says,
	because: because.replace('…', `“${shown.slice(0, 60)}”`),
	...(passage ? {passage} : {}),
});

/** Lists whose numbers go on from 1 when one of them was refused. */
function numbered(findings: readonly Finding[]): Finding[] {
	const counts = new Map<string, number>();
	return findings.map((finding) => {
		if (!/^(?:recommendations|implications|decisions)\/\d+$/.test(finding.id)) return finding;
		const count = (counts.get(finding.field) ?? 0) + 1;
		counts.set(finding.field, count);
		return {...finding, id: `${finding.field}/${count}`};
	});
}

/** Why a value cannot be what it was taken for. */
function unfit({field, shown, value}: Finding): string | undefined {
	const text = shown.trim();
	switch (field) {
		case 'title':
			if (pageHead.test(text)) return '… is the head of a page';
			if (/^(?:resolved|ordered)\b|^that (?:the )?\p{L}+.*\bbe\b/iu.test(text))
				return '… is a resolution';
			if (withoutDate(text) === '') return '… is a day';
			if (/^(?:agenda )?item\b.{0,12}$|^\p{Lu}[\p{Lu}\d]*(?:[/-][\p{Lu}\d]+)+$/u.test(text))
				return '… is a number';
			if (text.endsWith(':')) return '… is a label';
			return /\p{L}{2}/u.test(text) ? undefined : '… is not a title';
		case 'body':
			return isPersonal(text) ? 'it names a person' : undefined;
		case 'recommendations':
		case 'decisions': {
			if (withoutDate(text) === '' && parseDate(text) !== undefined) return '… is a day';
			const label = labelled(text);
			if (label?.marked && label.label.field !== 'recommendations' && label.rest.length <= 80)
				return '… is a label and its value';
			if (text.endsWith(':') && !text.includes('\n')) return '… only leads to what is asked for';
			return /\p{L}{3}/u.test(text) ? undefined : '… is not a sentence';
		}
		case 'keyReason':
			return text.endsWith('?') || withoutDate(text.replace(/^published\b/i, '')) === ''
				? '… is no reason'
				: undefined;
		case 'backgroundPapers':
			if (/\badd (?:more )?rows\b|\(if applicable\)/i.test(text))
				return 'it holds words of the form';
			return /^contact officers?\b/i.test(text) ? 'it says whom to ask' : undefined;
		case 'alternatives':
			return text.replaceAll(/\boptions? \d+\s*[-–:.]*/gi, '').trim() === ''
				? 'its options are empty'
				: undefined;
		case 'implications': {
			const {heading, text: said} = value as {heading: string; text: string};
			const [first = '', ...others] = said.split(/\n\s*\n/);
			if (others.length > 0 && isPlainHead(first)) return '… heads something else';
			const {posts, named} = postsOf(said);
			if (said.length <= 80 && named && posts.length > 0 && !/[.;]/.test(said))
				return 'it names a person';
			// A question is answered by yes or no.
			const isAsked = /^(?:have|has|is|are|does|do|will)\b|\?$/i.test(heading);
			if (!isAsked && isTicked(said)) return '… only ticks what there is to say';
			if (/^[\p{Lu}\d]+[-/][\p{Lu}\d/-]+$/u.test(said.trim())) return '… is a reference';
			return /\p{L}{2,}/u.test(said) ? undefined : '… is a number';
		}
	}
	return undefined;
}

/** Whether a text holds nothing but answers and the names of subjects, as a form that is ticked does. */
function isTicked(text: string): boolean {
	const rest = text.replaceAll(/[☒☑✓✔☐□✗\s|]+|\b(?:yes|no|x)\b/gi, ' ').trim();
	if (rest === '') return true;
	if (/[.]/.test(rest) || rest.length > 80) return false;
	const words = rest.split(' ');
	const bare = rest.replaceAll(/\([^()]*\)/g, '');
	return (
		(bare === bare.toUpperCase() && /\p{Lu}{4}/u.test(rest)) ||
		(words.length >= 2 && words.every((word) => matchHeading(word)?.role === 'implications'))
	);
}

/** Lists that are longer than any paper's. */
export const most = {
	recommendations: 60,
	appendices: 80,
	priorities: 30,
	implications: 60,
};
const excess = (findings: readonly Finding[]): Set<string> =>
	new Set(
		Object.entries(most).flatMap(([field, limit]) =>
			findings.filter((finding) => finding.field === field).length > limit ? [field] : [],
		),
	);
