// What single values of a paper mean: dates, yes and no, posts, exemptions, headings, statuses, money.
import {describe, expect, test} from 'vitest';
import {splitLabel} from '../../source/import/read/labels.ts';
import {joinHyphen} from '../../source/import/read/lines.ts';
import {parseMoney} from '../../source/domain/money.ts';
import {parseDue} from '../../source/import/portfolio/cells.ts';
import {parseDate} from '../../source/import/report/dates.ts';
import {markingIn, markingOf, paragraphsIn} from '../../source/import/report/exempt.ts';
import {matchHeading, matchLabel} from '../../source/import/report/match.ts';
import {isContact, isPersonal, postsOf, scrub} from '../../source/import/report/people.ts';
import {crossedLines, parseYes} from '../../source/import/report/yes-or-no.ts';
import {leadingStanding, readStanding} from '../../source/import/status.ts';

test.each([
	['07 - 10 May 2019', {from: '2019-05-07', to: '2019-05-10'}],
	['26th March 2020', '2020-03-26'],
	['Tuesday, 12 May 2020 at 6.30pm', '2020-05-12'],
	['29 April – 2 May 2019', {from: '2019-04-29', to: '2019-05-02'}],
	['31 December 2019 to 3 January 2020', {from: '2019-12-31', to: '2020-01-03'}],
	['Between 1 and 5 June 2020', {from: '2020-06-01', to: '2020-06-05'}],
	['3rd of July 2021', '2021-07-03'],
	['12/05/2020', '2020-05-12'],
	['12.05.20', '2020-05-12'],
	['2020-05-12', '2020-05-12'],
	['May 12, 2020', '2020-05-12'],
	['May 2020', {from: '2020-05', to: '2020-05'}],
	['31 February 2020', undefined],
	['13/13/2020', undefined],
	['not before 1 June 2020', undefined],
	['on or after 20 October 2027', undefined],
	['to be confirmed', undefined],
])('the date in “%s”', (text, date) => {
	expect(parseDate(text)).toEqual(date);
});

test.each([
	['No', false],
	['Yes – expenditure over £500,000', true],
	['☒ Yes ☐ No', true],
	['☐ Yes ☒ No', false],
	['Yes [x] No [ ]', true],
	['Yes [ ] No [x]', false],
	['[x] Yes [ ] No', true],
	['Yes X No', true],
	['Yes No X', false],
	['Yes ✓  No', true],
	['Non-key', false],
	['Key', true],
	['Key decision', true],
	['This is not a key decision', false],
	['Yes/No', undefined],
	['YES   NO', undefined],
	['N/A', undefined],
	['', undefined],
	['☒ Yes ☒ No', undefined],
])('“%s” is yes: %s', (text, yes) => {
	expect(parseYes(text)?.yes).toBe(yes);
});

test('tells what is crossed, and what is said beside yes', () => {
	expect(crossedLines('- Expenditure over £500,000 ☐\n- Affects two or more wards ☒')).toEqual([
		'Affects two or more wards',
	]);
	expect(parseYes('Yes – expenditure over £500,000')?.rest).toBe('expenditure over £500,000');
});

