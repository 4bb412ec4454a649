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
/** When the last byte that was sent has left. */
let free = 0;

process.stdin.setRawMode(true);
process.stdin.on('data', (keys: Buffer) => {
	setTimeout(() => far.write(keys.toString()), delay);
});
far.onData((data) => {
	const bytes = Buffer.from(data);
	free = Math.max(now(), free) + (rate === 0 ? 0 : (bytes.length / rate) * 1000);
	const left = free - now();
	setTimeout(() => process.stdout.write(bytes), left + delay);
	if (left <= 0) return;
	far.pause();
	setTimeout(() => far.resume(), left);
});
far.onExit(({exitCode}) => {
	setTimeout(() => process.exit(exitCode), delay);
});
