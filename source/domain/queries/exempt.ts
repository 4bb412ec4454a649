import {itemNumber} from './meetings.ts';
import {exclusionsOf} from '../law/boards.ts';
import type {BoardLaw} from '../law/law.ts';
import type {AgendaItem, Database, Decision, Exempt, Meeting} from '../schema/index.ts';

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
 * stands. An item's number may have changed since.
 */
function isExclusion(
	{rules}: Pick<Database, 'rules'>,
	meeting: Meeting,
	{procedural, resolution}: Decision,
	exempt: Exempt,
): boolean {
	if (procedural !== true) return false;
	const said = withoutNumber(resolution);
	return exclusionsOf({rules}, meeting, exempt).some((text) => withoutNumber(text) === said);
}

const withoutNumber = (text: string): string => text.trim().replace(/\bitem [0-9]\w*/, 'item …');

/** A paragraph of a statute and what it is about. */
export type ExemptParagraph = {number: number; about: string};

/** What may be said to everybody of matter that is kept from the public. */
export type ToldExempt = {
	paragraphs: ExemptParagraph[];
	/** Confidential by law, or private for a reason in the board's own words. */
	confidential?: true;
	ground?: string;
	title?: string;
	summary?: string;
	/** The resolution by which press and public were excluded: its decision, and its item's number. */
	exclusion?: {decision: string; item: string};
};

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
 * The resolution that shut the public out of an item: the standard one if it was taken on the item
 * itself, else that of the last item for excluding them which comes before it on the agenda. None where
 * the record holds none: nothing is made up.
 */
export function exclusionOf(
	database: Database,
	meeting: Meeting,
	item: AgendaItem,
): ToldExempt['exclusion'] {
	const {id, agenda} = meeting;
	const exempt = exemptionOf(database, item) ?? {paragraphs: []};
	const place = agenda.findIndex((one) => one.id === item.id);
	for (let index = place; index >= 0; index--) {
		const found = agenda[index];
		if (index < place && found?.kind !== 'exclusion') continue;
		const decision = database.decisions.findLast(
			(one) =>
				one.meeting === id &&
				one.item === found?.id &&
				one.status === 'recorded' &&
				(index < place || isExclusion(database, meeting, one, exempt)),
		);
		if (decision) return {decision: decision.id, item: itemNumber(meeting, found?.id)};
	}
	return undefined;
}
