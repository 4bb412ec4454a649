import {withoutDate} from '../report/front.ts';

/** Whether a line may be what something is called: no sentence, no resolution, no note of the site. */
export const mayBeTitle = (text: string): boolean =>
	text.length <= 220 &&
	/\p{L}{3}/u.test(text) &&
	!/^(?:that|resolved|ordered|agreed|to (?:agree|approve|note|award|endorse|delegate)|pursuant|following consideration|it was|report of|presented by|venue|contact|for (?:decision|information))\b/i.test(
		text,
	) &&
	// “To consider the plan and the means to carry it out.” says what it is for.
	!/^to \p{Ll}+ (?:the|a|an|whether|how)\b.*\.$/iu.test(text) &&
	!/\bpdf\b|\b(?:cllr|councillor) \p{Lu}/iu.test(text) &&
	!(text.length > 80 && /[.;]$/.test(text) && /\b(?:is|are|was|were|will|has|have)\b/.test(text)) &&
	withoutDate(text) !== '';
