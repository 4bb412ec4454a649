import type {Change} from '../domain/changes/index.ts';
import {clean} from '../domain/clean.ts';
import {find} from '../domain/log/patch.ts';
import {quoteOf} from '../domain/log/quote.ts';
import {type Redaction, replacements, tells, textAt, toldTexts} from '../domain/log/redact.ts';
import {nameOf} from '../domain/names.ts';
import type {Database} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import type {Letterbox} from '../store/letterbox.ts';
import type {Store} from '../store/store.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';
import {throwAway} from './drafts.ts';
import {findLeftovers, type Leftovers, sayLeftovers} from './leftovers.ts';
import {commitAct, withStore} from './open.ts';

const command: Command = {
	name: 'redact',
	usage: '<database> [record] [field]',
	summary: 'takes a text out of the records and out of the log for good; the log still proves',
	flags: {
		text: {
			value: 'text',
			summary:
				'the text itself, wherever it stands, instead of a record and a field; - reads it from standard input',
		},
		reason: {value: 'text', summary: 'why; the log keeps it'},
		yes: {summary: 'do it: there is no way back'},
		clear: {summary: 'also throw away forms handed over and drafts of yours that hold it'},
	},
	async run(context) {
		const [location = ''] = context.arguments;
		const {reason, yes} = context.flags;
		if (typeof reason !== 'string' || reason.trim() === '') {
			throw new WrongUsage('say why: --reason "…"; the log keeps it in place of the text');
		}
		return withStore(context, async (store) => {
			const before = store.read();
			const {what, redactions} = await meant(context, before);
			const changes = redactions.map(({record, field, text}): Change =>
				record === undefined
					? {kind: 'redact', text, reason}
					: {kind: 'redact', record, field, reason},
			);
			const texts = redactions.map(({text}) => text).filter((text) => text !== '');
			const box = await letterboxOf(store, location);
			const left = await findLeftovers(location, before, texts, box);
			const told = sayLeftovers(left);
			if (yes !== true) {
				const besides = sayElsewhere(before, redactions);
				throw new Refusal(
					`this takes ${what} out of the database and its log for good${besides}, with no way back: add --yes to do it${told === undefined ? '' : ` (${told})`}`,
				);
			}
			const {entry} = await commitAct(store, context, changes);
			const stripped = count(entry.redacts?.length ?? 0, 'act');
			context.out(
				`${clean(`redacted ${whatNow(store.read(), what, redactions)}; ${stripped} of the log no longer ${entry.redacts?.length === 1 ? 'tells' : 'tell'} of it`)} (revision ${entry.revision})\n`,
			);
			const still = await clearAway(context, box, left);
			for (const line of [sayActors(store.read(), texts), still]) {
				if (line !== undefined) context.out(`${clean(line)}\n`);
			}
			return 0;
		});
	},
};
export default command;

/** What is to be redacted, and in words: a field of a record, what the log still tells of one, or a text. */
async function meant(
	context: CommandContext,
	database: Database,
): Promise<{what: string; redactions: Redaction[]}> {
	const [, typed, field] = context.arguments;
	const {text: given} = context.flags;
	if (typeof given === 'string') {
		if (typed !== undefined) {
			throw new WrongUsage('name a record and its field, or a text with --text, not both');
		}
		const text = given === '-' ? (await context.input()).replace(/\r?\n$/, '') : given;
		if (text.trim() === '') throw new WrongUsage('--text is empty');
		return {what: 'that text', redactions: [{text}]};
	}
	if (typed === undefined) {
		throw new WrongUsage('name a record and its field (D-3 reasons), or a text: --text "…"');
	}
	if (field === undefined) throw new WrongUsage('<field> is missing');
	const record = pathOf(database, typed);
	const what = `${field} of ${nameOf(database, record)}`;
	const text = textAt(find(database, record) ?? {}, field);
	const told = text === undefined ? toldTexts(database.log, record, field) : [];
	return {
		what,
		redactions:
			told.length > 0 ? told.map((one) => ({text: one})) : [{record, field, text: text ?? ''}],
	};
}

