import type {Risk} from '../schema/index.ts';
import type {RiskResponse} from '../schema/values.ts';
import type {Fields, FieldsOf} from './field.ts';

export const responseWords: Record<RiskResponse, string> = {
	avoid: 'Avoid',
	reduce: 'Reduce',
	transfer: 'Transfer',
	accept: 'Accept',
};

const score = 'likelihood and impact, 1 to 5 each: 4x3';

/** A risk, of a project or of the strategy as a whole. */
export const riskFields = {
	id: {label: 'Id', kind: 'kept'},
	event: {label: 'Event', kind: 'line', required: true, hint: 'what may happen'},
	cause: {label: 'Cause', kind: 'text', hint: 'because of what'},
	effect: {label: 'Effect', kind: 'text', hint: 'what it would do'},
	current: {label: 'Score now', kind: 'score', column: ['Now', 10], hint: score},
	target: {label: 'Target score', kind: 'score', column: ['Target', 10], hint: score},
	inherent: {label: 'Without controls', kind: 'score', hint: score},
	owner: {label: 'Owner', kind: 'person', column: ['Owner', 16]},
	response: {label: 'Response', kind: 'choice', words: responseWords},
	reviewOn: {label: 'Review on', kind: 'day', column: ['Review', 12]},
	proximity: {label: 'Proximity', kind: 'day', hint: 'the day from which it may happen'},
	cameTrueOn: {
		label: 'Came true',
		kind: 'day',
		past: true,
		hint: 'the day on which it became an issue',
	},
	closedOn: {label: 'Closed', kind: 'day', past: true},
	controls: {label: 'Controls', kind: 'list', type: 'control'},
	actions: {label: 'Further actions', kind: 'list', type: 'mitigation'},
} as const satisfies FieldsOf<Risk>;

export const controlFields = {
	id: {label: 'Id', kind: 'kept'},
	text: {label: 'Control', kind: 'text', required: true, hint: 'what is in place'},
} as const satisfies FieldsOf<NonNullable<Risk['controls']>[number]>;

export const mitigationFields = {
	id: {label: 'Id', kind: 'kept'},
	text: {label: 'Action', kind: 'text', required: true, hint: 'what is still to be done'},
	owner: {label: 'Owner', kind: 'person', column: ['Owner', 16]},
	due: {label: 'Due', kind: 'day', column: ['Due', 12]},
	doneOn: {label: 'Done', kind: 'day', past: true, column: ['Done', 12]},
} as const satisfies Fields;
