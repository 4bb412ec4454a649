import {expect, test} from 'vitest';
import {logSize, seemsLarge} from '../../source/domain/queries/log/size.ts';
import {adviseAtStart} from '../../source/ui/advice.ts';
import {accepted, makeDatabase} from '../helpers/database.ts';
import {secretary} from '../helpers/screens.tsx';
import {open} from './scene.ts';

const {database: one} = accepted(makeDatabase(), {
	kind: 'project/update',
	id: 'P1-01',
	note: 'x'.repeat(400),
});

/** A database whose log is of this size, as nearly as whole entries make it. */
const withLog = (size: number) => ({
	...one,
	log: Array.from({length: Math.ceil(size / (logSize(one) / one.log.length))}, (_, index) => {
		const [entry] = one.log.slice(index % one.log.length);
		return entry!;
	}),
});

const advice = 'The log takes 3.0 MB: “boardwalk archive” makes starts and saves quicker.';
const asks = async (
	size: number,
	{role, ...who}: {role?: 'administrator' | 'secretary'; keyed?: true} = {},
	options = {},
) => {
	const database = withLog(size);
	const rules =
		role === undefined
			? database.rules
			: {...database.rules, roles: {[secretary.actor.user]: role}};
	const given = {...secretary, ...who};
	const app = await open({database: {...database, rules}, who: given, ...options});
	return adviseAtStart(app.session.getState(), given);
};

test('who may archive is told at the start when the log has grown large', async () => {
	expect(await asks(3_000_000)).toBe(advice);
	expect(await asks(3_000_000, {role: 'administrator'})).toBe(advice);
	expect(advice.length).toBeLessThanOrEqual(78);
});

test('nobody is told who cannot: another role, a key, one who only looks, a practice copy', async () => {
	expect(await asks(3_000_000, {role: 'secretary'})).toBeUndefined();
	expect(await asks(3_000_000, {keyed: true})).toBeUndefined();
	expect(await asks(3_000_000, {}, {publicOnly: true})).toBeUndefined();
	expect(await asks(3_000_000, {}, {practice: true})).toBeUndefined();
});

test('a log of the usual size is not mentioned, and none at all is none', async () => {
	expect(await asks(1_900_000)).toBeUndefined();
	expect(seemsLarge({log: []})).toBeUndefined();
	const database = withLog(2_500_000);
	const [size, whole] = [seemsLarge(database) ?? 0, logSize(database)];
	expect(Math.abs(size - whole) / whole).toBeLessThan(0.02);
});
