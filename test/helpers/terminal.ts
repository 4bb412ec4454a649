// A program in a real pseudo-terminal, its output drawn by xterm without a window. The screen is
// judged only between frames: an update that is open (`?2026h` … `?2026l`) is never shown.
import {execFile} from 'node:child_process';
import {constants} from 'node:os';
import process from 'node:process';
import {promisify} from 'node:util';
import {spawn} from '@lydell/node-pty';
import xterm, {type IUnicodeVersionProvider} from '@xterm/headless';
import stringWidth from 'string-width';

export type Options = {
	command: string;
	args?: readonly string[];
	/** Width and height in cells. */
	columns?: number;
	rows?: number;
	/** All the program gets beside PATH, TERM and LANG. Without HOME it finds the tester's own. */
	env?: Readonly<Record<string, string>>;
	cwd?: string;
	/** A terminal that gives every code point a cell of its own, combining ones too. */
	wide?: boolean;
};
export type Wanted = string | RegExp | ((text: string) => boolean);
export type Exit = {exitCode: number; signal: string | undefined};
export type Terminal = ReturnType<typeof openTerminal>;
type Waiter = {matches: (text: string) => boolean; found?: string; finish: () => void};
const run = promisify(execFile);

const plain = {enter: '\r', escape: '\u001B', tab: '\t', space: ' ', backspace: '\u007F'};
/** The last letter of a sequence, after `ESC [` or, with modifiers, `ESC [ 1 ; modifiers`. */
const letters = {up: 'A', down: 'B', right: 'C', left: 'D', end: 'F', home: 'H'};
/** The number of a sequence, between `ESC [` and `~`. */
const numbers = {insert: '2', delete: '3', pageup: '5', pagedown: '6'};
const f1 = ['P', 'Q', 'R', 'S', '15', '17', '18', '19', '20', '21', '23', '24'];
const keys = new Map(Object.entries({...plain, ...letters, ...numbers}));
for (const [index, end] of f1.entries()) keys.set(`f${index + 1}`, end);

/**
 * What a keyboard sends for a key: a name, a name or character after `ctrl+`, `alt+`, `shift+`, or
 * else the text as it is (so to type the word "delete", press its letters one by one).
 */
export function encode(key: string): string {
	const [, prefix = '', name = key] = /^((?:(?:ctrl|alt|shift)\+)*)(.+)$/su.exec(key) ?? [];
	const [shift, alt, ctrl] = ['shift', 'alt', 'ctrl'].map((word) => prefix.includes(word));
	const modifiers = 1 + Number(shift) + 2 * Number(alt) + 4 * Number(ctrl);
	const known = keys.get(name) ?? '';
	const start = modifiers > 1 ? `[1;${modifiers}` : known >= 'P' ? 'O' : '[';
	if (/^[A-Z]$/.test(known)) return `\u001B${start}${known}`;
	if (/^\d+$/.test(known)) return `\u001B[${known}${modifiers > 1 ? `;${modifiers}` : ''}~`;
	if (known === '\t' && shift) return '\u001B[Z';
	const character = known || name;
	if (prefix === '' || character.length > 1) return known || key;
	const shifted = shift ? character.toUpperCase() : character;
	const sent = ctrl ? String.fromCharCode(character.charCodeAt(0) & 0x1f) : shifted;
	return (alt ? '\u001B' : '') + sent;
}

/**
 * Widths as Ink counts them (one grapheme, one string-width), since xterm's own table is of 2010
 * and takes an emoji for one column. A value is xterm's: the grapheme so far as an index << 3,
 * its width in cells << 1, and whether the character joins the cell before it.
 */
