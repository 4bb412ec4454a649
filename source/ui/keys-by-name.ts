import type {Key} from './keys.ts';

/**
 * What is done the same way wherever there is something to do it to: the same verb has the same key on every
 * screen. A screen that gives a verb another meaning is wrong; one that needs another verb gives it a key of its own.
 */
const verbs = {
	/** Opens what is selected; it never records anything. */
	open: ['enter'],
	/** Alters what is selected. */
	edit: ['e'],
	/** Alters what the list is of: the meeting of an agenda, the board of its members. */
	editAll: ['E'],
	/** Makes a new one beside what is selected. */
	add: ['N'],
	/** Takes off what is selected, after asking. */
	remove: ['backspace', 'delete'],
	moveUp: ['K'],
	moveDown: ['J'],
	filter: ['/'],
	/** Orders a list by something else. */
	order: ['O'],
	/** Looks at a list in another way. */
	view: ['v'],
	undo: ['u'],
	next: ['n'],
	previous: ['p'],
	/** From one that fills a screen to the next: priority, meeting, board. */
	nextScreen: ['right', ']'],
	previousScreen: ['left', '['],
	publish: ['P'],
	approve: ['A'],
	release: ['r'],
	/** Brings a paper in: the file is asked for, then what was found in it. */
	bringIn: ['I'],
	down: ['j', 'down'],
	up: ['k', 'up'],
	pageDown: ['pagedown', ' ', 'ctrl+f'],
	pageUp: ['pageup', 'ctrl+b'],
	first: ['g', 'home'],
	last: ['G', 'end'],
	help: ['f1', 'ctrl+g'],
} as const satisfies Record<string, readonly [Key, ...Key[]]>;

/**
 * The keys of everything that can be done, by its name: the one place where a key is spelt. The first one is the one
 * that people are told. Bindings (bindings/) say what a name does and where it holds; sentences, hints, help, the
 * quick line, docs/keys.md and tests name it, never the key.
 */
