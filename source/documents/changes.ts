import {sayDay} from '../domain/calendar.ts';
import type {
	ActionChange,
	Changes,
	ProjectChange,
	StrategyChange,
} from '../domain/queries/minuted-change.ts';
import type {FieldChange} from '../domain/queries/minuted-fields.ts';
import {
	actionStatusWords,
	confidenceWords,
	statusWords,
	strategyStatusWords,
} from '../domain/words.ts';
import {sentence} from './decision.ts';
import {type Block, table, type Text} from './tree.ts';

/** What was changed, before and after: the strategies that came and went, then the projects. */
export const changeTables = ({
	strategies,
	changes,
}: Pick<Changes, 'changes' | 'strategies'>): Block[] => [
	...table({
		columns: [{title: 'Strategy'}, {title: 'Before', widest: 20}, {title: 'After', widest: 20}],
		rows: strategies.flatMap(strategyRows),
	}),
	...table({
		columns: [
			{title: 'Project', widest: 24},
			{title: 'Before', widest: 14},
			{title: 'After', widest: 14},
			{title: 'Note'},
		],
		rows: changes.flatMap(projectRows),
	}),
];

const named = (id: string, title: string): string => (title ? `${id} ${title}` : id);

const strategyRows = ({strategy, title, before, after, fields}: StrategyChange): string[][] => {
	const name = named(strategy, title);
	const state = [
		name,
		before ? strategyStatusWords[before] : '–',
		after ? strategyStatusWords[after] : '–',
	];
	return [
		...(before || after ? [state] : []),
		...fieldRows(name, fields).map(([what = '', from = '', to = '', how = '']) => [
			what,
			from,
			[to, how].filter((text) => text && text !== '–').join(', ') || '–',
		]),
	];
};

/** Whatever else was altered, a row each: what, before, after, and what else is to be said of it. */
const fieldRows = (name: string, fields: readonly FieldChange[] = []): string[][] =>
	fields.map(({what, from = '–', to = '–', how = ''}) => [`${name}: ${what}`, from, to, how]);

function projectRows({
	project,
	title,
	before,
	after,
	note: said = '',
	fields,
}: ProjectChange): string[][] {
	const say = (side: ProjectChange['before']) =>
		[
			side?.status && statusWords[side.status],
			side?.confidence && `confidence ${confidenceWords[side.confidence].toLowerCase()}`,
		]
			.filter(Boolean)
			.join(', ') || (before || after ? 'none' : '–');
	const name = named(project, title);
	const rows = fieldRows(name, fields);
	if (before || after) return [[name, say(before), say(after), said], ...rows];
	return said || rows.length === 0 ? [[name, '–', 'no change', said], ...rows] : rows;
}

/** `A-2 Draw up the rota: Open → Done, due 14 November 2026 → 30 November 2026. Full to Christmas.` */
export function sayProgress({action, text, before, after, note}: ActionChange): Text {
	const due = (day: string | undefined) => (day ? sayDay(day) : 'none');
	const moves = [
		...(after.status && before.status
			? [`${actionStatusWords[before.status]} → ${actionStatusWords[after.status]}`]
			: []),
		...('due' in after ? [`due ${due(before.due)} → ${due(after.due)}`] : []),
	];
	const what = text.trim().replace(/\.$/, '');
	return [
		{strong: action},
		` ${what ? `${what}: ` : ''}${moves.join(', ')}.${note?.trim() ? ` ${sentence(note)}` : ''}`,
	];
}
