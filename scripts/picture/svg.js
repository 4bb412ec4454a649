// Draws a terminal's cells as an SVG picture: no font, script or style sheet from outside, and
// columns that line up whichever monospace font the reader has.

/** @typedef {import('@xterm/headless').IBuffer} Buffer */
/** @typedef {import('@xterm/headless').IBufferCell} BufferCell */
/**
 * One character on the screen: its column, its width in columns, its colours as `#rrggbb` (`back`
 * is undefined for the window's own), and how it is drawn.
 * @typedef {{column: number, width: number, text: string, fore: string, back: string | undefined,
 *   bold: boolean, italic: boolean, under: boolean, struck: boolean}} Cell
 */

/** Pixels. A cell's width is a monospace font's usual 0.6 of its size; whole numbers stay sharp. */
const cellWidth = 9;
const cellHeight = 18;
const fontSize = 15;
const baseline = 14;
const margin = 16;
const bar = 34;

/**
 * A terminal's own colours: the window's ground and text, and the sixteen named ones.
 * @typedef {{background: string, foreground: string, named: string[], frame: string}} Look
 */
/** Each named colour readable on the ground, but for the one that is the ground. @type {Record<'dark' | 'light' | 'black', Look>} */
export const looks = {
	dark: {
		background: '#14171f',
		foreground: '#d7dce5',
		frame: '#3b4252',
		named: (
			'#1d212b #e5484d #8fce78 #e8c26b #4a86e8 #b663d6 #62cbd0 #e1e5ec ' +
			'#8790a1 #ff9aa2 #b1e59c #ffdd8f #9cc7ff #e2b3f5 #93e6e9 #ffffff'
		).split(' '),
	},
	light: {
		background: '#ffffff',
		foreground: '#1f2328',
		frame: '#c3cad4',
		named: (
			'#1f2328 #b3261e #176b2c #7a5200 #1f4fbf #7b2fa0 #0b6468 #59636e ' +
			'#3b434c #8c1d18 #0f5322 #5c3d00 #173b8f #5c2378 #084b4e #ffffff'
		).split(' '),
	},
	black: {
		background: '#000000',
		foreground: '#ffffff',
		frame: '#555555',
		named: (
			'#000000 #cd3131 #0dbc79 #e5e510 #2472c8 #bc3fbc #11a8cd #e5e5e5 ' +
			'#666666 #f14c4c #23d18b #f5f543 #3b8eea #d670d6 #29b8db #ffffff'
		).split(' '),
	},
};

/** The colours that are drawn with; `draw` sets them first. */
let {background, foreground, named, frame} = looks.dark;

/** @param {number[]} parts red, green, blue: 0 to 255 */
const hex = (parts) =>
	`#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** @param {number} step 0 to 5 along a side of the colour cube */
const level = (step) => (step === 0 ? 0 : 55 + 40 * step);

/** @param {number} index of the 256 colours: 16 named, a 6×6×6 cube, 24 greys */
function palette(index) {
	if (index < 16) return named[index] ?? foreground;
	const cube = index - 16;
	if (index >= 232) return hex(Array.from({length: 3}, () => 10 * index - 2312));
	return hex([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level));
}

/** Three fifths of one colour, two of another: faint text, still readable. */
function faint(/** @type {string} */ fore, /** @type {string} */ back) {
	const part = (/** @type {number} */ at) =>
		Number.parseInt(fore.slice(at, at + 2), 16) * 0.6 +
		Number.parseInt(back.slice(at, at + 2), 16) * 0.4;
	return hex([part(1), part(3), part(5)]);
}

/** @param {number} number a palette index or 0xRRGGBB */
const color = (/** @type {boolean} */ rgb, /** @type {number} */ number) =>
	rgb ? `#${number.toString(16).padStart(6, '0')}` : palette(number);

/** @param {BufferCell} cell @param {number} column @returns {Cell} */
function resolve(cell, column) {
	let fore = cell.isFgDefault() ? undefined : color(cell.isFgRGB(), cell.getFgColor());
	let back = cell.isBgDefault() ? undefined : color(cell.isBgRGB(), cell.getBgColor());
	if (cell.isInverse()) [fore, back] = [back ?? background, fore ?? foreground];
	fore ??= foreground;
	return {
		column,
		width: cell.getWidth(),
		text: cell.isInvisible() ? ' ' : cell.getChars() || ' ',
		fore: cell.isDim() ? faint(fore, back ?? background) : fore,
		back,
		bold: cell.isBold() !== 0,
		italic: cell.isItalic() !== 0,
		under: cell.isUnderline() !== 0,
		struck: cell.isStrikethrough() !== 0,
	};
}

