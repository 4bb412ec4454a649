// What is marked as private in any place of any paper never comes in as public without a word.
import {describe, expect, test} from 'vitest';
import {kinds, plan, reviewFile, type Review} from '../../source/import/index.ts';
import {makeDatabase} from '../helpers/database.ts';

const report = ({top = '', mid = '', foot = '', title = 'Sale of the depot at Green Lane'}) =>
	`${top}\n\nCabinet\n\n12 May 2026\n\n${title}\n\nReport of the Director of Place\n\n${mid}\n\nRecommendation\n\nThat Cabinet approves the sale of the depot at Green Lane for the best price.\n\nReasons for recommendation\n\nThe depot is no longer needed and costs money to keep empty every year.\n\n${foot}\n`;
const record = ({top = '', mid = '', foot = '', title = 'Sale of the depot at Green Lane'}) =>
	`${top}\n\nDecision details\n\n${title}\n\nDecision Maker: Cabinet\n\n${mid}\n\nDecision:\n\nThat the depot at Green Lane be sold for the best price.\n\nReasons for the decision:\n\nThe depot is no longer needed.\n\nPublication date: 12/05/2026\n\nDate of decision: 11/05/2026\n\n${foot}\n`;
const notice = ({top = '', mid = '', foot = '', title = 'Sale of the depot at Green Lane'}) =>
	`${top}\n\nIssue details\n\n${title}\n\nTo agree the sale of the depot at Green Lane.\n\nDecision Maker: Cabinet\n\nDecision due: 11/05/2026\n\n${mid}\n\nIs Key decision?: Yes\n\n${foot}\n`;
const papers = {report, record, notice};

/** Markings of councils, health bodies and others, as they are printed. */
const marks = [
	'NOT FOR PUBLICATION',
	'Not for publication by virtue of paragraph 3 of Schedule 12A to the Local Government Act 1972',
	'EXEMPT',
	'Exempt report',
	'PRIVATE AND CONFIDENTIAL',
	'Private & Confidential',
	'Strictly confidential',
	'Confidential by virtue of paragraph 3',
	'Confidential item – members only',
	'Official-Sensitive',
	'OFFICIAL - SENSITIVE',
	'OFFICIAL: SENSITIVE',
	'Closed session',
	'EXECUTIVE SESSION',
	'In camera',
	'Part 2 – Private session',
	'Private meeting',
	'Commercial in confidence',
	'Not for disclosure',
	'Not to be published',
	'Press and public excluded',
	'Closed report',
	'Cyfrinachol',
	'Embargoed until 12 noon on 5 May 2026',
	'UNDER EMBARGO',
	'Strictly embargoed until Friday 8 May',
	'SEALED',
	'Sealed item',
	'In confidence',
	'Cabinet – In Confidence',
	'Below the line',
	'Pink paper',
	'PINK PAPERS – NOT FOR PUBLICATION',
	'Restricted circulation',
	'For members’ eyes only',
	'Board members only',
	'Do not circulate',
	'Not for onward circulation',
	'Internal use only',
	'Legally privileged',
	'Attorney-client privileged',
	'Under seal',
	'Withheld from publication',
	'Private business',
	'Reserved business',
	'Top secret',
	'Not for public release',
	'Not open to the public',
	'Commercially confidential',
	'OFFICIAL-SENSITIVE: COMMERCIAL',
	'PROTECT – COMMERCIAL',
	'NHS CONFIDENTIAL',
	'Strictly private and confidential',
	'Confidential until published',
];
/** Words that are a marking at the head, and elsewhere the name of a part. */
const atHead = [
	'Part 2',
	'PART II',
	'Part B',
	'Part Two – private',
	'Private',
	'Restricted',
	'In Committee',
	'In private',
	'SECRET',
	'Privileged',
	'Reserved',
];
const sentences = [
	'This report contains exempt information under paragraphs 8 and 10 of Part I of Schedule 7A of the Local Government (Scotland) Act 1973',
	'Exempt under paragraph 3 of Part 1 of Schedule 6 to the Local Government Act (Northern Ireland) 2014',
	'Exempt: paragraph 14 of Schedule 12A',
	'This report is not for publication.',
	'The press and public are to be excluded during consideration of this item.',
	'Contains exempt information',
	'This item will be considered in private.',
	'Pursuant to Government Code Section 54956.9',
	'This report is under embargo until the day of the meeting.',
	'This report must not be copied or disclosed and is confidential to members.',
	'This paper is printed on pink paper.',
];

