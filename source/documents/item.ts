import {lawOfBoard} from '../domain/law/boards.ts';
import type {BoardLaw} from '../domain/law/law.ts';
import type {ToldExempt} from '../domain/queries/exempt.ts';
import type {ItemPaper} from '../domain/queries/minuted-item.ts';
import type {MinutedAction} from '../domain/queries/minuted.ts';
import type {Changes} from '../domain/queries/minuted-change.ts';
import type {OutstandingAction} from '../domain/queries/outstanding.ts';
import type {MinutedItem, Minutes, Recorded} from '../domain/queries/minutes.ts';
import {type Voice, voiceOf} from '../domain/voice/index.ts';
import {voiceOfMeeting} from './several-days.ts';
import {apologiesBlocks, declarationBlocks, movementBlocks} from './attendance.ts';
import {changeTables, sayProgress} from './changes.ts';
import {decisionBlocks, type Manner} from './decision.ts';
import {type Block, heading, list, note, pairs, paragraph, table, type Text} from './tree.ts';

/** An item of the minutes: its paper, who came and went, what was declared, noted and decided. */
export function itemBlocks(minutes: Minutes, item: MinutedItem): Block[] {
	const {paper, presiding, exempt, inquorate, declarations, movements, urgency} = item;
	const law = lawOfBoard(minutes);
	const {privately} = law;
	const voice = voiceOfMeeting(minutes);
	const {shared, minutes: words} = voice;
	return [
		heading(2, `${item.number}. ${item.title}`),
		...pairs(
			[shared.paper, paper && sayPaper(voice, paper)],
			[words.presiding, presiding],
			[words.taken, item.enBloc ? words.enBloc : undefined],
			law.urgent(urgency),
			[privately.label, exempt && privately.says(exempt)],
			[privately.excluded, exempt && sayExcluded(voice, item)],
			[words.readmitted, item.readmitted?.map((at) => voice.time(at)).join(', ')],
			[shared.publicSummary, exempt?.summary],
		),
		...(inquorate ? [note(words.inquorate(inquorate.present, inquorate.needed))] : []),
		...movementBlocks(voice, movements),
		...(item.kind === 'apologies' && item.startedAt ? apologiesBlocks(voice, minutes) : []),
		...(item.kind === 'declarations' ? interests(minutes, item) : []),
		...declarationBlocks(voice, law, declarations),
		...outstandingBlocks(voice, item),
		...noteBlocks(voice, item),
		...disposalBlocks(minutes, item),
		...withheldNote(voice, law, item),
		...recordedBlocks(minutes, item),
	];
}

/** The actions that earlier meetings left open; of an item that was taken up without any, that there were none. */
function outstandingBlocks(voice: Voice, {outstanding, startedAt}: MinutedItem): Block[] {
	if (outstanding === undefined) return [];
	const {minutes: words} = voice;
	if (outstanding.length === 0) return startedAt ? [paragraph(words.noOutstanding)] : [];
	return [paragraph(words.outstanding), ...actionTable(voice, outstanding)];
}

/** Actions as a table: number, what, who, by when, and how they go on where that was told. */
export function actionTable(
	{minutes: words, shared, day}: Voice,
	actions: readonly OutstandingAction[],
): Block[] {
	const tells = actions.some(({progress}) => progress !== undefined);
	return table({
		columns: [
			{title: shared.number},
			{title: words.what},
			{title: words.who, widest: 20},
			{title: words.until},
			...(tells ? [{title: words.progress}] : []),
		],
		rows: actions.map(({id, text, owner = '', due, progress = ''}) => [
			id,
			text,
			owner,
			due ? day(due) : '',
			...(tells ? [progress] : []),
		]),
	});
}

/** The resolution that shut the public out, by its number. */
export const sayExclusion = (
	{shared}: Voice,
	{decision, item}: NonNullable<ToldExempt['exclusion']>,
): string => shared.byDecision(decision, item);

/** By which resolution the public was out; of an item that was taken without one, that the record holds none. */
function sayExcluded(voice: Voice, {exempt, startedAt}: MinutedItem): string | undefined {
	if (!exempt || exempt.confidential) return undefined;
	if (exempt.exclusion) return sayExclusion(voice, exempt.exclusion);
	return startedAt ? voice.minutes.notExcluded : undefined;
}

