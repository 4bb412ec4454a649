import type {Database} from '../schema/index.ts';

/** The names that a schema gives a record, without the keys that any record may hold besides. */
type Known<Whole> = keyof {
	[
		Name in keyof Whole as string extends Name ? never : number extends Name ? never : Name
	]: Whole[Name];
};

/** What is said of a value: a table of its own for a record or a list of records, else that it is public. */
type Fields<Value> = Value extends readonly (infer Element)[]
	? Fields<Element>
	: Value extends object
		? Known<Value> extends never
			? 'public'
			: {[Name in Known<Value>]-?: 'private' | Fields<NonNullable<Value[Name]>>}
		: 'public';

/** The same where it runs: what a table does not name is private. */
export type Table = 'public' | 'private' | {[name: string]: Table};

const period = {from: 'public', to: 'public'} as const;
const statement = {id: 'public', text: 'public'} as const;
const update = {
	id: 'public',
	at: 'public',
	by: 'public',
	meeting: 'public',
	status: 'public',
	confidence: 'public',
	note: 'public',
} as const;
const exempt = {paragraphs: 'public', title: 'public', summary: 'public'} as const;
const attributed = {at: 'public', by: 'public', reason: 'public'} as const;
const vote = {
	method: 'public',
	for: 'public',
	against: 'public',
	abstained: 'public',
	casting: {person: 'public', vote: 'public'},
	ballots: {person: 'public', vote: 'public'},
} as const;

