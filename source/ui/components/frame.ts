import {type Binding, mayUse, wordsOf} from '../bindings/binding.ts';
import {currentStrategy} from '../../domain/queries/projects.ts';
import {itemNumber, itemOf} from '../../domain/queries/meetings.ts';
import {clean} from '../../domain/clean.ts';
import {cut, roleWords} from '../../domain/words.ts';
import {bindingsIn, scopesOf} from '../keymap.ts';
import {keyFor, type KeyName} from '../keys-by-name.ts';
import {leaderOf, shortNameOf} from '../room.ts';
import {minutesBetween} from '../screens/meeting.ts';
import {heldMeeting, type Message, placeOf, type ScreenName, type State} from '../state.ts';
import {widthOf} from '../text/graphemes.ts';
import {quorumOn} from '../../domain/rules/presence.ts';
import type {Theme, Tone} from '../theme.ts';
import {line, type LinePart, rule, wrapped} from './line.ts';

const tabs = [
	['overview', 'Overview'],
	['walk', 'Walk'],
	['portfolio', 'Portfolio'],
	['meeting', 'Meeting'],
	['register', 'Register'],
	['log', 'Log'],
	['minutes', 'Minutes'],
] as const;

/** The first line: what is open, and its revision at the right. */
function titleLine(state: State, theme: Theme): string {
	const {database, practice, publicOnly, readOnly, columns} = state;
	const revision = ` r${database.revision} `;
	const title = currentStrategy(database)?.title ?? 'No strategy yet';
	const banner: LinePart[] = [
		...(practice ? [['banner', ' PRACTICE '] as LinePart] : []),
		...(publicOnly ? [['banner', ' PUBLIC '] as LinePart] : []),
		...(readOnly && !publicOnly ? [['banner', ' READ ONLY '] as LinePart] : []),
	];
	const company = companyOf(state);
	const self = selfOf(state);
	const bannerWidth =
		(practice ? 10 : 0) + (publicOnly ? 8 : readOnly ? 11 : 0) + widthOf(self + company);
	const room = columns - bannerWidth - widthOf(revision);
	return line(
		theme,
		columns,
		...banner,
		['strong', ` ${title} ${theme.glyphs.dot} ${database.organisation.name}`, room],
		['plain', self],
		['accent', company],
		['dim', revision],
	);
}

/** Whose session it is and as what, where the database knows the person. */
function selfOf({actor: {person, name}, role, database}: State): string {
	if (person === undefined || name === undefined) return '';
	const said = [cut(clean(name), 24), ...(database.rules.roles && role ? [roleWords[role]] : [])];
	return ` ${said.join(', ')} `;
}

/** Whether one follows or leads, and how many are here besides. */
function companyOf(state: State): string {
	const leader = leaderOf(state);
	const part = state.leadsSince
		? 'LEADING'
		: state.follows
			? `FOLLOWING ${leader ? shortNameOf(leader, 26) : 'the meeting'}`
			: '';
	const number = state.here.length > 0 ? `${state.here.length + 1} here` : '';
	const said = [part, number].filter(Boolean).join(', ');
	return said === '' ? '' : ` ${said} `;
}

/** The second line: the meeting that is open, whether it may resolve, and where it is. */
function meetingLine(state: State, theme: Theme): string {
	const {database, columns, now} = state;
	const held = heldMeeting(state);
	if (!held) {
		const waiting = database.meetings.find(({status}) => status === 'adjourned');
		const said = waiting ? ` ADJOURNED ${waiting.id} ${waiting.title}` : ' No meeting is open';
		return line(theme, columns, [waiting ? 'warn' : 'dim', said]);
	}
	const others = database.meetings.filter(({status}) => status === 'open').length - 1;
	const {present, voting, needed, quorate} = quorumOn(database, held);
	const minutes = held.openedAt ? minutesBetween(held.openedAt, now) : 0;
	const item = itemOf(held, held.currentItem);
	const roll = held.attendance.length === 0 ? 'roll not taken' : `${present}/${voting} present`;
	const isCounted = needed !== undefined && held.attendance.length > 0;
	return line(
		theme,
		columns,
		['live', ' LIVE '],
		`${held.id}${others > 0 ? ` (${others} more open)` : ''} `,
		[
			isCounted && !quorate ? 'bad' : 'plain',
			isCounted ? `${roll}, ${quorate ? 'quorate' : 'NOT QUORATE'}` : roll,
		],
		['dim', ` ${theme.glyphs.dot} ${minutes} min `],
		...(item
			? ([
					[
						'accent',
						`${theme.glyphs.dot} item ${itemNumber(held, item.id)} of ${held.agenda.length}: ${item.title}`,
					],
				] as LinePart[])
			: []),
	);
}

/** Pages that stand under a tab, though they are not reached by its number. */
const under: Partial<Record<ScreenName, ScreenName>> = {
	project: 'portfolio',
	roll: 'meeting',
	members: 'meeting',
	lawful: 'meeting',
	decision: 'register',
	notice: 'register',
	entry: 'log',
	waiting: 'overview',
};

