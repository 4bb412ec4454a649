// What fifteen more papers say, in the Markdown-like form that is made of councils’ Word and PDF files. Two of them say more
// than is found: see docs/decisions/0007.
import type {Expected} from './expected.ts';

export const manners: Record<string, Expected> = {
	'borough-purpose-grid.txt': {
		title: 'Supplementary Planning Document on Householder Extensions',
		body: 'Strategic Planning and Environment Committee',
		date: '2 February 2027',
		author: 'Strategic Planning Manager',
		exempt: 'No',
		summary:
			'1. To set out what was said in the consultation on the draft document.\n2. To seek a recommendation to Cabinet that it be adopted.',
		alternatives:
			'Not to adopt. Decisions would rest on guidance that inspectors give little weight.',
		consultation:
			'The draft was published for six weeks from 5 October 2026. Fifty-eight comments were received.',
		backgroundPapers: 'National Planning Policy Framework (December 2024)\nCore Strategy 2013',
		recommendations: [
			'That the Committee recommends Cabinet to adopt the document at Appendix 1.',
			'That the Head of Planning be authorised to make minor changes before it is published.',
		],
		implications: [
			[
				'Financial and value for money implications',
				'None beyond the cost of printing, which is met from existing budgets.',
			],
			[
				'Legal Implications',
				'The document is made under regulation 14 of the Town and Country Planning (Local Planning) (England) Regulations 2012.',
			],
			['Risk implications', 'Without it, appeals may be lost.'],
			[
				'Equalities, Community Impact and Human Rights',
				'Extensions for disabled people are treated in chapter 6.',
			],
			[
				'Sustainability implications (including climate change, health and wellbeing, community safety)',
				'Chapter 7 is about insulation and solar panels.',
			],
			[
				'Council infrastructure (including Health and Safety, HR/OD, assets and other resources)',
				'None.',
			],
			['Monitoring Officer', 'The consultation has met the requirements of the regulations.'],
			['S151 Officer', 'There are no direct financial consequences of this report.'],
		],
		appendices: [
			'Appendix 1: Draft supplementary planning document',
			'Appendix 2: Consultation statement',
		],
	},
	'city-summary-table.txt': {
		title: 'Night Shelter: Grant Funding and Lease for Three Winters',
		body: 'Cabinet',
		date: '16 September 2026',
		key: 'Yes',
		keyReason: 'expenditure over £750,000',
		author: 'Rough Sleeping Manager',
		exempt: 'No',
		alternatives:
			'Paying for beds in hotels was considered. It would cost twice as much and give no support.\n\nDoing nothing was rejected: lives would be at risk.',
		backgroundPapers: 'None',
		recommendations: [
			'That Cabinet resolves to approve a lease of the former bus depot for three years at a peppercorn rent.',
			'That Cabinet resolves to approve grant funding of £270,000 for each of the three winters.',
			'That Cabinet resolves to delegate authority to the Director of Housing to enter into the grant agreement.',
		],
		implications: [
			['Financial implications', 'The grant of £810,000 is met from the homelessness reserve.'],
			[
				'Legal issues',
				'The disposal is at less than best consideration and falls within the general consent of 2003.',
			],
			[
				'Level of risk',
				'A risk register is at Appendix 3. The greatest risk is that the works are late.',
			],
			['Equalities impact', 'Single rooms make the shelter safe for women. See Appendix 2.'],
			['Carbon and Environmental Considerations', 'The heating is by heat pump.'],
		],
		appendices: [
			'Appendix 1: Plan of the depot',
			'Appendix 2: Equalities Impact Assessment',
			'Appendix 3: Risk Register',
		],
	},
	'county-evidence-reasons.txt': {
		title: 'Adult Learning Service: Move to the Central Library',
		body: 'Cabinet',
		date: '5 October 2026',
		key: 'Yes',
		author: 'Executive Director of Community and Environmental Services',
		summary:
			'The lease of Garrick House ends in June 2027. Moving the service to the second floor of the central library saves £240,000 a year and brings learners nearer to the bus station.',
		reasons:
			'Of the learners asked, 71% would find the library easier to reach. The rent saved pays back the work within four years.',
		alternatives:
			'To renew the lease. The landlord asks for a third more rent.\n\nTo teach in schools in the evening only. Learners with small children could not come.',
		scrutiny:
			'The Infrastructure and Development Select Committee supported the move on 16 September 2026 and asked that the crèche be kept.',
		backgroundPapers: 'Adult Learning Annual Plan, Cabinet, 6 April 2026',
		recommendations: [
			'To agree that the Adult Learning Service moves to the Central Library by 31 May 2027.',
			'To agree capital expenditure of £780,000 to adapt the second floor.',
			'To delegate to the Director of Property the surrender of the lease of Garrick House.',
		],
		implications: [
			['Impact of the Proposal', 'Learners can use the library until eight in the evening.'],
			[
				'Financial Implications',
				'The capital cost of £780,000 is met by borrowing, which costs £52,000 a year.',
			],
			['Staff', 'Forty-four members of staff move their place of work. No posts are lost.'],
			['Property', 'The lease of Garrick House is surrendered.'],
			['IT', 'The network of the library is fit for the additional use.'],
			['Legal Implications', 'Planning permission is not needed.'],
			['Human Rights Implications', 'None identified.'],
			[
				'Equality Impact Assessment (EqIA) (this must be included)',
				'The library has step-free access and a changing place.',
			],
			['Data Protection Impact Assessments (DPIA)', 'Not required.'],
			[
				'Health and Safety implications (where appropriate)',
				'A fire risk assessment will be made for the second floor.',
			],
			['Sustainability implications (where appropriate)', 'Gas use falls by 60 MWh a year.'],
			['Any Other Implications', 'None.'],
			[
				'Risk Implications / Assessment',
				'If the works are late, the landlord will let us stay from month to month.',
			],
		],
	},
	'county-part-one.txt': {
		title: 'Supported Bus Services: Award of Contracts from April 2027',
		body: 'Cabinet',
		date: '3 December 2026',
		key: 'Yes',
		author: 'Head of Service - Public and Integrated Transport',
		exempt: 'No',
		summary:
			'Contracts for 31 supported bus services end in April 2027. This report presents the outcome of the tender and recommends awards.\n\nThis is deemed to be a Key Decision and the provisions of Standing Order C19 have been complied with.',
		consultation:
			"The district councils, the bus users' group and the county councillors of the two divisions were consulted. Two objected to the withdrawal of service 74.",
		backgroundPapers: 'Bus Service Improvement Plan | June 2026\nTender evaluation | October 2026',
		recommendations: [
			"Cabinet is asked to approve the award of the contracts set out at Appendix 'A' for a period of five years from 11 April 2027.",
			'Cabinet is asked to approve the withdrawal of service 74 (Longley – Hurst Green) on Sundays.',
			'Cabinet is asked to authorise the Director of Highways and Transport to agree changes that cost no more than £50,000 a year.',
		],
		implications: [
			[
				'Risk management',
				'If the contracts are not awarded by January 2027, services would stop for up to ten weeks.',
			],
			['Financial', 'The awards cost £4.9 million a year, within the budget for public transport.'],
			[
				'Legal',
				'Section 63 of the Transport Act 1985 lets the county council secure services that would not otherwise be met.',
			],
			[
				'Equality and Cohesion',
				"An analysis is at Appendix 'B'. Older people use the services most.",
			],
		],
		notes: {
			title: 'taken from its place: no label says so',
		},
	},
	'county-required-information.txt': {
		title: 'Highway Drainage Framework: Permission to Spend and to Procure',
		body: 'Executive Lead Member for Universal Services',
		date: '9 November 2026',
		author: 'Director of Universal Services',
		summary:
			'The present framework ends on 31 July 2027 and cannot be extended. A new one with three lots will let smaller firms bid.',
		alternatives:
			'To work through the main highways contract was rejected, because its rates for drainage are a fifth higher than those of the market.',
		consultation:
			'Eleven firms answered a survey of the market in June 2026. No consultation of the public was needed.\n\nThe decision has a neutral impact on people with protected characteristics.',
		backgroundPapers: 'Drainage market survey 2026',
		recommendations: [
			'That the Executive Lead Member for Universal Services gives approval to procure, spend and enter into contractual arrangements for a Highway Drainage Framework of up to four years, with a value of up to £16 million.',
			'That authority to make minor variations to the framework is delegated to the Director of Universal Services.',
		],
		implications: [
			[
				'Finance',
				'Spending is met from the structural maintenance budget. The framework does not commit the County Council to any amount.',
			],
			[
				'Climate Change Impact Assessment',
				'The tools of the County Council were used. Drains that are clear cope better with heavy rain.',
			],
			[
				'Equality Duty',
				'The County Council has a duty under Section 149 of the Equality Act 2010 to have due regard in the exercise of its functions to the need to eliminate discrimination.',
			],
			[
				'Equalities Impact Assessment',
				'The procurement of the framework has a neutral impact on people with protected characteristics.',
			],
		],
	},
	'fire-tick-grid.txt': {
		title: 'REPLACEMENT OF THE MOBILISING SYSTEM: OUTLINE BUSINESS CASE',
		body: 'Marlshire Fire and Rescue Authority',
		date: '23 October 2026',
		author: 'HEAD OF ICT AND PROGRAMMES',
		exempt: 'No',
		summary:
			'To present the outline business case for a new mobilising system shared with two neighbouring services.',
		alternatives:
			'Extend support. The supplier offers two years at twice the price.\n\nBuy alone. The cost for each service would be a third higher.\n\nBuy together. This is preferred.',
		consultation:
			'The representative bodies were told on 3 September 2026 and raised no objection.',
		backgroundPapers: 'Fire Authority report of 12 December 2025, "Control Room Partnership"',
		recommendations: [
			'That Members approve the outline business case.',
			'That Members agree that the Chief Fire Officer begin a procurement jointly with the partner services.',
			'That Members ask for the full business case by June 2027.',
		],
		implications: [
			[
				'Financial Implications',
				'The capital cost for the Authority is put at £1.9m, which is in the medium-term plan.',
			],
			['Human Resources Implications', 'Control staff will need five days of training each.'],
			[
				'Risk',
				'Slow agreement between the partners is the greatest risk. A joint board will meet every month.',
			],
		],
	},
	'licensing-fees-report.txt': {
		title: 'Fees for Hackney Carriage and Private Hire Licences 2027/28',
		body: 'Licensing and Regulatory Committee',
		date: '19 January 2027',
		author: 'Licensing Team Leader',
		summary: 'To ask the Committee to set the fees for the coming year.',
		reasons: 'The law expects that those who hold licences pay for them.',
		alternatives:
			'Fees could be left as they are. The service would then cost £38,000 more than it brings in.',
		backgroundPapers: 'Report to this Committee of 20 January 2026: Fees for 2026/27',
		recommendations: [
			'The Committee is recommended to approve the fees in Appendix 1 for licences that begin on or after 1 April 2027.',
			'The Committee is recommended to delegate to the Director of Public Protection the consideration of objections, if there are any.',
			'The Committee is asked to note the cost of the service in 2025/26, set out in Appendix 2.',
		],
		implications: [
			['Financial implications', 'Income is put at £611,000.'],
			[
				'Legal implications',
				'Sections 53 and 70 of the Local Government (Miscellaneous Provisions) Act 1976 apply.',
			],
			['Equalities implications', 'There are none that arise from this report.'],
			[
				'All other implications',
				'There are no implications for climate change, human resources or corporate landlord.',
			],
		],
		appendices: ['Appendix 1: Fees proposed', 'Appendix 2: Cost of the service 2025/26'],
	},
	'london-single-member.txt': {
		title: 'School Streets: Making Three Trial Schemes Permanent',
		key: 'No',
		author: 'Corporate Director, Climate and Streets',
		exempt: 'No',
		summary:
			'Three streets outside schools were closed to cars at the start and end of the school day for eighteen months. The report asks that the closures be made permanent.',
		reasons:
			'Counts show a third fewer cars at the school gates, and cleaner air. The orders run out in March 2027.\n\nEnding the schemes was considered, and rejected since the cars would come back.',
		consultation: 'The trial was itself the consultation. Of 814 who wrote, 61% were in favour.',
		recommendations: [
			'To make permanent the traffic orders for Alder Road, Penn Street and Tull Lane.',
			'To install cameras at the three sites.',
		],
		implications: [
			[
				'Finance summary',
				'The cost of £96,000 is met by a grant. Fines are put at £140,000 a year.',
			],
			['Finance', 'The grant must be spent by 31 March 2027.'],
			[
				'Legal and Democracy',
				'The orders are made under section 6 of the Road Traffic Regulation Act 1984.\n\nThis proposed decision was entered in the Forward Plan on 3 September 2026.',
			],
			['Risk management', 'Cars may park in streets nearby. Wardens will visit every week.'],
			['Equalities impact assessment', 'Holders of blue badges may drive in.'],
			['Community safety', 'None.'],
			['Environmental', 'Levels of nitrogen dioxide fell by 14%.'],
			['Staffing and accommodation', 'None.'],
			['Responsible procurement', 'The cameras are bought under an existing contract.'],
			['Health', 'More children walk.'],
		],
		appendices: ['Appendix A: Results of the consultation'],
	},
	'metropolitan-questions-front.txt': {
		title: 'Selective Licensing: Designation of Three Areas for Five Years',
		body: 'Cabinet',
		date: '14 September 2026',
		key: 'Yes',
		author: 'Housing Standards Manager',
		exempt: 'No',
		summary:
			'Landlords in parts of three wards would need a licence for each home that they let. The report sets out the result of a consultation of twelve weeks and asks Cabinet to designate the areas.',
		alternatives:
			'Option 1: rely on existing powers. Inspections follow complaints only, and tenants seldom complain.\n\nOption 2: an accreditation scheme. Landlords of the worst homes do not join.\n\nOption 3 (recommended): designate the three areas.',
		consultation:
			'Between March and June 2026 a total of 1,310 people answered. Tenants were in favour by four to one, landlords against by three to one.',
		scrutiny: 'Improving Places Select Commission – 21 July 2026',
		backgroundPapers: 'Housing Act 2004, Part 3\nHousing Strategy 2025-2030',
		recommendations: [
			'That Cabinet designate the areas shown in Appendix 1 as subject to selective licensing from 1 January 2027 for a period of five years.',
			'That Cabinet approve the licence fee of £890 for each home, and the conditions in Appendix 2.',
			'That Cabinet receive a report on progress at the end of each year.',
		],
		implications: [
			[
				'Financial and Procurement Advice and Implications',
				'Fees are set to cover the cost of the scheme, £2.1 million over five years.\n\nThere are no direct procurement implications.',
			],
			[
				'Legal Advice and Implications',
				'Section 80 of the Housing Act 2004 sets out the conditions. A designation may be challenged by judicial review within three months.',
			],
			['Human Resources Advice and Implications', 'Nine posts are created, paid from the fees.'],
			[
				'Implications for Children and Young People and Vulnerable Adults',
				'Children are the most harmed by damp homes.',
			],
			[
				'Equalities and Human Rights Advice and Implications',
				'An equality analysis is at Appendix 3.',
			],
			[
				'Implications for CO2 Emissions and Climate Change',
				'Licence conditions ask for an energy certificate of class E or better.',
			],
			['Implications for Partners', 'The fire service will share its inspections.'],
			['Risks and Mitigation', 'Landlords may sell. The housing options team will advise tenants.'],
		],
		appendices: [
			'Appendix 1: Maps of the three areas',
			'Appendix 2: Licence conditions and fees',
			'Appendix 3: Equality Analysis',
		],
		notes: {
			alternatives: 'what is proposed may stand among the options',
		},
	},
	'northern-director-report.txt': {
		title: 'Proposed 20mph Speed Limit, Kirkby Village',
		body: 'Corporate Director – Environment',
		date: '27 November 2026',
		author: 'Project Engineer',
		summary:
			'To advise the Corporate Director of the outcome of the consultation on a 20mph limit in Kirkby and to seek a decision on whether to introduce it.',
		reasons: 'Lower speeds make it safer to walk to the school.',
		alternatives:
			'Signs that show the speed were considered. They slow traffic for some weeks only.',
		consultation:
			'Notices were put up from 4 to 25 September 2026. Forty-one people wrote, of whom 33 were in favour.\n\nThe police did not object. The division member supports the proposal.',
		backgroundPapers: 'None',
		recommendations: [
			'That the Corporate Director – Environment, in consultation with the Executive Member for Highways and Transportation, approves the introduction of a 20mph speed limit as shown in Appendix A.',
			'That the objectors are told of the decision.',
		],
		implications: [
			['FINANCIAL IMPLICATIONS', 'The cost of £6,200 is met from the signs and lines budget.'],
			[
				'LEGAL IMPLICATIONS',
				'The order is made under section 84 of the Road Traffic Regulation Act 1984.',
			],
			[
				'EQUALITIES IMPLICATIONS',
				'A screening form is attached at Appendix B. There is no adverse impact.',
			],
			['CLIMATE CHANGE IMPLICATIONS', 'An assessment is at Appendix C.'],
		],
		appendices: [
			'Appendix A: Plan of the limit',
			'Appendix B: Equalities screening form',
			'Appendix C: Climate change impact assessment',
		],
		notes: {
			title: 'taken from its place: no label says so',
			body: 'taken from the recommendation',
		},
	},
	'officer-delegated-form.txt': {
		title: 'Award of contract: resurfacing of Harbour Road multi-storey car park',
		body: 'Executive Director (Place)',
		date: '7 September 2026',
		reference: 'ODN/2026/118',
		key: 'No',
		author: 'Parking Projects Officer',
		exempt: 'No',
		reasons:
			'Water comes through the top deck and damages cars below. The bid offers the best value.',
		alternatives: 'To patch the deck each year. It would cost more within five years.',
		consultation:
			'The portfolio holder was briefed on 24 August 2026. Traders in the arcade were told.',
		backgroundPapers: 'Condition survey, March 2026',
		recommendations: [
			'To award the contract to the bidder that came first, for £212,480. To authorise the Head of Parking to agree the dates of the works with the contractor.',
		],
		implications: [
			['Financial implications', 'Met from the capital programme for car parks (£230,000).'],
			['Legal implications', 'A framework was used that complies with the Procurement Act 2023.'],
			[
				'Equality and diversity',
				'Bays for disabled people are moved to the ground floor during the works.',
			],
			['Environmental and climate', 'The coating lasts for twenty years and is free of solvents.'],
		],
		notes: {
			author: 'whom to ask: the paper does not say who wrote it',
			exempt: 'only something that goes with it is exempt (paragraph 3): keep that apart',
		},
	},
	'unitary-capital-table.txt': {
		title: 'CONTRACT FOR COMMUNITY EQUIPMENT: EXTENSION BY ONE YEAR',
		body: 'Cabinet Member for Adults and Health',
		date: '18 January 2027',
		key: 'Yes',
		author: 'EXECUTIVE DIRECTOR OF WELLBEING AND HOUSING',
		exempt: 'No',
		summary:
			'The contract for beds, hoists and other equipment that helps people to stay at home ends on 30 June 2027. The report asks for one more year, so that a new contract can be bought together with the health service.',
		reasons:
			'The present contract allows for an extension, and the price is lower than others pay.\n\nOne year is needed to buy together with the health service.',
		alternatives:
			'To buy at once and alone. The health service would then need a contract of its own.',
		backgroundPapers: 'Better Care Fund plan 2025-2027',
		recommendations: [
			'To extend the contract for community equipment until 30 June 2028.',
			'To delegate authority to the Executive Director of Wellbeing and Housing to agree the terms of the extension.',
		],
		implications: [
			[
				'RESOURCE IMPLICATIONS',
				'Capital/Revenue\nThe cost of £1.6 million is met from the pooled fund.\n\nProperty/Other\nNone.',
			],
			[
				'LEGAL IMPLICATIONS',
				'Statutory power to undertake proposals in the report:\nSection 2 of the Care Act 2014.',
			],
			['Other Legal Implications', 'The extension is provided for in the contract.'],
			[
				'RISK MANAGEMENT IMPLICATIONS',
				'The health service may withdraw. The council would then go on alone.',
			],
			[
				'POLICY FRAMEWORK IMPLICATIONS',
				'The proposal is in line with the Health and Wellbeing Strategy.',
			],
		],
		appendices: [
			'Equality and Safety Impact Assessment',
			'Prices of the contractor (confidential)',
		],
		notes: {
			exempt: 'only something that goes with it is exempt (paragraph 3): keep that apart',
		},
	},
	'welsh-capital-colons.txt': {
		title: 'REVISED PARKING ORDER FOR THE TOWN OF LLANFAES',
		date: '25 November 2026',
		author: 'Traffic and Road Safety Manager',
		summary:
			'To consider the objections to the proposed parking order for Llanfaes and to decide whether to make it.',
		reasons: 'To keep spaces free for shoppers, while the needs of the school are met.',
		alternatives:
			'Make the order in full. Parents would have nowhere to stop at the school.\n\nMake it in part. This is what is recommended.\n\nDo not make it. Shops would go on losing trade.',
		consultation: '- Ward members\n- Heddlu Gwent Police\n- Llanfaes Town Council',
		backgroundPapers: 'Statement of reasons, June 2026\nLetters of objection',
		recommendations: [
			'To make the order as advertised, except for Castle Lane.',
			'To defer the restrictions in Castle Lane until the school has moved.',
		],
		implications: [
			[
				'EQUALITY AND FUTURE GENERATIONS EVALUATION (INCLUDES SOCIAL JUSTICE, SAFEGUARDING AND CORPORATE PARENTING)',
				'Four bays for disabled people are added. There are no safeguarding or corporate parenting implications.',
			],
			[
				'RESOURCE IMPLICATIONS',
				'Signs and lines cost £14,000, from the budget for traffic orders.',
			],
		],
	},
	'welsh-owner-table.txt': {
		title: 'Coastal Path Repairs and Rerouting at Penmor Head',
		body: 'Cabinet',
		date: '8 October 2026',
		author: 'Director of Environment and Housing',
		summary:
			'- Winter storms took away the path in two places at Penmor Head.\n- A route 40 metres inland has been agreed with the two landowners.\n- Grant of £310,000 has been offered by Welsh Government and must be spent by March 2028.',
		reasons:
			'1. To keep the path open and safe.\n2. To let the works begin before the winter.\n3. To keep scrutiny informed.',
		consultation: 'Ward Members for Penmor; Head of Finance; Legal Services',
		backgroundPapers: 'Report to Cabinet of 12 February 2026: Storm Damage on the Coastal Path',
		recommendations: [
			'That Cabinet approves the rerouting of the path shown on the plan at Appendix A.',
			'That delegated authority be granted to the Director of Environment and Housing, in consultation with the Cabinet Member for Neighbourhood Services, to award the contract for the works.',
			'That the report be referred to the Environment and Regeneration Scrutiny Committee for its information.',
		],
		implications: [
			[
				'Climate Change and Nature Implications',
				'The old path will be left to nature as a strip of coastal grassland.',
			],
			[
				'Financial',
				'The works cost £365,000, of which £310,000 is grant and £55,000 comes from the capital programme.',
			],
			['Employment', 'None arising directly from this report.'],
			[
				'Legal (Including Equalities)',
				'An order under section 119 of the Highways Act 1980 is needed. The new route has no stiles.',
			],
		],
	},
	'welsh-summary-sheets.txt': {
		title: 'HOUSEHOLD RECYCLING: WEEKLY COLLECTION OF FOOD AND FORTNIGHTLY OF GLASS',
		body: 'Cabinet',
		date: '14 December 2026',
		summary: 'To decide how glass and food are collected from April 2028.',
		reasons: 'To meet the statutory target of 70% recycling.',
		scrutiny: 'The committee met on 23 November 2026 and supported option 2.',
		recommendations: [
			'That glass be collected from the kerb every fortnight from April 2028.',
			'That eleven vehicles be bought at a cost of £3.1 million.',
		],
		implications: [
			[
				'Legal',
				'The Environment (Wales) Act 2016 requires that glass is collected apart from other materials.',
			],
			[
				'Finance',
				'The vehicles cost £3.1 million, of which £2.2 million is grant. Yearly costs rise by £410,000.',
			],
			['Risk Management Issues', 'Grant is lost if vehicles are not ordered by March 2027.'],
			['Physical Assets', 'The depot needs six more bays.'],
			['Staffing Implications', 'Fourteen loaders are recruited.'],
		],
		notes: {
			title: 'taken from its place: no label says so',
		},
	},
};
