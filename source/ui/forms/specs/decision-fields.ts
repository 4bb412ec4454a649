// The fields of a decision.
import type {Database} from '../../../domain/schema/index.ts';
import {delegationHint} from '../delegation.ts';
import {type FormField, type Form, valueOf} from '../form.ts';
import {askedBy, dispensations, type LawField} from '../statutory.ts';
import {lawFor} from './item.ts';
import {amendmentFields, motionFields, outcomeOptions, paperOf} from './motion.ts';
import {keyFor} from '../../keys-by-name.ts';
import {alternativesFields} from '../alternatives.ts';
import {askDecided, askFollows} from '../reported.ts';

const stepOptions = [
	{value: '', label: 'it decides a matter', key: 'n'},
	{value: 'yes', label: 'a step of the meeting itself: no notice', key: 'y'},
];

/** Fields that some laws ask for. */
const statutory: LawField[] = [
	dispensations,
	{
		field: 'callInWaived',
		name: 'urgency',
		label: 'Urgent',
		kind: 'line',
		hint: 'why call-in does not apply and who agreed; empty otherwise',
	},
];

/** What is only reported of a project is not a decision: its status, what is said of it. */
export const isReported = ({target, values}: Form): boolean =>
	target.project !== undefined && values['decided']?.value === '';

const reportedFields: FormField[] = [
	askDecided,
	{name: 'status', label: 'Status', kind: 'line', hint: 'such as delivered; empty leaves it'},
	{name: 'reasons', label: 'Note', kind: 'long', hint: 'what the board was told'},
];

/** Of a project it is asked first whether anything is decided; then wording and outcome, the motion, what the record says beside it. */
export const fields = (database: Database, form: Form): FormField[] =>
	isReported(form)
		? reportedFields
		: [
				...(form.target.project === undefined ? [] : [askDecided]),
				...decidedFields(database, form),
			];

const decidedFields = (database: Database, form: Form): FormField[] => [
	{name: 'title', label: 'Title', kind: 'line'},
	{
		name: 'resolution',
		label: 'Resolution',
		kind: 'long',
		hint: `the exact wording that was resolved; a code and ${keyFor('form.expand')} expands it`,
	},
	{name: 'outcome', label: 'Outcome', kind: 'choice', options: outcomeOptions(database, form)},
	...motionFields(database, form),
	...amendmentFields(database, form),
	{name: 'reasons', label: 'Reasons', kind: 'long', hint: reasonsHint(database, form)},
	...alternativesFields(form),
	...askedBy(lawFor(database, form.target), statutory),
	{name: 'ends', label: 'Ends', kind: 'line', hint: 's D-1 supersedes it, r D-1 rescinds it'},
	{name: 'status', label: 'Then status', kind: 'line', hint: 'P1-04 delivered, with a note'},
	...(valueOf(form, 'status') === '' ? [] : [askFollows]),
	{name: 'action', label: 'Then action', kind: 'line', hint: 'who, when, what: ar +2w Write to …'},
	{name: 'delegates', label: 'Delegates', kind: 'line', hint: delegationHint},
	{
		name: 'serves',
		label: 'Serves',
		kind: 'line',
		hint: 'objectives, priorities, projects: O1 P2 P1-04',
	},
	{name: 'step', label: 'Step', kind: 'choice', options: stepOptions},
];

const reasonsHint = (database: Database, form: Form): string =>
	valueOf(form, 'outcome') !== 'approved' && paperOf(database, form.target)?.reasons
		? 'why: the report’s reasons fit only what it recommends'
		: 'why it was decided so';
