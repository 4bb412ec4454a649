import {exclusionOf, isInPrivate} from '../../source/domain/queries/public/exempt.ts';
import {expect, test} from 'vitest';
import type {Database, Meeting} from '../../source/domain/schema/index.ts';
import {
	cabinetMeeting,
	committee,
	makeCouncil,
	meetingOf,
	played,
	sitting,
} from '../helpers/council.ts';
import {rollTaken} from '../helpers/database.ts';
import {
	type App,
	chairDoes,
	flat,
	focusOf,
	into,
	lineWith,
	open,
	selectedLine,
	statusLine,
} from './scene.ts';

/** The cabinet in session with all three there, on the contract that its report recommends. */
function cabinet(database = makeCouncil()): Database {
	const opened = played(database, ['09:00', {kind: 'meeting/open', id: cabinetMeeting}]);
	const there = rollTaken(opened, ['leader', 'deputy', 'holder'], cabinetMeeting);
	return played(
		there,
		['09:03', {kind: 'declaration/asked', meeting: cabinetMeeting, none: true}],
		['09:05', {kind: 'meeting/move', id: cabinetMeeting, from: 'I-12', to: 'I-13'}],
	);
}

/** A meeting in session on show, the cursor on the item with the report. */
const inCabinet = async (database = cabinet(), ...keys: string[]) => open({database}, '4', ...keys);

/** The committee, on the bids for the depot: its motions need a mover and a seconder. */
const inCommittee = async (database = sitting(), ...keys: string[]) =>
	open({database}, '4', 'n', 'n', 'n', 'n', ...keys);

const newest = (app: App) => app.database().decisions.at(-1);
const inForm = (app: App, field: string) =>
	app.session.getState().stack.at(-1)?.form?.values[field]?.value;
const fieldsSeen = (app: App, label: string) =>
	app
		.text()
		.split('\n')
		.filter((line) => line.slice(2).startsWith(label)).length;

/** The committee in session, but for one who sent apologies. */
const withApologies = (person: string): Database =>
	played(sitting(committee.filter((one) => one !== person)), [
		'09:30',
		{kind: 'attendance/set', meeting: 'M-3', person, to: 'apologies'},
	]);

/** Types a whole motion of the committee, from the mover on. */
async function moved(app: App, vote = '') {
	await into(app, 'mover', 'ak');
	await into(app, 'seconder', 'tb');
	if (vote) await into(app, 'vote', vote);
}

/** An amendment with its movers and its fate. */
async function amended(app: App, number: number, text: string, by: string, fate: string) {
	await into(app, `amendment${number}`, text);
	await into(app, `amendment${number}by`, by);
	await into(app, `amendment${number}vote`, fate);
}

test('as recommended is one key, read back in full, and Enter', async () => {
	const app = await inCabinet(undefined, 'r');
	await expect(app).toShow(
		'Read back: this is what will be recorded',
		'That the contract be let.',
		'Outcome: Approved',
		'Vote: Carried without dissent',
		'Reasons: The present contract ends in March.',
		'Alternatives (not confirmed): To extend it. Rejected: it costs more.',
	);
	expect(app.database().decisions).toHaveLength(1);
	await app.press('enter');
	await expect(app).toShow('recorded decision D-2 “Broadband contract”: Approved');
	expect(newest(app)).toMatchObject({
		item: 'I-13',
		resolution: 'That the contract be let.',
		recommendation: 'That the contract be let.',
		outcome: 'approved',
		reasons: 'The present contract ends in March.',
		key: true,
		vote: {method: 'no-dissent'},
	});
});

test('recorded on another item than the one before the room, the read-back says so', async () => {
	const here = await inCabinet(undefined, 'r');
	expect(flat(here)).not.toContain('the room is at');
	const elsewhere = played(cabinet(), [
		'09:20',
		{kind: 'meeting/move', id: cabinetMeeting, from: 'I-13', to: 'I-12'},
	]);
	const app = await inCabinet(elsewhere, 'j', 'r');
	expect(flat(app)).toContain(
		'Recorded on item 2 Broadband contract; the room is at item 1 Declarations of interest.',
	);
});

test('Esc at the read-back of what is recommended leaves no form behind, and records nothing', async () => {
	const app = await inCabinet(undefined, 'r', 'escape');
	await expect(app).toShow('Recommended  That the contract be let.', 'r as recommended');
	expect(app.text()).not.toContain('Decision on item 2');
	expect(app.database().decisions).toHaveLength(1);
});

test('what was half typed is not read back as what is recommended', async () => {
	const app = await inCabinet(undefined, 'd');
	await into(app, 'outcome', 'r');
	await app.press('escape', 'r');
	await expect(app).toShow('What you had typed is back.', '[r Refused]');
	expect(app.text()).not.toContain('Read back');
});

test('where a motion needs a mover, r opens the form on it, the wording there already', async () => {
	const app = await inCommittee(undefined, 'r');
	await expect(app).toShow('Resolution   That the highest bid be accepted.');
	expect(selectedLine(app)).toContain('Mover');
	await moved(app);
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('recorded decision D-2 “Bids for the depot”: Approved');
});

test('r says when nothing waits to be decided: without a report, and once it was', async () => {
	const app = await inCabinet(undefined, 'j', 'r');
	await expect(app).toShow('r: the item has no report with recommendations that waits');
	await app.press('k', 'r', 'enter', 'r');
	await expect(app).toShow('r: the item has no report with recommendations that waits');
	expect(app.database().decisions).toHaveLength(2);
});

