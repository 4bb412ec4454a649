import type {Key} from '../keys.ts';
import {decode, type Paste, readPaste} from './pastes.ts';
import {type Pointer, pointerOf} from './pointer.ts';
import {controlKey, keyOfCsi, keyOfSs3} from './sequences.ts';

/**
 * A key press, one code point each where text is typed, a text that was pasted between marks, the terminal's answer
 * that it has come to what was asked, or of what brightness its ground is, from 0 to 1, or what a pointer did.
 */
export type Token = {key: Key} | {paste: string} | {answer: true} | {ground: number} | Pointer;

/**
 * The part of the stream that is not finished yet. Bytes are kept as characters of the same number ("binary
 * strings"): a mouse report is not text, and half a letter is none either.
 */
export type ReaderState =
	| {at: 'ground'; afterReturn: boolean}
	/** Inside a letter of several bytes, `alt` when Escape stood before it. */
	| {at: 'letter'; bytes: string; length: number; alt: boolean}
	/** Behind one Escape, or two. */
	| {at: 'escape'; twice: boolean}
	| {at: 'csi'; body: string; alt: boolean}
	| {at: 'ss3'; body: string; alt: boolean}
	/** In a string control; `last` is its newest byte, `body` how it begins. */
	| {at: 'string'; length: number; last: number; body: string}
	/** So many bytes of a mouse report are still to come. */
	| {at: 'mouse'; left: number}
	| Paste;

const ground: ReaderState = {at: 'ground', afterReturn: false};

/** Nothing has come yet. */
export const begin: ReaderState = ground;

/** Whether an Escape waits that may be a key by itself: the only thing that time decides. */
export const hasLoneEscape = ({at}: ReaderState): boolean => at === 'escape';

/** What is swallowed as it comes in, for as long as its end is awaited. */
export const swallows = ({at}: ReaderState): 'string' | 'paste' | undefined =>
	at === 'string' || at === 'paste' ? at : undefined;

/**
 * A string control that is longer than this is given up: what follows are keys again. Terminals answer
 * with some dozens of bytes; only a clipboard (OSC 52), which nobody asks for here, comes near it. For a
 * person the way out is Esc or Ctrl+C: each ends a string control at once.
 */
export const longestString = 1024 * 1024;

/** Parameters of a sequence that means anything here are far shorter. */
const longestBody = 64;

const escape = 0x1b;
const interrupts = new Set([0x03, 0x18, 0x1a]); // Ctrl+C; CAN and SUB break off any sequence.

/**
 * Reads on: the same bytes give the same tokens in whatever pieces they come. Pure.
 * @param chunk bytes as characters of the same number
 */
export function read(state: ReaderState, chunk: string): {state: ReaderState; tokens: Token[]} {
	const tokens: Token[] = [];
	let now = state;
	for (let index = 0; index < chunk.length; index++) {
		if (now.at === 'paste') {
			const {next, text, used} = readPaste(now, chunk.slice(index));
			if (text !== undefined) tokens.push({paste: text});
			now = next ?? ground;
			index += used - 1;
		} else {
			now = take(now, chunk.charCodeAt(index), tokens);
		}
	}
	return {state: now, tokens};
}

/** A lone Escape was one, after all: nothing has followed it for a while. */
export function settleEscape(state: ReaderState): {state: ReaderState; tokens: Token[]} {
	if (state.at !== 'escape') return {state, tokens: []};
	const tokens = state.twice ? [{key: 'escape'}, {key: 'escape'}] : [{key: 'escape'}];
	return {state: ground, tokens};
}

/** The end of a paste does not come: what there is of it is the paste. */
export function settlePaste(state: ReaderState): {state: ReaderState; tokens: Token[]} {
	if (state.at !== 'paste') return {state, tokens: []};
	return {state: ground, tokens: [{paste: decode(state.text + state.held)}]};
}

/** Takes one byte. */
function take(state: ReaderState, byte: number, tokens: Token[]): ReaderState {
	switch (state.at) {
		case 'ground':
			return takeOnGround(byte, {afterReturn: state.afterReturn, alt: false}, tokens);
		case 'letter':
			return takeInLetter(state, byte, tokens);
		case 'escape':
			return takeAfterEscape(state, byte, tokens);
		case 'csi':
			return takeInCsi(state, byte, tokens);
		case 'ss3':
			return takeInSs3(state, byte, tokens);
		case 'string':
			return takeInString(state, byte, tokens);
		case 'mouse':
			return takeInMouse(state, byte, tokens);
		case 'paste':
			throw new Error('a paste is read as a whole');
	}
}

