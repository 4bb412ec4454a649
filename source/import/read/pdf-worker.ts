import {parentPort, workerData} from 'node:worker_threads';
import {pagesOf} from './pdf-pages.ts';
import {Unreadable} from './paper.ts';

/** Reads the PDF that it was started with, in a thread that can be ended; posts its text, or why it cannot be read. */
async function read(): Promise<{text: string} | {problem: string}> {
	try {
		return {text: await pagesOf(workerData as Uint8Array)};
	} catch (error) {
		return {
			problem:
				error instanceof Unreadable ? error.message : 'the PDF is damaged: save it as a Word file',
		};
	}
}

// Not awaited at the top: it is built as CommonJS, which a thread can run from a text.
void read().then((said) => parentPort?.postMessage(said));
