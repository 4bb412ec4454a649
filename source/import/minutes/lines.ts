import {cellText, isStrong, type Cell, type Paper} from '../read/paper.ts';
import {unframed} from './frames.ts';
import {namesIn} from './names.ts';
import {linesOf, type PaperLine} from '../record/lines.ts';

/** A line of minutes: whether it is set in bold, and whether it stands in a column of what somebody is to do. */
export type MinuteLine = PaperLine & {strong?: true; action?: {owner?: string; due?: string}};

const heads = {
	action: /^(?:actions?(?: (?:points?|required|by|agreed))?|to do)$/i,
	owner:
		/^(?:(?:action )?(?:owner|lead|by whom|who|responsible(?: person)?|responsibility|assigned to|by))$/i,
	due: /^(?:due(?: date| by)?|by when|when|deadline|date due|target date|timescale)$/i,
	number: /^(?:(?:agenda |minute )?(?:item )?(?:no|number|ref|reference)\.?|item|#)$/i,
	name: /^(?:full )?(?:names?|members?|councillors?|trustees?|governors?|attendees?)$/i,
	role: /^(?:roles?|positions?|titles?|job titles?|organisations?|representing|designation|office)$/i,
	status: /^(?:attendance|attended|present|status|present\/apologies|present \/ absent|here)$/i,
};
type Head = keyof typeof heads;

const headOf = (text: string): Head | undefined =>
	(Object.keys(heads) as Head[]).find((name) => heads[name].test(text.trim().replace(/:$/, '')));

const statuses: [RegExp, string][] = [
	[/^(?:present|attended|in person|yes|y|p|✓|✔|x|online|remote|virtual)$/i, 'Present'],
	[/^(?:apolog(?:y|ies)(?: (?:received|sent))?|a|ap|sent apologies)$/i, 'Apologies'],
	[/^(?:absent|no|n|not present|did not attend|dna)$/i, 'Absent'],
	[/^(?:in attendance|ia|observer|attending)$/i, 'In attendance'],
];

const groups = /^(?:\p{L}+ ){0,2}(?:present|absent|apologies|in attendance|excused)\s*:?$/iu;

/** The rows of a table of people, of a table of what is to be done, or of minutes that stand in a table. */
function linesOfTable(rows: readonly Cell[][], at: number): MinuteLine[] | undefined {
	const texts = rows.map((row) => row.map((cell) => cellText(cell).trim()));
	const columns = (texts[0] ?? []).map(headOf);
	// “Members present:” and “Members absent:” beside each other.
	const [first = [], ...rest] = texts;
	if (first.length >= 2 && first.every((text) => groups.test(text)))
		// What stands below the table at the left goes on with its first column.
		return [
			...first.map((text, index) => [text, ...rest.map((row) => row[index] ?? '')]),
			[first[0] ?? ''],
		].flatMap((column) =>
			column.flatMap((own) =>
				own.split('\n').map((line): MinuteLine => ({at, text: line.trim(), level: 0})),
			),
		);
	const column = (name: Head) => columns.indexOf(name);
	const cell = (row: readonly string[], name: Head) => row[column(name)]?.trim() ?? '';
	if (column('name') !== -1)
		return texts.slice(1).flatMap((row): MinuteLine[] => {
			const [, label] = statuses.find(([says]) => says.test(cell(row, 'status'))) ?? [];
			const role = cell(row, 'role');
			const person = `${cell(row, 'name')}${role === '' ? '' : ` – ${role}`}`;
			return cell(row, 'name') === '' || (column('status') !== -1 && label === undefined)
				? []
				: [{at, text: label === undefined ? person : `${label}: ${person}`, level: 0}];
		});
	// A name and who that is, or names alone.
	const isPeople = texts.every(
		([first = '', second = '', ...rest]) =>
			isOne(first) &&
			rest.every((text) => text === '' || isOne(text)) &&
			(second === '' || !/[.:]/.test(second)),
	);
	if (isPeople)
		return texts.flatMap(([first = '', second = '', ...rest]): MinuteLine[] =>
			(isOne(second) || second === ''
				? [first, second, ...rest]
				: [`${first}, ${second}`, ...rest]
			).map((text) => ({at, text, level: 0})),
		);
	const isDone = column('action') !== -1;
	const isNumbered =
		texts.filter(([first = '', second = '']) => numbered.test(first) && second !== '').length >= 2;
	if (!isDone && !isNumbered) return undefined;
	return texts
		.slice(columns.some((name) => name !== undefined) ? 1 : 0)
		.flatMap((row): MinuteLine[] => {
			const own = {owner: cell(row, 'owner'), due: cell(row, 'due')};
			const done = cell(row, 'action');
			const [first = ''] = row;
			const rest = row.filter(
				(text, index) =>
					text !== '' &&
					!(['action', 'owner', 'due'] as (Head | undefined)[]).includes(columns[index]) &&
					!(index === 0 && numbered.test(first)),
			);
			const lines = rest
				.flatMap((text) => text.split('\n'))
				.map((text): MinuteLine => ({at, text: text.trim(), level: 0}));
			const [head] = lines;
			if (head && numbered.test(first)) {
				if (first.includes('/')) head.text = `${first} ${head.text}`;
				else head.item = first;
				if (lines.length > 1) head.strong = true;
			}
			return [
				...lines,
				...(done === ''
					? []
					: [
							{
								at,
								text: done.replaceAll(/\s*\n\s*/g, ' '),
								level: 0,
								action: {
									...(own.owner === '' ? {} : {owner: own.owner}),
									...(own.due === '' ? {} : {due: own.due}),
								},
							},
						]),
			];
		});
}
const isOne = (text: string): boolean => {
	const {named, unread} = namesIn(text);
	return named.length === 1 && unread.length === 0;
};
const numbered = /^\(?\d{1,4}(?:[./]\d{1,3})*[.)]?$/;

/** Heads and feet that a page repeats: they count pages, or say once more which minutes these are. */
const isFurniture = ({text, item}: MinuteLine, next: string): boolean =>
	/\bpage \d+(?: of \d+)?\s*$/i.test(text) ||
	(item === undefined &&
		text.length <= 110 &&
		!/[.:;,]$/.test(text) &&
		(/^\D.{2,60}[-–—:] (?:draft )?minutes of (?:the|a) meeting\b.*\d{4}$/i.test(text) ||
			(/\bminutes\b/i.test(text) && /\bpage \d+(?: of \d+)?\s*$/i.test(next))));

/** An hour at the beginning of a line is not a number of an item. */
const timed = ({item, ...line}: PaperLine): PaperLine =>
	item !== undefined && /^\d{1,2}[.:]\d{2}$/.test(item) && /^[ap]\.?m\b|^[-–]/i.test(line.text)
		? {...line, text: `${item} ${line.text}`}
		: {...line, ...(item === undefined ? {} : {item})};

/** Every line of minutes, without what its pages repeat. */
export function minuteLines(paper: Paper): MinuteLine[] {
	const all = paper.blocks.flatMap((block, at): MinuteLine[] => {
		if (block.kind === 'table') {
			const rows = linesOfTable(block.rows, at);
			if (rows) return rows.filter(({text}) => text !== '');
		}
		const isBold = block.kind !== 'table' && block.kind !== 'break' && isStrong(block);
		if (block.kind === 'paragraph' && !isBold) {
			// A number and a title in bold, and what was said of it in the same paragraph.
			const [lead, ...others] = block.runs;
			if (lead?.strong === true && /^\p{Lu}{0,4}\.?\d[\w./]*\s+\p{Lu}/u.test(lead.text.trim()))
				return [
					{at, text: lead.text.replaceAll(/\s+/g, ' ').trim(), level: 0, strong: true},
					...linesOf({...paper, blocks: [{kind: 'paragraph', runs: others}]}).map((line) => ({
						...timed(line),
						at,
					})),
				];
		}
		return linesOf({...paper, blocks: [block]}).map((line) => ({
			...timed(line),
			at,
			...(isBold ? {strong: true as const} : {}),
		}));
	});
	return unframed(
		all.filter((line, index) => index < 6 || !isFurniture(line, all[index + 1]?.text ?? '')),
	);
}
