// In which order a save reaches the disk: the file whole before it has its name, and its name before anybody is told.
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import type {FileHandle} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {pathsOf} from '../../source/store/file/paths.ts';
import {replaceFile, syncDirectory} from '../../source/store/file/replace.ts';

const steps: string[] = [];
/** An error for the next attempt to bring a folder to the disk. */
let refusal: string | undefined;

vi.mock('node:fs/promises', async (original) => {
	const real = await original<typeof import('node:fs/promises')>();
	return {
		...real,
		async open(file: string, ...rest: []) {
			const handle: FileHandle = await real.open(file, ...rest);
			const sync = handle.sync.bind(handle);
			handle.sync = async () => {
				const isFolder = (await handle.stat()).isDirectory();
				steps.push(isFolder ? 'the folder is synced' : 'the file is synced');
				if (isFolder && refusal) throw Object.assign(new Error(refusal), {code: refusal});
				return sync();
			};
			return handle;
		},
		rename(from: string, to: string) {
			steps.push('it has its name');
			return real.rename(from, to);
		},
	};
});

let folder = '';
let file = '';
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'boardwalk-test-'));
	file = path.join(folder, 'strategy.json');
	writeFileSync(file, 'old');
	steps.splice(0);
	refusal = undefined;
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const save = async (confirm = async () => {}) => {
	const handle = await replaceFile(pathsOf(file), Buffer.from('new'), file, confirm);
	await handle.close();
};

test('a file is on the disk before it has its name, and its name before the save is over', async () => {
	await save(async () => void steps.push('it is confirmed'));
	await syncDirectory({directory: folder});
	expect(steps).toEqual([
		'the file is synced',
		'it is confirmed',
		'it has its name',
		'the folder is synced',
	]);
	expect(readFileSync(file, 'utf8')).toBe('new');
	expect(readdirSync(folder)).toEqual(['strategy.json']);
});

test('what is not confirmed leaves the old file and nothing beside it', async () => {
	const refused = save(() => Promise.reject(new Error('somebody else was first')));
	await expect(refused).rejects.toThrow('somebody else was first');
	expect(steps).toEqual(['the file is synced']);
	expect(readFileSync(file, 'utf8')).toBe('old');
	expect(readdirSync(folder)).toEqual(['strategy.json']);
});

test('a folder that cannot be synced at all is let be; a disk that fails is told', async () => {
	for (const code of ['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'EISDIR', 'EBADF', 'ENOSYS']) {
		refusal = code;
		await expect(syncDirectory({directory: folder})).resolves.toBeUndefined();
	}
	refusal = 'EIO';
	await expect(syncDirectory({directory: folder})).rejects.toThrow('EIO');
});
