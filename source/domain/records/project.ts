import type {Milestone, Project} from '../schema/index.ts';
import {confidenceWords, statusWords} from '../words.ts';
import type {FieldsOf} from './field.ts';

const day = 'a day: 12 Oct, +3m, 2027-03-31';
const sum = 'a sum: £250,000, 2.4m EUR';
/** Stems of a column that only its very headings tell. */
const never = /(?!)/;

/** A project, field by field. */
export const projectFields = {
	id: {
		label: 'Id',
		kind: 'kept',
		headings: [
			'id | ref | reference | no | number | code | key | pid | ref no | project no | project number | scheme no',
			/\b(?:id|identifier|ref|reference|code)(?: (?:no|number|code))?$|\b(?:project|scheme|job|asset|cip) (?:no|number)$/,
			/\b(?:agency code|plan|policy|objective|account|cost|post|contract)\b/,
		],
	},
	title: {
		label: 'Title',
		kind: 'line',
		required: true,
		headings: [
			'title | project | name | initiative | scheme | work item | activity | project / programme | programme name | action | deliverable | task | commitment | work package',
			/\b(?:project|programme|scheme|initiative)(?: or programme)? (?:name|title)\b|^(?:name|title) of (?:the )?(?:project|scheme|programme)\b/,
			/\bagency|investment|manager|department\b/,
		],
	},
	summary: {
		label: 'Summary',
		kind: 'text',
		headings: [
			'summary | scope | objective | purpose | what | about | overview | description',
			/\b(?:description|summary|scope|aims)\b/,
			/\bprogress|status\b/,
		],
	},
	priority: {
		label: 'Priority',
		kind: 'one',
		of: 'priorities',
		required: true,
		filter: 'priority',
		column: ['Pri', 5],
		headings: [
			'priority | theme | workstream | work stream | programme | pillar | portfolio | goal | stream | priority area',
			/\b(?:priority|theme|pillar|strategic objective|ambition)(?: area)?$/,
			/\bscore|rank|level\b/,
		],
	},
	status: {
		label: 'Status',
		kind: 'choice',
		words: statusWords,
		once: true,
		required: true,
		filter: 'status',
		headings: [
			'status | stage | state | phase | position | current position',
			/\b(?:status|stage|phase)$/,
			/\brag|brag|budget|financial|approval|funding\b/,
		],
	},
	confidence: {
		label: 'Confidence',
		kind: 'choice',
		words: confidenceWords,
		once: true,
		filter: 'rag',
		headings: [
			'rag | rag status | confidence | health | brag | brag status | rating | bragg',
			/\b(?:b?rag|confidence|health)(?: (?:rating|status|assessment))?$/,
			/\bcommentary|narrative|actions|finance|financial|budget|cost|schedule|last\b/,
		],
	},
	confidences: {
		label: 'Confidence in',
		kind: 'parts',
		parts: {
			time: {
				label: 'In time',
				kind: 'choice',
				words: confidenceWords,
				filter: 'time',
				headings: ['in time | time rag | rag time | schedule rag | rag schedule', never, never],
			},
			cost: {
				label: 'In cost',
				kind: 'choice',
				words: confidenceWords,
				filter: 'cost',
				headings: ['in cost | cost rag | rag cost | budget rag | rag budget', never, never],
			},
			benefits: {
				label: 'In benefits',
				kind: 'choice',
				words: confidenceWords,
				filter: 'benefits',
				headings: ['in benefits | benefits rag | rag benefits', never, never],
			},
		} satisfies FieldsOf<NonNullable<Project['confidences']>>,
	},
	wayBack: {
		label: 'Way back',
		kind: 'text',
		hint: 'why it is not green, and how it will be',
		headings: ['way back | way back to green | path to green | route to green', never, never],
	},
	stage: {
		label: 'Stage',
		kind: 'line',
		filter: 'stage',
		column: ['Stage', 12],
		headings: [
			'lifecycle stage | stage gate | delivery stage',
			/\blifecycle stage\b/,
			/\bdate|status\b/,
		],
	},
	owner: {
		label: 'Owner',
		kind: 'person',
		filter: 'owner',
		column: ['Owner', 16],
		headings: [
			'owner | lead | led by | who leads | sro | manager | pm | responsible | assigned to',
			/\b(?:project|programme|lead|responsible|accountable|senior|delivery|service|strategic|assistant|corporate|executive) (?:manager|lead|owner|officer|director|responsible owner)\b|\bresponsible owner\b|\bhead of service\b|\baccountable executive\b/,
			/\b(?:e ?mail|tel|telephone|phone|confidence|date|comments?|assessment)\b/,
		],
	},
	sponsor: {
		label: 'Sponsor',
		kind: 'person',
		filter: 'sponsor',
		headings: ['sponsor', /\b(?:project|programme|executive) sponsor\b/, /\bemail|date\b/],
	},
	portfolioHolder: {
		label: 'Portfolio holder',
		kind: 'person',
		filter: 'holder',
		headings: [
			'portfolio holder | cabinet member | executive member | lead member',
			/\b(?:portfolio holder|(?:cabinet|executive|lead) (?:member|councillor))\b/,
			/\bemail|date|comments?\b/,
		],
	},
	supplier: {
		label: 'Supplier',
		kind: 'line',
		filter: 'supplier',
		headings: [
			'supplier | vendor | contractor | partner | provider | suppliers',
			/\b(?:supplier|contractor|vendor|delivery partner)\b/,
			/\bvalue|date\b/,
		],
	},
	start: {
		label: 'Start',
		kind: 'day',
		filter: 'start',
		hint: day,
		headings: [
			'start | start date | begin | begins | date started',
			/\bstart date\b|\b(?:estimated|planned|anticipated|expected|proposed|projected|target|baseline) start\b|\bstart on site\b/,
			/\bactual|revised\b/,
		],
	},
	due: {
		label: 'Due',
		kind: 'day',
		filter: 'due',
		column: ['Due', 11],
		hint: day,
		headings: [
			'due | finish | end | deadline | go live | completion | timescale | timescales | by when | date completed',
			/\b(?:end|due|target|finish|completion|go live|delivery|deadline)(?: [a-z]+)? date\b|\b(?:planned|estimated|target|baseline|anticipated|expected|projected|scheduled|proposed|substantial|practical) (?:end|completion|finish|delivery)\b|\bdate (?:due|of completion)\b|^(?:milestone|delivery) due\b/,
			/\b(?:start|narrative|variance|actual|updated|original|forecast|revised|first|previous|cost|budget)\b/,
		],
	},
	originalDue: {
		label: 'First due',
		kind: 'day',
		hint: 'the first end that was approved; it is kept for ever',
		headings: [
			'original due | first due | original end date',
			/\boriginal\b.*\b(?:date|end|due|completion|finish)\b/,
			/\bstart|cost|budget\b/,
		],
	},
	forecastDue: {
		label: 'Forecast',
		kind: 'day',
		filter: 'forecast',
		column: ['Forecast', 11],
		hint: day,
		headings: [
			'forecast due | forecast end | revised due | expected',
			/\b(?:forecast|revised)\b.*\bdate\b|\b(?:forecast|revised|current|latest) (?:end|due|completion|finish)\b/,
			/\b(?:start|variance|cost|budget)\b/,
		],
	},
	money: {
		label: 'Money',
		kind: 'parts',
		parts: {
			original: {
				label: 'First budget',
				kind: 'money',
				once: true,
				headings: ['first budget | original budget | baseline budget', never, never],
			},
			approved: {
				label: 'Budget',
				kind: 'money',
				filter: 'budget',
				column: ['Budget', 12],
				hint: sum,
				headings: [
					'budget | cost | value | budget £ | cost £ | budget gbp | total budget | total cost | capital budget | total amount | total allocation | total funding | annual plan | allocation | approved',
					/\b(?:total|whole life|lifecycle|approved|agreed|estimated|project|capital|contract|overall)\b.*\b(?:cost|costs|budget|value)\b/,
					/\bvariance|financial year|this year|spend|spent|narrative|benefits?|to date|forecast|rag|status\b/,
				],
			},
			forecast: {
				label: 'Forecast cost',
				kind: 'money',
				hint: sum,
				headings: [
					'forecast cost | forecast outturn',
					/\bforecast\b.*\b(?:cost|outturn)\b/,
					/\bvariance|date\b/,
				],
			},
			spent: {
				label: 'Spent',
				kind: 'money',
				hint: sum,
				headings: [
					'spent | spend | spend to date | actual cost | expended',
					/\b(?:sp(?:end|ent)|expend(?:ed|iture)|paid|actuals?) (?:to date|so far)\b/,
					/\bvariance\b/,
				],
			},
		} satisfies FieldsOf<NonNullable<Project['money']>>,
	},
	domains: {
		label: 'Domains',
		kind: 'several',
		of: 'domains',
		filter: 'domain',
		headings: ['domain | domains | category | technology domain', /\bdomains?$/, /\breport\b/],
	},
	objectives: {
		label: 'Objectives',
		kind: 'several',
		of: 'objectives',
		filter: 'objective',
		headings: ['objectives', /\bcorporate objectives?$/, /\bproject\b/],
	},
	criteria: {label: 'Criteria', kind: 'kept'},
	dependsOn: {
		label: 'Depends on',
		kind: 'several',
		of: 'projects',
		filter: 'needs',
		headings: [
			'depends on | depends | predecessors | dependent on',
			/\bdependenc(?:y|ies)\b|\bdepends on\b/,
			/\bnote\b/,
		],
	},
	milestones: {label: 'Milestones', kind: 'list', type: 'milestone'},
	risks: {label: 'Risks', kind: 'list', type: 'risk'},
	pending: {label: 'Decided, not in effect', kind: 'kept'},
	updates: {label: 'Updates', kind: 'kept'},
	carriesOn: {
		label: 'Carries on',
		kind: 'one',
		of: 'projects',
		hint: 'the project of the strategy before',
		headings: ['carries on', never, never],
	},
	private: {label: 'Private', kind: 'kept', private: true},
} as const satisfies FieldsOf<Project>;

export const milestoneFields = {
	id: {label: 'Id', kind: 'kept'},
	title: {label: 'Milestone', kind: 'line', required: true},
	original: {
		label: 'First approved',
		kind: 'day',
		once: true,
		hint: 'the first day that was approved, where it is another; it is kept for ever',
	},
	approved: {label: 'Approved', kind: 'day', column: ['Approved', 12], hint: day},
	forecast: {label: 'Forecast', kind: 'day', column: ['Forecast', 12], hint: day},
	achieved: {
		label: 'Achieved',
		kind: 'day',
		past: true,
		column: ['Achieved', 12],
		hint: 'the day on which it was reached',
	},
	note: {label: 'Note', kind: 'text'},
} as const satisfies FieldsOf<Milestone>;
