// The facts of the two reports, written down by hand from the papers, and where the samples hold them.
import {describe, expect, test} from 'vitest';
import {load, only} from './files.ts';

type Fact = [fact: string, held: unknown, as: unknown];

/** A text that has all of these in it. */
const saying = (...parts: string[]) =>
	expect.stringMatching(new RegExp(parts.map((part) => `(?=[^]*${part})`).join('')));

const heldIn = (implications: {heading: string; text: string}[] | undefined, heading: string) =>
	implications?.find((one) => one.heading === heading)?.text;

describe('Lincolnshire, report on decision I017909', () => {
	const {boards, decisions, meetings, notices, organisation, projects, reports, strategies} =
		load('lincolnshire-decision');
	const report = only(reports, 'R-1');
	const decision = only(decisions, 'D-1');
	const held = (heading: string) => heldIn(report.implications, heading);
	const days = {from: '2019-05-07', to: '2019-05-10'};

	test.each<Fact>([
		['the council', organisation.name, 'Lincolnshire County Council'],
		[
			'report to',
			only(boards, report.board ?? '').name,
			'Executive Councillor for Highways, Transport and IT',
		],
		['date of the report', report.date, days],
		['date of the decision', decision.date, days],
		['days of the meeting', only(meetings, 'M-1').period, days],
		['subject', report.title, 'IMT Strategy Document'],
		['reference of the report', report.reference, 'I017909'],
		['reference of the decision', decision.reference, 'I017909'],
		['key decision', [report.key, decision.key], [false, false]],
		['on behalf of', report.author, saying('on behalf of the Head of Paid Service')],
		['recommended', report.recommendations, [saying('Appendix A', 'High Level Strategy 2019–22')]],
		['decided', decision.resolution, saying('Appendix A', 'High Level Strategy 2019–22')],
		['outcome', decision.outcome, 'approved'],
		['alternative', decision.alternatives, 'Not to approve the document.'],
		['reasons', decision.reasons, saying('good practice', 'monitor', 'plan of work', 'partners')],
		['reasons as reported', decision.reasons, report.reasons],
		['three ways of work', report.summary, saying('modernisation', 'optimisation', 'transform')],
		['further business cases', report.summary, saying('business cases', 'decisions')],
		['provider', report.summary, saying('Serco', '2022')],
		['local member', report.consultation, saying('Local member: not applicable')],
		['Executive Councillor', report.consultation, saying('Executive Councillor: consulted')],
		['engagement', report.consultation, saying('engagement with stakeholders')],
		[
			'scrutiny',
			report.scrutiny,
			saying('Overview and Scrutiny Management Board', '25 April 2019', 'Executive Councillor'),
		],
		['equality', held('Equality Act 2010'), saying('no impact')],
		[
			'needs assessment',
			held('Joint Strategic Needs Assessment and Joint Health and Wellbeing Strategy'),
			saying('not affect them directly'),
		],
		['crime and disorder', held('Crime and disorder'), saying('no impact')],
		['legal', held('Legal'), saying('powers', 'Policy Framework', 'remit')],
		['resources', held('Resources'), saying('No direct effect on budgets', 'capital programme')],
		['risks', held('Risks and impact analysis'), saying('Carried out')],
		['no other implication', report.implications?.length, 6],
		['appendices', report.appendices, ['Appendix A: IMT Strategy Feb 2019 V1.0']],
		['background papers', report.backgroundPapers, saying('None', '1972', '100D')],
		[
			'the strategy',
			strategies.map(({title, status}) => [title, status]),
			[['IMT Strategy 2019–2022', 'current']],
		],
		['its period', strategies[0]?.period, {from: '2019', to: '2022'}],
	])('%s', (_fact, found, expected) => {
		expect(found).toEqual(expected);
	});

	test('what the report does not say is not there', () => {
		for (const absent of ['mover', 'seconder', 'vote', 'urgency', 'dispensations'])
			expect(decision).not.toHaveProperty(absent);
		expect(only(meetings, 'M-1')).toMatchObject({attendance: []});
		expect(only(meetings, 'M-1')).not.toHaveProperty('venue');
		expect(only(meetings, 'M-1')).not.toHaveProperty('declarations');
		expect([notices, projects]).toEqual([[], []]);
	});

	test('the records keep the ids that they have in the sample made by hand', () => {
		const byHand = load('lincolnshire-imt');
		const before = only(byHand.decisions, 'D-1');
		const {title, resolution, recommendation, item, board, date} = before;
		expect(decision).toMatchObject({title, resolution, recommendation, item, board, date});
		const {scrutiny: _scrutiny, author: _author, ...same} = only(byHand.reports, 'R-1');
		expect(report).toMatchObject(same);
		expect(only(meetings, 'M-1').agenda.map(({id, about}) => [id, about])).toEqual(
			only(byHand.meetings, 'M-1').agenda.map(({id, about}) => [id, about]),
		);
	});
});

