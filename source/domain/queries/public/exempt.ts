import {itemNumber} from '../meeting/meetings.ts';
import {exclusionsOf, meetingLaw} from '../../law/boards.ts';
import type {BoardLaw, NamedPrivate} from '../../law/law.ts';
import type {
	AgendaItem,
	Database,
	Decision,
	Excluded,
	Exempt,
	Meeting,
	Outcome,
} from '../../schema/index.ts';

/** What the public is told of an item that names no title for it. */
export const untitled = ({ground}: Pick<Exempt, 'ground'>): string =>
	ground === undefined ? 'Exempt item' : 'Private item';

/** Why an item is kept from the public: by its own word, else because its report is. */
export const exemptionOf = (
	{reports}: Pick<Database, 'reports'>,
	{exempt, about}: Pick<AgendaItem, 'exempt' | 'about'>,
): Exempt | undefined => exempt ?? reports.find(({id}) => id === about?.report)?.exempt;

/**
 * Why a decision is kept from the public: because of the item that it was made on. The resolution that shuts the
 * public out, in its standard wording, is what the public must be told, even if it was taken on the
 * exempt item itself; in words of its own it might tell of the matter.
 */
export function decisionExemption(database: Database, decision: Decision): Exempt | undefined {
	// A version to come may mark the decision itself; what is marked is never shown.
	if (decision['exempt']) return {paragraphs: []};
	const meeting = database.meetings.find(({id}) => id === decision.meeting);
	const item = meeting?.agenda.find(({id}) => id === decision.item);
	const exempt = item && exemptionOf(database, item);
	return meeting && exempt && !isExclusion(database, meeting, decision, exempt)
		? exempt
		: undefined;
}

/**
 * In the standard wording of any kind of board: an executive's own came later, and what was resolved before
 * stands. The numbers of the items that it names may have changed since.
 */
function isExclusion(
	{rules}: Pick<Database, 'rules'>,
	meeting: Meeting,
	{procedural, resolution, excludes}: Decision,
	why: Exempt,
): boolean {
	if (procedural !== true) return false;
	const named: NamedPrivate[] = (excludes ?? []).map(({item, paragraphs = [], basis}) => {
		const ground = meeting.agenda.find(({id}) => id === item)?.exempt?.ground;
		const confidential = basis === 'confidential';
		return {number: itemNumber(meeting, item), why: {paragraphs, confidential, ground}};
	});
	const said = withoutNumbers(resolution);
	return [named, [{number: '0', why}]].some((items) =>
		exclusionsOf({rules}, meeting, items).some((text) => withoutNumbers(text) === said),
	);
}

/** Older resolutions speak of the following item. */
const withoutNumbers = (text: string): string =>
	text
		.trim()
		.replaceAll(
			/\b(the following items?|items? [0-9]\w*((, | and )[0-9]\w*)*)( (is|are)\b)?/g,
			'item …',
		);

/** A paragraph of a statute and what it is about. */
type ExemptParagraph = {number: number; about: string};

/** What may be said to everybody of matter that is kept from the public. */
export type ToldExempt = {
	paragraphs: ExemptParagraph[];
	/** Confidential by law, or private for a reason in the board's own words. */
	confidential?: true;
	ground?: string;
	title?: string;
	summary?: string;
	exclusion?: Exclusion;
};

/** The resolution by which press and public were excluded: its decision, and its item's number. */
export type Exclusion = {decision: string; item: string};

export const tellExempt = (
	{privately}: BoardLaw,
	{paragraphs, confidential, ground, title, summary}: Exempt,
): ToldExempt => ({
	paragraphs: paragraphs
		.toSorted((a, b) => a - b)
		.map((number) => ({number, about: privately.paragraphs[number] ?? ''})),
	confidential: confidential || undefined,
	ground: ground?.trim() || undefined,
	title: title?.trim() || undefined,
	summary: summary?.trim() || undefined,
});

/**
 * The resolution that took an item in private: one that was carried, still stands, and names the item with each of its
 * paragraphs; also of an item that was made public since. None where the record holds none: nothing is made up, and
 * nothing is stretched.
 */
export function exclusionOf(
	database: Database,
	meeting: Meeting,
	item: AgendaItem,
): Exclusion | undefined {
	const wanted = exemptionOf(database, item)?.paragraphs ?? [];
	const decision = database.decisions.findLast(
		({meeting: held, status, outcome, excludes = []}) =>
			held === meeting.id &&
			status === 'recorded' &&
			isCarried(outcome) &&
			excludes.some(
				({item: named, paragraphs = []}) =>
					named === item.id && wanted.every((paragraph) => paragraphs.includes(paragraph)),
			),
	);
	return decision && {decision: decision.id, item: itemNumber(meeting, decision.item)};
}

const isCarried = (outcome: Outcome): boolean =>
	outcome === 'approved' || outcome === 'approved-as-amended';

/** The items of a meeting that are to be taken in private by a resolution, and of which none has been carried yet. */
export const toExclude = (
	database: Database,
	meeting: Meeting,
): {item: AgendaItem; why: Exempt}[] => {
	const {resolves} = meetingLaw(database, meeting).privately;
	return meeting.agenda.flatMap((item) => {
		const why = exemptionOf(database, item);
		return why && resolves(why) && !exclusionOf(database, meeting, item) ? [{item, why}] : [];
	});
};

/** Why an item is in private, as a resolution names it. */
export const excludedBy = (item: string, {paragraphs, confidential, ground}: Exempt): Excluded => ({
	item,
	basis: confidential ? 'confidential' : ground === undefined ? 'exempt' : 'private',
	...(paragraphs.length > 0 ? {paragraphs: paragraphs.toSorted((a, b) => a - b)} : {}),
});

/** Whether an item is before the room in private: it is exempt by law, or a carried resolution names it. */
export function isInPrivate(database: Database, meeting: Meeting, item: AgendaItem): boolean {
	const why = exemptionOf(database, item);
	if (!why) return false;
	return (
		!meetingLaw(database, meeting).privately.resolves(why) ||
		exclusionOf(database, meeting, item) !== undefined
	);
}

/** Whether anything of a meeting was taken in private: by law, or by a resolution that was carried and stands. */
export const wentPrivate = (database: Database, meeting: Meeting): boolean =>
	meeting.agenda.some((item) => isInPrivate(database, meeting, item)) ||
	database.decisions.some(
		({meeting: held, status, outcome, excludes = []}) =>
			held === meeting.id && status === 'recorded' && isCarried(outcome) && excludes.length > 0,
	);
