// Runs tests and notes which functions of the program each file of them reaches.
import {randomUUID} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {type RunnerTestFile, TestRunner} from 'vitest';

const reached = new Set<string>();
(globalThis as {reached?: Set<string>}).reached = reached;

export default class NotingRunner extends TestRunner {
	/** What runs while a module is loaded is reached by the first of all those that load it: that says nothing of the others. */
	#whileLoading: string[] = [];

	/** Called with one file after the other, as tests run with one worker. */
	onBeforeCollect(): void {
		reached.clear();
	}

	onBeforeRunFiles(): void {
		this.#whileLoading = [...reached];
	}

	override onAfterRunFiles(files: RunnerTestFile[]): void {
		super.onAfterRunFiles(files);
		for (const {filepath} of files) {
			const test = path.relative(process.cwd(), filepath);
			const told = {test, reached: [...reached], whileLoading: this.#whileLoading};
			const name = path.join(process.env['REACHED'] ?? '', `${randomUUID()}.json`);
			writeFileSync(name, JSON.stringify(told));
		}
	}
}