describe('Epping Forest, report C-039-2019/20', () => {
	const {boards, decisions, meetings, organisation, people, projects, reports, strategies} =
		load('epping-forest-ict');
	const report = only(reports, 'R-1');
	const decision = only(decisions, 'D-1');
	const [before, after] = [only(strategies, 'S-1'), only(strategies, 'S-2')];
	const held = (heading: string) => heldIn(report.implications, heading);

	test.each<Fact>([
		['the council', organisation.name, 'Epping Forest District Council'],
		['report to', only(boards, 'cabinet'), expect.objectContaining({kind: 'executive'})],
		['reference of the report', report.reference, 'C-039-2019/20'],
		['reference of the decision', decision.reference, 'C-039-2019/20'],
		['date of the report', report.date, '2020-03-26'],
		['date of the meeting', only(meetings, 'M-1').startsAt?.slice(0, 10), '2020-03-26'],
		['date of the decision', decision.date, '2020-03-26'],
		['subject', report.title, 'ICT Strategy'],
		['portfolio', report.author, saying('Customer Services')],
		[
			'portfolio holder',
			people.map(({name}) => name),
			expect.arrayContaining(['Portfolio Holder, Customer Services']),
		],
		[
			'recommended',
			report.recommendations,
			[saying('replaced', '2018–2023', 'two years', '2020–2022')],
		],
		['decided', decision.resolution, report.recommendations[0]],
		['outcome', [decision.outcome, decision.vote], ['approved', {method: 'no-dissent'}]],
		['written', report.summary, saying('2017', '2023')],
		['review', report.summary, saying('independent review', 'two years')],
		['focus', report.summary, saying('basics', 'makes more of what is there')],
		['themes', report.summary, saying('Corporate Plan')],
		['reasons', report.reasons, saying('2017', 'changed', 'no longer')],
		['reasons as reported', decision.reasons, report.reasons],
		['alternative', report.alternatives, saying('go on', '2018–2023')],
		['alternatives as reported', decision.alternatives, report.alternatives],
		['alternatives confirmed', decision.alternativesConfirmed, true],
		['resources', held('Resources'), saying('£1.2m', '2020–2022')],
		['legal', held('Legal and governance'), 'None.'],
		['environment', held('Safer, cleaner and greener'), 'None.'],
		['risk', held('Risk'), saying('programme of works', 'every month', 'every quarter')],
		['monitoring', held('Monitoring'), saying('Quarterly Performance', 'Stronger Council')],
		[
			'consultation',
			report.consultation,
			saying('Service Directors and Service Managers', 'informally', 'review', 'themes'),
		],
		['background papers', report.backgroundPapers, 'None.'],
		[
			'appendices',
			report.appendices,
			[saying('Appendix A'), saying('Appendix B', 'Local Digital')],
		],
		[
			'earlier strategy',
			[before.title, before.period],
			['ICT Strategy 2018–2023', {from: '2018', to: '2023'}],
		],
		[
			'its purposes',
			before.objectives.map(({text}) => text),
			[
				saying('corporate performance', 'service'),
				saying('performance of ICT'),
				saying('accommodation', 'space'),
				saying('flexibl', 'efficient'),
			],
		],
		[
			'revised strategy',
			[after.title, after.period],
			['ICT Strategy 2020–2022', {from: '2020', to: '2022'}],
		],
		[
			'its direction',
			after.objectives.map(({text}) => text),
			['Customer First', 'Digital by Default'],
		],
		['what follows it', after.summary, saying('new Corporate Plan', 'new ICT strategy')],
		[
			'basics',
			after.priorities[0]?.aims.map(({text}) => text),
			[saying('Customer Strategy'), saying('Local Digital Declaration')],
		],
		['budget', projects.map(({money}) => money?.approved?.amount), [1_200_000]],
	])('%s', (_fact, found, expected) => {
		expect(found).toEqual(expected);
	});

	test('what the report does not say is not there', () => {
		for (const absent of ['key', 'keyReason', 'scrutiny'])
			expect(report).not.toHaveProperty(absent);
		for (const absent of ['key', 'mover', 'seconder', 'urgency', 'dispensations'])
			expect(decision).not.toHaveProperty(absent);
	});

	test('posts say that they are made up, all but those that the report has', () => {
		const real = people.filter(({note}) => !note?.startsWith('Made up'));
		expect(real.map(({id}) => id)).toEqual([
			'customer-services',
			'responsible-officer',
			'democratic-services',
		]);
		expect(only(boards, 'cabinet').note).toMatch(/made up/);
	});
});

