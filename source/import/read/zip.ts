import {inflateRawSync} from 'node:zlib';
import {Unreadable} from './paper.ts';

/** A file inside a zip file. */
type Entry = {name: string; method: number; packed: number; size: number; offset: number};

/** What a zip file may hold at most; far above what Word and Excel write, far below what fills a machine. */
const limits = {
	entries: 5000,
	/** Bytes of one part once it is unpacked, and of all that are read. */
	part: 30_000_000,
	all: 100_000_000,
	/** Nothing that people write is made this much smaller; runs of one character are. */
	ratio: 250,
	small: 2_000_000,
};

/**
 * A zip file's parts. Sizes are checked in the directory before anything is unpacked, and again while it is: the
 * directory may lie. Throws Unreadable.
 */
export class Zip {
	readonly #bytes: Buffer;
	readonly #entries: Map<string, Entry>;
	#read = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		try {
			this.#entries = readDirectory(this.#bytes);
		} catch (error) {
			if (error instanceof Unreadable) throw error;
			throw new Unreadable('the file is damaged: its list of contents cannot be read');
		}
		let sum = 0;
		for (const {name, size, packed} of this.#entries.values()) {
			// Pictures are not read.
			if (/\/media\//.test(name)) continue;
			sum += size;
			const swells = size > limits.small && size > packed * limits.ratio;
			if (size > limits.part || sum > limits.all || swells) throw tooLarge(size);
		}
	}

	get names(): string[] {
		return [...this.#entries.keys()];
	}

	has(name: string): boolean {
		return this.#entries.has(name);
	}

	/** The bytes of a part, unpacked. */
	read(name: string): Buffer {
		const entry = this.#entries.get(name);
		if (!entry) throw new Unreadable(`the file is damaged: ${name} is missing in it`);
		const {offset, packed, method, size} = entry;
		try {
			const start =
				offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28);
			const body = this.#bytes.subarray(start, start + packed);
			if (method !== 0 && method !== 8) throw new Error('method');
			const most = Math.min(limits.part, limits.all - this.#read);
			const content =
				method === 0 ? body : inflateRawSync(body, {maxOutputLength: Math.max(1, most)});
			this.#read += content.length;
			if (content.length > most) throw tooLarge(content.length);
			return content;
		} catch (error) {
			if (error instanceof Unreadable) throw error;
			if ((error as {code?: string}).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(size);
			throw new Unreadable('the file is damaged: a part of it cannot be unpacked');
		}
	}
}

const megabytes = (size: number): string =>
	`${Math.round(size / 1_000_000).toLocaleString('en-GB')} MB`;

/** `size` is what the directory says; where it lied, only that it is more than the most is known. */
const tooLarge = (size: number): Unreadable =>
	new Unreadable(
		`the file unpacks to more than can be text (${size > limits.small ? megabytes(size) : `more than ${megabytes(limits.part)}`} in one part): it is not read`,
	);

function readDirectory(zip: Buffer): Map<string, Entry> {
	const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end < 0 || end < zip.length - 66_000) {
		throw new Unreadable('the file is damaged or not complete: fetch or save it again');
	}
	const count = zip.readUInt16LE(end + 10);
	if (count > limits.entries) throw new Unreadable(`the file holds ${count} parts: it is not read`);
	const entries = new Map<string, Entry>();
	let at = zip.readUInt32LE(end + 16);
	for (let left = count; left > 0; left--) {
		if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('directory');
		if (zip.readUInt16LE(at + 8) & 1) {
			throw new Unreadable('the file is protected by a password: save a copy without one');
		}
		const length = zip.readUInt16LE(at + 28);
		const name = zip.toString('utf8', at + 46, at + 46 + length);
		entries.set(name, {
			name,
			method: zip.readUInt16LE(at + 10),
			packed: zip.readUInt32LE(at + 20),
			size: zip.readUInt32LE(at + 24),
			offset: zip.readUInt32LE(at + 42),
		});
		at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return entries;
}
