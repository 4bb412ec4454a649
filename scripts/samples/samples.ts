// The samples that are played, by the name of their file: `node scripts/samples/samples.ts` writes them to data/. A
// test compares what stands there with what the acts give (test/data/samples.test.ts).
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Database} from '../../source/domain/schema/index.ts';
import {formatDatabase} from '../../source/store/format.ts';
import {eppingForest} from './epping-forest.ts';
import {lincolnshireDecision} from './lincolnshire.ts';
import {northHertfordshire} from './north-hertfordshire.ts';
import {riverside} from './riverside.ts';
import {westmorlandAndFurness} from './westmorland-and-furness.ts';

export const samples: Record<string, () => Database> = {
	'lincolnshire-decision': lincolnshireDecision,
	'epping-forest-ict': eppingForest,
	'riverside-charity': riverside,
	'north-hertfordshire-it': northHertfordshire,
	'westmorland-and-furness-ict': westmorlandAndFurness,
};

const folder = path.join(import.meta.dirname, '..', '..', 'data');

if (process.argv[1] === import.meta.filename) {
	for (const [name, play] of Object.entries(samples)) {
		writeFileSync(path.join(folder, `${name}.json`), formatDatabase(play()));
	}
}
