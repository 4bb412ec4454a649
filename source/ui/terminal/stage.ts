import {type Cells, cellsOf, empty, type FrameLine, sameLine} from './cells.ts';
import {question, Pace} from './pace.ts';
import {goTo, paintRow, type Pen} from './paint.ts';

const csi = '\u001B[';

/** The other screen, without line wrapping, and pastes with marks; and back to what a shell expects. */
const enter = `${csi}?1049h${csi}?7l${csi}?2004h${csi}?25l`;
const leave = `${csi}m${csi}?2004l${csi}?7h${csi}?1049l${csi}?25h`;

/** Clicks and the wheel are told, each as a sequence of its own (SGR); and no more. */
const hearPointer = `${csi}?1000h${csi}?1006h`;
const unhearPointer = `${csi}?1006l${csi}?1000l`;

/** In linear mode a terminal stays as a shell has it, but for pastes with marks. */
const enterLinear = `${csi}?2004h`;
const leaveLinear = `${csi}?2004l`;

/** No colour, the cursor to the first cell, and nothing left on the screen. */
const wipe = `${csi}m${csi}H${csi}J`;

const showCursor = `${csi}?25h`;
const hideCursor = `${csi}?25l`;

/** Whatever is between these is shown at once, where a terminal knows them. */
const begin = `${csi}?2026h`;
const end = `${csi}?2026l`;

/** So few bytes arrive in one piece anyway: the marks, another sixteen, would make up a third of what a move sends. */
const shortFrame = 64;

/** Asks of what colour the terminal's ground is. */
const askGround = '\u001B]11;?\u0007';

/** From this many bytes on, the row with the cursor comes first: on a slow line that is what one waits for. */
const longFrame = 400;

/** How long a terminal that owes an answer is waited for at the end, in milliseconds. */
const lastWait = 400;

/**
 * The largest window that is drawn in, in cells: more than any display shows. A terminal may claim 65,535
 * columns, and every frame would then take the program seconds.
 */
const largest = {columns: 500, rows: 200};

/** What the stage needs of a terminal. */
type Output = {
	columns?: number;
	rows?: number;
	write(text: string): boolean;
	on(event: 'resize', listener: () => void): unknown;
	off(event: 'resize', listener: () => void): unknown;
};

/** What is to be seen: called when it is painted, so that a frame which never comes to that costs nothing. */
export type Draw = () => readonly FrameLine[];

type Shown = {line: FrameLine | undefined; cells: Cells};

/**
 * The one way to the terminal. It is given what is to be seen, compares it cell by cell with what is, and writes the
 * difference in one piece. Frames that a slow line has no room for are left out, never queued. In linear mode it only
 * ever adds. While another program has the terminal nothing is written.
 */
export class Stage {
	readonly #out: Output;
	readonly #linear: boolean;
	readonly #dumb: boolean;
	readonly #pointer: boolean;
	readonly #now: () => number;
	readonly #pace = new Pace();
	#draw: Draw | undefined;
	/** What the terminal shows; undefined when that is not known. */
	#shown: Shown[] | undefined;
	#cursor: {row: number; column: number; visible: boolean} | undefined;
	/** Whether a frame is about to be painted, and what looks again at a line that was behind. */
	#due = false;
	#later: NodeJS.Timeout | undefined;
	#state: 'closed' | 'open' | 'lent' = 'closed';
	#onAnswer: (() => void) | undefined;
	/** Since when the terminal owes the colour of its ground. */
	#asked: number | undefined;
	/** Whether a line of linear mode was begun and not ended. */
	#begun = false;
	#listeners = new Set<() => void>();
	readonly #resized = () => {
		this.#shown = undefined;
		for (const listener of this.#listeners) listener();
		this.#soon();
	};

