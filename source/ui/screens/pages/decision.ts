import {dayIn, sayDay, sayPeriod} from '../../../domain/calendar.ts';
import {nameOf, personName} from '../../../domain/names.ts';
import {actionsOn, decisionsOn, itemNumber} from '../../../domain/queries/meetings.ts';
import type {Action, AgendaItem, Decision, Meeting} from '../../../domain/schema/index.ts';
import {actionStatusWords, outcomeWords} from '../../../domain/words.ts';
import {line} from '../../components/line.ts';
import type {View} from '../screen.ts';
import {labelled, paragraph} from './text.ts';

export function decisionPage(view: View, decision: Decision): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const board = database.boards.find(({id}) => id === decision.board);
	const held = database.meetings.find(({id}) => id === decision.meeting);
	const standing = decision.status === 'recorded' ? '' : `  ${decision.status.toUpperCase()}`;
	return [
		line(theme, width, ['strong', ` ${decision.id}  ${decision.title}`]),
		line(
			theme,
			width,
			['accent', ` ${outcomeWords[decision.outcome]}`],
			['bad', standing],
			[
				'dim',
				`  ${sayPeriod(decision.date)}${decision.reference ? `  reference ${decision.reference}` : ''}`,
			],
		),
		'',
		...labelled(view, 'Resolution', decision.resolution),
		...labelled(view, 'Reasons', decision.reasons ?? 'none recorded'),
		...labelled(view, 'Alternatives', decision.alternatives ?? 'none recorded'),
		...labelled(view, 'Recommended', decision.recommendation),
		...labelled(view, 'Mover', decision.mover && personName(database, decision.mover)),
		...labelled(view, 'Seconder', decision.seconder && personName(database, decision.seconder)),
		...labelled(
			view,
			'Key decision',
			decision.key === undefined ? undefined : decision.key ? 'yes' : 'no',
		),
		...labelled(view, 'Taken by', board?.name),
		...labelled(
			view,
			'Meeting',
			held &&
				`${held.id} ${held.title}${decision.item ? `, item ${itemNumber(held, decision.item)}` : ''}`,
		),
		...labelled(
			view,
			'Projects',
			decision.projects?.map((id) => nameOf(database, `projects/${id}`)).join(', '),
		),
		...(decision.corrections ?? []).flatMap(({at, by, reason}) =>
			labelled(
				view,
				'Corrected',
				`${sayDay(dayIn(at, database.organisation.timeZone))} by ${by}: ${reason}`,
			),
		),
		...(decision.retraction
			? labelled(view, 'Retracted', `by ${decision.retraction.by}: ${decision.retraction.reason}`)
			: []),
	];
}

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
	];
}

/** What is recorded on an agenda item. */
export function itemPage(view: View, held: Meeting, item: AgendaItem): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const report = database.reports.find(({id}) => id === item.about?.report);
	const decisions = decisionsOn(database, held.id, item.id);
	const lines = [
		...labelled(view, 'Paper', report && `${report.reference ?? report.id}  ${report.title}`),
		...(report?.recommendations ?? []).flatMap((text, index) =>
			labelled(view, index === 0 ? 'Recommended' : '', text),
		),
		...labelled(view, 'Note', item.notes),
		...decisions.flatMap((decision) =>
			labelled(
				view,
				decision.id,
				`${outcomeWords[decision.outcome]}: ${decision.resolution}${decision.status === 'recorded' ? '' : ` (${decision.status})`}`,
			),
		),
		...actionsOn(database, held.id, item.id).flatMap(({id, text, owner, due}) =>
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
