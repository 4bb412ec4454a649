import {realpath} from 'node:fs/promises';
import path from 'node:path';
import {dayIn, sayShortDay} from '../domain/calendar.ts';
import {clean} from '../domain/clean.ts';
import {keysOf, sayNoPerson} from '../domain/rules/persons.ts';
import {personKey} from '../domain/rules/roles.ts';
import type {Database, Person} from '../domain/schema/index.ts';
import {roleWords} from '../domain/words.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';
import {commitAct, readDatabase, withStore} from './open.ts';

const command: Command = {
	name: 'authorize',
	usage: '<database> [person]',
	summary:
		'lets a person in by a key (< key.pub): prints its line for authorized_keys; without a person, lists keys',
	flags: {
		note: {value: 'text', summary: 'what the key is called in the list (else its comment)'},
		papers: {
			value: 'folder',
			summary: 'the only folder that person may read and write papers in',
		},
		revoke: {
			value: 'key',
			summary: 'revoke a key, by its fingerprint or number (K-2), or all',
		},
		login: {value: 'login', summary: 'instead, record that a system account is this person’s'},
		'forget-login': {value: 'login', summary: 'record that it no longer is'},
		json: {summary: 'the list as data'},
	},
	async run(context) {
		const [, id] = context.arguments;
		const {revoke, login, 'forget-login': noLogin, json} = context.flags;
		const asked = [revoke, login, noLogin, json].filter((flag) => flag !== undefined);
		if (asked.length > 1) throw new WrongUsage('one thing at a time: a key, a login or the list');
		if (id === undefined) {
			if (asked.length > 0 && json === undefined) {
				throw new WrongUsage('say whose: boardwalk authorize <database> <person> …');
			}
			list(context, await readDatabase(context));
			return 0;
		}
		if (json !== undefined) throw new WrongUsage('--json is for the list of everybody');
		return withStore(context, async (store) => {
			const person = find(store.read(), id);
			if (typeof revoke === 'string') {
				const keys = keysNamed(person, revoke);
				await commitAct(
					store,
					context,
					keys.map(({fingerprint}) => ({kind: 'person/revoke', person: id, fingerprint})),
				);
				for (const {fingerprint} of keys) {
					context.out(clean(`revoked ${fingerprint} of ${person.name}`) + '\n');
				}
				context.warn?.('take its line out of authorized_keys as well: then it cannot even connect');
				return 0;
			}
			const given = typeof login === 'string' ? login : noLogin;
			if (typeof given === 'string') {
				const gone = noLogin !== undefined;
				await commitAct(store, context, [
					{kind: 'person/login', person: id, login: given, ...(gone ? {gone: true} : {})},
				]);
				context.out(
					clean(`the login ${given} is ${gone ? 'no longer ' : ''}${person.name}`) + '\n',
				);
				return 0;
			}
			await authorize(context, store, person);
			return 0;
		});
	},
};
export default command;

function find({people}: Database, id: string): Person {
	const found = people.find((one) => one.id === id);
	if (found) return found;
	throw new Refusal(sayNoPerson({people}, id));
}

/** Keys in force, by what names them. */
function keysNamed(person: Person, named: string): ReturnType<typeof keysOf> {
	const good = keysOf(person);
	const found =
		named === 'all'
			? good
			: good.filter(({id, fingerprint}) => id === named || fingerprint === named);
	if (found.length > 0) return found;
	const there = good.map(({id, fingerprint}) => `${id} ${fingerprint}`).join(', ');
	throw new Refusal(
		`${person.name} has no such key in force${there === '' ? '' : `; there is ${there}`}`,
	);
}

/** Records a key, then prints the line that lets it in. */
async function authorize(
	context: CommandContext,
	store: Parameters<Parameters<typeof withStore>[1]>[0],
	{id, name}: Person,
): Promise<void> {
	const [{readPublicKey}, {isPostgres}, {pathsOf: placeOf, whyNotClosed}] = await Promise.all([
		import('./public-key.ts'),
		import('../store/open.ts'),
		import('../store/file/paths.ts'),
	]);
	const [given = ''] = context.arguments;
	if (isPostgres(given)) {
		throw new Refusal(
			'on PostgreSQL each person needs a login of their own: keys identify nobody there (--login says whose a login is)',
		);
	}
	const {type, blob, fingerprint, comment} = readPublicKey(await context.input());
	const {note = comment, papers} = context.flags;
	const file = await realpath(given);
	const words = ['boardwalk', 'session', file, '--person', id, '--key', fingerprint];
	if (typeof papers === 'string') words.push('--papers', path.resolve(papers));
	const run = words.map(shellWord).join(' ');
	if (/\p{Cc}/u.test(run))
		throw new Refusal('a path with a line break has no place in authorized_keys');
	await commitAct(store, context, [
		{
			kind: 'person/authorize',
			person: id,
			fingerprint,
			...(typeof note === 'string' && note.trim() !== '' ? {note: note.trim()} : {}),
		},
	]);
	// sshd takes off the backslash before a quotation mark, and no other.
	const quoted = run.replaceAll('"', String.raw`\"`);
	context.out(`restrict,pty,command="${quoted}" ${type} ${blob} ${id}\n`);
	const {roles} = store.read().rules;
	const role = roles && Object.hasOwn(roles, personKey(id)) ? roles[personKey(id)] : undefined;
	if (!roles) {
		context.warn?.(
			`no roles are set, so ${name} may do everything: boardwalk roles ${shellWord(given)} ${personKey(id)}=member`,
		);
	} else if (role === undefined) {
		context.warn?.(
			`${name} may only look: boardwalk roles ${shellWord(given)} ${personKey(id)}=member`,
		);
	}
	const open = await whyNotClosed(placeOf(file));
	if (open !== undefined) context.warn?.(`this key is refused until that is put right: ${open}`);
}

/** A word as a shell takes it. */
const shellWord = (text: string): string =>
	/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

function list({out, flags}: CommandContext, database: Database): void {
	const {timeZone} = database.organisation;
	const {roles = {}} = database.rules;
	const day = (at: string | undefined) => (at === undefined ? undefined : dayIn(at, timeZone));
	const rows = database.people.flatMap(({id, name, keys = [], logins = []}) => {
		const role = Object.hasOwn(roles, personKey(id)) ? roles[personKey(id)] : undefined;
		const whose = {person: id, name, ...(role ? {role} : {})};
		return [
			...keys.map(({id: key, ...rest}) => ({...whose, key, ...rest})),
			...logins.map((login) => ({...whose, login})),
		];
	});
	if (flags['json'] === true) {
		out(`${JSON.stringify(rows, undefined, 2)}\n`);
		return;
	}
	const lines = rows.map((row) => {
		const who = `${row.name} (${row.person})${row.role ? `, ${roleWords[row.role]}` : ''}`;
		if ('login' in row) return `${who}: login ${row.login}`;
		const {key, fingerprint, note, addedAt, revokedAt} = row as typeof row &
			NonNullable<Person['keys']>[number];
		const [since, until] = [day(addedAt), day(revokedAt)];
		return `${who}: ${key} ${fingerprint}${note ? `, ${note}` : ''}${since ? `, since ${sayShortDay(since)}` : ''}${until ? `, REVOKED ${sayShortDay(until)}` : ''}`;
	});
	const said = lines.length > 0 ? lines : ['nobody is known by a key or a login'];
	out(said.map((line) => `${clean(line)}\n`).join(''));
}
