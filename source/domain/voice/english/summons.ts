/** What a summons with its agenda says. */
export const summons = {
	title: 'Agenda',
	quorum: 'Quorum',
	votingMembers: (number: number): string =>
		`${number} voting ${number === 1 ? 'member' : 'members'}`,
	toEndAbout: (from: string, to: string): string => `${from}, to end about ${to}`,
	published: 'Agenda published',
	members: 'Members summoned',
	others: 'Also invited',
	empty: 'The agenda is still empty.',
	order: 'Order of business',
	item: 'Item',
	time: 'Time',
	minutes: 'Minutes',
	toBeTaken: 'To be taken',
	enBloc: 'en bloc with others',
	recommended: 'Recommended:',
	interests: 'Declaring interests',
};
