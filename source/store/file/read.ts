import {constants} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {Fault} from '../reasons.ts';

/** No file that Boardwalk writes is larger, nor could it be read as one text. Bytes. */
export const mostBytes = 500_000_000;

/**
 * All bytes of a file, whatever lies under its name: nothing is waited for, a pipe, a device and a file without
 * end are refused. Throws a Fault that says so.
 */
export async function readWhole(file: string, most = mostBytes): Promise<Buffer> {
	const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		return await readOpen(handle, most);
	} finally {
		await handle.close();
	}
}

/** The same of a file that is open, from its beginning. */
export async function readOpen(handle: FileHandle, most = mostBytes): Promise<Buffer> {
	const found = await handle.stat();
	if (!found.isFile()) throw new Fault(found.isDirectory() ? 'it is a folder' : 'it is not a file');
	if (found.size > most) throw tooLarge(most);
	// One that grows meanwhile, or says it is empty and never ends, as some do that the kernel makes up.
	const parts: Buffer[] = [];
	let total = 0;
	for (let room = found.size + 1; ; room = 65_536) {
		const part = Buffer.allocUnsafe(room);
		const {bytesRead} = await handle.read(part, 0, room, total);
		if (bytesRead === 0) break;
		total += bytesRead;
		if (total > most) throw tooLarge(most);
		parts.push(part.subarray(0, bytesRead));
	}
	const [only] = parts;
	return parts.length === 1 && only ? only : Buffer.concat(parts);
}

const tooLarge = (most: number): Fault =>
	new Fault(`it has more than ${Math.round(most / 1_000_000)} MB, the most that is read`);