function tabLine(state: State, theme: Theme): string {
	const {columns, stack} = state;
	const found = stack.find(({screen}) => screen !== 'overview')?.screen ?? 'overview';
	const here = under[found] ?? found;
	// A small window leaves room for every name, but for less between them.
	const [before, between] = columns > 80 ? [' ', ' '] : columns >= 76 ? ['  ', ''] : [' ', ''];
	const parts = tabs.flatMap(([screen, label], index): LinePart[] => {
		const isHere = screen === here;
		const key = keyFor(`go.${screen}`);
		if (columns < 76) {
			const blank = index === 0 ? '' : before;
			return isHere ? [blank, ['strong', `[${label}]`]] : [['dim', `${blank}${key}${label}`]];
		}
		return [
			['dim', `${before}${key} `],
			[isHere ? 'strong' : 'dim', isHere ? `[${label}]` : `${between}${label}${between}`],
		];
	});
	return line(theme, columns, ...parts);
}

/** Nothing at all while the screen is blanked. */
export const headerLines = (state: State, theme: Theme): string[] =>
	state.overlay?.kind === 'blank'
		? ['', '', '']
		: [titleLine(state, theme), meetingLine(state, theme), tabLine(state, theme)];

const messageTone: Record<Message['tone'], Tone> = {
	saved: 'good',
	refused: 'bad',
	news: 'accent',
	info: 'plain',
};

/** The lines that a refusal may take; what was saved or what others did is told in one. */
const mostLines = 3;

/**
 * The last thing saved, or why not; what cannot be read any more comes first. A refusal that does not
 * fit takes several lines: its end says what can be done.
 */
export function statusLines(state: State, theme: Theme): string[] {
	const {columns, problem, saving, message} = state;
	if (problem) return told(theme, columns, 'bad', `Not up to date: ${problem}`);
	if (saving) return [line(theme, columns, ['dim', ' Saving …'])];
	if (message?.tone === 'refused') return told(theme, columns, 'bad', message.text);
	if (message) return [line(theme, columns, [messageTone[message.tone], ` ${message.text}`])];
	return [rule(theme, columns)];
}

const told = (theme: Theme, columns: number, tone: Tone, text: string): string[] =>
	wrapped(theme, columns, text, mostLines).map((piece) =>
		line(theme, columns, [tone, ` ${piece}`]),
	);

/** What leads back out of a screen, a form or whatever lies over it. */
const waysOut: ReadonlySet<KeyName> = new Set([
	'place.back',
	'form.leave',
	'filter.clear',
	'quick.leave',
	'help.close',
	'confirm.no',
	'roll-call.leave',
	'paper.leave',
]);

/** What is likely done next, then what the screen is for, then what is recorded anywhere and how one moves about. */
function likelyFirst(state: State, hinted: readonly Binding[]): Binding[] {
	const {screen} = placeOf(state);
	const rank = ({scope, soon}: Binding): number =>
		soon?.(state) ? 0 : scope === screen ? 1 : scope === 'global' ? 3 : 2;
	return hinted.toSorted((a, b) => rank(a) - rank(b));
}

/** The keys that matter here, as many as there is room for. */
function hintLine(state: State, theme: Theme): string {
	const hinted = bindingsIn(scopesOf(state))
		.filter(({id}) => state.follows !== 'locked' || state.overlay || id === 'global.blank')
		.filter((binding) => wordsOf(binding, state)?.hint && mayUse(binding, state) === true);
	const hint = (binding: Binding) => ({
		key: keyFor(binding.id),
		text: wordsOf(binding, state)?.hint ?? '',
	});
	const widthOfHint = ({key, text}: {key: string; text: string}) => widthOf(key + text) + 3;
	// The way out and help have their place at the end whatever else there is room for.
	const isTail = ({id, hint: word}: Binding) => waysOut.has(id) || word === 'help';
	const tail = hinted
		.filter(isTail)
		.toSorted((one, other) => Number(one.hint === 'help') - Number(other.hint === 'help'))
		.map(hint);
	let room = state.columns - tail.reduce((sum, one) => sum + widthOfHint(one), 0);
	const shown = likelyFirst(
		state,
		hinted.filter((binding) => !isTail(binding)),
	)
		.map(hint)
		.filter((one) => {
			const fits = widthOfHint(one) <= room;
			if (fits) room -= widthOfHint(one);
			return fits;
		});
	const parts = [...shown, ...tail].flatMap(({key, text}): LinePart[] => [
		['strong', ` ${key}`],
		['dim', ` ${text} `],
	]);
	return line(theme, state.columns, ...parts);
}

export const footerLines = (state: State, theme: Theme): string[] =>
	state.overlay?.kind === 'blank'
		? ['', '']
		: [statusLines(state, theme).at(-1) ?? '', hintLine(state, theme)];
