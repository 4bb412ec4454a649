import {boardLaw} from '../../law/boards.ts';
import type {BoardLaw} from '../../law/law.ts';
import {compareDays} from '../../calendar.ts';
import {spanOf} from '../../rules/days.ts';
import {dayOfMeeting} from '../../rules/presence.ts';
import type {AgendaItem, Database, Exempt, Notice} from '../../schema/index.ts';
import {tellExempt} from '../public/exempt.ts';

/** One matter of the forward plan, as the public may read it. */
export type PlannedDecision = {
	/** The notice's id. */
	id: string;
	kind: Notice['kind'];
	/** The public title of the matter: what is exempt never stands in a notice. */
	title: string;
	/** The name of the board or person who is to decide. */
	board: string;
	/** When the decision is to be made: what the notice says, else the day of its meeting. */
	on?: string | {from: string; to: string};
	/** Whether it is a key decision; false for a private meeting's matter that is none. */
	key: boolean;
	/** By which limb of the definition it is one; not told of an exempt matter, nor from a report that waits to be released. */
	keyReason?: string;
	/** Present when it is to be decided in private: why, and the paragraphs of the statute. */
	private?: {reasons?: string; paragraphs: number[]; says?: string; briefly?: string};
	documents: string[];
	/** Absent while the notice is still a draft. */
	publishedOn?: string;
	/** Whether its time has passed without a decision. */
	overdue: boolean;
};

const keyKinds: readonly Notice['kind'][] = [
	'key-decision',
	'general-exception',
	'special-urgency',
];

/**
 * The forward plan: notices of what is still to be decided, by date, those without one last. Withdrawn notices
 * are left out, and so is what has been decided; a deferral decides nothing. A matter with several
 * notices is listed once for each that stands by itself: a notice of a private meeting is only listed when its
 * matter has no notice as a key decision, as most councils publish both in one plan.
 */
export function forwardPlan(database: Database, today: string): PlannedDecision[] {
	const standing = database.notices.filter(
		(notice) => !notice.withdrawn && !isDecided(database, notice),
	);
	const key = standing.filter(({kind}) => keyKinds.includes(kind));
	const others = standing.filter(
		(notice) =>
			notice.kind === 'private-meeting' && !key.some((one) => sameMatter(database, one, notice)),
	);
	return [...key, ...others]
		.map((notice) => planned(database, notice, standing, today))
		.toSorted(
			(a, b) =>
				compareDays(firstOn(a), firstOn(b)) || a.id.localeCompare(b.id, 'en-GB', {numeric: true}),
		);
}

const firstOn = ({on}: PlannedDecision): string => (on === undefined ? '9999' : spanOf(on).from);

function planned(
	database: Database,
	notice: Notice,
	standing: Notice[],
	today: string,
): PlannedDecision {
	const {id, kind, title, documents, publishedOn} = notice;
	const meeting = database.meetings.find((one) => one.id === notice.meeting);
	const item = itemOf(database, notice);
	const report = database.reports.find((one) => one.id === reportOf(database, notice));
	const on = notice.decisionOn ?? (meeting ? dayOfMeeting(database, meeting) : undefined);
	const hidden = standing.find(
		(one) => one.kind === 'private-meeting' && sameMatter(database, one, notice),
	);
	const exempt = item?.exempt ?? report?.exempt;
	const law = boardLaw(
		database,
		database.boards.find((one) => one.id === notice.board),
		meeting,
	);
	return {
		id,
		kind,
		title,
		board: database.boards.find((one) => one.id === notice.board)?.name ?? notice.board,
		on,
		key: keyKinds.includes(kind),
		keyReason: exempt || report?.private ? undefined : report?.keyReason,
		private:
			hidden || exempt
				? {
						reasons: hidden?.reasons,
						paragraphs: exempt?.paragraphs ?? [],
						...sayGrounds(law, exempt),
					}
				: undefined,
		documents: documents ?? [],
		publishedOn,
		overdue: on !== undefined && spanOf(on).to < today,
	};
}

/** Why an item is kept from the public, in full and in a few words; nothing where only its notice says that it is. */
const sayGrounds = (law: BoardLaw, exempt: Exempt | undefined) =>
	exempt && (exempt.paragraphs.length > 0 || exempt.confidential || exempt.ground)
		? {says: law.privately.says(tellExempt(law, exempt)), briefly: law.privately.briefly(exempt)}
		: {};

/** The agenda item that a notice or a decision names. */
const itemOf = (
	database: Database,
	{meeting, item}: {meeting?: string; item?: string},
): AgendaItem | undefined =>
	item === undefined
		? undefined
		: database.meetings.find(({id}) => id === meeting)?.agenda.find(({id}) => id === item);

/** The report behind a notice: its own, else that of its item. */
const reportOf = (database: Database, notice: Notice): string | undefined =>
	notice.report ?? itemOf(database, notice)?.about?.report;

/** Whether two notices are of one matter: the same notice, item or report. */
function sameMatter(database: Database, a: Notice, b: Notice): boolean {
	if (a.id === b.id) return true;
	if (a.item !== undefined && a.item === b.item && a.meeting === b.meeting) return true;
	const report = reportOf(database, a);
	return report !== undefined && report === reportOf(database, b);
}

/**
 * Whether a decision of the same board stands on the item or the report of a notice. A deferral, a step of
 * the meeting and what scrutiny referred back leave it still to be decided.
 */
function isDecided(database: Database, notice: Notice): boolean {
	const report = reportOf(database, notice);
	return database.decisions.some(({status, outcome, procedural, callIn, ...decision}) => {
		if (status !== 'recorded' || decision.board !== notice.board) return false;
		if (outcome === 'deferred' || procedural || callIn?.ended?.how === 'referred-back')
			return false;
		if (decision.item === undefined) return false;
		if (decision.item === notice.item && decision.meeting === notice.meeting) return true;
		return report !== undefined && report === itemOf(database, decision)?.about?.report;
	});
}
