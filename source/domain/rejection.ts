import {cut} from './words.ts';

/** What mends a refusal, by the name of what somebody does about it. Which key that is the screens know. */
export type Mend =
	| 'roll.take'
	| 'item.not-reached'
	| 'meeting.close'
	| 'minutes.issue'
	| 'minutes.approve'
	| 'minutes.correct'
	| 'go.members';

/**
 * Why an act was not taken, as a value.
 * - `invalid`: the act itself is malformed or breaks a rule.
 * - `unknown`: it names something that is not in the database.
 * - `conflict`: somebody changed the same thing in the meantime.
 * - `state`: not now (the meeting is closed, the action is done).
 * - `forbidden`: the role of whoever acts does not allow it.
 * - `storage`: it could not be read or saved (a full disk, a file without write access).
 */
export type Rejection = {
	code: 'invalid' | 'unknown' | 'conflict' | 'state' | 'forbidden' | 'storage';
	/** One sentence for the person who tried: what is wrong and, where it helps, what to do. */
	message: string;
	/** The decision that rests on what would be altered: where the same act marks it, the act is taken. */
	shakes?: string;
	/** By what it is mended, where one step does: the screens say with which key. */
	mend?: Mend;
};

/** A rejection. Its message is made one line of bounded length, whatever the values in it hold. */
export const reject = (code: Rejection['code'], message: string, mend?: Mend): Rejection => ({
	code,
	message: cut(message, 2000)
		.toWellFormed()
		.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
	...(mend && {mend}),
});

/**
 * Why an act was not taken, for somebody who has just pressed a key: without the kind of change that is at fault, which
 * scripts need.
 */
export const sayRejection = ({message}: Rejection): string =>
	message.replace(/^(change \d+ of \d+: )?([a-z]+\/[a-z-]+: )?/, '');
