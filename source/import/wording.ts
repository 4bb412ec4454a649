import type {LabelRole} from './report/fields.ts';

/** What a label may announce in any kind of paper; some of it is a field of records and notices alone. */
export type Meaning = LabelRole | 'callIn' | 'published' | 'effective' | 'noticed';

/**
 * What labels are made of, whatever the order: the first row whose words are there, and none of whose vetoes, is meant.
 * Compared in small letters, without marks and without what stands in brackets.
 */
const rows: readonly [means: Meaning, says: RegExp, veto?: RegExp][] = [
	['person', /^i (?:have|hereby|confirm)\b/],
	['effective', /\bcall ?in\b.*\b(?:expir\w*|ends?|deadline)\b/],
	['callIn', /\bcall(?:ed)? ?in\b/],
	['effective', /\b(?:effective|effect|implement\w*|force)\b.*\b(?:date|from|on)\b/],
	['effective', /\bdate\b.*\b(?:effective|effect|implement\w*|force)\b/],
	[
		'keyReason',
		/\bkey\b.*\b(?:reasons?|why|criteri\w+)\b|\b(?:reasons?|why|criteri\w+)\b.*\bkey\b/,
	],
	[
		'other',
		/\b(?:is|has|was|included)\b.*\bforward plan\b(?!.*\b(?:ref|reference|no|number)\b)/,
		/\b(?:date|first|key decision and)\b/,
	],
	[
		'key',
		/\bkey(?: or non ?key)? (?:executive )?decision\b|\bnon ?key\b/,
		/\b(?:ref|reference|no|number|date)\b/,
	],
	[
		'noticed',
		/\bfirst (?:published|included|notified|advertised|notice)\b|\bnotice\b.*\b(?:date|published|given)\b|\bdate\b.*\bnotice\b/,
	],
	[
		'published',
		/\b(?:date|when)\b.*\bpublish\w*|\bpublish\w*\b.*\b(?:date|on)\b|\bpublication date\b/,
	],
	[
		'exempt',
		/\bclassification$|\b(?:exempt|exemption|confidential\w*|private|restricted|closed|schedule 12a|press and public)\b/,
		/\b(?:sector|reasons? for (?:lateness|urgency))\b/,
	],
	[
		'person',
		/\b(?:contact|telephone|e ?mail|signed|signature|consulted by|presented by|presenter)\b|\b(?:officers?|members?|councillors?|chairs?|solicitors?) consulted\b/,
	],
	[
		'consultation',
		/\bconsult(?:ed|ees?|ations?)\b/,
		/\b(?:responses? (?:form|deadline)|start|closes?)\b/,
	],
	[
		'alternatives',
		/\balternatives?\b|\b(?:other|any) options?\b|\boptions? (?:considered|rejected|appraisal)\b/,
	],
	['backgroundPapers', /\bbackground (?:papers?|documents?|reports?)\b|\bdocuments? relied\b/],
	['other', /\bdocuments? (?:to be )?(?:considered|submitted|available)\b/],
	[
		'other',
		/\b(?:interests?|dispensations?|urgen\w+|wards?|divisions?|parish\w*|scrutiny|priorit\w+|objectives?|outcomes?|previous\w*|lateness)\b/,
	],
	[
		'body',
		/\bdecision (?:mak(?:er|ing body)|taker)s?\b|\bofficers? (?:taking|making|who (?:took|made|takes|makes)) (?:the |this )?decision\b|\b(?:who|which)\b.*\b(?:decides?|decision)\b|\b(?:taken|made|decided|considered|consideration) by\b/,
		/\b(?:has|have|been|previously)\b/,
	],
	[
		'date',
		/\bdate\b.*\b(?:considered|decision|meeting|committee|cabinet|council|board|executive)\b|\b(?:decision|meeting|cabinet|committee) date\b|\bwhen\b.*\b(?:decision|decided|taken)\b/,
	],
	[
		'recommendations',
		/^(?:(?:details|text|nature|summary|full|the|of) )*decisions? (?:details|taken|made|reached|agreed|required|requested|sought)$/,
		/\b(?:council|cabinet)\b/,
	],
	[
		'reasons',
		/^(?:(?:brief|main|summary|statement|details|of|the) )*(?:reasons?|rationale|justification)\b/,
	],
	[
		'reference',
		/\b(?:ref|reference)\b(?: (?:no|number|code))?$|\b(?:decision|report|minute|record|notice) (?:no|number|id)$/,
	],
	[
		'title',
		/^legislation title$|^(?:title|subject|topic|name) of (?:the )?(?:report|decision|item|paper|proposal)\b|\b(?:report|decision|item|paper|agenda) (?:title|subject|topic)$/,
	],
	[
		'author',
		/\bauthors?\b|\b(?:prepared|written|submitted|compiled) by\b|\bpersons? responsible\b/,
	],
];

/** A question may be long. */
const asks =
	/^(?:i|key decision is|is|are|has|have|does|do|will|would|was|who|what|when|which|why|where|if|brief|details)\b/;

/** What a label means by the words it is made of; a label has some words, and not too many. */
export function byWords(plain: string): Meaning | undefined {
	const words = plain.split(' ').length;
	if (words < 2 || words > (asks.test(plain) ? 20 : 9)) return undefined;
	return rows.find(([, says, veto]) => says.test(plain) && !veto?.test(plain))?.[0];
}
