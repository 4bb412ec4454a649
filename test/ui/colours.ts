// Colours as they are seen: of hexadecimal figures, of xterm's 240, and the grounds that terminals have.

type Colour = readonly [red: number, green: number, blue: number];

export const hex = (text: string): Colour => [
	Number.parseInt(text.slice(0, 2), 16),
	Number.parseInt(text.slice(2, 4), 16),
	Number.parseInt(text.slice(4, 6), 16),
];

/** One of the 240 colours of xterm that are the same everywhere: a cube of six steps, then greys. */
export function xterm(number: number): Colour {
	if (number >= 232) {
		const grey = 8 + (number - 232) * 10;
		return [grey, grey, grey];
	}
	const step = (of: number) => (of === 0 ? 0 : 55 + of * 40);
	const at = number - 16;
	return [step(Math.floor(at / 36)), step(Math.floor(at / 6) % 6), step(at % 6)];
}

/** Relative luminance and contrast, as WCAG 2.2 defines them. */
function luminance(colour: Colour): number {
	const [red = 0, green = 0, blue = 0] = colour.map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: Colour, other: Colour): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

export const darkGrounds = {
	black: '000000',
	'VS Code': '1e1e1e',
	Ubuntu: '300a24',
	'Solarized dark': '002b36',
	Dracula: '282a36',
	Nord: '2e3440',
	'One Dark': '282c34',
	'Gruvbox dark': '282828',
	Monokai: '272822',
};
export const lightGrounds = {
	white: 'ffffff',
	'Solarized light': 'fdf6e3',
	'GitHub light': 'f6f8fa',
	'Gruvbox light': 'fbf1c7',
	'One Light': 'fafafa',
};
