import {presentAt} from '../rules/presence.ts';
import {profileOf} from '../law/boards.ts';
import {z} from 'zod';
import {dayIn, sayDay} from '../calendar.ts';
import {nameOf, personName} from '../names.ts';
import {reject} from '../rejection.ts';
import {told, sayTold} from '../rules/times.ts';
import {
	daySchema,
	enteredTextSchema,
	idSchema,
	instantSchema,
	localTimeSchema,
	type Meeting,
	periodSchema,
	requiredTextSchema,
} from '../schema/index.ts';
import {listFields} from '../words.ts';
import {
	addItem,
	refuseExemption,
	refuseUnknownItem,
	newItem,
	refuseApprovedMinutes,
} from './item.ts';
import {stamp} from './time.ts';
import {
	addedId,
	refuseStale,
	refuseUnknown,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
} from './family.ts';
import {inWords, passOf, refuseImpossible, takeStep, takeUp} from './meeting-steps.ts';

/** An item as it is put on an agenda; its id is given out by the database. */
const newItemSchema = z.strictObject(newItem);
/** When it happened, as it is told; absent is now. */
const toldAt = instantSchema.optional();

export const meetingChanges = [
	z.strictObject({
		kind: z.literal('meeting/add'),
		board: idSchema,
		title: requiredTextSchema,
		startsAt: localTimeSchema.optional(),
		/** The days over which one who decides alone may decide. */
		period: periodSchema.optional(),
		venue: enteredTextSchema.optional(),
		/** The first meeting of the series that it is one of. */
		series: idSchema.optional(),
		/** Made up to show the program. */
		example: z.boolean().optional(),
		agenda: z.array(newItemSchema),
	}),
	z.strictObject({
		kind: z.literal('meeting/edit'),
		id: idSchema,
		fields: z
			.strictObject({
				title: replacedRequired(requiredTextSchema),
				startsAt: replaced(localTimeSchema),
				venue: replaced(enteredTextSchema),
			})
			.partial(),
	}),
	z.strictObject({
		kind: z.literal('meeting/publish'),
		id: idSchema,
		/** The day on which the agenda was published. */
		on: daySchema,
	}),
	z.strictObject({kind: z.literal('meeting/open'), id: idSchema, at: toldAt}),
	z.strictObject({
		kind: z.literal('meeting/move'),
		id: idSchema,
		from: idSchema.optional(),
		to: idSchema,
		at: toldAt,
	}),
	z.strictObject({kind: z.literal('meeting/adjourn'), id: idSchema, at: toldAt}),
	z.strictObject({kind: z.literal('meeting/resume'), id: idSchema, at: toldAt}),
	/** Called off or, where the same act plans the meeting that takes its place, put off. */
	z.strictObject({
		kind: z.literal('meeting/cancel'),
		id: idSchema,
		/** The day on which that was said. */
		on: daySchema,
		reason: requiredTextSchema,
		putOff: z.boolean().optional(),
	}),
	/** Who presides for the whole meeting; absent is whose place it is. */
	z.strictObject({
		kind: z.literal('meeting/preside'),
		id: idSchema,
		from: idSchema.optional(),
		to: idSchema.optional(),
	}),
	/** The public leave for what is taken in private, and are let in again. */
	z.strictObject({kind: z.literal('meeting/public-left'), id: idSchema, at: toldAt}),
	z.strictObject({kind: z.literal('meeting/readmit'), id: idSchema, at: toldAt}),
	z.strictObject({kind: z.literal('meeting/close'), id: idSchema, at: toldAt}),
] as const;
type Change = z.infer<(typeof meetingChanges)[number]>;

