import {joined} from '../names.ts';

/** What is said of decisions at no meeting, and of power that is given to others. */
export const between = {
	asked: 'Taken between meetings',
	/** Days as documents write them. */
	sayAsked: (one: {how: string; from: string; to: string; answered: number; of: number}): string =>
		`${one.how}, ${one.from === one.to ? one.to : `${one.from} to ${one.to}`}; ${one.answered} of ${one.of} answered`,
	under: 'Under delegation',
	consulted: 'Consulted',
	sayConsulted: ({name, conflict}: {name: string; conflict?: string}): string =>
		conflict === undefined ? name : `${name} (conflict of interest: ${conflict})`,
	delegated: 'Delegated',
	to: (whom: string, inConsultationWith: readonly string[]): string =>
		`to ${whom}${inConsultationWith.length === 0 ? '' : `, in consultation with ${joined(inConsultationWith, 'and')}`}`,
	until: (day: string): string => `until ${day}`,
	ended: (day: string): string => `ended ${day}`,
	serves: 'Serves',
	delegations: 'Delegations',
	toWhom: 'To whom',
	matter: 'For what',
	limits: 'Limits',
	untilWhen: 'Until',
	open: 'Open',
	citedBy: (decisions: readonly string[]): string => `Used by ${joined(decisions, 'and')}`,
	/** An item that tells of a decision which was taken at no meeting. */
	reported: 'Reported',
	reportedAs: (title: string): string => `Decision between meetings: ${title}`,
	takenBy: (name: string, on: string): string => `taken by ${name} on ${on}`,
};
