import {dayIn} from '../domain/calendar.ts';
import {calendarOf, exampleTime, parseTime, whyNoTime} from '../domain/typed-days.ts';
import {clean} from '../domain/clean.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import {lawOf} from '../domain/law/index.ts';
import {boardKinds, profiles} from '../domain/schema/values.ts';
import type {Answers} from '../import/setup.ts';
import type {Asker} from './ask.ts';
import {type CommandContext, Refusal, WrongUsage} from './command.ts';

/** What the flags say. Throws WrongUsage. */
export function answersFrom(context: CommandContext): Partial<Answers> {
	const {flags} = context;
	const text = (name: string) => {
		const value = flags[name];
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
	};
	const zone = text('zone');
	if (zone !== undefined && !isZone(zone))
		throw new WrongUsage(`--zone cannot be “${zone}”: type one such as Europe/London`);
	const members = text('members');
	const meeting = text('meeting');
	const quorum = text('quorum');
	const profile = text('profile') as Answers['profile'] | undefined;
	return {
		...(text('name') === undefined ? {} : {name: text('name')}),
		...(profile === undefined ? {} : {profile}),
		...(text('board') === undefined ? {} : {board: text('board')}),
		...(text('kind') === undefined ? {} : {kind: text('kind') as Answers['kind']}),
		...(zone === undefined ? {} : {timeZone: zone}),
		...(members === undefined ? {} : {members: readMembers(members)}),
		...(meeting === undefined
			? {}
			: {startsAt: readStart(context, meeting, {timeZone: zone, profile}, '--meeting: ')}),
		...(quorum === undefined ? {} : {quorum: readQuorum(quorum)}),
	};
}

function isZone(zone: string): boolean {
	try {
		return Intl.DateTimeFormat('en-GB', {timeZone: zone}) !== undefined;
	} catch {
		return false;
	}
}

/** A day and a time in the order of the country whose law was chosen. */
function readStart(
	context: CommandContext,
	typed: string,
	{
		timeZone = 'Europe/London',
		profile = 'plain',
	}: {
		timeZone?: string | undefined;
		profile?: Answers['profile'] | undefined;
	},
	flag = '',
): string {
	const calendar = calendarFor(context, {timeZone, profile});
	const found = parseTime(typed, calendar);
	if (!found) throw new WrongUsage(`${flag}${whyNoTime(typed, calendar)}`);
	return found;
}

/** How days are typed where the law that was chosen holds. */
export const calendarFor = (
	context: CommandContext,
	{timeZone, profile}: Pick<Answers, 'timeZone' | 'profile'>,
) =>
	calendarOf(
		{organisation: {name: '', timeZone, locale: lawOf({rules: {profile}}).locale}},
		dayIn(context.now(), timeZone),
	);

/** How many must be there for the board to resolve; nothing where nobody said. */
function readQuorum(typed: string): number | undefined {
	if (typed === '' || typed === 'none') return undefined;
	if (/^[1-9]\d{0,3}$/.test(typed)) return Number(typed);
	throw new WrongUsage(`a quorum is a number such as 3, or none, not “${typed}”`);
}

const roleWords: Record<string, Answers['members'][number]['role']> = {
	chair: 'chair',
	chairman: 'chair',
	chairwoman: 'chair',
	chairperson: 'chair',
	leader: 'chair',
	president: 'chair',
	'vice-chair': 'vice-chair',
	'vice chair': 'vice-chair',
	'deputy chair': 'vice-chair',
	'deputy leader': 'vice-chair',
	deputy: 'vice-chair',
	secretary: 'secretary',
	clerk: 'secretary',
	adviser: 'adviser',
	advisor: 'adviser',
	officer: 'adviser',
	member: 'member',
};

/** Members stand apart by commas, but for the one before what belongs to a name: `Jane Smith, Jr. (chair)`. */
const betweenMembers = /[;\n]|,(?!\s*(?:jr|sr|i{2,3}|iv|esq|[mock]be|jp|qc|kc|md|ph\.?d)\b)/i;

