import type {Finding} from '../review.ts';
import {type Marking, markingIn, markingOf} from './exempt.ts';
import {type KnownParts, particular} from './known.ts';
import type {TakenLine} from './front.ts';
import type {Section} from './sections.ts';

type Marked = {marking: Marking; where: Section | TakenLine['line']; by: Finding['by']};

/**
 * Whether the paper is kept from the public. What is marked in any place counts, even where another says that it is
 * open: to publish by mistake cannot be undone. Only what goes with it (an appendix) being exempt leaves it open.
 */
export function exemptFinding({of, told, paragraphs}: KnownParts): Finding | undefined {
	const marked: Marked[] = [
		...of('exempt').flatMap(({section, text}) => {
			// “NOT FOR PUBLICATION” on a line of its own says it all.
			const isAlone = text === '' && section.head?.style === 'caps';
			// “Part: II”.
			const said = /^part\W*$/i.test(section.head?.text ?? '') ? `Part ${text}` : text;
			const marking = markingOf(isAlone ? (section.head?.text ?? '') : said);
			return marking ? [{marking, where: section, by: 'label' as const}] : [];
		}),
		...told.flatMap(({kind, text, line}) => {
			const marking = kind === 'exempt' ? (markingIn(text) ?? markingOf(text)) : undefined;
			return marking ? [{marking, where: line, by: 'place' as const}] : [];
		}),
		...paragraphs.flatMap((line) => {
			const marking = markingIn(line.text);
			return marking ? [{marking, where: line, by: 'place' as const}] : [];
		}),
	];
	const whole = marked.filter(({marking}) => marking.exempt === true);
	const part = marked.filter(({marking}) => marking.exempt === 'part');
	const open = marked.filter(({marking}) => marking.exempt === false);
	const paragraphs_ = (list: readonly Marked[]) =>
		[...new Set(list.flatMap(({marking}) => marking.paragraphs))].toSorted((a, b) => a - b);
	const [first] = whole;
	if (first) {
		const numbers = paragraphs_([...whole, ...part]);
		const {shown, note} = exemptShown(true, numbers, open.length > 0);
		return particular('exempt', {paragraphs: numbers}, shown, first.where, first.by, note);
	}
	const [attached] = part;
	if (attached) {
		const numbers = paragraphs_(part);
		const note = `only something that goes with it is exempt${numbers.length > 0 ? ` (${sayParagraphs(numbers)})` : ''}: keep that apart`;
		return particular('exempt', null, 'No', attached.where, attached.by, note);
	}
	const [public_] = open;
	return public_ && particular('exempt', null, 'No', public_.where, public_.by);
}

/** How a paper's being private or public is told, and what to look at. */
export function exemptShown(
	isPrivate: boolean,
	paragraphs: readonly number[],
	isOpenToo: boolean,
	isPart = false,
): {shown: string; note?: string} {
	if (!isPrivate) {
		return isPart
			? {shown: 'No', note: 'only something that goes with it is exempt: keep that apart'}
			: {shown: 'No'};
	}
	const notes = [
		...(paragraphs.length === 0 ? ['the paper names no paragraph of Schedule 12A'] : []),
		...(isOpenToo ? ['another place says that it is open'] : []),
	];
	return {
		shown: paragraphs.length > 0 ? `Yes: ${sayParagraphs(paragraphs)} of Schedule 12A` : 'Yes',
		...(notes.length > 0 ? {note: notes.join('; ')} : {}),
	};
}

export const sayParagraphs = (numbers: readonly number[]): string =>
	`paragraph${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`;
