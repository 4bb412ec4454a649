import {projectStatuses} from '../domain/schema/values.ts';
import {daysBetween} from '../domain/calendar.ts';
import {sayDelay} from '../domain/approved-words.ts';
import {sayMoney} from '../domain/money.ts';
import type {Highlights, MeasureLine, RiskLine} from '../domain/queries/highlights.ts';
import {saySince} from '../domain/queries/news.ts';
import type {Progress} from '../domain/queries/progress.ts';
import {sayCounts, sayProgress, type Told} from '../domain/queries/progress-words.ts';
import type {Database} from '../domain/schema/index.ts';
import {inEnglish, type Voice, voiceOf} from '../domain/voice/index.ts';
import {confidenceWords, count, statusWords} from '../domain/words.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	list,
	note,
	pairs,
	paragraph,
	table,
	type Text,
} from './tree.ts';

/** A highlight report: what has changed, what comes next, what is wanted, then project by project. */
export function highlightsDocument(database: Database, highlights: Highlights): Document {
	const manner = inEnglish(highlights);
	const voice = voiceOf(manner);
	const {organisation, strategy, of, day, papers, priorities} = highlights;
	const projects = priorities.flatMap((one) => one.projects);
	return {
		title: `Highlights: ${of ?? strategy.title}`,
		manner,
		blocks: [
			...(highlights.example ? [exampleRemark(voice)] : []),
			...pairs(
				['Organisation', organisation],
				['Strategy', of === undefined ? undefined : strategy.title],
				[
					'As at',
					`${voice.day(day)}${papers ? `, as the papers for ${papers.title} were published` : ''}`,
				],
				['Compared', saySince(highlights)],
				['In short', sayCounts(projects)],
			),
			...(projects.length > 1 ? standingTables(highlights) : []),
			...wantedBlocks(highlights),
			...nextBlocks(voice, highlights),
			...measureBlocks(highlights.measures),
			...riskBlocks(voice, highlights.risks),
			...priorities.flatMap(({rank, title, projects: own}) => [
				...(of === undefined ? [heading(2, `Priority ${rank}: ${title}`)] : []),
				...(own.length === 0 ? [paragraph('No project is named under this priority.')] : []),
				...own.flatMap((one) => projectBlocks(voice, database, one)),
			]),
			...laterBlocks(database, highlights),
		],
	};
}

/** How sure and how far the projects are, by priority: on a page with bars above. */
function standingTables({priorities}: Highlights): Block[] {
	const rows = priorities.map(({rank, title, projects}) => ({
		name: `${rank} ${title}`,
		projects: projects.map(({project}) => project),
	}));
	const trust = ['green', 'amber', 'red', undefined] as const;
	return [
		...table({
			caption: 'Confidence in delivery, in projects',
			columns: [
				{title: 'Priority'},
				...trust.map((one) => ({
					title: one ? confidenceWords[one] : 'Not rated',
					align: 'right' as const,
				})),
			],
			rows: rows.map(({name, projects}) => [
				name,
				...trust.map((one) => String(projects.filter(({confidence}) => confidence === one).length)),
			]),
			chart: [
				{column: 1, look: 0},
				{column: 2, look: 2},
				{column: 3, look: 3},
				{column: 4, look: 5},
			],
		}),
		...table({
			caption: 'Projects by status',
			wide: true,
			columns: [
				{title: 'Priority'},
				...projectStatuses.map((one) => ({title: statusWords[one], align: 'right' as const})),
			],
			rows: rows.map(({name, projects}) => [
				name,
				...projectStatuses.map((one) =>
					String(projects.filter(({status}) => status === one).length),
				),
			]),
		}),
	];
}

const wantedBlocks = ({wanted}: Highlights): Block[] =>
	wanted.length === 0
		? []
		: [
				heading(2, 'Decisions wanted'),
				...list(
					wanted.map(({id, what, reason, board}): Text => [
						{strong: id},
						` ${what}. ${reason}${board ? ` (for ${board})` : ''}`,
					]),
				),
			];

const nextBlocks = (voice: Voice, {next}: Highlights): Block[] =>
	next.length === 0
		? []
		: [
				heading(2, 'Expected in the next ninety days'),
				...table({
					columns: [
						{title: 'Milestone'},
						{title: 'Project'},
						{title: 'Expected', widest: 18},
						{title: 'Approved', widest: 18},
					],
					rows: next.map(({project, title, on, approved}) => [
						title,
						project,
						voice.day(on),
						approved ? voice.day(approved) : '–',
					]),
				}),
			];

/** What a measure's latest reading comes to against its target, in a word. */
const meetsWords = {met: 'on target', near: 'just short', missed: 'off target'} as const;

