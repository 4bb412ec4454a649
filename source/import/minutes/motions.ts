import {namesIn, personAt, sentenceEnd} from './names.ts';
import {resolvedIn} from '../record/resolutions.ts';
import type {Outcome} from '../../domain/schema/index.ts';

/** How a motion was voted on, as far as it is told: numbers, names where they are given, or that nobody dissented. */
export type VoteFound = {
	for: number;
	against: number;
	abstained?: number;
	ayes?: string[];
	nays?: string[];
};
export type Motion = {
	mover?: string;
	seconder?: string;
	vote?: VoteFound;
	unanimous?: true;
	fate?: Outcome;
	doubt?: string;
};

const words = [
	'none',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve',
	'thirteen',
	'fourteen',
	'fifteen',
	'sixteen',
	'seventeen',
	'eighteen',
	'nineteen',
	'twenty',
];
const number = String.raw`(\d{1,3}|no|nil|zero|${words.join('|')})`;
const numberIn = (text: string | undefined): number | undefined => {
	if (text === undefined) return undefined;
	const low = text.toLowerCase();
	if (/^(?:no|nil|zero)$/.test(low)) return 0;
	const at = words.indexOf(low);
	return at === -1 ? Number(low) : at;
};

const sides = {
	for: String.raw`(?:for|in favou?r|ayes?|yeas?|yes)`,
	against: String.raw`(?:against|opposed|nays?|noes|no)`,
	abstained: String.raw`(?:abstain(?:ed|ing|s)?|abstentions?|present)`,
};
type Side = keyof typeof sides;

/** “For: 4”, “4 for”, “4 votes in favour”. */
function counted(text: string, side: Side): number | undefined {
	const marked = new RegExp(
		`\\b${sides[side]}\\s*[:=–-]\\s*\\(?${number}\\b(?![.,]\\d|/)`,
		'i',
	).exec(text);
	const before = new RegExp(
		`(?<![-–/\\d])\\b${number}\\s+(?:members? |votes? |councill?ors? )?(?:were |was |voted |voting |cast )?${sides[side]}\\b`,
		'i',
	).exec(text);
	const bracketed = new RegExp(`\\b${sides[side]}\\s*\\(${number}\\)`, 'i').exec(text);
	return numberIn(marked?.[1] ?? bracketed?.[1] ?? before?.[1]);
}

/** “Ayes: Blake, Hewett and Mayor Tierson.” */
function namedOn(text: string, side: Side): string[] | undefined {
	const [, list = ''] =
		new RegExp(
			`(?:^|[\\s.;(])(?:voting |those )?${sides[side]}\\s*(?:\\(\\d{1,2}\\)\\s*)?[:–—-]\\s*([^;\\n]{2,300}?)(?=\\.(?:\\s|$)|;|\\n|$|\\s(?:voting )?(?:against|opposed|nays?|noes|no|abstain\\p{L}*|abstentions?|absent|excused)\\s*[:(–—-])`,
			'iu',
		).exec(text) ?? [];
	if (list === '') return undefined;
	if (/^(?:none|nil|0|no one|nobody|n\/a)\b/i.test(list.trim())) return [];
	const {named, unread} = namesIn(`Members ${list.trim()}`);
	return named.length > 0 && unread.length === 0
		? named.map(({name}, at) => (at === 0 ? name.replace(/^Members /, '') : name))
		: undefined;
}

