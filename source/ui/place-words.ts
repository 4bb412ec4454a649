import {itemNumber} from '../domain/queries/meeting/meetings.ts';
import type {Database} from '../domain/schema/index.ts';
import type {ShownPlace} from '../store/store.ts';

const screenWords: Record<string, string> = {
	overview: 'Overview',
	walk: 'Walk',
	portfolio: 'Portfolio',
	project: 'Project',
	record: 'Project',
	strategy: 'Strategy',
	meeting: 'Meeting',
	roll: 'Roll',
	members: 'Members',
	lawful: 'Can we decide this?',
	minutes: 'Minutes',
	register: 'Register',
	decision: 'Decision',
	notice: 'Notice',
	log: 'Log',
	entry: 'Log',
	here: 'Who is here',
	waiting: 'Held back',
	views: 'Saved views',
	roles: 'Roles',
	whole: 'A record',
};

/** `Meeting M-2, item 5`: where somebody is, in words. */
export function placeWords(database: Database, {screen, id, selected}: ShownPlace): string {
	const word = screenWords[screen] ?? 'elsewhere';
	const meeting = screen === 'meeting' ? database.meetings.find((one) => one.id === id) : undefined;
	const item = meeting && itemNumber(meeting, selected?.split('/').at(-1));
	return [word, id, item ? `item ${item}` : ''].filter(Boolean).join(' ');
}
