// What was altered on a project or a strategy besides its state, as minutes tell it: before and after, in words.
import {sayApproved, sayApprovedField, sayMove} from '../../approved-words.ts';
import {sayDay} from '../../calendar.ts';
import {sayFieldName, sayKnown} from '../../known-value.ts';
import type {Bare} from '../../log/patch.ts';
import {sayMoney} from '../../money.ts';
import {typeAt, typeOf} from '../../records/types.ts';
import {approvedField, type ApprovedValue} from '../../rules/approval.ts';
import type {Database, Effect, Money, Project, Request} from '../../schema/index.ts';
import {requestFateWords, sayValue} from '../../words.ts';
import {nameThen} from './recording-act.ts';

/** One thing that was altered; what is absent was not there before, or is there no more. */
export type FieldChange = {
	what: string;
	from?: string;
	to?: string;
	/** What else is to be said of it: that it was asked for, approved and not in effect yet, refused. */
	how?: string;
};

/** Told by other means, or following from what is told: the first date that was approved is the one that was replaced. */
const untold = new Set(['updates', 'pending', 'original', 'originalDue', 'private']);

/** What an effect altered on a project or a strategy; undefined for what minutes tell otherwise or not at all. */
export function fieldChange(
	database: Database,
	{record, field, from, to}: Effect,
	revision: number,
): FieldChange | undefined {
	const [, , list, , ...deeper] = record.split('/');
	if (list === 'updates' || list === 'pending' || untold.has(field ?? '')) return undefined;
	if (field === undefined && list === undefined) {
		const what = record.startsWith('projects/') ? 'project' : 'strategy';
		return {what, how: to === undefined ? 'taken off' : 'entered'};
	}
	if (field === undefined) {
		const what = partName(database, record, revision, (to ?? from) as Bare | undefined);
		return {
			what,
			...(to === undefined ? {how: 'taken off'} : {how: 'added', ...added(to as Bare)}),
		};
	}
	// A list that came with its first element, or that was put into another order.
	if (Array.isArray(from ?? to) && typeAt(`${record}/${field}`) !== undefined) {
		const isOrder = Array.isArray(from) && Array.isArray(to) && from.length === to.length;
		return isOrder ? {what: field, how: 'put into another order'} : undefined;
	}
	const owner =
		list === undefined || (deeper.length === 0 && list === 'money')
			? ''
			: `${partName(database, record, revision)}, `;
	return changedField(database, `${owner}${sayFieldName(record, field)}`, {
		record,
		field,
		from,
		to,
	});
}

function changedField(
	database: Database,
	what: string,
	{record, field = '', from, to}: Effect,
): FieldChange | undefined {
	if (field === 'money') return moneyChange(database, from, to);
	const say = (value: unknown) =>
		value === undefined ? undefined : sayField(database, record, field, value);
	return told(what, say(from), say(to));
}

const told = (what: string, from: string | undefined, to: string | undefined): FieldChange => ({
	what,
	...(from === undefined ? {} : {from}),
	...(to === undefined ? {} : {to}),
});

/** Of sums that are kept together, those that changed. */
function moneyChange(database: Database, from: unknown, to: unknown): FieldChange | undefined {
	const sums = ['approved', 'forecast', 'spent'].flatMap((sum) => {
		const [before, after] = [from, to].map((money) =>
			sayMoney((money as Record<string, Money> | undefined)?.[sum], database),
		);
		return before === after ? [] : [{sum, before, after}];
	});
	const list = (side: 'before' | 'after') =>
		sums.flatMap((one) => (one[side] === undefined ? [] : [`${one.sum} ${one[side]}`])).join(', ');
	return sums.length === 0
		? undefined
		: told('money', list('before') || undefined, list('after') || undefined);
}

/** A field's value in the words of a sentence. */
function sayField(database: Database, record: string, field: string, value: unknown): string {
	const said = sayKnown(database, record, field, value);
	if (said !== undefined) return said;
	if (Array.isArray(value)) return value.map(String).join(', ');
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'string' ? value : sayValue(field, value, 240);
}

