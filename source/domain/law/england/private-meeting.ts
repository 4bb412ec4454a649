import {addDays, sayDay} from '../../calendar.ts';
import {exemptionOf} from '../../queries/public/exempt.ts';
import {
	afterWorkingDays,
	type Calendar,
	clearDays,
	lastDayFor,
	sayDoubt,
	sayLeftOut,
} from '../../rules/days.ts';
import type {Database, Notice} from '../../schema/index.ts';
import {count} from '../../words.ts';
import type {Asked, Ruling} from '../law.ts';
import {englishCalendar} from './holidays.ts';
import {filled, noticesFor, ruling} from './notices.ts';

const source = 'SI 2012/2089 reg 5';

/**
 * Whether an exempt item of an executive's meeting may be taken in private on a day (SI 2012/2089 reg 5):
 * - a notice with reasons 28 clear days before, counted as calendar days (reg 5(2) and (3)),
 * - and a second one five clear days before, counted as working days, with reasons, the representations
 *   received and the response to them (reg 5(4) and (5));
 * - or, where the date makes that impracticable, the agreement of the chair of scrutiny, or in their
 *   absence the council's, that the meeting is urgent (reg 5(6); reading: it is held as `agreedBy`,
 *   `agreedOn` and `reasons` of the first notice).
 * One who decides alone holds no meeting, and a committee needs its resolution alone (s.100A(4)).
 */
export function privateMeeting(database: Database, {meeting, item, day}: Asked): Ruling {
	const board = database.boards.find(({id}) => id === meeting.board);
	if (!exemptionOf(database, item)) return ruling(true, source, 'The item is taken in public.');
	if (board?.kind !== 'executive') {
		return ruling(true, source, 'No notice is needed: this is no meeting of an executive.');
	}
	const calendar = englishCalendar(database);
	const notices = noticesFor(database, meeting, item);
	const first = notices.filter(({kind}) => kind === 'private-meeting');
	const second = notices.filter(({kind}) => kind === 'private-meeting-confirmed');
	return (
		first.map((notice) => agreed(notice, day)).find((found) => found !== undefined) ??
		both(best(first, notice28, day, calendar), best(second, notice5, day, calendar))
	);
}

/** The agreement that the meeting is urgent, if a notice records it. */
function agreed({id, agreedBy, agreedOn, reasons}: Notice, day: string): Ruling | undefined {
	if (!filled(agreedBy) || !filled(reasons) || agreedOn === undefined || agreedOn > day) {
		return undefined;
	}
	const says = `Notice ${id}: ${agreedBy} agreed on ${sayDay(agreedOn)} that the private meeting is urgent (reg 5(6)); no days of notice are needed.`;
	return ruling(true, source, says, {earliest: agreedOn, doneOn: agreedOn});
}

/** One of the two notices: how many days before, and what it must hold. */
type Wanted = {
	name: string;
	days: number;
	kind: 'calendar' | 'working';
	lacks: (notice: Notice) => string | undefined;
};
const notice28: Wanted = {
	name: 'notice of the private meeting',
	days: 28,
	kind: 'calendar',
	lacks: ({reasons}) => (filled(reasons) ? undefined : 'reasons (reg 5(3))'),
};
const notice5: Wanted = {
	name: 'second notice of the private meeting',
	days: 5,
	kind: 'working',
	lacks: ({reasons, representations, response}) => {
		if (!filled(reasons)) return 'reasons (reg 5(5)(a))';
		if (!filled(representations)) return 'the representations received, or “none” (reg 5(5)(b))';
		return filled(response) || /^(none|nil)\b/i.test(representations.trim())
			? undefined
			: 'the response to the representations (reg 5(5)(c))';
	},
};

/** The first notice that does; else what is wrong with the last of them, and by when to mend it. */
function best(notices: Notice[], wanted: Wanted, day: string, calendar: Calendar): Ruling {
	const judged = notices.map((notice) => judge(notice, wanted, day, calendar));
	const good = judged.find(({ok}) => ok);
	if (good) return good;
	const {day: by, leftOut} = lastDayFor(day, wanted.days, wanted.kind, calendar);
	const way = `Publish the ${wanted.name}, ${wanted.days} clear ${wanted.kind} days before${sayLeftOut(leftOut)}.`;
	return {
		...(judged.at(-1) ?? ruling(false, source, `There is no ${wanted.name}.`)),
		ways: [{by, says: way}],
	};
}

function judge(notice: Notice, wanted: Wanted, day: string, calendar: Calendar): Ruling {
	const {id, publishedOn} = notice;
	const name = `Notice ${id}, the ${wanted.name},`;
	if (publishedOn === undefined) return ruling(false, source, `${name} has no day of publication.`);
	const counted = clearDays(publishedOn, day, wanted.kind, calendar);
	const {leftOut} = counted;
	const end =
		wanted.kind === 'working'
			? afterWorkingDays(publishedOn, wanted.days, calendar).day
			: addDays(publishedOn, wanted.days);
	const earliest = addDays(end, 1);
	const given = `${name} published on ${sayDay(publishedOn)}, gives ${count(counted.days, `clear ${wanted.kind} day`)} before ${sayDay(day)}; ${wanted.days} are needed${sayLeftOut(leftOut)}`;
	if (counted.days < wanted.days) {
		const says = `${given}. The first lawful day is ${sayDay(earliest)}.${sayDoubt(counted)}`;
		return ruling(false, source, says, {earliest, leftOut});
	}
	const lacks = wanted.lacks(notice);
	return lacks === undefined
		? ruling(true, source, `${given}.${sayDoubt(counted)}`, {
				earliest,
				doneOn: publishedOn,
				leftOut,
			})
		: ruling(false, source, `${given}. But it lacks ${lacks}.`, {leftOut});
}

/** Both notices are wanted: the later day counts, and what is missing must be done by the earlier one. */
function both(first: Ruling, second: Ruling): Ruling {
	const parts = [first, second];
	const latest = (days: (string | undefined)[]) =>
		days.includes(undefined)
			? undefined
			: days
					.flatMap((one) => one ?? [])
					.toSorted()
					.at(-1);
	const ways = parts.filter(({ok}) => !ok).flatMap(({ways}) => ways);
	const by = ways.map((way) => way.by).toSorted()[0];
	return ruling(first.ok && second.ok, source, parts.map(({says}) => says).join(' '), {
		earliest: latest(parts.map(({earliest}) => earliest)),
		doneOn: latest(parts.map(({doneOn}) => doneOn)),
		leftOut: second.leftOut,
		ways: by === undefined ? [] : [{by, says: ways.map(({says}) => says).join(' ')}],
	});
}
