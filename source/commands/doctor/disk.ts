import {stat, statfs} from 'node:fs/promises';
import {adviseArchive} from '../../domain/queries/log/size.ts';
import type {Database} from '../../domain/schema/index.ts';
import type {FilePaths} from '../../store/file/paths.ts';
import {listSnapshots, type Snapshot} from '../../store/file/snapshots.ts';
import {advice, type DoctorFinding, problem} from './finding.ts';

/** File systems on which locks and news of changes come over a network, by the kernel's numbers. */
const networks: Record<number, string> = {
	0x6969: 'NFS',
	0x517b: 'SMB',
	0xff534d42: 'CIFS',
	0xfe534d42: 'SMB',
	0x01021997: '9p',
	0x5346414f: 'AFS',
	0x00c36400: 'Ceph',
	0x01161970: 'GFS2',
	0x7461636f: 'OCFS2',
	0x65735546: 'FUSE (sshfs and its like)',
};

/** Below this much room a save may fail, in bytes. */
const little = 100_000_000;

/** From this much on snapshots are worth a look, in bytes. */
const many = 250_000_000;

/** Where the database lies, and how much of the place it takes. */
export async function findDisk(
	place: FilePaths,
	database: Database,
	now: string,
): Promise<DoctorFinding[]> {
	const found: DoctorFinding[] = [];
	const [system, {size}] = await Promise.all([statfs(place.directory), stat(place.file)]);
	const network = networkOf(system.type);
	if (network !== undefined) {
		found.push(
			problem(
				'disk',
				`${place.directory} is on a network disk (${network}): locks may not hold between machines`,
				'move the database to a disk of the machine that everybody works on, or into PostgreSQL',
			),
		);
	}
	const free = system.bavail * system.bsize;
	if (free < Math.max(little, 10 * size)) {
		found.push(
			problem(
				'disk',
				`the disk of ${place.directory} has ${megabytes(free)} left`,
				'make room on it',
			),
		);
	}
	const log = adviseArchive(database, now);
	if (log) found.push(advice('log', log.says, log.remedy));
	// A folder that is not to be trusted is told of with the rights.
	const snapshots = await listSnapshots(place).catch((): Snapshot[] => []);
	const sizes = await Promise.all(snapshots.map(({file}) => stat(file).catch(() => ({size: 0}))));
	const taken = sizes.reduce((sum, one) => sum + one.size, 0);
	if (taken > many) {
		found.push(
			advice(
				'snapshots',
				`${snapshots.length} snapshots take ${megabytes(taken)}`,
				'rules.snapshots in the database says how many are kept (megabytes, keep, days)',
			),
		);
	}
	return found;
}

/** The name of a network's file system; undefined for a disk. */
export const networkOf = (type: number): string | undefined => networks[type >>> 0];

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
