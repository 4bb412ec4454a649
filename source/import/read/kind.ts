import path from 'node:path';
import {Unreadable} from './paper.ts';
import {Zip} from './zip.ts';

/** What a file is, by its content; its name decides only between kinds of text. */
type FileKind = {kind: 'text'; table: boolean} | {kind: 'pdf'} | {kind: 'word' | 'sheet'; zip: Zip};

/** The most that is read of a text or a table: two megabytes are five hundred pages. */
export const mostText = 2_000_000;
const mostPacked = 60_000_000;

const starts = (bytes: Uint8Array, ...with_: number[]): boolean =>
	with_.every((byte, at) => bytes[at] === byte);

/** Says what a file is, or throws Unreadable with what to do instead. */
export function kindOf(bytes: Uint8Array, name: string): FileKind {
	if (bytes.length === 0) throw new Unreadable('the file is empty');
	if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) {
		return zipKind(bytes);
	}
	if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable(compound(bytes));
	if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) {
		tooLong(bytes.length, mostPacked);
		return {kind: 'pdf'};
	}
	if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) {
		throw new Unreadable('this is an RTF file: save it as .docx or as text and import that');
	}
	tooLong(bytes.length, mostText);
	return {kind: 'text', table: ['.csv', '.tsv', '.tab'].includes(path.extname(name).toLowerCase())};
}

function tooLong(length: number, most: number): void {
	if (length <= most) return;
	const said = (bytes: number) =>
		`${(bytes / 1_000_000).toLocaleString('en-GB', {maximumFractionDigits: 1})} MB`;
	throw new Unreadable(`the file has ${said(length)}; the most that is read is ${said(most)}`);
}

function zipKind(bytes: Uint8Array): FileKind {
	tooLong(bytes.length, mostPacked);
	const zip = new Zip(bytes);
	if (zip.has('word/document.xml')) return {kind: 'word', zip};
	if (zip.has('xl/workbook.xml')) return {kind: 'sheet', zip};
	if (zip.has('mimetype') || zip.has('content.xml')) {
		throw new Unreadable('this is an OpenDocument file: save it as .docx or .xlsx and import that');
	}
	if (zip.has('ppt/presentation.xml'))
		throw new Unreadable('this is a presentation: only Word files, text and tables are read');
	// Some programs name the parts otherwise; the list of relations says where they are.
	if (zip.has('_rels/.rels')) {
		const relations = zip.read('_rels/.rels').toString('utf8');
		if (/wordprocessingml|word\//.test(relations)) return {kind: 'word', zip};
	}
	throw new Unreadable(
		'this is a zip file, but no Word file and no spreadsheet: unpack it and import what is in it',
	);
}

/** Office's older container: old formats, and new ones behind a password. */
function compound(bytes: Uint8Array): string {
	const has = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
	if (has('EncryptedPackage') || has('EncryptionInfo')) {
		return 'the file is protected by a password: save a copy without one and import that';
	}
	if (has('WordDocument'))
		return 'this is an old Word file (.doc): save it as .docx and import that';
	if (has('Workbook'))
		return 'this is an old Excel file (.xls): save it as .xlsx or .csv and import that';
	return 'this is an old Office file: save it as .docx or .xlsx and import that';
}
