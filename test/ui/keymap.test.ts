import path from 'node:path';
import {expect, test} from 'vitest';
import {footerLines} from '../../source/ui/components/footer.ts';
import {helpLines} from '../../source/ui/components/overlays.ts';
import {wordsOf} from '../../source/ui/bindings/binding.ts';
import {bindings, bindingsIn, placeScopes, scopesOf} from '../../source/ui/keymap.ts';
import {keyFor, keysByName, keysOf} from '../../source/ui/keys-by-name.ts';
import type {Key} from '../../source/ui/keys.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {makeDatabase} from '../helpers/database.ts';
import {newStore, sit} from './scene.ts';

/** The keys that lead from the overview to every place. */
const paper = path.join(import.meta.dirname, '..', 'import', 'papers', 'mayoral-decision.md');

const places: [place: string, keys: Key[]][] = [
	['overview', []],
	['walk', ['2']],
	['portfolio', ['3']],
	['matrix', ['3', 'M']],
	['saved views', ['3', 'y']],
	['timeline', ['3', 'v']],
	['risks', ['3', 'v', 'v']],
	['measures', ['3', 'v', 'v', 'v']],
	['candidates', ['3', 'v', 'v', 'v', 'v']],
	['dependencies', ['3', 'v', 'v', 'v', 'v', 'v']],
	['milestones', ['3', 'j', 'm']],
	['strategy', ['9']],
	['a paper', [...Array.from(`4I${paper}`), 'enter']],
	['project', ['3', 'enter']],
	['planned meeting', ['4']],
	['open meeting', ['4', 'o']],
	['roll', ['4', 't']],
	['members', ['8']],
	['roles', ['8', 'r']],
	['can we decide?', ['4', 'L']],
	['minutes', ['7']],
	['decisions', ['5']],
	['actions', ['5', 'v']],
	['notices', ['5', 'v', 'v']],
	['decision', ['5', 'enter']],
	['notice', ['5', 'v', 'v', 'enter']],
	['log', ['2', 's', 'd', 'enter', '6']],
	['an item', ['4', 'o', 'j', 'enter']],
	['entry', ['2', 's', 'd', 'enter', '6', 'enter']],
	['held back', ['H']],
	['form at a choice', ['3', 's']],
	['form at a long text', ['3', 'c']],
	['form at a line', ['3', 'a']],
	['filter', ['3', '/']],
	['help', ['?']],
	['quick line', [':', 'w', 'a', 'l', 'k']],
	['roll call', ['4', 'o', 't', 'A', 'escape', 'd', ...Array<Key>(5).fill('tab'), 'ctrl+n', 'f']],
	['confirmation', ['4', 'o', 'X']],
	['blank', ['.']],
];

/** Two decisions and two notices, so that there is a next one. */
function database() {
	const given = makeDatabase({
		notices: ['N-1', 'N-2'].map((id) => ({id, kind: 'key-decision', title: 'Let', board: 'B-2'})),
	});
	const [decision] = given.decisions;
	return decision
		? {...given, decisions: [decision, {...decision, id: 'D-2', title: 'Another'}]}
		: given;
}

async function at(keys: Key[], columns = 80) {
	const seat = sit({store: newStore(database()), columns});
	await seat.press(...keys);
	return seat;
}

const theme = themeFor({LANG: 'C.UTF-8'});