function takeOnGround(
	byte: number,
	{afterReturn, alt}: {afterReturn: boolean; alt: boolean},
	tokens: Token[],
): ReaderState {
	const prefix = alt ? 'alt+' : '';
	if (byte === escape) return {at: 'escape', twice: false};
	// The second half of a Windows line break.
	if (byte === 0x0a && afterReturn) return ground;
	if (byte < 0x20 || byte === 0x7f) {
		const key = controlKey(byte);
		tokens.push({key: alt && key.startsWith('ctrl+') ? `ctrl+alt+${key.slice(5)}` : prefix + key});
		return byte === 0x0d ? {at: 'ground', afterReturn: true} : ground;
	}
	if (byte < 0x80) {
		tokens.push({key: prefix + String.fromCharCode(byte)});
		return ground;
	}
	if (byte >= 0xc2 && byte <= 0xf4) {
		const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
		return {at: 'letter', bytes: String.fromCharCode(byte), length, alt};
	}
	if (byte < 0xa0) {
		if (alt) tokens.push({key: 'escape'});
		return takeC1(byte);
	}
	return ground; // No letter begins like this.
}

/** A control of eight bits: where it stands alone in the stream no letter can be meant by it. */
function takeC1(code: number): ReaderState {
	if (code === 0x9b) return {at: 'csi', body: '', alt: false};
	if (code === 0x8f) return {at: 'ss3', body: '', alt: false};
	const isString = [0x90, 0x98, 0x9d, 0x9e, 0x9f].includes(code);
	return isString ? {at: 'string', length: 0, last: 0, body: code === 0x9d ? ']' : ''} : ground;
}

function takeInLetter(
	{bytes, length, alt}: Extract<ReaderState, {at: 'letter'}>,
	byte: number,
	tokens: Token[],
): ReaderState {
	if (byte < 0x80 || byte > 0xbf) return take(ground, byte, tokens); // It was not a letter.
	const more = bytes + String.fromCharCode(byte);
	if (more.length < length) return {at: 'letter', bytes: more, length, alt};
	const letter = decode(more);
	const code = letter.codePointAt(0) ?? 0;
	if (code < 0xa0) {
		if (alt) tokens.push({key: 'escape'});
		return takeC1(code);
	}
	// What is not UTF-8 becomes several signs of replacement.
	if (letter.length === String.fromCodePoint(code).length) {
		tokens.push({key: (alt ? 'alt+' : '') + letter});
	}
	return ground;
}

/** What a byte begins behind an Escape, if it begins anything. */
function introduced(byte: number, alt: boolean): ReaderState | undefined {
	const introducer = String.fromCharCode(byte);
	if (introducer === '[') return {at: 'csi', body: '', alt};
	if (introducer === 'O') return {at: 'ss3', body: '', alt};
	// DCS, SOS, OSC, PM, APC.
	return 'PX]^_'.includes(introducer)
		? {at: 'string', length: 0, last: 0, body: introducer}
		: undefined;
}

function takeAfterEscape(
	{twice}: Extract<ReaderState, {at: 'escape'}>,
	byte: number,
	tokens: Token[],
): ReaderState {
	if (byte === escape) {
		if (twice) tokens.push({key: 'escape'});
		return {at: 'escape', twice: true};
	}
	const begun = introduced(byte, twice);
	if (begun) {
		// Somebody pressed Escape, and the terminal had something to say.
		if (twice && begun.at === 'string') tokens.push({key: 'escape'});
		return begun;
	}
	if (twice) {
		tokens.push({key: 'escape'}, {key: 'escape'});
		return take(ground, byte, tokens);
	}
	if (byte === 0x5c) return ground; // The end of a string control that has ended before.
	return takeOnGround(byte, {afterReturn: false, alt: true}, tokens);
}

