import {joined} from '../names.ts';

/** The labels, headings and remarks that several documents share. */
export const shared = {
	and: (items: readonly (string | number)[]): string => joined(items, 'and'),
	items: (numbers: readonly string[]): string =>
		`${numbers.length === 1 ? 'item' : 'items'} ${joined(numbers, 'and')}`,
	example: 'A worked example, not an official record.',
	leavesOut: (word: string, what: string): string =>
		`This version leaves out ${word} matter: ${what}.`,
	itemsNotPublic: (numbers: readonly string[], word: string): string =>
		`Not for publication: ${shared.items(numbers)} ${numbers.length === 1 ? 'holds' : 'hold'} ${word} matter.`,
	organisation: 'Organisation',
	board: 'Board',
	decisionMaker: 'Decision-maker',
	date: 'Date',
	time: 'Time',
	timeZone: 'Time zone',
	venue: 'Venue',
	meeting: 'Meeting',
	record: 'Record',
	/** A meeting, and the number of one of its items. */
	itemOf: (meeting: string, item: string): string => `${meeting}, item ${item}`,
	paper: 'Paper',
	appendices: 'Appendices',
	publicSummary: 'Public summary',
	publicTitle: 'Public title',
	number: 'No.',
	byDecision: (decision: string, item: string): string => `by decision ${decision} (item ${item})`,
	/** On every page of a draft; and beside the line where each leaf is initialled. */
	draft: 'DRAFT',
	initials: 'Initials',
	page: 'Page',
	pageOf: 'of',
};
