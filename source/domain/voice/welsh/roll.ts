import type {roll as english} from '../english/roll.ts';
import {joinedNames, type PartWords, sentence} from '../names.ts';

export const parts: PartWords = {
	chair: 'cadeirydd',
	'vice-chair': 'is-gadeirydd',
	member: undefined,
	secretary: 'ysgrifennydd',
	adviser: 'cynghorydd proffesiynol',
};

const interests = {
	dpi: 'buddiant ariannol datgeladwy',
	ori: 'buddiant cofrestradwy arall',
	nri: 'buddiant anghofrestradwy',
	conflict: 'gwrthdaro buddiannau',
};

const moves = {arrived: 'Cyrhaeddodd', left: 'Gadawodd', returned: 'Dychwelodd'};

const bare = (text: string): string => text.trim().replace(/\.$/, '');

export const roll: typeof english = {
	heading: 'Presenoldeb',
	marks: {
		present: 'Yn bresennol',
		substitute: 'Dirprwyon',
		'in-attendance': 'Hefyd yn bresennol',
		apologies: 'Ymddiheuriadau',
		absent: 'Yn absennol',
	},
	movements: {arrived: 'Cyrhaeddodd', left: 'Gadawodd', returned: 'Dychwelodd'},
	parts,
	inTheChair: 'yn y gadair',
	standsFor: (member) => `yn lle ${member}`,
	elsewhere: {
		counted: 'yn cymryd rhan o fan arall',
		uncounted: 'o fan arall, heb gyfrif na phleidleisio',
	},
	inItem: (number) => `eitem ${number}`,
	apologies: (people) => `Cafwyd ymddiheuriadau gan ${joinedNames(people, 'a')}.`,
	late: (people) => `Cafwyd ymddiheuriadau am fod yn hwyr gan ${joinedNames(people, 'a')}.`,
	noApologies: 'Ni chafwyd dim.',
	moved: ({name, kind}, time) => sentence(`${moves[kind]} ${name} am ${time}`),
	noInterests: 'Ni ddatganwyd unrhyw fuddiant.',
	interestsNotRecorded: 'Ni chofnodwyd a ofynnwyd i unrhyw un am fuddiannau.',
	interestsIn: (items) => `Datganwyd buddiannau yn ${items}.`,
	declared(declared, law) {
		const {name, kind, own, nature, sensitive, withdrew, voteless, dispensation} = declared;
		const what = sensitive ? law.sensitive : nature ? ` (${bare(nature)})` : '';
		const which = !dispensation || dispensation === 'granted' ? '' : ` (${bare(dispensation)})`;
		const stayed = withdrew === false;
		const conduct = withdrew
			? ' a gadawodd yr ystafell'
			: dispensation
				? ` ${stayed ? 'ac arhosodd o dan ollyngiad' : 'ac yr oedd ganddynt ollyngiad'}${which}`
				: voteless
					? ` ac ${stayed ? 'arhosodd' : 'yr oeddent'} ${law.voteless}`
					: stayed
						? ' ac arhosodd'
						: '';
		return `Datganodd ${name} ${own ?? interests[kind]}${what}${conduct}.`;
	},
};
