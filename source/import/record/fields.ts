import {fieldWords} from '../report/fields.ts';

/** What can be found in the record of a decision, and in the notice of one to come. */
export const recordFields = [
	'title',
	'body',
	'date',
	'reference',
	'key',
	'keyReason',
	'callIn',
	'urgency',
	'exempt',
	'outcome',
	'published',
	'effective',
	'noticed',
	'author',
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
export type PaperRecordField = (typeof recordFields)[number];

export const recordWords: Record<PaperRecordField, string> = {
	...fieldWords,
	callIn: 'Open to call-in',
	urgency: 'Why it was urgent',
	outcome: 'Outcome',
	published: 'Published',
	effective: 'In effect from',
	noticed: 'Notice published',
	recommendations: 'Decision',
};

/** What each kind is asked for; what else there is, is shown, but not missed. */
export const asked: Record<'record' | 'notice', readonly PaperRecordField[]> = {
	record: [
		'title',
		'body',
		'date',
		'reference',
		'key',
		'callIn',
		'exempt',
		'recommendations',
		'reasons',
		'alternatives',
		'published',
	],
	notice: [
		'title',
		'body',
		'date',
		'reference',
		'key',
		'exempt',
		'noticed',
		'summary',
		'consultation',
	],
};
