import {Fault} from '../reasons.ts';
import {daysKept, largestLetter, type Letterbox, mostLetters} from '../letterbox.ts';
import type {Ask, Line} from './connection/line.ts';
import {Lost} from './connection/line.ts';
import {type RefusedUser, reasonOf} from './connection/reasons.ts';

type Queries = Parameters<Ask>[0];

/** Letters as rows of a table; of one that was taken, the text is gone. */
export function postgresLetterbox(
	database: number,
	line: () => Line | undefined,
	asker: RefusedUser,
): Letterbox {
	const ask = async (queries: Queries) => {
		try {
			const [rows = []] = (await line()?.turn((ask) => ask(queries))) ?? fail();
			return rows;
		} catch (error) {
			throw new Fault(error instanceof Lost ? error.message : reasonOf(error, asker), {
				cause: error,
			});
		}
	};
	/** Whether it was there, so that what was wanted could be done. */
	const wasThere = async (queries: Queries): Promise<boolean> => (await ask(queries)).length > 0;
	return {
		async put(id, text) {
			await ask((sql) => [
				sql`insert into boardwalk.letter (id, database, body) values (${id}, ${database}, ${text})`,
			]);
		},
		async look() {
			const rows = await ask((sql) => [
				sql`
					select id, body is null as taken from boardwalk.letter
					where database = ${database} order by at limit ${mostLetters}`,
			]);
			const ids = (wanted: boolean) =>
				rows.flatMap(({id, taken}) => (taken === wanted ? [String(id)] : []));
			return {waiting: ids(false), taken: ids(true)};
		},
		async read(id) {
			const [row] = await ask((sql) => [
				sql`
					select body from boardwalk.letter
					where id = ${id} and database = ${database} and octet_length(body) <= ${largestLetter}`,
			]);
			try {
				return JSON.parse(String(row?.['body'])) as unknown;
			} catch {
				return undefined;
			}
		},
		take: (id) =>
			wasThere((sql) => [
				sql`update boardwalk.letter set body = null where id = ${id} and body is not null returning id`,
			]),
		withdraw: (id) =>
			wasThere((sql) => [
				sql`delete from boardwalk.letter where id = ${id} and body is not null returning id`,
			]),
		async forget(id) {
			await ask((sql) => [
				sql`delete from boardwalk.letter where id = ${id} and body is null`,
			]).catch(() => {});
		},
		async sweep() {
			await ask((sql) => [
				sql`
					delete from boardwalk.letter
					where database = ${database} and at < now() - ${daysKept}::integer * interval '1 day'`,
			]);
		},
	};
}

function fail(): never {
	throw new Fault('there is no connection');
}
