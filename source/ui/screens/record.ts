import {type Bare, find} from '../../domain/log/patch.ts';
import {nameOf} from '../../domain/names.ts';
import {typeAt, typeOf} from '../../domain/records/index.ts';
import type {Database} from '../../domain/schema/index.ts';
import {count} from '../../domain/words.ts';
import {line, type LinePart, rule} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import type {Place} from '../state.ts';
import {partPage, recordHeading, recordParts} from './pages/record.ts';
import {listLines, remembered, rowLine, type Screen, type View, windowNote} from './screen.ts';

/** Whether a path is that of a list (`projects/P1-04/risks`) and not of a record. */
export const isList = (path: string): boolean => path.split('/').length % 2 === 1;

/** The elements of a list. */
export function elementsOf(database: Database, list: string): Bare[] {
	const parts = list.split('/');
	const name = parts.pop() ?? '';
	const holder = parts.length === 0 ? (database as Bare) : find(database, parts.join('/'));
	const found = holder?.[name];
	return Array.isArray(found) ? (found as Bare[]) : [];
}

/** The lists that lie in a record, by path. */
export function listsIn(path: string): string[] {
	const type = typeAt(path);
	return type
		? Object.entries(typeOf(type).fields)
				.filter(([, {kind}]) => kind === 'list')
				.map(([name]) => `${path}/${name}`)
		: [];
}

/** Whether a place shows a record with nothing in it that could be chosen: it scrolls. */
export const isRecordPage = ({id = ''}: Place): boolean => !isList(id) && listsIn(id).length === 0;

const pathsOf = (database: Database, list: string): string[] =>
	elementsOf(database, list).map(({id}) => `${list}/${String(id)}`);

/** A heading that can be chosen: what is made under it comes to its list. */
export function headingParts({state: {database}}: View, list: string): LinePart[] {
	const type = typeAt(list);
	const {many, word} = type ? typeOf(type) : {many: '', word: ''};
	const {length} = elementsOf(database, list);
	return [
		['strong', `${many}  `],
		[
			'dim',
			length === 0
				? `none yet: ${keyFor('record.add')} makes ${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
				: String(length),
		],
	];
}

/** A record, or a list of records, that lies in a strategy or a project. */
export const record: Screen = {
	pane: 160,
	rows: remembered(({database}, {id = ''}) =>
		isList(id)
			? pathsOf(database, id)
			: listsIn(id).flatMap((list) => [list, ...pathsOf(database, list)]),
	),
	row(view, path) {
		if (isList(path)) return headingParts(view, path);
		const list = path.slice(0, path.lastIndexOf('/'));
		return recordParts(view, path, elementsOf(view.state.database, list));
	},
	told: (view) => [headOf(view), ...countOf(view)],
	draw(view) {
		const {place, theme, width, height} = view;
		const id = place.id ?? '';
		const rows = record.rows(view.state, place);
		if (isRecordPage(place)) return partPage(view, id);
		if (isList(id)) {
			const beside = elementsOf(view.state.database, id);
			const head = [
				line(
					theme,
					width,
					['strong', ` ${headOf(view)}`],
					['dim', `   ${windowNote(view, rows, height - 2)}`],
				),
				recordHeading(view, id, beside),
			];
			const type = typeAt(id);
			const word = type ? typeOf(type).word : 'record';
			return rows.length === 0
				? [
						...head,
						line(
							theme,
							width,
							`  None yet: ${keyFor('record.add')} makes ${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}.`,
						),
					]
				: [...head, ...listLines(view, rows, height - head.length, record.row)];
		}
		return inSight(view, rows, [...partHead(view, id), rule(theme, width, 'Its parts')]);
	},
};

/** The fields of a record alone, above what lies in it. */
const partHead = (view: View, path: string): string[] => {
	const lines = partPage(view, path);
	const first = lines.findIndex(
		(text, index) => index > 1 && text.includes(view.theme.glyphs.rule.repeat(3)),
	);
	return first === -1 ? lines : lines.slice(0, first);
};

/** Lines above rows, scrolled so that the chosen row is seen. */
function inSight(view: View, rows: readonly string[], above: readonly string[]): string[] {
	const {height, selected} = view;
	const lines = [...above, ...rows.map((path) => rowLine(view, path, record.row(view, path)))];
	const index = above.length + Math.max(0, rows.indexOf(selected ?? ''));
	const top = Math.max(0, Math.min(index - height + 2, lines.length - height));
	return lines.slice(top, top + height);
}

function headOf({state: {database}, place: {id = ''}}: View): string {
	const type = typeAt(id);
	if (!type) return '';
	if (!isList(id)) return `${typeOf(type).word} ${nameOf(database, id)}`;
	return `${typeOf(type).many} of ${nameOf(database, id.split('/').slice(0, -1).join('/'))}`;
}

const countOf = ({state: {database}, place: {id = ''}}: View): string[] => {
	const type = typeAt(id);
	if (!type || !isList(id)) return [];
	const {length} = elementsOf(database, id);
	const {word, many} = typeOf(type);
	return [count(length, word, many.toLowerCase())];
};