/** Help with nothing left out, as lines. */
const wholeHelp = (state: Parameters<typeof helpLines>[0]) =>
	helpLines(state, theme, state.columns, 500, 0).map((line) =>
		line.replaceAll(/\u001b\[\d*m/g, ''),
	);

test('no key is bound twice in one scope', () => {
	const seen = bindings.flatMap(({scope, id}) => keysOf(id).map((key) => `${scope} ${key}`));
	expect(seen.filter((one, index) => seen.indexOf(one) !== index)).toEqual([]);
});

test('every binding has a name of its own, and every name is bound', () => {
	const ids = bindings.map(({id}) => id);
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	expect(Object.keys(keysByName).filter((name) => !ids.includes(name as never))).toEqual([]);
});

test('every binding says what it does', () => {
	expect(bindings.filter(({label}) => label.trim() === '')).toEqual([]);
});

test('hints are a word or two', () => {
	expect(bindings.filter(({hint}) => hint !== undefined && hint.length > 18)).toEqual([]);
});

test('keys that a terminal may keep for itself are never bound', () => {
	const keys = bindings.flatMap(({id}) => keysOf(id));
	for (const key of ['ctrl+s', 'ctrl+q', 'ctrl+z', 'ctrl+\\']) expect(keys).not.toContain(key);
});

test('letters stay free for typing in a form, the filter and the quick line', () => {
	const typed = bindings
		.filter(({scope}) => ['form', 'filter', 'quick'].includes(scope))
		.flatMap(({id}) => keysOf(id).filter((key) => key.length === 1));
	expect(typed).toEqual([]);
});

test('every scope that binds a key can be reached', async () => {
	const reached = new Set<string>();
	for (const [, keys] of places) {
		const {session} = await at(keys);
		for (const scope of scopesOf(session.getState())) reached.add(scope);
	}
	expect(bindings.map(({scope}) => scope).filter((scope) => !reached.has(scope))).toEqual([]);
});

test.each(places)('%s: every key that is hinted at does something', async (_, keys) => {
	const {session} = await at(keys, 200);
	const hinted = bindingsIn(scopesOf(session.getState())).filter(
		({hint, enabled}) => hint && (enabled?.(session.getState()) ?? true) === true,
	);
	const footer = footerLines(session.getState(), theme).join('\n');
	for (const {id, hint} of hinted) {
		expect(footer).toContain(hint);
		const other = await at(keys, 200);
		const before = other.session.getState();
		await other.press(keysOf(id)[0]);
		const after = other.session.getState();
		const seen = [after.stack, after.overlay, after.message, after.database, other.did];
		expect(seen, `${id} ${hint}`).not.toEqual([
			before.stack,
			before.overlay,
			before.message,
			before.database,
			[],
		]);
		expect(after.message?.tone, `${id} ${hint}`).not.toBe('refused');
	}
});

/** What lies over the screen has a bottom line, no help. */
const overlays = ['help', 'quick line', 'confirmation', 'blank'];

test.each(places)('%s: help lists every key that works there', async (place, keys) => {
	if (overlays.includes(place)) return;
	const {session} = await at(keys);
	// A long label goes over two lines.
	const help = wholeHelp(session.getState()).join(' ').replaceAll(/\s+/g, ' ');
	for (const binding of bindingsIn(placeScopes(session.getState()))) {
		const {id} = binding;
		expect(help).toContain(wordsOf(binding, session.getState())?.label);
		expect(help).toContain(keyFor(id));
	}
});

test('help says in full why a key cannot be used, in every place', async () => {
	const missing: string[] = [];
	for (const [place, keys] of places) {
		if (overlays.includes(place)) continue;
		const {session} = await at(keys);
		const help = wholeHelp(session.getState()).join(' ').replaceAll(/\s+/g, ' ');
		for (const {enabled} of bindingsIn(placeScopes(session.getState()))) {
			const may = enabled?.(session.getState()) ?? true;
			if (may !== true && !help.includes(may)) missing.push(`${place}: ${may}`);
		}
	}
	expect(missing).toEqual([]);
});

test('a key that cannot be used says why, and does nothing', async () => {
	const {session, press} = await at(['1']);
	await press('d');
	expect(session.getState().message).toEqual({
		tone: 'refused',
		text: 'd: no meeting is open: 4 shows the meeting, o opens it',
	});
	expect(session.getState().stack).toHaveLength(1);
});

test('a test that names what a key does is told where that is not to be had', async () => {
	const {press} = await at(['3']);
	await expect(press('roll.present')).rejects.toThrow(
		'roll.present is not to be had here: its key does undefined',
	);
});

test('the way out stands in the bottom line of every place but the first, however narrow', async () => {
	const wrong: string[] = [];
	for (const [place, keys] of places) {
		if (place === 'blank') continue;
		const {session} = await at(keys, 60);
		const {stack, overlay} = session.getState();
		const isFirst = stack.length === 1 && !overlay;
		const hasWayOut = footerLines(session.getState(), theme).join('\n').includes('Esc');
		if (hasWayOut === isFirst) wrong.push(place);
	}
	expect(wrong).toEqual([]);
});

const footer = async (...keys: Key[]): Promise<string> => {
	const {session} = await at(keys, 60);
	return (
		footerLines(session.getState(), theme)
			.at(-1)
			?.replaceAll(/\u001b\[[\d;]*m/g, '')
			.trim() ?? ''
	);
};

test('the bottom line begins with what is likely done next', async () => {
	expect(await footer('4')).toMatch(/^o open meeting {2}N add item {2}P publish/);
	expect(await footer('4', 'o')).toMatch(/^t roll {2}n next item {2}i note {2}d decide/);
	expect(await footer('4', 'o', 't')).toMatch(/^A all present/);
	expect(await footer('4', 'o', 't', 'A', 'escape')).toMatch(/^n next item {2}i note {2}d decide/);
	expect(await footer('4', 'o', 't', 'A', 'escape', 'G', 'T')).toMatch(/X close/);
	expect(await footer('2')).toMatch(/^s status {2}c comment/);
});
