// Guides are believed: what they name is pressed, what they promise is looked for. Their convention, in Markdown that
// reads well: a key stands in `backticks`, what is typed in _italics_, what the screen then shows in “quotation marks”.
// Between `<!-- replay: sample -->` and `<!-- end of replay -->` all of it happens in the order in which it is written.
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {mayUse} from '../../source/ui/bindings/binding.ts';
import {findBinding, scopesOf} from '../../source/ui/keymap.ts';
import {keysByName, keysOf, type KeyName, sayKey} from '../../source/ui/keys-by-name.ts';
import type {Key} from '../../source/ui/keys.ts';
import {type App, flat, open} from './scene.ts';

const read = (path: string): string =>
	readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const sample = (name: string): Database =>
	databaseSchema.parse(JSON.parse(read(`data/${name}.json`)) as unknown);

/** Every key by how guides write it. */
const keys = new Map<string, Key>(
	(Object.keys(keysByName) as KeyName[]).flatMap((name) =>
		keysOf(name).map((key): [string, Key] => [sayKey(key), key]),
	),
);

type Step = {says: string} & ({key: Key} | {types: string} | {shows: string});

/** What a part of a guide has somebody press, type and see, in order. */
function stepsOf(markdown: string): Step[] {
	const plain = markdown.replaceAll(/\*\*/g, '').replaceAll(/\]\([^)]*\)/g, ']');
	return [...plain.matchAll(/`([^`]+)`|(?<!\w)_([^_\n]+)_(?!\w)|“([^”]+)”/g)].map(
		([says, code, typed, shown]): Step => {
			if (typed !== undefined) return {says, types: typed};
			if (shown !== undefined) return {says, shows: shown.replaceAll(/\s+/g, ' ')};
			const key = keys.get(code ?? '');
			if (key === undefined) throw new Error(`${says} is no key that the program knows`);
			return {says, key};
		},
	);
}

/** The parts of a guide that are played, with their samples. */
const replays = (guide: string): {name: string; part: string}[] =>
	[...read(guide).matchAll(/<!-- replay: (\S+) -->(.*?)<!-- end of replay -->/gs)].map(
		([, name = '', part = '']) => ({name, part}),
	);

const isTyped = (app: App): boolean => {
	const state = app.session.getState();
	const scopes = scopesOf(state);
	return ['form', 'filter', 'quick'].some((scope) => scopes.includes(scope as 'form'));
};

/** One step of a guide; throws where the program does not do it. */
async function follow(app: App, step: Step): Promise<void> {
	if ('types' in step) {
		if (!isTyped(app)) throw new Error(`${step.says}: nothing can be typed here`);
		return app.type(step.types);
	}
	if ('shows' in step) {
		// A promise may be cut by “…”.
		for (const part of step.shows.split('…').filter(Boolean)) {
			if (!flat(app).includes(part.trim())) {
				throw new Error(`${step.says} is not seen:\n${app.text()}`);
			}
		}
		return undefined;
	}
	const state = app.session.getState();
	const found = findBinding(scopesOf(state), step.key);
	if (!found && !isTyped(app)) throw new Error(`${step.says} does nothing here:\n${app.text()}`);
	const may = found ? mayUse(found, state) : true;
	if (may !== true) throw new Error(`${step.says}: ${may}\n${app.text()}`);
	await app.press(step.key);
	const {message} = app.session.getState();
	if (message?.tone === 'refused') throw new Error(`${step.says}: ${message.text}\n${app.text()}`);
	return undefined;
}

describe('a guide is played as it is written', () => {
	const guides = ['README.md', 'docs/guide-chair.md', 'docs/guide-secretary.md'];
	test.each(guides)('%s', async (guide) => {
		const parts = replays(guide);
		expect(parts.length).toBeGreaterThan(0);
		for (const {name, part} of parts) {
			const app = await open({database: sample(name), practice: true});
			for (const step of stepsOf(part)) await follow(app, step);
		}
	});

	test('a key that does nothing, a sentence that is not shown and a key that is none are told', async () => {
		const app = await open({database: sample('riverside-charity'), practice: true}, '4');
		const all = async (markdown: string) => {
			for (const step of stepsOf(markdown)) await follow(app, step);
		};
		await expect(all('`n`')).rejects.toThrow('`n`: the meeting is not open');
		await expect(all('then “The public is let in”')).rejects.toThrow('is not seen');
		await expect(all('type _hello_')).rejects.toThrow('nothing can be typed here');
		expect(() => stepsOf('`Ctrl+K`')).toThrow('`Ctrl+K` is no key that the program knows');
	});
});

/** Where a guide's tables name keys: each row's keys, with what they do. */
const rowsOf = (markdown: string): string[] =>
	[...markdown.matchAll(/\| keys? +\|[^\n]*\n\|[ -|]*\n((?:\|[^\n]*\n)+)/g)].flatMap(
		([, rows = '']) => rows.trim().split('\n'),
	);

test.each([
	'docs/guide-chair.md',
	'docs/guide-secretary.md',
	'docs/first-meeting.md',
	'docs/law.md',
	'docs/importing.md',
])('%s names no key in a table that the program has not', (guide) => {
	const unknown = rowsOf(read(guide)).flatMap((row) => {
		const first = row.split('|')[1] ?? '';
		return [...first.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) =>
			keys.has(code) ? [] : [code],
		);
	});
	expect(unknown).toEqual([]);
});

test('nor do sentences name a control key that it has not', () => {
	const pages = [
		'README.md',
		...['guide-chair', 'guide-secretary', 'first-meeting', 'importing', 'law'].map(
			(name) => `docs/${name}.md`,
		),
	];
	const unknown = pages.flatMap((page) =>
		[
			...read(page).matchAll(
				/`((?:Ctrl\+|Shift\+)?(?:Ctrl\+[A-Z]|F\d+|Esc|Enter|Tab|Backspace))`/g,
			),
		].flatMap(([, code = '']) => (keys.has(code) ? [] : [`${page}: ${code}`])),
	);
	expect(unknown).toEqual([]);
});