test('that the public is excluded decides nothing: r still takes what is recommended', async () => {
	const app = await inCabinet(undefined, 'x', '3', 'enter', 'enter', 'r');
	await expect(app).toShow('Read back: this is what will be recorded', 'That the contract be let.');
});

test('before the meeting is open nothing is decided', async () => {
	const app = await open({database: makeCouncil()}, '4', 'right', 'right', 'j', 'r');
	await expect(app).toShow('r: the meeting is not open: o opens it');
});

test('another outcome empties the report’s reasons and asks for its own; going back restores them', async () => {
	const app = await inCabinet(undefined, 'd');
	expect(lineWith(app, 'Reasons')).toContain('The present contract ends in March.');
	await into(app, 'outcome', 'r');
	expect(inForm(app, 'reasons')).toBe('');
	await expect(app).toShow('Still lacks: the reasons for the decision');
	await app.press('a');
	expect(inForm(app, 'reasons')).toBe('The present contract ends in March.');
	expect(app.text()).not.toContain('the reasons for the decision');
});

test.each([
	['d', 'That the item be deferred to the next meeting.'],
	['n', 'That the report be noted.'],
	['r', 'That the recommendations in the report be not approved.'],
	['w', 'The report was withdrawn.'],
	['f', 'That the matter be referred to … for consideration.'],
	['c', 'That it be recommended to Council that ….'],
	// What is lost was moved as it stands, and what is amended is written from it.
	['l', 'That the contract be let.'],
	['m', 'That the contract be let.'],
])(
	'a wording that nobody touched follows the outcome, and comes back: %s',
	async (key, wording) => {
		const app = await inCabinet(undefined, 'd');
		await into(app, 'outcome', key);
		expect(inForm(app, 'resolution')).toBe(wording);
		await app.press('a');
		expect(inForm(app, 'resolution')).toBe('That the contract be let.');
	},
);

test('where a referral goes is asked for, and read back as lacking; the record is a draft', async () => {
	const app = await inCabinet(undefined, 'd');
	await into(app, 'outcome', 'f');
	const lack = 'what is to stand for … in the wording';
	expect(flat(app)).toContain(`Still lacks: ${lack}`);
	await app.press('ctrl+d');
	expect(flat(app)).toContain('That the matter be referred to … for consideration.');
	expect(flat(app)).toContain(`Still lacks: ${lack}`);
});

test('a correction of the outcome brings its wording along', async () => {
	const app = await inCabinet(undefined, 'r', 'enter', '5', 'e');
	await into(app, 'outcome', 'd');
	expect(inForm(app, 'resolution')).toBe('That the item be deferred to the next meeting.');
});

test('a wording that somebody touched stays with every outcome', async () => {
	const app = await inCabinet(undefined, 'd');
	await into(app, 'resolution', ' By May.');
	await into(app, 'outcome', 'd');
	expect(inForm(app, 'resolution')).toBe('That the contract be let. By May.');
});

test('what asks to be noted is noted in its own words', async () => {
	const app = await open({}, '4', 'o', 'n', 'n', 'd');
	await into(app, 'outcome', 'n');
	expect(inForm(app, 'resolution')).toBe('That progress be noted.');
});

test('reasons that somebody wrote stay with every outcome', async () => {
	const app = await inCabinet(undefined, 'd');
	await into(app, 'reasons', ' And it is dear.');
	await into(app, 'outcome', 'r');
	expect(inForm(app, 'reasons')).toBe('The present contract ends in March. And it is dear.');
});

test('a report’s alternatives are unconfirmed until somebody confirms them', async () => {
	const app = await inCabinet(undefined, 'd');
	const lack = 'somebody’s word that these alternatives were considered and rejected';
	expect(flat(app)).toContain(`Still lacks: ${lack}`);
	await into(app, 'confirmed', 'y');
	await expect(app).toShow('The record is complete.');
	expect(flat(app)).not.toContain(lack);
	await app.press('ctrl+d');
	await expect(app).toShow('Alternatives: To extend it.');
	await app.press('enter');
	expect(newest(app)?.alternativesConfirmed).toBe(true);
});

test.each([
	['one who decides alone', 'individual', ['the reasons for the decision'], ['the mover', 'voted']],
	['an officers’ board', 'officer', ['The record is complete.'], ['the mover', 'the reasons']],
	['a committee', 'committee', ['the mover', 'the seconder'], ['the reasons', 'the alternatives']],
	['an executive', 'executive', ['the reasons', 'the alternatives'], ['the mover']],
] as const)('what the record of %s lacks stands over the form', async (_, kind, lacks, not) => {
	const database = cabinet();
	const board = database.boards.find(({id}) => id === 'B-4');
	if (board) board.kind = kind;
	const app = await inCabinet(database, 'n', 'd');
	await into(app, 'resolution', 'That salt be bought.');
	for (const text of lacks) expect(flat(app)).toContain(text);
	for (const text of not) expect(flat(app)).not.toContain(text);
});

test('what a record lacks is read back, and it can be taken all the same: it is a draft', async () => {
	const app = await inCommittee(undefined, 'r', 'ctrl+d');
	await expect(app).toShow('Still lacks: the mover; the seconder');
	await app.press('enter', 'X');
	expect(flat(app)).toContain('Still drafts: item 5 D-2 Bids for the depot: lacks the mover');
});

