import {personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Database, Decision} from '../schema/index.ts';
import {count} from '../words.ts';
import {electors} from './presence.ts';

type Candidate = NonNullable<Decision['candidates']>[number];

export const candidateName = (
	database: Database,
	{person, name = ''}: Pick<Candidate, 'person' | 'name'>,
): string => (person === undefined ? name : personName(database, person));

/**
 * Why an election cannot be as it is recorded: each candidate stands once, no more votes were cast than there are who may
 * vote, and nobody who was not elected had more votes than one who was. Among equal ones the meeting chose, by a casting vote
 * or by lot as its rules say.
 */
export function refuseElection(
	database: Database,
	{candidates, meeting: held, item}: Decision,
): Rejection | undefined {
	if (!candidates) return undefined;
	const names = candidates.map((one) => candidateName(database, one));
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) return reject('invalid', `${twice} is put forward twice`);
	const unknown = candidates.find(
		({person, name}) =>
			(person === undefined && !name?.trim()) ||
			(person !== undefined && database.people.every(({id}) => id !== person)),
	);
	if (unknown) return reject('unknown', `there is no person ${unknown.person ?? ''}`.trimEnd());
	const meeting = database.meetings.find(({id}) => id === held);
	const cast = candidates.reduce((sum, {votes = 0}) => sum + votes, 0);
	const may = meeting
		? electors(database, meeting, item, 'during').filter(({barred}) => !barred).length
		: Infinity;
	const seats = Math.max(1, candidates.filter(({elected}) => elected).length);
	if (cast > may * seats) {
		return reject('invalid', `${count(cast, 'vote')} were cast, but only ${may} may vote`);
	}
	const least = Math.min(...candidates.filter(({elected}) => elected).map(({votes = 0}) => votes));
	const passed = candidates.find(({votes = 0, elected}) => !elected && votes > least);
	return passed
		? reject(
				'invalid',
				`${candidateName(database, passed)} had more votes than one who was elected`,
			)
		: undefined;
}
