// How far minutes have come, who presided, what was out of order; and what a seal covers.
import {describe, expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {contentOf, minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import type {AgendaItem, Database, Meeting} from '../../source/domain/schema/index.ts';
import {cabinet, type Stage} from './cabinet.ts';

const sat = cabinet('sat');
const minutes = (database: Database, options = {}) =>
	toMarkdown(minutesDocument(minutesOf(database, 'M-3', options)));

/** The cabinet's meeting with something else in it. */
const altered = (change: (meeting: Meeting) => Partial<Meeting>, database = sat): Database => ({
	...database,
	meetings: database.meetings.map((meeting) =>
		meeting.id === 'M-3' ? {...meeting, ...change(meeting)} : meeting,
	),
});

const alteredItem = (id: string, change: Partial<AgendaItem>): Database =>
	altered(({agenda}) => ({
		agenda: agenda.map((item) => (item.id === id ? {...item, ...change} : item)),
	}));

describe('minutes', () => {
	test.each<[Stage, string, RegExp]>([
		['sat', '> Draft: not yet approved as a correct record.', /closed at 15:15\.\n$/],
		[
			'published',
			'> Issued: not yet approved as a correct record.',
			/Version 1, issued 14 October 2026 at 14:05 · seal BW-M-3-v1-[-0-9A-F]+\n$/,
		],
		[
			'approved',
			'> Approved as a correct record at M-4 Cabinet, November 2026 on 9 November 2026.',
			/Signed as a correct record:\n\n\.+ Chair\n\n\.+ Date\n/,
		],
		[
			'signed',
			'on 9 November 2026, and signed by Ann Reed.',
			/Signed as a correct record by Ann Reed on 9 November 2026\.\n/,
		],
	])('%s', (stage, remark, end) => {
		const text = minutes(cabinet(stage));
		expect(text).toContain(remark);
		expect(text).toMatch(end);
	});

	test('say that a seal does not cover what was altered after it was printed', () => {
		const issued = cabinet('published');
		expect(minutes(issued)).not.toContain('Altered');
		expect(minutes(issued, {publicOnly: true})).toMatch(/seal BW-\S+ \(of the full version\)\n$/);
		const venue = altered(() => ({venue: 'Room 7'}), issued);
		expect(minutes(venue)).toMatch(
			/Altered since version 1, issued .* does not cover this text\.\n$/,
		);
	});

	test('keep their sealed content while they are approved and signed, and when a later decision ends one of theirs', () => {
		const content = (database: Database) => contentOf(minutesOf(database, 'M-3'));
		expect(content(cabinet('approved'))).toEqual(content(sat));
		const decisions = sat.decisions.map((decision) =>
			decision.id === 'D-2'
				? {...decision, status: 'superseded' as const, publishedOn: '2026-10-14'}
				: decision.id === 'D-1'
					? {...decision, supersedes: 'D-2'}
					: decision,
		);
		expect(minutes({...sat, decisions})).toContain('> Superseded by D-1 Digital Strategy.');
		expect(content({...sat, decisions})).toEqual(content(sat));
		const retracted = sat.decisions.map((decision) =>
			decision.id === 'D-2' ? {...decision, status: 'retracted' as const} : decision,
		);
		expect(content({...sat, decisions: retracted})).not.toEqual(content(sat));
	});

	test('say who presided where that changed or was noted, and no more', () => {
		const presiding = minutes(sat)
			.split('\n')
			.filter((line) => /^## \d|Presiding/.test(line));
		expect(presiding).toEqual([
			'## 1. Apologies for absence',
			'## 2. Declarations of interest',
			'## 3. Data Platform: award of the contract',
			'## 4. Laptop refresh',
			'## 4a. Flooding of the server room',
			'- **Presiding:** Joan Smith',
			'## 5. Exclusion of press and public',
			'- **Presiding:** Ann Reed',
			'## 6. Purchase of the Mill Road depot',
		]);
		expect(minutes(alteredItem('I-14', {presiding: 'patel'}))).toMatch(
			/## 4\. Laptop refresh\n\n[^#]*Presiding:\*\* Ravi Patel/,
		);
	});

	test('give the chair’s place to the vice-chair when the chair sent apologies', () => {
		const text = minutes(
			altered(({attendance, movements = []}) => ({
				attendance: attendance.filter(({person}) => person !== 'reed'),
				apologies: [{person: 'reed'}],
				movements: movements.filter(({person}) => person !== 'reed'),
			})),
		);
		expect(text).toContain('- **Apologies:** Ann Reed (chair)');
		expect(text).toMatch(/## 1\. Apologies for absence\n\n- \*\*Presiding:\*\* Joan Smith/);
	});

	test('tell the order of the items where it was not that of the agenda', () => {
		expect(minutes(sat)).not.toContain('in this order');
		const text = minutes(alteredItem('I-14', {startedAt: '2026-10-12T14:14:00.000Z'}));
		expect(text).toContain('> The items were taken in this order: 1, 2, 3, 4a, 5, 6 and 4.');
	});

	test('say that no interest was declared, once the meeting was asked', () => {
		const none = altered(() => ({
			declarations: [],
			interestsAsked: {at: '2026-10-12T13:02:00.000Z', none: true},
		}));
		expect(minutes(none)).toMatch(
			/## 2\. Declarations of interest\n\nNo interests were declared\./,
		);
		const summoned = minutes(cabinet('summoned'));
		expect(summoned).not.toContain('No interests were declared');
	});

	test('say that nobody recorded whether it was asked, where nobody did', () => {
		const silent = minutes(altered(() => ({declarations: [], interestsAsked: undefined})));
		expect(silent).toContain('Whether anybody was asked about interests is not recorded.');
		expect(silent).not.toContain('No interests were declared');
	});

	test('put an interest in no item in particular with the item that asks for them', () => {
		const text = minutes(
			altered(() => ({declarations: [{id: 'DI-9', person: 'jones', kind: 'nri'}]})),
		);
		expect(text).toMatch(
			/## 2\. Declarations of interest\n\nPeter Jones declared a non-registrable interest\.$/m,
		);
	});

	test('say whom a substitute stood in for', () => {
		const text = minutes(
			altered(({attendance}) => ({
				attendance: [...attendance, {person: 'councillor', status: 'substitute', for: 'patel'}],
			})),
		);
		expect(text).toContain('- **Substitutes:** Executive Councillor for IT (for Ravi Patel)');
	});

	test('have the standard exclusion in their public version, even if it was resolved on the exempt item', () => {
		const own = {
			...sat,
			decisions: sat.decisions.map((decision) =>
				decision.id === 'D-5'
					? {
							...decision,
							item: 'I-16',
							resolution:
								'That, under section 100A(4) of the Local Government Act 1972, the press and public be excluded while the following item is considered, because exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Act would be likely to be disclosed, and the public interest in keeping it exempt outweighs that in disclosing it.',
						}
					: decision,
			),
		};
		const text = minutes(own, {publicOnly: true});
		expect(text).toContain('**Public excluded:** by decision D-5 (item 6)');
		expect(text).toContain(
			'**RESOLVED: That, under section 100A(4) of the Local Government Act 1972',
		);
		expect(text).toContain('Decision D-6 was made on it.');
		expect(text).not.toMatch(/Mill Road/);
	});
});
