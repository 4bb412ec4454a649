import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {ownerOf} from '../queries/strategy/views.ts';
import {reject, type Rejection} from '../rejection.ts';
import {enteredTextSchema, idSchema, requiredTextSchema} from '../schema/index.ts';
import type {Rules, TellContext} from './family.ts';

/** How a list is looked at: what its filter line says, its order, its groups, its way of looking. */
const looked = {
	title: requiredTextSchema.max(60),
	screen: z.enum(['portfolio']),
	filter: enteredTextSchema,
	order: idSchema.optional(),
	group: idSchema.optional(),
	/** The way of looking, such as `timeline`; absent is the list. */
	look: idSchema.optional(),
};

/** Views of lists under a name. One of the same name takes the place of the one before. */
export const viewChanges = [
	/** For everybody. */
	z.strictObject({kind: z.literal('view/save'), ...looked}),
	/** For oneself alone. */
	z.strictObject({kind: z.literal('view/keep'), ...looked}),
	/** Takes one off that everybody has. */
	z.strictObject({kind: z.literal('view/remove'), id: idSchema}),
	/** Takes one's own off. */
	z.strictObject({kind: z.literal('view/drop'), id: idSchema}),
] as const;
type Change = z.infer<(typeof viewChanges)[number]>;
type Kept = Extract<Change, {title: string}>;

const list = 'rules/views';

function keep(draft: Draft, {kind: _kind, ...view}: Kept, of: string | undefined) {
	const {views = []} = draft.database.rules;
	const title = view.title.trim();
	const same = views.find(
		(one) => one.of === of && one.title.toLowerCase() === title.toLowerCase(),
	);
	if (same) {
		for (const field of ['title', 'screen', 'filter', 'order', 'group', 'look'] as const) {
			draft.set(`${list}/${same.id}`, field, field === 'title' ? title : view[field]);
		}
		return undefined;
	}
	draft.add(list, {id: draft.allocate('VW', list), ...view, title, of});
	return undefined;
}

function takeOff(draft: Draft, id: string, of: string | undefined): Rejection | undefined {
	const found = draft.database.rules.views?.find((one) => one.id === id);
	if (!found) return reject('unknown', `there is no view ${id}`);
	if (found.of !== of) {
		const whose = found.of === undefined ? 'everybody’s' : 'somebody’s own';
		return reject('state', `the view “${found.title}” is ${whose}`);
	}
	draft.remove(`${list}/${id}`);
	return undefined;
}

function tellGone({id}: {id: string}, {effects}: TellContext): string {
	const gone = effects.find(({record}) => record === `${list}/${id}`)?.from;
	const title = (gone as {title?: string} | undefined)?.title;
	return `took the view ${title === undefined ? id : `“${title}”`} off`;
}

export const viewRules: Rules<Change> = {
	'view/save': {
		undoable: true,
		apply: (draft, change): Rejection | undefined => keep(draft, change, undefined),
		tell: ({title}) => `saved the view “${title}” for everybody`,
	},
	'view/keep': {
		undoable: true,
		apply: (draft, change, {actor}): Rejection | undefined => keep(draft, change, ownerOf(actor)),
		tell: ({title}) => `kept the view “${title}” for themselves`,
	},
	'view/remove': {
		undoable: true,
		apply: (draft, {id}) => takeOff(draft, id, undefined),
		tell: tellGone,
	},
	'view/drop': {
		undoable: true,
		apply: (draft, {id}, {actor}) => takeOff(draft, id, ownerOf(actor)),
		tell: tellGone,
	},
};
