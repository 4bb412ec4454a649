// Minutes in forms of other bodies: motions in frames, items by letters and labels, columns of who was there.
import {expect, test} from 'vitest';
import {reviewFile} from '../../source/import/index.ts';
import type {FoundDecision} from '../../source/import/minutes/find.ts';
import {makeDatabase} from '../helpers/database.ts';

type Layout = {
	layout: string;
	name?: string;
	text: string;
	/** “number title | text | outcome | mover | seconder | for-against”, “private: ” before what was taken so. */
	decisions: string[];
	present?: string;
	apologies?: string;
	body?: string;
};

const layouts: Layout[] = [
	{
		layout: 'motion, mover, seconder and fate each on a line, numbers in brackets (Australia)',
		text: `Wimmera Flats Shire Council
Minutes of the Ordinary Meeting held on Tuesday, 9 June 2026 commencing at 6.00pm in the Council Chamber

PRESENT

COUNCILLORS:
Cr Ada Brill                    River Ward
Cr Tom Esk                      Hill Ward

1.      WELCOME

        The Mayor welcomed all.

2.      CONFIRMATION OF MINUTES

        MOTION:
        That the minutes of 12 May 2026 be confirmed.

        MOVED:        CR TOM ESK
        SECONDED:     CR ADA BRILL
                                                                     CARRIED.
                                                                   (W101/26)

7.1     SALE OF GRADER

        BACKGROUND
        The grader is of 1998.

        MOTION:
        That Council defer the sale of the grader to September.

        MOVED:        CR ADA BRILL
        SECONDED:     CR TOM ESK
                                                                         LOST.
                                                                   (W102/26)
`,
		decisions: [
			'W101/26 CONFIRMATION OF MINUTES | That the minutes of 12 May 2026 be confirmed. | approved | CR TOM ESK | CR ADA BRILL',
			'W102/26 SALE OF GRADER | That Council defer the sale of the grader to September. | lost | CR ADA BRILL | CR TOM ESK',
		],
		present: 'Cr Ada Brill; Cr Tom Esk',
	},
	{
		layout: 'resolution number, mover, list and CARRIED (New Zealand)',
		text: `Rimu Community Board

Minutes of a meeting of the Rimu Community Board held in the Library on Thursday, 4 June 2026 at 5.30pm.

1          Welcome

The Chairperson opened the meeting.

2          Reserve funding

Resolution number RC/2026/14

MOVED by Chairperson A Toka, seconded by Member B Fell:

That the Rimu Community Board:

a)          grant $4,000 to the pool committee

b)          decline the application of the bowling club.

CARRIED
`,
		decisions: [
			'RC/2026/14 Reserve funding | That the Rimu Community Board: / a) grant $4,000 to the pool committee / b) decline the application of the bowling club. | approved | Chairperson A Toka | Member B Fell',
		],
	},
	{
		layout: 'labelled items beside their text, proposed and resolved (Ireland)',
		text: `Minutes of Meeting of Ballyduff Municipal District held at the Civic Offices on 11th May, 2026

Present           Cllr. N. Shore, Cathaoirleach.

Item 1.1          Proposed by Cllr. P. Reidy, seconded by Cllr. M. Lacey and resolved:
Minutes of the
meeting in April  "That the minutes as presented be adopted".

Item 2.1          Cllr. M. Lacey proposed and Cllr. N. Shore seconded:
Notice of Motion
                  "That the footpath on Mill Road be repaired".

                  The motion was put to the meeting and agreed.
`,
		decisions: [
			'1.1 Minutes of the meeting in April | That the minutes as presented be adopted | approved | Cllr. P. Reidy | Cllr. M. Lacey',
			'2.1 Notice of Motion | That the footpath on Mill Road be repaired | approved | Cllr. M. Lacey | Cllr. N. Shore',
		],
	},
	{
		layout:
			'lettered items below a numbered one; who was there and who not in two columns (United States)',
		text: `Juniper Springs Library District
Board of Trustees Regular Meeting
On June 8, 2026

1.   ROLL CALL

     Members present:              Members absent:

     Ida Marsh                     Lee Okafor
     Ben Tully
     Rosa Quint

2.   ACTION ITEMS

     A.  Roof Contract

     It was moved by Trustee Tully and seconded by Trustee Quint to accept the bid of
     Apex Roofing. Motion carried 3-0.

     B.  Fines

     It was moved by Trustee Quint and seconded by Trustee Marsh to end fines for
     children. Motion failed 1-2.

3.   ADJOURNMENT

The meeting was adjourned at 8:00 p.m.
`,
		decisions: [
			'Roof Contract | To accept the bid of Apex Roofing. | approved | Trustee Tully | Trustee Quint | 3-0',
			'Fines | To end fines for children. | lost | Trustee Quint | Trustee Marsh | 1-2',
		],
		present: 'Ida Marsh; Ben Tully; Rosa Quint',
		apologies: 'Lee Okafor (absent)',
	},
	{
		layout:
			'numbers and titles in bold with their text behind them, a reserved minute (university)',
		name: 'minutes.md',
		text: `Academic Board

# Academic Board Minutes 12 May 2026

Minutes of the meeting held on 12 May 2026 at 2.00 pm in the Old Library

**A.26.11 Minutes**
Approved: the minutes of the meeting of 3 March 2026.

**A.26.12 New degree in Surveying**
Received: a paper from the Dean.
Resolved: to approve the degree from September 2027.

**A.26.13 Appeal (Reserved Business)**
Resolved: to dismiss the appeal of the student.
`,
		decisions: [
			'A.26.12 New degree in Surveying | To approve the degree from September 2027. | approved',
			'private: A.26.13 Appeal (Reserved Business) | To dismiss the appeal of the student. | approved',
		],
	},
	{
		layout: 'a vote between “Resolved:” and what was resolved (a site’s page)',
		text: `Agenda and minutes

Cabinet - Tuesday, 9th June 2026 6.00 p.m.

Venue: Town Hall

Items

No. Item

12. Minutes

Minutes:

The minutes of the meeting held on 12th May 2026 were approved as a correct record.

13. Ferry Fares

Minutes:

Councillor Oakes proposed, seconded by Councillor Lunn:-

"That fares be held."

Councillors then voted:-

Resolved:

(5 Members (Councillors Oakes, Lunn, Pym, Ray and Vane) voted in favour, and 1 Member (Councillor Dell) abstained.)

(1) That fares be held until April 2027.

Reason for making the decision:

Fewer people cross since the bridge opened.
`,
		decisions: [
			'12 Minutes | The minutes of the meeting held on 12th May 2026 were approved as a correct record. | approved',
			'13 Ferry Fares | That fares be held until April 2027. | approved | Councillor Oakes | Councillor Lunn',
		],
	},
	{
		layout: 'the month before the kind of meeting names no body',
		name: 'minutes.md',
		text: `# Minutes of May Ordinary Meeting of Corrib County Council held on Monday 11th May, 2026 at 11.00 am in The Council Chamber

**1. Minutes**

On the proposal of Cllr. A. Nee, seconded by Cllr. B. Faul, it was resolved:

That the minutes of April be adopted.
`,
		decisions: [
			'Minutes | That the minutes of April be adopted. | approved | Cllr. A. Nee | Cllr. B. Faul',
		],
		body: 'Corrib County Council',
	},
	{
		layout: 'a motion without an outcome is no decision',
		text: `Minutes of the meeting of the Allotment Committee held on 2 June 2026 at 7.00 pm in the Hall

1. Minutes

The minutes were approved as a correct record.

2. Water butts

MOTION:
That each plot has a water butt.

MOVED: Cllr Green
SECONDED: Cllr Hart

It was left to the next meeting.
`,
		decisions: ['Minutes | The minutes were approved as a correct record. | approved'],
	},
	{
		layout: 'a heading in two languages, offices in a column, a head of each page',
		text: `Kahikatea Local Board

Minutes of a meeting of the Kahikatea Local Board held in the Hall on Tuesday, 9 June 2026 at 1.00pm.

Te Hunga kua Tae mai | present

Chairperson              Mere Tahu

Deputy Chairperson       Ian Croft

Members                  Ana Pohe              Via electronic link

Kahikatea Local Board
9 June 2026

1          Ngā Tamōtanga | Apologies

Resolution number KT/2026/31

MOVED by Chairperson M Tahu, seconded by Member A Pohe:

That the Kahikatea Local Board:

a)          accept the apology from Member J Rewi for absence.

CARRIED
`,
		decisions: [
			'KT/2026/31 Ngā Tamōtanga | Apologies | That the Kahikatea Local Board: / a) accept the apology from Member J Rewi for absence. | approved | Chairperson M Tahu | Member A Pohe',
		],
		present: 'Mere Tahu; Ian Croft; Ana Pohe',
		apologies: 'Member J Rewi',
	},
	{
		layout: 'mover and seconder behind a quoted motion that was lost',
		text: `Minutes of the Parish Meeting of Nether Stow held on 14 May 2026 at 7.30 pm in the School

Present: Cllr A. Ames (Chairman), Cllr B. Boon, Cllr C. Cole

3. Bonfire

Proposed by Cllr B. Boon, seconded by Cllr C. Cole:

"That no bonfire be held on the green".

Voting: For 1, Against 2. The motion was lost.
`,
		decisions: [
			'Bonfire | That no bonfire be held on the green | lost | Cllr B. Boon | Cllr C. Cole | 1-2',
		],
	},
];

test.each(layouts)('$layout', async ({name = 'minutes.txt', text, decisions, ...others}) => {
	const {kind, findings} = await reviewFile(Buffer.from(text), name, makeDatabase());
	expect(kind).toBe('minutes');
	const shown = (field: string) => findings.find((one) => one.field === field)?.shown;
	const told = findings.flatMap(({field, value}) => {
		if (field !== 'decisions') return [];
		const one = value as FoundDecision;
		const line = [
			`${one.minuteNumber === undefined ? '' : `${one.minuteNumber} `}${one.title}`,
			one.text.replaceAll('\n', ' / '),
			one.outcome,
			one.mover ?? '',
			one.seconder ?? '',
			one.vote ? `${one.vote.for}-${one.vote.against}` : '',
		].join(' | ');
		return [`${one.exempt ? 'private: ' : ''}${line.replace(/[ |]+$/, '')}`];
	});
	expect(told).toEqual(decisions);
	for (const [field, wanted] of Object.entries(others)) {
		if (field !== 'layout') expect(shown(field), field).toBe(wanted);
	}
});
