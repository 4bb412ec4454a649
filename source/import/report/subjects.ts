import {keyOf} from './words.ts';

/** Subjects of implications that are clear by themselves: “Legal”, “Equality Act 2010”. Compared by their keys: see words.ts. */
const alone = `
	financial | finance | legal | legal and governance | legal and constitutional | legal power |
	equality | equality and diversity | equality diversity | equality diversity inclusion | equality act
	| equality act 2010 | equality impact | eqia | eia | public sector equality duty | fairness equality | fairness | equality duty |
	diversity | risk | risk management | risk and impact analysis | risk impact analysis | risk
	assessment | risk opportunity | key risk | crime and disorder | crime disorder | crime prevention |
	community safety | section 17 | section 17 crime disorder act | safeguarding | safeguarding child |
	climate | climate change | climate emergency | climate ecological emergency | environmental |
	environment climate change | climate change environmental | sustainability | biodiversity | social
	value | procurement | data protection | data protection impact | information governance | privacy |
	human right | health safety | health wellbeing | public health | health inequality | human resource
	| hr | staffing | workforce | value money | joint strategic need analysis jsna joint health
	wellbeing strategy | joint strategic need analysis joint health wellbeing strategy | joint strategic
	need assessment | joint strategic need assessment jsna joint health wellbeing strategy | joint
	health wellbeing strategy | welsh language | future generation | wellbeing future generation act |
	wellbeing future generation | social economic | socio economic duty | modern slavery | child right |
	child young people | corporate parenting | rural proofing | armed force covenant | well being
	assessment | integrated impact assessment | equality impact assessment | data protection impact
	assessment | environmental impact assessment | health impact assessment | financial legal | legal
	financial | finance resource | financial value money | financial resource | financial budgetary |
	resource value money | financial risk | legal risk | legal statutory | vat | subsidy control | state aid | gdpr | human right act | crime disorder act 1998 section 17 | property asset | data protection ict | well being future generation | well being future generation act | wellbeing future generation act 2015 | well being future generation act 2015 | welsh language standard | net zero | net zero climate change | carbon reduction | armed force | care leaver | edi | business continuity | local government reorganisation | opportunity risk | biodiversity net gain | cost funding | legal basis | statutory power | statutory authority | procurement commercial
	| community cohesion | safer cleaner greener | financial human resource | carbon | environmental review | legal review | california environmental quality act | relationship policy framework | conclusion impact assessment | section 151 | monitoring | chief finance | money | law | money law | personal data | personal data processing | legal compliance | initial impact assessment | impact assessment | accommodation staffing | financial effect | patient safety | strategic context`;

/** Subjects that might announce anything, unless a word such as “implications” follows or they stand under it. */
const withWord = `
	environment | health | staff | employee | personnel | property | estate | asset | ict |
	information technology | digital | resource | rural | section 151 officer | monitoring officer |
	chief finance officer | director finance | budget | capital | revenue | statutory | governance |
	insurance | commercial | cohesion | poverty | council tax | planning | highway | transport | it |
	technology | customer | tenant | resident | community | ward | local | locality | policy | policy
	framework | corporate | strategic | council | partnership | partner | communication | reputational |
	operational | land | accommodation | people | young people | child | older people | disability |
	ethic | ethical | s151 | treasurer | borough treasurer | borough solicitor | city solicitor | county solicitor | legal service | voluntary community sector | fire safety | heritage | regeneration | economic | economy | growth | housing | crime | trade union | constitutional | democratic | democracy |
	organisational | service | service delivery`;

/** Subjects that are one where they are set as headings, and might be anything in a list or a table. */
const set = `property | asset | physical asset | ict | employee | employment | insurance | accommodation | treasury management | poverty | anti poverty | freedom information`;

/** The parts of a list written with bars between them. */
export const parts = (text: string): string[] =>
	text
		.split('|')
		.map((part) => part.replaceAll(/\s+/g, ' ').trim())
		.filter((part) => part !== '');

const keys = (text: string): string[] =>
	parts(text)
		.map(keyOf)
		.filter((key) => key !== '');

export const clearSubjects: ReadonlySet<string> = new Set(keys(alone));
export const setSubjects: ReadonlySet<string> = new Set(keys(set));
export const subjects: ReadonlySet<string> = new Set([
	...keys(alone),
	...keys(set),
	...keys(withWord),
]);
