import {describe, expect, test} from 'vitest';
import {drafts, lacking} from '../../../source/domain/law/completeness.ts';
import type {
	Board,
	Database,
	Decision,
	Meeting,
	Vote,
} from '../../../source/domain/schema/index.ts';
import {makeCouncil} from '../../helpers/council.ts';

const vote: Vote = {method: 'no-dissent'};
const motion = {mover: 'lane', seconder: 'pole', vote};
const statement = {
	reasons: 'It is cheapest.',
	alternatives: 'None.',
	alternativesConfirmed: true,
};

/** A decision of the cabinet on its report, in words of its own. */
const decision = (given: Partial<Decision> = {}): Decision => ({
	id: 'D-2',
	meeting: 'M-4',
	item: 'I-13',
	board: 'B-4',
	status: 'recorded',
	date: '2026-11-22',
	title: 'Broadband',
	resolution: 'That the contract be let for two years.',
	outcome: 'approved',
	...given,
});

type Given = {
	decision?: Partial<Decision>;
	kind?: Board['kind'];
	rules?: Board['rules'];
	meeting?: Partial<Meeting>;
	profile?: Database['rules']['profile'];
};

/** The council at the cabinet's meeting, where nobody has declared anything unless it is said. */
function council({kind = 'executive', rules, meeting, profile = 'england'}: Given): Database {
	const database = makeCouncil({rules: {profile}});
	return {
		...database,
		boards: database.boards.map((each) => (each.id === 'B-4' ? {...each, kind, rules} : each)),
		meetings: database.meetings.map((each) => (each.id === 'M-4' ? {...each, ...meeting} : each)),
	};
}

/** The fields that a record still lacks. */
const lacks = (given: Given) =>
	lacking(council(given), decision(given.decision)).map(({field}) => field);

const declared: Partial<Meeting> = {
	declarations: [{id: 'DI-1', person: 'holder', item: 'I-13', kind: 'nri'}],
};
const asked: Partial<Meeting> = {interestsAsked: {at: '2026-11-22T16:02:00.000Z', none: true}};
const takenUp: Partial<Meeting> = {
	agenda: [
		{
			id: 'I-12',
			kind: 'declarations',
			title: 'Declarations',
			startedAt: '2026-11-22T16:00:00.000Z',
		},
		...makeCouncil().meetings[3]!.agenda.slice(1),
	],
};
const elsewhere: Partial<Meeting> = {
	declarations: [{id: 'DI-1', person: 'holder', item: 'I-14', kind: 'nri'}],
};

