// `npm run package [-- folder] [--fast]`: what is handed to an administrator, in packages/ or the folder that is named:
// the tarball for npm, a .deb with the Node that it runs on, and their SHA-256 sums. `--fast` packs loosely.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
	chmodSync,
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import {lstatSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const [given = 'packages'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const target = path.resolve(root, given);
const isFast = process.argv.includes('--fast');
const run = (/** @type {string} */ command, /** @type {string[]} */ ...args) =>
	execFileSync(command, args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']});

mkdirSync(target, {recursive: true});
const tarball = path.join(
	target,
	run('npm', 'pack', '--silent', '--pack-destination', target).trim(),
);
const made = [tarball, process.platform === 'linux' ? packDebian() : undefined].filter(
	(file) => file !== undefined,
);
const sums = made.map((file) => {
	const sum = createHash('sha256').update(readFileSync(file)).digest('hex');
	return `${sum}  ${path.basename(file)}\n`;
});
writeFileSync(path.join(target, 'SHA256SUMS'), sums.join(''));
process.stdout.write([...made, path.join(target, 'SHA256SUMS'), ''].join('\n'));

/**
 * The .deb: the tarball's files and Node in a folder named by the version, and links to them where a system looks.
 * It has no scripts to run as root: dpkg removes an older version's folder, and sessions that run go on without it,
 * since they have all that they may want (source/commands/late.ts) and their Node open.
 */
function packDebian() {
	const stage = mkdtempSync(path.join(target, 'deb-'));
	const at = (/** @type {string} */ name) => {
		mkdirSync(path.dirname(path.join(stage, name)), {recursive: true});
		return path.join(stage, name);
	};
	try {
		run('tar', '-xzf', tarball, '-C', stage);
		const {version: number} = JSON.parse(readFileSync(at('package/package.json'), 'utf8'));
		const version = debianVersion(number);
		const home = `opt/boardwalk/${version}`;
		renameSync(at('package'), at(home));
		const node = `node_modules/node-${process.platform}-${process.arch}`;
		copyFileSync(path.join(root, node, 'bin/node'), at(`${home}/bin/node`));
		const launcher = at(`${home}/bin/boardwalk.js`);
		const [, ...rest] = readFileSync(launcher, 'utf8').split('\n');
		// Whatever else the host has in its PATH, this runs on the Node beside it.
		writeFileSync(launcher, [`#!/${home}/bin/node`, ...rest].join('\n'));
		chmodSync(launcher, 0o755);
		symlinkSync(`../../${home}/bin/boardwalk.js`, at('usr/bin/boardwalk'));

		const zip = (/** @type {string} */ name, /** @type {Uint8Array | string} */ text) =>
			writeFileSync(at(name), gzipSync(text, {level: 9}));
		for (const section of readdirSync(at(`${home}/docs/man`))) {
			const page = readFileSync(at(`${home}/docs/man/${section}`));
			zip(`usr/share/man/man${section.at(-1)}/${section}.gz`, page);
		}
		for (const [shell, place] of [
			['bash', 'usr/share/bash-completion/completions/boardwalk'],
			['zsh', 'usr/share/zsh/vendor-completions/_boardwalk'],
			['fish', 'usr/share/fish/vendor_completions.d/boardwalk.fish'],
		]) {
			copyFileSync(at(`${home}/dist/completions/${shell}`), at(String(place)));
		}
		const doc = 'usr/share/doc/boardwalk';
		zip(`${doc}/changelog.gz`, readFileSync(path.join(root, 'CHANGELOG.md')));
		const licences = [
			path.join(root, 'LICENSE'),
			at(`${home}/dist/LICENCES.txt`),
			path.join(root, node, 'LICENSE'),
		];
		const titles = ['Boardwalk', 'Libraries in its bundle', 'Node.js'];
		writeFileSync(
			at(`${doc}/copyright`),
			licences
				.map((file, index) => `# ${titles[index]}\n\n${readFileSync(file, 'utf8')}`)
				.join('\n'),
		);

		const sizes = listFiles(stage).map((file) => lstatSync(file).size);
		const size = Math.ceil(sizes.reduce((sum, one) => sum + one, 0) / 1024);
		writeFileSync(at('DEBIAN/control'), control(version, size));
		settle(stage);
		const file = path.join(target, `boardwalk_${version}_${debianArchitecture()}.deb`);
		const packing = isFast ? ['-Zgzip', '-z1'] : ['-Zxz'];
		run('dpkg-deb', '--root-owner-group', ...packing, '--build', stage, file);
		return file;
	} finally {
		rmSync(stage, {recursive: true, force: true});
	}
}

/** A version of its own for each commit, so that no two builds share a folder; later ones are greater. */
function debianVersion(/** @type {string} */ number) {
	try {
		const date = ['log', '-1', '--format=%cd.%h', '--date=format:%Y%m%d%H%M', '--abbrev=10'];
		const found = execFileSync('git', date, {cwd: root, stdio: ['ignore', 'pipe', 'ignore']});
		return `${number}+${String(found).trim()}`;
	} catch {
		return number;
	}
}

function debianArchitecture() {
	const names = {x64: 'amd64', arm64: 'arm64'};
	return names[/** @type {keyof typeof names} */ (process.arch)] ?? process.arch;
}

function control(/** @type {string} */ version, /** @type {number} */ size) {
	return `Package: boardwalk
Version: ${version}
Architecture: ${debianArchitecture()}
Maintainer: The Boardwalk contributors <boardwalk@localhost>
Installed-Size: ${size}
Depends: libc6 (>= 2.28), libgcc-s1, libstdc++6
Section: misc
Priority: optional
Description: board meetings at the keyboard
 Opens a strategy database, walks a board through its priorities, records
 decisions as they are taken, and prints the minutes. Several people on one
 server see the same live meeting.
`;
}

/** @returns {string[]} */
function listFiles(/** @type {string} */ folder) {
	return readdirSync(folder, {recursive: true}).map((name) => path.join(folder, String(name)));
}

/** Access rights that do not depend on who packs. */
function settle(/** @type {string} */ stage) {
	chmodSync(stage, 0o755);
	for (const file of listFiles(stage)) {
		const found = lstatSync(file);
		if (found.isSymbolicLink()) continue;
		const isProgram = /\/bin\/[^/]+$/.test(file) && !file.endsWith('.json');
		chmodSync(file, found.isDirectory() || isProgram ? 0o755 : 0o644);
	}
}
