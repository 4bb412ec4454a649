import {Worker} from 'node:worker_threads';
import {inflateSync} from 'node:zlib';
import {Unreadable} from './paper.ts';

/** What all streams of a file but its pictures may unpack to, and how many there may be. */
const mostUnpacked = 6_000_000;
const mostStreams = 20_000;
/** However long its pages are, nobody waits longer for them. */
const mostSeconds = 10;
const mostMegabytes = 150;

const damaged = 'the PDF is damaged: open it, save it again, or save it as a Word file';

let heldProgram: (() => string) | undefined;

/** Has the thread run on this text of its program, which a session took before an upgrade could replace the file. */
export function holdPdfProgram(text: () => string): void {
	heldProgram = text;
}

/** The thread's program, in the folder of whatever runs: its source, or a file that was built of it. */
const beside = () =>
	new URL(
		import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.cjs',
		import.meta.url,
	);

/**
 * The text of a PDF, its pages parted by `\f`: see pdf-pages.ts. It is read in a thread of its own, with so much memory and
 * time and no more, because whoever made the file decides what reading it costs. Throws Unreadable.
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
	checkStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	const held = heldProgram?.();
	const worker = new Worker(held ?? beside(), {
		eval: held !== undefined,
		workerData: new Uint8Array(bytes),
		resourceLimits: {maxOldGenerationSizeMb: mostMegabytes},
		stdout: true,
		stderr: true,
	});
	const done = Promise.withResolvers<string>();
	const timer = setTimeout(() => {
		done.reject(
			new Unreadable('the PDF takes too long to read: save the report alone, or as a Word file'),
		);
	}, mostSeconds * 1000);
	worker.on('message', ({text, problem}: {text?: string; problem?: string}) => {
		if (text === undefined) done.reject(new Unreadable(problem ?? damaged));
		else done.resolve(text);
	});
	worker.on('error', () => done.reject(new Unreadable(damaged)));
	worker.on('exit', () => done.reject(new Unreadable(damaged)));
	try {
		return await done.promise;
	} finally {
		clearTimeout(timer);
		await worker.terminate();
	}
}

/** Unpacks every packed stream once within our own bounds, so that nothing unpacks to more in the library. */
function checkStreams(file: Buffer): void {
	if (file.indexOf('endobj') === -1) throw new Unreadable(damaged);
	let left = mostUnpacked;
	let count = 0;
	const tooMuch = () => new Unreadable('the PDF unpacks to more than any report holds');
	for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
		if (file[at - 1] === 0x64) continue;
		if (++count > mostStreams) throw tooMuch();
		const before = file.subarray(Math.max(0, at - 600), at).toString('latin1');
		const dictionary = before.slice(before.lastIndexOf('<<'));
		if (/\/Subtype\s*\/Image/.test(before.slice(before.lastIndexOf('obj')))) continue;
		const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode)\b/g) ?? [];
		if (filters.length === 0) continue;
		if (filters.length > 1 || /LZW|RunLength/.test(filters[0] ?? '')) throw tooMuch();
		let start = at + 6;
		if (file[start] === 0x0d) start++;
		if (file[start] === 0x0a) start++;
		const end = file.indexOf('endstream', start);
		if (end === -1) continue;
		try {
			left -= inflateSync(file.subarray(start, end), {maxOutputLength: Math.max(1, left)}).length;
		} catch (error) {
			// What is damaged is the library's to judge; what is too long is not.
			if ((error as {code?: string}).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch();
		}
		if (left <= 0) throw tooMuch();
		at = end;
	}
}
