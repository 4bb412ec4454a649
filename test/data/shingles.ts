// Runs of words, as digests: the papers that the samples are drawn from are not part of the project, but what they say
// must not stand here word for word. `node test/data/shingles.ts <paper>…` writes papers.txt anew.
import {hash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** So many words in a row are no copy yet; one more is. */
export const mostWords = 8;

/** Five bytes tell some ten thousand runs apart well enough. */
const bytes = 5;

/** The words of a text in lower case, without marks: `2018-2023` is two. */
export const wordsOf = (text: string): string[] =>
	text
		.normalize('NFKC')
		.replaceAll(/<[^>]*>/g, ' ')
		.toLowerCase()
		.replaceAll(/[’']/g, '')
		.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every run of one word too many, with its digest. */
export const runs = (text: string): {words: string; digest: string}[] => {
	const words = wordsOf(text);
	return words.slice(mostWords).map((_, index) => {
		const run = words.slice(index, index + mostWords + 1).join(' ');
		return {words: run, digest: hash('sha256', run, 'hex').slice(0, 2 * bytes)};
	});
};

const file = path.join(import.meta.dirname, 'papers.txt');

/** The digests of all runs of the papers. */
export function papers(): Set<string> {
	const packed = Buffer.from(readFileSync(file, 'utf8'), 'base64').toString('hex');
	return new Set(packed.match(new RegExp(`.{${2 * bytes}}`, 'g')));
}

if (process.argv[1] === import.meta.filename) {
	const found = process.argv
		.slice(2)
		.flatMap((paper) => runs(readFileSync(paper, 'utf8')).map(({digest}) => digest));
	const packed = Buffer.from([...new Set(found)].toSorted().join(''), 'hex').toString('base64');
	writeFileSync(file, `${packed.match(/.{1,100}/g)?.join('\n')}\n`);
}
