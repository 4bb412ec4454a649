// While an exempt item is before the room, a key that would add what everybody may read says so at once.
import {expect, test} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {chairDoes, flat, open} from './scene.ts';

/** Item 3 is exempt and before the room. */
function room(): Database {
	const database = makeDatabase();
	database.meetings[1]!.agenda[2]!.exempt = {paragraphs: [3]};
	return after(
		database,
		{kind: 'meeting/open', id: 'M-2'},
		{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-4'},
	);
}

test.each([
	['a notice', ['5', 'v', 'v', 'N'], 'a new notice'],
	['a decision at no meeting', ['5', 'N'], 'a decision between meetings'],
	['an item', ['4', 'item.add'], 'a new item'],
])('%s', async (_what, keys, told) => {
	const app = await open({database: room()}, ...keys);
	expect(app.session.getState().stack.at(-1)?.form).toBeUndefined();
	expect(flat(app)).toContain(`item 3 is exempt: ${told} would be public; move the room on first`);
	await chairDoes(app.store, {kind: 'meeting/move', id: 'M-2', from: 'I-4', to: 'I-5'});
	await app.press(keys.at(-1)!);
	expect(app.session.getState().stack.at(-1)?.form).toBeDefined();
});
