import type {Change} from '../../domain/changes/index.ts';
import {same} from '../../domain/equal.ts';
import {type Bare, find} from '../../domain/log/patch.ts';
import {recordTypes} from '../../domain/records/index.ts';
import {approverOf, milestonePath} from '../../domain/rules/approval.ts';
import {currentStrategy, projectById} from '../../domain/queries/strategy/projects.ts';
import type {Database} from '../../domain/schema/index.ts';
import {cut} from '../../domain/words.ts';
import {type DayOrder, dayOrders} from '../portfolio/cells.ts';
import {plainly, textsOf} from '../nameless.ts';
import type {RowPlan} from '../portfolio/rows.ts';
import type {SheetRow} from '../portfolio/sheet.ts';
import {bare} from '../report/words.ts';
import {type PartColumn, type PartType, periodOf} from './columns.ts';
import {actionIn, type TableCells, isNumber, numberIn, readFields} from './values.ts';

type Table = {type: PartType; columns: (PartColumn | undefined)[]};

/** A record that is there: its path, its list and what it holds. */
type Held = {path: string; record: Bare};

const listNames: Record<PartType, string> = {
	milestone: 'milestones',
	risk: 'risks',
	measure: 'measures',
	reading: 'readings',
};

/** Reads rows into what they would change of what lies in projects and strategies. */
export class PartReader {
	readonly #database: Database;
	readonly #table: Table;
	readonly #days: ReadonlyMap<string, DayOrder>;
	/** What was concluded of how days are written. */
	readonly remarks: readonly string[];
	readonly #seen = new Set<string>();
	/** Texts that the database holds: a table that came out of it comes in again as it is. */
	readonly #own: ReadonlySet<string>;

	constructor(database: Database, table: Table, rows: readonly SheetRow[]) {
		this.#database = database;
		this.#table = table;
		this.#own = textsOf([database.projects, database.strategies]);
		const columns = table.columns.flatMap((column, index) =>
			column?.is === 'field' && column.leaf.field.kind === 'day'
				? [{name: column.leaf.name, cells: rows.map((row) => row[index] ?? '')}]
				: [],
		);
		const {orders, remarks} = dayOrders(
			columns.map(({cells}) => cells),
			database,
		);
		this.remarks = remarks;
		this.#days = new Map(columns.map(({name}, at) => [name, orders[at] ?? 'day']));
	}

