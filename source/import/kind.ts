import {knownHeadings} from './portfolio/columns.ts';
import {cellText, type Paper} from './read/paper.ts';
import {labelled, linesOf} from './record/lines.ts';
import {resolvedIn} from './record/resolutions.ts';
import {parseDate} from './report/dates.ts';
import {inEnglish, matchHeading} from './report/match.ts';
import {countedIn} from './strategy/counted.ts';

/** What a paper may be that is not a table. */
type ProseKind = 'report' | 'record' | 'notice' | 'strategy' | 'minutes';

/** What speaks for a kind, and how much: each sign counts once, or as often as it stands there up to `most`. */
type Sign = {kind: ProseKind; worth: number; most?: number; says: RegExp};

const signs: readonly Sign[] = [
	{
		kind: 'record',
		worth: 5,
		says: /^(?:decision details|issue - (?:decisions|meetings)|(?:[\p{L} ]{3,60} (?:council|authority) [-–] )?(?:notice|record) of (?:\p{L}+ )*decisions?\b.*|(?:\p{L}+ )?decision (?:record|notice|notification)|decision outcome|this section allows .* of a decision|(?:(?:delegated|officer|executive|member|cabinet|urgent) ){1,3}decision)$/iu,
	},
	{
		kind: 'record',
		worth: 3,
		says: /^(?:decision status|date of decision|decision date|date (?:of )?decision (?:was )?(?:taken|made)|date signed|date published|decided at meeting|publication date|date of publication|effective from|is subject to call in|subject to call-?in|decision to take effect|implementation date|conflicts? of interests?\b.*|decision ref(?:erence)?|name .{3,30} officer (?:taking|making))\b/i,
		most: 3,
	},
	{
		kind: 'record',
		worth: 3,
		says: /^(?:name of )?decision[ -]?(?:maker|taker|taken by|made by|by(?=\s*:))s?\b/i,
	},
	{
		kind: 'record',
		worth: 2,
		says: /^decisions?(?:\(s\))?(?: (?:made|taken|and reason.*))?\s*:?\s*-?$/i,
	},
	{
		kind: 'record',
		worth: 3,
		says: /^\W*this decision (?:was published on|will come in(?:to)? force)\b/i,
		most: 2,
	},
	{kind: 'notice', worth: 6, says: /^issue details$/i},
	{
		kind: 'notice',
		worth: 3,
		says: /^(?:\p{L}+ )?forward plan\b(?!.*\b(?:no|ref|reference|number)\b)/iu,
	},
	{
		kind: 'notice',
		worth: 4,
		says: /^(?:\d+\.? )?(?:notice of (?:a )?(?:proposed |forthcoming |intended )*key decision|decisions? to be (?:taken|made)|(?:proposed )?date (?:the )?decision (?:is )?to be (?:taken|made)|will the (?:matter|decision|report|item) be\b.{0,40}\b(?:private|public)|documents? to be (?:submitted|considered))\b/i,
		most: 3,
	},
	{
		kind: 'notice',
		worth: 4,
		says: /^(?:decision(?: is)? due|notice of (?:proposed )?decision|anticipated restriction|reason key|decision type|reason date could change|forward plan entry)\b/i,
		most: 3,
	},
	{
		kind: 'report',
		worth: 3,
		says: /^(?:\d+\.? )?(?:(?:officer )?recommendations?|recommended actions?|decisions? required)\b.{0,60}$/i,
	},
	{
		kind: 'report',
		worth: 3,
		says: /^(?:report (?:of|by|to|title|author)|(?:purpose|summary) of (?:the |this )?report|wards?(?:\(s\))? affected|background papers?|list of background)\b/i,
		most: 3,
	},
	{kind: 'report', worth: 4, says: /^(?:\p{L}+ ){0,3}decision report$/iu},
	{
		kind: 'report',
		worth: 4,
		says: /\b(?:is|are) (?:therefore )?(?:asked|recommended|invited|requested) (?:to|that)\b/i,
	},
	{
		kind: 'minutes',
		worth: 8,
		says: /^(?:draft )?(?:minutes of\b.{0,80}\b(?:meeting|held|20\d\d)|agenda,? (?:decisions )?(?:and|,) (?:draft )?(?:minutes|decisions)$|agenda, decisions and minutes$)/i,
	},
	{
		kind: 'minutes',
		worth: 6,
		says: /^(?:(?:draft )?.{3,80} minutes|meeting minutes\s*:?|meeting held on\b.{4,80})$/i,
	},
	{
		kind: 'minutes',
		worth: 8,
		says: /^at an? (?:\p{L}+ )?meeting of .{3,100} held (?:at|on|in)\b/iu,
	},
	{
		kind: 'minutes',
		worth: 2,
		says: /^(?:members )?(?:present|those attending|in attendance|apologies(?: for absence)?)\b|^(?:\p{L}+ ){1,2}(?:present|absent|in attendance)\s*:/iu,
		most: 2,
	},
	{
		kind: 'minutes',
		worth: 4,
		says: /\bcalled (?:the |a )?(?:\p{L}+ ){0,4}(?:meeting )?.{0,60}\bto order\b/iu,
	},
	{kind: 'minutes', worth: 3, says: /\bmeeting (?:was )?(?:adjourned|closed|ended|concluded)\b/i},
	{
		kind: 'minutes',
		worth: 2,
		says: /\b(?:motion|moved|proposed)\b.{0,80}\bsecond(?:ed)?\b/i,
		most: 2,
	},
	{
		kind: 'minutes',
		worth: 1,
		says: /\b(?:matters arising|declarations? of .{0,40}interests?|minutes of the (?:last|previous) meeting)\b/i,
		most: 3,
	},
	{
		kind: 'strategy',
		worth: 3,
		says: /^.{0,60}\b(?:strategy|strategic plan|corporate plan|council plan|delivery plan|business plan|goals)\b.{0,40}$/i,
		most: 2,
	},
	{
		kind: 'strategy',
		worth: 3,
		says: /^(?:our |key |strategic |three |four |five |\d )*(?:priorities|vision|ambitions|themes|goals|pillars|principles|delivering priorities|focus areas)\b.{0,50}$/i,
		most: 3,
	},
	{
		kind: 'strategy',
		worth: 4,
		says: /^.{0,80}\b(?:strategy|plan)\b.{0,30}\b20\d\d\s*(?:[-–—/]|to)\s*(?:20)?\d\d\W*$/i,
	},
	{kind: 'strategy', worth: 2, says: /^we will\b.{0,20}:?$/i, most: 2},
	{
		kind: 'strategy',
		worth: 2,
		says: /\b(?:our|this) (?:strategy|plan) (?:sets out|will|is)\b|\bset ourselves .{0,20}goals\b/i,
	},
];

