import {sayDay, sayPeriod} from '../domain/calendar.ts';
import type {SummonedItem, Summons} from '../domain/queries/summons.ts';
import {exemptRemark, sayExemption} from './exempt.ts';
import {sayPaper} from './item.ts';
import {partWords, titleWithDay, withPart} from './names.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	list,
	pairs,
	paragraph,
	table,
} from './tree.ts';
import {urgencyPair} from './urgency.ts';

/**
 * The summons to a meeting with its agenda: who, when, where, what and how long. Items with exempt matter
 * stand last, as the public leaves before them; they keep their numbers.
 */
export function agendaDocument(summons: Summons): Document {
	const {meeting, items, example, public: publicOnly} = summons;
	const exempt = items.filter((item) => item.exempt);
	return {
		title: `Agenda: ${titleWithDay(meeting.title, meeting.startsAt?.slice(0, 10) ?? meeting.period)}`,
		blocks: [
			...(example ? [exampleRemark] : []),
			...exemptRemark(
				exempt.map(({number}) => number),
				publicOnly,
			),
			...particulars(summons),
			...summoned(summons),
			...overview(summons),
			...items.filter((item) => !item.exempt).flatMap((item) => itemBlocks(summons, item)),
			...(exempt.length > 0 ? exemptPart(summons, exempt) : []),
			...interests(summons),
		],
	};
}

function particulars({organisation, board, meeting, quorum, ends}: Summons): Block[] {
	const {startsAt, period, venue, publishedOn} = meeting;
	const planned = startsAt?.slice(11, 16);
	return pairs(
		['Organisation', organisation],
		[board.kind === 'individual' ? 'Decision-maker' : 'Board', board.name],
		['Date', startsAt ? sayDay(startsAt) : period && sayPeriod(period)],
		['Time', planned && `${planned}${ends && ends !== planned ? `, to end about ${ends}` : ''}`],
		['Venue', venue],
		[
			'Quorum',
			quorum === undefined ? undefined : `${quorum} voting ${quorum === 1 ? 'member' : 'members'}`,
		],
		['Agenda published', publishedOn && sayDay(publishedOn)],
		['Meeting', meeting.id],
	);
}

/** An individual decides alone: nobody is summoned. */
function summoned({board, members, others}: Summons): Block[] {
	if (board.kind === 'individual') return [];
	const named = (people: Summons['members']) =>
		people.map(({name, role}) => withPart(name, partWords[role])).join('; ');
	return pairs(['Members summoned', named(members)], ['Also invited', named(others)]);
}

/** The order of business at a glance; times are when an item would come up if each before it took its time. */
function overview({items}: Summons): Block[] {
	if (items.length === 0) return [paragraph('The agenda is still empty.')];
	return [
		heading(2, 'Order of business'),
		...table({
			columns: [
				{title: 'No.', align: 'right'},
				{title: 'Item'},
				{title: 'Time', align: 'right'},
				{title: 'Minutes', align: 'right'},
			],
			rows: items.map(({number, title, from = '', minutes, exempt}) => [
				number,
				exempt && !/\bexempt\b/i.test(title) ? `${title} (exempt)` : title,
				from,
				minutes === undefined ? '' : String(minutes),
			]),
		}),
	];
}

function itemBlocks({england, board}: Summons, item: SummonedItem): Block[] {
	const {paper, urgency, enBloc, exempt, number, title} = item;
	const found = [
		...pairs(
			['Paper', paper && sayPaper(paper)],
			['Appendices', paper?.appendices?.join('; ')],
			['To be taken', enBloc ? 'en bloc with others' : undefined],
			urgencyPair(england, board.kind, urgency),
			['Exempt', exempt && sayExemption(exempt)],
			['Public title', exempt?.title === title ? undefined : exempt?.title],
			['Public summary', exempt?.summary],
		),
		...(paper && paper.recommendations.length > 0
			? [paragraph('Recommended:'), ...list(paper.recommendations)]
			: []),
	];
	// An item of which there is nothing more to say stands in the table alone.
	return found.length > 0 ? [heading(3, `${number}. ${title}`), ...found] : [];
}

/** Meetings of councils shut the public out by resolution (LGA 1972 s.100A(4); SI 2012/2089 reg 4(2)). */
const exemptPart = (summons: Summons, items: SummonedItem[]): Block[] => [
	heading(2, 'Exempt items'),
	paragraph(
		summons.england
			? 'The press and the public may be excluded from these items by a resolution which names the paragraph of Schedule 12A to the Local Government Act 1972 and finds that the public interest in keeping the matter exempt outweighs that in disclosing it.'
			: 'These items are confidential.',
	),
	...items.flatMap((item) => itemBlocks(summons, item)),
];

/** What is asked of those who take part (Localism Act 2011 s.31; of one who decides alone subsections 6 to 8). */
function interests({england, board}: Summons): Block[] {
	const member = board.kind !== 'officer' && england;
	const alone = member
		? 'Whoever decides alone and has a disclosable pecuniary interest in the matter takes no step in it, other than to have it dealt with by others (Localism Act 2011, section 31).'
		: 'Whoever decides alone and has an interest that conflicts with the matter is asked to leave it to others.';
	const together = member
		? 'Members are asked to declare any interest in an item, and what it is, before the item is discussed. A member with a disclosable pecuniary interest takes no part in the discussion and does not vote unless a dispensation was granted (Localism Act 2011, sections 31 and 33). Of a sensitive interest it is enough to say that there is one. Whoever is in doubt should ask the secretary before the meeting.'
		: 'Whoever has an interest in an item is asked to declare it before the item is discussed and, where it conflicts with theirs, to take no part. Whoever is in doubt should ask the secretary before the meeting.';
	return [
		heading(2, 'Declaring interests'),
		paragraph(board.kind === 'individual' ? alone : together),
	];
}
