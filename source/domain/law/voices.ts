import type {Profile} from '../schema/index.ts';
import type {english} from '../voice/english/index.ts';
import type {Language} from '../voice/language.ts';
import {parliamentary} from './us/words.ts';

const voices: Partial<Record<Profile, Partial<Record<Language, typeof english>>>> = {
	'us-open-meetings': {en: parliamentary},
};

/** The words of a law that puts the field's things otherwise than its language does. */
export const wordsUnder = (
	law: Profile | undefined,
	language: Language,
): typeof english | undefined => law && voices[law]?.[language];
