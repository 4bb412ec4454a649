// docs/first-meeting.md as a new user follows it: own papers in, a meeting held, minutes out, in as many key presses as
// it says.
import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {boardwalk, desk, look, root, sitDown} from './boardwalk.ts';

const strategy = `# Digital Strategy 2027-2030

## Priority 1 – Modernise what everybody uses

We will:

- replace the telephones at all six sites

Projects:

| Project | Status |
| --- | --- |
| Telephones at all sites | In progress |
| New website | Not started |

## Priority 2 – Work from one set of facts

We will:

- keep one record of every member
`;

const report = `# Award of the telephone contract

**Report to:** Board of Trustees

**Reference:** FT/26/31

**Date:** 14 December 2026

**Author:** Head of Digital

## Recommendations

That the Board:

1. awards the contract for telephones to Supplier A for three years at £41,000; and
2. asks the Head of Digital to report on its first six months.

## Reasons

The old exchange is no longer mended by its maker.

## Alternatives considered

Keeping the exchange. It would fail within the year.
`;

const answers = [
	['--name', 'Fenshire Trust'],
	['--board', 'Board of Trustees'],
	['--members', 'Ann Reed (chair), Joan Smith, Sam Clerk (secretary)'],
	['--meeting', '2026-12-14 10:00'],
].flat();

test('from a strategy’s paper to minutes in a quarter of an hour', async () => {
	const own = await desk();
	const [file, paper] = ['trust.json', 'strategy.md'].map((name) => path.join(own.folder, name));
	if (!file || !paper) throw new Error('there is no file');
	await writeFile(paper, strategy);
	await writeFile(path.join(own.folder, 'report.md'), report);
	const made = await boardwalk(own, 'init', file, '--from', paper, '--yes', ...answers);
	expect(made.out).toContain('1 strategy, 2 projects');

	let presses = 0;
	const pressed: string[] = [];
	const clerk = await sitDown(own, {args: [file], first: 'Digital Strategy 2027-2030'});
	const press = (wanted: string | RegExp, ...keys: string[]) => {
		presses += keys.length;
		pressed.push(...keys);
		return clerk.do(keys, wanted);
	};
	await press('Planned', '4');
	await press('Bring a paper in', 'I');
	await press(/File +report\.md/, 'r', 'e', 'p', 'tab');
	await press('I brings in', 'enter');
	await press('Bring it in, as one act?', 'I');
	await press(/▸ +5 +Award of the telephone contract/, 'enter');
	await press('It is announced for', 'o');
	await press('LIVE', 'enter');
	await press('Ann Reed', 't');
	await press('2 of 2 present', 'A');
	await press(/NOW 1/, 'escape');
	await press(/NOW 2/, 'n');
	await press(/NOW 3/, 'n');
	await press(/▸ P1-01/, 'w');
	await press('Status', 's');
	await press('[d Delivered]', 'd');
	await press(/Saved r\d+: .* to Delivered/, 'ctrl+d');
	await press(/NOW 3/, 'escape');
	await press(/NOW 4/, 'n');
	await press(/NOW 5/, 'n');
	const readBack = await press('Read back: this is what will be recorded', 'r');
	await press(/Saved r\d+: .*recorded decision D-1/, 'enter');
	await press(/NOW 6/, 'n');
	await press('Close M-1', 'X');
	await press(/Saved r\d+: .*closed M-1/, 'enter');
	await press('Minutes of M-1', '7');
	presses++;
	expect(await clerk.quit()).toBe(0);

	const guide = readFileSync(path.join(root, 'docs', 'first-meeting.md'), 'utf8');
	expect(guide).toContain('Thirty key presses');
	// The table of the meeting's keys is what was pressed, in its order.
	const table = /## 3\. The meeting\n\n(.*?)\n\n/s.exec(guide)?.[1]?.split('\n').slice(2) ?? [];
	const named = table.flatMap((row) =>
		[...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) =>
			key.length > 1 ? key.toLowerCase().replace('esc', 'escape') : key,
		),
	);
	expect(pressed.slice(pressed.indexOf('o'), -1)).toEqual(named);
	expect(presses).toBe(30);
	const {decisions, projects} = await look(file);
	expect(decisions).toMatchObject([{outcome: 'approved', reference: 'FT/26/31'}]);
	expect(projects[0]?.status).toBe('delivered');
	const minutes = await boardwalk(own, 'minutes', file, '--format', 'text');
	// So is what it quotes of the read-back.
	const shown = /```\n( Read back: .*?)```/s.exec(guide)?.[1] ?? '';
	expect(shown).toContain('Outcome: Approved');
	for (const line of shown.trimEnd().split('\n')) expect(readBack).toContain(line.trim());
	// What the guide quotes of the minutes is what they say.
	const quoted = /## 4\. Minutes out.*?```\n\n```\n(.*?)```/s.exec(guide)?.[1] ?? '';
	expect(quoted).toContain('Decision D-1');
	for (const part of quoted.trim().split('\n\n')) expect(minutes.out).toContain(part);
});
