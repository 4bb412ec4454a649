import {inflateRawSync} from 'node:zlib';

/** The files in a zip file by their names, in its own order. Reads what our writer makes, no more. */
export function unzip(bytes: Uint8Array): Map<string, string> {
	const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = zip.length - 22;
	if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error('not a zip file');
	const files = new Map<string, string>();
	let entry = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const size = zip.readUInt32LE(entry + 20);
		const name = zip.toString('utf8', entry + 46, entry + 46 + zip.readUInt16LE(entry + 28));
		const local = zip.readUInt32LE(entry + 42);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		files.set(name, inflateRawSync(zip.subarray(start, start + size)).toString('utf8'));
		entry +=
			46 +
			zip.readUInt16LE(entry + 28) +
			zip.readUInt16LE(entry + 30) +
			zip.readUInt16LE(entry + 32);
	}
	return files;
}
