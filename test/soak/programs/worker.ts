// A session of its own: `worker.ts <file> <name>`. It watches the database all the time, says "ready" and is told,
// line by line as JSON: {act: n} commits that many comments, each said with its id, revision and milliseconds, then
// {done: true}; {until: revision} waits until it has seen that revision and says the digest of what it then knows.
import {createHash, randomUUID} from 'node:crypto';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {openStore} from '../../../source/store/open.ts';

export type Told = {act: number} | {until: number};
export type Said =
	| {id: string; revision: number; milliseconds: number; repeated: number}
	| {refused: string}
	| {done: true}
	| {digest: string; revision: number};

const [file = '', name = 'worker'] = process.argv.slice(2);
const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`);
const store = await openStore(file);
const who = {actor: {user: name, host: 'test'}, session: `session-${name}`};
let wake = () => {};
store.watch(() => wake());
process.stdout.write('ready\n');

async function act(number: number): Promise<void> {
	const id = randomUUID();
	const note = `${name} ${number} ${id}`;
	const start = performance.now();
	const changes = [{kind: 'project/update' as const, id: 'P1-01', note}];
	let outcome = await store.commit({id, changes}, who);
	// As a person does who is told that others were saving all the time.
	let repeated = 0;
	while (!outcome.ok && outcome.rejection.message.includes('another session has been saving')) {
		repeated++;
		outcome = await store.commit({id, changes}, who);
	}
	const milliseconds = performance.now() - start;
	if (outcome.ok) say({id, revision: outcome.entry.revision, milliseconds, repeated});
	else say({refused: outcome.rejection.message});
}

for await (const line of createInterface({input: process.stdin})) {
	const told = JSON.parse(line) as Told;
	if ('act' in told) {
		for (let number = 1; number <= told.act; number++) await act(number);
		say({done: true});
	} else {
		while (store.read().revision < told.until) {
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
		const database = store.read();
		const digest = createHash('sha256').update(JSON.stringify(database)).digest('hex');
		say({digest, revision: database.revision});
	}
}
await store.close();
