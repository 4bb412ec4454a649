import {meetingLaw} from '../../law/boards.ts';
import {personName} from '../../names.ts';
import {joined} from '../../voice/names.ts';
import {isRollTaken, presidingOn, unmarkedAt} from '../../rules/presence.ts';
import type {Database, Meeting} from '../../schema/index.ts';
import {decisionsOn, itemNumber} from '../meeting/meetings.ts';
import {exclusionOf, exemptionOf} from '../public/exempt.ts';

/** What the record of a meeting does not say and its minutes will not either: a clause each, said before they are issued. */
export function unrecordedIn(database: Database, meeting: Meeting): string[] {
	const law = meetingLaw(database, meeting);
	if (law.alone) return [];
	const {agenda, interestsAsked, declarations = []} = meeting;
	const isTaken = isRollTaken(meeting);
	const unmarked = unmarkedAt(database, meeting).map((id) => personName(database, id));
	const numbered = (id: string, title: string) => `item ${itemNumber(meeting, id)} ${title}`;
	const silent = agenda.filter(
		({id, startedAt, disposal, notes}) =>
			!startedAt && !disposal && !notes && decisionsOn(database, meeting.id, id).length === 0,
	);
	const taken = agenda.filter(({startedAt}) => startedAt);
	const chairless = taken.filter(({id}) => presidingOn(database, meeting, id) === undefined);
	const open = taken.filter((item) => {
		const why = exemptionOf(database, item);
		return why && law.privately.resolves(why) && !exclusionOf(database, meeting, item);
	});
	return [
		...(isTaken
			? unmarked.length > 0
				? [`whether ${joined(unmarked, 'and')} attended`]
				: []
			: ['who attended: the roll was not taken']),
		...(interestsAsked === undefined && declarations.length === 0
			? ['whether anybody was asked about interests']
			: []),
		...silent.map(({id, title}) => `whether ${numbered(id, title)} was taken`),
		...(isTaken ? chairless.map(({id, title}) => `who presided over ${numbered(id, title)}`) : []),
		...open.map(({id, title}) => `by which resolution the public left for ${numbered(id, title)}`),
	];
}

/** What an agenda does not say that is about to be published: a clause each. */
export function unsaidIn(database: Database, meeting: Meeting): string[] {
	const board = database.boards.find(({id}) => id === meeting.board);
	const law = meetingLaw(database, meeting);
	return [
		...(meeting.venue?.trim() ? [] : ['where it is held']),
		...(meeting.startsAt === undefined ? ['when it begins'] : []),
		...(board && !law.alone && law.quorum(board) === undefined
			? [`how many make a quorum of ${board.name}`]
			: []),
		...meeting.agenda
			.filter(({kind, about}) => kind === 'report' && about?.report === undefined)
			.map(({title}) => `the report behind “${title}”`),
	];
}
