import {clean} from '../domain/clean.ts';
import {find} from '../domain/log/patch.ts';
import {textAt} from '../domain/log/redact.ts';
import {nameOf} from '../domain/names.ts';
import type {Database} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import {type Command, Refusal, WrongUsage} from './command.ts';
import {sayLeftovers} from './leftovers.ts';
import {commitAct, withStore} from './open.ts';

const command: Command = {
	name: 'redact',
	usage: '<database> <record> <field>',
	summary: 'takes a text out of a record and out of the log for good; the log still proves',
	flags: {
		reason: {value: 'text', summary: 'why; it stands in the log'},
		yes: {summary: 'do it: there is no way back'},
	},
	async run(context) {
		const [location = '', typed = '', field = ''] = context.arguments;
		const {reason, yes} = context.flags;
		if (typeof reason !== 'string' || reason.trim() === '') {
			throw new WrongUsage('say why: --reason "…"; it stands in the log instead of the text');
		}
		return withStore(context, async (store) => {
			const before = store.read();
			const record = pathOf(before, typed);
			const name = nameOf(before, record);
			const text = textAt(find(before, record) ?? {}, field);
			const left = await sayLeftovers(location, before, text);
			if (yes !== true) {
				throw new Refusal(
					`this takes ${field} of ${name} out of the database and its log for good, with no way back: add --yes to do it${left === undefined ? '' : ` (${left})`}`,
				);
			}
			const {entry} = await commitAct(store, context, [{kind: 'redact', record, field, reason}]);
			const stripped = count(entry.redacts?.length ?? 0, 'act');
			context.out(
				`${clean(`redacted ${field} of ${nameOf(store.read(), record)}; ${stripped} of the log no longer ${entry.redacts?.length === 1 ? 'tells' : 'tell'} of it`)} (revision ${entry.revision})\n`,
			);
			if (left !== undefined) context.out(`${clean(left)}\n`);
			return 0;
		});
	},
};
export default command;

/** The path of a record named by its path (`meetings/M-2/agenda/I-4`), its id (`D-3`) or an item’s place (`M-2/I-4`). */
function pathOf(database: Database, typed: string): string {
	const [first = '', second] = typed.split('/');
	const candidates = [
		typed,
		...(second === undefined
			? (['decisions', 'meetings', 'actions', 'notices', 'reports', 'projects'] as const).flatMap(
					(collection) => {
						const found = database[collection].find(
							({id}) => id.toLowerCase() === typed.toLowerCase(),
						);
						return found ? [`${collection}/${found.id}`] : [];
					},
				)
			: [`meetings/${first.toUpperCase()}/agenda/${second.toUpperCase()}`]),
	];
	const known = candidates.find((path) => path.includes('/') && find(database, path));
	if (known) return known;
	throw new Refusal(
		`there is no record ${typed}: name it by its id (D-3), an item by its place (M-2/I-4), anything by its path (people/smith)`,
	);
}
