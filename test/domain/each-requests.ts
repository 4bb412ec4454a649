// The part of each.ts about milestones, and about changes that somebody has to approve.
import type {Change, ChangeKind} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import type {Each} from './each-record.ts';
import {present} from '../helpers/database.ts';

const milestone: Change = {
	kind: 'milestone/add',
	project: 'P1-02',
	title: 'Pilot over',
	approved: '2027-01-31',
};
/** The officers' board approves every delay. */
const asked = (database: Database): Database => ({
	...database,
	boards: database.boards.map((board) =>
		board.id === 'B-1' ? {...board, rules: {...board.rules, tolerance: {days: 0}}} : board,
	),
});
const make: Change = {
	kind: 'request/make',
	project: 'P1-02',
	field: 'due',
	from: '2027-03-31',
	to: '2027-06-30',
	reason: 'The supplier is late.',
};
const gather: Change = {kind: 'request/gather', meeting: 'M-2', item: 'I-5', to: ['RQ-1']};
const meet: Change[] = [
	{kind: 'meeting/open', id: 'M-2'},
	...present(),
	{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-5'},
];
const decide: Change = {
	kind: 'decision/record',
	meeting: 'M-2',
	item: 'I-5',
	title: 'Requests for change',
	resolution: 'That the change be approved.',
	outcome: 'approved',
	mover: 'smith',
	vote: {method: 'no-dissent'},
};

/** What was decided of an end, by a decision that was retracted since. */
const waits = {id: 'PE-1', field: 'due', value: '2027-06-30', decision: 'D-1'};

type Family = `milestone/${string}` | `request/${string}` | 'project/settle';

export const eachRequest: {[Kind in Extract<ChangeKind, Family>]: Each<Kind>} = {
	'milestone/add': {
		change: milestone,
		told: 'entered milestone “Pilot over” of P1-02 Laptop Refresh, approved for 31 January 2027',
	},
	'milestone/edit': {
		first: [milestone],
		change: {
			kind: 'milestone/edit',
			project: 'P1-02',
			id: 'MS-1',
			fields: {forecast: {to: '2027-02-14'}, achieved: {to: '2026-11-20'}},
		},
		told: 'changed milestone “Pilot over” of P1-02 Laptop Refresh: forecast 14 February 2027, achieved 20 November 2026',
	},
	'milestone/remove': {
		first: [milestone],
		change: {kind: 'milestone/remove', project: 'P1-02', id: 'MS-1'},
		told: 'took milestone “Pilot over” off P1-02 Laptop Refresh',
	},
	'milestone/order': {
		first: [milestone, {...milestone, title: 'Rollout'}],
		change: {
			kind: 'milestone/order',
			project: 'P1-02',
			from: ['MS-1', 'MS-2'],
			to: ['MS-2', 'MS-1'],
		},
		told: 'reordered the milestones of P1-02 Laptop Refresh',
	},
	'request/make': {
		given: asked,
		change: make,
		told: 'asked (RQ-1) that the end of P1-02 Laptop Refresh be changed from 31 March 2027 to 30 June 2027: The supplier is late.',
	},
	'request/edit': {
		given: asked,
		first: [make],
		change: {
			kind: 'request/edit',
			id: 'RQ-1',
			fields: {reason: {from: 'The supplier is late.', to: 'Parts are late.'}},
		},
		told: 'edited request RQ-1 on P1-02 Laptop Refresh, end',
	},
	'request/withdraw': {
		given: asked,
		first: [make],
		change: {kind: 'request/withdraw', id: 'RQ-1'},
		told: 'withdrew request RQ-1 on P1-02 Laptop Refresh, end',
	},
	'request/gather': {
		given: asked,
		first: [make],
		change: gather,
		told: 'put RQ-1 under item 4 Any other business',
	},
	'request/decide': {
		given: asked,
		first: [make, gather, ...meet, decide],
		change: {kind: 'request/decide', id: 'RQ-1', to: 'approved', decision: 'D-2'},
		told: 'recorded request RQ-1 on P1-02 Laptop Refresh, end: approved',
	},
	'project/settle': {
		given: (database) => ({
			...database,
			projects: database.projects.map(({updates, ...project}) => ({
				...project,
				...(project.id === 'P1-02' ? {pending: [waits]} : {}),
				updates,
			})),
			decisions: database.decisions.map((one) => ({...one, status: 'retracted' as const})),
		}),
		change: {kind: 'project/settle', id: 'P1-02', pending: 'PE-1'},
		told: 'took off what was decided (D-1) of the end of P1-02 Laptop Refresh: it fell',
	},
};
