/**
 * What the labels of decision records, notices and minutes say: stems, the type of what stands behind them, and the
 * field. The first that fits is meant. Labels are compared in small letters, without marks and what stands in brackets.
 */
export type Reads =
	'title' | 'body' | 'date' | 'yes' | 'key' | 'exempt' | 'reference' | 'post' | 'status' | 'text';

export type TableLabel = {
	field: string;
	/** How its value is read. A `text` goes on until the next label; any other is one line, here or in the next. */
	reads: Reads;
	says: RegExp;
	/** How far it is believed beside others of its field. */
	score?: number;
	/** It means nothing at the head of a paper's text, where it might be part of the title. */
	needsMark?: true;
};

const stem = (text: string): RegExp => new RegExp(`^(?:${text})$`);

export const labels: readonly TableLabel[] = [
	// The decision-maker and the day.
	{
		field: 'body',
		reads: 'body',
		says: stem(
			'(?:name of )?decision(?: ?-?(?:maker|taker|making body|body)s?)|decision (?:to be )?(?:taken|made) by|decision by|(?:to be )?decided by|(?:final|authorised) decision maker|who (?:will )?(?:make|take)s? the decision',
		),
		score: 5,
	},
	{
		field: 'meeting',
		reads: 'text',
		says: stem('(?:decided|made|decision made) at meeting|meeting'),
		score: 6,
		needsMark: true,
	},
	{
		field: 'due',
		reads: 'text',
		says: stem('decision(?: is)? due(?: date)?|date decision due'),
		score: 5,
	},
	{
		field: 'date',
		reads: 'date',
		says: stem(
			'date of (?:the )?decision|decision date|date (?:of )?decision (?:was )?(?:taken|made)|date (?:decision )?signed|date of (?:committee )?meeting|date decision was made',
		),
		score: 7,
	},
	{
		field: 'published',
		reads: 'date',
		says: stem(
			'publication date|date of publication|(?:decision )?published(?: on)?|date (?:decision )?published|date of publication of decision',
		),
	},
	{
		field: 'effective',
		reads: 'date',
		says: stem(
			'effective from|date effective(?: from)?|decision effective(?: from| date)?|(?:decision )?to take effect(?: at end of)?|decision to take effect at end of|implementation date|date (?:of|for) implementation|effective date|call in expiry(?: date)?',
		),
	},
	{
		field: 'noticed',
		reads: 'date',
		says: stem(
			'notice of (?:proposed )?decision(?: first)?(?: published)?|date (?:of|first) notice',
		),
	},
	{field: 'date', reads: 'date', says: stem('date|dated'), score: 3, needsMark: true},
	// What it is called.
	{
		field: 'title',
		reads: 'title',
		says: stem(
			'(?:decision |report |item )?(?:title|subject|topic)|(?:title|subject|name|topic) (?:matter )?of (?:the )?(?:decision|report|item)|title for agenda item|subject matter',
		),
		score: 8,
	},
	{
		field: 'reference',
		reads: 'reference',
		says: stem(
			'(?:decision|record|our|unique|minute|notice|forward plan|key decision|cabinet) ?ref(?:erence)?(?: ?(?:no|number))?|ref(?:erence)?(?: ?(?:no|number|code))?|(?:decision|record|forward plan) (?:no|number)|code',
		),
	},
	{
		field: 'status',
		reads: 'status',
		says: stem('decision status|status|outcome|recommendation status'),
		needsMark: true,
	},
	// Key, call-in, exempt.
	{
		field: 'key',
		reads: 'key',
		says: stem('include item on forward plan(?: or)? key decision'),
	},
	{
		field: 'key',
		reads: 'key',
		says: stem(
			'(?:is (?:this|it|the decision) ?(?:an? )?)?(?:is )?key decision|(?:is (?:this|it) )?an? key decision|decision type|type of decision|key (?:or )?non key',
		),
		needsMark: true,
	},
	{
		field: 'keyReason',
		reads: 'text',
		says: stem(
			'reasons? (?:it is |for being |for )?(?:an? )?key(?: decision)?|key decision (?:reason|criteria)s?',
		),
	},
	{
		field: 'callIn',
		reads: 'yes',
		says: stem(
			'(?:is )?(?:this |it |the decision )*(?:subject|open|eligible) (?:to|for) call in|call in(?: applies)?|eligible for call in',
		),
	},
	{
		field: 'exempt',
		reads: 'exempt',
		says: stem(
			'(?:explanation of )?anticipated restriction|(?:protective |security )?(?:classification|marking)|is there a part 2 (?:form|report)|(?:is )?(?:this |the |it )?(?:report |decision )?(?:exempt|confidential|private|restricted)(?: or .{3,20})?|(?:exempt|public) or (?:private|open|exempt)|reasons? (?:for )?(?:exemption|confidentiality|exempt)|open or exempt|exempt (?:status|information|paragraph)|publication status',
		),
		needsMark: true,
	},
	{
		field: 'author',
		reads: 'post',
		says: stem('(?:report )?authors?|report of|report by'),
		score: 5,
	},
	// People and what belongs to the site: left out.
	{
		field: 'person',
		reads: 'text',
		says: stem(
			'contacts?(?: officers?| person| details| name)?|lead (?:officer|member|director|councillor)s?|(?:relevant )?(?:portfolio holder|cabinet member|executive member)s?|staff contact|signed(?: by)?|signed leader|signed chief executive|signature|officers? to action|authorised by|directorate|department|sponsor|report presenter|presented by|present|also present|in attendance|members present|those attending|apologies',
		),
		needsMark: true,
	},
	{
		field: 'other',
		reads: 'text',
		says: stem(
			'(?:key )?portfolio|details for agenda sheet|relevant documents|other information|private reason|is (?:the )?(?:decision maker|head of services?) aware of the decision|is (?:the )?decision county wide|would the recommended decision be contrary to.*|additional information|reg 1\\d|decision criteria|wards?|topics?|overview and scrutiny|urgent decision not in forward plan|capital injection spend|list of forthcoming key decisions|publication of report|(?:affected )?wards?|(?:wards?|divisions?|parish(?:es)?|areas?) affected|accompanying documents|additional documents|supporting documents|documents|attachments?|agenda items|decisions published|matters? for decision|background|voting|(?:details of )?(?:any )?conflicts? of interests?.*|declarations? of interests?.*|dispensations?(?: granted)?|source of authority.*|delegated (?:power|authority)(?: reference| used)?|scheme of delegation|power|reason date could change|is the date subject to change|are there any background papers|further action required|consultation with ward members?|made by|portfolio|service area|venue|implementation|previous decisions?|minutes|supporting documents|type of decision.*|presentation',
		),
		needsMark: true,
	},
	{
		field: 'urgency',
		reads: 'text',
		says: stem(
			'call in and urgency|urgency(?: and call in)?|reasons? for (?:the )?urgency|is this (?:an )?(?:decision )?urgent(?: decision| item)?|urgent(?: item| decision)?|(?:waiver of|exemption from|exempt from) call in|call in waived',
		),
		needsMark: true,
	},
	// What goes on over several lines.
	{
		field: 'recommendations',
		reads: 'text',
		says: stem(
			'decision outcome|(?:the |details of |full )?decisions?(?: s)?(?: and reasons?)?(?: (?:made|taken|reached))?|decision s and reason s|resolution|resolved|recommend(?:ation|ed action)s?|ordered|what (?:was|is) decided|text of decision|summary of (?:the )?decisions?|decision of (?:the )?(?:executive|cabinet|lead) (?:councillor|member)\\b.{0,60}',
		),
	},
	{
		field: 'reasons',
		reads: 'text',
		says: stem(
			'(?:statement of )?(?:the )?reasons? ?s?(?: are| is)?(?: for (?:the |this |making the )?(?:decisions?|recommendations?|proposal|resolution))?|rationale(?: for decision)?|justification(?: for decision)?',
		),
	},
	{
		field: 'alternatives',
		reads: 'text',
		says: stem(
			'decision options|(?:details of )?(?:any )?(?:the )?(?:alternatives?|other)(?: options?| actions?| courses of action)?(?: which were| that were)?(?: ?(?:considered|and|rejected|by|when|the|executive|cabinet|officer|member|making|decision|reasons?|for|rejection|why|not|recommended))*|options(?: considered| rejected| and|)*',
		),
	},
	{
		field: 'summary',
		reads: 'text',
		says: stem(
			'issues? for decision|what (?:is|will be|has) to be decided|(?:proposed )?decisions? (?:to be (?:taken|made)|required|sought)|matters? to be decided|(?:brief |executive )?summary|purpose(?: of (?:the )?(?:report|decision))?|details|description|topic description',
		),
	},
	{
		field: 'consultation',
		reads: 'text',
		says: stem(
			'consultation(?: (?:process|undertaken|results|responses|carried out|details))?|consultation with .{3,60}|(?:who (?:was|has been) )?consulted|consultees|other reasons (?:and )?organisations consulted',
		),
	},
	{
		field: 'implications',
		reads: 'text',
		says: stem(
			'(?:financial|legal|equality|equalities|risk|environmental|climate|climate change|human resources|hr|staffing|procurement|property) (?:implications?|comments?|considerations?)',
		),
	},
	{
		field: 'backgroundPapers',
		reads: 'text',
		says: stem('(?:list of )?background (?:papers|documents)'),
	},
	{field: 'appendices', reads: 'text', says: stem('appendices')},
];

/** A heading that a page bears, whatever the paper is about. */
export const pageHead =
	/^(?:forthcoming decisions|decisions published|decision details?|issue details?|issue - (?:decisions|meetings|history)|meeting documents?|agenda item(?: details)?|details|report|(?:decision|executive) (?:record|notice|sheet)|(?:[\p{L} ]{3,60} (?:council|authority) [-–] )?record of (?:executive |officer |delegated |cabinet |member )*decisions?|delegated decision(?: record| notice)?|officer decision(?: record)?|notice of decision|agenda(?:, decisions)? and (?:draft )?(?:minutes|decisions)|decisions?(?: register)?|register of decisions|minutes|home|back to top|items?|no\.? item|this section allows .*)$/iu;
