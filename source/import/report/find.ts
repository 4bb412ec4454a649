import {cut} from '../../domain/words.ts';
import {gate, most} from '../gate.ts';
import type {Paper} from '../read/paper.ts';
import {type Finding, longestPassage, type ImportReview} from '../review.ts';
import {fields, fieldWords, type ReportField, type LabelRole} from './fields.ts';
import {implicationsIn} from './implications.ts';
import {appendicesIn, isNone, papersIn} from './lists.ts';
import {headFindings} from './particulars.ts';
import {piecesOf} from './split.ts';
import {isFurniture, isReference, scrubbed, tidied, uncounted} from './tidy.ts';
import {isNumberedThrough, partsOf, passageOf, sectionText, unreadIn} from './render.ts';
import {recommendationsIn} from './recommendations.ts';
import {parseYes} from './yes-or-no.ts';
import {type Section, sectionsOf, sectionsWithin} from './sections.ts';

/** Headings that somebody said are others: `Why we need this` is `reasons`. */
type HeadingMap = Readonly<Record<string, LabelRole>>;

/**
 * What a decision report says, field by field, each with the passage that it stands in. Nothing is guessed: a field
 * that no heading, no label and no line of the front page announces is listed as missing. People are named by their
 * posts alone.
 */
export function findReport(paper: Paper, headings: HeadingMap = {}): ImportReview {
	const {root, remarks} = sectionsOf(
		piecesOf({...paper, blocks: uncounted(paper.blocks)}, headings),
	);
	const through = isNumberedThrough(sectionsWithin(root));
	const all = sectionsWithin(tidied(root, through));
	const finder = new Finder(all);
	const found = [...headFindings(root, sectionsWithin(root), finder), ...finder.findings()];
	const findings = fields.flatMap((field) => found.filter((finding) => finding.field === field));
	const review: ImportReview = {
		kind: 'report',
		title: findings.find(({field}) => field === 'title')?.shown ?? paper.name,
		findings: findings.map(scrubbed(finder.remarks)),
		missing: [],
		unread: unreadIn(all),
		remarks: [...paper.remarks, ...remarks, ...leftOut(finder.left), ...new Set(finder.remarks)],
	};
	return gate(review, {paper, asked: fields.map((field) => ({field, says: fieldWords[field]}))});
}

/** Whether a section inside another is a field of its own, or about a person. */
const isTaken =
	(own: LabelRole) =>
	({role, head}: Section): boolean =>
		role !== undefined && role !== own && (role !== 'other' || head?.match?.front === true);

/** Finds what stands under headings. */
class Finder {
	readonly remarks: string[] = [];
	/** Headings and labels under which people were named. */
	readonly left: string[] = [];
	readonly #all: readonly Section[];

	constructor(all: readonly Section[]) {
		this.#all = all;
	}

	findings(): Finding[] {
		return [
			...this.#first('summary'),
			...this.#recommendations(),
			...this.#first('reasons'),
			...this.#first('alternatives'),
			...this.#together('consultation'),
			...this.#together('scrutiny'),
			...this.#implications(),
			...this.#appendices(),
			...this.#papers(),
		];
	}

