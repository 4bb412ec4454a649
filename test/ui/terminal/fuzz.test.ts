// Nothing that a terminal sends by itself is recorded, wherever in an open meeting it arrives.
import {setTimeout as pause} from 'node:timers/promises';
import * as fc from 'fast-check';
import {beforeAll, expect, test} from 'vitest';
import type {Database} from '../../../source/domain/schema/index.ts';
import type {Key} from '../../../source/ui/keys.ts';
import {escapeDelay, Keyboard} from '../../../source/ui/terminal/keyboard.ts';
import {keyOfCsi, keyOfSs3} from '../../../source/ui/terminal/sequences.ts';
import {
	begin,
	read,
	settleEscape,
	type ReaderState,
	type Token,
} from '../../../source/ui/terminal/tokens.ts';
import {counts, say} from '../../helpers/figures.ts';
import {newStore, sit} from '../scene.ts';
import {findPlaces, type Found, openDatabase} from './places.ts';
import {seeded, sequence} from './streams.ts';

let database: Database;
let places: Found[] = [];

beforeAll(async () => {
	database = await openDatabase();
	places = await findPlaces(database);
}, 120_000);

async function sitAt({path}: Found) {
	const store = newStore(database);
	const clerk = sit({store});
	await clerk.press(...path);
	return {...clerk, store};
}

test('every screen and form is among the places', () => {
	const names = places.map(({name}) => name).join('\n');
	for (const one of ['roll', 'lawful', 'minutes', 'entry', 'members', 'matrix', 'filter']) {
		expect(names).toContain(one);
	}
	expect(names.match(/^form /gm)?.length).toBeGreaterThan(15);
	expect(names).toMatch(/confirm .*\n/);
});

test('sequences that are not keys do nothing, whole and torn at every place', async () => {
	const sequences = fc.sample(sequence, {numRuns: counts(150, 10_000), seed: 6});
	let pushes = 0;
	for (const place of places) {
		const {session, store} = await sitAt(place);
		const {stack, overlay} = session.getState();
		const {revision} = store.read();
		const keyboard = new Keyboard(session, () => 0);
		for (const bytes of sequences) {
			keyboard.push(bytes);
			for (let at = 1; at < bytes.length; at++) {
				keyboard.push(bytes.subarray(0, at));
				keyboard.push(bytes.subarray(at));
			}
			pushes += 2 * bytes.length - 1;
		}
		await session.idle();
		const after = session.getState();
		const isSame = after.stack === stack && after.overlay === overlay;
		expect({place: place.name, isSame, revision: store.read().revision}).toEqual({
			place: place.name,
			isSame: true,
			revision,
		});
		session.close();
	}
	say(
		'Sequences that are not keys',
		`${sequences.length} on each of ${places.length} screens, forms and questions: ${pushes} reads, 0 acts`,
	);
}, 3_600_000);

/**
 * What of a stream is left for a person's keys: the stream without its control sequences, cut where one stood.
 * Written as patterns, apart from the program's own way of reading.
 */
const letter = String.raw`[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}`;
const eightBits = (codes: string) => String.raw`(?:\xC2?[${codes}])`;
const opens = String.raw`(?:\x1B[PX\]^_]|${eightBits(String.raw`\x90\x98\x9D-\x9F`)})`;
// In eight bits the end is none where it is the last part of a letter.
const body = String.raw`(?:[\x80-\x9B\x9D-\xC1\xC3-\xFF]\x9C*|\xC2|[\x00-\x02\x04-\x06\x08-\x17\x19\x1C-\x7F])*`;
const closes = String.raw`(?:[\x07\x03\x18\x1A\x9C]|\x1B\\|\x1B(?![\[OPX\]^_])|(?=\x1B)|$)`;
const csi = String.raw`(?:\x1B\[|${eightBits(String.raw`\x9B`)})`;
const ss3 = String.raw`(?:\x1BO|${eightBits(String.raw`\x8F`)})`;
const pattern = new RegExp(
	[
		`(?<string>${opens}${body}${closes})`,
		`(?<mouse>${csi}M(?:[\\x00\\x20-\\xFF]{3}|[\\x00\\x20-\\xFF]{0,2}[\\x18\\x1A]?))`,
		`(?<csi>${csi}(?<body>\\[?[\\x20-\\x3F]*?)(?<end>(?<=(?:\\x1B\\[|\\x9B)[235678])\\$|[\\x40-\\x7E]|[\\x18\\x1A]|(?=[^\\x20-\\x3F])|$))`,
		`(?<ss3>${ss3}(?<rest>[0-9;]*)(?<last>[\\x40-\\x7E]|[\\x18\\x1A]|(?=[^])|$))`,
		`(?<stray>(?<!\\x1B)\\x1B\\\\|${eightBits(String.raw`\x80-\x9F`)})`,
		`(?<letter>${letter})`,
		// The beginning of a letter that does not go on.
		String.raw`(?<broken>[\xE0-\xEF][\x80-\xBF]|[\xF0-\xF4][\x80-\xBF]{1,2})`,
	].join('|'),
	'g',
);

