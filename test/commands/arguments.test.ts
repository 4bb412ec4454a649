// What is typed on a command line: every flag and value comes out as it was meant, or is refused in a sentence.
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {firstWord, parseFlags, usage} from '../../source/commands/arguments.ts';
import {commonFlags, type Flag} from '../../source/commands/command.ts';
import {screenFlags} from '../../source/commands/help.ts';
import {commands} from '../../source/commands/table.ts';

const known: Record<string, Flag> = {
	note: {value: 'text', summary: 'a note'},
	format: {value: 'format', choices: ['md', 'text'], summary: 'a format'},
	'read-only': {summary: 'a switch'},
	...commonFlags,
};
const parse = (...args: string[]) => parseFlags(args, known);

const trapsOfParsers = [
	'-5',
	'- a list',
	'--help',
	'"quoted"',
	"'quoted'",
	'true',
	'',
	'=',
	'1e3',
	'007',
];
const value = fc.oneof(fc.string(), fc.constantFrom(...trapsOfParsers));
const word = value.map((text) => (text.startsWith('-') ? `x${text}` : text));

test('whatever stands behind a flag is its value, to the letter', () => {
	fc.assert(
		fc.property(fc.array(word), value, value, (words, note, as) => {
			expect(parse(...words, '--note', note, '--read-only', '--as', as)).toEqual({
				positionals: words,
				flags: {note, 'read-only': true, as},
			});
		}),
	);
});

test('whatever stands behind -- is not a flag', () => {
	fc.assert(
		fc.property(fc.array(value), (words) => {
			expect(parse('--', ...words)).toEqual({positionals: words, flags: {}});
		}),
	);
});

test.each([
	['--note=x', {note: 'x'}],
	['--note=', {note: ''}],
	['--note=a=b', {note: 'a=b'}],
	['--note=-x', {note: '-x'}],
	['--note="x"', {note: '"x"'}],
	['-h', {help: true}],
])('%s', (arg, flags) => {
	expect(parse(arg, 'true')).toEqual({positionals: ['true'], flags});
});

test('of a flag that is given twice the last one counts', () => {
	expect(parse('--note', 'a', '--help', '--note', 'b', '--help').flags).toEqual({
		note: 'b',
		help: true,
	});
});

test.each([
	[['--nite', 'x'], 'there is no flag --nite; did you mean --note?'],
	[['--readOnly'], 'there is no flag --readOnly; did you mean --read-only?'],
	[['--no-read-only'], 'there is no flag --no-read-only; did you mean --read-only?'],
	[['--__proto__'], 'there is no flag --__proto__'],
	[['-5'], 'there is no flag -5'],
	[['--note'], '--note needs a value: --note <text>'],
	[['--read-only=false'], '--read-only takes no value'],
	[['--format', 'mt'], '--format cannot be “mt”; did you mean md?'],
	[['--format', 'docx'], '--format cannot be “docx”; it is one of md, text'],
])('%j is refused', (args, message) => {
	expect(() => parse(...args)).toThrow(expect.objectContaining({name: 'WrongUsage', message}));
});

test('a command is found behind flags and the value of --as', () => {
	expect(firstWord(['--read-only', '--as', 'log', '--as=x', 'minutes', 'log'])).toBe('minutes');
	expect(firstWord(['--as', 'log'])).toBeUndefined();
});

test('every flag of every command is one that can be given', async () => {
	const all = await Promise.all(Object.values(commands).map((load) => load()));
	for (const flags of [screenFlags, ...all.map(({default: command}) => command.flags)]) {
		for (const [name, {value, choices: [choice = 'x'] = []}] of Object.entries(flags)) {
			const args = value === undefined ? [`--${name}`] : [`--${name}`, choice];
			expect(parseFlags(args, flags).flags).toEqual({[name]: value === undefined ? true : choice});
		}
	}
});

test('a page of help is printed from its first line to one end of line', () => {
	expect(usage('boardwalk x\n\n  --flag  what it does\n')).toBe(
		'boardwalk x\n\n  --flag  what it does\n',
	);
});

test('words without a flag among them are the same words, whether or not a flag is near', () => {
	fc.assert(
		fc.property(fc.array(word), (words) => {
			expect(parse(...words)).toEqual({positionals: words, flags: {}});
			const {positionals, flags} = parse(...words, '--read-only');
			expect({positionals, flags}).toEqual({positionals: words, flags: {'read-only': true}});
		}),
	);
});
