import type {shared as english} from '../english/shared.ts';
import {joined} from '../names.ts';

const items = (numbers: readonly string[]): string =>
	`${numbers.length === 1 ? 'eitem' : 'eitemau'} ${joined(numbers, 'a')}`;

export const shared: typeof english = {
	and: (found) => joined(found, 'a'),
	items,
	example: 'Enghraifft, nid cofnod swyddogol.',
	leavesOut: (word, what) => `Mae’r fersiwn hon yn hepgor mater ${word}: ${what}.`,
	itemsNotPublic: (numbers, word) => `Nid i’w gyhoeddi: mae mater ${word} yn ${items(numbers)}.`,
	organisation: 'Sefydliad',
	board: 'Bwrdd',
	decisionMaker: 'Penderfynwr',
	date: 'Dyddiad',
	time: 'Amser',
	timeZone: 'Cylchfa amser',
	venue: 'Lleoliad',
	meeting: 'Cyfarfod',
	record: 'Cofnod',
	itemOf: (meeting, item) => `${meeting}, eitem ${item}`,
	paper: 'Papur',
	appendices: 'Atodiadau',
	publicSummary: 'Crynodeb cyhoeddus',
	publicTitle: 'Teitl cyhoeddus',
	number: 'Rhif',
	byDecision: (decision, item) => `drwy benderfyniad ${decision} (eitem ${item})`,
	/** On every page of a draft; and beside the line where each leaf is initialled. */
	draft: 'DRAFFT',
	initials: 'Llythrennau cyntaf',
	page: 'Tudalen',
	pageOf: 'o',
};
