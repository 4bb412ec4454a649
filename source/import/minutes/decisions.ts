import {isRemark, resolutionsIn, resolvedIn} from '../record/resolutions.ts';
import type {Outcome} from '../../domain/schema/index.ts';
import {framedIn} from './frames.ts';
import type {Item} from './items.ts';
import type {MinuteLine} from './lines.ts';
import {isAboutVote, type Motion, motionIn, withoutVote} from './motions.ts';
import {sentenceEnd} from './names.ts';

/** A decision that minutes tell of: its wording, the item that it was taken on, how it came about, and where it stands. */
export type MinutedDecided = {
	title: string;
	number?: string;
	text: string;
	outcome: Outcome;
	reasons?: string;
	at: number;
	to: number;
	passage: string;
} & Pick<Motion, 'mover' | 'seconder' | 'vote' | 'unanimous' | 'doubt'>;

/** What prose tells that was decided, a sentence each. */
const told =
	/\b(?:was|were)(?:,? unanimously,?)? (?:approved|accepted|confirmed|agreed|received|AGREED|APPROVED|ACCEPTED) as (?:a|the|an) (?:true|correct|accurate)\b|^(?:agreed|approved|accepted|confirmed|taken) as (?:an? |the )?(?:true|correct|accurate)\b|^(?:the )?[^.]{3,80} (?:was|were) (?:unanimously )?(?:approved|adopted|ratified|endorsed)(?: unanimously)?(?:[.:]|$)|\bminutes\b.{0,80}\bwere (?:approved|agreed|accepted) and signed\b|\bpayments?\b.{0,60}\bwere (?:approved|authorised)\b|\bit was(?:,? \p{L}+,?)? (?:agreed|decided) (?:to|that|for)\b|\bproposed\b.{0,80}\bseconded that\b.{0,120}\bbe (?:accepted|approved|adopted|agreed)|\b(?:members|councillors|trustees|governors|directors|the (?:meeting|committee|board|council|trustees|governors|directors|sub-committee|panel|authority))(?: unanimously| formally)? (?:agreed|decided|approved|adopted|ratified|endorsed) (?:to|that|the|a)\b/iu;
/** “The Board NOTED the report”: in small letters that is only said. */
const done =
	/\b[Tt]he (?:\p{L}+ )?(?:Committee|Board|Council|Governing Body|Trustees|Cabinet|Panel|Authority|Court|Sub-?[Cc]ommittee|Group)\s?(?:\p{Ll}+ly )?(?:AGREED|APPROVED|NOTED|RATIFIED|ENDORSED|RECEIVED|ADOPTED|RESOLVED|SUPPORTED|ACCEPTED)\b|\b(?:Members|Trustees|Governors|Directors) (?:\p{Ll}+ly )?(?:AGREED|APPROVED|NOTED|RATIFIED|ENDORSED|RECEIVED|ADOPTED)\b/u;
const heard =
	/\b(?:had|has|have|is|are|be) (?:previously |already )?(?:agreed|decided|approved)\b|\bat (?:the|its) (?:last|previous) meeting\b/i;
const isTold = (sentence: string): boolean =>
	(told.test(sentence) || done.test(sentence)) && !heard.test(sentence);

/** What was decided, without who proposed it. */
const plainly = (sentence: string): string =>
	withoutVote(sentence)
		.text.replace(/^(?:it was )?resolved\s*[:–-]\s*/i, '')
		.replace(/^.*?\bseconded(?: by [^.,]{3,60})? that\s+/is, 'That ')
		.replace(/^it was (?:unanimously )?(?:agreed|decided) (to|that)\b/i, (_, word: string) =>
			word === 'to' ? 'To' : 'That',
		);

const sentences = (text: string): string[] => text.split(sentenceEnd);
const isNothing = (text: string): boolean =>
	/^(?:none|nil|n\/a|not applicable|noted)\W*$/i.test(text);
const isReason = (text: string): boolean =>
	/^reasons?(?: for (?:the |this )?(?:decisions?|resolutions?|recommendations?))?\s*:?-?$/i.test(
		text.trim(),
	);

