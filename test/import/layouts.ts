// What eleven more papers say, in the manner of a borough, a city, a county, Scotland, Wales, a combined and a fire authority.
import type {Expected} from './expected.ts';

export const layouts: Record<string, Expected> = {
	'borough-cross-cutting-columns.txt': {
		title: 'Replacement of Play Equipment at Mallow Green',
		body: 'Housing, Health and Environment Committee',
		date: '16 June 2026',
		author: 'Parks and Open Spaces Manager',
		exempt: 'No',
		summary:
			'The equipment at Mallow Green is twenty-two years old and was closed after the annual inspection. This report sets out three options for the site and seeks agreement to the one that officers prefer.',
		reasons:
			'Option 2 is preferred because it gives the longest life for the money and the site serves two wards without another play area within a mile.',
		alternatives:
			'Option 1: do nothing. The site would stay closed and be grassed over.\n\nOption 2: replace all the equipment. This is the preferred option.\n\nOption 3: repair what can be repaired. The inspector advised that this would last no more than two summers.',
		consultation:
			'Two hundred and eleven households answered a survey in April. Most asked for swings that a child in a wheelchair can use.',
		backgroundPapers: 'Play Area Strategy 2022–2031',
		recommendations: [
			'That the equipment at Mallow Green be replaced at a cost of up to £184,000 as set out in option 2.',
			'That the Head of Environment and Public Realm be given delegated authority to award the contract.',
			'That a report on the use of the new equipment be brought to the Committee after twelve months.',
		],
		implications: [
			[
				'RISK',
				'The risks have been considered in line with the Risk Management Framework and are within the Council’s appetite.',
			],
			[
				'Impact on Corporate Priorities',
				'Accepting the recommendations will materially improve the Council’s ability to keep its open spaces safe and clean.',
			],
			['Risk Management', 'Already covered in the risk section.'],
			[
				'Financial',
				'The cost is within the capital programme for 2026/27 and needs no new funding.',
			],
			['Staffing', 'We will deliver the recommendations with our current staffing.'],
			[
				'Legal',
				'The Council may provide recreational facilities under section 19 of the Local Government (Miscellaneous Provisions) Act 1976.',
			],
			['Privacy and Data Protection', 'No personal data will be held.'],
			['Equalities', 'An assessment was made; accessible swings and paths are part of the design.'],
			['Public Health', 'Play keeps children active and is good for their health.'],
			['Crime and Disorder', 'There are no implications.'],
			['Procurement', 'A framework for play equipment will be used.'],
		],
		appendices: [
			'Appendix 1: Inspection report, March 2026',
			'Appendix 2: Design of the new play area',
		],
		notes: {
			title: 'taken from its place: no label says so',
			alternatives: 'what is proposed may stand among the options',
		},
	},
	'london-audit-trail.txt': {
		title: 'Contract extension for the Community Wardens service',
		date: '27 July 2026',
		key: 'Yes',
		keyReason: 'Expenditure, income or savings in excess of £500,000 over the life of the contract',
		author: 'Strategic Director of Resident Services',
		exempt: 'No',
		summary:
			'The contract for community wardens ends on 30 September. This report asks that it be extended for one year, as the contract allows, while a new service is designed.',
		reasons:
			'The extension keeps wardens on the streets while residents are asked what they want of the new service.\n\nLetting the contract end was considered and rejected because patrols would stop in October. Bringing the service in-house by October was rejected because staff could not be transferred in the time.',
		consultation:
			'The wardens’ steering group of residents met in May and supported the extension.',
		recommendations: [
			'To extend the contract with the present provider from 1 October 2026 to 30 September 2027 at a cost of £412,000.',
			'To note that a report on the new service will be brought in February 2027.',
		],
		implications: [
			[
				'Finance summary',
				'The extension costs £412,000, which is in the revenue budget of the service for 2026/27 and 2027/28.',
			],
			['Finance', 'The cost is met from existing budgets. No growth is needed.'],
			[
				'Legal and Democracy',
				'The extension is allowed by clause 4 of the contract and by regulation 72(1)(a) of the Public Contracts Regulations 2015.\n\nThis proposed decision was entered in the Forward Plan on 22 June 2026 and the necessary 28 clear days’ notice has been given.',
			],
			[
				'Risk management',
				'The provider may lose staff in the last year. Retention is reviewed every month.',
			],
			[
				'Equalities impact assessment',
				'An assessment of January 2023 was looked at again. There is no change.',
			],
			[
				'Community safety',
				'The service answers some 9,000 calls about anti-social behaviour a year.',
			],
			['Environmental', 'Wardens patrol on foot and by bicycle.'],
			['Staffing and accommodation', 'None.'],
			['Responsible Procurement', 'The provider pays the London Living Wage.'],
		],
		appendices: ['Appendix 1: Performance of the service 2023–2026'],
	},
	'city-officers-consulted.txt': {
		title: 'Water Refill Points on the Seafront',
		body: 'Place & Environment Committee',
		date: '22 September 2026',
		author: 'Executive Director for Economy & Environment',
		exempt: 'No',
		summary:
			'The report seeks permission to install ten points at which people can refill a bottle with water along the seafront.\n\nThe Council has a plan to end the use of single-use plastic at its own venues.',
		alternatives:
			'Fewer points were considered. Five would serve only the busiest part of the beach and queues would be likely.\n\nThe Council could pay for the points itself. This is not recommended as no budget has been set aside.',
		consultation:
			'Traders on the lower promenade were asked in June; seventeen of twenty were in favour.',
		backgroundPapers: 'Single-Use Plastics Policy (2024)',
		recommendations: [
			'That Committee approves the installation of ten refill points at the places shown in Appendix 1.',
			'That Committee delegates authority to the Executive Director for Economy & Environment to enter into an agreement with the water company for their upkeep.',
			'That Committee notes that the cost of the points is met by the water company.',
		],
		implications: [
			[
				'Financial implications',
				'The water company pays for the points and for water. The Council pays for cleaning, some £1,200 a year, from the seafront budget.',
			],
			[
				'Legal implications',
				'The Council has the power to do anything that individuals may do under section 1 of the Localism Act 2011.',
			],
			['Equalities implications', 'The points can be reached from a wheelchair.'],
			['Sustainability implications', 'Each point is thought to save 40,000 bottles a year.'],
			['Social Value and procurement implications', 'There are none, as nothing is bought.'],
			['Crime & disorder implications', 'The points are of steel to withstand damage.'],
			['Public health implications', 'Drinking water in hot weather prevents illness.'],
		],
		appendices: ['1. Map of the refill points', '2. Draft agreement with the water company'],
	},
	'scottish-lettered-columns.txt': {
		title: 'ROADS WINTER SERVICE POLICY 2026/27',
		body: 'Council Executive',
		date: '23 June 2026',
		author: 'HEAD OF OPERATIONAL SERVICES',
		exempt: 'No',
		summary:
			'The purpose of the report is to seek approval of the policy and the operational procedures for the winter service for 2026/27.',
		consultation: 'Police Scotland, the neighbouring councils and the community councils.',
		scrutiny:
			'The Environment Policy Development and Scrutiny Panel considered the policy on 2 June 2026 and asked that footways at health centres be treated first. This has been done.',
		backgroundPapers: 'Winter Service Policy 2025/26 – Council Executive, 24 June 2025',
		recommendations: [
			'That the Council Executive approves the winter service policy attached as Appendix 1.',
			'That the Council Executive approves the priority of the routes shown in Appendix 2.',
			'That the Council Executive notes that grit bins will be filled again once in the season on request.',
		],
		implications: [
			['Council Values', 'Being honest, open and accountable; making best use of our resources.'],
			[
				'Policy and Legal (including Strategic Environmental Assessment, Equality Issues, Health or Risk Assessment)',
				'The Council has a duty under section 34 of the Roads (Scotland) Act 1984 to take such steps as it considers reasonable to prevent snow and ice endangering safe passage.',
			],
			['Implications for Scheme of Delegations to Officers', 'None.'],
			[
				'Impact on performance and performance Indicators',
				'Treatment of priority routes before 7am is reported every month.',
			],
			[
				'Relevance to Single Outcome Agreement',
				'We live our lives safe from crime, disorder and danger.',
			],
			[
				'Resources - (Financial, Staffing and Property)',
				'The budget for the winter is £2.1 million. An average winter costs £1.9 million.',
			],
		],
		appendices: ['Appendix 1: Winter Service Policy 2026/27', 'Appendix 2: Priority routes'],
		notes: {
			title: 'taken from its place: no label says so',
		},
	},
	'welsh-numbers-apart.txt': {
		title: 'Repair of the Mill Street Footbridge',
		body: 'Cabinet',
		date: '14 July 2026',
		author: 'Chief Officer (Streetscene and Transportation)',
		summary:
			'The footbridge at Mill Street was closed after a survey in January found rust in its main beams. The report sets out what it would take to open it again.\nA grant of 60% of the cost has been offered by the Welsh Government.',
		alternatives:
			'demolition was rejected because the way round is 1.4 miles; a new bridge was rejected because it would cost £1.9 million.',
		consultation: 'The town council and both local members were consulted and support the repair.',
		backgroundPapers: 'Active Travel Network Map 2024',
		recommendations: [
			'That Cabinet approves the repair of the footbridge at a cost of £310,000.',
			'That Cabinet accepts the grant offered by the Welsh Government on the terms in Appendix 2.',
		],
		implications: [
			[
				'RESOURCE IMPLICATIONS',
				'Revenue: there are no implications for the approved revenue budget for this service.\n\nCapital: £124,000 is needed from the headroom in the capital programme.',
			],
			['Human Resources', 'there are no implications for additional capacity.'],
			[
				'IMPACT ASSESSMENT AND RISK MANAGEMENT',
				'An integrated impact assessment was carried out. The river must be protected from paint.',
			],
			[
				'Ways of Working (Sustainable Development) Principles Impact',
				'long-term – positive; prevention – positive.',
			],
		],
		appendices: ['Appendix 1: Survey of the bridge', 'Appendix 2: Terms of the grant'],
	},
	'combined-authority-board.md': {
		title: 'Skills Bootcamps: Award of Grants for 2026/27',
		body: 'Fenmark and Wold Combined Authority Board',
		date: '30 September 2026',
		reference: 'KD2026/041',
		key: 'Yes',
		author: 'Executive Director, Economy and Growth',
		exempt: 'No',
		summary:
			'The report asks the Board to award grants for courses of up to sixteen weeks for adults who want to work in trades that are short of people.',
		backgroundPapers: 'Grant determination letter, April 2026\nBoard report, 24 September 2025',
		recommendations: [
			'The Combined Authority Board is recommended to approve the award of grants of £3.2m to the six providers named in Appendix 1.',
			'The Combined Authority Board is recommended to delegate authority to the Executive Director, Economy and Growth, in consultation with the Chief Finance Officer and the Monitoring Officer, to enter into grant agreements.',
			'The Combined Authority Board is recommended to note the outcomes of the bootcamps of 2025/26.',
		],
		implications: [
			[
				'Financial Implications',
				'The awards and the cost of administration of £0.2m are met in full by the grant.',
			],
			[
				'Legal Implications',
				'The Combined Authority may pay grants under section 31 of the Local Government Act 2003 as applied by its Order.',
			],
			['Public Health Implications', 'Good work is good for health.'],
			[
				'Environmental & Climate Change Implications',
				'Two of the lots train people to insulate homes.',
			],
			[
				'Other Significant Implications',
				'Two-thirds of the places are kept for people without a degree.',
			],
		],
		appendices: [
			'Appendix 1: Providers and awards (exempt under paragraph 3)',
			'Appendix 2: Outcomes 2025/26',
		],
		notes: {
			title: 'taken from its place: no label says so',
			exempt: 'only something that goes with it is exempt: keep that apart',
		},
	},
	'fire-running-heads.txt': {
		title: 'Procurement of Breathing Apparatus Compressors',
		body: 'Marches and Vale Fire and Rescue Authority',
		date: '14 October 2026',
		author: 'Assistant Chief Fire Officer (Service Support)',
		summary:
			'To seek approval for the purchase of eight compressors that fill the cylinders of breathing apparatus.',
		alternatives:
			'The compressors could be leased. Over ten years this would cost £71,000 more than their purchase and is not recommended.',
		backgroundPapers: 'There are no background papers associated with this report.',
		recommendations: [
			'The Fire Authority is asked to approve the purchase of eight compressors at a cost of no more than £296,000.',
			'The Fire Authority is asked to note that the old compressors will be sold and that the sum received will be paid into the capital receipts reserve.',
		],
		implications: [
			[
				'Financial Implications',
				'The purchase is in the capital programme for 2026/27. The cost of borrowing is in the revenue budget.',
			],
			[
				'Legal Comment',
				'There are no legal implications beyond those in the report. The purchase will be made under the Procurement Act 2023.',
			],
			[
				'Equality Impact Assessment',
				"Officers have considered the Service's Brigade Order on Equality Impact Assessments and have determined that there are no discriminatory practices or differential impacts. An Initial Equality Impact Assessment has not, therefore, been completed.",
			],
			[
				'Health and Safety',
				'The Representative Bodies have been consulted through the Health and Safety Committee and are content.',
			],
		],
		appendices: ['Appendix A: Comparison of purchase and lease'],
		notes: {
			title: 'taken from its place: no label says so',
		},
	},
	'county-lead-member.txt': {
		title: 'Petition: road safety concerns on Chalk Lane, Upper Ditching',
		body: 'Lead Member for Transport and Environment',
		date: '7 September 2026',
		author: 'Director of Communities, Economy and Transport',
		summary: 'To consider a response to the petition for a lower speed limit on Chalk Lane',
		reasons:
			'The petitioners should be told that Chalk Lane is not a priority, because it has not reached the score that is needed and no crash with an injury has been recorded.',
		backgroundPapers: 'None',
		recommendations: [
			'The Lead Member is recommended to advise petitioners that a lower speed limit on Chalk Lane is not a priority for the County Council at the present time.',
			'The Lead Member is recommended to advise petitioners that they may wish to ask the Parish Council to take part in the Community Match scheme.',
			'The Lead Member is recommended to advise petitioners that the signs at the bend will be renewed in this financial year.',
		],
	},
	'welsh-member-spaced-labels.txt': {
		title: 'Tree Planting on Verges 2026-2028',
		date: '8 October 2026',
		author: 'Tree Officer',
		summary:
			'The Council has a grant for 1,400 trees. This report says where they would be planted and who would look after them.',
		reasons: 'Option 1, because streets without shade are the hottest.',
		alternatives: '1. To agree the programme.\n2. To plant in parks alone.\n3. To do nothing.',
		consultation:
			'This report was prepared after consultation with\nHead of Finance\nHead of Law and Standards\nHead of People, Policy and Transformation\n\nSigned\n\nConsultation\nAll ward members were consulted. Two asked for more trees.',
		scrutiny:
			'The Performance Scrutiny Committee asked in May for a map by ward, which is Appendix A.',
		backgroundPapers: 'Tree Strategy 2024',
		recommendations: [],
		implications: [
			[
				'Financial Summary (Capital and Revenue)',
				"The grant of £210,000 meets the cost of planting and of three years' care.",
			],
			['Risks', 'Young trees may be damaged. Stakes and guards will be used.'],
			[
				'Comments of Chief Financial Officer',
				'The grant covers the cost in full; there is no call on the revenue budget.',
			],
			['Comments of Monitoring Officer', 'There are no legal issues.'],
			[
				'Comments of Head of People, Policy and Transformation',
				'There are no staffing implications.',
			],
			[
				'Fairness and Equality Impact Assessment',
				'- Wellbeing of Future Generation (Wales) Act\n  - Equality Act 2010\n\nAn assessment has been completed and no negative impact was found.',
			],
		],
	},
	'district-part-one.md': {
		title: 'Charging for Garden Waste from April 2027',
		body: 'Executive',
		date: '3 November 2026',
		author: 'Waste Services Manager',
		exempt: 'No',
		summary: 'To agree the charge for collecting garden waste in 2027/28.',
		alternatives: 'A charge of £55, as now, would leave a gap of £99,000.',
		recommendations: [
			'The Executive RESOLVES to set the charge at £58 for each bin.',
			'The Executive RESOLVES to keep the concession for residents who get Council Tax Reduction.',
		],
		implications: [
			['Financial Implications', 'Income of £1.9m is expected. See section 3.1.'],
			['Legal Implications', 'The charge may be made under the Controlled Waste Regulations 2012.'],
			['Risk Assessment', 'Fewer residents may subscribe.'],
			['Environmental/ Climate Change Implications', 'Composting saves carbon.'],
			[
				'Implications, Risk Management and Climate Change Impact',
				'Financial. The service covers its cost.',
			],
		],
		appendices: [],
		notes: {
			title: 'taken from its place: no label says so',
			appendices: 'the paper says that there are none',
		},
	},
	'corporation-dashes.md': {
		title: 'Fees for Imported Food Checks 2027/28',
		body: 'Port Health Committee',
		date: '24 November 2026',
		author: 'Port Health Manager',
		exempt: 'No',
		summary:
			'Fees for the checks that importers must pay are set every year. This report proposes a rise of 4%.',
		alternatives:
			'2. Members could leave fees as they are; this would leave a shortfall of £120,000.',
		backgroundPapers: 'Fees for Imported Food Checks 2026/27, 25 November 2025',
		recommendations: [
			'Members are asked to approve the fees in Appendix 1 from 1 April 2027.',
			'Members are asked to note that the fees recover the cost and no more.',
		],
		implications: [
			['Strategic implications', 'the proposal supports a dynamic economy.'],
			['Financial implications', 'income rises by £160,000.'],
			['Legal implications', 'fees are charged under Article 78 of Regulation 2017/625.'],
			['Risk implications', 'none.'],
			['Equalities implications', 'none.'],
			['Climate implications', 'none.'],
			['Security implications', 'none.'],
		],
		appendices: ['Appendix 1: Proposed fees'],
	},
};
