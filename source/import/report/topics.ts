import type {Match} from './fields.ts';
import {clearSubjects, setSubjects, subjects} from './subjects.ts';
import {keyOf} from './words.ts';

/** Words that dress up the subject of an implication. */
const dressing = new Set(
	'appraisal determination review implication impact consideration comment issue advice commentary matter information aspect assessment statement view observation analysis evaluation response detail summary key main other any specific wider potential what doe do how managed management they being there council decision proposal proposed report recommendation including include arising officer director corporate chief head service duty note input responsible'.split(
		' ',
	),
);

/** “Council infrastructure (including health and safety, HR and assets)”: by what it includes. */
export function including(text: string): Match | undefined {
	const [, within = ''] = /\((?:including|includes|incl\.?)\s([^()]{1,200})\)/i.exec(text) ?? [];
	const known = within.split(/[,;/]|\band\b/).filter((part) => subjects.has(keyOf(part)));
	return known.length >= 2 ? {role: 'implications', score: 0.9, weight: 1} : undefined;
}

/** What the words of a heading say of an implication. */
export function implication(words: readonly string[]): Match | undefined {
	// “Strategic issues summary” sums up the paper.
	if (words.includes('summary') && words.includes('issue')) return undefined;
	if (
		words.at(-1) === 'implication' &&
		(words.length === 2 || words.some((word) => gathering.has(word))) &&
		words.every((word) => gathering.has(word) || dressing.has(word))
	)
		return {role: 'group', score: 1, weight: 1};
	const make = (score: number): Match => ({role: 'implications', score, weight: 1});
	// “Legal implications of the proposed decision”: what they are of is not part of the subject.
	const named = words.indexOf('implication');
	if (
		named > 0 &&
		named < words.length - 1 &&
		/^(?:propos|recommend|decision|course|option|report)/.test(words[named + 1] ?? '')
	)
		return implication(words.slice(0, named + 1));
	// “Comments of Head of People, Policy and Transformation”: whatever it is that the officer heads.
	const [first = '', second = ''] = words;
	if (
		/^(?:comment|advice)$/.test(first) &&
		/^(?:head|director|chief|section|monitoring|s151|borough|city|county|treasurer|solicitor)$/.test(
			second,
		)
	)
		return make(1);
	const key = words.join(' ');
	if (clearSubjects.has(key)) return make(1);
	if (setSubjects.has(key)) return make(0.75);
	// “Implications for Partners”: whomever they are for.
	if (first === 'implication' && words.length <= 10) return make(0.9);
	const dressed = words.filter((word) => dressing.has(word));
	const subject = words.filter((word) => !dressing.has(word)).join(' ');
	if (first === 'impact' && words.length <= 4 && subject !== '') return make(0.75);
	const says = [
		'appraisal',
		'determination',
		'review',
		'statement',
		'implication',
		'impact',
		'comment',
		'advice',
		'commentary',
		'consideration',
		'issue',
		'assessment',
		'evaluation',
	];
	const isSaid = dressed.some((word) => says.includes(word));
	if (isSaid && subjects.has(subject)) return make(1);
	if (dressed.length > 0 && clearSubjects.has(subject)) return make(0.95);
	if (isSaid && subject !== '' && isMixed(subject, subjects)) return make(0.95);
	if (words.length >= 2 && isMixed(key, clearSubjects)) return make(0.95);
	// “People and Equality”: one subject that is clear, and others beside it.
	const hasClear = words.some((word) => clearSubjects.has(word));
	if (hasClear && dressed.length === 0 && words.length <= 5 && isMixed(key, subjects))
		return make(0.9);
	// Councils have implications of their own: “Safer, Cleaner and Greener Implications”.
	if (words.at(-1) === 'implication' && words.length <= 9 && subject !== '') return make(0.9);
	const isAsked = ['what', 'how', 'which'].includes(words[0] ?? '');
	if (words.at(-1) === 'impact' && words.length <= 5 && subject !== '')
		return make(isAsked ? 0.7 : 0.9);
	const asks = first === 'link' || words.includes('undertaken');
	// “Responding to the climate emergency”.
	if (words.includes('climate') && words.length <= 6 && /^(?:respond|tackl|address)/.test(first))
		return make(0.9);
	const isRisk = words.includes('risk') && words.length <= 9 && !words.includes('recommendation');
	return isRisk ? make(words.length <= 4 && !asks ? 0.9 : 0.8) : undefined;
}

/** Whether a text is made of subjects alone: “Financial, Legal and HR”. */
function isMixed(text: string, known: ReadonlySet<string>): boolean {
	if (text === '' || known.has(text)) return true;
	const words = text.split(' ');
	for (let length = Math.min(4, words.length - 1); length > 0; length--) {
		const isKnown = known.has(words.slice(0, length).join(' '));
		if (isKnown && isMixed(words.slice(length).join(' '), known)) return true;
	}
	return false;
}

/** Words beside which “implications” gather those of every kind: “Cross-cutting issues and implications”. */
const gathering = new Set('cross cutting organisational statutory general'.split(' '));