function takeInCsi(
	state: Extract<ReaderState, {at: 'csi'}>,
	byte: number,
	tokens: Token[],
): ReaderState {
	const {body, alt} = state;
	const isParameter = byte >= 0x20 && byte <= 0x3f;
	// Shift with Delete and the like ends in a $ on rxvt; on the Linux console F1 is `ESC [ [ A`.
	const isRxvtShift = byte === 0x24 && /^[235678]$/.test(body);
	if ((isParameter && !isRxvtShift) || (byte === 0x5b && body === '')) {
		return body.length < longestBody ? {...state, body: body + String.fromCharCode(byte)} : state;
	}
	if (!isRxvtShift && (byte < 0x40 || byte > 0x7e)) return breakOff(byte, tokens, alt);
	const final = String.fromCharCode(byte);
	const key = keyOfCsi(body, final);
	if (final === 'n' && body === '0') tokens.push({answer: true});
	if (key === undefined && alt) tokens.push({key: 'escape'});
	if (key !== undefined) tokens.push({key: withAlt(key, alt)});
	const pointer = pointerOf(body, final);
	if (pointer) tokens.push(pointer);
	if (final === 'M' && body === '') return {at: 'mouse', left: 3};
	return final === '~' && body === '200' ? {at: 'paste', text: '', held: ''} : ground;
}

function takeInSs3(
	state: Extract<ReaderState, {at: 'ss3'}>,
	byte: number,
	tokens: Token[],
): ReaderState {
	const {body, alt} = state;
	if ((byte >= 0x30 && byte <= 0x39) || byte === 0x3b) {
		return body.length < longestBody ? {...state, body: body + String.fromCharCode(byte)} : state;
	}
	if (byte < 0x40 || byte > 0x7e) return breakOff(byte, tokens, alt);
	const key = keyOfSs3(body, String.fromCharCode(byte));
	if (key === undefined && alt) tokens.push({key: 'escape'});
	if (key !== undefined) tokens.push({key: withAlt(key, alt)});
	return ground;
}

/** A sequence is broken off by what cannot stand in it; that is then read for itself. */
function breakOff(byte: number, tokens: Token[], alt: boolean): ReaderState {
	if (alt) tokens.push({key: 'escape'});
	return byte === 0x18 || byte === 0x1a ? ground : take(ground, byte, tokens);
}

const withAlt = (key: Key, alt: boolean): Key => {
	if (!alt || /(^|\+)alt\+/.test(key)) return key;
	return key.startsWith('ctrl+') ? `ctrl+alt+${key.slice(5)}` : `alt+${key}`;
};

/**
 * Inside a string control nothing is a key. It ends with `ESC \`, BEL or ST; with a control that breaks off
 * any sequence, or Ctrl+C; with an Escape, which begins the next sequence or was pressed to end it (and
 * then is not a key either); or when it has become too long.
 */
function takeInString(
	{length, last, body}: Extract<ReaderState, {at: 'string'}>,
	byte: number,
	tokens: Token[],
): ReaderState {
	if (last === escape) {
		if (byte === 0x5c) return tellGround(body, tokens);
		if (byte === escape) return {at: 'escape', twice: false};
		return introduced(byte, false) ?? take(ground, byte, tokens);
	}
	// ST in eight bits, alone or as UTF-8, unless it is the last part of a letter.
	const isEnd = byte === 0x07 || (byte === 0x9c && (last < 0x80 || last === 0xc2));
	if (isEnd) return tellGround(body, tokens);
	if (interrupts.has(byte) || length >= longestString) return ground;
	const begun = body.length < longestBody ? body + String.fromCharCode(byte) : body;
	return {at: 'string', length: length + 1, last: byte, body: begun};
}

/** The answer to what colour the ground has (`ESC ] 11 ; rgb:…`) is the one string control that means anything. */
function tellGround(body: string, tokens: Token[]): ReaderState {
	const found = /^\]11;rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i.exec(body);
	if (found) {
		const [red = 0, green = 0, blue = 0] = found
			.slice(1)
			.map((part) => Number.parseInt(part, 16) / (16 ** part.length - 1));
		tokens.push({ground: 0.2126 * red + 0.7152 * green + 0.0722 * blue});
	}
	return ground;
}

/** The three bytes of an old mouse report: never a control character, but 0 for what is far out. */
function takeInMouse(
	{left}: Extract<ReaderState, {at: 'mouse'}>,
	byte: number,
	tokens: Token[],
): ReaderState {
	if (byte > 0 && byte < 0x20) return breakOff(byte, tokens, false);
	return left > 1 ? {at: 'mouse', left: left - 1} : ground;
}
