import {sayShortDay} from '../../domain/calendar.ts';
import {personName} from '../../domain/names.ts';
import {callIn, noticeClock} from '../../domain/law/index.ts';
import type {CallInState} from '../../domain/law/law.ts';
import {lacking} from '../../domain/law/completeness.ts';
import type {GivenDelegation} from '../../domain/queries/meeting/delegations.ts';
import {reportLaw} from '../../domain/law/boards.ts';
import type {
	Action,
	Decision,
	Notice,
	NoticeKind,
	Outcome,
	Report,
	Request,
	RequestFate,
} from '../../domain/schema/index.ts';
import {sayFate, sayRequest} from '../../domain/queries/strategy/requests.ts';
import {actionStatusWords, outcomeWords} from '../../domain/words.ts';
import {headLine, type LinePart} from '../components/line.ts';
import {type State, todayOf} from '../state.ts';
import type {Tone} from '../theme.ts';
import {privatePart} from './projects.ts';
import type {View} from './screen.ts';

/** A word for a column, and how it is meant. */
type Standing = {word: string; tone: Tone};

/** Outcomes where there is little room. */
const shortOutcomes: Partial<Record<Outcome, string>> = {
	'approved-as-amended': 'As amended',
	'recommended-to-council': 'To council',
};

/** `14 May`: what is near needs no year. */
const dayAndMonth = (day: string): string => sayShortDay(day).slice(0, 6);

const clockWords: Record<CallInState, Standing | undefined> = {
	'not-subject': undefined,
	unpublished: {word: 'unpublished', tone: 'warn'},
	running: {word: 'call-in', tone: 'accent'},
	'called-in': {word: 'CALLED IN', tone: 'bad'},
	released: {word: 'in effect', tone: 'good'},
	'referred-back': {word: 'REFERRED BACK', tone: 'bad'},
	lapsed: {word: 'in effect', tone: 'good'},
	effective: {word: 'in effect', tone: 'good'},
};

/** Where a decision stands, in a word or two: what became of it, whether it is complete, its call-in clock. */
function standingOf(state: State, decision: Decision): Standing {
	const {database, publicOnly} = state;
	if (decision.status !== 'recorded') return {word: decision.status, tone: 'warn'};
	// What a record lacks is the clerk's business, and in the public view words are left out.
	if (!publicOnly && lacking(database, decision).length > 0) return {word: 'DRAFT', tone: 'warn'};
	const clock = callIn(database, decision, todayOf(state));
	if (clock?.state === 'running' && clock.until) {
		return {word: `call-in to ${dayAndMonth(clock.until)}`, tone: 'accent'};
	}
	if ((!clock || clock.state === 'not-subject') && decision.publishedOn)
		return {word: 'published', tone: 'plain'};
	return (clock && clockWords[clock.state]) ?? {word: '', tone: 'plain'};
}

const standingWidth = 18;
/** Below this there is no room for the date, from this for outcomes in full. */
const dateFrom = 76;
const wordsFrom = 100;

type Columns = [label: string, width: number][];

const decisionColumns = (width: number): Columns => [
	['Id', 6],
	...(width >= dateFrom ? ([['Date', 12]] as Columns) : []),
	['Outcome', width >= wordsFrom ? 23 : 12],
	['Standing', standingWidth],
];

const heading = ({theme, width}: View, columns: Columns, last = 'Title'): string =>
	headLine(theme, width, '  ', ...columns.map(([label, room]): LinePart => ['dim', label, room]), [
		'dim',
		last,
	]);

export const decisionHeading = (view: View): string => heading(view, decisionColumns(view.width));

export function decisionParts(view: View, decision: Decision): LinePart[] {
	const {state, width} = view;
	const {id, date, outcome, title} = decision;
	const {word, tone} = standingOf(state, decision);
	const day = typeof date === 'string' ? date : date.to;
	const long = width >= wordsFrom;
	return [
		['strong', id, 6],
		...(width >= dateFrom ? ([['plain', sayShortDay(day), 12]] as LinePart[]) : []),
		[
			'accent',
			(long ? undefined : shortOutcomes[outcome]) ?? outcomeWords[outcome],
			long ? 23 : 12,
		],
		[tone, word, standingWidth],
		['plain', title],
	];
}

export function actionParts(view: View, action: Action): LinePart[] {
	const {state, width} = view;
	const isOverdue =
		action.status === 'open' && action.due !== undefined && action.due < todayOf(state);
	return [
		['strong', action.id, 6],
		['plain', action.due ? sayShortDay(action.due) : 'no date', 12],
		[isOverdue ? 'bad' : 'plain', isOverdue ? 'OVERDUE' : actionStatusWords[action.status], 10],
		[
			'dim',
			action.owner ? personName(state.database, action.owner) : 'nobody',
			Math.min(28, Math.floor(width / 4)),
		],
		' ',
		privatePart(view, `actions/${action.id}`),
		['plain', action.text],
	];
}

