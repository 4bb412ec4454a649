import type {
	ActionChange,
	Changes,
	ProjectChange,
	StrategyChange,
} from '../domain/queries/minutes/minuted-change.ts';
import type {FieldChange} from '../domain/queries/minutes/minuted-fields.ts';
import type {Voice} from '../domain/voice/index.ts';
import {sentence} from '../domain/voice/names.ts';
import {toldByAct} from './source.ts';
import {type Block, type Sourcing, sourcedTable, type Text} from './tree.ts';

/** What was changed, before and after: the strategies that came and went, then the projects. */
export const changeTables = (
	voice: Voice,
	{strategies, changes}: Pick<Changes, 'changes' | 'strategies'>,
): Block[] => {
	const {strategy, project, before, after, note} = voice.minutes.changes;
	const sides = (widest: number) => [
		{title: before, widest},
		{title: after, widest},
	];
	return [
		...sourcedTable({
			columns: [{title: strategy}, ...sides(20)],
			rows: strategies.flatMap((change) =>
				strategyRows(voice, change).map(sourcedBy(change, `strategies/${change.strategy}/title`)),
			),
		}),
		...sourcedTable({
			columns: [{title: project, widest: 24}, ...sides(14), {title: note}],
			rows: changes.flatMap((change) =>
				projectRows(voice, change).map(sourcedBy(change, `projects/${change.project}/title`)),
			),
		}),
	];
};

const sourcedBy =
	({revision}: {revision: number}, name: string) =>
	(row: string[]): Sourcing<string[]> => [row, toldByAct([revision], name)];

const named = (id: string, title: string): string => (title ? `${id} ${title}` : id);

const strategyRows = (
	{values: {strategyStatus}}: Voice,
	{strategy, title, before, after, fields}: StrategyChange,
): string[][] => {
	const name = named(strategy, title);
	const state = [name, before ? strategyStatus[before] : '–', after ? strategyStatus[after] : '–'];
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

function projectRows(
	{values, minutes: {changes: words}}: Voice,
	{project, title, before, after, note: said = '', fields}: ProjectChange,
): string[][] {
	const say = (side: ProjectChange['before']) =>
		[
			side?.status && values.projectStatus[side.status],
			side?.confidence && words.confidence(values.confidence[side.confidence]),
		]
			.filter(Boolean)
			.join(', ') || (before || after ? values.none : '–');
	const name = named(project, title);
	const rows = fieldRows(name, fields);
	if (before || after) return [[name, say(before), say(after), said], ...rows];
	return said || rows.length === 0 ? [[name, '–', words.unchanged, said], ...rows] : rows;
}

/** `A-2 Draw up the rota: Open → Done, due 14 November 2026 → 30 November 2026. Full to Christmas.` */
export function sayProgress(
	{values, minutes, day}: Voice,
	{action, text, before, after, note, told}: ActionChange,
): Text {
	const due = (date: string | undefined) => (date ? day(date) : values.none);
	const moves = [
		...(after.status && before.status
			? [`${values.actionStatus[before.status]} → ${values.actionStatus[after.status]}`]
			: []),
		...('due' in after ? [minutes.changes.due(due(before.due), due(after.due))] : []),
	];
	const what = text.trim().replace(/\.$/, '');
	const said = [moves.length > 0 ? `${moves.join(', ')}.` : '', note, told]
		.filter((part) => part?.trim())
		.map((part, index) => (index === 0 && moves.length > 0 ? part : sentence(part ?? '')));
	return [{strong: action}, ` ${what ? `${what}: ` : ''}${said.join(' ')}`];
}
