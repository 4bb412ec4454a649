// The end of the minutes: where ink goes, and the seal.
import {dayIn} from '../domain/calendar.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import type {Minutes} from '../domain/queries/minutes/minutes.ts';
import type {Voice} from '../domain/voice/index.ts';
import {meetingOf} from './places.ts';
import {timed} from './several-days.ts';
import {and, derived, fieldsOf, type Source} from './source.ts';
import {type Block, paragraph, type Text} from './tree.ts';

/** How far minutes have come: that they were approved names the meeting that did it. */
export function statusBy(minutes: Minutes): Source {
	const {approval} = minutes;
	const fields = ['status', 'approvedBy', 'approvedAt', 'signedBy'];
	const stage = derived(
		'stage',
		...fieldsOf(`${meetingOf(minutes)}/minutes`, ...fields),
		`${meetingOf(minutes)}/status`,
	);
	return approval?.meeting === undefined ? stage : and(stage, `meetings/${approval.meeting}/title`);
}

/** Where ink goes. */
const dots = '.'.repeat(30);

/**
 * A closing sentence, as minutes have one; an individual's decision has no meeting to close. Approved
 * minutes are signed by whoever presides at the meeting that approves them.
 */
export function closing({minutes: words, day, time}: Voice, minutes: Minutes): Block[] {
	if (lawOfBoard(minutes).alone) return [];
	const {meeting, status, signature} = minutes;
	const {openedAt, closedAt} = meeting;
	const times = fieldsOf(meetingOf(minutes), 'openedAt', 'closedAt');
	return [
		...(closedAt && openedAt
			? [paragraph(words.closedAt(time(closedAt)), timed(minutes, ...times))]
			: []),
		...(status === 'approved' ? [paragraph(words.toSign(dots), statusBy(minutes))] : []),
		...(status === 'signed' && signature
			? [
					paragraph(
						words.signed(signature.name, signature.on && day(signature.on)),
						and(statusBy(minutes), `${meetingOf(minutes)}/minutes/signedOn`),
					),
				]
			: []),
	];
}

/** The seal of the newest version that was given out. A draft has none. */
export function footerOf({minutes: words, day, time}: Voice, minutes: Minutes): Text[] {
	const {status, seals, altered, unproved, timeZone} = minutes;
	const last = seals.at(-1);
	if (status === 'draft' || !last) return [];
	const version = words.seal.version(last.version, day(dayIn(last.at, timeZone)), time(last.at));
	const seal = minutes.public ? words.seal.ofWhole(last.seal) : last.seal;
	const kind = altered
		? status === 'approved' || status === 'signed'
			? 'corrected'
			: 'altered'
		: unproved
			? 'unproved'
			: 'stands';
	return [words.seal[kind](version, seal)];
}

/** A seal is told; whether it stands is judged by all that it covers. */
export function sealedBy(minutes: Minutes): Source {
	const {items, other} = minutes;
	const recorded = [...items, other];
	const acts = recorded.flatMap(({changes, strategies, progress}) =>
		[...changes, ...strategies, ...progress].map(({revision}) => revision),
	);
	return {
		rule: 'seal',
		from: [
			meetingOf(minutes),
			...recorded.flatMap(({decisions, actions}) => [
				...decisions.map(({id}) => `decisions/${id}`),
				...actions.map(({id}) => `actions/${id}`),
			]),
			...items.flatMap(({paper}) => (paper ? [`reports/${paper.id}`] : [])),
			`boards/${minutes.board.id}`,
		],
		...(acts.length > 0 ? {acts} : {}),
	};
}
