import {dayIn, sayDay} from '../../../domain/calendar.ts';
import {standing} from '../../../domain/log/standing.ts';
import {meetingLaw} from '../../../domain/law/boards.ts';
import type {BoardLaw} from '../../../domain/law/law.ts';
import {nameOf, personName} from '../../../domain/names.ts';
import {openActionsOf} from '../../../domain/queries/meeting/agenda.ts';
import {actionsOn, decisionsOn} from '../../../domain/queries/meeting/meetings.ts';
import {exemptionOf} from '../../../domain/queries/public/exempt.ts';
import {changesOf, type ProjectChange} from '../../../domain/queries/minutes/minuted-change.ts';
import {
	dayOfMeeting,
	declaredOn,
	membersOn,
	presidingOn,
	quorumOn,
} from '../../../domain/rules/presence.ts';
import {sayFate, sayRequest} from '../../../domain/queries/strategy/requests.ts';
import type {Action, AgendaItem, Database, Exempt, Meeting} from '../../../domain/schema/index.ts';
import {
	actionStatusWords,
	confidenceWords,
	outcomeWords,
	statusWords,
} from '../../../domain/words.ts';
import {screenVoice} from '../../../domain/voice/index.ts';
import {declaredIn} from '../../../domain/queries/meeting/attendance.ts';
import {registeredFor, sayRegistered} from '../../../domain/queries/meeting/interests.ts';
import {sayDeclaration} from '../../../documents/attendance.ts';
import {line} from '../../components/line.ts';
import {todayOf} from '../../state.ts';
import type {View} from '../screen.ts';
import {labelled, paragraph} from './text.ts';
import {privateLines} from './unreleased.ts';
import {keyFor} from '../../keys-by-name.ts';

export function actionPage(view: View, action: Action): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	return [
		line(
			theme,
			width,
			['strong', ` ${action.id}`],
			['accent', `  ${actionStatusWords[action.status]}`],
		),
		...privateLines(view, `actions/${action.id}`),
		...paragraph(view, action.text),
		'',
		...labelled(view, 'Owner', action.owner && personName(database, action.owner)),
		...labelled(view, 'Due', action.due && sayDay(action.due)),
		...labelled(view, 'Project', action.project && nameOf(database, `projects/${action.project}`)),
		...labelled(
			view,
			'Decision',
			action.decision && nameOf(database, `decisions/${action.decision}`),
		),
		...labelled(view, 'Meeting', action.meeting && nameOf(database, `meetings/${action.meeting}`)),
		...labelled(view, 'Note', action.note),
		...(action.progress ?? []).flatMap(({at, by, text}) =>
			labelled(
				view,
				'Progress',
				`${sayDay(dayIn(at, database.organisation.timeZone))}${by === undefined ? '' : `, ${by}`}: ${text}`,
			),
		),
	];
}

/** A request that stands under an item, with before, after and why; what became of it once it is taken. */
function asked(view: View, id: string): string[] {
	const {database} = view.state;
	const request = database.requests.find((one) => one.id === id);
	if (!request) return [];
	const {reason, fate} = request;
	const became = fate === 'asked' ? reason : `${sayFate(database, request)}. ${reason}`;
	return labelled(view, id, `${sayRequest(database, request)}. ${became}`);
}

/** What is recorded on an agenda item. */
export function itemPage(view: View, held: Meeting, item: AgendaItem): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const report = database.reports.find(({id}) => id === item.about?.report);
	const decisions = decisionsOn(database, held.id, item.id);
	const exempt = exemptionOf(database, item);
	const law = meetingLaw(database, held);
	const {privately} = law;
	const lines = [
		...labelled(view, 'Paper', report && `${report.reference ?? report.id}  ${report.title}`),
		...(report?.recommendations ?? []).flatMap((text, index) =>
			labelled(view, index === 0 ? 'Recommended' : '', text),
		),
		...(report ? privateLines(view, `reports/${report.id}`) : []),
		...(item.about?.requests ?? []).flatMap((id) => asked(view, id)),
		...labelled(view, privately.label, exempt && sayExempt(privately, exempt)),
		...labelled(view, 'Urgent', item.urgency),
		...labelled(view, 'Presides', presides(view, held, item)),
		...registeredFor(database, held, item).flatMap(({person, interest, word}) =>
			labelled(
				view,
				'Registered',
				`${personName(database, person)}: ${sayRegistered(interest, law.interests)}${word === undefined ? '' : ` (the item says “${word}”)`}`,
			),
		),
		...declaredOn(held, item.id)
			.map((declaration) =>
				labelled(
					view,
					'Interest',
					sayDeclaration(screenVoice(database), law, declaredIn(database, held, declaration)),
				),
			)
			.flat(),
		...labelled(
			view,
			'Interests',
			item.kind === 'declarations' && held.interestsAsked?.none
				? screenVoice(database).roll.noInterests
				: undefined,
		),
		...labelled(view, 'Quorum', inquorate(view, held, item)),
		...(item.kind === 'actions' ? progress(view, held) : []),
		...labelled(view, 'Note', item.notes),
		...decisions.flatMap((decision) =>
			labelled(
				view,
				decision.id,
				`${outcomeWords[decision.outcome]}: ${decision.resolution}${decision.status === 'recorded' ? '' : ` (${decision.status})`}`,
			),
		),
		...changedOn(database, held.id, item.id).flatMap((change) =>
			labelled(view, change.project, sayChange(change)),
		),
		...placedOn(database, held, item).flatMap(({id, text, owner, due}) =>
			labelled(
				view,
				id,
				[text, owner && personName(database, owner), due && `due ${sayDay(due)}`]
					.filter(Boolean)
					.join(', '),
			),
		),
	];
	return lines.length > 0
		? lines
		: [line(theme, width, ['dim', '   nothing recorded on this item yet'])];
}

