import {projectStatuses} from '../domain/schema/values.ts';
import {daysBetween} from '../domain/calendar.ts';
import {sayDelay} from '../domain/approved-words.ts';
import {sayMoney} from '../domain/money.ts';
import type {Highlights} from '../domain/queries/highlights.ts';
import {saySince} from '../domain/queries/news.ts';
import type {Progress} from '../domain/queries/progress.ts';
import {sayCounts, sayProgress, type ProgressLine} from '../domain/queries/progress-words.ts';
import type {Database} from '../domain/schema/index.ts';
import {inEnglish, type Voice, voiceOf} from '../domain/voice/index.ts';
import {confidenceWords, count, statusWords} from '../domain/words.ts';
import {and, derived, fieldsOf, type Source, told} from './source.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	type MaybePair,
	note,
	pairs,
	paragraph,
	sourcedList,
	sourcedTable,
	type Sourcing,
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
		source: partBy(highlights),
		manner,
		blocks: [
			...(highlights.example
				? [
						exampleRemark(
							voice,
							...database.meetings.filter(({example}) => example).map(({id}) => id),
						),
					]
				: []),
			...pairs(
				['Organisation', organisation, told('organisation/name')],
				['Strategy', of === undefined ? undefined : strategy.title, partBy(highlights)],
				[
					'As at',
					`${voice.day(day)}${papers ? `, as the papers for ${papers.title} were published` : ''}`,
					comparedBy(highlights),
				],
				['Compared', saySince(highlights), comparedBy(highlights)],
				['In short', sayCounts(projects), and(allOf(highlights), ...comparedBy(highlights).from)],
			),
			...(projects.length > 1
				? [heading(2, 'Confidence and status'), ...standingTables(highlights)]
				: []),
			...wantedBlocks(highlights),
			...nextBlocks(voice, highlights),
			...measureBlocks(highlights),
			...riskBlocks(voice, highlights),
			...priorities.flatMap(({id, rank, title, projects: own}) => [
				...(of === undefined
					? [
							heading(
								2,
								`Priority ${rank}: ${title}`,
								told(...fieldsOf(`strategies/${strategy.id}/priorities/${id}`, 'rank', 'title')),
							),
						]
					: []),
				...(own.length === 0
					? [paragraph('No project is named under this priority.', derived('total', 'projects/*'))]
					: []),
				...own.flatMap((one) => projectBlocks(voice, database, highlights, one)),
			]),
			...laterBlocks(database, highlights),
		],
	};
}

/** What the report is about, by its name. */
const partBy = ({strategy}: Highlights): Source =>
	told(`strategies/${strategy.id}/title`, `strategies/${strategy.id}/priorities`, 'projects/*');

/** Which states are compared: those of the meetings of the board, as their papers were published or they were closed. */
const comparedBy = ({since, papers}: Highlights): Source =>
	derived(
		'progress',
		'meetings/*',
		...[since, papers].flatMap((state) =>
			state
				? fieldsOf(
						`meetings/${state.meeting}`,
						'title',
						'startsAt',
						'openedAt',
						'publishedOn',
						'closedAt',
						'status',
					)
				: [],
		),
	);

/** Everything that the report tells of its projects. */
const allOf = ({priorities}: Highlights): Source =>
	derived(
		'total',
		...priorities.flatMap(({projects}) =>
			projects.flatMap(({project, asked, actions}) => [
				`projects/${project.id}`,
				...asked.map(({id}) => `requests/${id}`),
				...actions.map(({id}) => `actions/${id}`),
			]),
		),
	);

/** How sure and how far the projects are, by priority: on a page with bars above. */
function standingTables({strategy, priorities}: Highlights): Block[] {
	const rows = priorities.map(({id, rank, title, projects}) => ({
		name: `${rank} ${title}`,
		projects: projects.map(({project}) => project),
		source: derived(
			'total',
			...fieldsOf(`strategies/${strategy.id}/priorities/${id}`, 'rank', 'title'),
			...projects.flatMap(({project}) =>
				fieldsOf(`projects/${project.id}`, 'status', 'confidence', 'priority'),
			),
		),
	}));
	const trust = ['green', 'amber', 'red', undefined] as const;
	return [
		...sourcedTable({
			caption: 'Confidence in delivery, in projects',
			columns: [
				{title: 'Priority'},
				...trust.map((one) => ({
					title: one ? confidenceWords[one] : 'Not rated',
					align: 'right' as const,
				})),
			],
			rows: rows.map(({name, projects, source}) => [
				[
					name,
					...trust.map((one) =>
						String(projects.filter(({confidence}) => confidence === one).length),
					),
				],
				source,
			]),
			chart: [
				{column: 1, look: 0},
				{column: 2, look: 2},
				{column: 3, look: 3},
				{column: 4, look: 5},
			],
		}),
		...sourcedTable({
			caption: 'Projects by status',
			wide: true,
			columns: [
				{title: 'Priority'},
				...projectStatuses.map((one) => ({title: statusWords[one], align: 'right' as const})),
			],
			rows: rows.map(({name, projects, source}) => [
				[
					name,
					...projectStatuses.map((one) =>
						String(projects.filter(({status}) => status === one).length),
					),
				],
				source,
			]),
		}),
	];
}

