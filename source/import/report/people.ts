import {parseDate} from './dates.ts';
import {parts} from './subjects.ts';

/** Words that are posts. */
const posts =
	/\b(?:director|head|manager|officer|chief|executive|leader|lead|solicitor|treasurer|clerk|accountant|analyst|advis[eo]r|consultant|engineer|surveyor|planner|secretary|commissioner|principal|coordinator|co-ordinator|specialist|architect|auditor|supervisor|partner|administrator|librarian|archivist|inspector|economist|mayor|chair|chairman|councillor for|member for|portfolio holder|cabinet member|executive member|lead member|executive councillor|town clerk|monitoring officer|section 151 officer|s151 officer|superintendent|curator|scientist|developer|designer|assistant|counsel|lawyer|barrister|registrar|coroner|ombudsman|trustee|bursar|warden|technician|team|headteacher|teacher|ecologist|ranger|master|nurse|matron|dean|provost|convener|custodian|keeper|psychologist|therapist|statistician|gardener|caretaker|controller|counsell?or)\b/i;

/** What posts are made of besides; a word that is none of these, before a post, may be somebody's name. */
const vocabulary = new Set(
	parts(`
	a | an | the | of | for | and | to | in | at | on | with | as | & | section | 151 | s151 | deputy | responsible | proper | assistant | acting | interim | joint |
	senior | junior | associate | group | corporate | strategic | executive | managing | service | services | lead | area | team | county |
	city | borough | district | town | parish | council | councils | council's | divisional | division | department | departmental | regional | chief |
	principal | head | director | manager | officer | leader | solicitor | treasurer | clerk | accountant | analyst | adviser |
	advisor | consultant | engineer | surveyor | planner | secretary | commissioner | coordinator | co-ordinator | specialist |
	architect | auditor | supervisor | partner | administrator | mayor | chair | chairman | councillor | member | members | portfolio | holder |
	cabinet | monitoring | finance | financial | legal | law | highways | asset | assets | property | housing | planning | policy | democratic |
	digital | ict | it | imt | information | technology | technical | resources | resource | people | place | adults | adult | children | children's | childrens | social | care |
	public | health | environment | environmental | climate | waste | street | scene | streetscene | leisure | culture | cultural | library | libraries | museums |
	regeneration | rough | sleeping | streets | economic | economy | development | growth | transport | transportation | parking | community | communities | safety | licensing | regulatory |
	trading | standards | revenues | benefits | customer | customers | communications | communication | marketing | hr | human | performance | risk | audit |
	procurement | commercial | contract | contracts | programme | programmes | project | projects | transformation | change | strategy |
	partnerships | partnership | commissioning | education | schools | school | learning | skills | early | years | inclusion | send | safeguarding |
	governance | electoral | elections | committee | committees | scrutiny | data | systems | system | business | support | operations |
	operational | infrastructure | network | networks | estates | facilities | energy | sustainability | capital | treasury | accountancy | accounts |
	payroll | pensions | insurance | emergency | resilience | flood | drainage | parks | open | spaces | countryside | heritage |
	conservation | building | buildings | control | enforcement | private | sector | homelessness | enabling | neighbourhood | neighbourhoods | locality | localities |
	engagement | equality | equalities | diversity | security | cyber | infrastructure | applications | application | solutions | delivery | design | improvement |
	quality | research | intelligence | insight | organisational | workforce | employment | relations | internal | external | investment | investments | major |
	city's | general | paid | fire | rescue | police | crime | bereavement | registration | archives | arts | tourism | events | sport | sports | youth |
	family | families | supporting | disability | disabilities | mental | wellbeing | well-being | prevention | integrated | integration | hospital | reablement |
	legislative | constitutional | registrar | counsel | lawyer | web | website | online | access | content | channel | architecture | enterprise | cloud | telephony | records | freedom |
	whole | life | market | markets | retail | fleet | depot | cleansing | recycling | green | grounds | trees | tree | ecology | biodiversity | water | coastal | marine | harbour |
	civil | contingencies | structural | traffic | road | roads | lighting | rights | way | maintenance | repairs | tenancy | tenant | tenants | leasehold | income | debt | rents | allocations | lettings | specialist | technician | team | pmo | portfolio | trust |
	new | homes | home | operating | constable | management | managing | rural | urban | clean | jobs | enterprise | visitor | net | zero | nature | food | poverty | fairness | cohesion | towns | villages | estate | innovation | voluntary | veterans | medical | nursing | clinical | acute | primary | midwifery | pharmacy | therapies | dental | surgical | patient | patients | experience | university | academic | student | students | faculty | population | equity | adults | homelessness | prevention | town | first |
	nurse | counselor | counsellor | superintendent | elementary | secondary | primary | board | volunteer | volunteers | teacher | headteacher | matron | custody | policing | local | archivist | curator | ecologist | inspector | economist | master | librarian`),
);