test('the mover is found by initials among those who are there', async () => {
	const database = sitting(['lane', 'khan', 'byrne']);
	database.people.push({id: 'king', name: 'Anna King', initials: 'AK'});
	const app = await inCommittee(database, 'r');
	await into(app, 'mover', 'ak');
	await expect(app).toShow('Cllr Khan');
	await into(app, 'seconder', 'kl');
	await app.press('ctrl+d', 'enter');
	expect(newest(app)).toMatchObject({mover: 'khan', seconder: 'lane'});
});

test.each([
	['is not there', 'jw', 'Cllr Ward cannot move'],
	['has no vote', 'ds', 'Dee Stone cannot move'],
	['nobody is', 'zz', 'nobody is called “zz”'],
])('a mover who %s is told as it is typed, and at the end, in the field', async (_, who, said) => {
	const app = await inCommittee(sitting(['lane', 'khan', 'byrne']), 'r');
	await into(app, 'mover', who);
	await expect(app).toShow(said);
	await app.press('tab', 'ctrl+d');
	await expect(app).toShow(said);
	expect(focusOf(app)).toBe('mover');
	expect(app.text()).not.toContain('Read back');
});

test('whom an interest bars does not move', async () => {
	const app = await inCommittee(undefined, 'D');
	await app.type('tb');
	await app.press('ctrl+d', 'r');
	await into(app, 'mover', 'tb');
	await expect(app).toShow('Cllr Byrne cannot move');
});

test.each([
	['5 0 0', 'Carried on a show of hands: 5 for, 0 against'],
	['3 1', 'Carried on a show of hands: 3 for, 1 against'],
	['3-1-1', 'Carried on a show of hands: 3 for, 1 against, 1 abstained'],
	['1 3', 'Lost on a show of hands: 1 for, 3 against'],
	['2 2', 'Lost on a show of hands: 2 for, 2 against; a tie'],
	['r kl+ mp- ak=', 'Lost on a recorded vote: 1 for, 1 against, 1 abstained; a tie'],
	['r kl+ mp+ ak-', 'Carried on a recorded vote: 2 for, 1 against'],
	['-', 'no vote is recorded'],
	['n', 'Carried without dissent'],
	['5', '“5” is not a vote: n: no dissent; 5 4 0: for'],
	['maybe', '“maybe” is not a vote'],
	['r', 'type each name and vote: r ar+ gd- bk='],
	['r kl', '“kl” is not a vote'],
	['r zz+', 'nobody on the roll is called “zz”'],
	['r cllr+', '“cllr” may be'],
])('a vote is read while it is typed over the usual one: %s', async (typed, said) => {
	const app = await inCommittee(undefined, 'r');
	await into(app, 'vote', typed);
	expect(inForm(app, 'vote')).toBe(typed);
	await expect(app).toShow(said);
});

test.each([
	['hands that do not add up', '5 4 0', '5 for, 4 against and 0 abstained are 9 votes, but only 4'],
	['a name twice', 'r kl+ kl-', 'Cllr Lane is listed twice in the vote'],
	['a name that is not there', 'r jw+', 'Cllr Ward cannot vote: not there'],
	['more names than hands', '4 0 0 kl-', '1 name against, but only 0 counted'],
	['more against than for', '1 3', 'more voted against than for: the outcome is Lost'],
	['a tie', '2 2', 'the vote is tied: without a casting vote for it the motion is lost'],
])('%s: one line, before it is read out, and the form stays', async (_, vote, said) => {
	const app = await inCommittee(withApologies('ward'), 'r');
	await moved(app, vote);
	await app.press('ctrl+d');
	expect(flat(app)).toContain(`Not saved: ${said}`);
	expect(app.text()).not.toContain('Read back');
	expect(inForm(app, 'vote')).toBe(vote);
	expect(app.database().decisions).toHaveLength(1);
});

test('what was carried is not lost', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	await into(app, 'outcome', 'l');
	await app.press('ctrl+d');
	expect(flat(app)).toContain('the motion was carried: the outcome cannot be Lost');
});

test('what was taken back is not recorded as voted on', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	await into(app, 'outcome', 'w');
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('Withdrawn');
	expect(newest(app)).not.toHaveProperty('vote');
});

test('a casting vote is asked for on a tie only, and of whoever presides', async () => {
	const app = await inCommittee(sitting(['pole', 'khan', 'byrne', 'ward']), 'r');
	await into(app, 'vote', '3 1');
	expect(app.text()).not.toContain('Casting vote');
	await app.press('backspace', 'backspace', 'backspace');
	await app.type('2 2');
	await expect(app).toShow('Casting vote', 'f Cllr Pole for', 'a Cllr Pole against');
	await moved(app);
	await into(app, 'casting', 'f');
	expect(lineWith(app, 'Vote  ')).toContain(
		'Carried on a show of hands: 2 for, 2 against, and the casti',
	);
	await app.press('ctrl+d', 'enter');
	expect(newest(app)).toMatchObject({
		outcome: 'approved',
		vote: {for: 2, against: 2, casting: {person: 'pole', vote: 'for'}},
	});
});

test('a tie without a casting vote is lost', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app, '2 2 1');
	await into(app, 'outcome', 'l');
	await app.press('ctrl+d');
	await expect(app).toShow(
		'Outcome: Lost',
		'Vote: Lost on a show of hands: 2 for, 2 against, 1 abstained; a tie',
	);
	await app.press('enter');
	expect(newest(app)?.vote).toEqual({method: 'show-of-hands', for: 2, against: 2, abstained: 1});
});