function piecesOf(stream: string): string[] {
	const pieces = [''];
	let from = 0;
	for (const match of stream.matchAll(pattern)) {
		const {groups = {}, index} = match;
		const isKey =
			(groups['letter'] ?? groups['broken']) !== undefined ||
			(groups['csi'] !== undefined && keyOfCsi(groups['body'] ?? '', groups['end'] ?? '')) ||
			(groups['ss3'] !== undefined && keyOfSs3(groups['rest'] ?? '', groups['last'] ?? ''));
		const before = stream.slice(from, index);
		pieces[pieces.length - 1] += isKey ? before + match[0] : before;
		if (!isKey) pieces.push('');
		from = index + match[0].length;
	}
	pieces[pieces.length - 1] += stream.slice(from);
	return pieces;
}

const said = (token: Token): Key[] =>
	'key' in token ? [token.key] : 'paste' in token ? [`paste: ${token.paste}`] : [];

/** The keys of a stream that comes in these pieces. */
function keysOf(pieces: Iterable<string>, isSettled: boolean): Key[] {
	const keys: Key[] = [];
	let state: ReaderState = begin;
	const note = (step: ReturnType<typeof read>) => {
		state = step.state;
		for (const token of step.tokens) keys.push(...said(token));
	};
	for (const piece of pieces) {
		note(read(state, piece));
		if (isSettled) {
			note(settleEscape(state));
			state = begin;
		}
	}
	note(settleEscape(state));
	return keys;
}

/** Random bytes, of which every tenth is one that begins or ends a sequence, in half of them. */
function noiseOf(random: () => number, length: number): string {
	const marks = '\u001B\u001B\u001B[[O]P\\\u0007M~;20\u009B\u009C';
	const share = random() < 0.5 ? 0 : 0.3;
	return Array.from({length}, () =>
		random() < share
			? (marks[Math.floor(random() * marks.length)] ?? '')
			: String.fromCharCode(Math.floor(random() * 256)),
	).join('');
}

const length = 250;

test('random bytes are the keys that are left when control sequences are taken out', () => {
	const bytes = counts(50_000, 1_000_000);
	const random = seeded(10);
	let pressed = 0;
	for (let done = 0; done < bytes; done += length) {
		const stream = noiseOf(random, length);
		const expected = keysOf(piecesOf(stream), true);
		pressed += expected.length;
		expect({stream, keys: keysOf([stream], false)}).toEqual({stream, keys: expected});
		const cut = Math.floor(random() * length);
		expect(keysOf([stream.slice(0, cut), stream.slice(cut)], false)).toEqual(expected);
		expect(keysOf(stream, false)).toEqual(expected);
	}
	say(
		'Random bytes',
		`${bytes} bytes, whole, cut in two and byte by byte: ${pressed} keys, none else`,
	);
}, 3_600_000);

test('random bytes record what those keys record, on every screen and form', async () => {
	const length = counts(60, 250);
	const each = Math.ceil(counts(1, 1_000_000) / places.length / length);
	const random = seeded(11);
	let acts = 0;
	for (const place of places) {
		for (let round = 0; round < each; round++) {
			const stream = noiseOf(random, length);
			const [sent, typed] = [await sitAt(place), await sitAt(place)];
			const keyboard = new Keyboard(sent.session, () => 0);
			for (const byte of Buffer.from(stream, 'latin1')) keyboard.push(Uint8Array.of(byte));
			// Only an Escape at the very end waits for time.
			if (stream.endsWith('\u001B')) await pause(2 * escapeDelay);
			typed.session.press(...keysOf(piecesOf(stream), true));
			await sent.session.idle();
			await typed.session.idle();
			const [was, wanted] = [sent, typed].map(({store}) =>
				store.read().log.map(({changes}) => changes),
			);
			expect({place: place.name, stream, acts: was}).toEqual({
				place: place.name,
				stream,
				acts: wanted,
			});
			acts += (was?.length ?? 0) - database.log.length;
			sent.session.close();
			typed.session.close();
		}
	}
	say(
		'Random bytes on every screen',
		`${each * length * places.length} bytes on ${places.length} screens, forms and questions: ${acts} acts, each of them also of the keys alone`,
	);
}, 3_600_000);
