// What each paper says, field by field, as somebody reads it who has the paper in hand.
import type {ReportField} from '../../source/import/report/fields.ts';
import {layouts} from './layouts.ts';
import {manners} from './manners.ts';

/** Texts by field; of lists every entry, of implications heading and text. What is not named, the paper does not say. */
export type Expected = Partial<
	Record<Exclude<ReportField, 'recommendations' | 'implications' | 'appendices'>, string>
> & {
	recommendations: string[];
	implications?: [string, string][];
	appendices?: string[];
	/** Words of what is said to be looked at. */
	notes?: Partial<Record<ReportField, string>>;
};

export const papers: Record<string, Expected> = {
	...layouts,
	...manners,
	'borough-form.md': {
		title: 'A FERRY SUBSIDY FOR TWO WINTERS',
		body: 'Cabinet',
		date: '8 June 2027',
		key: 'No',
		exempt: 'No',
		summary:
			'The ferry across the harbour loses money in winter. The report asks for a subsidy for two winters, so that it runs all year.',
		reasons: 'To keep the two banks of the river joined all the year.',
		alternatives:
			'No subsidy. The ferry would stop from November to March.\n\nA bus. It takes 35 minutes by road, and costs more.',
		backgroundPapers: 'Accounts of the ferry, 2026 (not for publication)',
		recommendations: [
			'That Cabinet agree a subsidy of £18,000 for each of the winters of 2027 and 2028.',
			'That the Assistant Director for Regeneration report on passengers after the first of them.',
		],
		implications: [
			['Policy Implications', 'None.'],
			['Financial Implications', '£36,000 in all, from the tourism reserve.'],
			['Personnel Implications', 'None.'],
			['Statutory Considerations', 'The subsidy is below the level that has to be notified.'],
			['Equality Impact Assessment (EIA)', '(Pre screening report template attached)'],
			[
				'Risk Management Implications',
				'The operator may stop all the same; the subsidy is paid by the month.',
			],
		],
		notes: {title: 'taken from its place: no label says so'},
	},
	'cabinet-boxed-heads.md': {
		title: 'Gateway 1: Procurement strategy for the public realm lighting contract',
		body: 'Cabinet',
		date: '9 February 2027',
		key: 'Yes',
		author: 'Public Realm Contracts Manager',
		exempt: 'No',
		alternatives:
			'Three routes were looked at. A framework was preferred to an open tender and to work in house.',
		consultation: 'Ward walks were held in nine wards, and a survey had 1,204 answers.',
		backgroundPapers: 'Lighting asset register 2026',
		recommendations: [
			'That Cabinet approves the procurement strategy outlined in this report for the lighting contract, for seven years from 1 April 2028 at an estimated yearly cost of £2.1m.',
			'That Cabinet notes that the award will be decided by the Strategic Director of Environment in consultation with the cabinet member.',
		],
		implications: [
			[
				'Identified risks for the procurement',
				'Risk | Likelihood | Mitigation\nFew bidders | Medium | Early talks with the market\nPrices rise | High | An index in the contract',
			],
			[
				'Policy framework implications',
				'The contract carries out the lighting part of the Climate Plan.',
			],
			[
				'Community, equalities (including socio-economic) and health impacts',
				'An equality analysis found that older residents gain most from even light.',
			],
			['Climate change implications', 'The new lamps use half the energy of the old.'],
			['Resource implications', 'Two officers will look after the contract.'],
			['Strategic Director of Finance', 'The cost is in the budget for 2028-29.'],
			[
				'Assistant Chief Executive – Governance and Assurance',
				'The value is above the threshold of the Procurement Act 2023.',
			],
		],
		appendices: ['Appendix 1: Equality analysis', 'Appendix 2: Map of lamps'],
		notes: {alternatives: 'what is proposed may stand among the options'},
	},
	'cabinet-numbered-exempt.md': {
		title: 'DISPOSAL OF THE FORMER GASWORKS SITE – PRIVATE REPORT',
		body: 'Cabinet',
		date: '23 March 2027',
		reference: '011877/2027',
		key: 'Yes',
		author: 'Head of Estates Strategy',
		exempt: 'Yes: paragraph 3 of Schedule 12A',
		summary:
			"The council owns the site of the former gasworks, 3.2 hectares in all. Three offers were received after it was put on the market in September.\n\nThe highest of them meets the price that the council's valuer expected.",
		alternatives:
			'Option 1, to keep the site and to let it as it is, brings in less than it costs.\n\nOption 2, to sell to the highest bidder, is recommended.',
		consultation: 'Ward councillors were told on 2 February and support the sale.',
		backgroundPapers: 'Report to Cabinet of 8 September 2026',
		recommendations: [
			'That Cabinet approves the sale of the site to the bidder named in paragraph 4.2 for the price given there.',
			'That Cabinet authorises the Assistant Director of Property to complete the sale.',
			'That Cabinet authorises the City Solicitor to sign and seal all documents that give effect to the above.',
		],
		implications: [
			[
				'Risk Management',
				'The sale may fall through. Contracts are to be exchanged with a deposit of 10%.',
			],
			[
				"How are the recommended decisions consistent with the City Council's priorities, plans and strategies?",
				'The sale brings 240 homes nearer.',
			],
			[
				'Legal Implications',
				'Section 123 of the Local Government Act 1972 asks for the best consideration.',
			],
			['Financial Implications', 'The receipt goes to the capital programme.'],
			['Procurement Implications (if required)', 'None.'],
			['Human Resources Implications (if required)', 'None.'],
			['Public Sector Equality Duty', 'An initial assessment found no adverse impact.'],
		],
		appendices: ['Appendix 1: Site plan', 'Appendix 2: Valuation'],
		notes: {alternatives: 'what is proposed may stand among the options'},
	},
	'city-public-report.md': {
		title: 'Chargers for electric cars in the Mill Street car park',
		body: 'Cabinet Member for Jobs, Regeneration and Climate Change',
		date: '11 March 2027',
		key: 'No',
		author: 'Principal Project Officer',
		exempt: 'No',
		summary:
			'Forty chargers can be put into the car park at Mill Street at no cost to the Council. This report explains how.',
		alternatives:
			'To pay for the chargers ourselves. This would cost £310,000 and was rejected.\n\nTo let a supplier pay for them. This is recommended.',
		consultation: 'Sixty users of the car park were asked; 44 would use a charger.',
		scrutiny:
			'Yes - Business, Economy and Enterprise Scrutiny Board (3), 20 January 2027. The Board asked that four of the chargers be within reach of a wheelchair.',
		backgroundPapers: 'None',
		recommendations: [
			'The Cabinet Member for Jobs, Regeneration and Climate Change is recommended to approve the grant of a licence of ten years to the supplier that won the tender.',
			'The Cabinet Member for Jobs, Regeneration and Climate Change is recommended to note that the income is shared.',
		],
		implications: [
			['Financial Implications', 'There is no cost. Income is estimated at £9,000 a year.'],
			['Legal Implications', 'A licence gives no right of possession.'],
			['How will this contribute to the One Borough Plan?', 'It makes the air cleaner.'],
			['How is risk being managed?', 'The supplier carries the risk.'],
			['What is the impact on the organisation?', 'None.'],
			['Equalities / EIA?', 'Four chargers will be within reach of a wheelchair.'],
		],
		appendices: [],
		notes: {
			alternatives: 'what is proposed may stand among the options',
			appendices: 'the paper says that there are none',
		},
	},
	'committee-pages.txt': {
		title: 'Opening hours of the swimming pools',
		body: 'Environment and Leisure Committee',
		date: '2 November 2026',
		author: 'Assistant Director (Leisure and Culture)',
		summary:
			'To ask the Committee to agree new opening hours for the three swimming pools from January, after a trial over the summer.',
		reasons:
			'In the trial, visits rose by 11% while the cost of heating fell, because the pools were closed in the hours that nobody used. A majority of those who were asked, 71%, found the new hours better or as good.',
		alternatives:
			'Going back to the old hours was rejected, because it would cost £42,000 a year more. Closing one pool was rejected, because each of the three serves schools that have no other within reach.',
		consultation:
			'The swimming clubs, the schools and 1,840 visitors were asked. One club asked to keep its hour on Fridays, and this has been done.',
		backgroundPapers: 'Trial plan, March 2026',
		recommendations: [
			'The Committee is recommended to agree the opening hours in Appendix A from 4 January 2027.',
			'The Committee is recommended to ask officers to report on the number of visits after six months.',
			'The Committee is recommended to agree that the early session on Sundays be kept until then.',
		],
		implications: [
			['Financial', 'A saving of £42,000 in a full year.'],
			['Legal', 'None.'],
			['Staffing', 'Shifts change for eleven members of staff, who agreed.'],
			['Environmental', 'Less gas is burned; about 90 tonnes of carbon dioxide a year are saved.'],
			['Crime and Disorder', 'None.'],
		],
		appendices: ['Appendix A: Proposed opening hours', 'Appendix B: Results of the survey'],
	},
	'county-cabinet-caps.txt': {
		title: 'REOPENING OF THE RECYCLING CENTRE AT LONG DUTTON',
		body: 'Cabinet',
		date: '25 May 2027',
		author: 'Waste Operations Manager',
		summary:
			'The fire of 2 January burned two of the bays and the office.\n\nWork takes fourteen weeks once a contractor is found.',
		reasons:
			'Residents of the area drive twelve miles to the next centre. The insurer has paid for most of the repair.',
		consultation:
			"Consultation\nThe residents' association and the borough council were asked, and both want the centre open before the winter.\n\nConsulted\nResidents' association",
		backgroundPapers: "Insurer's letter of 4 March 2027",
		recommendations: [
			'That Cabinet approves a capital sum of £640,000 for the repair of the centre.',
			'That Cabinet delegates the choice of a contractor to the Executive Director for Resources.',
		],
		implications: [
			['Risk Management and Implications', 'Asbestos may be found; a survey is under way.'],
			['Financial and Value for Money Implications', 'The insurer pays £590,000 of the cost.'],
			['Section 151 Officer Commentary', 'The remaining £50,000 is in the maintenance budget.'],
			['Legal Implications - Monitoring Officer', 'There are no legal implications.'],
			['Equalities and Diversity', 'The centre will have two bays without steps.'],
			['Corporate Parenting', 'No significant implications'],
			['Environmental sustainability', 'Shorter drives; an assessment is attached'],
			['Public Health', 'No significant implications'],
		],
		appendices: ['Annex 1: Environmental sustainability assessment'],
	},
	'decision-pathway-grid.md': {
		title: 'Extra care flats at Orchard Court',
		body: 'Cabinet',
		date: '6 April 2027',
		key: 'Yes',
		author: 'Head of Housing Delivery',
		summary:
			'To seek approval to build 62 extra care flats at Orchard Court and to take up the grant that has been offered for them.',
		consultation: 'Two public exhibitions in October 2026, 140 visitors, most of them in favour.',
		backgroundPapers: 'Housing Strategy 2025-2035',
		recommendations: [
			'That Cabinet approves the building of 62 extra care flats at Orchard Court at a cost of up to £19.8m.',
			'That Cabinet authorises the Executive Director: Growth and Regeneration to accept a grant of £4.3m.',
			'That Cabinet notes the outline business case in Appendix A.',
		],
		implications: [
			[
				'Finance Advice',
				'The scheme pays for itself within 46 years, which is within the limit of 50.',
			],
			['Legal Advice', 'The council has power to build under section 9 of the Housing Act 1985.'],
			['Implications on IT', 'None are seen.'],
			['HR Advice', 'There are no implications for staff.'],
		],
		appendices: [
			'Appendix A: Further essential background / detail on the proposal',
			'Appendix B: Details of consultation carried out - internal and external',
			'Appendix D: Risk assessment',
		],
	},
	'executive-board-questions.md': {
		title: 'Replacing the housing repairs system',
		body: 'Executive Board',
		date: '14 October 2026',
		author: 'Director of Housing and Neighbourhoods',
		exempt: 'No',
		summary:
			'The present repairs system goes out of support in March 2028. This report asks for approval to buy a new one together with two neighbouring authorities.\n\nBuying together lowers the price of licences and lets tenants who move between districts keep one account.',
		alternatives:
			'Staying with the present system was rejected, because it could no longer be kept safe. Building one was rejected because of its cost.',
		consultation:
			"Wards affected: All\n\nHave ward members been consulted?\nYes\n\nThe Tenants' Voice panel tried three systems in June and preferred those that send text messages.",
		backgroundPapers: 'None',
		recommendations: [
			'Executive Board is asked to approve the purchase of a housing repairs system at a cost of up to £1.4m over five years.',
			'Executive Board is asked to delegate the award of the contract to the Director of Housing and Neighbourhoods.',
			'Executive Board is asked to note that a report on the first year of use will come to the Board:\n(i) in October 2029, and\n(ii) again when the contract is extended.',
		],
		implications: [
			[
				'What are the resource implications?',
				'The cost is within the capital programme agreed in February. Licences fall by £60,000 a year.',
			],
			[
				'What are the key risks and how are they being managed?',
				'Data may be lost when it is moved. Two rehearsals are planned, each checked by internal audit.',
			],
			[
				'What are the legal implications?',
				'The purchase is above the threshold for an open tender. There is no exempt information.',
			],
		],
		appendices: [
			'Appendix 1: Outline business case',
			'Appendix 2: Equality, diversity, cohesion and integration screening',
		],
		notes: {title: 'taken from its place: no label says so'},
	},
	// Its number stands in a grid of blanks, which is not read: “Report ECI/14/27”, with “No” on the next line.
	'highland-members.txt': {
		title: 'Ferry slipways',
		body: 'Economy and Infrastructure',
		date: '2 September 2027',
		author: 'Harbours Engineer',
		summary:
			'This report asks Members to agree in which order the slipways of the six ferry ports are repaired.',
		consultation: "The ferry users' groups were asked and support the order.",
		backgroundPapers: "Divers' report, May 2027",
		recommendations: [
			'Members are asked to agree the order of repairs set out in Appendix 1.',
			'Members are asked to note that the first of them begins in April 2028.',
		],
		implications: [
			['Resource', 'The cost of £2.6m is in the capital programme.'],
			['Legal', 'The council is the harbour authority and has to keep the slipways safe.'],
			[
				'Community (Equality, Poverty, Rural and Island)',
				'Island communities depend on the ferries; no adverse impact.',
			],
			['Climate Change / Carbon Clever', 'None.'],
			['Risk', 'A slipway may have to be closed before it is repaired.'],
			['Gaelic', 'None.'],
		],
		appendices: ['Appendix 1: Order of repairs'],
	},
	'mayoral-decision.md': {
		title: 'A single ticket for buses and trams',
		body: 'Mayor of the Combined Authority',
		reference: 'MD-0231',
		key: 'Yes',
		keyReason: 'it affects two or more wards',
		author: 'Interim Head of Integrated Ticketing',
		exempt: 'No',
		reasons:
			'Passengers who change from bus to tram pay twice. Other city regions have had one ticket for years.',
		alternatives:
			'To wait for a national scheme, of which there is no date. To sell the ticket in shops only, which would leave out those who pay by phone.',
		consultation:
			'All bus companies, and 2,300 passengers. Four in five passengers want the ticket.',
		scrutiny: 'It asked for children to travel at half price, and this is proposed.',
		backgroundPapers: 'None',
		recommendations: [
			'The Mayor is asked to approve the introduction of a single ticket from 1 March 2028.',
			'The Mayor is asked to delegate the setting of its price to the Director of Transport.',
		],
		implications: [
			['Money', 'The ticket costs £1.9m a year, which is paid for by the transport levy.'],
			['Law', 'Section 135 of the Transport Act 2000 applies.'],
			['Equality', 'People who pay cash can buy the ticket on board.'],
			['Risks', 'Fewer single tickets may be sold than is thought.'],
		],
		appendices: ['Annex 1: Scheme', 'Annex 2: Prices (exempt)'],
		notes: {exempt: 'only something that goes with it is exempt (paragraph 3): keep that apart'},
	},
	'member-decision-letter.txt': {
		title: 'Contract for the printing of council tax bills',
		body: 'Cabinet Member for Corporate Services',
		reference: '26/00071',
		key: 'Yes',
		keyReason: 'Overall cost of more than £1m over the life of the contract',
		author: 'Revenues Contracts Manager',
		exempt: 'No',
		summary:
			'The contract for printing and posting council tax bills ends in December. This paper sets out how a new one was tendered and to whom it should be awarded.',
		alternatives:
			'To print in house. The machines would cost more than the contract over ten years.\n\nTo send bills by e-mail only. Two in five households have not asked for that.',
		backgroundPapers: 'Equality impact assessment, April 2026',
		recommendations: [
			'The Cabinet Member for Corporate Services is asked to agree to award the contract for printing and posting council tax bills to the bidder named in exempt appendix A.',
			'The Cabinet Member for Corporate Services is asked to agree to delegate authority to the Director of Infrastructure to sign the contract and to make what changes of detail are needed.',
		],
		implications: [
			[
				'Financial implications',
				'The cost is £215,000 a year, which is in the revenue budget. It is £18,000 lower than that of the present contract.',
			],
			[
				'Legal implications',
				'The tender was carried out under the Procurement Act 2023. General Counsel has been instructed.',
			],
			[
				'Equalities implications',
				'An impact assessment shows no adverse effect. Bills in large print and in Braille stay on offer.',
			],
			[
				'Data Protection implications',
				'A data protection impact assessment has been made, because names and addresses go to the printer.',
			],
		],
		notes: {
			key: 'taken from the reason that stands there: “yes” does not',
			exempt: 'only something that goes with it is exempt (paragraph 3): keep that apart',
		},
	},
	'metropolitan-tables.md': {
		title: 'Market hall roof – award of contract',
		body: 'Cabinet',
		date: '14 July 2027',
		key: 'Yes',
		author: 'Head of Property Projects',
		exempt: 'No',
		summary:
			'The roof of the market hall leaks. Four firms tendered for its repair, and the report asks for the contract to be awarded.',
		reasons: 'Tenderer B came first on price and second on quality, and first in all.',
		alternatives: 'Patching the roof for another winter was rejected after the survey of March.',
		backgroundPapers: 'Survey of the roof, March 2027.',
		recommendations: [
			'That the contract be awarded to Tenderer B at £872,410.',
			'That 10% be added to the budget for what is found when the old roof comes off.',
		],
		implications: [
			['Equality Impact and Considerations', 'An initial analysis found no negative impact.'],
			[
				'Environmental Impact and Considerations',
				'The new roof is insulated and carries solar panels.',
			],
			[
				'Assessment and Mitigation of Risk',
				'Risk / opportunity | Mitigation\nTraders lose custom during the work | Work in four phases',
			],
			['Legal Implications', 'The tender followed the contract procedure rules.'],
			['Financial Implications', 'The cost is in the capital programme.'],
		],
		appendices: [],
		notes: {appendices: 'the paper says that there are none'},
	},
	'officer-form-html.md': {
		title: 'Grant to the Canal Trust for towpath repairs',
		body: 'Executive Director for Growth',
		date: '17 August 2026',
		reference: 'ODN-2026-118',
		key: 'No',
		author: 'Waterways Project Officer',
		exempt: 'No',
		reasons:
			'The towpath has been closed since the flood in January. The Trust has found three quarters of the cost; the grant makes up the rest.',
		alternatives:
			'1. To do nothing: the path would stay closed.\n2. To repair it ourselves: the Trust owns the path, and its own contractor is cheaper.',
		consultation: 'The ward members and the two parish councils support the grant.',
		backgroundPapers: "The Trust's application of 3 July 2026",
		recommendations: ['That a grant of £38,000 to the Canal Trust be approved.'],
		implications: [
			['Financial implications', 'The grant comes from the flood recovery fund.'],
			['Legal implications', 'The grant is made under section 1 of the Localism Act 2011.'],
			['Equality impact assessment', 'Not required.'],
			['Risk', 'The work may cost more; the grant does not rise with it.'],
		],
		appendices: [],
		notes: {appendices: 'the paper says that there are none'},
	},
	'policy-committee-form.md': {
		title: 'A bus gate at Station Approach',
		body: 'Transport, Regeneration and Climate Policy Committee',
		date: '17 February 2027',
		author: 'Transport Planning Manager',
		exempt: 'No',
		summary:
			'To tell the Committee what was said about the bus gate that has been on trial since March, and to ask for a decision on whether it should stay.',
		reasons:
			'The trial did what it was meant to do, and the shorter hours meet most of what was said against it.',
		alternatives:
			'To let the order lapse. Buses would be held up again.\n\nTo keep the hours as they were on trial. Shops asked for a shorter evening.',
		consultation: 'Letters went to 410 addresses. Of 96 answers, 51 were in favour.',
		backgroundPapers: 'Minutes of the Committee of 12 March 2026',
		recommendations: [
			'That the Transport, Regeneration and Climate Policy Committee makes the experimental traffic regulation order for Station Approach permanent.',
			'That the Transport, Regeneration and Climate Policy Committee notes that the hours of the gate are to be shortened by one hour in the evening.',
			'That the Transport, Regeneration and Climate Policy Committee agrees that everybody who wrote in is told of the decision.',
		],
		implications: [
			['Equality Implications', 'Blue badge holders may pass the gate at any hour.'],
			['Financial and Commercial Implications', 'The cost of £35,000 is met by a grant.'],
			['Legal Implications', 'The order is made under the Road Traffic Regulation Act 1984.'],
			['Climate Implications', 'Slightly positive.'],
		],
	},
	'signed-off-numbered.md': {
		title: 'Renewal of the licence for the library management system',
		body: 'Cabinet Member for Culture and Communities',
		date: '3 June 2027',
		key: 'No',
		author: 'Assistant Director for Culture',
		exempt: 'No',
		summary:
			'The licence for the system by which books are lent ends on 31 August. This report asks for its renewal.',
		reasons: 'The system works well, and moving to another takes a year.',
		alternatives:
			'Do nothing. Books could no longer be lent.\n\nTender. There is not enough time before the licence ends; a tender is planned for 2029.',
		backgroundPapers: 'None',
		recommendations: [
			'The Cabinet Member for Culture and Communities is asked to approve, pursuant to Contract Standing Order 10.02.1, the renewal of the licence for three years at a cost of £164,000.',
		],
		implications: [
			['Carbon and Climate Change', 'The system runs in a data centre that uses renewable energy.'],
			['Finance', 'The cost is contained in the budget of the library service.'],
			['Strategic Procurement', 'Strategic Procurement supports the recommendation.'],
			[
				'Head of Legal and Governance (Monitoring Officer)',
				'There is no legal reason why the recommendation should not be approved.',
			],
			['Equality', 'The renewal has no effect on those who share a protected characteristic.'],
		],
		appendices: ['Appendix A: Part B (exempt)'],
		notes: {
			body: 'taken from the recommendation',
			exempt: 'only something that goes with it is exempt (paragraphs 3, 5): keep that apart',
		},
	},
	'town-committee-note.txt': {
		title: 'Replacement of the play equipment at Quay Field',
		body: 'Amenities Committee',
		date: '4 November 2027',
		author: 'Town Clerk',
		alternatives:
			'A. Repair the posts. A carpenter has quoted £4,200; the rest of the frame would last for three more years at most.\nB. Replace all of it. Three quotes came in, from £26,400 to £31,900.\nC. Take it away. There is no other play area on this side of the river.',
		recommendations: [
			'That the committee accepts the quote of £26,400 for option B, and asks the Clerk to place the order.',
		],
		implications: [['Financial implications', 'Option B is within the budget.']],
		notes: {title: 'taken from its place: no label says so'},
	},
	'welsh-cabinet-board.txt': {
		title: 'Telephony in the contact centre',
		body: 'Policy and Resources Cabinet Board',
		date: '9 December 2026',
		author: 'Chief Digital Officer',
		summary:
			'The present system was bought in 2016 and is no longer repaired. A new one routes calls by what the caller says, in Welsh and in English.',
		reasons: 'To replace a system that nobody repairs any more before it fails.',
		consultation: 'There is no requirement for external consultation on this item.',
		backgroundPapers: 'None',
		recommendations: [
			'That, having had due regard to the Integrated Impact Assessment, Members approve the purchase of the telephone system from the framework for five years.',
			'That, having had due regard to the Integrated Impact Assessment, Members grant delegated authority to the Chief Digital Officer to enter into the contract.',
		],
		implications: [
			[
				'Financial Impacts',
				'£90,000 a year for five years, from the existing budget of Digital Services.',
			],
			[
				'Integrated Impact Assessment',
				'A first stage assessment was made. It shows that a full assessment is not needed:\n  a. Equalities – positive.\n  b. Welsh language – positive: callers are answered in the language they choose.',
			],
			['Valleys Communities Impacts', 'No implications.'],
			['Workforce Impacts', 'Staff will be trained for half a day.'],
			['Legal Impacts', 'The framework complies with the Public Contracts Regulations 2015.'],
			[
				'Risk Management Impacts',
				'The old system may fail before the new one is there; a spare is hired.',
			],
		],
		appendices: ['Appendix 1: First stage Integrated Impact Assessment'],
	},
	'parish-council-paper.txt': {
		title: 'REPLACEMENT OF PLAY EQUIPMENT AT FOXHOLES RECREATION GROUND',
		body: 'Parish Council',
		date: '9 June 2026',
		reference: 'ABPC/26/07',
		author: 'Clerk and Responsible Financial Officer',
		exempt: 'No',
		summary:
			'To ask Members to choose a contractor for the replacement of the swings and the climbing frame, which failed the annual safety inspection in March.',
		reasons:
			"Contractor B's guarantee is the longest and its whole-life cost, at £1,420 a year, the lowest of the three.",
		alternatives:
			'1. Repair. The inspector advised that repair would not bring the frame up to BS EN 1176.\n2. Contractors A and C. Both have shorter guarantees.',
		consultation:
			'The primary school council and 46 households that face the ground answered a questionnaire in April; 39 favoured new equipment.',
		recommendations: [
			'Council is asked to accept the quotation of Contractor B in the sum of £21,300.',
			'Council is asked to meet the cost from the earmarked reserve for recreation, £15,000, and the balance from general reserves.',
			'Council is asked to delegate to the Clerk, in consultation with the Chairman of the Amenities Committee, the choice of colours.',
		],
		implications: [
			['FINANCE', '£21,300 from reserves. There is no effect on the precept.'],
			['LEGAL POWERS', 'Local Government (Miscellaneous Provisions) Act 1976, section 19.'],
			['RISK', 'Without replacement the ground stays without swings over the summer.'],
			['CRIME AND DISORDER / BIODIVERSITY / EQUALITY', 'None arising.'],
		],
		appendices: ['Paper 7A - Three quotations', 'Paper 7B - Annual inspection report'],
		notes: {
			title: 'taken from its place: no label says so',
		},
	},
	'county-officer-record.md': {
		title: 'Award of the Home-to-School Taxi Framework, Lot 3',
		body: 'Assistant Director, Integrated Transport',
		date: '14 May 2026',
		reference: 'WCC-OD-2026-0187',
		key: 'Yes',
		keyReason: 'Expenditure exceeds £500,000',
		exempt: 'No',
		author: 'Commissioning Manager',
		reasons:
			'The present framework ends on 31 August 2026. The Council has a duty to provide travel for eligible children.',
		alternatives:
			'Option 1: Do nothing. Rejected, because the duty would not be met.\n\nOption 2: Extend the present framework. Rejected, because no extension remains.',
		consultation:
			'Parents were surveyed in January 2026. The Local Member for each division has been informed.',
		scrutiny:
			'The Children and Families Scrutiny Panel considered the proposal on 3 March 2026 and supported it.',
		backgroundPapers: 'Cabinet, 12 November 2025 | Passenger Transport Commissioning Plan',
		recommendations: [
			'That the Assistant Director, Integrated Transport awards Lot 3 of the framework to the five operators named in Appendix 1 for four years from 1 September 2026.',
			'That the Assistant Director, Integrated Transport authorises officers to call off contracts under it up to a total of £3.2m.',
			'That the Assistant Director, Integrated Transport notes that a further report on Lot 4 will follow in the autumn.',
		],
		implications: [
			['Financial comments', 'Estimated at £3.2m over four years, within the approved budget.'],
			['Legal comments', 'The procurement complies with the Procurement Act 2023.'],
			['Human resources comments', 'There are none.'],
			[
				'Climate and environmental impact',
				'Operators must bring forward ultra-low emission vehicles by year three.',
			],
			['Public sector equality duty', 'An equality impact assessment is attached as Appendix 2.'],
		],
		appendices: ['Appendix 1: Successful operators', 'Appendix 2: Equality Impact Assessment'],
		notes: {author: 'whom to ask: the paper does not say who wrote it'},
	},
	'fire-authority-bold.md': {
		title: 'REPLACEMENT OF BREATHING APPARATUS TELEMETRY',
		body: 'Audit and Governance Committee',
		date: '23 July 2026',
		author: 'CHIEF FIRE OFFICER AND TREASURER',
		exempt: 'No',
		summary:
			'To seek approval to replace the breathing apparatus telemetry, which its maker will cease to support in December 2027.',
		reasons: "Firefighters' safety depends upon telemetry that is supported.",
		alternatives: 'Leasing was examined and found to cost £95,000 more over seven years.',
		consultation:
			'The representative bodies were consulted through the Joint Consultative Committee.',
		backgroundPapers:
			'Telemetry trial report, March 2026\nCommunity Risk Management Plan 2025-2029',
		recommendations: [
			'That the Committee approves the capital scheme of £640,000 set out in Table 1.',
			'That the Committee agrees to use the national framework let by the Yorkmere Authority.',
			'That the Committee recommends the Authority to amend the Medium Term Financial Plan accordingly.',
		],
		implications: [
			['Finance and Value for Money', 'The scheme is met from the capital receipts reserve.'],
			['People and Equality', 'No adverse effect was found.'],
			[
				'Legal and Governance',
				'The Authority has power under section 5A of the Fire and Rescue Services Act 2004.',
			],
			['Data Protection', 'No personal data leave the Authority.'],
			['Environment and Sustainability', 'The batteries are rechargeable.'],
			['Risk Management', 'See strategic risk 4.'],
		],
		appendices: [],
		notes: {
			title: 'taken from its place: no label says so',
			appendices: 'the paper says that there are none',
		},
	},
	'police-panel-plain-words.md': {
		title: 'Complaints handling: annual review',
		body: 'Thornmoor Police and Crime Panel',
		date: '4 September 2026',
		reference: 'PCP/26/14',
		author: 'Head of Governance',
		exempt: 'No',
		reasons: 'The procedure has not been revised since 2012.',
		alternatives: 'Keeping the procedure as it is. Complainants found it slow.',
		consultation:
			"The Commissioner's office and the Independent Office for Police Conduct were consulted in June.",
		backgroundPapers: 'Panel minutes, 6 June 2026',
		recommendations: [
			'The Panel is invited to note the 14 complaints received in 2025/26.',
			'The Panel is invited to agree the revised procedure at Annex A.',
			'The Panel is invited to ask for a further report in twelve months.',
		],
		implications: [
			['Money', "Met from the host authority's grant of £65,000."],
			[
				'Law',
				'The Elected Local Policing Bodies (Complaints and Misconduct) Regulations 2012 apply.',
			],
			['Equalities', 'The new form is available in Easy Read.'],
			['Risk', 'Delay may lead to judicial review.'],
		],
		appendices: ['Annex A: Revised procedure'],
		notes: {
			title: 'taken from its place: no label says so',
			alternatives: 'what is proposed may stand among the options',
		},
	},
	'borough-numbered-caps.txt': {
		title: 'Damp and mould: inspection programme 2027-2029',
		body: 'Housing and Communities Committee',
		date: '17 November 2026',
		key: 'No',
		author: 'Director of Housing',
		exempt: 'No',
		summary:
			'This report proposes that every council home be inspected for damp and mould within three years.',
		reasons: "The Housing Ombudsman's report found that the Council waits for complaints.",
		alternatives: 'Inspecting on complaint alone, as now.',
		consultation: 'The Tenant Panel met twice.',
		scrutiny: 'The Homes Scrutiny Panel asked for yearly figures.',
		backgroundPapers: 'Spotlight on damp and mould, Housing Ombudsman, October 2021',
		recommendations: [
			'The committee is recommended to approve the programme in Appendix A.',
			'The committee is recommended to allocate £410,000 a year from the Housing Revenue Account.',
		],
		implications: [
			[
				'RESOURCE IMPLICATIONS (FINANCE, STAFF, PROPERTY, IT)',
				'£1.23m over three years; four inspectors.',
			],
			['LEGAL IMPLICATIONS', 'Section 9A of the Landlord and Tenant Act 1985.'],
			['EQUALITIES IMPACT', 'Children and older tenants gain most.'],
			['CLIMATE IMPACT', 'Better ventilation may raise the use of heat.'],
		],
		appendices: ['A Programme', 'B Equality analysis'],
	},
};