test('a casting vote against loses the motion', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app, '2 2');
	await into(app, 'casting', 'a');
	await into(app, 'outcome', 'l');
	await app.press('ctrl+d', 'enter');
	expect(newest(app)).toMatchObject({outcome: 'lost', vote: {casting: {vote: 'against'}}});
});

test('a casting vote that was chosen goes when the tie does', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app, '2 2');
	await into(app, 'casting', 'f');
	await into(app, 'vote', '');
	await app.press('backspace');
	await app.type('1');
	await app.press('ctrl+d', 'enter');
	expect(newest(app)?.vote).toEqual({method: 'show-of-hands', for: 2, against: 1, abstained: 0});
});

test('where nobody presides nobody is asked, and where the board’s rules give none', async () => {
	const leaderless = sitting(['khan', 'byrne', 'ward']);
	const without = sitting();
	const board = without.boards.find(({id}) => id === 'B-3');
	if (board) board.rules = {quorum: 3, castingVote: false};
	for (const database of [leaderless, without]) {
		const app = await inCommittee(database, 'r');
		await into(app, 'vote', '1 1');
		await expect(app).toShow('Lost on a show of hands: 1 for, 1 against; a tie');
		expect(app.text()).not.toContain('Casting vote');
	}
});

test('a recorded vote has every name', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app, 'r kl+ mp+ ak- tb=');
	await app.press('ctrl+d', 'enter');
	expect(newest(app)?.vote).toEqual({
		method: 'recorded',
		ballots: [
			{person: 'lane', vote: 'for'},
			{person: 'pole', vote: 'for'},
			{person: 'khan', vote: 'against'},
			{person: 'byrne', vote: 'abstained'},
		],
	});
});

test('members may have their own vote written down', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app, '4 1 0 tb-');
	await app.press('ctrl+d');
	expect(flat(app)).toContain(
		'Carried on a show of hands: 4 for, 1 against. Own votes recorded: Cllr Byrne against',
	);
	await app.press('enter');
	expect(newest(app)?.vote).toMatchObject({
		for: 4,
		against: 1,
		ballots: [{person: 'byrne', vote: 'against'}],
	});
});

test('an amendment that is carried makes the outcome Approved as amended', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	await amended(app, 1, 'Insert “second”.', 'tb jw', '3 2');
	await expect(app).toShow(
		'[m Approved as amended]',
		'Cllr Byrne, seconded by Cllr Ward',
		'Carried on a show of hands: 3 for, 2 against',
	);
	expect(flat(app)).toContain('Still lacks: the wording as amended');
	await into(app, 'resolution', ' Or the second.');
	await app.press('ctrl+d');
	await expect(app).toShow('Outcome: Approved as amended');
	expect(flat(app)).toContain(
		'Amendment 1, moved by Cllr Byrne, seconded by Cllr Ward: Insert “second”. Carried on a show of hands: 3 for, 2 against.',
	);
	await app.press('enter');
	expect(newest(app)).toMatchObject({
		outcome: 'approved-as-amended',
		resolution: 'That the highest bid be accepted. Or the second.',
		amendments: [{mover: 'byrne', seconder: 'ward', fate: 'carried', vote: {for: 3, against: 2}}],
	});
});

test.each([
	['a', 'Accepted', 'accepted', '[m Approved as amended]'],
	['w', 'Withdrawn', 'withdrawn', '[a Approved]'],
	['n', 'Carried without dissent', 'carried', '[m Approved as amended]'],
	['2 3', 'Lost on a show of hands: 2 for, 3 against', 'lost', '[a Approved]'],
	[
		'r kl+ mp+ ak-',
		'Carried on a recorded vote: 2 for, 1 against',
		'carried',
		'[m Approved as amended]',
	],
])('the fate of an amendment in a word or its vote: %s', async (typed, said, fate, outcome) => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	await amended(app, 1, 'Insert “second”.', '', typed);
	await expect(app).toShow(said, outcome);
	await app.press('ctrl+d', 'enter');
	expect(newest(app)?.amendments).toMatchObject([{text: 'Insert “second”.', fate}]);
});

test('an amendment whose fate is typed again takes the outcome back', async () => {
	const app = await inCommittee(undefined, 'r');
	await amended(app, 1, 'Insert “second”.', '', '3 2');
	await expect(app).toShow('[m Approved as amended]');
	await app.press('ctrl+u');
	await app.type('2 3');
	await expect(app).toShow('[a Approved]');
});

test.each([
	['no fate', '', '', 'say how it was voted on, or accepted, withdrawn', 'amendment1vote'],
	['a fate that is none', '', 'perhaps', 'or accepted, withdrawn', 'amendment1vote'],
	['a mover who is nobody', 'zz', 'a', 'nobody is called “zz”', 'amendment1by'],
	['three movers', 'ak tb jw', 'a', 'two people: who moved and who seconded', 'amendment1by'],
])('an amendment with %s is asked about in its field', async (_, by, fate, said, field) => {
	const app = await inCommittee(undefined, 'r');
	await amended(app, 1, 'Insert “second”.', by, fate);
	await app.press('tab', 'ctrl+d');
	expect(flat(app)).toContain(said);
	expect(focusOf(app)).toBe(field);
});

test('a tie on an amendment asks for its own casting vote', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	await amended(app, 1, 'Insert “second”.', '', '2 2');
	await into(app, 'amendment1casting', 'a');
	await expect(app).toShow('Lost on a show of hands: 2 for, 2 against, and the casting');
	await app.press('ctrl+d', 'enter');
	expect(newest(app)).toMatchObject({
		outcome: 'approved',
		amendments: [{fate: 'lost', vote: {casting: {person: 'lane', vote: 'against'}}}],
	});
});

