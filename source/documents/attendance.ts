import {every} from '../domain/every.ts';
import type {BoardLaw} from '../domain/law/law.ts';
import type {Attended, Declared, Moved} from '../domain/queries/attendance.ts';
import type {Minutes} from '../domain/queries/minutes.ts';
import type {RollMark} from '../domain/schema/index.ts';
import type {Voice} from '../domain/voice/index.ts';
import {withPart} from '../domain/voice/names.ts';
import {agendaOf, meetingOf, rollOf} from './places.ts';
import {timed, voiceOfMeeting} from './several-days.ts';
import {absent, derived, type Source, told} from './source.ts';
import {type Block, heading, type MaybePair, note, pairs, paragraph} from './tree.ts';

const marks = every<RollMark>()(['present', 'substitute', 'in-attendance', 'apologies', 'absent']);
const moves = every<Moved['kind']>()(['arrived', 'left', 'returned']);

/** Who was there, for whom, and who came and went when. */
export function rollBlocks(minutes: Minutes): Block[] {
	const {attendance, movements} = minutes;
	const voice = voiceOfMeeting(minutes);
	const {roll, time} = voice;
	if (attendance.length === 0) {
		const {status} = minutes.meeting;
		return status === 'closed' && minutes.sat
			? [note(voice.minutes.noRoll, absent(...rollOf(minutes), `${meetingOf(minutes)}/status`))]
			: [];
	}
	return [
		heading(2, roll.heading),
		...pairs(
			...marks.map((mark): MaybePair => {
				const own = attendance.filter(({status}) => status === mark);
				return [
					roll.marks[mark],
					own.map((attended) => sayAttended(voice, attended)).join('; '),
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
	];
}

/** A list of the roll is told whole, by who is not in it too; the part that somebody has is that of their membership. */
const attendedBy = (minutes: Minutes, own: readonly Attended[]): Source =>
	own.some(({role}) => role !== undefined && role !== 'member')
		? derived('part', ...rollOf(minutes), `boards/${minutes.board.id}/members`)
		: told(...rollOf(minutes));

/** Comings and goings, with the numbers of the items in which they were; whoever had left returned. */
const movedBy = (minutes: Minutes): Source =>
	timed(minutes, `${meetingOf(minutes)}/movements`, ...agendaOf(minutes));

function sayAttended(
	{roll}: Voice,
	{name, role, status, for: member, elsewhere}: Attended,
): string {
	const part =
		role === 'chair' && status === 'present' ? roll.inTheChair : roll.parts[role ?? 'member'];
	const said = withPart(name, member ? roll.standsFor(member) : part);
	return elsewhere ? `${said} (${roll.elsewhere[elsewhere]})` : said;
}

/** Who sent apologies, as a sentence under the item that asks for them once it was taken up; silent while no roll was taken. */
export function apologiesBlocks({roll}: Voice, minutes: Minutes, item: string): Block[] {
	const {attendance, apologies} = minutes;
	if (attendance.length === 0) return [];
	const [late = [], away = []] = [true, false].map((wanted) =>
		apologies.filter((one) => (one.late ?? false) === wanted).map(({name}) => name),
	);
	const sentences = [
		...(away.length > 0 ? [roll.apologies(away)] : []),
		...(late.length > 0 ? [roll.late(late)] : []),
	];
	return sentences.length > 0
		? [paragraph(sentences.join(' '), told(...rollOf(minutes), `${item}/startedAt`))]
		: [paragraph(roll.noApologies, derived('apologies', ...rollOf(minutes), `${item}/startedAt`))];
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
