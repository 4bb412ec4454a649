// A wider or higher window never shows less: every screen of every sample, drawn at growing sizes.
import {expect, test} from 'vitest';
import {windowOf} from '../../source/ui/components/window.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {newStore, sample, sit} from './scene.ts';

const sizes: [columns: number, rows: number][] = [
	[60, 16],
	[80, 24],
	[100, 30],
	[119, 40],
	[120, 40],
	[160, 50],
	[200, 60],
];

const screens: [screen: string, keys: string[]][] = [
	['overview', []],
	['walk', ['2']],
	['portfolio', ['3']],
	['a project', ['3', 'enter']],
	['meeting', ['4']],
	['an item', ['4', 'enter']],
	['roll', ['4', 't']],
	['can we decide?', ['4', 'L']],
	['register', ['5']],
	['a decision', ['5', 'enter']],
	['actions', ['5', 'v']],
	['log', ['6']],
	['members', ['8']],
	['roles', ['8', 'r']],
	['the strategy', ['9']],
	['a part of the strategy', ['9', 'j', 'j', 'enter']],
	['walk, project by project', ['2', ']', 'v']],
	['timeline', ['3', 'v']],
	['risks', ['3', 'v', 'v']],
	['measures', ['3', 'v', 'v', 'v']],
	['candidates', ['3', 'v', 'v', 'v', 'v']],
	['dependencies', ['3', 'v', 'v', 'v', 'v', 'v']],
	['saved views', ['3', 'y']],
	['milestones', ['3', 'm']],
	['risks of a project', ['3', 'r']],
	['notices', ['5', 'v', 'v']],
	['reports', ['5', 'v', 'v', 'v']],
	['an act', ['6', 'enter']],
	['minutes', ['7']],
	['who is here', ['W']],
	['what is held back', ['H']],
	['help', ['?']],
	['how do I', ['?', 'tab']],
	['a form', ['3', 'e']],
	['the quick line', [':', 'd', 'e', 'c']],
];

const theme = themeFor({LANG: 'C.UTF-8', NO_COLOR: '1'});

/** The lines between header and footer, in one window, without their colours. */
const bodyIn = (state: Parameters<typeof windowOf>[0], columns: number, rows: number): string[] =>
	windowOf({...state, columns, rows}, theme)
		.slice(3, -2)
		.flatMap((line) => (typeof line === 'string' ? [line] : [line.left, line.right]))
		.map((line) => line.replaceAll(/\u001b\[[\d;]*m/g, ''));

/** The words between header and footer that are seen whole. */
function words(state: Parameters<typeof windowOf>[0], columns: number, rows: number): Set<string> {
	const found = bodyIn(state, columns, rows)
		.flatMap((line) => line.split(/\s+/))
		.filter((word) => !word.includes('…'));
	// What a small window says of itself is not text of the record.
	return new Set(
		found
			.map((word) => word.replace(/[.,;:]$/, ''))
			.filter((word) => /^\p{L}[\p{L}\p{N}’'-]{3,}$/u.test(word))
			// A long hash is broken where the line ends.
			.filter((word) => !/^[\da-f]{20,}$/.test(word)),
	);
}

/** Words of sentences about the window itself: they go when there is room. */
const own = new Set([
	'more',
	'line',
	'lines',
	'reads',
	'Enter',
	'shows',
	'Item',
	'project',
	'Owner',
]);

const samples = [
	'lincolnshire-imt',
	'lincolnshire-decision',
	'epping-forest-ict',
	'riverside-charity',
	'north-hertfordshire-it',
	'westmorland-and-furness-ict',
];

test.each(samples)(
	'%s: every wider and higher window shows what a smaller one does',
	async (name) => {
		const database = sample(name);
		const lost: string[] = [];
		for (const [screen, keys] of screens) {
			const {session, press} = sit({store: newStore(database)});
			await press(...keys);
			const state = session.getState();
			let before = words(state, 60, 16);
			for (const [columns, rows] of sizes.slice(1)) {
				const now = words(state, columns, rows);
				const gone = [...before].filter((word) => !now.has(word) && !own.has(word));
				if (gone.length > 0) lost.push(`${screen} at ${columns}×${rows}: ${gone.join(' ')}`);
				before = now;
			}
		}
		expect(lost).toEqual([]);
	},
);

test.each([
	['roll', ['4', 't']],
	['members', ['8']],
])('the smallest window cuts no name on the %s while its row has room', async (_, keys) => {
	const {session, press} = sit({store: newStore(sample('riverside-charity'))});
	await press(...keys);
	const drawn = bodyIn(session.getState(), 60, 16).join('\n');
	for (const name of ['Trustee for the building', 'Trustee for young people'])
		expect(drawn).toContain(name);
});
