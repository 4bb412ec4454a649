import {stat} from 'node:fs/promises';
import {Fault} from '../reasons.ts';
import {Unusable} from '../store.ts';
import {Lost} from './connection/line.ts';
import {reasonOf} from './connection/reasons.ts';
import {readTarget} from './connection/target.ts';
import {allBoards, named, type NamedDatabase} from './find.ts';
import {Forwarding, type Forwarded, type ForwardOptions} from './forwarding.ts';
import {asOwner} from './owner.ts';

/**
 * Brings the boards at a URL forward to the version that this program writes, each by itself, in the order of their
 * names: records, what the public may read of them and the act in one transaction under the board's lock. What
 * stands in the way of one is told of that one. Throws Unusable where no board can be looked at.
 */
export async function* forwardPostgres(
	url: string,
	options: ForwardOptions & {
		/** The board, where the URL does not name it; without either, all of them. */
		board?: string | undefined;
	},
): AsyncGenerator<Forwarded> {
	const target = await readTarget(url);
	let boards: NamedDatabase[];
	try {
		await checkFolder(options.folder);
		const wanted = options.board ?? target.board;
		boards = await asOwner(target, async (line) =>
			wanted === undefined ? allBoards(line) : [await named(line, wanted)],
		);
		if (boards.length === 0) throw new Fault('there is no board in it yet');
	} catch (error) {
		const reason = error instanceof Lost ? `${error.message}; try again` : reasonOf(error, target);
		throw new Unusable(`${target.title}: ${reason}`, {cause: error});
	}
	for (const board of boards) yield await new Forwarding(target, board, options).run();
}

async function checkFolder(folder: string): Promise<void> {
	const found = await stat(folder).catch(() => undefined);
	if (!found?.isDirectory()) throw new Fault(`${folder} is not a folder: name one for the copies`);
}
