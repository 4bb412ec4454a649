import {existsSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {isBuilt} from '../../build.ts';
import {keepsCode} from '../../launcher.ts';
import type {Database} from '../../domain/schema/index.ts';
import {findDraftTrouble} from '../drafts.ts';
import {personKey} from '../../domain/rules/roles.ts';
import {advice, type DoctorFinding, lookUp, problem, quoted} from './finding.ts';

/** What this account has to work with: its folders, the language of its terminal, the program itself. */
export async function findAccount(env: NodeJS.ProcessEnv): Promise<DoctorFinding[]> {
	return [...(await state(env)), ...locale(env), ...program()];
}

async function state(env: NodeJS.ProcessEnv): Promise<DoctorFinding[]> {
	const trouble = await findDraftTrouble(env);
	if (!trouble) return [];
	return [
		problem(
			'home',
			`unsaved typing cannot be kept in ${trouble.folder} (${trouble.why}): if the line drops, it is lost`,
			'give the account a home folder that it may write to, or set XDG_STATE_HOME to such a folder',
		),
	];
}

function locale(env: NodeJS.ProcessEnv): DoctorFinding[] {
	const found = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
	if (/utf-?8/i.test(found)) return [];
	return [
		advice(
			'locale',
			`the locale is ${found === '' ? 'not set' : found}, so screens are drawn with ASCII alone`,
			'set LANG=C.UTF-8 in /etc/default/locale or ~/.profile, and let sshd accept it (AcceptEnv LANG LC_*)',
		),
	];
}

function program(): DoctorFinding[] {
	const found: DoctorFinding[] = [];
	if (isBuilt && !keepsCode()) {
		found.push(
			advice(
				'cache',
				'no compiled code is kept between starts, so each takes longer',
				'give the account a cache folder that it may write to',
			),
		);
	}
	const [major = 0] = process.versions.node.split('.').map(Number);
	if (major < 24) {
		found.push(advice('node', `this is Node ${process.versions.node}`, 'it is tested on Node 24'));
	}
	const root = path.join(import.meta.dirname, '..');
	if (isBuilt && isStale(root)) {
		found.push(
			problem(
				'build',
				`the sources in ${root} are newer than the program built from them`,
				`cd ${quoted(root)} && npm ci && npm run build`,
			),
		);
	}
	return found;
}

/** Whether a checkout was pulled since it was built. */
export function isStale(root: string): boolean {
	const [moved, built] = [path.join(root, '.git/logs/HEAD'), path.join(root, 'dist/cli.js')];
	return (
		existsSync(moved) && existsSync(built) && statSync(moved).mtimeMs > statSync(built).mtimeMs
	);
}

/** Logins and groups to which the database gives a role and which this system does not know. */
export function findRoles({rules, people}: Database, look = lookUp): DoctorFinding[] {
	const given = Object.entries(rules.roles ?? {});
	const unknown = given.flatMap(([name, role]): DoctorFinding[] => {
		if (name.startsWith(personKey(''))) {
			const person = name.slice(personKey('').length);
			if (people.some(({id}) => id === person)) return [];
			return [
				problem(
					'roles',
					`the database gives the role of ${role} to the person ${person}, whom it does not know`,
					`boardwalk roles <database> --remove ${quoted(name)}`,
				),
			];
		}
		const isGroup = name.startsWith('%');
		const key = isGroup ? name.slice(1) : name;
		if (look(isGroup ? 'group' : 'passwd', key) !== null) return [];
		const kind = isGroup ? 'group' : 'user';
		return [
			problem(
				'roles',
				`the database gives the role of ${role} to the ${kind} ${key}, which this system does not know`,
				`boardwalk roles <database> --remove ${quoted(name)}, then give it to the right name`,
			),
		];
	});
	if (given.length > 0) return unknown;
	return [
		advice(
			'roles',
			'the database gives no roles: whoever may write it may do everything',
			'boardwalk roles <database> jsmith=secretary %clerks=member (see the guide for a server)',
		),
	];
}
