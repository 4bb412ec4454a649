import {closeSync, constants, fchmodSync, fstatSync, openSync} from 'node:fs';
import type {FileHandle} from 'node:fs/promises';
import process from 'node:process';
import {accessList, derive, groupRights, inheritedList, naming, withoutGroup} from './acl.ts';
import {type Native, native} from './native.ts';
import {codeOf, Fault, reasonOf} from '../reasons.ts';

/** Who may do what with a file, and what else the file system keeps with it. */
export type Access = {
	mode: number;
	uid: number;
	gid: number;
	/** The access list as the kernel has it, where the file has one. */
	list: Buffer | undefined;
	/** Extended attributes besides. */
	attributes: [name: string, value: Buffer][];
};

/** Those that say something of the old content, or of the disk below: they are not for another file. */
const foreign = /^(trusted\.|security\.(ima|evm|capability)$)/;

/** Those that a file must not go without: people's own, and whatever else says who may read. */
const needed = /^(user|security)\.|acl/;

/**
 * Attributes can only be asked for while everything waits; so the rest of what this file asks of an open file is, too:
 * each such question takes a microsecond, and thirty times that if it is handed to a thread, under the lock.
 */
export async function accessOf(file: string): Promise<Access> {
	const system = await native();
	const {O_RDONLY, O_NONBLOCK} = constants;
	const fd = openSync(file, O_RDONLY | O_NONBLOCK);
	try {
		return accessBy(system, {fd});
	} finally {
		closeSync(fd);
	}
}

export const accessOfOpen = async (handle: FileHandle): Promise<Access> =>
	accessBy(await native(), handle);

/** A file that is open. */
type Open = Pick<FileHandle, 'fd'>;

function accessBy(system: Native, handle: Open): Access {
	const [{mode, uid, gid}, names] = [fstatSync(handle.fd), namesOf(system, handle)];
	const attributes = names.flatMap((name): [string, Buffer][] => {
		if (name === accessList || name === inheritedList || foreign.test(name)) return [];
		const value = system.getAttrSync(handle.fd, name);
		return value ? [[name, value]] : [];
	});
	return {mode, uid, gid, list: listOf(system, handle), attributes};
}

function namesOf(system: Native, {fd}: Open): string[] {
	if (process.platform === 'win32') return [];
	try {
		return system.listAttrsSync(fd);
	} catch (error) {
		if (hasNone(error)) return [];
		throw error;
	}
}

/** Asked for by its name: not every file system lists it. */
function listOf(system: Native, {fd}: Open): Buffer | undefined {
	if (process.platform !== 'linux') return undefined;
	try {
		return system.getAttrSync(fd, accessList) ?? undefined;
	} catch (error) {
		if (hasNone(error)) return undefined;
		throw error;
	}
}