const places: Record<string, (mark: string) => Parameters<typeof report>[0]> = {
	'above it all': (top) => ({top}),
	'above it all, in bold': (mark) => ({top: `**${mark}**`}),
	'among the particulars': (mid) => ({mid}),
	'behind a label': (mark) => ({mid: `Classification: ${mark}`}),
	'at the foot': (foot) => ({foot}),
	'in front of the title': (mark) => ({title: `${mark} – Sale of the depot at Green Lane`}),
	'in brackets behind the title': (mark) => ({title: `Sale of the depot at Green Lane (${mark})`}),
};

/** Whether somebody is told that it is private: by the finding, and by what waits to be released. */
const isKept = ({findings, remarks}: Review): boolean =>
	findings.some(({field, value}) => field === 'exempt' && value !== null) &&
	(findings.some(({field, note}) => field === 'exempt' && note === undefined) ||
		remarks.some((remark) => remark.startsWith('1 paper waits for somebody to release it')));

const read = (text: string, as?: (typeof kinds)[number]) =>
	reviewFile(Buffer.from(text), 'paper.md', makeDatabase(), as ? {as} : {});

describe.each(Object.entries(papers))('%s', (kind, paper) => {
	test.each(Object.entries(places))('is private with any marking %s', async (where, put) => {
		const isTitle = /title/.test(where);
		const open: string[] = [];
		for (const mark of [...marks, ...atHead, ...(isTitle ? [] : sentences)]) {
			if (/label/.test(where) && sentences.includes(mark)) continue;
			const review = await read(paper(put(mark)), kind as 'report');
			if (!isKept(review)) open.push(mark);
		}
		expect(open).toEqual([]);
	});

	test('is public where the marking says so, or where nothing does', async () => {
		for (const mark of [
			'',
			'Open',
			'Part 1',
			'Not confidential',
			'This report contains no exempt information.',
			'Official',
			'Public or exempt: Public',
			'Budget source: General Fund – Restricted',
		]) {
			const {findings} = await read(paper({mid: mark}), kind as 'report');
			expect([
				mark,
				findings.find(({field, value}) => field === 'exempt' && value !== null),
			]).toEqual([mark, undefined]);
		}
	});
});

/** Strategies and tables that come in are public: marked ones stay out until somebody releases them. */
const outline = ({top = '', mid = '', foot = '', title = 'Thriving Welby'}) =>
	`${top}\n\n${title}\n\nCorporate strategy 2026-2030\n\n${mid}\n\nPriority 1 – Homes\n\n- Build 200 homes\n- Repair the rest\n\nPriority 2 – Streets\n\n- Mend the roads\n- Plant trees along them\n\n${foot}\n`;
const sheet = ({top = '', mid = '', foot = '', title = 'Capital programme'}) =>
	`${top === '' ? '' : `"${top.replaceAll('*', '')}",,\n`}"${title}",,\n${mid === '' ? '' : `"${mid}",,\n`}Project,Priority,Status\nHarbour wall,P1,On track\nLibrary roof,P1,Complete\n${foot === '' ? '' : `"${foot}",,\n`}`;

describe.each([
	['strategy', outline, 'plan.md'],
	['portfolio', sheet, 'table.csv'],
] as const)('%s', (kind, paper, name) => {
	const comesIn = async (text: string, set: Record<string, string> = {}) => {
		const database = makeDatabase();
		const review = await reviewFile(Buffer.from(text), name, database, {as: kind, set});
		return plan(database, review);
	};
	test.each(Object.entries(places))('stays out with any marking %s', async (_where, put) => {
		const open: string[] = [];
		for (const mark of [...marks, ...atHead]) {
			const planned = await comesIn(paper(put(mark)));
			if (!('refusal' in planned) || !planned.refusal.includes('release it')) open.push(mark);
			const released = await comesIn(paper(put(mark)), {exempt: 'no'});
			if (!('changes' in released)) open.push(`${mark}, released: ${released.refusal}`);
		}
		expect(open).toEqual([]);
	});
	test('comes in where nothing marks it', async () => {
		for (const mark of ['', 'Open', 'Public', 'Not confidential', 'Part 1'])
			expect([mark, 'changes' in (await comesIn(paper({mid: mark})))]).toEqual([mark, true]);
	});
});

