// Takes a database's lock and keeps it until its standard input ends: `holder.ts <file>`.
import process from 'node:process';
import {withLock} from '../../../source/store/file/lock.ts';
import {pathsOf} from '../../../source/store/file/paths.ts';

await withLock(pathsOf(process.argv[2] ?? ''), 10_000, async () => {
	process.stdout.write('held\n');
	for await (const _chunk of process.stdin);
});
