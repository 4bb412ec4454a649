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

/** Digits with their marks: thousands by commas (`1,200,000.50`) or, as elsewhere, by points (`1.200.000,50`). */
function numberOf(digits: string): number {
	const tight = digits.replaceAll(/\s/g, '');
	if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(tight))
		return Number(tight.replaceAll(',', ''));
	if (/^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$|^\d+,\d{1,2}$/.test(tight))
		return Number(tight.replaceAll('.', '').replace(',', '.'));
	return Number.NaN;
}

/** What a heading says that its sums count: `£000`, `(€m)`, `(thousands)`, `in millions`. */
const scale =
	/[£$€]\s*['’]?(k|000|m|bn|thousand|million)s?\b|(?:\(['’]?|\bin )(000|thousand|million)s?\b/i;

/** Whether a heading says what its sums count. */
export const hasScale = (heading: string): boolean => scale.test(heading);

const factors: Record<string, number> = {
	k: 1000,
	thousand: 1000,
	'000': 1000,
	m: 1e6,
	million: 1e6,
	bn: 1e9,
};

/** The currencies that a sign or a word tells. */
const currencies: Record<string, string> = {
	'£': 'GBP',
	pound: 'GBP',
	'€': 'EUR',
	euro: 'EUR',
	$: 'USD',
	dollar: 'USD',
	us$: 'USD',
	a$: 'AUD',
	ca$: 'CAD',
	nz$: 'NZD',
	'¥': 'JPY',
	'₹': 'INR',
};

const sum =
	/^(£|€|¥|₹|(?:us|a|ca|nz)?\$|[a-z]{3}(?=\s*\d))?\s*(\d[\d.,\s]*)(k|m|million|thousand|bn)?\s*(€|\$|£|[a-z]{3}|pounds?|euros?|dollars?)?$/i;

/** A sum of money as people write it: `£1.2m`, `250k`, `1,200,000`; `heading` may say that it counts thousands. */
export function parseMoney(text: string, heading = ''): number | undefined {
	const [, before = '', digits = '', unit = '', after = ''] = sum.exec(text.trim()) ?? [];
	if (digits === '' || ![before, after].every(isMoneyWord)) return undefined;
	const [, signed, named] = scale.exec(heading) ?? [];
	const factor = factors[(unit || signed || named || '').toLowerCase()] ?? 1;
	const value = numberOf(digits) * factor;
	return Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER
		? Math.round(value * 100) / 100
		: undefined;
}

/** Whether what stands beside a number says that it is money: a sign, a word, a code of ISO 4217. */
const isMoneyWord = (word: string): boolean =>
	word.length !== 3 ||
	word.endsWith('$') ||
	Intl.supportedValuesOf('currency').includes(word.toUpperCase());

/** The currency that stands beside a sum, or in its column's heading; undefined where neither says. */
export function currencyIn(text: string, heading = ''): string | undefined {
	const [, before = '', , , after = ''] = sum.exec(text.trim()) ?? [];
	const said = (before || after).toLowerCase().replace(/s$/, '');
	if (Object.hasOwn(currencies, said)) return currencies[said];
	if (/^[a-z]{3}$/.test(said)) return said.toUpperCase();
	const [sign = ''] = /[£€$]/.exec(heading) ?? [];
	return currencies[sign];
}

/** A sum with its currency as somebody types it; the organisation's own is not said. `written` keeps how a paper put it. */
export function readMoney(
	typed: string,
	{organisation}: Pick<Database, 'organisation'>,
): Money | undefined {
	const amount = parseMoney(typed);
	if (amount === undefined) return undefined;
	const currency = currencyIn(typed);
	const isOwn = currency === undefined || currency === (organisation.currency ?? 'GBP');
	return isOwn ? {amount} : {amount, currency};
}
