import {spanOf} from '../../rules/days.ts';
import {type Manner, mannerOf} from '../../voice/index.ts';
import {decisionLaw, profileOf} from '../../law/boards.ts';
import {type Lack, lacking} from '../../law/completeness.ts';
import {callIn, lawfulness, standingOf} from '../../law/index.ts';
import type {CallInClock, CallInState, Lawfulness, StatementForm} from '../../law/law.ts';
import type {
	AgendaItem,
	Board,
	CallIn,
	Database,
	Decision,
	Meeting,
	Profile,
	Report,
} from '../../schema/index.ts';
import {type Declared, declaredIn} from '../meeting/attendance.ts';
import {decisionExemption, exclusionOf, tellExempt, type ToldExempt} from '../public/exempt.ts';
import {itemNumber, namedBoard} from '../meeting/meetings.ts';
import {type MinutedDecision, minuteDecision} from './minuted.ts';
import {type Changes, changesWith} from './minuted-change.ts';
import {isWithheld} from '../public/records.ts';
import {publicView} from '../public/view.ts';
import {type ItemPaper, paperOf} from './minuted-item.ts';

export type {StatementForm} from '../../law/law.ts';

/** Everything that a notice of one decision says; names are resolved. */
export type Statement = Manner & {
	organisation: string;
	form: StatementForm;
	/** The law under which it was taken, in whose words it is told. */
	law: Profile;
	/** Whether exempt matter is left out. */
	public: boolean;
	board: Pick<Board, 'id' | 'name' | 'kind'>;
	/** What the law asks such a notice to say of its standing. */
	standing?: string;
	/** The meeting at which it was taken; without an id it was taken at none. */
	meeting: Partial<Pick<Meeting, 'id'>> & Pick<Meeting, 'title' | 'venue'> & {example: boolean};
	/** The number of the agenda item, and where that stands in the record. */
	item?: string;
	itemRecord?: string;
	/** The decision as everybody may be told of it. */
	id: string;
	reference?: string;
	status: Decision['status'];
	date: Decision['date'];
	title: string;
	/** The decision itself; absent from the public version of an exempt one. */
	decision?: MinutedDecision;
	/** What it did to strategies and projects in the same act, before and after; absent with the decision. */
	followed?: Pick<Changes, 'changes' | 'strategies'>;
	/** The paper that it was made on; absent likewise. */
	report?: ItemPaper &
		Pick<Report, 'consultation' | 'scrutiny' | 'implications' | 'appendices' | 'backgroundPapers'>;
	exempt?: ToldExempt;
	/** Interests declared on the item, and those declared on none. */
	declarations: Declared[];
	/** Whether it is recorded that the meeting was asked for interests. */
	asked: boolean;
	/** Whether it is a key decision, and by which route it could lawfully be taken. */
	key?: boolean;
	authority?: Lawfulness['authority'];
	/** How the meeting could lawfully be private. */
	privacy?: Lawfulness['privacy'];
	publishedOn?: string;
	/** The call-in of an executive decision: how it stands on a day or, where none was named, the rule for it. */
	callIn?: Omit<CallInClock, 'leftOut' | 'state'> & {state?: CallInState};
	/** What scrutiny gave as its reasons, and what came of it. */
	calledIn?: CallIn;
	/** What the record still lacks: then it is a draft. */
	lacks: Lack[];
};

/** The decisions of a meeting of which a notice is due: those that stand and are not steps of the meeting itself. */
export const noticesDue = ({decisions}: Pick<Database, 'decisions'>, meeting: string): Decision[] =>
	decisions.filter(
		(decision) =>
			decision.meeting === meeting && decision.status !== 'retracted' && !decision.procedural,
	);

type StatementOptions = {
	/**
	 * A day in the organisation's time zone, as of which the call-in is told. Without it the notice is the
	 * same whenever it is printed.
	 */
	today?: string;
	/** An exempt decision is told by its number, public title and summary alone. */
	publicOnly?: boolean;
};

/**
 * The notice of a decision. What it says is taken from what its readers may know; whether the record is complete and
 * the decision lawful is judged by all of it. The decision must exist.
 */
