import {keyFor, type KeyName} from './keys-by-name.ts';

/** A key, or several one after the other, as a sentence names them: `4, then o`. */
const keys = (...names: KeyName[]): string => names.map(keyFor).join(', then ');

/** What people ask first, and the keys that answer it: the second page of help. */
export const howDoI = (): [question: string, answer: string][] => [
	[
		'find something',
		`${keys('quick.open')} and any word of it; ${keys('list.filter')} filters a list`,
	],
	['open a meeting', keys('go.meeting', 'meeting.open')],
	['take the roll', `${keys('go.meeting', 'roll.take', 'roll.all-present')}, then the exceptions`],
	['go to the next item', `${keys('meeting.next')} on the Meeting screen; it moves the room`],
	['record a decision', `${keys('decision.record')} on the item, then Tab from field to field`],
	['change a status', `${keys('project.status')} on the project, then the letter`],
	['place an action', `${keys('action.add')} wherever you are`],
	['take something back', `${keys('act.undo')}: it is shown first`],
	[
		'publish and issue minutes',
		`${keys('go.minutes', 'minutes.issue')}, then ${keys('minutes.publish')}`,
	],
	['read what is cut', `${keys('list.open')} opens the whole; ${keys('page.down')} reads on`],
	['plan a meeting', keys('go.meeting', 'meeting.add')],
	[
		'enter a board and its members',
		`${keys('go.members', 'board.add')}, then ${keys('member.add')}`,
	],
	['hide everything at once', `${keys('global.blank')}, and again to go on`],
	['hold a meeting by ear', 'start with --linear: lines are added, nothing is painted over'],
	['leave', `${keys('app.leave')}; everything that was saved is kept`],
];

/** What whoever is here for the first time is told, until the first key. */
export const atFirst = (): string[] => [
	`The arrows move, ${keyFor('list.open')} opens, ${keyFor('place.back')} goes back.`,
	`${keyFor('go.overview')} to ${keyFor('go.strategy')} change the screen: ${keyFor('go.meeting')} the meeting, ${keyFor('go.minutes')} its minutes.`,
	`${keyFor('help.open')} tells every key that works, and how things are done.`,
	`${keyFor('quick.open')} finds anything by any word of it.`,
	`What is recorded is saved; ${keyFor('act.undo')} takes it back, ${keyFor('app.leave')} leaves.`,
];

/** How one begins, in an empty database: each step with the keys that take it. */
export const firstSteps = (): string[] => [
	'This database is empty. To begin:',
	`1. ${keys('go.members', 'board.add')} makes a board, ${keys('member.add')} there enters its members.`,
	`2. ${keys('go.strategy')} is where the strategy is kept: its priorities and projects.`,
	`3. ${keys('go.meeting', 'meeting.add')} plans a meeting, ${keys('meeting.open')} opens it.`,
	`4. ${keys('help.open')} tells every key, ${keys('quick.open')} finds whatever there is.`,
];