	/** The sections of a role that do not lie in another of the same role, those to be believed first in front. */
	#of(role: LabelRole): Section[] {
		const own = this.#all.filter((section) => section.role === role);
		const inner = (section: Section) => sectionsWithin(section).filter((one) => one.role === role);
		// What is headed more plainly inside another is meant; what is not is part of it.
		const better = new Set(
			own.filter((section) => inner(section).some(({weight}) => weight < section.weight)),
		);
		const within = new Set(own.filter((section) => !better.has(section)).flatMap(inner));
		return own
			.filter((section) => !within.has(section) && !better.has(section))
			.toSorted((a, b) => a.weight - b.weight);
	}

	#text(section: Section): string {
		return sectionText(section, isTaken(section.role ?? 'other')).trim();
	}

	#make(
		field: ReportField,
		value: unknown,
		shown: string,
		section: Section,
		id: string = field,
		passage = passageOf(section, isTaken(section.role ?? 'other')),
	): Finding {
		return {
			id,
			field,
			says: fieldWords[field],
			value,
			shown,
			passage,
			by:
				section.head && ['label', 'cell', 'runin'].includes(section.head.style)
					? 'label'
					: 'heading',
		};
	}

	/** A field that is said once: what says it again is told of. */
	#first(role: 'summary' | 'reasons' | 'alternatives'): Finding[] {
		const texts = this.#of(role).flatMap((section) => {
			const text = this.#text(section);
			return text === '' || isReference(text) || isFurniture(text) ? [] : [{section, text}];
		});
		const [first, ...others] = texts;
		if (!first) return [];
		const finding = this.#make(role, first.text, first.text, first.section);
		const again = others.filter(
			({text, section}) => text !== first.text && section.weight === first.section.weight,
		);
		if (again.length > 0)
			finding.note = `the paper says more under ${again.map(({section}) => `“${section.head?.text ?? ''}”`).join(', ')}`;
		else if (first.section.weight > 1 && role === 'alternatives')
			finding.note = 'what is proposed may stand among the options';
		return [finding];
	}

	/** A field whose parts stand under several headings: all of them, each under its own if there are more than one. */
	#together(role: 'consultation' | 'scrutiny'): Finding[] {
		let texts = this.#of(role).flatMap((section) => {
			const text = this.#text(section);
			return text === '' ? [] : [{section, text}];
		});
		const isAnswer = (said: string) =>
			/^(?:yes|no|n\/a)\W*$/i.test(said) ||
			(said.length <= 30 && parseYes(said, 'asked') !== undefined);
		const more = texts.filter(
			({text}) => !isAnswer(text.split('\n').at(-1) ?? '') || text.length > 40,
		);
		// A box that was ticked says nothing beside what is told at length.
		if (more.some(({section}) => section.head?.style !== 'cell')) texts = more;
		// Nor does a cell of a few words, such as the head of another column.
		const isCell = ({section, text: said}: (typeof texts)[number]) =>
			section.head?.style === 'cell' && said.length <= 90 && !/[.\d]/.test(said);
		if (texts.some((one) => !isCell(one))) texts = texts.filter((one) => !isCell(one));
		const [first] = texts;
		if (!first) return [];
		const text =
			texts.length === 1
				? first.text
				: texts.map(({section, text}) => `${section.head?.text ?? ''}\n${text}`).join('\n\n');
		const finding = this.#make(role, text, text, first.section);
		if (texts.length === 1) return [finding];
		const passages = texts.map(({section}) => passageOf(section, isTaken(role)));
		finding.passage = {
			from: Math.min(...passages.map(({from}) => from)),
			to: Math.max(...passages.map(({to}) => to)),
			text: cut(passages.map(({text}) => text).join('\n\n'), longestPassage),
		};
		return [finding];
	}

	#recommendations(): Finding[] {
		for (const section of this.#of('recommendations')) {
			const parts = [section, ...this.#alsoNoted(section)].flatMap((one) =>
				partsOf(one, isTaken('recommendations')),
			);
			const listed = recommendationsIn(parts);
			if (listed.length === 0 || (listed.length === 1 && isReference(listed[0]?.text ?? '')))
				continue;
			const passage = passageOf(section, isTaken('recommendations'));
			// What is longer than any list is refused by the gate, without all of it.
			return listed.slice(0, most.recommendations + 1).map(({text}, index) => ({
				...this.#make(
					'recommendations',
					text,
					text,
					section,
					`recommendations/${index + 1}`,
					passage,
				),
				says: listed.length === 1 ? 'Recommendation' : `Recommendation ${index + 1}`,
			}));
		}
		return [];
	}

	/** Where “Recommendations for decision” are one list and “for noting” another, both are recommended. */
	#alsoNoted({head}: Section): Section[] {
		if (!/\bfor decision\b/i.test(head?.text ?? '')) return [];
		return this.#of('recommendations').filter(({head}) =>
			/\bfor (?:noting|information)\b/i.test(head?.text ?? ''),
		);
	}

	#implications(): Finding[] {
		return implicationsIn(this.#all, isTaken).map(({heading, text, section}, index) => ({
			...this.#make('implications', {heading, text}, text, section, `implications/${index + 1}`),
			says: `Implications: ${heading}`,
			passage: passageOf(
				section,
				(inner) => inner.role === 'implications' || isTaken('implications')(inner),
			),
		}));
	}

	#appendices(): Finding[] {
		for (const section of this.#of('appendices')) {
			const parts = partsOf(section, isTaken('appendices'));
			const list = appendicesIn(parts);
			if (list.length > 0) return [this.#make('appendices', list, list.join('\n'), section)];
			if (isNone(this.#text(section)))
				return [
					{
						...this.#make('appendices', [], 'None', section),
						note: 'the paper says that there are none',
					},
				];
		}
		return [];
	}

	#papers(): Finding[] {
		for (const section of this.#of('backgroundPapers')) {
			// Where a paper is kept, and who keeps it, is not part of its name.
			const isPlace = ({head, role}: Section) =>
				head?.style === 'cell' &&
				role === undefined &&
				/^(?:held|location|where|file)\b/i.test(head.text);
			const isElse = (inner: Section) => isTaken('backgroundPapers')(inner) || isPlace(inner);
			const text = papersIn(partsOf(section, isElse));
			if (text !== '') return [this.#make('backgroundPapers', text, text, section)];
		}
		return [];
	}
}

/** That names and addresses were left out, and where they stand. */
const leftOut = (places: readonly string[]): string[] =>
	places.length === 0
		? []
		: [
				`names and contact details were left out: ${[...new Set(places)].map((place) => `“${place}”`).join(', ')}`,
			];
