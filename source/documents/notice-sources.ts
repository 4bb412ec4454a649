// Where what a notice says comes from.
import type {Statement} from '../domain/queries/minutes/statement.ts';
import {decisionPlace, meetingOf, roomOf} from './places.ts';
import {derived, fieldsOf, type Source, told} from './source.ts';

/** Fields of the decision. */
export const fieldBy = (statement: Pick<Statement, 'id'>, ...fields: string[]): Source =>
	told(...fieldsOf(decisionPlace(statement), ...fields));

/** Why the decision’s item is private: by its own mark or its paper’s. */
export const privacyBy = ({itemRecord, report}: Statement): Source =>
	derived(
		'private',
		...(itemRecord === undefined ? [] : fieldsOf(itemRecord, 'exempt', 'about')),
		...(report ? [`reports/${report.id}/exempt`] : []),
	);

/** All that the law may ask for in the record of a decision. */
export const lacksBy = (statement: Statement): Source =>
	derived(
		'lacks',
		decisionPlace(statement),
		...(statement.itemRecord === undefined
			? []
			: fieldsOf(statement.itemRecord, 'about', 'startedAt', 'endedAt')),
		...(statement.report ? [`reports/${statement.report.id}`] : []),
		`${meetingOf(statement)}/interestsAsked`,
		...roomOf(statement),
		`boards/${statement.board.id}/kind`,
	);

/** At which meeting, and under which number of its agenda. */
export const whereBy = (statement: Statement): Source => {
	const meeting = meetingOf(statement);
	const {itemRecord} = statement;
	return derived(
		'number',
		...fieldsOf(decisionPlace(statement), 'meeting', 'item'),
		`${meeting}/title`,
		...(itemRecord === undefined ? [] : [`${meeting}/agenda/*`, `${itemRecord}/number`]),
	);
};

/** Until when a decision may be called in is counted from its publication, by the board’s rules or the organisation’s. */
export const callInBy = (statement: Statement): Source =>
	derived(
		'callIn',
		...fieldsOf(
			decisionPlace(statement),
			'publishedOn',
			'callIn',
			'callInWaived',
			'outcome',
			'date',
			'key',
			'status',
		),
		`boards/${statement.board.id}/rules`,
		`boards/${statement.board.id}/kind`,
		'rules',
	);
