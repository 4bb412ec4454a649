import {screenVoice} from '../domain/voice/index.ts';
import type {Member} from '../domain/queries/members.ts';
import {isVoting, membersOn} from '../domain/rules/presence.ts';
import type {Database} from '../domain/schema/index.ts';
import {boardKindWords, memberRoleWords} from '../domain/words.ts';
import type {Table} from './tree.ts';

/** Every board, with how many have a vote on it today. */
export const boardTable = ({boards}: Database, today: string): Table => ({
	columns: [
		{title: 'Id'},
		{title: 'Board', widest: 40},
		{title: 'Kind'},
		{title: 'Voting', align: 'right'},
		{title: 'Quorum', align: 'right'},
	],
	rows: boards.map((board) => [
		board.id,
		board.name,
		boardKindWords[board.kind],
		String(membersOn(board, today).filter(({role}) => isVoting(role)).length),
		board.rules?.quorum === undefined ? '' : String(board.rules.quorum),
	]),
});

/** Who is on a board, as what and from when until when. */
export function memberTable(
	database: Pick<Database, 'organisation' | 'rules'>,
	members: readonly Member[],
): Table {
	const {day} = screenVoice(database);
	return {
		columns: [
			{title: 'Name', widest: 40},
			{title: 'Initials'},
			{title: 'Role'},
			{title: 'From'},
			{title: 'Until'},
		],
		rows: members.map(({name, initials, role, from, to}) => [
			name,
			initials ?? '',
			memberRoleWords[role],
			from === undefined ? '' : day(from),
			to === undefined ? '' : day(to),
		]),
	};
}
