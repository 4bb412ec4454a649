import {lawOfBoard} from '../domain/law/boards.ts';
import type {Exclusion} from '../domain/queries/public/exempt.ts';
import type {ItemPaper} from '../domain/queries/minutes/minuted-item.ts';
import type {OutstandingAction} from '../domain/queries/meeting/outstanding.ts';
import type {MinutedItem, Minutes} from '../domain/queries/minutes/minutes.ts';
import {type Voice, voiceOf} from '../domain/voice/index.ts';
import {timed, voiceOfMeeting} from './several-days.ts';
import {apologiesBlocks, declarationBlocks, movementBlocks} from './attendance.ts';
import {sayReported} from './between.ts';
import {agendaOf, decisionPlace, itemOf, meetingOf, privacyOf, roomOf, takenOf} from './places.ts';
import {absent, and, derived, fieldsOf, type Source, told} from './source.ts';
import {type Block, heading, type MaybePair, note, pairs, paragraph, sourcedTable} from './tree.ts';
import {recordedBlocks, actionBy} from './item-recorded.ts';

/** An item of the minutes: its paper, who came and went, what was declared, noted and decided. */
export function itemBlocks(minutes: Minutes, item: MinutedItem): Block[] {
	const {inquorate, declarations, movements} = item;
	const law = lawOfBoard(minutes);
	const voice = voiceOfMeeting(minutes);
	const {minutes: words} = voice;
	const place = itemOf(minutes, item);
	return [
		heading(
			2,
			`${item.minuteNumber ?? item.number}. ${item.title}`,
			derived(
				'number',
				`${place}/title`,
				`${place}/minuteNumber`,
				...agendaOf(minutes),
				...privacyOf(minutes, item),
			),
		),
		...particularsOf(minutes, item),
		...(inquorate
			? [
					note(
						words.inquorate(inquorate.present, inquorate.needed),
						derived('quorum', ...fieldsOf(place, 'startedAt', 'endedAt'), ...roomOf(minutes)),
					),
				]
			: []),
		...movementBlocks(minutes, movements),
		...(item.kind === 'apologies' && item.startedAt ? apologiesBlocks(voice, minutes, place) : []),
		...(item.kind === 'declarations' ? interests(minutes, item) : []),
		...declarationBlocks(voice, law, declarations),
		...outstandingBlocks(minutes, item),
		...noteBlocks(voice, item, told(...fieldsOf(place, 'notes'))),
		...disposalBlocks(minutes, item),
		...withheldNote(minutes, item),
		...recordedBlocks(minutes, item),
	];
}

/** Its paper, its number on the agenda, who presided, why it was urgent or private. */
function particularsOf(minutes: Minutes, item: MinutedItem): Block[] {
	const {paper, presiding, exempt, urgency} = item;
	const law = lawOfBoard(minutes);
	const {privately} = law;
	const voice = voiceOfMeeting(minutes);
	const {shared, minutes: words} = voice;
	const place = itemOf(minutes, item);
	const of = (...fields: string[]) => told(...fieldsOf(place, ...fields));
	const isPrivate = derived('private', ...privacyOf(minutes, item));
	return pairs(
		[shared.paper, paper && sayPaper(voice, paper), paper && paperBy(paper, place)],
		[
			words.agendaItem,
			item.minuteNumber === undefined ? undefined : item.number,
			derived('number', `${place}/minuteNumber`, ...agendaOf(minutes)),
		],
		[
			voice.between.reported,
			item.reported && sayReported(voice, item.reported),
			item.reported && told(`${place}/about`, decisionPlace(item.reported)),
		],
		[
			words.presiding,
			presiding,
			derived('presiding', `${place}/presiding`, ...roomOf(minutes), ...takenOf(minutes)),
		],
		[
			words.taken,
			item.enBloc ? words.enBloc : undefined,
			and(of('enBloc'), ...item.decisions.map((one) => decisionPlace(one))),
		],
		[...law.urgent(urgency), of('urgency')],
		[privately.label, exempt && privately.says(exempt), isPrivate],
		excludedPair(minutes, item),
		[
			privately.left ?? words.left,
			item.publicLeft?.map((at) => voice.time(at)).join(', '),
			timed(minutes, `${meetingOf(minutes)}/publicLeft`),
		],
		[
			privately.readmitted ?? words.readmitted,
			item.readmitted?.map((at) => voice.time(at)).join(', '),
			timed(minutes, `${meetingOf(minutes)}/readmissions`),
		],
		[shared.publicSummary, exempt?.summary, isPrivate],
	);
}

/** The actions that earlier meetings left open; of an item that was taken up without any, that there were none. */
function outstandingBlocks(minutes: Minutes, {outstanding, startedAt}: MinutedItem): Block[] {
	if (outstanding === undefined) return [];
	const voice = voiceOf(minutes);
	const {minutes: words} = voice;
	const opened = `${meetingOf(minutes)}/status`;
	if (outstanding.length === 0) {
		const none = derived('outstanding', 'actions', opened);
		return startedAt ? [paragraph(words.noOutstanding, none)] : [];
	}
	const open = outstanding.map(({id}) => `actions/${id}`);
	return [
		paragraph(words.outstanding, derived('outstanding', ...open, opened)),
		...actionTable(voice, outstanding, ({id}) => derived('outstanding', `actions/${id}`, opened)),
	];
}