describe('people', () => {
	test.each([
		['Debbie Example OBE, Head of Paid Service', ['Head of Paid Service'], true],
		[
			'Councillor R G Example, Executive Councillor for Highways, Transport and IT',
			['Executive Councillor for Highways, Transport and IT'],
			true,
		],
		['Christine Example ([number removed]).', [], true],
		['Jane Doe, Head of ICT, Tel 01234 567890, jane.doe@x.example', ['Head of ICT'], true],
		['Director of Resources', ['Director of Resources'], false],
		['the Corporate Director (Place)', ['Corporate Director (Place)'], false],
		['Assistant Director – Legal & Democratic', ['Assistant Director – Legal & Democratic'], false],
		['Jane Doe Finance Manager', ['Finance Manager'], true],
		['Jo Bloggs, Public Realm Contracts Manager', ['Public Realm Contracts Manager'], true],
		['Cllr J Smith (Cabinet Member for Finance)', ['Cabinet Member for Finance'], true],
		['Name: A Person\nTitle: Service Manager\nTelephone: 01522 552222', ['Service Manager'], true],
		[
			'Deputy Chief Executive and Section 151 Officer',
			['Deputy Chief Executive and Section 151 Officer'],
			false,
		],
		['Councillor Smith', [], true],
		['Dr Foster, Director of Public Health', ['Director of Public Health'], true],
	])('the posts in “%s”', (text, posts, named) => {
		expect(postsOf(text)).toEqual({posts, named});
	});

	test.each([
		['Ottoline Example', true],
		['Councillor Araminta Example', true],
		['Bartholomew Example, Finance Business Partner, 10 February 2027', true],
		['None', false],
		['Not Required', false],
		['All wards', false],
		['Housing Revenue Account', false],
		['The cost is in the budget.', false],
	])('“%s” is somebody: %s', (text, is) => {
		expect(isPersonal(text)).toBe(is);
	});

	test('takes addresses and numbers out of texts, and nothing else', () => {
		expect(scrub('Ask a.b@c.gov.uk or (01522) 552222, +44 20 7946 0123.').text).toBe(
			'Ask [e-mail removed] or [number removed], [number removed].',
		);
		for (const text of [
			'It costs £1,234,567 or 0.5%.',
			'Ref I017909, 2020/21, 1.10.2020',
			'paragraph 01 of 2026',
		])
			expect(scrub(text).text).toBe(text);
	});

	test.each([
		['This report was written by Jane Doe, who can be contacted on 1.', true],
		['For further information on this report please contact the Clerk.', true],
		['The supplier was contacted in May.', false],
	])('“%s” says whom to ask: %s', (text, is) => {
		expect(isContact(text)).toBe(is);
	});
});

describe('exempt matter', () => {
	test.each([
		['Open', false, []],
		['Public', false, []],
		['No', false, []],
		['General Release', false, []],
		['Unrestricted', false, []],
		['Part 1', false, []],
		['☐ Yes ☒ No', false, []],
		['Exempt', true, []],
		['Part 2', true, []],
		['Not for publication', true, []],
		['Yes – paragraph 3', true, [3]],
		['Exempt under paragraphs 1 and 2 of Schedule 12A', true, [1, 2]],
		['Confidential', true, []],
		['Open, with exempt appendix', 'part', []],
		['Part exempt', 'part', []],
		['Unrestricted report, exempt appendix A (paragraph 3)', 'part', [3]],
		['Appendix B is exempt: paragraphs 1-3 of Part 1 of Schedule 12A', 'part', [1, 2, 3]],
		['All wards', undefined, undefined],
	])('“%s” is exempt: %s', (text, exempt, paragraphs) => {
		expect(markingOf(text)?.exempt).toBe(exempt);
		expect(markingOf(text)?.paragraphs).toEqual(paragraphs);
	});

	test.each([
		[
			'Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972',
			true,
		],
		[
			'Part B of this report is not for publication by virtue of paragraphs 3 and 5 of Part 1 of Schedule 12A',
			'part',
		],
		['This report does not contain exempt information as defined in Schedule 12A', undefined],
		['It is exempt under Paragraph (insert relevant paragraph number) of Schedule 12A', undefined],
		['The lease is exempt from business rates.', undefined],
	])('the sentence “%s”: %s', (text, exempt) => {
		expect(markingIn(text)?.exempt).toBe(exempt);
	});

	test('reads paragraphs 1 to 7 only', () => {
		expect(paragraphsIn('paragraphs 1, 2 & 7')).toEqual([1, 2, 7]);
		expect(paragraphsIn('paragraph 4.2 and paragraph 12')).toEqual([]);
	});
});

