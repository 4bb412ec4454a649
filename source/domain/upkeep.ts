import type {Act, Change} from './changes/index.ts';
import {allRecords} from './log/chain.ts';
import {differences, isVouched, vouched} from './log/vouched.ts';
import {archivesAfter} from './queries/log/archivable.ts';
import type {Database, Entry} from './schema/index.ts';

type Of<Kind extends Change['kind']> = Extract<Change, {kind: Kind}>;

/** What an act does to the log itself and not to records. */
export type Upkeep = {
	/** The entries that the new one follows. */
	log: Entry[];
	/** Records that the new entry vouches for besides those that it alters. */
	touched: string[];
	/** What the new entry says for good, whatever may be redacted. */
	marks: Pick<Entry, 'redacts' | 'restores' | 'archives'>;
};

/** What an act does to the log besides adding its entry. A redaction is not among it. */
export function upkeepOf(database: Database, {changes}: Act): Upkeep {
	const {log} = database;
	const none: Upkeep = {log, touched: [], marks: {}};
	const [change] = changes;
	if (change?.kind === 'database/restore') return {...none, marks: {restores: change.revision}};
	if (change?.kind === 'database/archive') return archiving(database, change);
	if (changes.some(({kind}) => kind === 'database/adopt' || kind === 'database/migrate')) {
		const gone = differences(database).map(({record}) => record);
		return {...none, touched: [...allRecords(database), ...gone]};
	}
	return none;
}

/** What the entries that leave alone vouch for is vouched for anew. */
function archiving(database: Database, {to, file}: Of<'database/archive'>): Upkeep {
	const {log} = database;
	const hash = log.find(({revision}) => revision === to)?.hash ?? '';
	const touched = [...vouched(log)].flatMap(([path, {revision, digest}]) =>
		revision <= to && digest !== null ? [path] : [],
	);
	return {
		log: log.filter(({revision}) => revision > to),
		touched,
		marks: {archives: archivesAfter(database, {name: file, revision: to, hash})},
	};
}

/** An act as the log tells it: with what only the newest database knows, without what the effects tell. */
export const asRecorded = (database: Database, act: Act): Act => ({
	...act,
	changes: act.changes.map((change) => recorded(database, change)),
});

function recorded(database: Database, change: Change): Change {
	if (change.kind === 'database/adopt') {
		const differ = differences(database).map(({record}) => record);
		return differ.length > 0 ? {...change, differ} : change;
	}
	if (change.kind === 'database/restore') {
		const {records: _records, ...kept} = change;
		const unproved = unprovedBy(database, change);
		return unproved.length > 0 ? {...kept, unproved} : kept;
	}
	if (change.kind === 'redact') {
		const {text: _text, ...kept} = change;
		return kept;
	}
	return change;
}

/** The records that would be brought back to a state in which the log did not leave them at that revision. */
function unprovedBy({log}: Database, {revision, records = []}: Of<'database/restore'>): string[] {
	const then = vouched(log.filter((entry) => entry.revision <= revision));
	return records.flatMap(({record, to}) => {
		const said = then.get(record);
		const isProved = isVouched(to ?? undefined, said) && !(to && said?.salt === undefined);
		return isProved ? [] : [record];
	});
}
