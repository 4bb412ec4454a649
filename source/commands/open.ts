import type {Change} from '../domain/changes/index.ts';
import type {Committed} from '../domain/commit.ts';
import type {Database} from '../domain/schema/index.ts';
import type {Store} from '../store/store.ts';
import {type CommandContext, Refusal} from './command.ts';

/** Opens the database of a command, does something with it and lets go of it. Throws Unusable. */
export async function withStore<Result>(
	context: CommandContext,
	work: (store: Store) => Promise<Result>,
	{readOnly = false}: {readOnly?: boolean} = {},
): Promise<Result> {
	const {openStore} = await import('../store/open.ts');
	const store = await openStore(context.arguments[0] ?? '', {readOnly});
	try {
		return await work(store);
	} finally {
		await store.close();
	}
}

/** The database of a command that only looks. Throws Unusable. */
export const readDatabase = (context: CommandContext): Promise<Database> =>
	withStore(context, async (store) => store.read(), {readOnly: true});

/** Commits changes as one act; throws Refusal with the reason when it is not taken. */
export async function commitAct(
	store: Store,
	context: CommandContext,
	changes: Change[],
): Promise<Committed> {
	if (store.warning !== undefined) context.warn?.(store.warning);
	const outcome = await store.commit({id: crypto.randomUUID(), changes}, context.who());
	if (!outcome.ok) throw new Refusal(outcome.rejection.message);
	return outcome;
}
