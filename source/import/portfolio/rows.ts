import type {Change} from '../../domain/changes/index.ts';
import {same} from '../../domain/equal.ts';
import {latestNote} from '../../domain/queries/strategy/projects.ts';
import type {Confidence, Database, Project, ProjectStatus} from '../../domain/schema/index.ts';
import {cut} from '../../domain/words.ts';
import {plainly, textsOf} from '../nameless.ts';
import {bare} from '../report/words.ts';
import type {Standing} from '../status.ts';
import {isAlone, isText, markedIn, moneyAfter, saysNothing, type Sums} from './cell-texts.ts';
import {priorityNamed} from './cells.ts';
import {columnLeaves, type Mapping, type PortfolioColumn} from './columns.ts';
import {milestonePlan} from './milestones.ts';
import type {SheetRow} from './sheet.ts';
import {CellReader, type RowSaid, type RowTexts} from './values.ts';

/** What a row would do. */
export type RowPlan = {
	row: number;
	does: 'add' | 'change' | 'nothing' | 'left out';
	project?: string;
	changes: Change[];
	problems: string[];
	/** The word for a status that nobody knows. */
	unknown?: string;
};

/** Reads rows into what they would change. */
export class Reader {
	readonly #database: Database;
	readonly #mapping: Mapping;
	readonly #said: RowSaid;
	readonly #cells: CellReader;
	/** Projects that an earlier row was about. */
	readonly #seen = new Set<string>();
	/** Texts that the database holds: a table that came out of it comes in again as it is. */
	readonly #own: ReadonlySet<string>;
	/** The ids that projects of the table itself get, by their rows. */
	readonly #fresh: ReadonlyMap<number, string>;
	/** The priority that a row by itself named, for the rows below it. */
	#group: string | undefined;

	constructor(database: Database, mapping: Mapping, said: RowSaid) {
		this.#database = database;
		this.#mapping = mapping;
		this.#said = said;
		this.#cells = new CellReader(database, mapping, said);
		this.#own = textsOf(database.projects);
		this.#fresh = new Map(said.fresh?.map(({row, id}) => [row, id]));
	}

	plan(cells: SheetRow, row: number): RowPlan | undefined {
		const values: RowTexts = {};
		for (const [index, {column}] of this.#mapping.entries()) {
			const text = cells[index]?.trim() ?? '';
			if (column === undefined || text === '' || (column !== 'title' && saysNothing.test(text)))
				continue;
			const {kind} = columnLeaves.get(column)?.field ?? {};
			if ((kind === 'line' || kind === 'person') && /^tb[acd]$/i.test(text)) continue;
			values[column] = text;
		}
		// What parts a reference cannot stand in an id: “CP/01” is kept as CP-01.
		if (values.id !== undefined) values.id = values.id.replaceAll(/(?<=\w)\s*[/\\]\s*(?=\w)/g, '-');
		if (Object.keys(values).length === 0 && !isAlone(cells)) return undefined;
		const aside = this.#aside(cells, row);
		if (aside !== undefined) return aside;
		// What was approved first is due still where nothing revised it.
		if (this.#said.revised === true) values.due ??= values.originalDue;
		const name = values.title ?? values.id;
		if (name === undefined) return this.#out(row, undefined, 'it has no title');
		const marked = this.#said.open === true ? undefined : markedIn(this.#mapping, cells);
		if (marked !== undefined)
			return this.#out(
				row,
				name,
				`“${cut(marked, 40)}” marks it as private, and what comes in here is public: ${this.#said.ways.release} releases it`,
			);
		const found = this.#find(values);
		if (this.#plain(name) === '') return this.#out(row, undefined, 'it only says whom to ask');
		for (const column of Object.keys(values) as PortfolioColumn[]) {
			if (!isText(column)) continue;
			const text = this.#plain(values[column] ?? '');
			if (text === '') delete values[column];
			else values[column] = text;
		}
		const key = found?.id ?? bare(name);
		if (this.#seen.has(key))
			return this.#out(row, name, 'an earlier row is about the same project');
		this.#seen.add(key);
		const plan = found ? this.#change(found, values, row) : this.#add(values, row);
		return this.#withMilestones(plan, cells, found);
	}

	/** A text without names, addresses and numbers of people, unless the database holds it as it is. */
	#plain(text: string): string {
		return this.#own.has(text) ? text : plainly(text);
	}

	/** The milestones in columns of their own, beside what the row says of its project. */
	#withMilestones(plan: RowPlan, cells: SheetRow, found: Project | undefined): RowPlan {
		const {milestones = [], days} = this.#said;
		const [added] = plan.changes.flatMap((one) => (one.kind === 'project/add' ? [one] : []));
		const id = found?.id ?? added?.id ?? this.#fresh.get(plan.row);
		if (id === undefined || plan.does === 'left out') return plan;
		const {changes, problems} = milestonePlan(milestones, cells, {
			id,
			found,
			orders: days,
			saysNothing: (text) => saysNothing.test(text),
		});
		return {
			...plan,
			does: plan.does === 'nothing' && changes.length > 0 ? 'change' : plan.does,
			changes: [...plan.changes, ...changes],
			problems: [...plan.problems, ...problems],
		};
	}

