import type {Confidence, ProjectStatus} from '../domain/schema/index.ts';
import {confidenceWords, nearest, statusWords} from '../domain/words.ts';
import {clean} from '../domain/clean.ts';
import {type Command, WrongUsage} from './command.ts';
import {commitAct, withStore} from './open.ts';

const command: Command = {
	name: 'status',
	usage: '<database> <project> <status>',
	summary: 'sets the status of a project',
	flags: {
		note: {value: 'text', summary: 'a comment on it'},
		confidence: {
			value: 'level',
			choices: ['green', 'amber', 'red', 'none'],
			summary: 'confidence in delivery',
		},
	},
	async run(context) {
		const [, typed = '', word = ''] = context.arguments;
		const to = parseStatus(word);
		return withStore(context, async (store) => {
			const {projects} = store.read();
			const project =
				projects.find(({id}) => id === typed) ??
				projects.find(({id}) => id.toLowerCase() === typed.toLowerCase());
			const {note, confidence} = context.flags;
			const {database, entry} = await commitAct(store, context, [
				{
					kind: 'project/status',
					id: project?.id ?? typed,
					// An unknown project is refused whatever it is said to have been.
					from: project?.status ?? to,
					to,
					...(typeof confidence === 'string'
						? {
								confidence: {
									from: project?.confidence,
									to: confidence === 'none' ? undefined : (confidence as Confidence),
								},
							}
						: {}),
					...(typeof note === 'string' ? {note} : {}),
				},
			]);
			const after = database.projects.find(({id}) => id === project?.id);
			const trust = after?.confidence
				? `, confidence ${confidenceWords[after.confidence].toLowerCase()}`
				: '';
			context.out(
				`${clean(`${after?.id} ${after?.title}: ${statusWords[project?.status ?? to]} → ${statusWords[to]}${trust}`)} (revision ${entry.revision})\n`,
			);
			return 0;
		});
	},
};
export default command;

// The words, not the schema: that would load zod for the help.
const projectStatuses = Object.keys(statusWords) as ProjectStatus[];

/** What people also say; suggested, never guessed. */
const otherWords: Record<string, ProjectStatus> = {
	done: 'delivered',
	complete: 'delivered',
	completed: 'delivered',
	finished: 'delivered',
	closed: 'delivered',
	ongoing: 'in-progress',
	started: 'in-progress',
	active: 'in-progress',
	pending: 'blocked',
	paused: 'on-hold',
	stopped: 'cancelled',
	canceled: 'cancelled',
	planned: 'proposed',
	new: 'proposed',
};

/** A status by its key or its words, whatever the case and the blanks: `On hold`, `in_progress`. */
function parseStatus(typed: string): ProjectStatus {
	const word = typed
		.trim()
		.toLowerCase()
		.replaceAll(/[\s_-]+/g, '-');
	const names = new Map<string, ProjectStatus>(
		projectStatuses.flatMap((status) => [
			[status, status],
			[statusWords[status].toLowerCase().replaceAll(' ', '-'), status],
		]),
	);
	const exact = names.get(word);
	if (exact) return exact;
	const near = Object.hasOwn(otherWords, word)
		? otherWords[word]
		: names.get(nearest(word, [...names.keys()])[0] ?? '');
	throw new WrongUsage(
		`there is no status “${typed}”; ${near ? `did you mean ${near}?` : `a status is one of ${projectStatuses.join(', ')}`}`,
	);
}
