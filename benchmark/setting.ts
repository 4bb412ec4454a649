// What every measurement is given: the programs, the databases, how often to measure.
import type {Database} from './generate.ts';
import type {Program} from './programs.ts';
import type {Size} from './terminal.ts';

export type Setting = {
	application: Program;
	floor: Program;
	/** The sample database, one that fills any screen, and one with very many projects. */
	sample: Database;
	full: Database;
	large: Database;
	/** As large, each project with milestones and risks. */
	kept: Database;
	/** A scratch folder, removed at the end. */
	folder: string;
	/** Fewer samples: for a look, not for a record. */
	quick: boolean;
};

export const sizes: Size[] = [
	{columns: 80, rows: 24},
	{columns: 200, rows: 60},
];

export const sizeName = ({columns, rows}: Size) => `${columns}×${rows}`;

export const projectCount = ({projects, each}: Database) =>
	`${projects.toLocaleString('en-GB')} projects${each === undefined ? '' : ` of ${each}`}`;
