// Every measurement, by the name by which it is run.
import type {Setting} from '../setting.ts';
import type {Result} from '../table.ts';
import {commit} from './commit.ts';
import {held} from './held.ts';
import {keystrokes} from './keystrokes.ts';
import {line} from './line.ts';
import {memory} from './memory.ts';
import {bytes, move} from './move.ts';
import {peersBeside} from './peers.ts';
import {postgres} from './postgres.ts';
import {start} from './start.ts';
import {subcommand} from './subcommand.ts';
import {typed} from './typed.ts';
import {visible} from './visible.ts';
import {writers} from './writers.ts';

type Measure = (setting: Setting) => Promise<Result[]>;

export const measures = {
	start,
	typed,
	subcommand,
	move,
	held,
	line,
	bytes,
	commit,
	visible,
	writers,
	memory,
	peers: peersBeside,
	keystrokes,
	postgres,
} satisfies Record<string, Measure>;
