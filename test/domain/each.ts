// One change of every kind, each of which alters the sample: what must hold of all of them is tested
// over this table.
import type {Change, ChangeKind} from '../../source/domain/changes/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import type {Database} from '../../source/domain/schema/index.ts';

type Each<Kind extends ChangeKind> = {
	/** What has to happen before. */
	first?: Change[];
	change: Extract<Change, {kind: Kind}>;
	/** How it is told, after the name of who did it. */
	told: string;
};

const open: Change = {kind: 'meeting/open', id: 'M-2'};
const adjourn: Change = {kind: 'meeting/adjourn', id: 'M-2'};

export const each: {[Kind in ChangeKind]: Each<Kind>} = {
	'project/status': {
		change: {
			kind: 'project/status',
			id: 'P1-02',
			from: 'in-progress',
			to: 'blocked',
			confidence: {from: 'amber', to: 'red'},
			note: 'No parts.',
		},
		told: 'set P1-02 Laptop Refresh from In progress to Pending dependencies, confidence Red: No parts.',
	},
	'project/update': {
		change: {kind: 'project/update', id: 'P1-03', note: 'Lease ends in May.'},
		told: 'commented on P1-03 Server Room: Lease ends in May.',
	},
	'project/edit': {
		change: {
			kind: 'project/edit',
			id: 'P1-03',
			fields: {owner: {to: 'jones'}, criteria: {to: {aligned: 'partly'}}},
		},
		told: 'edited owner, criteria of P1-03 Server Room',
	},
	'agenda/add': {
		change: {
			kind: 'agenda/add',
			meeting: 'M-2',
			itemKind: 'urgent',
			title: 'Flood',
			about: {project: 'P1-03'},
			at: 1,
		},
		told: 'added “Flood” to the agenda of M-2 November meeting',
	},
	'agenda/edit': {
		change: {
			kind: 'agenda/edit',
			meeting: 'M-2',
			item: 'I-3',
			fields: {minutes: {from: 20, to: 25}},
		},
		told: 'edited minutes of item 2 Modernisation',
	},
	'agenda/remove': {
		change: {kind: 'agenda/remove', meeting: 'M-2', item: 'I-4'},
		told: 'took “Progress of the strategy” off the agenda of M-2',
	},
	'agenda/order': {
		change: {
			kind: 'agenda/order',
			meeting: 'M-2',
			from: ['I-2', 'I-3', 'I-4', 'I-5'],
			to: ['I-2', 'I-4', 'I-3', 'I-5'],
		},
		told: 'reordered the agenda of M-2 November meeting',
	},
	'agenda/note': {
		change: {kind: 'agenda/note', meeting: 'M-2', item: 'I-3', to: 'Costs rise.'},
		told: 'noted on item 2 Modernisation: Costs rise.',
	},
	'meeting/open': {change: {kind: 'meeting/open', id: 'M-2'}, told: 'opened M-2 November meeting'},
	'meeting/move': {
		first: [open],
		change: {kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-3'},
		told: 'moved to item 2 Modernisation',
	},
	'meeting/adjourn': {
		first: [open],
		change: {kind: 'meeting/adjourn', id: 'M-2'},
		told: 'adjourned M-2 November meeting',
	},
	'meeting/resume': {
		first: [open, adjourn],
		change: {kind: 'meeting/resume', id: 'M-2'},
		told: 'resumed M-2 November meeting',
	},
	'meeting/close': {
		first: [open],
		change: {kind: 'meeting/close', id: 'M-2'},
		told: 'closed M-2 November meeting',
	},
	'attendance/set': {
		change: {
			kind: 'attendance/set',
			meeting: 'M-2',
			person: 'clerk',
			to: 'substitute',
			for: 'jones',
		},
		told: 'took the roll of M-2: Sam Clerk substitute',
	},
	'decision/record': {
		first: [open],
		change: {
			kind: 'decision/record',
			meeting: 'M-2',
			item: 'I-4',
			title: 'Progress',
			resolution: 'That it be noted.',
			outcome: 'noted',
			mover: 'reed',
		},
		told: 'recorded decision D-2 “Progress”: Noted',
	},
	'decision/correct': {
		change: {
			kind: 'decision/correct',
			id: 'D-1',
			reason: 'Slip',
			fields: {title: {from: 'Digital Strategy', to: 'The Digital Strategy'}},
		},
		told: 'corrected title of decision D-1 The Digital Strategy (Slip)',
	},
	'decision/retract': {
		change: {kind: 'decision/retract', id: 'D-1', reason: 'Twice'},
		told: 'retracted decision D-1 Digital Strategy (Twice)',
	},
	'action/add': {
		change: {kind: 'action/add', text: 'Write', owner: 'davies', due: '2026-12-06'},
		told: 'placed action A-2 on Gwen Davies, due 6 December 2026: Write',
	},
	'action/edit': {
		change: {
			kind: 'action/edit',
			id: 'A-1',
			fields: {text: {from: 'Publish the strategy', to: 'Publish it'}},
		},
		told: 'edited text of action A-1',
	},
	'action/status': {
		change: {kind: 'action/status', id: 'A-1', from: 'open', to: 'done'},
		told: 'set action A-1 to Done',
	},
	'database/adopt': {
		change: {kind: 'database/adopt', reason: 'Edited by hand'},
		told: 'adopted the database as it is: Edited by hand',
	},
	undo: {
		first: [{kind: 'project/update', id: 'P1-03', note: 'Oops'}],
		change: {kind: 'undo', revision: 2},
		told: 'took back revision 2',
	},
};

/** Every kind with its change and the database that it is meant for. */
export const everyKind = (
	database: Database = makeDatabase(),
): {kind: ChangeKind; change: Change; before: Database; told: string}[] =>
	Object.values(each as Record<ChangeKind, Each<ChangeKind>>).map(({first = [], change, told}) => ({
		kind: change.kind,
		change,
		before: after(database, ...first),
		told,
	}));
