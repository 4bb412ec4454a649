import {sayPeriod} from '../../domain/calendar.ts';
import {cut} from '../../domain/words.ts';
import {type Candidate, choose} from '../candidates.ts';
import {gate} from '../gate.ts';
import type {Paper} from '../read/paper.ts';
import {type PaperLine, linesOf} from '../record/lines.ts';
import {bodyIn} from '../record/values.ts';
import {parseDate} from '../report/dates.ts';
import {isBody, withoutDate} from '../report/front.ts';
import {longestPassage, type ImportReview} from '../review.ts';
import {decisionsOf, itemsOf} from './items.ts';

export const minutesWords: Record<string, string> = {
	title: 'Title',
	body: 'Body that met',
	date: 'Day of the meeting',
	decisions: 'Decision',
};

/** What the minutes of a meeting say: which body met on which day, and what it decided, item by item. */
export function findMinutes(paper: Paper): ImportReview {
	const lines = linesOf(paper);
	const head = choose(headOf(lines), minutesWords).map((finding) =>
		finding.field === 'date' ? {...finding, shown: sayPeriod(finding.value as string)} : finding,
	);
	const decided = itemsOf(lines).flatMap(decisionsOf);
	const name = head.find(({field}) => field === 'body')?.shown;
	const day = head.find(({field}) => field === 'date')?.shown;
	const review: ImportReview = {
		kind: 'minutes',
		title: name === undefined ? paper.name : `${name}${day === undefined ? '' : `, ${day}`}`,
		findings: [
			...head,
			...decided.map(({title, text, outcome, at, to, passage}, index) => ({
				id: `decisions/${index + 1}`,
				field: 'decisions',
				says: title === '' ? `Decision ${index + 1}` : `${index + 1}. ${cut(title, 60)}`,
				value: {title, text, outcome},
				shown: text,
				passage: {from: at, to, text: cut(`${title}\n${passage}`.trim(), longestPassage)},
				by: 'heading' as const,
				why: title === '' ? 'its wording' : `its wording, under “${cut(title, 60)}”`,
			})),
		],
		missing: [],
		unread: [],
		remarks: [
			...paper.remarks,
			'who was there is not read: names stay out, and attendance is recorded by whoever was there',
		],
	};
	return gate(review, {
		asked: ['body', 'date', 'decisions'].map((field) => ({
			field,
			says: minutesWords[field] ?? field,
		})),
	});
}

/** The body and the day, from the head. */
function headOf(lines: readonly PaperLine[]): Candidate[] {
	const found: Candidate[] = [];
	const put = (
		field: string,
		{at, text}: PaperLine,
		value: string | undefined,
		score: number,
		why: string,
	): void => {
		if (value !== undefined)
			found.push({field, value, shown: value, score, why, by: 'place', at, text});
	};
	for (const line of lines.slice(0, 25)) {
		const {text} = line;
		if (/^\W*(?:\d\S*\s+)?(?:to receive )?apologies\b/i.test(text)) break;
		if (text.length > 250) continue;
		const day = parseDate(text);
		const [, minuted = ''] = /^(?:draft )?minutes of (?:the |an? )?(.+)$/i.exec(text) ?? [];
		const single = typeof day === 'string' ? day : undefined;
		if (minuted !== '') {
			const who = withoutDate(minuted)
				.replace(/\s*\(held .*\)$/i, '')
				.replace(/\s*\b(?:held|which was held|on|at)\b.*$/i, '')
				.replace(
					/^(?:(?:annual|ordinary|special|extraordinary) )?(?:general )?meeting(?: of (?:the )?)?/i,
					'',
				)
				.replace(/\s+(?:annual |ordinary )?meeting$/i, '')
				.replace(/^the /i, '')
				.trim();
			put('date', line, single, 8, 'the head of the minutes');
			if (who.includes(' ') || isBody(who))
				put(
					'body',
					line,
					bodyIn(who) ?? (/\btrustees?$/i.test(who) ? who : undefined),
					6,
					'the head of the minutes',
				);
			continue;
		}
		const [, titled = ''] = /^(.{4,80}) minutes$/i.exec(text) ?? [];
		if (titled !== '' && isBody(titled))
			put('body', line, bodyIn(titled), 6, 'the head of the minutes');
		const [, who = ''] = /^(.{3,80}?)\s+[-–]\s+(?:\p{L}+day,? )?\d/iu.exec(text) ?? [];
		if (who !== '' && single !== undefined && bodyIn(who) !== undefined) {
			put('body', line, bodyIn(who), 7, 'the head of the page');
			put('date', line, single, 7, 'the head of the page');
			continue;
		}
		const [, dated = ''] =
			/^(?:(?:date|date of meeting|held on)\s*:?|meeting held on(?: the)?)\s+(.+)$/i.exec(text) ??
			[];
		const told = parseDate(dated);
		if (dated !== '' && typeof told === 'string') put('date', line, told, 6, 'the line of the day');
		else if (single !== undefined && withoutDate(text) === '')
			put('date', line, single, 4, 'a line at the head');
		else if (single !== undefined && text.length <= 120 && /\d ?[ap]\.?m\b|\bheld\b/i.test(text))
			put('date', line, single, 4, 'a line at the head');
		else if (isBody(text)) put('body', line, bodyIn(text), 5, 'a line at the head');
	}
	return found;
}
