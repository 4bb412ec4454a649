import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {meetingLaw} from '../law/boards.ts';
import {find} from '../log/patch.ts';
import {reject, type Rejection} from '../rejection.ts';
import {
	enteredTextSchema,
	type Exempt,
	exemptSchema,
	idSchema,
	itemKinds,
	type Meeting,
	requiredTextSchema,
} from '../schema/index.ts';
import {refuseUnknown} from './family.ts';

export const aboutSchema = z.strictObject({
	priority: idSchema.optional(),
	project: idSchema.optional(),
	report: idSchema.optional(),
	strategy: idSchema.optional(),
	/** The meeting whose minutes it takes. */
	meeting: idSchema.optional(),
	decision: idSchema.optional(),
	/** The item of an earlier meeting that it carries on. */
	item: idSchema.optional(),
	/** The requests that are gathered under the item. */
	requests: z.array(idSchema).optional(),
});
export const exemptChange = z.strictObject(exemptSchema.shape).extend({
	ground: enteredTextSchema.optional(),
	title: enteredTextSchema.optional(),
	summary: enteredTextSchema.optional(),
});

/** What an item is made of before the database gives it an id. */
export const newItem = {
	itemKind: z.enum(itemKinds),
	title: requiredTextSchema,
	minutes: z.int().nonnegative().optional(),
	about: aboutSchema.optional(),
	exempt: exemptChange.optional(),
	/** Whether a budget is decided, on which every vote is by name. */
	budget: z.boolean().optional(),
};

export const itemPath = ({meeting, item}: {meeting: string; item: string}) =>
	`meetings/${meeting}/agenda/${item}`;

/** Refuses unless the meeting exists and has the item. */
export function refuseUnknownItem(
	draft: Draft,
	meeting: string,
	item: string,
): Rejection | undefined {
	return (
		refuseUnknown(draft, 'meetings', meeting) ??
		(find(draft.database, itemPath({meeting, item}))
			? undefined
			: reject('unknown', `meeting ${meeting} has no item ${item}`))
	);
}

/** Approved minutes stand: what they rest on is altered no more, except by an attributed correction. */
export function refuseApprovedMinutes(draft: Draft, meeting: string): Rejection | undefined {
	const {minutes} = draft.at(`meetings/${meeting}`) as Meeting;
	return minutes?.status === 'approved' || minutes?.status === 'signed'
		? reject(
				'state',
				`the minutes of ${meeting} are ${minutes.status}: they can only be corrected, with a reason`,
			)
		: undefined;
}

/** Why an item of a meeting cannot be kept from the public so: its law wants a reason. */
export function refuseExemption(
	draft: Draft,
	meeting: string,
	exempt: Exempt | undefined,
): Rejection | undefined {
	const law = meetingLaw(draft.database, draft.at(`meetings/${meeting}`) as Meeting);
	const says = exempt && law.privately.refuses(exempt);
	return says ? reject('invalid', says) : undefined;
}

/** Puts an item on an agenda, at its end or at an index; its references must exist. */
export function addItem(
	draft: Draft,
	meeting: string,
	{itemKind, title, minutes, about, exempt, budget}: z.infer<z.ZodObject<typeof newItem>>,
	{urgency, at}: {urgency?: string; at?: number} = {},
): void {
	const list = `meetings/${meeting}/agenda`;
	const number = numberAt(draft.at(`meetings/${meeting}`) as Meeting, at);
	draft.add(
		list,
		{
			id: draft.allocate('I', list),
			kind: itemKind,
			title,
			minutes,
			about,
			number,
			exempt,
			urgency,
			budget: budget || undefined,
		},
		at,
	);
}

/**
 * The number of an item that is put on an agenda which is out already: its neighbour's with a letter (`2a`), or
 * the next one at the end. Undefined before the agenda is out: until then items are counted.
 */
function numberAt({agenda, publishedOn}: Meeting, at = agenda.length): string | undefined {
	if (publishedOn === undefined) return undefined;
	const taken = new Set(agenda.map(({number}) => number));
	const next = String(
		Math.max(0, ...agenda.map(({number = ''}) => Number.parseInt(number, 10) || 0)) + 1,
	);
	if (at >= agenda.length) return next;
	const before = Number.parseInt(agenda[at - 1]?.number ?? '0', 10);
	const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `${before}${letter}`);
	return letters.find((number) => !taken.has(number)) ?? next;
}
