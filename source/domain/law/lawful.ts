import {bars, dayOfMeeting, declaredOn, isVoting, membersOn} from '../rules/presence.ts';
import type {AgendaItem, Database, Meeting} from '../schema/index.ts';
import {itemNumber} from '../queries/meeting/meetings.ts';
import {count} from '../words.ts';
import {boardLaw} from './boards.ts';
import {lawOf} from './index.ts';
import type {Check, Scene} from './law.ts';

export type {Check} from './law.ts';

/**
 * `yes`; `not-yet`: something must still be done, by a day that has not passed; `no`: it can no longer be
 * put right by notice for the day of the meeting.
 */
export type LawfulVerdict = 'yes' | 'not-yet' | 'no';
export type ItemChecks = {item: string; number: string; verdict: LawfulVerdict; checks: Check[]};

const filled = (text: string | undefined): text is string => Boolean(text?.trim());

/**
 * Items that ask for a decision; the others are steps of the meeting, which need no notice. The standing items for
 * urgent business and for requests ask for none until something is put under them.
 */
const asksForDecision = ({kind, about, urgency}: AgendaItem): boolean =>
	// What was decided between meetings is told, not decided again.
	about?.decision === undefined &&
	(kind === 'report' ||
		kind === 'business' ||
		(kind === 'urgent' && (filled(urgency) || about !== undefined)) ||
		(about?.requests ?? []).length > 0 ||
		about?.project !== undefined);

/**
 * Whether an item can be decided, for every item of a meeting, as seen on a day: what its law wants and the quorum.
 * `yes` is that nothing was found missing, no more: nobody but a court says that something is lawful.
 */
export function lawful(database: Database, meeting: Meeting, today: string): ItemChecks[] {
	const day = dayOfMeeting(database, meeting);
	const board = database.boards.find(({id}) => id === meeting.board);
	// A period may begin with a month or a year alone: from that no days can be counted.
	const scene: Scene | undefined =
		day?.length === 10 ? {database, meeting, board, day, today} : undefined;
	return meeting.agenda.map((item) => {
		const found = {item: item.id, number: itemNumber(meeting, item.id)};
		if (!asksForDecision(item)) return {...found, verdict: 'yes', checks: []};
		if (!scene) {
			const says = 'The day of the meeting is not known, so no days of notice can be counted.';
			return {...found, verdict: 'not-yet', checks: [{what: 'agenda', ok: false, says}]};
		}
		const checks = [...lawOf(database, meeting).checks(scene, item), ...quorumCheck(scene, item)];
		return {...found, verdict: verdictOf(checks), checks};
	});
}

/** What stands in the way of deciding an item on the day of its meeting, apart from the quorum: whoever resolves is told. */
export function unlawful(database: Database, meeting: Meeting, item: string): string[] {
	const day = dayOfMeeting(database, meeting);
	const found = day && lawful(database, meeting, day).find((one) => one.item === item);
	return (found ? found.checks : [])
		.filter(({ok, what}) => !ok && what !== 'quorum')
		.map(({says, source}) => {
			const [first = ''] = says.split(/\. |\.$/);
			return source ? `${first} (${source}).` : `${first}.`;
		});
}

function verdictOf(checks: readonly Check[]): LawfulVerdict {
	const failing = checks.filter(({ok}) => !ok);
	if (failing.length === 0) return 'yes';
	return failing.every(({by}) => by !== undefined) ? 'not-yet' : 'no';
}

/**
 * Whether enough who may vote are expected: the voting members of that day and those who stand in for one, less
 * those who sent apologies, are absent or are barred by an interest that they have declared already.
 */
function quorumCheck({database, meeting, board, day, today}: Scene, item: AgendaItem): Check[] {
	const law = boardLaw(database, board, meeting);
	if (!board || law.alone) return [];
	const {attendance} = meeting;
	const substitutes = attendance.filter(({status}) => status === 'substitute');
	const away = new Set([
		...attendance.filter(({status}) => status === 'absent').map(({person}) => person),
		...(meeting.apologies ?? []).filter(({late}) => !late).map(({person}) => person),
		...substitutes.flatMap((substitute) => substitute.for ?? []),
		...declaredOn(meeting, item.id)
			.filter(bars)
			.map(({person}) => person),
	]);
	const members = membersOn(board, day).filter(({role}) => isVoting(role));
	const coming = new Set([...members, ...substitutes].map(({person}) => person));
	const expected = [...coming].filter((person) => !away.has(person)).length;
	const needed = law.quorum(board);
	const said = `${count(expected, 'voting member')} expected; the quorum is`;
	if (needed === undefined) {
		const {ok, says} = law.quorumUnknown;
		const check: Check = {what: 'quorum', ok: ok && expected > 0, says: `${said} ${says}.`};
		return [check.ok || today > day ? check : {...check, by: day}];
	}
	const says = `${said} ${needed}.`;
	if (expected >= needed) return [{what: 'quorum', ok: true, says}];
	return today <= day
		? [{what: 'quorum', ok: false, says: `${says} Find substitutes or another day.`, by: day}]
		: [{what: 'quorum', ok: false, says}];
}
