import {constants, type Stats} from 'node:fs';
import {lstat, open, stat} from 'node:fs/promises';
import path from 'node:path';
import {exemptionOf} from '../../domain/queries/public/exempt.ts';
import type {Database} from '../../domain/schema/index.ts';
import {count} from '../../domain/words.ts';
import type {FilePaths} from '../../store/file/paths.ts';
import {native} from '../../store/file/native.ts';
import {advice, type DoctorFinding, nameOf, problem, quoted} from './finding.ts';

const [others, group] = [0o002, 0o020];

/** Who may read and write what they should not: the file, its folder, and the folders above. */
export async function findRights(place: FilePaths, database: Database): Promise<DoctorFinding[]> {
	const [file, folder] = await Promise.all([stat(place.file), stat(place.directory)]);
	return [
		...(await openFolders(place.directory)),
		...writable(place, file, folder),
		...(await readers(place, file, database)),
		...(await linked(place)),
	];
}

/** Folders in which anybody may put another thing in the place of what lies there. */
async function openFolders(directory: string): Promise<DoctorFinding[]> {
	const found: DoctorFinding[] = [];
	for (let at = directory; ; at = path.dirname(at)) {
		const {mode} = await stat(at);
		const isSticky = (mode & 0o1000) !== 0;
		if ((mode & others) !== 0 && (at === directory || !isSticky)) {
			const what = at === directory ? 'the database in it' : `what lies in it, and so the database`;
			found.push(
				problem(
					'folder',
					`everybody on this machine may write to ${at} and replace ${what}`,
					isSticky ? 'move the database to a folder of its own' : `chmod o-w ${quoted(at)}`,
				),
			);
		}
		if (at === path.dirname(at)) return found;
	}
}

function writable(place: FilePaths, file: Stats, folder: Stats): DoctorFinding[] {
	const found: DoctorFinding[] = [];
	if ((file.mode & others) !== 0) {
		found.push(
			problem(
				'file',
				`everybody on this machine may write ${place.file}`,
				`chmod o-w ${quoted(place.file)}`,
			),
		);
	}
	const isShared = (folder.mode & group) !== 0;
	if (isShared && (folder.mode & 0o2000) === 0) {
		found.push(
			problem(
				'folder',
				`files saved in ${place.directory} get the group of whoever saves them, which shuts others out`,
				`chmod g+s ${quoted(place.directory)}`,
			),
		);
	}
	if (isShared && (file.mode & group) === 0) {
		found.push(
			problem(
				'file',
				`the group may write to the folder and not to ${place.name}: its members get a read-only session`,
				`chmod g+rw ${quoted(place.file)}`,
			),
		);
	}
	if (isShared && file.gid !== folder.gid) {
		const names = [nameOf('group', file.gid), nameOf('group', folder.gid)];
		found.push(
			problem(
				'file',
				`${place.name} belongs to the group ${names[0]}, and its folder to ${names[1]}`,
				`chgrp ${names[1]} ${quoted(place.file)}`,
			),
		);
	}
	return found;
}

/** Who else may read the file, where something in it is not for everybody. */
async function readers(
	place: FilePaths,
	file: Stats,
	database: Database,
): Promise<DoctorFinding[]> {
	const found: DoctorFinding[] = [];
	const exempt = exemptCount(database);
	const isOpen = (file.mode & 0o004) !== 0 && (await isReachable(place.directory));
	if (exempt > 0 && isOpen) {
		found.push(
			problem(
				'exempt',
				`everybody on this machine may read ${place.file}, with ${count(exempt, 'exempt item')} in it`,
				`chmod o= ${quoted(place.file)} ${quoted(place.directory)}; “boardwalk copy --public” makes a file for everybody`,
			),
		);
	}
	for (const at of [place.directory, place.file]) {
		const named = (await aclOf(at)).map(({table, id, rights}) => {
			const kind = table === 'passwd' ? 'user' : 'group';
			return `the ${kind} ${nameOf(table, id)} (${rights})`;
		});
		if (named.length === 0) continue;
		const says = `an access list of ${at} also lets in ${named.join(', ')}`;
		const remedy = `“getfacl ${quoted(at)}” shows it; “setfacl -b ${quoted(at)}” takes it off`;
		found.push(exempt > 0 ? problem('acl', says, remedy) : advice('acl', says, remedy));
	}
	return found;
}

const exemptCount = (database: Database): number =>
	database.meetings.flatMap(({agenda}) => agenda).filter((item) => exemptionOf(database, item))
		.length + database.reports.filter(({exempt}) => exempt).length;

/** Whether everybody may go through a folder and those above it. */
async function isReachable(directory: string): Promise<boolean> {
	for (let at = directory; ; at = path.dirname(at)) {
		if (((await stat(at)).mode & 0o001) === 0) return false;
		if (at === path.dirname(at)) return true;
	}
}

/** What lies beside the database under its own names and is a link, which leads who knows where, or no folder. */
async function linked(place: FilePaths): Promise<DoctorFinding[]> {
	const found: DoctorFinding[] = [];
	for (const kind of ['lock', 'presence', 'snapshots', 'handover']) {
		const at = path.join(place.directory, `.${place.name}.${kind}`);
		const there = await lstat(at).catch(() => undefined);
		if (there && kind !== 'lock' && !there.isDirectory() && !there.isSymbolicLink()) {
			found.push(problem('link', `${at} is not a folder`, `see what it is, then rm ${quoted(at)}`));
		}
		if (!there?.isSymbolicLink()) continue;
		found.push(
			problem(
				'link',
				`${at} is a link: somebody put it there`,
				`find out who, then rm ${quoted(at)}`,
			),
		);
	}
	return found;
}

type Granted = {table: 'passwd' | 'group'; id: number; rights: string};

/** Tags of an access list, as the kernel keeps it in an extended attribute. */
const tags = {user: 0x02, group: 0x08, mask: 0x10};

/** The users and groups by name in an access list, and what they may; none where there is no such list. */
async function aclOf(file: string): Promise<Granted[]> {
	const {getAttrSync} = await native();
	const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
	try {
		const bytes = handle && getAttrSync(handle.fd, 'system.posix_acl_access');
		return bytes ? parseAcl(bytes) : [];
	} catch {
		return [];
	} finally {
		await handle?.close();
	}
}

/** Reads an access list: a version, then entries of a tag, rights and a number. */
export function parseAcl(bytes: Buffer): Granted[] {
	const entries: {tag: number; may: number; id: number}[] = [];
	for (let at = 4; at + 8 <= bytes.length; at += 8) {
		const [tag, may, id] = [
			bytes.readUInt16LE(at),
			bytes.readUInt16LE(at + 2),
			bytes.readUInt32LE(at + 4),
		];
		entries.push({tag, may, id});
	}
	const mask = entries.find(({tag}) => tag === tags.mask)?.may ?? 7;
	return entries.flatMap(({tag, may, id}): Granted[] => {
		const table = tag === tags.user ? 'passwd' : tag === tags.group ? 'group' : undefined;
		const rights = [(may & mask & 4) !== 0 && 'read', (may & mask & 2) !== 0 && 'write'].filter(
			Boolean,
		);
		return table && rights.length > 0 ? [{table, id, rights: rights.join(' and ')}] : [];
	});
}
