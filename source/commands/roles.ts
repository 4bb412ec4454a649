import {clean} from '../domain/clean.ts';
import {personName} from '../domain/names.ts';
import type {Database, Role} from '../domain/schema/index.ts';
import {roles as roleNames} from '../domain/schema/values.ts';
import {nearest, roleWords} from '../domain/words.ts';
import {type Command, type CommandContext, WrongUsage} from './command.ts';
import {commitAct, readDatabase, withStore} from './open.ts';

const command: Command = {
	name: 'roles',
	usage: '<database> [who=role …]',
	summary:
		'lists who has which role, or sets roles: jsmith=secretary %clerks=member person:CT=chair',
	flags: {
		remove: {
			value: 'who',
			summary: 'take the role from a login, %group or person:ID; several: a,b',
		},
		json: {summary: 'as data'},
	},
	async run(context) {
		const wanted = wantedOf(context);
		if (wanted.size === 0) {
			list(context, await readDatabase(context));
			return 0;
		}
		return withStore(context, async (store) => {
			const {isKnown} = await import('../store/account.ts');
			const before = store.read().rules.roles ?? {};
			const changed = [...wanted].filter(([who, to]) => roleIn(before, who) !== to);
			if (changed.length > 0) {
				const roles = changed.map(([who, to]) => {
					const from = roleIn(before, who);
					return {who, ...(from ? {from} : {}), ...(to ? {to} : {})};
				});
				await commitAct(store, context, [{kind: 'rules/roles', roles}]);
			}
			for (const [who, to] of wanted) {
				const isGroup = who.startsWith('%');
				const name = isGroup ? who.slice(1) : who;
				if (to === undefined || who.startsWith('person:')) continue;
				if (isKnown(isGroup ? 'group' : 'passwd', name) === false) {
					context.warn?.(`this system knows no ${isGroup ? 'group' : 'login'} ${name}`);
				}
			}
			list(context, store.read());
			return 0;
		});
	},
};
export default command;

type Roles = NonNullable<Database['rules']['roles']>;

const roleIn = (roles: Roles, who: string): Role | undefined =>
	Object.hasOwn(roles, who) ? roles[who] : undefined;

/** What was asked for: whose role becomes which; undefined is none. Throws WrongUsage. */
function wantedOf({arguments: [, ...typed], flags}: CommandContext): Map<string, Role | undefined> {
	const wanted = new Map<string, Role | undefined>();
	const want = (who: string, role: Role | undefined) => {
		if (who === '') throw new WrongUsage('say whose role: jsmith=secretary');
		if (wanted.has(who)) throw new WrongUsage(`“${who}” is named twice`);
		wanted.set(who, role);
	};
	for (const one of typed) {
		const at = one.lastIndexOf('=');
		if (at === -1) throw new WrongUsage(`“${one}” gives no role: ${one}=member`);
		want(one.slice(0, at), roleNamed(one.slice(at + 1)));
	}
	const {remove} = flags;
	if (typeof remove === 'string') for (const who of remove.split(',')) want(who.trim(), undefined);
	return wanted;
}

function roleNamed(typed: string): Role {
	const found = roleNames.find((role) => role === typed || roleWords[role] === typed);
	if (found) return found;
	const [near] = nearest(typed, [...roleNames]);
	throw new WrongUsage(
		`there is no role “${typed}”; ${near ? `did you mean ${near}?` : `it is one of ${roleNames.join(', ')}`}`,
	);
}

function list({out, flags}: CommandContext, database: Database): void {
	const {roles} = database.rules;
	if (flags['json'] === true) {
		out(`${JSON.stringify(roles ?? null, undefined, 2)}\n`);
		return;
	}
	if (!roles) {
		out('no roles are set: whoever may write the database may do everything\n');
		return;
	}
	const rows = Object.entries(roles).toSorted(
		([, a], [, b]) => roleNames.indexOf(a) - roleNames.indexOf(b),
	);
	const width = Math.max(0, ...rows.map(([who]) => clean(who).length));
	const lines = rows.map(([who, role]) => {
		const person = who.startsWith('person:') ? `  ${personName(database, who.slice(7))}` : '';
		return clean(`${clean(who).padEnd(width)}  ${roleWords[role]}${person}`);
	});
	const rest = [
		...(rows.some(([, role]) => role === 'administrator')
			? []
			: ['nobody is named administrator: that is who owns the database’s folder, and nobody else']),
		'whoever is not named may only look; the owner of the folder is always administrator',
	];
	out([...lines, ...rest].map((line) => `${line}\n`).join(''));
}
