import {type Paper, textOf} from '../read/paper.ts';
import {countedIn} from './counted.ts';
import type {Heading} from './outline.ts';
import {headingsOf} from './outline.ts';

/** A priority: its title, and the blocks from its heading to the end of what it says. */
export type Section = {title: string; from: number; to: number};

/**
 * The priorities of a strategy, in its order: headings that count them (“Priority 1 – …”, “Theme two: …”), else those
 * that stand under a heading such as “Our priorities”.
 */
export function sectionsOf(
	paper: Paper,
	headings: readonly Heading[] = headingsOf(paper),
): Section[] {
	const counted = countedSections(paper, headings);
	return counted.length > 0 ? counted : gatheredSections(paper, headings);
}

function countedSections({blocks}: Paper, headings: readonly Heading[]): Section[] {
	const all = headings.flatMap((heading) => {
		const found = countedIn(heading.text);
		return found ? [{heading, ...found}] : [];
	});
	const byNoun = Map.groupBy(all, ({noun}) => noun);
	const [best = []] = [...byNoun.values()].toSorted((a, b) => distinct(b) - distinct(a));
	if (distinct(best) < 2) return [];
	const firsts = best.filter(
		({place}, index) => best.findIndex((other) => other.place === place) === index,
	);
	return firsts.map(({heading, rest}, index): Section => {
		const next = firsts[index + 1]?.heading.at ?? blocks.length;
		const title = rest.trim() || nextLine(blocks, heading.at);
		return {
			title: title.replace(/^["“]|["”]$/g, ''),
			from: heading.at,
			to: Math.min(next, endOf(headings, heading, blocks.length)),
		};
	});
}

const distinct = (list: readonly {place: string}[]): number =>
	new Set(list.map(({place}) => place)).size;

/** What stands on the line below a heading that is a number alone. */
function nextLine(blocks: Paper['blocks'], at: number): string {
	const block = blocks[at + 1];
	const text =
		block && block.kind !== 'table' && block.kind !== 'break'
			? textOf(block).replaceAll('\n', ' ')
			: '';
	return text.length <= 160 ? text : '';
}

/** Where a section ends: at the next heading that is numbered like its own, or that is set as high. */
function endOf(headings: readonly Heading[], {at, level, number}: Heading, length: number): number {
	const next = headings.find((other) => {
		if (other.at <= at) return false;
		return number === undefined
			? other.level <= level
			: other.number !== undefined && other.number > number;
	});
	return next?.at ?? length;
}

/** Headings one step below “Our priorities”. */
function gatheredSections({blocks}: Paper, headings: readonly Heading[]): Section[] {
	for (const parent of headings) {
		if (
			!/^(?:the |our |strategic |key |corporate |council |\d+ |five |four |three |six )*(?:priorities|themes|pillars|ambitions|goals|strategic aims|missions|focus areas)\b/i.test(
				parent.text,
			)
		)
			continue;
		const end =
			headings.find(({at, level}) => at > parent.at && level <= parent.level)?.at ?? blocks.length;
		const inside = headings.filter(
			({at, level}) => at > parent.at && at < end && level > parent.level,
		);
		const top = Math.min(...inside.map(({level}) => level));
		const children = inside.filter(({level}) => level === top);
		if (children.length < 2) continue;
		return children.map(({at, text}, index) => ({
			title: text,
			from: at,
			to: children[index + 1]?.at ?? end,
		}));
	}
	return [];
}