/** The decisions that an item of the minutes tells of. */
export function decisionsOf(item: Item): MinutedDecided[] {
	const {lines} = item;
	const apart = decidedApart(item);
	if (apart.length > 0) return apart;
	let isList = false;
	const taken = new Set<MinuteLine>();
	const starts = lines.flatMap(({text, item: sign}, at): {at: number; motion: boolean}[] => {
		const isStart =
			// A point of a list that a resolution opens is none of its own; a numbered paragraph may be one.
			!(sign !== undefined && isList) &&
			resolvedIn(text) !== undefined &&
			/resolved|ordered|agreed|recommended|voted/i.test(text) &&
			!told.test(text);
		if (isStart || sign === undefined) isList = isStart && opens(text);
		if (isStart) return [{at, motion: false}];
		return wordingOf(text) === undefined ? [] : [{at, motion: true}];
	});
	if (starts.length > 0) {
		let before = 0;
		const found = starts.flatMap(({at, motion}, index) => {
			const next = starts[index + 1]?.at;
			const from = leadOf(lines, at, before);
			const span = lines.slice(from, next === undefined ? undefined : leadOf(lines, next, at + 1));
			before = from + span.length;
			for (const line of span.slice(at - from)) taken.add(line);
			return motion ? moved(item, span, at - from) : resolved(item, span, at - from);
		});
		// A paragraph of its own number tells of something else.
		const others = lines.filter((line) => line.item !== undefined && !taken.has(line));
		return [...others.flatMap((line) => tells(item, line, [])), ...found].toSorted(
			(a, b) => a.at - b.at,
		);
	}
	const framed = framedIn(lines);
	if (framed.length > 0)
		return framed.flatMap(({text, at, lines: own, motion, number}) =>
			made({...item, ...(number === undefined ? {} : {number})}, [{text, at}], own, motion),
		);
	const listed = listedIn(lines);
	if (listed.length > 0) return listed.flatMap(({text, at}) => made(item, [{text, at}], lines, {}));
	return lines.flatMap((line, at) => tells(item, line, lines.slice(at + 1, at + 3)));
}

/** What the sentences of a line tell that was decided; a line behind it may say who proposed it. */
function tells(item: Item, line: MinuteLine, more: readonly MinuteLine[]): MinutedDecided[] {
	if (line.action) return [];
	const found = sentences(line.text).filter(isTold);
	const votes = more.filter(({text}) => isAboutVote(text));
	const motion =
		found.length === 1 ? motionIn([line, ...votes].map(({text}) => text).join('\n')) : {};
	return made(
		item,
		found.map((text) => ({text: plainly(text), at: line.at})),
		[line],
		motion,
	);
}

/** Decisions of an item with what is told of them; the passage is what stands there. */
function made(
	{title, number}: Item,
	found: readonly {text: string; at: number}[],
	passage: readonly MinuteLine[],
	{fate, ...motion}: Motion,
	reasons?: string,
): MinutedDecided[] {
	return (
		found
			.filter(({text}) => !isNothing(text))
			// “[This item is withheld.] The Court approved …”: a remark in front of it is none of it.
			.map((one) => ({...one, text: one.text.replace(/^\[[^\][]{5,200}\]\s+(?=\S)/, '')}))
			.map(({text, at}) => ({
				title,
				...(number === undefined ? {} : {number}),
				text,
				outcome: fate === undefined || fate === 'approved' ? outcomeOf(text) : fate,
				...motion,
				...(reasons === undefined || reasons === '' ? {} : {reasons}),
				at: passage[0]?.at ?? at,
				to: passage.at(-1)?.at ?? at,
				passage: passage.map((line) => line.text).join('\n'),
			}))
	);
}

/** Where a site gives the decision apart from the minutes, it is the same one. */
function decidedApart(item: Item): MinutedDecided[] {
	const {lines} = item;
	const apart = lines.findIndex(({text}) => /^decisions?\s*:/i.test(text));
	if (apart === -1) return [];
	const end = lines.findIndex(({text}, at) => at > apart && /^minutes\s*:/i.test(text));
	const [first, ...more] = lines.slice(apart, end === -1 ? undefined : end);
	const rest = first?.text.replace(/^decisions?\s*:\s*/i, '') ?? '';
	const own = ended([...(rest === '' || !first ? [] : [{...first, text: rest}]), ...more]);
	return made(item, resolutionsIn(own), own, motionIn(own.map(({text}) => text).join('\n')));
}

