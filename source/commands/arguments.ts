import meow, {type AnyFlag} from 'meow';
import {nearest} from '../domain/words.ts';
import {type Flag, WrongUsage} from './command.ts';

type ParsedArguments = {
	positionals: string[];
	flags: Record<string, string | true | undefined>;
};

const shorts: Record<string, string> = {help: 'h'};

/** What meow is given of the program: anything left out it would search the disk for. */
const program = {
	importMeta: {url: import.meta.url} as ImportMeta,
	pkg: {name: 'boardwalk', bin: {boardwalk: 'bin/boardwalk.js'}},
	description: false,
	autoHelp: false,
	autoVersion: false,
} as const;

/** A flag as meow names it: `readOnly` of `--read-only`. */
const camelCase = (name: string): string =>
	name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Splits what was typed into flags and the rest; everything after `--` is the rest. A flag that is given twice
 * holds what it was given last. Throws WrongUsage.
 */
export function parseFlags(args: readonly string[], known: Record<string, Flag>): ParsedArguments {
	// Where nothing looks like a flag there is nothing to split; most starts are such.
	if (!args.some((arg) => arg.startsWith('-'))) return {positionals: [...args], flags: {}};
	const {input, flags} = meow({
		...program,
		argv: soundArguments(args, known),
		flags: Object.fromEntries<AnyFlag>(
			Object.entries(known).map(([name, {value}]) => [
				camelCase(name),
				value === undefined ? {type: 'boolean'} : {type: 'string', isMultiple: true},
			]),
		),
	});
	const last = (name: string): string | true | undefined => {
		const given: unknown = flags[camelCase(name)];
		return Array.isArray(given)
			? (given.at(-1) as string | undefined)
			: given === true || undefined;
	};
	const found = Object.keys(known).flatMap((name) => {
		const value = last(name);
		return value === undefined ? [] : [[name, value] as const];
	});
	return {positionals: input, flags: Object.fromEntries(found)};
}

/** A page of help as it is printed. */
export const usage = (page: string): string =>
	meow(page, {...program, argv: [], helpIndent: 0}).help.trimStart();

/** The first argument that is neither a flag nor a flag’s value: what may be a command’s name. */
export const firstWord = (args: readonly string[]): string | undefined =>
	args.find((arg, index) => !isFlag(arg) && args[index - 1] !== '--as');

const isFlag = (arg: string): boolean => arg.startsWith('-') && arg !== '-';

/**
 * The arguments for meow, which ends the program over a flag that it does not know, takes a missing value for
 * an empty one, a value that begins with a dash for a flag, and the quotation marks around a value after `=` away:
 * whatever cannot be meant is refused before, in our words, and each value stands as meow leaves it whole.
 */
function soundArguments(args: readonly string[], known: Record<string, Flag>): string[] {
	const sound: string[] = [];
	const left = [...args];
	for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
		if (arg === '--') return [...sound, arg, ...left];
		if (!isFlag(arg)) {
			sound.push(arg);
			continue;
		}
		const [, raw = arg, joined] = /^(--[^=]+)=(.*)$/s.exec(arg) ?? [];
		const short = Object.keys(shorts).find((name) => raw === `-${shorts[name]}`);
		const name = short ?? raw.slice(2);
		const flag = raw.startsWith('--') || short ? ownOf(known, name) : undefined;
		if (!flag) throw new WrongUsage(unknownFlag(raw, Object.keys(known)));
		if (flag.value === undefined) {
			if (joined !== undefined) throw new WrongUsage(`${raw} takes no value`);
			// Not bare: meow would take a word `true` or `false` behind it for its value.
			sound.push(`--${name}=true`);
		} else {
			const value = soundValue(raw, joined ?? left.shift(), flag);
			sound.push(...(value.startsWith('-') ? [`${raw}=${value}`] : [raw, value]));
		}
	}
	return sound;
}

const ownOf = (known: Record<string, Flag>, name: string): Flag | undefined =>
	Object.hasOwn(known, name) ? known[name] : undefined;

function soundValue(raw: string, value: string | undefined, flag: Flag): string {
	if (value === undefined) throw new WrongUsage(`${raw} needs a value: ${raw} <${flag.value}>`);
	if (flag.choices && !flag.choices.includes(value)) {
		const [near] = nearest(value, flag.choices);
		throw new WrongUsage(
			`${raw} cannot be “${value}”; ${near ? `did you mean ${near}?` : `it is one of ${flag.choices.join(', ')}`}`,
		);
	}
	return value;
}

function unknownFlag(raw: string, known: string[]): string {
	const [near] = nearest(
		raw,
		known.map((name) => `--${name}`),
	);
	return `there is no flag ${raw}${near ? `; did you mean ${near}?` : ''}`;
}

/** Refuses more or fewer arguments than a usage line such as `<database> [meeting]` names; `[record …]` is any number. */
export function checkCount(positionals: readonly string[], name: string, usage: string): void {
	const words = usage === '' ? [] : usage.split(' ');
	const isOpen = usage.endsWith('…]');
	const missing = words[positionals.length];
	if (missing?.startsWith('<')) {
		throw new WrongUsage(`${missing} is missing; usage: boardwalk ${name} ${usage}`);
	}
	const extra = isOpen ? undefined : positionals[words.length];
	if (extra !== undefined) {
		throw new WrongUsage(`“${extra}” is one argument too many; usage: boardwalk ${name} ${usage}`);
	}
}
