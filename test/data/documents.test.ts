// The notices and minutes of the worked meetings, as a clerk would read them before they go out.
import {describe, expect, test} from 'vitest';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {noticesDue, statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {lacking} from '../../source/domain/law/completeness.ts';
import {callIn} from '../../source/domain/law/index.ts';
import {load, only, played} from './files.ts';

const notice = (name: string, id: string): string =>
	toMarkdown(noticeDocument(statementOf(load(name), id)));
const minutes = (name: string, id: string): string =>
	toMarkdown(minutesDocument(minutesOf(load(name), id)));

describe.each(played)('%s', (name) => {
	const database = load(name);
	const held = database.meetings.filter(({status}) => status === 'closed');
	const due = held.flatMap(({id}) => noticesDue(database, id));

	test('lacks nothing in any decision', () => {
		expect(due.length).toBeGreaterThan(0);
		for (const decision of database.decisions) expect(lacking(database, decision)).toEqual([]);
		for (const {id} of due) expect(statementOf(database, id).lacks).toEqual([]);
	});

	const documents = [
		...due.map(({id}) => [`notice of ${id}`, notice(name, id)] as const),
		...held.map(({id}) => [`minutes of ${id}`, minutes(name, id)] as const),
	];
	test.each(documents)('%s has no slip in it', (_name, text) => {
		expect(text).toContain('A worked example');
		const slips = [
			/undefined|null|NaN|\[object/,
			// A strategy may have been a draft.
			/\bDraft\b(?! \|)|Not complete|Not shown|Inquorate/,
			// Ids of items, people and boards are not for readers.
			/\bI-\d|executive-councillor|customer-services|young-people|vice-chair\b(?!\))/,
			/\.\.|,,|;;|\S {2}\S|\( | \)|“”/,
			/:\*\* *$/m,
		];
		const found = slips.flatMap((slip) => text.split('\n').filter((line) => slip.test(line)));
		expect(found).toEqual([]);
	});
});

describe('the statement of Lincolnshire’s decision', () => {
	const text = notice('lincolnshire-decision', 'D-1');

	// SI 2012/2089 reg 13(4): decision, date, reasons, alternatives, conflicts, dispensations.
	test.each([
		['form', 'regulation 13(4)'],
		['decision-maker', 'Executive Councillor for Highways, Transport and IT'],
		['reference', 'I017909'],
		['decision', '**DECIDED: That Appendix A is approved for the Council'],
		['date', '7–10 May 2019'],
		['key', 'Key decision:** No'],
		['reasons', 'Reasons:** A high-level strategy for IMT'],
		['alternatives', 'Not to approve the document.'],
		['interests', 'No conflict of interest is recorded.'],
		['strategy', '| S-1 IMT Strategy 2019–2022 | Draft | Current |'],
		['dispensations', /ispensations.*head of paid service/],
		['publication', 'Published:** 10 May 2019'],
		['end of call-in', '17 May 2019'],
		['effect', 'Takes effect:** 18 May 2019'],
		['rule', /May be called in until the end of 17 May 2019.*takes effect on 18 May 2019/],
		['days left out', 'Saturday 11 May; Sunday 12 May'],
		['consultation', 'Consultation:**'],
		['scrutiny', 'Overview and Scrutiny Management Board on 25 April 2019'],
		['equality', 'Equality Act 2010:**'],
		['health', 'Joint Strategic Needs Assessment'],
		['crime', 'Crime and disorder:**'],
		['legal', 'Legal:**'],
		['resources', 'Resources:**'],
		['risk', 'Risks and impact analysis:**'],
		['appendix', 'IMT Strategy Feb 2019 V1.0'],
		['background papers', 'Background papers:** None'],
	])('has its %s', (_part, wanted) => {
		expect(text).toMatch(wanted);
	});

	test('the record of decision has neither mover nor vote nor roll', () => {
		const record = minutes('lincolnshire-decision', 'M-1');
		expect(record).toMatch(/^# Record of decision/);
		// What was opened and closed on a day that is not said tells nothing.
		for (const absent of [
			'Moved by',
			'Seconded by',
			'Vote:',
			'## Attendance',
			'Board:',
			'Opened',
			'Closed',
		])
			expect(record).not.toContain(absent);
		expect(record).toContain('seal BW-M-1-v1-');
	});
});

describe('the documents of Epping Forest', () => {
	// SI 2012/2089 reg 12(2): decision, date, reasons, alternatives, conflicts, dispensations.
	test.each([
		['form', 'regulation 12(2)'],
		['decision-maker', 'Decision-maker:** Cabinet'],
		['reference', 'C-039-2019/20'],
		['decision', '**RESOLVED: That the ICT Strategy 2018–2023 be replaced'],
		['date', '26 March 2020'],
		['recommendation', 'As decided, word for word'],
		['vote', 'Carried without dissent'],
		['reasons', 'Reasons:** The strategy in force was written in 2017.'],
		['alternatives', 'To go on with the strategy of 2018–2023'],
		['interests', 'No conflict of interest was declared.'],
		['dispensations', /ispensations.*head of paid service/],
		['publication', 'Published:** 27 March 2020'],
		['end of call-in', '3 April 2020'],
		['effect', 'Takes effect:** 4 April 2020'],
		['consultation', 'Service Directors and Service Managers'],
		['resources', '£1.2m for 2020–2022'],
		['appendices', 'Appendix B: Local Digital Declaration'],
		['background papers', 'Background papers:** None.'],
	])('the statement has its %s', (_part, wanted) => {
		expect(notice('epping-forest-ict', 'D-1')).toMatch(wanted);
	});

	test('says nothing of a key decision, as the report does not', () => {
		expect(notice('epping-forest-ict', 'D-1')).not.toMatch(/key decision/i);
	});

	test('the call-in clock: runs from publication, over a weekend', () => {
		const database = load('epping-forest-ict');
		const clock = (day: string) => callIn(database, only(database.decisions, 'D-1'), day)?.state;
		expect(clock('2020-03-26')).toBe('unpublished');
		expect(clock('2020-03-27')).toBe('running');
		expect(clock('2020-04-03')).toBe('running');
		expect(clock('2020-04-04')).toBe('effective');
	});

	test('the minutes say who was there, what was decided and what became of them', () => {
		const text = minutes('epping-forest-ict', 'M-1');
		for (const wanted of [
			'Approved as a correct record at M-2 Cabinet, April 2020 (worked example) on 16 April 2020',
			'Apologies were received from Deputy Leader.',
			'| S-1 ICT Strategy 2018–2023 | Current | Past |',
			'| S-2 ICT Strategy 2020–2022 | Draft | Current |',
			'Leader of the Council (in the chair)',
			'Apologies:** Deputy Leader',
			'No interests were declared.',
			'### Decision D-1 (C-039-2019/20): ICT Strategy 2020–2022',
			'**Action A-1:**',
			'Responsible Officer for ICT, by 30 June 2020',
			'The meeting closed at 19:25.',
			'Signed as a correct record by Leader of the Council on 17 April 2020.',
			'seal BW-M-1-v1-',
		]) {
			expect(text).toContain(wanted);
		}
		expect(minutes('epping-forest-ict', 'M-2')).toMatch(
			/## 1\. Apologies for absence\n\nThere were none\.\n/,
		);
		expect(minutes('epping-forest-ict', 'M-2')).toContain(
			'**RESOLVED: That the minutes of the meeting held on 26 March 2020 be approved as a correct record and signed.**',
		);
	});
});

describe('the documents of the charity', () => {
	const database = load('riverside-charity');
	const texts = [
		...['D-1', 'D-2'].map((id) => notice('riverside-charity', id)),
		...['M-1', 'M-2'].map((id) => minutes('riverside-charity', id)),
	];

	test('speak no council’s language', () => {
		const foreign =
			/call-?in|exempt|key decision|council|cabinet|executive|regulation|statut|\bSI \d|Localism|Local Government|Schedule|head of paid service|press and public|Part 2/i;
		for (const text of [...texts, JSON.stringify(database)]) expect(text).not.toMatch(foreign);
	});

	test('tell what was moved, amended and counted', () => {
		const text = minutes('riverside-charity', 'M-1');
		for (const wanted of [
			'declared a conflict of interest (a brother works for one of the roofers) and withdrew from the room.',
			'**Moved by:** Treasurer',
			'**Seconded by:** Vice-Chair',
			'Carried on a show of hands: 4 for, 0 against',
			'**Amendment 1**, moved by Vice-Chair, seconded by Treasurer',
			'Carried on a show of hands: 3 for, 2 against',
			'Carried on a show of hands: 4 for, 0 against, 1 abstained',
			'| P1-02 Heating controls | In progress | Delivered |',
			'| P1-01 Roof of the main hall | Proposed | In progress, confidence green |',
			'**Action A-1:** Sign the contract for the roof (Centre Manager, by 30 October 2026)',
			'Signed as a correct record by Chair of Trustees on 10 November 2026.',
		]) {
			expect(text).toContain(wanted);
		}
	});

	test('have what follows from a decision after it, and what became of an action', () => {
		expect(minutes('riverside-charity', 'M-1')).toMatch(
			/### Decision D-1\n[^#]*\*\*Projects:\*\* P1-01[^#]*\| P1-01 Roof of the main hall \| Proposed \|[^#]*\* \*\*Action A-1:\*\*/,
		);
		expect(minutes('riverside-charity', 'M-2')).toMatch(
			/## 4\. Progress on actions\n\nOpen actions:\n\n[^#]*\| A-2 \| Draw up the rota for Saturdays [^#]*\n\n\* \*\*A-2\*\* Draw up the rota for Saturdays: Open → Done\.\n/,
		);
	});

	test('do not say of the holder of a post what the post is called', () => {
		const text = minutes('riverside-charity', 'M-2');
		expect(text).toContain('- **Apologies:** Vice-Chair\n');
		expect(text).toContain('Centre Manager (adviser); Minutes Secretary\n');
		expect(text).toContain('Chair of Trustees (in the chair)');
	});

	test('the third meeting has its agenda', () => {
		const {agenda} = only(database.meetings, 'M-3');
		expect(agenda.map(({kind}) => kind)).toEqual([
			'apologies',
			'declarations',
			'minutes',
			'actions',
			'priority',
			'priority',
			'requests',
			'urgent',
		]);
	});
});
