// What each law says of an agenda, a report, a notice and a call-in, sentence by sentence as a chair reads it, in every
// state that makes another sentence. A sentence that changes is read again before its line in said.txt does.
import {expect, test} from 'vitest';
import {callIn, noticeClock} from '../../../source/domain/law/index.ts';
import {lawful} from '../../../source/domain/law/lawful.ts';
import type {
	BoardKind,
	Database,
	Decision,
	Meeting,
	Notice,
} from '../../../source/domain/schema/index.ts';
import {decision, council, item, meeting, notice, report} from './council.ts';

const told = {
	agreedBy: 'Chair of Overview and Scrutiny',
	agreedOn: '2026-11-30',
	reasons: 'The supplier gave notice.',
};
const exempt = {exempt: {paragraphs: [3]}};

/** The checks of the one item of a meeting on Tuesday 8 December 2026, as seen on a day. */
function checked(
	given: {
		meeting?: Partial<Meeting>;
		item?: object;
		report?: object;
		notices?: Partial<Notice>[];
		profile?: Database['rules']['profile'];
		kind?: BoardKind;
		today?: string;
	} = {},
): string[] {
	const held = meeting({publishedOn: '2026-11-30', agenda: [item(given.item)], ...given.meeting});
	const database = council({
		meetings: [held],
		reports: [report({publishedOn: '2026-11-30', ...given.report})],
		notices: (given.notices ?? []).map((one, index) => notice({id: `N-${index + 1}`, ...one})),
		...(given.profile ? {rules: {profile: given.profile}} : {}),
	});
	const [first] = database.boards.filter(({id}) => id === held.board);
	if (first && given.kind) first.kind = given.kind;
	const [found] = lawful(database, held, given.today ?? '2026-12-07');
	return (found?.checks ?? []).map(
		({what, ok, by, says, source}) =>
			`${what} ${ok ? 'holds' : 'fails'}${by ? ` (by ${by})` : ''}: ${says}${source ? ` [${source}]` : ''}`,
	);
}

const key: Partial<Notice> = {publishedOn: '2026-11-09'};
const exception: Partial<Notice> = {kind: 'general-exception', publishedOn: '2026-11-30', ...told};
const urgent: Partial<Notice> = {kind: 'special-urgency', publishedOn: '2026-12-07', ...told};
const first: Partial<Notice> = {...key, kind: 'private-meeting', reasons: 'Prices.'};
const second: Partial<Notice> = {
	kind: 'private-meeting-confirmed',
	publishedOn: '2026-11-30',
	reasons: 'Prices.',
	representations: 'One resident asks for an open meeting.',
	response: 'The prices are still confidential.',
};

