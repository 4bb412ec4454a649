import {sayDay, sayPeriod} from '../domain/calendar.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import type {BoardLaw} from '../domain/law/law.ts';
import type {SummonedItem, Summons} from '../domain/queries/summons.ts';
import {exemptRemark} from './exempt.ts';
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

/**
 * The summons to a meeting with its agenda: who, when, where, what and how long. Items with exempt matter
 * stand last, as the public leaves before them; they keep their numbers.
 */
export function agendaDocument(summons: Summons): Document {
	const {meeting, items, example, public: publicOnly} = summons;
	const exempt = items.filter((item) => item.exempt);
	const law = lawOfBoard(summons);
	return {
		title: `Agenda: ${titleWithDay(meeting.title, meeting.startsAt?.slice(0, 10) ?? meeting.period)}`,
		blocks: [
			...(example ? [exampleRemark] : []),
			...exemptRemark(
				law,
				exempt.map(({number}) => number),
				publicOnly,
			),
			...particulars(summons),
			...summoned(summons),
			...overview(summons, law),
			...items.filter((item) => !item.exempt).flatMap((item) => itemBlocks(law, item)),
			...(exempt.length > 0 ? exemptPart(law, exempt) : []),
			heading(2, 'Declaring interests'),
			paragraph(law.interests.asked),
		],
	};
}

function particulars(summons: Summons): Block[] {
	const {organisation, board, meeting, quorum, ends} = summons;
	const {startsAt, period, venue, publishedOn} = meeting;
	const planned = startsAt?.slice(11, 16);
	return pairs(
		['Organisation', organisation],
		[lawOfBoard(summons).alone ? 'Decision-maker' : 'Board', board.name],
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
function summoned(summons: Summons): Block[] {
	if (lawOfBoard(summons).alone) return [];
	const {members, others} = summons;
	const named = (people: Summons['members']) =>
		people.map(({name, role}) => withPart(name, partWords[role])).join('; ');
	return pairs(['Members summoned', named(members)], ['Also invited', named(others)]);
}

/** The order of business at a glance; times are when an item would come up if each before it took its time. */
function overview({items}: Summons, {privately: {word}}: BoardLaw): Block[] {
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
				exempt && !new RegExp(`\\b${word}\\b`, 'i').test(title) ? `${title} (${word})` : title,
				from,
				minutes === undefined ? '' : String(minutes),
			]),
		}),
	];
}

function itemBlocks({urgent, privately}: BoardLaw, item: SummonedItem): Block[] {
	const {paper, urgency, enBloc, exempt, number, title} = item;
	const found = [
		...pairs(
			['Paper', paper && sayPaper(paper)],
			['Appendices', paper?.appendices?.join('; ')],
			['To be taken', enBloc ? 'en bloc with others' : undefined],
			urgent(urgency),
			[privately.label, exempt && privately.says(exempt)],
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

/** What is taken in private, and by what resolution. */
const exemptPart = (law: BoardLaw, items: SummonedItem[]): Block[] => [
	heading(2, law.privately.items),
	paragraph(law.privately.notice),
	...items.flatMap((item) => itemBlocks(law, item)),
];
