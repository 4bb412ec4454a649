// Where one types there is the cursor: for braille, magnifiers and input methods, on every screen, in both modes.
import {expect, test} from 'vitest';
import {windowOf} from '../../source/ui/components/window.ts';
import {isTyping} from '../../source/ui/input.ts';
import {screens, selectedOf} from '../../source/ui/screens/index.ts';
import {placeOf} from '../../source/ui/state.ts';
import {cellsOf} from '../../source/ui/terminal/cells.ts';
import {loadTrees} from '../../source/ui/trees.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {listen} from '../helpers/listener.ts';
import {newStore, sit} from './scene.ts';
import {findPlaces, openDatabase} from './terminal/places.ts';

const theme = themeFor({LANG: 'C.UTF-8', TERM: 'xterm-256color'});
await loadTrees(() => import('../../source/ui/components/tree.tsx'));
const database = await openDatabase();
const places = await findPlaces(database);

test.each([
	[80, 24],
	[60, 16],
	[200, 60],
])(
	'at %i×%i it stands behind the letter that was typed, else at what is selected',
	async (columns, rows) => {
		const wrong: string[] = [];
		let typing = 0;
		for (const {name, path} of places) {
			const clerk = sit({store: newStore(database), columns, rows});
			await clerk.press(...path, 'z');
			const state = clerk.session.getState();
			const cells = windowOf(state, theme).map((line) => cellsOf(line, columns));
			const typed = cells.filter((one) => one.typed !== undefined);
			const rests = cells.filter((one) => one.rests !== undefined);
			const place = placeOf(state);
			if (isTyping(state)) {
				typing++;
				const [row] = typed;
				// A field of choices has no text: there the choice is where one is.
				const isThere =
					row === undefined
						? rests.length === 1
						: typed.length === 1 && (row.texts[(row.typed ?? 0) - 1] ?? '') !== '';
				if (!isThere) wrong.push(name);
			} else if (
				!state.overlay &&
				place.screen !== 'form' &&
				screens[place.screen].rows(state, place).length > 0 &&
				selectedOf(state) !== undefined &&
				rests.length !== 1
			)
				wrong.push(`${name} (a list)`);
			clerk.session.close();
		}
		expect(wrong).toEqual([]);
		expect(typing).toBeGreaterThan(30);
	},
);

test('in linear mode what is written ends with the line that is typed, and the cursor with it', async () => {
	const wrong: string[] = [];
	for (const {name, path} of places) {
		const listener = await listen({store: newStore(database)});
		await listener.press(...path);
		listener.heard();
		await listener.press('z');
		if (!isTyping(listener.session.getState())) continue;
		const heard = listener.heard();
		// The letter alone is written, or why it is none here; then the line with the field again.
		if (heard !== 'z' && !/\S$|[:,] $/.test(heard)) wrong.push(`${name}: ${JSON.stringify(heard)}`);
	}
	expect(wrong).toEqual([]);
});
