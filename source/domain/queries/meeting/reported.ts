import {personName} from '../../names.ts';
import type {AgendaItem, Database} from '../../schema/index.ts';
import {type MinutedDecision, minuteDecision} from '../minutes/minuted.ts';

/** A decision that was taken at no meeting, as an item of a later one tells of it. */
export type Reported = Pick<
	MinutedDecision,
	'id' | 'resolution' | 'date' | 'asked' | 'vote' | 'under' | 'consulted'
> & {by: string};

/** The decision that an item reports; undefined of an item that reports none. */
export function reportedOn(
	database: Database,
	{about}: Pick<AgendaItem, 'about'>,
): Reported | undefined {
	const decision = database.decisions.find(({id}) => id === about?.decision);
	if (!decision || decision.meeting !== undefined) return undefined;
	const {id, resolution, date, asked, vote, under, consulted} = minuteDecision(database, decision);
	const board = database.boards.find((one) => one.id === decision.board);
	const by = board?.name ?? personName(database, decision.board);
	return {id, resolution, date, asked, vote, under, consulted, by};
}