describe('headings', () => {
	test.each([
		['Recommendations/Decisions Required:', 'recommendations'],
		['Recommendation(s):', 'recommendations'],
		['2 RECOMMENDATIONS', 'recommendations'],
		['The Cabinet is recommended to:', 'recommendations'],
		['What is the decision that is being sought?', 'recommendations'],
		['Reasons for the Recommended Decision', 'reasons'],
		['Reason for urgency', 'other'],
		['Reasons for exemption', undefined],
		['Other Options for Action', 'alternatives'],
		['What other options were considered?', 'alternatives'],
		['Alternative options considered and rejected', 'alternatives'],
		['Executive Summary', 'summary'],
		['Purpose/Executive Summary', 'summary'],
		['Purpose of the report', 'summary'],
		['a) Has Local Member Been Consulted?', 'consultation'],
		['Results of consultation undertaken', 'consultation'],
		['Comments of the Overview and Scrutiny Committee', 'scrutiny'],
		['Legal and Governance Implications', 'implications'],
		['Safer, Cleaner and Greener Implications', 'implications'],
		['Comments of the Chief Finance Officer', 'implications'],
		['Section 151 Officer Commentary', 'implications'],
		['Equality Act 2010', 'implications'],
		['What are the resource implications?', 'implications'],
		['Climate Change and Biodiversity', 'implications'],
		['Implications', 'group'],
		['Statutory Officers comments (Director of Finance (procurement), Legal)', 'group'],
		['Background Papers', 'backgroundPapers'],
		['Sources/background papers', 'backgroundPapers'],
		['Background', 'other'],
		['Background information', 'other'],
		['List of Appendices included:', 'appendices'],
		['Appendix A', undefined],
		['Annex 2 – Prices', undefined],
		['Recomendations', 'recommendations'],
		['Recommen dations', 'recommendations'],
		['Altenatives considered', 'alternatives'],
		['Telephony', undefined],
		['The committee met in May', undefined],
		['', undefined],
	])('“%s” announces %s', (text, role) => {
		expect(matchHeading(text)?.role).toBe(role);
	});

	test.each([
		['Report to:', 'body'],
		['Is this a key decision?', 'key'],
		['If relevant, add Forward Plan Reference', 'reference'],
		['Open Report on behalf of', 'author'],
		['Tel', 'person'],
		['Ward(s) affected', 'other'],
		['Colour', undefined],
	])('the label “%s” announces %s', (text, role) => {
		expect(matchLabel(text)?.role).toBe(role);
	});
});

test.each([
	['1. One', '1.', 'One'],
	['2.3 Two', '2.3', 'Two'],
	['(a) Letter', '(a)', 'Letter'],
	['iv) Four', 'iv)', 'Four'],
	['• Dot', '•', 'Dot'],
	['12) Twelve', '12)', 'Twelve'],
	['2019. A year', undefined, undefined],
	['3 Rivers', undefined, undefined],
	['A plan', undefined, undefined],
	['i.e. this', undefined, undefined],
])('the label of “%s”', (text, label, rest) => {
	const found = splitLabel(text);
	expect([found?.label.text, found?.rest]).toEqual([label, rest]);
});

test.each([
	['arrange-', 'ments', 'arrangements'],
	['self-', 'service', 'self-service'],
	['the', 'end', 'the end'],
	['2018-', '2023', '2018-2023'],
	['and/', 'or', 'and/or'],
	['soft\u00ad', 'ly', 'softly'],
])('%s + %s', (before, after, whole) => {
	expect(joinHyphen(before, after)).toBe(whole);
});

test.each([
	['Complete', {status: 'delivered'}],
	['ON TRACK', {status: 'in-progress', confidence: 'green'}],
	['Amber', {confidence: 'amber'}],
	['Stopped', {status: 'cancelled'}],
	['Not started', {status: 'proposed'}],
	['Paused', {status: 'on-hold'}],
	['Pending dependencies', {status: 'blocked'}],
	['In-progress', {status: 'in-progress'}],
	['Zorg', undefined],
	['', undefined],
])('the status “%s”', (text, standing) => {
	expect(readStanding(text)).toEqual(standing);
});

test.each([
	['Delivered, it works.', 'delivered', 'it works.'],
	['Pending delivery of Dependencies, later', 'blocked', 'later'],
	['Cancelled: no case', 'cancelled', 'no case'],
	['Ongoing', 'in-progress', ''],
	['Delivered services are good', undefined, undefined],
])('a comment that begins “%s”', (text, status, rest) => {
	const found = leadingStanding(text);
	expect([found?.standing.status, found?.rest]).toEqual([status, rest]);
});

test.each([
	['£1.2m', 1_200_000],
	['250k', 250_000],
	['1,200,000', 1_200_000],
	['£ 45 000.50', 45_000.5],
	['none', undefined],
	['£1.2m–£2m', undefined],
])('the sum “%s”', (text, sum) => {
	expect(parseMoney(text)).toBe(sum);
});

test('a due day is a day', () => {
	expect([parseDue('31/03/2027'), parseDue('March 2027'), parseDue('Q3')]).toEqual([
		'2027-03-31',
		undefined,
		undefined,
	]);
});
