import {sayPeriod} from '../../domain/calendar.ts';
import {cut} from '../../domain/words.ts';
import {textOf} from '../read/paper.ts';
import {isNamed, isPosted} from '../nameless.ts';
import type {Finding} from '../review.ts';
import {parseDate} from './dates.ts';
import {exemptFinding} from './marking.ts';
import {frontLines, isBody, tellFront, type TakenLine, withoutDate} from './front.ts';
import {keyFindings} from './key.ts';
import {type KnownParts, particular} from './known.ts';
import {isContact, postsOf} from './people.ts';
import {isPost} from './signoff.ts';
import {sectionText} from './render.ts';
import {isSection, type Section} from './sections.ts';
import {bare} from './words.ts';
import {enoughSaid, speaksOf} from '../spoken.ts';

/** The particulars of a report: what stands on its front page, or at its end. */
export function headFindings(
	root: Section,
	all: readonly Section[],
	{remarks, left}: Pick<KnownParts, 'remarks' | 'left'>,
): Finding[] {
	const known: KnownParts = {
		of: (role) =>
			all
				.filter((section) => section.role === role)
				.toSorted((a, b) => a.weight - b.weight)
				.map((section) => ({section, text: sectionText(section, () => true).trim()})),
		told: tellFront(frontLines(root)),
		paragraphs: [root, ...all].flatMap(({parts, head, role}) => [
			// “Confidential note” heads what is not for everybody.
			...(head && (role === undefined || role === 'other') ? [{at: head.at, text: head.text}] : []),
			...parts.flatMap((part) =>
				!isSection(part) && part.kind === 'words' ? [{at: part.at, text: textOf(part.words)}] : [],
			),
		]),
		remarks,
		left,
	};
	const found = [title, body, date, reference, author].flatMap((look) => look(known) ?? []);
	return [...found, ...keyFindings(known), ...[exemptFinding(known) ?? []].flat()];
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Remarks in brackets, and the number of an application: nothing is called so. */
const aside = /^\([^()]*\)$|^[\p{L} ]{0,30}\bno\.? ?\S*\d\S*$/iu;

/** What is set as a heading is rather a title than what is not, and a sentence hardly ever. */
const isSet = ({line, text}: TakenLine): number =>
	(line.style === undefined ? 0 : 1.5) - (/\p{Ll}\.$/u.test(text) ? 3 : 0);

function title({of, told, paragraphs}: KnownParts): Finding | undefined {
	for (const {section, text} of of('title')) {
		const line = withoutAside(oneLine(titleIn(text)));
		const isUse =
			line !== '' && line.length <= 300 && (section.weight === 1 || /\p{L}{3}.*\s/u.test(line));
		if (isUse) return particular('title', line, line, section, 'label');
	}
	// What the paper goes on to speak of is its title; where it stands decides between equals.
	const lines = told.filter(
		({kind, text}) =>
			kind === 'title' &&
			!text.endsWith(':') &&
			!isPosted(text) &&
			!isNamed(text) &&
			!aside.test(text) &&
			!/^\p{Ll}/u.test(text),
	);
	const heads = new Set(told.map(({line}) => line.text));
	const said = speaksOf(paragraphs.filter(({text}) => !heads.has(text)).map(({text}) => text));
	const [first, ...others] = lines
		.map((one) => ({...one, spoken: said.letters < enoughSaid ? 0 : said.of(one.text)}))
		.filter(({spoken}) => spoken > 0 || said.letters < enoughSaid)
		.toSorted((a, b) => b.spoken + isSet(b) - a.spoken - isSet(a))
		.filter(({spoken}, at, [best]) => at === 0 || spoken * 3 > 2 * (best?.spoken ?? 0));
	if (!first) return undefined;
	const note =
		others.length > 0
			? `taken from its place; it might be ${others
					.slice(0, 3)
					.map(({text}) => `“${cut(text, 80)}”`)
					.join(' or ')}`
			: 'taken from its place: no label says so';
	return particular('title', first.text, first.text, first.line, 'place', note);
}

/** A title without what a program printed around it: “Title” above, what is asked in capitals and “Body” below. */
function titleIn(text: string): string {
	const [first = '', ...more] = text.split('\n');
	if (!/^title$/i.test(first.trim()) || more.length === 0) return text;
	const end = more.findIndex(
		(line, at) =>
			/^(?:body|_{5,})$/i.test(line.trim()) || (at > 0 && /^[\p{Lu} ]{4,60}$/u.test(line.trim())),
	);
	return more.slice(0, end === -1 ? undefined : end).join('\n');
}

/** A title without what an agenda says beside it: “(Estimated Time: 15 Min.) ADOPT RESOLUTION NO. 24-0117”, “(City Manager Lee)”. */
function withoutAside(text: string): string {
	const plain = text.replace(/\s*\((?:estimated )?time\b[^()]*\).*$/i, '').replace(/[.\s]+$/, '');
	const [, rest = '', aside = ''] = /^(.{8,}?)\s*\(([^()]{4,60})\)$/.exec(plain) ?? [];
	return rest !== '' &&
		plain !== text &&
		/\b(?:manager|director|attorney|clerk|chief)\b/i.test(aside)
		? rest
		: plain;
}

function body({of, told, left, paragraphs}: KnownParts): Finding | undefined {
	for (const {section, text} of of('body')) {
		const [line = '', ...more] = text.split('\n').filter((one) => one.trim() !== '');
		const {name, named} = bodyIn(line);
		if (named) left.push(labelOf(section));
		if (name === '') {
			// “Cabinet Meeting: 16 November” names the body in its label.
			const meets = labelOf(section).replace(/ meeting$/i, '');
			if (parseDate(line) !== undefined && isBody(meets))
				return particular('body', inSmall(meets), inSmall(meets), section, 'label');
			continue;
		}
		const others = more.filter((one) => isBody(withoutDate(one)));
		const note =
			others.length > 0
				? `the paper also names ${others.map((one) => withoutDate(one)).join(', ')}`
				: undefined;
		const finding = particular('body', name, name, section, 'label', note);
		return named ? nameless(finding, section, [name]) : finding;
	}
	const [named, within] = told.filter(({kind}) => kind === 'body');
	// An authority, and the committee of it whose paper this is.
	const isWhole = /\b(?:authority|council|partnership)$/i.test(named?.text ?? '');
	const first =
		isWhole && /\b(?:committee|board|panel|cabinet|executive)$/i.test(within?.text ?? '')
			? within
			: named;
	const name = first ? bodyIn(first.text).name : '';
	if (first && name !== '') return particular('body', name, name, first.line, 'place');
	// Who is asked to decide, in the words of the recommendation.
	for (const {at, text} of paragraphs) {
		const [, asked = ''] =
			/^(?:that )?(?:the )?(.{3,80}?) (?:is|are) (?:asked|recommended|requested|invited)\b/i.exec(
				text,
			) ??
			/^it is (?:therefore )?recommended that (?:the )?(.{3,80}?)(?:, in consultation\b.{0,120}?)?,? (?:approves?|agrees?|notes?|authorises?|adopts?|endorses?):?/i.exec(
				text,
			) ??
			/^that (?:the )?((?:cabinet|executive)|\p{Lu}.{3,60}?\b(?:committee|board|panel|authority)) (?:approves?|agrees?|notes?|authorises?|adopts?|endorses?|delegates?)\b/iu.exec(
				text,
			) ??
			[];
		if (isBody(asked) || (asked !== '' && isPost(asked)))
			return particular('body', asked, asked, {at, text}, 'place', 'taken from the recommendation');
	}
	return undefined;
}

/** A name that stands in capitals as it is written elsewhere; one that holds what may be an abbreviation stays. */
const inSmall = (name: string): string =>
	/\p{Ll}/u.test(name) || /\b(?!(?:AND|OF|FOR|THE)\b)\p{Lu}{1,3}\b/u.test(name)
		? name
		: name
				.toLowerCase()
				.replaceAll(/\b(?!(?:and|of|for|the)\b)\p{Ll}/gu, (letter) => letter.toUpperCase());

/** The name of a body, or the post of somebody who decides alone, without anybody's name. */
function bodyIn(text: string): {name: string; named: boolean} {
	const plain = withoutDate(oneLine(text))
		.replace(/^(?:honou?rable )?(?:mayor|chair\w*|president) and members? of (?:the )?/i, '')
		.replace(/^(?:to (?:the )?|the |members of (?:the )?|meeting of (?:the )?)/i, '')
		.replace(/ meeting$/i, '');
	if (isBody(plain)) return {name: inSmall(plain), named: false};
	const [first = ''] = plain.split(/\s*[,;–—(]\s*|\s-\s/);
	if (
		/\b(?:councillor|cllr|member|leader|holder|officer|director|head of|chief|mayor|mr|mrs|ms)\b/i.test(
			plain,
		)
	) {
		const {posts, named} = postsOf(plain);
		// “Cabinet Member” alone is nobody in particular.
		const [post = ''] = posts.filter(
			(one) => !/^(?:cabinet|executive|lead)? ?member$|^officer$/i.test(one),
		);
		return {name: post === '' && isBody(first) ? first : post, named};
	}
	if (isBody(first)) return {name: first, named: false};
	// The label says that it is a body; a sentence or a number is none.
	return {name: plain.length <= 60 && !/[.:?!\d]/.test(plain) ? plain : '', named: false};
}

function date({of, told, remarks}: KnownParts): Finding | undefined {
	const labelled = [...of('date'), ...of('body').filter(({text}) => parseDate(text) !== undefined)];
	for (const {section, text} of labelled) {
		const found = parseDate(text);
		if (found !== undefined) return particular('date', found, sayPeriod(found), section, 'label');
		if (text !== '')
			remarks.push(`“${cut(oneLine(text), 60)}” under “${section.head?.text ?? ''}” is not a date`);
	}
	for (const {kind, text, line} of told) {
		const found = kind === 'date' ? parseDate(text) : undefined;
		if (found !== undefined) return particular('date', found, sayPeriod(found), line, 'place');
	}
	return undefined;
}

function reference({of, told}: KnownParts): Finding | undefined {
	for (const {section, text} of of('reference')) {
		const line = oneLine(text.split('\n')[0] ?? '');
		if (/\d/.test(line) && line.length <= 60)
			return particular('reference', line, line, section, 'label');
	}
	const line = told.find(({kind}) => kind === 'reference');
	return line && particular('reference', line.text, line.text, line.line, 'place');
}

/** Members present reports; it is officers who write them. */
const isMember = (post: string): boolean =>
	/\b(?:cabinet member|portfolio holder|leader of the council|lead member|executive member|councillor|mayor|deputy leader)\b/i.test(
		post,
	);

function author({of, told, paragraphs, left}: KnownParts): Finding | undefined {
	const labelled = of('author');
	const contacts = paragraphs.filter(({text}) => isContact(text));
	for (const {section, text} of [...labelled, ...of('person')]) {
		if (text !== '' && postsOf(text).named) left.push(labelOf(section));
	}
	left.push(...contacts.map(({text}) => `${text.split(/\s+/).slice(0, 4).join(' ')} …`));
	const candidates: {
		text: string;
		where: Section | TakenLine['line'];
		by: Finding['by'];
		note?: string;
	}[] = [
		...labelled
			.filter(({section}) => section.weight === 1)
			.map(({section, text}) => ({text, where: section, by: 'label' as const})),
		...contacts.map((line) => ({
			text: line.text.replace(/^.*?\bby\b/i, ''),
			where: line,
			by: 'place' as const,
		})),
		...told
			.filter(({kind}) => kind === 'author')
			.map(({text, line}) => ({text, where: line, by: 'place' as const})),
		...labelled
			.filter(({section}) => section.weight > 1)
			.map(({section, text}) => ({text, where: section, by: 'label' as const})),
	];
	// Who signed the report answers for it; whom to ask need not.
	const signed = of('person').filter(({section}) => labelOf(section) === 'Signature');
	candidates.push(
		...signed.map(({section, text}) => ({
			text: text.split('\n')[0] ?? '',
			where: section,
			by: 'place' as const,
			note: 'who signed: the paper does not say who wrote it',
		})),
	);
	const asked = of('person').filter(({section}) => isContactLabel(bare(labelOf(section))));
	candidates.push(
		...asked.map(({section, text}) => ({
			text,
			where: section,
			by: 'label' as const,
			note: 'whom to ask: the paper does not say who wrote it',
		})),
	);
	const found = candidates.flatMap(({text, where, by, note}) => {
		const {posts} = postsOf(text, isPostLabel(where));
		// A team is nobody's post.
		const single = posts.filter(
			(one) => !/\b(?:team|unit)$/i.test(one) && (!isRank.test(one) || one === oneLine(text)),
		);
		// “Grants Manager”: one word before a rank that stands alone is what it is about, no name.
		const short = oneLine(text);
		if (single.length === 0 && by === 'label' && ranked.test(short))
			return [{post: short, posts: [short], where, by, note}];
		const own = single.length > 0 ? single : posts.filter((one) => !isRank.test(one));
		// “Assistant Director Resources/Treasurer” is one post by two names.
		const isOne = posts.length === 2 && oneLine(text) === posts.join('/');
		const post = isOne ? oneLine(text) : (own.find((one) => !isMember(one)) ?? own[0]);
		return post === undefined ? [] : [{post, posts, where, by, note}];
	});
	const first = found.find(({post}) => !isMember(post)) ?? found[0];
	if (!first) return undefined;
	const {post, posts, where, by, note} = first;
	return nameless(particular('author', post, post, where, by, note), where, posts);
}

/** A rank, of which there are many: no post that somebody could be known by. */
const isRank =
	/^(?:manager|officer|director|head|chief|lead|member|partner|adviser|advisor|lecturer)$/i;
const ranked = /^\p{Lu}\p{L}+ (?:Manager|Officer|Director|Adviser|Advisor|Lead|Partner)$/u;

const isContactLabel = (label: string): boolean =>
	/^(?:report )?contact(?: officers?| person| name| details| for further information)?$|^officers? (?:to )?contact\b/.test(
		label,
	);

/** Whether a label announces a post, and nobody's name. */
const isPostLabel = (where: Section | TakenLine['line']): boolean =>
	'parts' in where && /^(?:job title|position|post held|designation)$/.test(bare(labelOf(where)));

const labelOf = ({head}: Section): string => (head?.text ?? '').replace(/\s*:$/, '');

/** A finding whose passage does not name whom the finding leaves out. */
const nameless = (
	finding: Finding,
	where: Section | TakenLine['line'],
	kept: readonly string[],
): Finding => {
	const label = 'parts' in where ? `${labelOf(where)}: ` : '';
	return {
		...finding,
		...(finding.passage ? {passage: {...finding.passage, text: `${label}${kept.join('; ')}`}} : {}),
	};
};