/** Actions as a table: number, what, who, by when, and how they go on where that was told. */
export function actionTable(
	{minutes: words, shared, day}: Voice,
	actions: readonly OutstandingAction[],
	source: (action: OutstandingAction) => Source = actionBy,
): Block[] {
	const tells = actions.some(({progress}) => progress !== undefined);
	return sourcedTable({
		columns: [
			{title: shared.number},
			{title: words.what},
			{title: words.who, widest: 20},
			{title: words.until},
			...(tells ? [{title: words.progress}] : []),
		],
		rows: actions.map((action) => {
			const {id, text, owner = '', due, progress = ''} = action;
			const row = [id, text, owner, due ? day(due) : '', ...(tells ? [progress] : [])];
			return [row, source(action)];
		}),
	});
}

/** A paper, and that an item is about it. */
export const paperBy = ({id}: ItemPaper, item: string | undefined): Source =>
	told(
		...fieldsOf(`reports/${id}`, 'title', 'reference', 'author', 'date'),
		...(item === undefined ? [] : [`${item}/about`]),
	);

/** The resolution that shut the public out, by its number. */
export const sayExclusion = ({shared}: Voice, {decision, item}: Exclusion): string =>
	shared.byDecision(decision, item);

/** By which resolution the public was out; of an item that was taken without one, that the record holds none. */
function excludedPair(minutes: Minutes, item: MinutedItem): MaybePair {
	const {exempt, startedAt} = item;
	const voice = voiceOf(minutes);
	const {excluded} = lawOfBoard(minutes).privately;
	if (exempt?.confidential) return [excluded, undefined];
	const privacy = privacyOf(minutes, item);
	const exclusion = exempt ? exempt.exclusion : item.exclusion;
	if (exclusion) {
		const by = derived('exclusion', ...privacy, `decisions/${exclusion.decision}`);
		return [excluded, sayExclusion(voice, exclusion), by];
	}
	if (!exempt) return [excluded, undefined];
	const place = `${itemOf(minutes, item)}/startedAt`;
	return [excluded, startedAt ? voice.minutes.notExcluded : undefined, absent(...privacy, place)];
}

/** What became of an item that was not taken up; of one of which nothing is recorded, that. */
function disposalBlocks(minutes: Minutes, item: MinutedItem): Block[] {
	const words = voiceOf(minutes).minutes;
	const {disposal, startedAt, decisions, notes} = item;
	const place = itemOf(minutes, item);
	const says = disposal && words.notTaken[disposal];
	if (says) return [paragraph(says, told(`${place}/disposal`))];
	const {status} = minutes.meeting;
	const isSilent = !startedAt && !notes && decisions.length === 0 && disposal === undefined;
	return status === 'closed' && isSilent && !lawOfBoard(minutes).alone && minutes.sat
		? [
				note(
					words.notRecorded,
					absent(
						...fieldsOf(place, 'startedAt', 'disposal', 'notes', 'kind'),
						`${meetingOf(minutes)}/status`,
						...takenOf(minutes),
						'decisions/*',
					),
				),
			]
		: [];
}

/** What the item that asks for interests says: where they stand, or that there were none. */
function interests(minutes: Minutes, item: MinutedItem): Block[] {
	const {items, declarations} = minutes;
	const {startedAt, notes} = item;
	const law = lawOfBoard(minutes);
	const voice = voiceOf(minutes);
	const meeting = meetingOf(minutes);
	const asked = `${meeting}/interestsAsked`;
	const noteOf = `${itemOf(minutes, item)}/notes`;
	const declared = items.filter((one) => one.declarations.length > 0);
	if (declared.length > 0) {
		const numbers = declared.map(({number}) => number);
		return [
			...declarationBlocks(voice, law, declarations),
			paragraph(
				voice.roll.interestsIn(voice.shared.items(numbers)),
				derived('number', `${meeting}/declarations`, ...agendaOf(minutes)),
			),
		];
	}
	if (declarations.length > 0) return declarationBlocks(voice, law, declarations);
	const noted = notes?.split('\n').some((line) => line.trim() === voice.roll.noInterests);
	if (minutes.interestsAsked?.none || noted) {
		return [
			paragraph(
				voice.roll.noInterests,
				told(asked, `${itemOf(minutes, item)}/kind`, ...(noted ? [noteOf] : [])),
			),
		];
	}
	return startedAt
		? [
				note(
					voice.roll.interestsNotRecorded,
					absent(asked, `${meeting}/declarations`, noteOf, `${itemOf(minutes, item)}/startedAt`),
				),
			]
		: [];
}

/**
 * What was noted. That there were no interests is noted by a key, and told by the declarations themselves: said
 * by both it would stand there twice, or against one that was declared later.
 */
function noteBlocks({roll}: Voice, {kind, notes = ''}: MinutedItem, source: Source): Block[] {
	const says =
		kind === 'declarations'
			? notes
					.split('\n')
					.filter((line) => line.trim() !== roll.noInterests)
					.join('\n')
			: notes;
	return says.trim() ? [paragraph(says, source)] : [];
}

function withheldNote(minutes: Minutes, item: MinutedItem): Block[] {
	if (!item.withheld) return [];
	const {shared, minutes: words} = voiceOf(minutes);
	const {decisions} = item.withheld;
	const {word} = lawOfBoard(minutes).privately;
	return [
		note(
			words.withheld(word, decisions, shared.and(decisions)),
			derived(
				'private',
				...privacyOf(minutes, item),
				...decisions.map((id) => `${decisionPlace({id})}/item`),
			),
		),
	];
}

/** A paper by title, reference, author and date. */
export function sayPaper({period}: Voice, {title, reference, author, date}: ItemPaper): string {
	return [
		reference ? `${title} (${reference})` : title,
		...(author ? [author] : []),
		...(date ? [period(date)] : []),
	].join(', ');
}