test('two amendments, each with its own fate', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	expect(fieldsSeen(app, 'Amendment')).toBe(1);
	await amended(app, 1, 'Insert “second”.', 'tb', '2 3');
	await amended(app, 2, 'Insert “third”.', 'jw', 'a');
	await expect(app).toShow('Amendment 3', '[m Approved as amended]');
	await app.press('ctrl+d', 'enter');
	expect(newest(app)?.amendments).toMatchObject([
		{id: 'a1', mover: 'byrne', fate: 'lost'},
		{id: 'a2', mover: 'ward', fate: 'accepted'},
	]);
});

test('the read-back has the exact wording, and Esc goes back to the form with everything in it', async () => {
	const app = await inCommittee(undefined, 'd');
	await into(app, 'resolution', '\nThat the second be kept.');
	await moved(app, '4 1 0 tb-');
	await amended(app, 1, 'Insert “second”.', 'tb jw', 'w');
	const before = app.session.getState().stack.at(-1)?.form;
	await app.press('ctrl+d');
	await expect(app).toShow(
		'  That the highest bid be accepted.\n    That the second be kept.',
		'Outcome: Approved, moved by Cllr Khan, seconded by Cllr Byrne',
	);
	await app.press('escape');
	expect(app.session.getState().stack.at(-1)?.form).toEqual({...before, error: undefined});
	expect(app.database().decisions).toHaveLength(1);
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('recorded decision D-2');
});

test('a decision, the status that follows and the action are read back and recorded in one act', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	await into(app, 'status', 'P1-02 delivered All are in use');
	await into(app, 'action', 'js +2w Write to the bidders');
	await app.press('ctrl+d');
	await expect(app).toShow(
		'Then P1-02 Laptop Refresh: In progress becomes Delivered: All are in use',
		'Action: Write to the bidders, Joan Smith, due 6 December 2026',
	);
	const {revision} = app.database();
	await app.press('enter');
	expect(app.database().revision).toBe(revision + 1);
	expect(app.database().projects[1]).toMatchObject({status: 'delivered'});
	expect(app.database().actions.at(-1)).toMatchObject({
		text: 'Write to the bidders',
		owner: 'smith',
		due: '2026-12-06',
		decision: newest(app)?.id,
		meeting: 'M-3',
		item: 'I-10',
	});
});

test('on a project its status alone is enough', async () => {
	const app = await inCommittee(undefined, '2', 'd');
	await into(app, 'resolution', 'That it be closed.');
	await into(app, 'status', 'delivered');
	await app.press('ctrl+d', 'enter');
	expect(app.database().projects[1]).toMatchObject({id: 'P1-02', status: 'delivered'});
	expect(newest(app)?.projects).toEqual(['P1-02']);
});

test.each([
	['status', 'delivered', 'begin with a project: P1-04 delivered'],
	['status', 'P9-99 delivered', 'there is no project P9-99'],
	['status', 'P1-02 delivred', '“delivred” is not a status; did you mean delivered?'],
	['action', 'zz +2w Write', 'nobody is called “zz”'],
	['ends', 'D-1', 'type s D-1 (supersedes) or r D-1 (rescinds)'],
])('in “then %s” what cannot be read is told there: %s', async (field, typed, said) => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	await into(app, field, typed);
	await app.press('tab', 'ctrl+d');
	expect(flat(app)).toContain(said);
	expect(focusOf(app)).toBe(field);
});

test.each([
	['s d-1', 'Supersedes D-1 Digital Strategy', 'superseded', {supersedes: 'D-1'}],
	['r D-1', 'Rescinds D-1 Digital Strategy', 'rescinded', {rescinds: 'D-1'}],
])('a decision ends an earlier one: %s', async (typed, said, status, link) => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	await into(app, 'ends', typed);
	await app.press('ctrl+d');
	await expect(app).toShow(said);
	await app.press('enter');
	expect(newest(app)).toMatchObject(link);
	expect(app.database().decisions[0]?.status).toBe(status);
});

test.each([
	['one that there is not', 's D-9', 'there is no decision D-9'],
	['one by what is not approved', 's D-1', 'what is not approved cannot end decision D-1'],
])('an earlier decision: %s', async (title, typed, said) => {
	const app = await inCommittee(undefined, 'r');
	await moved(app);
	if (title.includes('not approved')) await into(app, 'outcome', 'd');
	await into(app, 'ends', typed);
	await app.press('ctrl+d');
	expect(flat(app)).toContain(said);
});

test('a code and Ctrl+X is the standard wording, the cursor at what is to be filled in', async () => {
	const app = await inCommittee(undefined, 'd');
	await into(app, 'resolution', '\ndefer');
	await app.press('ctrl+x');
	await app.type('the papers were late');
	expect(inForm(app, 'resolution')).toBe(
		'That the highest bid be accepted.\nThat the item be deferred to the next meeting, because the papers were late.',
	);
});

test('Ctrl+X goes on from blank to blank, and what is left blank keeps the record a draft', async () => {
	const app = await inCommittee(undefined, 'd');
	await into(app, 'resolution', '\ndeleg');
	await app.press('ctrl+x');
	await app.type('the clerk');
	await app.press('ctrl+x');
	await app.type('the chair');
	expect(inForm(app, 'resolution')).toContain(
		'delegated to the clerk, after consultation with the chair, to ….',
	);
	await expect(app).toShow('what is to stand for … in the wording');
	await app.press('ctrl+x');
	await app.type('accept a lower one');
	expect(inForm(app, 'resolution')).toMatch(/the chair, to accept a lower one\.$/);
	expect(app.text()).not.toContain('to stand for …');
});

