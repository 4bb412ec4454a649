// Papers as they should not be: cut off, shuffled, garbled, swollen, locked. Every one follows from its number.
import {deflateRawSync, deflateSync} from 'node:zlib';
import {toPdf} from './pdf.ts';

/** A generator of numbers from 0 to 1 that begins the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export type Mutation = {
	name: string;
	change: (bytes: Uint8Array, random: () => number) => Uint8Array;
};

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const bytes = (said: string): Uint8Array => Buffer.from(said, 'utf8');

/** The elements in another order. */
export function shuffled<Element>(list: readonly Element[], random: () => number): Element[] {
	const left = [...list];
	return list.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as Element);
}

const lines =
	(change: (lines: string[], random: () => number) => string[]) =>
	(given: Uint8Array, random: () => number) =>
		bytes(change(text(given).split('\n'), random).join('\n'));

/** What can befall any file. */
export const mutations: Mutation[] = [
	{
		name: 'cut off',
		change: (given, random) => given.subarray(0, Math.floor(random() * given.length)),
	},
	{
		name: 'without its beginning',
		change: (given, random) => given.subarray(Math.floor(random() * given.length)),
	},
	{
		name: 'a hole in it',
		change(given, random) {
			const at = Math.floor(random() * given.length);
			return Buffer.concat([
				given.subarray(0, at),
				given.subarray(at + Math.floor(random() * 400)),
			]);
		},
	},
	{
		name: 'bytes flipped',
		change(given, random) {
			const changed = Uint8Array.from(given);
			for (let times = 0; times < 20; times++)
				changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
			return changed;
		},
	},
	{name: 'lines shuffled', change: lines((list, random) => shuffled(list, random))},
	{name: 'lines lost', change: lines((list, random) => list.filter(() => random() > 0.3))},
	{
		name: 'lines doubled',
		change: lines((list, random) =>
			list.flatMap((line) => (random() > 0.5 ? [line, line] : [line])),
		),
	},
	{name: 'one line', change: (given) => bytes(text(given).replaceAll('\n', ' '))},
	{name: 'every word on a line', change: (given) => bytes(text(given).replaceAll(/\s+/g, '\n'))},
	{name: 'as UTF-16', change: (given) => Buffer.from(`\ufeff${text(given)}`, 'utf16le')},
	{name: 'as Latin-1', change: (given) => Buffer.from(text(given), 'latin1')},
	{name: 'read as Latin-1', change: (given) => bytes(Buffer.from(given).toString('latin1'))},
	{name: 'with zeros', change: (given) => bytes(text(given).replaceAll(' ', '\0'))},
	{name: 'in capitals', change: (given) => bytes(text(given).toUpperCase())},
	{name: 'backwards', change: (given) => bytes(Array.from(text(given)).toReversed().join(''))},
	{name: 'marks doubled', change: (given) => bytes(text(given).replaceAll(/[*|#:_<>&]/g, '$&$&'))},
	{name: 'old line ends', change: (given) => bytes(text(given).replaceAll('\n', '\r'))},
	{
		name: 'twenty times over',
		change: (given) => Buffer.concat(Array.from({length: 20}, () => given)),
	},
];

/** A zip file with these parts. `claims` is the size that its directory gives for each, if not the true one. */
export function zip(
	parts: Readonly<Record<string, Uint8Array>>,
	{claims, locked = false}: {claims?: number; locked?: boolean} = {},
): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, content] of Object.entries(parts)) {
		const packed = deflateRawSync(content, {level: 9});
		const file = Buffer.from(name);
		const head = Buffer.alloc(30);
		head.writeUInt32LE(0x04034b50, 0);
		head.writeUInt16LE(20, 4);
		head.writeUInt16LE(locked ? 1 : 0, 6);
		head.writeUInt16LE(8, 8);
		head.writeUInt32LE(packed.length, 18);
		head.writeUInt32LE(claims ?? content.length, 22);
		head.writeUInt16LE(file.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(locked ? 1 : 0, 8);
		entry.writeUInt16LE(8, 10);
		entry.writeUInt32LE(packed.length, 20);
		entry.writeUInt32LE(claims ?? content.length, 24);
		entry.writeUInt16LE(file.length, 28);
		entry.writeUInt32LE(offset, 42);
		bodies.push(head, file, packed);
		directory.push(entry, file);
		offset += 30 + file.length + packed.length;
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Object.keys(parts).length, 8);
	end.writeUInt16LE(Object.keys(parts).length, 10);
	end.writeUInt32LE(list.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...bodies, list, end]);
}

/** The skeleton of a Word file around the XML of its document. */
export const wordWith = (document: string | Uint8Array): Record<string, Uint8Array> => ({
	'[Content_Types].xml': bytes(
		'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
	),
	'_rels/.rels': bytes(
		'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
	),
	'word/document.xml': typeof document === 'string' ? bytes(document) : document,
});

export const bodyOf = (inside: string): string =>
	`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`;

const paragraph = (said: string): string => `<w:p><w:r><w:t>${said}</w:t></w:r></w:p>`;

/** Office's older container, in which new files lie behind a password. */
const locked = (): Uint8Array =>
	Buffer.concat([
		Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
		Buffer.alloc(2000),
		Buffer.from('EncryptedPackage', 'utf16le'),
		Buffer.alloc(500),
	]);

const million = 1_000_000;

/** Files made to be refused, or to do harm; with a part of the line that is said. */
/** A PDF of one page whose content is packed. */
function packedPdf(content: Uint8Array, filter = '/FlateDecode'): Uint8Array {
	const packed = deflateSync(content);
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
	].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
	return Buffer.concat([
		Buffer.from(
			`%PDF-1.4\n${objects.join('')}4 0 obj\n<< /Length ${packed.length} /Filter ${filter} >>\nstream\n`,
		),
		packed,
		Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF'),
	]);
}

