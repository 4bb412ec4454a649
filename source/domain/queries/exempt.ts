import {itemNumber} from './meetings.ts';
import {exclusionText} from '../rules/snippets.ts';
import type {AgendaItem, Database, Decision, Exempt, Meeting} from '../schema/index.ts';

/**
 * What each paragraph of Part 1 of Schedule 12A to the Local Government Act 1972 (as it stands for England
 * since SI 2006/88) keeps from the public, in plain words.
 */
export const paragraphWords: Record<number, string> = {
	1: 'information about an individual',
	2: 'information likely to reveal who an individual is',
	3: 'the financial or business affairs of a particular person, the authority included',
	4: 'consultations or negotiations about labour relations',
	5: 'information covered by legal professional privilege',
	6: 'a proposed statutory notice, order or direction',
	7: 'action to prevent, investigate or prosecute crime',
};

/** What the public is told of an item that names no title for it. */
export const exemptTitle = 'Exempt item';

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
	return exempt && !isExclusion(database, decision, exempt) ? exempt : undefined;
}

/** In either standard wording: an executive's own came later, and what was resolved before stands. */
const isExclusion = (
	database: Pick<Database, 'rules'>,
	{procedural, resolution}: Decision,
	{paragraphs}: Exempt,
): boolean =>
	procedural === true &&
	(['executive', 'committee'] as const).some(
		(kind) => resolution.trim() === exclusionText(database, paragraphs, kind),
	);

/** A paragraph of Schedule 12A and what it is about. */
export type ExemptParagraph = {number: number; about: string};

/** What may be said to everybody of matter that is kept from the public. */
export type ToldExempt = {
	paragraphs: ExemptParagraph[];
	title?: string;
	summary?: string;
	/** The resolution by which press and public were excluded: its decision, and its item's number. */
	exclusion?: {decision: string; item: string};
};

export const tellExempt = ({paragraphs, title, summary}: Exempt): ToldExempt => ({
	paragraphs: paragraphs
		.toSorted((a, b) => a - b)
		.map((number) => ({number, about: paragraphWords[number] ?? ''})),
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
				(index < place || isExclusion(database, one, exempt)),
		);
		if (decision) return {decision: decision.id, item: itemNumber(meeting, found?.id)};
	}
	return undefined;
}
