import {textOf} from '../read/paper.ts';
import {parseDate} from './dates.ts';
import {markingIn, markingOf} from './exempt.ts';
import type {LabelRole} from './fields.ts';
import {isMarking} from '../markings.ts';
import {isContact, postsOf} from './people.ts';
import type {Content, Style} from './pieces.ts';
import {isSection, type Section} from './sections.ts';
import {isPost} from './signoff.ts';

/** A line of the front page that no label announces. */
type FrontLine = {at: number; row?: number; text: string; style?: Style};

/** What a line of the front page was taken for, and the part of it that says so. */
export type TakenLine = {
	kind: 'body' | 'author' | 'date' | 'exempt' | 'reference' | 'title';
	text: string;
	line: FrontLine;
};

const begins: ReadonlySet<LabelRole | undefined> = new Set([
	'summary',
	'recommendations',
	'reasons',
	'alternatives',
	'consultation',
	'scrutiny',
	'implications',
	'group',
	'backgroundPapers',
	'appendices',
] as const);

/** The lines before the first section that no label announces. */
export function frontLines(root: Section): FrontLine[] {
	const lines: FrontLine[] = [];
	const add = ({at, row, words}: Pick<Content, 'at' | 'row' | 'words'>, style?: Style) => {
		for (const text of textOf(words).split(/\n(?!(?:and|of|&) )|\s\|\s/)) {
			if (text.trim() === '') continue;
			lines.push({
				at,
				text: text.trim(),
				...(row === undefined ? {} : {row}),
				...(style ? {style} : {}),
			});
		}
	};
	const walk = (section: Section): boolean => {
		for (const part of section.parts) {
			if (!isSection(part)) {
				if (section.role !== undefined) continue;
				if (part.kind === 'words') add(part);
				// A body and a day beside each other, with no label between them.
				else if (part.rows.length <= 2)
					for (const cell of part.rows.flat())
						for (const words of cell) add({at: part.at, row: 0, words});
				continue;
			}
			const {head, role} = part;
			const isForm = head?.row !== undefined;
			const isOther =
				role === 'other' &&
				head &&
				head.match?.front !== true &&
				!['label', 'cell', 'runin'].includes(head.style);
			if (!isForm && (begins.has(role) || isOther)) return false;
			// What an unknown label announces is not the paper's own.
			if (head?.style === 'runin' && role === undefined) continue;
			if (head && role === undefined) add(head, head.style);
			if (!walk(part)) return false;
			if (lines.length > 40) return false;
		}
		return true;
	};
	walk(root);
	return lines;
}

