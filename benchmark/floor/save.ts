// The least that makes a JSON file durable: what a committed change is compared with.
import {closeSync, fsyncSync, openSync, renameSync, writeSync} from 'node:fs';
import path from 'node:path';

/** Replaces a file by this content, so that a power cut leaves the old or the new, whole. */
export function bareSave(file: string, content: unknown) {
	const bytes = Buffer.from(JSON.stringify(content, undefined, 2));
	const temporary = `${file}.bare`;
	const descriptor = openSync(temporary, 'w');
	for (let written = 0; written < bytes.length;) {
		written += writeSync(descriptor, bytes, written);
	}
	fsyncSync(descriptor);
	closeSync(descriptor);
	renameSync(temporary, file);
	const folder = openSync(path.dirname(file), 'r');
	fsyncSync(folder);
	closeSync(folder);
}
