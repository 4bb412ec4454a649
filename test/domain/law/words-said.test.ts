// Every word of every law (documents' own are in test/documents/phrases.test.ts), of its boards and of what it reads from a whole database, once, with whose it is: what a form
// offers, a document prints and a page explains. A line that changes is read again before it does in words-said.txt.
import {expect, test} from 'vitest';
import {lawOfBoard} from '../../../source/domain/law/boards.ts';
import {lawOf} from '../../../source/domain/law/index.ts';
import {profiles} from '../../../source/domain/schema/values.ts';
import {type Board, boardKinds} from '../../../source/domain/schema/index.ts';
import {council} from './council.ts';

const grounds = [
	{paragraphs: [1, 3]},
	{paragraphs: [], ground: 'Staff pay'},
	{paragraphs: [], confidential: true as const},
];
const named = [
	{number: '5', why: {paragraphs: [3]}},
	{number: '6', why: {paragraphs: [], ground: 'Staff pay'}},
];
const seats = (rules: Board['rules']): Board => ({
	...council().boards[0]!,
	...(rules ? {rules} : {}),
	members: [],
});

/** What each function is asked, by its place. */
const asked: Record<string, unknown[][]> = {
	quorum: [[seats(undefined)], [seats({seats: 49})], [seats({quorum: 4})]],
	urgent: [[undefined], ['The lease ends.']],
	'steps.minutes': [['9 November 2026']],
	'privately.resolves': grounds.map((one) => [one]),
	'privately.resolution': [
		[[], named],
		[[], named.slice(0, 1)],
		[[{id: 'exempt', text: 'To go on without the public.'}], named],
	],
	'privately.refuses': [...grounds, {paragraphs: []}, {paragraphs: [99]}].map((one) => [one]),
	'privately.says': [
		[{paragraphs: [{number: 3, about: 'business affairs'}]}],
		[{paragraphs: [], ground: 'Staff pay'}],
		[{paragraphs: [], confidential: true}],
	],
	'privately.briefly': grounds.map((one) => [one]),
	kindNamed: ['Cabinet', 'Full Council', 'Planning Committee', 'Scrutiny Panel', 'Friends'].map(
		(one) => [one],
	),
};

/** Each leaf with its place. A function gives what it answers; one that has to look at a whole database is tested elsewhere. */
function leaves(value: unknown, at: string): [place: string, said: string][] {
	if (typeof value === 'function') {
		return (asked[at] ?? []).map((given, index) => [
			`${at} ${index + 1}`,
			JSON.stringify((value as (...all: unknown[]) => unknown)(...given)) ?? 'nothing',
		]);
	}
	if (value instanceof Set) return [[at, [...value].join(', ')]];
	if (typeof value !== 'object' || value === null)
		return [[at, JSON.stringify(value) ?? 'nothing']];
	return Object.entries(value).flatMap(([key, each]) => leaves(each, at ? `${at}.${key}` : key));
}

/** The lines of all, each once with the names of those that say it. */
function gathered(all: [name: string, value: unknown][]): string[] {
	const places = new Map<string, Map<string, string[]>>();
	for (const [name, value] of all) {
		for (const [place, said] of leaves(value, '')) {
			const sayings = places.get(place) ?? new Map<string, string[]>();
			sayings.set(said, [...(sayings.get(said) ?? []), name]);
			places.set(place, sayings);
		}
	}
	return [...places].flatMap(([place, sayings]) => [
		place,
		...[...sayings].map(
			([said, names]) => `  ${said} ← ${names.length === all.length ? 'all' : names.join(', ')}`,
		),
	]);
}

test('each word stands whole, with whose it is', async () => {
	const boards = profiles.flatMap((law) =>
		boardKinds.map((kind): [string, unknown] => [
			`${law}/${kind}`,
			lawOfBoard({law, board: {kind}}),
		]),
	);
	const laws = profiles.map((law): [string, unknown] => [law, lawOf({rules: {profile: law}})]);
	const lines = ['# boards', ...gathered(boards), '', '# laws', ...gathered(laws)];
	await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('words-said.txt');
});
