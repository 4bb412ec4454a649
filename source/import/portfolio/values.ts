import {currencyIn, hasScale, parseMoney} from '../../domain/money.ts';
import type {Leaf} from '../../domain/records/field.ts';
import {readField} from '../../domain/records/kinds.ts';
import {targetsIn} from '../../domain/records/targets.ts';
import type {Confidence, Database, Money} from '../../domain/schema/index.ts';
import {scaleOf} from '../../domain/queries/strategy/candidates.ts';
import {confidenceWords, cut} from '../../domain/words.ts';
import {bare} from '../report/words.ts';
import {readPhase, readStanding, type Standing} from '../status.ts';
import type {Ways} from '../ways.ts';
import {type DayOrder, listIn, parseDue, personIn, pointed, type ThousandsPoint} from './cells.ts';
import type {MilestoneColumns} from './milestones.ts';
import {columnLeaves, columnWords, type Mapping, type PortfolioColumn} from './columns.ts';

/** The texts of a row by its columns. */
export type RowTexts = Partial<Record<PortfolioColumn, string>>;

/** A project that the table itself brings in, and the row that it stands in. */
export type FreshProject = {row: number; id: string; name: string};

/** What somebody said that the table does not: of status words, and the priority of what is new. */
export type RowSaid = {
	words: ReadonlyMap<string, Standing>;
	priority: string | undefined;
	ways: Ways;
	/** In which order each column writes days. */
	days?: ReadonlyMap<number, DayOrder>;
	/** What a point parts in the sums of each column; `unsure` where it might be either. */
	point?: ReadonlyMap<number, ThousandsPoint>;
	/** Whether a column says to which day the end was moved, so that one beside it holds the first. */
	revised?: boolean;
	/** The projects that the table brings in, by the ids that they get: rows may depend on each other. */
	fresh?: readonly FreshProject[];
	/** What all sums count, as a line above the table says it: “£000s”. */
	unit?: string;
	/** Columns that are milestones. */
	milestones?: readonly MilestoneColumns[];
	/** Whether somebody said that what is marked as private is public. */
	open?: boolean;
	/** Whether most rows fill several columns, so that one cell by itself heads what is below it. */
	wide?: boolean;
};

/** How sure somebody is of a delivery, in words. */
const levels: Record<string, Confidence> = {high: 'green', medium: 'amber', low: 'red'};

/** A rating that whoever publishes a table keeps back, as the government's yearly one does. */
const withheld =
	/^(?:exempt|withheld|redacted|not (?:disclosed|published|provided|available|assessed))\b/i;

/** Columns that are read by themselves: who it is, and where it stands. */
const own = new Set<PortfolioColumn>(['id', 'title', 'priority', 'status', 'confidence', 'note']);

const unknownIds: Partial<Record<string, string>> = {
	domains: 'not a domain of the strategy',
	objectives: 'not an objective of the strategy',
	projects: 'not a project here',
};

/** Reads the cells of a row: where its project stands, and the plain fields. */
export class CellReader {
	readonly #database: Database;
	readonly #mapping: Mapping;
	readonly #said: RowSaid;

	constructor(database: Database, mapping: Mapping, said: RowSaid) {
		this.#database = database;
		this.#mapping = mapping;
		this.#said = said;
	}