function measureBlocks(measures: readonly MeasureLine[]): Block[] {
	if (measures.length === 0) return [];
	const number = (value: number | undefined) => (value === undefined ? '–' : String(value));
	return [
		heading(2, 'Measures'),
		...table({
			columns: [
				{title: 'Measure'},
				{title: 'Before', align: 'right'},
				{title: 'Latest', align: 'right'},
				{title: 'Target', align: 'right'},
				{title: 'Standing'},
			],
			rows: measures.map(({title, unit, period, value, before, target, meets, provisional}) => [
				`${title}${unit ? ` (${unit})` : ''}`,
				number(before),
				number(value),
				number(target),
				[meets && meetsWords[meets], period, provisional && 'provisional']
					.filter(Boolean)
					.join(', ') || 'no reading yet',
			]),
		}),
	];
}

/** How many risks a report lists; the highest come first. */
const mostRisks = 10;

function riskBlocks(voice: Voice, risks: readonly RiskLine[]): Block[] {
	if (risks.length === 0) return [];
	const left = risks.length - mostRisks;
	return [
		heading(2, 'Risks'),
		...table({
			columns: [
				{title: 'Risk'},
				{title: 'Of', widest: 20},
				{title: 'Score', align: 'right'},
				{title: 'Target', align: 'right'},
				{title: 'Owner', widest: 20},
				{title: 'Looked at again by', widest: 18},
			],
			wide: true,
			rows: risks
				.slice(0, mostRisks)
				.map(({of, event, score, target, owner, reviewOn, cameTrueOn}) => [
					cameTrueOn ? `${event} (came true ${voice.day(cameTrueOn)})` : event,
					of,
					score === undefined ? '–' : String(score),
					target === undefined ? '–' : String(target),
					owner ?? '–',
					reviewOn ? voice.day(reviewOn) : '–',
				]),
		}),
		...(left > 0 ? [note(`${count(left, 'more risk')} with lower scores.`)] : []),
	];
}

/** What stands in a project's table or the lines before it already. */
const inTables = new Set(['State', 'Reached', 'Slipped', 'Late', 'Said', 'Money']);

function projectBlocks(voice: Voice, database: Database, progress: Progress): Block[] {
	const {project} = progress;
	const told = sayProgress(database, progress);
	const latest = project.updates.findLast((one) => one.note);
	const texts = (label: string) => told.filter((one) => one.label === label);
	const sum = (kind: 'approved' | 'forecast' | 'spent' | 'original') =>
		sayMoney(project.money?.[kind], database);
	const money = [
		['first approved', sum('original')],
		['approved', sum('approved')],
		['forecast', sum('forecast')],
		['spent', sum('spent')],
	].flatMap(([what, says]) => (says ? [`${what} ${says}`] : []));
	return [
		heading(3, `${project.id} ${project.title}`),
		...pairs(
			[progress.isNew ? 'New' : 'State', (texts('New')[0] ?? texts('State')[0])?.text],
			[
				'Money',
				money.length > 0
					? `${money.join(', ')}${progress.money?.over ? `: ${progress.money.over} over` : ''}`
					: undefined,
			],
			...told
				.filter(({label}) => !inTables.has(label) && label !== 'New')
				.map(({label, text}): [string, string] => [label, text]),
		),
		...(latest?.note ? [paragraph(latest.note)] : []),
		...milestoneTable(voice, progress),
	];
}

/** Every milestone with its first, its approved and its expected date side by side. */
function milestoneTable(voice: Voice, {project}: Progress): Block[] {
	const day = (date: string | undefined) => (date === undefined ? '–' : voice.day(date));
	return table({
		columns: [
			{title: 'Milestone'},
			{title: 'First approved', widest: 18},
			{title: 'Approved', widest: 18},
			{title: 'Forecast', widest: 18},
			{title: 'Achieved', widest: 18},
			{title: 'Since first', widest: 12},
		],
		wide: true,
		rows: (project.milestones ?? []).map(({title, original, approved, forecast, achieved}) => {
			const end = achieved ?? forecast ?? approved;
			return [
				title,
				day(original),
				day(approved),
				day(forecast),
				day(achieved),
				original && end ? sayDelay(daysBetween(original, end)) : '–',
			];
		}),
	});
}

/** What has changed since the papers, apart: those who read them have not read this. */
function laterBlocks(database: Database, {later, papers}: Highlights): Block[] {
	if (!papers || later.length === 0) return [];
	return [
		heading(2, 'Since the papers'),
		...later.flatMap((one) => [
			heading(3, `${one.project.id} ${one.project.title}`),
			...list(
				changed(sayProgress(database, one)).map(({label, text}): Text => [
					{strong: `${label}:`},
					` ${text}`,
				]),
			),
		]),
	];
}

/** What changed, without what only stands. */
const changed = (told: readonly Told[]): Told[] =>
	told.filter(({label}) => !['Money', 'Action', 'Late', 'Risk', 'No update'].includes(label));
