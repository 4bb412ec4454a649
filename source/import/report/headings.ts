import type {Wording} from './labels.ts';

/** Headings of sections, compared by the words that mean something, in any number and with any article. */
export const headings: readonly Wording[] = [
	{
		role: 'recommendations',
		says: `
			recommendations | recommendations/decisions required | it is recommended that |
			cabinet member / officer recommendations | decision to be taken | recommendations to cabinet |
			recommendations for decision | recommended action | summary of recommendations`,
	},
	{
		role: 'recommendations',
		weight: 3,
		says: `
			decision made | decision being taken | record of decision | decision | actions`,
	},
	{
		role: 'reasons',
		says: `
			reasons | reasons for recommendation | reasons for decision | reasons for proposed decision |
			reasons for recommended decision | why is the decision needed |
			reason for the report recommendations | rationale | why are we recommending this | why`,
	},
	{
		role: 'alternatives',
		says: `
			alternatives considered | alternative options | alternative options considered |
			alternative options considered and rejected | other options for action | other options |
			other options considered | options we looked at | options considered | options | option appraisal |
			options considered and rejected | what other options were considered |
			options and options analysis`,
	},
	{
		role: 'alternatives',
		weight: 2,
		says: `
			available options | options considered and recommended proposal |
			options, timescales and measuring success`,
	},
	{
		role: 'reasons',
		weight: 2,
		says: `
			proposal and reasons | preferred option and why | officer preferred option`,
	},
	{
		role: 'scrutiny',
		says: `
			consideration at pdsp | scrutiny comments | overview and scrutiny |
			comments of the overview and scrutiny committee | has it been or will it be considered by scrutiny |
			scrutiny committee | select committee comments`,
	},
	{
		role: 'consultation',
		says: `
			consultation | consultation undertaken | consultation and engagement | consultation details |
			details of consultation | results of consultation undertaken |
			what consultation and engagement has taken place | has there been any consultation | consultees |
			engagement | consultation and co-production | consultation process |
			has local member been consulted | has executive councillor been consulted |
			have ward members been consulted | consulted | consultation and equalities | other consultations |
			consultations required carried out | what we heard | what people told us | public outreach | community outreach`,
	},
	{
		role: 'summary',
		says: `
			summary | executive summary | brief summary | report summary | summary of report | summary of issues | summary of key issues | summary of key points`,
	},
	{
		role: 'summary',
		weight: 2,
		says: `
			purpose | purpose of report | what is this report about | describe the issue under consideration`,
	},
	{
		role: 'backgroundPapers',
		says: `
			background papers | background documents | list of background papers | sources/background papers |
			local government act 1985 | papers relied on |
			section 100 d local government act 1972 background documents | other useful documents`,
	},
	{
		role: 'appendices',
		says: `
			appendices | appendix | list of appendices | annexes | appendices and background papers |
			list of appendices included | use of appendices | supporting documents | supporting documentation |
			attached | accompanying documents | attachments | list of attachments`,
	},
	{
		role: 'group',
		says: `
			impact of item/issues on | impact of item on | impact on | 			implications | other implications | risk analysis and implications of the decision |
			compliance issues | main implications | key implications | wider implications | statutory officer comments | supplementary advice from other officers |
			corporate considerations | required corporate and legal information | summary of implications |
			statutory implications | statutory considerations | impact of the proposals |
			what are the implications | other significant implications | risk management and implications |
			risks and implications`,
	},
	{
		role: 'other',
		says: `
			background | introduction | context | proposal | proposals | the proposal | report | the report |
			main report | report detail | report details | detail | details | key issues |
			key issues for consideration | main considerations | conclusion | conclusions | next steps |
			timetable | implementation | current position | current situation | present position |
			evidence base | issues | discussion | supporting information | main body | main body of report |
			what happens next | delegations | background information | introduction and background |
			background and context | context or background | background to the report | body of report |
			main issues | analysis | way forward | timescales | timetable for implementation |
			timetable for implementing this decision | implementation of decision |
			cabinet member introduction | policy context | history | previous decisions |
			previous consideration | relevant previous decisions | council approval required |
			cabinet decision required | council decision required | relevant scrutiny committee |
			relevant scrutiny committee to be consulted | how does this decision contribute |
			how does this proposal contribute | corporate strategy alignment | council priorities |
			corporate objectives | the current position | considerations for the committee | call in | call-in |
			implementation of the decision | audit trail | document history | version control | report history |
			monitoring | evaluation | performance | success measures | how will success be measured |
			what are the timescales and who is responsible | proposal and evidence |
			exclusion of press and public | urgency | reason for urgency | reasons for urgency | scope |
			delivery | methodology | findings | update | progress | report information | information |
			key information | preferred option | recommended option | proposed way forward | contract details |
			procurement approach | procurement process | market analysis | financial history |
			strategic priorities | exempt appendix | corporate plan | council plan |
			budget and policy framework | definitions | document control | strategic fit | strategic context |
			post decision | what impact will this proposal have | benefits | expected benefits | outcomes |
			implementation plan | implementation and timetable | timetable and next steps | future work |
			communication | communications | publicity | review | date for review | contents | equipment |
			the strategy | our approach | the way forward | city benefits | sign off | governance |
			financial year | dissemination | the contract | key dates | voting arrangements | terms of report |
			local members | where are we now | what we propose | what are we proposing | what has changed |
			how will we know | next steps/implications`,
	},
	{
		role: 'exempt',
		says: `
			reason for inclusion in part ii | reason for inclusion in part 2 |
			reason for inclusion in part ii if appropriate | reason for inclusion in part 2 if appropriate |
			statement of confidentiality | information exempt from publication | exempt from press and public`,
	},
	{
		role: 'person',
		says: `
			contact officer | contact details | contact | contacts | cabinet member | portfolio holder |
			executive member | lead member | cabinet member portfolio holder | officer contact |
			for further information | further information | report contact | contact for further information |
			sign off sheet | authorisation | clearance | officer to contact | members to contact |
			further information contact | contact officers | if you have any queries about this report |
			queries | approval | signatures`,
	},
	{
		role: 'author',
		says: `
			report author | author | lead officer`,
	},
];
