// A paper comes in at a real keyboard and screen: its path is completed, a finding is edited, all of it is one act.
import {copyFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {desk, look, root, sitDown} from './boardwalk.ts';

test('a report comes in from the Meeting screen, and its decision form is prefilled', async () => {
	const own = await desk();
	await copyFile(
		path.join(root, 'test', 'import', 'papers', 'mayoral-decision.md'),
		path.join(own.folder, 'tickets.md'),
	);
	const clerk = await sitDown(own);
	await clerk.do('4', 'Agenda');
	await clerk.do('I', 'Bring a paper in');
	await clerk.do(['~/tick', 'tab'], '~/tickets.md');
	await clerk.do('enter', /▸ ✓ take +Title +A single ticket/);
	await clerk.do(['j', 'j', 'e'], 'To be');
	await clerk.do(['ctrl+u', 'MD-0232', 'enter'], /✓ edited +Reference +MD-0232/);
	await clerk.do('I', 'Bring it in, as one act?');
	await clerk.do('enter', /Saved r\d+: .*entered report/);
	expect(await clerk.quit()).toBe(0);

	const {reports, meetings, log} = await look(own.file);
	const report = reports.find(({reference}) => reference === 'MD-0232');
	expect(report?.title).toBe('A single ticket for buses and trams');
	expect(meetings.flatMap(({agenda}) => agenda)).toContainEqual(
		expect.objectContaining({about: {report: report?.id}}),
	);
	expect(log.at(-1)?.changes?.map(({kind}) => kind)).toEqual(['report/add', 'agenda/add']);
});

test('papers that are there are replaced when the built program has asked', async () => {
	const clerk = await sitDown(await desk());
	await clerk.do('7', 'Minutes');
	await clerk.do('P', 'Write them');
	await clerk.do('enter', 'strategy-papers');
	await clerk.do('P', 'Write them');
	await clerk.do('enter', 'that are there?');
	await clerk.do('enter', 'are in');
	expect(await clerk.quit()).toBe(0);
});