/** The first of the lines above a resolution that lead to it: who proposed it, or the half of its sentence. */
function leadOf(lines: readonly MinuteLine[], start: number, from: number): number {
	let at = start;
	while (
		at > from &&
		(isAboutVote(lines[at - 1]?.text ?? '') ||
			/^["“][^"“”]+["”]\.?$/s.test(lines[at - 1]?.text ?? '') ||
			/\b(?:and|seconded by [^.]{3,40}|it was)[,;:]?$/i.test(lines[at - 1]?.text ?? ''))
	)
		at--;
	return at;
}

/** What was resolved: a list and what opens it, or a paragraph; with its reasons and what is told of the vote. */
function resolved(item: Item, span: readonly MinuteLine[], at: number): MinutedDecided[] {
	const [first, ...more] = span.slice(at);
	if (!first) return [];
	const {item: sign, ...plain} = first;
	const own = sign === undefined || opens(first.text) ? ended([plain, ...more]) : [plain];
	const bare = own
		.map((line) => ({...line, text: unquoted(withoutVote(line.text).text)}))
		.filter(({text}) => text !== '');
	const found = dependent(bare) ?? resolutionsIn(bare);
	const after = more.slice(own.length - 1);
	const votes = after.findIndex(({text}) => !isAboutVote(text));
	const motion = motionIn(
		[...span.slice(0, at), ...own, ...after.slice(0, votes === -1 ? undefined : votes)]
			.map(({text}) => text)
			.join('\n'),
	);
	const reasons = after.findIndex(
		({text}) => isReason(text) || /^reasons?(?: for [\p{L} ]{3,30})?\s*[:–-]\s*\S/iu.test(text),
	);
	return made(
		item,
		found,
		[...span.slice(0, at + own.length), ...after.filter(({text}) => isAboutVote(text))],
		/\brecommend(?:ed|s)? to (?:the )?(?:full )?council\b/i.test(first.text)
			? {...motion, fate: 'recommended-to-council'}
			: motion,
		reasons === -1 ? undefined : reasonsIn(after.slice(reasons)),
	);
}

/** “RESOLVED: That, subject to the ballot, (a) …; and (b) …”: points that hang on one condition are one resolution. */
function dependent(lines: readonly MinuteLine[]): {text: string; at: number}[] | undefined {
	const [opening, stem, ...points] = lines;
	const isStem =
		opening !== undefined &&
		stem?.item === undefined &&
		/^that\b.{8,},$/isu.test(stem?.text ?? '') &&
		/^\W*$/.test(resolvedIn(opening.text) ?? '-') &&
		points.length > 0 &&
		points.every(({item}) => item !== undefined);
	if (!isStem || !stem) return undefined;
	const list = points.map(({item, text}) => `${item} ${text}`);
	return [{text: [stem.text, ...list].join('\n'), at: stem.at}];
}

const unquoted = (text: string): string =>
	/^["“][^"“”]+["”]\.?$/.test(text) ? text.replace(/^["“]|["”]\.?$/g, '') : text;

/** What stands under “Reasons for decisions”, or behind it: a list, or one paragraph. */
function reasonsIn([head, ...more]: readonly MinuteLine[]): string {
	const rest =
		head?.text.replace(/^reasons?(?: for [\p{L} ]{3,30}?)?\s*(?::\s*-?|[–-]|$)\s*/iu, '') ?? '';
	if (rest !== '') return rest;
	const end = more.findIndex(({item}, at) => at > 0 && item === undefined);
	const list = more.slice(0, more[0]?.item === undefined ? 1 : end === -1 ? undefined : end);
	return list.map(({text, item}) => `${item === undefined ? '' : `${item} `}${text}`).join('\n');
}

/** The wording of a motion that a line tells of: “Motion by Smith, seconded by Jones, to approve the budget.” */
function wordingOf(text: string): string | undefined {
	if (!/\b(?:motion|moved?|proposed)\b/i.test(text) || text.length > 3000) return undefined;
	const forms = [
		/\b(?:motion|moved|proposed)\b.{0,140}?\bsecond(?:ed)?\b(?:\s+(?:was |made )?by)?(?:[^.;:]|\b(?:Mr|Mrs|Ms|Dr|Cllr|\p{Lu})\.){0,70}?[,:]?\s+(?:a motion )?((?:to|that)\s+.+)$/isu,
		/\b(?:moved|proposed|motioned|(?:made|offered) (?:a|the) motion|motion(?: was)?(?: made)? by [^.,;]{3,50}?|a motion was made|motion(?: made)?|it was (?:moved|proposed)(?: by [^.,;]{3,50}?)?)[,:]?\s+((?:to|that)\s+.+)$/isu,
		/\b(?:on|upon) (?:a )?motion (?:of|by|from|made by)\b.{0,200}?,\s+(the\s+.+)$/isu,
		/^(?:motion|proposed (?:resolution|motion|decision))\s*(?:#?\d+)?\s*:\s*(?!(?:carried|passed|by)\b)(.+)$/isu,
	];
	for (const form of forms) {
		const [, wording = ''] = form.exec(text) ?? [];
		if (wording !== '') return wording;
	}
	return undefined;
}

/** What was moved, where it is told what became of it. */
function moved(item: Item, span: readonly MinuteLine[], at: number): MinutedDecided[] {
	const line = span[at];
	const wording = wordingOf(line?.text ?? '');
	if (!line || wording === undefined) return [];
	const more = span.slice(at + 1);
	const other = more.findIndex(({text}) => !isAboutVote(text));
	const votes = more.slice(0, other === -1 ? 8 : Math.min(other, 8));
	const lines = [...span.slice(0, at), line, ...votes];
	const motion = motionIn(lines.map(({text}) => text).join('\n'));
	const told = motionIn([withoutVote(wording).vote, ...votes.map(({text}) => text)].join('\n'));
	// “On motion of …, the Board approved the budget” is told as done; nobody against carries it.
	const isDone = /^the \p{L}/u.test(wording) || motion.vote?.against === 0;
	const fate = told.fate ?? (isDone ? 'approved' : undefined);
	if (fate === undefined) return [];
	const text = withoutVote(wording)
		.text.replace(
			/[,.;]?\s+(?:(?:and )?(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}second(?:ed|s)|seconded by|second(?:ed)? by)\b.*$/su,
			'',
		)
		.replace(/\s+(?:was |were )?(?:made|moved|proposed|offered) by\b.*$/su, '')
		.replace(/[,;]$/, '');
	const [first = ''] = sentences(text);
	const whole = first.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
	return made(item, [{text: /[.!?]["”]?$/.test(whole) ? whole : `${whole}.`, at: line.at}], lines, {
		...motion,
		fate,
	});
}

/** What hangs on “The Committee:-”, each point of it beginning with what was done. */
function listedIn(lines: readonly MinuteLine[]): {text: string; at: number}[] {
	const from = lines.findIndex(
		({text, item}) =>
			item === undefined &&
			/^the (?:committee|council|cabinet|board|executive|sub-committee|panel)\s*:\s*-?$/i.test(
				text,
			),
	);
	if (from === -1) return [];
	const end = lines.findIndex(({item}, at) => at > from && item === undefined);
	const points = lines.slice(from + 1, end === -1 ? undefined : end);
	const isDone = ({text}: MinuteLine) =>
		/^(?:approved|agreed|noted|remitted|authorised|instructed|adopted|accepted|resolved|endorsed|deferred|refused)\b/i.test(
			text,
		);
	return points.every(isDone)
		? points.map(({text, at}) => ({text: text.replace(/[;,]\s*(?:and)?$/i, '.'), at}))
		: [];
}

/** Whether what is resolved stands below. */
const opens = (text: string): boolean =>
	/[:–—-]$|\b(?:that|to)$|\b(?:resolved|agreed)\W*$/i.test(text.trim());

/** The lines of a resolution: a list and what opens it, or the paragraph alone; reasons and remarks end it. */
function ended(lines: readonly MinuteLine[]): MinuteLine[] {
	const [first, ...below] = lines;
	if (!first) return [];
	// How it was voted on may stand between “Resolved:” and what was resolved.
	const votes = opens(first.text)
		? below.findIndex((line) => line.item !== undefined || !isAboutVote(line.text))
		: 0;
	const more = below[votes]?.item === undefined ? below : below.slice(votes);
	const end = more.findIndex(
		({text, item, action}) =>
			action !== undefined ||
			(item === undefined &&
				(/^(?:reasons?|other options|alternatives?|call-?in|actions?)\b/i.test(text) ||
					isRemark(text) ||
					isAboutVote(text))),
	);
	const own = end === -1 ? more : more.slice(0, end);
	if (!opens(first.text) && own[0]?.item === undefined) return [first];
	const after = own.findIndex(({item}, at) => item === undefined && at > 0);
	return [first, ...(after === -1 ? own : own.slice(0, after))];
}

/** How it went, by the words of what was resolved. */
export const outcomeOf = (text: string): Outcome =>
	/\b(?:be|been|was) deferred\b|^(?:that )?(?:to )?(?:defer|table|postpone)\b/i.test(text)
		? 'deferred'
		: /\b(?:be|been) refused\b/i.test(text)
			? 'refused'
			: /\bbe referred\b/i.test(text)
				? 'referred'
				: /^(?:that )?(?:\(?to )?notes?\b|\bbe (?:received and )?noted\b|^\p{L}+(?: \p{L}+)? NOTED\b/iu.test(
							text,
					  )
					? 'noted'
					: 'approved';
