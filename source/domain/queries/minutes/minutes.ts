import type {Database} from '../../schema/index.ts';
import {exclusionOf} from '../public/exempt.ts';
import {minutesRecord} from './record.ts';
import type {MinutedItem, Recorded} from './minuted-item.ts';
import type {Minutes} from './content.ts';
import {isWithheld} from '../public/records.ts';
import {publicView} from '../public/view.ts';

export type {MinutedItem, Recorded} from './minuted-item.ts';
export {contentForm, contentOf, type Minutes, type SealedContent} from './content.ts';

/**
 * The minutes of a meeting, which must exist. With `publicOnly` they are made of the public view alone, and of what is
 * kept from the public they name what was decided by its number, and no paper.
 */
export function minutesOf(
	database: Database,
	id: string,
	{publicOnly = false}: {publicOnly?: boolean} = {},
): Minutes {
	if (!publicOnly) return minutesRecord(database, id);
	const minutes = minutesRecord(publicView(database), id);
	return {
		...minutes,
		public: true,
		items: minutes.items.map((item) => withExclusion(database, id, briefly(item))),
		other: {...minutes.other, ...withoutWithheld(minutes.other)},
	};
}

/**
 * The resolution that took an item in private may stand on that item, in words that are kept back: that there was one, by
 * its number, is told all the same. Nobody may read that none is recorded.
 */
function withExclusion(whole: Database, id: string, item: MinutedItem): MinutedItem {
	if (!item.exempt || item.exempt.exclusion) return item;
	const meeting = whole.meetings.find((one) => one.id === id);
	const own = meeting?.agenda.find((one) => one.id === item.id);
	const exclusion = meeting && own && exclusionOf(whole, meeting, own);
	return exclusion ? {...item, exempt: {...item.exempt, exclusion}} : item;
}

/** An item on something exempt has its public title already; that there is nothing more is said once for it. */
function briefly(item: MinutedItem): MinutedItem {
	const told = {...item, ...withoutWithheld(item)};
	if (!item.exempt) return told;
	const decisions = item.decisions.filter(isWithheld).map(({id}) => id);
	return {...told, paper: undefined, outstanding: undefined, withheld: {decisions}};
}

const withoutWithheld = ({decisions}: Recorded): Pick<Recorded, 'decisions'> => ({
	decisions: decisions.filter((decision) => !isWithheld(decision)),
});