/** @param {Buffer} buffer @param {number} columns @param {number} row @returns {Cell[]} */
function cellsOf(buffer, columns, row) {
	const line = buffer.getLine(buffer.baseY + row);
	const cells = Array.from({length: columns}, (_, column) => {
		const cell = line?.getCell(column);
		return cell && cell.getWidth() > 0 ? resolve(cell, column) : undefined;
	});
	return cells.filter((cell) => cell !== undefined);
}

/**
 * Neighbours with the same key, left to right; cells without a key are left out.
 * @param {Cell[]} cells @param {(cell: Cell) => string | undefined} key
 */
function group(cells, key) {
	/** @type {Array<{key: string, cells: Cell[], first: Cell, columns: number}>} */
	const groups = [];
	for (const cell of cells) {
		const mine = key(cell);
		if (mine === undefined) continue;
		const last = groups.at(-1);
		if (last?.key === mine && cell.column === last.first.column + last.columns) {
			last.cells.push(cell);
			last.columns += cell.width;
		} else {
			groups.push({key: mine, cells: [cell], first: cell, columns: cell.width});
		}
	}
	return groups;
}

/** What XML cannot hold is left out. */
const escape = (/** @type {string} */ text) =>
	text
		.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

/** Lines and blocks are drawn, not written: in many fonts their pieces would not meet. */
const light = '─│┌┐└┘├┤┬┴┼╭╮╰╯';
const heavy = '━┃┏┓┗┛┣┫┳┻╋';
/** Which sides of its cell each of them touches: Left, Right, Up, Down. */
const sides = 'lr ud rd ld ru lu udr udl lrd lru lrud rd ld ru lu'.split(' ');
const isLine = (/** @type {string} */ text) => light.includes(text) || heavy.includes(text);
const isBlock = (/** @type {string} */ text) => /^[\u2580-\u2593]$/.test(text);
/** Characters every monospace font has at one width; any other is placed by itself. */
const isPlain = (/** @type {string} */ text) => /^[\u0020-\u024F]$/.test(text);

/** The path of one line drawing. @param {Cell} cell @param {number} top of its row */
function linePath({text, column}, top) {
	const [x, y] = [(column + 0.5) * cellWidth, top + cellHeight / 2 + 0.5];
	/** @type {Record<string, string>} */
	const ends = {
		l: `${x - cellWidth / 2} ${y}`,
		r: `${x + cellWidth / 2} ${y}`,
		u: `${x} ${top}`,
		d: `${x} ${top + cellHeight}`,
	};
	const at = Math.max(light.indexOf(text), heavy.indexOf(text));
	const points = (sides[at] ?? '').split('').map((side) => ends[side]);
	if (at > 10) return `M${points[0]}Q${x} ${y} ${points[1]}`;
	if (at < 2) return `M${points[0]}L${points[1]}`;
	return points.map((point) => `M${point}L${x} ${y}`).join('');
}

/** The part of its cell a block element fills (left, top, width, height) and how densely. */
function blockBox(/** @type {number} */ code) {
	const eighths = (code - 0x2580) / 8;
	if (code === 0x2580) return [0, 0, 1, 0.5, 1];
	if (code <= 0x2588) return [0, 1 - eighths, 1, eighths, 1];
	if (code <= 0x258f) return [0, 0, 2 - eighths, 1, 1];
	if (code === 0x2590) return [0.5, 0, 0.5, 1, 1];
	return [0, 0, 1, 1, (code - 0x2590) / 4];
}

/** @param {number} x @param {number} y @param {number} width @param {number} height in pixels */
const rect = (x, y, width, height, /** @type {string} */ fill, density = 1) =>
	`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"` +
	`${density === 1 ? '' : ` fill-opacity="${density}"`}/>`;

