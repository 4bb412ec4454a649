// node benchmark/relay.ts <delay> <rate> <node's arguments …>: a line with a program at its far end. What goes over it
// arrives `delay` milliseconds later, either way; what comes back goes at `rate` bytes a second, 0 for any number, and the
// program waits while the line is full, as it would on a modem.
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import {now} from './samples.ts';

const [delay = 0, rate = 0] = process.argv.slice(2, 4).map(Number);
const far = spawn(process.execPath, process.argv.slice(4), {
	name: process.env['TERM'] ?? 'xterm-256color',
	cols: process.stdout.columns,
	rows: process.stdout.rows,
	env: process.env,
	encoding: null,
});
/** When the last byte that was sent has left; they arrive a hundredth of a second's worth at a time. */
let free = 0;

process.stdin.setRawMode(true);
process.stdin.on('data', (keys: Buffer) => {
	setTimeout(() => far.write(keys.toString()), delay);
});
far.onData((data) => {
	const bytes = Buffer.from(data);
	if (rate === 0) {
		setTimeout(() => process.stdout.write(bytes), delay);
		return;
	}
	const piece = Math.ceil(rate / 100);
	for (let at = 0; at < bytes.length; at += piece) {
		const few = bytes.subarray(at, at + piece);
		free = Math.max(now(), free) + (few.length / rate) * 1000;
		setTimeout(() => process.stdout.write(few), free - now() + delay);
	}
	far.pause();
	setTimeout(() => far.resume(), free - now());
});
far.onExit(({exitCode}) => {
	setTimeout(() => process.exit(exitCode), delay);
});
