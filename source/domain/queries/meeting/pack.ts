import type {Database, Report} from '../../schema/index.ts';
import {alteredSince} from './altered.ts';
import {exemptionOf} from '../public/exempt.ts';
import {type Highlights, highlightsOf} from '../strategy/highlights.ts';
import {itemNumber} from './meetings.ts';
import {asOpen, type OpenAction} from '../strategy/progress.ts';
import {type Summons, summonsOf} from './summons.ts';

/** A board's papers for one meeting. */
export type BoardPack = {
	summons: Summons;
	/** The papers behind its items, by the item's number; of one that is kept from the public its title alone. */
	reports: {
		number: string;
		report: Report;
		withheld: boolean;
		/** What of its text is no longer as it was published. */
		altered?: {fields: string[]; on: string};
	}[];
	/** How the strategy stands, as at the day on which the papers were published. */
	highlights?: Highlights;
	/** What was placed at meetings of the board and is still open. */
	actions: OpenAction[];
};

/** What the members of a board are sent before one of its meetings, which must exist. */
export function packOf(
	database: Database,
	id: string,
	today: string,
	{publicOnly = false}: {publicOnly?: boolean} = {},
): BoardPack {
	const meeting = database.meetings.find((one) => one.id === id);
	if (!meeting) throw new Error(`no meeting ${id}`);
	const highlights = highlightsOf(database, today, {meeting: id});
	const own = new Set(
		database.meetings.filter(({board}) => board === meeting.board).map((one) => one.id),
	);
	return {
		summons: summonsOf(database, id, {publicOnly}),
		reports: meeting.agenda.flatMap((item) => {
			const report = database.reports.find((one) => one.id === item.about?.report);
			if (!report) return [];
			const withheld = publicOnly && exemptionOf(database, item) !== undefined;
			const altered = withheld ? undefined : alteredSince(database, report);
			const number = itemNumber(meeting, item.id);
			return [{number, report, withheld, ...(altered ? {altered} : {})}];
		}),
		...(highlights ? {highlights} : {}),
		actions: database.actions
			.filter(({status, meeting: placed}) => status === 'open' && own.has(placed ?? ''))
			.map((action) => asOpen(database, action, today)),
	};
}
