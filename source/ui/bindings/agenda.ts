import {unsaidIn} from '../../domain/queries/minutes/unrecorded.ts';
import {boardLaw, meetingLaw} from '../../domain/law/boards.ts';
import {exemptionOf} from '../../domain/queries/public/exempt.ts';
import {reportOn} from '../../domain/queries/meeting/meetings.ts';
import type {Meeting, Report} from '../../domain/schema/index.ts';
import type {Change} from '../../domain/changes/index.ts';
import {refusedNow} from '../forms/edit.ts';
import {openForm} from '../forms/open.ts';
import {say, type State, type Step, step, todayOf} from '../state.ts';
import {subjectOf} from '../subject.ts';
import {keyFor} from '../keys-by-name.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';
import {commit, itemPath, needsOpenItem, openOn, shown, when} from './held.ts';

/** An agenda is arranged until the meeting is closed. */
export const canArrange = (state: State): true | string => {
	const may = when(
		['planned', 'open', 'adjourned'],
		'the meeting is closed; its agenda stands',
	)(state);
	return may === true && !subjectOf(state).item ? 'select an item first' : may;
};

const canAdd = when(['planned', 'open', 'adjourned'], 'the meeting is closed; its agenda stands');

/** Moves the selected item up or down the agenda; the cursor goes along. */
function reorder(state: State, by: number): Step {
	const {meeting, item} = subjectOf(state);
	if (!meeting || !item) return step(state);
	const from = meeting.agenda.map(({id}) => id);
	const index = from.indexOf(item.id);
	const target = index + by;
	if (target < 0 || target >= from.length) return step(state);
	const to = from.toSpliced(index, 1).toSpliced(target, 0, item.id);
	return commit(
		state,
		[{kind: 'agenda/order', meeting: meeting.id, from, to}],
		itemPath(meeting, item.id),
	);
}

/** Five minutes more or less for the selected item. */
function retime(state: State, by: number): Step {
	const {meeting, item} = subjectOf(state);
	if (!meeting || !item) return step(state);
	const from = item.minutes;
	const to = Math.max(0, (from ?? 0) + by);
	if (to === (from ?? 0)) return step(state);
	return commit(state, [
		{kind: 'agenda/edit', meeting: meeting.id, item: item.id, fields: {minutes: {from, to}}},
	]);
}

/** The papers that go out with an agenda: those that are not exempt, wait for no release and were not open to the public before. */
const papersWith = ({database}: State, {agenda}: Meeting): Report[] =>
	agenda.flatMap((item) => {
		const report = reportOn(database, item);
		return report && !report.publishedOn && !report.private && !exemptionOf(database, item)
			? [report]
			: [];
	});

