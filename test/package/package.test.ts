// What an administrator is given, installed as it is meant to be: by npm and by dpkg, into folders of the tests' own.
import {execFileSync} from 'node:child_process';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {createHash} from 'node:crypto';
import {beforeAll, describe, expect, test} from 'vitest';
import {scratchFolder} from '../commands/run.ts';
import {toPdf} from '../import/pdf.ts';
import {desk, look, root, run, sitDown} from '../terminal/boardwalk.ts';
import {copyCheckout, pack} from './checkout.ts';

const folder = scratchFolder();
const checkout = path.join(folder, 'checkout');
const {version: own} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
	version: string;
};
let manifest: string;
let first: ReturnType<typeof pack>;
let second: ReturnType<typeof pack>;

beforeAll(() => {
	copyCheckout(checkout);
	manifest = readFileSync(path.join(checkout, 'package.json'), 'utf8');
	first = pack(checkout, own);
	second = pack(checkout, '99.0.0');
});

const say = (command: string, ...args: string[]) =>
	execFileSync(command, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

/** A session that runs on while its program is replaced: it reads a paper, and writes papers. */
async function workOn(program: {command: string; args: string[]}, replace: () => void) {
	const at = await desk();
	const paper = path.join(root, 'test', 'import', 'papers', 'mayoral-decision.md');
	const lines = readFileSync(paper, 'utf8').split('\n');
	const page = lines.map((text, index) => ({x: 50, y: 50 + index * 10, size: 8, text}));
	writeFileSync(path.join(at.folder, 'tickets.pdf'), toPdf([page]));
	const clerk = await sitDown(at, {...program, args: [...program.args, at.file]});
	replace();
	await clerk.do('4', 'Agenda');
	await clerk.do('I', 'Bring a paper in');
	await clerk.do(['~/tick', 'tab'], '~/tickets.pdf');
	await clerk.do('enter', /▸ ✓ take +Title +A single ticket/);
	await clerk.do('I', 'Bring it in, as one act?');
	await clerk.do('enter', /Saved r\d+: .*entered report/);
	await clerk.do('o', 'LIVE M-2');
	await clerk.do('X', 'Close M-2');
	await clerk.do('enter', /Saved r\d+: .*closed/);
	await clerk.do('7', 'As it will be published');
	await clerk.do('P', 'Write them');
	await clerk.do('enter', 'strategy-papers');
	await clerk.do('P', 'Write them');
	await clerk.do('enter', 'Replace the papers of M-2 that are there?');
	await clerk.do('enter', 'strategy-papers');
	expect(await clerk.quit()).toBe(0);
	expect((await look(at.file)).reports.map(({title}) => title)).toContain(
		'A single ticket for buses and trams',
	);
}

describe('the tarball', () => {
	test('holds the program that was built and what belongs to it, and nothing else', () => {
		const names = say('tar', '-tzf', first.tarball).trim().split('\n');
		const folders = new Set(names.map((name) => name.split('/').slice(1, 2)[0]));
		expect(folders).toEqual(
			new Set([
				'CHANGELOG.md',
				'LICENSE',
				'README.md',
				'bin',
				'data',
				'dist',
				'docs',
				'package.json',
			]),
		);
		expect(names).toEqual(
			expect.arrayContaining(
				[
					'bin/boardwalk.js',
					'bin/package.json',
					'dist/cli.js',
					'dist/LICENCES.txt',
					'dist/completions/bash',
					`dist/native/${process.platform}-${process.arch}.node`,
					'data/lincolnshire-imt.json',
					'data/boardwalk.schema.json',
					'docs/man/boardwalk.1',
					'docs/man/boardwalk.5',
					'docs/server.md',
				].map((name) => `package/${name}`),
			),
		);
		expect(names.filter((name) => /\.tsx?$|test|node_modules/.test(name))).toEqual([]);
	});

	test('asks for no package besides, and leaves the checkout as it was', () => {
		const packed = JSON.parse(say('tar', '-xzOf', first.tarball, 'package/package.json')) as object;
		expect(packed).toMatchObject({name: 'boardwalk', version: own, engines: {node: '>=22'}});
		expect(Object.keys(packed).filter((key) => /dependencies|scripts/i.test(key))).toEqual([]);
		expect(readFileSync(path.join(checkout, 'package.json'), 'utf8')).toBe(
			manifest.replace(/"version": "[^"]*"/, '"version": "99.0.0"'),
		);
	});

	test('has its sum beside it', () => {
		const sums = readFileSync(path.join(path.dirname(first.tarball), 'SHA256SUMS'), 'utf8');
		const sum = createHash('sha256').update(readFileSync(first.tarball)).digest('hex');
		expect(sums).toContain(`${sum}  ${path.basename(first.tarball)}\n`);
	});

	test('is installed by npm without a network, in some 5 MB, and goes on in a session while it is replaced', async () => {
		const prefix = path.join(folder, 'prefix');
		const install = (tarball: string) =>
			say('npm', 'install', '--global', '--offline', '--prefix', prefix, tarball);
		install(first.tarball);
		const program = path.join(prefix, 'bin', 'boardwalk');
		const installed = path.join(prefix, 'lib', 'node_modules', 'boardwalk');
		expect(Number(say('du', '-sk', installed).split('\t')[0])).toBeLessThan(10_000);
		expect(existsSync(path.join(prefix, 'share/man/man1/boardwalk.1'))).toBe(true);
		const environment = {env: {PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}`}};
		const version = await run(program, ['--version'], environment);
		expect(version).toMatchObject({code: 0, err: ''});
		expect(version.out).toMatch(
			new RegExp(`^${own} \\(commit \\S+, schema \\d+, Node ${process.versions.node}\\)\n$`),
		);

		const at = await desk();
		expect(
			await run(program, ['status', at.file, 'P1-04', 'delivered'], environment),
		).toMatchObject({code: 0, err: ''});
		await workOn({command: process.execPath, args: [program]}, () => install(second.tarball));
		expect((await run(program, ['--version'], environment)).out).toMatch(/^99\.0\.0 /);
	});
});

describe.runIf(existsSync('/usr/bin/dpkg'))('the package for Debian', () => {
	const system = path.join(folder, 'system');
	const at = (name: string) => path.join(system, name);
	const dpkg = (...args: string[]) =>
		say(
			'dpkg',
			`--root=${system}`,
			'--force-not-root',
			'--force-depends',
			'--force-bad-path',
			`--log=${at('log')}`,
			...args,
		);
	/** The link leads where it leads in a whole system; its interpreter would be looked for there. */
	const program = (version: string) => ({
		command: at(`opt/boardwalk/${version}/bin/node`),
		args: [at('usr/bin/boardwalk')],
	});

	test('is installed, replaced under a session that goes on, and removed', async () => {
		mkdirSync(at('var/lib/dpkg/info'), {recursive: true});
		mkdirSync(at('var/lib/dpkg/updates'));
		for (const name of ['status', 'available']) {
			copyFileSync('/dev/null', at(`var/lib/dpkg/${name}`));
			chmodSync(at(`var/lib/dpkg/${name}`), 0o644);
		}
		dpkg('--install', first.debian);
		const {command, args} = program(own);
		expect((await run(command, [...args, '--version'])).out).toMatch(new RegExp(`^${own} `));
		expect(readFileSync(at('usr/bin/boardwalk'), 'utf8')).toMatch(
			new RegExp(`^#!/opt/boardwalk/${own}/bin/node\n`),
		);
		expect(statSync(at('usr/bin/boardwalk')).mode & 0o111).toBe(0o111);
		for (const name of [
			'usr/share/man/man1/boardwalk.1.gz',
			'usr/share/man/man5/boardwalk.5.gz',
			'usr/share/bash-completion/completions/boardwalk',
			'usr/share/zsh/vendor-completions/_boardwalk',
			'usr/share/fish/vendor_completions.d/boardwalk.fish',
			'usr/share/doc/boardwalk/copyright',
		]) {
			expect({name, isEmpty: statSync(at(name)).size === 0}).toEqual({name, isEmpty: false});
		}

		await workOn(program(own), () => dpkg('--install', second.debian));
		expect(existsSync(at(`opt/boardwalk/${own}`))).toBe(false);
		const next = program('99.0.0');
		expect((await run(next.command, [...next.args, '--version'])).out).toMatch(/^99\.0\.0 /);

		dpkg('--remove', 'boardwalk');
		expect(existsSync(at('usr/bin/boardwalk'))).toBe(false);
		expect(existsSync(at('opt/boardwalk'))).toBe(false);
	});
});
