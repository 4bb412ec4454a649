import type {Database, Money} from './schema/index.ts';

/**
 * A sum as the paper wrote it or, where it was entered as a number, with its currency (its own or the
 * organisation's; pounds where neither is known): `£250,000`, `€2.4m`.
 */
export function sayMoney(
	money: Money | undefined,
	{organisation}: Pick<Database, 'organisation'>,
): string | undefined {
	if (money === undefined) return undefined;
	if (money.written !== undefined) return money.written;
	const currency = money.currency ?? organisation.currency ?? 'GBP';
	const {format} = new Intl.NumberFormat(organisation.locale ?? 'en-GB', {
		style: 'currency',
		currency,
		minimumFractionDigits: 0,
		maximumFractionDigits: 2,
	});
	return format(money.amount);
}
