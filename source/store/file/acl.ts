// Access lists as Linux keeps them with a file (acl(5)): a version, then entries of a tag, rights and an id.

/** The attribute that holds a file's list, and the one that holds what a folder gives to new files. */
export const accessList = 'system.posix_acl_access';
export const inheritedList = 'system.posix_acl_default';

/** `id` is that of a user or group, where the tag is for a named one. */
type Entry = {tag: number; rights: number; id: number};

const [owner, user, group, namedGroup, mask, other] = [0x01, 0x02, 0x04, 0x08, 0x10, 0x20];
const none = 0xffffffff;

function entriesOf(list: Buffer): Entry[] | undefined {
	if (list.length < 4 || list.length % 8 !== 4 || list.readUInt32LE(0) !== 2) return undefined;
	return Array.from({length: (list.length - 4) / 8}, (_, index) => ({
		tag: list.readUInt16LE(4 + 8 * index),
		rights: list.readUInt16LE(6 + 8 * index) & 7,
		id: list.readUInt32LE(8 + 8 * index),
	}));
}

/** The kernel wants them by tag, and those of one tag by id. */
function listOf(entries: readonly Entry[]): Buffer {
	const list = Buffer.alloc(4 + 8 * entries.length);
	list.writeUInt32LE(2, 0);
	const sorted = entries.toSorted((a, b) => a.tag - b.tag || a.id - b.id);
	for (const [index, {tag, rights, id}] of sorted.entries()) {
		list.writeUInt16LE(tag, 4 + 8 * index);
		list.writeUInt16LE(rights, 6 + 8 * index);
		list.writeUInt32LE(id, 8 + 8 * index);
	}
	return list;
}

const rightsOf = (entries: readonly Entry[], tag: number): number | undefined =>
	entries.find((entry) => entry.tag === tag)?.rights;

/**
 * What the owning group may (0 to 7). With a list, the group bits of a file's mode are not that: they are the
 * list's mask, the most that any of its groups and named users may.
 */
export function groupRights(mode: number, list: Buffer | undefined): number {
	const entries = list && entriesOf(list);
	if (!entries) return (mode >> 3) & 7;
	return (rightsOf(entries, group) ?? 0) & (rightsOf(entries, mask) ?? 7);
}

/** The list with what its owner could, as somebody named: for when the file goes to another owner. */
export function naming(list: Buffer, uid: number): Buffer {
	const entries = entriesOf(list);
	if (!entries || entries.some(({tag, id}) => tag === user && id === uid)) return list;
	const rights = rightsOf(entries, owner) ?? 0;
	// Without a mask nobody is named in it, and the mode tells all.
	return rightsOf(entries, mask) === undefined
		? list
		: listOf([...entries, {tag: user, rights, id: uid}]);
}

/** The list for a file whose owning group could not be kept: another group may what everybody may. */
export function withoutGroup(list: Buffer): Buffer {
	const entries = entriesOf(list) ?? [];
	const rights = rightsOf(entries, other) ?? 0;
	return listOf(entries.map((entry) => (entry.tag === group ? {...entry, rights} : entry)));
}

/** The list of something that lies beside a file, by what each may do with it follows from what they may with the file. */
export function derive(list: Buffer, modeFor: (mode: number) => number): Buffer {
	const entries = entriesOf(list) ?? [];
	const most = rightsOf(entries, mask) ?? 7;
	const told = entries.map((entry): Entry => {
		switch (entry.tag) {
			case owner:
				return {...entry, rights: (modeFor(entry.rights << 6) >> 6) & 7};
			case other:
				return {...entry, rights: modeFor(entry.rights) & 7};
			case mask:
				return {...entry, rights: 7};
			default:
				return {...entry, rights: (modeFor((entry.rights & most) << 3) >> 3) & 7};
		}
	});
	const union = told
		.filter(({tag}) => tag === user || tag === group || tag === namedGroup)
		.reduce((sum, {rights}) => sum | rights, 0);
	return listOf(told.map((entry) => (entry.tag === mask ? {...entry, rights: union} : entry)));
}

/** A list of named users and their rights; for tests, which need no tool of the system for it. */
export function aclOf({mode, users}: {mode: number; users: Record<number, number>}): Buffer {
	return listOf([
		{tag: owner, rights: (mode >> 6) & 7, id: none},
		{tag: group, rights: (mode >> 3) & 7, id: none},
		{tag: other, rights: mode & 7, id: none},
		{
			tag: mask,
			rights: Object.values(users).reduce((sum, rights) => sum | rights, (mode >> 3) & 7),
			id: none,
		},
		...Object.entries(users).map(([id, rights]) => ({tag: user, rights, id: Number(id)})),
	]);
}
