import {afterEach, describe, expect, test, vi} from 'vitest';
import {openHandover} from '../../../source/commands/handover.ts';
import type {Form} from '../../../source/ui/forms/form.ts';
import type {Handover} from '../../../source/ui/handover.ts';
import {type Mail, noMail} from '../../../source/ui/held.ts';
import {textFrom} from '../../../source/ui/text/edit.ts';
import {who} from '../places.ts';
import {open, type Place} from './boards.ts';
import {Wire} from './wire.ts';

export function letterboxTests(place: Place): void {
	describe('forms that are handed over', () => {
		const opened: Handover[] = [];
		afterEach(() => {
			for (const one of opened.splice(0)) one.close();
		});

		const form: Form = {
			kind: 'comment',
			target: {project: 'P1-02'},
			base: {},
			values: {note: textFrom('Half of it', 10)},
			initial: {},
			focus: 'note',
		};

		/** Somebody at the database, with what they know of what is on its way. */
		async function join(url: string, name: string) {
			const store = await open(url);
			if (!store.letterbox) throw new Error('there is no letterbox');
			const own = {...who(name), actor: {user: name, host: 'council', name}};
			const handover = openHandover(store.letterbox, own);
			opened.push(handover);
			let mail: Mail = noMail;
			await handover.watch((newest) => (mail = newest));
			return {
				...handover,
				to: {session: own.session, user: name, name},
				hears: (fits: (mail: Mail) => boolean) => vi.waitUntil(() => fits(mail), {timeout: 10_000}),
				mail: () => mail,
			};
		}

		const given = async (result: ReturnType<Handover['give']>) => {
			const found = await result;
			if ('problem' in found) throw new Error(found.problem);
			return found.id;
		};

		test('are offered to the colleague alone, taken by one session, and then gone', async () => {
			const url = await place.board();
			const [clerk, chair, member] = [
				await join(url, 'clerk'),
				await join(url, 'chair'),
				await join(url, 'member'),
			];
			const elsewhere = await join(await place.board(), 'chair');
			const id = await given(clerk.give(form, chair.to));
			await chair.hears(({offers}) => offers.length === 1);
			expect(chair.mail().offers[0]?.form.values['note']?.value).toBe('Half of it');
			await member.hears(({waiting}) => waiting.has(id));
			expect(member.mail().offers).toEqual([]);
			expect(elsewhere.mail().waiting.size).toBe(0);

			const again = await join(url, 'chair');
			const took = await Promise.all([chair.take(id), again.take(id)]);
			expect(took.filter(Boolean)).toHaveLength(1);
			expect(await clerk.withdraw(id)).toBe(false);
			await clerk.hears(({taken}) => taken.has(id));
			const sql = place.server.connect('council');
			expect([...(await sql`select body from boardwalk.letter where id = ${id}`)]).toEqual([
				{body: null},
			]);
			clerk.forget([id]);
			await clerk.hears(({taken, waiting}) => taken.size + waiting.size === 0);

			// Taken back before anybody had it, and left for a month.
			const back = await given(clerk.give(form, chair.to));
			expect(await clerk.withdraw(back)).toBe(true);
			expect(await chair.take(back)).toBe(false);
			const old = await given(clerk.give(form, chair.to));
			await sql`update boardwalk.letter set at = now() - interval '31 days' where id = ${old}`;
			await join(url, 'anybody');
			expect([...(await sql`select from boardwalk.letter where id = ${old}`)]).toEqual([]);
			await sql.end();
		});

		test('stay with whoever hands them over while there is no connection, and that is said', async () => {
			const url = await place.board();
			const wire = await Wire.to(place.server.port);
			const [clerk, chair] = [await join(wire.through(url), 'clerk'), await join(url, 'chair')];
			await wire.down();
			expect(await clerk.give(form, chair.to)).toEqual({
				problem: expect.stringMatching(/connection/) as unknown,
			});
			for (const fetch of [clerk.take, clerk.withdraw]) {
				expect(await fetch('0'.repeat(32))).toEqual({
					problem: expect.stringMatching(/connection/) as unknown,
				});
			}
		});
	});
}