describe('what a decision still lacks', () => {
	const everything = ['reasons', 'alternatives', 'declarations', 'vote'];
	test.each<[string, Given, string[]]>([
		['of an executive (SI 2012/2089 reg 12)', {}, everything],
		['of one who decides alone (reg 13)', {kind: 'individual'}, ['reasons', 'alternatives']],
		['of a committee (LGA 1972 Sch 12)', {kind: 'committee'}, ['mover', 'seconder', 'vote']],
		['of scrutiny', {kind: 'scrutiny'}, ['mover', 'seconder', 'vote']],
		['of officers', {kind: 'officer'}, []],
		['of a board that is not a council’s', {kind: 'plain'}, ['vote']],
		['of an executive outside England', {profile: 'plain'}, ['vote']],
		['of one who decides alone outside England', {kind: 'individual', profile: 'plain'}, []],
		[
			'of a committee whose rules ask for no seconder',
			{kind: 'committee', rules: {seconder: false}},
			['vote'],
		],
		[
			'of a board that is not a council’s, whose rules ask for one',
			{kind: 'plain', rules: {seconder: true}},
			['mover', 'seconder', 'vote'],
		],
		['that is complete, of an executive', {decision: {...statement, vote}, meeting: declared}, []],
		['that is complete, of one alone', {decision: statement, kind: 'individual'}, []],
		['that is complete, of a committee', {decision: motion, kind: 'committee'}, []],
		['without a mover', {decision: {...motion, mover: undefined}, kind: 'committee'}, ['mover']],
		[
			'without a seconder',
			{decision: {...motion, seconder: undefined}, kind: 'committee'},
			['seconder'],
		],
		['without a vote', {decision: {...motion, vote: undefined}, kind: 'committee'}, ['vote']],
		[
			'that was withdrawn: nothing of a motion',
			{decision: {outcome: 'withdrawn'}, kind: 'committee'},
			[],
		],
		['that an executive withdrew: it decided nothing', {decision: {outcome: 'withdrawn'}}, []],
		['that was retracted: nothing at all', {decision: {status: 'retracted'}}, []],
		[
			'that is a step of the meeting itself: how it was voted on',
			{decision: {procedural: true}},
			['vote'],
		],
		[
			'that is a step of a committee’s meeting, moved from the chair',
			{decision: {procedural: true, vote}, kind: 'committee'},
			[],
		],
		[
			'whose texts are blank',
			{decision: {reasons: ' \n', alternatives: ' ', alternativesConfirmed: true, vote}},
			['reasons', 'alternatives', 'declarations'],
		],
		[
			'whose alternatives nobody has confirmed',
			{
				decision: {
					...statement,
					alternatives: 'A loan.',
					alternativesConfirmed: false,
					vote,
				},
				meeting: declared,
			},
			['alternatives'],
		],
		...['none', 'None: no other course was put forward.'].map(
			(alternatives): [string, Given, string[]] => [
				`of which somebody said that there were no alternatives: ${alternatives}`,
				{
					decision: {...statement, alternatives, alternativesConfirmed: false, vote},
					meeting: declared,
				},
				[],
			],
		),
		[
			'on which a pecuniary interest was declared without a word of what it is',
			{
				decision: {...statement, vote},
				meeting: {declarations: [{id: 'DI-1', person: 'holder', item: 'I-13', kind: 'dpi'}]},
			},
			['nature'],
		],
		[
			'on which a pecuniary interest is sensitive',
			{
				decision: {...statement, vote},
				meeting: {
					declarations: [
						{id: 'DI-1', person: 'holder', item: 'I-13', kind: 'dpi', sensitive: true},
					],
				},
			},
			[],
		],
		[
			'with a blank left in its wording',
			{
				decision: {...statement, resolution: 'That the item be deferred, because ….', vote},
				meeting: declared,
			},
			['resolution'],
		],
		[
			'of a meeting where interests were asked for',
			{decision: {...statement, vote}, meeting: asked},
			[],
		],
		[
			'of a meeting where the item for interests was not taken up',
			{decision: {...statement, vote}},
			['declarations'],
		],
		[
			'of a meeting where the item for interests was taken up, and nobody recorded that it was asked',
			{decision: {...statement, vote}, meeting: takenUp},
			['declarations'],
		],
		[
			'of a meeting where an interest in another item alone was declared',
			{decision: {...statement, vote}, meeting: elsewhere},
			['declarations'],
		],
		[
			'that is key, without the reason why',
			{decision: {...statement, vote, key: true}, meeting: declared},
			['keyReason'],
		],
		[
			'that is key, with the reason why',
			{
				decision: {...statement, vote, key: true, keyReason: 'More than £500,000.'},
				meeting: declared,
			},
			[],
		],
		[
			'that is key, of officers: that word means nothing there',
			{decision: {key: true}, kind: 'officer'},
			[],
		],
	])('%s', (_what, given, expected) => {
		expect(lacks(given)).toEqual(expected);
	});
});

describe('a report’s reasons', () => {
	// That of the item of these tests: R-2.
	const {reasons} = makeCouncil().reports[1]!;
	const recorded = {...statement, reasons, vote};
	test.each<[Decision['outcome'], string[]]>([
		['approved', []],
		['approved-as-amended', ['reasons', 'amendments']],
		['refused', ['reasons']],
		['referred', ['reasons']],
		['recommended-to-council', ['reasons']],
		['deferred', []],
		['noted', []],
		['lost', []],
		['withdrawn', []],
	])('under the outcome %s', (outcome, expected) => {
		expect(lacks({decision: {...recorded, outcome}, meeting: declared})).toEqual(expected);
	});

	test('do not count against a decision of another item', () => {
		const other = {...recorded, outcome: 'refused', item: 'I-14'} as const;
		expect(lacks({decision: other, meeting: asked})).toEqual([]);
	});

	test('are no matter for a committee', () => {
		const given = {...motion, reasons, outcome: 'refused'} as const;
		expect(lacks({decision: given, kind: 'committee'})).toEqual([]);
	});
});

