// Every screen, form, question and page that an open meeting has, found by pressing every key on every screen.
import {keysOf} from '../../../source/ui/keys-by-name.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {bindingsIn, placeScopes} from '../../../source/ui/keymap.ts';
import type {Key} from '../../../source/ui/keys.ts';
import {placeOf, type State} from '../../../source/ui/state.ts';
import {lincolnshire, newStore, sit} from '../scene.ts';

export type Found = {name: string; path: Key[]};

const screens: Key[][] = [
	['1'],
	['2'],
	['3'],
	['3', 'M'],
	['3', '/', 'a'],
	['3', 'enter'],
	['4'],
	['4', 'j', 'j', 'j'],
	['4', 't'],
	['4', 'L'],
	['5'],
	['5', 'enter'],
	['5', 'v'],
	['5', 'v', 'v'],
	['6'],
	['6', 'enter'],
	['7'],
	['8'],
	['9'],
	['9', 'enter'],
];

/** The sample with its meeting open, its roll taken and something to work on. */
export async function openDatabase(): Promise<Database> {
	const store = newStore(lincolnshire());
	const clerk = sit({store});
	await clerk.press('4', 'o');
	if (clerk.session.getState().overlay) await clerk.press('enter');
	await clerk.press(
		't',
		'A',
		'escape',
		'a',
		'W',
		'r',
		'i',
		't',
		'e',
		'ctrl+d',
		'2',
		'c',
		'x',
		'ctrl+d',
	);
	clerk.session.close();
	return store.read();
}

const nameOf = (state: State): string => {
	const {screen, form, variant, filtering} = placeOf(state);
	const {overlay} = state;
	const title = overlay?.kind === 'confirm' ? overlay.title.replace(/[A-Z]-?\d+.*/, '') : '';
	return [
		screen,
		form?.kind,
		form && form.target.says,
		variant,
		filtering && 'filter',
		overlay?.kind,
		title,
	]
		.filter(Boolean)
		.join(' ');
};

/** All of them, each with the keys that lead there. */
export async function findPlaces(database: Database): Promise<Found[]> {
	const found = new Map<string, Found>();
	const visit = async (path: Key[]): Promise<State> => {
		const clerk = sit({store: newStore(database)});
		await clerk.press(...path);
		const state = clerk.session.getState();
		clerk.session.close();
		const name = nameOf(state);
		if (!found.has(name)) found.set(name, {name, path});
		return state;
	};
	for (const path of screens) {
		const state = await visit(path);
		const scopes = state.overlay ? [] : placeScopes(state);
		for (const {id} of bindingsIn(scopes)) await visit([...path, keysOf(id)[0]]);
	}
	return [...found.values()];
}
