// The part of each.ts that comes after the meeting: publication, notices, minutes.
import type {Change, ChangeKind} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';

export type Each<Kind extends ChangeKind> = {
	/** What the database has besides, put into the file by hand. */
	given?: (database: Database) => Database;
	/** What has to happen before. */
	first?: Change[];
	change: Extract<Change, {kind: Kind}> | ((before: Database) => Extract<Change, {kind: Kind}>);
	/** How it is told, after the name of who did it; … stands for the digits of a seal. */
	told: string;
};

/** What decision D-1 lacks, and its publication. */
const publish: Change[] = [
	{
		kind: 'decision/correct',
		id: 'D-1',
		reason: 'Left out',
		fields: {
			alternatives: {to: 'None.'},
			alternativesConfirmed: {to: true},
			keyReason: {to: 'Spends more than £500,000.'},
		},
	},
	{kind: 'decision/publish', id: 'D-1', on: '2026-11-20'},
];
const callIn: Change = {
	kind: 'decision/call-in',
	id: 'D-1',
	on: '2026-11-21',
	by: 'the Overview Board',
	reasons: 'Not consulted.',
};
const notice: Change = {
	kind: 'notice/add',
	noticeKind: 'key-decision',
	title: 'Broadband',
	board: 'B-2',
	publishedOn: '2026-10-01',
};
const issue: Change = {kind: 'minutes/issue', meeting: 'M-1'};
/** The minutes of M-1 approved by the next meeting of its board. */
const approve: Change[] = [
	issue,
	{kind: 'meeting/add', board: 'B-2', title: 'Next decision', agenda: []},
	{kind: 'meeting/open', id: 'M-3'},
	{kind: 'minutes/approve', meeting: 'M-1', by: 'M-3'},
];

type Family =
	| 'decision/publish'
	| 'decision/call-in'
	| 'decision/release'
	| `notice/${string}`
	| `minutes/${string}`;

export const eachRecord: {[Kind in Extract<ChangeKind, Family>]: Each<Kind>} = {
	'decision/publish': {
		first: publish.slice(0, 1),
		change: {kind: 'decision/publish', id: 'D-1', on: '2026-11-20'},
		told: 'published decision D-1 Digital Strategy on 20 November 2026',
	},
	'decision/call-in': {
		first: publish,
		change: callIn,
		told: 'noted that the Overview Board called in decision D-1 Digital Strategy on 21 November 2026',
	},
	'decision/release': {
		first: [...publish, callIn],
		change: {kind: 'decision/release', id: 'D-1', on: '2026-11-22', how: 'released'},
		told: 'ended the call-in of decision D-1 Digital Strategy on 22 November 2026: released',
	},
	'notice/add': {
		change: notice,
		told: 'entered notice of a key decision N-1 “Broadband”, published 1 October 2026',
	},
	'notice/edit': {
		first: [notice],
		change: {kind: 'notice/edit', id: 'N-1', fields: {reasons: {to: 'Rain.'}}},
		told: 'edited reasons of notice N-1 Broadband',
	},
	'notice/withdraw': {
		first: [notice],
		change: {kind: 'notice/withdraw', id: 'N-1'},
		told: 'withdrew notice N-1 Broadband',
	},
	'minutes/issue': {
		change: issue,
		told: 'issued the minutes of M-1 Decision on the strategy, version 1, seal BW-M-1-v1-…',
	},
	'minutes/approve': {
		first: approve.slice(0, -1),
		change: {kind: 'minutes/approve', meeting: 'M-1', by: 'M-3'},
		told: 'approved the minutes of M-1 Decision on the strategy at M-3 Next decision',
	},
	'minutes/sign': {
		first: approve,
		change: {kind: 'minutes/sign', meeting: 'M-1', by: 'councillor', on: '2026-11-22'},
		told: 'recorded that Executive Councillor for IT signed the minutes of M-1 Decision on the strategy on 22 November 2026',
	},
	'minutes/correct': {
		first: approve,
		change: {
			kind: 'minutes/correct',
			meeting: 'M-1',
			item: 'I-1',
			to: 'It was read.',
			reason: 'Left out',
		},
		told: 'corrected the minutes of M-1, item 1 Approve the strategy (Left out)',
	},
};
