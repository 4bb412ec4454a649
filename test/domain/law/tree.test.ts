// The law is a wing: outside it nobody reads the profile, compares a board's kind, or names a statute.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const root = 'source';

/** Folders that may speak of the law in every way, each with why. */
const wings: Record<string, string> = {
	'domain/law': 'this is the wing',
	'domain/schema':
		'a field cites the statute that it comes from; what a profile can be is listed there',
	'domain/migrations/v1': 'frozen: what the first version said stands for good',
};

type Rule =
	'reads the profile' | 'compares a board’s kind' | 'names a statute' | 'imports one law by name';

/** Files and folders that may break one of the rules, each with why. */
const exceptions: [path: string, rule: Rule, why: string][] = [
	['commands/init-answers.ts', 'reads the profile', 'asks which law a new database follows'],
	[
		'import/',
		'names a statute',
		'reads papers that councils wrote, which name statutes themselves',
	],
];

const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
	.filter((name) => /\.tsx?$/.test(name))
	.map((name) => name.replaceAll('\\', '/'));

const outside = files.filter(
	(name) => !Object.keys(wings).some((wing) => name.startsWith(`${wing}/`)),
);

const forbidden: [rule: Rule, pattern: RegExp][] = [
	[
		'reads the profile',
		/\bprofile\b\s*(?:===|!==|\?(?!\?))|rules\.profile|\.law\s*(?:===|!==)|'england'|'scotland'|'us-open-meetings'/,
	],
	[
		'compares a board’s kind',
		/kind\s*(?:===|!==)\s*'(?:council|executive|individual|committee|scrutiny|officer|plain)'|\.kind\s*\?\?\s*'(?!plain)|isExecutive/,
	],
	[
		'names a statute',
		/\bLGA\b|\bSI (?:19|20)\d\d\/|\bAct (?:19|20)\d\d|Schedule 12A|\bs\.1\d\d[A-Z]?\b|\breg \d|\b[Rr]egulation \d|Sch 12\b|Localism|EW(?:HC|CA)/,
	],
	['imports one law by name', /from '[^']*law\/(?:england|scotland|us|plain)[^']*'/],
];

/** The lines of a file that break a rule, each with where it stands. */
const broken = (name: string, pattern: RegExp): string[] =>
	readFileSync(join(root, name), 'utf8')
		.split('\n')
		.flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}: ${line.trim()}`] : []));

test.each(forbidden)('outside the wing nobody %s', (rule, pattern) => {
	const excepted = exceptions.filter(([, breaks]) => breaks === rule).map(([path]) => path);
	const found = outside
		.filter((name) => !excepted.some((path) => name.startsWith(path)))
		.flatMap((name) => broken(name, pattern));
	expect(found).toEqual([]);
});

test.each(exceptions)('%s needs its exception: it %s', (path, rule) => {
	const [, pattern = /^$/] = forbidden.find(([one]) => one === rule) ?? [];
	expect(
		outside.filter((name) => name.startsWith(path)).flatMap((name) => broken(name, pattern)).length,
	).toBeGreaterThan(0);
});