const titles =
	/\b(?:councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|reverend|alderman)\b\.?/i;

const email = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const phone =
	/(?<![\d£$.,/-])(?:\+44[\s(0)]{0,5}|\(?0)\d{2,4}\)?[\s-]{0,2}\d{3,4}[\s-]{0,2}\d{3,4}(?![\d.,]\d)/g;
const removed = /\[(?:number|address|e-?mail|phone|name)s? removed\]/gi;

/** What must not be kept of people, taken out of a text; and what was. */
export function scrub(text: string): {text: string; dropped: string[]} {
	const dropped: string[] = [];
	const take = (what: string, instead: string) => () => {
		dropped.push(what);
		return instead;
	};
	// Nearly all texts hold none, and to look for one is slow.
	const clean = (
		text.includes('@')
			? text.replaceAll(email, take('an e-mail address', '[e-mail removed]'))
			: text
	).replaceAll(phone, take('a telephone number', '[number removed]'));
	return {text: clean, dropped};
}

const separators = /(\s*(?:[,;|\n()/]|\s[–—-]\s|–|—|:\s|\btel\b\.?|\be-?mail\b|\bext\b\.?)\s*)/i;

/**
 * The posts that a text names, without anybody's name; empty when it names none. Where a name and a post run into each
 * other, every word in front of the post that posts are not made of is left out: better a word too few than a name;
 * but where a label says that it is a post `alone`, all of it is.
 */
export function postsOf(text: string, alone = false): {posts: string[]; named: boolean} {
	const {text: clean, dropped} = scrub(text);
	let named = dropped.length > 0;
	const found: string[] = [];
	let before = '';
	// A name in front, by itself, means that what comes after it is the post and nothing else.
	let isApart = alone;
	for (const [at, part] of clean.replaceAll(removed, '').split(separators).entries()) {
		if (at % 2 === 1) {
			before = part;
			continue;
		}
		const piece = part
			.replaceAll(/\s+/g, ' ')
			.replace(/[.\s]+$/, '')
			.trim();
		if (!/\p{L}/u.test(piece)) continue;
		const post = postIn(piece, isApart);
		const last = found.at(-1);
		if (post !== undefined) {
			if (post.length < piece.replace(/^the /i, '').length) named = true;
			found.push(post);
		} else if (last !== undefined && isMore(piece, before)) {
			found[found.length - 1] = before.includes('(')
				? `${last} (${piece})`
				: `${last}${before.trim() === ',' ? ', ' : before}${piece}`;
		} else {
			const isName = /^\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){1,3}$/u.test(piece);
			isApart ||= isName;
			named ||= /^\p{Lu}/u.test(piece);
		}
	}
	return {posts: found.map((post) => post.replace(/[\s,]+(?:on|at|by|via|tel)$/i, '')), named};
}