test('a vote that cannot be read yet does not make the mover lacking', async () => {
	const app = await inCommittee(undefined, 'd');
	await into(app, 'mover', 'ak');
	await into(app, 'vote', '5 x');
	await expect(app).toShow('Still lacks: the seconder; how it was voted on');
});

test('who seconds is read back, whoever moves', async () => {
	const app = await inCommittee(undefined, 'd');
	await into(app, 'seconder', 'ak');
	await app.press('ctrl+d');
	await expect(app).toShow('Read back', 'Outcome: Approved, seconded by');
});

test('a code of the database’s own is expanded too', async () => {
	const database = sitting();
	database.rules.snippets = [{id: 'site', text: 'That the Committee visit the site.'}];
	const app = await inCommittee(database, 'k', 'd');
	await into(app, 'resolution', 'SITE');
	await app.press('ctrl+x');
	expect(inForm(app, 'resolution')).toBe('That the Committee visit the site.');
});

test.each([
	['defr', 'there is no snippet “defr”; did you mean defer?'],
	['zzz', 'there is no snippet “zzz”: rec, note, min'],
	['', 'type a code first: rec, note, min'],
])('a code that there is not is said, and stays: “%s”', async (typed, said) => {
	const app = await inCommittee(undefined, 'k', 'd');
	await into(app, 'resolution', typed);
	await app.press('ctrl+x');
	expect(flat(app)).toContain(said);
	expect(inForm(app, 'resolution')).toBe(typed);
});

/** The committee with an earlier meeting whose minutes have come so far. */
function withMinutes(status: 'draft' | 'issued' | 'approved', database = sitting()): Database {
	const last: Meeting = {
		...meetingOf(makeCouncil()),
		id: 'M-5',
		title: 'Planning, October',
		startsAt: '2026-10-25T14:00',
		status: 'closed',
		agenda: [],
		attendance: [],
		minutes: {status},
	};
	const naming = database.meetings.map((meeting) => ({
		...meeting,
		agenda: meeting.agenda.map((item) =>
			item.kind === 'minutes' ? {...item, about: {meeting: last.id}} : item,
		),
	}));
	return {...database, meetings: [...naming, last]};
}

/** Minutes wait, and the item does not say that it takes them: nobody guesses. */
function unnamed(): Database {
	const {meetings, ...database} = withMinutes('issued');
	return {
		...database,
		meetings: meetings.map((meeting) => ({
			...meeting,
			agenda: meeting.agenda.map(({about: _about, ...item}) => item),
		})),
	};
}

test('the minutes of the last meeting are approved in one key and Enter, the resolution with them', async () => {
	const app = await open({database: withMinutes('issued')}, '4', 'n', 'n', 'item.approve-minutes');
	await expect(app).toShow(
		'Read back: the minutes of M-5 Planning, October',
		'That the minutes of the meeting held on 25 October 2026 be approved',
	);
	await app.press('enter');
	expect(newest(app)).toMatchObject({item: 'I-8', outcome: 'approved', procedural: true});
	expect(app.database().meetings.at(-1)?.minutes).toMatchObject({
		status: 'approved',
		approvedBy: 'M-3',
	});
});

test.each([
	['on another item', withMinutes('issued'), [], 'A: select the item for the minutes first'],
	['that were not issued', withMinutes('draft'), ['n', 'n'], 'have not been issued'],
	[
		'that were approved',
		withMinutes('approved'),
		['n', 'n'],
		'the minutes of M-5 have already been approved',
	],
	['where none wait', sitting(), ['n', 'n'], 'no minutes of this board wait'],
	[
		'of no meeting in particular',
		unnamed(),
		['n', 'n'],
		'A: the item names no meeting: e says whose minutes it takes (M-5)',
	],
	[
		'without a quorum',
		withMinutes('issued', sitting(['lane', 'pole'])),
		['n', 'n'],
		'Not saved: not quorate on this item: 2 of the 3 voting members needed',
	],
])('minutes %s are not approved, and why is said', async (_, database, keys, said) => {
	const app = await open({database}, '4', ...keys, 'item.approve-minutes');
	expect(flat(app)).toContain(said);
	expect(app.text()).not.toContain('Read back');
	expect(app.database().decisions).toHaveLength(1);
});

/** The cabinet with a second report on its agenda. */
function twoReports(): Database {
	const database = makeCouncil();
	const winter = meetingOf(database, cabinetMeeting).agenda.find(({id}) => id === 'I-14');
	if (winter) Object.assign(winter, {kind: 'report', about: {report: 'R-1'}});
	return cabinet(database);
}

test('items are taken en bloc: each a decision of its own, in one act', async () => {
	const app = await inCabinet(twoReports(), 'b', 'j', 'b');
	expect(lineWith(app, '2  Broadband contract')).toContain('en bloc');
	await app.press('B');
	await expect(app).toShow(
		'2 items en bloc, as recommended',
		'2 Broadband contract',
		'That the contract be let.',
		'Still lacks: somebody’s word that these alternatives',
		'3 Winter',
		'That progress be noted.',
	);
	const {revision} = app.database();
	await app.press('enter');
	expect(app.database().revision).toBe(revision + 1);
	expect(app.database().decisions.slice(-2)).toMatchObject([
		{item: 'I-13', resolution: 'That the contract be let.'},
		{item: 'I-14', resolution: 'That progress be noted.'},
	]);
	await app.press('B');
	await expect(app).toShow('B: no item with a report is marked en bloc');
});

