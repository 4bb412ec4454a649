import type {Scope} from './bindings/binding.ts';

/**
 * Where the keys of a scope hold: as a heading, in the order of the docs, and within a sentence; `where` is absent where
 * nobody is sent to, because it is everywhere or lies over what is there. A scope without its words does not compile.
 */
export const scopeWords: Record<Scope, {heading: string; where?: string}> = {
	global: {heading: 'Everywhere'},
	work: {heading: 'Recording, on every screen', where: 'on projects and agenda items'},
	records: {
		heading: 'Keeping the strategy: projects and their parts',
		where: 'on projects and their parts',
	},
	list: {heading: 'In lists', where: 'in lists'},
	page: {heading: 'On pages', where: 'on pages'},
	overview: {heading: 'Overview', where: 'on the Overview'},
	walk: {heading: 'Walk', where: 'on the Walk screen'},
	portfolio: {heading: 'Portfolio', where: 'in the Portfolio'},
	views: {heading: 'Saved views of the Portfolio', where: 'on the saved views'},
	project: {heading: 'A project’s page', where: 'on a project’s page'},
	strategy: {heading: 'The strategy', where: 'on the strategy'},
	record: {heading: 'Parts of a project or a strategy', where: 'on parts of a project'},
	meeting: {heading: 'Meeting', where: 'on the Meeting screen'},
	item: {
		heading: 'An agenda item, on the Meeting screen and on its page',
		where: 'on items of the Meeting screen',
	},
	roll: {heading: 'Roll', where: 'on the roll'},
	members: {heading: 'Members of a board', where: 'on the members of a board'},
	roles: {heading: 'Roles', where: 'on the roles'},
	lawful: {heading: 'Can we lawfully decide this?', where: 'on “can we decide this?”'},
	register: {heading: 'Register', where: 'in the Register'},
	decision: {heading: 'A decision’s page', where: 'on a decision’s page'},
	notice: {heading: 'A notice’s page', where: 'on a notice’s page'},
	waiting: {heading: 'What is held back from the public', where: 'on what is held back'},
	minutes: {heading: 'Minutes', where: 'on the Minutes screen'},
	log: {heading: 'Log', where: 'in the Log'},
	entry: {heading: 'An act’s page', where: 'on an act’s page'},
	here: {heading: 'Who is here', where: 'on who is here'},
	whole: {heading: 'A record’s page', where: 'on a record’s page'},
	paper: {heading: 'A paper under review', where: 'on a paper under review'},
	form: {heading: 'In forms'},
	filter: {heading: 'While a filter is typed'},
	quick: {heading: 'In the quick line'},
	help: {heading: 'In help'},
	'roll-call': {heading: 'While the roll is called for a vote'},
	confirm: {heading: 'When Boardwalk asks'},
	blank: {heading: 'While the screen is blanked'},
};
