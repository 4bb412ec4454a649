import file from '../../../../data/holidays-england-and-wales.json' with {type: 'json'};
import type {Calendar} from '../../rules/days.ts';
import type {Database} from '../../schema/index.ts';

/*
 * Where a statute says "clear days" without more, the Court of Appeal read the three of LGA 1972 s.100B as working
 * days (R v Swansea City Council ex parte Elitestone, 1993), so the five-day periods here are working days; the
 * 28-day ones of SI 2012/2089 are counted as calendar days (reading: common practice of councils, no
 * authority found).
 */

const named = new Map(Object.entries(file.holidays));

/** The public holidays of England and Wales, and the days of the organisation's own (`rules.holidays`). */
export const englishCalendar = ({rules}: Pick<Database, 'rules'>): Calendar => ({
	holiday: (day) => named.get(day) ?? (rules.holidays?.includes(day) ? 'local holiday' : undefined),
	years: {from: file.from, to: file.to},
});
