import type {Declared, Moved} from '../../queries/meeting/attendance.ts';
import type {InterestWords} from '../../law/law.ts';
import type {InterestKind, RollMark} from '../../schema/index.ts';
import {joinedNames, type PartWords, sentence} from '../names.ts';

const parts: PartWords = {
	chair: 'chair',
	'vice-chair': 'vice-chair',
	member: undefined,
	secretary: 'secretary',
	adviser: 'adviser',
};

const interests: Record<InterestKind, string> = {
	dpi: 'a disclosable pecuniary interest',
	ori: 'another registrable interest',
	nri: 'a non-registrable interest',
	conflict: 'a conflict of interest',
};

const moves: Record<Moved['kind'], string> = {
	arrived: 'arrived',
	left: 'left',
	returned: 'returned',
};

/** A board’s own word for an interest, within a sentence. */
const withArticle = (word: string): string => {
	const said = /^[A-Z][a-z]/.test(word) ? word[0]?.toLowerCase() + word.slice(1) : word;
	return `${/^[aeiou]/i.test(said) ? 'an' : 'a'} ${said}`;
};

const bare = (text: string): string => text.trim().replace(/\.$/, '');

/** What is said of who was there, and of the interests that they declared. */
export const roll = {
	heading: 'Attendance',
	marks: {
		present: 'Present',
		substitute: 'Substitutes',
		'in-attendance': 'In attendance',
		apologies: 'Apologies',
		absent: 'Absent',
	} satisfies Record<RollMark, string>,
	movements: {
		arrived: 'Arrived',
		left: 'Left',
		returned: 'Returned',
	} satisfies Record<Moved['kind'], string>,
	parts,
	inTheChair: 'in the chair',
	standsFor: (member: string): string => `for ${member}`,
	/** Somebody who took part by video or telephone; whether the law counts them. */
	elsewhere: {
		counted: 'taking part from elsewhere',
		uncounted: 'from elsewhere, neither counted nor voting',
	},
	/** The item in which somebody came or went, behind the time. */
	inItem: (number: string): string => `item ${number}`,
	apologies: (people: readonly string[]): string =>
		`Apologies were received from ${joinedNames(people, 'and')}.`,
	late: (people: readonly string[]): string =>
		`Apologies for lateness were received from ${joinedNames(people, 'and')}.`,
	noApologies: 'There were none.',
	moved: ({name, kind}: Pick<Moved, 'name' | 'kind'>, time: string): string =>
		sentence(`${name} ${moves[kind]} at ${time}`),
	noInterests: 'No interests were declared.',
	interestsNotRecorded: 'Whether anybody was asked about interests is not recorded.',
	interestsIn: (items: string): string => `Interests were declared in ${items}.`,
	/**
	 * A declaration as a sentence: who, what kind of interest, its nature unless it is sensitive, and whether
	 * the person stayed, where somebody said so.
	 */
	declared(
		{name, kind, own, nature, sensitive, withdrew, voteless, dispensation}: Declared,
		law: Pick<InterestWords, 'sensitive' | 'voteless'>,
	): string {
		const what = sensitive ? law.sensitive : nature ? ` (${bare(nature)})` : '';
		const which = !dispensation || dispensation === 'granted' ? '' : ` (${bare(dispensation)})`;
		const stayed = withdrew === false;
		const conduct = withdrew
			? ' and withdrew from the room'
			: dispensation
				? ` ${stayed ? 'and stayed under' : 'and had'} a dispensation${which}`
				: voteless
					? ` and ${stayed ? 'stayed' : 'was'} ${law.voteless}`
					: stayed
						? ' and stayed'
						: '';
		return `${name} declared ${own ? withArticle(own) : interests[kind]}${what}${conduct}.`;
	},
};
