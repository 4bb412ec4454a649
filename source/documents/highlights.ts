import {projectStatuses} from '../domain/schema/values.ts';
import type {Highlights} from '../domain/queries/strategy/highlights.ts';
import {measureStateWords} from '../domain/queries/strategy/measures.ts';
import {saySince} from '../domain/queries/strategy/news.ts';
import {sayCounts} from '../domain/queries/strategy/progress-words.ts';
import {tallyOf} from '../domain/queries/strategy/glance.ts';
import type {Database} from '../domain/schema/index.ts';
import {inEnglish, type Voice, voiceOf} from '../domain/voice/index.ts';
import {confidenceWords, count, sayNumber, statusWords} from '../domain/words.ts';
import {and, derived, fieldsOf, type Source, told} from './source.ts';
import {comparedBy, laterBlocks, projectBlocks} from './highlight-projects.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	note,
	pairs,
	paragraph,
	sourcedList,
	sourcedTable,
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
				[
					'In short',
					sayCounts(tallyOf(projects)),
					and(allOf(highlights), ...comparedBy(highlights).from),
				],
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

function measureBlocks(highlights: Highlights): Block[] {
	const {measures, strategy} = highlights;
	if (measures.length === 0) return [];
	const manner = inEnglish(highlights);
	const number = (value: number | undefined) =>
		value === undefined ? '–' : sayNumber(value, manner);
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
			rows: measures.map(({id, title, unit, period, value, before, target, state, provisional}) => [
				[
					`${title}${unit ? ` (${unit})` : ''}`,
					number(before),
					number(value),
					number(target),
					[state && measureStateWords[state], period, provisional && 'provisional']
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
