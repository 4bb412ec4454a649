/**
 * Markings that keep a paper from the public, as they are printed: without marks, in small letters. Those of `anywhere`
 * count on any line that holds nothing else; those of `edges` at the head and the foot of a paper, behind a label and
 * beside a title, for elsewhere they may be the name of a part, a column or a fund. `beside` may stand with them.
 */
const table = {
	anywhere: `
		not for publication | not for disclosure | not for release | not for public release | not for the public | not for circulation |
		not for onward circulation | not to be published | not to be disclosed | not to be released | not to be circulated |
		not to be copied | not public | non public | not open to the public | do not circulate | do not copy | do not publish |
		exempt | exemption | confidential | in confidence | commercially sensitive | official sensitive | under embargo | embargo |
		embargoed | sealed | under seal | below the line | pink paper | pink papers | gold paper | gold papers | yellow paper |
		buff paper | restricted circulation | circulation restricted | limited circulation | restricted commercial |
		restricted official | restricted access | restricted item | restricted report | top secret | withheld | withheld from publication | legally privileged |
		legal privilege | legal professional privilege | client privileged | without prejudice | internal use only |
		members only | eyes only | in camera | press excluded | public excluded | excluded press | excluded public |
		closed session | closed report | closed item | closed paper | closed meeting | closed matter | closed minutes | closed part |
		private session | private report | private item | private paper | private meeting | private matter | private business |
		private minutes | private part | executive session | executive report | excluded item | reserved business | reserved item | reserved matter |
		protect commercial | protect private | protect personal |
		eithriedig | cyfrinachol | nid i’w gyhoeddi`,
	edges: `
		part 2 | part ii | part b | part two | private | closed | restricted | sensitive | secret | privileged | reserved |
		in committee | in private | pink | protect`,
	beside: `
		not for publication publish published public disclosure disclose release to be the press and or private privately strictly highly strict
		in on for until under commercial commercially members’ personal official restricted session executive part 2 ii b two item items report reports paper papers matter
		information document section of this is are by virtue board committee council cabinet meeting members only staff eyes nhs company
		contains contain status classification marking foi attorney i’w`,
};

const phrases = (text: string): string[] =>
	text
		.split('|')
		.map((one) => one.trim().replaceAll(/\s+/g, ' '))
		.filter(Boolean);
/** Any of some phrases, the longest first. */
const anyOf = (list: readonly string[]): RegExp =>
	new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${list.toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
		'gu',
	);

/** What may stand beside the phrases of a marking: a line of other words is about something. */
const beside = new Set(table.beside.split(/\s+/).filter(Boolean));
const core = anyOf(phrases(table.anywhere));
const isPart = (phrase: string): boolean => phrase.startsWith('part ');
/** The name of a part leads what else stands there; the others are all that does. */
const part = anyOf(phrases(table.edges).filter(isPart));
const edge = new Set(phrases(table.edges).filter((phrase) => !isPart(phrase)));

/** When an embargo ends. */
const when =
	/(?<![\p{L}\p{N}])(?:\d{1,4}(?:st|nd|rd|th|am|pm|hrs)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight|hours|hrs|gmt|bst|a m|p m|am|pm)(?![\p{L}\p{N}])/gu;

const plainly = (text: string): string => {
	const plain = text
		.toLowerCase()
		.replaceAll('\u2019', "'")
		.replaceAll("i'w", 'i’w')
		.replaceAll("members'", 'members’')
		.replaceAll(/[^\p{L}\p{N}’]+/gu, ' ')
		.replaceAll(/\bpage \d{1,4}(?: of \d{1,4})?\b|^\d{1,4} | \d{3,4}$/g, '');
	return (/embargo|until/.test(plain) ? plain.replaceAll(when, ' ') : plain)
		.replaceAll(/ {2,}/g, ' ')
		.trim();
};

