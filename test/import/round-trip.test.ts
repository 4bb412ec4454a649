// What goes out as tables comes in again: any strategy's projects, with all that lies in them, into a database that has none.
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {csvOf, workbookOf} from '../../source/import/out/write.ts';
import type {TableName} from '../../source/import/out/tables.ts';
import {plan, reviewFile} from '../../source/import/index.ts';
import {sayMoney} from '../../source/domain/money.ts';
import type {Database, Milestone, Money, Project} from '../../source/domain/schema/index.ts';
import {accepted, makeDatabase} from '../helpers/database.ts';

const base = makeDatabase();
const [priority, other] = base.strategies.flatMap(({priorities}) => priorities.map(({id}) => id));
const criteria = base.strategies.flatMap((strategy) => strategy.criteria.map(({id}) => id));
const domains = base.strategies.flatMap((strategy) => strategy.domains.map(({id}) => id));
const objectives = base.strategies.flatMap((strategy) => strategy.objectives.map(({id}) => id));

const word = fc.constantFrom(
	'Tender',
	'pilot',
	'Schools',
	'Network',
	'Übergabe',
	'North',
	'ledger',
);
const text = fc.array(word, {minLength: 2, maxLength: 5}).map((words) => words.join(' '));
const day = fc
	.tuple(
		fc.integer({min: 2024, max: 2026}),
		fc.integer({min: 1, max: 12}),
		fc.integer({min: 1, max: 28}),
	)
	.map(([year, ...rest]) => [year, ...rest.map((one) => String(one).padStart(2, '0'))].join('-'))
	.filter((one) => one < '2026-11-01');
const confidence = fc.constantFrom('green' as const, 'amber' as const, 'red' as const);
const money: fc.Arbitrary<Money> = fc.oneof(
	fc.record({amount: fc.integer({min: 1, max: 9_999_999})}),
	fc.record({
		amount: fc.integer({min: 1, max: 9_999_999}),
		currency: fc.constantFrom('EUR', 'USD', 'GBP', 'AUD', 'CHF'),
	}),
	fc.constantFrom(
		{amount: 2_400_000, currency: 'EUR', written: '€2.4m'},
		{amount: 250_000, currency: 'GBP', written: '£250k'},
	),
);
const score = fc.record(
	{likelihood: fc.integer({min: 1, max: 5}), impact: fc.integer({min: 1, max: 5}), on: day},
	{requiredKeys: ['likelihood', 'impact']},
);
const post = fc.constantFrom('reed', 'smith', 'Head of Digital');
const some = <Of>(of: fc.Arbitrary<Of>) => fc.option(of, {nil: undefined});

const milestone = fc
	.record({
		original: some(day),
		approved: some(day),
		forecast: some(day),
		achieved: some(day),
		note: some(text),
	})
	// What was first approved is approved, be it on another day.
	.map((one) => ({...one, approved: one.approved ?? one.original}));
