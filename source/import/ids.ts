/** A, B … Z, AA, AB … */
export const letters = (index: number): string =>
	(index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** The number after the highest that ids of a prefix have: 4 after P1, P2 and P3. */
export const nextNumber = (prefix: string, ids: Iterable<string>): number =>
	Math.max(
		0,
		...[...ids].flatMap((id) =>
			(new RegExp(`^${prefix}(\\d{1,6})$`).exec(id)?.[1] ?? '')
				.split(' ')
				.filter(Boolean)
				.map(Number),
		),
	) + 1;