/** The actions placed on an item, but for those that stand with the progress on all of them. */
function placedOn(database: Database, held: Meeting, item: AgendaItem): Action[] {
	const listed = item.kind === 'actions' ? openActionsOf(database, held.board) : [];
	return actionsOn(database, held.id, item.id).filter((action) => !listed.includes(action));
}

let told: {log: unknown; item: string; changes: ProjectChange[]} | undefined;

/** What was done to projects while the item was under discussion; looked up once for all that is drawn of it. */
function changedOn(database: Database, meeting: string, item: string): ProjectChange[] {
	const key = `${meeting}/${item}`;
	if (told?.log !== database.log || told.item !== key) {
		const changes = standing(database.log)
			.filter(({during}) => during?.meeting === meeting && during.item === item)
			.flatMap((entry) => changesOf(database, entry).changes);
		told = {log: database.log, item: key, changes};
	}
	return told.changes;
}

/** `In progress becomes Delivered: All are in use`. */
function sayChange({before, after, note, fields = []}: ProjectChange): string {
	const words = ({status, confidence}: NonNullable<ProjectChange['after']>) =>
		[status && statusWords[status], confidence && confidenceWords[confidence]]
			.filter(Boolean)
			.join(', ');
	const moved = [before && words(before), after && words(after)].filter(Boolean).join(' becomes ');
	const others = fields.map(({what, from, to, how}) => {
		const values = [from, to].filter(Boolean).join(' becomes ');
		return `${what}${values ? ` ${values}` : ''}${how ? ` (${how})` : ''}`;
	});
	return [[moved, note].filter(Boolean).join(': '), ...others].filter(Boolean).join('; ');
}

const sayExempt = ({briefly}: BoardLaw['privately'], exempt: Exempt): string =>
	`not for the public: ${briefly(exempt)}${exempt.title ? `; the public reads “${exempt.title}”` : ''}`;

/** Who presides, where it is not the chair of the board. */
function presides({state}: View, held: Meeting, item: AgendaItem): string | undefined {
	if (held.attendance.length === 0) return undefined;
	const {database} = state;
	const board = database.boards.find(({id}) => id === held.board);
	if (meetingLaw(database, held).alone) return undefined;
	const person = presidingOn(database, held, item.id);
	if (person === undefined)
		return `NOBODY: neither chair nor vice-chair is present (${keyFor('item.preside')})`;
	const members = membersOn(board, dayOfMeeting(database, held));
	const isChair = members.some((one) => one.role === 'chair' && one.person === person);
	return isChair ? undefined : personName(database, person);
}

/** Said only where the item cannot be resolved on. */
function inquorate({state}: View, held: Meeting, item: AgendaItem): string | undefined {
	if (held.attendance.length === 0) return undefined;
	// On the item under discussion only those count who are still there.
	const when = held.status === 'open' && held.currentItem === item.id ? 'now' : 'during';
	const {quorate, present, needed} = quorumOn(state.database, held, item.id, when);
	return quorate
		? undefined
		: `NOT QUORATE on this item: ${present} may vote${needed === undefined ? '' : `, ${needed} needed`}`;
}

/** The board's open actions, for the item on their progress. */
const progress = (view: View, held: Meeting): string[] =>
	openActionsOf(view.state.database, held.board).flatMap(({id, text, owner, due}) =>
		labelled(
			view,
			id,
			[
				text,
				owner && personName(view.state.database, owner),
				due && `due ${sayDay(due)}${due < todayOf(view.state) ? ', OVERDUE' : ''}`,
			]
				.filter(Boolean)
				.join(', '),
		),
	);