type Judged = {kind: ProseKind; score: number; next: ProseKind; margin: number};

/** How far a paper speaks for each kind, best first. Nothing is concluded from what is not there. */
export function judge(paper: Paper): Judged {
	const scores = new Map<ProseKind, number>();
	const add = (kind: ProseKind, worth: number) => scores.set(kind, (scores.get(kind) ?? 0) + worth);
	const counts = new Map<Sign, number>();
	let resolved = 0;
	const implications = new Set<string>();
	const counted = new Map<string, number>();
	const lines = linesOf(paper).slice(0, 3000);
	for (const {text: whole, item, at} of lines) {
		if (whole.length > 300) continue;
		// Of a heading in two languages the second is the one that is read here.
		const text = inEnglish(whole);
		for (const sign of signs) {
			const before = counts.get(sign) ?? 0;
			// What a form’s row says of goals is about the paper, and heads nothing.
			const isBullet = sign.kind === 'strategy' ? paper.blocks[at]?.kind === 'table' : item === '•';
			if (before >= (sign.most ?? 1) || isBullet || !sign.says.test(text)) continue;
			counts.set(sign, before + 1);
			add(sign.kind, sign.worth);
		}
		if (
			item === undefined &&
			resolvedIn(text) !== undefined &&
			/resolved|ordered|agreed/i.test(text)
		)
			resolved++;
		const found = countedIn(text);
		if (found) counted.set(found.noun, (counted.get(found.noun) ?? 0) + 1);
		const heading = text.length <= 90 ? matchHeading(text.replace(/\s*:$/, '')) : undefined;
		if (heading?.role === 'implications' && heading.score >= 0.9) implications.add(text);
		if (
			['alternatives', 'reasons', 'consultation'].includes(heading?.role ?? '') &&
			(heading?.score ?? 0) >= 0.9
		)
			implications.add(heading?.role ?? '');
	}
	const tables = paper.blocks.filter((block) => block.kind === 'table').length;
	if (implications.size >= 2) add('report', Math.min(6, implications.size));
	if (resolved >= 1) add('record', 2);
	if (resolved >= 2) add('minutes', 3);
	if (Math.max(0, ...counted.values()) >= 2) add('strategy', 5);
	if (!hasDecision(lines.map(({text}) => text))) scores.delete('record');
	else if (scores.has('record')) add('record', 3);
	// What a page is headed says more than what stands in it.
	if ((scores.get('minutes') ?? 0) >= 8) add('minutes', 2);
	if (tables > 0 && hasPriorityColumn(paper)) add('strategy', 3);
	const [first, second] = (['report', 'record', 'notice', 'strategy', 'minutes'] as const)
		.map((kind) => ({kind, score: scores.get(kind) ?? 0}))
		.toSorted((a, b) => b.score - a.score);
	if (!first || !second) return {kind: 'report', score: 0, next: 'record', margin: 0};
	return {
		kind: first.kind,
		score: first.score,
		next: second.kind,
		margin: first.score - second.score,
	};
}

/** Whether something is decided in it; what lacks that is not a record, whatever form it has. */
const hasDecision = (lines: readonly string[]): boolean =>
	lines.some(
		(text) =>
			isDecided(text) ||
			/^That (?:the )?\p{L}.*\bbe (?:approved|agreed|noted|adopted|endorsed)\b/u.test(text) ||
			(text.length <= 400 &&
				((resolvedIn(text) !== undefined && /resolved|ordered|agreed/i.test(text)) ||
					/^(?:the )?[^.:]{3,80}, under (?:his |her |their )?delegated [^.:]{3,40}, (?:has|have) \p{L}+ed\b/iu.test(
						text,
					))),
	);

/** “Decision: …”; one that is to be taken in some month is none yet. */
function isDecided(text: string): boolean {
	const found = labelled(text);
	if (found?.label.field !== 'recommendations') return false;
	return !(/^decision$/i.test(found.name) && typeof parseDate(found.rest) === 'object');
}

/** Whether a table of it is headed as one of projects is. */
export const holdsProjects = ({blocks}: Paper): boolean =>
	blocks.some(
		(block) =>
			block.kind === 'table' &&
			knownHeadings((block.rows[0] ?? []).map((cell) => cellText(cell))) >= 3,
	);

const hasPriorityColumn = ({blocks}: Paper): boolean =>
	blocks.some(
		(block) =>
			block.kind === 'table' &&
			(block.rows[0] ?? []).some((cell) =>
				/^(?:priority|theme|aim|goal)s?$/i.test(cellText(cell).trim()),
			),
	);
