import type {summons as english} from '../english/summons.ts';

export const summons: typeof english = {
	title: 'Agenda',
	quorum: 'Cworwm',
	votingMembers: (number) => `${number} aelod â phleidlais`,
	toEndAbout: (from, to) => `${from}, i orffen tua ${to}`,
	published: 'Cyhoeddwyd yr agenda',
	members: 'Aelodau a wysiwyd',
	others: 'Gwahoddwyd hefyd',
	empty: 'Mae’r agenda’n wag o hyd.',
	order: 'Trefn y busnes',
	item: 'Eitem',
	time: 'Amser',
	minutes: 'Munudau',
	toBeTaken: 'I’w gymryd',
	enBloc: 'gyda’i gilydd ag eraill',
	recommended: 'Argymhellir:',
	interests: 'Datgan buddiannau',
};
