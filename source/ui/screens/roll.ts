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
import {meetingAt, quorumText} from './meeting.ts';
import {paragraph} from './pages/text.ts';
import {filterLine, isFiltered} from './projects.ts';
import {idOf, isNamed, listLines, remembered, type Screen, type View} from './screen.ts';

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
): LinePart {
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

function rollParts(
	{state, width}: View,
	held: Meeting,
	{person, role, mark, attendance, late}: RollLine,
): LinePart[] {
	return [
		['strong', person.initials ?? '', 6],
		[
			'plain',
			[person.name, ...(detailsOf(state.database, person.id) ?? [])].join(', '),
			Math.max(20, width - 52),
		],
		['dim', attendance?.status === 'substitute' ? '' : ` ${role}`, 12],
		attendance
			? standing(state, held, attendance, late)
			: mark
				? [rollTone[mark], late ? apologiesLate : attendanceWords[mark]]
				: ['dim', 'not taken yet'],
	];
}

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
		const one = held && rollOf(state.database, held).find(({person}) => person.id === idOf(path));
		return one ? rollParts(view, held, one) : [];
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
		const body = listLines(view, rows, height - head.length, roll.row);
		return [...head, ...empty, ...body];
	},
};