export const keysByName = {
	// Everywhere.
	'go.overview': ['1'],
	'go.walk': ['2'],
	'go.portfolio': ['3'],
	'go.meeting': ['4'],
	'go.register': ['5'],
	'go.log': ['6'],
	'go.minutes': ['7'],
	'go.members': ['8'],
	'go.strategy': ['9'],
	'place.back': ['escape'],
	'help.open': ['?', ...verbs.help],
	'quick.open': [':'],
	'act.undo': verbs.undo,
	'act.redo': ['U'],
	'private.list': ['H'],
	'room.follow': ['F'],
	'room.lead': ['R'],
	'here.show': ['W'],
	'offer.open': ['ctrl+y'],
	'global.blank': ['.', 'ctrl+p'],
	'global.redraw': ['ctrl+l'],
	'app.leave': ['q', 'ctrl+c'],

	// What is recorded on the record under the cursor.
	'project.status': ['s'],
	'project.comment': ['c'],
	'decision.record': ['d'],
	'action.add': ['a'],

	// What lies in a strategy or a project, and projects themselves.
	'record.edit': verbs.edit,
	'record.add': verbs.add,
	'record.up': verbs.moveUp,
	'record.down': verbs.moveDown,
	'record.remove': verbs.remove,
	'project.milestones': ['m'],
	'project.risks': ['r'],

	// Lists and pages.
	'list.down': verbs.down,
	'list.up': verbs.up,
	'list.page-down': verbs.pageDown,
	'list.page-up': verbs.pageUp,
	'list.first': verbs.first,
	'list.last': verbs.last,
	'list.open': verbs.open,
	'list.filter': verbs.filter,
	'pane.down': ['}'],
	'pane.up': ['{'],
	'page.down': verbs.down,
	'page.up': verbs.up,
	'page.page-down': verbs.pageDown,
	'page.page-up': verbs.pageUp,
	'page.first': verbs.first,
	'page.last': verbs.last,
	'page.next': [...verbs.next, 'right'],
	'page.previous': [...verbs.previous, 'left'],

	// Walk and portfolio.
	'walk.next': verbs.next,
	'walk.previous': verbs.previous,
	'walk.next-priority': [...verbs.nextScreen, 'l'],
	'walk.previous-priority': [...verbs.previousScreen, 'h'],
	'walk.all': verbs.view,
	'walk.risks': ['k'],
	'walk.carry': ['>'],
	'portfolio.carry': ['>'],
	'project.carry': ['>'],
	'strategy.next': verbs.nextScreen,
	'strategy.previous': verbs.previousScreen,
	'strategy.both': verbs.view,
	'strategy.add': ['+'],
	'strategy.adopt': verbs.approve,
	'portfolio.matrix': ['M'],
	'walk.request': ['Q'],
	'walk.settle': ['E'],
	'portfolio.request': ['Q'],
	'project.request': ['Q'],
	'portfolio.next-view': [...verbs.view, ']'],
	'portfolio.previous-view': ['V', '['],
	'portfolio.order': verbs.order,
	'portfolio.saved': ['y'],
	'views.add': verbs.add,
	'views.remove': verbs.remove,

	// The meeting.
	'meeting.add': ['M'],
	'meeting.edit': verbs.editAll,
	'meeting.open': ['o'],
	'meeting.adjourn': ['z'],
	'meeting.close': ['X'],
	'meeting.next': verbs.next,
	'meeting.previous': verbs.previous,
	'meeting.take-up': ['T'],
	'meeting.later': verbs.nextScreen,
	'meeting.earlier': verbs.previousScreen,
	'agenda.publish': verbs.publish,
	'item.open': verbs.open,
	'whole.open': verbs.open,
	'whole.edit': verbs.edit,
	'item.note': ['i'],
	'item.walk': ['w'],
	'item.add': verbs.add,
	'item.edit': verbs.edit,
	'item.up': verbs.moveUp,
	'item.down': verbs.moveDown,
	'item.longer': ['+'],
	'item.shorter': ['-'],
	'item.remove': verbs.remove,
	'item.exempt': ['x'],
	'meeting.public-left': ['l'],
	'meeting.readmit': ['V'],
	'meeting.time': ['@'],
	'meeting.cancel': ['Z'],
	'meeting.series': ['S'],
	'item.not-reached': ['Y'],
	'item.preside': ['C'],
	'item.declare': ['D'],
	'item.none-declared': ['0'],
	'item.approve-minutes': verbs.approve,
	'item.as-recommended': ['r'],
	'item.en-bloc': ['b'],
	'bloc.decide': ['B'],
	'requests.gather': ['Q'],
	'report.bring-in': verbs.bringIn,
	'report.write': ['f'],
	'lawful.show': ['L'],
	'lawful.item': verbs.open,
	'lawful.later': verbs.nextScreen,
	'lawful.earlier': verbs.previousScreen,
	'lawful.report': verbs.edit,
	'lawful.notice': verbs.add,

	// The roll, and who is on a board.
	'roll.take': ['t'],
	'roll.all-present': ['A'],
	'roll.arrived': ['r'],
	'roll.left': ['l'],
	'roll.other': ['s'],
	'roll.present': ['p'],
	'roll.apologies': ['a'],
	'roll.absent': ['x'],
	'roll.in-attendance': ['i'],
	'roll.elsewhere': ['o'],
	'roll.late': ['L'],
	'roll.several-apologies': ['f'],
	'roll.clear': verbs.remove,
	'member.add': verbs.add,
	'member.edit': verbs.edit,
	'member.leaves': verbs.remove,
	'member.former': verbs.view,
	'roles.show': ['r'],
	'roles.add': verbs.add,
	'roles.edit': verbs.edit,
	'roles.remove': verbs.remove,
	'board.edit': verbs.editAll,
	'board.add': ['B'],
	'board.standing': ['s'],
	'board.interests': ['i'],
	'member.interests': ['I'],
	'board.next': verbs.nextScreen,
	'board.previous': verbs.previousScreen,

	// The register, decisions and notices.
	'register.variant': verbs.view,
	'action.done': ['x'],
	'action.progress': ['c'],
	'register.edit': verbs.edit,
	'register.take-back': verbs.remove,
	'register.add': verbs.add,
	'register.publish': verbs.publish,
	'register.confirm': ['y'],
	'register.call-in': ['i'],
	'register.end-call-in': ['r'],
	'register.before': ['<'],
	'register.after': ['>'],
	'decision.votes': ['M'],
	'decision.edit': verbs.edit,
	'decision.take-back': verbs.remove,
	'decision.add': verbs.add,
	'decision.publish': verbs.publish,
	'decision.confirm': ['y'],
	'decision.call-in': ['i'],
	'decision.end-call-in': ['r'],
	'decision.before': ['<'],
	'decision.after': ['>'],
	'notice.edit': verbs.edit,
	'notice.take-back': verbs.remove,
	'notice.add': verbs.add,
	'waiting.release': verbs.release,
	'waiting.release-all': ['A'],

	// Minutes and the log.
	'minutes.mend': ['m'],
	'minutes.issue': ['i'],
	'minutes.approve': verbs.approve,
	'minutes.sign': ['S'],
	'minutes.correct': verbs.edit,
	'minutes.publish': verbs.publish,
	'minutes.conclude': ['C'],
	'minutes.later': [...verbs.nextScreen, ...verbs.next],
	'minutes.earlier': [...verbs.previousScreen, ...verbs.previous],
	'log.by': ['b'],
	'log.in': ['i'],
	'log.on': ['o'],
	'log.undo': verbs.undo,
	'entry.undo': verbs.undo,

	// A paper under review before it comes in.
	'paper.bring-in': verbs.bringIn,
	'paper.edit': verbs.edit,
	'paper.skip': ['s'],
	'paper.release': verbs.release,
	'paper.means': ['m'],
	'paper.on': verbs.nextScreen,
	'paper.back': verbs.previousScreen,
	'paper.again': ['R'],
	'paper.leave': ['escape', 'q', 'ctrl+c'],

	// Where letters are text.
	'form.enter': ['enter'],
	'form.next': ['tab'],
	'form.previous': ['shift+tab'],
	'form.down': ['down'],
	'form.up': ['up'],
	'form.save': ['ctrl+d'],
	'form.editor': ['ctrl+o'],
	'form.expand': ['ctrl+x'],
	'form.roll-call': ['ctrl+n'],
	'form.movement': ['ctrl+t'],
	'form.hand-over': ['ctrl+y'],
	'form.afresh': ['ctrl+r'],
	'form.leave': ['escape', 'ctrl+c'],
	'form.help': verbs.help,
	'form.blank': ['ctrl+p'],
	'form.redraw': ['ctrl+l'],
	'filter.keep': ['enter', 'down'],
	'filter.clear': ['escape'],
	'filter.help': verbs.help,
	'filter.blank': ['ctrl+p'],
	'filter.redraw': ['ctrl+l'],
	'quick.do': ['enter'],
	'quick.next': ['down', 'tab'],
	'quick.previous': ['up', 'shift+tab'],
	'quick.movement': ['ctrl+t'],
	'quick.leave': ['escape', 'ctrl+c'],
	'quick.blank': ['ctrl+p'],
	'quick.redraw': ['ctrl+l'],

	// What lies over a screen.
	'help.close': ['escape', '?', 'q', 'enter', ...verbs.help, 'ctrl+c'],
	'help.down': verbs.down,
	'help.up': verbs.up,
	'help.page-down': ['pagedown', ' '],
	'help.page-up': ['pageup'],
	'help.page': ['tab', 'right', 'left'],
	'help.quick': [':'],
	'help.blank': ['.', 'ctrl+p'],
	'help.redraw': ['ctrl+l'],
	'confirm.yes': ['enter', 'y'],
	'confirm.no': ['escape', 'q', 'ctrl+c'],
	'confirm.down': ['down', 'j', 'pagedown', ' '],
	'confirm.up': ['up', 'k', 'pageup'],
	'confirm.blank': ['.', 'ctrl+p'],
	'confirm.redraw': ['ctrl+l'],
	'roll-call.for': ['f'],
	'roll-call.against': ['a'],
	'roll-call.abstained': ['b'],
	'roll-call.others': ['o'],
	'roll-call.take-back': verbs.remove,
	'roll-call.down': verbs.down,
	'roll-call.up': verbs.up,
	'roll-call.give': ['enter', 'ctrl+d'],
	'roll-call.leave': ['escape', 'ctrl+c'],
	'roll-call.blank': ['.', 'ctrl+p'],
	'roll-call.redraw': ['ctrl+l'],
	'blank.back': ['.', 'ctrl+p', 'enter'],
	'blank.redraw': ['ctrl+l'],
} as const satisfies Record<string, readonly [Key, ...Key[]]>;

