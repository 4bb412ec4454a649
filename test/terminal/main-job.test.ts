// The main job from beginning to end, as a board's secretary does it.
import {expect, test} from 'vitest';
import {boardwalk, desk, look, sitDown} from './boardwalk.ts';

test('walk, set a status, hold the meeting, record a decision, print the minutes', async () => {
	const own = await desk();
	const clerk = await sitDown(own);

	// The overview, then priority 1, where one project is still open.
	await clerk.do('2', 'Priority 1 of 3');
	await clerk.waitFor(/▸ P1-04 +◐ In progress/);

	// Its status, with a note.
	await clerk.do('s', 'Status of P1-04 Telephony Enablement');
	await clerk.do('d', '[d Delivered]');
	await clerk.do(['tab', 'g'], '[g Green]');
	await clerk.do('tab', 'why, in a sentence');
	await clerk.type('The new platform is live.');
	await clerk.do('ctrl+d', /Saved r2: .*P1-04 Telephony Enablement from In progress/);

	// Open the meeting and take the roll: all present but one.
	await clerk.do('4', 'Agenda');
	await clerk.do('o', 'LIVE M-2');
	await clerk.do('t', 'Roll of M-2');
	await clerk.do('A', '6/6 present');
	await clerk.do(['j', 'a'], '5/6 present');
	await clerk.waitFor(/▸ HPS .*Apologies/);

	// Priority 2, walked from its item: a status that is set in the meeting.
	await clerk.do('escape', 'Agenda');
	await clerk.do(['j', 'j', 'j', 'j', 'T'], /▸ NOW 5 +Priority 2/);
	await clerk.do('w', 'Priority 2 of 3');
	await clerk.do('j', /▸ P2-08/);
	await clerk.do('s', 'Status of P2-08');
	await clerk.do('i', '[i In progress]');
	await clerk.do(['tab', 'tab'], 'why, in a sentence');
	await clerk.type('The papers are in.');
	await clerk.do('ctrl+d', /Saved r\d+: .* set P2-08/);

	// The retrospective review: take it up, a note, the decision that its report recommends.
	await clerk.do('escape', 'Agenda');
	await clerk.do(['G', 'k', 'T'], /▸ NOW 7 +Retrospective review/);
	await clerk.do('i', 'Note on item 7');
	await clerk.type('The Head of IMT took the Board through the review.');
	await clerk.do('ctrl+d', /Saved r\d+: .* noted on item 7/);

	await clerk.do('d', 'Decision on item 7');
	await clerk.waitFor('Recommended: That the retrospective review is noted.');
	// The wording is there already: the cursor is on the mover, the outcome above it.
	await clerk.do(['shift+tab', 'n'], '[n Noted]');
	await clerk.do(['tab', 'A', 'S'], /Mover +AS\s+Adult Services/);
	await clerk.do(['enter', 'h', 'i', 'm', 't'], /Seconder +himt\s+Head of IMT/);
	await clerk.do('ctrl+d', 'Read back: this is what will be recorded');
	await clerk.waitFor('Outcome: Noted, moved by Adult Services');
	await clerk.do('enter', /Saved r\d+: .* recorded decision D-2/);

	await clerk.do('a', /▸ Action/);
	await clerk.type('Draft the next strategy');
	await clerk.do(['enter', 'h', 'i', 'm', 't'], /▸ Owner +himt/);
	await clerk.do(['enter', '+', '2', 'w'], /Due +\+2w\s+\d+ \w+ \d{4}/);
	await clerk.do('ctrl+d', /Saved r\d+: .* A-1/);

	await clerk.do('X', 'Close M-2');
	await clerk.do('enter', 'No meeting is open');
	expect(await clerk.quit()).toBe(0);

	// The file holds it all, and its log proves it.
	const after = await look(own.file);
	expect(after.projects.find(({id}) => id === 'P1-04')).toMatchObject({
		status: 'delivered',
		confidence: 'green',
		updates: expect.arrayContaining([
			expect.objectContaining({status: 'delivered', note: 'The new platform is live.'}),
		]),
	});
	const meeting = after.meetings.find(({id}) => id === 'M-2');
	expect(meeting?.status).toBe('closed');
	expect(meeting?.attendance.filter(({status}) => status === 'present')).toHaveLength(5);
	expect(meeting?.apologies).toEqual([{person: 'head-of-paid-service'}]);
	expect(after.decisions.find(({id}) => id === 'D-2')).toMatchObject({
		meeting: 'M-2',
		item: 'I-8',
		outcome: 'noted',
		mover: 'adult-services',
		seconder: 'head-of-imt',
		resolution: after.reports
			.find(({id}) => id === 'R-2')
			?.recommendations.map((text, index) => `(${index + 1}) ${text}`)
			.join('\n'),
	});
	expect(after.actions).toMatchObject([
		{id: 'A-1', text: 'Draft the next strategy', owner: 'head-of-imt', status: 'open'},
	]);
	expect(after.log.length).toBe(after.revision);

	// And the minutes say what was typed.
	const minutes = await boardwalk(own, 'minutes', own.file, 'M-2', '--format', 'text');
	expect(minutes.code).toBe(0);
	const said = minutes.out.replaceAll(/\s+/g, ' ');
	// What was set before the meeting is not part of it.
	expect(said).not.toContain('The new platform is live.');
	for (const words of [
		'P2-08 Records',
		'The papers are in.',
		'The Head of IMT took the Board through the review.',
		'Draft the next strategy',
		'Head of Paid Service',
		'Adult Services representative',
		'review is noted',
	]) {
		expect(said).toContain(words);
	}
	expect((await boardwalk(own, 'check', own.file)).code).toBe(0);
});
