import {z} from 'zod';
import {sayDay} from '../calendar.ts';
import {nameOf} from '../names.ts';
import {reject} from '../rejection.ts';
import {
	daySchema,
	enteredTextSchema,
	idSchema,
	type Notice,
	noticeKinds,
	periodSchema,
	requiredTextSchema,
} from '../schema/index.ts';
import {listFields, noticeWords} from '../words.ts';
import {refuseUnknownItem} from './item.ts';
import {
	addedId,
	refuseUnknown,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
} from './family.ts';

const detail = {
	decisionOn: z.union([daySchema, periodSchema]),
	publishedOn: daySchema,
	documents: z.array(enteredTextSchema),
	reasons: enteredTextSchema,
	agreedBy: enteredTextSchema,
	agreedOn: daySchema,
	representations: enteredTextSchema,
	response: enteredTextSchema,
};
const fields = {
	decisionOn: replaced(detail.decisionOn),
	publishedOn: replaced(detail.publishedOn),
	documents: replaced(detail.documents),
	reasons: replaced(detail.reasons),
	agreedBy: replaced(detail.agreedBy),
	agreedOn: replaced(detail.agreedOn),
	representations: replaced(detail.representations),
	response: replaced(detail.response),
};

export const noticeChanges = [
	z.strictObject({
		kind: z.literal('notice/add'),
		noticeKind: z.enum(noticeKinds),
		title: requiredTextSchema,
		board: idSchema,
		report: idSchema.optional(),
		meeting: idSchema.optional(),
		item: idSchema.optional(),
		...z.strictObject(detail).partial().shape,
	}),
	z.strictObject({
		kind: z.literal('notice/edit'),
		id: idSchema,
		fields: z
			.strictObject({
				title: replacedRequired(requiredTextSchema),
				report: replaced(idSchema),
				meeting: replaced(idSchema),
				item: replaced(idSchema),
				...fields,
			})
			.partial(),
	}),
	z.strictObject({kind: z.literal('notice/withdraw'), id: idSchema}),
] as const;
type Change = z.infer<(typeof noticeChanges)[number]>;

export const noticeRules: Rules<Change> = {
	'notice/add': {
		undoable: true,
		apply(draft, {kind: _kind, noticeKind, title, board, report, meeting, item, ...rest}) {
			const refused =
				refuseUnknown(draft, 'boards', board) ??
				refuseUnknown(draft, 'reports', report) ??
				refuseUnknown(draft, 'meetings', meeting) ??
				(meeting !== undefined && item !== undefined
					? refuseUnknownItem(draft, meeting, item)
					: undefined);
			if (refused) return refused;
			draft.add('notices', {
				id: draft.allocate('N', 'notices'),
				kind: noticeKind,
				title,
				board,
				report,
				meeting,
				item,
				decisionOn: rest.decisionOn,
				publishedOn: rest.publishedOn,
				documents: rest.documents?.length ? rest.documents : undefined,
				reasons: rest.reasons || undefined,
				agreedBy: rest.agreedBy || undefined,
				agreedOn: rest.agreedOn,
				representations: rest.representations || undefined,
				response: rest.response || undefined,
			});
			return undefined;
		},
		tell: ({noticeKind, title, publishedOn}, told) =>
			`entered ${noticeWords[noticeKind].toLowerCase()} ${addedId(told, 'notices', {title})} “${title}”${publishedOn ? `, published ${sayDay(publishedOn)}` : ''}`,
	},
	'notice/edit': {
		undoable: true,
		apply: (draft, {id, fields}, context) =>
			refuseUnknown(draft, 'notices', id) ?? replaceFields(draft, `notices/${id}`, fields, context),
		tell: ({id, fields}, {database}) =>
			`edited ${listFields(fields)} of notice ${nameOf(database, `notices/${id}`)}`,
	},
	'notice/withdraw': {
		undoable: true,
		apply(draft, {id}) {
			const refused = refuseUnknown(draft, 'notices', id);
			if (refused) return refused;
			if ((draft.at(`notices/${id}`) as Notice).withdrawn) {
				return reject('state', `notice ${id} has been withdrawn already`);
			}
			draft.set(`notices/${id}`, 'withdrawn', true);
			return undefined;
		},
		tell: ({id}, {database}) => `withdrew notice ${nameOf(database, `notices/${id}`)}`,
	},
};
