// What a server's answer and its notifications may cross: this needs no server, and could not be had from one at will.
import {describe, expect, test} from 'vitest';
import {encodeRecord} from '../../../source/store/file/presence/record.ts';
import type {Line} from '../../../source/store/postgres/connection/line.ts';
import {PostgresRoom} from '../../../source/store/postgres/presence.ts';
import {shown, who} from '../places.ts';

const at = '2026-11-02T10:00:00.000Z';

/** The record of another session, on seat 7 unless it has taken another. */
const record = (screen: string, seat = 7, moved = at) =>
	encodeRecord(String(seat), {...who('chair'), place: {screen}, since: at, at: moved}).toString();

type Row = {seat: number; record: string};

/** Who is seen after rows were read, while something happened in the room. */
async function read(rows: readonly Row[], meanwhile: (room: PostgresRoom) => void) {
	const answers = [
		() => [],
		() => {
			meanwhile(room);
			return rows;
		},
	];
	const ask = async () => [answers.shift()?.()];
	const line = {turn: (task: (given: typeof ask) => Promise<unknown>) => task(ask)};
	const room = new PostgresRoom(
		1,
		() => at,
		() => undefined,
	);
	const presence = room.join(who());
	await room.attend(line as unknown as Line);
	const others = shown(presence.others());
	await presence.close();
	return others;
}

describe('rows that were read before a session told where it is', () => {
	test.each([
		{
			what: 'it had no row yet',
			rows: [],
			told: `7 ${record('walk')}`,
			expected: ['session-chair walk'],
		},
		{
			what: 'it was elsewhere',
			rows: [record('overview')],
			told: `7 ${record('walk')}`,
			expected: ['session-chair walk'],
		},
		{what: 'it has left since', rows: [record('walk')], told: '7', expected: []},
	])('$what', async ({rows, told, expected}) => {
		const found = rows.map((row) => ({seat: 7, record: row}));
		expect(await read(found, (room) => room.notified(told))).toEqual(expected);
	});
});

test('a session that came back on a new connection is seen where it is, while the server still believes in the old one', async () => {
	const later = '2026-11-02T10:00:09.000Z';
	const rows = [
		{seat: 7, record: record('walk')},
		{seat: 9, record: record('meeting', 9, later)},
	];
	expect(await read(rows, () => {})).toEqual(['session-chair meeting']);
	expect(await read(rows.toReversed(), () => {})).toEqual(['session-chair meeting']);
});
