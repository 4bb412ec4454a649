// The pictures of the documentation: cells of a known screen come out right as SVG.
import process from 'node:process';
import xterm from '@xterm/headless';
import {expect, test} from 'vitest';
import {take} from '../../scripts/picture.js';
import {draw} from '../../scripts/picture/svg.js';

/** The picture of what a terminal shows after this output, 40×4 cells. */
async function picture(output: string, cursor?: {column: number; row: number}): Promise<string> {
	const terminal = new xterm.Terminal({cols: 40, rows: 4, allowProposedApi: true});
	await new Promise<void>((resolve) => terminal.write(output, resolve));
	const {active: buffer} = terminal.buffer;
	return draw({buffer, columns: 40, rows: 4, title: 'A <test> & more', cursor});
}

/** The `<text>` elements as `x,y attributes: words`. */
const texts = (svg: string) =>
	Array.from(
		svg.matchAll(/<text x="([\d.]+)" y="(\d+)"(?: textLength="\d+")?([^>]*)>([^<]*)</g),
		([, x, y, style = '', words]) => `${x},${y}${style}: ${words}`,
	);
const rects = (svg: string) => svg.match(/<rect x="\d[^>]*fill="#[^>]*>/g)?.slice(1);

test('an accessible, self-contained document with the text of the screen', async () => {
	const svg = await picture('first <line>\r\n\r\n  third & last   ');
	expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="392" height="122" /);
	expect(svg).toContain('role="img" aria-labelledby="title" aria-describedby="screen"');
	expect(svg).toContain('<title id="title">A &lt;test&gt; &amp; more</title>');
	expect(svg).toContain('<desc id="screen">first &lt;line&gt;\n\n  third &amp; last</desc>');
	expect(svg).toContain('xml:space="preserve"');
	expect(svg.replace('xmlns="http', '')).not.toMatch(/http|href|<style|<script|<image/);
});

test('text starts at its own column, again after a wide gap', async () => {
	const svg = await picture('one two   three\r\n    x');
	expect(texts(svg)).toEqual(['0,14: one two', '90,14: three', '36,32: x']);
	expect(svg).toContain('textLength="63">one two<');
});

test('colours: named, of 256, and true, in front and behind', async () => {
	const svg = await picture(
		'\u001B[31mred\u001B[0m \u001B[92mlight\u001B[0m \u001B[38;5;208mcube\u001B[0m ' +
			'\u001B[38;5;244mgrey\u001B[0m \u001B[38;2;1;171;205mtrue\r\n\u001B[0m' +
			'\u001B[44mblue\u001B[48;5;16mblack\u001B[48;2;255;0;128mpink\u001B[0m',
	);
	expect(texts(svg).slice(0, 5)).toEqual([
		'0,14 fill="#e5484d": red',
		'36,14 fill="#b1e59c": light',
		'90,14 fill="#ff8700": cube',
		'135,14 fill="#808080": grey',
		'180,14 fill="#01abcd": true',
	]);
	expect(rects(svg)).toEqual([
		'<rect x="0" y="18" width="36" height="18" fill="#4a86e8"/>',
		'<rect x="36" y="18" width="45" height="18" fill="#000000"/>',
		'<rect x="81" y="18" width="36" height="18" fill="#ff0080"/>',
	]);
});

test('bold, italic, faint, inverse, underlined, struck out, invisible', async () => {
	const styles = ['1', '3', '2', '7', '7;2;32'].map((code) => `\u001B[${code}mab\u001B[0m`);
	const lines = ['4', '9', '8'].map((code) => `\u001B[${code}ma b\u001B[0m`);
	const svg = await picture(`${styles.join('')}\r\n${lines.join('')}`);
	expect(texts(svg)).toEqual([
		'0,14 font-weight="bold": ab',
		'18,14 font-style="italic": ab',
		'36,14 fill="#898d96": ab',
		'54,14 fill="#14171f": ab',
		// Faint on green: between the window's colour and the green.
		'72,14 fill="#456043": ab',
		'0,32: a ba b',
	]);
	expect(rects(svg)).toEqual([
		'<rect x="54" y="0" width="18" height="18" fill="#d7dce5"/>',
		'<rect x="72" y="0" width="18" height="18" fill="#8fce78"/>',
		'<rect x="0" y="34" width="27" height="1" fill="#d7dce5"/>',
		'<rect x="27" y="27" width="27" height="1" fill="#d7dce5"/>',
	]);
});

test('wide and other characters stand in the middle of their own cells', async () => {
	const svg = await picture('a日本b✓c\u001B[41m語\u001B[0m');
	expect(texts(svg)).toEqual([
		'0,14: a',
		'45,14: b',
		'63,14: c',
		'18,14 text-anchor="middle": 日',
		'36,14 text-anchor="middle": 本',
		'58.5,14 text-anchor="middle": ✓',
		'81,14 text-anchor="middle": 語',
	]);
	expect(rects(svg)).toEqual(['<rect x="72" y="0" width="18" height="18" fill="#e5484d"/>']);
	expect(svg).toContain('<desc id="screen">a日本b✓c語</desc>');
});

test('lines and blocks are drawn', async () => {
	const svg = await picture('\u001B[33m╭─┤\u001B[0m\r\n━█▌▄▒', {column: 3, row: 2});
	expect(texts(svg)).toEqual([]);
	expect(svg).toContain(
		'<path d="M9 9.5Q4.5 9.5 4.5 18M9 9.5L18 9.5M22.5 0L22.5 9.5M22.5 18L22.5 9.5M18 9.5L22.5 9.5"' +
			' fill="none" stroke="#e8c26b" stroke-width="1.2"/>',
	);
	expect(svg).toContain(
		'<path d="M0 27.5L9 27.5" fill="none" stroke="#d7dce5" stroke-width="2.5"/>',
	);
	expect(rects(svg)).toEqual([
		'<rect x="9" y="18" width="9" height="18" fill="#d7dce5"/>',
		'<rect x="18" y="18" width="4.5" height="18" fill="#d7dce5"/>',
		'<rect x="27" y="27" width="9" height="9" fill="#d7dce5"/>',
		'<rect x="36" y="18" width="9" height="18" fill="#d7dce5" fill-opacity="0.5"/>',
		'<rect x="27" y="36" width="2" height="18" fill="#d7dce5"/>',
	]);
});

test('a picture of a program, taken to its second screen by keys', async () => {
	const program = `process.stdin.setRawMode(true).setEncoding('utf8');
		const draw = (text) => process.stdout.write('\\x1b[?2026h\\x1b[2J\\x1b[H' + text + '\\x1b[?2026l');
		process.stdout.write('\\x1b[?25l');
		draw('Overview of ' + process.argv[1]);
		process.stdin.on('data', (key) => draw(key === '2' ? 'Walk' : '\\x1b[1mProject\\x1b[0m ✓ ' + key));`;
	const svg = await take(
		{
			file: 'walk.svg',
			title: 'Stand-in',
			args: ['sample'],
			columns: 40,
			rows: 5,
			keys: [{waitFor: 'Overview of sample'}, '2', {waitFor: /^Walk$/m}, 'x'],
			waitFor: 'Project',
		},
		[process.execPath, '-e', program],
	);
	expect(svg).toContain('<desc id="screen">Project ✓ x</desc>');
	expect(texts(svg)).toEqual([
		'0,14 font-weight="bold": Project',
		'90,14: x',
		'76.5,14 text-anchor="middle": ✓',
	]);
});
