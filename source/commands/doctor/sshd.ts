import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {codeOf} from '../../store/reasons.ts';
import {advice, type DoctorFinding} from './finding.ts';

const remedy =
	'write “ClientAliveInterval 15” and “ClientAliveCountMax 3” to /etc/ssh/sshd_config.d/boardwalk.conf, then systemctl reload ssh';

/** How long a session outlives a line that is dead: what sshd was told, as far as that may be read. */
export async function findSshd(folder = '/etc/ssh'): Promise<DoctorFinding[]> {
	const files = await configuration(folder);
	if (files === undefined) return [];
	const [interval, most] = [
		setting(files, 'clientaliveinterval'),
		setting(files, 'clientalivecountmax'),
	];
	const seconds = inSeconds(interval ?? '0');
	if (seconds === 0 || most === '0') {
		return [
			advice(
				'sshd',
				'sshd does not check whether a connection is alive: a closed laptop leaves its session open for hours',
				remedy,
			),
		];
	}
	const whole = seconds * Number(most ?? 3);
	if (!(whole > 300)) return [];
	return [
		advice(
			'sshd',
			`sshd takes ${Math.round(whole / 60)} minutes to notice a dead connection`,
			remedy,
		),
	];
}

/** The texts in the order in which they count; undefined where there is no sshd, or it is not told to us. */
async function configuration(folder: string): Promise<string[] | undefined> {
	try {
		const own = await readFile(path.join(folder, 'sshd_config'), 'utf8');
		if (!/^\s*include\s/im.test(own)) return [own];
		const names = await readdir(path.join(folder, 'sshd_config.d')).catch((): string[] => []);
		const parts = names
			.filter((name) => name.endsWith('.conf') && !name.startsWith('.'))
			.toSorted()
			.map((name) =>
				readFile(path.join(folder, 'sshd_config.d', name), 'utf8').catch((error: unknown) => {
					if (codeOf(error) === 'ENOENT') return '';
					throw error;
				}),
			);
		return [...(await Promise.all(parts)), own];
	} catch {
		return undefined;
	}
}

/** What a keyword is set to for everybody: the first that says so counts, and what stands under Match is for some. */
function setting(files: readonly string[], keyword: string): string | undefined {
	for (const text of files) {
		for (const line of text.split('\n')) {
			const [, name = '', value = ''] = /^\s*(\w+)(?:\s*=\s*|\s+)"?([^"\s]+)/.exec(line) ?? [];
			if (name.toLowerCase() === 'match') break;
			if (name.toLowerCase() === keyword) return value;
		}
	}
	return undefined;
}

/** `15`, `90s`, `1m30s`, `1h`: a time as sshd writes it. */
function inSeconds(text: string): number {
	const units: Record<string, number> = {'': 1, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800};
	const parts = [...text.toLowerCase().matchAll(/(\d+)([smhdw]?)/g)];
	return parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 1), 0);
}