test('an item in which an interest is declared is left out of the bloc, and said to be', async () => {
	const app = await inCabinet(twoReports(), 'b', 'j', 'b');
	const declare = (item: string) =>
		chairDoes(app.store, {
			kind: 'declaration/add',
			meeting: cabinetMeeting,
			item,
			person: 'holder',
			interest: 'ori',
		});
	await declare('I-14');
	await app.press('B');
	await expect(app).toShow('1 item en bloc, as recommended', 'That the contract be let.');
	expect(app.text()).not.toContain('That progress be noted.');
	await expect(app).toShow('Left out, as an interest is declared in it: 3 Winter');
	await app.press('escape');
	await declare('I-13');
	await app.press('B');
	expect(flat(app)).toContain('an interest is declared in a marked item: it is decided by itself');
});

test('where a motion needs a mover, the bloc is moved, seconded and voted on once, for each of its items', async () => {
	const app = await inCommittee(undefined, 'b', 'B');
	await expect(app).toShow('1 item en bloc, as recommended', 'Bids for the depot');
	expect(selectedLine(app)).toContain('Mover');
	await moved(app);
	await app.press('ctrl+d');
	await expect(app).toShow('Read back', 'That the highest bid be accepted.', 'seconded by');
	expect(app.text()).not.toMatch(/Still lacks: .*(mover|seconder)/);
	await app.press('enter');
	expect(newest(app)).toMatchObject({
		mover: 'khan',
		seconder: 'byrne',
		vote: {method: 'no-dissent'},
	});
});

test('an item is taken out of the bloc again', async () => {
	const app = await inCabinet(undefined, 'b', 'b');
	expect(selectedLine(app)).not.toContain('en bloc');
	await app.press('B');
	await expect(app).toShow('no item with a report is marked en bloc: b marks one');
});

test('only what waits for a decision is taken en bloc', async () => {
	const app = await inCabinet(undefined, 'n', 'b');
	await expect(app).toShow('b: only an item with a report that waits for a decision');
});

test('one item en bloc is one item', async () => {
	const app = await inCabinet(undefined, 'b', 'B');
	await expect(app).toShow('1 item en bloc, as recommended');
});

test('the public is excluded in four keys, read back: the item is exempt and the resolution recorded', async () => {
	const app = await inCabinet(undefined, 'x', '5', 'enter');
	await expect(app).toShow('Read back', 'paragraph 5 of Part 1', 'Outcome: Approved');
	await app.press('enter');
	expect(selectedLine(app)).toContain('EXEMPT');
	expect(flat(app)).toContain('not for the public: Schedule 12A, paragraph 5');
	expect(newest(app)).toMatchObject({
		item: 'I-13',
		procedural: true,
		outcome: 'approved',
		resolution: expect.stringContaining('exempt information as defined in paragraph 5 of Part 1'),
	});
});

test('an executive shuts the public out by its own regulation, a committee by the Act', async () => {
	const ofCabinet = await inCabinet(undefined, 'x', '5', 'enter', 'enter');
	expect(newest(ofCabinet)?.resolution).toContain('under regulation 4(2)(b) of the Local Auth');
	const ofCommittee = await inCommittee(undefined, 'x', 'enter', 'enter');
	expect(newest(ofCommittee)?.resolution).toContain('under section 100A(4) of the Local Gov');
});

test('the resolution belongs to the agenda’s own item for it, where there is one', async () => {
	const database = makeCouncil();
	meetingOf(database, cabinetMeeting).agenda.splice(1, 0, {
		id: 'I-15',
		kind: 'exclusion',
		title: 'Exclusion of the public',
	});
	const app = await inCabinet(cabinet({...database, counters: {...database.counters, I: 15}}));
	await app.press('x', '3', 'enter', 'enter');
	expect(newest(app)?.item).toBe('I-15');
	await app.press('X');
	await expect(app).toShow('Close M-4');
	expect(app.text().split('Not taken up:')[1] ?? '').not.toContain('Exclusion of the public');
});

test('a resolution to go into private that is lost takes nothing in private', async () => {
	const app = await inCabinet(undefined, 'x', '3');
	await into(app, 'vote', '1 2');
	await app.press('enter');
	await expect(app).toShow('Outcome: Lost');
	await app.press('enter');
	const database = app.database();
	const held = meetingOf(database, cabinetMeeting);
	expect(newest(app)).toMatchObject({outcome: 'lost', excludes: [{item: 'I-13'}]});
	expect(exclusionOf(database, held, held.agenda[1]!)).toBeUndefined();
	expect(isInPrivate(database, held, held.agenda[1]!)).toBe(false);
});

test('items 5 and 6, each with its own paragraphs, are one resolution; the next does not stretch it', async () => {
	const database = makeCouncil();
	const held = meetingOf(database, cabinetMeeting);
	held.agenda.splice(
		1,
		0,
		{id: 'I-15', kind: 'exclusion', title: 'Exclusion of the public'},
		{id: 'I-16', kind: 'business', title: 'A lease', exempt: {paragraphs: [1, 2]}},
		{id: 'I-17', kind: 'business', title: 'A sale', exempt: {paragraphs: [3]}},
	);
	const app = await inCabinet(cabinet({...database, counters: {...database.counters, I: 17}}));
	await app.press('k', 'k', 'k', 'x', 'enter');
	await expect(app).toShow('paragraphs 1 and 2', '(item 3)', '(item 4)');
	await app.press('enter');
	expect(newest(app)).toMatchObject({
		item: 'I-15',
		excludes: [
			{item: 'I-16', basis: 'exempt', paragraphs: [1, 2]},
			{item: 'I-17', basis: 'exempt', paragraphs: [3]},
		],
	});
	const now = meetingOf(app.database(), cabinetMeeting);
	const wider = {...now.agenda[3]!, exempt: {paragraphs: [3, 5]}};
	expect(exclusionOf(app.database(), now, now.agenda[3]!)).toEqual({decision: 'D-2', item: '2'});
	expect(exclusionOf(app.database(), now, wider)).toBeUndefined();
});

