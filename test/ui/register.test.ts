import {expect, test} from 'vitest';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {makeDatabase} from '../helpers/database.ts';
import {keysOf, lineWith, open, selectedLine} from './scene.ts';

test('lists the decisions with date, outcome, standing and title', async () => {
	const app = await open({}, '5');
	expect(selectedLine(app)).toMatch(/^▸ D-1 +07 May 2026 +Approved +DRAFT +Digital Strategy$/);
});

test('a decision is read in full', async () => {
	const app = await open({}, '5', 'enter');
	await expect(app).toShow(
		'D-1  Digital Strategy',
		'Approved  DRAFT  7 May 2026  reference I000001',
	);
	await expect(app).toShow('Resolution   That the strategy be approved.', 'Key decision Yes');
	await expect(app).toShow('Alternatives none recorded', 'M-1 Decision on the strategy, item 1');
});

test('a correction asks why, and says on the decision who made it', async () => {
	const database = makeDatabase();
	database.decisions[0]!.publishedOn = '2026-05-08';
	const app = await open({database}, '5', 'e');
	await expect(app).toShow('Correct decision D-1', 'The earlier wording stays in the log.');
	await app.type(' 2025–28');
	await app.press('ctrl+d');
	await expect(app).toShow('say why it is corrected');
	await app.type('The years were left out.');
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('D-1  Digital Strategy 2025–28');
	expect(app.database().decisions[0]?.corrections).toMatchObject([
		{reason: 'The years were left out.'},
	]);
});

test('until somebody outside has seen it the record is a draft: edited without a reason, and nothing says so', async () => {
	const app = await open({}, '5', 'e');
	await expect(app).toShow('Edit the draft of decision D-1');
	await app.type(' 2025–28');
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('D-1  Digital Strategy 2025–28');
	expect(app.text()).not.toContain('Corrected');
	expect(app.database().decisions[0]).not.toHaveProperty('corrections');
	expect(app.database().log.at(-1)?.effects?.[0]).toMatchObject({from: 'Digital Strategy'});
});

test('a correction that corrects nothing is told so', async () => {
	const app = await open({}, '5', 'e', 'ctrl+d');
	await expect(app).toShow('nothing has been corrected yet');
});

test('a resolution cannot be corrected to nothing', async () => {
	const app = await open({}, '5', 'e', 'tab', 'ctrl+u', 'ctrl+d');
	await expect(app).toShow('this cannot be left empty', '▸ Resolution');
});

test('an individual decision has neither mover nor seconder', async () => {
	const app = await open({}, '5', 'e');
	await expect(app).toShow('Alternatives');
	expect(app.text()).not.toContain('Mover');
});

test('a decision recorded by mistake is retracted, with a reason', async () => {
	const app = await open({}, '5', 'register.take-back');
	await expect(app).toShow('Retract decision D-1', 'It stays in the register');
	await app.press('ctrl+d');
	await expect(app).toShow('say why it is retracted');
	await app.type('Entered twice.');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r2: Secretary retracted decision D-1');
	expect(selectedLine(app)).toMatch(/Approved +retracted/);
	await app.press('enter');
	await expect(app).toShow('RETRACTED', 'by Secretary (login clerk): Entered twice.');
});

test('a retracted decision is not corrected any more', async () => {
	const app = await open({}, '5', 'register.take-back', 'x', 'ctrl+d', 'e');
	await expect(app).toShow('e: it was retracted');
});

test('v shows the actions', async () => {
	const app = await open({}, '5', 'v');
	expect(selectedLine(app)).toMatch(/^▸ A-1 +01 Dec 2026 +Open +Joan Smith +Publish the strategy$/);
});

test('x marks an action as done, and opens it again', async () => {
	const app = await open({}, '5', 'v', 'x');
	await expect(app).toShow('Saved r2: Secretary set action A-1 to Done');
	expect(selectedLine(app)).toContain('Done');
	await app.press('x');
	await expect(app).toShow('Saved r3');
	expect(selectedLine(app)).toContain('Open');
});

test('x on a decision says where actions are', async () => {
	const app = await open({}, '5', 'x');
	await expect(app).toShow('x: select an action first (v shows actions)');
});

test('e changes an action', async () => {
	const app = await open({}, '5', 'v', 'e', 'tab', 'tab', 'ctrl+u');
	await app.type('+2w');
	await expect(app).toShow('6 December 2026');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r2');
	expect(selectedLine(app)).toContain('06 Dec 2026');
	expect(selectedLine(app)).toContain('Joan Smith');
});

test('what is overdue says so in a word, and comes first', async () => {
	const database = makeDatabase();
	const [action] = database.actions;
	if (action) database.actions.push({...action, id: 'A-2', due: '2026-11-01'});
	const app = await open({database}, '5', 'v');
	expect(selectedLine(app)).toMatch(/A-2 .*OVERDUE/);
	expect(lineWith(app, 'A-1')).not.toContain('OVERDUE');
});

test('/ searches in the wording of the resolution', async () => {
	const app = await open({}, '5', '/');
	await app.type('be approved');
	await expect(app).toShow('1 of 1');
	await app.type(' zzz');
	await expect(app).toShow('Nothing fits the filter. Esc clears it.');
});