	/**
	 * @param dumb whether the terminal knows no sequence at all; then linear mode alone may use it
	 * @param pointer whether the terminal is to tell of clicks and the wheel; never in linear mode
	 * @param now milliseconds, of any clock that only goes forward
	 */
	constructor(
		out: Output,
		{linear = false, dumb = false, pointer = false, now = () => performance.now()} = {},
	) {
		this.#out = out;
		this.#linear = linear;
		this.#dumb = dumb;
		this.#pointer = pointer;
		this.#now = now;
		out.on('resize', this.#resized);
	}

	get columns(): number {
		return Math.min(this.#out.columns || 80, largest.columns);
	}

	get rows(): number {
		return Math.min(this.#out.rows || 24, largest.rows);
	}

	/** Tells of a new size, before anything is painted for it; gives back what ends the telling. */
	onResize(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Takes the terminal, with the first frame: in one piece, and at once. */
	open(draw?: Draw): void {
		this.#state = 'open';
		this.#shown = undefined;
		if (draw) this.#draw = draw;
		if (this.#linear) this.#out.write(this.#dumb ? '' : enterLinear);
		else this.#paint(this.#pointer ? enter + hearPointer : enter);
	}

	/**
	 * Shows something else, once whatever happens just now is over: many keys that come in one piece make one frame.
	 */
	show(draw: Draw): void {
		this.#draw = draw;
		this.#soon();
	}

	/** Linear mode: adds to what was said, whose text is harmless already. The cursor stays where it ends. */
	add(text: string): void {
		if (this.#state !== 'open' || text === '') return;
		this.#begun = !text.endsWith('\n');
		this.#out.write(text);
	}

	/** Paints everything anew, whatever has become of the screen. */
	redraw(): void {
		this.#shown = undefined;
		this.#soon();
	}

	/** The terminal has answered how far it is. */
	answered(): void {
		this.#pace.answers(this.#now());
		if (!this.#owes) this.#onAnswer?.();
		if (this.#later) this.#soon();
	}

	/** Asks the terminal for the colour of its ground; one that does not know of that says nothing. */
	askGround(): void {
		this.#asked = this.#now();
		this.#out.write(askGround);
	}

	/** It has answered. */
	toldGround(): void {
		this.#asked = undefined;
		if (!this.#owes) this.#onAnswer?.();
	}

	/** Whether an answer is still to come. */
	get #owes(): boolean {
		const isAsked = this.#asked !== undefined && this.#now() - this.#asked < lastWait;
		return this.#pace.waits || isAsked;
	}

	/** Gives the terminal up, as it was found: to a shell, or for `work` to another program. */
	give(): void {
		if (this.#state === 'open') this.#out.write(this.#leaving());
		this.#state = 'lent';
	}

	/** Takes it again, whatever has become of it meanwhile. */
	take(): void {
		this.#pace.forget();
		this.#cursor = undefined;
		this.open();
	}

	get isLent(): boolean {
		return this.#state === 'lent';
	}

	/** Leaves the terminal as it was found: at once, and for good. */
	close(): void {
		clearTimeout(this.#later);
		if (this.#state === 'open') this.#out.write(this.#leaving());
		this.#state = 'closed';
		this.#out.off('resize', this.#resized);
	}

	/** The answer that the terminal still owes is not left to the shell: resolves when it is here, or will not come. */
	async settled(): Promise<void> {
		if (!this.#owes) return;
		await new Promise<void>((resolve) => {
			const late = setTimeout(resolve, lastWait);
			this.#onAnswer = () => {
				clearTimeout(late);
				resolve();
			};
		});
	}

	#leaving(): string {
		if (!this.#linear) return this.#pointer ? unhearPointer + leave : leave;
		return `${this.#begun ? '\r\n' : ''}${this.#dumb ? '' : leaveLinear}`;
	}

	#soon(): void {
		if (this.#due || this.#state !== 'open' || this.#linear) return;
		this.#due = true;
		queueMicrotask(() => {
			this.#due = false;
			if (this.#state === 'open') this.#paint('');
		});
	}

	/** Writes what is wanted and not shown, unless the line is behind. */
	#paint(before: string): void {
		clearTimeout(this.#later);
		this.#later = undefined;
		if (before === '' && !this.#pace.mayWrite(this.#now())) {
			// The next answer brings it; where that is lost, time does.
			this.#later = setTimeout(() => this.#soon(), 1000);
			return;
		}
		const text = before + this.#difference();
		if (text === '') return;
		const frame = text.length > shortFrame ? begin + text + end : text;
		const asks = before === '' && this.#pace.sends(Buffer.byteLength(frame), this.#now());
		this.#out.write(asks ? frame + question : frame);
	}

	/** What turns what is shown into what is wanted. */
	#difference(): string {
		if (!this.#draw) return '';
		const {columns, rows} = this;
		const lines = this.#draw();
		const known = this.#shown;
		const pen: Pen = {row: 0, column: known ? this.#cursor?.column : 0};
		if (known && this.#cursor) pen.row = this.#cursor.row;
		const shown = Array.from({length: rows}, (_, row): Shown => {
			const line = lines[row] ?? '';
			const before = known?.[row];
			return before && sameLine(before.line, line) ? before : {line, cells: cellsOf(line, columns)};
		});
		this.#shown = shown;
		const cursor = cursorIn(shown);
		const paint = (order: readonly number[], start: Pen) => {
			const moving = {...start};
			const text = order
				.map((row) =>
					paintRow(moving, row, columns, known?.[row]?.cells ?? empty, shown[row]?.cells ?? empty),
				)
				.join('');
			return {text, pen: moving};
		};
		const others = shown.flatMap((_, row) => (row === cursor?.row ? [] : [row]));
		const own = cursor ? [cursor.row] : [];
		// The row of the cursor comes last, so that the cursor stays there; of a long frame it comes first.
		let {text, pen: at} = paint([...others, ...own], pen);
		if (text.length > longFrame) ({text, pen: at} = paint([...own, ...others], pen));
		if (!known) text = wipe + text;
		return text + this.#place(cursor, at);
	}

	/** Brings the terminal's cursor to where one types, or to the selection, where it is not seen. */
	#place(wanted: Cursor | undefined, pen: Pen): string {
		const wasVisible = this.#cursor?.visible ?? false;
		const {row, column, visible} = wanted ?? {row: pen.row, column: pen.column, visible: false};
		const move = column === undefined ? '' : goTo(pen, row, column);
		this.#cursor = column === undefined ? undefined : {row, column, visible};
		const isSeen = this.#cursor?.visible ?? false;
		return move + (isSeen === wasVisible ? '' : isSeen ? showCursor : hideCursor);
	}
}

type Cursor = {row: number; column: number; visible: boolean};

/** Where one types; else where the selection ends. */
function cursorIn(shown: readonly Shown[]): Cursor | undefined {
	const typed = shown.findIndex(({cells}) => cells.typed !== undefined);
	if (typed >= 0) return {row: typed, column: shown[typed]?.cells.typed ?? 0, visible: true};
	const row = shown.findIndex(({cells}) => cells.rests !== undefined);
	return row < 0 ? undefined : {row, column: shown[row]?.cells.rests ?? 0, visible: false};
}