/** The name of something that a key does: `roll.take`. */
export type KeyName = keyof typeof keysByName;

/** The keys that do it, the one that people are told first. */
export const keysOf = (name: KeyName): readonly [Key, ...Key[]] => keysByName[name];

/** What every program in a terminal is left with; no name may have it for anything else. */
export const interrupt: Key = 'ctrl+c';

const written: Record<string, string> = {
	' ': 'Space',
	up: 'Up',
	down: 'Down',
	left: 'Left',
	right: 'Right',
	enter: 'Enter',
	escape: 'Esc',
	tab: 'Tab',
	backspace: 'Backspace',
	delete: 'Delete',
	pageup: 'PgUp',
	pagedown: 'PgDn',
	home: 'Home',
	end: 'End',
};

/** How a key is written for people: `Ctrl+Y`, `Space`, `t`. */
export function sayKey(key: Key): string {
	// Most are a letter, and each frame names a dozen.
	if (key.length === 1) return written[key] ?? key;
	const parts = key.split('+');
	if (/^f\d+$/.test(key)) return key.toUpperCase();
	if (parts.length === 1) return written[key] ?? key;
	return parts
		.map((part, index) =>
			index < parts.length - 1
				? part[0]?.toUpperCase() + part.slice(1)
				: (written[part] ?? part.toUpperCase()),
		)
		.join('+');
}

/** The key that does it, as a sentence names it: `${keyFor('roll.take')} takes it`. */
export const keyFor = (name: KeyName): string => sayKey(keysOf(name)[0]);