const risk = fc.record({
	cause: some(text),
	effect: some(text),
	inherent: some(score),
	current: some(score),
	target: some(score),
	proximity: some(day),
	response: some(fc.constantFrom('avoid', 'reduce', 'transfer', 'accept')),
	owner: some(post),
	reviewOn: some(day),
	cameTrueOn: some(day),
	closedOn: some(day),
	controls: some(fc.array(text, {minLength: 1, maxLength: 2})),
	actions: some(
		fc.array(fc.record({text, owner: some(post), due: some(day), doneOn: some(day)}), {
			minLength: 1,
			maxLength: 2,
		}),
	),
});
const project = fc.record({
	title: text,
	summary: some(text),
	priority: fc.constantFrom(priority, other),
	status: fc.constantFrom(
		'proposed',
		'in-progress',
		'on-hold',
		'blocked',
		'delivered',
		'cancelled',
	),
	confidence: some(confidence),
	confidences: some(
		fc.record({time: some(confidence), cost: some(confidence), benefits: some(confidence)}),
	),
	wayBack: some(text),
	stage: some(text),
	owner: some(post),
	sponsor: some(post),
	portfolioHolder: some(post),
	supplier: some(text),
	start: some(day),
	due: some(day),
	originalDue: some(day),
	forecastDue: some(day),
	money: some(
		fc.record({
			original: some(money),
			approved: some(money),
			forecast: some(money),
			spent: some(money),
		}),
	),
	domains: some(fc.subarray(domains, {minLength: 1})),
	objectives: some(fc.subarray(objectives, {minLength: 1})),
	criteria: some(
		fc
			.subarray(criteria, {minLength: 1})
			.map((ids) => Object.fromEntries(ids.map((id) => [id, 'partly']))),
	),
	note: some(text),
	milestones: fc.array(milestone, {maxLength: 3}),
	risks: fc.array(risk, {maxLength: 2}),
	needs: fc.boolean(),
});
const measure = fc.record({
	text: some(text),
	unit: some(fc.constantFrom('%', 'days', 'calls')),
	better: fc.constantFrom('up', 'down'),
	kind: fc.constantFrom('snapshot', 'cumulative'),
	tolerance: some(fc.integer({min: 1, max: 20})),
	targets: fc.integer({min: 1, max: 99}),
	owner: some(post),
	readings: fc.array(
		fc.record({
			value: fc.integer({min: -50, max: 99}),
			provisional: some(fc.constant(true)),
			note: some(text),
		}),
		{maxLength: 3},
	),
});

const counted = <Of extends object>(list: readonly Of[], prefix: string) =>
	list.map((one, index) => ({id: `${prefix}-${index + 1}`, ...one}));
/** As JSON has it: what is undefined is absent, and what is left empty by that too. */
const plain = <Of>(value: Of): Of =>
	JSON.parse(JSON.stringify(value), (_, one: unknown) =>
		typeof one === 'object' && one !== null && Object.keys(one).length === 0 ? undefined : one,
	) as Of;

/** A database of these projects and measures, with milestones and risks called so that none is called like another. */
const database = fc
	.tuple(fc.array(project, {minLength: 1, maxLength: 5}), fc.array(measure, {maxLength: 3}))
	.map(([projects, measures]): Database => {
		const first = base.strategies[0]!;
		return {
			...base,
			strategies: [
				{
					...first,
					measures: counted(measures, 'ME').map(({readings, targets, ...one}, at) => ({
						...plain(one),
						title: `Measure ${at} of calls`,
						frequency: 'quarter',
						targets: [{period: '2026-Q1', value: targets}],
						readings: counted(readings, `MR-${at}`).map((reading, quarter) => ({
							...plain(reading),
							period: `2026-Q${quarter + 1}`,
							at: '2026-11-01T10:00:00.000Z',
							by: 'Sam Clerk',
						})),
					})) as NonNullable<(typeof first)['measures']>,
				},
				...base.strategies.slice(1),
			],
			projects: projects.map(
				({note, needs, milestones, risks, title, ...one}, index) =>
					({
						...plain(one),
						id: `${one.priority}-${String(index + 20)}`,
						title: `${title} ${index}`,
						...(needs && index > 0
							? {
									dependsOn: [`${projects[0]!.priority}-20`],
									carriesOn: `${projects[0]!.priority}-20`,
								}
							: {}),
						...(milestones.length > 0
							? {
									milestones: plain(
										counted(
											milestones.map((own, at) => ({title: `Step ${at} of ${index}`, ...own})),
											'MS',
										),
									),
								}
							: {}),
						...(risks.length > 0
							? {
									risks: plain(
										risks.map(({controls, actions, ...own}, at) => ({
											id: `RK-${index * 10 + at}`,
											event: `Event ${at} of ${index}`,
											...own,
											...(controls
												? {
														controls: counted(
															controls.map((said) => ({text: said})),
															'RC',
														),
													}
												: {}),
											...(actions ? {actions: counted(actions, 'RA')} : {}),
										})),
									),
								}
							: {}),
						updates:
							note === undefined
								? []
								: [{id: 'U-1', at: '2026-11-01', by: 'Sam Clerk', note, status: one.status}],
					}) as unknown as Project,
			),
		};
	});

