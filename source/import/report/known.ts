import {cut} from '../../domain/words.ts';
import {type Finding, longestPassage, type Passage} from '../review.ts';
import {fieldWords, type ReportField, type LabelRole} from './fields.ts';
import type {TakenLine} from './front.ts';
import {passageOf} from './render.ts';
import type {Section} from './sections.ts';

/** What is known of the front page and of every section, for those who look for particulars. */
export type KnownParts = {
	/** Sections of a role, those to be believed first in front, each with its text. */
	of(role: LabelRole): {section: Section; text: string}[];
	/** What lines say that no label announces. */
	told: readonly TakenLine[];
	/** Every paragraph, wherever it stands. */
	paragraphs: readonly {at: number; text: string}[];
	remarks: string[];
	/** Headings and labels under which people are named. */
	left: string[];
};

/** A finding of the front page. */
export const particular = (
	field: ReportField,
	value: unknown,
	shown: string,
	where: Section | TakenLine['line'],
	by: Finding['by'],
	note?: string,
): Finding => {
	const passage: Passage =
		'parts' in where
			? passageOf(where, () => true)
			: {from: where.at, to: where.at, text: cut(where.text, longestPassage)};
	return {
		id: field,
		field,
		says: fieldWords[field],
		value,
		shown,
		passage,
		by,
		...(note === undefined ? {} : {note}),
	};
};
