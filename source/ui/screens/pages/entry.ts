import {dayIn, sayAgo, sayDay, timeIn} from '../../../domain/calendar.ts';
import {nameOf} from '../../../domain/names.ts';
import {itemNumber, itemOf} from '../../../domain/queries/meetings.ts';
import {tellEffect, tellValue} from '../../../domain/queries/effects.ts';
import {tellEntry} from '../../../domain/queries/sentences.ts';
import type {Database, Entry} from '../../../domain/schema/index.ts';
import {line, rule} from '../../components/line.ts';
import type {View} from '../screen.ts';
import {labelled, paragraph} from './text.ts';

/** The meeting and the item that an act fell in, as people call them. */
function duringText(database: Database, {during}: Entry): string | undefined {
	const held = database.meetings.find(({id}) => id === during?.meeting);
	if (!during || !held) return during?.meeting;
	const item = itemOf(held, during.item);
	return `${nameOf(database, `meetings/${held.id}`)}${item ? `, item ${itemNumber(held, item.id)} ${item.title}` : ''}`;
}

export function entryPage(view: View, entry: Entry): string[] {
	const {state, theme, width} = view;
	const {database, now} = state;
	const zone = database.organisation.timeZone;
	const effects = (entry.effects ?? []).flatMap((effect) => {
		const {what, before, after} = tellEffect(database, effect);
		if (effect.field !== undefined) {
			return [
				...labelled(view, 'changed', what),
				...labelled(view, '  before', before),
				...labelled(view, '  after', after),
			];
		}
		const [word, value] = effect.to === undefined ? ['removed', effect.from] : ['added', effect.to];
		const fields = Object.entries((value ?? {}) as Record<string, unknown>);
		return [
			...labelled(view, word, what),
			...fields.flatMap(([field, content]) =>
				labelled(view, '', `${field}: ${tellValue(database, effect.record, field, content)}`),
			),
		];
	});
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
		...labelled(view, 'User', `${entry.actor.user} on ${entry.actor.host}`),
		...labelled(view, 'During', duringText(database, entry)),
		...labelled(view, 'Hash', entry.hash),
		rule(theme, width, 'Before and after'),
		...(effects.length > 0 ? effects : [line(theme, width, ['dim', '   no record was altered'])]),
	];
}