const bareDatabase: Database = {
	...base,
	projects: [],
	strategies: base.strategies.map(({measures: _measures, risks: _risks, ...rest}) => rest),
	decisions: [],
	actions: [],
	reports: [],
	notices: [],
	meetings: [],
};

async function imported(
	table: string | Uint8Array,
	into: Database,
	sheet?: string,
): Promise<Database> {
	const bytes = typeof table === 'string' ? Buffer.from(table) : table;
	const review = await reviewFile(
		bytes,
		'out.csv',
		into,
		sheet === undefined ? {} : {set: {sheet}},
	);
	const planned = await plan(into, review);
	if ('refusal' in planned) {
		if (/nothing would change|no row/.test(planned.refusal)) return into;
		throw new Error(planned.refusal);
	}
	return accepted(into, planned.changes).database;
}

/** What was first approved is what is approved where nobody said so. */
const begun = ({original, approved, ...rest}: Milestone) => ({
	...rest,
	approved,
	original: original ?? approved,
});

/** The facts of a database that tables tell: without ids that nobody cites, and sums by how they are said. */
const factsOf = (whole: Database): unknown =>
	plain({
		projects: whole.projects.map(
			({updates, money: sums = {}, due, originalDue, milestones = [], risks = [], ...one}) => ({
				...one,
				due,
				originalDue: originalDue ?? due,
				money: Object.fromEntries(
					Object.entries(sums).map(([name, sum]) => [
						name,
						[(sum as Money).amount, sayMoney(sum as Money, whole)?.replaceAll('\u00a0', ' ')],
					]),
				),
				note: updates.at(-1)?.note,
				milestones: milestones.map(({id: _id, ...own}) => begun(own as Milestone)),
				risks: risks.map(({controls, actions, ...own}) => ({
					...own,
					controls: controls?.map(({text: said}) => said),
					actions: actions?.map(({id: _id, ...rest}) => rest),
				})),
			}),
		),
		measures: whole.strategies.map(({measures = []}) =>
			measures.map(({readings, ...own}) => ({
				...own,
				readings: readings.map(({id: _id, at: _at, by: _by, ...rest}) => rest),
			})),
		),
	});

const names: TableName[] = ['projects', 'milestones', 'risks', 'measures', 'readings'];
const hasRows = (whole: Database, name: TableName) =>
	csvOf(whole, name).trim().split('\n').length > 1;

test('tables of any strategy, read into a database without projects, tell the same', async () => {
	await fc.assert(
		fc.asyncProperty(database, async (whole) => {
			let read = bareDatabase;
			for (const name of names)
				if (hasRows(whole, name)) read = await imported(csvOf(whole, name), read);
			expect(factsOf(read)).toEqual(factsOf(whole));
			for (const name of names) {
				if (!hasRows(whole, name)) continue;
				const again = await reviewFile(Buffer.from(csvOf(whole, name)), 'out.csv', read);
				expect(await plan(read, again)).toEqual({refusal: 'nothing would change'});
			}
		}),
		{numRuns: 25},
	);
});

test('and so do the sheets of one workbook', async () => {
	await fc.assert(
		fc.asyncProperty(database, async (whole) => {
			const workbook = await workbookOf(whole, names);
			let read = bareDatabase;
			for (const name of names)
				if (hasRows(whole, name)) read = await imported(workbook, read, name);
			expect(factsOf(read)).toEqual(factsOf(whole));
		}),
		{numRuns: 10},
	);
});

const gates = (...dates: [string, string?, string?][]) =>
	counted(
		dates.map(([approved, forecast, achieved], index) =>
			plain({title: `Gateway ${index + 1}`, original: approved, approved, forecast, achieved}),
		),
		'MS',
	);

