import {sayApprovedField, sayMove} from '../../../domain/approved-words.ts';
import {sayDay} from '../../../domain/calendar.ts';
import {nameOf} from '../../../domain/names.ts';
import {itemNumber} from '../../../domain/queries/meeting/meetings.ts';
import {projectById} from '../../../domain/queries/strategy/projects.ts';
import type {Database, Request} from '../../../domain/schema/index.ts';
import {sayFate} from '../../../domain/queries/strategy/requests.ts';
import type {View} from '../screen.ts';
import {labelled, titleLines} from './text.ts';
import {privateLines} from './unreleased.ts';

/** The items under which it was gathered, the newest meeting first. */
const itemsWith = ({meetings}: Database, {id}: Request): string =>
	meetings
		.toReversed()
		.flatMap((meeting) =>
			meeting.agenda
				.filter(({about}) => about?.requests?.includes(id))
				.map((item) => `item ${itemNumber(meeting, item.id)} of ${meeting.id} ${meeting.title}`),
		)
		.join('; ');

/** A change that a board is asked to approve, and what became of it. */
export function requestPage(view: View, request: Request): string[] {
	const {database} = view.state;
	const {id, project: of, field, reason, effects, askedBy, askedOn, board} = request;
	const project = projectById(database, of);
	return [
		...titleLines(view, `${id}  ${nameOf(database, `projects/${of}`)}`),
		...privateLines(view, `requests/${id}`),
		'',
		...labelled(
			view,
			'Asked',
			`${sayApprovedField(project, field)} ${sayMove(database, project, field, request)}`,
		),
		...labelled(view, 'Reason', reason),
		...labelled(view, 'On cost', effects?.cost),
		...labelled(view, 'On benefits', effects?.benefits),
		...labelled(view, 'On others', effects?.dependants),
		...labelled(view, 'Asked by', `${askedBy}, ${sayDay(askedOn)}`),
		...labelled(view, 'For', board && nameOf(database, `boards/${board}`)),
		...labelled(view, 'On the agenda', itemsWith(database, request)),
		...labelled(view, 'Fate', sayFate(database, request)),
		...labelled(
			view,
			'Decision',
			request.decision && nameOf(database, `decisions/${request.decision}`),
		),
	];
}