/** Whether a text is a marking and nothing else: “NOT FOR PUBLICATION”, “Official-Sensitive”. A page’s number aside. */
export function isMarking(text: string, isEdge = false): boolean {
	if (
		text.length > 120 ||
		/\?\s*$|\||\b(?:or|not (?:confidential|exempt|private|restricted))\b/i.test(text)
	)
		return false;
	const plain = plainly(text);
	if (isEdge && edge.has(plain)) return true;
	const rest = plain.replaceAll(core, ' ');
	const isCore = rest !== plain || (isEdge && plain.search(part) === 0);
	const words = plain.split(' ');
	return (
		isCore &&
		words.length <= 12 &&
		rest.split(/\s+/).every((word) => word === '' || beside.has(word))
	);
}

/** Whether a title bears a marking in front, at its end or in brackets: “EXEMPT – Purchase of land”. */
export function isMarkedTitle(text: string): boolean {
	const pieces = text
		.replace(/\bofficial\s*[:–—-]+\s*sensitive\b/i, 'Official sensitive')
		.split(/\s*[([\])]\s*|\s+[–—-]+\s+|(?<=^[\p{Lu} ]{4,30}):\s+/u)
		.filter(Boolean);
	const [, bracketed = ''] = /[([]([^()[\]]{1,120})[)\]]\s*$/.exec(text) ?? [];
	return (
		pieces.length > 1 &&
		(pieces.some((piece, at) => isMarking(piece, at === 0)) ||
			isMarking(bracketed, true) ||
			/^(?:exempt|confidential|private|part (?:2|ii))\b/i.test(bracketed.trim()))
	);
}

/** Sentences that say of the whole paper that it is kept from the public. */
const says: readonly RegExp[] = [
	/\b(?:this|the) (?:report|item|paper|matter|document|decision|record|notice|business)\b.{0,80}?\b(?:exempt|confidential|in private|(?:private|closed|executive) session|in camera|unpublished|embargo(?:ed)?|sealed)\b/is,
	/\b(?:report|item|paper|document|strategy|plan|register|schedule|table) is (?:strictly |under )?(?:exempt|confidential|unpublished|private|embargo(?:ed)?|sealed|restricted(?! to))\b/i,
	/^contains? (?:exempt|confidential) information\b/i,
	/^(?:strictly )?embargoed (?:until|till)\b/i,
	/\b(?:press|public)\b.{0,60}\b(?:be|is|are|been|were|was)\b(?: \p{L}+){0,2} excluded\b/iu,
	/\bexclu(?:de|ding|sion of)\b.{0,30}\b(?:press|public)\b/i,
	/\b(?:exempt|unpublished)\b.{0,160}\bschedule\b|\bschedule (?:12a|7a)\b.{0,200}\bexempt\b/is,
	/\bgovernment code\b.{0,20}\b5495[67]/i,
	/\bby virtue of paragraphs? \d/i,
	/\bclosed session\b.{0,40}\b(?:pursuant|under|authori[sz]ed)\b/i,
	/\b(?:printed|circulated) (?:separately )?on (?:pink|gold|yellow|buff) paper\b/i,
];

/** That it is not, or only might be. */
const denied =
	/\b(?:no|not|nothing|neither|never|none|without|unless|if|whether|may|might|would|could|should|any)\b.{0,80}?\b(?:exempt|confidential|unpublished|private|closed|excluded|exclusion|embargo)/is;

/** What goes with the paper, and not the paper. */
const attached =
	/\b(?:appendi(?:x|ces)|annex(?:e?s)?|attachments?|enclosures?|schedule [a-z\d]\b(?! ?\d?a)|(?:accompanying|separate|associated|linked|part (?:2|ii|b|two)|exempt|confidential|private) (?:\p{L}+ ){0,2}(?:report|paper|minute|document)s?|part(?:ly|ially)? of (?:the|this)|in part|part(?:ly|ially))\b/iu;

/** What a sentence says: that the whole paper is kept from the public, or only something that goes with it. */
export function saysPrivate(sentence: string): 'whole' | 'part' | undefined {
	if (sentence.length > 1500 || /\?\s*$/.test(sentence)) return undefined;
	const text = sentence.replaceAll(
		/\b(?:not (?:for (?:publication|disclosure)|to be (?:published|disclosed|circulated|copied)|open to the public)|must not be (?:published|disclosed|circulated|copied))\b/gi,
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
