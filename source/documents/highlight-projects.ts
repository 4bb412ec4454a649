// The projects of a highlight report, one by one.
import {daysBetween} from '../domain/calendar.ts';
import {sayDelay} from '../domain/approved-words.ts';
import {sayMoney} from '../domain/money.ts';
import type {Highlights} from '../domain/queries/strategy/highlights.ts';
import type {Progress} from '../domain/queries/strategy/progress.ts';
import {type ProgressLine, sayProgress} from '../domain/queries/strategy/progress-words.ts';
import type {Database} from '../domain/schema/index.ts';
import type {Voice} from '../domain/voice/index.ts';
import {derived, fieldsOf, type Source, told} from './source.ts';
import {
	type Block,
	heading,
	type MaybePair,
	pairs,
	paragraph,
	sourcedList,
	sourcedTable,
	type Sourcing,
	type Text,
} from './tree.ts';

/** Which states are compared: those of the meetings of the board, as their papers were published or they were closed. */
export const comparedBy = ({since, papers}: Highlights): Source =>
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

/** What stands in a project's table or the lines before it already. */
const inTables = new Set(['State', 'Reached', 'Slipped', 'Late', 'Said', 'Money']);

/** A project of the report: how it stands, what has changed, and its milestones. */
export function projectBlocks(
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
export function laterBlocks(database: Database, highlights: Highlights): Block[] {
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
