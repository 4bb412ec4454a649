// What every key says and does, and why it cannot be used where it cannot: asked on every screen, at its first rows, of meetings as they go.
import {expect, test} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {mayUse, wordsOf} from '../../source/ui/bindings/binding.ts';
import {bindingsIn, placeScopes} from '../../source/ui/keymap.ts';
import {placeOf, type State, type Step} from '../../source/ui/state.ts';
import {type KeyName, keysByName} from '../../source/ui/keys-by-name.ts';
import {makeCouncil, sitting} from '../helpers/council.ts';
import {makeDatabase} from '../helpers/database.ts';
import type {Options} from '../helpers/screens.tsx';
import {cabinet} from '../documents/cabinet.ts';
import {open, sample} from './scene.ts';

const empty = (): Database =>
	makeDatabase({
		strategies: [],
		projects: [],
		boards: [],
		meetings: [],
		reports: [],
		decisions: [],
		actions: [],
		notices: [],
	});

const scenes: Record<string, Options> = {
	'before anything is there': {database: empty()},
	'before the meeting': {database: makeCouncil()},
	'in the meeting': {database: sitting()},
	'after the meeting': {database: cabinet('published')},
	'at a charity': {database: sample('riverside-charity')},
	'for the public': {database: cabinet('published'), publicOnly: true},
};

/** The ways to the screens: from the first ones, and from there to what their keys bring up. */
const ways: KeyName[][] = [
	...Object.keys(keysByName)
		.filter((name): name is KeyName => name.startsWith('go.'))
		.map((name): KeyName[] => [name]),
	['go.portfolio', 'list.open'],
	['go.portfolio', 'portfolio.next-view'],
	['go.portfolio', 'portfolio.next-view', 'portfolio.next-view'],
	['go.portfolio', 'portfolio.saved'],
	['go.meeting', 'lawful.show'],
	['go.meeting', 'item.open'],
	['go.register', 'list.open'],
	['go.register', 'register.variant'],
	['go.register', 'register.variant', 'register.variant'],
	['go.register', 'register.variant', 'register.variant', 'register.variant'],
	['go.log', 'list.open'],
	['go.members', 'roles.show'],
	['private.list'],
	['here.show'],
];
const sayWay = (way: readonly KeyName[]): string => way.join(' ').replaceAll(/go\./g, '');

/** How many rows of a list are asked about. */
const rows = 8;

/** How many different things a key does are written down. */
const outcomes = 5;

/** What a key does, in lines: what it asks, says, opens and records. */
function sayStep(before: State, {state, effects, onward}: Step): string[] {
	const [place, was] = [placeOf(state), placeOf(before)];
	const {overlay, message} = state;
	const asked = overlay?.kind === 'confirm' ? overlay : undefined;
	return [
		...(place.screen === was.screen && place.form === was.form
			? []
			: [`opens ${place.screen} ${place.form?.kind ?? ''}`]),
		...(overlay && !asked ? [`opens ${overlay.kind}`] : []),
		...(asked ? [`asks “${asked.title}”`, ...asked.lines.map((line) => `  ${line}`)] : []),
		...(asked ? [`  [${asked.yes}] ${JSON.stringify(asked.effects)}`] : []),
		...(message && message !== before.message ? [`says ${message.text}`] : []),
		...effects.map((effect) => JSON.stringify(effect)),
		...(onward ? [JSON.stringify(onward)] : []),
	];
}

test.each(Object.entries(scenes))('what keys say %s', async (name, options) => {
	const app = await open(options);
	const told = new Map<string, Map<string, Set<string>>>();
	const done = new Map<string, Set<string>>();
	for (const way of ways) {
		await app.press('escape', 'escape', 'escape');
		// Where one cannot be gone to the end, the keys are those of where one is.
		await app.press(...way).catch(() => {});
		for (let row = 0; row < rows; row++) {
			const state = app.session.getState();
			for (const binding of bindingsIn(placeScopes(state))) {
				const may = mayUse(binding, state);
				const {label = '(not here)', hint} = wordsOf(binding, state) ?? {};
				const says = `${label}${hint === undefined ? '' : ` [${hint}]`}: ${may === true ? 'yes' : may}`;
				const answers = told.get(binding.id) ?? new Map<string, Set<string>>();
				told.set(binding.id, answers);
				answers.set(says, (answers.get(says) ?? new Set()).add(sayWay(way)));
				if (may !== true) continue;
				const does = sayStep(state, binding.run(state)).join('\n\t\t');
				const all = done.get(binding.id) ?? new Set<string>();
				done.set(binding.id, all);
				if (does !== '' && all.size < outcomes) all.add(does);
			}
			await app.press('down');
		}
	}
	const lines = [...told].flatMap(([id, answers]) => [
		id,
		...[...answers].map(
			([says, where]) =>
				`\t${says} (${where.size === ways.length ? 'everywhere' : [...where].join(', ')})`,
		),
		...[...(done.get(id) ?? [])].map((does) => `\t⇒ ${does}`),
	]);
	await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
		`golden/keys/${name.replaceAll(' ', '-')}.txt`,
	);
});
