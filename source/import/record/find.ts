import {sayDay, sayPeriod} from '../../domain/calendar.ts';
import {outcomeWords} from '../../domain/words.ts';
import {type Candidate, choose} from '../candidates.ts';
import {gate} from '../gate.ts';
import type {Paper} from '../read/paper.ts';
import {bodyIn} from './values.ts';
import {isBody} from '../report/front.ts';
import {isReference} from '../report/tidy.ts';
import type {Finding, ImportReview} from '../review.ts';
import {asked, recordFields, recordWords} from './fields.ts';
import {headCandidates, isDay} from './head.ts';
import {type PaperLine, linesOf} from './lines.ts';
import {particulars} from './particulars.ts';
import {isRemark, reasonsLast, resolutionsIn} from './resolutions.ts';
import {type LabelledPart, partsOf} from './parts.ts';
import {pageHead} from './table.ts';
import {enoughSaid, speaksOf} from '../spoken.ts';
import {mayBeTitle} from './titles.ts';

const sayDate = (value: unknown): string => sayPeriod(value as Parameters<typeof sayPeriod>[0]);

/** What the record of a decision says, or the notice of one to come: whatever the site or the form calls it. */
export function findRecord(paper: Paper, kind: 'record' | 'notice'): ImportReview {
	// What is to be decided is what a notice is about.
	const parts = partsOf(reasonsLast(linesOf(paper))).map((part) =>
		kind === 'notice' && part.label?.field === 'recommendations' && !isDay(part.lines)
			? {...part, label: {...part.label, field: 'summary'}}
			: part,
	);
	const candidates = [...particulars(parts), ...headCandidates(parts), ...sections(parts, kind)];
	const told = kind === 'record' ? resolutionFindings(parts, candidates) : [];
	const resolutions = kind === 'record' && told.length === 0 ? toldAsDone(parts) : told;
	const chosen = choose(weighed(candidates, parts), recordWords);
	const findings = recordFields.flatMap((field) =>
		field === 'recommendations'
			? resolutions
			: field === 'implications'
				? implications(parts)
				: chosen.filter((finding) => finding.field === field),
	);
	const review: ImportReview = {
		kind,
		title: findings.find(({field}) => field === 'title')?.shown ?? paper.name,
		findings: findings.map(worded),
		missing: [],
		unread: [],
		remarks: paper.remarks,
	};
	return gate(review, {
		paper,
		asked: asked[kind].map((field) => ({field, says: recordWords[field]})),
	});
}

/** Titles that only their place suggests, as the rest of the paper speaks of them; of what it does not, there is none. */
function weighed(candidates: readonly Candidate[], parts: readonly LabelledPart[]): Candidate[] {
	const isPlaced = ({field, by}: Candidate) => field === 'title' && by === 'place';
	const heads = new Set(candidates.filter(isPlaced).map(({text}) => text));
	const lines = parts.flatMap((part) => part.lines.map(({text}) => text));
	const said = speaksOf(lines.filter((text) => !heads.has(text)));
	return candidates.flatMap((one) => {
		if (!isPlaced(one)) return [one];
		const spoken = said.of(one.shown);
		if (spoken === 0 && said.letters >= enoughSaid) return [];
		return [{...one, score: one.score + Math.min(spoken, 6) / 2}];
	});
}

const worded = (finding: Finding): Finding => {
	const {field, value} = finding;
	if (field === 'date' && typeof value !== 'string') return {...finding, shown: sayDate(value)};
	if (['date', 'published', 'effective', 'noticed'].includes(field) && typeof value === 'string')
		return {...finding, shown: sayDay(value)};
	if (field === 'outcome')
		return {...finding, shown: outcomeWords[value as keyof typeof outcomeWords]};
	return finding;
};

const textOf = (lines: readonly PaperLine[]): string =>
	lines
		.map(({at, text, item}, index) => {
			const before = lines[index - 1];
			const sign = item === undefined ? '' : `${item === '•' ? '-' : item} `;
			const goesOn =
				before?.at === at &&
				item === undefined &&
				!/[.:;!?]$/.test(before.text) &&
				!/^option\b/i.test(text);
			const gap =
				before === undefined
					? ''
					: goesOn
						? ' '
						: before.at === at || item !== undefined
							? '\n'
							: '\n\n';
			return `${gap}${sign}${text}`;
		})
		.join('');

/** Fields that go on over several lines, but for what was decided. */
function sections(parts: readonly LabelledPart[], kind: 'record' | 'notice'): Candidate[] {
	const long = [
		'reasons',
		'alternatives',
		'summary',
		'consultation',
		'backgroundPapers',
		'scrutiny',
		'urgency',
	];
	return parts.flatMap(({label, name, lines}, index): Candidate[] => {
		if (!label || !long.includes(label.field)) return [];
		const first = lines[0];
		const text = textOf(lines.filter((line) => !isRemark(line.text)))
			.replace(/^purpose(?: of (?:the )?report)?\s*:\s*/i, '')
			.trim();
		if (!first || text === '' || /^[\s:–—-]*$/.test(text)) return [];
		const isReason = label.field === 'reasons' && kind === 'record';
		return [
			{
				field: label.field,
				value: text,
				shown: text,
				score: isReason || index >= 0 ? 6 : 5,
				why: `“${name}”`,
				by: 'heading',
				at: first.at,
				to: lines.at(-1)?.at ?? first.at,
				text: `${name}\n${text}`,
			},
		];
	});
}

