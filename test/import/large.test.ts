// Texts as large as any that is read, made of one thing over and over: what is read grows with the text, not with its
// square. The bounds are generous, so that a busy machine fails none; what took the square took minutes.
import {expect, test} from 'vitest';
import {reviewFile} from '../../source/import/index.ts';
import {makeDatabase} from '../helpers/database.ts';

const words =
	'the council and its partners will work with residents to improve local services over time';
/** A text of some 2 MB, or of as many lines as may be. */
function filled(head: string, line: (number: number) => string, lines = 19_900): Buffer {
	const found = [head];
	let length = head.length;
	let count = head.split('\n').length;
	for (let number = 1; ; number++) {
		const next = line(number);
		length += Buffer.byteLength(next);
		count += next.split('\n').length - 1;
		if (length > 1_990_000 || count > lines) return Buffer.from(found.join(''));
		found.push(next);
	}
}
const long = `${words}, ${words}`;

test.each<[string, () => Buffer, string?]>([
	[
		'recommendations',
		() =>
			filled(
				'Cabinet\n\nRecommendations\n\n',
				(n) => `${n}. That Cabinet approves ${n}, for ${long}.\n`,
			),
	],
	[
		'recommendations in a table',
		() =>
			filled(
				'# Depot\n\n## Recommendations\n\n| No | Text |\n| --- | --- |\n',
				(n) => `| ${n} | That ${n} be approved, for ${long} |\n`,
			),
	],
	['headings', () => filled('# Depot\n\n', (n) => `## Heading ${n}\n\nText ${n}, ${long}.\n\n`)],
	[
		'implications',
		() => filled('Cabinet\n\n', (n) => `Financial implications\n\nNone ${n}, ${long}.\n\n`),
	],
	[
		'rows of a table',
		() =>
			filled(
				'Cabinet\n\n| Risk | Owner |\n| --- | --- |\n',
				(n) => `| Risk ${n}: ${long} | Head of Risk |\n`,
			),
	],
	[
		'members of a list',
		() => filled('Cabinet\n\nAppendices\n\n', (n) => `- Appendix ${n}: ${long}\n`),
	],
	[
		'motions',
		() =>
			filled(
				'Minutes of the Council held on 12 May 2026\n\n1. Business\n\n',
				(n) =>
					`Moved by Ann Reed, seconded by Joan Smith, that item ${n} be approved, for ${long}. Carried.\n\n`,
			),
	],
	[
		'lines of labels',
		() => filled('Decision details\n\n', (n) => `Label ${n}: value ${n}, ${words}\n`),
	],
	[
		'brackets',
		() =>
			filled('Cabinet\n\nRecommendation\n\n', () => `${'('.repeat(9000)}${')'.repeat(9000)}\n\n`),
	],
	['long words', () => filled('Cabinet\n\nRecommendation\n\n', () => `${'a'.repeat(19_000)}\n\n`)],
	[
		'projects of a strategy',
		() =>
			filled(
				'# Strategy 2026-2030\n\n| Priority | Action | Lead | By |\n| --- | --- | --- | --- |\n',
				(n) => `| Priority ${n % 7} | Build ${n}: ${long} | Head of Housing | May 2027 |\n`,
				4900,
			),
	],
	[
		'projects that depend on each other',
		() =>
			filled(
				'Project,Priority,Status,Depends on\n',
				(n) => `Project ${n},P1,On track,Project ${n + 1}\n`,
			),
		'table.csv',
	],
])('2 MB of %s are read in time', async (_, make, name = 'paper.md') => {
	const bytes = make();
	const before = process.cpuUsage();
	await reviewFile(bytes, name, makeDatabase()).catch((error: Error) => {
		expect(error.message).toMatch(/^the file has more than/);
	});
	const {user} = process.cpuUsage(before);
	expect(user / 1e6).toBeLessThan(20);
});

test('one line of 2 MB is refused', async () => {
	await expect(
		reviewFile(Buffer.from(`Cabinet\n\n${`${words} `.repeat(20_000)}`), 'paper.md', makeDatabase()),
	).rejects.toThrow(/that is not a paper that anybody decides on|the file has/);
});
