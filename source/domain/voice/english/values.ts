import {british} from '../dates.ts';
import type {Decision} from '../../schema/index.ts';
import {
	actionStatusWords,
	confidenceWords,
	minutesStatusWords,
	outcomeWords,
	statusWords,
	strategyStatusWords,
} from '../../words.ts';

/** The words for fixed values: those of the screens. */
export const values = {
	months: british.months,
	outcome: outcomeWords,
	projectStatus: statusWords,
	confidence: confidenceWords,
	strategyStatus: strategyStatusWords,
	actionStatus: actionStatusWords,
	minutesStatus: minutesStatusWords,
	/** What became of a decision since, in a list. */
	decisionStatus: {
		recorded: '',
		superseded: 'superseded',
		rescinded: 'rescinded',
		retracted: 'retracted',
	} satisfies Record<Decision['status'], string>,
	yes: 'Yes',
	no: 'No',
	none: 'none',
};