function widths(): IUnicodeVersionProvider {
	const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});
	const graphemes = Array.from({length: 128}, (_, code) => (code ? String.fromCharCode(code) : ''));
	const known = new Map<string, number>();
	const compute = (code: number, preceding: number) => {
		const before = graphemes[preceding >>> 3] ?? '';
		const character = String.fromCodePoint(code);
		const joins =
			before !== '' &&
			(stringWidth(character) === 0 || [...segmenter.segment(before + character)].length === 1);
		const grapheme = joins ? before + character : character;
		const width = Math.max(stringWidth(grapheme), joins ? (preceding >>> 1) & 3 : 0);
		return ((graphemes.push(grapheme) - 1) << 3) | (Math.min(2, width) << 1) | Number(joins);
	};
	return {
		version: 'ink',
		wcwidth: (code) => (stringWidth(String.fromCodePoint(code)) > 1 ? 2 : 1),
		charProperties(code, preceding) {
			if (code < 127) return (code << 3) | (1 << 1);
			const key = `${preceding} ${code}`;
			if (!known.has(key)) known.set(key, compute(code, preceding));
			return known.get(key) ?? 0;
		},
	};
}

/** As the simplest terminals count. */
const everyPointACell: IUnicodeVersionProvider = {
	version: 'wide',
	wcwidth: () => 1,
	charProperties: () => 1 << 1,
};

/** Gives a terminal the widths that the program counts by, or those of the simplest terminals. */
export function countWidths({unicode}: Pick<xterm.Terminal, 'unicode'>, wide = false): void {
	const provider = wide ? everyPointACell : widths();
	unicode.register(provider);
	unicode.activeVersion = provider.version;
}

function matcher(wanted: Wanted): (text: string) => boolean {
	if (typeof wanted === 'function') return wanted;
	return (text) => (typeof wanted === 'string' ? text.includes(wanted) : text.search(wanted) >= 0);
}

