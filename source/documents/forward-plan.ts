import {boardLaw} from '../domain/law/boards.ts';
import {personName} from '../domain/names.ts';
import type {PlannedDecision} from '../domain/queries/meeting/forward-plan.ts';
import {isVoting, membersOn} from '../domain/rules/presence.ts';
import type {Database} from '../domain/schema/index.ts';
import {englishManner, screenVoice, type Voice} from '../domain/voice/index.ts';
import {sentence} from '../domain/voice/names.ts';
import {noticeWords} from '../domain/words.ts';
import {type Block, type Document, heading, pairs, paragraph, table, type Table} from './tree.ts';

/** The forward plan as a list: one row for each matter. */
export function forwardPlanTable(
	database: Pick<Database, 'organisation' | 'rules'>,
	plan: readonly PlannedDecision[],
): Table {
	const voice = screenVoice(database);
	return {
		columns: [
			{title: 'No.'},
			{title: 'Matter', widest: 36},
			{title: 'Decision-maker', widest: 24},
			{title: 'When'},
			{title: 'Key'},
			{title: 'In private', widest: 28},
			{title: 'Documents', widest: 28},
			{title: 'Notice given'},
		],
		rows: plan.map((matter) => [
			matter.id,
			matter.title,
			matter.board,
			sayTime(voice, matter),
			matter.key ? 'Yes' : 'No',
			sayPrivate(matter, false) ?? '',
			matter.documents.join('; '),
			matter.publishedOn ? voice.day(matter.publishedOn) : 'not published',
		]),
	};
}

const sayTime = ({period}: Voice, {on, overdue}: PlannedDecision): string =>
	on === undefined ? 'not said' : `${period(on)}${overdue ? ' (passed)' : ''}`;

/** Why in private, and by which paragraph. */
function sayPrivate({private: hidden}: PlannedDecision, full: boolean): string | undefined {
	if (!hidden) return undefined;
	const {reasons, says, briefly} = hidden;
	return [reasons && sentence(reasons), full ? says : briefly].filter(Boolean).join(' ') || 'Yes';
}

/**
 * The forward plan as it is published: the notices of key decisions to come and of meetings in private, at a
 * glance and then matter by matter. A body is named with its members, as the law asks. `today` is a day in the organisation's time zone.
 */
export function forwardPlanDocument(
	database: Database,
	plan: readonly PlannedDecision[],
	today: string,
): Document {
	const voice = screenVoice(database);
	return {
		title: `Forward plan of ${database.organisation.name}`,
		manner: englishManner(database),
		blocks: [
			...pairs(['As at', voice.day(today)], ['Matters', String(plan.length)]),
			...(plan.length === 0
				? [paragraph('No key decision and no meeting in private is announced.')]
				: []),
			...table({
				columns: [
					{title: 'No.'},
					{title: 'Matter'},
					{title: 'Decision-maker', widest: 24},
					{title: 'When', widest: 18},
				],
				rows: plan.map((matter) => [matter.id, matter.title, matter.board, sayTime(voice, matter)]),
			}),
			...plan.flatMap((matter) => matterBlocks(voice, matter, membersOf(database, matter, today))),
		],
	};
}

/** The members of the body that is to decide; one who decides alone is named already. */
function membersOf(database: Database, {id}: PlannedDecision, today: string): string {
	const board = database.boards.find(
		(one) => one.id === database.notices.find((notice) => notice.id === id)?.board,
	);
	return boardLaw(database, board).alone
		? ''
		: membersOn(board, today)
				.filter(({role}) => isVoting(role))
				.map(({person}) => personName(database, person))
				.join('; ');
}

const matterBlocks = (voice: Voice, matter: PlannedDecision, members: string): Block[] => [
	heading(2, `${matter.id} ${matter.title}`),
	...pairs(
		['Decision-maker', matter.board],
		['Members', members],
		['To be decided', sayTime(voice, matter)],
		['Key decision', matter.key ? `Yes${matter.keyReason ? `: ${matter.keyReason}` : ''}` : 'No'],
		['In private', sayPrivate(matter, true)],
		['Documents', matter.documents.join('; ')],
		['Kind of notice', noticeWords[matter.kind]],
		['Notice given', matter.publishedOn ? voice.day(matter.publishedOn) : 'Not yet published'],
	),
];
