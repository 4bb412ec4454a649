import type {Candidate} from '../candidates.ts';
import {sayDay} from '../../domain/calendar.ts';
import {parseDate} from '../report/dates.ts';
import type {Item} from './items.ts';
import type {MinuteLine} from './lines.ts';
import {personAt, sentenceEnd} from './names.ts';
import {timeIn} from './times.ts';

const single = (text: string): string | undefined => {
	const day = parseDate(text);
	return typeof day === 'string' ? day : undefined;
};

/** When the next meeting is, and when this one ended: each where a sentence or an item says so. `held` is the day of this one. */
export function endOf(items: readonly Item[], held: string | undefined): Candidate[] {
	const found: Candidate[] = [];
	const put = (
		field: string,
		{at, text}: MinuteLine,
		value: string,
		shown: string,
		score: number,
		why: string,
	): void => {
		found.push({field, value, shown, score, why, by: 'place', at, text});
	};
	const last = items.length - 1;
	for (const [index, {title, lines, at}] of items.entries()) {
		const isNext = /\b(?:next|future|forthcoming)\b.{0,30}\bmeetings?\b|\bmeeting dates?\b/i.test(
			title,
		);
		const isLast =
			/\b(?:close|closure|adjourn\p{L}*|end) of (?:the )?meeting\b|^(?:adjourn|clos(?:e|ing|ure)|termination)/iu.test(
				title,
			);
		const own = [...(isNext && parseDate(title) ? [{at, text: title, level: 0}] : []), ...lines];
		for (const line of own)
			for (const sentence of line.text.split(sentenceEnd)) {
				const says = isNext || /\bnext (?:\p{L}+ ){0,4}meeting\b/iu.test(sentence);
				const day = says ? single(sentence) : undefined;
				if (day !== undefined && (held === undefined || day > held))
					put(
						'nextMeeting',
						line,
						day,
						`${sayDay(day)}${timeIn(sentence) === undefined ? '' : `, ${timeIn(sentence)}`}`,
						isNext ? 6 : 5,
						isNext ? `“${title}”` : 'a sentence',
					);
				const ends =
					/\bmeeting\b[^.]{0,60}\b(?:closed|ended|concluded|finished|terminated|adjourned|rose)\b|\b(?:closed|ended|concluded|adjourned)\b[^.]{0,40}\bmeeting\b|^(?:closed|ended|adjourned|concluded|finish(?:ed)?|end|close)\b(?: at|:| time)|^(?:time (?:of )?(?:clos\p{L}+|finish\p{L}*|adjournment))|\badjourn(?:ed|ment)? (?:the meeting )?at\b|\bthere being no (?:further|other) business\b/iu.test(
						sentence,
					);
				const time =
					(ends || isLast) && index >= Math.min(2, last)
						? timeIn(/\b(?:at|closed|ended|adjourned|time)\b.*$/is.exec(sentence)?.[0] ?? sentence)
						: undefined;
				if (time !== undefined)
					put(
						'closed',
						line,
						time,
						time,
						ends ? 6 + index / 100 : 4,
						'the sentence that ends the meeting',
					);
			}
	}
	return found;
}

/** Something that somebody is to do: what, who, and by when, as the minutes say it. */
export type ToDo = {
	text: string;
	owner?: string;
	due?: string;
	title: string;
	at: number;
	passage: string;
};

