import process from 'node:process';
import {createInterface} from 'node:readline/promises';
import {wrap} from '../ui/text/wrap.ts';

/** Whether there is somebody to ask: a keyboard in, a screen out. */
export const isAtTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;

/** Asks questions one after another at the terminal; `undefined` is an answer that was cut off (Ctrl+D, Ctrl+C). */
export type Asker = {ask(question: string): Promise<string | undefined>; close(): void};

export function openAsker(): Asker {
	const lines = createInterface({input: process.stdin, output: process.stdout});
	const ended = new Promise<undefined>((resolve) => {
		lines.once('close', () => resolve(undefined));
		lines.once('SIGINT', () => {
			process.stdout.write('\n');
			lines.close();
		});
	});
	return {
		ask: (question) => Promise.race([lines.question(inWholeWords(question)), ended]),
		close: () => lines.close(),
	};
}

/** A question that is longer than the terminal is wide, broken between words. */
const inWholeWords = (question: string): string => {
	// No terminal, no width.
	const columns = process.stdout.columns || 80;
	// Room is left on the last line for the answer.
	return wrap(question.trimEnd(), columns - 1)
		.map(({text}) => text)
		.join('\n')
		.concat(' ');
};

/** Asks once, yes or no; anything but yes is no. */
export async function confirm(question: string): Promise<boolean> {
	const asker = openAsker();
	try {
		const answer = await asker.ask(`${question} [y/N] `);
		return /^y(?:es)?$/i.test(answer?.trim() ?? '');
	} finally {
		asker.close();
	}
}