test('x on the item of the resolution itself marks nothing exempt', async () => {
	const database = makeCouncil();
	meetingOf(database, cabinetMeeting).agenda.splice(1, 0, {
		id: 'I-15',
		kind: 'exclusion',
		title: 'Exclusion of the public',
	});
	const app = await inCabinet(cabinet({...database, counters: {...database.counters, I: 15}}));
	await app.press('k', 'x', 'enter');
	await expect(app).toShow('no item waits to be taken in private');
});

test('a report that is exempt fills in the form; its item is exempt from the start', async () => {
	const app = await inCommittee();
	expect(selectedLine(app)).toContain('EXEMPT');
	await app.press('x');
	await expect(app).toShow('the financial or business affairs', 'Public title Depot');
	await app.press('enter', 'enter');
	expect(newest(app)?.procedural).toBe(true);
});

test('the public title can be altered afterwards without resolving it again', async () => {
	const app = await inCabinet(undefined, 'x', '3', 'enter', 'enter', 'x');
	expect(app.text()).not.toContain('The resolution to go into private');
	await into(app, 'title', 'A contract');
	await app.press('enter');
	expect(flat(app)).toContain('the public reads “A contract”');
	expect(app.database().decisions).toHaveLength(2);
	await app.press('x', 'enter');
	await expect(app).toShow('nothing has changed yet: the item is already exempt');
});

test('an item that was made exempt by mistake is public again', async () => {
	const app = await inCabinet(undefined, 'x', '3', 'enter', 'enter', 'x', '0', 'enter');
	await expect(app).toShow('made item 2 Broadband contract public');
	expect(selectedLine(app)).not.toContain('EXEMPT');
});

test('before the meeting an item is marked exempt, and nothing is resolved', async () => {
	const app = await open({database: makeCouncil()}, '4', 'right', 'right', 'j', 'x', '3');
	expect(app.text()).not.toContain('The resolution to go into private');
	await app.press('enter');
	expect(selectedLine(app)).toContain('EXEMPT');
	expect(app.database().decisions).toHaveLength(1);
});

test('one who decides alone has neither mover nor vote, and r takes what is recommended', async () => {
	const database = cabinet();
	const board = database.boards.find(({id}) => id === 'B-4');
	if (board)
		Object.assign(board, {kind: 'individual', members: [{person: 'leader', role: 'chair'}]});
	const app = await inCabinet(database, 'r');
	await expect(app).toShow('Read back', 'Outcome: Approved');
	expect(app.text()).not.toContain('Vote:');
	await app.press('escape');
	for (const label of ['Mover', 'Vote', 'Amendment']) expect(fieldsSeen(app, label)).toBe(0);
	await app.press('ctrl+d', 'enter');
	expect(newest(app)).not.toHaveProperty('vote');
});

test('a correction of something else leaves a vote as it stands', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app, 'r kl+ mp+ ak-');
	await app.press('ctrl+d', 'enter', '5', 'e');
	await into(app, 'reasons', 'It is the highest.');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r');
	expect(statusLine(app)).toContain('edited reasons of the draft of decision D-2');
});

test('a vote is corrected as it was typed', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app, '4 1');
	await app.press('ctrl+d', 'enter', '5', 'e');
	await into(app, 'vote', ' tb-');
	await app.press('ctrl+d');
	expect(statusLine(app)).toContain('edited vote of the draft of decision D-2');
	expect(newest(app)?.vote).toMatchObject({for: 4, ballots: [{person: 'byrne', vote: 'against'}]});
});

test('an amendment is corrected as it was typed, and left as it stands by other corrections', async () => {
	const app = await inCommittee(undefined, 'r');
	await moved(app, '4 1');
	await into(app, 'amendment1', 'Add “soon”.');
	await into(app, 'amendment1by', 'kl mp');
	await into(app, 'amendment1vote', '3 2');
	await app.press('ctrl+d', 'enter', '5', 'e');
	await into(app, 'reasons', 'It is the highest.');
	await app.press('ctrl+d');
	expect(statusLine(app)).toContain('edited reasons of the draft of decision D-2');
	await app.press('e');
	await into(app, 'amendment1by', '');
	await app.press('ctrl+u');
	await app.type('ak tb');
	await app.press('ctrl+d');
	expect(statusLine(app)).toContain('edited amendments of the draft of decision D-2');
	expect(newest(app)?.amendments).toMatchObject([
		{text: 'Add “soon”.', mover: 'khan', seconder: 'byrne', vote: {for: 3, against: 2}},
	]);
});

test('what the chair decided on the item in the meantime does not stop the form', async () => {
	const app = await inCabinet(undefined, 'd');
	await chairDoes(app.store, {
		kind: 'agenda/note',
		meeting: cabinetMeeting,
		item: 'I-13',
		to: 'Put.',
	});
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('recorded decision D-2');
});