export function statementOf(
	whole: Database,
	id: string,
	{today, publicOnly = false}: StatementOptions = {},
): Statement {
	const database = publicOnly ? publicView(whole) : whole;
	const decision = database.decisions.find((one) => one.id === id);
	if (!decision) throw new Error(`no decision ${id}`);
	const meeting = database.meetings.find((one) => one.id === decision.meeting);
	const item = meeting?.agenda.find((one) => one.id === decision.item);
	const exemption = decisionExemption(database, decision);
	const own = whole.decisions.find((one) => one.id === id) ?? decision;
	const hide = isWithheld(decision);
	const law = decisionLaw(database, decision);
	const exempt = exemption && tellExempt(law, exemption);
	return {
		organisation: database.organisation.name,
		...mannerOf(database),
		// A step of a meeting itself, such as that minutes were approved, is not a decision of which the law asks for a statement.
		form: decision.procedural ? 'notice' : law.form,
		law: profileOf(database, meeting),
		standing: standingOf(whole, own),
		public: publicOnly,
		board: namedBoard(database, decision.board),
		meeting: {
			id: decision.meeting,
			title: meeting?.title ?? '',
			venue: meeting?.venue,
			example: meeting?.example === true,
		},
		item: (meeting && itemNumber(meeting, item?.id)) || undefined,
		itemRecord: meeting && item && `meetings/${meeting.id}/agenda/${item.id}`,
		id,
		reference: decision.reference,
		status: decision.status,
		date: decision.date,
		title: decision.title,
		decision: hide ? undefined : minuteDecision(database, decision),
		followed:
			hide || decision.status === 'retracted' ? undefined : changesWith(database, decision.id),
		report: hide ? undefined : reportOf(database, item),
		exempt: exempt && {
			...exempt,
			exclusion: meeting && item && exclusionOf(database, meeting, item),
		},
		declarations: (meeting?.declarations ?? [])
			.filter((declaration) => declaration.item === undefined || declaration.item === item?.id)
			.map((declaration) => declaredIn(database, meeting as Meeting, declaration)),
		asked: meeting?.interestsAsked !== undefined,
		...lawOn(whole, id),
		publishedOn: decision.publishedOn,
		callIn: law.callIn && !decision.procedural ? clockOf(database, decision, today) : undefined,
		calledIn: hide ? undefined : decision.callIn,
		lacks: lacking(whole, own),
	};
}

function reportOf(database: Database, item: AgendaItem | undefined): Statement['report'] {
	const report = database.reports.find(({id}) => id === item?.about?.report);
	const paper = item && paperOf(database, item);
	if (!report || !paper) return undefined;
	const {consultation, scrutiny, implications, appendices, backgroundPapers} = report;
	return {...paper, consultation, scrutiny, implications, appendices, backgroundPapers};
}

/**
 * The call-in as of a day; without one as it is on the day of publication, when the whole rule is told and
 * nothing yet of what time has made of it.
 */
function clockOf(
	database: Database,
	decision: Decision,
	today: string | undefined,
): Statement['callIn'] {
	const day = today ?? decision.publishedOn ?? spanOf(decision.date).to;
	const found = callIn(database, decision, day);
	if (!found) return undefined;
	const {leftOut: _leftOut, state, ...clock} = found;
	return today === undefined ? clock : {state, ...clock};
}

/** Whether it is a key decision, by the record's word or, where that says nothing, the report's, and what follows in law. */
function lawOn(database: Database, id: string): Pick<Statement, 'key' | 'authority' | 'privacy'> {
	const decision = database.decisions.find((one) => one.id === id);
	const meeting = database.meetings.find((one) => one.id === decision?.meeting);
	const item = meeting?.agenda.find((one) => one.id === decision?.item);
	if (!decision) return {};
	const report = database.reports.find(({id}) => id === item?.about?.report);
	const key = decision.key ?? report?.key;
	if (!meeting || !item) return {key};
	const day = spanOf(decision.date).to;
	return {key, ...lawfulness(database, {meeting, item, day}, key === true)};
}
