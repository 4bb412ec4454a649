import type {Role} from './fields.ts';

/**
 * Wordings of one role, parted by bars. Where two of a role stand in a paper, that of the smaller `weight` (1 if none
 * is given) is believed.
 */
export type Wording = {role: Role; weight?: number; says: string};

/**
 * Labels of the front page and of forms, compared word for word (case, number, colon and what stands in brackets
 * aside). Some mean something only there: “Date”, “To”, “From”.
 */
export const labels: readonly Wording[] = [
	{
		role: 'title',
		says: `
			title | report title | title of report | title of the report | subject | subject of report |
			subject of the report | report subject | subject matter | subject title | subject of decision |
			decision title | title of decision | name of report | name of decision | re | matter | topic |
			heading | report on | item title | agenda item title | title of item | decision number and title
			| report name | paper title | policy title | project title | contract title`,
	},
	{
		role: 'title',
		weight: 2,
		says: `
			item | agenda item | issue | decision | name`,
	},
	{
		role: 'body',
		says: `
			decision maker | decision taker | decision makers | decision to be made by | decision to be
			taken by | decision making body | decision by | decision body | name of decision maker | who
			will make the decision | who is making the decision | who will take the decision | relevant
			decision maker | decision taken by`,
	},
	{
		role: 'body',
		weight: 2,
		says: `
			report to | to | to the | report for | for | meeting | name of meeting | meeting name |
			committee | name of committee | committee name | board | body | decision forum | considered by | final decision maker | presented to |
			submitted to | report presented to | report submitted to | meeting of | name of body | forum |
			panel | report to be presented to | committee or cabinet | receiving body | meeting title |
			reporting to`,
	},
	{
		role: 'body',
		weight: 3,
		says: `
			meeting and date | name and date of meeting | date and name of meeting | meeting date and name |
			committee and date | committee date | name of committee and date`,
	},
	{
		role: 'date',
		says: `
			date of meeting | meeting date | date of decision | decision date | date of the meeting | date
			decision to be taken | date of committee | decision due date | decision due | date for decision
			| date of committee meeting | date of cabinet meeting | date of board meeting | date to be
			considered | date and time of meeting | date decision to be made | proposed decision date | date
			of cabinet | decision to be taken on | committee meeting date | cabinet date | date decision
			required | date of proposed decision | date on which decision will be taken | date on which decision is to be made`,
	},
	{
		role: 'date',
		weight: 2,
		says: `
			date | on | date and time | dated | day`,
	},
	{
		role: 'date',
		weight: 3,
		says: `
			date of report | report date | date of publication | date published | publication date`,
	},
	{
		role: 'reference',
		says: `
			decision reference | decision reference number | decision reference no | decision ref | decision
			ref no | decision number | decision no | reference | reference number | reference no | ref | ref
			no | ref number | our ref | report reference | report reference number | report ref | report ref
			no | report number | report no | cabinet report number | unique reference | unique reference
			number | record number | minute reference | cabinet reference | notice reference | document reference | report id | decision id | urn`,
	},
	{
		role: 'reference',
		weight: 2,
		says: `
			forward plan reference | forward plan ref | forward plan reference number | forward plan no |
			forward plan number | key decision reference | key decision ref | key decision number | key
			decision no | fp ref | forward plan ref no | key decision reference number | kd ref | kd number | key decision ref no`,
	},
	{
		role: 'key',
		says: `
			key decision | key decision report | is this a key decision | is it a key decision | is the decision a key decision |
			key decision y n | key decision yes no | key non key decision | key or non key decision | key or
			non key | decision type | type of decision | report for key non key decision | is this decision
			a key decision | key decision required | is the report a key decision | is this report a
			key decision | does this report require a key decision | key decision status | is this a key or
			non key decision | decision status | this is a key decision | will this be a key decision | is a
			key decision required | category of decision | key decision or non key decision`,
	},
	{
		role: 'keyReason',
		says: `
			reason for key decision | reason key decision | if yes reason key decision | key decision
			criteria | key decision reason | reasons for key decision | key decision reasons | if yes reason
			for key decision | key decision criterion | why is this a key decision | reason why this is a
			key decision | definition of key decision | key decision definition | if so why | criteria for
			key decision | key decision justification | reason it is a key decision | reason for it being a
			key decision`,
	},
	{
		role: 'author',
		says: `
			report author | author | author of report | author of the report | report written by | written
			by | report authors | authors | author lead officer of report | report author job title | report
			prepared by | prepared by | name of author | report originator | originating officer | author
			job title | position | post held | job title | report author and job title | author and contact | author and contact
			details | report originator | accountable employee | author name and contact details | report author contact details | report author and contact details`,
	},
	{
		role: 'author',
		weight: 2,
		says: `
			designation | report of | report by | report from | from | open report on behalf of | report on behalf of |
			joint report of | on behalf of | by | report submitted by | report presented by | submitted by |
			report of the | joint report by | lead officer | accountable director | responsible officer | accountable officer |
			reporting officer | responsible director | lead director | director | corporate director |
			executive director | strategic director | service director | officer | lead chief officer |
			chief officer | head of service | report sponsor | senior responsible officer | report
			authorised by | authorised by | director responsible | director approving submission of the
			report | assistant director | lead officers | director approving submission | relevant director
			| responsible head of service | executive lead | lead member and officer | corporate lead |
			report owner | responsible chief officer | relevant chief officer | director lead | executive
			director lead | officer reporting | relevant officer | strategic lead | head of paid service`,
	},
	{
		role: 'person',
		says: `
			contact | contact officer | contact officers | contact details | contact name | contact for
			further information | contacts | officer contact | officer contacts | tel | tel no | telephone |
			telephone number | phone | email | e mail | email address | direct dial | direct line |
			extension | ext | democratic services | democratic services officer | mobile | cabinet member |
			relevant cabinet member | cabinet members | portfolio holder | portfolio holders | lead member |
			executive member | relevant portfolio holder | portfolio | cabinet portfolio | responsible
			cabinet member | lead councillor | councillor | lead cabinet member | relevant portfolio | name
			of cabinet member | cabinet lead | executive councillor | enquiries to | further information
			from | person to contact | for further information contact | for further information please
			contact | if you have any queries | name and contact details | report contact | contact person |
			cabinet lead member | executive portfolio holder | executive portfolio | lead executive member |
			signed | signature | service area or department | presenter of report | report presenter | cabinet member portfolio holder | approved by | cleared by | agreed by | address | relevant executive member
			| member champion | edm sign off | cabinet member sign off | sign off | committee chair consulted | slb member who approved submission | chair consulted | other cabinet members consulted | other members consulted | other officers
			consulted | officers consulted | relevant overview and scrutiny chair | relevant o and s chair |
			relevant scrutiny chair | relevant o and s chairs`,
	},
	{
		role: 'exempt',
		says: `
			classification | data label | exempt from disclosure | part ii exempt from disclosure | part ii exempt from disclosure confidential accompanying report | exempt | exempt information | exempt status | public or private | exempt
			category | exempt or confidential | is this report exempt | is the report exempt |
			confidentiality | publication status | open or exempt | open exempt | confidential or exempt |
			public or exempt | public exempt | exemption | reason for exemption | reasons for exemption |
			exempt information paragraph number or reason if confidential | exempt information paragraph number | exempt paragraph | exemption paragraph | paragraph of schedule 12a | report status | part |
			protective marking | security classification | restriction | restrictions | is this report
			confidential | is this report public or private | exempt report | is the report open | does the
			report contain confidential or exempt information | does this report contain confidential or
			exempt information | confidential or exempt information | is any information exempt | not for
			publication | does the report contain exempt information | does this report contain exempt
			information | contains confidential or exempt information | open or confidential | reason for
			confidentiality | is the report confidential | does this report contain exempt or confidential
			information | does the report contain exempt or confidential information | exempt confidential |
			access to information status | report classification | public private | private or public | is
			this report open or exempt | is the report public | confidential | part exempt | status | is the
			report open or exempt | is it exempt | exempt details | is this report open | disclosure |
			publication | exempt from publication | is it exempt from publication | is this exempt from publication | is the report exempt from publication | is this decision exempt from publication | is this item exempt | information exempt from publication | exempt from the press and public | statement of confidentiality | exempt items | exempt or confidential information | private report | reason for inclusion in part ii if appropriate | part 1 or part 2 | if exempt the reason | exempt reason`,
	},
	{
		role: 'other',
		says: `
			type of report | action by | ward | wards | wards affected | ward affected | ward s affected | are specific wards affected |
			electoral divisions | electoral divisions affected | policy framework | ward members | local member | local members | ward councillors | elected member | corporate objective | corporate objectives | strategic priority | corporate aim | key theme | strategic outcome | council approval required | cabinet decision required | council decision required | links to council plan | council plan priority | parishes | electoral division | divisions affected | which wards are affected | ward
			or groups affected | wards or groups affected | wards or communities affected | divisions |
			electoral division affected | is the decision eligible for call in | is this decision subject to
			call in | subject to call in | call in | eligible for call in | will the decision be open for
			call in | open for call in | is it subject to call in | is the report eligible for call in |
			matter for decision | matters for decision | agenda item no | item no | agenda no | agenda item number | item number | agenda | version |
			priority | policy context | financial summary | past pathway of report | past pathway
			of paper | future pathway of report | future pathway of paper | proposal origin | purpose of
			decision | which cabinet member portfolio does this relate to | which scrutiny and policy
			development committee does this relate to | which scrutiny committee does this relate to |
			relevant scrutiny committee | scrutiny committee | council priority | corporate priority |
			corporate priorities | council plan theme | link to council priorities | urgent | urgent
			decision | is this urgent | in forward plan | forward plan | on the forward plan | included in
			forward plan | parish | parishes affected | district | constituency | publication of decision |
			implementation date | time | venue | service area | directorate | service | department | lead
			directorate | notice of decision | date of next meeting | enclosures none | enclosures | date
			included in forward plan | organisation strategy priority area | community | localities affected
			| area affected | areas affected | mandatory discretionary operational | be entirely within
			cabinets powers to decide | be entirely within cabinet powers to decide | need to be
			recommendations to council`,
	},
];
