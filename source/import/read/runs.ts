import {type PaperRun, tidyRuns} from './paper.ts';

/** Runs without so many characters at their start. */
export function dropStart(runs: readonly PaperRun[], length: number): PaperRun[] {
	let left = length;
	return tidyRuns(
		runs.map((run) => {
			const cut = Math.min(left, run.text.length);
			left -= cut;
			return {...run, text: run.text.slice(cut)};
		}),
	);
}
