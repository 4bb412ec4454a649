import {sayDay} from '../domain/calendar.ts';
import type {
	ActionChange,
	Changes,
	ProjectChange,
	StrategyChange,
} from '../domain/queries/minuted-change.ts';
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
		columns: [{title: 'Strategy'}, {title: 'Before', widest: 14}, {title: 'After', widest: 14}],
		rows: strategies.map(strategyRow),
	}),
	...table({
		columns: [
			{title: 'Project', widest: 24},
			{title: 'Before', widest: 14},
			{title: 'After', widest: 14},
			{title: 'Note'},
		],
		rows: changes.map(projectRow),
	}),
];

const named = (id: string, title: string): string => (title ? `${id} ${title}` : id);

const strategyRow = ({strategy, title, before, after}: StrategyChange): string[] => [
	named(strategy, title),
	before ? strategyStatusWords[before] : '–',
	after ? strategyStatusWords[after] : '–',
];

function projectRow({project, title, before, after, note: said = ''}: ProjectChange): string[] {
	const say = (side: ProjectChange['before']) =>
		[
			side?.status && statusWords[side.status],
			side?.confidence && `confidence ${confidenceWords[side.confidence].toLowerCase()}`,
		]
			.filter(Boolean)
			.join(', ') || (before || after ? 'none' : '–');
	const name = named(project, title);
	return before || after ? [name, say(before), say(after), said] : [name, '–', 'no change', said];
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
