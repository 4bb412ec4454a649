// The part of each.ts that keeps the database itself: its log, its file, its version.
import type {ChangeKind} from '../../source/domain/changes/index.ts';
import {archiveDigest, archiveOf} from '../../source/domain/log/archive.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, contextAt} from '../helpers/database.ts';
import type {Each} from './each-record.ts';

/** The database with two old entries in its log, the second of them a comment on P1-03. */
const commented = (database: Database): Database =>
	accepted(
		database,
		{kind: 'project/update', id: 'P1-03', note: 'Oops'},
		contextAt('10:00', 'clerk', '2026-11-01'),
	).database;

type Family = Extract<ChangeKind, `database/${string}`>;

export const eachUpkeep: {[Kind in Exclude<Family, 'database/adopt'>]: Each<Kind>} = {
	'database/restore': {
		given: commented,
		change: ({projects}) => ({
			kind: 'database/restore',
			revision: 1,
			onto: 2,
			records: projects
				.filter(({id}) => id === 'P1-03')
				.map((project) => ({record: 'projects/P1-03', to: {...project, updates: []}})),
			reason: 'Oops',
		}),
		told: 'restored the state of revision 1: 1 record altered (Oops)',
	},
	'database/recover': {
		given: commented,
		change: {
			kind: 'database/recover',
			snapshot: 'r1-20261101T100000Z.json',
			revision: 1,
			kept: 'strategy.json.before-restore',
			acts: 1,
		},
		told: 'put the snapshot r1-20261101T100000Z.json in the place of the file, which is kept as strategy.json.before-restore, and brought back 1 act from it',
	},
	'database/archive': {
		given: commented,
		change: (before) => ({
			kind: 'database/archive',
			from: 1,
			to: 1,
			file: 'strategy-log-1-1.jsonl',
			content: archiveDigest(archiveOf(before, 1)),
		}),
		told: 'moved revisions 1 to 1 of the log to strategy-log-1-1.jsonl',
	},
	'database/migrate': {
		change: {kind: 'database/migrate', from: 1, to: 2, backup: 'strategy.schema-1.json'},
		told: 'brought the database from schema 1 to 2 (the file before: strategy.schema-1.json)',
	},
};
