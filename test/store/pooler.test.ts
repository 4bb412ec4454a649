// A pooler that changes servers is known by the numbers of the backends: what the greeting says, and what is answered by turns.
import {EventEmitter} from 'node:events';
import type {Socket} from 'node:net';
import {expect, test} from 'vitest';
import {
	greetedBackend,
	poolerWords,
	refusePooling,
} from '../../source/store/postgres/connection/pooler.ts';

/** A message of the server: its letter, its length, and numbers of four bytes. */
function message(type: string, ...numbers: number[]): Buffer {
	const bytes = Buffer.alloc(5 + 4 * numbers.length, type);
	for (const [index, number] of [4 + 4 * numbers.length, ...numbers].entries()) {
		bytes.writeUInt32BE(number, 1 + 4 * index);
	}
	return bytes;
}

/** What is found when these pieces arrive, and whether anybody still listens. */
function heard(...pieces: Buffer[]): [found: number | undefined, listeners: number] {
	const socket = new EventEmitter();
	const found = greetedBackend(socket as unknown as Socket);
	for (const piece of pieces) socket.emit('data', piece);
	return [found(), socket.listenerCount('data')];
}

const key = message('K', 4711, 99);
const before = Buffer.concat([message('R', 0), message('S', 1, 2)]);

test.each<[what: string, pieces: Buffer[], found: number | undefined, listeners: number]>([
	['nothing yet', [], undefined, 1],
	['the key alone', [key], 4711, 0],
	['the key behind others', [before, key], 4711, 0],
	['all at once', [Buffer.concat([before, key, message('Z')])], 4711, 0],
	[
		'byte by byte',
		Array.from(Buffer.concat([before, key]), (byte) => Buffer.from([byte])),
		4711,
		0,
	],
	['a key without a number', [message('K')], undefined, 0],
	['ready without a key', [before, message('Z')], undefined, 0],
	['an error', [message('E', 1), key], undefined, 0],
	['others, and no more', [before], undefined, 1],
	['a message shorter than its own length', [Buffer.from('S\0\0\0\0')], undefined, 0],
])('%s', (_, pieces, found, listeners) => {
	expect(heard(...pieces)).toEqual([found, listeners]);
});

/** Answers one after the other. */
const answering = (...answers: number[]) => {
	const left = [...answers];
	return async () => left.shift() ?? expect.fail('asked too often');
};

test('two sessions that keep their backends are let through', async () => {
	await expect(refusePooling(answering(1, 1, 1, 1), answering(2, 2, 2))).resolves.toBeUndefined();
});

test.each([
	['the same backend for both', [1], [1]],
	['another at once', [1, 3], [2]],
	['another at the second time', [1, 1, 3], [2]],
	['another for the other', [1, 1, 1], [2, 3]],
	['the two exchanged', [1, 2], [2, 1]],
	['another at the last', [1, 1, 1, 3], [2, 2, 2]],
])('refused: %s', async (_, own, other) => {
	await expect(refusePooling(answering(...own), answering(...other))).rejects.toThrow(poolerWords);
});
