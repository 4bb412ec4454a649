/** A period of a measure as people type it: `2027`, `2027-H1`, `Q3 2027`, `2027/04`; undefined when it is none. */
export function readPeriod(typed: string): string | undefined {
	const text = typed
		.trim()
		.toUpperCase()
		.replaceAll(/[\s/]+/g, '-');
	const turned = /^(H[12]|Q[1-4])-?(\d{4})$/.exec(text);
	const whole = turned ? `${turned[2]}-${turned[1]}` : text.replace(/^(\d{4})-?(?=[HQ])/, '$1-');
	const month = whole.replace(/^(\d{4})-(\d)$/, '$1-0$2');
	return /^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/.test(month) ? month : undefined;
}

/** First and last day of a span as people type it: `2027-2031`, `2027-04 to 2031-03`, `2027`. */
export function readSpan(typed: string): {from: string; to: string} | undefined {
	const partial = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;
	const text = typed.trim();
	const [, one, other] = /^(\d{4})\s*[-–]\s*(\d{4})$/.exec(text) ?? [];
	const [from = '', to = from] =
		one !== undefined && other !== undefined ? [one, other] : text.split(/\s*(?:–|\bto\b)\s*/);
	return partial.test(from) && partial.test(to) && from <= to ? {from, to} : undefined;
}

/** The months that a period of a measure ends before, for putting periods in order: `2027-Q3` is 2027-09. */
export function periodEnd(period: string): string {
	const [year = '', part = ''] = period.split('-');
	const month =
		part === ''
			? 12
			: part.startsWith('H')
				? Number(part[1]) * 6
				: part.startsWith('Q')
					? Number(part[1]) * 3
					: Number(part);
	return `${year}-${String(month).padStart(2, '0')}`;
}
