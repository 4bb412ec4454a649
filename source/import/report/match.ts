import type {Match, LabelRole} from './fields.ts';
import {headings} from './headings.ts';
import {labels, type Wording} from './labels.ts';
import {nearWords} from './spelling.ts';
import {byStem} from './stems.ts';
import {parts} from './subjects.ts';
import {implication, including} from './topics.ts';
import {byWords} from '../wording.ts';
import {bare, keyOf, meaning} from './words.ts';

const table = (wordings: readonly Wording[], key: (text: string) => string): Map<string, Match> => {
	const found = new Map<string, Match>();
	for (const {role, weight = 1, says} of wordings) {
		for (const text of parts(says)) {
			// “The decision” and “decision” have one key: what is listed first keeps it.
			if (!found.has(key(text))) found.set(key(text), {role, score: 1, weight});
		}
	}
	return found;
};

const byLabel = table(labels, bare);
const byLabelWords = table(labels, keyOf);
const byHeading = table(headings, keyOf);

/** What a label of the front page or of a form announces; “If relevant, add …” in front of it aside. */
export function matchLabel(text: string): Match | undefined {
	const plain = bare(text);
	const short = plain.replace(
		/^if (?:yes|so|relevant|applicable|key|exempt)(?: please)?(?: (?:add|state|give|provide|specify|insert))?(?: the)? /,
		'',
	);
	const found =
		byLabel.get(plain) ??
		byLabel.get(short) ??
		(text.trim().includes('\n') ? undefined : (byStem(plain) ?? byStem(short)));
	// “Chief Officer (Streetscene)” is somebody, and no label.
	const isPost = found?.role === 'author' && found.weight > 1 && /\([^()]{3,}\)/.test(text);
	if (found) return isPost ? undefined : {...found, front: true};
	const like = plain.length <= 160 ? alike(text, plain) : undefined;
	if (like) return {...like, front: true};
	// “Lead Officer and Report Author”, in whatever order.
	const words = plain.split(' ');
	return words.includes('author') && words.every((word) => ofAuthors.has(word))
		? {role: 'author', score: 1, weight: 1, front: true}
		: undefined;
}

/** What a label announces that a mark or a form's cell shows to be one, by the words it is made of. */
export function matchMarked(text: string): Match | undefined {
	const means = text.length <= (text.endsWith('?') ? 230 : 130) ? byWords(bare(text)) : undefined;
	const found =
		matchLabel(text) ??
		clear(means === 'callIn' || means === 'person' ? undefined : matchHeading(text));
	if (found) return found;
	if (means === undefined) return undefined;
	const isElse = ['callIn', 'published', 'effective', 'noticed'].includes(means);
	return {role: isElse ? 'other' : (means as LabelRole), score: 0.8, weight: 2, front: true};
}
const clear = (match: Match | undefined): Match | undefined =>
	match && match.score >= 0.8 ? match : undefined;

/** A label in other words: in another number, two of one role beside each other, or a question that goes on. */
function alike(text: string, plain: string): Match | undefined {
	if (askedKey.test(plain)) return {role: 'key', score: 1, weight: 1};
	if (wards.test(plain)) return {role: 'other', score: 1, weight: 1};
	const key = keyOf(text);
	// “Decision taken” heads what was decided; “Decision taken by” is another thing.
	const found = key.includes(' ') && !byHeading.has(key) ? byLabelWords.get(key) : undefined;
	if (found) return found;
	if (!text.includes('/')) return undefined;
	const halves = text.split('/').map((half) => byLabel.get(bare(half)) ?? byStem(bare(half)));
	const [first] = halves;
	return halves.length > 1 && halves.every((half) => half && half.role === first?.role)
		? first
		: undefined;
}

/** Where it matters: “Wards/Communities affected”, “Electoral Division(s) and local member(s)”. */
const wards =
	/^(?:electoral )?(?:wards?|divisions?|parish(?:es)?|localit(?:y|ies)) (?:\p{L}+ ){0,4}(?:affected|members?|councillors?)$/u;

/** “Is this a Key Decision and has it been included on the Forward Plan?” */
const askedKey =
	/^(?:is|will) (?:this|it|the (?:report|decision)) (?:be )?an? (?:\p{L}+ )?key decision\b/u;

const ofAuthors = new Set(
	'lead report officer author and name title job post of the or contact'.split(' '),
);

/** “Appendix A” is one of them, not the list. */
export const oneAppendix =
	/^(?:appendix|annexe?|schedule|enclosure|attachment) (?:[a-z]|\d{1,2}|[ivx]{1,4})(?: |$)/;

