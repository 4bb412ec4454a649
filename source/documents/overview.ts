import {overview} from '../domain/queries/strategy/overview.ts';
import {sayActions, sayStatuses} from '../domain/queries/strategy/portfolio.ts';
import {currentStrategy} from '../domain/queries/strategy/projects.ts';
import type {Database, Meeting} from '../domain/schema/index.ts';
import {englishManner, screenVoice, type Voice} from '../domain/voice/index.ts';
import {meetingStatusWords} from '../domain/words.ts';
import {type Document, heading, list, pairs, table} from './tree.ts';

/** What the first screen tells, for a reader without one. `today` is a day in the organisation's time zone. */
export function overviewDocument(database: Database, today: string): Document {
	const strategy = currentStrategy(database);
	const {priorities, awaiting, next, last, total} = overview(database, today);
	const voice = screenVoice(database);
	return {
		title: strategy?.title ?? database.organisation.name,
		manner: englishManner(database),
		blocks: [
			...pairs(
				['Organisation', database.organisation.name],
				['Period', strategy && voice.period(strategy.period)],
				['Projects', total > 0 ? `${total}: ${sayStatuses(database.projects)}` : 'none yet'],
				['Actions', sayActions(database.actions, today)],
				['Last meeting', last && sayMeeting(voice, last)],
				['Next meeting', next && sayMeeting(voice, next)],
				['Revision', String(database.revision)],
			),
			...table({
				columns: [
					{title: 'Priority', widest: 40},
					{title: 'Projects', align: 'right'},
					{title: 'Status'},
				],
				rows: priorities.map(({priority, total}) => [
					`${priority.rank}. ${priority.title}`,
					String(total),
					sayStatuses(database.projects.filter((project) => project.priority === priority.id)) ||
						'none named',
				]),
			}),
			...(awaiting.length > 0 ? [heading(2, 'Decisions awaited')] : []),
			...list(awaiting.map(({meeting, title}) => `${title} (${meeting.id} ${meeting.title})`)),
		],
	};
}

function sayMeeting(voice: Voice, {id, title, status, startsAt, period}: Meeting): string {
	const date = startsAt
		? `${voice.day(startsAt)} at ${voice.clock(startsAt.slice(11))}`
		: period && voice.period(period);
	return [`${id} ${title}`, date, meetingStatusWords[status].toLowerCase()]
		.filter(Boolean)
		.join(', ');
}
