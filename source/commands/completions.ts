import {type Command, commonFlags, type Flag} from './command.ts';
import {commands} from './table.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

const command: Command = {
	name: 'completions',
	usage: '<shell>',
	summary: 'prints the script that makes a shell complete commands and flags: bash, zsh, fish',
	flags: {},
	async run(context) {
		const {WrongUsage} = await import('./command.ts');
		const [shell = ''] = context.arguments;
		const found = shells.find((one) => one === shell);
		if (!found)
			throw new WrongUsage(`there are completions for ${shells.join(', ')}, not for “${shell}”`);
		const [{screenFlags}, all] = await Promise.all([
			import('./help.ts'),
			Promise.all(Object.values(commands).map((load) => load())),
		]);
		const table = all.map(({default: {name, summary, usage, flags}}) => ({
			name,
			summary,
			usage,
			flags: {...flags, ...commonFlags},
		}));
		context.out({bash, zsh, fish}[found](table, screenFlags));
		return 0;
	},
};
export default command;

type Listed = Pick<Command, 'name' | 'summary' | 'usage'> & {flags: Record<string, Flag>};

/** Words that a command begins with that are not a file: `new` of `meeting new <database>`. */
const verbsOf = ({usage}: Listed): string[] =>
	usage.split(' ').filter((word) => /^[a-z]+$/.test(word));

const flagNames = (flags: Record<string, Flag>): string =>
	Object.keys(flags)
		.map((name) => `--${name}`)
		.join(' ');

/** Flags whose value is one of a few words, as the cases of a shell's `case`. */
const choiceCases = (
	flags: Record<string, Flag>,
	say: (name: string, choices: readonly string[]) => string,
): string =>
	Object.entries(flags)
		.filter(([, {choices}]) => choices !== undefined)
		.map(([name, {choices = []}]) => say(name, choices))
		.join('');

/** Flags that take a file or a folder. */
const takesFile = ({value}: Flag): boolean => value === 'file' || value === 'folder';

function bash(table: readonly Listed[], screen: Record<string, Flag>): string {
	const cases = (flags: Record<string, Flag>) =>
		choiceCases(
			flags,
			(name, choices) =>
				`\t\t--${name}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$current")); return ;;\n`,
		);
	const valued = (flags: Record<string, Flag>) =>
		Object.entries(flags).filter(([, flag]) => flag.value !== undefined && !flag.choices);
	const others = (flags: Record<string, Flag>) => {
		const files = valued(flags)
			.filter(([, flag]) => takesFile(flag))
			.map(([name]) => `--${name}`);
		const words = valued(flags)
			.filter(([, flag]) => !takesFile(flag))
			.map(([name]) => `--${name}`);
		return `${files.length > 0 ? `\t\t${files.join('|')}) compopt -o default 2>/dev/null; COMPREPLY=(); return ;;\n` : ''}${words.length > 0 ? `\t\t${words.join('|')}) COMPREPLY=(); return ;;\n` : ''}`;
	};
	const functions = table.map(
		({name, flags, ...rest}) =>
			`\t${name})\n\t\tcase "$previous" in\n${cases(flags)}${others(flags)}\t\tesac\n\t\twords="${flagNames(flags)}"; verbs="${verbsOf({name, flags, ...rest}).join(' ')}" ;;\n`,
	);
	return `# Completions of boardwalk for bash: source this file, or put it among those of the system.
_boardwalk() {
	local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" verbs="" word
	COMPREPLY=()
	for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		case "$word" in -*) ;; *) command="$word"; break ;; esac
	done
	case "$command" in
${functions.join('')}	*) words="${flagNames(screen)}"; verbs="${table.map(({name}) => name).join(' ')}"; [ -n "$command" ] && verbs="" ;;
	esac
	case "$current" in
		-*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
		*) [ "$command" = completions ] && verbs="${shells.join(' ')}"
			COMPREPLY=($(compgen -W "$verbs" -- "$current"))
			[ "$command" = completions ] || compopt -o default 2>/dev/null ;;
	esac
}
complete -F _boardwalk boardwalk
`;
}

/** A text in single quotes, as both zsh and fish read it. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", '’')}'`;

function zsh(table: readonly Listed[], screen: Record<string, Flag>): string {
	const bracketed = (text: string) =>
		text.replaceAll(/[[\]:]/g, (sign) => `\\${sign}`).replaceAll("'", '’');
	const specs = (flags: Record<string, Flag>) =>
		Object.entries(flags)
			.map(([name, flag]) => {
				const value =
					flag.value === undefined
						? ''
						: `:${bracketed(flag.value)}:${flag.choices ? `(${flag.choices.join(' ')})` : takesFile(flag) ? '_files' : ' '}`;
				return `'--${name}[${bracketed(flag.summary)}]${value}'`;
			})
			.join(' ');
	const cases = table.map((one) => {
		const verbs =
			one.name === 'completions'
				? `'1:shell:(${shells.join(' ')})'`
				: verbsOf(one).length > 0
					? `'1:verb:(${verbsOf(one).join(' ')})' '*:file:_files'`
					: "'*:file:_files'";
		return `\t\t${one.name}) _arguments ${specs(one.flags)} ${verbs} ;;\n`;
	});
	return `#compdef boardwalk
# Completions of boardwalk for zsh: put this file as _boardwalk into a folder of $fpath.
_boardwalk() {
	local -a names
	names=(${table.map(({name, summary}) => quoted(`${name}:${summary.replaceAll(':', '\\:')}`)).join(' ')})
	if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
		_describe command names
		_files
		return
	fi
	case $words[2] in
${table.map(({name}) => name).length > 0 ? cases.map((line) => line.replace(' _arguments', ' shift words; (( CURRENT-- )); _arguments')).join('') : ''}		*) _arguments ${specs(screen)} '*:file:_files' ;;
	esac
}
compdef _boardwalk boardwalk
`;
}

function fish(table: readonly Listed[], screen: Record<string, Flag>): string {
	const names = table.map(({name}) => name).join(' ');
	const flagsOf = (condition: string, flags: Record<string, Flag>) =>
		Object.entries(flags).map(([name, flag]) => {
			const value =
				flag.value === undefined
					? ''
					: flag.choices
						? ` -x -a ${quoted(flag.choices.join(' '))}`
						: takesFile(flag)
							? ' -r -F'
							: ' -x';
			return `complete -c boardwalk -n ${quoted(condition)} -l ${name}${value} -d ${quoted(flag.summary)}\n`;
		});
	return `# Completions of boardwalk for fish: put this file into ~/.config/fish/completions.
${table.map(({name, summary}) => `complete -c boardwalk -n '__fish_use_subcommand' -a ${name} -d ${quoted(summary)}\n`).join('')}${flagsOf('__fish_use_subcommand', screen).join('')}${table
		.flatMap((one) => [
			...flagsOf(`__fish_seen_subcommand_from ${one.name}`, one.flags),
			...[...verbsOf(one), ...(one.name === 'completions' ? shells : [])].map(
				(verb) => `complete -c boardwalk -n '__fish_seen_subcommand_from ${one.name}' -a ${verb}\n`,
			),
		])
		.join('')}# ${names}
`;
}
