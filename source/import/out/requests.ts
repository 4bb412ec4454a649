import {sayApprovedField} from '../../domain/approved-words.ts';
import {sayMoney} from '../../domain/money.ts';
import {projectById} from '../../domain/queries/strategy/projects.ts';
import type {ApprovedValue} from '../../domain/rules/approval.ts';
import type {Database, ProjectStatus, Request} from '../../domain/schema/index.ts';
import {requestFateWords, statusWords} from '../../domain/words.ts';
import {table, type Export} from './table.ts';

/** A value that somebody approves as a cell: a day as it is, a sum with its currency, a status in words. */
function valueOf(
	database: Database,
	value: ApprovedValue | undefined,
): string | number | undefined {
	if (typeof value === 'object') return sayMoney(value, database);
	return typeof value === 'string' && Object.hasOwn(statusWords, value)
		? statusWords[value as ProjectStatus]
		: value;
}

/** What was asked of boards: each change that somebody must approve, and what became of it. */
export const requestTable: Export = table(({requests}): readonly Request[] => requests, {
	Id: ({id}) => id,
	Project: ({project}) => project,
	What: ({project, field}, database) => sayApprovedField(projectById(database, project), field),
	From: ({from}, database) => valueOf(database, from),
	To: ({to}, database) => valueOf(database, to),
	Reason: ({reason}) => reason,
	Cost: ({effects}) => effects?.cost,
	Benefits: ({effects}) => effects?.benefits,
	Dependants: ({effects}) => effects?.dependants,
	'Asked by': ({askedBy}) => askedBy,
	'Asked on': ({askedOn}) => askedOn,
	Board: ({board}) => board,
	Fate: ({fate}) => requestFateWords[fate],
	Decision: ({decision}) => decision,
});
