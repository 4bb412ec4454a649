// What a server's answer and its notifications may cross: this needs no server, and could not be had from one at will.
import {describe, expect, test} from 'vitest';
import {encodeRecord} from '../../../source/store/presence-record.ts';
import type {Line} from '../../../source/store/postgres/connection/line.ts';
import {PostgresRoom} from '../../../source/store/postgres/presence.ts';
import {sees, shown, who} from '../places.ts';

const at = '2026-11-02T10:00:00.000Z';

type Said = {
	pid?: number;
	session?: string;
	login?: string;
	mayWrite?: boolean;
	moved?: string;
	leads?: string;
};

/** A row as the server gives it: of seat 1 of a backend, written under a login. */
function row(screen: string, said: Said = {}) {
	const {pid = 7, session = 'chair', login = 'ada', mayWrite = true, moved = at, leads} = said;
	const place = {screen, ...(leads !== undefined && {leads})};
	const present = {...who(session), place, since: at, at: moved};
	return {pid, seat: 1, login, record: encodeRecord(`${pid}.1`, present).toString(), mayWrite};
}
type Row = ReturnType<typeof row>;

/** A room whose rows are read as they are given, one list after the other; then the last one again. */
async function attend(...lists: (readonly Row[])[]) {
	const left = [...lists];
	const next = () => (left.length > 1 ? left.shift() : left[0]);
	let looks = 0;
	const ask = async (queries: (sql: unknown) => readonly unknown[]) => {
		const [text] = queries(
			Object.assign((parts: readonly string[]) => parts.join('?'), {
				unsafe: (said: string) => said,
			}),
		);
		if (!String(text).includes('select pid')) return [[]];
		looks++;
		return [next()];
	};
	const line = {pid: 1, turn: (task: (given: typeof ask) => Promise<unknown>) => task(ask)};
	const room = new PostgresRoom(
		1,
		() => at,
		() => line as unknown as Line,
	);
	const presence = room.join(who());
	await room.attend(line as unknown as Line);
	return {room, presence, looks: () => looks};
}

describe('a notification', () => {
	test('is a hint to read the rows: what they say is what is seen', async () => {
		const {room, presence} = await attend([], [], [row('walk')], [row('meeting')], []);
		expect(shown(presence.others())).toEqual([]);
		room.notified('7.1');
		await sees(presence, 'session-chair walk');
		room.notified('7.1');
		await sees(presence, 'session-chair meeting');
		room.notified('7.1');
		await sees(presence);
		await presence.close();
	});

	test.each([
		['a record', `7.1 ${row('walk', {leads: at}).record}`],
		['nothing', ''],
		['anything', '\u0000\u001b[2J'],
	])('that says %s is not believed', async (_what, payload) => {
		const {room, presence, looks} = await attend([row('overview')]);
		const before = looks();
		room.notified(payload);
		await expect.poll(looks).toBe(before + 1);
		expect(shown(presence.others())).toEqual(['session-chair overview']);
		await presence.close();
	});

	test('is not answered by a look each, however many there are', async () => {
		const {room, presence, looks} = await attend([row('overview')]);
		const before = looks();
		for (let number = 0; number < 10_000; number++) room.notified(`${number}.1`);
		await expect.poll(looks).toBe(before + 2);
		await presence.close();
	});
});

test('a session that came back on a new connection is seen where it is, while the server still believes in the old one', async () => {
	const later = {pid: 9, moved: '2026-11-02T10:00:09.000Z'};
	const rows = [row('walk'), row('meeting', later)];
	for (const list of [rows, rows.toReversed()]) {
		const {presence} = await attend(list);
		expect(shown(presence.others())).toEqual(['session-chair meeting']);
		await presence.close();
	}
});

test('whoever may change nothing leads nobody, and another’s session is not hidden by whoever says to be it', async () => {
	const later = '2030-01-01T00:00:00.000Z';
	const forged = {pid: 9, login: 'otto', mayWrite: false, moved: later, leads: later};
	const {presence} = await attend([row('meeting', {leads: at}), row('log', forged)]);
	expect(presence.others()).toMatchObject([
		{session: 'session-chair (ada)', login: 'ada', place: {screen: 'meeting', leads: at}},
		{session: 'session-chair (otto)', login: 'otto', place: {screen: 'log', looks: true}},
	]);
	expect(presence.others()[1]?.place.leads).toBeUndefined();
	await presence.close();
});
