// Another process that writes to a database. Its arguments are the file and a project in progress;
// it commits once for every message 'once', and without a pause from the message 'always' on.
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {bareSave} from './floor/save.ts';
import {now} from './samples.ts';
import {committer, hasStore} from './store.ts';

/** Times on the machine's monotonic clock, in milliseconds. */
export type Written = {started: number; ended: number};

const [, , file = '', project = ''] = process.argv;
const write = hasStore ? (await committer(file, project)).commit : saver();

/** Without a store it still loads the machine. */
function saver() {
	const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
	return async () => bareSave(file, content);
}

async function once(): Promise<Written> {
	const started = now();
	await write();
	return {started, ended: now()};
}

async function answer(always: boolean) {
	for (;;) {
		// Nobody may be listening any longer.
		process.send?.(await once(), undefined, undefined, () => {});
		if (!always) return;
		// Lets the process notice when the other side is gone.
		await new Promise(setImmediate);
	}
}

process.on('message', (message) => {
	void answer(message === 'always');
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
