import {readFileSync} from 'node:fs';
import path from 'node:path';

/** Put in by the bundler (scripts/build.js). */
declare const BUILD: {version: string; commit: string} | undefined;

/** Whether a bundle runs, and not the sources themselves. */
export const isBuilt = typeof BUILD !== 'undefined';

/** What runs. */
export function whatRuns(): {version: string; commit: string} {
	if (typeof BUILD !== 'undefined') return BUILD;
	const text = readFileSync(path.join(import.meta.dirname, '..', 'package.json'), 'utf8');
	return {version: (JSON.parse(text) as {version: string}).version, commit: 'not built'};
}
