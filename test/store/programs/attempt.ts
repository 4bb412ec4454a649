// Opens a database, commits one comment and says what came of it as JSON. The argument is JSON too:
// {file, uid?, gid?, umask?, note?}; with a uid, as that user and the group of that number or `gid`, without any privileges.
import {randomUUID} from 'node:crypto';
import process from 'node:process';
// Loaded while the checkout can be read for sure.
import {tryLock} from 'fs-native-extensions';
import {openStore} from '../../../source/store/open.ts';

export type Attempt = {file: string; uid?: number; gid?: number; umask?: number; note?: string};
export type Result = {unusable: string} | {readOnly?: string; ok: boolean; message?: string};

const {
	file,
	uid,
	gid = uid,
	umask,
	note = 'tried',
} = JSON.parse(process.argv[2] ?? '{}') as Attempt;
if (!tryLock) throw new Error('there are no locks');
if (umask !== undefined) process.umask(umask);
if (uid !== undefined) {
	process.setgroups?.([]);
	process.setgid?.(gid ?? uid);
	process.setuid?.(uid);
}

async function attempt(): Promise<Result> {
	try {
		const store = await openStore(file);
		const outcome = await store.commit(
			{id: randomUUID(), changes: [{kind: 'project/update', id: 'P1-01', note}]},
			{actor: {user: 'attempt', host: 'test'}, session: 'attempt'},
		);
		const {readOnly} = store;
		await store.close();
		return outcome.ok
			? {readOnly, ok: true}
			: {readOnly, ok: false, message: outcome.rejection.message};
	} catch (error) {
		return {unusable: String(error)};
	}
}

process.stdout.write(`${JSON.stringify(await attempt())}\n`);