const shortKinds: Record<NoticeKind, string> = {
	'key-decision': 'Key decision',
	'private-meeting': 'Private meeting',
	'private-meeting-confirmed': 'Private, second',
	'private-meeting-urgent': 'Private, urgent',
	'general-exception': 'General exception',
	'special-urgency': 'Special urgency',
};

const noticeColumns = (width: number): Columns => [
	['Id', 6],
	...(width >= dateFrom ? ([['Published', 12]] as Columns) : []),
	['Days', standingWidth],
	['Kind', 18],
];

export const noticeHeading = (view: View): string => heading(view, noticeColumns(view.width));

/** Whether the days of a notice are up. */
function noticeStanding(state: State, notice: Notice): Standing {
	const {state: stands = 'draft', from} = noticeClock(state.database, notice, todayOf(state)) ?? {};
	if (stands === 'withdrawn') return {word: 'withdrawn', tone: 'dim'};
	if (stands === 'draft') return {word: 'DRAFT', tone: 'warn'};
	return stands === 'up'
		? {word: 'days are up', tone: 'good'}
		: {word: `from ${sayShortDay(from ?? '')}`, tone: 'accent'};
}

export function noticeParts(view: View, notice: Notice): LinePart[] {
	const {state, width} = view;
	const {id, publishedOn, kind, title} = notice;
	const {word, tone} = noticeStanding(state, notice);
	return [
		['strong', id, 6],
		...(width >= dateFrom
			? ([['plain', publishedOn ? sayShortDay(publishedOn) : 'not yet', 12]] as LinePart[])
			: []),
		[tone, word, standingWidth],
		['plain', shortKinds[kind], 18],
		['plain', title],
	];
}

/** The board that a report is for has this many cells. */
const boardCells = (width: number): number => Math.min(30, Math.floor(width / 4));

const reportColumns = (width: number): Columns => [
	['Id', 6],
	...(width >= dateFrom ? ([['Published', 12]] as Columns) : []),
	['For', boardCells(width)],
];

export const reportHeading = (view: View): string => heading(view, reportColumns(view.width));

export function reportParts(view: View, report: Report): LinePart[] {
	const {state, width} = view;
	const {id, publishedOn, board, title, exempt} = report;
	const law = reportLaw(state.database, report).privately;
	const published = publishedOn ? sayShortDay(publishedOn) : exempt ? law.label : 'not yet';
	const name = state.database.boards.find((one) => one.id === board)?.name ?? '';
	return [
		['strong', id, 6],
		...(width >= dateFrom ? ([['plain', published, 12]] as LinePart[]) : []),
		['dim', name, boardCells(width)],
		' ',
		privatePart(view, `reports/${id}`),
		['plain', title],
	];
}

const fateTones: Record<RequestFate, Tone> = {
	asked: 'accent',
	approved: 'good',
	refused: 'warn',
	withdrawn: 'dim',
	fallen: 'warn',
};
/** Where there is little room. */
const fateCells = (width: number): number => (width >= wordsFrom ? 24 : 11);

const requestColumns = (width: number): Columns => [
	['Id', 7],
	...(width >= dateFrom ? ([['Asked', 12]] as Columns) : []),
	['Fate', fateCells(width)],
];

export const requestHeading = (view: View): string =>
	heading(view, requestColumns(view.width), 'What is asked');

export function requestParts(view: View, request: Request): LinePart[] {
	const {state, width} = view;
	const {id, askedOn, fate} = request;
	const said = sayFate(state.database, request);
	const short = fate === 'fallen' ? 'Fell' : 'As amended';
	const word = said.length < fateCells(width) ? said : short;
	return [
		['strong', id, 7],
		...(width >= dateFrom ? ([['plain', sayShortDay(askedOn), 12]] as LinePart[]) : []),
		[fateTones[fate], word, fateCells(width)],
		privatePart(view, `requests/${id}`),
		['plain', sayRequest(state.database, request)],
	];
}

const delegationColumns = (width: number): Columns => [
	['By', 6],
	['Standing', 16],
	...(width >= dateFrom ? ([['Until', 12]] as Columns) : []),
	['To whom', Math.min(28, Math.floor(width / 4))],
];

export const delegationHeading = (view: View): string =>
	heading(view, delegationColumns(view.width), ' For what');

export function delegationParts(view: View, given: GivenDelegation): LinePart[] {
	const {width} = view;
	const {decision, delegation, standing, citedBy} = given;
	const word = standing === 'used' ? `used ${citedBy[0]}` : standing.toUpperCase();
	return [
		['strong', decision.id, 6],
		[standing === 'open' ? 'warn' : 'dim', word, 16],
		...(width >= dateFrom
			? ([['plain', delegation.until ? sayShortDay(delegation.until) : '', 12]] as LinePart[])
			: []),
		['plain', delegation.to, Math.min(28, Math.floor(width / 4))],
		' ',
		['plain', delegation.matter],
	];
}
