// boardwalk(5), from the database's schema.
import {jsonSchema} from '../../source/domain/schema/json-schema.ts';
import * as man from './troff.ts';

type Shape = {
	$ref?: string;
	type?: string;
	const?: string | number | boolean;
	enum?: unknown[];
	format?: string;
	pattern?: string;
	items?: Shape;
	properties?: Record<string, Shape>;
	required?: string[];
	additionalProperties?: Shape;
	anyOf?: Shape[];
	oneOf?: Shape[];
	allOf?: Shape[];
	$defs?: Record<string, Shape>;
};

/** What each part of the file is for. */
const about: Record<string, string> = {
	$schema: 'The JSON Schema, so that editors complete and check.',
	schemaVersion: 'The version of this shape. “boardwalk migrate” brings an older file forward.',
	id: 'The UUID of the database: a file with another one is not taken for this.',
	revision: 'The count of acts in the log.',
	counters: 'The last number that was given out for each kind of id. None is used twice.',
	organisation:
		'Whose database this is. Every printed time and every statutory day is in its time zone.',
	rules: 'The law that applies, roles, standard wordings, snapshots.',
	strategies: 'Strategies with their principles and priorities, past ones and the one in force.',
	people: 'Everybody who is on a board, owns something or attends.',
	boards: 'Boards: decision-making or advisory bodies or persons, with their members.',
	projects: 'The projects of the priorities.',
	reports: 'The papers behind items.',
	meetings: 'Meetings with agenda, roll, declarations and minutes.',
	decisions: 'The register of decisions.',
	notices: 'Notices of key decisions and of private meetings.',
	actions: 'What is to be done, by whom and when.',
	log: 'Every act, one on a line. Written by the program alone: each entry holds the hash of the one before.',
};

export function databasePage(): string {
	const schema = jsonSchema() as Shape;
	const {properties = {}, required = []} = schema;
	const resolve = (shape: Shape): Shape => {
		const name = shape.$ref?.split('/').at(-1);
		const found = name === undefined ? undefined : schema.$defs?.[name];
		return found ? resolve({...found, ...shape, $ref: found.$ref}) : shape;
	};

	/** A type in words: `text`, `list of text`, `one of a, b`. */
	function words(given: Shape, depth = 0): string {
		const shape = resolve(given);
		// A value of any kind holds values of any kind.
		if (depth > 2) return 'any value';
		const several = shape.anyOf ?? shape.oneOf;
		if (several) return [...new Set(several.map((one) => words(one, depth + 1)))].join(', or ');
		if (shape.const !== undefined) return JSON.stringify(shape.const);
		if (shape.enum) return `one of ${shape.enum.join(', ')}`;
		if (shape.type === 'array')
			return `list of ${shape.items ? words(shape.items, depth + 1) : 'any value'}`;
		if (shape.type === 'object') return shape.properties ? 'object' : 'object by name';
		return (
			{string: 'text', integer: 'whole number', boolean: 'true or false'}[shape.type ?? ''] ??
			shape.type ??
			'any value'
		);
	}

	/** The fields of an object, or of the objects in a list, those within them moved in. */
	function fields(given: Shape, depth = 0): string {
		const shape = resolve(given);
		const inner = shape.type === 'array' && shape.items ? resolve(shape.items) : shape;
		const wanted = new Set(inner.required);
		return Object.entries(inner.properties ?? {})
			.map(([name, one]) => {
				const told = `${words(one)}${wanted.has(name) ? '' : ' (optional)'}`;
				const more = depth < 3 ? fields(one, depth + 1) : '';
				return man.item(man.bold(name), told) + (more === '' ? '' : man.inset(more));
			})
			.join('');
	}

	return [
		man.title('boardwalk', 5, 'File Formats'),
		man.section('Name', 'boardwalk \\- the database of board meetings\n'),
		man.section(
			'Description',
			man.paragraph(
				'One JSON file in UTF-8, indented, known keys in a fixed order, one entry of the log on each line. Keys that the program does not know are kept. Records are referred to by their ids; no id is used twice.',
			),
			man.paragraph(
				'A file may be edited by hand while nobody has it open. “boardwalk check” then says what is wrong and where, and “boardwalk adopt” puts on record that the rest is accepted. What only the program can say (references, the chain of the log) is not in this page.',
			),
			man.paragraph(
				'Who may read the file may read everything in it, exempt matter too. Its mode and group survive every save; its owner is whoever saved last.',
			),
		),
		man.section(
			'Contents',
			...Object.entries(properties).map(([name, shape]) =>
				man.subsection(
					name,
					man.paragraph(
						[
							about[name] ?? '',
							`${words(shape)[0]?.toUpperCase() ?? ''}${words(shape).slice(1)}${required.includes(name) ? '' : ', optional'}.`,
						]
							.filter(Boolean)
							.join(' '),
					),
					fields(shape),
				),
			),
		),
		man.section('See also', `${man.bold('boardwalk(1)')}\n`),
	].join('');
}
