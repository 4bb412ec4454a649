import {type Label, splitLabel} from '../read/labels.ts';
import {isStrong, type PaperRun, textOf, tidyRuns, type Words} from '../read/paper.ts';
import {dropStart} from '../read/runs.ts';
import type {Style} from './pieces.ts';
import {bare} from './words.ts';

/** More text than this is not a heading. */
export const longest = 120;

/** A heading's text apart from its number, which need not have a stop after it where the heading is set as one. */
export function numbered(words: Words, text: string): {label?: Label; text: string} {
	const label = labelOf(words);
	if (words.kind === 'item') return {label, text};
	if (label) return {label, text: splitLabel(text)?.rest || text};
	const [, digits, rest = text] =
		/^(\d{1,2}(?:\.\d{1,2}){0,3})\s+(?=\p{L})(.*)$/su.exec(text) ?? [];
	const found =
		digits === undefined || styleOf(words) === undefined
			? undefined
			: splitLabel(`${digits}. x`)?.label;
	return found ? {label: found, text: rest} : {text};
}

/** The label that words have, or begin with. */
export const labelOf = (words: Words): Label | undefined => {
	const text = textOf(words);
	if (words.kind === 'item') return splitLabel(`${words.label}  x`)?.label;
	const found = splitLabel(text);
	return found && found.rest !== '' ? found.label : undefined;
};

/** How words are set, if in any way that marks a heading. */
export function styleOf(words: Words): Style | undefined {
	if (words.kind === 'heading') return `h${words.level}`;
	const text = textOf(words);
	if (isStrong(words)) return 'bold';
	const letters = text.replaceAll(/[^\p{L}]/gu, '');
	return letters.length >= 5 && letters === letters.toUpperCase() && text.length <= longest
		? 'caps'
		: undefined;
}

/** A heading, or bold from end to end: its lines are not parted any further. */
export const isWhole = (words: Words): boolean => words.kind === 'heading' || isStrong(words);

/** Whether a line is bold and numbered, and the next is neither: what it heads need not be known. */
export const isSubHead = (line: Words, next: Words | undefined): boolean =>
	next !== undefined && isWhole(line) && !isWhole(next) && labelOf(line)?.kind === 'number';

/** Words line by line. */
export function linesOf(words: Words): Words[] {
	if (!words.runs.some(({text}) => text.includes('\n'))) return [words];
	const lines: PaperRun[][] = [[]];
	for (const run of words.runs) {
		for (const [index, text] of run.text.split('\n').entries()) {
			if (index > 0) lines.push([]);
			lines.at(-1)?.push({...run, text});
		}
	}
	return lines
		.map(tidyRuns)
		.filter((runs) => runs.length > 0)
		.map((runs, index): Words => (index === 0 ? {...words, runs} : {kind: 'paragraph', runs}));
}

type Split = {label: string; value: PaperRun[]; strong: boolean};

/**
 * A label apart from its value: `Date: 12 May`, `Key decision? No`, or in bold with text after it. `known` is asked
 * whether a label is one.
 */
export function splitValue(
	words: Words,
	known: (label: string, strong: boolean) => boolean,
): Split | undefined {
	const text = textOf(words);
	const bold = boldStart(words);
	if (bold && bold.value.length > 0 && bold.label.length <= longest) {
		const ends = /[:?–—-]\s*$/.test(bold.label) || /^\s*[:–—-]/.test(textOf({runs: bold.value}));
		const label = bold.label.replace(/\s*[:–—-]+\s*$/, '').trim();
		const value = dropMarks(bold.value);
		if (label !== '' && known(label, ends && label.length <= 80))
			return {label, value, strong: true};
	}
	const found =
		/^([^:\n]{2,90}?)[ ]*:[ –—-]*(?:\n|(?= )|$|(?=\S))/.exec(text) ??
		/^([^?\n]{6,220}\?)[ \n]*(?=\S|$)/.exec(text) ??
		/^((?:report )?(?:author|presenter|contact)(?: of report| officer)?)\s+[–—-]\s+(?=\S)/i.exec(
			text,
		);
	const label = found?.[1]?.trim() ?? '';
	if (!found || label === '' || /^(?:https?|note|nb)$/i.test(label) || bare(label) === '')
		return undefined;
	if (!known(label, false)) return undefined;
	return {label, value: dropStart(words.runs, found[0].length), strong: false};
}

/** The runs in bold that words begin with, and what comes after. */
function boldStart({runs}: Words): {label: string; value: PaperRun[]} | undefined {
	const end = runs.findIndex(({text, strong}) => !strong && /[\p{L}\p{N}]/u.test(text));
	if (end <= 0) return undefined;
	const label = runs
		.slice(0, end)
		.map(({text}) => text)
		.join('');
	return /\p{L}/u.test(label) ? {label, value: runs.slice(end)} : undefined;
}

const dropMarks = (runs: readonly PaperRun[]): PaperRun[] => {
	const lead = /^[\s:|–—-]*/.exec(runs[0]?.text ?? '')?.[0].length ?? 0;
	return dropStart(runs, lead);
};