/** What somebody is to do: a column of a table, what “Action:” announces, or a list under that heading. */
export function actionsOf({title, lines}: Item): ToDo[] {
	let isList =
		/^(?:summary of )?(?:actions?|action (?:points?|items?|list|log))(?: (?:agreed|arising|from (?:the|this) meeting))?$/i.test(
			title,
		);
	const found: ToDo[] = [];
	const put = (line: MinuteLine, text: string, owner?: string, due?: string): void => {
		const told = ownerIn(text, owner);
		// A column that only names who acts says not what.
		if (told.owner === undefined && isWho(told.text)) return;
		const day = due === undefined || due === '' ? dueIn(told.text) : single(due);
		if (
			!/\p{L}{3}/u.test(told.text) ||
			/^(?:none|nil|n\/a|to note|for information|noted?)\W*$/i.test(told.text)
		)
			return;
		found.push({
			...told,
			...(day === undefined ? {} : {due: day}),
			title,
			at: line.at,
			passage: line.text,
		});
	};
	for (const line of lines) {
		if (line.action) {
			put(line, line.text, line.action.owner, line.action.due);
			continue;
		}
		const [, owner = '', text = ''] =
			/^\W*(?:actions?|action points?|action items?|to do)(?:\s+(?:by|for|on|[-–]))?(?:\s+([\p{Lu}][\p{L}.’'/& -]{0,40}?))?\s*(?:\d{1,2}\s*)?(?::|\s[-–—])\s*(.+)$/su.exec(
				line.text.replace(/^\W*ACTIONS?\b/, 'Action').replace(/^\W*action/i, 'action'),
			) ?? [];
		if (text !== '') put(line, text, owner === '' ? undefined : owner);
		else if (/^\W*actions?(?: points?| items?)?\s*:?$/i.test(line.text)) isList = true;
		else if (isList && line.item !== undefined) {
			// “Carla: send the contract”, where everything listed is to be done by somebody.
			const [, who, what = line.text] =
				/^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2})\s*(?::|\s[-–—])\s+(.+)$/su.exec(
					line.text,
				) ?? [];
			put(line, what, who);
		} else {
			isList = isList && found.length === 0;
			// “… (Action: Clerk)” at the end of what is to be done.
			const [, what = '', by = ''] =
				/^(.{8,400}?)\s*[([]\s*actions?\s*[:–-]\s*([^()[\]]{2,50})[)\]]\.?$/isu.exec(line.text) ??
				[];
			if (what !== '') put(line, what.split(sentenceEnd).at(-1) ?? what, by);
		}
	}
	return found;
}

/** Who is to do it: what is said to be, or who stands at either end of the text. */
function ownerIn(text: string, owner?: string): {text: string; owner?: string} {
	if (owner !== undefined && owner.trim() !== '') return {text: text.trim(), owner: owner.trim()};
	const [, who = '', rest = ''] =
		/^((?:the )?[\p{Lu}][\p{L}.’'/& -]{1,40}?)\s*(?::\s*|\s[-–—]\s|\s+(?=to\s+\p{Ll}))(.{4,})$/su.exec(
			text,
		) ?? [];
	if (who !== '' && isWho(who))
		return {text: rest.replace(/^to\s+/, 'To ').trim(), owner: who.trim()};
	const [, what = '', by = ''] =
		/^(.{4,}?)\s*(?:[-–—]\s*|\(\s*(?:action\s*[:–-]\s*)?)([\p{Lu}][\p{L}.’'/& ]{1,30})\)?\.?$/su.exec(
			text,
		) ?? [];
	if (what !== '' && isWho(by)) return {text: what.trim(), owner: by.trim()};
	return {text: text.trim()};
}

const isWho = (text: string): boolean =>
	/^\p{Lu}{2,4}(?:\s*[/&]\s*\p{Lu}{2,4})*$/u.test(text.trim()) ||
	/^(?:the )?(?:deputy |vice[- ]|town |parish |assistant )*(?:clerk|chair\p{L}*|treasurer|secretary|director|manager|chief executive|head ?teacher|headteacher|all|leader|officers?|staff)\b[\p{L} ]{0,30}$/iu.test(
		text.trim(),
	) ||
	personAt(text.trim()) === text.trim();

/** “by 30 June 2026”: a day that ends it. */
function dueIn(text: string): string | undefined {
	const [, by = ''] =
		/\b(?:by|before|due:?|deadline:?)\s+((?:\p{L}+day,? )?(?:the )?\d{1,2}[^.;]{2,30}|\p{L}+ \d{1,2},? \d{4})/iu.exec(
			text,
		) ?? [];
	return by === '' ? undefined : single(by);
}
