import type {Paper} from '../read/paper.ts';
import {bare} from '../report/words.ts';
import {type PriorityGroup, levelsOf, titled} from './levels.ts';
import {type Heading, headingsOf} from './outline.ts';

/**
 * A priority: its title, and the blocks from its heading to the end of what it says. One that a list names without
 * saying more ends where it begins.
 */
export type PrioritySection = {title: string; from: number; to: number};

const most = 20;

/**
 * The priorities of a strategy, in its order: of all levels of its outline the one whose parts have most in common that
 * makes them priorities. What they are called counts most, then what gathers them (“Our priorities”), then whether each
 * holds actions or a list of the same kind.
 */
export function sectionsOf(
	paper: Paper,
	headings: readonly Heading[] = headingsOf(paper),
): PrioritySection[] {
	const groups = levelsOf(paper, headings).filter(
		({sections}) => sections.length >= 2 && sections.length <= most,
	);
	const [best] = groups.toSorted((a, b) => b.score - a.score);
	if (!best) return [];
	return withoutText(whole(best, groups)).map((section) => told(section, paper, headings));
}

/** All of them, where a list names more than are told about. */
function whole({sections}: PriorityGroup, groups: readonly PriorityGroup[]): PrioritySection[] {
	const same = (one: PrioritySection) => (other: PrioritySection) =>
		bare(one.title) === bare(other.title);
	const all = groups.find(
		(group) =>
			group.named &&
			group.sections.length > sections.length &&
			sections.every((one) => group.sections.some(same(one))),
	);
	return all ? all.sections.map((one) => sections.find(same(one)) ?? one) : sections;
}

/** What a list only names may have its own heading further on. */
function told(
	section: PrioritySection,
	{blocks}: Paper,
	headings: readonly Heading[],
): PrioritySection {
	if (section.to > section.from) return section;
	const own = headings.find(
		({at, text}) =>
			at > section.from && [text, titled(text)].some((one) => bare(one) === bare(section.title)),
	);
	if (!own) return section;
	const next = headings.find(({at, level}) => at > own.at && level <= own.level);
	return {title: section.title, from: own.at, to: next?.at ?? blocks.length};
}

/** Titles of a list without what each says of itself, where all of them do: “A place for all: Council will …”. */
function withoutText(sections: readonly PrioritySection[]): PrioritySection[] {
	const named = sections.map(
		({title}) => /^([^:.]{3,70}?)(?::|\s[–—-])\s+(?=\S.{9,})\S.*$/su.exec(title)?.[1],
	);
	return sections.map((section, at) =>
		named.every(Boolean) ? {...section, title: named[at] ?? section.title} : section,
	);
}
