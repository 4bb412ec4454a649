// What the flags of the command about boards say.
import {dayIn} from '../domain/calendar.ts';
import {calendarOf, parseDay, whyNoDay} from '../domain/typed-days.ts';
import type {Board, Database} from '../domain/schema/index.ts';
import {type CommandContext, WrongUsage} from './command.ts';

export function textOf({flags}: CommandContext, name: string): string {
	const given = flags[name];
	if (typeof given === 'string' && given.trim() !== '') return given.trim();
	throw new WrongUsage(`--${name} is empty`);
}

export const orNone = (typed: string): string | undefined => (typed === 'none' ? undefined : typed);

/** What carries the board's motions from now on, where that was asked for. Throws WrongUsage. */
export async function majorityField(context: CommandContext, {rules}: Board) {
	if (context.flags['majority'] === undefined) return {};
	const typed = orNone(textOf(context, 'majority'));
	const {readMajority} = await import('../domain/majority.ts');
	const read = typed === undefined ? {needs: undefined} : readMajority(typed);
	if ('message' in read) throw new WrongUsage(`--majority: ${read.message}`);
	return {majority: {from: rules?.majority, to: read.needs}};
}

/** What the board keeps for itself from now on, where that was asked for. Throws WrongUsage. */
export async function toleranceField(context: CommandContext, database: Database, {rules}: Board) {
	if (context.flags['tolerance'] === undefined) return {};
	const typed = orNone(textOf(context, 'tolerance'));
	const {readTolerance} = await import('../domain/tolerance.ts');
	const read = typed === undefined ? {tolerance: undefined} : readTolerance(typed, database);
	if ('message' in read) throw new WrongUsage(`--tolerance: ${read.message}`);
	return {tolerance: {from: rules?.tolerance, to: read.tolerance}};
}

export function quorumOf(context: CommandContext): number | undefined {
	if (context.flags['quorum'] === undefined) return undefined;
	const typed = textOf(context, 'quorum');
	if (typed === 'none') return undefined;
	if (/^[1-9]\d{0,3}$/.test(typed)) return Number(typed);
	throw new WrongUsage(`--quorum is a number such as 3, or none, not “${typed}”`);
}

export function dayOf(context: CommandContext, database: Database): string {
	const today = dayIn(context.now(), database.organisation.timeZone);
	if (context.flags['on'] === undefined) return today;
	const typed = textOf(context, 'on');
	const calendar = calendarOf(database, today);
	const day = parseDay(typed, calendar);
	if (day === undefined) throw new WrongUsage(`--on: ${whyNoDay(typed, calendar)}`);
	return day;
}
