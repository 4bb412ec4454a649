import type {motion as english} from '../english/motion.ts';
import {apart, saysPart} from '../names.ts';
import {parts} from './roll.ts';

const choices = {for: 'o blaid', against: 'yn erbyn', abstained: 'yn ymatal'};

export const motion: typeof english = {
	movedBy: 'Cynigiwyd gan',
	secondedBy: 'Eiliwyd gan',
	vote: 'Pleidlais',
	ownVotes: 'Pleidleisiau a gofnodwyd ar gais',
	voting: {
		for: 'Yn pleidleisio o blaid',
		against: 'Yn pleidleisio yn erbyn',
		abstained: 'Yn ymatal',
	},
	amendment: (number) => `Gwelliant ${number}`,
	fates: {
		carried: 'Derbyniwyd',
		lost: 'Collwyd',
		accepted: 'Derbyniwyd gan y cynigydd',
		withdrawn: 'Tynnwyd yn ôl',
	},
	moved: ({mover, seconder}) =>
		[mover && `cynigiwyd gan ${mover}`, seconder && `eiliwyd gan ${seconder}`]
			.filter(Boolean)
			.join(', '),
	voted(vote) {
		const {method, carried, tied, casting} = vote;
		const needs = vote.needs
			? `; roedd angen ${vote.needs.votes} o bleidleisiau o blaid${vote.needs.enactment ? ` (${vote.needs.enactment})` : ''}`
			: '';
		if (method === 'no-dissent') return `Derbyniwyd heb wrthwynebiad${needs}`;
		if (method === 'unanimous') return `Derbyniwyd yn unfrydol${needs}`;
		const fate = carried ? 'Derbyniwyd' : 'Collwyd';
		if (method === 'voices') return `${fate} drwy bleidlais lafar${needs}`;
		const how = method === 'recorded' ? 'drwy bleidlais gofnodedig' : 'drwy godi dwylo';
		const counts = motion.counted(vote);
		if (!casting) {
			return `${fate} ${how}: ${counts}${tied ? '; cyfartal, heb bleidlais fwrw' : ''}${needs}`;
		}
		const {name, role} = casting;
		const part = role === 'chair' || role === 'vice-chair' ? parts[role] : undefined;
		const whose = part === undefined || saysPart(name, part) ? name : `y ${part}, ${name},`;
		return `${fate} ${how}: ${counts}, a phleidlais fwrw ${whose} ${choices[casting.vote]}${needs}`;
	},
	counted: (vote) =>
		[
			`${vote.for} ${choices.for}`,
			`${vote.against} ${choices.against}`,
			...(vote.abstained > 0 ? [`${vote.abstained} ${choices.abstained}`] : []),
		].join(', '),
	candidates: 'Ymgeiswyr',
	sayCandidate: ({name, votes, elected}) =>
		[name, votes === undefined ? '' : `${votes} o bleidleisiau`, elected ? 'etholwyd' : '']
			.filter(Boolean)
			.join(', '),
	ballots: ({ballots}) => apart(ballots.map(({name, vote}) => `${name} ${choices[vote]}`)),
};
