// A session's file in the making: between being made and being locked it looks like that of a dead session.
import {access, mkdir, open} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, expect, test, vi} from 'vitest';
import {nameOf} from '../../source/store/file/presence/folder.ts';
import {Others} from '../../source/store/file/presence/others.ts';
import {pathsOf} from '../../source/store/file/paths.ts';
import {file, tidy} from './places.ts';

afterEach(tidy);

/** What the maker is doing at the worst moment: while somebody who looks asks whether its session lives. */
const meanwhile = vi.hoisted(() => ({maker: async () => {}}));
vi.mock(import('../../source/store/file/presence/held.ts'), async (original) => {
	const held = await original();
	const isHeld: typeof held.isHeld = async (descriptor) => {
		const answer = await held.isHeld(descriptor);
		await meanwhile.maker();
		return answer;
	};
	return {...held, isHeld};
});

test('whoever looks at it is not in the way of who makes it', async () => {
	const {hold} = await import('../../source/store/file/presence/held.ts');
	const place = pathsOf(await file());
	await mkdir(place.presence);
	const name = nameOf('a'.repeat(32), 'tmp');
	await using handle = await open(join(place.presence, name), 'wx+');
	const locked: boolean[] = [];
	const lock = async () => void locked.push(await hold(handle.fd));
	meanwhile.maker = lock;
	const others = new Others(place);
	await others.lookAtAll({names: new Set([name]), isComplete: true}, undefined);
	if (locked.length === 0) await lock();
	expect(locked).toEqual([true]);
	expect(others.presents()).toEqual([]);
	await access(join(place.presence, name));
});