test('/ finds an outcome by the word that is shown', async () => {
	const database = makeDatabase();
	const [decision] = database.decisions;
	if (decision) decision.outcome = 'approved-as-amended';
	const app = await open({database}, '5', '/');
	await app.type('as amended');
	await expect(app).toShow('1 of 1');
});

test('the overview’s decisions and the number key show the same list', async () => {
	const app = await open({}, 'G');
	for (let left = 12; left > 0 && !selectedLine(app).includes('Decisions'); left--)
		await app.press('k');
	await app.press('enter');
	await expect(app).toShow('[1 decision]', 'Digital Strategy');
});

test('empty registers say which key fills them', async () => {
	const app = await open({database: makeDatabase({decisions: [], actions: []})}, '5');
	await expect(app).toShow('No decisions yet: d records one');
	await app.press('v');
	await expect(app).toShow('No actions yet: a places one');
});

/** The register of a council with a Cabinet, the cursor on a decision. */
async function at(id: string, options: Parameters<typeof open>[0] = {}) {
	const app = await open({database: cabinetDatabase(), ...options}, '5');
	for (let left = 5; left > 0 && !selectedLine(app).includes(id); left--) await app.press('j');
	return app;
}

test('v goes through decisions, actions, notices and reports', async () => {
	const app = await open({database: cabinetDatabase()}, '5');
	await expect(app).toShow('[5 decisions]');
	await app.press('v');
	await expect(app).toShow('[1 action]', 'Publish the strategy');
	await app.press('v');
	await expect(app).toShow('[2 notices]');
	await app.press('v');
	await expect(app).toShow('[4 reports]', 'R-4   not yet     Cabinet              Winter roads');
	await app.press('v');
	await expect(app).toShow('[5 decisions]');
});

test('every decision says where it stands: drafts, call-in, what is to be published', async () => {
	const app = await open({database: cabinetDatabase()}, '5');
	expect(lineWith(app, 'D-2 ')).toContain('call-in to 24 Nov');
	expect(lineWith(app, 'D-3 ')).toContain('unpublished');
	expect(lineWith(app, 'D-4 ')).toContain('DRAFT');
});

test('a decision says what it lacks, by which rule, and that it is exempt', async () => {
	const app = await at('D-4');
	await app.press('enter');
	await expect(app).toShow('Lacks        the reasons for the decision (SI 2012/2089 reg 12(2))');
	const other = await at('D-5');
	await other.press('enter');
	await expect(other).toShow('Exempt       Paragraph 3 of Schedule 12A');
});

test('a decision tells its amendments and who voted how', async () => {
	const database = cabinetDatabase();
	const decision = database.decisions.find(({id}) => id === 'D-3');
	Object.assign(decision ?? {}, {
		outcome: 'approved-as-amended',
		mover: 'smith',
		seconder: 'jones',
		amendments: [{id: 'AM-1', text: 'Leave out 2027.', mover: 'jones', fate: 'accepted'}],
		vote: {
			method: 'recorded',
			ballots: [
				{person: 'reed', vote: 'for'},
				{person: 'smith', vote: 'for'},
				{person: 'jones', vote: 'against'},
			],
		},
	});
	const app = await at('D-3', {database, rows: 40});
	await app.press('enter');
	await expect(app).toShow('Amendment 1  Leave out 2027.', 'moved by Peter Jones');
	await expect(app).toShow('Accepted by the mover', 'Mover        Joan Smith');
	await expect(app).toShow('Carried on a recorded vote: 2 for, 1 against');
	await expect(app).toShow('Voting for: Ann Reed, Joan Smith', 'Voting against: Peter Jones');
});

test('a call-in clock is explained, with the days left out and its source', async () => {
	const app = await at('D-2');
	await app.press('enter');
	await expect(app).toShow('May be called in until the end of 24 November 2026');
	await expect(app).toShow('left out: Saturday', 'Local Government Act 2000', 's.9F(2)');
});

test('< and > lead from a decision to the one whose place it took, and back', async () => {
	const app = await at('D-5');
	await app.press('<');
	await expect(app).toShow('D-1  Digital Strategy', 'Superseded   by D-5 the award to Acme Ltd');
	await app.press('>');
	await expect(app).toShow('D-5  the award to Acme Ltd', 'Supersedes   D-1 Digital Strategy');
	await app.press('>');
	await expect(app).toShow('>: none took its place');
});

test('P publishes a complete decision, after saying until when it may be called in', async () => {
	const app = await at('D-3');
	await app.press('P');
	await expect(app).toShow('Publish D-3 the fees?', 'until the end of 27 November 2026');
	await app.press('enter');
	await expect(app).toShow('published decision D-3 the fees on 22 November 2026');
	expect(selectedLine(app)).toContain('call-in to 27 Nov');
	await app.press('P');
	await expect(app).toShow('P: it was published on 22 November 2026');
});

test('P refuses what is not complete, and says what it lacks', async () => {
	const app = await at('D-4');
	await app.press('P');
	await expect(app).toShow('P: it lacks the reasons for the decision');
});

