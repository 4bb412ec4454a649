import {every} from '../domain/every.ts';
import type {BoardLaw} from '../domain/law/law.ts';
import type {Attended, Declared, Moved} from '../domain/queries/attendance.ts';
import type {Minutes} from '../domain/queries/minutes.ts';
import type {RollMark} from '../domain/schema/index.ts';
import type {Voice} from '../domain/voice/index.ts';
import {withPart} from '../domain/voice/names.ts';
import {voiceOfMeeting} from './several-days.ts';
import {type Block, heading, note, pairs, paragraph} from './tree.ts';

const marks = every<RollMark>()(['present', 'substitute', 'in-attendance', 'apologies', 'absent']);
const moves = every<Moved['kind']>()(['arrived', 'left', 'returned']);

/** Who was there, for whom, and who came and went when. */
export function rollBlocks(minutes: Minutes): Block[] {
	const {attendance, movements} = minutes;
	const voice = voiceOfMeeting(minutes);
	const {roll, time} = voice;
	if (attendance.length === 0) {
		const {status} = minutes.meeting;
		return status === 'closed' && minutes.sat ? [note(voice.minutes.noRoll)] : [];
	}
	return [
		heading(2, roll.heading),
		...pairs(
			...marks.map((mark): [string, string] => [
				roll.marks[mark],
				attendance
					.filter(({status}) => status === mark)
					.map((attended) => sayAttended(voice, attended))
					.join('; '),
			]),
			...moves.map((wanted): [string, string] => [
				roll.movements[wanted],
				movements
					.filter(({kind}) => kind === wanted)
					.map(({name, at, item}) => {
						const where = item === undefined ? '' : `, ${roll.inItem(item)}`;
						return `${name} (${time(at)}${where})`;
					})
					.join('; '),
			]),
		),
	];
}

function sayAttended({roll}: Voice, {name, role, status, for: member}: Attended): string {
	const part =
		role === 'chair' && status === 'present' ? roll.inTheChair : roll.parts[role ?? 'member'];
	return withPart(name, member ? roll.standsFor(member) : part);
}

/** Who sent apologies, as a sentence under the item that asks for them; silent while no roll was taken. */
export function apologiesBlocks(
	{roll}: Voice,
	{attendance, apologies}: Pick<Minutes, 'attendance' | 'apologies'>,
): Block[] {
	if (attendance.length === 0) return [];
	const [late = [], away = []] = [true, false].map((wanted) =>
		apologies.filter((one) => (one.late ?? false) === wanted).map(({name}) => name),
	);
	const sentences = [
		...(away.length > 0 ? [roll.apologies(away)] : []),
		...(late.length > 0 ? [roll.late(late)] : []),
	];
	return [paragraph(sentences.length > 0 ? sentences.join(' ') : roll.noApologies)];
}

/** Comings and goings in one item, as a sentence each. */
export function movementBlocks({roll, time}: Voice, movements: readonly Moved[]): Block[] {
	if (movements.length === 0) return [];
	return [paragraph(movements.map((moved) => roll.moved(moved, time(moved.at))).join(' '))];
}

/** Interests declared, a paragraph each. */
export const declarationBlocks = (
	voice: Voice,
	law: BoardLaw,
	declarations: readonly Declared[],
): Block[] => declarations.map((declaration) => paragraph(sayDeclaration(voice, law, declaration)));

/** A declaration as a sentence, in the words of the law under which it was made. */
export const sayDeclaration = (
	{roll}: Voice,
	{interests, privately}: BoardLaw,
	declared: Declared,
): string => roll.declared(declared, interests, privately.word);
