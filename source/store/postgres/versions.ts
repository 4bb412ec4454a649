import {schemaVersion} from '../../domain/schema/values.ts';
import {Fault} from '../reasons.ts';

/** A newer program has been there: this session only looks on. */
export class Newer extends Fault {
	override name = 'Newer';
}

/** The tables are a newer program's; `known` is the version that this one knows. */
export const newerTables = (version: number, known: number): Newer =>
	new Newer(
		`it was brought forward by a newer Boardwalk (its tables are version ${version}; this one knows ${known}): update Boardwalk`,
	);

/** What lies in the tables is a newer program's. */
export const newerBoard = (schema: number): Newer =>
	new Newer(
		`it was brought forward by a newer Boardwalk (schema ${schema}; this one knows ${schemaVersion}): update Boardwalk`,
	);

/** A board of an older version is refused by name, while others in the same tables go on. */
export const olderBoard = ({name, schema}: {name: string; schema: number}): Fault =>
	new Fault(
		`the board “${name}” is of an older version (schema ${schema}; this one writes ${schemaVersion}): have the owner of the tables bring it forward with boardwalk migrate`,
	);
