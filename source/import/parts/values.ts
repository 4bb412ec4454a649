// What the cells of a row say, each read as its field wants.
import {readField} from '../../domain/records/index.ts';
import type {Database, Score} from '../../domain/schema/index.ts';
import {cut} from '../../domain/words.ts';
import {type DayOrder, parseDue, personIn} from '../portfolio/cells.ts';
import {type PartColumn, periodOf} from './columns.ts';

/** The cells of a row by what their column holds. */
export type TableCells = {
	of: string;
	id: string;
	score: {likelihood: string; impact: string};
	fields: {name: string; text: string; column: Extract<PartColumn, {is: 'field'}>}[];
	periods: {period: string; text: string}[];
	inside: {controls: string[]; actions: string[]};
};

/** The fields of a row, each read as its kind wants, and what is wrong with them. `days` are the orders in which its columns write days. */
export function readFields(
	database: Database,
	{fields, score, periods}: TableCells,
	days: ReadonlyMap<string, DayOrder>,
): {fields: Record<string, unknown>; problems: string[]} {
	const read: Record<string, unknown> = {};
	const problems: string[] = [];
	const {likelihood, impact} = score;
	for (const {name, text, column} of fields) {
		const {field} = column.leaf;
		const label = field.label.toLowerCase();
		if (field.kind === 'day') {
			const day = parseDue(text, days.get(name));
			if (day === undefined) problems.push(`${label} “${cut(text, 40)}” is not a day`);
			else read[name] = day;
		} else if (field.kind === 'targets' && periods.length > 0 && isNumber(text)) {
			// One target stands for every period that the table tells.
			read[name] = periods.map(({period}) => ({period, value: numberIn(text)}));
		} else if (field.kind === 'person') {
			const person = personIn(database, text);
			if (person === undefined)
				problems.push(`${label}: it names nobody whom the database knows, and no post`);
			else read[name] = person;
		} else {
			const typed =
				field.kind === 'score'
					? text.replace(scored, '')
					: field.kind === 'quarter'
						? (periodOf(text) ?? text)
						: text;
			const value = readField(field, typed, {database: database, today: ''});
			if ('message' in value) problems.push(`${label}: ${value.message}`);
			else
				read[name] =
					field.kind === 'score' ? scoreOn(value.value, scored.exec(text)?.[1]) : value.value;
		}
	}
	if (likelihood !== '' && impact !== '') {
		const isScore = /^[1-5]$/.test(likelihood) && /^[1-5]$/.test(impact);
		if (isScore) read['current'] = {likelihood: Number(likelihood), impact: Number(impact)};
		else
			problems.push(
				`likelihood and impact are 1 to 5 each, not “${cut(`${likelihood}, ${impact}`, 40)}”`,
			);
	}
	return {fields: read, problems};
}

/** An action as it goes out: `Buy spares (Ann Reed, due 2027-03-01)`. */
export function actionIn(database: Database, line: string): Record<string, unknown> {
	const [, text, said = ''] = /^(.+?)\s*\(([^()]*)\)$/.exec(line) ?? [];
	const fields: Record<string, unknown> = {};
	for (const part of said.split(/,\s*/)) {
		const [, word, day = ''] = /^(due|done) (\d{4}-\d\d-\d\d)$/.exec(part) ?? [];
		const owner = word === undefined ? personIn(database, part) : undefined;
		if (word !== undefined) fields[word === 'due' ? 'due' : 'doneOn'] = day;
		else if (owner === undefined) return {text: line};
		else fields['owner'] = owner;
	}
	return text === undefined ? {text: line} : {text, ...fields};
}

/** A number as a cell has it: `1,250`, `85%`. */
export const numberIn = (text: string): number => Number(text.replaceAll(/[\s,%]/g, ''));
export const isNumber = (text: string): boolean => Number.isFinite(numberIn(text));

/** What stands behind a score's two numbers: `= 12`, and the day on which it was scored. */
const scored = /\s*(?:=\s*\d+)?(?:,\s*(\d{4}-\d\d-\d\d))?$/;

/** A score with the day that the table tells; most tables tell none. */
function scoreOn(value: unknown, on: string | undefined): unknown {
	const {likelihood, impact} = value as Score;
	return {likelihood, impact, ...(on === undefined ? {} : {on})};
}
