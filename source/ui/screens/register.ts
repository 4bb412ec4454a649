import {lawOf} from '../../domain/law/index.ts';
import {compareDays} from '../../domain/calendar.ts';
import {personName} from '../../domain/names.ts';
import {delegationsIn} from '../../domain/queries/meeting/delegations.ts';
import {sayRequest} from '../../domain/queries/strategy/requests.ts';
import {spanOf} from '../../domain/rules/days.ts';
import {boardOf} from '../../domain/queries/meeting/meetings.ts';
import type {Action, Database, Meeting} from '../../domain/schema/index.ts';
import {count, noticeWords} from '../../domain/words.ts';
import {headLine, line, type LinePart} from '../components/line.ts';
import type {Place} from '../state.ts';
import {filterLine} from './projects.ts';
import {
	actionParts,
	decisionHeading,
	decisionParts,
	delegationHeading,
	delegationParts,
	noticeHeading,
	noticeParts,
	reportHeading,
	reportParts,
	requestHeading,
	requestParts,
} from './register-lines.ts';
import {fits, listLines, remembered, type Screen, windowNote} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';

/** What the register lists; `v` goes through them. */
const registerVariants = [
	'decisions',
	'actions',
	'notices',
	'reports',
	'requests',
	'delegations',
] as const;
type Variant = (typeof registerVariants)[number];

export const variantOf = ({variant}: Place): Variant =>
	registerVariants.find((one) => one === variant) ?? 'decisions';

/** Those of them that a database has: notices where its law knows them, delegations once one was given, requests where a board keeps something for itself, or where some were entered all the same. */
export const variantsOf = (database: Database): Variant[] => {
	const {boards, notices, requests} = database;
	const isKnown: Partial<Record<Variant, boolean>> = {
		delegations: delegationsIn(database).length > 0,
		notices: lawOf(database).notices || notices.length > 0,
		requests: requests.length > 0 || boards.some(({rules}) => rules?.tolerance !== undefined),
	};
	return registerVariants.filter((one) => isKnown[one] ?? true);
};

/** Open actions by due date, then the closed ones. */
const byDue = (a: Action, b: Action) =>
	Number(a.status !== 'open') - Number(b.status !== 'open') ||
	compareDays(a.due ?? '9999', b.due ?? '9999');

/** The paths of what each variant lists, as far as it fits the filter. */
const lists: Record<Variant, (database: Database, filter: string) => string[]> = {
	decisions: ({decisions}, filter) =>
		decisions
			.filter(({id, title, reference, resolution, outcome, status}) =>
				fits(filter, id, title, reference, resolution, outcome, status),
			)
			.toReversed()
			.map(({id}) => `decisions/${id}`),
	actions: (database, filter) =>
		database.actions
			.filter(({id, text, owner}) =>
				fits(filter, id, text, owner, owner && personName(database, owner)),
			)
			.toSorted(byDue)
			.map(({id}) => `actions/${id}`),
	// The newest decision comes first, what was withdrawn last.
	notices: ({notices}, filter) => {
		const day = ({decisionOn}: (typeof notices)[number]) =>
			decisionOn === undefined ? '' : spanOf(decisionOn).from;
		return notices
			.filter(({id, title, kind, report}) => fits(filter, id, title, noticeWords[kind], report))
			.toReversed()
			.toSorted((a, b) => compareDays(day(b), day(a)))
			.toSorted((a, b) => Number(a.withdrawn ?? false) - Number(b.withdrawn ?? false))
			.map(({id}) => `notices/${id}`);
	},
	reports: ({reports}, filter) =>
		reports
			.filter(({id, title, reference, author}) => fits(filter, id, title, reference, author))
			.toReversed()
			.map(({id}) => `reports/${id}`),
	// What still waits comes first.
	requests: (database, filter) =>
		database.requests
			.filter((one) => fits(filter, one.id, sayRequest(database, one), one.reason, one.fate))
			.toReversed()
			.toSorted((a, b) => Number(a.fate !== 'asked') - Number(b.fate !== 'asked'))
			.map(({id}) => `requests/${id}`),
	// What is open comes first.
	delegations: (database, filter) =>
		delegationsIn(database)
			.filter(({delegation: {to, matter}, decision}) => fits(filter, to, matter, decision.id))
			.toSorted((a, b) => Number(a.standing !== 'open') - Number(b.standing !== 'open'))
			.map(({decision, delegation}) => `decisions/${decision.id}/delegations/${delegation.id}`),
};

/** How many each list has in all. */
const totalOf = (database: Database, list: Variant): number =>
	list === 'delegations' ? delegationsIn(database).length : database[list].length;

/** Of a meeting, the actions that are before it: those open now, and those that were closed since it began. */
function before(database: Database, meeting: Meeting, paths: string[]): string[] {
	const {openedAt} = meeting;
	const mine = new Set(
		database.meetings.filter(({board}) => board === meeting.board).map(({id}) => id),
	);
	const wanted = new Set(
		database.actions
			.filter(
				({status, meeting: placed, closedAt}) =>
					mine.has(placed ?? '') &&
					(status === 'open' || (openedAt !== undefined && (closedAt ?? '') >= openedAt)),
			)
			.map(({id}) => `actions/${id}`),
	);
	return paths.filter((path) => wanted.has(path));
}

