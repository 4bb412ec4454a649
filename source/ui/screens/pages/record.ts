import {sayShortDay} from '../../../domain/calendar.ts';
import {type Bare, find} from '../../../domain/log/patch.ts';
import {nameOf} from '../../../domain/names.ts';
import {
	type Fields,
	type Leaf,
	leafValue,
	leavesOf,
	sayField,
	titleOf,
	typeAt,
	type TypeName,
	typeOf,
} from '../../../domain/records/index.ts';
import {milestoneState, slippedBy} from '../../../domain/queries/strategy/milestones.ts';
import {bandOf, scoreOf} from '../../../domain/queries/strategy/risks.ts';
import type {Database, Milestone, Risk} from '../../../domain/schema/index.ts';
import {count} from '../../../domain/words.ts';
import {line, type LinePart, rule} from '../../components/line.ts';
import {todayOf} from '../../state.ts';
import type {Tone} from '../../theme.ts';
import type {View} from '../screen.ts';
import {labelled} from './text.ts';

/** The cells of the labels of a page that is drawn from `records/`. */
export const labelCells = 19;

/** The fields of a record that hold something, but for those that the page says otherwise. */
export function fieldLines(
	view: View,
	fields: Fields,
	record: Bare,
	without: readonly string[] = [],
): string[] {
	const {database} = view.state;
	return leavesOf(fields)
		.filter(
			({name, field}) => field.kind !== 'kept' && field.kind !== 'list' && !without.includes(name),
		)
		.flatMap((leaf) =>
			labelled(
				view,
				leaf.field.label,
				sayField(leaf.field, leafValue(record, leaf), database),
				labelCells,
			),
		);
}

const milestoneWords: Record<ReturnType<typeof milestoneState>, [Tone, string]> = {
	achieved: ['good', 'achieved'],
	late: ['bad', 'LATE'],
	slipping: ['warn', 'slipping'],
	'on-course': ['plain', 'on course'],
	undated: ['dim', 'no date'],
};
const bandWords = {
	high: ['bad', 'HIGH'],
	medium: ['warn', 'medium'],
	low: ['good', 'low'],
} as const;

/** `LATE +94 days`, with days against the day that was first approved. */
export function milestonePart(view: View, milestone: Milestone, width?: number): LinePart {
	const [tone, word] = milestoneWords[milestoneState(milestone, todayOf(view.state))];
	const days = slippedBy(milestone) ?? 0;
	return [
		tone,
		days === 0 ? word : `${word} ${days > 0 ? '+' : '-'}${count(Math.abs(days), 'day')}`,
		width,
	];
}

/** `16 HIGH`, or that nobody has judged it; a risk that came true is an issue. */
export function riskPart({current, cameTrueOn, closedOn}: Risk, width?: number): LinePart {
	if (closedOn !== undefined) return ['dim', 'closed', width];
	if (cameTrueOn !== undefined) return ['bad', 'ISSUE', width];
	const score = scoreOf(current);
	const band = bandOf(score);
	if (!band) return ['dim', 'no score', width];
	const [tone, word] = bandWords[band];
	return [tone, `${String(score).padStart(2)} ${word}`, width];
}

/** How a record stands, for its row in a list. */
const standing: Partial<Record<TypeName, (view: View, record: Bare) => LinePart>> = {
	milestone: (view, record) => milestonePart(view, record as Milestone, 20),
	risk: (_view, record) => riskPart(record as Risk, 12),
};

/** The cells of an id. */
const idCells = (records: readonly Bare[]): number =>
	Math.min(20, Math.max(6, ...records.map(({id}) => String(id).length)) + 2);

/** A record of a list as columns: id, how it stands, title, and of the other fields as many as there is room for. */
export function recordParts(view: View, path: string, beside: readonly Bare[] = []): LinePart[] {
	const {database} = view.state;
	const name = typeAt(path);
	const record = find(database, path);
	if (!name || !record) return [];
	const {fields, title} = typeOf(name);
	const stands = standing[name]?.(view, record);
	const id = idCells(beside.length > 0 ? beside : [record]);
	let room = view.width - 2 - id - titleCells - (typeof stands === 'object' ? (stands[2] ?? 0) : 0);
	const shown = leavesOf(fields).flatMap((leaf) => {
		const {column} = leaf.field;
		if (!column || column[1] > room) return [];
		room -= column[1];
		return [[leaf, column[1]] as const];
	});
	const other = title === 'title' ? sayOther(record) : '';
	const rest = titleCells + Math.max(0, room);
	return [
		['strong', String(record['id']), id],
		...(stands ? [stands] : []),
		['plain', [titleOf(path, record), other].filter(Boolean).join(': '), rest],
		...shown.map(([leaf, width]): LinePart => [
			'dim',
			` ${sayCell(leaf, record, database)}`,
			width,
		]),
	];
}

/** The cells that a title has at least. */
const titleCells = 22;

/** A field in a column: days in the shorter form. */
function sayCell(leaf: Leaf, record: Bare, database: Database): string {
	const value = leafValue(record, leaf);
	return leaf.field.kind === 'day' && typeof value === 'string'
		? sayShortDay(value)
		: sayField(leaf.field, value, database);
}

/** What a criterion or a domain means, behind its title. */
const sayOther = ({text, summary}: Bare): string =>
	[text, summary].find((one): one is string => typeof one === 'string') ?? '';

/** The headings over `recordParts`. */
export function recordHeading(view: View, list: string, beside: readonly Bare[]): string {
	const name = typeAt(list);
	if (!name) return '';
	const {fields, title} = typeOf(name);
	const id = idCells(beside);
	const cells = name === 'milestone' ? 20 : name === 'risk' ? 12 : 0;
	let room = view.width - 2 - id - titleCells - cells;
	const shown = leavesOf(fields).flatMap(({field: {column}}) => {
		if (!column || column[1] > room) return [];
		room -= column[1];
		return [column];
	});
	return line(view.theme, view.width, [
		'dim',
		`  ${'Id'.padEnd(id)}${cells > 0 ? 'Stands'.padEnd(cells) : ''}${(fields[title]?.label ?? '').padEnd(titleCells + Math.max(0, room))}${shown.map(([word, width]) => ` ${word}`.padEnd(width)).join('')}`,
	]);
}

/** A record that lies in a strategy or a project, with what lies in it. */
export function partPage(view: View, path: string): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const name = typeAt(path);
	const record = find(database, path);
	if (!name || !record) return [line(theme, width, '  It is not there any more.')];
	const {word, fields} = typeOf(name);
	const holder = path.split('/').slice(0, -2).join('/');
	const lists = Object.entries(fields).filter(([, {kind}]) => kind === 'list');
	return [
		line(
			theme,
			width,
			[
				'strong',
				` ${word.replace(/^./, (letter) => letter.toUpperCase())} ${String(record['id'])}`,
			],
			// A strategy lies in nothing.
			holder === '' ? '' : ['dim', `  of ${nameOf(database, holder)}`],
		),
		'',
		...fieldLines(view, fields, record),
		...lists.flatMap(([list, field]) => {
			const inner = (record[list] ?? []) as Bare[];
			return inner.length === 0
				? []
				: [
						rule(theme, width, field.label),
						...inner.map((one) =>
							line(
								theme,
								width,
								' ',
								...recordParts(view, `${path}/${list}/${String(one['id'])}`, inner),
							),
						),
					];
		}),
	];
}
