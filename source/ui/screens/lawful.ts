import {lawOf} from '../../domain/law/index.ts';
import {sayDay} from '../../domain/calendar.ts';
import {
	type Check,
	type ItemChecks,
	lawful as lawfulOf,
	type LawfulVerdict,
} from '../../domain/law/lawful.ts';
import {itemOf} from '../../domain/queries/meeting/meetings.ts';
import {dayOfMeeting} from '../../domain/rules/presence.ts';
import type {Meeting} from '../../domain/schema/index.ts';
import {count} from '../../domain/words.ts';
import {keyFor} from '../keys-by-name.ts';
import {line, type LinePart, rule} from '../components/line.ts';
import {type State, todayOf} from '../state.ts';
import type {Theme, Tone} from '../theme.ts';
import {agendaRows, meetingAt} from './meeting.ts';
import {paragraph} from './pages/text.ts';
import {listLines, type Screen, type View} from './screen.ts';

let known: {database: unknown; key: string; checks: ItemChecks[]} | undefined;

/** The checks of every item, worked out once for all moves through them. */
function checksOf(state: State, held: Meeting): ItemChecks[] {
	const today = todayOf(state);
	const key = `${held.id} ${today}`;
	if (known?.database !== state.database || known.key !== key) {
		known = {database: state.database, key, checks: lawfulOf(state.database, held, today)};
	}
	return known.checks;
}

const verdicts: Record<LawfulVerdict, {word: string; tone: Tone}> = {
	yes: {word: 'nothing found missing', tone: 'good'},
	'not-yet': {word: 'NOT YET', tone: 'warn'},
	no: {word: 'NO', tone: 'bad'},
};

/** A sign beside the word, of its own shape; a screen reader has the word alone. */
function glyphOf({glyphs, spoken}: Theme, verdict: LawfulVerdict): string {
	if (spoken) return '';
	if (verdict === 'yes') return `${glyphs.check} `;
	return `${verdict === 'no' ? glyphs.status.cancelled : glyphs.confidence.amber} `;
}

const verdictWidth = 24;

function itemParts({theme}: View, held: Meeting, found: ItemChecks): LinePart[] {
	const {word, tone} = verdicts[found.verdict];
	const steps = found.checks.length === 0;
	return [
		steps
			? ['dim', theme.glyphs.dash, verdictWidth]
			: [tone, glyphOf(theme, found.verdict) + word, verdictWidth],
		['strong', found.number, 4],
		[steps ? 'dim' : 'plain', itemOf(held, found.item)?.title ?? ''],
	];
}

const subjects: Record<Check['what'], string> = {
	agenda: 'Agenda',
	report: 'Report',
	urgency: 'Urgency',
	key: 'Key decision',
	private: 'In private',
	quorum: 'Quorum',
};

/**
 * The checks of an item, those that fail first: what holds and what does not, by which provision and
 * until when. In `brief`, what holds is told without its reckoning.
 */
function checkLines(view: View, {checks}: ItemChecks, brief = false): string[] {
	const {theme, width} = view;
	if (checks.length === 0) {
		return [line(theme, width, ['dim', '   A step of the meeting: it needs no notice.'])];
	}
	return checks
		.toSorted((a, b) => Number(a.ok) - Number(b.ok))
		.flatMap(({what, ok, says, source, by}) => {
			const verdict = ok ? 'yes' : by === undefined ? 'no' : 'not-yet';
			const word = ok ? 'holds' : by === undefined ? 'FAILS' : `mend by ${sayDay(by)}`;
			return [
				line(
					theme,
					width,
					[verdicts[verdict].tone, ` ${glyphOf(theme, verdict)}${subjects[what]}: ${word}`],
					['dim', source ? `  ${source}` : ''],
				),
				...(ok && brief ? [] : paragraph(view, says, 3)),
			];
		});
}

/** As many lines as there is room for; the last one says how many there is none for. */
function cutTo({theme, width}: View, lines: string[], room: number): string[] {
	if (lines.length <= room) return lines;
	const left = count(lines.length - room + 1, 'more line');
	return [
		...lines.slice(0, Math.max(0, room - 1)),
		line(theme, width, ['dim', `   ${left}: ${keyFor('list.open')} shows all`]),
	];
}

/** `Nothing found missing for 2 of 4, 1 not yet, 1 not`: that something is lawful, nobody says here. */
function summary(found: readonly ItemChecks[]): string {
	const asked = found.filter(({checks}) => checks.length > 0);
	const number = (verdict: LawfulVerdict) => asked.filter((one) => one.verdict === verdict).length;
	if (asked.length === 0) return 'No item asks for a decision';
	const [yes, soon, no] = [number('yes'), number('not-yet'), number('no')];
	return [
		`Nothing found missing for ${yes} of ${asked.length}`,
		...(soon > 0 ? [`${soon} not yet`] : []),
		...(no > 0 ? [`${no} not`] : []),
	].join(', ');
}

/** “Can we lawfully decide this?”, item by item, for whoever prepares or chairs a meeting. */
export const lawful: Screen = {
	pane: false,
	beside(view, path = '') {
		const [, id] = path.split('/');
		const held = view.state.database.meetings.find((one) => one.id === id);
		const found = held && checksOf(view.state, held).find(({item}) => path.endsWith(`/${item}`));
		return found ? checkLines(view, found) : [];
	},
	rows: agendaRows,
	row(view, path) {
		const held = meetingAt(view.state, view.place);
		const found = held && checksOf(view.state, held).find(({item}) => path.endsWith(`/${item}`));
		return found ? itemParts(view, held, found) : [];
	},
	told({state, place}) {
		const held = meetingAt(state, place);
		if (!held) return ['This database has no meetings yet'];
		return [
			`${lawOf(state.database, held).question.asks} ${held.id} ${held.title}`,
			summary(checksOf(state, held)),
		];
	},
	draw(view) {
		const {state, place, theme, width, height} = view;
		const held = meetingAt(state, place);
		if (!held) return [line(theme, width, '  This database has no meetings yet.')];
		const found = checksOf(state, held);
		const day = dayOfMeeting(state.database, held);
		const rows = agendaRows(state, place);
		const head = [
			line(
				theme,
				width,
				['strong', ` ${lawOf(state.database, held).question.asks}`],
				`  ${held.id} ${held.title}${day ? `, ${sayDay(day)}` : ''}`,
			),
			line(theme, width, ['dim', ` ${summary(found)}, as of ${sayDay(todayOf(state))}`]),
		];
		if (rows.length === 0) {
			return [...head, line(theme, width, '   There are no items on the agenda yet.')];
		}
		const selected = found.find(({item}) => view.selected?.endsWith(`/${item}`));
		const full = selected ? checkLines(view, selected) : [];
		const brief = selected ? checkLines(view, selected, true) : [];
		const around = head.length + 1;
		const room = Math.min(rows.length, Math.max(5, height - around - brief.length));
		const left = height - around - room;
		const below = cutTo(view, full.length <= left ? full : brief, left);
		const list = listLines(view, rows, room, lawful.row);
		return [...head, ...list, rule(theme, width, `Item ${selected?.number ?? ''}`), ...below];
	},
};