/** What became of an item that was not taken up; of one of which nothing is recorded, that. */
function disposalBlocks(minutes: Minutes, item: MinutedItem): Block[] {
	const words = voiceOf(minutes).minutes;
	const {disposal, startedAt, decisions, notes} = item;
	const says = disposal && words.notTaken[disposal];
	if (says) return [paragraph(says)];
	const {status} = minutes.meeting;
	const isSilent = !startedAt && !notes && decisions.length === 0 && disposal === undefined;
	return status === 'closed' && isSilent && !lawOfBoard(minutes).alone && minutes.sat
		? [note(words.notRecorded)]
		: [];
}

/** What the item that asks for interests says: where they stand, or that there were none. */
function interests(minutes: Minutes, {startedAt, notes}: MinutedItem): Block[] {
	const {items, declarations} = minutes;
	const law = lawOfBoard(minutes);
	const voice = voiceOf(minutes);
	const numbers = items.filter((one) => one.declarations.length > 0).map(({number}) => number);
	if (numbers.length > 0) {
		return [
			...declarationBlocks(voice, law, declarations),
			paragraph(voice.roll.interestsIn(voice.shared.items(numbers))),
		];
	}
	if (declarations.length > 0) return declarationBlocks(voice, law, declarations);
	const noted = notes?.split('\n').some((line) => line.trim() === voice.roll.noInterests);
	if (minutes.interestsAsked?.none || noted) return [paragraph(voice.roll.noInterests)];
	return startedAt ? [note(voice.roll.interestsNotRecorded)] : [];
}

/**
 * What was noted. That there were no interests is noted by a key, and told by the declarations themselves: said
 * by both it would stand there twice, or against one that was declared later.
 */
function noteBlocks({roll}: Voice, {kind, notes = ''}: MinutedItem): Block[] {
	const told =
		kind === 'declarations'
			? notes
					.split('\n')
					.filter((line) => line.trim() !== roll.noInterests)
					.join('\n')
			: notes;
	return told.trim() ? [paragraph(told)] : [];
}

function withheldNote(
	{minutes, shared}: Voice,
	{privately: {word}}: BoardLaw,
	{withheld}: MinutedItem,
): Block[] {
	if (!withheld) return [];
	const {decisions} = withheld;
	return [note(minutes.withheld(word, decisions, shared.and(decisions)))];
}

/** A paper by title, reference, author and date. */
export function sayPaper({period}: Voice, {title, reference, author, date}: ItemPaper): string {
	return [
		reference ? `${title} (${reference})` : title,
		...(author ? [author] : []),
		...(date ? [period(date)] : []),
	].join(', ');
}

/**
 * What was changed, decided and placed. What was changed in the same act as a decision stands after it, and so
 * do the actions that follow from it; whatever else was changed comes first, the other actions last.
 */
export function recordedBlocks(manner: Manner, recorded: Recorded): Block[] {
	const voice = voiceOf(manner);
	const {decisions, actions} = recorded;
	const standing = decisions.filter(({status}) => status !== 'retracted');
	const loose = (decision: string | undefined) => !standing.some(({id}) => id === decision);
	const others = actions
		.filter(({decision}) => loose(decision))
		.map((action) => sayAction(voice, action));
	const changed = changesThat(recorded, ({decision}) => loose(decision));
	const progress = changed.progress.map((change) => sayProgress(voice, change));
	return [
		...changeTables(voice, changed),
		...list(standing.length > 0 ? progress : [...progress, ...others]),
		...standing.flatMap((decision) => [
			...decisionBlocks(manner, decision),
			...followingBlocks(voice, recorded, decision.id),
		]),
		...list(standing.length > 0 ? others : []),
		// Last, so that no action seems to follow from what does not stand.
		...decisions
			.filter(({status}) => status === 'retracted')
			.flatMap((decision) => decisionBlocks(manner, decision)),
	];
}

function followingBlocks(voice: Voice, recorded: Recorded, id: string): Block[] {
	const changed = changesThat(recorded, ({decision}) => decision === id);
	const placed = recorded.actions.filter(({decision}) => decision === id);
	return [
		...changeTables(voice, changed),
		...list([
			...changed.progress.map((change) => sayProgress(voice, change)),
			...placed.map((action) => sayAction(voice, action)),
		]),
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

function sayAction({minutes, day}: Voice, {id, text, owner, due}: MinutedAction): Text {
	const who = [owner, due && minutes.due(day(due))].filter(Boolean).join(', ');
	return [{strong: minutes.action(id)}, ` ${text}${who ? ` (${who})` : ''}`];
}
