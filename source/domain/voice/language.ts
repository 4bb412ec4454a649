/** The languages that documents can be in. Whoever adds one is told by the compiler which words it needs. */
export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

/** The language of a locale; English where there are no words for its own. */
export const languageOf = (locale = 'en'): Language =>
	languages.find((language) => language === locale.split('-')[0]) ?? 'en';
