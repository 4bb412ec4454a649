import type {decision as english} from '../english/decision.ts';

export const decision: typeof english = {
	heading: (number, title) =>
		title === undefined ? `Penderfyniad ${number}` : `Penderfyniad ${number}: ${title}`,
	outcome: 'Canlyniad',
	date: 'Dyddiad',
	minute: 'Cofnod',
	key: 'Penderfyniad allweddol',
	recommendation: 'Argymhelliad',
	reasons: 'Rhesymau',
	alternatives: 'Dewisiadau eraill a ystyriwyd',
	alternativesRejected: 'Dewisiadau eraill a wrthodwyd',
	urgent: 'Brys',
	dispensations: 'Gollyngiadau a roddwyd',
	byHeadOfPaidService: (text) => `gan bennaeth y gwasanaeth cyflogedig: ${text}`,
	projects: 'Prosiectau',
	supersedes: 'Yn disodli',
	rescinds: 'Yn diddymu',
	because: (yes, reason) => `${yes}: ${reason}`,
	retractedWording: (text) => `Y geiriad a dynnwyd yn ôl: ${text}`,
	resolved: (outcome, law) => {
		if (outcome === 'withdrawn') return undefined;
		if (outcome === 'recommended-to-council') return 'ARGYMHELLWYD i’r Cyngor';
		return law.alone || law.votes ? 'PENDERFYNWYD' : 'CYTUNWYD';
	},
	lostMotion: (text, counts) =>
		`Rhoddwyd y cynnig gerbron ac fe’i COLLWYD${counts === undefined ? '' : ` (${counts})`}: ${text}`,
	retracted: ({by, reason, when}) =>
		`Tynnwyd yn ôl ${when === undefined ? '' : `${when} `}gan ${by}: ${reason}`,
	retractedAlone: 'Tynnwyd yn ôl',
	superseded: (by) => `Disodlwyd${by ? ` gan ${by}` : ''}.`,
	rescinded: (by) => `Diddymwyd${by ? ` gan ${by}` : ''}.`,
	corrected: (when, by, reason) => `Cywirwyd ${when} gan ${by}: ${reason}`,
	readBefore: (fields) => `Cyn hynny: ${fields}.`,
	alternativesConfirmed: 'cadarnhawyd y dewisiadau eraill',
	alternativesUnconfirmed: 'ni chadarnhawyd y dewisiadau eraill',
	field: (name, value) => `${name} ${value}`,
	when: (day, time) => `ar ${day} am ${time}`,
	agreed: (by, on) => `cytunwyd gan ${by}${on === undefined ? '' : ` ar ${on}`}`,
};
