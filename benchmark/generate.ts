// Makes databases of any size from the sample: the same projects over and over, under new ids.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {root} from './programs.ts';

/** A database in a scratch folder, how many projects it has, and what each of them has where it was given something. */
export type Database = {file: string; projects: number; each?: string};

type Project = {id: string; title: string; dependsOn?: string[]};
type Content = {projects: Project[]};

const sample = path.join(root, 'data', 'lincolnshire-imt.json');

/** Copies the sample as it is. */
export function copySample(file: string): Database {
	const text = readFileSync(sample, 'utf8');
	write(file, text);
	const {projects}: Content = JSON.parse(text);
	return {file, projects: projects.length};
}

/**
 * Makes a database with this many projects, at least as many as the sample's: those, to which
 * everything else in it refers, and copies of them with ids of four figures or more (P1-0001). The
 * same number always gives the same file.
 */
export function generate(file: string, projects: number): Database {
	const content: Content = JSON.parse(readFileSync(sample, 'utf8'));
	const originals = content.projects;
	const all = [...originals];
	for (let copy = 1; all.length < projects; copy++) {
		const copied = originals.slice(0, projects - all.length);
		const ids = new Map(
			copied.map(({id}, index) => [id, copyId(id, (copy - 1) * originals.length + index + 1)]),
		);
		const renamed = (id: string) => ids.get(id) ?? id;
		for (const project of copied) {
			const {id, title, dependsOn} = project;
			all.push({
				...project,
				id: renamed(id),
				title: `${title} (${copy})`,
				...(dependsOn && {dependsOn: dependsOn.map(renamed)}),
			});
		}
	}
	write(file, `${JSON.stringify({...content, projects: all}, undefined, 2)}\n`);
	return {file, projects};
}

/** The same with ten milestones and five risks for each project, as a strategy that is kept has them. */
export function generateKept(file: string, projects: number): Database {
	generate(file, projects);
	const content: Content = JSON.parse(readFileSync(file, 'utf8'));
	const kept = content.projects.map((project) => ({...project, milestones, risks}));
	write(file, `${JSON.stringify({...content, projects: kept}, undefined, 2)}\n`);
	return {file, projects, each: `${milestones.length} milestones and ${risks.length} risks`};
}

const milestones = Array.from({length: 10}, (_, index) => ({
	id: `MS-${index + 1}`,
	title: `Stage ${index + 1} is done`,
	original: `2019-${String(index + 1).padStart(2, '0')}-15`,
	approved: `2019-${String(index + 2).padStart(2, '0')}-15`,
}));

const risks = Array.from({length: 5}, (_, index) => ({
	id: `RI-${index + 1}`,
	event: `Supplier ${index + 1} delivers late`,
	current: {likelihood: index + 1, impact: 3},
	response: 'reduce',
}));

/** How many projects make a database of about this many bytes. */
export function projectsFor(bytes: number): number {
	const text = readFileSync(sample, 'utf8');
	const {projects}: Content = JSON.parse(text);
	const each = JSON.stringify(projects, undefined, 2).length / projects.length;
	return Math.max(Math.round((bytes - text.length) / each) + projects.length, projects.length);
}

/** P1-04 and 17 → P1-0017: the priority stays, the number is counted through all copies. */
function copyId(id: string, number: number): string {
	return `${id.split('-')[0] ?? 'P'}-${String(number).padStart(4, '0')}`;
}

function write(file: string, text: string) {
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, text);
}
