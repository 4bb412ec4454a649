/**
 * A list that names every member of a union, in an order of its own: `every<VoteChoice>()(['for', 'against', 'abstained'])`.
 * One that is left out does not compile, and the compiler says which.
 */
export const every =
	<Member extends string>() =>
	<const List extends readonly Member[]>(
		list: List &
			([Exclude<Member, List[number]>] extends [never]
				? unknown
				: {missing: Exclude<Member, List[number]>}),
	): readonly Member[] =>
		list;
