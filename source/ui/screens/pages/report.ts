import {sayDay} from '../../../domain/calendar.ts';
import {reportLaw} from '../../../domain/law/boards.ts';
import {alteredSince} from '../../../domain/queries/meeting/altered.ts';
import {tellExempt} from '../../../domain/queries/public/exempt.ts';
import {itemNumber} from '../../../domain/queries/meeting/meetings.ts';
import {reportFields} from '../../../domain/records/report.ts';
import type {Database, Report} from '../../../domain/schema/index.ts';
import type {View} from '../screen.ts';
import {fieldLines, labelCells} from './record.ts';
import {labelled, titleLines} from './text.ts';
import {privateLines} from './unreleased.ts';

/** The items behind which it stands, the newest meeting first. */
const itemsOn = ({meetings}: Database, {id}: Report): string =>
	meetings
		.toReversed()
		.flatMap((meeting) =>
			meeting.agenda
				.filter(({about}) => about?.report === id)
				.map((item) => `item ${itemNumber(meeting, item.id)} of ${meeting.id} ${meeting.title}`),
		)
		.join('; ');

/** All that a report says, and what became of it since it was published. */
export function reportPage(view: View, report: Report): string[] {
	const {database} = view.state;
	const law = reportLaw(database, report);
	const altered = alteredSince(database, report);
	const recommended = report.recommendations.map((text, index) => `${index + 1}. ${text}`);
	const row = (label: string, text: string | undefined) => labelled(view, label, text, labelCells);
	return [
		...titleLines(view, `${report.id}  ${report.title}`),
		...privateLines(view, `reports/${report.id}`),
		...row('On the agenda', itemsOn(database, report)),
		...(report.exempt
			? row(law.privately.label, law.privately.says(tellExempt(law, report.exempt)))
			: []),
		...row(
			'Altered',
			altered &&
				`${altered.fields.join(', ')}, since it was published; last on ${sayDay(altered.on)}`,
		),
		...row('Recommended', recommended.join('\n')),
		...fieldLines(view, reportFields, report, ['title', 'recommendations', 'exempt']),
		...(report.exempt
			? [...row('Public title', report.exempt.title), ...row('Public text', report.exempt.summary)]
			: []),
	];
}
