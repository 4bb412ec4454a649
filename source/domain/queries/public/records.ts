import type {
	AgendaItem,
	Decision,
	Declaration,
	Exempt,
	Meeting,
	Report,
} from '../../schema/index.ts';
import {untitled} from './exempt.ts';
import {type Hidden, itemKey} from './hidden-log.ts';

/** What stands where a text is kept from the public but its record cannot be without one. */
export const withheld = '[exempt]';

/** Whether the public is told no more of a decision than that it was made. */
export const isWithheld = ({resolution}: Pick<Decision, 'resolution'>): boolean =>
	resolution === withheld;

/** A list with its elements replaced; the very same one when all of them are. */
export function each<Element>(list: Element[], change: (element: Element) => Element): Element[] {
	const changed = list.map(change);
	return changed.some((element, index) => element !== list[index]) ? changed : list;
}

/** A record with some fields replaced; the very same one when they are as they were. */
export const altered = <Whole extends object>(record: Whole, fields: Partial<Whole>): Whole =>
	Object.entries(fields).every(([name, value]) => record[name as keyof Whole] === value)
		? record
		: {...record, ...fields};

/** What the public is told of why something is kept from it. */
const publicExempt = ({paragraphs, confidential, ground, title, summary}: Exempt): Exempt => ({
	paragraphs,
	...(confidential === undefined ? {} : {confidential}),
	...(ground === undefined ? {} : {ground}),
	...(title === undefined ? {} : {title}),
	...(summary === undefined ? {} : {summary}),
});

/** What it is called in public. */
const titleOf = (why: Exempt): string => why.title?.trim() || untitled(why);

/** A report that is kept from the public. */
export const publicReport = ({id, date, board, key, publishedOn}: Report, why: Exempt): Report => ({
	id,
	title: titleOf(why),
	date,
	board,
	key,
	publishedOn,
	exempt: publicExempt(why),
	recommendations: [],
});

/** A meeting without what was exempt in it, and without the nature of sensitive interests. */
export function publicMeeting(meeting: Meeting, hidden: Hidden): Meeting {
	const {agenda, declarations, minutes} = meeting;
	const why = (item: string | undefined) => hidden.items.get(itemKey(meeting.id, item));
	return altered(meeting, {
		agenda: each(agenda, (item) => {
			const exempt = why(item.id);
			return exempt ? publicItem(item, exempt, hidden) : item;
		}),
		declarations:
			declarations &&
			each(declarations, (one) => {
				const tells = one.nature !== undefined || one.dispensation !== undefined;
				return tells && (why(one.item) || one.sensitive) ? untold(one) : one;
			}),
		minutes:
			minutes &&
			altered(minutes, {
				corrections:
					minutes.corrections &&
					each(minutes.corrections, (one) =>
						why(one.item) ? {...one, reason: 'left out: it speaks of exempt matter'} : one,
					),
			}),
	});
}

/** A declaration without its nature: that somebody declared, and of what kind, is public. */
const untold = ({
	id,
	person,
	item,
	kind,
	sensitive,
	withdrew,
	dispensation,
}: Declaration): Declaration => ({
	id,
	person,
	item,
	kind,
	sensitive,
	withdrew,
	dispensation: dispensation && 'granted',
});

const publicItem = (
	{id, kind, number, minutes, about, enBloc, startedAt, endedAt, presiding}: AgendaItem,
	why: Exempt,
	{reports}: Hidden,
): AgendaItem => ({
	id,
	kind,
	title: titleOf(why),
	number,
	minutes,
	// A report that is open elsewhere would tell what this item is about.
	about: about?.report && reports.has(about.report) ? {report: about.report} : undefined,
	exempt: publicExempt(why),
	enBloc,
	startedAt,
	endedAt,
	presiding,
});

/** A decision on something that is kept from the public. */
export function publicDecision(decision: Decision, why: Exempt): Decision {
	const {id, meeting, item, board, status, date, outcome, procedural, key} = decision;
	const {publishedOn, callIn, supersedes, rescinds, corrections, retraction, callInWaived} =
		decision;
	const called = callIn && {
		on: callIn.on,
		by: withheld,
		...(callIn.ended ? {ended: {on: callIn.ended.on, how: callIn.ended.how}} : {}),
	};
	return {
		id,
		meeting,
		item,
		board,
		status,
		date,
		title: titleOf(why),
		resolution: withheld,
		outcome,
		procedural,
		key,
		callInWaived: callInWaived && {why: withheld},
		publishedOn,
		callIn: called,
		supersedes,
		rescinds,
		corrections: corrections?.map(({id, at, by}) => ({id, at, by, reason: withheld})),
		retraction: retraction && {at: retraction.at, by: retraction.by, reason: withheld},
	};
}

/** The resolution that shut the public out, which it must be told; whatever else was written to it may tell more. */
export const publicExclusion = (decision: Decision, title: string): Decision => ({
	...publicDecision(decision, {paragraphs: [], title}),
	resolution: decision.resolution,
	excludes: decision.excludes,
	mover: decision.mover,
	seconder: decision.seconder,
	vote: decision.vote,
});
