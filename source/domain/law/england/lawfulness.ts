import type {Database} from '../../schema/index.ts';
import type {Asked, Lawfulness} from '../law.ts';
import {takesExecutive} from './boards.ts';
import {authority} from './notices.ts';
import {privateMeeting} from './private-meeting.ts';

/**
 * By which route a key decision was taken, and how a meeting could be private (SI 2012/2089 reg 5). Whether it is a
 * key decision is the record's word; where that says nothing, the report's.
 */
export function lawfulness(database: Database, asked: Asked, key: boolean): Lawfulness {
	const board = database.boards.find(({id}) => id === asked.meeting.board);
	if (!takesExecutive(board?.kind)) return {};
	const {ok, says, source} = privateMeeting(database, asked);
	return {
		authority: key ? routeOf(database, asked) : undefined,
		privacy: asked.item.exempt && board?.kind === 'executive' ? {ok, says, source} : undefined,
	};
}

/** The rule judges by the report's word: here the decision's own counts, with or without a report. */
function routeOf(database: Database, {meeting, item, day}: Asked): Lawfulness['authority'] {
	const id = item.about?.report ?? '';
	const report = database.reports.find((one) => one.id === id);
	const reports = [{title: '', recommendations: [], ...report, id, key: true}];
	const asked = {meeting, item: {...item, about: {...item.about, report: id}}, day};
	const {route, ok, says, source} = authority({...database, reports}, asked);
	return {route, ok, says, source};
}
