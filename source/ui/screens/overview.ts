import type {PrioritySummary} from '../../domain/queries/strategy/overview.ts';
import {statusOrder} from '../../domain/queries/strategy/portfolio.ts';
import {sayWaiting} from '../../domain/queries/public/marked.ts';
import {count, statusWords} from '../../domain/words.ts';
import {line, type LinePart, rule, wrapped} from '../components/line.ts';
import {firstSteps} from '../how-do-i.ts';
import type {State} from '../state.ts';
import {balanceHeading, balanceParts, balancePaths, bar, openOverTime} from './overview-bars.ts';
import {rowLine, type Screen, unfolded, type View} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';
import {summary, figureRows, followUps, statusParts, figurePaths} from './overview-figures.ts';

/** Whether nobody has entered anything yet: then it is said how one begins. */
/** Whether there is nothing yet that a screen could show: then how one begins stands here. */
const isEmpty = ({database: {projects, meetings}}: State): boolean =>
	projects.length === 0 && meetings.length === 0;

/** The cells of `12 of 12` and its like. */
const saidWidth = 11;

function priorityParts(view: View, summary: PrioritySummary): LinePart[] {
	const {theme, width} = view;
	const {priority, total, counts} = summary;
	const done = `${counts.delivered} of ${total}${theme.spoken ? ' delivered' : ''}`;
	const said = total === 0 ? 'none named' : done;
	const cells = Math.min(20, Math.max(10, Math.floor((width - 40) / 4)));
	return [
		['plain', `${priority.rank}  ${priority.title}`, Math.max(10, width - cells - saidWidth - 3)],
		' ',
		...bar(view, summary, cells),
		['plain', ` ${said}`],
	];
}

export const overview: Screen = {
	pane: true,
	rows(state) {
		const {priorities, next, last, asked, approved} = summary(state);
		return [
			...priorities.map(({priority}) => `priorities/${priority.id}`),
			...figurePaths(state),
			...(next ? [`meetings/${next.id}`] : []),
			...(last ? [`meetings/${last.id}`] : []),
			'register/decisions',
			...(asked + approved > 0 ? ['register/requests'] : []),
			'register/actions',
			...(sayWaiting(state.database) === undefined ? [] : ['waiting/all']),
			...balancePaths(summary(state)),
		];
	},
	row(view, path) {
		const found = summary(view.state).priorities.find(
			({priority}) => path === `priorities/${priority.id}`,
		);
		if (found) return priorityParts(view, found);
		if (path === 'show/status') return statusParts(view);
		if (path.startsWith('show/open/')) return balanceParts(view, summary(view.state), path);
		const follows = [...figureRows(view), ...followUps(view)].find(([own]) => own === path);
		if (!follows) return [];
		const [, label, ...parts] = follows;
		return [['dim', label, 15], ...parts];
	},
	told({state}) {
		const {counts, total} = summary(state);
		const said = statusOrder
			.filter((status) => counts[status] > 0)
			.map((status) => `${counts[status]} ${statusWords[status]}`);
		return [
			'Overview',
			...(isEmpty(state) ? firstSteps(state.database) : []),
			[count(total, 'project'), said.join(', ')].filter(Boolean).join(': '),
		];
	},
	draw(view) {
		const {state, theme, width, selected} = view;
		const {priorities, total} = summary(state);
		const begins = isEmpty(state) ? firstSteps(state.database) : [];
		const balance = balancePaths(summary(state));
		const drawn = (path: string) => ({path, text: rowLine(view, path, overview.row(view, path))});
		const lines: Drawn[] = [
			...plainLines(
				...begins.flatMap((text) =>
					wrapped(theme, width - 2, text).map((piece) => line(theme, width, ` ${piece}`)),
				),
				...(begins.length > 0 ? [''] : []),
			),
			...plainLines(rule(theme, width, 'Priorities', 'delivered')),
			...priorities.map(({priority}) => drawn(`priorities/${priority.id}`)),
			...(priorities.length === 0 && begins.length === 0
				? plainLines(
						line(theme, width, [
							'dim',
							`   None yet: ${keyFor('go.strategy')} is where they are entered.`,
						]),
					)
				: []),
			...plainLines(
				'',
				rule(theme, width, count(total, 'project'), openOverTime(view, summary(state))),
			),
			...(total > 0 ? [drawn('show/status')] : plainLines('')),
			...figureRows(view).map(([path]) => drawn(path)),
			...plainLines('', rule(theme, width, 'Meetings and follow-up')),
			...followUps(view).map(([path]) => drawn(path)),
			...(balance.length > 0 ? plainLines('', balanceHeading(view, summary(state))) : []),
			...balance.map(drawn),
		];
		// Where lines are free, what a row has no room for goes on below it, and all projects make one bar.
		const free = view.height - lines.length;
		if (free > 0) {
			const unfolded = unfoldedRows(view, lines, free);
			const isRoom = unfolded.length < view.height && total > 0 && !theme.spoken;
			const at = lines.findIndex(({path}) => path === 'show/status');
			const {counts} = summary(state);
			if (!isRoom) return unfolded;
			const text = line(theme, width, '  ', ...bar(view, {counts, total}, width - 4, true));
			return unfoldedRows(view, lines.toSpliced(at, 0, {text}), free - 1);
		}
		// In a low window, what is selected stays in sight.
		const index = lines.findIndex(({path}) => path === selected);
		// On the last row what stands below it is seen too.
		const isLast = lines.findLastIndex(({path}) => path !== undefined) === index;
		const wanted = isLast && index > 0 ? lines.length - view.height : index - view.height + 2;
		const top = Math.max(0, Math.min(wanted, index, lines.length - view.height));
		const seen = lines.slice(top, top + view.height);
		// A heading is nothing without a row below it.
		const last = seen.at(-1);
		if (last?.path === undefined) seen.pop();
		return seen.map(({text}) => text);
	},
};

/** The lines with their rows unfolded, as far as so many more lines go. */
function unfoldedRows(view: View, lines: readonly Drawn[], more: number): string[] {
	let free = more;
	return lines.flatMap(({path, text}) => {
		if (path === undefined) return [text];
		const drawn = unfolded(view, [path], 1 + free, overview.row);
		free -= drawn.length - 1;
		return drawn;
	});
}

type Drawn = {path?: string; text: string};

const plainLines = (...texts: string[]): Drawn[] => texts.map((text) => ({text}));
