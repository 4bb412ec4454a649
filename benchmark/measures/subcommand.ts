// A sub-command that draws no screen: the processor time of the whole process.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {environment, hello} from '../programs.ts';
import {alternate, median} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount} from '../setting.ts';
import type {Result} from '../table.ts';

/** Milliseconds of the processor, which a busy machine distorts least; bash knows them of what it has run. */
function runOnce(args: string[], state: string): number {
	const {status, stderr} = spawnSync(
		'bash',
		['-c', 'TIMEFORMAT="%3U %3S"; time "$0" "$@" >/dev/null', process.execPath, ...args],
		{env: environment(state), encoding: 'utf8'},
	);
	if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
	const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
	return (user + system) * 1000;
}

export async function subcommand(setting: Setting): Promise<Result[]> {
	const {application, sample, large, quick} = setting;
	const state = path.dirname(sample.file);
	const commands = [hello, application].flatMap((program) => program.commands(sample));
	const last = application.commands(large).at(-1);
	if (last) commands.push({...last, name: `${last.name}, ${projectCount(large)}`});
	const takers = commands.map(
		({args}) =>
			() =>
				runOnce(args, state),
	);
	await alternate(2, takers);
	const [floor = 0, ...times] = (await alternate(quick ? 7 : 25, takers)).map(median);
	return times.map((measured, index) => ({
		what: `${commands[index + 1]?.name ?? ''}, processor time`,
		unit: 'ms',
		measured,
		floor,
		against: hello.name,
		goal: {ratio: index < times.length - 1 ? 2.2 : 5},
	}));
}
