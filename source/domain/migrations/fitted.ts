import {accountFor} from '../log/account.ts';
import type {Fitted} from '../log/fitted-schema.ts';
import type {Database} from '../schema/index.ts';
import {collections} from '../schema/values.ts';
import {contentOf} from './v1/content.ts';
import {fittingSeals} from './v1/fitting.ts';
import type {V1, V1Seal} from './v1/schema/index.ts';

/**
 * What the change that brings a database of version 1 forward records of its seals: which fit, and by what the minutes
 * of the others came to read otherwise. Where parts of the log were archived, `database` holds them in front of
 * the rest, or the seals of minutes that draw on them are recorded as not to be told.
 */
export const fittedIn = (database: V1): Fitted[] =>
	fittingSeals(database).map(({meeting, seal, fits}): Fitted => {
		if (fits !== false) return {meeting, seal, fits};
		const {since, altered, explained} = accountFor(asState(database), {
			meeting,
			...sealOf(database, meeting, seal),
			read: (state) => {
				const then = asV1(state);
				const held = then.meetings.find(({id}) => id === meeting);
				return held && contentOf(then, held);
			},
		});
		return {
			meeting,
			seal,
			fits,
			...(since.length > 0 ? {since} : {}),
			...(altered.length > 0 ? {altered} : {}),
			...(explained ? {} : {unexplained: true}),
		};
	});

/** Effects are taken back in a database of any version: all they need is records by their ids. Collections that came later hold none. */
function asState(database: V1): Database {
	const none = collections.map((name) => [name, []]);
	const whole: unknown = {...Object.fromEntries(none), ...database};
	return whole as Database;
}
const asV1 = (state: unknown): V1 => state as V1;

const sealOf = (
	{meetings}: V1,
	meeting: string,
	seal: string,
): Pick<V1Seal, 'revision' | 'content'> =>
	meetings.find(({id}) => id === meeting)?.minutes?.seals?.find(({id}) => id === seal) ?? {
		revision: 0,
		content: '',
	};
