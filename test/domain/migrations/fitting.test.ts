// Seals of version 1 by the copy of what version 1 sealed: it gives for good what the program of that time gave,
// and nothing that is altered elsewhere can change it.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {contentOf} from '../../../source/domain/migrations/v1/content.ts';
import {contentDigest} from '../../../source/domain/migrations/v1/digest.ts';
import {type Fits, fittingSeals} from '../../../source/domain/migrations/v1/fitting.ts';
import {type V1, v1Schema} from '../../../source/domain/migrations/v1/schema/index.ts';

const root = path.join(import.meta.dirname, '../../..');
const frozen = path.join(root, 'test/data/v1');
const load = (name: string): V1 =>
	v1Schema.parse(JSON.parse(readFileSync(path.join(frozen, `${name}.json`), 'utf8')));
const names = readdirSync(frozen)
	.filter((name) => name.endsWith('.json'))
	.map((name) => path.parse(name).name);

/** The digests of all minutes, sealed or not, as Boardwalk 0.1.0 made them. */
const digests = JSON.parse(
	readFileSync(path.join(import.meta.dirname, 'digests-v1.json'), 'utf8'),
) as Record<string, Record<string, string>>;

/** What `check --seal` of 0.1.0 found of every seal: whether the minutes read as they were sealed. */
const told: Record<string, Record<string, Fits>> = {
	'adopted-seal': {'M-3 v1': false},
	archived: {'M-3 v1': false, 'M-3 v2': false, 'M-5 v1': true},
	'archived-minutes': {'M-3 v1': 'archived', 'M-3 v2': 'archived', 'M-5 v1': true},
	boards: {'M-5 v1': true, 'M-6 v1': true, 'M-7 v1': true, 'M-8 v1': true, 'M-9 v1': true},
	cabinet: {'M-4 v1': true},
	'cabinet-approved': {'M-3 v1': true},
	'cabinet-signed': {'M-3 v1': false},
	changed: {'M-3 v1': false},
	committee: {'M-3 v1': false, 'M-3 v2': false, 'M-5 v1': true},
	edited: {'M-3 v1': true},
	'forged-record': {'M-3 v1': false},
	'forged-seal': {'M-3 v1': false},
	issued: {'M-3 v1': true},
	keys: {'M-1 v1': true},
	migrated: {'M-3 v1': true},
	'newer-seal': {'M-3 v1': 'unknown-form'},
	public: {'M-4 v1': true},
	recovered: {'M-3 v1': true},
	redacted: {'M-3 v1': false},
	restored: {'M-3 v1': true},
};

const fitsIn = (database: V1): Record<string, Fits> =>
	Object.fromEntries(
		fittingSeals(database).map(({meeting, seal, fits}) => [`${meeting} ${seal}`, fits]),
	);

describe.each(names)('%s', (name) => {
	test('seals fit as they did', () => {
		expect(fitsIn(load(name))).toEqual(told[name] ?? {});
	});

	test('all minutes are digested as they were', () => {
		const database = load(name);
		const found = database.meetings.map((meeting) => [
			meeting.id,
			contentDigest(contentOf(database, meeting)),
		]);
		expect(Object.fromEntries(found)).toEqual(digests[`${name}.json`]);
	});
});

test('minutes that draw on an archive are judged once its entries stand in front again', () => {
	const cut = load('archived-minutes');
	const log = [...load('committee').log.slice(0, 45), ...cut.log];
	expect(fitsIn({...cut, log})).toEqual(told['committee']);
});

test('what has no digest does not fit, and stops nobody', () => {
	const database = load('issued');
	const [, , meeting] = database.meetings;
	Object.assign(meeting?.agenda[0] ?? {}, {notes: '\ud800'});
	expect(fitsIn(database)).toEqual({'M-3 v1': false});
});

/** Every file of the source with what it imports. */
const imports = readdirSync(path.join(root, 'source'), {recursive: true, encoding: 'utf8'})
	.filter((name) => /\.tsx?$/.test(name))
	.flatMap((name) => {
		const text = readFileSync(path.join(root, 'source', name), 'utf8');
		return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, from = '']) => ({
			file: name,
			from: from.startsWith('.') ? path.join(path.dirname(name), from) : from,
		}));
	});
const v1 = path.join('domain', 'migrations', 'v1');
const isIn = (folder: string, file: string) => file.startsWith(`${folder}${path.sep}`);

test('what is frozen rests on nothing that may be mended', () => {
	const own = imports.filter(({file, from}) => isIn(v1, file) && !isIn(v1, from));
	expect([...new Set(own.map(({from}) => from))].toSorted()).toEqual([
		'canonicalize',
		'node:crypto',
		'zod',
	]);
});

test('what is frozen is loaded by nothing but the migration', () => {
	const users = imports.filter(({file, from}) => isIn(v1, from) && !isIn(v1, file));
	const strangers = users.filter(
		({file}) => !isIn(path.dirname(v1), file) && path.basename(file) !== 'migrate.ts',
	);
	expect(strangers).toEqual([]);
});
