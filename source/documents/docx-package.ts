// What makes the same document the same bytes: docx writes the time of day into a file in three ways.

const escapes: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};

/**
 * The properties of a Word file, without the times and the authors that docx always writes: when a
 * document was issued, and by whom, stands in it.
 */
export const coreProperties = (title: string, locale: string): string =>
	[
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
		'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">',
		`<dc:title>${title.replaceAll(/[&<>]/g, (character) => escapes[character] ?? character)}</dc:title>`,
		`<dc:language>${locale}</dc:language>`,
		'</cp:coreProperties>',
	].join('');

const endRecord = 0x06054b50;
const endSize = 22;
/** 1 January 1980, 00:00, the first moment that a zip file can name. */
const epoch = 0x00210000;

/**
 * The same zip file with the times of its entries at the epoch. It has neither a comment nor more entries
 * than the plain format counts, for docx wrote it.
 */
export function withoutTimes(zip: Uint8Array): Uint8Array {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	const end = zip.byteLength - endSize;
	if (end < 0 || view.getUint32(end, true) !== endRecord) throw new Error('not a zip file');
	let entry = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		view.setUint32(entry + 12, epoch, true);
		view.setUint32(view.getUint32(entry + 42, true) + 10, epoch, true);
		entry +=
			46 +
			view.getUint16(entry + 28, true) +
			view.getUint16(entry + 30, true) +
			view.getUint16(entry + 32, true);
	}
	return zip;
}
