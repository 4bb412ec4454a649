// What a change of a sound shape is answered when the record does not bear it: the whole sentence, each reached once. What is
// answered to a value that nothing has, or too late, stands in refusals.txt.
import {expect, test} from 'vitest';
import type {Change, ChangeKind} from '../../../source/domain/changes/index.ts';
import type {Database, Person} from '../../../source/domain/schema/index.ts';
import {after, makeDatabase, refusal} from '../../helpers/database.ts';
import {each} from '../each.ts';

const sample = makeDatabase();
const open: Change = {kind: 'meeting/open', id: 'M-2'};
const opened = after(sample, open);

/** The change of its kind that the sample bears, with other values. */
const altered = (kind: ChangeKind, more: object): Change =>
	({...(each[kind].change as object), ...more}) as unknown as Change;

const withSmith = (more: Partial<Person>): Database => ({
	...sample,
	people: sample.people.map((one) => (one.id === 'smith' ? {...one, ...more} : one)),
});
const fingerprint = (index: number) => `SHA256:${String(index).padStart(43, 'a')}`;
const keys = Array.from({length: 20}, (_, index) => ({
	id: `K-${index + 1}`,
	fingerprint: fingerprint(index),
	addedAt: '2026-01-01T00:00:00.000Z',
}));
const logins = Array.from({length: 20}, (_, index) => `login${index}`);
const role = (who: string, to: 'chair' | 'administrator' = 'administrator'): Change => ({
	kind: 'rules/roles',
	roles: [{who, to}],
});
const take = (board: string, more: object = {}): Change =>
	altered('decision/take', {board, ...more});
const trustees: Database = {
	...sample,
	rules: {...sample.rules, profile: 'plain'},
	boards: sample.boards.map((board) => ({...board, kind: 'plain' as const})),
};
const betweenMeetings: Database = {
	...trustees,
	boards: trustees.boards.map((board) => ({
		...board,
		rules: {...board.rules, betweenMeetings: true},
	})),
};
const asked = {from: '2026-11-02', to: '2026-11-09', how: 'e-mail'};
const vote = {method: 'recorded' as const, ballots: [{person: 'reed', vote: 'for' as const}]};
const redact = (more: object): Change => ({kind: 'redact', reason: 'Names a resident', ...more});
const time = (more: object): Change => altered('meeting/time', more);