/** Starts a program in a terminal of its own; `dispose` it when the test is over. */
export function openTerminal(options: Options) {
	const {command, args = [], columns = 80, rows = 24, env = {}, cwd, wide = false} = options;
	const screen = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	countWidths(screen, wide);
	const pty = spawn(command, [...args], {
		name: env['TERM'] ?? 'xterm-256color',
		cols: columns,
		rows,
		env: {PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env},
		cwd,
	});

	const chunks: string[] = [];
	const waiters = new Set<Waiter>();
	const modes = new Set([7, 25]);
	let received = {bytes: 0, at: performance.now()};
	let pending = 0; // chunks xterm has not drawn yet
	let frames = 0; // synchronized updates completed
	/** The screen as it was when the update that is open now began. */
	let kept: {text: string; cursor: {column: number; row: number}} | undefined;
	let ended: Exit | undefined;

	const read = () => {
		const {active} = screen.buffer;
		const lines = Array.from({length: screen.rows}, (_, row) =>
			(active.getLine(active.baseY + row)?.translateToString(true, 0, screen.cols) ?? '').trimEnd(),
		);
		return {text: lines.join('\n'), cursor: {column: active.cursorX, row: active.cursorY}};
	};
	const text = () => (kept ?? read()).text;
	/** Called after every frame and every chunk: a screen seen for one frame only is not missed. */
	const check = () => {
		if (waiters.size === 0) return;
		const now = text();
		const settled = kept === undefined && pending === 0;
		for (const waiter of waiters) {
			if (waiter.found === undefined && waiter.matches(now)) waiter.found = now;
			if (waiter.found !== undefined && settled) waiter.finish();
		}
	};

	for (const final of ['h', 'l']) {
		screen.parser.registerCsiHandler({prefix: '?', final}, (parameters) => {
			for (const mode of parameters.flat()) modes[final === 'h' ? 'add' : 'delete'](mode);
			if (modes.has(2026)) {
				kept ??= read();
			} else if (kept) {
				kept = undefined;
				frames += 1;
				check();
			}
			return false; // xterm's own handler follows
		});
	}
	screen.onData((answer) => pty.write(answer));
	pty.onData((data) => {
		received = {bytes: received.bytes + Buffer.byteLength(data), at: performance.now()};
		chunks.push(data);
		pending += 1;
		screen.write(data, () => {
			pending -= 1;
			check();
		});
	});

	const exited = new Promise<Exit>((resolve) => {
		pty.onExit(({exitCode, signal: number}) => {
			const signal = Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
			screen.write('', () => {
				ended = {exitCode, signal};
				kept = undefined;
				check();
				for (const waiter of waiters) waiter.finish();
				resolve(ended);
			});
		});
	});

	/** Sent to the program alone, by its pid. */
	const signal = (name: NodeJS.Signals) => (ended ? undefined : pty.kill(name));
	const explain = (wanted: Wanted, timeout: number) => {
		const what = typeof wanted === 'string' ? JSON.stringify(wanted) : String(wanted);
		const end = ended && `the program ended (${ended.signal ?? `exit code ${ended.exitCode}`})`;
		const late = `${timeout} ms went by${kept ? ', a frame still being drawn' : ''}`;
		const rule = '─'.repeat(screen.cols);
		return `Waited for ${what} but ${end ?? late}. The screen:\n${rule}\n${text()}\n${rule}`;
	};

	return {
		pid: pty.pid,
		exited,
		signal,
		text,
		line: (row: number) => text().split('\n')[row] ?? '',
		raw: () => chunks.join(''),
		/** Bytes received so far, and when the last of them came (milliseconds, `performance.now`). */
		received: () => received,
		frames: () => frames,
		cursor: () => (kept ?? read()).cursor, // from 0, within the visible screen
		modes: () => ({
			alternate: screen.buffer.active.type === 'alternate',
			cursorHidden: !modes.has(25),
			bracketedPaste: modes.has(2004),
		}),
		wraps: () => modes.has(7),
		/** Whether the terminal tells of clicks and the wheel, each in a sequence of its own. */
		hearsPointer: () => modes.has(1000) && modes.has(1006),
		/** xterm's own cells, for pictures; ask right after `waitFor`, which ends between frames. */
		cells: () => screen.buffer.active,
		press(...keys: string[]) {
			if (keys.slice(0, -1).includes('escape')) {
				throw new Error('Press Escape last and wait for its effect: a key right after it is Alt.');
			}
			pty.write(keys.map((key) => encode(key)).join(''));
		},
		/** Bytes as they are, in one piece: what a terminal sends by itself. */
		send: (bytes: string) => pty.write(bytes),
		/** As terminals paste: line ends become Enter; marked when the program asked for marks. */
		paste(words: string) {
			const sent = words.replaceAll(/\r?\n/g, '\r');
			pty.write(modes.has(2004) ? `\u001B[200~${sent}\u001B[201~` : sent);
		},
		/**
		 * Waits until the program reads single keys (raw mode), which Ink does just after its first
		 * frame. Sooner, keys are echoed into the screen and Enter arrives as a line feed.
		 */
		async ready({timeout = 20_000} = {}) {
			const start = performance.now();
			const name = String(Reflect.get(pty, 'ptsName')); // as /dev/pts/1
			while (!(await run('sh', ['-c', 'stty -a < "$0"', name])).stdout.includes('-icanon')) {
				if (performance.now() > start + timeout) throw new Error(explain('raw mode', timeout));
			}
		},
		/** Something that comes onto the screen past the program. */
		scribble: (text: string) => screen.write(text, check),
		/** Sets or tells the modes of the line, as a shell does. */
		async stty(...args: string[]): Promise<string> {
			const name = String(Reflect.get(pty, 'ptsName'));
			return (await run('sh', ['-c', 'stty "$@" < "$0"', name, ...args])).stdout;
		},
		/** The size that the program is told; the screen stays as it is. */
		claim: (columns: number, rows: number) => pty.resize(columns, rows),
		resize(columns: number, rows: number) {
			screen.resize(columns, rows);
			pty.resize(columns, rows);
		},
		/**
		 * Waits until the screen is as wanted (it may be already) and returns its text. Rejects,
		 * showing the screen, when the time is over (milliseconds) or the program ends first.
		 */
		async waitFor(wanted: Wanted, {timeout = 20_000} = {}): Promise<string> {
			const {promise, resolve} = Promise.withResolvers<void>();
			const waiter: Waiter = {matches: matcher(wanted), finish: resolve};
			waiters.add(waiter);
			check();
			if (ended) resolve();
			const timer = setTimeout(resolve, timeout);
			await promise;
			clearTimeout(timer);
			waiters.delete(waiter);
			if (waiter.found === undefined) throw new Error(explain(wanted, timeout));
			return waiter.found;
		},
		/** Kills the program if it still lives and waits until it is gone. */
		async dispose() {
			signal('SIGKILL');
			await exited;
			screen.dispose();
		},
	};
}
