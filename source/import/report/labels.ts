import type {LabelRole} from './fields.ts';

/**
 * Wordings of one role, parted by bars. Where two of a role stand in a paper, that of the smaller `weight` (1 if none
 * is given) is believed.
 */
export type Wording = {role: LabelRole; weight?: number; says: string};

/**
 * Labels of the front page and of forms, compared word for word (case, number, colon and what stands in brackets
 * aside). Some mean something only there: “Date”, “To”, “From”.
 */
export const labels: readonly Wording[] = [
	{
		role: 'title',
		says: `
			title | subject | topic | re | regarding`,
	},
	{
		role: 'title',
		weight: 2,
		says: `
			item | agenda item | decision | name | regular business | consent calendar | public hearing | study session | informational item | new business | old business`,
	},
	{
		role: 'body',
		weight: 2,
		says: `
			to | report for | meeting | committee | decision forum | final decision maker`,
	},
	{
		role: 'date',
		weight: 2,
		says: `
			date | dated | agenda date | for the meeting on`,
	},
	{
		role: 'reference',
		says: `
			reference | ref | paper no | paper number | report no | report number`,
	},
	{
		role: 'key',
		says: `
			decision type | type of decision | report for key non key decision | decision status`,
	},
	{
		role: 'author',
		says: `
			author | position | job title | accountable employee`,
	},
	{
		role: 'author',
		weight: 2,
		says: `
			designation | report of | report by | report from | from | open report on behalf of |
			report on behalf of | by | lead officer | accountable director | responsible officer | paper by |
			accountable officer | director | report authorised by`,
	},
	{
		role: 'person',
		says: `
			contact | contacts | tel | telephone | phone | email | e mail | direct dial | direct line |
			extension | ext | democratic services | democratic services officer | mobile | portfolio |
			councillor | name of cabinet member | further information from | report contact | signed |
			signature | service area or department | presenter of report | report presenter | approved by |
			cleared by | agreed by | address | member champion | edm sign off | cabinet member sign off |
			sign off | committee chair consulted | slb member who approved submission | chair consulted |
			other cabinet members consulted | other members consulted | other officers consulted |
			officers consulted | relevant overview and scrutiny chair | relevant o and s chair |
			relevant scrutiny chair | relevant o and s chairs`,
	},
	{
		role: 'exempt',
		says: `
			classification | data label | part ii exempt from disclosure confidential accompanying report |
			exempt | confidentiality | publication status | exemption | paragraph of schedule 12a |
			report status | part | restriction | restrictions | is the report open | not for publication |
			access to information status | is the report public | confidential | status | is this report open |
			disclosure | publication | freedom of information | foi status | access | reason for inclusion in part ii if appropriate | part 1 or part 2`,
	},
	{
		role: 'other',
		says: `
			type of report | action by | ward | wards | policy framework | local member | local members |
			elected member | council approval required | cabinet decision required | council decision required |
			links to council plan | parishes | divisions | matter for decision | matters for decision |
			agenda item no | item no | agenda no | agenda item number | item number | agenda | version |
			priority | policy context | financial summary | past pathway of report | past pathway of paper |
			future pathway of report | future pathway of paper | proposal origin | purpose of decision |
			which cabinet member portfolio does this relate to | urgent | parish | district | constituency |
			publication of decision | implementation date | time | venue | service area | directorate |
			service | department | notice of decision | date of next meeting | enclosures | community |
			mandatory discretionary operational | be entirely within cabinets powers to decide |
			be entirely within cabinet powers to decide | need to be recommendations to council`,
	},
];
