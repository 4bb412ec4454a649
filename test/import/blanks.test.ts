// What a paper may hold that nobody typed: long runs of blanks, which cost their square wherever words are looked for.
import {expect, test} from 'vitest';
import {normalise} from '../../source/import/read/encoding.ts';
import {readPaper} from '../../source/import/read/index.ts';

test.each([' ', '\t', '\u00a0'])(
	'a hundred thousand blanks (%j) become two hundred',
	async (blank) => {
		const line = `Report of:${blank.repeat(100_000)}the Director\n`;
		expect(normalise(line)).toMatch(/^Report of:\s{200}the Director\n$/);
		const {blocks} = await readPaper(Buffer.from(line), 'report.txt');
		expect(JSON.stringify(blocks)).toContain('the Director');
		expect(JSON.stringify(blocks).length).toBeLessThan(1000);
		expect(normalise('a\n\n\n   b')).toBe('a\n\n\n   b');
	},
);
