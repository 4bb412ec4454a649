// A type has one owner and one name: whoever reads `Offer` in two files reads of one thing.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const root = 'source';

/** The shapes of the first version are frozen beside those of today, under the same names. */
const frozen = 'domain/migrations/v1/';

test('every exported type has a name that no other file exports', () => {
	const owners = new Map<string, string[]>();
	for (const name of readdirSync(root, {recursive: true, encoding: 'utf8'})) {
		const file = name.replaceAll('\\', '/');
		if (!/\.tsx?$/.test(file) || file.startsWith(frozen)) continue;
		const text = readFileSync(join(root, name), 'utf8');
		for (const [, type = ''] of text.matchAll(/^export (?:type|interface) (\w+)\b(?! *[,}])/gm)) {
			owners.set(type, [...(owners.get(type) ?? []), file]);
		}
	}
	expect(owners.size).toBeGreaterThan(100);
	expect([...owners].filter(([, files]) => files.length > 1)).toEqual([]);
});