test.each([
	[
		'a column for each milestone that projects share',
		['Gateway 1', 'Gateway 1 done', 'Gateway 2', 'Gateway 2 forecast'],
		[
			gates(['2026-03-01', undefined, '2026-03-02'], ['2026-12-01', '2027-02-01']),
			gates(['2026-04-01'], ['2027-04-01']),
		],
	],
	[
		'counted columns where each project has its own',
		['Milestone 1', 'Milestone 1 due', 'Milestone 2', 'Milestone 2 forecast'],
		[
			[
				{id: 'MS-1', title: 'Survey reported', original: '2026-03-01', approved: '2026-03-01'},
				{id: 'MS-2', title: 'Actual start', forecast: '2027-02-01'},
			],
			[{id: 'MS-1', title: 'Forecast agreed', original: '2026-05-01', approved: '2026-05-01'}],
			[],
		],
	],
])('the portfolio in one sheet has %s, and comes in again', async (_, headings, lists) => {
	const whole: Database = {
		...base,
		projects: lists.map((milestones, index) => ({
			...base.projects[0]!,
			id: `P1-${index + 20}`,
			title: `Project ${index}`,
			milestones,
		})),
	};
	const [head = ''] = csvOf(whole, 'portfolio').split('\r\n');
	expect(head.split(',').slice(16)).toEqual(headings);
	for (const table of [csvOf(whole, 'portfolio'), await workbookOf(whole, ['portfolio'])]) {
		const read = await imported(table, bareDatabase);
		const bare = (milestones: readonly object[]) => milestones.map((one) => ({...one, id: ''}));
		expect(read.projects.map(({milestones = []}) => bare(milestones))).toEqual(lists.map(bare));
		expect(await imported(table, read)).toEqual(read);
	}
});

test('what is forecast or reached in a column of the sheet is told of a milestone that is there; its approved day is not moved', async () => {
	const held = await imported(
		'Id,Title,Priority,Gateway 1,Gateway 2\nP1-20,Calls,P1,2026-03-01,2026-09-01\n',
		bareDatabase,
	);
	const read = await imported(
		'Id,Title,Gateway 1,Gateway 1 done,Gateway 2,Gateway 2 forecast\nP1-20,Calls,2026-03-01,2026-03-04,2027-01-01,2026-12-01\n',
		held,
	);
	expect(read.projects[0]?.milestones).toMatchObject([
		{title: 'Gateway 1', approved: '2026-03-01', achieved: '2026-03-04'},
		{title: 'Gateway 2', approved: '2026-09-01', forecast: '2026-12-01'},
	]);
});

test('the government’s yearly portfolio comes in with its headings; a rating that is kept back leaves no project out', async () => {
	const table = [
		'GMPP ID Number,Project Name,Department,Annual Report Category,Description / Aims,IPA Delivery Confidence Assessment,Departmental commentary on actions planned or taken on the IPA RAG rating.,Project - Start Date (Latest Approved Start Date),Project - End Date (Latest Approved End Date),TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs)',
		'DEF_0001_2526-Q4,Harbour Renewal,Defence,Infrastructure,Renews two jetties.,Amber,Contracts are re-planned.,01/04/2021,31/03/2029,310.40',
		'DFT_0003_2526-Q4,Northern Bypass,DfT,Infrastructure,A bypass.,Exempt under Section 43 of the Freedom of Information Act 2000,,01/02/2022,31/12/2030,5',
	].join('\n');
	const review = await reviewFile(Buffer.from(table), 'gmpp.csv', bareDatabase, {
		set: {priority: 'P1'},
	});
	const planned = await plan(bareDatabase, review);
	if ('refusal' in planned) throw new Error(planned.refusal);
	expect(accepted(bareDatabase, planned.changes).database.projects).toMatchObject([
		{
			id: 'DEF_0001_2526-Q4',
			title: 'Harbour Renewal',
			summary: 'Renews two jetties.',
			status: 'in-progress',
			confidence: 'amber',
			start: '2021-04-01',
			due: '2029-03-31',
			money: {approved: {amount: 310_400_000, currency: 'GBP'}},
			updates: [{note: 'Contracts are re-planned.'}],
		},
		{title: 'Northern Bypass', status: 'proposed', due: '2030-12-31'},
	]);
	expect(JSON.stringify(review)).toContain('gives no confidence: the project comes in without');
});