const wantedBlocks = ({wanted}: Highlights): Block[] =>
	wanted.length === 0
		? []
		: [
				heading(2, 'Decisions wanted'),
				...sourcedList(
					wanted.map(({id, what, reason, board, project}) => [
						[{strong: id}, ` ${what}. ${reason}${board ? ` (for ${board})` : ''}`],
						told(`requests/${id}`, `projects/${project}`),
					]),
				),
			];

const nextBlocks = (voice: Voice, {next}: Highlights): Block[] =>
	next.length === 0
		? []
		: [
				heading(2, 'Expected in the next ninety days'),
				...sourcedTable({
					columns: [
						{title: 'Milestone'},
						{title: 'Project', whole: true},
						{title: 'Expected', widest: 18},
						{title: 'Approved', widest: 18},
					],
					rows: next.map(({project, title, on, approved}) => [
						[title, project, voice.day(on), approved ? voice.day(approved) : '–'],
						told(`projects/${project}/milestones`),
					]),
				}),
			];

/** What a measure's latest reading comes to against its target, in a word. */
const meetsWords = {met: 'on target', near: 'just short', missed: 'off target'} as const;

function measureBlocks({measures, strategy}: Highlights): Block[] {
	if (measures.length === 0) return [];
	const number = (value: number | undefined) =>
		value === undefined ? '–' : value.toLocaleString('en-GB');
	return [
		heading(2, 'Measures'),
		...sourcedTable({
			columns: [
				{title: 'Measure'},
				{title: 'Before', align: 'right'},
				{title: 'Latest', align: 'right'},
				{title: 'Target', align: 'right'},
				{title: 'Standing'},
			],
			wide: true,
			rows: measures.map(({id, title, unit, period, value, before, target, meets, provisional}) => [
				[
					`${title}${unit ? ` (${unit})` : ''}`,
					number(before),
					number(value),
					number(target),
					[meets && meetsWords[meets], period, provisional && 'provisional']
						.filter(Boolean)
						.join(', ') || 'no reading yet',
				],
				derived('measure', `strategies/${strategy.id}/measures/${id}`),
			]),
		}),
	];
}

/** How many risks a report lists; the highest come first. */
const mostRisks = 10;

function riskBlocks(voice: Voice, {risks}: Highlights): Block[] {
	if (risks.length === 0) return [];
	const left = risks.length - mostRisks;
	return [
		heading(2, 'Risks'),
		...sourcedTable({
			columns: [
				{title: 'Risk'},
				{title: 'Of', widest: 20, whole: true},
				{title: 'Score', align: 'right'},
				{title: 'Target', align: 'right'},
				{title: 'Owner', widest: 20},
				{title: 'Looked at again by', widest: 18},
			],
			wide: true,
			rows: risks
				.slice(0, mostRisks)
				.map(({record, of, event, score, target, owner, reviewOn, cameTrueOn}) => [
					[
						cameTrueOn ? `${event} (came true ${voice.day(cameTrueOn)})` : event,
						of,
						score === undefined ? '–' : String(score),
						target === undefined ? '–' : String(target),
						owner ?? '–',
						reviewOn ? voice.day(reviewOn) : '–',
					],
					told(record),
				]),
		}),
		...(left > 0
			? [
					note(
						`${count(left, 'more risk')} with lower scores.`,
						derived('total', ...risks.map(({record}) => record)),
					),
				]
			: []),
	];
}

/** What stands in a project's table or the lines before it already. */
const inTables = new Set(['State', 'Reached', 'Slipped', 'Late', 'Said', 'Money']);