export const meetingRules: Rules<Change> = {
	'meeting/add': {
		undoable: true,
		apply(draft, {board, title, startsAt, period, venue, series, example, agenda}) {
			const refused =
				refuseUnknown(draft, 'boards', board) ?? refuseUnknown(draft, 'meetings', series);
			if (refused) return refused;
			const id = draft.allocate('M', 'meetings');
			draft.add('meetings', {
				id,
				board,
				title,
				example: example || undefined,
				startsAt,
				period,
				venue: venue || undefined,
				series,
				status: 'planned',
				agenda: [],
				attendance: [],
			});
			for (const item of agenda) {
				const unfit = refuseExemption(draft, id, item.exempt);
				if (unfit) return unfit;
				addItem(draft, id, item);
			}
			return undefined;
		},
		tell: ({title, board}, told) =>
			`planned meeting ${addedId(told, 'meetings', {title})} “${title}” of ${told.database.boards.find(({id}) => id === board)?.name ?? board}`,
	},
	'meeting/edit': {
		undoable: true,
		apply(draft, {id, fields}, context) {
			const refused = refuseUnknown(draft, 'meetings', id);
			if (refused) return refused;
			const {status} = draft.at(`meetings/${id}`) as Meeting;
			if (status === 'closed') {
				return reject('state', `${nameOf(draft.database, `meetings/${id}`)} is closed`);
			}
			return replaceFields(draft, `meetings/${id}`, fields, context);
		},
		tell: ({id, fields}, {database}) =>
			`changed ${listFields(fields)} of ${nameOf(database, `meetings/${id}`)}`,
	},
	'meeting/publish': {
		undoable: true,
		apply(draft, {id, on}, {now}) {
			const refused = refuseUnknown(draft, 'meetings', id);
			if (refused) return refused;
			const {status, publishedOn, agenda} = draft.at(`meetings/${id}`) as Meeting;
			const name = nameOf(draft.database, `meetings/${id}`);
			if (status !== 'planned') return reject('state', `${name} is ${inWords(status)} already`);
			if (publishedOn) {
				return reject('state', `the agenda of ${name} was published on ${sayDay(publishedOn)}`);
			}
			if (agenda.length === 0) return reject('state', `the agenda of ${name} is empty`);
			if (on > dayIn(now, draft.database.organisation.timeZone)) {
				return reject('invalid', `${sayDay(on)} is still to come: publish on the day itself`);
			}
			draft.set(`meetings/${id}`, 'publishedOn', on);
			// What the papers say speaks of how things stand now: that is frozen.
			const {reports, revision} = draft.database;
			for (const {id: report, asAt} of reports) {
				const isPaper = agenda.some(({about}) => about?.report === report);
				if (isPaper && !asAt) draft.set(`reports/${report}`, 'asAt', {date: on, revision});
			}
			// From here on the numbers are the public's: they stand whatever comes and goes.
			for (const [index, item] of agenda.entries()) {
				draft.set(`meetings/${id}/agenda/${item.id}`, 'number', String(index + 1));
			}
			return undefined;
		},
		tell: ({id, on}, {database}) =>
			`published the agenda of ${nameOf(database, `meetings/${id}`)} on ${sayDay(on)}`,
	},
	'meeting/open': {
		undoable: true,
		apply(draft, {id, at}, context) {
			const refused = takeStep(draft, 'meeting/open', id);
			if (refused) return refused;
			const when = told(at, context.now);
			stamp(draft, `meetings/${id}`, 'openedAt', when);
			draft.set(`meetings/${id}`, 'law', profileOf(draft.database, undefined));
			takeUp(draft, id, (draft.at(`meetings/${id}`) as Meeting).agenda[0]?.id, when);
			return refuseImpossible(draft, id, when, context);
		},
		tell: (change, {database}) =>
			`opened ${nameOf(database, `meetings/${change.id}`)}${sayTold(change, database)}`,
	},
	'meeting/move': {
		undoable: true,
		apply(draft, {id, from, to, at}, context) {
			const refused =
				refuseUnknownItem(draft, id, to) ??
				refuseStale(draft, `meetings/${id}`, 'currentItem', from, context);
			if (refused) return refused;
			if ((draft.at(`meetings/${id}`) as Meeting).status !== 'open') {
				return reject('state', `${nameOf(draft.database, `meetings/${id}`)} is not open`);
			}
			if (from === to) return reject('invalid', `item ${to} is the current item already`);
			const when = told(at, context.now);
			takeUp(draft, id, to, when);
			return refuseImpossible(draft, id, when, context);
		},
		tell: ({id, to, at}, {database}) =>
			`moved to item ${nameOf(database, `meetings/${id}/agenda/${to}`)}${sayTold({at}, database)}`,
	},
	'meeting/adjourn': {
		undoable: true,
		apply(draft, {id, at}, context) {
			const refused = takeStep(draft, 'meeting/adjourn', id);
			if (refused) return refused;
			const list = `meetings/${id}/pauses`;
			const when = told(at, context.now);
			const keyed = when.keyed && {from: when.keyed};
			draft.add(list, {id: draft.allocate('PA', list), from: when.at, keyed});
			return refuseImpossible(draft, id, when, context);
		},
		tell: (change, {database}) =>
			`adjourned ${nameOf(database, `meetings/${change.id}`)}${sayTold(change, database)}`,
	},
	'meeting/resume': {
		undoable: true,
		apply(draft, {id, at}, context) {
			const refused = takeStep(draft, 'meeting/resume', id);
			if (refused) return refused;
			const last = (draft.at(`meetings/${id}`) as Meeting).pauses?.at(-1);
			const when = told(at, context.now);
			if (last && last.to === undefined) {
				stamp(draft, `meetings/${id}/pauses/${last.id}`, 'to', when);
			}
			return refuseImpossible(draft, id, when, context);
		},
		tell: (change, {database}) =>
			`resumed ${nameOf(database, `meetings/${change.id}`)}${sayTold(change, database)}`,
	},
	'meeting/cancel': {
		undoable: true,
		apply(draft, {id, on, reason, putOff}, {now}) {
			const refused = takeStep(draft, 'meeting/cancel', id);
			if (refused) return refused;
			if (on > dayIn(now, draft.database.organisation.timeZone)) {
				return reject('invalid', `${sayDay(on)} is still to come`);
			}
			const to = putOff ? draft.newest('meetings') : undefined;
			if (putOff && (to === undefined || to === id)) {
				return reject(
					'invalid',
					'a meeting is put off only to one that is planned in the same act',
				);
			}
			draft.set(`meetings/${id}`, 'cancelled', {on, reason, ...(to === undefined ? {} : {to})});
			return undefined;
		},
		tell: ({id, reason, putOff}, {database}) =>
			`${putOff ? 'put off' : 'called off'} ${nameOf(database, `meetings/${id}`)} (${reason})`,
	},
	'meeting/preside': {
		undoable: true,
		apply(draft, {id, from, to}, context) {
			const refused =
				refuseUnknown(draft, 'meetings', id) ??
				refuseUnknown(draft, 'people', to) ??
				refuseApprovedMinutes(draft, id);
			if (refused) return refused;
			const held = draft.at(`meetings/${id}`) as Meeting;
			if (to !== undefined && presentAt(held).every(({person}) => person !== to)) {
				return reject('invalid', `${personName(draft.database, to)} is not there to preside`);
			}
			return replaceFields(draft, `meetings/${id}`, {presiding: {from, to}}, context);
		},
		tell: ({id, to}, {database}) =>
			to
				? `put ${personName(database, to)} in the chair for ${nameOf(database, `meetings/${id}`)}`
				: `gave the chair of ${nameOf(database, `meetings/${id}`)} back`,
	},
	'meeting/public-left': {
		undoable: true,
		apply: (draft, {id, at}, context) => passOf(draft, 'publicLeft', id, at, context),
		tell: (change, {database}) =>
			`noted that the public left ${nameOf(database, `meetings/${change.id}`)}${sayTold(change, database)}`,
	},
	'meeting/readmit': {
		undoable: true,
		apply: (draft, {id, at}, context) => passOf(draft, 'readmissions', id, at, context),
		tell: (change, {database}) =>
			`let the public in again at ${nameOf(database, `meetings/${change.id}`)}${sayTold(change, database)}`,
	},
	'meeting/close': {
		undoable: false,
		apply(draft, {id, at}, context) {
			const refused = takeStep(draft, 'meeting/close', id);
			if (refused) return refused;
			const when = told(at, context.now);
			takeUp(draft, id, undefined, when);
			stamp(draft, `meetings/${id}`, 'closedAt', when);
			const {minutes} = draft.at(`meetings/${id}`) as Meeting;
			draft.set(`meetings/${id}`, 'minutes', {...minutes, status: 'draft'});
			return refuseImpossible(draft, id, when, context);
		},
		tell: (change, {database}) =>
			`closed ${nameOf(database, `meetings/${change.id}`)}${sayTold(change, database)}`,
	},
};
