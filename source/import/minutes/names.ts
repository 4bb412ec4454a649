/** Words that stand in front of somebody's name in minutes. */
const titles = String.raw`(?:the )?(?:(?:district|county|city|borough|ward|parish|town|unitary) )?(?:council(?:l)?ors?|cllrs?|crs?|council ?(?:members?|m[ae]n|wom[ae]n|persons?)|board ?members?|committee ?members?|alder(?:m[ae]n|wom[ae]n|persons?)|alds?|deputy (?:lord )?mayor|vice[- ]mayor|(?:lord )?mayor(?: pro[- ]?tem)?|(?:lord )?provost|bailies?|commissioners?|supervisors?|trustees?|governors?|directors?|selectm[ae]n|selectwom[ae]n|(?:vice[- ])?president|(?:vice[- ]|deputy )?(?:chair(?:m[ae]n|wom[ae]n|person)?|convener)|members?|messrs|mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|baroness|rev(?:erend)?|canon|fr|father|the hon(?:ourable)?|hon)\.?`;
const titled = new RegExp(`^(?:${titles}\\s+)+`, 'i');

/** A name without the titles in front of it and the letters behind it. */
export const untitled = (name: string): string =>
	name
		.replace(titled, '')
		.replace(/\s*\([^()]*\)/g, '')
		.replace(/,? (?:OBE|MBE|CBE|JP|DL|QC|KC)\b.*$/, '')
		.trim();

