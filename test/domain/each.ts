// One change of every kind, each of which alters the sample: what must hold of all of them is tested
// over this table.
import type {Change, ChangeKind} from '../../source/domain/changes/index.ts';
import type {Database, Person} from '../../source/domain/schema/index.ts';
import {after, makeDatabase, present} from '../helpers/database.ts';
import {type Each, eachRecord} from './each-record.ts';
import {eachRequest} from './each-requests.ts';
import {eachUpkeep} from './each-upkeep.ts';

const open: Change = {kind: 'meeting/open', id: 'M-2'};
const adjourn: Change = {kind: 'meeting/adjourn', id: 'M-2'};
const confidential: Change = {
	kind: 'agenda/exempt',
	meeting: 'M-2',
	item: 'I-4',
	to: {paragraphs: [], confidential: true},
};
const declare: Change = {
	kind: 'declaration/add',
	meeting: 'M-2',
	item: 'I-4',
	person: 'smith',
	interest: 'dpi',
	nature: 'Owns shares.',
};
/** The database with a key of somebody. */
const withKey = (database: Database, whose: string, key: NonNullable<Person['keys']>[number]) => ({
	...database,
	people: database.people.map((one) => (one.id === whose ? {...one, keys: [key]} : one)),
});
export const each: {[Kind in ChangeKind]: Each<Kind>} = {
	'strategy/status': {
		given: (database) => ({
			...database,
			strategies: [
				...database.strategies,
				{...database.strategies[0]!, id: 'S-2', status: 'draft'},
			],
		}),
		change: {kind: 'strategy/status', id: 'S-2', from: 'draft', to: 'past'},
		told: 'set strategy S-2 Digital Strategy to Past',
	},
	'strategy/conclude': {
		change: {kind: 'strategy/conclude', id: 'S-1', to: 'It was worth it.'},
		told: 'wrote the conclusion on strategy S-1 Digital Strategy',
	},
	'strategy/add': {
		change: {
			kind: 'strategy/add',
			title: 'Next Strategy',
			period: {from: '2028', to: '2031'},
			objectives: [{id: 'O3', text: 'Waste less'}],
			criteria: [{id: 'simple', title: 'Simple', text: 'Easy to explain'}],
			principles: [{id: 'A', text: 'Ask first'}],
			domains: [{id: 'records', title: 'Records', text: 'What is kept'}],
			priorities: [
				{
					id: 'P3',
					title: 'Order',
					aims: [{id: 'A', text: 'Keep less'}],
					workStream: {title: 'Tidying', aims: [{id: 'A', text: 'Sort'}]},
					updates: [{at: '2026-09-10', by: 'Review', note: 'Begun.'}],
				},
			],
		},
		told: 'entered strategy S-2 “Next Strategy”',
	},
	'project/add': {
		change: {
			kind: 'project/add',
			title: 'Archive',
			priority: 'P2',
			status: 'proposed',
			owner: 'smith',
			updates: [{at: '2026-09-10', by: 'Review', note: 'Not begun.'}],
		},
		told: 'entered project P2-03 “Archive”: Proposed',
	},
	'report/add': {
		change: {
			kind: 'report/add',
			title: 'New telephones',
			board: 'B-1',
			recommendations: ['That they be bought.'],
			implications: [{heading: 'Legal', text: 'None.'}],
			appendices: [],
			reasons: '',
		},
		told: 'entered report R-2 “New telephones”',
	},
	'report/edit': {
		change: {kind: 'report/edit', id: 'R-1', fields: {publishedOn: {to: '2026-11-20'}}},
		told: 'published report R-1 Progress of the strategy on 20 November 2026',
	},
	'record/release': {
		given: (database) => ({
			...database,
			projects: database.projects.map((project, index) =>
				index === 0 ? {...project, private: {why: 'Doubtful'}} : project,
			),
		}),
		change: {kind: 'record/release', record: 'projects/P1-01'},
		told: 'released P1-01 Telephony to the public',
	},
	'record/add': {
		change: {
			kind: 'record/add',
			list: 'projects/P1-02/risks',
			fields: {event: 'No parts', current: {likelihood: 4, impact: 4}},
		},
		told: 'added risk RK-1 No parts of P1-02 Laptop Refresh',
	},
	'record/edit': {
		change: {
			kind: 'record/edit',
			record: 'strategies/S-1/priorities/P2',
			fields: {summary: {to: 'Fewer servers.'}, title: {from: 'Optimisation', to: 'Thrift'}},
		},
		told: 'edited priority P2 Thrift of S-1 Digital Strategy: summary; priority from Optimisation to Thrift',
	},
	'record/order': {
		change: {
			kind: 'record/order',
			list: 'strategies/S-1/priorities',
			from: ['P1', 'P2'],
			to: ['P2', 'P1'],
		},
		told: 'reordered the priorities of S-1 Digital Strategy',
	},
	'record/remove': {
		first: [
			{
				kind: 'record/add',
				list: 'projects/P1-02/risks',
				fields: {event: 'The supplier fails', current: {likelihood: 2, impact: 4}},
			},
		],
		change: {kind: 'record/remove', record: 'projects/P1-02/risks/RK-1'},
		told: 'took off risk RK-1 The supplier fails of P1-02 Laptop Refresh',
	},
	'person/add': {
		change: {kind: 'person/add', id: 'patel', name: 'Ravi Patel', initials: 'RP'},
		told: 'entered Ravi Patel (patel)',
	},
	'person/authorize': {
		change: {
			kind: 'person/authorize',
			person: 'smith',
			fingerprint: `SHA256:${'a'.repeat(43)}`,
			note: 'laptop',
		},
		told: `authorized a key of Joan Smith (laptop, SHA256:${'a'.repeat(43)})`,
	},
	'person/revoke': {
		given: (database) =>
			withKey(database, 'smith', {id: 'K-1', fingerprint: `SHA256:${'b'.repeat(43)}`}),
		change: {kind: 'person/revoke', person: 'smith', fingerprint: `SHA256:${'b'.repeat(43)}`},
		told: `revoked a key of Joan Smith (SHA256:${'b'.repeat(43)})`,
	},
	'person/login': {
		change: {kind: 'person/login', person: 'smith', login: 'jsmith'},
		told: 'entered that login jsmith is Joan Smith',
	},
	'rules/roles': {
		change: {
			kind: 'rules/roles',
			roles: [
				{who: 'clerk', to: 'administrator'},
				{who: 'person:smith', to: 'chair'},
			],
		},
		told: 'set the roles of clerk to administrator (none), Joan Smith (person:smith) to chair (none)',
	},
	'view/save': {
		change: {
			kind: 'view/save',
			title: 'Red ones',
			screen: 'portfolio',
			filter: 'red open',
			order: 'confidence',
			group: 'owner',
		},
		told: 'saved the view “Red ones” for everybody',
	},
	'view/keep': {
		change: {
			kind: 'view/keep',
			title: 'Mine',
			screen: 'portfolio',
			filter: '',
			look: 'timeline',
		},
		told: 'kept the view “Mine” for themselves',
	},
	'view/remove': {
		given: (database) => ({
			...database,
			rules: {
				...database.rules,
				views: [{id: 'VW-1', title: 'Red ones', screen: 'portfolio', filter: 'red'}],
			},
		}),
		change: {kind: 'view/remove', id: 'VW-1'},
		told: 'took the view “Red ones” off',
	},
	'view/drop': {
		given: (database) => ({
			...database,
			rules: {
				...database.rules,
				views: [{id: 'VW-1', title: 'Mine', screen: 'portfolio', filter: 'red', of: 'clerk'}],
			},
		}),
		change: {kind: 'view/drop', id: 'VW-1'},
		told: 'took the view “Mine” off',
	},
	'board/add': {
		change: {
			kind: 'board/add',
			id: 'cabinet',
			name: 'Cabinet',
			boardKind: 'executive',
			members: [{person: 'reed', role: 'chair'}],
			rules: {quorum: 3},
		},
		told: 'set up Cabinet (cabinet)',
	},
	'person/edit': {
		change: {
			kind: 'person/edit',
			id: 'smith',
			fields: {
				name: {from: 'Joan Smith', to: 'Joan Smith-Lee'},
				initials: {from: 'JS', to: 'JSL'},
			},
		},
		told: 'edited name, initials of Joan Smith, now Joan Smith-Lee',
	},
	'interest/register': {
		change: {
			kind: 'interest/register',
			person: 'smith',
			text: 'Owns 3 High Street',
			projects: ['P1-01'],
		},
		told: 'registered an interest of Joan Smith',
	},
	'interest/end': {
		given: (database) => ({
			...database,
			people: database.people.map((person) =>
				person.id === 'smith'
					? {...person, interests: [{id: 'RI-1', text: 'Owns a shop', from: '2026-01-01'}]}
					: person,
			),
		}),
		change: {kind: 'interest/end', person: 'smith', id: 'RI-1', reason: 'sold'},
		told: 'took an interest of Joan Smith off the register',
	},
	'board/interests': {
		change: {
			kind: 'board/interests',
			id: 'B-1',
			from: [],
			items: [
				{title: 'Personal interest', interest: 'nri'},
				{title: 'Prejudicial interest', interest: 'dpi', withdraws: true},
			],
		},
		told: 'set what B-1 IMT Board calls interests: Personal interest, Prejudicial interest',
	},
	'board/standing': {
		change: {
			kind: 'board/standing',
			id: 'B-1',
			from: [],
			items: [
				{itemKind: 'apologies', title: 'Apologies'},
				{itemKind: 'business', title: 'Health and safety', minutes: 10},
			],
		},
		told: 'set 2 standing items of B-1 IMT Board: Apologies, Health and safety',
	},
	'board/edit': {
		change: {kind: 'board/edit', id: 'B-1', fields: {quorum: {from: 3, to: 4}}},
		told: 'edited quorum of B-1 IMT Board: a quorum of 4',
	},
	'member/add': {
		change: {
			kind: 'member/add',
			board: 'B-1',
			person: 'councillor',
			role: 'adviser',
			from: '2026-12-01',
		},
		told: 'entered Executive Councillor for IT as adviser of B-1 IMT Board from 1 December 2026',
	},
	'member/edit': {
		change: {kind: 'member/edit', board: 'B-1', member: 'smith', fields: {to: {to: '2026-12-31'}}},
		told: 'entered 31 December 2026 as the last day of Joan Smith on B-1 IMT Board',
	},
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
		told: 'edited time of item 2 Modernisation',
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
	'agenda/preside': {
		first: present(['smith']),
		change: {kind: 'agenda/preside', meeting: 'M-2', item: 'I-3', to: 'smith'},
		told: 'put Joan Smith in the chair for item 2 Modernisation',
	},
	'agenda/en-bloc': {
		change: {kind: 'agenda/en-bloc', meeting: 'M-2', item: 'I-3', to: true},
		told: 'marked item 2 Modernisation to be taken en bloc',
	},
	'agenda/exempt': {
		change: {
			kind: 'agenda/exempt',
			meeting: 'M-2',
			item: 'I-4',
			to: {paragraphs: [1, 3], title: 'A contract'},
		},
		told: 'made item 3 Progress of the strategy exempt (Schedule 12A, paragraphs 1, 3)',
	},
	'meeting/add': {
		change: {
			kind: 'meeting/add',
			board: 'B-1',
			title: 'December meeting',
			startsAt: '2026-12-20T09:30',
			agenda: [{itemKind: 'apologies', title: 'Apologies', minutes: 5}],
		},
		told: 'planned meeting M-3 “December meeting” of IMT Board',
	},
	'meeting/edit': {
		change: {kind: 'meeting/edit', id: 'M-2', fields: {venue: {from: 'Room 2', to: 'Room 5'}}},
		told: 'changed venue of M-2 November meeting',
	},
	'meeting/publish': {
		change: {kind: 'meeting/publish', id: 'M-2', on: '2026-11-16'},
		told: 'published the agenda of M-2 November meeting on 16 November 2026',
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
	'meeting/public-left': {
		first: [open, confidential],
		change: {kind: 'meeting/public-left', id: 'M-2'},
		told: 'noted that the public left M-2 November meeting',
	},
	'meeting/readmit': {
		first: [open, confidential],
		change: {kind: 'meeting/readmit', id: 'M-2'},
		told: 'let the public in again at M-2 November meeting',
	},
	'meeting/cancel': {
		change: {kind: 'meeting/cancel', id: 'M-2', on: '2026-11-22', reason: 'Snow'},
		told: 'called off M-2 November meeting (Snow)',
	},
	'meeting/preside': {
		first: [open, ...present(['smith'])],
		change: {kind: 'meeting/preside', id: 'M-2', to: 'smith'},
		told: 'put Joan Smith in the chair for M-2 November meeting',
	},
	'agenda/dispose': {
		first: [open],
		change: {kind: 'agenda/dispose', meeting: 'M-2', item: 'I-5', to: 'not-reached'},
		told: 'noted of item 4 Any other business: not reached',
	},
	'declaration/asked': {
		first: [open],
		change: {kind: 'declaration/asked', meeting: 'M-2', none: true},
		told: 'noted that interests were asked about at M-2, and nobody had any',
	},
	'decision/edit': {
		first: [
			open,
			...present(),
			{
				kind: 'decision/record',
				meeting: 'M-2',
				item: 'I-2',
				title: 'Progress',
				resolution: 'That it be noted.',
				outcome: 'noted',
			},
		],
		change: {kind: 'decision/edit', id: 'D-2', fields: {reasons: {to: 'It was read.'}}},
		told: 'edited reasons of the draft of decision D-2 Progress',
	},
	'meeting/time': {
		first: [open],
		change: {
			kind: 'meeting/time',
			meeting: 'M-2',
			field: 'openedAt',
			from: '2026-11-22T10:00:00.000Z',
			to: '2026-11-22T09:31:00.000Z',
		},
		told: 'told when M-2 November meeting was opened: 09:31',
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
	'attendance/arrive': {
		first: [open],
		change: {kind: 'attendance/arrive', meeting: 'M-2', person: 'smith'},
		told: 'noted that Joan Smith arrived',
	},
	'attendance/leave': {
		first: [open, ...present(['smith'])],
		change: {kind: 'attendance/leave', meeting: 'M-2', person: 'smith'},
		told: 'noted that Joan Smith left',
	},
	'declaration/add': {
		first: present(['smith']),
		change: {...declare, withdrew: true},
		told: 'noted that Joan Smith declared a disclosable pecuniary interest in item 3 Progress of the strategy and withdrew',
	},
	'declaration/edit': {
		first: [...present(['smith']), declare],
		change: {
			kind: 'declaration/edit',
			meeting: 'M-2',
			id: 'DI-1',
			fields: {withdrew: {to: true}, nature: {from: 'Owns shares.'}},
		},
		told: 'edited withdrawal, nature of declaration DI-1',
	},
	'declaration/remove': {
		first: [...present(['smith']), declare],
		change: {kind: 'declaration/remove', meeting: 'M-2', id: 'DI-1'},
		told: 'took back declaration DI-1',
	},
	'decision/record': {
		first: [open, ...present()],
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
	'decision/take': {
		change: {
			kind: 'decision/take',
			board: 'B-2',
			title: 'Licences',
			resolution: 'That the licences be renewed.',
			outcome: 'approved',
			consulted: [{person: 'reed'}],
			under: {authority: 'Part 3 of the constitution'},
		},
		told: 'recorded decision D-2 “Licences” of Executive Councillor between meetings: Approved',
	},
	'delegation/end': {
		first: [
			{
				kind: 'decision/take',
				board: 'B-2',
				title: 'Licences',
				resolution: 'That the licences be renewed.',
				outcome: 'approved',
				delegations: [{matter: 'sign them', to: 'the Head of IT'}],
			},
		],
		change: {kind: 'delegation/end', decision: 'D-2', delegation: 'dl1', on: '2026-11-22'},
		told: 'ended a delegation of decision D-2 Licences on 22 November 2026',
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
	'decision/mark': {
		change: {kind: 'decision/mark', id: 'D-1', why: 'Who was there is doubted'},
		told: 'marked decision D-1 Digital Strategy to be looked at again (Who was there is doubted)',
	},
	'decision/confirm': {
		first: [{kind: 'decision/mark', id: 'D-1', why: 'Who was there is doubted'}],
		change: {kind: 'decision/confirm', id: 'D-1', reason: 'They were there'},
		told: 'confirmed decision D-1 Digital Strategy (They were there)',
	},
	'decision/retract': {
		change: {kind: 'decision/retract', id: 'D-1', reason: 'Twice'},
		told: 'retracted decision D-1 Digital Strategy (Twice)',
	},
	'meeting/enter': {
		change: {
			kind: 'meeting/enter',
			board: 'B-1',
			title: 'March meeting',
			startsAt: '2025-03-11T10:00',
			decisions: [
				{
					title: 'Telephones',
					resolution: 'That they be replaced.',
					outcome: 'approved',
					date: '2025-03-11',
				},
			],
		},
		told: 'entered meeting M-3 “March meeting” of the past with 1 decision',
	},
	'decision/enter': {
		first: [
			{
				kind: 'meeting/enter',
				board: 'B-1',
				title: 'March meeting',
				period: {from: '2025-03-11', to: '2025-03-11'},
				decisions: [],
			},
		],
		change: {
			kind: 'decision/enter',
			meeting: 'M-3',
			title: 'Telephones',
			resolution: 'That they be replaced.',
			outcome: 'approved',
			date: '2025-03-11',
			reference: 'K-12',
			key: true,
			keyReason: 'It costs more than £500,000',
			publishedOn: '2025-03-12',
		},
		told: 'entered decision D-2 “Telephones” of the past: Approved',
	},
	...eachRecord,
	...eachRequest,
	...eachUpkeep,
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
	'action/progress': {
		change: {kind: 'action/progress', id: 'A-1', text: 'Two of three offers are in'},
		told: 'noted progress on action A-1: Two of three offers are in',
	},
	'database/adopt': {
		change: {kind: 'database/adopt', reason: 'Edited by hand'},
		told: 'adopted the database as it is: Edited by hand',
	},
	redact: {
		change: {
			kind: 'redact',
			record: 'decisions/D-1',
			field: 'reasons',
			reason: 'Names a resident',
		},
		told: 'redacted reasons of D-1 Digital Strategy (Names a resident)',
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
	Object.values(each as Record<ChangeKind, Each<ChangeKind>>).map(
		({given = (each) => each, first = [], change, told}) => {
			const before = after(given(database), ...first);
			const made = typeof change === 'function' ? change(before) : change;
			return {kind: made.kind, change: made, before, told};
		},
	);
