import type {Context} from '../changes/family.ts';
import type {Act, Change, ChangeKind} from '../changes/index.ts';
import type {Bare} from '../log/patch.ts';
import {decisionExemption, exemptionOf} from '../queries/public/exempt.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Database, Private} from '../schema/index.ts';

/**
 * Where the words of a change go while an exempt item is before the room.
 * - `none`: it holds ids, states and times alone, or puts back what stood there.
 * - `kept`: what hangs on the item stays with it, and the public view keeps back what is said on something public.
 * - `named`: it names the item or the decision that its words belong to, and is as private as that.
 * - `marked`: it adds a record that everybody may read by itself, and that is marked as private until somebody
 *   releases it; what hangs on something exempt, or says itself that it is exempt, needs no mark.
 * - `shown`: it puts words into a record that everybody may read by itself, and nothing would keep them back: it is
 *   done before the item or after it.
 * - `exempt`: as `shown`, unless the change itself says that what it adds is exempt.
 */
type Words = 'none' | 'kept' | 'named' | 'marked' | 'shown' | 'exempt';

const words = {
	'strategy/add': 'marked',
	'strategy/status': 'none',
	'strategy/conclude': 'shown',
	'project/add': 'marked',
	'project/status': 'kept',
	'project/update': 'kept',
	'project/edit': 'kept',
	'milestone/add': 'kept',
	'milestone/edit': 'kept',
	'milestone/remove': 'none',
	'milestone/order': 'none',
	'request/make': 'marked',
	'request/edit': 'shown',
	'request/withdraw': 'none',
	'request/gather': 'none',
	'request/decide': 'none',
	'project/settle': 'none',
	'meeting/add': 'shown',
	'meeting/edit': 'shown',
	'meeting/publish': 'none',
	'meeting/open': 'none',
	'meeting/move': 'none',
	'meeting/adjourn': 'none',
	'meeting/resume': 'none',
	'meeting/close': 'none',
	'meeting/public-left': 'none',
	'meeting/readmit': 'none',
	'meeting/cancel': 'shown',
	'meeting/preside': 'none',
	'agenda/dispose': 'none',
	'declaration/asked': 'none',
	'decision/edit': 'named',
	'meeting/time': 'kept',
	'meeting/enter': 'shown',
	'agenda/add': 'exempt',
	'agenda/edit': 'named',
	'agenda/preside': 'none',
	'agenda/en-bloc': 'none',
	// What the public is told instead is for the public.
	'agenda/exempt': 'named',
	'agenda/remove': 'none',
	'agenda/order': 'none',
	'agenda/note': 'named',
	'attendance/set': 'none',
	'attendance/arrive': 'none',
	'attendance/leave': 'none',
	'declaration/add': 'named',
	'declaration/edit': 'named',
	'declaration/remove': 'none',
	'decision/record': 'named',
	'decision/take': 'shown',
	'delegation/end': 'none',
	'decision/enter': 'shown',
	'decision/correct': 'named',
	'decision/retract': 'named',
	'decision/mark': 'named',
	'decision/confirm': 'named',
	'decision/publish': 'none',
	'decision/call-in': 'named',
	'decision/release': 'named',
	'notice/add': 'shown',
	'notice/edit': 'shown',
	'notice/withdraw': 'none',
	'minutes/issue': 'none',
	'minutes/approve': 'none',
	'minutes/sign': 'none',
	'minutes/correct': 'named',
	'action/add': 'marked',
	'action/edit': 'kept',
	'action/status': 'none',
	'action/progress': 'kept',
	'report/add': 'marked',
	'report/edit': 'shown',
	'record/add': 'kept',
	'record/edit': 'kept',
	'record/order': 'kept',
	'record/remove': 'none',
	// What was found to be for everybody is for everybody at once.
	'record/release': 'shown',
	'person/add': 'shown',
	'person/edit': 'shown',
	// Keys, logins and roles stand in no public record.
	'person/authorize': 'none',
	'person/revoke': 'none',
	'person/login': 'none',
	'rules/roles': 'none',
	// Views are nobody's but those who keep the strategy.
	'view/save': 'none',
	'view/keep': 'none',
	'view/remove': 'none',
	'view/drop': 'none',
	'board/add': 'shown',
	'board/edit': 'shown',
	'board/standing': 'shown',
	'board/interests': 'shown',
	'interest/register': 'shown',
	'interest/end': 'shown',
	'member/add': 'none',
	'member/edit': 'none',
	// These keep the database whole, or take words away.
	'database/adopt': 'none',
	'database/restore': 'none',
	'database/recover': 'none',
	'database/archive': 'none',
	'database/migrate': 'none',
	undo: 'none',
	redact: 'none',
} as const satisfies Record<ChangeKind, Words>;