/** The name is asked for again afterwards: it may have been what was redacted. */
const whatNow = (database: Database, what: string, [first]: Redaction[]): string =>
	first?.record === undefined ? what : `${first.field} of ${nameOf(database, first.record)}`;

/** More places than this are counted, not named. */
const mostNamed = 5;

/** ` (also title of report R-3; 2 acts of the log tell of it)`: where else the texts stand. */
function sayElsewhere(database: Database, redactions: readonly Redaction[]): string {
	const places = redactions.flatMap((one) =>
		replacements(database, one, '').filter(
			({record, field}) => record !== one.record || field !== one.field?.split('/')[0],
		),
	);
	const names = places.map(({record, field}) => `${field} of ${nameOf(database, record)}`);
	const more = names.length - mostNamed;
	const said = `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
	const isText = redactions.some(({record}) => record === undefined);
	const acts = database.log.filter((entry) => redactions.some((one) => tells(entry, one))).length;
	if (names.length > 0)
		return ` (it stands in ${said} too, and in ${count(acts, 'act')} of the log)`;
	return isText ? ` (it stands in no record, and in ${count(acts, 'act')} of the log)` : '';
}

/** Who acted is part of what the log proves: such a name stays. */
function sayActors({log}: Database, texts: readonly string[]): string | undefined {
	const quotes = texts.map((text) => quoteOf(text, true));
	const found = log.filter(({actor}) =>
		[actor.user, actor.name ?? ''].some((name) => quotes.some((quote) => quote.isIn(name))),
	);
	return found.length === 0
		? undefined
		: `it stays as the name of who acted, in ${count(found.length, 'act')} of the log: that cannot be taken out`;
}

/** Where forms are handed over: a store that has no letterbox of its own has a folder beside it. */
async function letterboxOf(store: Store, location: string): Promise<Letterbox | undefined> {
	if (store.letterbox || location.includes('://')) return store.letterbox;
	return (await import('../store/file/letterbox.ts')).openFileLetterbox(location);
}

/** Throws away what may be, if that was asked for, and says what is left. */
async function clearAway(
	{flags}: CommandContext,
	box: Letterbox | undefined,
	left: Leftovers,
): Promise<string | undefined> {
	if (flags['clear'] !== true) return sayLeftovers(left);
	const kept: Leftovers = {...left, letters: [], drafts: []};
	for (const id of left.letters) {
		const isGone = await box?.withdraw(id).catch(() => false);
		if (!isGone) kept.letters.push(id);
	}
	for (const draft of left.drafts) {
		// A living session would write it again.
		if (draft.isAlive) kept.drafts.push(draft);
		else await throwAway(draft).catch(() => kept.drafts.push(draft));
	}
	return sayLeftovers(kept);
}

/**
 * The path of a record named by its path (`meetings/M-2/agenda/I-4`), its id (`D-3`) or an item’s place (`M-2/I-4`);
 * also of one that only the log still tells of.
 */
function pathOf(database: Database, typed: string): string {
	const [first = '', second] = typed.split('/');
	const named = ['decisions', 'meetings', 'actions', 'notices', 'reports', 'projects'] as const;
	const candidates = [
		typed,
		...(second === undefined
			? named.flatMap((collection) => {
					const found = database[collection].find(
						({id}) => id.toLowerCase() === typed.toLowerCase(),
					);
					return found ? [`${collection}/${found.id}`] : [];
				})
			: [`meetings/${first.toUpperCase()}/agenda/${second.toUpperCase()}`]),
	];
	const known = candidates.find((path) => path.includes('/') && find(database, path));
	if (known) return known;
	const gone =
		second === undefined
			? named.map((collection) => `${collection}/${typed.toUpperCase()}`)
			: candidates;
	const told = gone.find((path) => path.includes('/') && isToldOf(database, path));
	if (told !== undefined) return told;
	throw new Refusal(
		`there is no record ${typed}: name it by its id (D-3), an item by its place (M-2/I-4), anything by its path (people/smith)`,
	);
}

/** Whether the log added or removed the record at a path, itself or within another. */
const isToldOf = ({log}: Database, path: string): boolean =>
	log.some(({effects = []}) =>
		effects.some(({record, field}) => field === undefined && `${path}/`.startsWith(`${record}/`)),
	);
