import {EventEmitter} from 'node:events';

const csi = '\u001B[';

/** The other screen, without line wrapping, and pastes with marks; and back to what a shell expects. */
export const enter = `${csi}?1049h${csi}?7l${csi}?2004h`;
export const leave = `${csi}?2004l${csi}?7h${csi}?1049l`;

const showCursor = `${csi}?25h`;
const hideCursor = `${csi}?25l`;

/** No colour, the cursor to the first cell, and nothing left on the screen. */
const wipe = `${csi}m${csi}H${csi}J`;

/**
 * The largest window that is drawn in, in cells: more than any display shows. A terminal may claim 65,535
 * columns, and every frame would then take the program seconds.
 */
export const largest = {columns: 500, rows: 200};

/**
 * What Ink writes, in the sequences that xterm, tmux, screen, mosh and the Linux console all know
 * (test/terminal/sequences.test.ts reads whole sessions). `ESC [ E`, to the next line, is not one of
 * them: mosh leaves it out. A line feed does the same within a frame. And with the other screen come the
 * modes that belong to it, whoever switches it: without wrapping, a row that a terminal takes for wider
 * than it is spoils no other.
 */
export const known = (text: string): string =>
	text
		.replaceAll(`${csi}E`, '\n')
		.replaceAll(`${csi}?1049h`, enter)
		.replaceAll(`${csi}?1049l`, leave);

/** What Ink draws on: a terminal as far as Ink asks for one. */
export class InkScreen extends EventEmitter {
	readonly isTTY = true;
	readonly #out: NodeJS.WriteStream;
	readonly #resized = () => void this.emit('resize');

	constructor(out: NodeJS.WriteStream) {
		super();
		this.#out = out;
		out.on('resize', this.#resized);
	}

	get columns(): number {
		return Math.min(this.#out.columns || 80, largest.columns);
	}

	get rows(): number {
		return Math.min(this.#out.rows || 24, largest.rows);
	}

	get destroyed(): boolean {
		return this.#out.destroyed;
	}

	get writableEnded(): boolean {
		return this.#out.writableEnded;
	}

	write(text: string, callback?: () => void): boolean {
		return this.#out.write(known(text), callback);
	}

	wipe(): void {
		this.#out.write(wipe);
	}

	/** Gives the terminal up to a shell, as it was found. */
	leave(): void {
		this.#out.write(leave + showCursor);
	}

	/** Takes it again, whatever has become of it meanwhile. */
	enter(): void {
		this.#out.write(enter + hideCursor + wipe);
	}

	close(): void {
		this.#out.off('resize', this.#resized);
	}
}
