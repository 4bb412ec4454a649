// Guides are believed: what they name is pressed, what they promise is looked for. Their convention, in Markdown that
// reads well: a key stands in `backticks`, what is typed in _italics_, what the screen then shows in “quotation marks”.
// Between `<!-- replay: sample -->` and `<!-- end of replay -->` all of it happens in the order in which it is written.
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {importer} from '../../source/commands/importer.ts';
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
const keys = new Map<string, Key>([
	...(Object.keys(keysByName) as KeyName[]).flatMap((name) =>
		keysOf(name).map((key): [string, Key] => [sayKey(key), key]),
	),
	// What edits a text has no name of its own.
	['Ctrl+U', 'ctrl+u'],
]);

type Step = {says: string} & ({key: Key} | {types: string} | {shows: string});

/** What a part of a guide has somebody press, type and see, in order. */
function stepsOf(markdown: string): Step[] {
	const plain = markdown.replaceAll(/\*\*/g, '').replaceAll(/\]\([^)]*\)/g, ']');
	return [...plain.matchAll(/`([^`]+)`|(?<!\w)_([^_\n]+)_(?!\w)|“([^”]+)”/g)].map(
		([says, code, typed, shown]): Step => {
			if (typed !== undefined) return {says, types: typed};
			if (shown !== undefined) return {says, shows: shown.replaceAll(/\s+/g, ' ')};
			const key = keys.get(code ?? '');
			if (key === undefined) throw new Error(`${says} is not a key that the program knows`);
			return {says, key};
		},
	);
}

function stepOf(markdown: string): Step {
	const [step] = stepsOf(markdown);
	if (!step) throw new Error(`${markdown} is not a step`);
	return step;
}

/** A part of a guide that is played: on a fresh sample after some keys, or on what the part before left. */
type Replay = {name?: string; before: string[]; part: string};

/** `<!-- replay: sample -->`, `<!-- replay: sample at 4 o -->`, or `<!-- replay on -->` to go on where the last one ended. */
const replays = (guide: string): Replay[] =>
	[
		...read(guide).matchAll(
			/<!-- replay(?: on|: (\S+)(?: at ([^>]*?))?) -->(.*?)<!-- end of replay -->/gs,
		),
	].map(([, name, before = '', part = '']) => ({
		...(name === undefined ? {} : {name}),
		before: before.split(' ').filter(Boolean),
		part,
	}));

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
	const guides = [
		'README.md',
		'docs/guide-chair.md',
		'docs/guide-secretary.md',
		'docs/guide-programme-manager.md',
	];
	test.each(guides)('%s', async (guide) => {
		const parts = replays(guide);
		expect(parts.length).toBeGreaterThan(0);
		let app: App | undefined;
		for (const {name, before, part} of parts) {
			if (name !== undefined) app = await open({database: sample(name), practice: true});
			if (!app) throw new Error('the first part names no sample');
			for (const key of before) await follow(app, stepOf(`\`${key}\``));
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
		expect(() => stepsOf('`Ctrl+K`')).toThrow('`Ctrl+K` is not a key that the program knows');
	});
});

/** Where somebody is who reads a guide: each key of one does something at one of these places at least. */
const places: [sampleName: string, ...keys: string[]][] = [
	['north-hertfordshire-it', '4', 'o', 't', 'A'],
	['north-hertfordshire-it', '4', 'o', 't', 'A', 'Esc', 'n', 'n', 'n', 'n'],
	['north-hertfordshire-it', '4', 'o', 't', 'A', 'Esc', 'n', 'n', 'n', 'n', 'n', 'n'],
	['lincolnshire-imt', '4', 'o', 't', 'A', 'Esc', 'n', 'n', 'n', 'n', 'n', 'n', 'j', 'j'],
	['riverside-charity', '4', 'j', 'j'],
	['riverside-charity', '4', 'o', 't', 'A', 'Esc', 'n'],
	['riverside-charity', '4', 'o', 't', 'A', 'Esc', 'n', 'n'],
	['riverside-charity', '2', 'Right'],
	['riverside-charity', '3'],
	['riverside-charity', '5'],
	['riverside-charity', '5', 'v'],
	['epping-forest-ict', '5'],
	['riverside-charity', '6'],
	['riverside-charity', '7', '['],
	['epping-forest-ict', '7'],
	['riverside-charity', '8'],
	['riverside-charity', '9'],
];

test('each key that a guide names does something where its reader is', async () => {
	const works = new Set<Key>();
	for (const [name, ...before] of places) {
		const app = await open({database: sample(name), practice: true, shell: {importer}});
		for (const key of before) await follow(app, stepOf(`\`${key}\``));
		const state = app.session.getState();
		for (const key of keys.values()) {
			const found = findBinding(scopesOf(state), key);
			if (found && mayUse(found, state) === true) works.add(key);
		}
	}
	const named = [
		'guide-chair',
		'guide-secretary',
		'guide-programme-manager',
		'first-meeting',
	].flatMap((guide) =>
		[
			...read(`docs/${guide}.md`)
				.replaceAll(/```[^]*?```/g, '')
				.matchAll(/`([^`]+)`/g),
		].map(([, code = '']) => [guide, code]),
	);
	// What edits a text, or a form, does so where something is typed.
	// No sample has a decision that took the place of another: register.test.ts presses those two keys.
	const typing = /^[<>]$|^(?:Ctrl\+|Shift\+)?(?:Ctrl\+[A-Z]|Tab|F1|l)$/;
	const dead = named.filter(([, code = '']) => {
		const key = keys.get(code);
		return key !== undefined && !works.has(key) && !typing.test(code);
	});
	expect(dead).toEqual([]);
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
