import {lawOfBoard} from '../domain/law/boards.ts';
import type {BoardLaw} from '../domain/law/law.ts';
import type {SummonedItem, Summons} from '../domain/queries/meeting/summons.ts';
import {type Voice, voiceOf, zoneOf} from '../domain/voice/index.ts';
import {withDetails} from '../domain/voice/names.ts';
import {sayReported} from './between.ts';
import {exemptRemark} from './exempt.ts';
import {actionTable, sayPaper} from './item.ts';
import {titleWithDay} from './names.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	list,
	pairs,
	paragraph,
	table,
	uncheckedRemark,
} from './tree.ts';

/**
 * The summons to a meeting with its agenda: who, when, where, what and how long. Items with exempt matter
 * stand last, as the public leaves before them; they keep their numbers.
 */
export function agendaDocument(summons: Summons): Document {
	const {meeting, items, example, public: publicOnly} = summons;
	const exempt = items.filter((item) => item.exempt);
	const law = lawOfBoard(summons);
	const voice = voiceOf(summons);
	const day = meeting.startsAt?.slice(0, 10) ?? meeting.period;
	return {
		title: `${voice.summons.title}: ${titleWithDay(voice, meeting.title, day)}`,
		manner: summons,
		blocks: [
			...uncheckedRemark(voice),
			...(example ? [exampleRemark(voice)] : []),
			...exemptRemark(
				voice,
				law,
				exempt.map(({number}) => number),
				publicOnly,
			),
			...particulars(voice, summons),
			...summoned(voice, summons),
			...overview(voice, summons, law),
			...items.filter((item) => !item.exempt).flatMap((item) => itemBlocks(voice, law, item)),
			...(exempt.length > 0 ? exemptPart(voice, law, exempt) : []),
			heading(2, voice.summons.interests),
			paragraph(law.interests.asked),
		],
	};
}

function particulars({shared, summons: words, ...voice}: Voice, summons: Summons): Block[] {
	const {organisation, board, meeting, quorum, ends} = summons;
	const {startsAt, period, venue, publishedOn} = meeting;
	const planned = startsAt?.slice(11, 16);
	const begins = planned && voice.clock(planned);
	return pairs(
		[shared.organisation, organisation],
		[lawOfBoard(summons).alone ? shared.decisionMaker : shared.board, board.name],
		[shared.date, startsAt ? voice.day(startsAt) : period && voice.period(period)],
		[
			shared.time,
			begins && ends && ends !== planned ? words.toEndAbout(begins, voice.clock(ends)) : begins,
		],
		[shared.timeZone, zoneOf(summons)],
		[shared.venue, venue],
		[words.quorum, quorum === undefined ? undefined : words.votingMembers(quorum)],
		[words.published, publishedOn && voice.day(publishedOn)],
		[shared.meeting, meeting.id],
	);
}

/** An individual decides alone: nobody is summoned. */
function summoned({summons: words, roll}: Voice, summons: Summons): Block[] {
	if (lawOfBoard(summons).alone) return [];
	const {members, others} = summons;
	const named = (people: Summons['members']) =>
		people.map(({name, role, details}) => withDetails(name, roll.parts[role], details)).join('; ');
	return pairs([words.members, named(members)], [words.others, named(others)]);
}

/** The order of business at a glance; times are when an item would come up if each before it took its time. */
function overview(
	{summons: words, shared, clock}: Voice,
	{items}: Summons,
	{privately: {word}}: BoardLaw,
): Block[] {
	if (items.length === 0) return [paragraph(words.empty)];
	return [
		heading(2, words.order),
		...table({
			columns: [
				{title: shared.number, align: 'right'},
				{title: words.item},
				{title: words.time, align: 'right'},
				{title: words.minutes, align: 'right'},
			],
			rows: items.map(({number, title, from, minutes, exempt}) => [
				number,
				exempt && !new RegExp(`\\b${word}\\b`, 'i').test(title) ? `${title} (${word})` : title,
				from === undefined ? '' : clock(from),
				minutes === undefined ? '' : String(minutes),
			]),
		}),
	];
}

function itemBlocks(voice: Voice, {urgent, privately}: BoardLaw, item: SummonedItem): Block[] {
	const {paper, urgency, enBloc, exempt, number, title, outstanding = []} = item;
	const {shared, summons: words} = voice;
	const found = [
		...pairs(
			[shared.paper, paper && sayPaper(voice, paper)],
			[voice.between.reported, item.reported && sayReported(voice, item.reported)],
			[shared.appendices, paper?.appendices?.join('; ')],
			[words.toBeTaken, enBloc ? words.enBloc : undefined],
			urgent(urgency),
			[privately.label, exempt && privately.says(exempt)],
			[shared.publicTitle, exempt?.title === title ? undefined : exempt?.title],
			[shared.publicSummary, exempt?.summary],
		),
		...(paper && paper.recommendations.length > 0
			? [paragraph(words.recommended), ...list(paper.recommendations)]
			: []),
		...actionTable(voice, outstanding),
	];
	// An item of which there is nothing more to say stands in the table alone.
	return found.length > 0 ? [heading(3, `${number}. ${title}`), ...found] : [];
}

/** What is taken in private, and by what resolution. */
const exemptPart = (voice: Voice, law: BoardLaw, items: SummonedItem[]): Block[] => [
	heading(2, law.privately.items),
	paragraph(law.privately.notice),
	...items.flatMap((item) => itemBlocks(voice, law, item)),
];
