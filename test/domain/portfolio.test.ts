// What is worked out of a strategy and its projects, whole, from the samples: orders, groups, sums, milestones, risks, measures, candidates.
import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {rewind} from '../../source/domain/log/rewind.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {candidates, moves} from '../../source/domain/queries/strategy/candidates.ts';
import {dependents} from '../../source/domain/queries/strategy/projects.ts';
import {dependencyTree, sayWaiting} from '../../source/domain/queries/strategy/dependencies.ts';
import {
	expectedOn,
	inOrder,
	isLate,
	milestoneState,
	slippedBy,
} from '../../source/domain/queries/strategy/milestones.ts';
import {measuresIn, measureState} from '../../source/domain/queries/strategy/measures.ts';
import {sayActions, sayStatuses} from '../../source/domain/queries/strategy/portfolio.ts';
import {glanceAt, tallyOf} from '../../source/domain/queries/strategy/glance.ts';
import {hasNews, isBehind, progressOf} from '../../source/domain/queries/strategy/progress.ts';
import {
	sayCounts,
	sayProgress,
	sayState,
	sayWayBack,
} from '../../source/domain/queries/strategy/progress-words.ts';
import {
	groupProjects,
	type ProjectGroup,
	projectGroups,
	type ProjectOrder,
	orderProjects,
	projectOrders,
	sayTotals,
} from '../../source/domain/queries/strategy/project-order.ts';
import {
	bandOf,
	isOverdueForReview,
	risksOf,
	scoreOf,
} from '../../source/domain/queries/strategy/risks.ts';

const sample = (name: string): Database =>
	databaseSchema.parse(
		JSON.parse(
			readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'),
		) as unknown,
	);

const ids = (projects: readonly {id: string}[]): string => projects.map(({id}) => id).join(' ');

/** As on a day before most was due, and on one after all of it. */
const days = ['2024-08-15', '2026-11-20'];

function told(database: Database): string[] {
	const {projects, actions, log} = database;
	const middle = rewind(database, log[Math.floor(log.length / 3)]?.revision ?? 0);
	return [
		'# Orders',
		...Object.keys(projectOrders).map(
			(order) => `${order}: ${ids(orderProjects(database, projects, order as ProjectOrder))}`,
		),
		'# Groups',
		...Object.keys(projectGroups).flatMap((group) =>
			groupProjects(database, projects, group as ProjectGroup).map(
				({id, title, projects: own}) => `${group} ${id} “${title}”: ${ids(own)}`,
			),
		),
		'# Sums',
		sayStatuses(projects),
		...days.flatMap((day) => [
			`${day}: ${sayTotals(database, projects, day)}; ${sayActions(actions, day)}`,
			`late: ${ids(projects.filter((project) => isLate(project, day)))}`,
		]),
		'# Milestones',
		...projects.flatMap((project) =>
			inOrder(project.milestones).map(
				(one) =>
					`${project.id} ${one.id} ${expectedOn(one) ?? 'no day'}: ${days.map((day) => milestoneState(one, day)).join(', ')}; ${slippedBy(one) ?? 'no'} days`,
			),
		),
		'# Risks',
		...risksOf(database, true).map(
			({path, risk}) =>
				`${path} ${scoreOf(risk.current)} ${bandOf(scoreOf(risk.current)) ?? 'no band'}: ${days.map((day) => isOverdueForReview(risk, day)).join(', ')}`,
		),
		'# Measures',
		...measuresIn(database).map(
			({path, measure}) => `${path}: ${JSON.stringify(measureState(measure))}`,
		),
		'# Candidates',
		...candidates(database, projects).map((one) =>
			JSON.stringify({...one, project: one.project.id}),
		),
		...projects.flatMap(({id}) =>
			moves(database, candidates(database, projects), id).map(
				(move) => `${id} ${JSON.stringify(move)}`,
			),
		),
		'# What waits',
		...dependencyTree(database, projects).map(
			({project, depth, waitsFor}) => `${'  '.repeat(depth)}${project.id} ${ids(waitsFor)}`,
		),
		...projects.flatMap(({id}) => sayWaiting(database, id).map((line) => `${id}: ${line}`)),
		'# Progress',
		...days.flatMap((day) => {
			const all = progressOf(database, middle, projects, day);
			return [
				sayCounts(tallyOf(all)),
				...all.flatMap((one) => [
					`${one.project.id} ${sayState(one)}${hasNews(one) ? ', news' : ''}${isBehind(one) ? ', behind' : ''}`,
					...[...sayProgress(database, one), sayWayBack(one)].flatMap((line) =>
						line ? [`\t${line.label}: ${line.text}${line.isWarning ? ' (!)' : ''}`] : [],
					),
				]),
			];
		}),
	];
}

test.each(['riverside-charity', 'westmorland-and-furness-ict', 'north-hertfordshire-it'])(
	'at a glance %s has the counts and the projects that its whole progress has, between any of its states',
	(name) => {
		const database = sample(name);
		const {projects} = database;
		for (const {revision} of database.log) {
			const before = rewind(database, revision);
			for (const day of days) {
				const all = progressOf(database, before, projects, day);
				const {tally, worthy} = glanceAt(database, before, projects, day);
				expect(tally).toEqual(tallyOf(all));
				expect(worthy).toEqual(
					all
						.filter((one) => hasNews(one) || isBehind(one) || one.stale)
						.map(({project}) => project),
				);
			}
		}
	},
);

test.each(['riverside-charity', 'westmorland-and-furness-ict', 'north-hertfordshire-it'])(
	'what is worked out of %s is as it was read last',
	async (name) => {
		await expect(`${told(sample(name)).join('\n')}\n`).toMatchFileSnapshot(
			`golden/portfolio/${name}.txt`,
		);
	},
);

test('who depends on a project is asked of the list as it is now, each once and in its order', () => {
	const database = sample('lincolnshire-imt');
	const [first, second, third, ...others] = database.projects;
	if (!first || !second || !third) throw new Error('the sample has fewer than three projects');
	const plainly = (given: Database, id: string) =>
		given.projects.filter(({dependsOn}) => dependsOn?.includes(id)).map((one) => one.id);
	const indexed = (given: Database, id: string) => dependents(given, id).map((one) => one.id);
	for (const {id} of database.projects) {
		expect(indexed(database, id)).toEqual(plainly(database, id));
	}
	const changed = {
		...database,
		projects: [
			first,
			{...second, dependsOn: [first.id, first.id]},
			{...third, dependsOn: [second.id, first.id]},
			...others,
		],
	};
	for (const {id} of changed.projects) expect(indexed(changed, id)).toEqual(plainly(changed, id));
	expect(indexed(changed, first.id)).toContain(third.id);
	expect(indexed(changed, 'P9-99')).toEqual([]);
});
