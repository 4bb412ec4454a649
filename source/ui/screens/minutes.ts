import {dayIn, sayDay} from '../../domain/calendar.ts';
import {personName} from '../../domain/names.ts';
import {type Minutes, minutesOf} from '../../domain/queries/minutes/minutes.ts';
import {dueForPublication} from '../../domain/queries/minutes/steps.ts';
import {drafts} from '../../domain/law/completeness.ts';
import type {Meeting} from '../../domain/schema/index.ts';
import {count, minutesStatusWords} from '../../domain/words.ts';
import {minutesDocument} from '../../documents/minutes.ts';
import {pageLines} from '../../documents/text.ts';
import {line, type LinePart, rule, wrapped} from '../components/line.ts';
import type {State} from '../state.ts';
import {widthOf} from '../text/graphemes.ts';
import type {Tone} from '../theme.ts';
import {meetingAt} from './meeting.ts';
import type {Screen, View} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';

/** The widest page: longer lines are hard to read. */
const widest = 100;

type Preview = {database: unknown; key: string; minutes: Minutes; lines: string[]};
let last: Preview | undefined;

/** The minutes of a meeting and their document, laid out once for every scroll through them. */
function previewOf({database, publicOnly}: State, id: string, width: number): Preview {
	const key = [id, width, publicOnly].join('\n');
	if (last?.database !== database || last.key !== key) {
		const minutes = minutesOf(database, id, {publicOnly});
		const lines = pageLines(minutesDocument(minutes), {width, measure: widthOf});
		last = {database, key, minutes, lines};
	}
	return last;
}

/** How far the minutes have come: `Issued, version 2, seal BW-…`. */
function stageParts({database}: State, {status, seals, approval, signature, timeZone}: Minutes) {
	const tones: Record<Minutes['status'], Tone> = {
		draft: 'warn',
		issued: 'accent',
		approved: 'good',
		signed: 'good',
	};
	const newest = seals.at(-1);
	const day = (at: string | undefined) => (at ? ` on ${sayDay(dayIn(at, timeZone))}` : '');
	const by = approval?.meeting && personName(database, approval.meeting);
	const said = [
		newest ? `version ${newest.version}, seal ${newest.seal}` : '',
		approval ? `approved${by ? ` at ${by}` : ''}${day(approval.at)}` : '',
		signature
			? `signed by ${signature.name}${signature.on ? ` on ${sayDay(signature.on)}` : ''}`
			: '',
	].filter(Boolean);
	return {tone: tones[status], word: minutesStatusWords[status], said};
}

/** Incomplete decisions that are told one by one; the document is to be seen as well. */
const mostTold = 3;

/** What stands between the draft and the finished minutes, each with the key that mends it. */
function openEnds(view: View, meeting: Meeting, minutes: Minutes): string[] {
	const {state, theme, width} = view;
	const {database, publicOnly} = state;
	if (publicOnly) return [];
	const told = (tone: Tone, key: string, text: string) =>
		wrapped(theme, width - 5, text, 3).map((piece, index) =>
			line(theme, width, ['strong', index === 0 ? ` ${key}` : '', 4], [tone, piece]),
		);
	const incomplete = drafts(database, meeting.id);
	const lacking = incomplete
		.slice(0, mostTold)
		.flatMap(({decision, lacks}, index) =>
			told(
				'warn',
				index === 0 ? keyFor('minutes.mend') : '',
				`${decision.id} ${decision.title} lacks ${lacks.map(({says}) => says).join('; ')}`,
			),
		);
	const {complete} = dueForPublication(database, meeting.id);
	const waiting =
		complete.length > 0
			? told(
					'plain',
					keyFor('minutes.publish'),
					`${count(complete.length, 'complete decision')} to be published`,
				)
			: [];
	const altered = minutes.altered
		? told(
				'warn',
				keyFor('minutes.issue'),
				'The record has changed since the last version was issued',
			)
		: [];
	const more = incomplete.length - mostTold;
	const others = more > 0 ? told('dim', '', `and ${count(more, 'more decision')}`) : [];
	return [...lacking, ...others, ...waiting, ...altered];
}

function head(view: View, meeting: Meeting, minutes: Minutes): string[] {
	const {state, theme, width} = view;
	const {tone, word, said} = stageParts(state, minutes);
	const dot = ` ${theme.glyphs.dot} `;
	const more: LinePart[] = said.slice(0, 1).map((text): LinePart => `${dot}${text}`);
	const title = ` Minutes of ${meeting.id}  ${meeting.title}`;
	const others = `   ${keyFor('minutes.earlier')} ${keyFor('minutes.later')} other meetings`;
	const isRoom = widthOf(title + others) <= width;
	return [
		line(
			theme,
			width,
			['strong', title],
			['dim', state.database.meetings.length > 1 && isRoom ? others : ''],
		),
		line(theme, width, ' ', [tone, word], ...more),
		...said.slice(1).map((text) => line(theme, width, `   ${text}`)),
		...openEnds(view, meeting, minutes),
		rule(theme, width, state.publicOnly ? 'As published' : 'As it will be published'),
	];
}

/** What stands under a heading in plain text. */
const underline = /^(=+|-+)$/;

/** A document in plain text as it is shown: its headings in bold over a line, where plain text has signs. */
function previewLines({theme, width}: View, lines: readonly string[]): string[] {
	return lines.map((text, index) => {
		if (underline.test(text)) {
			const drawn = theme.spoken ? '' : theme.glyphs.rule.repeat(text.length);
			return line(theme, width, [text.startsWith('=') ? 'accent' : 'dim', ` ${drawn}`]);
		}
		// A long heading goes over several lines.
		const end = lines.findIndex((one, at) => at > index && (one === '' || underline.test(one)));
		const isHeading = text !== '' && underline.test(lines[end] ?? '');
		return line(theme, width, [isHeading ? 'strong' : 'plain', ` ${text}`]);
	});
}

export const minutes: Screen = {
	pane: false,
	rows: () => [],
	row: () => [],
	told({state, place}) {
		const held = meetingAt(state, place);
		if (!held) return ['This database has no meetings yet'];
		const {word, said} = stageParts(
			state,
			minutesOf(state.database, held.id, {publicOnly: state.publicOnly}),
		);
		return [`Minutes of ${held.id} ${held.title}`, [word, ...said].join(', ')];
	},
	draw(view) {
		const {state, place, theme, width} = view;
		const held = meetingAt(state, place);
		if (!held) return [line(theme, width, '  This database has no meetings yet.')];
		const preview = previewOf(state, held.id, Math.min(widest, width - 2));
		return [...head(view, held, preview.minutes), ...previewLines(view, preview.lines)];
	},
};
