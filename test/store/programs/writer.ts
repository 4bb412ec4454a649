// Commits comments on a project: `writer.ts <file> <how many> <name>`. Says so line by line: first
// "ready", then for each act that was acknowledged its id, revision and milliseconds as JSON.
import {randomUUID} from 'node:crypto';
import process from 'node:process';
import {openStore} from '../../../source/store/open.ts';

const [file = '', count = '1', name = 'writer'] = process.argv.slice(2);
const store = await openStore(file);
process.stdout.write('ready\n');
const who = {actor: {user: name, host: 'test'}, session: `session-${name}`};
for (let number = 1; number <= Number(count); number++) {
	const id = randomUUID();
	const note = `${name} ${number} ${id}`;
	const start = performance.now();
	const outcome = await store.commit(
		{id, changes: [{kind: 'project/update', id: 'P1-01', note}]},
		who,
	);
	const milliseconds = performance.now() - start;
	const line = outcome.ok
		? {id, revision: outcome.entry.revision, milliseconds}
		: {refused: outcome.rejection.message};
	process.stdout.write(`${JSON.stringify(line)}\n`);
}
await store.close();
