// Runs before each file of tests when it is asked which functions of the program each of them reaches.
import {randomUUID} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, expect} from 'vitest';

const reached = new Set<string>();
(globalThis as {reached?: Set<string>}).reached = reached;

// What runs while a module is loaded is reached by the first of all those that load it: that says nothing of the others.
let whileLoading: string[] = [];
beforeAll(() => {
	whileLoading = [...reached];
});
afterAll(() => {
	const test = path.relative(process.cwd(), expect.getState().testPath ?? '');
	const told = JSON.stringify({test, reached: [...reached], whileLoading});
	writeFileSync(path.join(process.env['REACHED'] ?? '', `${randomUUID()}.json`), told);
});
