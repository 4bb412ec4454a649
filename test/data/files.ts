// The sample databases as they stand in data/, and the texts in them.
import {readFileSync} from 'node:fs';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';

/** The samples that are played by scripts, and those that were made by hand. */
export const played = [
	'lincolnshire-decision',
	'epping-forest-ict',
	'riverside-charity',
	'north-hertfordshire-it',
	'westmorland-and-furness-ict',
];
export const everySample = ['lincolnshire-imt', ...played];

export const textOf = (file: string): string =>
	readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');

export const load = (name: string): Database =>
	databaseSchema.parse(JSON.parse(textOf(`${name}.json`)));

/** Every text in a file, and the names of the keys that lead to it. */
export function strings(node: unknown, path = ''): {path: string; value: string}[] {
	if (typeof node === 'string') return [{path, value: node}];
	if (typeof node !== 'object' || node === null) return [];
	return Object.entries(node).flatMap(([key, child]) => strings(child, `${path}/${key}`));
}

/** The record with this id. */
export function only<Item extends {id: string}>(list: readonly Item[], id: string): Item {
	const found = list.find((item) => item.id === id);
	if (!found) throw new Error(`there is no ${id}`);
	return found;
}
