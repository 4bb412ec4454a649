import {compareDays} from '../domain/calendar.ts';
import {every} from '../domain/every.ts';
import type {BoardLaw} from '../domain/law/law.ts';
import type {Attended, Declared, Moved} from '../domain/queries/meeting/attendance.ts';
import type {Minutes} from '../domain/queries/minutes/minutes.ts';
import {isRollTaken} from '../domain/rules/presence.ts';
import type {RollMark} from '../domain/schema/index.ts';
import type {Voice} from '../domain/voice/index.ts';
import {withDetails} from '../domain/voice/names.ts';
import {agendaOf, itemOf, meetingOf, rollOf, roomOf, takenOf} from './places.ts';
import {timed, voiceOfMeeting} from './several-days.ts';
import {absent, derived, fieldsOf, type Source, told} from './source.ts';
import {type Block, heading, type MaybePair, note, pairs, paragraph} from './tree.ts';

const marks = every<RollMark>()(['present', 'substitute', 'in-attendance', 'apologies', 'absent']);
const moves = every<Moved['kind']>()(['arrived', 'left', 'returned']);

/** Who was there, for whom, and who came and went when. */
export function rollBlocks(minutes: Minutes): Block[] {
	const {attendance, movements, unmarked} = minutes;
	const voice = voiceOfMeeting(minutes);
	const {roll, time} = voice;
	const {status} = minutes.meeting;
	const missing =
		status === 'closed' && minutes.sat && !hasRoll(minutes)
			? [note(voice.minutes.noRoll, absent(...rollOf(minutes), `${meetingOf(minutes)}/status`))]
			: [];
	const open =
		status === 'closed' && minutes.sat && unmarked.length > 0
			? [
					note(
						voice.minutes.unmarked(unmarked),
						absent(...wholeRollOf(minutes), `${meetingOf(minutes)}/status`, ...takenOf(minutes)),
					),
				]
			: [];
	if (attendance.length === 0) return missing;
	const inTheChair = chairOf(minutes);
	return [
		heading(2, roll.heading),
		...missing,
		...pairs(
			...marks.map((mark): MaybePair => {
				const own = attendance.filter(({status}) => status === mark);
				return [
					roll.marks[mark],
					own.map((attended) => sayAttended(voice, attended, inTheChair)).join('; '),
					attendedBy(minutes, own),
				];
			}),
			...moves.map((wanted): MaybePair => {
				const own = movements.filter(({kind}) => kind === wanted);
				return [
					roll.movements[wanted],
					own
						.map(({name, at, item}) => {
							const where = item === undefined ? '' : `, ${roll.inItem(item)}`;
							return `${name} (${time(at)}${where})`;
						})
						.join('; '),
					movedBy(minutes),
				];
			}),
		),
		...open,
	];
}

/** Whether the roll was taken: who only sent apologies, or came later, was not asked for on it. */
const hasRoll = ({attendance, movements}: Minutes): boolean =>
	isRollTaken({
		attendance: attendance.filter(({status}) => status !== 'apologies'),
		movements,
	});

/** The roll, and who ought to stand on it. */
const wholeRollOf = (minutes: Minutes): string[] => [
	...rollOf(minutes),
	`boards/${minutes.board.id}/members`,
	`${meetingOf(minutes)}/movements`,
];

const particularsOf = (own: readonly Attended[]): string[] =>
	own.flatMap(({person}) => fieldsOf(`people/${person}`, 'office', 'portfolio', 'ward', 'party'));

/** A list of the roll is told whole, by who is not in it too; the part that somebody has is that of their membership. */
const attendedBy = (minutes: Minutes, own: readonly Attended[]): Source =>
	own.some(({role}) => role !== undefined && role !== 'member')
		? derived(
				'part',
				...rollOf(minutes),
				...(own.some(({role}) => role === 'chair')
					? [
							...roomOf(minutes),
							...takenOf(minutes),
							...minutes.items.map((item) => `${itemOf(minutes, item)}/presiding`),
						]
					: [`boards/${minutes.board.id}/members`]),
				...particularsOf(own),
			)
		: told(...rollOf(minutes), ...particularsOf(own));

/** Comings and goings, with the numbers of the items in which they were; whoever had left returned. */
const movedBy = (minutes: Minutes): Source =>
	timed(minutes, `${meetingOf(minutes)}/movements`, ...agendaOf(minutes));

/** Who was in the chair when the first item was taken: the board’s chair, unless it says that somebody else presided. */
function chairOf({attendance, items}: Minutes): string | undefined {
	const [first] = items
		.filter(({startedAt}) => startedAt)
		.toSorted((a, b) => compareDays(a.startedAt ?? '', b.startedAt ?? ''));
	return (
		first?.presiding ??
		attendance.find(({role, status}) => role === 'chair' && status === 'present')?.name
	);
}

function sayAttended(
	{roll}: Voice,
	{name, role, status, for: member, elsewhere, details}: Attended,
	inTheChair: string | undefined,
): string {
	const part =
		role === 'chair' && status === 'present' && name === inTheChair
			? roll.inTheChair
			: roll.parts[role ?? 'member'];
	const said = withDetails(name, member ? roll.standsFor(member) : part, details);
	return elsewhere ? `${said} (${roll.elsewhere[elsewhere]})` : said;
}

/**
 * Who sent apologies, as a sentence under the item that asks for them once it was taken up. That there were none is said
 * only where the roll says of every member how they stood.
 */
export function apologiesBlocks({roll}: Voice, minutes: Minutes, item: string): Block[] {
	const {apologies} = minutes;
	const isWhole = hasRoll(minutes) && minutes.unmarked.length === 0;
	if (!isWhole && apologies.length === 0) return [];
	const [late = [], away = []] = [true, false].map((wanted) =>
		apologies.filter((one) => (one.late ?? false) === wanted).map(({name}) => name),
	);
	const sentences = [
		...(away.length > 0 ? [roll.apologies(away)] : []),
		...(late.length > 0 ? [roll.late(late)] : []),
	];
	return sentences.length > 0
		? [paragraph(sentences.join(' '), told(...rollOf(minutes), `${item}/startedAt`))]
		: [
				paragraph(
					roll.noApologies,
					derived('apologies', ...wholeRollOf(minutes), `${item}/startedAt`),
				),
			];
}

/** Comings and goings in one item, as a sentence each. */
export function movementBlocks(minutes: Minutes, movements: readonly Moved[]): Block[] {
	if (movements.length === 0) return [];
	const {roll, time} = voiceOfMeeting(minutes);
	const sentences = movements.map((moved) => roll.moved(moved, time(moved.at)));
	return [paragraph(sentences.join(' '), movedBy(minutes))];
}

/** Interests declared, a paragraph each. */
export const declarationBlocks = (
	voice: Voice,
	law: BoardLaw,
	declarations: readonly Declared[],
): Block[] =>
	declarations.map((declaration) =>
		paragraph(sayDeclaration(voice, law, declaration), declaredBy(declaration)),
	);

export const declaredBy = ({record, voteless}: Declared): Source =>
	voteless ? derived('interests', record) : told(record);

/** A declaration as a sentence, in the words of the law under which it was made. */
export const sayDeclaration = ({roll}: Voice, {interests}: BoardLaw, declared: Declared): string =>
	roll.declared(declared, interests);
