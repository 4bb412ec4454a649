import {dayIn, timeIn} from '../calendar.ts';
import {profileOf} from '../law/boards.ts';
import {wordsUnder} from '../law/voices.ts';
import type {Database, Profile} from '../schema/index.ts';
import {
	countryOf,
	type DateStyle,
	isMonthFirst,
	sayClockIn,
	sayDayIn,
	sayPeriodIn,
} from './dates.ts';
import {type Language, languageOf} from './language.ts';
import {english} from './english/index.ts';
import {welsh} from './welsh/index.ts';

/** Everything that documents say of the field's things, a group for each feature. */
export type DocumentWords = typeof english;

/** How an organisation has its documents: in which language and country's manner, and in whose time. */
export type Manner = Pick<
	Database['organisation'],
	'locale' | 'timeZone' | 'paper' | 'namesTimeZone'
>;

/** The manner in which documents of a database speak, for the data that they are made of. */
export const mannerOf = ({organisation}: Pick<Database, 'organisation'>): Manner => ({
	timeZone: organisation.timeZone,
	locale: organisation.locale,
	paper: organisation.paper,
	namesTimeZone: organisation.namesTimeZone,
});

/** The words of one language, with days and times as one place writes them. */
export type Voice = DocumentWords & {
	day: (date: string) => string;
	period: (date: string | {from: string; to: string}) => string;
	/** The wall-clock time of an instant. */
	time: (instant: string) => string;
	/** A wall-clock time that is kept as `18:30`. */
	clock: (time: string) => string;
	/** `on 22 November 2026 at 10:12`. */
	when: (instant: string) => string;
};

const languages = {en: english, cy: welsh} satisfies Record<Language, DocumentWords>;

/** A locale as documents name it, for the language of a page and of a spelling checker. */
export const localeOf = ({locale = 'en-GB'}: Pick<Manner, 'locale'>): string =>
	languageOf(locale) === locale.split('-')[0] ? locale : 'en-GB';

/** Countries whose paper is Letter. */
const letter: ReadonlySet<string> = new Set(['US', 'CA', 'PH', 'MX', 'CL', 'CO']);

/** The paper that was chosen, else that of the country. */
export const paperOf = ({locale, paper}: Pick<Manner, 'locale' | 'paper'>): 'A4' | 'Letter' =>
	paper ?? (letter.has(countryOf(locale)) ? 'Letter' : 'A4');

/** The words for a locale, where no days or times are to be told. */
export const wordsOf = ({locale}: Pick<Manner, 'locale'>): DocumentWords =>
	languages[languageOf(locale)];

const voices = new Map<string, Voice>();

/** The voice of documents under a law; where no locale is named, that of the United Kingdom. */
export function voiceOf({
	locale = 'en-GB',
	timeZone,
	law,
}: Pick<Manner, 'locale' | 'timeZone'> & {law?: Profile | undefined}): Voice {
	const key = `${locale} ${timeZone} ${law}`;
	const known = voices.get(key);
	if (known) return known;
	const words = wordsUnder(law, languageOf(locale)) ?? wordsOf({locale});
	const american = isMonthFirst(locale);
	const style: DateStyle = {
		months: words.values.months,
		monthFirst: american,
		twelveHours: american,
	};
	const day = (date: string) => sayDayIn(style, date);
	const time = (instant: string) => sayClockIn(style, timeIn(instant, timeZone));
	const voice: Voice = {
		...words,
		day,
		period: (date) => sayPeriodIn(style, date),
		time,
		clock: (found) => sayClockIn(style, found),
		when: (instant) => words.decision.when(day(dayIn(instant, timeZone)), time(instant)),
	};
	voices.set(key, voice);
	return voice;
}

/** The manner of what is in English whatever the documents' language: the screens, lists, and the papers about a strategy. */
export const inEnglish = (manner: Manner): Manner => ({
	...manner,
	locale: languageOf(manner.locale) === 'en' ? manner.locale : 'en-GB',
});

/** The manner of a document that is in English, after its organisation's country. */
export const englishManner = (database: Pick<Database, 'organisation'>): Manner =>
	inEnglish(mannerOf(database));

/** The voice of the screens, and of what is in English. */
export const screenVoice = (database: Pick<Database, 'organisation' | 'rules'>): Voice =>
	voiceOf({...englishManner(database), law: profileOf(database, undefined)});

/** When something starts, as the screens say it: `12 October 2026, 14:00`. */
export function sayStart(
	database: Pick<Database, 'organisation' | 'rules'>,
	startsAt: string,
): string {
	const {day, clock} = screenVoice(database);
	return `${day(startsAt.slice(0, 10))}, ${clock(startsAt.slice(11))}`;
}

/** The zone of all times in a document, where its organisation wants it named: `Central Time (America/Chicago)`. */
export function zoneOf(manner: Manner): string | undefined {
	if (!manner.namesTimeZone) return undefined;
	const {timeZone} = manner;
	const format = new Intl.DateTimeFormat(localeOf(manner), {timeZone, timeZoneName: 'longGeneric'});
	const name = format
		.formatToParts(Date.UTC(2026, 0))
		.find(({type}) => type === 'timeZoneName')?.value;
	return name === undefined || name.startsWith('GMT') ? timeZone : `${name} (${timeZone})`;
}
