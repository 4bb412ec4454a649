import {realpath} from 'node:fs/promises';
import path from 'node:path';
import type {Importer} from '../ui/paper.ts';

/** Reads papers from one folder alone: names are taken to lie in it, and nothing leads out of it. */
export function confine(folder: string, importer: () => Promise<Importer>): Importer {
	return {
		async read(asked, database) {
			const found = await within(folder, asked.path);
			if ('problem' in found) return found;
			return (await importer()).read({...asked, path: found.file}, database);
		},
		async complete(typed) {
			const cut = typed.lastIndexOf('/') + 1;
			const found = await within(folder, typed.slice(0, cut) || '.');
			if ('problem' in found) return {value: typed, options: []};
			const base = path.join(found.file, '/');
			const begun = base + typed.slice(cut);
			const {value, options} = await (await importer()).complete(begun);
			return {value: typed.slice(0, cut) + value.slice(base.length), options};
		},
	};
}

/** Where a name leads that was typed; the path is free of links, or it is refused. */
async function within(folder: string, typed: string): Promise<{file: string} | {problem: string}> {
	const outside = {
		problem: `papers are read from ${folder} alone: put it there, or ask the clerk to`,
	};
	const top = await realpath(folder).catch(() => undefined);
	if (top === undefined)
		return {problem: `there is no folder ${folder}, from which papers are read`};
	// A folder of one's own has no meaning for a key.
	const wanted = path.resolve(folder, typed.trim());
	const inside = path.relative(folder, wanted);
	const leaves = inside === '..' || inside.startsWith('../') || path.isAbsolute(inside);
	// What reads the file takes backslashes off, as a terminal puts them there.
	if (leaves || inside.includes('\\')) return outside;
	const file = path.join(top, inside);
	const real = await realpath(file).catch(() => file);
	return real === file ? {file} : outside;
}