	/** Status and confidence, from both columns; a word of one may stand in the other. */
	standing({status, confidence}: RowTexts): Standing & {
		problem?: string;
		unknown?: string;
		/** How a word was understood that might mean something else. */
		reading?: string;
	} {
		const read = (text: string | undefined) =>
			text === undefined ? {} : (this.#said.words.get(bare(text)) ?? readStanding(text));
		const first = read(status) ?? readPhase(status ?? '');
		const level = levels[(confidence ?? '').trim().toLowerCase()];
		const asks = this.headingOf('confidence');
		const isWithheld = withheld.test((confidence ?? '').trim());
		const isLevel = level !== undefined && /confidence/i.test(asks);
		const second = isLevel ? {confidence: level} : isWithheld ? {} : read(confidence);
		// A column of phases holds the organisation's own words.
		const isPhase = /\b(?:phase|stage)\b/i.test(this.headingOf('status'));
		const unknown =
			first === undefined
				? isPhase
					? undefined
					: status
				: second === undefined && !/^(?:not (?:set|rated)|grey|white)$/i.test(confidence ?? '')
					? confidence
					: undefined;
		return {
			...((first?.status ?? second?.status) ? {status: first?.status ?? second?.status} : {}),
			...((second?.confidence ?? first?.confidence)
				? {confidence: second?.confidence ?? first?.confidence}
				: {}),
			...(unknown === undefined
				? {}
				: {
						unknown,
						problem: `“${unknown}” is not a status that is known: say what it means with ${this.#said.ways.map(unknown, 'cancelled')}`,
					}),
			...(isWithheld
				? {
						reading: `“${cut(confidence ?? '', 40)}” gives no confidence: the project comes in without`,
					}
				: {}),
			...(isLevel
				? {reading: `“${confidence}” under “${cut(asks, 40)}” is read as ${confidenceWords[level]}`}
				: {}),
		};
	}

	/** The plain fields of a row, each read as its kind wants, and what is wrong with them. */
	fields(values: RowTexts): {fields: Record<string, unknown>; problems: string[]} {
		const fields: Record<string, unknown> = {};
		const problems: string[] = [];
		for (const [column, leaf] of columnLeaves) {
			const text = values[column];
			if (text === undefined || own.has(column)) continue;
			const {value, expected} = this.#read(column, leaf, text);
			if (value === undefined && leaf.field.kind === 'person')
				problems.push(`${columnWords[column][0].toLowerCase()}: ${expected}`);
			else if (value === undefined)
				problems.push(`${columnWords[column][0].toLowerCase()} “${cut(text, 40)}” is ${expected}`);
			else if (leaf.part === undefined) fields[leaf.name] = value;
			else fields[leaf.name] = {...(fields[leaf.name] as object), [leaf.part]: value};
		}
		if (values.criteria !== undefined) {
			const {criteria, unread} = criteriaIn(this.#database, values.criteria);
			if (Object.keys(criteria).length > 0) fields['criteria'] = criteria;
			if (unread !== undefined)
				problems.push(`criteria: “${cut(unread, 40)}” is no criterion with a step of its scale`);
		}
		const {status, stage} = values;
		if (status !== undefined && stage === undefined && readStanding(status) === undefined) {
			if (/\b(?:phase|stage)\b/i.test(this.headingOf('status'))) fields['stage'] = status;
		}
		return {fields, problems};
	}

	/** What a cell says; undefined, and what was expected instead, where it says nothing of the kind. */
	#read(column: PortfolioColumn, {field}: Leaf, text: string): {value: unknown; expected: string} {
		const index = this.#mapping.findIndex((one) => one.column === column);
		if (field.kind === 'day') {
			const value = parseDue(text, this.#said.days?.get(index));
			const isEither = value === undefined && parseDue(text) !== undefined;
			return {value, expected: isEither ? 'one of two days' : 'not a day'};
		}
		if (field.kind === 'person')
			return {
				value: personIn(this.#database, text),
				expected: 'it names nobody whom the database knows, and no post',
			};
		if (field.kind === 'money') {
			const own = this.headingOf(column);
			const {unit = ''} = this.#said;
			const point = this.#said.point?.get(index);
			const heading = hasScale(own) || /[km]$/i.test(text) ? own : `${own} ${unit}`.trim();
			if (point === 'unsure' && pointed.test(text))
				return {value: undefined, expected: 'either thousands or a fraction'};
			const plain = point === 'thousands' ? text.replaceAll('.', '') : text;
			const amount = parseMoney(plain, heading);
			return {
				value: amount === undefined ? undefined : moneyOf(amount, text, heading),
				expected: 'not a sum of money',
			};
		}
		if (field.kind === 'choice') {
			const read = readField(field, text, {database: this.#database, today: ''});
			return 'value' in read
				? {value: read.value, expected: ''}
				: {
						value: readStanding(text)?.confidence,
						expected: `not ${Object.values(field.words ?? {}).join(', ')}`,
					};
		}
		if (field.kind !== 'several' && field.kind !== 'one') return {value: text, expected: ''};
		const known = this.#known(field.of);
		const ids = listIn(text).map((word) => known.get(bare(word)));
		const isKnown = ids.length > 0 && ids.every((id) => id !== undefined);
		const value = field.kind === 'one' ? ids[0] : ids;
		return {
			value: isKnown ? value : undefined,
			expected: unknownIds[field.of ?? ''] ?? 'not known',
		};
	}

	/** What ids of a field may stand for, by id and by name; the first of a name counts. */
	readonly #byName = new Map<string, Map<string, string>>();
	#known(of: NonNullable<Leaf['field']['of']> | undefined): ReadonlyMap<string, string> {
		const before = this.#byName.get(of ?? '');
		if (before) return before;
		const fresh = of === 'projects' ? (this.#said.fresh ?? []) : [];
		const known = new Map<string, string>();
		for (const {id, name} of [...targetsIn(this.#database, of), ...fresh])
			for (const key of [bare(id), bare(name)]) if (!known.has(key)) known.set(key, id);
		this.#byName.set(of ?? '', known);
		return known;
	}

	headingOf(column: PortfolioColumn): string {
		return this.#mapping.find((one) => one.column === column)?.heading ?? '';
	}
}

/** `Value: partly met`, one criterion to a line, each by its id or its title; and the first line that is none. */
function criteriaIn(
	{strategies}: Database,
	text: string,
): {criteria: Record<string, string>; unread?: string} {
	const criteria: Record<string, string> = {};
	for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
		const at = line.lastIndexOf(':');
		const [title, step] = [line.slice(0, at), line.slice(at + 1)].map(bare);
		const [found] = strategies.flatMap((strategy) => {
			const criterion = strategy.criteria.find((one) =>
				[one.id, one.title].some((name) => bare(name) === title),
			);
			const reached = scaleOf(strategy).find((one) =>
				[one.id, one.title].some((name) => bare(name) === step),
			);
			return criterion && reached ? [[criterion.id, reached.id] as const] : [];
		});
		if (!found) return {criteria, unread: line};
		criteria[found[0]] = found[1];
	}
	return {criteria};
}

/** A sum with the currency that stands beside it or in its column's heading, as it was written. */
function moneyOf(amount: number, text: string, heading = ''): Money {
	const currency = currencyIn(text, heading);
	return {
		amount,
		...(currency === undefined ? {} : {currency}),
		...(/[^\d.,\s]/.test(text) ? {written: text.trim()} : {}),
	};
}