/** Agenda and reports are open to the public together, so one act records the day of both. */
function askToPublish(state: State, meeting: Meeting): Step {
	const on = todayOf(state);
	const papers = papersWith(state, meeting);
	const unsaid = unsaidIn(state.database, meeting);
	const named = papers.map(({id, title}) => `  ${id} ${title}`);
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Publish the agenda of ${meeting.id} ${meeting.title} today?`,
			lines: [
				`boardwalk agenda prints the summons.${meetingLaw(state.database, meeting).gate ? ' An item that is added afterwards needs a reason why it is urgent.' : ''}`,
				...(unsaid.length > 0 ? ['', `It does not say ${unsaid.join('; ')}.`] : []),
				...(named.length > 0
					? ['', 'With it, these reports are open to the public:', ...named]
					: []),
			],
			yes: 'Publish it',
			effects: [
				{
					kind: 'commit',
					changes: [
						{kind: 'meeting/publish', id: meeting.id, on},
						...papers.map(({id}) => ({
							kind: 'report/edit' as const,
							id,
							fields: {publishedOn: {to: on}},
						})),
					],
					done: {},
				},
			],
		},
	});
}

export const agendaBindings: Binding[] = [
	{
		id: 'meeting.add',
		scope: 'meeting',
		label: 'New meeting, with a proposed agenda',
		makes: 'meeting/add',
		hint: 'new meeting',
		enabled: writable,
		run: (state) => step(openForm(state, 'meeting', {})),
	},
	{
		id: 'meeting.edit',
		scope: 'meeting',
		label: 'Title, time and venue of the meeting',
		makes: 'meeting/edit',
		enabled: canAdd,
		run: (state) => step(openForm(state, 'meeting', {meeting: shown(state)?.id})),
	},
	{
		id: 'item.add',
		scope: 'meeting',
		soon: (state) => shown(state)?.status === 'planned',
		label: 'Add an item to the agenda, after the selected one',
		makes: 'agenda/add',
		hint: 'add item',
		enabled: canAdd,
		run(state) {
			const {meeting, item} = subjectOf(state);
			return step(openForm(state, 'item', {meeting: meeting?.id, after: item?.id}));
		},
	},
	{
		id: 'item.edit',
		scope: 'item',
		label: 'Title and time allotted of the selected item',
		makes: 'agenda/edit',
		enabled: canArrange,
		run(state) {
			const {meeting, item} = subjectOf(state);
			return step(openForm(state, 'item', {meeting: meeting?.id, item: item?.id}));
		},
	},
	{
		id: 'item.up',
		scope: 'meeting',
		label: 'Move the item up the agenda',
		makes: 'agenda/order',
		enabled: canArrange,
		run: (state) => reorder(state, -1),
	},
	{
		id: 'item.down',
		scope: 'meeting',
		label: 'Move the item down the agenda',
		makes: 'agenda/order',
		enabled: canArrange,
		run: (state) => reorder(state, 1),
	},
	{
		id: 'item.longer',
		scope: 'item',
		label: 'Five minutes more for the item',
		makes: 'agenda/edit',
		enabled: canArrange,
		run: (state) => retime(state, 5),
	},
	{
		id: 'item.shorter',
		scope: 'item',
		label: 'Five minutes less for the item',
		makes: 'agenda/edit',
		enabled: canArrange,
		run: (state) => retime(state, -5),
	},
	{
		id: 'item.remove',
		scope: 'meeting',
		label: 'Take the item off the agenda (asks first)',
		makes: 'agenda/remove',
		enabled: canArrange,
		run(state) {
			const {meeting, item} = subjectOf(state);
			if (!meeting || !item) return step(state);
			const index = meeting.agenda.indexOf(item);
			const next = meeting.agenda[index + 1] ?? meeting.agenda[index - 1];
			const changes: Change[] = [{kind: 'agenda/remove', meeting: meeting.id, item: item.id}];
			const done = {select: next && itemPath(meeting, next.id)};
			// What would be refused is not asked about.
			const refused = refusedNow(state, changes);
			if (refused) return step(say(state, 'refused', `Not taken off: ${refused}`));
			return step({
				...state,
				overlay: {
					kind: 'confirm',
					title: `Take “${item.title}” off ${meeting.publishedOn ? 'an agenda that is out' : 'the agenda'}?`,
					lines: meeting.publishedOn
						? [
								'The public was told of it, and the minutes would say nothing. To say what became of it, record a decision: deferred or withdrawn.',
							]
						: [`${keyFor('act.undo')} puts it back.`],
					yes: 'Take it off',
					effects: [{kind: 'commit', changes, done}],
				},
			});
		},
	},
	{
		id: 'agenda.publish',
		scope: 'meeting',
		label: 'Publish the agenda (asks first)',
		hint: 'publish',
		soon: () => true,
		makes: 'meeting/publish',
		enabled(state) {
			const may = when(['planned'], 'only the agenda of a planned meeting is published')(state);
			return may === true && shown(state)?.publishedOn ? 'it has already been published' : may;
		},
		run(state) {
			const meeting = shown(state);
			return meeting ? askToPublish(state, meeting) : step(state);
		},
	},
	{
		id: 'item.exempt',
		scope: 'item',
		label: 'Exempt: exclude press and public for the item',
		makes: 'agenda/exempt',
		hint: 'exempt',
		underLaw(state) {
			const meeting = shown(state);
			const {key, word} = (
				meeting ? meetingLaw(state.database, meeting) : boardLaw(state.database, undefined)
			).privately;
			return {label: key, hint: word};
		},
		enabled: needsOpenItem,
		run: (state) =>
			openOn(state, subjectOf(state).item?.kind === 'exclusion' ? 'exclude' : 'exempt'),
	},
];