/** `Ann Reed (chair), Joan Smith`. Throws WrongUsage. */
function readMembers(text: string): Answers['members'] {
	return text
		.split(betweenMembers)
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map((part) => {
			const [, name = '', word = 'member'] = /^(.*?)\s*(?:\(([^()]*)\))?$/s.exec(part) ?? [];
			const role = roleWords[word.trim().toLowerCase()];
			if (name === '' || role === undefined)
				throw new WrongUsage(
					`members are such as "Ann Reed (chair), Joan Smith", not “${part}”; a role is chair, vice-chair, member, secretary or adviser`,
				);
			return {name, role};
		});
}

/** Asks a question until the answer can be read; Enter takes what stands in brackets. */
type Ask = <Value>(
	question: string,
	fallback: string,
	read: (text: string) => Value,
) => Promise<Value>;

const askUntilRead =
	(asker: Asker, {out}: CommandContext): Ask =>
	async (question, fallback, read) => {
		for (;;) {
			const typed = await asker.ask(`${question}${fallback === '' ? '' : ` [${fallback}]`}: `);
			if (typed === undefined) throw new Refusal('nothing was made');
			try {
				return read(typed.trim() || fallback);
			} catch (error) {
				if (!(error instanceof WrongUsage)) throw error;
				out(`${clean(error.message)}\n`);
			}
		}
	};

/** One of some words, or the beginning of one. */
const oneOf =
	<Word extends string>(words: readonly Word[]) =>
	(text: string): Word => {
		const found = words.find((word) => word.startsWith(text.toLowerCase()) && text !== '');
		if (found === undefined) throw new WrongUsage(`type one of ${words.join(', ')}`);
		return found;
	};

function required(text: string): string {
	if (text === '') throw new WrongUsage('this is needed');
	return text;
}

type Suggested = Partial<Answers> & Omit<Answers, 'name'>;

/** Asks for whatever no flag said. */
export async function askAll(context: CommandContext, suggested: Suggested): Promise<Suggested> {
	const {openAsker} = await import('./ask.ts');
	const asker = openAsker();
	try {
		const ask = askUntilRead(asker, context);
		const given = answersFrom(context);
		return await askAboutBoard(context, given, ask, await askAboutBody(given, suggested, ask));
	} finally {
		asker.close();
	}
}

/** The organisation and the law it goes by, on which the rest of what is suggested depends. */
async function askAboutBody(
	given: Partial<Answers>,
	suggested: Suggested,
	ask: Ask,
): Promise<Suggested> {
	const {usual} = await import('../import/setup.ts');
	const name =
		given.name ?? (await ask('What is the organisation called', suggested.name ?? '', required));
	if (given.profile !== undefined) return {...suggested, name};
	const profile = await ask(
		`Rules: ${profiles.map((profile) => `${profile} (${lawOf({rules: {profile}}).of})`).join(', ')}`,
		suggested.profile,
		oneOf(profiles),
	);
	const isOwn = given.board === undefined && suggested.board !== usual({}, undefined).board;
	return usual({...given, name, profile}, isOwn ? suggested.board : undefined);
}

/** The board, its members and its first meeting. */
async function askAboutBoard(
	context: CommandContext,
	given: Partial<Answers>,
	ask: Ask,
	suggested: Suggested,
): Promise<Suggested> {
	const {usual} = await import('../import/setup.ts');
	const answers = {...suggested};
	answers.board = given.board ?? (await ask('What is the board called', answers.board, required));
	answers.kind =
		given.kind ??
		(await ask(
			`Its kind: ${lawOf({rules: answers}).kinds.offered.join(', ')}`,
			usual({...given, profile: answers.profile, board: answers.board}, undefined).kind,
			oneOf(boardKinds),
		));
	answers.members =
		given.members ??
		(await ask(
			'Its members, such as Ann Reed (chair), Joan Smith, Sam Clerk (secretary)',
			'',
			readMembers,
		));
	if (
		context.flags['quorum'] === undefined &&
		!lawOfBoard({law: answers.profile, board: answers}).alone
	) {
		answers.quorum = await ask(
			'Its quorum: how many voting members must be present (or nothing: not known yet)',
			'',
			readQuorum,
		);
	}
	if (given.startsAt === undefined) {
		const example = exampleTime(calendarFor(context, answers));
		const startsAt = await ask(
			`When it meets first, such as ${example} (or nothing)`,
			'',
			(text) => (text === '' ? undefined : readStart(context, text, answers)),
		);
		if (startsAt !== undefined) answers.startsAt = startsAt;
	}
	return answers;
}