	plan(row: SheetRow, number: number): RowPlan | undefined {
		if (row.every((cell) => cell.trim() === '')) return undefined;
		const cells = this.#cells(row);
		const {type} = this.#table;
		const {title} = recordTypes[type];
		const name = cells.fields.find((one) => one.name === title)?.text ?? '';
		const out = (problem: string): RowPlan => ({
			row: number,
			does: 'left out',
			project: name,
			changes: [],
			problems: [problem],
		});
		const holder = this.#holder(cells.of);
		if (holder === undefined) {
			const what = type === 'reading' ? 'measure' : type === 'measure' ? 'strategy' : 'project';
			return out(`there is no ${what} “${cut(cells.of, 60)}”`);
		}
		const list = `${holder}/${listNames[type]}`;
		const key = type === 'reading' ? (periodOf(name) ?? name) : name;
		const held = this.#held(list, cells.id, key);
		if (key === '' && !held) return out(`it has no ${recordTypes[type].word}`);
		const seen = `${list} ${held?.path ?? bare(key)}`;
		if (this.#seen.has(seen))
			return out(`an earlier row is about the same ${recordTypes[type].word}`);
		this.#seen.add(seen);
		const {fields, problems} = readFields(this.#database, cells, this.#days);
		const changes = held
			? this.#changed(holder, held, fields, problems)
			: this.#added(holder, list, cells, fields, problems);
		if (typeof changes === 'string') return out(changes);
		changes.push(...this.#readings(list, held, cells, problems));
		return {
			row: number,
			does: changes.length === 0 ? 'nothing' : held ? 'change' : 'add',
			project: `${holder.split('/').at(-1)} ${key || String(held?.record[title])}`,
			changes,
			problems,
		};
	}

	#cells(row: SheetRow): TableCells {
		const cells: TableCells = {
			of: '',
			id: '',
			score: {likelihood: '', impact: ''},
			fields: [],
			periods: [],
			inside: {controls: [], actions: []},
		};
		for (const [index, column] of this.#table.columns.entries()) {
			const text = row[index]?.trim() ?? '';
			if (!column || text === '' || /^(?:n\/?a|tb[acd]|[-–—]+)$/i.test(text)) continue;
			if (column.is === 'field') {
				const isText = ['text', 'line'].includes(column.leaf.field.kind) && !this.#own.has(text);
				const said = isText ? plainly(text) : text;
				if (said !== '') cells.fields.push({name: column.leaf.name, text: said, column});
			} else if (column.is === 'period') cells.periods.push({period: column.period, text});
			else if (column.is === 'of' || column.is === 'id') cells[column.is] = text;
			else if (column.is === 'likelihood' || column.is === 'impact') cells.score[column.is] = text;
			else
				cells.inside[column.is] = text
					.split('\n')
					.map((line) => line.replace(/^\s*(?:[A-Z]{1,3}-\d+|[-•*])\s+/, '').trim())
					.filter(Boolean);
		}
		return cells;
	}

	/** The project, measure or strategy that a part lies in; what names none lies in the current strategy. */
	#holder(of: string): string | undefined {
		const {projects, strategies} = this.#database;
		const {type} = this.#table;
		const named = <One extends {id: string; title: string}>(all: readonly One[]) =>
			all.find(({id}) => bare(id) === bare(of)) ??
			only(all.filter(({title}) => bare(title) === bare(of)));
		const strategy = of === '' ? currentStrategy(this.#database) : named(strategies);
		if (type === 'measure') return strategy && `strategies/${strategy.id}`;
		if (type === 'reading') {
			const [measure] = strategies.flatMap(({id, measures = []}) => {
				const found = named(measures);
				return found ? [`strategies/${id}/measures/${found.id}`] : [];
			});
			return measure;
		}
		const project = named(projects);
		if (project) return `projects/${project.id}`;
		return type === 'risk' && strategy ? `strategies/${strategy.id}` : undefined;
	}

	#list(list: string): Held[] {
		const holder = find(this.#database, list.slice(0, list.lastIndexOf('/')));
		const records = (holder?.[list.split('/').at(-1) ?? ''] ?? []) as Bare[];
		return records.map((record) => ({path: `${list}/${String(record['id'])}`, record}));
	}

	#held(list: string, id: string, name: string): Held | undefined {
		const {title} = recordTypes[this.#table.type];
		const all = this.#list(list);
		const byId = all.find(({record}) => id !== '' && record['id'] === id);
		const called = all.filter(({record}) => bare(String(record[title])) === bare(name));
		// A table of another database has its own ids: what is called like it is it, rather than what has its number.
		return byId && called.includes(byId) ? byId : (only(called) ?? byId);
	}

	#added(
		holder: string,
		list: string,
		{id, inside, periods}: TableCells,
		fields: Record<string, unknown>,
		problems: string[],
	): Change[] | string {
		const {type} = this.#table;
		if (type === 'milestone') {
			const {original, ...rest} = fields;
			const approved = rest['approved'] ?? original;
			return [
				{
					kind: 'milestone/add',
					project: holder.split('/')[1],
					...rest,
					...(approved === undefined ? {} : {approved}),
					...(original === undefined || original === approved ? {} : {original}),
				} as Change,
			];
		}
		if (type === 'measure') {
			fields['frequency'] ??=
				periods.length === 0 ? undefined : frequencyOf(periods[0]?.period ?? '');
			fields['kind'] ??= 'snapshot';
		}
		const lacks = Object.entries(recordTypes[type].fields)
			.filter(([name, field]) => 'required' in field && fields[name] === undefined)
			.map(([, {label}]) => `“${label}”`);
		if (lacks.length > 0)
			return `${problems.map((one) => `${one}; `).join('')}it does not say ${lacks.join(' and ')}`;
		const own = this.#newId(type, id);
		const add = (to: string, text: string): Change => ({
			kind: 'record/add',
			list: to,
			fields: {text},
		});
		return [
			{kind: 'record/add', list, id: own, fields},
			...inside.controls.map((text) => add(`${list}/${own}/controls`, text)),
			...inside.actions.map((text): Change => ({
				kind: 'record/add',
				list: `${list}/${own}/actions`,
				fields: actionIn(this.#database, text),
			})),
		];
	}

	/** The id that a new record gets: its own where that is free, else the next that nobody has. */
	readonly #given = new Set<string>();
	#newId(type: PartType, wanted: string): string {
		const {ids} = recordTypes[type];
		const {counters, strategies, projects} = this.#database;
		const used = new Set(
			[...strategies, ...projects].flatMap(
				(one) => JSON.stringify(one).match(/"[A-Z]{1,4}-\d+"/g) ?? [],
			),
		);
		const isFree = (id: string) => !used.has(`"${id}"`) && !this.#given.has(id);
		let number = (counters[ids] ?? 0) + 1;
		let id = /^[A-Z]{1,4}-\d{1,6}$/.test(wanted) && isFree(wanted) ? wanted : '';
		while (id === '') {
			if (isFree(`${ids}-${number}`)) id = `${ids}-${number}`;
			number++;
		}
		this.#given.add(id);
		return id;
	}

	#changed(
		holder: string,
		{path, record}: Held,
		fields: Record<string, unknown>,
		problems: string[],
	): Change[] {
		const {type} = this.#table;
		const project = projectById(this.#database, holder.split('/')[1]);
		const edited: Record<string, {from: unknown; to: unknown}> = {};
		for (const [name, to] of Object.entries(fields)) {
			const from = record[name];
			if (to === undefined || isSame(from, to)) continue;
			if (type === 'milestone' && name === 'original') {
				problems.push('the day first approved is kept as it was recorded');
				continue;
			}
			const approver =
				type === 'milestone' && name === 'approved' && project && typeof to === 'string'
					? approverOf(this.#database, project, milestonePath(String(record['id'])), to)
					: undefined;
			if (approver)
				problems.push(
					`${approver.why}, is for ${approver.board.name} to approve: ask for it, with a reason`,
				);
			else edited[name] = {from, to};
		}
		if (Object.keys(edited).length === 0) return [];
		return type === 'milestone'
			? [
					{
						kind: 'milestone/edit',
						project: project?.id ?? '',
						id: String(record['id']),
						fields: edited,
					},
				]
			: [{kind: 'record/edit', record: path, fields: edited}];
	}

	/** What the columns of periods say of a measure, as its readings. */
	#readings(
		list: string,
		held: Held | undefined,
		{periods}: TableCells,
		problems: string[],
	): Change[] {
		const own = held?.path ?? `${list}/${[...this.#given].at(-1) ?? ''}`;
		const known = new Map(
			((held?.record['readings'] ?? []) as {period: string; id: string; value: number}[]).map(
				(one) => [one.period, one],
			),
		);
		return periods.flatMap(({period, text}): Change[] => {
			const value = numberIn(text);
			if (!isNumber(text)) {
				problems.push(`“${cut(text, 40)}” for ${period} is not a number`);
				return [];
			}
			const old = known.get(period);
			if (!old) return [{kind: 'record/add', list: `${own}/readings`, fields: {period, value}}];
			return old.value === value
				? []
				: [
						{
							kind: 'record/edit',
							record: `${own}/readings/${old.id}`,
							fields: {value: {from: old.value, to: value}},
						},
					];
		});
	}
}

const only = <One>(found: readonly One[]): One | undefined =>
	found.length === 1 ? found[0] : undefined;

/** A score that was scored on another day is the same score. */
function isSame(from: unknown, to: unknown): boolean {
	const bareScore = (value: unknown) =>
		typeof value === 'object' && value !== null && 'likelihood' in value
			? {...value, on: ''}
			: value;
	return same(bareScore(from), bareScore(to));
}

const frequencyOf = (period: string): string =>
	/Q\d$/.test(period)
		? 'quarter'
		: /H\d$/.test(period)
			? 'half-year'
			: period.length === 4
				? 'year'
				: 'month';
