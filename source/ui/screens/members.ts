import {typedTolerance} from '../../domain/tolerance.ts';
import {paragraph} from './pages/text.ts';
import {sayDay} from '../../domain/calendar.ts';
import {typedMajority} from '../../domain/majority.ts';
import {type Member, membersOf} from '../../domain/queries/meeting/members.ts';
import {isVoting, membersOn} from '../../domain/rules/presence.ts';
import type {Board} from '../../domain/schema/index.ts';
import {boardKindWords, count, memberRoleWords} from '../../domain/words.ts';
import {line, type LinePart} from '../components/line.ts';
import {type Place, type State, todayOf} from '../state.ts';
import {filterLine, isFiltered} from './projects.ts';
import {isNamed, listLines, nameCells, remembered, type Screen, type View} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';
import type {Tone} from '../theme.ts';

export const boardAt = ({database}: State, {id}: Place): Board | undefined =>
	database.boards.find((board) => board.id === id);

const pathOf = (board: Board, {key}: Member): string => `boards/${board.id}/members/${key}`;

/** `from 12 May 2026`, `ended 3 June 2026`: what is worth knowing of a term. */
function termOf({from, to, stands}: Member): [Tone, string] {
	const first = from && `from ${sayDay(from)}`;
	if (stands === 'past') return ['dim', `ended ${sayDay(to ?? '')}`];
	if (to !== undefined) return ['warn', `until ${sayDay(to)}`];
	return stands === 'to come' ? ['accent', first ?? ''] : ['dim', first ?? ''];
}

const nameOf = ({name, office, portfolio, ward, party}: Member): string =>
	[name, office, portfolio, ward, party].filter(Boolean).join(', ');

function memberParts(member: Member, cells: number): LinePart[] {
	const tone = member.stands === 'past' ? 'dim' : 'plain';
	return [
		[member.stands === 'past' ? 'dim' : 'strong', member.initials ?? '', 6],
		[tone, nameOf(member), cells],
		[tone, ` ${memberRoleWords[member.role]}`, 12],
		termOf(member),
	];
}

/** The cells of the names of these members. */
const cellsOf = ({width}: View, found: readonly Member[]): number =>
	nameCells(
		width - 18,
		found.map(nameOf),
		found.map((member) => termOf(member)[1].length),
	);

/** `Committee · 5 voting members today · quorum 3`. */
function boardText({state, theme}: View, board: Board): string {
	const today = membersOn(board, todayOf(state)).filter(({role}) => isVoting(role));
	const {quorum, majority, betweenMeetings, tolerance} = board.rules ?? {};
	return [
		boardKindWords[board.kind],
		`${count(today.length, 'voting member')} today`,
		quorum === undefined ? 'no quorum is set' : `quorum ${quorum}`,
		...(majority ? [`carries with ${typedMajority(majority)}`] : []),
		...(betweenMeetings ? ['decides between meetings too'] : []),
		...(tolerance ? [`approves above ${typedTolerance(tolerance, state.database)}`] : []),
	].join(theme.spoken ? ', ' : ` ${theme.glyphs.dot} `);
}

/** Who belongs to a board: today, later, and formerly. */
export const members: Screen = {
	pane: false,
	rows: remembered((state, place) => {
		const board = boardAt(state, place);
		if (!board) return [];
		return membersOf(state.database, board, todayOf(state))
			.filter(({stands}) => place.variant === 'all' || stands !== 'past')
			.filter((one) => isNamed(one, place.filter?.value ?? ''))
			.map((one) => pathOf(board, one));
	}),
	row(view, path) {
		const {state, place} = view;
		const board = boardAt(state, place);
		const found = board ? membersOf(state.database, board, todayOf(state)) : [];
		const member = board && found.find((one) => pathOf(board, one) === path);
		return member ? memberParts(member, cellsOf(view, found)) : [];
	},
	told(view) {
		const board = boardAt(view.state, view.place);
		return board
			? [`${board.name}: members`, boardText(view, board)]
			: [`No boards yet: ${keyFor('board.add')} makes one`];
	},
	draw(view) {
		const {state, place, theme, width, height} = view;
		const board = boardAt(state, place);
		if (!board)
			return [line(theme, width, `  There are no boards yet: ${keyFor('board.add')} makes one.`)];
		const {boards} = state.database;
		const found = membersOf(state.database, board, todayOf(state));
		const former = found.filter(({stands}) => stands === 'past').length;
		const more = [
			boards.length > 1
				? `${keyFor('board.previous')} and ${keyFor('board.next')} go through the boards, this is ${boards.indexOf(board) + 1} of ${boards.length}`
				: '',
			former > 0 && place.variant !== 'all'
				? `${keyFor('member.former')} shows ${former} that ended`
				: '',
		];
		const head = [
			line(theme, width, ['strong', ` ${board.name}: members`]),
			...paragraph(view, boardText(view, board)),
			isFiltered(place)
				? filterLine(view, members.rows(state, place).length, found.length)
				: line(theme, width, ['dim', ` ${more.filter(Boolean).join('; ')}`]),
		];
		const rows = members.rows(state, place);
		const empty =
			rows.length === 0
				? [
						line(
							theme,
							width,
							isFiltered(place)
								? `  Nobody on it is called that. ${keyFor('place.back')} clears it.`
								: `  Nobody is on it: ${keyFor('member.add')} enters somebody.`,
						),
					]
				: [];
		const body = listLines(view, rows, height - head.length, members.row);
		return [...head, ...empty, ...body];
	},
};
