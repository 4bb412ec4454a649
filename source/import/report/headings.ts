import type {Wording} from './labels.ts';

/** Headings of sections, compared by the words that mean something, in any number and with any article. */
export const headings: readonly Wording[] = [
	{
		role: 'recommendations',
		says: `
			recommendations | recommendation | recommendations/decisions required | recommendations and
			decisions required | decisions required | decision requested | decisions requested | decision
			sought | decisions sought | recommended decision | recommended decisions | proposed decisions |
			proposed decision | it is recommended that | recommended that | recommended | officer
			recommendation | officers recommendations | cabinet member / officer recommendations | action
			required | actions required | decision to be taken | decisions to be taken | what decision is
			required | what is the decision to be made | resolution sought | proposed resolution |
			recommended resolution | draft resolution | recommendations to cabinet | recommendations for
			approval | recommendations for decision | decision recommended |
			recommendation or action required | recommended action | summary of recommendations | list of
			recommendations | what are we asking for | what are you being asked to decide | what is being
			asked | requested decision | decision recommendation | recommendations summary | recommended
			course of action | required decision | action requested | recommendations and reasons | what the committee is asked to do | what is the committee being asked to do |
			the ask`,
	},
	{
		role: 'recommendations',
		weight: 3,
		says: `
			decision made | decision taken | decision being made | decision being taken | details of decision |
			details of the decision | record of decision | text of decision | decision | decisions | the decision | actions | resolution | proposals for decision | proposed
			action`,
	},
	{
		role: 'keyReason',
		says: `
			reason for key decision | reasons for key decision | why is this a key decision | key decision
			criteria`,
	},
	{
		role: 'reasons',
		says: `
			reasons | statement of reasons | justification for decision | rationale for recommended option | basis for officers recommendation | why is this decision being taken | why are these recommendations being made | reasons for recommendation | reasons for recommendations | reasons for decision |
			reasons for proposed decision | reasons for recommended decision | reasons for the proposal |
			reasons for recommendation(s) | reasons for recommended option | reasons for recommending the
			preferred option | why is the decision needed | why this decision is needed | why is this
			decision necessary | rationale | rationale for recommendation | rationale for decision |
			justification | justification for recommendation | reason for recommended action | why is it
			recommended | why do we need this | why this is needed | reasons for the officer recommendation
			| reasons supporting the recommendation | reasons and justification | grounds for recommendation
			| reasons for proposed action | reasons why | reason for the report recommendations | reason
			decision required | why has this been recommended | basis of recommendation | basis for
			recommendation | reasons for suggested decision | why are we recommending this | the reason for
			the decision`,
	},
	{
		role: 'alternatives',
		says: `
			alternatives | alternatives considered | alternative options | alternative options considered |
			alternative options considered and rejected | alternatives considered and rejected | other
			options for action | other options | other options considered | options considered | options |
			option appraisal | options appraisal | options analysis | options considered and rejected | what
			other options were considered | what alternatives were considered | alternative courses of
			action | alternatives to the recommendation | alternative options and why rejected | alternative
			options rejected | options available | alternative proposals considered | any alternative
			options considered and rejected | details of any alternative options considered and rejected |
			other options considered and rejected | alternatives rejected | consideration of alternatives |
			consideration of alternative options | alternative action | options and alternatives |
			evaluation of alternatives | evaluation of options | options evaluation | what else did we
			consider | what other options have been considered | analysis of options | alternatives and
			options considered | what are the alternatives | discounted options | options discounted |
			rejected options | options rejected | options open to the committee | options available to the committee | consideration of options`,
	},
	{
		role: 'alternatives',
		weight: 2,
		says: `
			available options | options for consideration | options considered and recommended proposal | options and recommended proposal | options and
			analysis | options, timescales and measuring success | issues and options | options and reasons
			| options considered and preferred option | options assessment`,
	},
	{
		role: 'reasons',
		weight: 2,
		says: `
			proposal and reasons | proposals and reasons | conclusion and reasons | conclusions and reasons
			| preferred option and reasons | preferred option and why | recommended option and why`,
	},
	{
		role: 'scrutiny',
		says: `
			consideration at pdsp |
			scrutiny | scrutiny comments | scrutiny views | scrutiny considerations | comments of scrutiny |
			overview and scrutiny | overview and scrutiny comments | comments of the overview and scrutiny
			committee | pre-decision scrutiny | comments from scrutiny | views of scrutiny | scrutiny
			recommendations | scrutiny committee comments | overview and scrutiny committee comments |
			overview and scrutiny implications | overview and scrutiny panel comments | has it been
			considered by scrutiny | has this been considered by scrutiny | has it been or will it be
			considered by scrutiny | views of overview and scrutiny | scrutiny committee | scrutiny
			engagement | scrutiny involvement | scrutiny history | response to scrutiny | outcome of
			scrutiny | scrutiny committee views | consideration by scrutiny | consideration by overview and
			scrutiny | comments of select committee | select committee comments | scrutiny observations |
			scrutiny and consultation comments | overview and scrutiny involvement | scrutiny feedback |
			policy development and scrutiny | previous scrutiny | select committee | policy advisory group | views of cabinet advisory group`,
	},
	{
		role: 'consultation',
		says: `
			consultation | consultations | consultation undertaken | consultation carried out | consultation
			and engagement | engagement and consultation | consultation details | details of consultation |
			results of consultation | consultation results | results of consultation undertaken | outcome of
			consultation | consultation responses | who has been consulted | what consultation and
			engagement has taken place | what consultation has taken place | has there been any consultation
			| consultees | stakeholder engagement | stakeholder consultation | public consultation |
			community engagement | engagement | consultation feedback | consultation and communication |
			consultation and co-production | consultation process | ward member consultation | member
			consultation | ward member consultations | internal consultation | external consultation | has
			local member been consulted | has executive councillor been consulted | have ward members been
			consulted | has the local member been consulted | what consultation has been undertaken |
			consultation with ward members | consultation with ward councillors | local member views | views
			of local member | views of the local member | consulted | persons consulted | officer
			consultation | summary of consultation | communications and engagement | consultation and
			involvement | statutory consultation | consultation implications | communication and
			consultation | what engagement has taken place | consultations undertaken | views of ward
			councillors | consultation and equalities | other consultations | consultations required carried out | representations received | co-production | who did we consult | who was consulted`,
	},
	{
		role: 'summary',
		says: `
			summary | executive summary | brief summary | report summary | summary of report | summary of
			the report | synopsis | overview | brief summary of report | brief summary of subject matter |
			report in brief | executive overview | summary of key points | in brief | at a glance | report
			at a glance | abstract | summary of proposals | summary of main points | summary of main issues
			| summary of the proposal | key points | main points | summary and conclusions | synopsis of report | report overview | overview of report | precis`,
	},
	{
		role: 'summary',
		weight: 2,
		says: `
			purpose | purpose of report | purpose of the report | purpose of this report | what is this
			report about | what is the report about | reason for report | reason for the report | aim of
			report | aim of the report | describe the issue under consideration | issue under consideration
			| purpose and summary | report purpose | purpose and reason for the report | purpose of briefing
			| purpose and reasons | purpose of item | purpose of paper | what this report is about | introduction and purpose | purpose and scope | purpose of decision | why has this report come to committee |
			objective of report | purpose of report and summary | purpose and background | purpose of
			proposal | why are we bringing this report | what is the purpose of the report | reasons for
			report | summary and purpose | about this report | purpose of the paper`,
	},
	{
		role: 'backgroundPapers',
		says: `
			background papers | background documents | list of background papers | list of background
			documents | background paper | sources/background papers | sources and background papers |
			background papers used | section 100d list of background papers | local government access to
			information act 1985 | local government act 1972 background papers | background documents used | local government act 1985 | local government act 1972 section 100d | section 100d local government act 1972 | access to information act | section 100d local government act 1972 access to information | documents for inspection | documents available in members rooms | source documents | reference documents | further reading | documents and previous reports | related documents | previous reports | useful documents | other useful papers |
			background reading | documents relied upon | papers relied upon | papers relied on | documents relied on | references and background papers | background
			papers and published documents | background papers relied upon | background papers and documents
			| background material | supporting papers | access to information | section 100 d local
			government act 1972 background documents | section 100d local government act 1972 list of
			background documents | background and published documents | published documents and background
			papers | background papers used in preparing this report | previous relevant reports |
			background papers and other documents | background information and papers | sources | documents
			used | other useful documents | published works | background papers and appendices | useful
			background papers`,
	},
	{
		role: 'appendices',
		says: `
			appendices | appendix | list of appendices | annexes | annex | list of annexes | attachments |
			list of attachments | enclosures | list of enclosures | schedules | appendices attached |
			appendices and background papers | list of appendices included | use of appendices | documents
			attached | attached documents | supporting documents | supporting documentation | appendices and
			supporting documents | attached | appendices to the report | appendices included | schedule of
			appendices | index of appendices | appendix list | appendix listing | list of appendix | what is attached |
			accompanying documents | attached papers`,
	},
	{
		role: 'group',
		says: `
			implications | other implications | corporate implications | key implications | wider
			implications | implications of decision | implications of the recommendation | implications and
			risks | risk analysis and implications | risk analysis and implications of the decision |
			compliance issues | compliance | statutory officer comments | statutory officers comments |
			comments of statutory officers | supplementary advice from other officers | other considerations
			| corporate considerations | impact assessment | impact assessments | impacts | impact |
			assessment of implications | financial legal and other implications | required corporate and
			legal information | summary of implications | implications for the council | implications
			summary | advice from other officers | professional advice | officer comments | statutory
			implications | other corporate implications | considerations | statutory considerations |
			resource and other implications | implications checklist | impact of the proposals | impact on
			the council | what are the implications | checklist of implications | significant implications |
			specific implications | other significant implications | issues and implications | mandatory
			considerations | cross cutting implications | required information | risk management and
			implications | key considerations | risks and implications | standard implications | comments of
			the statutory officers | what are the key implications | resource implications and risks |
			statutory and policy implications`,
	},
	{
		role: 'other',
		says: `
			foreword | background | introduction | context | proposal | proposals | the proposal | report | the report
			| main report | report detail | report details | detail | details | key issues | key issues for
			consideration | main considerations | conclusion | conclusions | next steps | timetable |
			implementation | current position | current situation | present position | evidence base |
			issues | discussion | supporting information | main body | main body of report | contribution to
			strategic outcomes | what happens next | delegations | glossary | background information |
			introduction and background | background and context | context or background | background to the
			report | body of report | main issues | analysis | way forward | timescales | timetable for
			implementation | timetable for implementing this decision | implementation of decision | cabinet
			member introduction | policy context | history | previous decisions | previous consideration |
			relevant previous decisions | council approval required | cabinet decision required | council decision required | relevant scrutiny committee | relevant scrutiny committee to be consulted | link to corporate priorities | links to corporate priorities |
			contribution to corporate priorities | how does this decision contribute | how does this
			proposal contribute | corporate strategy alignment | council priorities | corporate objectives |
			the current position | considerations for the committee | call in | call-in | implementation of
			the decision | audit trail | document history | version control | report history | monitoring |
			evaluation | performance | success measures | how will success be measured | what are the
			timescales and who is responsible | proposal and evidence | exclusion of press and public |
			urgency | reason for urgency | reasons for urgency | scope | delivery | methodology | findings |
			update | progress | report information | information | key information | preferred option |
			recommended option | proposed way forward | contract details | procurement approach |
			procurement process | market analysis | financial history | strategic priorities | exempt appendix | corporate plan | council plan | budget and policy
			framework | definitions | document control | declaration of interest | declarations of interest
			| conflicts of interest | strategic fit | strategic context | post decision |
			what impact will this proposal have | benefits | expected benefits | outcomes | implementation
			plan | implementation and timetable | timetable and next steps | future work | communication |
			communications | publicity | review | date for review | contents | equipment | the strategy |
			our approach | the way forward | city benefits | sign off | governance | financial year |
			dissemination | the contract | key dates | voting arrangements | terms of report | local members | where are we now | what we propose | what are we
			proposing | what has changed | how will we know`,
	},
	{
		role: 'exempt',
		says: `
			reason for inclusion in part ii | reason for inclusion in part 2 | reason for inclusion in part ii
			if appropriate | reason for inclusion in part 2 if appropriate | statement of confidentiality |
			information exempt from publication | exempt from press and public`,
	},
	{
		role: 'person',
		says: `
			contact officer | contact details | contact | contacts | cabinet member | portfolio holder | executive member | lead member | cabinet member portfolio holder | officer contact | for further
			information | further information | report contact | contact for further information | sign off
			sheet | authorisation | clearance | officer to contact | members to contact | further
			information contact | contact officers | if you have any queries about this report | queries |
			approval | signatures`,
	},
	{
		role: 'author',
		says: `
			report author | author | report authors | report author and contact details | lead officer |
			report author contact details | report author and contact`,
	},
];
