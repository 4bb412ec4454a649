// Plays the scripted meeting on a session in memory, by a clock that is set.
import {vi} from 'vitest';
import {addDays, sayDay} from '../../source/domain/calendar.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {memoryStore} from '../../source/store/memory.ts';
import type {Store} from '../../source/store/store.ts';
import type {App} from '../ui/scene.ts';
import {ahead, makeCabinet} from './cabinet.ts';
import {before, next, objection, type Step, steps} from './script.ts';

/** Presses the keys of each step and looks whether the screen says what it should. */
async function play(app: App, played: readonly Step[], tick: () => void): Promise<void> {
	for (const {says, press, shows, hides} of played) {
		tick();
		await app.press(...press);
		await vi.waitFor(
			() => {
				const wrong = objection(app.text(), {shows, hides});
				if (wrong) throw new Error(`${says}: ${wrong}`);
			},
			{timeout: 20_000, interval: 10},
		);
	}
}

/**
 * Holds the meeting of a day, a minute a step, and the one four weeks later that approves its minutes; or
 * only makes and publishes its agenda. Gives back the database that is left.
 */
export async function hold(
	day: string,
	sitDown: (store: Store, now: () => string) => Promise<App>,
	until: 'agenda' | 'signed' = 'signed',
): Promise<Database> {
	let clock = Date.parse(`${addDays(day, -ahead)}T09:00:00Z`);
	const now = () => new Date(clock).toISOString();
	const tick = () => {
		clock += 60_000;
	};
	let salts = 0;
	const store = memoryStore(makeCabinet(day), {
		now,
		salt: () => String(++salts).padStart(32, '0'),
	});
	const app = await sitDown(store, now);
	await play(app, before(sayDay(day)), tick);
	if (until === 'agenda') return store.read();
	clock = Date.parse(`${day}T12:58:00Z`);
	await play(app, steps, tick);
	const later = addDays(day, 28);
	clock = Date.parse(`${later}T13:58:00Z`);
	await play(app, next(sayDay(later)), tick);
	return store.read();
}
