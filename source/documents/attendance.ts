import {timeIn} from '../domain/calendar.ts';
import type {BoardLaw} from '../domain/law/law.ts';
import type {Attended, Declared, Moved} from '../domain/queries/attendance.ts';
import type {Minutes} from '../domain/queries/minutes.ts';
import type {RollMark, InterestKind} from '../domain/schema/index.ts';
import {interestWords} from '../domain/words.ts';
import {partWords, sayNames, withPart} from './names.ts';
import {type Block, heading, pairs, paragraph} from './tree.ts';

const rollTitles: [RollMark, string][] = [
	['present', 'Present'],
	['substitute', 'Substitutes'],
	['in-attendance', 'In attendance'],
	['apologies', 'Apologies'],
	['absent', 'Absent'],
];

const movementTitles: [Moved['kind'], string][] = [
	['arrived', 'Arrived'],
	['left', 'Left'],
	['returned', 'Returned'],
];

/** Who was there, for whom, and who came and went when. */
export function rollBlocks({attendance, movements, timeZone}: Minutes): Block[] {
	if (attendance.length === 0) return [];
	return [
		heading(2, 'Attendance'),
		...pairs(
			...rollTitles.map(([status, title]): [string, string] => [
				title,
				attendance
					.filter((attended) => attended.status === status)
					.map(sayAttended)
					.join('; '),
			]),
			...movementTitles.map(([kind, title]): [string, string] => [
				title,
				movements
					.filter((moved) => moved.kind === kind)
					.map(({name, at, item}) => {
						const where = item === undefined ? '' : `, item ${item}`;
						return `${name} (${timeIn(at, timeZone)}${where})`;
					})
					.join('; '),
			]),
		),
	];
}

function sayAttended({name, role, status, for: member}: Attended): string {
	const there = status === 'present';
	const part = role === 'chair' && there ? 'in the chair' : partWords[role ?? 'member'];
	return withPart(name, member ? `for ${member}` : part);
}

/** Who sent apologies, as a sentence under the item that asks for them; silent while no roll was taken. */
export function apologiesBlocks({
	attendance,
	apologies,
}: Pick<Minutes, 'attendance' | 'apologies'>): Block[] {
	if (attendance.length === 0) return [];
	const [late = [], away = []] = [true, false].map((wanted) =>
		apologies.filter((one) => (one.late ?? false) === wanted).map(({name}) => name),
	);
	const sentences = [
		...(away.length > 0 ? [`Apologies were received from ${sayNames(away)}.`] : []),
		...(late.length > 0 ? [`Apologies for lateness were received from ${sayNames(late)}.`] : []),
	];
	return [paragraph(sentences.length > 0 ? sentences.join(' ') : 'There were none.')];
}

/** Comings and goings in one item, as a sentence each. */
export function movementBlocks(movements: readonly Moved[], timeZone: string): Block[] {
	if (movements.length === 0) return [];
	const said = movements.map(({name, kind, at}) => `${name} ${kind} at ${timeIn(at, timeZone)}.`);
	return [paragraph(said.join(' '))];
}

/** Interests declared, a paragraph each. */
export const declarationBlocks = (law: BoardLaw, declarations: readonly Declared[]): Block[] =>
	declarations.map((declaration) => paragraph(sayDeclaration(law, declaration)));

/**
 * A declaration as a sentence: who, what kind of interest, its nature unless it is sensitive, and whether
 * the person stayed.
 */
export function sayDeclaration({interests, privately}: BoardLaw, declared: Declared): string {
	const {name, kind, nature, sensitive, withheld} = declared;
	const what = sensitive
		? interests.sensitive
		: withheld
			? ` (what it was is left out: it speaks of ${privately.word} matter)`
			: nature
				? ` (${nature.trim().replace(/\.$/, '')})`
				: '';
	return `${name} declared ${sayInterest(kind)}${what} ${sayConduct(interests, declared)}.`;
}

const sayInterest = (kind: InterestKind): string =>
	kind === 'ori' ? 'another registrable interest' : `a ${interestWords[kind].toLowerCase()}`;

function sayConduct(
	interests: BoardLaw['interests'],
	{withdrew, voteless, dispensation}: Declared,
): string {
	if (withdrew) return 'and withdrew from the room';
	if (dispensation) {
		const which = dispensation === 'granted' ? '' : ` (${dispensation.trim().replace(/\.$/, '')})`;
		return `and stayed under a dispensation${which}`;
	}
	return voteless ? interests.voteless : 'and stayed';
}
