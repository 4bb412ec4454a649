import {describe, expect, test} from 'vitest';
import {comment, notes, who} from '../places.ts';
import {open, type Place} from './boards.ts';
import {type Mode, pool} from './pooling.ts';

export function poolerTests(place: Place): void {
	describe('a pooler', () => {
		const through = async (mode: Mode, size: number) => {
			const url = await place.board();
			const port = await pool(place.server.port, mode, size);
			return url.replace(`:${place.server.port}/`, `:${port}/`);
		};

		test.each([1, 2, 3, 5])(
			'that pools transactions is found out when one connects: %i servers',
			async (size) => {
				const url = await through('transaction', size);
				await expect(open(url)).rejects.toThrow(
					/^postgres:\/\/[^\n]*: cannot connect: the connection goes through a pooler that changes servers between two statements; connect directly, or have it pool sessions$/,
				);
			},
		);

		test.each([1, 4])('that pools sessions is none: %i servers', async (size) => {
			const store = await open(await through('session', size));
			expect(store.readOnly).toBeUndefined();
			expect(await store.commit(comment('Through it.'), who())).toMatchObject({ok: true});
			expect(notes(store.read())).toContain('Through it.');
		});
	});
}