/** What fills its area: backgrounds, block elements, underlines. @param {Cell[]} cells of one row */
function boxes(cells, /** @type {number} */ top) {
	const backs = group(cells, (cell) => cell.back).map(({key, first, columns}) =>
		rect(first.column * cellWidth, top, columns * cellWidth, cellHeight, key),
	);
	const blocks = cells
		.filter((cell) => isBlock(cell.text))
		.map(({text, column, fore}) => {
			const [x = 0, y = 0, width = 0, height = 0, density] = blockBox(text.charCodeAt(0));
			const [left, upper] = [(column + x) * cellWidth, top + y * cellHeight];
			return rect(left, upper, width * cellWidth, height * cellHeight, fore, density);
		});
	const rules = [
		{y: baseline + 2, ruled: group(cells, (cell) => (cell.under ? cell.fore : undefined))},
		{y: cellHeight / 2, ruled: group(cells, (cell) => (cell.struck ? cell.fore : undefined))},
	].flatMap(({y, ruled}) =>
		ruled.map(({key, first, columns}) =>
			rect(first.column * cellWidth, top + y, columns * cellWidth, 1, key),
		),
	);
	return [...backs, ...blocks, ...rules];
}

const style = (/** @type {Cell} */ {fore, bold, italic}) =>
	(fore === foreground ? '' : ` fill="${fore}"`) +
	(bold ? ' font-weight="bold"' : '') +
	(italic ? ' font-style="italic"' : '');

/** What is drawn over it: line drawings and text. @param {Cell[]} cells of one row */
function marks(cells, /** @type {number} */ top) {
	const lines = group(cells, ({text, fore}) =>
		isLine(text)
			? `stroke="${fore}" stroke-width="${heavy.includes(text) ? 2.5 : 1.2}"`
			: undefined,
	).map(({key, cells: drawn}) => {
		const path = drawn.map((cell) => linePath(cell, top)).join('');
		return `<path d="${path}" fill="none" ${key}/>`;
	});
	const y = top + baseline;
	const runs = group(cells, (cell) => (isPlain(cell.text) ? style(cell) : undefined)).flatMap(
		({key, cells: run, first}) => {
			// A wide gap ends a text: what follows it starts at its own column again.
			const parts = run
				.map((cell) => cell.text)
				.join('')
				.matchAll(/\S+(?: \S+)*/g);
			return Array.from(parts, ({0: words, index}) => {
				const x = (first.column + index) * cellWidth;
				const width = words.length * cellWidth;
				return `<text x="${x}" y="${y}" textLength="${width}"${key}>${escape(words)}</text>`;
			});
		},
	);
	const others = cells
		.filter(({text}) => !isPlain(text) && !isLine(text) && !isBlock(text))
		.map((cell) => {
			const x = (cell.column + cell.width / 2) * cellWidth;
			return `<text x="${x}" y="${y}" text-anchor="middle"${style(cell)}>${escape(cell.text)}</text>`;
		});
	return [...lines, ...runs, ...others];
}

/**
 * The visible screen as an SVG document. The cursor (from 0) is drawn as a bar where one is given.
 * @param {{buffer: Buffer, columns: number, rows: number, title: string,
 *   cursor?: {column: number, row: number}, look?: Look}} screen
 */
export function draw({buffer, columns, rows, title, cursor, look = looks.dark}) {
	({background, foreground, named, frame} = look);
	const [width, height] = [columns * cellWidth + 2 * margin, rows * cellHeight + bar + margin];
	const screen = Array.from({length: rows}, (_, row) => cellsOf(buffer, columns, row));
	const text = screen.map((cells) =>
		cells
			.map((cell) => cell.text)
			.join('')
			.trimEnd(),
	);
	const bars = cursor
		? [rect(cursor.column * cellWidth, cursor.row * cellHeight, 2, cellHeight, foreground)]
		: [];
	const dots = [0, 1, 2].map((dot) => `<circle cx="${margin + 6 + dot * 18}" cy="17" r="5"/>`);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" aria-describedby="screen">
<title id="title">${escape(title)}</title>
<desc id="screen">${escape(text.join('\n').trimEnd())}</desc>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="9" fill="${background}" stroke="${frame}"/>
<g fill="${frame}">${dots.join('')}</g>
<g transform="translate(${margin} ${bar})" fill="${foreground}" font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace" font-size="${fontSize}" font-variant-ligatures="none" xml:space="preserve">
<g shape-rendering="crispEdges">
${[...screen.flatMap((cells, row) => boxes(cells, row * cellHeight)), ...bars].join('\n')}
</g>
${screen.flatMap((cells, row) => marks(cells, row * cellHeight)).join('\n')}
</g>
</svg>
`;
}
