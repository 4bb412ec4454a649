import {sayDay} from '../../domain/calendar.ts';
import type {Change} from '../../domain/changes/index.ts';
import {same} from '../../domain/equal.ts';
import {sayMoney} from '../../domain/money.ts';
import type {Database, Project} from '../../domain/schema/index.ts';
import {confidenceWords, cut, sayValue, statusWords} from '../../domain/words.ts';
import type {RowPlan} from './rows.ts';

/** A row's effect in words: `P1-04 Telephony: In progress → Delivered; due 31 March 2027`. */
export function sayPlan(
	does: RowPlan['does'],
	project: string | undefined,
	changes: readonly Change[],
	database: Database,
): string {
	const {projects} = database;
	const name = project ?? '';
	if (does === 'nothing') return `${name}: as it is`;
	if (does === 'left out') return `${name || 'this row'}: left out`;
	const said = changes.flatMap((change): string[] => {
		if (change.kind === 'project/add')
			return [
				`new, ${statusWords[change.status]}${change.confidence ? `, ${confidenceWords[change.confidence]}` : ''}, in ${change.priority}`,
				...(['owner', 'supplier', 'due', 'money'] as const).flatMap((field) =>
					change[field] === undefined
						? []
						: [`${field} ${sayField(field, change[field], database)}`],
				),
				...(change.updates ?? []).map(({note}) => `“${cut(note, 60)}”`),
			];
		if (change.kind === 'project/status') {
			const {confidence} = change;
			const steps = [
				change.from === change.to ? '' : `${statusWords[change.from]} → ${statusWords[change.to]}`,
				confidence && !same(confidence.from, confidence.to)
					? `confidence ${sayValue('confidence', confidence.from)} → ${sayValue('confidence', confidence.to)}`
					: '',
				change.note ? `“${cut(change.note, 60)}”` : '',
			];
			return steps.filter((step) => step !== '');
		}
		if (change.kind === 'milestone/add')
			return [
				`milestone “${cut(change.title, 40)}”${change.approved ? ` ${sayDay(change.approved)}` : ''}`,
			];
		if (change.kind === 'project/update') return [`“${cut(change.note, 60)}”`];
		if (change.kind === 'project/edit') {
			return Object.entries(change.fields).map(
				([field, value]) =>
					`${field} ${sayField(field, value?.from, database)} → ${sayField(field, value?.to, database)}`,
			);
		}
		return [];
	});
	const found = projects.find(({id}) => id === name);
	return `${found ? `${found.id} ${found.title}` : name}: ${said.join('; ')}`;
}

const sayField = (
	field: string,
	value: unknown,
	database: Pick<Database, 'organisation'>,
): string => {
	if (field === 'due' && typeof value === 'string') return sayDay(value);
	if (field === 'money') {
		// As it was understood, whatever the paper wrote.
		const approved = (value as Project['money'])?.approved;
		return sayMoney(approved && {...approved, written: undefined}, database) ?? 'nothing';
	}
	return sayValue(field, value);
};
