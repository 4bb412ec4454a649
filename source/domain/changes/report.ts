import {z} from 'zod';
import {dayIn, sayDay} from '../calendar.ts';
import {reportLaw} from '../law/boards.ts';
import {nameOf} from '../names.ts';
import {
	daySchema,
	enteredTextSchema,
	exemptSchema,
	idSchema,
	periodSchema,
	type Report,
	requiredTextSchema,
} from '../schema/index.ts';
import {reject, type Rejection} from '../rejection.ts';
import {listFields} from '../words.ts';
import {addedId, refuseUnknown, replaceFields, replacing, type Rules} from './family.ts';

const exemptChange = z.strictObject(exemptSchema.shape).extend({
	ground: enteredTextSchema.optional(),
	title: enteredTextSchema.optional(),
	summary: enteredTextSchema.optional(),
});

/** What a report says, in the order in which it is stored. */
const reportTexts = {
	title: requiredTextSchema,
	reference: enteredTextSchema.optional(),
	date: z.union([daySchema, periodSchema]).optional(),
	/** A post; reports name no people. */
	author: enteredTextSchema.optional(),
	board: idSchema.optional(),
	key: z.boolean().optional(),
	keyReason: enteredTextSchema.optional(),
	publishedOn: daySchema.optional(),
	exempt: exemptChange.optional(),
	summary: enteredTextSchema.optional(),
	recommendations: z.array(requiredTextSchema),
	reasons: enteredTextSchema.optional(),
	alternatives: enteredTextSchema.optional(),
	consultation: enteredTextSchema.optional(),
	scrutiny: enteredTextSchema.optional(),
	implications: z
		.array(z.strictObject({heading: requiredTextSchema, text: enteredTextSchema}))
		.optional(),
	appendices: z.array(requiredTextSchema).optional(),
	backgroundPapers: enteredTextSchema.optional(),
};

export const reportChanges = [
	z.strictObject({
		kind: z.literal('report/add'),
		/** The id that it is to get, where other changes of the same act cite it; absent is the next one. */
		id: idSchema.optional(),
		...reportTexts,
		/** Where a doubt is left whether the paper is for the public: it is not, until somebody releases it. */
		private: z.strictObject({why: requiredTextSchema}).optional(),
	}),
	z.strictObject({
		/** What is learnt of a report after it came in, or written anew: any of its fields. */
		kind: z.literal('report/edit'),
		id: idSchema,
		fields: z.strictObject(replacing(reportTexts)).partial(),
	}),
] as const;
type Change = z.infer<(typeof reportChanges)[number]>;

const refuseUnlike = (says: string | undefined): Rejection | undefined =>
	says ? reject('invalid', says) : undefined;

/** What nobody filled in. */
const isEmpty = (value: unknown): boolean =>
	value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export const reportRules: Rules<Change> = {
	// An exempt paper is exempt from the act that enters it: whoever may only see what is public never reads it.
	'report/add': {
		undoable: true,
		apply(draft, {kind: _kind, id: wanted, ...fields}) {
			const refused = refuseUnknown(draft, 'boards', fields.board);
			if (refused) return refused;
			const given = Object.entries(fields).filter(
				([name, value]) => name === 'recommendations' || !isEmpty(value),
			);
			const id = draft.allocate('R', 'reports');
			if (wanted !== undefined && wanted !== id) {
				return reject(
					'conflict',
					`another report was entered in the meantime: it would be ${id}, not ${wanted}`,
				);
			}
			draft.add('reports', {id, ...Object.fromEntries(given)});
			return undefined;
		},
		tell: ({title}, told) => `entered report ${addedId(told, 'reports', {title})} “${title}”`,
	},
	'report/edit': {
		undoable: true,
		apply(draft, {id, fields}, context) {
			const refused = refuseUnknown(draft, 'reports', id);
			if (refused) return refused;
			const {board, exempt, publishedOn} = fields;
			const report = draft.at(`reports/${id}`) as Report;
			const law = reportLaw(draft.database, {board: board ? board.to : report.board});
			const wrong =
				refuseUnknown(draft, 'boards', board?.to) ??
				refuseUnlike(exempt?.to && law.privately.refuses(exempt.to));
			if (wrong) return wrong;
			const day = publishedOn?.to;
			if (day && day > dayIn(context.now, draft.database.organisation.timeZone)) {
				return reject('invalid', `${sayDay(day)} is still to come: publish on the day itself`);
			}
			return replaceFields(draft, `reports/${id}`, fields, context);
		},
		tell({id, fields}, {database}) {
			const report = `report ${nameOf(database, `reports/${id}`)}`;
			const day = fields.publishedOn?.to;
			return day && Object.keys(fields).length === 1
				? `published ${report} on ${sayDay(day)}`
				: `edited ${listFields(fields)} of ${report}`;
		},
	},
};
