import type {Bare} from '../log/patch.ts';
import type {Field, Fields} from './field.ts';
import {milestoneFields, projectFields} from './project.ts';
import {reportFields} from './report.ts';
import {controlFields, mitigationFields, riskFields} from './risk.ts';
import {
	aimFields,
	criterionFields,
	domainFields,
	measureFields,
	objectiveFields,
	principleFields,
	priorityFields,
	readingFields,
	stepFields,
	strategyFields,
} from './strategy.ts';

/** A type of record: what it is called, its fields, and how it gets an id. */
export type RecordType = {
	/** In sentences: `milestone`. */
	word: string;
	/** As a heading: `Milestones`. */
	many: string;
	fields: Fields;
	/** The field that it is called by. */
	title: string;
	/** `MS`: the next number behind these letters; `letter`: A, B, C; `slug`: made of the title. */
	ids: string;
	/** Whether its id is cited without the record that it lies in, and so is nobody else's in the database. */
	cited?: true;
	/** What a new one holds that nobody is asked for. */
	empty?: Bare;
};

export const recordTypes = {
	strategy: {
		word: 'strategy',
		many: 'Strategies',
		fields: strategyFields,
		title: 'title',
		ids: 'S',
	},
	objective: {
		word: 'objective',
		many: 'Objectives',
		fields: objectiveFields,
		title: 'text',
		ids: 'O',
		cited: true,
	},
	principle: {
		word: 'principle',
		many: 'Principles',
		fields: principleFields,
		title: 'text',
		ids: 'letter',
	},
	criterion: {
		word: 'criterion',
		many: 'Success criteria',
		fields: criterionFields,
		title: 'title',
		ids: 'slug',
		empty: {text: ''},
	},
	step: {
		word: 'step',
		many: 'Scale of the criteria',
		fields: stepFields,
		title: 'title',
		ids: 'slug',
	},
	domain: {
		word: 'domain',
		many: 'Domains',
		fields: domainFields,
		title: 'title',
		ids: 'slug',
		cited: true,
	},
	priority: {
		word: 'priority',
		many: 'Priorities',
		fields: priorityFields,
		title: 'title',
		ids: 'P',
		cited: true,
		empty: {aims: []},
	},
	aim: {word: 'aim', many: 'Aims', fields: aimFields, title: 'text', ids: 'letter'},
	measure: {
		word: 'measure',
		many: 'Measures',
		fields: measureFields,
		title: 'title',
		ids: 'ME',
		empty: {targets: [], readings: []},
	},
	reading: {word: 'reading', many: 'Readings', fields: readingFields, title: 'period', ids: 'MR'},
	project: {word: 'project', many: 'Projects', fields: projectFields, title: 'title', ids: 'P'},
	report: {
		word: 'report',
		many: 'Reports',
		fields: reportFields,
		title: 'title',
		ids: 'R',
		empty: {recommendations: []},
	},
	milestone: {
		word: 'milestone',
		many: 'Milestones',
		fields: milestoneFields,
		title: 'title',
		ids: 'MS',
	},
	risk: {word: 'risk', many: 'Risks', fields: riskFields, title: 'event', ids: 'RK'},
	control: {word: 'control', many: 'Controls', fields: controlFields, title: 'text', ids: 'RC'},
	mitigation: {
		word: 'action',
		many: 'Further actions',
		fields: mitigationFields,
		title: 'text',
		ids: 'RA',
	},
} as const satisfies Record<string, RecordType>;
export type TypeName = keyof typeof recordTypes;

const top: Readonly<Record<string, TypeName>> = {
	strategies: 'strategy',
	projects: 'project',
	reports: 'report',
};

/**
 * The type of the record at a path such as `projects/P1-04/risks/RK-2/controls/RC-1`, or of those in a list such as
 * `projects/P1-04/milestones`; undefined for anything else.
 */
export function typeAt(path: string): TypeName | undefined {
	const lists = path.split('/').filter((_, index) => index % 2 === 0);
	const [first = '', ...inner] = lists;
	let type = Object.hasOwn(top, first) ? top[first] : undefined;
	for (const name of inner) {
		const field: Field | undefined = type && fieldOf(type, name);
		type = field?.kind === 'list' ? (field.type as TypeName) : undefined;
	}
	return type;
}

export const typeOf = (name: TypeName): RecordType => recordTypes[name];

/** A field of a type of record; undefined where it has none of that name. */
export function fieldOf(type: TypeName, name: string): Field | undefined {
	const {fields} = typeOf(type);
	return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** What a record is called, in full; empty where it says nothing of itself. */
export function titleOf(path: string, record: Bare | undefined): string {
	const type = typeAt(path);
	const title = type && record?.[typeOf(type).title];
	return typeof title === 'string' ? title : '';
}
