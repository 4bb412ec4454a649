/**
 * What a database of version 1 holds, as the program that wrote them read it: a copy, never altered, so that
 * files of that version can be opened and compared whatever today's schema says. It imports nothing from
 * today's.
 */
export {databaseSchema as v1Schema, type Database as V1} from './database.ts';
export type {
	Action as V1Action,
	Amendment as V1Amendment,
	Decision as V1Decision,
	Vote as V1Vote,
} from './decision.ts';
export type {Effect as V1Effect, Entry as V1Entry} from './log.ts';
export type {
	AgendaItem as V1Item,
	Board as V1Board,
	Declaration as V1Declaration,
	Exempt as V1Exempt,
	Meeting as V1Meeting,
	Report as V1Report,
	Seal as V1Seal,
} from './meeting.ts';
