/** What can be found in a decision report, as the fields of its record; what has none is not kept. */
export const fields = [
	'title',
	'body',
	'date',
	'reference',
	'key',
	'keyReason',
	'author',
	'exempt',
	'summary',
	'recommendations',
	'reasons',
	'alternatives',
	'consultation',
	'scrutiny',
	'implications',
	'appendices',
	'backgroundPapers',
] as const;
export type ReportField = (typeof fields)[number];

/** What each is called on screens and in messages. */
export const fieldWords: Record<ReportField, string> = {
	title: 'Title',
	body: 'Body or decision-maker',
	date: 'Date',
	reference: 'Reference',
	key: 'Key decision',
	keyReason: 'Why it is a key decision',
	author: 'Author’s post',
	exempt: 'Exempt',
	summary: 'Summary',
	recommendations: 'Recommendations',
	reasons: 'Reasons',
	alternatives: 'Alternatives considered',
	consultation: 'Consultation',
	scrutiny: 'Scrutiny comments',
	implications: 'Implications',
	appendices: 'Appendices',
	backgroundPapers: 'Background papers',
};

/**
 * What a heading or a label announces: a field; a `group` whose sub-headings are implications; a `person`, about whom
 * nothing is kept; or `other`, matter of the report that has no field, which ends what stood before it.
 */
export type LabelRole = ReportField | 'group' | 'person' | 'other';

/**
 * What a heading or a label was taken for, how surely (0 to 1), and how it ranks among others of its role. What is
 * known from the front page (`front`) announces one value, not all that follows.
 */
export type Match = {role: LabelRole; score: number; weight: number; front?: true};
