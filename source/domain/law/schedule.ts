import {joined} from '../voice/names.ts';
import type {PrivateWords} from './law.ts';

/** A schedule whose numbered paragraphs say what may be kept from the public, and how confidential matter is said to be so. */
type Schedule = {
	/** `Schedule 12A`. */
	name: string;
	act: string;
	/** What each paragraph is about; they are numbered from 1 without a gap. */
	paragraphs: Readonly<Record<number, string>>;
	/** The provision under which confidential information shuts the public out without a resolution. */
	confidential: string;
};

/** What holds of exempt matter, and how it is said, wherever a schedule lists it by paragraphs. */
export const bySchedule = ({
	name,
	act,
	paragraphs: known,
	confidential,
}: Schedule): Pick<
	PrivateWords,
	'asks' | 'paragraphs' | 'label' | 'word' | 'field' | 'resolves' | 'refuses' | 'says' | 'briefly'
> => ({
	asks: 'paragraph',
	paragraphs: known,
	label: 'Exempt',
	word: 'exempt',
	field: name,
	resolves: (why) => !why.confidential,
	refuses: (why) =>
		(why.paragraphs.length > 0 || why.confidential) && why.paragraphs.every((one) => one in known)
			? undefined
			: `an exempt item needs a paragraph of ${name}, 1 to ${Object.keys(known).length}, unless it is confidential`,
	says({paragraphs, confidential: isConfidential}) {
		if (isConfidential) return `Confidential information (${confidential})`;
		if (paragraphs.length === 0) return 'Confidential';
		const word = paragraphs.length === 1 ? 'Paragraph' : 'Paragraphs';
		const numbers = joined(
			paragraphs.map(({number}) => String(number)),
			'and',
		);
		const about = paragraphs.flatMap((one) => one.about || []);
		return `${word} ${numbers} of ${name} to the ${act}${about.length > 0 ? ` (${about.join('; ')})` : ''}`;
	},
	briefly: ({paragraphs, confidential: isConfidential}) =>
		isConfidential
			? 'confidential information'
			: `${name}, paragraph${paragraphs.length === 1 ? '' : 's'} ${paragraphs.join(', ')}`,
});
