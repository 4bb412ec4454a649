import {cellText, textOf} from '../read/paper.ts';
import type {LabelRole} from './fields.ts';
import {isSection, type Section} from './sections.ts';
import {sectionText} from './render.ts';
import {matchHeading} from './match.ts';
import {unsigned} from './signoff.ts';
import {subjects} from './subjects.ts';
import {keyOf} from './words.ts';

type Implication = {heading: string; text: string; section: Section};

/** What stands over a column of subjects. */
const columnHead =
	/^(?:area(?:s)? (?:assessed|of)|area|implications?|issue|type|subject|category|consideration)\b[^.]{0,20}$/i;

/** Nobody chose: the form was printed as it is. */
const unfilled = /^(?:yes\s*\/\s*no|y\s*\/\s*n)\W*$/i;

/**
 * Each implication under its heading, in the order of the paper. Under a heading that only gathers them (“Other
 * implications”) every sub-heading is one, and every row of a table. One that is told twice, briefly in a form and at
 * length further on, is told at length.
 */
export function implicationsIn(
	all: readonly Section[],
	isTaken: (own: LabelRole) => (section: Section) => boolean,
): Implication[] {
	const found: Implication[] = [];
	for (const section of all) {
		if (section.role === 'implications') {
			const dashed = dashedIn(section.parts.filter((part) => !isSection(part)));
			if (dashed) {
				for (const one of dashed) add(found, {...one, section});
				continue;
			}
			if (gathers(section)) {
				found.push(...grouped(section, isTaken));
				continue;
			}
			const text = sectionText(section, isTakenBut(isTaken));
			add(found, {heading: section.head?.text ?? '', text, section});
		} else if (section.role === 'group') found.push(...grouped(section, isTaken));
	}
	return told(found);
}

/** Whether nothing stands under a heading but others, some of which are implications: it only gathers them. */
const gathers = ({parts, head}: Section): boolean =>
	parts.length > 1 &&
	parts.every(isSection) &&
	(parts.some(({role}) => role === 'implications') ||
		/^implications (?:for|of)\b/i.test(head?.text ?? ''));

/** Implications inside implications stand for themselves. */
const isTakenBut =
	(isTaken: (own: LabelRole) => (section: Section) => boolean) =>
	(section: Section): boolean =>
		section.role === 'implications' || isTaken('implications')(section);

function grouped(
	section: Section,
	isTaken: (own: LabelRole) => (section: Section) => boolean,
): Implication[] {
	const found: Implication[] = [];
	const words: Section['parts'] = [];
	for (const part of section.parts) {
		if (isSection(part)) {
			const isHead =
				(part.head?.style === 'cell' && columnHead.test(part.head.text)) ||
				/^(?:glossary|abbreviations)\b/i.test(part.head?.text ?? '');
			if (!isHead && (part.role === undefined || part.role === 'other')) {
				add(found, {
					heading: part.head?.text ?? '',
					text: sectionText(part, isTakenBut(isTaken)),
					section: part,
				});
			}
		} else if (part.kind === 'table' && part.rows.every((row) => row.length >= 2)) {
			for (const row of part.rows) {
				const [heading = '', ...rest] = row.map(cellText);
				const isHead = columnHead.test(heading) && row === part.rows[0];
				if (!isHead) add(found, {heading, text: rest.filter(Boolean).join('\n'), section});
			}
		} else words.push(part);
	}
	const dashed = dashedIn(words);
	if (dashed) {
		for (const {heading, text} of dashed) add(found, {heading, text, section});
		return found;
	}
	const text = sectionText({...section, parts: words}, () => false);
	// “The following were considered:” only leads to what was.
	const leads =
		(text.endsWith(':') && text.length <= 300) ||
		(text.length <= 200 &&
			/^(?:any|the) implications?\b.*\b(?:noted|set out|indicated|detailed|shown|listed)\b/i.test(
				text,
			));
	if (!leads) add(found, {heading: section.head?.text ?? '', text, section});
	return found;
}

/** Lines that each begin with their subject and a dash: `Resource - The cost is in the budget`. */
function dashedIn(parts: Section['parts']): {heading: string; text: string}[] | undefined {
	const lines = parts.flatMap((part) => {
		if (isSection(part) || part.kind === 'table') return [];
		const [, heading = '', text = ''] =
			/^(.{2,60}?)\s+[-–—]\s+(\S.*)$/s.exec(textOf(part.words)) ?? [];
		return [{heading, text}];
	});
	const known = lines.filter(
		({heading}) =>
			heading !== '' &&
			(subjects.has(keyOf(heading)) || matchHeading(heading)?.role === 'implications'),
	);
	return known.length >= 2 && lines.every(({heading}) => heading !== '') ? lines : undefined;
}

function add(found: Implication[], {heading, text, section}: Implication): void {
	const title = heading.replace(/[\s:–—-]+$/, '').trim();
	const said = unsigned(text);
	if (title !== '' && said !== '' && !unfilled.test(said))
		found.push({heading: title, text: said, section});
}

const placeOf = ({section}: Implication, of: 'at' | 'row'): number => section.head?.[of] ?? 0;

/** One of each heading: the longest. */
function told(found: readonly Implication[]): Implication[] {
	const byKey = new Map<string, Implication>();
	for (const one of found) {
		const key =
			keyOf(one.heading)
				.replaceAll(/\b(?:implication|consideration|comment|issue|impact)\b/g, '')
				.trim() || one.heading;
		const before = byKey.get(key);
		if (before === undefined || one.text.length > before.text.length) byKey.set(key, one);
	}
	const kept = new Set(byKey.values());
	return found
		.filter((one) => kept.has(one))
		.toSorted(
			(a, b) => placeOf(a, 'at') - placeOf(b, 'at') || placeOf(a, 'row') - placeOf(b, 'row'),
		);
}