const bodies =
	/^(?:the )?(?:(?:\p{L}[\p{L}’',&()-]*|&|\d{1,2}(?= \p{L}))\s+){0,9}?(?:cabinet|executive|council|committee|board|panel|sub-?committee|forum|assembly|commission|authority|partnership|court|senate|governors|trustees|board of (?:directors|governors|trustees|education|supervisors|commissioners|aldermen|selectmen)|(?:city|town|village|county) council(?:members|ors)|councilmembers)(?:\s+(?:meeting|committee|board|panel|sub-?committee|cabinet))?$/iu;

/** Whether a text is the name of a body that meets. */
export const isBody = (text: string): boolean => {
	const plain = text.replace(/^(?:a )?meeting of (?:the )?/i, '').trim();
	return (
		plain.length <= 90 &&
		!/\bchief executive$/i.test(plain) &&
		(bodies.test(plain) ||
			/^(?:individual )?(?:cabinet|executive|lead) member for\b|^portfolio holder for\b|^leader of the council$/i.test(
				plain,
			))
	);
};

/** “Cabinet, 14 September 2026”, “Agenda Date: 11/19/2024”. */
const meetsOn =
	/(?<=\b(?:cabinet|council|board|committee|executive|authority|panel), |\b(?:agenda|meeting) date:? )(?:\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2}, \d{4}|\d{1,2}\/\d{1,2}\/\d{4})\b(?=.)|(?<=^.{3,60}\b(?:agenda|meeting) date:? )\d{1,2}\/\d{1,2}\/\d{4}$/iu;

/** Lines that say what kind of paper it is, or where in the agenda it stands. */
const furniture =
	/^matters? for (?:decision|information|monitoring)$|^(?:agenda )?item(?: no| number)?\.?:? ?(?:[a-z]-?)?\d+\w?$|^(?:agenda )?(?:item|report)(?: no\.?)?$|^(?:public |open |key |non-key |individual |executive |cabinet |committee |officer |member |delegated |portfolio holder |single |urgent )*(?:decision )?(?:report|decision|record|notice|form|paper)s?(?: form| template| record| notice| report)?$|^(?:confidential|draft|final|agenda|contents|front ?sheet|cover ?sheet|report cover sheet)$/i;

/** A number without a colon: “Forward Plan No. KD5234”, “planning report D&P/0150c/02”. */
const coded =
	/^\(?(?:(?:forward plan|key decision|decision|report|agenda report) (?:no|ref|reference|number)\.?:? +|key decision[ :–-]+|(?:planning|committee|cabinet|council) report +(?=\S*[\d/]))(?=\S*\d)([\p{L}\d&/.-]{3,30})\)?$/iu;

/** What each line of the front page tells. What may be the title is told in the order of the paper. */
export function tellFront(lines: readonly FrontLine[]): TakenLine[] {
	return lines.flatMap((line): TakenLine[] => {
		const {text} = line;
		const whole = text.replaceAll(/\s+/g, ' ');
		const within = whole.replace(/ (?:agenda )?item(?: no\.?| number)?:? ?\d+\w?$/i, '');
		// Where in the agenda the paper stands is not part of the body's name.
		const plain = within !== whole && isBody(within) ? within : whole;
		const tell = (kind: TakenLine['kind'], part: string): TakenLine => ({
			kind,
			text: part.trim(),
			line,
		});
		const [, code = ''] = coded.exec(plain) ?? [];
		if (code !== '') return [tell('reference', code)];
		if (/^\p{Lu}[\p{Lu}\d]*(?:[/-][\p{Lu}\d]+)*[/-]\d+$/u.test(plain))
			return [tell('reference', plain)];
		const [, whose = ''] = /^\S.{3,60}? [–—-] (\S.{4,60})$/.exec(plain) ?? [];
		if (
			/^(?:the )?(?:board|council|court|cabinet|committee|governing)\b/i.test(whose) &&
			isBody(whose)
		)
			return [tell('body', whose)];
		// “CITY COUNCIL AGENDA REPORT”, “Planning Committee Report”.
		const [, heads = ''] = /^(.{3,60}?) (?:agenda |staff |public )?report$/i.exec(plain) ?? [];
		if (heads !== '' && !/\b(?:of|from|by|member)\b/i.test(heads) && isBody(heads))
			return [tell('body', heads)];
		const from =
			/^(?:open |public |joint |exempt )*(?:(?:joint )?report (?:of|by|from|on behalf of)|from|by)(?: the)?:? (.+)$/i.exec(
				plain,
			)?.[1];
		if (from !== undefined && (/^\W*\w* ?report/i.test(plain) || postsOf(from).posts.length > 0)) {
			const [, author = from, body] =
				/^(.+?) to (?:the )?((?:\p{L}|[ &’'-])+?)(?:[\s,–—-]+.*\d{4}.*)?$/iu.exec(from) ?? [];
			const isTo = body !== undefined && isBody(body);
			const date = parseDate(from);
			return [
				tell('author', isTo ? author : from),
				...(isTo ? [tell('body', body)] : []),
				...(date ? [tell('date', from)] : []),
			];
		}
		const held =
			plain.length <= 250 && parseDate(plain) !== undefined
				? /\bmeeting of (?:the )?(.{3,90}?)(?:(?:,? (?:to be|which (?:is|will be)))? held\b|,? on (?=\w* ?\d))/i.exec(
						plain,
					)
				: null;
		if (held) {
			const [, meets = ''] = held;
			return [...(isBody(meets) ? [tell('body', meets)] : []), tell('date', plain)];
		}
		const date = parseDate(plain);
		// The head of a page, where other things stand beside it.
		const [headed = ''] = meetsOn.exec(plain) ?? [];
		if (headed !== '' && plain.length <= 120) return [tell('date', headed)];
		if (
			date !== undefined &&
			/^(?:the )?meeting (?:to be |which (?:is|will be) (?:to be )?)?held on\b/i.test(plain)
		)
			return [tell('date', plain)];
		const [, staffed = ''] = /^(.{4,60}) staff report$/i.exec(plain) ?? [];
		if (isBody(staffed)) return [tell('body', staffed)];
		const to =
			/^(?:open |public |exempt |decision |written )*(?:report|paper) (?:to|for)(?: the)?:? (.+)$/i.exec(
				plain,
			)?.[1] ?? /^decision (?:of|by|to be taken by)(?: the)? (.+)$/i.exec(plain)?.[1];
		if (to !== undefined)
			return [tell('body', withoutDate(to)), ...(date ? [tell('date', plain)] : [])];
		if (date !== undefined && plain.length <= 70) {
			const rest = withoutDate(plain);
			if (rest === '' || /^(?:date|on|dated|meeting)$/i.test(rest)) return [tell('date', plain)];
			if (isBody(rest)) return [tell('body', rest), tell('date', plain)];
			// “Trustees’ meeting – 18 March” says when, and not what about.
			const [, meets = ''] = /^(.{3,50}?)[’']?s?[’']? meeting$/i.exec(rest) ?? [];
			if (meets !== '' && isBody(meets)) return [tell('body', meets), tell('date', plain)];
			if (meets !== '' && isBody(`${meets}s`))
				return [tell('body', `${meets}s`), tell('date', plain)];
		}
		if (isBody(plain))
			return /\bcouncil$/i.test(plain) &&
				!/^(?:the )?(?:full |city |town |village )?council$/i.test(plain)
				? []
				: [tell('body', plain)];
		const marking =
			plain.length <= 160
				? (markingIn(plain) ??
					(plain.length <= 60 && !/\bappendi/i.test(plain) && markingOf(plain)))
				: undefined;
		// “Private Rented Sector – Enforcement” is what the paper is about.
		const isSaid =
			marking &&
			(marking.exempt !== true || isMarking(plain, true) || markingIn(plain) !== undefined);
		if (
			isSaid &&
			!/^(?:public|private|open) (?:protection|health|realm|transport|rights?|spaces?|sector|works|services?)\b/i.test(
				plain,
			) &&
			/^\W*(?:part|open|public|exempt|confidential|not for|restricted|private|unrestricted|unclassified|(?:for )?general release|for publication|official)\b/i.test(
				plain,
			)
		)
			return [tell('exempt', plain)];
		if (
			furniture.test(plain) ||
			isContact(plain) ||
			/@|\b(?:tel|telephone)\.?(?: no\.?| number)?\s*(?:[:(+\d]|$)/i.test(plain) ||
			!/\p{L}{3}/u.test(plain)
		)
			return [];
		// A form's cells are not a title, nor is somebody's post.
		if (isPost(plain) || line.row !== undefined || plain.length > 200) return [];
		return [
			tell(
				'title',
				plain.replace(/^(?:(?:agenda )?item|paper)(?: no\.?)? \d+\w?\s*[:.–-]\s*(?=\S)/i, ''),
			),
		];
	});
}

const dated = new RegExp(
	String.raw`(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?(?:\b\d{1,2}(?!\d)(?:st|nd|rd|th)?(?:\s+of)?(?:\s*(?:[-–]|to))?\s*){1,3}(?:january|february|march|april|may|june|july|august|september|october|november|december)\w*,?\s+\d{4}|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}`,
	'i',
);

/** A text without its date, the time of day and what joined them to the rest. */
export const withoutDate = (text: string): string =>
	text
		.replace(dated, ' ')
		.replace(/\b(?:at )?\d{1,2}[.:]\d{2} ?(?:am|pm)?\b|\bat \d{1,2} ?(?:am|pm)\b/i, ' ')
		.replaceAll(/\s+/g, ' ')
		.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
		.replace(/\s(?:on|of|held on|dated)$/i, '')
		.trim();
