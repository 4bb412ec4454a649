import {markingIn, paragraphsIn} from '../report/exempt.ts';
import type {Item} from './items.ts';

/** Why an item is taken for private, by which paragraphs; `said` where it is its own title or text that says so. */
export type Closed = {paragraphs: number[]; why: string; said: boolean};

const shut =
	/\b(?:press and (?:the )?public|public and (?:the )?press|public|press)\b.{0,60}\b(?:be|is|are|was|were|been) (?:\p{L}+ )?(?:excluded|asked to leave|requested to (?:leave|withdraw))\b|\bexclu(?:de|sion of) (?:the |members of the )?(?:press|public)\b|\b(?:(?:went|moved?|go(?:es)?|adjourned|convened?|recess(?:ed)?) (?:in)?to|enter(?:ed)?) (?:an? |the )?(?:closed|private|executive|confidential|in camera)\b|\bin camera\b|\b(?:go|goes|went|moved?) in(?:to)? (?:confidential )?committee\b|\b(?:closed|private|confidential) session\b.{0,40}\b(?:began|commenced|started|opened)\b/iu;
/** Whether a resolution is the one that closes the meeting to the public: it is itself public. */
export const closes = (text: string): boolean =>
	shut.test(text) || /\bexclu(?:de|sion)\b.{0,60}\b(?:press|public)\b/i.test(text);

const opened =
	/\b(?:public|press)\b.{0,50}\b(?:re-?admitted|re-?joined|returned|invited back)\b|\b(?:re-?admi(?:t|ssion of))\b.{0,20}\b(?:press|public)\b|\b(?:re-?convened|returned|resumed|came out|rose|reopened|moved back)\b.{0,50}\b(?:open|public|regular)\b|\bre-?convened\b|\b(?:closed|executive|private) session\b.{0,40}\b(?:ended|closed|concluded)\b|^part (?:1|i|a|one)\b|^(?:open|public) (?:session|items?|part)\b/iu;
/** Headings of a part, or titles of an item, that say it outright. */
const marked =
	/^(?:agenda )?part (?:2|ii|b|two)\b|\bexempt (?:information|item|report|matter|minutes?)\b|\(exempt\b|\bexempt\)|\bconfidential (?:item|matter|report|minutes?|session|business|information)\b|^confidential\b|\(confidential\)|\bnot for publication\b|\breserved (?:business|items?|matters?)\b|\b(?:closed|private) (?:session|items?|business|part)\b|^in camera\b|\bschedule 12a\b/i;
const denied =
	/\b(?:no|not|none|without|nothing)\b.{0,60}\b(?:exclu|exempt|confidential|private|closed|part (?:2|ii|two))/i;

/**
 * Which items are private, and why: their own words say so, or they stand behind the resolution that excluded the
 * public, until it was let in again. One that only follows is a doubt: better private by mistake than public.
 */
export function closedOf(items: readonly Item[], mark?: string): (Closed | undefined)[] {
	// What is marked above it all, or on every page, is so in each item.
	if (mark !== undefined) {
		const whole = {paragraphs: paragraphsIn(mark), why: `“${mark}”`, said: false};
		return items.map(() => whole);
	}
	let since: Closed | undefined;
	return items.map(({title, lines}): Closed | undefined => {
		const texts = lines.map(({text}) => text);
		const isOpening = opened.test(title);
		if (isOpening) since = undefined;
		const isExclusion = /\bexclu(?:sion|de)\b.{0,40}\b(?:press|public)\b/i.test(title);
		const own = title !== '' && marked.test(title) && !denied.test(title) && !isExclusion;
		const inText = texts.find(
			(text) =>
				!shut.test(text) &&
				(marked.test(text) ? !denied.test(text) : markingIn(text)?.exempt === true) &&
				!/\bresolved\b|[.;]\s+\p{Lu}/u.test(text.slice(0, -1)) &&
				text.length <= 120,
		);
		const before = since;
		const isShut =
			!denied.test(title) && texts.some((text) => shut.test(text) && !denied.test(text));
		if (isShut || isExclusion || (own && lines.length === 0)) {
			const paragraphs = texts.flatMap((text) => paragraphsIn(text));
			if (isShut || own)
				since = {
					paragraphs,
					why: isShut ? 'the public was excluded before it' : `it stands under “${title}”`,
					said: own,
				};
		}
		if (texts.some((text) => opened.test(text)) && !isShut) since = undefined;
		if (own) return {paragraphs: paragraphsIn(title), why: `“${title}”`, said: true};
		if (inText !== undefined && !isExclusion)
			return {paragraphs: paragraphsIn(inText), why: `“${inText}”`, said: true};
		// The resolution to exclude is itself public, and so is what a meeting is closed with.
		return isExclusion ||
			isShut ||
			/^(?:adjourn|clos(?:e|ure|ing)|(?:date (?:of )?)?next meeting)/i.test(title)
			? undefined
			: before;
	});
}
