import {dayIn, sayDay} from '../domain/calendar.ts';
import {clean} from '../domain/clean.ts';
import {lawful, type LawfulVerdict} from '../domain/law/lawful.ts';
import {itemOf} from '../domain/queries/meeting/meetings.ts';
import {dayOfMeeting} from '../domain/rules/presence.ts';
import {toJson} from '../documents/plain.ts';
import {measureFor, wrapLine} from '../documents/width.ts';
import {type CommandContext, Refusal} from './command.ts';
import {findId} from './find.ts';
import {readDatabase} from './open.ts';

const words: Record<LawfulVerdict, string> = {
	yes: 'nothing found missing',
	'not-yet': 'NOT YET',
	no: 'NO',
};

/** Text on no terminal is as wide as on most. */
const usualWidth = 80;

/** “Can we lawfully decide this?” for each item of a meeting; 1 when an item cannot be put right any more. */
export async function checkMeeting(context: CommandContext, typed: string): Promise<number> {
	const database = await readDatabase(context);
	const id = findId(database.meetings, typed, 'meeting');
	const meeting = database.meetings.find((one) => one.id === id);
	if (!meeting) throw new Refusal(`there is no meeting ${typed}`);
	const today = dayIn(context.now(), database.organisation.timeZone);
	const items = lawful(database, meeting, today).map((found) => ({
		...found,
		title: itemOf(meeting, found.item)?.title ?? '',
	}));
	const exit = items.some(({verdict}) => verdict === 'no') ? 1 : 0;
	const day = dayOfMeeting(database, meeting);
	if (context.flags['format'] === 'json') {
		context.out(`${toJson({meeting: meeting.id, day, today, items}, '  ')}\n`);
		return exit;
	}
	const width = Math.max(40, context.columns ?? usualWidth);
	const measure = await measureFor([
		meeting.title,
		...items.flatMap(({title, checks}) => [title, ...checks.map(({says}) => says)]),
	]);
	const say = (indent: string, text: string) => {
		const lines = wrapLine(clean(text), width - indent.length, measure);
		for (const line of lines) context.out(`${indent}${line}\n`);
	};
	say('', `${meeting.id} ${meeting.title}${day ? `, ${sayDay(day)}` : ''}, as of ${sayDay(today)}`);
	for (const {number, title, verdict, checks} of items) {
		// A step of the meeting asks for no decision.
		const word = checks.length === 0 ? '–' : words[verdict];
		say('', `${word.padEnd(21)} ${number} ${title}`);
		for (const {ok, says, source} of checks) {
			say('           ', `${ok ? 'holds' : 'FAILS'}: ${says}${source ? ` (${source})` : ''}`);
		}
	}
	return exit;
}