describe('North Hertfordshire, report of 24 March 2020', () => {
	const {decisions, notices, organisation, people, projects, reports, strategies} =
		load('north-hertfordshire-it');
	const report = only(reports, 'R-1');
	test.each<Fact>([
		['the council', organisation.name, saying('North Hertfordshire')],
		['date', report.date, '2020-03-24'],
		['title', report.title, saying('Technology Strategy', '2020–2025')],
		['report of', report.author, 'Service Director – Customers'],
		[
			'member',
			people.map(({name}) => name),
			expect.arrayContaining(['Executive Member for Finance & IT']),
		],
		['first notified in the forward plan', only(notices, 'N-1').publishedOn, '2020-02-07'],
		['key decision', report.key, true],
		['first strategy adopted', report.summary, saying('29 September 2015')],
		['adopted', decisions[0]?.resolution, saying('be adopted')],
		[
			'power to amend',
			decisions[0]?.resolution,
			saying('Service Director – Customers', 'consults the Executive Member for Finance & IT'),
		],
		['reserve ended', only(projects, 'P3-01').summary, saying('2014', 'each year')],
		['capital bids', only(projects, 'P3-01').milestones?.length, 4],
		['corporate IT risks', strategies[0]?.risks?.length, 3],
		['appendices', report.appendices?.length, 4],
		['background papers', report.backgroundPapers, 'None.'],
	])('%s', (_fact, found, expected) => {
		expect(found).toEqual(expected);
	});
});

describe('Westmorland and Furness, report of 30 April 2024', () => {
	const {organisation, people, projects, reports, strategies} = load('westmorland-and-furness-ict');
	const report = only(reports, 'R-1');
	test.each<Fact>([
		['the council', organisation.name, 'Westmorland and Furness Council'],
		['date', report.date, '2024-04-30'],
		['title', report.title, 'ICT Strategy 2024–2029'],
		['author', report.author, 'Assistant Director – ICT'],
		[
			'lead member',
			people.map(({name}) => name),
			expect.arrayContaining(['Cabinet Member for Customer and Waste Services']),
		],
		['key decision, by its limb', report.keyReason, saying('second limb', '£500,000')],
		['recommended', report.recommendations, [saying('2024–2029', 'delivery plan for 2024–2025')]],
		['council plan priorities', strategies[0]?.objectives.length, 6],
		[
			'how it goes about it',
			strategies[0]?.priorities.map(({title}) => title),
			['Stabilise', 'Rationalise', 'Improve', 'Transform'],
		],
		['year one', projects.length, 5],
		['appendices', report.appendices?.length, 3],
		['background papers', report.backgroundPapers, 'Not applicable.'],
	])('%s', (_fact, found, expected) => {
		expect(found).toEqual(expected);
	});
});
