import {drafts, type Lack} from '../domain/law/completeness.ts';
import type {Decision, Meeting} from '../domain/schema/index.ts';
import {fieldsOf, formOf, openForm} from './forms/open.ts';
import {atPlace, push, say, type State, type Step, step} from './state.ts';
import {subjectOf} from './subject.ts';
import {keyFor} from './keys-by-name.ts';

const firstDraft = (state: State) => {
	const meeting = subjectOf(state).meeting;
	return meeting && drafts(state.database, meeting.id)[0];
};

/** Whether a decision of the meeting on show lacks anything. */
export function canMend(state: State): true | string {
	if (state.readOnly) return state.readOnly;
	return firstDraft(state) ? true : 'no decision of this meeting lacks anything';
}

/** The kind of change by which the first thing that is lacking is mended. */
export function mendKind(state: State): string {
	const [lack] = firstDraft(state)?.lacks ?? [];
	return lack?.field === 'nature' ? 'declaration/add' : 'decision/correct';
}

/** The field of the form that mends what is lacking. */
function fieldFor({alternatives}: Decision, {field}: Lack): string {
	// Alternatives that are there wait for somebody's word that they were considered.
	if (field === 'alternatives' && alternatives?.trim()) return 'confirmed';
	if (field === 'declarations') return 'conflicts';
	return field === 'amendments' ? 'amendment1' : field;
}

/** Opens the form that mends the first thing that is lacking, with the cursor in its field. */
export function mend(state: State): Step {
	const found = firstDraft(state);
	const meeting = subjectOf(state).meeting;
	const [lack] = found?.lacks ?? [];
	if (!found || !lack || !meeting) return step(state);
	const {decision} = found;
	const asked = lack.field === 'declarations' ? askFirst(state, meeting) : undefined;
	if (asked) return step(asked);
	const {id, item} = decision;
	if (lack.field === 'nature') {
		const declared = openForm(state, 'declaration', {meeting: meeting.id, item});
		return step(say(declared, 'info', `It lacks ${lack.says}.`));
	}
	const opened = openForm(state, 'correct', {decision: id, meeting: meeting.id, item});
	const form = formOf(opened);
	const field = fieldFor(decision, lack);
	const isThere = form && fieldsOf(opened, form).some(({name}) => name === field);
	const focused = isThere ? atPlace(opened, {form: {...form, focus: field}}) : opened;
	return step(say(focused, 'info', `It lacks ${lack.says}.`));
}

/** While the meeting sits, interests are asked for under the item for it. */
function askFirst(state: State, meeting: Meeting): State | undefined {
	const asks = meeting.agenda.find(({kind}) => kind === 'declarations');
	if (meeting.status !== 'open' || !asks) return undefined;
	const selected = `meetings/${meeting.id}/agenda/${asks.id}`;
	const gone = push(state, {screen: 'meeting', id: meeting.id, selected});
	return say(
		gone,
		'info',
		`Interests were not asked about yet: ${keyFor('meeting.take-up')} takes up the item for it, ${keyFor('item.none-declared')} notes that nobody had any.`,
	);
}
