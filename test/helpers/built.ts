// Before the tests that start the program: it is built, should the sources or the branch have moved on. Else the first
// of them would start the build in its terminal, and wait for a screen no longer than a screen takes.
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const root = path.join(import.meta.dirname, '..', '..');

export default function build(): void {
	execFileSync(process.execPath, ['scripts/bootstrap.js'], {cwd: root, stdio: 'inherit'});
}
