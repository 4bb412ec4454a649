import {parentPort, workerData} from 'node:worker_threads';
import {pagesOf} from './pdf-pages.ts';
import {Unreadable} from './paper.ts';

/** Reads the PDF that it was started with, in a thread that can be ended; posts its text, or why it cannot be read. */
try {
	parentPort?.postMessage({text: await pagesOf(workerData as Uint8Array)});
} catch (error) {
	parentPort?.postMessage({
		problem:
			error instanceof Unreadable ? error.message : 'the PDF is damaged: save it as a Word file',
	});
}