test.each<[sentence: string, database: Database, change: Change]>([
	[
		'Joan Smith has 20 keys, revoked ones too, and no more',
		withSmith({keys}),
		{kind: 'person/authorize', person: 'smith', fingerprint: fingerprint(99)},
	],
	[
		'this key is authorized for Joan Smith already (smith)',
		withSmith({keys}),
		{kind: 'person/authorize', person: 'reed', fingerprint: fingerprint(3)},
	],
	[
		'Joan Smith has 20 logins, and no more',
		withSmith({logins}),
		{kind: 'person/login', person: 'smith', login: 'another'},
	],
	[
		'the login login3 is that of Joan Smith already (smith)',
		withSmith({logins}),
		{kind: 'person/login', person: 'reed', login: 'login3'},
	],
	[
		'the login nobody is not that of Joan Smith',
		sample,
		{kind: 'person/login', person: 'smith', login: 'nobody', gone: true},
	],
	['“a:b” is not a login, %group or person:ID', sample, role('a:b')],
	['“__proto__” is not a login, %group or person:ID', sample, role('__proto__')],
	[
		'there is no person nobody; there are clerk, councillor, davies, jones, reed, smith',
		sample,
		role('person:nobody'),
	],
	[
		'nobody would be left as administrator: name one first, or have this done by the owner of the database’s folder, who always is one',
		sample,
		role('clerk', 'chair'),
	],
	['there is a board B-1 IMT Board already', sample, altered('board/add', {id: 'B-1'})],
	[
		'there is a person smith Joan Smith already',
		sample,
		{kind: 'person/add', id: 'smith', name: 'Another'},
	],
	[
		'Executive Councillor decides alone: nobody is asked, and there is no vote',
		sample,
		take('B-2', {asked}),
	],
	[
		'this body decides only at a meeting: record the officer’s or member’s decision, under which delegation, and who was consulted',
		sample,
		take('B-1', {asked, vote}),
	],
	['the rules of IMT Board do not say that it decides between meetings', trustees, take('B-1')],
	[
		'say when its members were asked, from which day to which, and how',
		betweenMeetings,
		take('B-1'),
	],
	['say how each member who answered voted', betweenMeetings, take('B-1', {asked})],
	[
		'a ballot cannot end before it begins',
		betweenMeetings,
		take('B-1', {asked: {...asked, from: '2026-11-10'}, vote}),
	],
	[
		'between meetings everyone votes by name, and nobody has a casting vote',
		betweenMeetings,
		take('B-1', {asked, vote: {method: 'unanimous'}}),
	],
	[
		'Ann Reed is listed twice in the vote',
		betweenMeetings,
		take('B-1', {asked, vote: {...vote, ballots: [...vote.ballots, ...vote.ballots]}}),
	],
	[
		'Executive Councillor for IT has no vote: not a voting member of IMT Board then',
		betweenMeetings,
		take('B-1', {asked, vote: {...vote, ballots: [{person: 'councillor', vote: 'for'}]}}),
	],
	[
		'1 of the 3 members answered that its quorum needs',
		betweenMeetings,
		take('B-1', {asked, vote}),
	],
	[
		'say under which delegation: a decision, or a part of the constitution',
		sample,
		take('B-2', {under: {}}),
	],
	[
		'say under which delegation: a decision, or a part of the constitution',
		sample,
		take('B-2', {under: {authority: 'Part 3', delegation: 'dl1'}}),
	],
	[
		'decision D-1 gave no delegation dl9',
		sample,
		take('B-2', {under: {decision: 'D-1', delegation: 'dl9'}}),
	],
	[
		'redact: name a record and its field, or a text, not both',
		sample,
		redact({record: 'decisions/D-1', text: 'Something'}),
	],
	[
		'one character is too little to redact: it stands in too many other texts',
		sample,
		redact({text: 'a'}),
	],
	['redact: name a record and its field, or a text', sample, redact({record: 'decisions/D-1'})],
	[
		'the reason repeats the text and would keep it in the log: put it in other words',
		sample,
		redact({text: 'Names a resident'}),
	],
	[
		'nothing in the records or the log holds this text',
		sample,
		redact({text: 'nowhere to be found'}),
	],
	[
		'the interest was registered only after that day',
		{
			...sample,
			people: sample.people.map((one) => ({
				...one,
				interests: [{id: 'RI-1', text: 'A shop', from: '2026-06-01'}],
			})),
		},
		{kind: 'interest/end', person: 'smith', id: 'RI-1', reason: 'sold', on: '2026-05-31'},
	],
	[
		'a past meeting needs its date',
		sample,
		{kind: 'meeting/enter', board: 'B-1', title: 'Once', decisions: []},
	],
	[
		'23 November 2026 is still to come: plan the meeting instead',
		sample,
		{
			kind: 'meeting/enter',
			board: 'B-1',
			title: 'Soon',
			startsAt: '2026-11-23T10:00',
			decisions: [],
		},
	],
	[
		'M-1 Decision on the strategy was held here: record the decision in it',
		sample,
		altered('decision/enter', {meeting: 'M-1'}),
	],
	[
		'S-1 is the current strategy: enter this one as a draft, and make it current when the other is past',
		sample,
		altered('strategy/add', {status: 'current'}),
	],
	[
		'a decision that adopts a strategy makes it current, nothing else',
		sample,
		{kind: 'strategy/status', id: 'S-1', from: 'current', to: 'past', decision: 'D-1'},
	],
	[
		'decision D-1 Digital Strategy approves nothing that stands',
		{
			...sample,
			strategies: sample.strategies.map((one) => ({...one, status: 'draft' as const})),
			decisions: sample.decisions.map((one) => ({...one, outcome: 'noted' as const})),
		},
		{kind: 'strategy/status', id: 'S-1', from: 'draft', to: 'current', decision: 'D-1'},
	],
	['a time can be corrected but not removed', opened, time({to: undefined})],
	[
		'it has not happened yet; its time is entered when it does',
		opened,
		time({of: 'agenda/I-5', field: 'startedAt', from: undefined, to: '2026-11-22T10:00:00.000Z'}),
	],
	['a meeting has no time startedAt', opened, time({field: 'startedAt', from: undefined})],
	['meeting M-2 has no agenda/I-9', opened, time({of: 'agenda/I-9', field: 'startedAt'})],
	['M-1 Decision on the strategy is closed already', opened, {kind: 'meeting/close', id: 'M-1'}],
	[
		'M-2 November meeting is planned; only a meeting that is open or adjourned can be closed',
		sample,
		{kind: 'meeting/close', id: 'M-2'},
	],
	[
		'item I-2 was taken up, so it was reached',
		opened,
		{kind: 'agenda/dispose', meeting: 'M-2', item: 'I-2', to: 'not-reached'},
	],
	[
		'an interest has been declared and stands under its item',
		after(
			opened,
			{kind: 'attendance/set', meeting: 'M-2', person: 'smith', to: 'present'},
			each['declaration/add'].change as Change,
		),
		{kind: 'declaration/asked', meeting: 'M-2', none: true},
	],
	['M-2 November meeting is not open', sample, {kind: 'meeting/move', id: 'M-2', to: 'I-3'}],
	['there is no act with revision 9', sample, {kind: 'undo', revision: 9}],
	[
		'a meeting is put off only to one that is planned in the same act',
		sample,
		{kind: 'meeting/cancel', id: 'M-2', on: '2026-11-22', reason: 'Snow', putOff: true},
	],
	[
		'23 November 2026 is still to come',
		sample,
		{kind: 'meeting/cancel', id: 'M-2', on: '2026-11-23', reason: 'Snow'},
	],
])('%s', (sentence, database, change) => {
	expect(refusal(database, change).message).toBe(sentence);
});
