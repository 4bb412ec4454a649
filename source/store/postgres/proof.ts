import {same} from '../../domain/equal.ts';
import {sayRecord} from '../../domain/queries/log/check-log.ts';
import type {Database} from '../../domain/schema/index.ts';
import {visible} from '../show.ts';
import {Unusable} from '../store.ts';
import {connect} from './connection/connect.ts';
import type {Ask} from './connection/line.ts';
import {reasonOf} from './connection/reasons.ts';
import {readTarget} from './connection/target.ts';
import {findDatabase} from './find.ts';
import {overlayOf, type PublicRow} from './rows/public.ts';
import {look, seen} from './rows/read.ts';
import {known} from './session.ts';
import {develop} from './rows/image.ts';
import {alteredViews} from './schema/altered.ts';

/** A database, and what of it readers of reports would be shown otherwise than the program shows the public. */
type Proof = {
	database: Database;
	/** `record` is `decisions/D-5`; undefined where a view is meant. */
	problems: {record?: string; message: string}[];
	/** What could not be proved here, as a clause; undefined when all was. */
	unproved: string | undefined;
};

const mend = 'its owner mends it by copying the board to where it is: boardwalk copy URL URL';

/** Reads a board and proves what reports are drawn from, all of one moment. Throws Unusable. */
export async function provePostgres(url: string): Promise<Proof> {
	const target = await readTarget(url);
	try {
		const server = await connect(target, {notified() {}, lost() {}});
		try {
			const {id} = await findDatabase(server, target);
			const isForReading = server.isStandby || server.isReadOnly;
			return await server.line.turn(async (ask) => {
				await ask((sql) => [
					isForReading
						? sql`begin isolation level repeatable read read only`
						: sql`begin isolation level repeatable read read write`,
				]);
				try {
					return await prove(ask, id, isForReading);
				} finally {
					if (!server.line.isLost) await ask((sql) => [sql`rollback`]);
				}
			});
		} finally {
			await server.line.close();
		}
	} catch (error) {
		throw new Unusable(`${target.title}: ${reasonOf(error, target)}`, {cause: error});
	}
}

async function prove(ask: Ask, id: number, isForReading: boolean): Promise<Proof> {
	const [rows = []] = await ask((sql) => [look(sql, id, -1)]);
	const {head, ...found} = seen(rows);
	const {database} = develop(known(head), {head, ...found});
	const records = (await alteredRows(ask, id, database)).map(({collection, id, instead}) => {
		const record = `${collection}/${id}`;
		const what =
			instead === undefined
				? 'something else than the record, of which the public may read all'
				: instead === null
					? 'it although the public may read nothing of it'
					: 'something else than the public may read of it';
		return {record, message: `${visible(sayRecord(record))}: reports show ${what}; ${mend}`};
	});
	const views = isForReading ? [] : await alteredViews(ask);
	return {
		database,
		problems: [
			...records,
			...(views === 'forbidden' ? [] : views).map(({name, kind, how}) => ({
				message: `the ${kind} boardwalk.${name} ${how}: reports may show what they must not; ${mend}, and by roles.sql after that`,
			})),
		],
		unproved: isForReading
			? 'the definitions of the views for reports, which is done on a server that takes changes'
			: views === 'forbidden'
				? 'the definitions of the views for reports, for want of the right to make temporary ones: run roles.sql'
				: undefined,
	};
}

/** The rows that keep for the public something else than the program's own rules give; with what they shall keep. */
export async function alteredRows(ask: Ask, id: number, database: Database): Promise<PublicRow[]> {
	const [rows = []] = await ask((sql) => [
		sql`
			select collection, id, public::text as public from boardwalk.record
			where database = ${id} and public is not null`,
	]);
	const kept = new Map(rows.map((row) => [`${row['collection']}/${row['id']}`, row]));
	const wanted = overlayOf(database);
	const wrong = [...wanted].flatMap(([path, row]) => {
		const text = kept.get(path)?.['public'] as string | undefined;
		return text !== undefined && same(JSON.parse(text), plain(row.instead)) ? [] : [row];
	});
	const needless = [...kept].flatMap(([path, {collection, id}]) =>
		wanted.has(path) ? [] : [{collection: String(collection), id: String(id), instead: undefined}],
	);
	return [...wrong, ...needless];
}

/** A value as it comes back from its row: what is undefined stands in none. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
