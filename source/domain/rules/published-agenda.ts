import {reject, type Rejection} from '../rejection.ts';
import type {Database, Meeting} from '../schema/index.ts';

/** Boards whose meetings the public may attend, so that an item needs notice or a reason why it could not wait. */
const publicKinds = ['executive', 'committee', 'scrutiny'];

/** Whether the agenda of a meeting that the public may attend is out, or the meeting has begun. */
function isOut(database: Database, {board, publishedOn, status}: Meeting): boolean {
	const kind = database.boards.find(({id}) => id === board)?.kind ?? '';
	return (
		database.rules.profile === 'england' &&
		publicKinds.includes(kind) &&
		(publishedOn !== undefined || status !== 'planned')
	);
}

/**
 * The urgency gate: an item that was not on the published agenda needs the opinion of whoever presides
 * that special circumstances make it urgent, and the minutes say which (LGA 1972 s.100B(4)(b)). SI 2012/2089
 * knows no such opinion for executives (reg 6(2) has five clear days, or a meeting convened at shorter
 * notice); their gate is the same here, and the check for lawfulness says to ask. Absent when there is no gate.
 */
export function urgencyLacks(
	database: Database,
	meeting: Meeting,
	urgency: string | undefined,
): Rejection | undefined {
	if (!isOut(database, meeting) || urgency) return undefined;
	const says = isExecutive(database, meeting)
		? 'say why the item cannot wait for five clear days’ notice (SI 2012/2089 reg 6(2))'
		: 'say which special circumstances make the item urgent (LGA 1972 s.100B(4)(b))';
	return reject('invalid', `the agenda is out: ${says}`);
}

const isExecutive = (database: Database, {board}: Meeting): boolean =>
	database.boards.find(({id}) => id === board)?.kind === 'executive';

/** What the public was told is to be considered stands: another title would bring in what had no notice. */
export function titleStands(database: Database, meeting: Meeting): Rejection | undefined {
	return isOut(database, meeting)
		? reject(
				'state',
				`the agenda is out, so its titles stand: note on the item, or add one with its urgency (${isExecutive(database, meeting) ? 'SI 2012/2089 reg 6' : 'LGA 1972 s.100B(4)'})`,
			)
		: undefined;
}
