import {type Mend, type Rejection, sayRejection} from '../domain/rejection.ts';
import {keyFor} from './keys-by-name.ts';

/** What mends a refusal, with the key that does it; a step without its words does not compile. */
const mends: Record<Mend, string> = {
	'roll.take': `on the Meeting screen ${keyFor('roll.take')} takes the roll`,
	'item.not-reached': `${keyFor('item.not-reached')} says that it was reached after all`,
	'meeting.close': `on the Meeting screen ${keyFor('meeting.close')} closes it`,
	'minutes.issue': `${keyFor('minutes.issue')} issues them`,
	'minutes.approve': `${keyFor('minutes.approve')} records that`,
	'minutes.correct': `${keyFor('minutes.correct')} corrects them`,
	'go.members': `${keyFor('go.members')}, then ${keyFor('board.edit')}, alters them`,
};

/** Why something was refused, and the key that mends it where there is one. */
export const sayRefusal = ({message, mend}: Pick<Rejection, 'message' | 'mend'>): string =>
	mend === undefined ? message : `${message} (${mends[mend]})`;

/** Why an act was not taken, for somebody who has just pressed a key. */
export const sayRefusedAct = (rejection: Rejection): string =>
	sayRefusal({...rejection, message: sayRejection(rejection)});
