import {sayDay, sayPeriod} from '../../../domain/calendar.ts';
import {nameOf} from '../../../domain/names.ts';
import {itemNumber} from '../../../domain/queries/meeting/meetings.ts';
import {noticeClock} from '../../../domain/law/index.ts';
import type {Notice, NoticeKind} from '../../../domain/schema/index.ts';
import {noticeWords} from '../../../domain/words.ts';
import {line} from '../../components/line.ts';
import {todayOf} from '../../state.ts';
import type {View} from '../screen.ts';
import {labelled, titleLines} from './text.ts';

const agreedLabels: Partial<Record<NoticeKind, string>> = {'general-exception': 'Told'};

/** A notice in full, and whether its days are up. */
export function noticePage(view: View, notice: Notice): string[] {
	const {state, theme, width} = view;
	const {database} = state;
	const held = database.meetings.find(({id}) => id === notice.meeting);
	const clock = noticeClock(database, notice, todayOf(state));
	const day = (date: string | undefined) => date && sayDay(date);
	return [
		...titleLines(view, `${notice.id}  ${notice.title}`),
		line(
			theme,
			width,
			['accent', ` ${noticeWords[notice.kind]}`],
			['bad', notice.withdrawn ? '  WITHDRAWN' : ''],
			['warn', clock?.state === 'draft' ? '  DRAFT' : ''],
		),
		'',
		...labelled(view, 'Published', day(notice.publishedOn) ?? 'not yet'),
		...labelled(view, 'Days', clock && `${clock.says} (${clock.source})`),
		...labelled(view, 'Decision on', notice.decisionOn && sayPeriod(notice.decisionOn)),
		...labelled(view, 'Decided by', database.boards.find(({id}) => id === notice.board)?.name),
		...labelled(view, 'Report', notice.report && nameOf(database, `reports/${notice.report}`)),
		...labelled(
			view,
			'Meeting',
			held &&
				`${held.id} ${held.title}${notice.item ? `, item ${itemNumber(held, notice.item)}` : ''}`,
		),
		...labelled(view, 'Documents', notice.documents?.join('\n')),
		...labelled(view, 'Reasons', notice.reasons),
		...labelled(
			view,
			agreedLabels[notice.kind] ?? 'Agreed by',
			[notice.agreedBy, day(notice.agreedOn)].filter(Boolean).join(', '),
		),
		...labelled(view, 'Received', notice.representations),
		...labelled(view, 'Response', notice.response),
	];
}
