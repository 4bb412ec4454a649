import type {Database} from '../domain/schema/index.ts';
import {keyFor, type KeyName} from './keys-by-name.ts';

/** A key, or several one after the other, as a sentence names them: `4, then o`. */
const keys = (...names: KeyName[]): string => names.map(keyFor).join(', then ');

/** What people ask first, by topic, and the keys that answer it: the second page of help. */
export const howDoI = (): [topic: string, answers: [question: string, answer: string][]][] => [
	[
		'In the meeting',
		[
			['open it', keys('go.meeting', 'meeting.open')],
			[
				'take the roll',
				`${keys('go.meeting', 'roll.take', 'roll.all-present')}, then the exceptions`,
			],
			['go to the next item', `${keys('meeting.next')} on the Meeting screen; it moves the room`],
			['minute what was said', `${keys('item.note')} on the item`],
			[
				'record a decision',
				`${keys('item.as-recommended')} where the report’s recommendation was agreed; else ${keys('decision.record')}, then Tab from field to field`,
			],
			['call a vote by name', `${keys('form.roll-call')} in the decision’s vote`],
			['place an action', `${keys('action.add')} wherever you are`],
			[
				'record an interest',
				`${keys('item.declare')} on the item; ${keys('item.none-declared')} where nobody has one`,
			],
			[
				'note who comes or goes',
				`${keys('form.movement')} in a form, else ${keys('quick.open')} and arr or left with the name`,
			],
			['hide everything at once', `${keys('global.blank')}, and again to go on`],
			['close it', keys('go.meeting', 'meeting.close')],
		],
	],
	[
		'Before and after',
		[
			['plan a meeting', keys('go.meeting', 'meeting.add')],
			['bring in a report', keys('go.meeting', 'report.bring-in')],
			['see what stands in the way', `${keys('go.meeting', 'lawful.show')}, item by item`],
			[
				'publish and issue minutes',
				`${keys('go.minutes', 'minutes.issue')}, then ${keys('minutes.publish')}`,
			],
			['correct a decision', keys('go.register', 'register.edit')],
			[
				'enter a board and its members',
				`${keys('go.members', 'board.add')}, then ${keys('member.add')}`,
			],
		],
	],
	[
		'The strategy',
		[
			['change a status', `${keys('project.status')} on the project, then the letter`],
			['add a project', keys('go.portfolio', 'record.add')],
			[
				'keep milestones and risks',
				`${keys('project.milestones')} and ${keys('project.risks')} on the project`,
			],
			[
				'see it another way',
				`${keys('go.portfolio', 'portfolio.next-view')}: timeline, risks, measures …`,
			],
		],
	],
	[
		'Anywhere',
		[
			[
				'find something',
				`${keys('quick.open')} and any word of it; ${keys('list.filter')} filters a list`,
			],
			['take something back', `${keys('act.undo')}: it is shown first`],
			['read what is cut', `${keys('list.open')} opens the whole; ${keys('page.down')} reads on`],
			['hold a meeting by ear', 'start with --linear: lines are added, nothing is painted over'],
			['leave', `${keys('app.leave')}; everything that was saved is kept`],
		],
	],
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
export const firstSteps = ({boards}: Pick<Database, 'boards'>): string[] => [
	...(boards.length === 0
		? [
				'This database is empty. To begin:',
				`1. ${keys('go.members', 'board.add')} makes a board, ${keys('member.add')} there enters its members.`,
			]
		: [
				'No meeting and no project has been entered yet. To begin:',
				`1. ${keys('go.members', 'member.add')} enters the members of the board.`,
			]),
	`2. ${keys('go.strategy')} is where the strategy is kept: its priorities and projects.`,
	`3. ${keys('go.meeting', 'meeting.add')} plans a meeting, ${keys('meeting.open')} opens it.`,
	`4. ${keys('help.open')} tells every key, ${keys('quick.open')} finds whatever there is.`,
];
