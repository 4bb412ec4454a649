import {spawnSync} from 'node:child_process';

/**
 * What is wrong with an installation, and what to do about it: one sentence each. A `problem` may lose work or show it
 * to the wrong people; `advice` makes things better.
 */
export type DoctorFinding = {
	level: 'problem' | 'advice';
	/** What was looked at, in a word, for scripts. */
	subject: string;
	says: string;
	remedy: string;
};

export const problem = (subject: string, says: string, remedy: string): DoctorFinding => ({
	level: 'problem',
	subject,
	says,
	remedy,
});

export const advice = (subject: string, says: string, remedy: string): DoctorFinding => ({
	level: 'advice',
	subject,
	says,
	remedy,
});

/** A path or name as a shell takes it. */
export const quoted = (text: string): string =>
	/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * A line of the system's tables of users and groups, by name or number: `null` when there is none, undefined when the
 * system cannot be asked.
 */
export function lookUp(table: 'passwd' | 'group', key: string): string | null | undefined {
	const {error, status, stdout} = spawnSync('getent', ['--', table, key], {
		encoding: 'utf8',
		timeout: 5000,
	});
	if (error || (status !== 0 && status !== 2)) return undefined;
	return status === 2 ? null : stdout.trim();
}

/** The name of a user or group that is known by number. */
export const nameOf = (table: 'passwd' | 'group', id: number): string =>
	lookUp(table, String(id))?.split(':')[0] ?? String(id);