test('a row that is marked stays out, the others come in', async () => {
	const database = makeDatabase();
	const rows =
		'Project,Priority,Status,Confidential?,Sector\nHarbour wall,P1,Closed,No,Private\nLibrary roof,P1,On track,Yes,Public\nDepot sale (exempt),P1,On track,,Public\n';
	const review = await reviewFile(Buffer.from(rows), 'table.csv', database);
	expect(
		review.findings.filter(({field}) => field === 'rows').map(({shown}) => shown.split(':')[0]),
	).toEqual(['Harbour wall', 'Library roof', 'Depot sale (exempt)']);
	const planned = await plan(database, review);
	expect(
		'changes' in planned &&
			planned.changes.map((change) => change.kind === 'project/add' && change.title),
	).toEqual(['Harbour wall']);
});

test('a reference with a slash becomes an id, by which its row is found again', async () => {
	const database = makeDatabase();
	const rows = 'Ref,Project,Priority,Status\nCP/2026/01,Harbour wall,P1,On track\n';
	const planned = await plan(database, await reviewFile(Buffer.from(rows), 'table.csv', database));
	expect(
		'changes' in planned && planned.changes.map((change) => 'id' in change && change.id),
	).toEqual(['CP-2026-01']);
});

test.each(['Confidential', 'NOT FOR PUBLICATION', 'Embargoed until 5 May 2026', 'Restricted'])(
	'minutes that are marked “%s” above it all are private throughout',
	async (mark) => {
		const review = await read(
			`${mark}\n\nMinutes of the Finance Committee held on 12 May 2026\n\nPresent: Councillor Reed (Chair)\n\n1. Budget\n\nRESOLVED: That the budget be approved.\n\n2. Depot\n\nRESOLVED: That the depot be sold.\n`,
			'minutes',
		);
		const decisions = review.findings.filter(({field}) => field === 'decisions');
		expect(decisions.map(({value}) => (value as {exempt?: unknown}).exempt !== undefined)).toEqual([
			true,
			true,
		]);
	},
);

test('nobody is to be reached or named by what comes of a strategy or a table', async () => {
	const text = outline({
		foot: 'Contact\n\nFor further information contact Jo Bloggs on 01234 567890 or jo.bloggs@welby.example',
	}).replace(
		'- Repair the rest',
		'- Repair the rest\n- Lead officer: Jo Bloggs\n- Led by Cllr Bloggs, open 40 gardens\n- Enquiries: jo.bloggs@welby.example, 01234 567890',
	);
	const table =
		'Project,Priority,Status,Comments\nHarbour wall,P1,On track,"Ask jo.bloggs@welby.example or Cllr Bloggs, 01234 567890."\n';
	for (const [bytes, name] of [
		[text, 'plan.md'],
		[table, 'table.csv'],
	] as const) {
		const database = makeDatabase();
		const planned = await plan(database, await reviewFile(Buffer.from(bytes), name, database));
		expect(JSON.stringify(planned)).toContain('changes');
		expect(JSON.stringify(planned)).not.toMatch(/bloggs|567890/i);
	}
});

test('a marking that stands only in the foot of every page counts', async () => {
	const page = (text: string) => `${text}\n\n\n\nOFFICIAL - SENSITIVE\n\f`;
	const review = await read(
		page(report({}).slice(0, 120)) + page(report({}).slice(120)) + page('It ends here.'),
		'report',
	);
	expect(isKept(review)).toBe(true);
});

test('an appendix that is marked is told, and the paper stays public', async () => {
	const review = await read(
		report({foot: 'Appendices\n\nAppendix 1 – Plan\n\nAppendix 2 – Valuation (Exempt)'}),
		'report',
	);
	expect(review.findings.find(({field, value}) => field === 'exempt' && value !== null)).toBe(
		undefined,
	);
	expect(review.remarks.join('\n')).toContain('Appendix 2');
});

test('titles that only hold the words of a marking are none', async () => {
	for (const title of [
		'Private Rented Sector – Enforcement',
		'Confidential Waste Collection Contract',
		'Restricted Byways: review',
		'Local Plan – Part 2',
	]) {
		const {findings} = await read(report({title}), 'report');
		expect([title, findings.find(({field}) => field === 'exempt')]).toEqual([title, undefined]);
	}
});
