/** What a marking is made of and nothing else: a line of other words beside these is about something. */
const made = new Set(
	'not for publication publish published public disclosure disclosed disclose release released to be the press and or excluded exempt exemption private privately confidential strictly highly in confidence commercial commercially sensitive official restricted closed session executive camera part 2 ii b two item items report reports paper matter information document section of this is are by virtue board committee council meeting members only staff eyes contains contain status classification marking i’w nid gyhoeddi eithriedig cyfrinachol'.split(
		' ',
	),
);

/** Words of which one makes a marking of them, whatever line they stand on. */
const core =
	/\bnot (?:for (?:publication|disclosure|release|the public)|to be (?:published|disclosed|released)|public)\b|\bexempt(?:ion)?\b|\bconfidential\b|\bin confidence\b|\bcommercially sensitive\b|\bofficial sensitive\b|\b(?:closed|private|executive) (?:session|report|item|paper|meeting|matter)\b|\bin camera\b|\b(?:press|public) excluded\b|\bexcluded (?:press|public)\b|\b(?:eithriedig|cyfrinachol)\b|\bnid i’w gyhoeddi\b/;

/** Words that are a marking at the head of a paper, and elsewhere may be the name of a part or a column. */
const atHead =
	/^(?:part (?:2|ii|b|two)\b|(?:private|closed|restricted|sensitive|in committee|in private)$)/;

const plainly = (text: string): string =>
	text
		.toLowerCase()
		.replaceAll('\u2019', "'")
		.replaceAll("i'w", 'i’w')
		.replaceAll(/[^\p{L}\p{N}’]+/gu, ' ')
		.trim();

/** Whether a text is a marking and nothing else: “NOT FOR PUBLICATION”, “Official-Sensitive”. A page’s number aside. */
export function isMarking(text: string, isHead = false): boolean {
	if (
		text.length > 120 ||
		/\?\s*$|\||\b(?:or|not (?:confidential|exempt|private|restricted))\b/i.test(text)
	)
		return false;
	const plain = plainly(text)
		.replaceAll(/\bpage \d{1,4}(?: of \d{1,4})?\b|^\d{1,4} | \d{3,4}$/g, '')
		.trim();
	if (!core.test(plain) && !(isHead && atHead.test(plain))) return false;
	const words = plain.split(' ');
	return words.length <= 12 && words.every((word) => made.has(word));
}

/** Whether a title bears a marking in front, at its end or in brackets: “EXEMPT – Purchase of land”. */
export function isMarkedTitle(text: string): boolean {
	const pieces = text
		.replace(/\bofficial\s*[:–—-]+\s*sensitive\b/i, 'Official sensitive')
		.split(/\s*[([\])]\s*|\s+[–—-]+\s+|(?<=^[\p{Lu} ]{4,30}):\s+/u)
		.filter(Boolean);
	const [first = '', ...others] = pieces;
	const last = others.at(-1);
	return (
		others.length > 0 &&
		(isMarking(first, true) ||
			(last !== undefined && isMarking(last)) ||
			/[([]\s*(?:exempt|confidential|private|part (?:2|ii))\b[^()]*[)\]]\s*$/i.test(text))
	);
}

/** Sentences that say of the whole paper that it is kept from the public. */
const says: readonly RegExp[] = [
	/\b(?:this|the) (?:report|item|paper|matter|document|decision|record|notice|business)\b.{0,80}?\b(?:exempt|confidential|in private|(?:private|closed|executive) session|in camera|unpublished)\b/is,
	/\b(?:report|item|paper|document) is (?:exempt|confidential|unpublished|private)\b/i,
	/^contains? (?:exempt|confidential) information\b/i,
	/\b(?:press|public)\b.{0,60}\b(?:be|is|are|been|were|was)\b(?: \p{L}+){0,2} excluded\b/iu,
	/\bexclu(?:de|ding|sion of)\b.{0,30}\b(?:press|public)\b/i,
	/\b(?:exempt|unpublished)\b.{0,160}\bschedule\b|\bschedule (?:12a|7a)\b.{0,200}\bexempt\b/is,
	/\bgovernment code\b.{0,20}\b5495[67]/i,
	/\bby virtue of paragraphs? \d/i,
	/\bclosed session\b.{0,40}\b(?:pursuant|under|authori[sz]ed)\b/i,
];

/** That it is not, or only might be. */
const denied =
	/\b(?:no|not|nothing|neither|never|none|without|unless|if|whether|may|might|would|could|should|any)\b.{0,80}?\b(?:exempt|confidential|unpublished|private|closed|excluded|exclusion)/is;

/** What goes with the paper, and not the paper. */
const attached =
	/\b(?:appendi(?:x|ces)|annex(?:e?s)?|attachments?|enclosures?|schedule [a-z\d]\b(?! ?\d?a)|(?:accompanying|separate|associated|linked|part (?:2|ii|b|two)|exempt|confidential|private) (?:\p{L}+ ){0,2}(?:report|paper|minute|document)s?|part(?:ly|ially)? of (?:the|this)|in part|part(?:ly|ially))\b/iu;

/** What a sentence says: that the whole paper is kept from the public, or only something that goes with it. */
export function saysPrivate(sentence: string): 'whole' | 'part' | undefined {
	if (sentence.length > 1500 || /\?\s*$/.test(sentence)) return undefined;
	const text = sentence.replaceAll(
		/\bnot (?:for (?:publication|disclosure)|to be (?:published|disclosed))\b/gi,
		'unpublished',
	);
	if (!says.some((wording) => wording.test(text)) || denied.test(text)) return undefined;
	// A schedule of an Act is none of the paper's.
	const plain = text.replaceAll(
		/\b(?:of )?(?:part \w{1,3} (?:of|to) )?schedule \d{1,2}[a-z]? (?:to|of) the\b/gi,
		'',
	);
	return attached.test(plain) ? 'part' : 'whole';
}
