import type {Match, LabelRole} from './fields.ts';

/**
 * Labels by what they are made of: every word is one of `core` or `with`, and one of each part of `core` is there. Of
 * several that fit, the first counts: what must not be mistaken for another field stands above it.
 */
type Stem = {role: LabelRole; weight?: number; core: string; with?: string};

const stems: readonly Stem[] = [
	{
		role: 'other',
		core: 'call',
		with: 'in is this the decision report subject to open eligible for will be it',
	},
	{
		role: 'other',
		core: 'ward wards division divisions parish parishes locality localities area areas',
		with: 'electoral affected or groups communities which are specific members councillors is the in s and',
	},
	{
		role: 'other',
		core: 'priority priorities objective objectives theme outcome aim',
		with: 'corporate strategic council plan links link to key strategy area organisation',
	},
	{
		role: 'other',
		core: 'scrutiny',
		with: 'which relevant committee and policy development does this relate to',
	},
	{role: 'other', core: 'urgent', with: 'is this decision it report the'},
	{
		role: 'other',
		core: 'enclosures venue time directorate department parish district constituency',
		with: 'lead none',
	},
	{role: 'other', core: 'forward', with: 'plan in on the included date'},
	{
		role: 'keyReason',
		core: 'reason reasons criteria criterion justification definition why; key',
		with: 'if yes so for it being a decision is this the of',
	},
	{
		role: 'key',
		core: 'key',
		with: 'is this the it a decision or non y n yes no required report will be does require status',
	},
	{
		role: 'exempt',
		core: 'exempt exemption confidential confidentiality private classification marking restriction restrictions disclosure',
		with: 'is this the report decision item it does contain contains any information from publication or public open part ii 1 2 status category reason reasons for if appropriate paragraph number of schedule 12a security protective press and statement details to access inclusion in items data label details',
	},
	{
		role: 'person',
		core: 'contact contacts telephone tel phone mobile email extension ext enquiries queries portfolio holder holders lead cabinet executive',
		with: 'officer officers name and details person for further information please no number address to from if you have any direct line relevant responsible member members councillor councillors',
	},
	{
		role: 'reference',
		weight: 2,
		core: 'fp kd forward key',
		with: 'ref reference no number plan decision',
	},
	{
		role: 'reference',
		core: 'ref reference urn number no id',
		with: 'decision report our unique record minute cabinet notice document',
	},
	{role: 'date', weight: 3, core: 'publication published', with: 'date of'},
	{role: 'date', weight: 3, core: 'date; report', with: 'of the'},
	{
		role: 'date',
		core: 'date due; decision meeting committee cabinet board council',
		with: 'of the for to be taken made considered and time proposed required on which will is',
	},
	{
		role: 'body',
		core: 'maker makers taker by who; decision maker',
		with: 'name of relevant will is the to be made taken make take making',
	},
	{
		role: 'body',
		weight: 2,
		core: 'committee meeting board body forum panel',
		with: 'name of title the or cabinet receiving',
	},
	{role: 'body', weight: 2, core: 'to', with: 'report presented submitted be reporting the'},
	{
		role: 'author',
		core: 'author authors originator prepared written',
		with: 'of the report job title post and name contact details by lead officer',
	},
	{
		role: 'author',
		weight: 2,
		core: 'director head sponsor owner lead chief relevant senior by; director officer officers head sponsor owner',
		with: 'joint report of by on behalf the submitted presented authorised reporting corporate executive strategic service responsible paid assistant approving submission',
	},
	{
		role: 'title',
		core: 'title subject',
		with: 'of the report item agenda matter paper policy project contract decision',
	},
	{role: 'title', core: 'report; name on', with: 'of'},
];

const sets = stems.map(({role, weight = 1, core, with: others = ''}) => {
	const cores = core.split('; ').map((part) => new Set(part.split(' ')));
	const all = new Set([...core.split(/;? /), ...others.split(' ')]);
	return {match: {role, score: 1, weight}, cores, all};
});

/** What a label of such words announces; one word alone must be listed by itself. */
export function byStem(plain: string): Match | undefined {
	const words = plain.split(' ');
	if (words.length < 2 || words.length > 12) return undefined;
	return sets.find(
		({cores, all}) =>
			cores.every((core) => words.some((word) => core.has(word))) &&
			words.every((word) => all.has(word)),
	)?.match;
}
