/**
 * Letters five dots wide and seven high, as five columns of bits each, the top dot lowest: the shapes of dot-matrix
 * displays, in capitals. Blank columns on either side are left out when a text is set.
 */
const shapes: Record<string, string> = {
	'!': '00005f0000',
	'"': '0007000700',
	'#': '147f147f14',
	'%': '2313086462',
	'&': '3649562050',
	"'": '0000070000',
	'(': '001c224100',
	')': '0041221c00',
	'*': '2a1c7f1c2a',
	'+': '08083e0808',
	',': '0050300000',
	'-': '0808080808',
	'.': '0060600000',
	'/': '2010080402',
	'0': '3e5149453e',
	'1': '00427f4000',
	'2': '4261514946',
	'3': '2141454b31',
	'4': '1814127f10',
	'5': '2745454539',
	'6': '3c4a494930',
	'7': '0171090503',
	'8': '3649494936',
	'9': '064949291e',
	':': '0036360000',
	';': '0056360000',
	'=': '1414141414',
	'?': '0201510906',
	'@': '324979413e',
	A: '7e1111117e',
	B: '7f49494936',
	C: '3e41414122',
	D: '7f4141221c',
	E: '7f49494941',
	F: '7f09090901',
	G: '3e4149497a',
	H: '7f0808087f',
	I: '00417f4100',
	J: '2040413f01',
	K: '7f08142241',
	L: '7f40404040',
	M: '7f020c027f',
	N: '7f0408107f',
	O: '3e4141413e',
	P: '7f09090906',
	Q: '3e4151215e',
	R: '7f09192946',
	S: '4649494931',
	T: '01017f0101',
	U: '3f4040403f',
	V: '1f2040201f',
	W: '3f4038403f',
	X: '6314081463',
	Y: '0708700807',
	Z: '6151494543',
	'[': '007f414100',
	']': '0041417f00',
	'£': '487e494942',
	'€': '143e555522',
};

/** Signs that look like another one at this size. */
const alike: Record<string, string> = {'–': '-', '—': '-', '‘': "'", '’': "'", '“': '"', '”': '"'};

/** Accents, as the columns that they put above a letter: two dots high, three columns in the middle. */
const accents: Record<string, [number, number, number]> = {
	'\u0300': [1, 2, 0],
	'\u0301': [0, 2, 1],
	'\u0302': [2, 1, 2],
	'\u0303': [2, 3, 1],
	'\u0304': [2, 2, 2],
	'\u0308': [2, 0, 2],
	'\u030a': [2, 3, 2],
	'\u030c': [1, 2, 1],
};

/** The rows of dots of a text, and how far below the first one its capitals begin. */
export type Dots = boolean[][];

/** Dots above the capitals, for accents. */
const above = 3;
const high = 7;
const space = 3;

/** One letter as columns of bits, the accent's three rows lowest; undefined where its shape is not known. */
function columnsOf(letter: string): number[] | undefined {
	if (letter === ' ') return Array.from({length: space}, () => 0);
	const [base = '', ...marks] = letter.normalize('NFD').toUpperCase();
	const shape = shapes[alike[base] ?? base];
	if (shape === undefined) return undefined;
	const columns = Array.from({length: 5}, (_, at) => {
		const column = Number.parseInt(shape.slice(at * 2, at * 2 + 2), 16) << above;
		const dots = marks.reduce((sum, mark) => sum | (accents[mark]?.[at - 1] ?? 0), 0);
		return column | dots;
	});
	if (marks.some((mark) => accents[mark] === undefined)) return undefined;
	const first = columns.findIndex(Boolean);
	return columns.slice(first, columns.findLastIndex(Boolean) + 1);
}

/** The columns of a text, one blank between two letters; undefined where a letter has no shape here. */
export function setText(text: string): number[] | undefined {
	const letters = [...new Intl.Segmenter().segment(text)].map(({segment}) => columnsOf(segment));
	if (letters.includes(undefined)) return undefined;
	return letters.flatMap((columns, index) => [...(index > 0 ? [0] : []), ...(columns ?? [])]);
}

/** Columns as rows of dots, without those above the capitals where nothing has an accent. */
export function dotsOf(columns: readonly number[]): Dots {
	const hasAccent = columns.some((column) => (column & 7) !== 0);
	const first = hasAccent ? 0 : above;
	return Array.from({length: high + above - first}, (_, row) =>
		columns.map((column) => ((column >> (first + row)) & 1) === 1),
	);
}
