import {parseArgs} from 'node:util';
import {nearest} from '../domain/words.ts';
import {type Flag, WrongUsage} from './command.ts';

export type Parsed = {positionals: string[]; flags: Record<string, string | true | undefined>};

const shorts: Record<string, string> = {help: 'h'};

/**
 * Splits what was typed into flags and the rest; everything after `--` is the rest. With `lenient`,
 * flags that are not known are left for somebody else. Throws WrongUsage.
 */
export function parseFlags(
	args: readonly string[],
	known: Record<string, Flag>,
	{lenient = false} = {},
): Parsed {
	const {tokens} = parseArgs({
		args: [...args],
		strict: false,
		allowPositionals: true,
		tokens: true,
		options: Object.fromEntries(
			Object.entries(known).map(([name, {value}]) => [
				name,
				{
					type: value === undefined ? 'boolean' : 'string',
					...(shorts[name] ? {short: shorts[name]} : {}),
				},
			]),
		),
	});
	const positionals: string[] = [];
	const flags: Parsed['flags'] = {};
	for (const token of tokens) {
		if (token.kind === 'positional') positionals.push(token.value);
		if (token.kind !== 'option') continue;
		const flag = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
		if (flag) flags[token.name] = flagValue(token, flag);
		else if (!lenient) throw new WrongUsage(unknownFlag(token.rawName, Object.keys(known)));
	}
	return {positionals, flags};
}

function flagValue({rawName, value}: {rawName: string; value?: string}, flag: Flag): string | true {
	if (flag.value === undefined) {
		if (value !== undefined) throw new WrongUsage(`${rawName} takes no value`);
		return true;
	}
	if (value === undefined)
		throw new WrongUsage(`${rawName} needs a value: ${rawName} <${flag.value}>`);
	if (flag.choices && !flag.choices.includes(value)) {
		const [near] = nearest(value, flag.choices);
		throw new WrongUsage(
			`${rawName} cannot be “${value}”; ${near ? `did you mean ${near}?` : `it is one of ${flag.choices.join(', ')}`}`,
		);
	}
	return value;
}

function unknownFlag(rawName: string, known: string[]): string {
	const [near] = nearest(
		rawName,
		known.map((name) => `--${name}`),
	);
	return `there is no flag ${rawName}${near ? `; did you mean ${near}?` : ''}`;
}

/** Refuses more or fewer arguments than a usage line such as `<database> [meeting]` names. */
export function checkCount(positionals: readonly string[], name: string, usage: string): void {
	const words = usage === '' ? [] : usage.split(' ');
	const missing = words[positionals.length];
	if (missing?.startsWith('<')) {
		throw new WrongUsage(`${missing} is missing; usage: boardwalk ${name} ${usage}`);
	}
	const extra = positionals[words.length];
	if (extra !== undefined) {
		throw new WrongUsage(`“${extra}” is too much; usage: boardwalk ${name} ${usage}`);
	}
}
