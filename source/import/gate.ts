import {count as sayCount, cut} from '../domain/words.ts';
import {parseDate} from './report/dates.ts';
import {matchHeading} from './report/match.ts';
import {isPersonal, postsOf, scrub} from './report/people.ts';
import {withoutDate} from './report/front.ts';
import type {Finding, Missing, ImportReview} from './review.ts';
import {labelled} from './record/lines.ts';
import {pageHead} from './record/table.ts';

/** What a review is asked for, in its order. */
type Asked = {asked: readonly {field: string; says: string}[]};

/**
 * The last gate: looks at finished values, whatever kind of paper they come from and however they were found. A value
 * that cannot be what its field holds becomes one that was not found, because …, with its passage. Names and contact
 * details go from what stays.
 */
export function gate(review: ImportReview, {asked}: Asked): ImportReview {
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
			return /\p{L}{2}/u.test(text) ? undefined : '… is no title';
		case 'body':
			return isPersonal(text) ? 'it names a person' : undefined;
		case 'recommendations':
		case 'decisions': {
			if (withoutDate(text) === '' && parseDate(text) !== undefined) return '… is a day';
			const label = labelled(text);
			if (label?.marked && label.label.field !== 'recommendations' && label.rest.length <= 80)
				return '… is a label and its value';
			if (text.endsWith(':') && !text.includes('\n')) return '… only leads to what is asked for';
			return /\p{L}{3}/u.test(text) ? undefined : '… is no sentence';
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

/** A paragraph that is set like the heading of something: a few words, a capital first, no mark at its end. */
const isPlainHead = (paragraph: string, fewest = 2): boolean => {
	const text = paragraph.trim().replace(/^\d{1,2}(?:\.\d{1,2})?[.)]?\s+(?=\p{Lu})/u, '');
	const words = text.split(/\s+/).length;
	return (
		text.length <= 70 &&
		words >= fewest &&
		words <= 9 &&
		/^\p{Lu}/u.test(text) &&
		!/[.:;,?!)”"\d]$|\n/.test(text)
	);
};

const prose = new Set([
	'backgroundPapers',
	'implications',
	'reasons',
	'alternatives',
	'consultation',
	'scrutiny',
	'summary',
]);

const isNothing = (paragraph: string): boolean =>
	/^(?:-\s*)?(?:none|nil|n\/a|not applicable)\.?$/i.test(paragraph.trim());

/** Whether a heading among alternatives is none of them: set in capitals, and not called an option. */
const isOtherHead = (paragraph: string): boolean =>
	!/^\W*(?:\d+\W+)?(?:options?|alternatives?|do|not|retain|continue|status|preferred|the)\b/i.test(
		paragraph,
	) &&
	paragraph
		.split(/\s+/)
		.filter((word) => word.length > 4)
		.every((word) => /^[\p{Lu}(]/u.test(word));

const saysExempt =
	/\bexempt from (?:disclosure|publication)\b|\bschedule 12a\b|\bnot for publication\b/i;

/** Where somebody signs: “Name: … Signature: … Date: …”. */
const signature = /\n\s*(?:name\s*:.*\bsign|signature\b|signed\s*(?::|by\b))/i;

const withText = (finding: Finding, text: string, note?: string): Finding => ({
	...finding,
	shown: text,
	value:
		typeof finding.value === 'object' && finding.value !== null && 'text' in finding.value
			? {...finding.value, text}
			: text,
	...(note === undefined ? {} : {note}),
});

/** What runs on past a heading that nobody knows ends before it: what follows may be about anything. */
function ended(finding: Finding): Finding {
	const {field} = finding;
	if (!prose.has(field)) return finding;
	const [shown = ''] = finding.shown.split(signature);
	// What a summary says of being kept from the public is no part of what the paper is about.
	const all = shown.split(/\n\s*\n/);
	const paragraphs = all.filter(
		(one, index) => field !== 'summary' || index === 0 || !saysExempt.test(one),
	);
	if (paragraphs.length < all.length) return ended(withText(finding, paragraphs.join('\n\n')));
	// What a colon leads to belongs to it, however short; that there is nothing is all there is to say.
	const at = paragraphs.findIndex(
		(paragraph, index) =>
			index > 0 &&
			((index === 1 && isNothing(paragraphs[0] ?? '')) ||
				(isPlainHead(paragraph, field === 'implications' && paragraph.trim().length >= 6 ? 1 : 2) &&
					!/:\s*$/.test(paragraphs[index - 1] ?? '') &&
					(field !== 'alternatives' || isOtherHead(paragraph)))),
	);
	if (at === -1 && shown === finding.shown) return finding;
	if (at === -1) {
		const cutAt = withText(finding, shown.trim(), 'it ends before a signature');
		const {passage} = finding;
		if (!passage) return cutAt;
		// Who signed is not shown either.
		const [text = ''] = passage.text.split(signature);
		return {...cutAt, passage: {...passage, text}};
	}
	const text = paragraphs.slice(0, at).join('\n\n');
	return {
		...withText(finding, text),
		note: `it ends before “${cut(paragraphs[at]?.trim() ?? '', 80)}”, which seems to begin something else`,
	};
}

const texts = new Set([
	'summary',
	'reasons',
	'alternatives',
	'consultation',
	'scrutiny',
	'implications',
	'backgroundPapers',
	'recommendations',
	'decisions',
]);

/** A line that is a name with its post: “Fay Osmond, Senior Finance Manager”. */
const isSigned = (line: string): boolean => {
	const plain = line.trim();
	if (plain.length > 120 || plain.length < 4 || /[.!?:]$/.test(plain)) return false;
	// A line that ends with whom to ring is about nothing else.
	if (/\[(?:number|e-mail) removed\]$/.test(plain) && !/[.;]\s/.test(plain)) return true;
	if (isPersonal(plain)) return true;
	const [, name = '', rest = ''] =
		/^((?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.?)(?: (?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.?)){1,3})\s*[,–/-]\s*(.+)$/u.exec(
			plain,
		) ?? [];
	return name !== '' && isPersonal(name) && (postsOf(rest).posts.length > 0 || isPersonal(rest));
};

/** Somebody by title and name: “Cllr Lyle”, “Mrs J. Brown”, and of several all. */
const titled =
	/\b(?:Cllrs?|Councillors?|Ald(?:erman)?|Mr|Mrs|Ms|Miss|Dr|Prof)\.? (?!(?:for|and|of|Members?|Champions?|Development|Been|Consult\p{L}*|Has|Have|Is|Are|Was|Were|Briefings?|Involve\p{L}*|Comments?|Views?|Calls?|Wards?|Dates?|Names?|Support)\b)(?:\p{Lu}[\p{L}’'.-]*)(?: \p{Lu}[\p{L}’'.-]*){0,2}(?:,? and (?:Cllr |Councillor )?\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'-]+)?(?= (?:be|have|was|were|are)\b))?/gu;

/** A text in which nobody is named by title: what follows a name as its post stays, else it is said that one was there. */
const withoutTitled = (text: string): string =>
	text
		.replaceAll(new RegExp(`${titled.source},\\s+(?=\\p{Lu})`, 'gu'), '')
		.replaceAll(titled, '[name removed]');

/** A text without the sentences that say by name who wrote a part of it: “Comments provided by Jo Bloggs (Chief Accountant).” */
const withoutWriters = (text: string): string =>
	text.replaceAll(
		/(?<=^|[.!?]\s|\n)[^.!?\n]{0,80}?\b(?:produced|provided|supplied|completed|prepared|written|cleared|verified|confirmed|given) by:? (\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)[^.!?\n]{0,100}(?:[.!?]\s*|$)/gmu,
		(sentence, name: string) => (isPersonal(name) ? '' : sentence),
	);

function nameless(finding: Finding): {finding: Finding; dropped: number} {
	if (!texts.has(finding.field)) return {finding, dropped: 0};
	const without = (whole: string): string => {
		const text = withoutWriters(whole);
		const lines = text.split('\n');
		const kept = lines.filter((line) => !isSigned(line));
		const plain =
			kept.length === lines.length
				? text
				: kept
						.join('\n')
						.replaceAll(/\n{3,}/g, '\n\n')
						.trim();
		return withoutTitled(plain);
	};
	const shown = without(scrub(finding.shown).text);
	if (shown === finding.shown) return {finding, dropped: 0};
	const {value} = finding;
	const told =
		typeof value === 'string'
			? shown
			: typeof value === 'object' && value !== null && 'text' in value
				? {...value, text: shown}
				: value;
	const dropped = finding.shown
		.split('\n')
		.filter((line) => isSigned(line) || withoutTitled(withoutWriters(line)) !== line).length;
	return {finding: {...finding, shown, value: told}, dropped};
}

/** Lists that are longer than any paper's. */
const most: Record<string, number> = {
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
