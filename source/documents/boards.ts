import {screenVoice} from '../domain/voice/index.ts';
import type {Member} from '../domain/queries/meeting/members.ts';
import {isVoting, membersOn} from '../domain/rules/presence.ts';
import type {Database} from '../domain/schema/index.ts';
import {boardKindWords, memberRoleWords} from '../domain/words.ts';
import {withoutColumns} from './register.ts';
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
	const has = (...fields: ('office' | 'portfolio' | 'ward' | 'party')[]) =>
		members.some((member) => fields.some((field) => member[field]));
	const without = [
		...(has('office', 'portfolio') ? [] : ['Office']),
		...(has('ward', 'party') ? [] : ['Ward and party']),
	];
	const found: Table = {
		columns: [
			{title: 'Name', widest: 40},
			{title: 'Initials'},
			{title: 'Role'},
			{title: 'Office', widest: 24},
			{title: 'Ward and party', widest: 24},
			{title: 'From'},
			{title: 'Until'},
		],
		rows: members.map(({name, initials, role, office, portfolio, ward, party, from, to}) => [
			name,
			initials ?? '',
			memberRoleWords[role],
			[office, portfolio].filter(Boolean).join(', '),
			[ward, party].filter(Boolean).join(', '),
			from === undefined ? '' : day(from),
			to === undefined ? '' : day(to),
		]),
	};
	return withoutColumns(found, without);
}
