import {dayIn, sayShortDay, timeIn} from '../../domain/calendar.ts';
import {actorName} from '../../domain/actor.ts';
import {parseLogFilter} from '../../domain/queries/log/filter.ts';
import {takenBack} from '../../domain/log/standing.ts';
import {archiveWith} from '../../domain/log/anchor.ts';
import type {Entry} from '../../domain/schema/index.ts';
import {count} from '../../domain/words.ts';
import {fitsLog, tellEntry} from '../acts.ts';
import {line, type LinePart} from '../components/line.ts';
import {filterLine} from './projects.ts';
import {
	idOf,
	keeping,
	listLines,
	remembered,
	type Screen,
	type View,
	windowNote,
} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';

const goneOf = keeping(takenBack);

function entryParts({state}: View, entry: Entry): LinePart[] {
	const isGone = goneOf(state.database.log).has(entry.revision);
	const zone = state.database.organisation.timeZone;
	const name = actorName(entry.actor);
	const told = tellEntry(state.database, entry);
	return [
		['strong', `r${entry.revision}`, 6],
		['dim', `${sayShortDay(dayIn(entry.at, zone))} ${timeIn(entry.at, zone)}`, 19],
		['dim', isGone ? 'taken back: ' : ''],
		[isGone ? 'dim' : 'plain', told.startsWith(name) ? told : `${name} ${told}`],
	];
}

export const log: Screen = {
	// An act is a sentence: beside a pane it would be cut sooner than on a narrower screen.
	pane: false,
	rows: remembered(({database}, {filter}) => {
		const wanted = parseLogFilter(filter?.value ?? '');
		return database.log
			.filter((entry) => fitsLog(database, entry, wanted))
			.map(({revision}) => `log/${revision}`)
			.toReversed();
	}),
	row(view, path) {
		const entry = view.state.database.log.find(({revision}) => String(revision) === idOf(path));
		return entry ? entryParts(view, entry) : [];
	},
	told: ({state: {database}}) => ['Log', `${count(database.log.length, 'act')}, newest first`],
	draw(view) {
		const {state, place, theme, width, height} = view;
		const rows = log.rows(state, place);
		const {length} = state.database.log;
		const older = archiveWith(state.database.log, (state.database.log[0]?.revision ?? 1) - 1);
		const head = [
			line(
				theme,
				width,
				['strong', ` ${count(length, 'act')}`],
				[
					'dim',
					`, newest first; ${keyFor('list.open')} shows all of one${older ? `; older in ${older}` : ''}   ${windowNote(view, rows, height - 2)}`,
				],
			),
			filterLine(view, rows.length, length),
		];
		if (rows.length === 0)
			return [
				...head,
				line(
					theme,
					width,
					`  ${length === 0 ? 'Nothing has been recorded yet.' : `Nothing fits the filter. ${keyFor('place.back')} clears it.`}`,
				),
			];
		return [...head, ...listLines(view, rows, height - head.length, log.row)];
	},
};
