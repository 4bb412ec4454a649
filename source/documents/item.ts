import {sayDay, sayPeriod} from '../domain/calendar.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import type {BoardLaw} from '../domain/law/law.ts';
import type {ToldExempt} from '../domain/queries/exempt.ts';
import type {ItemPaper} from '../domain/queries/minuted-item.ts';
import type {MinutedAction} from '../domain/queries/minuted.ts';
import type {Changes} from '../domain/queries/minuted-change.ts';
import type {MinutedItem, Minutes, Recorded} from '../domain/queries/minutes.ts';
import {apologiesBlocks, declarationBlocks, movementBlocks} from './attendance.ts';
import {changeTables, sayProgress} from './changes.ts';
import {decisionBlocks} from './decision.ts';
import {sayItems} from './exempt.ts';
import {sayList} from './names.ts';
import {type Block, heading, list, note, pairs, paragraph, type Text} from './tree.ts';

/** An item of the minutes: its paper, who came and went, what was declared, noted and decided. */
export function itemBlocks(minutes: Minutes, item: MinutedItem): Block[] {
	const {paper, presiding, exempt, inquorate, declarations, movements, urgency} = item;
	const law = lawOfBoard(minutes);
	const {privately} = law;
	return [
		heading(2, `${item.number}. ${item.title}`),
		...pairs(
			['Paper', paper && sayPaper(paper)],
			['Presiding', presiding],
			['Taken', item.enBloc ? 'en bloc with others' : undefined],
			law.urgent(urgency),
			[privately.label, exempt && privately.says(exempt)],
			[privately.excluded, exempt?.exclusion && sayExclusion(exempt.exclusion)],
			['Public summary', exempt?.summary],
		),
		...(inquorate
			? [
					note(
						`Inquorate: ${inquorate.present} of the ${inquorate.needed} needed could vote on this item.`,
					),
				]
			: []),
		...movementBlocks(movements, minutes.timeZone),
		...(item.kind === 'apologies' && item.startedAt ? apologiesBlocks(minutes) : []),
		...(item.kind === 'declarations' ? interests(minutes, item) : []),
		...declarationBlocks(law, declarations),
		...noteBlocks(item),
		...withheldNote(law, item),
		...recordedBlocks(minutes, item),
	];
}

/** The resolution that shut the public out, by its number. */
export const sayExclusion = ({decision, item}: NonNullable<ToldExempt['exclusion']>): string =>
	`by decision ${decision} (item ${item})`;

/** What the item that asks for interests says: where they stand, or that there were none. */
function interests(minutes: Minutes, {startedAt}: MinutedItem): Block[] {
	const {items, declarations} = minutes;
	const law = lawOfBoard(minutes);
	const numbers = items.filter((one) => one.declarations.length > 0).map(({number}) => number);
	if (numbers.length > 0) {
		return [
			...declarationBlocks(law, declarations),
			paragraph(`Interests were declared in ${sayItems(numbers)}.`),
		];
	}
	if (declarations.length > 0) return declarationBlocks(law, declarations);
	return startedAt ? [paragraph(noInterests)] : [];
}

const noInterests = 'No interests were declared.';

/**
 * What was noted. That there were no interests is noted by a key, and told by the declarations themselves: said
 * by both it would stand there twice, or against one that was declared later.
 */
function noteBlocks({kind, notes = ''}: MinutedItem): Block[] {
	const told =
		kind === 'declarations'
			? notes
					.split('\n')
					.filter((line) => line.trim() !== noInterests)
					.join('\n')
			: notes;
	return told.trim() ? [paragraph(told)] : [];
}

function withheldNote({privately: {word}}: BoardLaw, {withheld}: MinutedItem): Block[] {
	if (!withheld) return [];
	const {decisions} = withheld;
	const made =
		decisions.length === 0
			? ''
			: ` ${decisions.length === 1 ? 'Decision' : 'Decisions'} ${sayList(decisions)} ${decisions.length === 1 ? 'was' : 'were'} made on it.`;
	return [note(`What was noted and decided on this item is ${word} and left out.${made}`)];
}

/** A paper by title, reference, author and date. */
export function sayPaper({title, reference, author, date}: ItemPaper): string {
	return [
		reference ? `${title} (${reference})` : title,
		...(author ? [author] : []),
		...(date ? [sayPeriod(date)] : []),
	].join(', ');
}

/**
 * What was changed, decided and placed. What was changed in the same act as a decision stands after it, and so
 * do the actions that follow from it; whatever else was changed comes first, the other actions last.
 */
export function recordedBlocks(
	minutes: Pick<Minutes, 'timeZone' | 'board' | 'law'>,
	recorded: Recorded,
): Block[] {
	const {decisions, actions} = recorded;
	const standing = decisions.filter(({status}) => status !== 'retracted');
	const loose = (decision: string | undefined) => !standing.some(({id}) => id === decision);
	const others = actions.filter(({decision}) => loose(decision)).map(sayAction);
	const changed = changesThat(recorded, ({decision}) => loose(decision));
	const progress = changed.progress.map(sayProgress);
	return [
		...changeTables(changed),
		...list(standing.length > 0 ? progress : [...progress, ...others]),
		...standing.flatMap((decision) => [
			...decisionBlocks(minutes, decision),
			...followingBlocks(recorded, decision.id),
		]),
		...list(standing.length > 0 ? others : []),
		// Last, so that no action seems to follow from what does not stand.
		...decisions
			.filter(({status}) => status === 'retracted')
			.flatMap((decision) => decisionBlocks(minutes, decision)),
	];
}

function followingBlocks(recorded: Recorded, id: string): Block[] {
	const changed = changesThat(recorded, ({decision}) => decision === id);
	const placed = recorded.actions.filter(({decision}) => decision === id);
	return [
		...changeTables(changed),
		...list([...changed.progress.map(sayProgress), ...placed.map(sayAction)]),
	];
}

const changesThat = (
	{changes, strategies, progress}: Recorded,
	stands: (change: {decision?: string}) => boolean,
): Changes => ({
	changes: changes.filter(stands),
	strategies: strategies.filter(stands),
	progress: progress.filter(stands),
});

function sayAction({id, text, owner, due}: MinutedAction): Text {
	const who = [owner, due && `by ${sayDay(due)}`].filter(Boolean).join(', ');
	return [{strong: `Action ${id}:`}, ` ${text}${who ? ` (${who})` : ''}`];
}
