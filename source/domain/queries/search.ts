import {sayShortDay} from '../calendar.ts';
import {foldedOf, personName} from '../names.ts';
import {outcomeWords, statusWords} from '../words.ts';
import type {Database, Entry} from '../schema/index.ts';
import {boardOf} from './meeting/meetings.ts';

/** A record that was found: what it is, where it is, and the words around what was looked for. */
export type Hit = {
	path: string;
	/** `project`, `decision`, `item` … */
	kind: string;
	id: string;
	title: string;
	/** In which meeting, of which board, how it stands. */
	where: string;
	/** The passage that holds it, where the title does not. */
	passage?: string;
};

/** What may be found of a record: its title counts more than what else it says. */
type Record = Omit<Hit, 'passage'> & {texts: (string | undefined)[]};

/** A record ready to be looked through: its name and all its texts, without capitals and accents. */
type Searchable = {record: Record; name: string; whole: string};

const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(', ');

const projectRecords = (database: Database): Record[] =>
	database.projects.map((one) => ({
		path: `projects/${one.id}`,
		kind: 'project',
		id: one.id,
		title: one.title,
		where: statusWords[one.status],
		texts: [
			one.summary,
			one.owner && personName(database, one.owner),
			one.supplier,
			...one.updates.map(({note}) => note),
		],
	}));

const decisionRecords = ({decisions}: Database): Record[] =>
	decisions.map((one) => ({
		path: `decisions/${one.id}`,
		kind: 'decision',
		id: one.id,
		title: one.title,
		where: joined(outcomeWords[one.outcome], one.meeting),
		texts: [one.resolution, one.reasons, one.alternatives, one.reference],
	}));

const actionRecords = (database: Database): Record[] =>
	database.actions.map((one) => ({
		path: `actions/${one.id}`,
		kind: 'action',
		id: one.id,
		title: one.text,
		where: joined(
			one.status,
			one.owner && personName(database, one.owner),
			one.due && `due ${sayShortDay(one.due)}`,
		),
		texts: [],
	}));

const personRecords = ({people, boards}: Database): Record[] =>
	people.map((one) => ({
		path: `people/${one.id}`,
		kind: 'person',
		id: one.initials ?? one.id,
		title: one.name,
		where: boards
			.filter(({members}) => members.some(({person}) => person === one.id))
			.map((board) => board.name)
			.join(', '),
		texts: [],
	}));

/** Each meeting, then its items. */
const meetingRecords = (database: Database): Record[] =>
	database.meetings.flatMap((held) => [
		{
			path: `meetings/${held.id}`,
			kind: 'meeting',
			id: held.id,
			title: held.title,
			where: joined(boardOf(database, held)?.name, held.startsAt && sayShortDay(held.startsAt)),
			texts: [held.venue],
		},
		...held.agenda.map((item) => ({
			path: `meetings/${held.id}/agenda/${item.id}`,
			kind: 'item',
			id: held.id,
			title: item.title,
			where: `agenda and minutes of ${held.id}`,
			texts: [item.notes, item.urgency],
		})),
	]);

const paperRecords = ({reports}: Database): Record[] =>
	reports.map((one) => ({
		path: `reports/${one.id}`,
		kind: 'paper',
		id: one.id,
		title: one.title,
		where: one.author ?? '',
		texts: [one.summary, ...one.recommendations, one.reasons, one.alternatives, one.reference],
	}));

const noticeRecords = ({notices}: Database): Record[] =>
	notices.map((one) => ({
		path: `notices/${one.id}`,
		kind: 'notice',
		id: one.id,
		title: one.title,
		where: one.publishedOn ? `published ${sayShortDay(one.publishedOn)}` : 'draft',
		texts: [],
	}));

/** Log entries, the newest first. */
const logRecords = ({log}: Database, tell: (entry: Entry) => string): Record[] =>
	log.toReversed().map((one) => ({
		path: `log/${one.revision}`,
		kind: 'log',
		id: `r${one.revision}`,
		title: tell(one),
		where: sayShortDay(one.at.slice(0, 10)),
		texts: [],
	}));

/** All records in words, those first that are looked for most. */
const recordsOf = (database: Database, tell: (entry: Entry) => string): Record[] => [
	...projectRecords(database),
	...decisionRecords(database),
	...actionRecords(database),
	...personRecords(database),
	...meetingRecords(database),
	...paperRecords(database),
	...noticeRecords(database),
	...logRecords(database, tell),
];

/** How much of a passage is told, in characters. */
const passageLength = 70;

/** The passage around a word, from the beginning of a word on. */
function passageAround(text: string, word: string): string {
	const at = Math.max(0, foldedOf(text).indexOf(word) - 20);
	const start = at === 0 ? 0 : text.indexOf(' ', at) + 1;
	const cut = text.slice(start, start + passageLength).replaceAll(/\s+/g, ' ');
	return `${start > 0 ? '… ' : ''}${cut}${start + passageLength < text.length ? ' …' : ''}`;
}

/** How well a record fits: nothing where a word of what is looked for is nowhere in it. */
function rank({record: {id}, name, whole}: Searchable, words: readonly string[]): number {
	if (!words.every((word) => whole.includes(word))) return 0;
	const parts = name.split(/[^\p{L}\p{N}-]+/u);
	const inName = words.filter((word) => name.includes(word)).length;
	const begins = words.filter((word) => parts.some((part) => part.startsWith(word))).length;
	return 1 + inName * 10 + begins * 5 + (foldedOf(id) === words.join(' ') ? 100 : 0);
}

/** All that can be found in a database; `tell` gives the sentence of an act of the log. */
export const searchableOf = (database: Database, tell: (entry: Entry) => string): Searchable[] =>
	recordsOf(database, tell).map((record) => {
		const {id, title, texts} = record;
		const whole = foldedOf([id, title, ...texts].filter(Boolean).join('\n'));
		return {record, name: foldedOf(`${id} ${title}`), whole};
	});

/**
 * Every record that holds all of some words, whatever their accents and capitals: those with the words in their title
 * first, acts of the log last.
 */
export function search(all: readonly Searchable[], typed: string, most = 50): Hit[] {
	const words = foldedOf(typed).split(/\s+/).filter(Boolean);
	const [first] = words;
	if (first === undefined) return [];
	const isLog = ({record}: Searchable) => Number(record.kind === 'log');
	return all
		.map((one) => ({one, score: rank(one, words)}))
		.filter(({score}) => score > 0)
		.toSorted((a, b) => isLog(a.one) - isLog(b.one) || b.score - a.score)
		.slice(0, most)
		.map(({one: {record, name}}) => {
			const {texts, ...hit} = record;
			const held = texts.find((one) => one !== undefined && foldedOf(one).includes(first));
			return name.includes(first) || held === undefined
				? hit
				: {...hit, passage: passageAround(held, first)};
		});
}
