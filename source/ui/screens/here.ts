import {clean} from '../../domain/clean.ts';
import {sayAgo} from '../../domain/calendar.ts';
import type {Present} from '../../store/store.ts';
import {line, type LinePart} from '../components/line.ts';
import {placeWords} from '../place-words.ts';
import {leaderOf, shortNameOf, shownOf} from '../room.ts';
import type {State} from '../state.ts';
import {paragraph} from './pages/text.ts';
import {listLines, type Screen, type View} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';

function personParts({state, width}: View, one: Present, isOwn: boolean): LinePart[] {
	const leads = isOwn ? one.place.leads : leaderOf(state)?.session === one.session;
	const role = one.actor.role ? `, ${one.actor.role}` : '';
	const names = Math.max(34, Math.floor(width * 0.4));
	// What somebody is called is their own word; the login on a database server is that server's.
	const login =
		one.login === undefined || one.login === one.actor.user ? '' : ` (server: ${one.login})`;
	const doing = clean(one.place.doing ?? '');
	// What somebody is doing must be read to its end: the number is there. It tells the place as well.
	const hasRoom = doing.length <= width - names - 30;
	return [
		['strong', clean(`${shortNameOf(one, names)}${login}${role}`), names],
		' ',
		[leads ? 'good' : 'plain', leads ? 'LEADS' : isOwn ? 'you' : '', 6],
		['plain', hasRoom ? clean(placeWords(state.database, one.place)) : '', hasRoom ? 20 : 0],
		hasRoom ? ' ' : '',
		['accent', doing],
		['dim', doing || isOwn ? '' : sayAgo(one.at, state.now)],
	];
}

/** One's own session, as the others see it. */
const ownOf = (state: State): Present => ({
	session: state.session,
	actor: {user: 'you', host: ''},
	place: {...shownOf(state), screen: 'here'},
	since: state.now,
	at: state.now,
});

/** Who is connected. Presence here is not attendance: the roll says who attends. */
export const here: Screen = {
	pane: false,
	rows: (state) =>
		[state.session, ...state.here.map(({session}) => session)].map((id) => `here/${id}`),
	row(view, path) {
		const {state} = view;
		const is = ({session}: Present) => path === `here/${session}`;
		const other = state.here.find(is);
		return personParts(view, other ?? ownOf(state), other === undefined);
	},
	told: ({state}) => [`${state.here.length + 1} here`],
	draw(view) {
		const {state, theme, width, height} = view;
		const head = [
			line(theme, width, ['strong', ` ${state.here.length + 1} here`]),
			...paragraph(
				view,
				`Being connected is not attending: the roll (${keyFor('roll.take')} on the Meeting screen) says who attends.`,
			),
			'',
		];
		const rows = here.rows(state, view.place);
		return [...head, ...listLines(view, rows, height - head.length, here.row)];
	},
};
