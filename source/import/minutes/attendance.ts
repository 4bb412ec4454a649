import {isBody} from '../report/front.ts';
import type {MinuteLine} from './lines.ts';
import type {Item} from './items.ts';
import {type Named, namesIn, sentenceEnd} from './names.ts';

/** As what somebody is named: there as a member, there besides, or not there. */
type AttendanceRole = 'present' | 'inAttendance' | 'apologies';

/** Whom minutes name in a role, where; and what of it could not be read. */
export type Listed = {role: AttendanceRole; named: Named[]; unread: string[]; lines: MinuteLine[]};

type Label = {
	role: AttendanceRole | 'public';
	office?: string;
	absent?: true;
	needsMark?: true;
	says: RegExp;
};

const labels: readonly Label[] = [
	{
		role: 'present',
		office: 'in the chair',
		says: /^(?:(?:members? )?present in the chair|in the chair)$/i,
	},
	{
		role: 'present',
		office: 'in the chair',
		needsMark: true,
		says: /^(?:chair(?:m[ae]n|woman|person)?|presiding(?: (?:officer|member))?|convener)$/i,
	},
	{
		role: 'present',
		needsMark: true,
		says: /^(?:(?:committee|board|voting) )?(?:members|councill?ors|cllrs|trustees|governors|directors|commissioners|supervisors|bailies)$/i,
	},
	// Below “In attendance:” members and officers each have a heading of theirs.
	{role: 'present', says: /^\((?:elected )?(?:members|councill?ors|trustees|governors)\)$/i},
	{role: 'inAttendance', says: /^\((?:officers|officials|staff|others)\)$/i},
	{
		role: 'apologies',
		absent: true,
		says: /^(?:\p{L}+ ){0,3}(?:absent|not present|excused|absentees?|absences?)(?: and excused)?$/iu,
	},
	{
		role: 'apologies',
		says: /^(?:\p{L}+ )?(?:(?:received )?apolog(?:y|ies)(?: (?:for|of) (?:absence|non-?attendance))?(?: (?:and|&) (?:reasons?|approval|acceptance|substitut\p{L}+)\b.{0,40})?|absent with apologies|(?:absent )?(?:with )?apologies (?:were )?(?:received|given|sent|tendered)(?: (?:from|by))?)$/iu,
	},
	{
		role: 'public',
		says: /^(?:(?:members of the )?public(?: present| attendance)?|(?:public )?visitors?|press|residents(?: present)?|audience|speakers?|guests? speakers?)$/i,
	},
	{role: 'inAttendance', says: /^(?:(?:staff|officers?|others?)(?: members?)? )?in attendance$/i},
	{
		role: 'present',
		says: /^(?:\p{L}+ ){0,2}(?:members|directors|trustees|governors|councill?ors|commissioners|supervisors) (?:in attendance|attending)$/iu,
	},
	{
		role: 'inAttendance',
		says: /^(?:also|others?|(?:city|town|county|council|senior|lead|relevant|key|clerk(?:ing)? (?:and|&))?\s*(?:officers?|officials?|staff|management|executives?|employees)(?: members?)?|guests?|observers?|invitees|advis[eo]rs?|non-?members?|by invitation|clerk(?: to the \p{L}+)?|secretar(?:y|iat)|minutes? (?:taker|secretary|clerk)|minutes(?: taken)? by|(?:town|parish|city) clerk|note[- ]taker|recorder)(?: \((?:non-?voting|advisory)\))?(?: (?:also )?(?:in attendance|present|attending|in attendance by invitation))?$/iu,
	},
	{
		role: 'present',
		says: /^(?:the )?(?:[\p{L}’']+[- ]){0,3}?(?:(?:members )?(?:who were )?present(?: were)?|attending|in attendance \(members\)|attendance|attendees|attended|those (?:present|attending)(?: were)?|roll call)$/iu,
	},
];

/** What a heading or a label says of those whom it lists. */
const labelOf = (text: string): Label | undefined => {
	// “Te Hunga kua Tae mai | present”: the same in two languages.
	const grouped = /^\([\p{L} ]{3,30}\)$/u.test(text.trim());
	if (grouped) return labels.find(({says}) => says.test(text.trim()));
	const plain = (text.split(' | ').at(-1) ?? text)
		.replaceAll(/\([^()]*\)/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.replace(/[\s:;.–—-]+$/, '')
		.trim();
	return plain.length > 70 ? undefined : labels.find(({says}) => says.test(plain));
};

/** A line's label and what stands behind it: after a colon or a dash, or the whole line. */
function labelled(text: string): {label: Label; rest: string} | undefined {
	const [, name = '', rest = ''] =
		/^([^:]{2,70}?)\s*(?::\s*[-–—]?|\s[-–—])\s*(.*)$/su.exec(text) ?? [];
	const marked = name === '' ? undefined : labelOf(name);
	const grouped = marked && /^\([\p{L} ]{3,30}\)$/u.test(rest.trim()) ? labelOf(rest) : undefined;
	if (marked) return grouped ? {label: grouped, rest: ''} : {label: marked, rest};
	const whole = labelOf(text);
	if (whole && (!whole.needsMark || /:\s*-?$|^\P{Ll}+$/u.test(text.trim())))
		return {label: whole, rest: ''};
	// “Present were Councillors A and B”, “In attendance Cllr A”, “Apologies Cllr B”.
	const [, first = '', others = ''] =
		/^((?:(?:members|councillors|trustees|directors|governors) )?present(?: were)?|in the chair|(?:(?:officers|staff|also) )?in attendance|(?:officers|staff|also) present|apologies|absent)\s+(?=(?:the |councill?ors?|cllrs?|mr|mrs|ms|miss|dr|trustees?|members? )\b|\p{Lu})(?!for\b|absence\b)(\S.*)$/su.exec(
			text.replace(/^(?:\p{L}+ ){0,2}(?:Attendance|Present)\b|^\p{L}/u, (begun) =>
				begun.toLowerCase(),
			),
		) ?? [];
	const open = first === '' ? undefined : labelOf(first);
	return open && namesIn(others).named.length > 0 ? {label: open, rest: others} : undefined;
}

/** Labels that the width of a page put behind a list: each begins a line of its own. */
const inside =
	/(?<!\b(?:[Mm]embers|[Dd]irectors|[Tt]rustees|[Gg]overnors|[Cc]ouncillors|[Bb]oard|[Cc]ouncil|[Oo]thers|[Aa]lso|[Ss]taff|[Pp]arish|[Tt]own|[Cc]ity))\s+(?=(?:Apolog(?:y|ies)(?: [Ff]or [Aa]bsence)?|In [Aa]ttendance|Also [Pp]resent|Absent|Officers(?: [Pp]resent)?|Staff(?: [Pp]resent)?|Councillors|Members|Clerk|Minutes|Minute [Tt]aker|Observers?|Guests?|Public|Quorum|Chair(?:man|person)?)\s*:)/u;
const apart = (line: MinuteLine): MinuteLine[] =>
	line.text.split(inside).map((text) => ({...line, text}));

/** A sentence that tells who sent apologies: the part of it that names them. */
function apologiesIn(sentence: string): string | undefined {
	const text = sentence.trim();
	if (
		/\b(?:no|none)\b.{0,30}\bapolog|\bapologies\b.{0,30}\b(?:none|nil)\b|\bno absences\b/i.test(
			text,
		)
	)
		return undefined;
	const [, after = ''] =
		/\b(?:apolog(?:y|ies)\b[^.]{0,80}?|this (?:was|had been) [^.]{0,30}?|(?:was|were|had been|been) (?:received|submitted|intimated|tendered|accepted|noted|given|sent|recorded)(?: (?:and|&) (?:received|accepted|noted|approved))? )(?:from|on behalf of|for|by)(?! (?:absence|his|her|their|non-?attendance|lateness|being)\b):?\s+(.+)$/isu.exec(
			text,
		) ?? [];
	if (after !== '')
		return after
			.replace(/,?\s+(?:and |which |who |these )?(?:were|was|had|have|has)\b.*$/isu, '')
			.replace(/\s+(?:due to|because|owing to|for)\b.*$/isu, '');
	const [, before = ''] =
		/^(.{3,200}?)\s+(?:had |have |has )?(?:also )?(?:sent|gave|given|submitted|tendered|offered|apologised|were absent|was absent|were excused|was excused|were unable|was unable)\b/isu.exec(
			text,
		) ?? [];
	return before === '' ? undefined : before;
}

const isNothing = (text: string): boolean =>
	/^\W*(?:none|nil|n\/a|not applicable|there were (?:none|no\b)|no (?:apologies|absences)|all (?:members|councillors|trustees|governors|directors)\b)/i.test(
		text,
	);

/** An office that stands by itself, in a column before the name. */
const offices = /^(?:(?:deputy|vice)[- ](?:chair(?:m[ae]n|woman|person)?|mayor)|members?)$/i;

/** Titles of items that tell who was there. */
const about =
	/\b(?:apolog(?:y|ies)|attendance|present|roll call|absen(?:t|ces?)|call to order|welcome|those attending|quorum)\b/i;

/** Who was there, who was there besides, and who was not, from the head of the minutes and the items that are about it. */
export function attendanceOf(items: readonly Item[]): Listed[] {
	const found: Listed[] = [];
	const add = (label: Label, text: string, line: MinuteLine): boolean => {
		if (label.role === 'public' || isNothing(text)) return false;
		const {named, unread} = surnamesIn(text, label) ?? namesIn(text);
		if (named.length === 0) return false;
		const {role} = label;
		const open = found.find((one) => one.role === role);
		const listed = open ?? {role, named: [], unread: [], lines: []};
		if (!open) found.push(listed);
		for (const one of named) {
			const told = {
				...one,
				...(label.absent ? {absent: true as const, shown: `${one.shown} (absent)`} : {}),
				...(label.office !== undefined && one.office === undefined
					? {office: label.office, shown: `${one.shown} (${label.office})`}
					: {}),
			};
			const same = listed.named.findIndex(({name}) => bare(name) === bare(told.name));
			if (same === -1) listed.named.push(told);
			else if (listed.named[same]?.office === undefined && told.office !== undefined)
				listed.named[same] = told;
		}
		listed.unread.push(...unread);
		listed.lines.push(line);
		return true;
	};
	/** “Members A and B present. Member C absent.” */
	const addTold = (sentence: string, line: MinuteLine): boolean => {
		const [, who = '', word = ''] =
			/^(.{3,300}?)\s+(?:were |was )?(present|absent|excused)\.?$/iu.exec(sentence) ?? [];
		const label = who === '' ? undefined : labelOf(word);
		return label !== undefined && namesIn(who).unread.length === 0 && add(label, who, line);
	};
	for (const {title, lines} of items.slice(0, 14)) {
		if (title !== '' && !about.test(title) && !labelOf(title)) continue;
		let open: Label | undefined = title === '' ? undefined : labelOf(title);
		const isAway = /\bapolog|\babsen/i.test(title);
		let first = true;
		for (const line of lines.flatMap(apart)) {
			const text = line.text.replace(/\s+via electronic link$/i, '');
			// Who moved something, the head of a page, an office by itself: nobody is named as being there.
			if (/\b(?:moved|seconded|proposed) by\b/i.test(text) || isBody(text) || offices.test(text))
				continue;
			const told = labelled(text);
			if (told) {
				open = told.label;
				if (sentences(told.rest).filter((one) => addTold(one, line)).length > 0) continue;
				first = true;
				if (
					told.rest !== '' &&
					(open.role !== 'apologies' ||
						!sentences(told.rest).some((one) => apologiesIn(one) !== undefined))
				)
					add(open, sentences(told.rest)[0] ?? '', line);
				else for (const one of sentences(told.rest)) addApology(one, line);
				first = told.rest === '';
				continue;
			}
			const isSaid = /\bapolog|\babsen(?:t|ce)\b|\bexcused\b/i.test(text) || isAway;
			const said = isSaid ? sentences(text).filter((one) => addApology(one, line)) : [];
			if (said.length > 0) {
				open = undefined;
				continue;
			}
			if (open === undefined) {
				// “It was held with Mr A in the chair”.
				const [, who = ''] =
					/^(.{4,60}?) (?:was in the chair|took the chair|presided|in the chair)\b/i.exec(text) ??
					[];
				if (who !== '') add({role: 'present', office: 'in the chair', says: /^$/}, who, line);
				continue;
			}
			const [begins = ''] = sentences(text);
			const isList = namesIn(begins);
			if (isList.named.length > 0 && isList.unread.length <= isList.named.length / 2)
				add(open, begins, line);
			else if (!first || text.length > 60) open = undefined;
			first = false;
		}
	}
	const isPresent = found.some(({role}) => role === 'present');
	// Where nobody is said to be present, those in attendance are whom the body consists of.
	return isPresent
		? found
		: found.map((one) =>
				one.role === 'inAttendance' && one.lines.some(({text}) => /^\W*in attendance\b/i.test(text))
					? {...one, role: 'present' as const}
					: one,
			);

	function addApology(sentence: string, line: MinuteLine): boolean {
		const who = apologiesIn(sentence);
		return who !== undefined && add({role: 'apologies', says: /^$/}, who, line);
	}
}

/** “Present: Abernathy, Castellan, Duong”: behind a label a list of single words is one of surnames. */
function surnamesIn(text: string, {role, says}: Label): ReturnType<typeof namesIn> | undefined {
	const all = text.replace(/\.$/, '').split(/\s*,\s*(?:and\s+)?|\s+and\s+/);
	const fewest = role === 'present' ? 3 : 1;
	if (role === 'inAttendance' || says.source === '^$' || all.length < fewest) return undefined;
	if (
		!all.every(
			(one) =>
				/^\p{Lu}[\p{L}’'-]{2,}$/u.test(one) && !/^(?:None|Nil|All|Members|Yes|No)$/.test(one),
		)
	)
		return undefined;
	return {named: all.map((name) => ({name, shown: name})), unread: []};
}

const sentences = (text: string): string[] => text.split(sentenceEnd);

/** A name without its titles, for telling two entries of one person. */
const bare = (name: string): string =>
	name
		.toLowerCase()
		.replaceAll(
			/\b(?:councill?ors?|cllrs?|mr|mrs|ms|miss|dr|the|councilmembers?|trustees?|mayor)\b\.?/g,
			'',
		)
		.replaceAll(/[^\p{L}]/gu, '');