/** The numbers of a vote, where both sides are told and can be. */
function voteIn(text: string): VoteFound | undefined {
	const names = {ayes: namedOn(text, 'for'), nays: namedOn(text, 'against')};
	const votes =
		new RegExp(
			`\\bby (?:a (?:vote|majority) of )?${number}(?: votes?)? (?:votes? )?to ${number}\\b`,
			'i',
		).exec(text) ?? new RegExp(`\\b${number} votes? (?:to|against) ${number}\\b`, 'i').exec(text);
	const plain = new RegExp(
		`\\b(?:for|in favou?r)\\s+${number}\\W{1,4}(?:and )?against\\s+${number}`,
		'i',
	).exec(text);
	const dashed =
		/\b(?:carried|passed|approved|adopted|failed|defeated|lost|rejected|votes?|voted|vote (?:of|was)|motion)\b[^\d\w]{1,4}(?:(?:unanimously|on|by|was|is|of|a|roll call|voice|vote|with)[^\d\w]{1,3}){0,5}\(?(\d{1,2})\s*[-–]\s*(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?\)?(?![\d/-])/i.exec(
			text,
		) ??
		/(?<![\d/-])\(?(\d{1,2})\s*[-–]\s*(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?\)?(?= (?:vote|in favou?r|margin)\b|\)?\s*(?:carried|passed|approved)\b)/i.exec(
			text,
		);
	const pairs = votes ?? plain ?? dashed;
	const of = numberIn(pairs?.[1]) ?? counted(text, 'for') ?? names.ayes?.length;
	const against = numberIn(pairs?.[2]) ?? counted(text, 'against') ?? names.nays?.length;
	if (of === undefined || against === undefined || of + against === 0) return undefined;
	const abstained =
		numberIn(dashed === pairs ? pairs?.[3] : undefined) ??
		counted(text, 'abstained') ??
		numberIn(new RegExp(`\\bwith ${number} abstentions?\\b`, 'i').exec(text)?.[1]);
	const fits = (list: string[] | undefined, count: number) =>
		list === undefined || list.length === count;
	if (!fits(names.ayes, of) || !fits(names.nays, against)) return undefined;
	return {
		for: of,
		against,
		...(abstained === undefined ? {} : {abstained}),
		...(names.ayes && names.ayes.length > 0 ? {ayes: names.ayes} : {}),
		...(names.nays && names.nays.length > 0 ? {nays: names.nays} : {}),
	};
}

const unanimous =
	/\bunanimous(?:ly)?\b|\bnem\.? ?con\b|\ball (?:(?:members|councill?ors|trustees|present|those present)[^.]{0,20} )?(?:voting |were )?in favou?r\b|\bwith all (?:members )?voting (?:in favou?r|aye|yes)\b|\ball ayes\b|\bwithout dissent\b|\ball voted (?:in favou?r|aye|yes)\b|\bnone (?:opposed|against)\b/i;

/** What became of a motion, by what is said of it. */
function fateIn(text: string): Outcome | undefined {
	if (
		/\b(?:motion|amendment|vote|item|it|proposal|resolution|which)\b[^.]{0,60}\b(?:failed|defeated|lost|rejected|not carried|did not (?:carry|pass)|died)\b|\b(?:motion )?(?:defeated|failed|lost|not (?:carried|passed|approved|adopted))\b|^\W*(?:failed|lost|defeated)\b/i.test(
			text,
		)
	)
		return 'lost';
	if (/\bmotion\b[^.]{0,40}\bwithdrawn\b/i.test(text)) return 'withdrawn';
	if (
		/\b(?:carried|passed|adopted|approved)\b|\bmotion (?:was )?(?:put (?:to [^.]{0,30} )?and )?agreed\b|\bso (?:ordered|resolved|moved and carried)\b/i.test(
			text,
		) ||
		unanimous.test(text)
	)
		return 'approved';
	return undefined;
}

const verbs = {
	mover:
		/\b(?:(?:it was |was |were |been )?(?:proposed|moved|introduced)(?: and seconded)?(?: by|:| -)?|motion(?: was| is)?(?: made| moved| offered)?(?: by|:)|(?:on|upon)(?: a| the)? (?:motion|proposal|proposition) (?:of|by|from|made by)|made by|proposer\s*:|mover\s*:|moved by\s*:?|prop(?:\.|osed)?\s*:)\s+/giu,
	seconder:
		/\b(?:seconded(?: by|:| -)?|second(?: was)?(?: made)?(?: by|:)|seconder\s*:|supported by|support by|sec(?:\.|onded)?\s*:)\s*/giu,
};
const after = {
	mover:
		/(?<=^|[.;:(]\s?|\bthat |, |and )((?:[\p{L}.’'-]+\s+){0,3}[\p{L}.’'-]+)\s+(?:MOVED|moved|proposed|motioned|made (?:a|the) motion)\b/gu,
	seconder:
		/(?<=^|[.;:(,]\s?|\band |with )((?:(?:\p{Lu}\.|(?:Mr|Mrs|Ms|Dr|Cllr|Ald)\.|[\p{L}’'-]+)\s+){0,3}[\p{L}’'-]+)\s+(?:SECONDED|seconded|seconding)\b/gu,
};

function who(text: string, part: 'mover' | 'seconder'): string | undefined {
	for (const found of text.matchAll(verbs[part])) {
		const name = personAt(text.slice(found.index + found[0].length));
		if (name !== undefined && !/^(?:the|that|this|motion|moved|seconded)\b/i.test(name))
			return name;
	}
	for (const [, before = ''] of text.matchAll(after[part])) {
		const begins = before.replace(/^(?:it was|and|then|that)\s+/i, '');
		const name = personAt(begins);
		if (name !== undefined && begins.length - name.length <= 1) return name;
	}
	return undefined;
}

/** Who moved and seconded, how it was voted on and what became of it, as some lines tell of one motion. */
export function motionIn(text: string): Motion {
	const plain = text.replaceAll(/(?<![.;:,])\s*\n\s*(?=\p{Lu})/gu, '; ').replaceAll(/\s+/g, ' ');
	const mover = who(plain, 'mover');
	const seconder = who(plain, 'seconder');
	const fate = fateIn(plain);
	const vote = voteIn(text.replaceAll(/[^\S\n]+/g, ' '));
	const isOdd =
		vote !== undefined &&
		fate === 'approved' &&
		vote.for <= vote.against &&
		!/\bcasting\b/i.test(plain);
	return {
		...(mover === undefined ? {} : {mover}),
		...(seconder === undefined || seconder === mover ? {} : {seconder}),
		...(vote === undefined || isOdd ? {} : {vote}),
		...(unanimous.test(plain) ? {unanimous: true as const} : {}),
		...(fate === undefined ? {} : {fate}),
		...(isOdd
			? {doubt: `the vote is told as ${vote.for} to ${vote.against}, and yet it was carried`}
			: {}),
	};
}

/** A sentence or a line that only tells of the motion: who moved it, how the vote went, what became of it. */
export const isAboutVote = (sentence: string): boolean => {
	const text = sentence.trim().replace(/^[([]\s*|\s*[)\]]\.?$/g, '');
	if (
		/\b(?:resolved|ordered|agreed)\b\W*(?:that|to)?\b.{6,}|\b(?:that|to) .{10,}/isu.test(
			text.replace(/\b(?:opposed|put|according|due|up) to\b|\bby \S+(?: votes?)? to \S+/gi, ''),
		) &&
		!/\b(?:carried|passed|favou?r)\b/i.test(text)
	)
		return false;
	return (
		/^\W*\d{1,2} (?:members?|councill?ors?|trustees|governors)\b.*\b(?:voted|in favou?r|against|abstain\p{L}*)\b/isu.test(
			text,
		) ||
		/^(?:members|councill?ors) then voted\b.{0,20}$/i.test(text) ||
		/^\W*(?:(?:it was )?(?:proposed|moved|seconded|prop\b|sec\b)|(?:proposer|seconder|mover|second)\b|for\s*[:=–-]|for \d|in favou?r\b|against\b|ayes?\b|nays?\b|noes\b|yeas?\b|abst|absent\s*[:–-]|voting\b|votes?\b|roll[- ]call\b|(?:not )?(?:carried|passed)\b|all (?:\p{L}+ ){0,4}(?:in favou?r|voted|ayes|agreed)\b|unanimous|(?:the )?(?:motion|resolution|vote|amendment)\b(?! (?:to|that|was made|by)\b)[^.]*\b(?:carried|passed|failed|defeated|lost|approved|adopted|agreed|died|withdrawn)|with all\b.*\b(?:carried|passed|favou?r)|(?:on|upon) (?:a|being put|roll)\b.*\b(?:vote|carried|passed|defeated)|\d{1,2} (?:votes? )?(?:for|in favou?r)\b|nem\.? con)/iu.test(
			text,
		) ||
		/^(?:(?:councill?or|cllr|mr|mrs|ms|dr)\.? )?\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){0,2} (?:seconded|made the second)\b(?: (?:the motion|it))?\.?$/iu.test(
			text,
		)
	);
};

/** A text without what it tells of the vote, and that. */
export function withoutVote(text: string): {text: string; vote: string} {
	const bracketed =
		/\s*\((?:proposed|moved|prop\b|p:|unanimous|carried|vote|for\b|in favou?r|agreed unanimously|\d{1,2} (?:for|in favou?r))[^()]*\)/giu;
	const told = [...text.matchAll(bracketed)].map(([found]) => found);
	const kept: string[] = [];
	let isOver = false;
	for (const sentence of text.replaceAll(bracketed, '').split(sentenceEnd)) {
		isOver ||= isAboutVote(sentence);
		if (isOver) told.push(sentence);
		else kept.push(sentence);
	}
	const whole = kept.join(' ').trim();
	const [, body = '', tail = ''] =
		/^(.+?)[,;.]?\s+((?:and )?(?:(?:was |were )?(?:proposed|moved) by|(?:proposed|moved),? .{2,40}\bseconded|seconded by|carried (?:unanimously|by)|all in favou?r|motion carried)\b.*)$/isu.exec(
			whole,
		) ?? [];
	return body === '' || resolvedIn(tail) !== undefined || /\bVOTED\b/.test(tail)
		? {text: whole, vote: told.join(' ')}
		: {text: body.trim(), vote: `${tail} ${told.join(' ')}`};
}
