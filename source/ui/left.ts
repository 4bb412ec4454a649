// What lies half written when a session starts: of runs that are over, and of sessions that are open still.
import {compareDays} from '../domain/calendar.ts';
import type {Who} from '../store/store.ts';
import {type Kept, readKept} from './drafts.ts';
import type {Handover} from './handover.ts';
import type {Session} from './session.ts';

/** What a run that is over left half written. */
export type Left = {file: string; data: unknown};

/** The file of a session's drafts, as the command line opens it. */
export type Drafts = {
	/** Why nothing can be kept, if nothing can. */
	problem?: string;
	/** Keeps it, or forgets what was kept; on the disk within half a second. Never throws. */
	keep(data: unknown): void;
	/** Writes at once what waits to be written: for the moment before the end. Never throws. */
	flush(): void;
	/** What runs that are over have left. */
	left(): Promise<Left[]>;
	/** What living sessions of the same account have half written. */
	open(): Promise<Left[]>;
	/** Ends such a session and resolves with what it had; undefined when it does not end. */
	takeOver(left: Left): Promise<Left | undefined>;
	/** Throws away what was brought back; resolves with whether it was still there. */
	forget(left: Left): Promise<boolean>;
	close(): void;
};

/** Offers what others hand over, and the newest thing that an earlier run left half written. */
export async function offerLeft(
	session: Session,
	drafts: Drafts | undefined,
	handover: Handover | undefined,
): Promise<void> {
	await handover?.watch((mail) => session.send({kind: 'mail', mail}));
	const newest = newestOf((await drafts?.left()) ?? []);
	if (newest) session.send({kind: 'left', ...newest});
}

/**
 * Tells of sessions that the same person has still open, such as one whose laptop was closed; asks whether to take
 * over what is half written there.
 */
export async function tellOthers(
	session: Session,
	drafts: Drafts | undefined,
	{actor}: Who,
): Promise<void> {
	const others = (await session.others()).filter(
		(one) =>
			one.actor.user === actor.user &&
			one.actor.host === actor.host &&
			one.actor.name === actor.name &&
			one.actor.person === actor.person &&
			one.place.looks !== true,
	);
	const newest = others.at(-1);
	if (!newest) return;
	const found = newestOf((await drafts?.open()) ?? []);
	session.send({
		kind: 'still',
		since: newest.since,
		place: newest.place,
		...(found && {kept: found.kept, left: found.token}),
	});
}

/** What was typed last of all, as far as it can be read, and by what it is known. */
const newestOf = (all: readonly Left[]): {kept: Kept; token: Left} | undefined =>
	all
		.flatMap((token) => {
			const kept = readKept(token.data);
			return kept ? [{kept, token}] : [];
		})
		.toSorted((a, b) => compareDays(b.kept.at, a.kept.at))[0];