/** A heading in two languages, “Te pūtake | Purpose”, in the one whose words are known; any other as it is. */
export function inEnglish(text: string): string {
	const halves = text.length <= 160 ? text.split(/\s+[|/]\s+/) : [];
	if (halves.length !== 2) return text;
	return halves.find((half) => (headed(half)?.score ?? 0) >= 0.9) ?? text;
}

/** What a heading announces, by its wording alone; of one in two languages by either. */
export const matchHeading = (text: string): Match | undefined =>
	headed(text) ?? (/\s[|/]\s/.test(text) ? headed(inEnglish(text)) : undefined);

function headed(text: string): Match | undefined {
	const words = meaning(text);
	const key = words.join(' ');
	// Whose report it is heads nothing.
	if (
		/^report (?:of|by|from) (?:the )?(?:head|director|chief|leader|corporate|strategic|assistant|executive|service) /i.test(
			text,
		)
	)
		return undefined;
	if (key === '' || words.length > 14 || oneAppendix.test(bare(text))) return undefined;
	const exact = byHeading.get(key);
	if (exact) return exact;
	if (signed.test(bare(text))) return {role: 'person', score: 1, weight: 1};
	return implication(words) ?? pattern(words, bare(text)) ?? misspelt(key) ?? including(text);
}

/** Who was asked, or signed a part of the report, by name: “Name of finance officer consulted”. */
const signed =
	/\b(?:officer|lawyer|solicitor|accountant|adviser|advisor|partner|member)s? consulted\b|^name of (?:\p{L}+ ){0,4}(?:officer|lawyer|solicitor|accountant)\b|^(?:\p{L}+ ){0,4}(?:comments|advice|implications|section)? ?(?:provided|completed|cleared|verified|written|confirmed|signed off|checked) by\b/u;

const notRecommendation =
	/\b(?:reason|scrutiny|response|previous|progress|audit|implementation|implementing|implication|background|alternative|accepted|rejected|status|tracker|external|review)/;
/** A line that asks for a decision and opens the list of what is asked for. */
export const asked =
	/\b(?:is|are|be) (?:asked|recommended|requested|invited|required)(?: (?:to|that))?(?: (?:consider|agree|approve|note|resolve|the following))*$|\b(?:recommends?|resolves?) that$|^it is (?:therefore )?recommended\b/;

/** The end of a line that leads to what is asked for: “Cabinet is recommended to”. */
const opens = /\b(?:is|are) (?:asked|recommended|requested|invited) (?:to|that)$/;

/** Headings that ask in plain words what others name, and two that hold words of others. */
const asking: readonly [RegExp, LabelRole][] = [
	[/\bcall(?:ed)? in\b/, 'other'],
	[/^i (?:have|hereby|confirm)\b/, 'person'],
	[
		/^(?:declarations? of |conflicts? of |any )?(?:conflicts? of )?interests?\b.*\bdeclar|^declarations? of interests?\b|^conflicts? of interests?\b/,
		'other',
	],
	[
		/^(?:contribution|links?|relation|alignment) (?:to|with) .*\b(?:priorit|objectives?|outcomes|plan|strategy|vision|values)/,
		'other',
	],
	[
		/^why (?:is|are|was|were|do|does|should|must|have) .*\b(?:key decision|urgent|confidential|exempt|private)\b/,
		'other',
	],
	[
		/^why (?:(?:is|are) (?:this|these|it|the \p{L}+|we) )?(?:\p{L}+ ){0,3}(?:proposed|proposing|recommended|recommending|needed|necessary|required|suggested|asked|asking|sought)\b/u,
		'reasons',
	],
	[
		/^what (?:else|other \p{L}+|alternatives) (?:\p{L}+ ){0,3}(?:considered|consider|looked at|examined|explored|thought of|possible|done)\b|^what (?:could|might) (?:we|be done|the council do) (?:\p{L}+ )?instead/u,
		'alternatives',
	],
	[
		/^who (?:\p{L}+ ){0,3}(?:asked|consulted|consult|spoken|talked|met|involved|engaged|heard|ask|listened)\b/u,
		'consultation',
	],
	[
		/^what .{1,60} (?:asked|invited|recommended|requested) to (?:do|decide|agree|approve|consider)\b/u,
		'recommendations',
	],
	[/^(?:talking|speaking|listening) (?:to|with)\b/u, 'consultation'],
	[/^what (?:is|are|was|has been) (?:\p{L}+ ){0,2}(?:decided|resolved)\b/u, 'recommendations'],
];

