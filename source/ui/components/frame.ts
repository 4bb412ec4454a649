import {clean} from '../../domain/clean.ts';
import {itemNumber, itemOf} from '../../domain/queries/meeting/meetings.ts';
import {currentStrategy} from '../../domain/queries/strategy/projects.ts';
import {quorumOn} from '../../domain/rules/presence.ts';
import {cut, roleWords} from '../../domain/words.ts';
import {leaderOf, shortNameOf} from '../room.ts';
import {minutesBetween} from '../screens/meeting.ts';
import {heldMeeting, type State} from '../state.ts';
import {widthOf} from '../text/graphemes.ts';
import type {Theme} from '../theme.ts';
import {line, type LinePart} from './line.ts';
import {tabLine} from './tabs.ts';

/** The first line: what is open, and its revision at the right. */
function titleLine(state: State, theme: Theme): string {
	const {database, practice, publicOnly, readOnly, columns} = state;
	const revision = ` r${database.revision} `;
	const title = currentStrategy(database)?.title ?? 'No strategy yet';
	const banner: LinePart[] = [
		...(practice ? [['banner', ' PRACTICE '] as LinePart] : []),
		...(publicOnly ? [['banner', ' PUBLIC '] as LinePart] : []),
		...(readOnly && !publicOnly ? [['banner', ' READ ONLY '] as LinePart] : []),
	];
	const company = companyOf(state);
	const self = selfOf(state);
	const bannerWidth =
		(practice ? 10 : 0) + (publicOnly ? 8 : readOnly ? 11 : 0) + widthOf(self + company);
	const room = columns - bannerWidth - widthOf(revision);
	return theme.band(
		line(
			theme,
			columns,
			...banner,
			['strong', ` ${title} ${theme.glyphs.dot} ${database.organisation.name}`, room],
			['plain', self],
			['accent', company],
			['dim', revision],
		),
	);
}

/** Whose session it is and as what, where the database knows the person. */
function selfOf({actor: {person, name}, role, database}: State): string {
	if (person === undefined || name === undefined) return '';
	const said = [cut(clean(name), 24), ...(database.rules.roles && role ? [roleWords[role]] : [])];
	return ` ${said.join(', ')} `;
}

/** Whether one follows or leads, and how many are here besides. */
function companyOf(state: State): string {
	const leader = leaderOf(state);
	const part = state.leadsSince
		? 'LEADING'
		: state.follows
			? `FOLLOWING ${leader ? shortNameOf(leader, 26) : 'the meeting'}`
			: '';
	const number = state.here.length > 0 ? `${state.here.length + 1} here` : '';
	const said = [part, number].filter(Boolean).join(', ');
	return said === '' ? '' : ` ${said} `;
}

/** The second line: the meeting that is open, whether it may resolve, and where it is. */
function meetingLine(state: State, theme: Theme): string {
	const {database, columns, now} = state;
	const held = heldMeeting(state);
	if (!held) {
		const waiting = database.meetings.find(({status}) => status === 'adjourned');
		const said = waiting ? ` ADJOURNED ${waiting.id} ${waiting.title}` : ' No meeting is open';
		return line(theme, columns, [waiting ? 'warn' : 'dim', said]);
	}
	const others = database.meetings.filter(({status}) => status === 'open').length - 1;
	const {present, voting, needed, quorate} = quorumOn(database, held);
	const minutes = held.openedAt ? minutesBetween(held.openedAt, now) : 0;
	const item = itemOf(held, held.currentItem);
	const roll = held.attendance.length === 0 ? 'roll not taken' : `${present}/${voting} present`;
	const isCounted = needed !== undefined && held.attendance.length > 0;
	return line(
		theme,
		columns,
		['live', ` LIVE ${held.id} `],
		others > 0 ? ` (${others} more open) ` : ' ',
		[
			isCounted && !quorate ? 'bad' : 'plain',
			isCounted ? `${roll}, ${quorate ? 'quorate' : 'NOT QUORATE'}` : roll,
		],
		['dim', ` ${theme.glyphs.dot} ${minutes} min `],
		...(item
			? ([
					[
						'accent',
						`${theme.glyphs.dot} item ${itemNumber(held, item.id)} of ${held.agenda.length}: ${item.title}`,
					],
				] as LinePart[])
			: []),
	);
}

/** Nothing at all while the screen is blanked. */
export const headerLines = (state: State, theme: Theme): string[] =>
	state.overlay?.kind === 'blank'
		? ['', '', '']
		: [titleLine(state, theme), meetingLine(state, theme), tabLine(state, theme)];
