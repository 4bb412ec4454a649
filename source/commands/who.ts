import {dayIn, sayShortDay, timeIn} from '../domain/calendar.ts';
import {clean} from '../domain/clean.ts';
import type {Database} from '../domain/schema/index.ts';
import {toJson} from '../documents/plain.ts';
import type {Present} from '../store/store.ts';
import {placeWords} from '../ui/place-words.ts';
import type {Command} from './command.ts';
import {withStore} from './open.ts';

const command: Command = {
	name: 'who',
	usage: '<database>',
	summary: 'lists who is connected: where, since when, for how long idle, in which form',
	flags: {json: {summary: 'as data'}},
	run: (context) =>
		withStore(
			context,
			async (store) => {
				const presents = await store.join(context.who()).known();
				const rows = presents.map((one) => rowOf(store.read(), one, context.now()));
				if (context.flags['json'] === true) context.out(`${toJson(rows, '  ')}\n`);
				else for (const line of table(rows)) context.out(`${clean(line)}\n`);
				return 0;
			},
			{readOnly: true},
		),
};
export default command;

/** One session: `idle` in seconds, `since` UTC. */
type Row = {
	person: string;
	/** The person's id, where the database knows them by a key or login. */
	id?: string;
	user: string;
	host: string;
	role?: string;
	place: string;
	form?: string;
	since: string;
	connected: string;
	idle: number;
};

function rowOf(database: Database, {actor, place, since, at}: Present, now: string): Row {
	const {timeZone} = database.organisation;
	const day = dayIn(since, timeZone);
	const isToday = day === dayIn(now, timeZone);
	return {
		person: actor.name ?? actor.user,
		...(actor.person === undefined ? {} : {id: actor.person}),
		user: actor.user,
		host: actor.host,
		...(actor.role ? {role: actor.role} : {}),
		place: placeWords(database, place),
		...(place.doing === undefined ? {} : {form: place.doing}),
		since,
		connected: `${isToday ? '' : `${sayShortDay(day)} `}${timeIn(since, timeZone)}`,
		idle: Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 1000)),
	};
}

function table(rows: readonly Row[]): string[] {
	if (rows.length === 0) return ['nobody is connected'];
	const cells = rows.map(({person, id, user, role, place, form = '', connected, idle}) => [
		`${person}${person === user || id !== undefined ? '' : ` (${user})`}${role ? `, ${role}` : ''}`,
		place,
		`since ${connected}`,
		`idle ${sayIdle(idle)}`,
		form,
	]);
	const widths = cells[0]?.map((_, column) =>
		Math.max(...cells.map((row) => (row[column] ?? '').length)),
	);
	return cells.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
			.join('  ')
			.trimEnd(),
	);
}

function sayIdle(seconds: number): string {
	if (seconds < 90) return `${seconds} s`;
	return seconds < 90 * 60 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