/** Whether a piece goes on with the post before it: “Highways, Transport and IT”, “Director (Place)”. */
const isMore = (piece: string, before: string): boolean =>
	/^\s*[,(–—-]\s*$/.test(before) &&
	piece.split(' ').every((word) => vocabulary.has(word.toLowerCase()));

function postIn(piece: string, isApart = false): string | undefined {
	if (
		!posts.test(piece) ||
		piece.length > 120 ||
		/\b(?:who|which|can be|contacted|please)\b/i.test(piece)
	)
		return undefined;
	const words = piece.replace(/^(?:the|report of the|our)\s+/i, '').split(' ');
	// After “of” and “for” stands what a post is about, which may be called anything.
	const about = words.findIndex((word) => /^(?:of|for)$/i.test(word));
	const head = about === -1 ? words : words.slice(0, about);
	let start = isApart && !titles.test(words[0] ?? '') ? 0 : head.length;
	while (
		start > 0 &&
		vocabulary.has((head[start - 1] ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}'&-]/gu, ''))
	)
		start--;
	// “Amenities Manager Doug Sang”: what a post is called ends before a name, where nothing says what it is about.
	const last = about === -1 && isApart ? words.findLastIndex((word) => posts.test(word)) : -1;
	const after = last === -1 ? [] : words.slice(last + 1);
	if (
		last >= start &&
		after.length >= 2 &&
		after.every((word) => /^\p{Lu}[\p{L}’'.-]*$/u.test(word) && !isPosts(word))
	)
		words.length = last + 1;
	const all = words.slice(start);
	// “… and Jo Bloggs”: what a post is about ends before somebody else is named.
	const other = all.findIndex(
		(word, at) =>
			/^(?:and|&)$/i.test(word) &&
			all.slice(at + 1).length >= 2 &&
			all.slice(at + 1).every((one) => /^\p{Lu}/u.test(one) && !vocabulary.has(one.toLowerCase())),
	);
	const kept = other === -1 ? all : all.slice(0, other);
	const post = kept.join(' ');
	const [first = ''] = kept;
	// “Councillor Smith”: the title went with the name, or the name follows it.
	if (titles.test(first) && !/^councillor (?:for|responsible)/i.test(post)) {
		const rest = kept.slice(1).join(' ');
		return posts.test(rest) && start < head.length - 1 ? postIn(rest) : undefined;
	}
	return posts.test(post) ? post : undefined;
}

/** Whether every word of a text is one that posts and teams are called by: “Housing Services”. */
export const isPosts = (text: string): boolean =>
	(text.match(/[\p{L}\p{N}’'&-]+/gu) ?? []).every((word) =>
		vocabulary.has(word.toLowerCase().replaceAll('’', "'")),
	);

/** What a body is called that does things: “Open Spaces Committee”, “Department of Parks”. */
const bodies =
	/^(?:the )?(?:department|office|ministry|bureau|division|directorate) (?:of|for) \S|\b(?:committee|working (?:group|party)|department|team|services|partnership|directorate|agency|governors|trustees|board)$/i;

/**
 * Who leads something, by what a cell or a label says: a post, a team or a body; undefined of somebody who has a name alone.
 * `alone` as in `postsOf`.
 */
export function holderOf(said: string, alone = false): string | undefined {
	const text = said.trim();
	if (text === '') return undefined;
	if (
		((isPosts(text) && !isPersonal(text)) || bodies.test(text)) &&
		/^\p{L}/u.test(text) &&
		text.length <= 80
	)
		return text;
	const {posts: found} = postsOf(text, alone && !/\n/.test(text) && !isPersonal(text));
	const [post] = found;
	// “Chief Executive, OPCC”: letters behind a post say of what.
	const [, office] = /^(.{3,60}), \p{Lu}{2,6}$/u.exec(text) ?? [];
	return office !== undefined && office === post ? text : post;
}

const name =
	/^(?:(?:councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|rev)\.? )?\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){1,3}(?: (?:OBE|MBE|CBE))?$/u;
const noName =
	/\b(?:not?|none|yes|nil|required|applicable|account|fund|grant|budget|act|plan|policy|all|see|paragraph|section|appendix|report|review|strategy|assessment|minutes|framework|commission|committee|panel|board|council|cabinet|register|guidance|survey|papers?)\b/i;

/** Whether a text is somebody's name, with or without a post and a date, and nothing else. */
export function isPersonal(text: string): boolean {
	if (text.length > 160 || noName.test(text)) return false;
	const pieces = text
		.split(separators)
		.filter((piece, at) => at % 2 === 0 && /\p{L}/u.test(piece))
		.map((piece) => piece.trim());
	const rest = pieces.filter(
		(piece) => parseDate(piece) === undefined && postIn(piece, true) === undefined,
	);
	return (
		rest.length > 0 &&
		rest.every(
			(piece) =>
				name.test(piece) && !piece.split(' ').every((word) => vocabulary.has(word.toLowerCase())),
		)
	);
}

/** A sentence that says whom to ask. */
export const isContact = (text: string): boolean =>
	text.length <= 600 &&
	(/\b(?:can|may|should) be contacted\b|\bplease contact\b|\binvited to contact\b|\bfor further information\b.{0,80}\bcontact\b|\bif you (?:have any queries|would like to inspect|require)\b/i.test(
		text,
	) ||
		/^(?:this|the) report (?:was|has been) (?:written|prepared|compiled|produced) by\b/i.test(
			text,
		));
