import {dayIn, sayDay, timeIn} from '../domain/calendar.ts';
import {clean} from '../domain/clean.ts';
import {archivesOf} from '../domain/log/anchor.ts';
import {sameSeal} from '../domain/log/seal.ts';
import {proveSeal} from '../domain/queries/log/seal.ts';
import type {Database} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import {toJson} from '../documents/plain.ts';
import {withLogFrom} from './archives.ts';
import type {CommandContext} from './command.ts';
import {readDatabase} from './open.ts';

/** How many acts are told one by one. */
const mostTold = 10;

/** The first revision that a seal, or what it seals, rests on; undefined for one that was never given out. */
function restsOn({meetings, log}: Database, code: string): number | undefined {
	const drawn = archivesOf(log)?.meetings ?? {};
	for (const {id, minutes} of meetings) {
		const seal = minutes?.seals?.find(({seal}) => sameSeal(seal, code));
		const first = Object.hasOwn(drawn, id) ? drawn[id] : undefined;
		if (seal) return Math.min(seal.revision, first ?? seal.revision);
	}
	return undefined;
}

/** Proves a printed seal, a line for each thing that was found. */
export async function checkSeal(context: CommandContext, code: string): Promise<number> {
	const found = await readDatabase(context);
	const database = await withLogFrom(
		context,
		found,
		restsOn(found, code),
		'what the seal rests on',
	);
	const proof = proveSeal(database, code);
	const {proved, sealed, unchanged, forward, faults, since} = proof;
	const exit = proved ? 0 : 1;
	if (context.flags['format'] === 'json') {
		context.out(`${toJson({seal: code, ...proof}, '  ')}\n`);
		return exit;
	}
	const say = (text: string) => context.out(`${clean(text)}\n`);
	if (sealed) {
		const {timeZone} = database.organisation;
		const at = `${sayDay(dayIn(sealed.at, timeZone))} at ${timeIn(sealed.at, timeZone)}`;
		say(
			`${sealed.seal}: version ${sealed.version} of the minutes of ${sealed.meeting} ${sealed.title}, issued on ${at} by ${sealed.by}`,
		);
	}
	for (const fault of faults) say(`not proved: ${fault}`);
	if (proved) say('proved: the log is whole and holds what the seal rests on');
	if (unchanged) {
		say(
			forward === undefined
				? 'the minutes read today word for word as they were sealed'
				: `the minutes were as they were sealed when revision ${forward} brought the database forward, and nothing in them has changed since`,
		);
	}
	if (since.length > 0) {
		say('the record has been changed since, and no longer reads as it was sealed:');
		for (const {revision, says} of since.slice(0, mostTold)) say(`  r${revision} ${says}`);
		if (since.length > mostTold) say(`  and ${count(since.length - mostTold, 'more act')}`);
	}
	return exit;
}