/** “The Chief Executive, under delegated authority, has agreed a scheme …”: what is told as decided, where no label announces it. */
function toldAsDone(parts: readonly LabelledPart[]): Finding[] {
	const line = parts
		.filter(({label}) => label === undefined || label.field === 'summary')
		.flatMap(({lines}) => lines)
		.find(
			({text}) =>
				text.length <= 1000 &&
				/^(?:the |a )?[^.:]{3,120}? (?:has|have) (?:agreed|approved|decided|authorised|granted|awarded|appointed|adopted)\b/i.test(
					text,
				),
		);
	if (!line) return [];
	return [
		{
			id: 'recommendations/1',
			field: 'recommendations',
			says: 'Decision',
			value: line.text,
			shown: line.text,
			passage: {from: line.at, to: line.at, text: line.text},
			by: 'place',
			why: 'a sentence that says what was decided',
			note: 'taken from a sentence: no label says that it is the decision',
		},
	];
}

/** The resolutions; a short line that opens the section is the title of what was decided. */
function resolutionFindings(parts: readonly LabelledPart[], candidates: Candidate[]): Finding[] {
	// What was asked for counts where nothing says what was decided.
	const isAsked = ({name}: LabelledPart) => /^\W*recommend/i.test(name);
	for (const {label, name, lines} of [
		...parts.filter((part) => !isAsked(part)),
		...parts.filter(isAsked),
	]) {
		if (label?.field !== 'recommendations' || isDay(lines)) continue;
		const [first, second] = lines;
		const isTitled =
			first !== undefined &&
			second !== undefined &&
			first.item === undefined &&
			first.text.length <= 100 &&
			!pageHead.test(first.text) &&
			!/[.:;,]$/.test(first.text) &&
			mayBeTitle(first.text) &&
			!isBody(first.text);
		if (isTitled)
			candidates.push({
				field: 'title',
				value: first.text,
				shown: first.text,
				score: 3,
				why: 'the line that opens the decision',
				by: 'place',
				at: first.at,
				text: first.text,
			});
		const below = isTitled || pageHead.test(first?.text ?? '') ? lines.slice(1) : lines;
		const alone = decidedAlone(below, candidates);
		const found = alone ? [alone] : resolutionsIn(below);
		const texts = lines.map(({text}) => text).join('\n');
		const passage = {from: lines[0]?.at ?? 0, to: lines.at(-1)?.at ?? 0, text: `${name}\n${texts}`};
		// Who decided is told by the wording, where nothing else tells.
		const [, who = ''] =
			/^that (?:the )?(\p{L}[\p{L} &]{2,50}?) (?:note|agree|approve|suspend|adopt|endorse|delegate)/iu.exec(
				found[0]?.text ?? '',
			) ??
			/^(?:that )?(?:the )?(cabinet|executive|council|committee)\b/i.exec(found[0]?.text ?? '') ??
			[];
		const body = who === '' ? undefined : bodyIn(who);
		if (body !== undefined)
			candidates.push({
				field: 'body',
				value: body,
				shown: body,
				score: 1,
				why: 'the wording of the decision',
				by: 'place',
				at: passage.from,
				text: found[0]?.text ?? '',
			});
		// “As detailed in the recommendations” says where to look.
		if (found.every(({text}) => isReference(text))) continue;
		return found.map(({text}, index) => ({
			id: `recommendations/${index + 1}`,
			field: 'recommendations',
			says: found.length === 1 ? 'Decision' : `Decision ${index + 1}`,
			value: text,
			shown: text,
			passage,
			by: 'heading',
			why: `“${name}”`,
		}));
	}
	return [];
}

/** “I …, Lead Member for …, in exercise of my powers do hereby approve …”: who decides alone, by the post, and what. */
function decidedAlone(
	lines: readonly PaperLine[],
	candidates: Candidate[],
): {text: string; at: number} | undefined {
	const [line] = lines;
	const [, who = '', what = ''] =
		/^I,? ([^.;]{5,160}?),? in (?:the )?exercise of [^.;]{3,200}? hereby (\p{Ll}.+)$/su.exec(
			line?.text ?? '',
		) ?? [];
	if (!line || lines.length > 1 || what === '') return undefined;
	const post = bodyIn(who.slice(who.indexOf(',') + 1).trim());
	if (post === undefined) return undefined;
	candidates.push({
		field: 'body',
		value: post,
		shown: post,
		score: 3,
		why: 'the wording of the decision',
		by: 'place',
		at: line.at,
		text: post,
	});
	return {text: `To ${what}`, at: line.at};
}

const implications = (parts: readonly LabelledPart[]): Finding[] =>
	parts
		.filter(({label}) => label?.field === 'implications')
		.flatMap(({name, lines}, index) => {
			const text = textOf(lines).trim();
			const heading = name.replace(/\s*:$/, '');
			return text === ''
				? []
				: [
						{
							id: `implications/${index + 1}`,
							field: 'implications',
							says: `Implications: ${heading}`,
							value: {heading, text},
							shown: text,
							passage: {
								from: lines[0]?.at ?? 0,
								to: lines.at(-1)?.at ?? 0,
								text: `${name}\n${text}`,
							},
							by: 'heading' as const,
							why: `“${name}”`,
						},
					];
		});
