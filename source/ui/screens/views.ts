import {type SavedView, viewsFor} from '../../domain/queries/strategy/views.ts';
import {
	isGroup,
	isOrder,
	projectGroups,
	projectOrders,
} from '../../domain/queries/strategy/project-order.ts';
import {count} from '../../domain/words.ts';
import {line, type LinePart} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import type {State} from '../state.ts';
import {portfolioViews} from './portfolio.ts';
import {idOf, listLines, type Screen, type View, windowNote} from './screen.ts';

/** The view of a row, where it is still there and for whoever sits here. */
export const savedView = (state: State, path: string | undefined): SavedView | undefined =>
	viewsFor(state.database, state.actor).find(({id}) => id === idOf(path));

/** `Timeline, red -settled, by due date, grouped by owner`: how a list is looked at. */
export function sayLook({
	look,
	filter,
	order,
	group,
}: Pick<SavedView, 'look' | 'filter' | 'order' | 'group'>): string {
	const way =
		look !== undefined && Object.hasOwn(portfolioViews, look) ? portfolioViews[look] : undefined;
	const how = [
		way?.title ?? '',
		filter,
		isOrder(order) && order !== '' ? `by ${projectOrders[order].toLowerCase()}` : '',
		isGroup(group) && group !== '' ? `grouped by ${projectGroups[group].toLowerCase()}` : '',
	]
		.filter(Boolean)
		.join(', ');
	return how === '' ? 'the whole list' : how;
}

function viewParts(view: View, path: string): LinePart[] {
	const found = savedView(view.state, path);
	if (!found) return [];
	return [
		['strong', found.title, Math.min(32, Math.floor(view.width / 4) + 2)],
		['dim', found.of === undefined ? ' everybody’s' : ' your own', 13],
		` ${sayLook(found)}`,
	];
}

/** The views that are kept under a name: everybody's, and one's own. */
export const views: Screen = {
	pane: false,
	rows: (state) => viewsFor(state.database, state.actor).map(({id}) => `views/${id}`),
	row: viewParts,
	told: ({state}) => [
		'Saved views of the Portfolio',
		count(viewsFor(state.database, state.actor).length, 'view'),
	],
	draw(view) {
		const {state, place, theme, width, height} = view;
		const rows = views.rows(state, place);
		const head = [
			line(
				theme,
				width,
				['strong', ' Saved views of the Portfolio'],
				['dim', `   ${windowNote(view, rows, height - 2)}`],
			),
			line(theme, width, [
				'dim',
				` ${keyFor('list.open')} shows the one selected, ${keyFor('views.add')} keeps what is on show, ${keyFor('views.remove')} takes one off`,
			]),
		];
		if (rows.length > 0) return [...head, ...listLines(view, rows, height - 2, views.row)];
		return [
			...head.slice(0, 1),
			line(
				theme,
				width,
				`   None is saved yet: ${keyFor('views.add')} keeps the filter, the order and the groups that are on show.`,
			),
		];
	},
};
