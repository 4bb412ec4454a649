// What a board keeps for itself, as people type and read it: `14 days; £10,000; adding up`.
import {readMoney, sayMoney} from './money.ts';
import type {Board, Database} from './schema/index.ts';
import {count} from './words.ts';

/** Up to what a project may move without a board: days of delay, money, and whether that adds up. */
export type Tolerance = NonNullable<NonNullable<Board['rules']>['tolerance']>;

export const toleranceHint =
	'a delay or a sum above which it must approve: 14 days; £10,000; adding up';

/** A tolerance as it is typed and read out; empty where a board keeps nothing for itself. */
export const typedTolerance = (
	{days, money, cumulative}: Tolerance,
	database: Pick<Database, 'organisation'>,
): string =>
	[
		days === undefined ? undefined : count(days, 'day'),
		money && sayMoney(money, database),
		cumulative === true ? 'adding up' : undefined,
	]
		.filter(Boolean)
		.join('; ');

/** What was typed, as a tolerance; or why it cannot be read. */
export function readTolerance(
	typed: string,
	database: Database,
): {tolerance: Tolerance} | {message: string} {
	const tolerance: Tolerance = {};
	for (const part of typed.split(/;|,(?!\d)/).map((one) => one.trim())) {
		if (part === '') continue;
		const [, days] = /^(\d{1,4}) *d(?:ays?)?$/i.exec(part) ?? [];
		const money = days === undefined ? readMoney(part, database) : undefined;
		if (days !== undefined) tolerance.days = Number(days);
		else if (/^(?:adding up|cumulative)$/i.test(part)) tolerance.cumulative = true;
		else if (money) tolerance.money = money;
		else return {message: `“${part}” is none of days, money, adding up: type 14 days; £10,000`};
	}
	return tolerance.days === undefined && tolerance.money === undefined
		? {message: 'say above which delay or which sum: 14 days; £10,000; 0 days is any delay'}
		: {tolerance};
}
