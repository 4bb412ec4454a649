import {drawable} from '../components/line.ts';
import {wrap} from '../text/wrap.ts';
import type {Theme} from '../theme.ts';
import type {Spoken} from './told.ts';

/** What has been written of the line with the cursor, and what waits. */
export type SpokenVoice = {
	/** Whether anything was written: every line but the first begins with a line break. */
	begun: boolean;
	/** The line on which a text is typed, as far as it is written. */
	prompt?: string;
	/** Whether the last key was a letter of a word that may go on. */
	inWord: boolean;
	/** What others did meanwhile. */
	waiting: string[];
};

export const silent: SpokenVoice = {begun: false, inWord: false, waiting: []};

const isLetter = (text: string): boolean => /[\p{L}\p{N}\p{M}'’-]$/u.test(text);

/**
 * What is written for what is told, and how the voice goes on: lines are added, nothing is ever erased or painted over,
 * and the cursor stays at the end of what was written last. What others did is not written into a word.
 */
export function speak(
	voice: SpokenVoice,
	told: readonly Spoken[],
	{theme, columns}: {theme: Theme; columns: number},
): {voice: SpokenVoice; output: string} {
	let next = voice;
	let output = '';
	const write = (text: string) => {
		const lines = wrap(drawable(theme, text), Math.max(20, columns - 1));
		const broken = lines.map((piece) => piece.text.replace(/\s+$/, '')).join('\n');
		output += `${next.begun ? '\n' : ''}${broken}${/\s$/.test(text) ? ' ' : ''}`;
		next = {...next, begun: true};
	};
	const tellWaiting = () => {
		if (next.waiting.length === 0) return;
		for (const text of next.waiting) write(text);
		next = {...next, waiting: []};
		if (next.prompt !== undefined) write(next.prompt);
	};
	for (const one of told) {
		switch (one.kind) {
			case 'typed': {
				const typed = one.text
					.split('\n')
					.map((part) => drawable(theme, part))
					.join('\n');
				output += typed;
				const prompt = ((next.prompt ?? '') + typed).split('\n').at(-1) ?? '';
				next = {...next, prompt, inWord: isLetter(typed)};
				if (!next.inWord) tellWaiting();
				break;
			}
			case 'news':
				next = {...next, waiting: [...next.waiting, one.text]};
				if (!next.inWord) tellWaiting();
				break;
			case 'line':
				next = {...next, prompt: undefined, inWord: false};
				tellWaiting();
				write(one.text);
				break;
			case 'prompt':
				next = {...next, inWord: false, prompt: undefined};
				tellWaiting();
				write(one.text);
				next = {...next, prompt: one.text};
		}
	}
	return {voice: next, output};
}
