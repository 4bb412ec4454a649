/** Whether two JSON values are the same; the order of an object's keys does not matter, undefined is absent. */
export function same(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) || Array.isArray(b)) {
		return (
			Array.isArray(a) &&
			Array.isArray(b) &&
			a.length === b.length &&
			a.every((element, index) => same(element, b[index]))
		);
	}
	const left = a as Record<string, unknown>;
	const right = b as Record<string, unknown>;
	return (
		Object.keys(left).every((key) => same(left[key], own(right, key))) &&
		Object.keys(right).every((key) => right[key] === undefined || Object.hasOwn(left, key))
	);
}

const own = (record: Record<string, unknown>, key: string): unknown =>
	Object.hasOwn(record, key) ? record[key] : undefined;

/** The value as JSON would carry it: a copy without the keys whose value is undefined, and at any depth without those named. */
export const plain = <Value>(value: Value, without: readonly string[] = []): Value =>
	JSON.parse(
		JSON.stringify(value, (key, held: unknown) => (without.includes(key) ? undefined : held)),
	) as Value;
