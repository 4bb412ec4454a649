import {overview, type Overview} from '../domain/queries/strategy/overview.ts';
import {sayActions, sayStatuses, statusOrder} from '../domain/queries/strategy/portfolio.ts';
import {currentStrategy} from '../domain/queries/strategy/projects.ts';
import type {Database, Project} from '../domain/schema/index.ts';
import {englishManner, screenVoice, type Voice} from '../domain/voice/index.ts';
import {confidenceWords, criterionWords, statusWords} from '../domain/words.ts';
import {actionTable, withoutEmpty} from './register.ts';
import {type Block, type Document, heading, list, pairs, paragraph, table} from './tree.ts';

/** The data of a portfolio page: what its charts and tables say. */
export function portfolioOf(database: Database, today: string) {
	const strategy = currentStrategy(database);
	const {priorities, balance, openActions, total} = overview(database, today);
	const inStrategy = new Set(priorities.map(({priority}) => priority.id));
	return {
		organisation: database.organisation.name,
		title: strategy?.title ?? database.organisation.name,
		period: strategy?.period,
		asOf: today,
		total,
		priorities,
		balance,
		criteria: strategy?.criteria ?? [],
		projects: database.projects.filter(({priority}) => inStrategy.has(priority)),
		openActions,
	};
}
type Portfolio = ReturnType<typeof portfolioOf>;

/** How the portfolio stands, for a page that anybody may open. `today` is a day in the organisation's time zone. */
export function portfolioDocument(
	database: Database,
	found: Portfolio,
	publicOnly = false,
): Document {
	const {title, organisation, period, asOf, projects, openActions} = found;
	const voice = screenVoice(database);
	return {
		title: `Portfolio: ${title}`,
		manner: englishManner(database),
		blocks: [
			...pairs(
				['Organisation', organisation],
				['Period', period && voice.period(period)],
				['As of', voice.day(asOf)],
				[
					'Projects',
					projects.length > 0 ? `${projects.length}: ${sayStatuses(projects)}` : 'none yet',
				],
				['Actions', sayActions(openActions, asOf)],
			),
			heading(2, 'Status of each priority'),
			...statuses(found),
			heading(2, 'Balance over time'),
			...balanceBlocks(voice, found),
			heading(2, 'Projects and success criteria'),
			...matrix(found),
			heading(2, 'Open actions'),
			...(openActions.length > 0
				? table({...withoutEmpty(actionTable(database, openActions, asOf)), wide: true})
				: [paragraph('There are no open actions.')]),
		],
		footer: [
			`Revision ${database.revision} of the strategy database${publicOnly ? ', without exempt matter' : ''}.`,
		],
	};
}

function statuses({priorities}: Portfolio): Block[] {
	if (priorities.length === 0) return [paragraph('There is no strategy in force yet.')];
	const shown = statusOrder.filter((status) => priorities.some(({counts}) => counts[status] > 0));
	return table({
		caption: 'Projects by priority and status',
		columns: [
			{title: 'Priority', widest: 40},
			{title: 'Projects', align: 'right'},
			...shown.map((status) => ({title: statusWords[status], align: 'right' as const})),
		],
		rows: priorities.map(({priority, total, counts}) => [
			`${priority.rank}. ${priority.title}`,
			String(total),
			...shown.map((status) => String(counts[status])),
		]),
		chart: shown.map((status, index) => ({
			column: index + 2,
			look: statusOrder.indexOf(status),
		})),
		wide: true,
	});
}

function balanceBlocks({day: sayDay}: Voice, {priorities, balance}: Portfolio): Block[] {
	const ranked: Overview['priorities'] = priorities;
	if (balance.length < 2)
		return [
			paragraph('No project of the strategy has been settled yet, so the balance has not moved.'),
		];
	return [
		paragraph(
			'Projects that were still open, at the start and after each of the last days on which some were settled.',
		),
		...table({
			caption: 'Open projects by priority',
			columns: [
				{title: 'Day'},
				...ranked.map(({priority}) => ({
					title: `${priority.rank}. ${priority.title}`,
					align: 'right' as const,
				})),
			],
			rows: balance.map(({day, open}) => [
				day === '' ? 'At the start' : sayDay(day),
				...open.map(String),
			]),
			chart: ranked.map((_, look) => ({column: look + 1, look})),
			wide: true,
		}),
	];
}

function matrix({priorities, projects, criteria}: Portfolio): Block[] {
	if (projects.length === 0) return [paragraph('There are no projects yet.')];
	const assessed = criteria.filter(({id}) => projects.some((project) => project.criteria?.[id]));
	const sure = projects.some(({confidence}) => confidence);
	const row = (project: Project): string[] => [
		`${project.id} ${project.title}`,
		statusWords[project.status],
		...(sure ? [project.confidence ? confidenceWords[project.confidence] : ''] : []),
		...assessed.map(({id}) => criterionWords[project.criteria?.[id] ?? ''] ?? '–'),
	];
	const columns = [
		{title: 'Project', widest: 32},
		{title: 'Status'},
		...(sure ? [{title: 'Confidence'}] : []),
		...assessed.map(({title}) => ({title, widest: 14})),
	];
	const left = criteria.filter((one) => !assessed.includes(one));
	return [
		...(assessed.length === 0 && criteria.length > 0
			? [paragraph('No project has been held against the success criteria yet:')]
			: []),
		...(assessed.length === 0 ? list(criteria.map(({title}) => title)) : []),
		...priorities.flatMap(({priority}) => {
			const own = projects.filter((project) => project.priority === priority.id);
			return table({
				caption: `${priority.rank}. ${priority.title}`,
				columns,
				rows: own.map(row),
				wide: true,
			});
		}),
		...(assessed.length > 0 && left.length > 0
			? [paragraph(`Not assessed for any project: ${left.map(({title}) => title).join(', ')}.`)]
			: []),
	];
}
