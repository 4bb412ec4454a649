/**
 * A paper on its way into the database: a form asks for the file and keeps all that somebody says of it, a screen
 * above it shows what was found. So a half-done review is kept, offered again and thrown away like any form.
 */
import type {Database} from '../domain/schema/index.ts';
import type {Verdicts} from '../import/review.ts';
import {draftKey, type Form, type Result, type FormTarget, valueOf} from './forms/form.ts';
import type {HeldPaper} from './held.ts';
import {atPlace, type Place, placeOf, push, say, type State, type Step, step} from './state.ts';
import {textFrom} from './text/edit.ts';
import {keyFor} from './keys-by-name.ts';

export type {HeldPaper as Paper} from './held.ts';

/** What somebody asks for: the file, where it is to go, and what they say of it. */
export type AskedImport = {
	path: string;
	meeting?: string | undefined;
	urgency?: string | undefined;
	verdicts: Verdicts;
	map: Record<string, string>;
	set: Record<string, string>;
};

/** Reads papers for the screens, which have no files of their own. */
export type Importer = {
	read(asked: AskedImport, database: Database): Promise<HeldPaper | {problem: string}>;
	/** What a path that was begun goes on with, as far as there is no choice, and the choice. */
	complete(typed: string): Promise<{value: string; options: string[]}>;
};

const said = (form: Form, kind: string): [name: string, text: string][] =>
	Object.entries(form.values).flatMap(([name, {value}]) =>
		name.startsWith(`${kind} `) && value.trim() !== ''
			? [[name.slice(kind.length + 1), value]]
			: [],
	);

/** What the form that asks for a paper says of it: `skip summary`, `edit title`, `set date`, `map Zorg`. */
export const askedOf = (form: Form): AskedImport => ({
	path: valueOf(form, 'path'),
	meeting: form.target.meeting,
	urgency: valueOf(form, 'urgency') || undefined,
	verdicts: Object.fromEntries([
		...said(form, 'edit').map(([id, shown]) => [id, {take: 'edit', shown}] as const),
		...said(form, 'skip').map(([id]) => [id, {take: 'skip'}] as const),
	]),
	map: Object.fromEntries(said(form, 'map')),
	set: Object.fromEntries(said(form, 'set')),
});

/** The form that asks for a meeting's paper, whether it is open or waits. */
function asking({stack, drafts}: State, {meeting}: FormTarget): Form | undefined {
	const open = stack.findLast(({form}) => form?.kind === 'import')?.form;
	return open ?? drafts[draftKey({kind: 'import', target: {meeting}})];
}

/** Reads the paper with what was just said of it; it stays as it was shown until that is done. */
export function sayOfPaper(
	state: State,
	target: FormTarget,
	news: Record<string, string>,
): Extract<Result, {message: string}> | Step {
	const form = asking(state, target);
	if (!form)
		return {
			message: `the paper is no longer open: ${keyFor('form.leave')}, then ${keyFor('report.bring-in')} opens it again`,
		};
	const values = Object.fromEntries(
		Object.entries(news).map(([name, text]) => [name, textFrom(text)]),
	);
	return step(state, {kind: 'paper', form: {...form, values: {...form.values, ...values}}});
}

const isOfPaper = ({screen, form}: Place): boolean =>
	screen === 'paper' || form?.kind === 'import' || form?.kind === 'finding';

/** The state without the screens of the paper that is open; what else lies over it goes too. */
function below(state: State): State {
	const at = state.stack.findIndex(isOfPaper);
	return at === -1 ? state : {...state, stack: state.stack.slice(0, at)};
}

function withoutDrafts(state: State, {meeting}: FormTarget): State {
	const drafts = Object.entries(state.drafts).filter(
		([, {kind, target}]) => !(['import', 'finding'].includes(kind) && target.meeting === meeting),
	);
	return {...state, drafts: Object.fromEntries(drafts)};
}

/** Why the value that is being typed cannot be read, when it cannot. */
export function wrongValue({stack}: State, paper: HeldPaper): string | undefined {
	const typed = stack.at(-1)?.form?.target.finding;
	const isWrong = 'refusal' in paper && paper.at !== undefined && typed === `edit ${paper.at}`;
	return isWrong ? paper.refusal : undefined;
}

/** A paper was read: it is shown above the form that asked for it, the cursor where it was. */
export function showPaper(state: State, form: Form, paper: HeldPaper): State {
	const before = state.stack.find(({screen}) => screen === 'paper');
	const bare = below({...state, drafts: withoutForm(state, form)});
	const place: Place = {
		screen: 'paper',
		id: form.target.meeting,
		selected: before?.selected,
		paper,
	};
	return {...push(push(bare, {screen: 'form', form}), place), message: undefined};
}

function withoutForm({drafts, stack}: State, form: Form): State['drafts'] {
	const top = stack.at(-1)?.form;
	const gone = [draftKey(form), ...(top?.kind === 'finding' ? [draftKey(top)] : [])];
	return Object.fromEntries(Object.entries(drafts).filter(([key]) => !gone.includes(key)));
}

/** Back to the meeting; what was said of the paper is kept for the next time. */
export function leavePaper(state: State): State {
	const form = state.stack.findLast(({form}) => form?.kind === 'import')?.form;
	const left = below(state);
	return form
		? say(
				{...left, drafts: {...left.drafts, [draftKey(form)]: form}},
				'info',
				`Kept what you said of the paper; ${keyFor('report.bring-in')} brings it back.`,
			)
		: left;
}

/** The paper is in: its form and its drafts are gone, and its item is selected. */
export function closePaper(state: State, item: string | undefined): State {
	const form = state.stack.findLast(({form}) => form?.kind === 'import')?.form;
	if (!form) return state;
	const closed = withoutDrafts(below(state), form.target);
	if (item === undefined) return closed;
	// A form that was brought back was not opened from the meeting.
	return placeOf(closed).screen === 'meeting'
		? atPlace(closed, {selected: item})
		: push(closed, {screen: 'meeting', id: form.target.meeting, selected: item});
}

/** Other screens are gone to while a paper is open: what was said of it waits with the drafts. */
export function keepPaper(state: State): State {
	const form = state.stack.findLast(({form}) => form?.kind === 'import')?.form;
	return form ? {...state, drafts: {...state.drafts, [draftKey(form)]: form}} : state;
}
