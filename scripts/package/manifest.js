// What `npm pack` runs before and after: the tarball gets a manifest of the built program alone, without the libraries
// that are in the bundle, the tools, and the Node that a checkout brings along. npm packs the package.json that it
// finds, so the whole one lies aside meanwhile; should npm be killed in between, the next run puts it back.
import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const manifest = path.join(root, 'package.json');
const aside = path.join(root, 'package.json.tmp');

/**
 * The manifest of the built program.
 * @param {Record<string, unknown>} whole
 */
export function reduce(whole) {
	const {name, version, description, license, type, bin, man, files} = whole;
	// Kept private: what is packed here is handed over as a file, not published by accident.
	const engines = {node: '>=22'};
	return {name, version, description, license, type, private: true, bin, man, files, engines};
}

/** Puts the whole manifest back, if it lies aside. */
function putBack() {
	if (existsSync(aside)) renameSync(aside, manifest);
}

if (process.argv[2] === 'before') {
	putBack();
	const reduced = reduce(JSON.parse(readFileSync(manifest, 'utf8')));
	// The very file is put back, with its date: the build goes by dates.
	renameSync(manifest, aside);
	writeFileSync(manifest, `${JSON.stringify(reduced, undefined, '\t')}\n`);
} else if (process.argv[2] === 'after') putBack();
