// What a read comes to that is more than keys: text that came like a paste, and what does not end.
import {describe, expect, test} from 'vitest';
import {burstFrom} from '../../../source/ui/terminal/bursts.ts';
import {Keyboard} from '../../../source/ui/terminal/keyboard.ts';
import {type App, open} from '../scene.ts';
import {esc} from './streams.ts';

/** A keyboard with a clock of its own; what it says is noted, keys in a row as one text. */
function listen() {
	let now = 0;
	const heard: string[] = [];
	const keyboard = new Keyboard(
		{
			press: (...keys) => void heard.push(keys.join(' ')),
			send: (event) =>
				void heard.push(`${event.kind}: ${'text' in event ? event.text : event.pointer}`),
		},
		() => now,
	);
	return {
		heard,
		/** Reads that come one behind the other, each so many milliseconds after the one before. */
		send(after: number, ...reads: string[]) {
			for (const read of reads) {
				now += after;
				keyboard.push(Buffer.from(read));
			}
		},
	};
}

const line = 'abcdefghijklmnopqrst'; // As many as make a burst.

describe('much text at once', () => {
	test('is text from twenty characters in two lines on', () => {
		expect(line).toHaveLength(burstFrom);
		const {heard, send} = listen();
		send(1000, `${line.slice(1)}\r1`, `${line}\r\n${line}\r`, `\t\r${line}`);
		expect(heard).toEqual([
			`burst: ${line.slice(1)}\n1`,
			`burst: ${line}\n${line}\n`,
			`burst: \t\n${line}`,
		]);
	});

	test.each<[string, string]>([
		['fewer', `${line.slice(2)}\r1`],
		['one line and Enter', `:s P1-04 delivered ${line}\r`],
		['no line break', line + line],
		['a key that is held, and Enter', `${'j'.repeat(200)}\rn`],
		['what a slow line sends in one piece', 'sd\rnsb\rnsd\r'],
		['keys that type nothing among them', `${line.slice(5)}\r${esc}[A${line.slice(5)}\r`],
	])('is keys: %s', (_, bytes) => {
		const {heard, send} = listen();
		send(1000, bytes);
		expect(heard.some((one) => one.startsWith('burst'))).toBe(false);
	});

	test('goes on as long as its pieces come at once', () => {
		const {heard, send} = listen();
		send(0, `${line}\r1`);
		send(5, 'so', '\r', 'be it');
		send(200, 'jj');
		expect(heard).toEqual([`burst: ${line}\n1`, 'burst: so', 'burst: \n', 'burst: be it', 'j j']);
	});

	test('does not take a key with it that somebody presses behind it', () => {
		const {heard, send} = listen();
		send(0, `${line}\r1`);
		send(50, '3');
		expect(heard).toEqual([`burst: ${line}\n1`, '3']);
	});

	test('a control key ends it and is a key', () => {
		const {heard, send} = listen();
		send(0, `${line}\r1\u0004`);
		expect(heard).toEqual([`burst: ${line}\n1`, 'ctrl+d']);
	});
});

describe('what has no end is told of, and how to end it', () => {
	test('a message of the terminal', () => {
		const {heard, send} = listen();
		send(0, `${esc}]11;`, 'jj');
		send(2000, 'k');
		expect(heard).toEqual([
			'said: The terminal is sending a message without an end: Esc gives you the keys back.',
		]);
		send(100, esc, 'j');
		expect(heard.at(-1)).toBe('j');
	});

	test('a paste', () => {
		const {heard, send} = listen();
		send(0, `${esc}[200~Minutes\u0003 of`);
		send(2000, ' May');
		expect(heard).toEqual(['said: A paste has begun and has not ended: Ctrl+C ends it.']);
		send(100, '\u0003');
		expect(heard).toHaveLength(2); // It may still be part of it.
		send(2000, '\u0003', 'j');
		expect(heard.slice(-2)).toEqual(['paste: Minutes\u0003 of May\u0003', 'j']);
	});
});

describe('on the screens', () => {
	const letter = 'Dear members,\rthe roof is to be mended.\rYours\r';
	const typedIn = (app: App, field: string) =>
		app.session.getState().stack.at(-1)?.form?.values[field]?.value;

	test('lines stay lines in a long text', async () => {
		const app = await open({}, '2', 'c');
		await app.send(letter);
		expect(typedIn(app, 'note')).toBe('Dear members,\nthe roof is to be mended.\nYours\n');
	});

	test('they are one line in the quick line and in a filter, and do nothing there', async () => {
		const app = await open({}, ':');
		await app.send(letter);
		await expect(app).toShow(': Dear members, the roof is to be mended. Yours');
		await app.press('escape', '3', '/');
		await app.send(letter);
		await expect(app).toShow('Filter: Dear members, the roof');
	});

	test.each([
		['a list', ['3']],
		['the meeting', ['4', 'o']],
		['the roll', ['4', 'o', 't']],
		['a page', ['3', 'enter']],
		['help', ['?']],
		['a question', ['4', 'o', 'X']],
		['the button that saves', ['2', 'c', 'tab']],
	])('%s: one sentence', async (_, keys) => {
		const app = await open({}, ...keys);
		const {stack, overlay} = app.session.getState();
		const {revision} = app.database();
		await app.send(letter);
		expect(app.session.getState()).toMatchObject({stack, overlay});
		expect(app.session.getState().message?.text).toBe(
			'Text came at once, like a paste, but no field is open: nothing was done.',
		);
		expect(app.database().revision).toBe(revision);
	});

	test('a choice takes no text, and says so', async () => {
		const app = await open({}, '2', 's');
		await app.send(letter);
		await expect(app).toShow('Choose with a letter or the arrows here.');
		expect(typedIn(app, 'status')).toBe('in-progress');
	});

	test('a blanked screen stays blanked and tells nothing', async () => {
		const app = await open({}, '4', 'o', '.');
		const state = app.session.getState();
		await app.send(letter);
		expect(app.session.getState().overlay).toEqual(state.overlay);
		expect(app.session.getState().message).toEqual(state.message);
	});
});