/** The meeting whose actions are listed, where it is its alone. */
const meetingOf = ({meetings}: Database, {id, variant}: Place): Meeting | undefined =>
	variant === 'actions' && id !== undefined ? meetings.find((one) => one.id === id) : undefined;

const sayBefore = (database: Database, held: Meeting): string =>
	`Actions of ${boardOf(database, held)?.name ?? held.board}: open, or closed in this meeting`;

const none: Record<Variant, string> = {
	decisions: `No decisions yet: ${keyFor('decision.record')} records one, from a project or an agenda item.`,
	actions: `No actions yet: ${keyFor('action.add')} places one, from a project or an agenda item.`,
	notices: `No notices yet: ${keyFor('register.add')} enters one.`,
	reports: `No reports yet: ${keyFor('register.add')} writes one, ${keyFor('report.bring-in')} on the meeting brings one in from a file.`,
	requests: `No requests yet: ${keyFor('portfolio.request')} on a project asks a board to change a date, the budget, or end it.`,
	delegations: 'No delegations yet: the form of a decision gives one.',
};

export const register: Screen = {
	pane: true,
	rows: remembered(({database}, place) => {
		const found = lists[variantOf(place)](database, place.filter?.value ?? '');
		const held = meetingOf(database, place);
		return held ? before(database, held, found) : found;
	}),
	row(view, path) {
		const {actions, notices, decisions, reports} = view.state.database;
		const is = ({id}: {id: string}) => path.endsWith(`/${id}`);
		const action = path.startsWith('actions/') && actions.find(is);
		if (action) return actionParts(view, action);
		const notice = path.startsWith('notices/') && notices.find(is);
		if (notice) return noticeParts(view, notice);
		const report = path.startsWith('reports/') && reports.find(is);
		if (report) return reportParts(view, report);
		const request = path.startsWith('requests/') && view.state.database.requests.find(is);
		if (request) return requestParts(view, request);
		const delegation = delegationsIn(view.state.database).find((one) =>
			path.endsWith(`/${one.decision.id}/delegations/${one.delegation.id}`),
		);
		if (delegation) return delegationParts(view, delegation);
		const decision = decisions.find(is);
		return decision ? decisionParts(view, decision) : [];
	},
	told({state, place}) {
		const {database} = state;
		const here = variantOf(place);
		const label = here.slice(0, -1);
		const total = totalOf(database, here);
		const held = meetingOf(database, place);
		if (held)
			return [sayBefore(database, held), count(register.rows(state, place).length, 'action')];
		return [
			'Register',
			total === 0
				? none[here]
				: `${count(total, label)}; ${keyFor('register.variant')} shows the next list`,
		];
	},
	draw(view) {
		const {state, place, theme, width, height} = view;
		const {database} = state;
		const rows = register.rows(state, place);
		const here = variantOf(place);
		const tab = (label: string, variant: Variant): LinePart => [
			here === variant ? 'key' : 'dim',
			here === variant ? `[${label}]` : ` ${label} `,
		];
		const headings: Record<Variant, string> = {
			decisions: decisionHeading(view),
			actions: headLine(theme, width, '  Id    Due         State     Owner'),
			notices: noticeHeading(view),
			reports: reportHeading(view),
			requests: requestHeading(view),
			delegations: delegationHeading(view),
		};
		const held = meetingOf(database, place);
		const total = totalOf(database, here);
		const tabs =
			held &&
			line(
				theme,
				width,
				['strong', ` ${sayBefore(database, held)}`],
				['dim', `  ${windowNote(view, rows, height - 2)}`],
			);
		const head = [
			tabs ??
				line(
					theme,
					width,
					' ',
					tab(count(database.decisions.length, 'decision'), 'decisions'),
					tab(count(database.actions.length, 'action'), 'actions'),
					...(variantsOf(database).includes('notices')
						? [tab(count(database.notices.length, 'notice'), 'notices')]
						: []),
					tab(count(database.reports.length, 'report'), 'reports'),
					...(variantsOf(database).includes('requests')
						? [tab(count(database.requests.length, 'request'), 'requests')]
						: []),
					...(variantsOf(database).includes('delegations')
						? [tab(count(totalOf(database, 'delegations'), 'delegation'), 'delegations')]
						: []),
					[
						'dim',
						`  ${keyFor('register.variant')} shows the next  ${windowNote(view, rows, height - 2)}`,
					],
				),
			filterLine(view, rows.length, total) || headings[here],
		];
		if (rows.length === 0)
			return [
				...head,
				line(
					theme,
					width,
					`  ${held && !place.filter?.value ? 'No action is open.' : total === 0 ? none[here] : `Nothing fits the filter. ${keyFor('place.back')} clears it.`}`,
				),
			];
		return [...head, ...listLines(view, rows, height - head.length, register.row)];
	},
};
