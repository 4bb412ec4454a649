import {dayIn, sayAgo, sayDay, timeIn} from '../../../domain/calendar.ts';
import {takenBackBy} from '../../../domain/log/standing.ts';
import {tellAll} from '../../../domain/queries/log/effects.ts';
import type {Entry} from '../../../domain/schema/index.ts';
import {duringName, tellEntry} from '../../acts.ts';
import {line, rule} from '../../components/line.ts';
import type {View} from '../screen.ts';
import {labelled, paragraph} from './text.ts';

export function entryPage(view: View, entry: Entry): string[] {
	const {state, theme, width} = view;
	const {database, now} = state;
	const zone = database.organisation.timeZone;
	const effects = tellAll(database, entry.effects ?? []).flatMap((told) => {
		if (told.word === 'changed') {
			return [
				...labelled(view, told.word, told.what),
				...labelled(view, '  before', told.before),
				...labelled(view, '  after', told.after),
			];
		}
		return [
			...labelled(view, told.word, told.what),
			...told.fields.flatMap(([field, value]) => labelled(view, '', `${field}: ${value}`)),
		];
	});
	const back = takenBackBy(database.log, entry.revision);
	return [
		line(
			theme,
			width,
			['strong', ` Revision ${entry.revision}`],
			[
				'dim',
				`  ${sayDay(dayIn(entry.at, zone))} ${timeIn(entry.at, zone)}, ${sayAgo(entry.at, now)}`,
			],
		),
		...paragraph(view, tellEntry(database, entry)),
		'',
		...(entry.actor.host === ''
			? []
			: labelled(view, 'User', `${entry.actor.user} on ${entry.actor.host}`)),
		...labelled(view, 'During', duringName(database, entry)),
		...labelled(view, 'Taken back', back === undefined ? undefined : `by revision ${back}`),
		...labelled(view, 'Hash', entry.hash),
		rule(theme, width, 'Before and after'),
		...(effects.length > 0 ? effects : [line(theme, width, ['dim', '   no record was altered'])]),
	];
}
