/** The hour that a text tells, as `HH:MM`; of several the first. `7.30pm`, `7:00 p.m.`, `19:00`, `6 pm`, `10.00 hours`, `noon`. */
export function timeIn(text: string): string | undefined {
	const found =
		/(?<![\d.:£$])(\d{1,2})(?:[.:](\d{2}))?\s?(a|p)\.?\s?m\b/i.exec(text) ??
		/(?<![\d.:/£$-])([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s?(?:hrs?|hours|h))(?![\d\p{L}])/iu.exec(
			text,
		) ??
		/(?<![\d.:/£$-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/.exec(text);
	if (!found) {
		if (/\b(?:12 )?(?:noon|midday)\b/i.test(text)) return '12:00';
		const [, hour = '', minute = ''] =
			/\b([01]\d|2[0-3])([0-5]\d)\s?(?:hrs|hours)\b/i.exec(text) ?? [];
		return hour === '' ? undefined : `${hour}:${minute}`;
	}
	const [, hours = '', minutes = '00', half = ''] = found;
	let hour = Number(hours);
	if (half !== '') {
		if (hour < 1 || hour > 12)
			return hour <= 23 && /p/i.test(half) ? `${hours}:${minutes}` : undefined;
		hour = (hour % 12) + (/p/i.test(half) ? 12 : 0);
	}
	return Number(minutes) < 60 ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}