export const hostile: {
	name: string;
	file: string;
	make: () => Uint8Array;
	says: RegExp;
	as?: string;
}[] = [
	{name: 'an empty file', file: 'a.txt', make: () => new Uint8Array(), says: /the file is empty/},
	{
		name: 'nothing but blanks',
		file: 'a.txt',
		make: () => bytes(' \n\t\n '),
		says: /there is no text/,
	},
	{
		name: 'three megabytes of text',
		file: 'a.md',
		make: () => Buffer.alloc(3 * million, 'word '),
		says: /3 MB; the most that is read is 2 MB/,
	},
	{
		name: 'a line without an end',
		file: 'a.txt',
		make: () => bytes(`Title: Roads\n${'a '.repeat(500_000)}`),
		says: /line 2 has 1,000,000 characters: that is not a paper/,
	},
	{
		name: 'a line of leaders without a page',
		file: 'a.txt',
		make: () => bytes(`${'.'.repeat(19_000)}\n`.repeat(40)),
		says: /there is no text/,
	},
	{
		name: 'a row of ten thousand cells above rows of one',
		file: 'a.txt',
		make: () =>
			bytes(
				`<table><tr>${'<td>a'.repeat(3900)}</tr>\n${'<tr><td>a</td></tr>\n'.repeat(200)}</table>`,
			),
		says: /a row of 3,900 columns; the most is 100/,
	},
	{
		name: 'a picture',
		file: 'a.docx',
		make: () =>
			Buffer.concat([
				Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
				Buffer.from(Array.from({length: 900}, (_, at) => (at * 7919) % 256)),
			]),
		says: /not text/,
	},
	{
		name: 'a PDF of nothing',
		file: 'report.pdf',
		make: () => bytes('%PDF-1.7\n…'),
		says: /the PDF is damaged/,
	},
	{
		name: 'a PDF that ends in the middle',
		file: 'report.pdf',
		make: () => toPdf([[{x: 72, y: 72, text: 'Title: Roads'}]]).subarray(0, 420),
		says: /the PDF is damaged|no text/,
	},
	{
		name: 'a PDF that unpacks to a hundred times its size',
		file: 'report.pdf',
		make: () => packedPdf(Buffer.alloc(60 * million, ' ')),
		says: /unpacks to more than any report/,
	},
	{
		name: 'a PDF packed twice',
		file: 'report.pdf',
		make: () => packedPdf(deflateSync(Buffer.alloc(1000, ' ')), '[/FlateDecode /FlateDecode]'),
		says: /unpacks to more than any report/,
	},
	{
		name: 'a PDF as a portfolio',
		file: 'report.pdf',
		as: 'portfolio',
		make: () => toPdf([[{x: 72, y: 72, text: 'Title: Roads'}]]),
		says: /a portfolio is a table/,
	},
	{name: 'an RTF file', file: 'report.doc', make: () => bytes('{\\rtf1 Hello}'), says: /RTF/},
	{
		name: 'a Word file behind a password',
		file: 'a.docx',
		make: locked,
		says: /protected by a password/,
	},
	{
		name: 'an old Word file',
		file: 'a.doc',
		make: () => Buffer.concat([locked().subarray(0, 512), Buffer.from('WordDocument', 'utf16le')]),
		says: /old Word file/,
	},
	{
		name: 'a locked zip file',
		file: 'a.docx',
		make: () => zip(wordWith(bodyOf(paragraph('x'))), {locked: true}),
		says: /protected by a password/,
	},
	{
		name: 'a zip bomb',
		file: 'a.docx',
		make: () => zip(wordWith(Buffer.alloc(300 * million, 'a'))),
		says: /unpacks to more/,
	},
	{
		name: 'a zip bomb that lies about its size',
		file: 'a.docx',
		make: () => zip(wordWith(Buffer.alloc(300 * million, 'a')), {claims: 1000}),
		says: /unpacks to more/,
	},
	{
		name: 'a spreadsheet that is a bomb',
		file: 'a.xlsx',
		make: () =>
			zip(
				{
					'xl/workbook.xml': bytes('<a/>'),
					'xl/sharedStrings.xml': Buffer.alloc(300 * million, 'a'),
				},
				{claims: 10},
			),
		says: /unpacks to more/,
	},
	{
		name: 'thousands of parts',
		file: 'a.docx',
		make: () =>
			zip(Object.fromEntries(Array.from({length: 6000}, (_, at) => [`p${at}`, bytes('x')]))),
		says: /6000 parts/,
	},
	{
		name: 'a zip file of something else',
		file: 'a.docx',
		make: () => zip({'readme.txt': bytes('Hello')}),
		says: /no Word file/,
	},
	{
		name: 'an OpenDocument file',
		file: 'a.docx',
		make: () =>
			zip({
				mimetype: bytes('application/vnd.oasis.opendocument.text'),
				'content.xml': bytes('<a/>'),
			}),
		says: /OpenDocument/,
	},
	{
		name: 'a Word file without a document',
		file: 'a.docx',
		make: () => zip({...wordWith(''), 'word/document.xml': bytes('')}),
		says: /damaged/,
	},
	{
		name: 'a Word file whose XML is broken',
		file: 'a.docx',
		make: () => zip(wordWith('<w:document><w:body>')),
		says: /damaged|no text/,
	},
	{
		name: 'entities that swell',
		file: 'a.docx',
		make: () =>
			zip(
				wordWith(
					`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${bodyOf(paragraph('&b;')).slice(21)}`,
				),
			),
		says: /declares entities/,
	},
	{
		name: 'XML nested without end',
		file: 'a.docx',
		make: () => zip(wordWith(bodyOf('<w:tbl><w:tr><w:tc>'.repeat(40_000)))),
		says: /nested too deep/,
	},
	{
		name: 'a table of quotation marks',
		file: 'a.csv',
		make: () => bytes('Title,Status\n"Telephony,Complete\n'),
		says: /quotation mark/,
	},
	{
		name: 'a table with too many rows',
		file: 'a.csv',
		make: () => bytes(`Title\n${'x\n'.repeat(30_000)}`),
		says: /30,001 rows/,
	},
	{
		name: 'a table without a title',
		file: 'a.csv',
		make: () => bytes('Colour,Shape\nred,round\n'),
		says: /--map/,
	},
];
