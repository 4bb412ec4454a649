// What the system says when a file cannot be used, as a clause for people: each in a whole sentence.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {codeOf, explain, Fault, reasonOf} from '../../source/store/reasons.ts';

const systemError = (code: string) => Object.assign(new Error(`${code}: as it says`), {code});

test.each([
	['ENOSPC', 'the disk is full; make room on it and try again'],
	['EDQUOT', 'your share of the disk is used up; make room and try again'],
	['EFBIG', 'the file may not grow any larger here; a limit on file sizes stands in the way'],
	[
		'EBUSY',
		'it is in use as a whole, as a file is that was mounted by itself; mount the folder that it lies in instead',
	],
	['EROFS', 'the disk is mounted read-only'],
	['EACCES', 'you have no permission; ask whoever looks after the folder and the file'],
	['EPERM', 'you have no permission; ask whoever looks after the folder and the file'],
	['ENOENT', 'it is no longer there; it was deleted, renamed or moved'],
	['ENOTDIR', 'its folder is no longer there'],
	['EISDIR', 'it is a folder'],
	['ELOOP', 'its symbolic links go round in a circle'],
	['ENAMETOOLONG', 'its name is too long'],
	['EIO', 'the disk reports an error; have it looked at'],
	['EMFILE', 'too many files are open; close other programs and try again'],
	['ENFILE', 'too many files are open; close other programs and try again'],
	['ENOMEM', 'there is not enough memory'],
	['ESTALE', 'the network disk has lost it; try again'],
	['ETIMEDOUT', 'the network disk does not answer; try again'],
	['ENOLCK', 'the disk has no locks to give; on a network disk, its lock service must run'],
	['Z_DATA_ERROR', 'what is compressed in it is damaged'],
	['Z_BUF_ERROR', 'the end of what is compressed in it is missing'],
	['ERR_BUFFER_TOO_LARGE', 'it is too large to be read'],
	['ERR_FS_FILE_TOO_LARGE', 'it is too large to be read'],
	['ERR_STRING_TOO_LONG', 'it is too large to be read'],
])('%s is told in words', (code, words) => {
	expect(reasonOf(systemError(code))).toBe(words);
	expect(codeOf(systemError(code))).toBe(code);
});

test('what is a sentence already stays one, and what nobody foresaw is one line that nothing hides in', () => {
	expect(reasonOf(new Fault('as it stands'))).toBe('as it stands');
	expect(reasonOf(systemError('EWHAT'))).toBe('EWHAT: as it says');
	expect(reasonOf(new Error('two\nlines\u001B[2J'))).toBe(String.raw`two\u000alines\u001b[2J`);
	expect(reasonOf('a text')).toBe('a text');
	expect(reasonOf(new Error('x'.repeat(400)))).toHaveLength(300);
	expect(codeOf(null)).toBeUndefined();
	expect(codeOf(new Error('without one'))).toBeUndefined();
});

test('a disk that is full in a folder with room is told as full, and any other error as it is', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'boardwalk-test-'));
	try {
		const full = systemError('ENOSPC');
		expect(await explain(full, folder)).toBe(full);
		expect(await explain(full, path.join(folder, 'not-there'))).toBe(full);
		const other = systemError('EIO');
		expect(await explain(other, folder)).toBe(other);
	} finally {
		rmSync(folder, {recursive: true});
	}
});
