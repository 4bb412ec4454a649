import type {Measure, Priority, Strategy} from '../schema/index.ts';
import {strategyStatusWords} from '../words.ts';
import type {FieldsOf} from './field.ts';

/** The strategy itself; its lists are records of their own. */
export const strategyFields = {
	id: {label: 'Id', kind: 'kept'},
	title: {label: 'Title', kind: 'line', required: true},
	status: {label: 'Status', kind: 'kept', words: strategyStatusWords},
	period: {label: 'Period', kind: 'span', required: true, hint: '2027-2031, or 2027-04 to 2031-03'},
	summary: {label: 'Summary', kind: 'text'},
	source: {label: 'Source', kind: 'line', hint: 'the paper that it was taken from'},
	conclusion: {label: 'Conclusion', kind: 'kept'},
	policyFramework: {
		label: 'Policy framework',
		kind: 'yes',
		hint: 'yes where only full council adopts it',
	},
	adoptedBy: {label: 'Adopted by', kind: 'kept'},
	follows: {label: 'Follows', kind: 'one', of: 'strategies', hint: 'the strategy before it'},
	objectives: {label: 'Objectives', kind: 'list', type: 'objective'},
	criteria: {label: 'Success criteria', kind: 'list', type: 'criterion'},
	scale: {label: 'Scale of the criteria', kind: 'list', type: 'step'},
	principles: {label: 'Principles', kind: 'list', type: 'principle'},
	domains: {label: 'Domains', kind: 'list', type: 'domain'},
	priorities: {label: 'Priorities', kind: 'list', type: 'priority'},
	measures: {label: 'Measures', kind: 'list', type: 'measure'},
	risks: {label: 'Risks', kind: 'list', type: 'risk'},
	riskLabels: {
		label: 'Risk words',
		kind: 'parts',
		parts: {
			likelihood: {label: 'Likelihood 1–5', kind: 'words', hint: 'five words: Rare, Unlikely, …'},
			impact: {label: 'Impact 1–5', kind: 'words', hint: 'five words: Minor, …, Severe'},
		},
	},
	updates: {label: 'Updates', kind: 'kept'},
	private: {label: 'Private', kind: 'kept', private: true},
} as const satisfies FieldsOf<Strategy>;

export const priorityFields = {
	id: {label: 'Id', kind: 'kept'},
	rank: {label: 'Rank', kind: 'kept'},
	title: {label: 'Priority', kind: 'line', required: true},
	summary: {label: 'Summary', kind: 'text'},
	aims: {label: 'Aims', kind: 'list', type: 'aim'},
	workStream: {
		label: 'Work stream',
		kind: 'parts',
		parts: {
			title: {
				label: 'Work stream',
				kind: 'line',
				needed: true,
				hint: 'what carries the priority out',
			},
			aims: {label: 'Its aims', kind: 'statements', hint: 'one to a line; they get their letters'},
		} satisfies FieldsOf<NonNullable<Priority['workStream']>>,
	},
	updates: {label: 'Updates', kind: 'kept'},
} as const satisfies FieldsOf<Priority>;

/** What is said in a sentence: an objective, a principle, an aim. */
const statement = (label: string) =>
	({
		id: {label: 'Id', kind: 'kept'},
		text: {label, kind: 'text', required: true},
	}) as const satisfies FieldsOf<Strategy['objectives'][number]>;

export const objectiveFields = statement('Objective');
export const principleFields = statement('Principle');
export const aimFields = statement('Aim');

export const criterionFields = {
	id: {label: 'Id', kind: 'kept'},
	title: {label: 'Criterion', kind: 'line', required: true},
	text: {label: 'Meaning', kind: 'text'},
	weight: {
		label: 'Weight',
		kind: 'number',
		column: ['Weight', 8],
		hint: 'what it counts for among the others; empty: 1',
	},
} as const satisfies FieldsOf<Strategy['criteria'][number]>;

export const stepFields = {
	id: {label: 'Id', kind: 'kept'},
	title: {
		label: 'Step',
		kind: 'line',
		required: true,
		hint: 'not met, partly, met; or a word of your own',
	},
	value: {label: 'Counts for', kind: 'number', required: true, column: ['Counts', 8]},
} as const satisfies FieldsOf<NonNullable<Strategy['scale']>[number]>;

export const domainFields = {
	id: {label: 'Id', kind: 'kept'},
	title: {label: 'Domain', kind: 'line', required: true},
	summary: {label: 'Summary', kind: 'text'},
} as const satisfies FieldsOf<Strategy['domains'][number]>;

export const measureFields = {
	id: {label: 'Id', kind: 'kept'},
	title: {label: 'Measure', kind: 'line', required: true},
	text: {label: 'Meaning', kind: 'text', hint: 'what is counted, and how'},
	unit: {label: 'Unit', kind: 'line', hint: '%, days, people'},
	better: {
		label: 'Better is',
		kind: 'choice',
		words: {up: 'Up', down: 'Down'},
		required: true,
	},
	frequency: {
		label: 'Read each',
		kind: 'choice',
		words: {month: 'Month', quarter: 'Quarter', 'half-year': 'Half-year', year: 'Year'},
		required: true,
	},
	kind: {
		label: 'Kind',
		kind: 'choice',
		words: {snapshot: 'Snapshot', cumulative: 'Cumulative'},
		required: true,
		hint: 'cumulative counts up through the year',
	},
	tolerance: {
		label: 'Amber within',
		kind: 'number',
		hint: 'how far short of the target is still amber, in the unit',
	},
	targets: {label: 'Targets', kind: 'targets', hint: 'one to a line: 2027-Q3 85'},
	owner: {label: 'Owner', kind: 'person', column: ['Owner', 16]},
	objective: {label: 'Objective', kind: 'one', of: 'objectives'},
	priority: {label: 'Priority', kind: 'one', of: 'priorities'},
	readings: {label: 'Readings', kind: 'list', type: 'reading'},
} as const satisfies FieldsOf<Measure>;

export const readingFields = {
	id: {label: 'Id', kind: 'kept'},
	period: {
		label: 'Period',
		kind: 'quarter',
		required: true,
		hint: '2027, 2027-H1, 2027-Q3, 2027-04',
	},
	value: {label: 'Value', kind: 'number', required: true, column: ['Value', 12]},
	provisional: {label: 'Provisional', kind: 'yes', hint: 'yes until whoever counts confirms it'},
	note: {label: 'Note', kind: 'text'},
	at: {label: 'Read at', kind: 'kept'},
	by: {label: 'By', kind: 'kept'},
} as const satisfies FieldsOf<Measure['readings'][number]>;
