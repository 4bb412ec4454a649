import {sayMoney} from '../../money.ts';
import {type Leaf, leavesOf} from '../../records/field.ts';
import {projectFields} from '../../records/project.ts';
import {confidences, projectStatuses} from '../../schema/values.ts';
import type {Database, Project} from '../../schema/index.ts';
import {confidenceWords, count, statusWords} from '../../words.ts';
import {personName} from '../../names.ts';
import {isLate, projectEnd} from './milestones.ts';
import {priorities} from './projects.ts';
import {isOpen, scoreOf} from './risks.ts';

/** What a list of projects can be put in the order of, in words. */
export const projectOrders = {
	'': 'As they stand',
	end: 'Due or forecast',
	title: 'Title',
	status: 'Status',
	confidence: 'Confidence',
	owner: 'Owner',
	money: 'Budget, largest first',
	risk: 'Risk, highest first',
	updated: 'Updated, longest ago first',
} as const;
export type ProjectOrder = keyof typeof projectOrders;

/** What it can be divided by. */
export const projectGroups = {
	'': 'Nothing',
	priority: 'Priority',
	status: 'Status',
	confidence: 'Confidence',
	owner: 'Owner',
	stage: 'Stage',
} as const;
export type ProjectGroup = keyof typeof projectGroups;

export const isOrder = (word: string | undefined): word is ProjectOrder =>
	word !== undefined && Object.hasOwn(projectOrders, word);
export const isGroup = (word: string | undefined): word is ProjectGroup =>
	word !== undefined && Object.hasOwn(projectGroups, word);

/** The highest score of a project's risks that are open. */
const highestRisk = ({risks = []}: Project): number =>
	Math.max(0, ...risks.filter(isOpen).map(({current}) => scoreOf(current)));

type Key = (project: Project) => string | number;

/** What comes first has the smallest key; what has none comes last. */
const keys = (database: Database): Record<ProjectOrder, Key> => ({
	'': () => 0,
	end: (project) => projectEnd(project) ?? '9',
	title: ({title}) => title.toLowerCase(),
	status: ({status}) => projectStatuses.indexOf(status),
	confidence: ({confidence}) => (confidence ? -confidences.indexOf(confidence) : 1),
	owner: ({owner}) => (owner ? personName(database, owner).toLowerCase() : '\u{10ffff}'),
	money: ({money}) => -(money?.approved?.amount ?? -1),
	risk: (project) => -highestRisk(project),
	updated: ({updates}) => updates.at(-1)?.at ?? '',
});

/** Projects in an order; equal ones stay as they were. */
export function orderProjects(
	database: Database,
	projects: readonly Project[],
	order: ProjectOrder,
): readonly Project[] {
	if (order === '') return projects;
	const key = keys(database)[order];
	const keyed = projects.map((project) => ({project, at: key(project)}));
	return keyed
		.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
		.map(({project}) => project);
}

/** A group of projects: its id, and what it is called. */
type Group = {id: string; title: string; projects: Project[]};

/** Projects by what they have in common; what has nothing comes last. */
export function groupProjects(
	database: Database,
	projects: readonly Project[],
	group: ProjectGroup,
): Group[] {
	if (group === '') return [{id: '', title: '', projects: [...projects]}];
	const ranked = priorities(database);
	const titles: Record<
		Exclude<ProjectGroup, ''>,
		(project: Project) => [string, string, string | number]
	> = {
		priority({priority}) {
			const found = ranked.find(({id}) => id === priority);
			return [priority, found ? `${found.rank}  ${found.title}` : priority, found?.rank ?? 99];
		},
		status: ({status}) => [status, statusWords[status], projectStatuses.indexOf(status)],
		confidence: ({confidence}) =>
			confidence
				? [confidence, confidenceWords[confidence], -confidences.indexOf(confidence)]
				: ['none', 'No confidence given', 9],
		owner({owner}) {
			const name = owner ? personName(database, owner) : '';
			return name === '' ? ['none', 'No owner', '\u{10ffff}'] : [owner ?? '', name, name];
		},
		stage: ({stage = ''}) =>
			stage === '' ? ['none', 'No stage', '\u{10ffff}'] : [stage, stage, stage],
	};
	const found = new Map<string, Group & {at: string | number}>();
	for (const project of projects) {
		const [id, title, at] = titles[group](project);
		const known = found.get(id);
		if (known) known.projects.push(project);
		else found.set(id, {id, title, at, projects: [project]});
	}
	return [...found.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** `5 projects, budget £1.2m, 2 late, 1 red`: what a list comes to. Sums of one currency alone are added up. */
export function sayTotals(database: Database, projects: readonly Project[], today: string): string {
	const usual = database.organisation.currency ?? 'GBP';
	const sums = new Map<string, number>();
	for (const {money} of projects) {
		const {approved} = money ?? {};
		if (!approved) continue;
		const currency = approved.currency ?? usual;
		sums.set(currency, (sums.get(currency) ?? 0) + approved.amount);
	}
	const budget = [...sums].map(([currency, amount]) => sayMoney({amount, currency}, database));
	const late = projects.filter((project) => isLate(project, today)).length;
	const red = projects.filter(({confidence}) => confidence === 'red').length;
	return [
		count(projects.length, 'project'),
		...(budget.length > 0 ? [`budget ${budget.join(' and ')}`] : []),
		...(late > 0 ? [`${late} late`] : []),
		...(red > 0 ? [`${red} red`] : []),
	].join(', ');
}

type Column = {leaf: Leaf; title: string; cells: number};

/** What was worked out for a width: it rests on nothing but the fields that there are, and each row of a list asks. */
const columnsOf = new Map<number, readonly Column[]>();

/** The columns of a list of projects besides id, status, confidence and title: as many as a width has room for. */
export function columnsIn(width: number): readonly Column[] {
	let columns = columnsOf.get(width);
	if (!columns) columnsOf.set(width, (columns = chooseColumns(width)));
	return columns;
}

function chooseColumns(width: number): Column[] {
	let room = width;
	const wanted = ['due', 'owner', 'money.approved', 'forecastDue', 'stage', 'priority'];
	const leaves = leavesOf(projectFields);
	return wanted.flatMap((path) => {
		const leaf = leaves.find((one) => one.path === path);
		const column = leaf?.field.column;
		if (!leaf || !column || column[1] + 1 > room) return [];
		room -= column[1] + 1;
		return [{leaf, title: column[0], cells: column[1] + 1}];
	});
}