function projectBlocks(
	voice: Voice,
	database: Database,
	highlights: Highlights,
	progress: Progress,
): Block[] {
	const {project} = progress;
	const lines = sayProgress(database, progress);
	const latest = project.updates.findLast((one) => one.note);
	const texts = (label: string) => lines.filter((one) => one.label === label);
	const sum = (kind: 'approved' | 'forecast' | 'spent' | 'original') =>
		sayMoney(project.money?.[kind], database);
	const money = [
		['first approved', sum('original')],
		['approved', sum('approved')],
		['forecast', sum('forecast')],
		['spent', sum('spent')],
	].flatMap(([what, says]) => (says ? [`${what} ${says}`] : []));
	const place = `projects/${project.id}`;
	const by = (label: string) => progressBy(highlights, progress, label);
	const stated = progress.isNew ? 'New' : 'State';
	return [
		heading(3, `${project.id} ${project.title}`, told(`${place}/id`, `${place}/title`)),
		...pairs(
			[stated, (texts('New')[0] ?? texts('State')[0])?.text, by(stated)],
			[
				'Money',
				money.length > 0
					? `${money.join(', ')}${progress.money?.over ? `: ${progress.money.over} over` : ''}`
					: undefined,
				by('Money'),
			],
			...lines
				.filter(({label}) => !inTables.has(label) && label !== 'New')
				.map(({label, text}): MaybePair => [label, text, by(label)]),
		),
		...(latest?.note ? [paragraph(latest.note, told(`${place}/updates`))] : []),
		...milestoneTable(voice, progress),
	];
}

/** What a line of progress is about: fields of the project, its requests, its actions. */
const aboutLine: Record<string, string[]> = {
	New: ['status', 'confidence', 'priority'],
	State: ['status', 'confidence', 'priority'],
	'Way back to green': ['wayBack', 'confidence'],
	Reached: ['milestones'],
	Slipped: ['milestones'],
	Late: ['milestones'],
	'To put in place': ['pending'],
	Approved: ['pending'],
	'Risk rose': ['risks'],
	'Came true': ['risks'],
	Risk: ['risks'],
	Money: ['money'],
	Said: ['updates'],
	'No update': ['updates', 'status'],
};

/** A line tells of the project as it stands and, where it changed, of how that differs from before. */
const progressBy = (
	highlights: Highlights,
	{project, asked, actions}: Progress,
	label: string,
): Source =>
	derived(
		'progress',
		...fieldsOf(`projects/${project.id}`, ...(aboutLine[label] ?? [])),
		...(label === 'Asked' ? asked.map(({id}) => `requests/${id}`) : []),
		...(label === 'Action' ? actions.map(({id}) => `actions/${id}`) : []),
		...comparedBy(highlights).from,
	);

/** Every milestone with its first, its approved and its expected date side by side. */
function milestoneTable(voice: Voice, {project}: Progress): Block[] {
	const day = (date: string | undefined) => (date === undefined ? '–' : voice.day(date));
	return sourcedTable({
		columns: [
			{title: 'Milestone'},
			{title: 'First approved', widest: 18},
			{title: 'Approved', widest: 18},
			{title: 'Forecast', widest: 18},
			{title: 'Achieved', widest: 18},
			{title: 'Since first', widest: 12},
		],
		wide: true,
		rows: (project.milestones ?? []).map((milestone) => {
			const {id, title, original, approved, forecast, achieved} = milestone;
			const end = achieved ?? forecast ?? approved;
			return [
				[
					title,
					day(original),
					day(approved),
					day(forecast),
					day(achieved),
					original && end ? sayDelay(daysBetween(original, end)) : '–',
				],
				told(`projects/${project.id}/milestones/${id}`),
			];
		}),
	});
}

/** What has changed since the papers, apart: those who read them have not read this. */
function laterBlocks(database: Database, highlights: Highlights): Block[] {
	const {later, papers} = highlights;
	if (!papers || later.length === 0) return [];
	return [
		heading(2, 'Since the papers'),
		...later.flatMap((one) => [
			heading(
				3,
				`${one.project.id} ${one.project.title}`,
				told(...fieldsOf(`projects/${one.project.id}`, 'id', 'title')),
			),
			...sourcedList(
				changed(sayProgress(database, one)).map(({label, text}): Sourcing<Text> => [
					[{strong: `${label}:`}, ` ${text}`],
					progressBy(highlights, one, label),
				]),
			),
		]),
	];
}

/** What changed, without what only stands. */
const changed = (told: readonly ProgressLine[]): ProgressLine[] =>
	told.filter(({label}) => !['Money', 'Action', 'Late', 'Risk', 'No update'].includes(label));
