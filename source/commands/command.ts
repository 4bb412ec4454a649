import type {Who} from '../store/store.ts';

/** A flag of the command line. `value` names what it takes, for the help; if left out, it is a switch. */
export type Flag = {value?: string; choices?: readonly string[]; summary: string};

/** What a sub-command is given to work with; nothing else of the process is touched by it. */
export type CommandContext = {
	/** The arguments by place, as many as `usage` asks for. */
	arguments: string[];
	flags: Record<string, string | true | undefined>;
	/** Who acts: asked for only by what commits or logs. */
	who(): Who;
	/** The instant, UTC, ISO 8601. */
	now(): string;
	/** Standard output; text must be clean, and bytes are for pipes alone. */
	out(content: string | Uint8Array): void;
	/** Something to be known besides, on standard error. */
	warn?(text: string): void;
	/** Standard input, whole. */
	input(): Promise<string>;
	/** The columns of the terminal that is written to; undefined when it is none. */
	columns: number | undefined;
};

/**
 * A sub-command. `usage` names its arguments, `<needed>` before `[optional]`; from it, `summary` and
 * `flags` come the help and the check of what was typed. `run` resolves with the exit code and
 * throws WrongUsage, Refusal or the store's Unusable.
 */
export type Command = {
	name: string;
	usage: string;
	summary: string;
	flags: Record<string, Flag>;
	run(context: CommandContext): Promise<number>;
};

/** What was typed makes no sense: exit code 2. */
export class WrongUsage extends Error {
	override name = 'WrongUsage';
}

/** What was asked for was not done, and why: exit code 1. */
export class Refusal extends Error {
	override name = 'Refusal';
}

/** Flags that every command takes. */
export const commonFlags: Record<string, Flag> = {
	as: {value: 'name', summary: 'the name to log beside that of the operating system'},
	help: {summary: 'this help'},
};
