import path from 'node:path';
import {clean} from '../domain/clean.ts';
import type {Raw} from '../domain/migrations/index.ts';
import type {Entry} from '../domain/schema/index.ts';
import type {Forwarded} from '../store/postgres/forwarding.ts';
import {type CommandContext, Refusal, WrongUsage} from './command.ts';

/**
 * Brings the boards at a URL forward and tells of each as it goes; the exit code is 1 where one was not. Throws
 * WrongUsage, and Refusal where none could be looked at.
 */
export async function migrateBoards(
	context: CommandContext,
	archived: (raw: Raw) => Promise<Entry[]>,
): Promise<number> {
	const [url = ''] = context.arguments;
	const {backup, board} = context.flags;
	if (typeof backup !== 'string') {
		throw new WrongUsage(
			'say where a copy of each board is to be kept: --backup <folder>, as safe a place as the server',
		);
	}
	const [{forwardPostgres}, {readTarget}, {systemEnvironment}] = await Promise.all([
		import('../store/postgres/forward.ts'),
		import('../store/postgres/connection/target.ts'),
		import('../store/environment.ts'),
	]);
	const target = await readTarget(url).catch(refuse);
	if (typeof board === 'string' && target.board !== undefined && target.board !== board) {
		throw new WrongUsage(`the URL names the board ${target.board}, and --board ${board}`);
	}
	let isWhole = true;
	try {
		const all = forwardPostgres(url, {
			who: context.who(),
			environment: {...systemEnvironment, now: context.now},
			folder: backup,
			board: typeof board === 'string' ? board : undefined,
			archived,
		});
		for await (const one of all) {
			isWhole &&= one.became !== 'refused';
			if (one.became === 'refused') context.warn?.(clean(say(one)));
			else context.out(`${clean(say(one))}\n`);
		}
	} catch (error) {
		refuse(error as Error);
	}
	return isWhole ? 0 : 1;
}

function say(one: Forwarded): string {
	const name = `the board “${one.board}”`;
	switch (one.became) {
		case 'newest':
			return `${name} is the newest version already; nothing was changed`;
		case 'refused':
			return `${name} was not brought forward: ${one.why}`;
		case 'forward': {
			const {from, to, kept, revision, isUnconfirmed} = one;
			const doubt = isUnconfirmed
				? '; the stand-by has not confirmed it, so it may be lost if this server fails'
				: '';
			return `brought ${name} from schema ${from} to ${to}; as it was it is kept as ${path.normalize(kept)} (revision ${revision})${doubt}`;
		}
	}
}

/** A URL that is none, or a server that is not there, is refused as with the other commands that write to one. */
function refuse(error: Error): never {
	throw error.name === 'Unusable' ? new Refusal(error.message) : error;
}
