import {timeIn} from '../../domain/calendar.ts';
import {meetingLaw} from '../../domain/law/boards.ts';
import {detailsOf, personName} from '../../domain/names.ts';
import {itemNumber, type RollLine, roll as rollOf} from '../../domain/queries/meeting/meetings.ts';
import {quorumOn} from '../../domain/rules/presence.ts';
import type {Attendance, Meeting} from '../../domain/schema/index.ts';
import {attendanceWords} from '../../domain/words.ts';
import {line, type LinePart} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import type {State} from '../state.ts';
import type {Tone} from '../theme.ts';
import {meetingAt, quorumText} from './meeting.ts';
import {paragraph} from './pages/text.ts';
import {filterLine, isFiltered} from './projects.ts';
import {idOf, isNamed, listLines, nameCells, remembered, type Screen, type View} from './screen.ts';

const rollTone = {
	present: 'good',
	substitute: 'good',
	apologies: 'warn',
	absent: 'warn',
	'in-attendance': 'accent',
} as const;

/** How somebody stands now: by the newest coming or going (`Left 14:05, item 3`), else by the roll. */
function standing(
	{database}: State,
	held: Meeting,
	{status, for: member, person, remote}: Attendance,
	late: boolean,
): [Tone, string] {
	const uncounted = meetingLaw(database, held).elsewhere !== undefined;
	const stood = [
		attendanceWords[status] + (member ? ` for ${personName(database, member)}` : ''),
		remote ? (uncounted ? 'elsewhere: no vote' : 'from elsewhere') : '',
	]
		.filter(Boolean)
		.join(', ');
	const last = (held.movements ?? []).findLast((movement) => movement.person === person);
	// Once they have come, when they did says it.
	const beside = late ? `, ${apologiesLate.toLowerCase()}` : '';
	if (!last || status === 'absent') return [rollTone[status], `${stood}${beside}`];
	const item = last.item ? `, item ${itemNumber(held, last.item)}` : '';
	const when = `${timeIn(last.at, database.organisation.timeZone)}${item}`;
	return last.kind === 'left'
		? ['warn', `Left ${when}`]
		: [rollTone[status], `${stood} since ${when}`];
}

const apologiesLate = 'Apologies for lateness';

const nameOf = ({database}: State, {person}: RollLine): string =>
	[person.name, ...(detailsOf(database, person.id) ?? [])].join(', ');

function stood(state: State, held: Meeting, {mark, attendance, late}: RollLine): [Tone, string] {
	if (attendance) return standing(state, held, attendance, late);
	if (!mark) return ['dim', 'not taken yet'];
	return [rollTone[mark], late ? apologiesLate : attendanceWords[mark]];
}

function rollParts(state: State, held: Meeting, of: RollLine, cells: number): LinePart[] {
	const {person, role, attendance} = of;
	return [
		['strong', person.initials ?? '', 6],
		['plain', nameOf(state, of), cells],
		['dim', attendance?.status === 'substitute' ? '' : ` ${role}`, 12],
		stood(state, held, of),
	];
}

/** The cells of the names on a roll. */
const cellsOf = ({state, width}: View, held: Meeting, all: readonly RollLine[]): number =>
	nameCells(
		width - 18,
		all.map((one) => nameOf(state, one)),
		// No fewer than what may be marked next: a mark moves no column.
		[...all.map((one) => stood(state, held, one)[1].length), width < 80 ? 0 : apologiesLate.length],
	);

/** A seat for each voting member, taken or not: a quorum is seen at a glance. */
function seats({state, theme}: View, held: Meeting): LinePart[] {
	const {present, voting} = quorumOn(state.database, held);
	if (theme.spoken || voting > 30 || held.attendance.length === 0) return [];
	const {delivered, proposed} = theme.glyphs.status;
	return [
		['good', `   ${delivered.repeat(present)}`],
		['dim', proposed.repeat(Math.max(0, voting - present))],
	];
}

const rollAsks = `${keyFor('roll.all-present')} marks everybody present; then the exceptions, one key each; ${keyFor('list.filter')} finds a name, ${keyFor('roll.several-apologies')} takes apologies from several; ${keyFor('go.members')} shows the members`;

export const roll: Screen = {
	pane: false,
	rows: remembered((state, place) => {
		const held = meetingAt(state, place);
		return held
			? rollOf(state.database, held)
					.filter(({person}) => isNamed(person, place.filter?.value ?? ''))
					.map(({person}) => `people/${person.id}`)
			: [];
	}),
	row(view, path) {
		const {state, place} = view;
		const held = meetingAt(state, place);
		const all = held ? rollOf(state.database, held) : [];
		const one = all.find(({person}) => person.id === idOf(path));
		return held && one ? rollParts(state, held, one, cellsOf(view, held, all)) : [];
	},
	told({state, place}) {
		const held = meetingAt(state, place);
		return held
			? [`Roll of ${held.id} ${held.title}`, quorumText(state, held), rollAsks]
			: ['Roll'];
	},
	draw(view) {
		const {state, place, theme, width, height} = view;
		const held = meetingAt(state, place);
		if (!held) return [];
		const rows = roll.rows(state, place);
		const {quorate} = quorumOn(state.database, held);
		const head = [
			line(theme, width, ['strong', ` Roll of ${held.id}  ${held.title}`]),
			line(
				theme,
				width,
				[quorate ? 'good' : 'warn', ` ${quorumText(state, held)}`],
				...seats(view, held),
			),
			...(isFiltered(place)
				? [filterLine(view, rows.length, rollOf(state.database, held).length)]
				: paragraph(view, rollAsks)),
		];
		const empty =
			rows.length === 0
				? [
						line(
							theme,
							width,
							isFiltered(place)
								? `  Nobody on the roll is called that. ${keyFor('place.back')} clears it.`
								: `  The board has no members yet: ${keyFor('go.members')} shows it, ${keyFor('member.add')} there enters them.`,
						),
					]
				: [];
		const all = rollOf(state.database, held);
		const cells = cellsOf(view, held, all);
		const body = listLines(view, rows, height - head.length, (_, path) => {
			const one = all.find(({person}) => person.id === idOf(path));
			return one ? rollParts(state, held, one, cells) : [];
		});
		return [...head, ...empty, ...body];
	},
};