/** `milestone “Go live”`, of a part of a part `risk “Fire”, control “Alarm”`. */
function partName(database: Database, record: string, revision: number, value?: Bare): string {
	const path = record.split('/');
	const names: string[] = [];
	for (let end = 4; end <= path.length; end += 2) {
		const at = path.slice(0, end).join('/');
		const type = typeAt(at);
		const word = type ? typeOf(type).word : (path[end - 2] ?? '');
		const name =
			(end === path.length ? nameIn(value) : undefined) ?? nameThen(database, at, revision);
		names.push(name ? `${word} “${name}”` : word);
	}
	return names.join(', ');
}

const nameIn = (value: Bare | undefined): string | undefined => {
	const name = value?.['title'] ?? value?.['event'] ?? value?.['text'] ?? value?.['period'];
	return typeof name === 'string' ? name : undefined;
};

/** The date with which a milestone, or the value with which a reading, came. */
function added(value: Bare): {to?: string} {
	const {approved, forecast, value: reading} = value;
	if (typeof approved === 'string') return {to: `approved ${sayDay(approved)}`};
	if (typeof forecast === 'string') return {to: `forecast ${sayDay(forecast)}`};
	return typeof reading === 'number' ? {to: String(reading)} : {};
}

/** What an act did to a request: asked, or what became of it. */
export function requestChange(
	database: Database,
	{record, field, to}: Effect,
	effects: readonly Effect[],
): (FieldChange & {project: string}) | undefined {
	const id = record.split('/')[1] ?? '';
	const request =
		field === undefined
			? (to as Request | undefined)
			: database.requests.find((one) => one.id === id);
	if (!request || (field !== undefined && field !== 'fate')) return undefined;
	const project = database.projects.find((one) => one.id === request.project);
	const what = `${sayApprovedField(project, request.field)}, request ${id}`;
	// What was approved may not be what was asked for.
	const place = `projects/${request.project}`;
	const waits = effects.find(
		(effect) =>
			effect.record.startsWith(`${place}/pending/`) &&
			(effect.to as {field?: string} | undefined)?.field === request.field,
	);
	const value =
		(waits?.to as {value?: ApprovedValue} | undefined)?.value ??
		placedAt(place, request.field, effects) ??
		request.to;
	const fate = typeof to === 'string' ? to : request.fate;
	// What was not approved stays as it was.
	if (field !== undefined && fate !== 'approved' && fate !== 'asked') {
		const asked = sayApproved(database, request.to);
		const before = sayApproved(database, request.from);
		return {
			project: request.project,
			...told(what, before, before),
			how: `${asked} was asked for: ${requestFateWords[fate as Request['fate']].toLowerCase()}`,
		};
	}
	const how =
		field === undefined
			? `asked for: ${request.reason}`
			: waits
				? 'approved; not in effect before the days for call-in have passed'
				: fate;
	return {
		project: request.project,
		...told(what, sayApproved(database, request.from), moved(database, project, request, value)),
		how,
	};
}

/** What an act put in the place of an approved value at once. */
function placedAt(
	place: string,
	field: string,
	effects: readonly Effect[],
): ApprovedValue | undefined {
	const found = approvedField(field);
	const record = found?.of === 'milestone' ? `${place}/milestones/${found.milestone}` : place;
	const name = found?.of === 'milestone' ? 'approved' : found?.of;
	const to = effects.find((effect) => effect.record === record && effect.field === name)?.to;
	return found?.of === 'money'
		? (to as Project['money'])?.approved
		: (to as ApprovedValue | undefined);
}

/** Where it is moved, with the days since the first date. */
function moved(
	database: Database,
	project: Project | undefined,
	{field, from}: Request,
	to: ApprovedValue | undefined,
): string {
	const said = sayMove(database, project, field, {from, to});
	return said.slice(`from ${sayApproved(database, from)} to `.length);
}