	/** A row that is about no project: a total, the headings again, what heads the rows below, a note. */
	#aside(cells: SheetRow, row: number): RowPlan | undefined {
		const filled = cells.filter((cell) => cell.trim() !== '');
		const [first = ''] = filled;
		if (/^(?:(?:grand|sub|overall|programme|portfolio)[\s-]*)?totals?\b/i.test(first))
			return this.#out(row, undefined, `“${cut(first, 40)}” is a sum of other rows`);
		const repeated = this.#mapping.filter(
			({heading}, index) => heading !== '' && bare(heading) === bare(cells[index] ?? ''),
		);
		if (repeated.length >= 2 && repeated.length === filled.length)
			return this.#out(row, undefined, 'it repeats the headings');
		if (this.#said.wide !== true || filled.length !== 1) return undefined;
		if (/^(?:notes?|sources?|key|\*)(?:\W|$)/i.test(first) || first.length > 100)
			return this.#out(row, undefined, `“${cut(first, 40)}” is a note`);
		const known = priorityNamed(this.#database, first);
		this.#group = first;
		return this.#out(
			row,
			undefined,
			known
				? `“${cut(first, 40)}” heads the rows below it: they come under ${known.id}`
				: `“${cut(first, 40)}” stands alone in its row, as a heading does`,
		);
	}

	#out(row: number, project: string | undefined, problem: string): RowPlan {
		return {
			row,
			does: 'left out',
			...(project === undefined ? {} : {project}),
			changes: [],
			problems: [problem],
		};
	}

	#find({id, title}: RowTexts): Project | undefined {
		const {projects} = this.#database;
		const byId = projects.find((project) => project.id.toLowerCase() === id?.toLowerCase());
		if (byId || title === undefined) return byId;
		const byTitle = projects.filter((project) => bare(project.title) === bare(title));
		return byTitle.length === 1 ? byTitle[0] : undefined;
	}

	#add(values: RowTexts, row: number): RowPlan {
		const {title, id, note} = values;
		const {fields, problems} = this.#cells.fields(values);
		const {problem, unknown, reading, ...standing} = this.#cells.standing(values);
		if (reading !== undefined) problems.push(reading);
		if (title === undefined)
			return this.#out(row, id, 'there is no project of this id, and no title to enter one by');
		if (problem !== undefined && standing.status === undefined)
			return {...this.#out(row, title, problem), ...(unknown ? {unknown} : {})};
		const priority = this.#priorityOf(values);
		if (typeof priority !== 'string') return this.#out(row, title, priority.problem);
		const isId = id !== undefined && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id);
		if (id !== undefined && !isId)
			problems.push(`“${cut(id, 40)}” cannot be an id: it gets the next one`);
		const given = isId ? id : this.#fresh.get(row);
		const status: ProjectStatus =
			standing.status ?? (standing.confidence ? 'in-progress' : 'proposed');
		if (standing.status === undefined && fields['stage'] !== undefined && values.status)
			problems.push(`“${cut(values.status, 40)}” is kept as its stage and says no status`);
		else if (standing.status === undefined && standing.confidence)
			problems.push('the row says how sure it is, not where it stands: it comes in as In progress');
		const confidence: {confidence?: Confidence} = standing.confidence
			? {confidence: standing.confidence}
			: {};
		const change = {
			kind: 'project/add',
			...(given === undefined ? {} : {id: given}),
			title,
			...fields,
			priority,
			status,
			...confidence,
			...(note === undefined ? {} : {updates: [{note}]}),
		} as Change;
		return {row, does: 'add', project: title, changes: [change], problems};
	}

	#priorityOf({priority}: RowTexts): string | {problem: string} {
		const group =
			this.#group === undefined ? undefined : priorityNamed(this.#database, this.#group);
		// A number alone may be a rank: what somebody gave for all goes before it.
		const isNumber = priority !== undefined && /^\d{1,2}$/.test(priority);
		const own = isNumber && this.#said.priority !== undefined ? undefined : priority;
		const wanted = own ?? group?.id ?? this.#said.priority;
		const all = this.#database.strategies.flatMap(({priorities}) => priorities);
		if (wanted === undefined) {
			const [only] = all;
			if (only && all.length === 1) return only.id;
			return {
				problem:
					all.length === 0
						? 'the database has no priorities yet: import the strategy first'
						: `it names no priority: give one for all with ${this.#said.ways.set('priority', 'P1')}`,
			};
		}
		// What somebody gave for all stands in where a column (a programme, a theme) names no priority of the database.
		const found =
			priorityNamed(this.#database, wanted) ??
			priorityNamed(this.#database, this.#said.priority ?? '');
		return (
			found?.id ?? {
				problem: `there is no priority “${cut(wanted, 60)}”${all.length > 0 ? `; there is ${all.map(({id, title}) => `${id} ${cut(title, 30)}`).join(', ')}` : ': import the strategy first'}`,
			}
		);
	}

	#change(project: Project, values: RowTexts, row: number): RowPlan {
		const {fields, problems} = this.#cells.fields(values);
		const {problem, unknown, reading, ...standing} = this.#cells.standing(values);
		problems.push(...[problem, reading].filter((one) => one !== undefined));
		if (values.title !== undefined && bare(values.title) !== bare(project.title))
			fields['title'] = values.title;
		if (values.priority !== undefined) {
			const priority = priorityNamed(this.#database, values.priority);
			if (priority) fields['priority'] = priority.id;
			else problems.push(`there is no priority “${cut(values.priority, 60)}”`);
		}
		// Of what is kept beside what it tells, a table says nothing.
		for (const name of ['confidences', 'criteria'] as const) {
			if (fields[name]) fields[name] = {...project[name], ...fields[name]};
		}
		if (fields['money'])
			fields['money'] = moneyAfter(this.#database, project.money, fields['money'] as Sums);
		const before = project as Record<string, unknown>;
		const edits = Object.entries(fields).filter(([field, value]) => !same(before[field], value));
		const edit: Change[] =
			edits.length > 0
				? [
						{
							kind: 'project/edit',
							id: project.id,
							fields: Object.fromEntries(
								edits.map(([field, to]) => [field, {from: before[field], to}]),
							),
						},
					]
				: [];
		const changes = [...edit, ...this.#standingChanges(project, standing, values.note)];
		return {
			row,
			does: changes.length > 0 ? 'change' : 'nothing',
			project: project.id,
			changes,
			problems,
			...(unknown ? {unknown} : {}),
		};
	}

	/** A new status or confidence with its comment, or the comment alone; one that stands there already is not repeated. */
	#standingChanges(project: Project, standing: Standing, note: string | undefined): Change[] {
		const {id, status, confidence} = project;
		const isNew = note !== undefined && note.trim() !== latestNote(project)?.trim();
		const to = standing.status ?? status;
		const sure = standing.confidence;
		const alters = to !== status || (sure !== undefined && sure !== confidence);
		if (!alters) return isNew ? [{kind: 'project/update', id, note}] : [];
		return [
			{
				kind: 'project/status',
				id,
				from: status,
				to,
				...(sure !== undefined && sure !== confidence
					? {confidence: {from: confidence, to: sure}}
					: {}),
				...(isNew ? {note} : {}),
			},
		];
	}
}