/** Whether the file system knows no such thing. */
const hasNone = (error: unknown): boolean =>
	['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'ENODATA', 'ENOATTR', 'EINVAL'].includes(codeOf(error) ?? '');

/** Takes off what the folder gives to every new file: the mode, once it is set, would let those people in. */
function disinherit(system: Native, handle: Open): void {
	for (const name of namesOf(system, handle)) {
		if (name === accessList || name === inheritedList) system.removeAttrSync(handle.fd, name);
	}
}

/**
 * Gives a new file, which its owner alone may read, the access of an old one: group, access list,
 * attributes, mode; the administrator saves for others, so to them also its owner. At no moment may more people
 * read it than the old one. Throws a Fault where something of that cannot be had, unless it is `narrow`: then
 * the group whose file it cannot be may no more than everybody.
 */
export async function keepAccess(
	handle: FileHandle,
	were: Access,
	{narrow = false}: {narrow?: boolean} = {},
): Promise<void> {
	const system = await native();
	disinherit(system, handle);
	const now = fstatSync(handle.fd);
	const {uid, gid} = were;
	const chown = (owner: number) =>
		handle.chown(owner, gid).then(
			() => true,
			() => false,
		);
	const kept =
		(now.uid === uid && now.gid === gid) ||
		(process.getuid?.() === 0 && (await chown(uid))) ||
		now.gid === gid ||
		(await chown(now.uid));
	let mode = were.mode & 0o7777;
	let {list} = were;
	// A group without a right of its own does not matter. With one, the wrong group must not get it.
	if (!kept && groupRights(mode, list) !== (mode & 7)) {
		if (!narrow) {
			throw new Fault(
				`saving would take the file away from its group (${gid}), of which you are not a member; ask to be made one`,
			);
		}
		if (list) list = withoutGroup(list);
		else mode = (mode & 0o707) | ((mode & 0o007) << 3);
	}
	for (const [name, value] of were.attributes) keepAttribute(system, handle, name, value);
	if (list) {
		if (fstatSync(handle.fd).uid !== uid) list = naming(list, uid);
		set(system, handle, accessList, list);
		// Its mask is in the place of the group's bits from here on.
		mode = (mode & 0o7707) | (fstatSync(handle.fd).mode & 0o070);
	}
	// After the owner, for changing that clears some bits.
	if ((fstatSync(handle.fd).mode & 0o7777) !== mode) fchmodSync(handle.fd, mode);
}

function keepAttribute(system: Native, handle: Open, name: string, value: Buffer): void {
	try {
		// The system labels new files by itself, and not everybody may.
		if (system.getAttrSync(handle.fd, name)?.equals(value)) return;
	} catch {
		// Then setting it says why not.
	}
	if (needed.test(name)) set(system, handle, name, value);
	else {
		try {
			system.setAttrSync(handle.fd, name, value);
		} catch {
			// What the file system makes up itself.
		}
	}
}

function set(system: Native, handle: Open, name: string, value: Buffer): void {
	try {
		system.setAttrSync(handle.fd, name, value);
	} catch (error) {
		const what = name === accessList ? 'its access list' : `its attribute ${name}`;
		throw new Fault(
			`${what} cannot be carried over, and without it others might read it: ${reasonOf(error)}`,
		);
	}
}

/**
 * Gives a new file or folder beside a database the database's group and access list, and from the administrator its
 * owner, with the rights that follow from the database's by `modeFor`, whatever the umask of whoever
 * makes it and whatever its folder gives to new files. Only the owner can; for all others it stays as it is.
 */
export async function share(
	handle: FileHandle,
	database: Access,
	modeFor: (rights: number) => number,
): Promise<void> {
	const system = await native();
	const found = fstatSync(handle.fd);
	const user = process.getuid?.();
	if (user !== undefined && user !== 0 && user !== found.uid) return;
	const owner = user === 0 ? database.uid : found.uid;
	let {gid} = found;
	if (gid !== database.gid || found.uid !== owner) {
		await handle.chown(owner, database.gid).then(
			() => (gid = database.gid),
			() => {},
		);
	}
	let rights = database.mode & 0o777;
	let {list} = database;
	// Another group than the database's has the rights of everybody.
	if (gid !== database.gid) {
		rights = (rights & 0o707) | ((rights & 0o007) << 3);
		list &&= withoutGroup(list);
	}
	let mode = modeFor(rights) | (found.mode & 0o1000);
	const wanted = list && derive(list, modeFor);
	try {
		if (wanted === undefined || !listOf(system, handle)?.equals(wanted)) {
			disinherit(system, handle);
			if (wanted) system.setAttrSync(handle.fd, accessList, wanted);
		}
		if (list) mode = (mode & 0o7707) | (fstatSync(handle.fd).mode & 0o070);
	} catch {
		// Those who are named in it are left out, and the group's bits are not for anybody else.
		mode &= 0o7707;
	}
	// After the owner, for changing that clears some bits.
	if ((fstatSync(handle.fd).mode & 0o7777) !== mode) await handle.chmod(mode).catch(() => {});
}
