// A sub-command that draws no screen, from its start to its end.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {environment, hello} from '../programs.ts';
import {alternate, median, now} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount} from '../setting.ts';
import type {Result} from '../table.ts';

function runOnce(args: string[], state: string): number {
	const started = now();
	const {status, stderr} = spawnSync(process.execPath, args, {
		env: environment(state),
		encoding: 'utf8',
	});
	const time = now() - started;
	if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
	return time;
}

export async function subcommand(setting: Setting): Promise<Result[]> {
	const {application, sample, large, quick} = setting;
	const state = path.dirname(sample.file);
	const commands = [hello, application].flatMap((program) => program.commands(sample));
	// Reading a large database takes its time: told, but no goal.
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
		what: commands[index + 1]?.name ?? '',
		unit: 'ms',
		measured,
		floor,
		against: hello.name,
		goal: index < times.length - 1 ? {ratio: 2} : undefined,
	}));
}
