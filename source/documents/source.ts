/**
 * The rules by which a document works something out of the record instead of telling what stands there; each says
 * in a sentence what it makes of what.
 */
export const documentRules = {
	number: 'An item’s number is that under which it was published, else its place on the agenda.',
	day: 'The day of a meeting is the day it was opened on, else that for which it was called.',
	days: 'A time is told with its day where the meeting sat on several.',
	stage: 'How far a meeting and its minutes have come is told from their status.',
	order: 'The order in which items were taken is that of the times at which they were taken up.',
	quorum: 'A meeting is quorate where enough of those who may vote on the item are there.',
	presiding:
		'Who was put in the chair presides, else the board’s chair or vice-chair, if there and not barred.',
	part: 'What part somebody has on a board is that of their membership on the day; its chair is in the chair unless somebody else presided over the first item.',
	apologies:
		'There were no apologies where the roll says of every member how they stood and none stand on it.',
	interests: 'Whether an interest takes the vote away follows from its kind and its dispensation.',
	private: 'What is private is so by the item’s own mark or by that of its paper.',
	exclusion:
		'The public was out by a carried resolution that names the item with each of its paragraphs.',
	tally: 'The result of a vote is counted from what was recorded of it.',
	outstanding:
		'Outstanding are the board’s actions that were open when the meeting was opened, as they read then.',
	standing: 'A decision is ended by the later one that supersedes or rescinds it.',
	named: 'What was altered is told as it was named and read at the act that altered it.',
	key: 'Whether a decision is key is told by its record, else by the report.',
	route: 'By which notice a decision could lawfully be taken follows from the notices published.',
	callIn: 'Call-in and effect follow from the day of publication and the days that count.',
	lacks: 'What a record lacks is what the law under which it was made asks of it.',
	law: 'The words in which the law is put are those of the law that the meeting was opened under.',
	seal: 'A seal stands while the record is as it was sealed.',
	total: 'Totals are counted from the records listed.',
	progress: 'What has changed is the difference between two states of the record.',
	measure: 'A measure’s standing is its latest reading against the target of its period.',
	manner:
		'How things are worded, and what is said of the paper itself, follows the organisation’s manner.',
} as const;

export type DocumentRule = keyof typeof documentRules;

/**
 * Where a sentence comes from. `from` are places of the record, as the log's effects name them: a record or a field with all
 * that lies in it (`meetings/M-3/openedAt`), or with `/*` which elements a list has and in what order.
 * - *told*: what stands there is said.
 * - *derived*: a rule made it of what stands there.
 * - *absent*: nothing stands there, and that is said.
 */
export type Source = {
	from: string[];
	rule?: DocumentRule;
	absent?: true;
	/** Acts of which the sentence tells themselves, by their revisions. */
	acts?: number[];
};

export const told = (...from: string[]): Source => ({from});
export const derived = (rule: DocumentRule, ...from: string[]): Source => ({rule, from});
export const absent = (...from: string[]): Source => ({absent: true, from});

/** Tells of acts themselves; what they altered is named as it was then. */
export const toldByAct = (acts: number[], ...from: string[]): Source => ({
	rule: 'named',
	acts,
	from,
});

/** Fields of a record, as places. */
export const fieldsOf = (record: string, ...fields: string[]): string[] =>
	fields.map((field) => `${record}/${field}`);

/** A source with further places beside its own. */
export const and = (source: Source, ...from: string[]): Source => ({
	...source,
	from: [...source.from, ...from],
});