/** Words with a capital that are nobody's name, wherever they stand in minutes. */
const others =
	/\b(?:absence|absent|actions?|additional|adjournment|agenda|agreed|all|also|amendments?|any|apolog(?:y|ies)|appointments?|approv(?:al|ed)|areas?|attendance|attendees|attending|audit|budget|business|cabinet|call|carried|charity|clos(?:e|ed|ing|ure)|city|college|comments?|committee|communications|community|confidential|consent|correspondence|council|county|date|dates|declarations?|discussion|district|draft|election|environment|events?|executive|exclusion|exempt|finances?|financial|forum|fund|future|general|guests?|hall|health|hearings?|highways|house|information|in|interests?|introductions?|invocation|items?|last|legal|library|limited|llc|ltd|management|association|members|society|company|services|matters?|meetings?|members of|minutes|motions?|new|next|no|none|nil|not|notes?|noted|notices?|of|officers|old|open|opening|order|other|others|ordinances?|parish|park|part|payments?|personnel|petitions?|planning|pledge|policy|policies|present|presentations?|previous|procedures?|proposed|public|questions?|quorum|received|recommendations?|regular|remarks|reports?|representatives?|residents?|resolved|resolutions?|review|risk|roll|room|school|seconded|session|sessions|signed|staff|staffing|strategy|summary|the|there|this|time|town|treasurer['’]s|trust|unfinished|updates?|venue|village|vote|welcome|work|workshop|works|yes)\b/i;

const initials = String.raw`\p{Lu}(?:\.?[ ]?\p{Lu}){0,3}\.?`;
const particle = String.raw`(?:de|del|della|di|da|du|la|le|van|von|der|den|ter|al|el|bin|ap|ab|mac|st\.?|St\.?|De|Van|Von|Le|La|Du)`;
const surname = String.raw`(?:\p{Lu}[’']?)?\p{Lu}\p{L}[\p{L}’'-]*`;
const word = `(?:${surname}|${particle})`;
const letters = String.raw`(?:\([A-Z]{1,3}\)|[A-Z]{1,2}\.?)`;
const honours = String.raw`(?:,? (?:OBE|MBE|CBE|KBE|DBE|JP|DL|QC|KC|BEM|MP|MSP|FRICS|PhD|CPA|Jr\.?|Sr\.?|II|III))*`;
/** Initials and a surname, a first name and a surname, with a middle one, or a surname alone. */
const plain = new RegExp(
	`^(?:(?:${initials}|${word})\\s+){0,4}(?:${initials}\\s*)?${surname}(?:\\s+${letters})?${honours}$`,
	'u',
);

const offices =
	/\b(?:chair(?:man|woman|person)?|convener|leader|mayor|provost|president|secretary|treasurer|clerk|vice|deputy|executive|officer|manager|director|head ?teacher|head|principal|governor|trustee|member|councillor|solicitor|attorney|administrator|recorder|minutes|minute[- ]taker|observer|bursar|representative|co-?opted|staff|parent|chief|nurse|lead|finance|advis[eo]r|engineer|planner|planning|surveyor|accountant|monitoring|substitut\p{L}*|assistant|superintendent|supervisor|professor|registrar|coordinator|co-ordinator|consultant|auditor|warden|partner)\b/iu;

/** Somebody whom minutes name, as they name them: the office or the initials beside the name are kept, a reason is not. */
export type Named = {name: string; office?: string; shown: string; absent?: true};

/** Whether a text is a name, with titles before it: `Councillor Ms. B.E. Brookes`, `A Smith`, `Hewett` after a title. */
function isNamed(text: string, isAfterTitle = false): boolean {
	const whole = text.trim();
	const title = titled.exec(whole)?.[0] ?? '';
	const rest = whole.slice(title.length).replace(/\s*\([A-Z]{1,4}\)$/, '');
	if (/^(?:he|she|they|we|it|this|who|which)$/i.test(rest)) return false;
	if (rest.length < 2 || rest.length > 50 || !plain.test(rest)) return false;
	if (
		(!/councill?or|cllr|\b(?:mr|mrs|ms|miss|dr)\b/i.test(title) &&
			!(isAfterTitle && !/\s/.test(rest)) &&
			others.test(rest)) ||
		(offices.test(rest) && rest.split(/\s+/).length < 2)
	)
		return false;
	const words = rest.split(/\s+/).filter((one) => /\p{L}{2}/u.test(one));
	if (words.some((one) => offices.test(one)) && title === '') return false;
	// A surname alone is one after a title; two capitals alone are somebody's initials.
	return title !== '' || isAfterTitle || (/\s|\p{Lu}\./u.test(rest) && words.length >= 1);
}

/** A post, whoever holds it: `the Clerk`, `Parish Clerk/Responsible Finance Officer`. */
const isPost = (text: string): boolean =>
	text.length <= 90 && offices.test(text) && !/[.;:]/.test(text) && !/\d/.test(text);

/** What stands in brackets behind a name and is kept: an office, initials, that somebody came or went or took part from afar. */
const isKept = (text: string): boolean =>
	/^\p{Lu}{1,4}$/u.test(text) ||
	(isPost(text) && text.length <= 60) ||
	/^(?:from|until|to|left|arrived|joined|via|remote(?:ly)?|online|virtual(?:ly)?|by video|in person|items?|part)\b/i.test(
		text,
	);

/** A list's pieces: commas, semicolons, “and” and new lines part them, but not within brackets. */
const split = (text: string): {text: string; before: string}[] => {
	const masked = text.replaceAll(/\([^()]*\)/g, (inner) => '\u0000'.repeat(inner.length));
	const pieces: {text: string; before: string}[] = [];
	let [from, before] = [0, ''];
	for (const found of masked.matchAll(
		/\s*(?:[;\n•]|,(?! ?(?:jr|sr)\b)|\s(?:and|&|plus)\s)+\s*/gi,
	)) {
		pieces.push({text: text.slice(from, found.index), before});
		[from, before] = [found.index + found[0].length, found[0]];
	}
	return [...pieces, {text: text.slice(from), before}];
};

/** Between two sentences: behind a full stop that is not a title's or an initial's. */
export const sentenceEnd =
	/(?<!\b(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Prof|Rev|Hon|St|Ald|No|Nos|Inc|Ltd|Co)\.)(?<=(?:[\p{Ll}\d)”"’'%]|\p{Lu}{2})[.!?]["”’]?)\s+(?=["“]?[\p{Lu}\d(])/u;

/** Names that the width of a page put beside each other: a title begins the next. */
const between =
	/(?<=[\p{Ll})])(?<!\b(?:district|county|city|borough|ward|parish|town|councillors?|councilors?|members?|cllrs?|dr|mr|mrs|ms|and|the|rev|hon|sir|lord|lady|mayor|trustees?|governors?)\.?)\s+(?=(?:cllr|councill?or|councilmember|mr|mrs|ms|miss|dr|prof|professor|rev|reverend|sir|dame)s?\b\.?\s+\p{Lu})/giu;

/** “Councillors A, B and C”: the title goes for all of them. */
const plurals: [RegExp, string][] = [
	[/^councillors\b/i, 'Councillor'],
	[/^councilors\b/i, 'Councilor'],
	[/^cllrs\b\.?/i, 'Cllr'],
	[/^council ?members\b/i, 'Councilmember'],
	[/^(?:board |committee )?members\b/i, ''],
	[/^(trustee|governor|director|commissioner|supervisor|bailie)s\b/i, '$1'],
	[/^alder(?:men|persons)\b/i, 'Alderman'],
	[/^select(?:men|women)\b/i, 'Selectman'],
	[/^messrs\b\.?/i, 'Mr'],
];

const tidied = (text: string): string =>
	text
		.replace(/^\W*(?:and|also)\s+/i, '')
		.replaceAll(/\s+/g, ' ')
		.trim();

/**
 * Whom a list names, and what in it could not be read as a name or a post. `Councillors A. Brown (Chairman), Jones and
 * Ms C. Reed`, `Mayor Tierson, Councilmembers Hewett and Blake`, `Anna Reed – Treasurer`, `Chief Executive (Mr. C. Murphy)`.
 */
export function namesIn(text: string): {named: Named[]; unread: string[]} {
	const named: Named[] = [];
	const unread: string[] = [];
	/** The title of all who follow in a list that began with one in the plural. */
	let shared: string | undefined;
	const list = text.replace(/[.\s:;,]+$/, '').replaceAll(between, '; ');
	const brackets = [...list.matchAll(/\(([^()]*)\)/g)].map(([, inner = '']) => inner.trim());
	// “Chief Executive (Mr C. Murphy), Director, Environment and Water (Mr K. Lehan)”: posts with names in brackets.
	if (list.endsWith(')') && brackets.length > 0 && brackets.every((inner) => isNamed(inner))) {
		for (const [, post = '', name = ''] of list.matchAll(/([^()]+)\(([^()]*)\)/g)) {
			const office = tidied(post.replace(/^\s*[,;]/, ''));
			named.push({name: name.trim(), office, shown: `${office} (${name.trim()})`});
		}
		return {named, unread};
	}
	for (const {text: piece, before} of split(list)) {
		const inner = [...piece.matchAll(/\(([^()]*)\)/g)].map(([, found = '']) => found.trim());
		const core = tidied(piece.replaceAll(/\s*\([^()]*\)/g, ''));
		if (core === '') continue;
		const kept = inner.filter(isKept);
		const put = (name: string, whole: string, office?: string): void => {
			const letter = kept.find((one) => /^\p{Lu}{1,3}$/u.test(one));
			const held = office ?? kept.find((one) => one !== letter && isPost(one));
			// As it stands there, without what is not kept of it.
			const typed = tidied(
				piece.replaceAll(/\s*\(([^()]*)\)/g, (bracket, one: string) =>
					isKept(one.trim()) ? bracket : '',
				),
			);
			const begins = whole === core || !whole.endsWith(core) ? '' : whole.slice(0, -core.length);
			named.push({
				name: letter === undefined ? name : `${name} (${letter})`,
				shown:
					whole === core || begins !== ''
						? `${begins}${typed}`
						: `${whole}${kept.map((one) => ` (${one})`).join('')}`,
				...(held === undefined ? {} : {office: held}),
			});
		};
		const last = named.at(-1);
		if (isNamed(core, shared !== undefined)) {
			const plural = plurals.find(([says]) => says.test(core));
			if (plural)
				shared =
					core.replace(plural[0], plural[1]).split(' ').length === core.split(' ').length
						? core.replace(plural[0], plural[1]).split(' ')[0]
						: '';
			const isTitled = titled.test(core);
			const whole = plural
				? core.replace(plural[0], plural[1]).trim()
				: !isTitled && shared !== undefined && shared !== ''
					? `${shared} ${core}`
					: core;
			put(whole, whole);
			continue;
		}
		const [, first = '', second = ''] =
			/^(.{2,60}?)\s*(?:\s[-–—]\s*|[-–—]\s|:\s|\t)(.{2,90})$/u.exec(core) ?? [];
		const bracketed = inner.find((one) => isNamed(one));
		const held = behindPost(core);
		if (first !== '' && isNamed(first)) put(first, core, second);
		else if (first !== '' && isNamed(second) && isPost(first)) put(second, core, first);
		else if (bracketed !== undefined && isPost(core))
			named.push({name: bracketed, office: core, shown: `${core} (${bracketed})`});
		else if (held) put(held.name, core, held.post);
		else if (isPost(core)) {
			// “Ann Reed, Clerk”; a post without a name in front names nobody.
			if (last && last.office === undefined && before.trim() === ',') {
				last.office = core;
				last.shown += `, ${core}`;
			}
		} else if (!/^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|no) /i.test(core))
			unread.push(core);
	}
	return {named, unread};
}
/** “City Manager Jonson”: a post, and who holds it. */
function behindPost(text: string): {post: string; name: string} | undefined {
	const words = text.split(' ');
	const end = words.findLastIndex((word) => offices.test(word)) + 1;
	const [post, name] = [words.slice(0, end).join(' '), words.slice(end).join(' ')];
	return end > 0 &&
		end < words.length &&
		isPost(post) &&
		isNamed(name, true) &&
		!others.test(name) &&
		!offices.test(name)
		? {post, name}
		: undefined;
}

const stop =
	'(?!(?:to|that|and|by|with|for|the|as|on|it|a|[Ss]econd(?:ed)?|[Mm]oved?|[Pp]roposed|[Mm]otion|[Cc]arried|[Rr]esolved|[Aa]ll)\\b)';
const token = `(?:${initials}(?![\\p{L}’'])|${surname}|${particle}(?=\\s+\\p{Lu}))`;
/** Somebody's name where it begins a text: who moved, who seconded. */
const inRun = new RegExp(`^${stop}${token}(?:\\s+${stop}${token}){0,3}`, 'u');
/** “MOTION BY SMITH TO APPROVE”: words in capitals end a name, too. */
const stopCaps = /\s+(?:TO|THAT|AND|BY|WITH|FOR|THE|AS|ON|SECONDED|MOVED|SECOND|MOTION|IT|A)\b.*$/;

/** Who is named at the beginning of a text, by name or by the post that presides; undefined where nobody is. */
export function personAt(text: string): string | undefined {
	const begun = text.replace(/^[\s:,–—-]+/, '').slice(0, 120);
	const [post] =
		/^(?:the )?(?:vice[- ]|deputy )?(?:chair(?:m[ae]n|woman|person)?|convener|leader|mayor|provost|president)(?=[\s,.;)]|$)(?!\s+\p{Lu})/iu.exec(
			begun,
		) ?? [];
	if (post !== undefined) return post;
	const title = titled.exec(begun)?.[0] ?? '';
	const name = inRun.exec(begun.slice(title.length))?.[0].replace(stopCaps, '');
	if (name === undefined) return undefined;
	const whole = `${title}${name}`.replace(/[.,;\s]+$/, '').trim();
	return isNamed(whole, true) ? whole : undefined;
}
