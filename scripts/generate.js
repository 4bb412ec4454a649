// Writes what is derived from the source: the JSON Schema for editors, the table by which a database is validated without
// zod, the key table of the docs, the manual pages and the samples that are played. Tests compare them with what stands
// in the repository (test/generated.test.ts, test/data/samples.test.ts).
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {format} from 'prettier';
import {drawShape} from '../source/domain/schema/draw.ts';

const root = path.dirname(import.meta.dirname);

const shapeFile = 'source/domain/schema/shape.ts';

/** The table that the walker reads, a part a line so that diffs stay small. */
function shapeText() {
	const {roots, nodes} = drawShape();
	const lines = nodes.map((node) => `\t\t${JSON.stringify(node)},\n`);
	return `// Drawn from zod's schemas by draw.ts: npm run generate. Parts within a part are numbers, counted from 0.
import type {Shape} from './walk.ts';

export const shape: Shape = {
\troots: ${JSON.stringify(roots)},
\tnodes: [
${lines.join('')}\t],
};
`;
}

/** The generated files: their path in the project and their text. */
export async function generated() {
	// Only now, when the table has been written: what follows rests on it.
	const {jsonSchema} = await import('../source/domain/schema/json-schema.ts');
	const {formatDatabase} = await import('../source/store/format.ts');
	const {keyTable} = await import('../source/ui/key-table.ts');
	const {databasePage} = await import('./man/database.ts');
	const {programPage} = await import('./man/program.ts');
	const {samples} = await import('./samples/samples.ts');
	return {
		[shapeFile]: shapeText(),
		'data/boardwalk.schema.json': `${JSON.stringify(jsonSchema(), null, 2)}\n`,
		'docs/man/boardwalk.1': await programPage(),
		'docs/man/boardwalk.5': databasePage(),
		'docs/keys.md': await format(keyTable(), {parser: 'markdown'}),
		...Object.fromEntries(
			Object.entries(samples).map(([name, play]) => [`data/${name}.json`, formatDatabase(play())]),
		),
	};
}

if (process.argv[1] === import.meta.filename) {
	writeFileSync(path.join(root, shapeFile), shapeText());
	for (const [file, text] of Object.entries(await generated())) {
		writeFileSync(path.join(root, file), text);
	}
}