const scenes: Record<string, Parameters<typeof checked>[0]> = {
	'all in time': {notices: [key]},
	'all a day late': {
		meeting: {publishedOn: '2026-12-01'},
		report: {publishedOn: '2026-12-01'},
		notices: [{...key, publishedOn: '2026-11-10'}],
	},
	'nothing published, in time': {
		meeting: {publishedOn: undefined},
		report: {publishedOn: undefined},
		notices: [{}],
		today: '2026-11-02',
	},
	'nothing published, too late': {
		meeting: {publishedOn: undefined},
		report: {publishedOn: undefined},
	},
	'nothing published, of a committee': {
		meeting: {publishedOn: undefined, board: 'planning'},
		report: {publishedOn: undefined, key: false},
	},
	'published for a day still to come': {
		meeting: {publishedOn: '2026-12-03'},
		report: {publishedOn: '2026-12-03'},
		today: '2026-12-02',
	},
	'urgent, with its reason': {
		meeting: {publishedOn: '2026-12-04'},
		item: {urgency: 'The lease ends.'},
		report: {publishedOn: '2026-12-04', key: false},
	},
	'urgent, its report still to come': {
		meeting: {publishedOn: '2026-12-04'},
		item: {urgency: 'The lease ends.'},
		report: {publishedOn: undefined, key: false},
	},
	'urgent at a committee': {
		meeting: {publishedOn: '2026-12-04', board: 'planning'},
		item: {urgency: 'The lease ends.'},
		report: {publishedOn: '2026-12-04', key: false},
	},
	'a report that is not in the database': {item: {about: undefined}},
	'the notice names another day': {notices: [{...key, decisionOn: '2026-12-01'}]},
	'the notice names another month': {
		notices: [{...key, decisionOn: {from: '2027-01', to: '2027-02'}}],
	},
	'a general exception': {notices: [exception]},
	'a general exception, late': {notices: [{...exception, publishedOn: '2026-12-01'}]},
	'a general exception that names nobody': {notices: [{...exception, agreedBy: undefined}]},
	'a general exception without reasons': {notices: [{...exception, reasons: undefined}]},
	'a general exception without a day': {notices: [{...exception, publishedOn: undefined}]},
	'special urgency': {notices: [urgent]},
	'special urgency, its reasons to come': {notices: [{...urgent, publishedOn: undefined}]},
	'special urgency that nobody agreed': {notices: [{...urgent, agreedBy: undefined}]},
	'special urgency agreed too late': {notices: [{...urgent, agreedOn: '2026-12-09'}]},
	'special urgency without reasons': {notices: [{...urgent, reasons: undefined}]},
	'exempt, with both notices': {item: exempt, notices: [key, first, second]},
	'exempt, without a notice': {item: exempt, notices: [key], today: '2026-11-02'},
	'exempt, the second notice missing': {item: exempt, notices: [key, first]},
	'exempt, the second notice a day late': {
		item: exempt,
		notices: [key, first, {...second, publishedOn: '2026-12-01'}],
	},
	'exempt, no representations told': {
		item: exempt,
		notices: [key, first, {...second, representations: undefined}],
	},
	'exempt, no response': {item: exempt, notices: [key, first, {...second, response: undefined}]},
	'exempt, no reasons in either': {
		item: exempt,
		notices: [key, {...first, reasons: undefined}, {...second, reasons: undefined}],
	},
	'exempt, urgent by agreement': {item: exempt, notices: [key, {...first, ...told}]},
	'exempt, urgent by agreement without reasons': {
		item: exempt,
		notices: [key, {...first, ...told, reasons: undefined}],
	},
	'exempt at a committee': {item: exempt, meeting: {board: 'planning'}},
	'two expected, three needed': {
		meeting: {
			attendance: [
				{person: 'reed', status: 'present'},
				{person: 'smith', status: 'present'},
				{person: 'jones', status: 'absent'},
				{person: 'davies', status: 'absent'},
			],
		},
		notices: [key],
	},
	'a month alone is known': {
		meeting: {startsAt: undefined, period: {from: '2026-12', to: '2026-12'}},
	},
	'Scotland, in time': {profile: 'scotland'},
	'Scotland, late': {profile: 'scotland', meeting: {publishedOn: '2026-12-04'}},
	'Scotland, late and urgent': {
		profile: 'scotland',
		meeting: {publishedOn: '2026-12-04'},
		item: {urgency: 'The lease ends.'},
	},
	'Scotland, not published': {
		profile: 'scotland',
		meeting: {publishedOn: undefined},
		today: '2026-11-20',
	},
	'United States, posted': {profile: 'us-open-meetings'},
	'United States, posted on the day': {
		profile: 'us-open-meetings',
		meeting: {publishedOn: '2026-12-08'},
	},
	'United States, not posted': {
		profile: 'us-open-meetings',
		meeting: {publishedOn: undefined},
	},
	'United States, not on the posted agenda': {
		profile: 'us-open-meetings',
		meeting: {publishedOn: '2026-12-08'},
		item: {urgency: 'The lease ends.'},
	},
	'United States, staff': {profile: 'us-open-meetings', kind: 'officer'},
	'United States, an officer alone': {profile: 'us-open-meetings', kind: 'individual'},
	'Scotland, staff': {profile: 'scotland', kind: 'officer'},
	'England, officers': {kind: 'officer'},
	'England, an individual': {kind: 'individual', notices: [key]},
	'by its own rules': {profile: 'plain'},
	'by its own rules, officers': {profile: 'plain', kind: 'officer'},
};

/** What the clock of a notice says on a day: how it stands, and how long it still runs. */
function clock(over: Partial<Notice>, today: string): string {
	const found = noticeClock(council({notices: [notice(over)]}), notice(over), today);
	return `${found?.state}. ${found?.says}`;
}

/** What the clock of a call-in says on a day. */
function calling(over: Partial<Decision>, today: string, days?: number): string {
	const database = council({decisions: [decision(over)]});
	const board = database.boards.find(({id}) => id === over.board || id === 'cabinet');
	if (board?.rules && days !== undefined) board.rules.callInDays = days;
	const found = callIn(database, decision(over), today);
	return `${found?.state}. ${found?.says}`;
}

test('each sentence stands whole', async () => {
	const lines = [
		...Object.entries(scenes).flatMap(([name, scene]) => [`# ${name}`, ...checked(scene), '']),
		'# clocks of notices',
		...[{}, key, exception, urgent, first, second, {...urgent, agreedBy: undefined}].flatMap(
			(over) =>
				['2026-11-09', '2026-12-06', '2026-12-09'].map(
					(today) => `${over.kind ?? 'key-decision'} on ${today}: ${clock(over, today)}`,
				),
		),
		'',
		'# clocks of call-in',
		...(
			[
				[{}, '2026-12-10', 5],
				[{publishedOn: '2026-12-09'}, '2026-12-10', 5],
				[{publishedOn: '2026-12-09'}, '2026-12-17', 5],
				[{publishedOn: '2026-12-09', callIn: {on: '2026-12-11', by: 'Scrutiny'}}, '2026-12-12', 5],
				[{publishedOn: '2026-12-09'}, '2026-12-10', undefined],
				[{publishedOn: '2026-12-09', board: 'planning'}, '2026-12-10', undefined],
				[{publishedOn: '2026-12-09', outcome: 'recommended-to-council'}, '2026-12-10', 5],
			] as [Partial<Decision>, string, number | undefined][]
		).map(
			([over, today, days]) =>
				`${JSON.stringify(over)} on ${today}, ${days ?? 'no'} days: ${calling(over, today, days)}`,
		),
	];
	await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('said.txt');
});