/** What the collections hold that the public may read, where nothing is exempt. A new field has to be entered here. */
const records = {
	strategies: {
		id: 'public',
		title: 'public',
		status: 'public',
		period,
		summary: 'public',
		source: 'public',
		conclusion: 'public',
		objectives: statement,
		criteria: {id: 'public', title: 'public', text: 'public'},
		principles: statement,
		domains: {id: 'public', title: 'public', summary: 'public'},
		priorities: {
			id: 'public',
			rank: 'public',
			title: 'public',
			summary: 'public',
			aims: statement,
			workStream: {title: 'public', aims: statement},
			updates: update,
		},
		updates: update,
	},
	// What a clerk notes on a person or a board is printed nowhere.
	people: {id: 'public', name: 'public', initials: 'public', note: 'private'},
	boards: {
		id: 'public',
		name: 'public',
		kind: 'public',
		remit: 'public',
		note: 'private',
		members: {id: 'public', person: 'public', role: 'public', from: 'public', to: 'public'},
		rules: {quorum: 'public', seconder: 'public', castingVote: 'public', callInDays: 'public'},
	},
	projects: {
		id: 'public',
		title: 'public',
		summary: 'public',
		priority: 'public',
		status: 'public',
		confidence: 'public',
		owner: 'public',
		supplier: 'public',
		due: 'public',
		budget: 'public',
		domains: 'public',
		objectives: 'public',
		criteria: 'public',
		dependsOn: 'public',
		milestones: {id: 'public', title: 'public', due: 'public', reached: 'public'},
		risks: statement,
		updates: update,
	},
	reports: {
		id: 'public',
		title: 'public',
		reference: 'public',
		date: period,
		author: 'public',
		board: 'public',
		key: 'public',
		keyReason: 'public',
		publishedOn: 'public',
		exempt,
		summary: 'public',
		recommendations: 'public',
		reasons: 'public',
		alternatives: 'public',
		consultation: 'public',
		scrutiny: 'public',
		implications: {heading: 'public', text: 'public'},
		appendices: 'public',
		backgroundPapers: 'public',
	},
	meetings: {
		id: 'public',
		board: 'public',
		title: 'public',
		example: 'public',
		startsAt: 'public',
		period,
		venue: 'public',
		status: 'public',
		currentItem: 'public',
		publishedOn: 'public',
		agenda: {
			id: 'public',
			kind: 'public',
			title: 'public',
			minutes: 'public',
			about: {priority: 'public', project: 'public', report: 'public'},
			exempt,
			urgency: 'public',
			enBloc: 'public',
			startedAt: 'public',
			endedAt: 'public',
			notes: 'public',
			presiding: 'public',
		},
		attendance: {person: 'public', status: 'public', for: 'public'},
		movements: {id: 'public', person: 'public', kind: 'public', at: 'public', item: 'public'},
		declarations: {
			id: 'public',
			person: 'public',
			item: 'public',
			kind: 'public',
			nature: 'public',
			sensitive: 'public',
			withdrew: 'public',
			dispensation: 'public',
		},
		openedAt: 'public',
		closedAt: 'public',
		minutes: {
			status: 'public',
			seals: {
				id: 'public',
				at: 'public',
				by: 'public',
				revision: 'public',
				form: 'public',
				content: 'public',
				log: 'public',
				seal: 'public',
			},
			approvedBy: 'public',
			approvedAt: 'public',
			signedBy: 'public',
			signedOn: 'public',
			corrections: {id: 'public', item: 'public', ...attributed},
		},
	},
	decisions: {
		id: 'public',
		reference: 'public',
		meeting: 'public',
		item: 'public',
		board: 'public',
		status: 'public',
		date: period,
		title: 'public',
		recommendation: 'public',
		resolution: 'public',
		outcome: 'public',
		reasons: 'public',
		alternatives: 'public',
		alternativesConfirmed: 'public',
		mover: 'public',
		seconder: 'public',
		amendments: {
			id: 'public',
			text: 'public',
			mover: 'public',
			seconder: 'public',
			vote,
			fate: 'public',
		},
		vote,
		noConflicts: 'public',
		dispensations: 'public',
		procedural: 'public',
		key: 'public',
		keyReason: 'public',
		urgency: 'public',
		publishedOn: 'public',
		callIn: {
			on: 'public',
			by: 'public',
			reasons: 'public',
			ended: {on: 'public', how: 'public', note: 'public'},
		},
		projects: 'public',
		supersedes: 'public',
		rescinds: 'public',
		corrections: {id: 'public', ...attributed},
		retraction: attributed,
	},
	notices: {
		id: 'public',
		kind: 'public',
		title: 'public',
		board: 'public',
		report: 'public',
		meeting: 'public',
		item: 'public',
		decisionOn: period,
		publishedOn: 'public',
		documents: 'public',
		reasons: 'public',
		agreedBy: 'public',
		agreedOn: 'public',
		representations: 'public',
		response: 'public',
		withdrawn: 'public',
	},
	actions: {
		id: 'public',
		text: 'public',
		owner: 'public',
		due: 'public',
		status: 'public',
		meeting: 'public',
		item: 'public',
		decision: 'public',
		project: 'public',
		closedAt: 'public',
		note: 'public',
	},
} as const;

/**
 * The whole positive list, checked against the schema by the compiler: a field that is not entered does not
 * compile, and what a file holds besides is private where it runs.
 */
export const publicTable = {
	$schema: 'public',
	schemaVersion: 'public',
	id: 'public',
	revision: 'public',
	counters: 'public',
	organisation: {name: 'public', timeZone: 'public'},
	rules: {
		profile: 'public',
		holidays: 'public',
		callInDays: 'public',
		snippets: statement,
		// Who may do what, by login, and how the server keeps its copies.
		roles: 'private',
		snapshots: 'private',
	},
	...records,
	// Entries have a rule of their own: see `public-fields.ts`.
	log: 'public',
} as const satisfies Loosened<{[Name in Known<Database>]-?: Fields<NonNullable<Database[Name]>>}>;

/** A database's table, but for what is decided about as a whole. */
type Loosened<Whole> = {
	[Name in keyof Whole]: Name extends 'log' ? 'public' : Name extends 'rules' ? Rules : Whole[Name];
};
type Rules = {
	[Name in Known<Database['rules']>]-?: 'private' | Fields<NonNullable<Database['rules'][Name]>>;
};
