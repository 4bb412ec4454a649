/** The names that a schema gives a record, without the keys that any record may hold besides. */
export type Known<Whole> = keyof {
	[
		Name in keyof Whole as string extends Name ? never : number extends Name ? never : Name
	]: Whole[Name];
};

/** How a field is typed, read and said; what each means stands in `kinds.ts`. */
export type Kind =
	| 'line'
	| 'text'
	| 'day'
	| 'span'
	| 'quarter'
	| 'money'
	| 'number'
	| 'yes'
	| 'choice'
	| 'person'
	| 'one'
	| 'several'
	| 'score'
	| 'targets'
	| 'words'
	| 'when'
	| 'lines'
	| 'sections'
	| 'numbers'
	| 'statements'
	| 'parts'
	| 'list'
	| 'kept';

/** What ids of a field stand for. */
export type Target =
	'priorities' | 'domains' | 'objectives' | 'projects' | 'strategies' | 'decisions' | 'boards';

/** A field of a record, written once: page, form, list, filter, sentence and tables are drawn from it. */
export type Field = {
	/** What it is called on pages, in forms, in sentences and as the heading of a table that goes out. */
	label: string;
	/**
	 * `parts` are fields of their own (`money.approved`), `list` the records of another type, and `kept` is what no form
	 * asks for: changes of its own keep it.
	 */
	kind: Kind;
	/** What may be chosen, in order, in words. */
	words?: Readonly<Record<string, string>>;
	of?: Target;
	parts?: Fields;
	/** The type of the records in a list. */
	type?: string;
	/** A record cannot be without it. */
	required?: true;
	/** A day that has been: without a year it is the last such one. */
	past?: true;
	/** Where anything stands in the parts beside it, they cannot be without it. */
	needed?: true;
	/** It is typed when the record is new; later a change of its own alters it. */
	once?: true;
	/** What a form calls it that neither yes nor no is said; absent is `not said`. */
	unsaid?: string;
	/** Never shown to the public. */
	private?: true;
	/** What may be typed, below the field while it is empty. */
	hint?: string;
	/** The cells of its column where lists show it, and its heading there. */
	column?: readonly [title: string, width: number];
	/** The word by which a filter asks for it: `owner:hps`. */
	filter?: string;
	/**
	 * What other people's tables call it: very headings, the stems by which any other heading is known, and words beside
	 * which a heading is about something else.
	 */
	headings?: readonly [exact: string, stems: RegExp, not: RegExp];
};

/** A record's fields in the order in which forms ask for them. */
export type Fields = Readonly<Record<string, Field>>;

/** The fields of a record that a schema knows: one that is left out does not compile. */
export type FieldsOf<Whole> = Readonly<Record<Known<Whole>, Field>>;

/** A field with nothing inside, and where it stands in its record: `due`, `money.approved`. */
export type Leaf = {path: string; name: string; part?: string; field: Field};

/** The fields of a record, those with parts as their parts. */
export const leavesOf = (fields: Fields): Leaf[] =>
	Object.entries(fields).flatMap(([name, field]) =>
		field.kind === 'parts'
			? Object.entries(field.parts ?? {}).map(([part, inner]) => ({
					path: `${name}.${part}`,
					name,
					part,
					field: inner,
				}))
			: [{path: name, name, field}],
	);

/** The value of a field, or of a part of one, in a record. */
export function leafValue(record: Readonly<Record<string, unknown>>, {name, part}: Leaf): unknown {
	const value = Object.hasOwn(record, name) ? record[name] : undefined;
	if (part === undefined) return value;
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[part]
		: undefined;
}
