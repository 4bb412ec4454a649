// No sentence spells a key: it names what a key does (keyFor), or says what is to be done (mend).
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {parseAst} from 'rolldown/parseAst';
import {expect, test} from 'vitest';
import {spellsKey} from '../helpers/spelt.ts';

const root = 'source';

/** Files that may spell keys, each with why. */
const exceptions: Record<string, string> = {
	'ui/keys-by-name.ts': 'this is the table',
	'ui/terminal/keyboard.ts': 'what a terminal is interrupted with is not a key of the table',
};

type Node = {type: string; start: number; [key: string]: unknown};

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The text of a string, or of a template with … for what is filled in. */
function textOf(node: Node): string | undefined {
	if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
	if (node.type !== 'TemplateLiteral') return undefined;
	const quasis = node['quasis'] as {value: {cooked: string | null}}[];
	return quasis.map(({value}) => value.cooked ?? '').join('…');
}

/** Every text of a file with the line that it stands on. */
function textsIn(code: string, name: string): [line: number, text: string][] {
	const found: [number, string][] = [];
	const visit = (value: unknown): void => {
		if (Array.isArray(value)) for (const one of value) visit(one);
		if (!isNode(value)) return;
		const text = textOf(value);
		if (text !== undefined) found.push([code.slice(0, value.start).split('\n').length, text]);
		for (const part of Object.values(value)) visit(part);
	};
	visit(parseAst(code, {lang: name.endsWith('x') ? 'tsx' : 'ts'}));
	return found;
}

const spelt = readdirSync(root, {recursive: true, encoding: 'utf8'})
	.map((name) => name.replaceAll('\\', '/'))
	.filter((name) => /\.tsx?$/.test(name) && exceptions[name] === undefined)
	// SQL is full of commas and letters, and no store speaks of keys.
	.filter((name) => !name.startsWith('store/'))
	.flatMap((name) =>
		textsIn(readFileSync(path.join(root, name), 'utf8'), name)
			.filter(([, text]) => text.includes(' ') && spellsKey(text))
			.map(([line, text]) => `${name}:${line}: ${text}`),
	);

test.each([
	['t takes the roll', true],
	['not called in (i calls it in)', true],
	['7, then e, corrects it', true],
	['nobody is on it: a enters somebody', true],
	['neither is there (C)', true],
	['Ctrl+R starts again', true],
	['or Esc', true],
	['… takes the roll', false],
	['Enter a notice for the item', false],
	['section 100A(4) of the Act', false],
	['a process that takes a day', false],
])('a sentence that spells a key is found: %s', (text, expected) => {
	expect(spellsKey(text)).toBe(expected);
});

test('no sentence spells a key', () => {
	expect(spelt).toEqual([]);
});