/** What such a change would let everybody read, for a sentence. */
const called: Partial<Record<ChangeKind, string>> = {
	'strategy/conclude': 'a conclusion',
	'request/edit': 'what is said of a request',
	'meeting/add': 'a new meeting',
	'meeting/edit': 'what is said of a meeting',
	'meeting/cancel': 'why a meeting is called off',
	'meeting/enter': 'a meeting of the past',
	'decision/take': 'a decision between meetings',
	'decision/enter': 'a decision of the past',
	'agenda/add': 'a new item',
	'notice/add': 'a new notice',
	'notice/edit': 'what is said in a notice',
	'report/edit': 'what is said of a report',
	'record/release': 'what is released',
	'person/add': 'a new person',
	'person/edit': 'what is said of a person',
	'board/add': 'a new board',
	'board/edit': 'what is said of a board',
	'board/standing': 'what stands on a board’s agendas',
	'board/interests': 'what a board calls interests',
	'interest/register': 'an interest for the register',
	'interest/end': 'why an interest is taken off the register',
};

/** The exempt item that is before the room, as people call it; undefined when none is. */
function exemptNow(database: Database, during: Context['during']): string | undefined {
	const meeting = database.meetings.find(({id}) => id === during?.meeting);
	const index = meeting?.agenda.findIndex(({id}) => id === during?.item) ?? -1;
	return isExemptItem(database, during?.meeting, during?.item) ? `item ${index + 1}` : undefined;
}

function isExemptItem(database: Database, meeting?: string, item?: string): boolean {
	const held = database.meetings.find(({id}) => id === meeting);
	const found = held?.agenda.find(({id}) => id === item);
	return found !== undefined && exemptionOf(database, found) !== undefined;
}

/**
 * The mark of what a kind of change adds while an exempt item is before the room; undefined where nothing is to be
 * marked, and for a record that is kept from the public without it.
 */
export function markOf(
	database: Database,
	during: Context['during'],
	kind: ChangeKind,
): ((record: Bare) => Private | undefined) | undefined {
	if (words[kind] !== 'marked' || exemptNow(database, during) === undefined) return undefined;
	return ({exempt, meeting, item, decision}) => {
		const isKept =
			exempt !== undefined ||
			isExemptItem(database, meeting as string, item as string) ||
			database.decisions.some((one) => one.id === decision && decisionExemption(database, one));
		return isKept ? undefined : {...during};
	};
}

/** Why a kind of change waits while the room is at such an item, for whoever is about to make one. */
export function waitsInPrivate(
	database: Database,
	during: Context['during'],
	kind: string,
): string | undefined {
	if (!Object.hasOwn(words, kind)) return undefined;
	// A key that adds an item marks it exempt later, by another; a paper says itself whether it is.
	if (words[kind as ChangeKind] !== 'shown' && kind !== 'agenda/add') return undefined;
	return sayWaits(database, during, kind as ChangeKind);
}

function sayWaits(
	database: Database,
	during: Context['during'],
	kind: ChangeKind,
): string | undefined {
	const item = exemptNow(database, during);
	return item === undefined
		? undefined
		: `${item} is exempt: ${called[kind] ?? 'this'} would be public; move the room on first, or wait`;
}

/** Why an act may not be done while the room is at an exempt item: what it would put where everybody reads it. */
export function refuseShown(
	database: Database,
	{changes}: Act,
	during: Context['during'],
): Rejection | undefined {
	for (const change of changes as (Change | null)[]) {
		const kind = change?.kind;
		// What is not a change at all is for `apply` to refuse.
		if (!kind || !Object.hasOwn(words, kind)) continue;
		const isShown =
			words[kind] === 'shown' ||
			(words[kind] === 'exempt' && !('exempt' in change && change.exempt));
		const why = isShown ? sayWaits(database, during, kind) : undefined;
		if (why !== undefined) return reject('state', `${kind}: ${why}`);
	}
	return undefined;
}