test('a call-in is recorded and ended', async () => {
	const app = await at('D-2');
	await app.press('r');
	await expect(app).toShow('r: it was not called in');
	await app.press('i');
	await expect(app).toShow('Call in decision D-2 the depot');
	await app.press('ctrl+d');
	await expect(app).toShow('say who calls it in');
	await app.type('Overview Committee');
	await app.press('tab');
	await app.type('fri');
	await expect(app).toShow('20 November 2026');
	await app.press('ctrl+d');
	await expect(app).toShow('Overview Committee called in decision');
	expect(selectedLine(app)).toContain('CALLED IN');
	await app.press('r', 'b', 'ctrl+d');
	await expect(app).toShow('ended the call-in of decision D-2 the depot');
	expect(selectedLine(app)).toContain('REFERRED BACK');
	await app.press('i');
	await expect(app).toShow('i: it was already called in');
});

test('what cannot be called in says why', async () => {
	const app = await at('D-3');
	await app.press('i');
	await expect(app).toShow('i: Not published yet: the 5 working days');
});

const notices = (...keys: string[]) => open({database: cabinetDatabase()}, '5', 'v', 'v', ...keys);

test('notices say when they were published and whether their days are up', async () => {
	const app = await notices();
	expect(lineWith(app, 'N-1')).toMatch(/05 Oct 2026 +days are up +Key decision +Depot/);
	expect(lineWith(app, 'N-2')).toMatch(/not yet +DRAFT +General exception/);
	await app.press('enter');
	await expect(app).toShow('N-1  Depot', 'the first lawful');
	await expect(app).toShow('Decision on  10 November–20 December 2026', 'SI 2012/2089 reg 9');
});

test('a notice is entered with what its kind needs, and no more', async () => {
	const app = await notices('N');
	await expect(app).toShow('Enter a notice', 'Documents');
	expect(app.text()).not.toContain('Reasons');
	await app.press('u');
	await expect(app).toShow('Reasons', 'Agreed by');
	expect(app.text()).not.toContain('Documents');
	await app.press('k', 'tab');
	await app.type('A new library');
	await app.press('tab', '3', 'tab', 'tab');
	await app.type('10 Dec to 20 Dec');
	await app.press('tab');
	await app.type('2 Nov');
	await expect(app).toShow('2 November 2026');
	await app.press('ctrl+d');
	await expect(app).toShow('entered notice of a key decision N-3 “A new');
	expect(app.database().notices.at(-1)).toEqual({
		id: 'N-3',
		kind: 'key-decision',
		title: 'A new library',
		board: 'B-3',
		decisionOn: {from: '2026-12-10', to: '2026-12-20'},
		publishedOn: '2026-11-02',
	});
	await expect(app).toShow('from 01 Dec 2026');
});

test.each([
	[
		'a day that is none',
		['tab', 'x', 'tab', 'tab', 'tab', ...keysOf('soon')],
		'“soon” is not a day',
	],
	[
		'a report that is none',
		['tab', 'x', 'tab', 'tab', ...keysOf('zzz')],
		'there is no report “zzz”',
	],
	['no title', [], 'say what the notice is about'],
])('a notice with %s is refused', async (_, keys, message) => {
	const app = await notices('N', ...keys, 'ctrl+d');
	await expect(app).toShow(message);
	expect(app.database().notices).toHaveLength(2);
});

test('a notice is edited, and withdrawn once asked', async () => {
	const app = await notices('j', 'e');
	await expect(app).toShow('General exception notice N-2');
	await app.press('tab', 'tab', 'tab');
	await app.type('yesterday');
	await app.press('ctrl+d');
	await expect(app).toShow('edited day of publication of notice N-2');
	expect(app.database().notices[1]?.publishedOn).toBe('2026-11-21');
	await app.press('register.take-back');
	await expect(app).toShow('Withdraw notice N-2 Leisure centres?');
	await app.press('enter');
	expect(lineWith(app, 'N-2')).toContain('withdrawn');
	await app.press('register.take-back');
	await expect(app).toShow('Backspace: it has already been withdrawn');
});

test('a notice can be gone to by its id', async () => {
	const app = await open({database: cabinetDatabase()}, ':', 'n', '-', '1', 'enter');
	await expect(app).toShow('N-1  Depot', 'Notice of a key decision');
});

test('a page reached by its id stands by itself: no next one is hinted at', async () => {
	const app = await open({}, ':');
	await app.type('D-1');
	await app.press('enter');
	await expect(app).toShow(' D-1  ');
	expect(app.text()).not.toContain('n next');
	await app.press('n');
	await expect(app).toShow('n: there is none after it');
});

test('an act that brought the first of a list along does not tell of nothing before and nothing after', async () => {
	const app = await open({}, '5', 'register.variant', 'action.progress');
	await app.type('Half of it');
	await app.press('enter', '6', 'enter');
	await expect(app).toShow('Before and after', 'text: “Half of it”');
	expect(app.text()).not.toMatch(/before +nothing\n.*after +nothing/);
});
