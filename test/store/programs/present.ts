// Joins a database and tells what it sees: a line of JSON for every list of the others, `{others}`. The
// argument is JSON: {file, session, uid?, gid?, umask?, readOnly?}; with a uid, as that user, without any
// privileges. It is told what to do on its standard input, line by line, as JSON: {show: place}; {usage: true},
// upon which it says how much CPU it has used, in microseconds; {quiet: true}, upon which it says no more of
// the others; {leave: true}, which leaves the process idle; {close: true}, which ends it.
import process from 'node:process';
import {createInterface} from 'node:readline';
// Loaded while the checkout can be read for sure.
import {tryLock} from 'fs-native-extensions';
import {openFile} from '../../../source/store/file/open.ts';
import type {ShownPlace, Present} from '../../../source/store/store.ts';

export type Joining = {
	file: string;
	session: string;
	uid?: number;
	gid?: number;
	umask?: number;
	readOnly?: boolean;
};
export type Command =
	{show: ShownPlace} | {usage: true} | {quiet: true} | {leave: true} | {close: true};
export type Said = {
	others?: Present[];
	/** The clock of the machine, in nanoseconds. */
	when?: string;
	usage?: number;
	readOnly?: string;
	joined?: true;
};

const joining = JSON.parse(process.argv[2] ?? '{}') as Joining;
const {file, session, uid, gid = uid, umask, readOnly} = joining;
if (!tryLock) throw new Error('there are no locks');
if (umask !== undefined) process.umask(umask);
if (uid !== undefined && gid !== undefined) {
	process.setgroups?.([]);
	process.setgid?.(gid);
	process.setuid?.(uid);
}

const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`);
const store = await openFile(file, {readOnly});
const presence = store.join({actor: {user: session, host: 'test'}, session});
const quieten = presence.watch((others) =>
	say({others: [...others], when: String(process.hrtime.bigint())}),
);
say({joined: true, readOnly: store.readOnly});

for await (const line of createInterface({input: process.stdin})) {
	const command = JSON.parse(line) as Command;
	if ('show' in command) presence.show(command.show);
	if ('usage' in command) {
		const {user, system} = process.cpuUsage();
		say({usage: user + system});
	}
	if ('quiet' in command) quieten();
	if ('leave' in command) await presence.close();
	if ('close' in command) {
		await store.close();
		process.exit();
	}
}