function pattern(words: readonly string[], text: string): Match | undefined {
	const has = (...any: string[]) => any.some((word) => words.includes(word));
	const starts = (start: string) => words.some((word) => word.startsWith(start));
	const make = (role: LabelRole, score = 0.9, weight = 1): Match => ({role, score, weight});
	const short = words.length <= 7;
	// “Officer recommendations and reasons”.
	if (/^(?:officer |proposed )?recommendations? (?:and|with) (?:the )?reasons?\b/.test(text))
		return make('recommendations');
	// “For the reasons set out in this report, Cabinet is recommended to:” asks; it gives no reasons.
	if (opens.test(text)) return make('recommendations', 0.9, 2);
	if (/^reasons? for (?:the |this )?report$/.test(text)) return make('summary', 0.95, 2);
	if (
		words[0] === 'reason' &&
		(starts('recommend') || has('decision', 'proposal', 'proposed', 'option'))
	) {
		if (/\bkey decision/.test(text)) return make('keyReason');
		return /exempt|urgen|confidential|private|late|not for publication/.test(text)
			? make('other')
			: make('reasons');
	}
	// “Conclusion and reasons for recommendations”.
	if (
		/\breasons? for (?:(?:the|this|our|these) )?(?:recommend|decision)/.test(text) &&
		!/key decision|urgen|exempt|late/.test(text)
	)
		return make('reasons', 0.9, 2);
	const own = asking.find(([wording]) => wording.test(text));
	if (own) return make(own[1]);
	if (has('alternative') && words.length <= 10) return make('alternatives');
	if (words[0] === 'foreword' || has('glossary')) return make('other');
	if (
		words[0] === 'what' &&
		has('decision') &&
		has('sought', 'asked', 'needed', 'required', 'requested')
	) {
		return make('recommendations');
	}
	if (words[0] === 'option' && short && !has('considered', 'rejected', 'available'))
		return make('alternatives', 0.85, 3);
	if (
		has('option') &&
		has(
			'considered',
			'rejected',
			'appraisal',
			'other',
			'discounted',
			'analysi',
			'analysis',
			'available',
		)
	) {
		return make(
			'alternatives',
			0.9,
			has('recommended', 'preferred', 'proposal', 'proposed') ? 2 : 1,
		);
	}
	if (starts('recommend') && short && !notRecommendation.test(text)) return make('recommendations');
	if (/^(?:proposed |suggested |recommended )?motion\b(?: to be (?:moved|proposed))?$/.test(text))
		return make('recommendations', 0.95, 2);
	if (/^requested actions?\b/.test(text) && words.length <= 10) return make('recommendations');
	// “It is proposed that:” leads the list of what is asked for, where no heading does.
	if (/^it is (?:therefore )?proposed (?:that|to)$/.test(text))
		return make('recommendations', 0.95, 3);
	if (asked.test(text)) return make('recommendations', 0.9, 2);
	if (
		/^(?:pre )?consider(?:ed|ation) by (?:any )?(?:other )?/.test(text) &&
		/\b(?:committee|panel)\b/.test(text)
	)
		return make('scrutiny');
	if (has('scrutiny') && words.length <= 10) return make('scrutiny');
	if (
		(words.some((word) => /^consult(?!an)/.test(word)) && words.length <= 10) ||
		(has('engagement') && words.length <= 5)
	)
		return make('consultation');
	if (has('background') && has('paper', 'document', 'reading', 'reference'))
		return make('backgroundPapers', words[0] === 'list' || words[0] === 'background' ? 0.95 : 0.9);
	if (/^(?:list of |report )?(?:appendices|annexes|enclosures)\b/.test(text) && short)
		return make('appendices');
	if (/^(?:executive |brief |report |quick )?summary\b/.test(text) && short)
		return make('summary', 0.8);
	if (/^purpose\b/.test(text) && words.length > 1 && short) return make('summary', 0.9, 2);
	const about = ['brief', 'purpose', 'executive', 'summary', 'report', 'introduction', 'aim'];
	if (has('summary') && words.every((word) => about.includes(word))) return make('summary');
	return undefined;
}

const main: readonly LabelRole[] = [
	'recommendations',
	'reasons',
	'alternatives',
	'consultation',
	'summary',
	'backgroundPapers',
	'appendices',
];
const spelt = [...byHeading].flatMap(([key, {role, weight}]) =>
	main.includes(role) && weight === 1 && key.length >= 9 ? [key] : [],
);

const near = nearWords(spelt);

/** A heading with a letter wrong or a blank too many, as a scanned page has them. */
function misspelt(key: string): Match | undefined {
	const found = byHeading.get(near(key) ?? '');
	return found ? {...found, score: 0.75} : undefined;
}