describe('“as amended” needs an amendment', () => {
	test.each<[string, ('carried' | 'lost' | 'accepted' | 'withdrawn')[], string[]]>([
		['none', [], ['amendments']],
		['one that was carried', ['carried'], []],
		['one that the mover took up', ['accepted'], []],
		['one that was lost', ['lost'], ['amendments']],
		['one that was taken back', ['withdrawn'], ['amendments']],
		['several, one carried', ['lost', 'carried'], []],
	])('%s', (_what, fates, expected) => {
		const amendments = fates.map((fate, index) => ({id: `a${index}`, text: 'Add “soon”.', fate}));
		const given = {outcome: 'approved-as-amended', amendments} as const;
		expect(lacks({decision: given, kind: 'officer'})).toEqual(expected);
	});
});

describe('what was recommended cannot be what was resolved', () => {
	const wording = (outcome: Decision['outcome'], recommended: string) => {
		const database = council({kind: 'officer'});
		const reports = database.reports.map((one) => ({...one, recommendations: [recommended]}));
		const given = decision({outcome, resolution: recommended});
		return lacking({...database, reports}, given).filter(({field}) => field === 'resolution');
	};
	test.each<[Decision['outcome'], string, boolean]>([
		['approved', 'That the contract be let.', false],
		['lost', 'That the contract be let.', false],
		['approved-as-amended', 'That the contract be let.', true],
		['refused', 'That the contract be let.', true],
		['deferred', 'That the contract be let.', true],
		['referred', 'That the contract be let.', true],
		['recommended-to-council', 'That the contract be let.', true],
		['noted', 'That the contract be let.', true],
		['withdrawn', 'That the contract be let.', true],
		['referred', 'That the petition be referred to the scrutiny committee.', false],
		['referred', 'That the plan referred to in section 2 be adopted.', true],
		['recommended-to-council', 'That Council be recommended to adopt the plan.', false],
		['recommended-to-council', 'That the Council’s plan be adopted.', true],
		['noted', 'To note the report.', false],
	])('%s: %s', (outcome, recommended, isLacking) => {
		expect(wording(outcome, recommended)).toHaveLength(isLacking ? 1 : 0);
	});

	test('nor where the line ends differ', () => {
		const given = {
			outcome: 'deferred',
			recommendation: 'That it be let. That it be signed.',
			resolution: 'That it be let.\nThat it be signed.',
		} as const;
		expect(lacks({decision: given, kind: 'officer'})).toEqual(['resolution']);
	});
});

test('what is lacking is said with the rule that wants it', () => {
	const found = lacking(council({}), decision({key: true}));
	expect(found.map(({says, source}) => (source ? `${says} (${source})` : says))).toEqual([
		'the reasons for the decision (SI 2012/2089 reg 12(2))',
		'the alternatives considered and rejected, or “none” (SI 2012/2089 reg 12(2))',
		'the conflicts of interest declared, or that there were none (SI 2012/2089 reg 12(2))',
		'why it is a key decision (SI 2012/2089 reg 8)',
		'how it was voted on',
	]);
	const alone = lacking(council({kind: 'individual'}), decision());
	expect(alone.map(({source}) => source)).toEqual([
		'SI 2012/2089 reg 13(4)',
		'SI 2012/2089 reg 13(4)',
	]);
});

test('the drafts of a meeting are its decisions that lack something', () => {
	const database = council({meeting: declared});
	database.decisions = [
		decision({...statement, vote}),
		decision({id: 'D-3'}),
		decision({id: 'D-4', meeting: 'M-3'}),
		decision({id: 'D-5', status: 'retracted'}),
	];
	expect(drafts(database, 'M-4').map(({decision, lacks}) => [decision.id, lacks.length])).toEqual([
		['D-3', 3],
	]);
});
