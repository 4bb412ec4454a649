import {readdir, stat} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {type Options, plan, type Review, reviewFile, Unreadable} from '../import/index.ts';
import {columns} from '../import/portfolio/columns.ts';
import {fields} from '../import/report/fields.ts';
import type {AskedImport, Importer, Paper} from '../ui/paper.ts';
import {byKeys} from '../ui/ways.ts';
import {Refusal} from './command.ts';
import {readInput} from './import.ts';

/** `~/report.docx`, and what a terminal makes of a file that is dropped on it: quoted, or with blanks escaped. */
function plainPath(typed: string): string {
	const bare = /^(['"])(.*)\1$/.exec(typed.trim())?.[2] ?? typed.trim().replaceAll('\\ ', ' ');
	return bare === '~' || bare.startsWith('~/') ? path.join(os.homedir(), bare.slice(1)) : bare;
}

const rolesOf = ({kind}: Review): string[] =>
	kind === 'portfolio' ? [...columns, 'ignore'] : kind === 'report' ? [...fields, 'other'] : [];

/** Reads papers for the screens. What was read last is kept: otherwise each correction would read it again. */
class Reader implements Importer {
	#last: {key: string; database: unknown; review: Review} | undefined;

	async read(asked: AskedImport, database: Parameters<Importer['read']>[1]) {
		const file = plainPath(asked.path);
		try {
			const review = await this.#review(file, asked, database);
			const planned = await plan(database, review, asked.verdicts, {
				...(asked.meeting === undefined ? {} : {meeting: asked.meeting}),
				...(asked.urgency === undefined ? {} : {urgency: asked.urgency}),
				ways: byKeys,
			});
			const {verdicts} = asked;
			return {file, review, verdicts, roles: rolesOf(review), ...planned} satisfies Paper;
		} catch (error) {
			if (error instanceof Refusal) return {problem: error.message};
			if (error instanceof Unreadable) return {problem: `${path.basename(file)}: ${error.message}`};
			throw error;
		}
	}

	async #review(
		file: string,
		{map, set}: AskedImport,
		database: Parameters<Importer['read']>[1],
	): Promise<Review> {
		const bytes = await readInput(file);
		const {mtimeMs, size} = await stat(file);
		const key = JSON.stringify([file, mtimeMs, size, map, set]);
		if (this.#last?.key === key && this.#last.database === database) return this.#last.review;
		const options: Options = {map, set, ways: byKeys};
		const review = await reviewFile(bytes, path.basename(file), database, options);
		this.#last = {key, database, review};
		return review;
	}

	async complete(typed: string): Promise<{value: string; options: string[]}> {
		const cut = typed.lastIndexOf('/') + 1;
		const [folder, begun] = [typed.slice(0, cut), typed.slice(cut)];
		if (typed === '~') return {value: '~/', options: ['~/']};
		const entries = await readdir(plainPath(folder) || '.', {withFileTypes: true}).catch(() => []);
		const options = entries
			.filter(({name}) => name.startsWith(begun) && (begun !== '' || !name.startsWith('.')))
			.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
			.toSorted();
		return {value: options.length === 0 ? typed : folder + common(options), options};
	}
}

/** What all of them begin with. */
function common([first = '', ...others]: readonly string[]): string {
	let length = first.length;
	for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
	return first.slice(0, length);
}

export const importer: Importer = new Reader();
