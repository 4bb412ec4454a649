// Writes what is derived from the source: the JSON Schema for editors, the key table of the docs, the manual pages and
// the samples that are played. Tests compare them with what stands in the repository (test/generated.test.ts, test/data/samples.test.ts).
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {format} from 'prettier';
import {jsonSchema} from '../source/domain/schema/json-schema.ts';
import {formatDatabase} from '../source/store/file/format.ts';
import {keyTable} from '../source/ui/key-table.ts';
import {databasePage} from './man/database.ts';
import {programPage} from './man/program.ts';
import {samples} from './samples/samples.ts';

const root = path.dirname(import.meta.dirname);

/** The generated files: their path in the project and their text. */
export const generated = async () => ({
	'data/boardwalk.schema.json': `${JSON.stringify(jsonSchema(), null, 2)}\n`,
	'docs/man/boardwalk.1': await programPage(),
	'docs/man/boardwalk.5': databasePage(),
	'docs/keys.md': await format(keyTable(), {parser: 'markdown'}),
	...Object.fromEntries(
		Object.entries(samples).map(([name, play]) => [`data/${name}.json`, formatDatabase(play())]),
	),
});

if (process.argv[1] === import.meta.filename) {
	for (const [file, text] of Object.entries(await generated())) {
		writeFileSync(path.join(root, file), text);
	}
}
