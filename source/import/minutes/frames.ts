// Motions as a form sets them: who moved and seconded, the wording, what became of it, each on a line of its own.
import type {MinuteLine} from './lines.ts';
import {isAboutVote, type Motion, motionIn} from './motions.ts';
import {namesIn} from './names.ts';

/** A motion with its wording and the number under which it stands in the book. */
type Framed = {
	text: string;
	at: number;
	lines: MinuteLine[];
	motion: Motion;
	number?: string;
};

const label = /^(?:moved|seconded|mover|seconder|proposed|proposer)(?: by)?\s*:?$/i;

/** Who moved it, in front of what was agreed. */
const beside = /^(?:it was (?:agreed|resolved),? )?on the (?:proposal|motion|proposition) of\b/i;

/** Lines in which a label has its name behind it, and what became of a motion stands by itself. */
export function unframed(lines: readonly MinuteLine[]): MinuteLine[] {
	const joined: MinuteLine[] = [];
	let isBeside = false;
	for (const line of lines) {
		const last: MinuteLine | undefined = joined.at(-1);
		// What stands in a column beside “AGREED:” goes on until its sentence ends.
		const isAlone = last !== undefined && /^(?:agreed|resolved|decided)\s*:$/i.test(last.text);
		const goesOn: boolean =
			isAlone || (isBeside && last !== undefined && !/[.!?:;"”]$/.test(last.text));
		isBeside = goesOn && line.item === undefined && !/:$|^\P{Ll}+$/u.test(line.text);
		if (isBeside && last && (!isAlone || beside.test(line.text))) {
			joined[joined.length - 1] = {...last, text: `${last.text} ${line.text}`};
			continue;
		}
		isBeside = false;
		if (last && label.test(last.text) && line.text.length <= 60 && !label.test(line.text))
			joined[joined.length - 1] = {...last, text: `${last.text.replace(/:?$/, ':')} ${line.text}`};
		else joined.push(line);
	}
	return joined.flatMap((line) => {
		// Whom a councillor stands for is no part of the name.
		if (/^(?:\p{Lu}[\p{L}’'-]* ){1,3}ward$/iu.test(line.text)) return [];
		const [, member = ''] =
			/^((?:cr|cllr|councillor)\.? \p{L}[\p{L}.’'-]* \p{L}[\p{L}’'-]+)\s+.{2,40}\bward$/iu.exec(
				line.text,
			) ?? [];
		if (member !== '') return [{...line, text: member}];
		// “AGREED: On the proposal of A, seconded by B, it was agreed to …”: who moved it stands apart.
		const [, word = '', mover = '', seconder = '', what = ''] =
			/^((?:agreed|resolved)\s*:\s*)?(?:it was (?:agreed|resolved),? )?on the (?:proposal|motion|proposition) of ([^,;]{3,60}?),? (?:and )?seconded by ([^,;]{3,60}?),? (?:it was (?:unanimously )?(?:agreed|resolved),? )?((?:to|that)\b.+)$/isu.exec(
				line.text,
			) ?? [];
		if (what !== '')
			return [
				{at: line.at, text: `Proposed by ${mover}, seconded by ${seconder}.`, level: 0},
				{...line, text: `${word.trim()} ${what}`.trim()},
			];
		const [, before = '', fate = ''] =
			/^((?:moved|seconded)\b.{3,60}?)\s+((?:CARRIED|LOST|DEFEATED)\.?)$/isu.exec(line.text) ?? [];
		return fate === ''
			? [line]
			: [
					{...line, text: before},
					{at: line.at, text: fate, level: 0},
				];
	});
}

/** “Resolution number PT/2026/62”, “(R912/26)”. */
const numberOf = (text: string): string | undefined =>
	/^\(?(?:(?:resolution|minute|decision)(?: (?:number|no\.?))?\s*:?\s*)?(\p{Lu}{1,5}\d{0,5}(?:[/-]\d{1,4}){1,2})\)?\.?$/u.exec(
		text.trim(),
	)?.[1] ??
	/^(?:Resolution|RESOLUTION)(?: (?:number|no\.?|NUMBER|NO\.?))?\s*:?\s*(\S*\d\S*)$/u.exec(
		text.trim(),
	)?.[1];

/** A line that belongs to the frame of a motion and is not its wording. */
const isFrame = ({text, item}: MinuteLine): boolean => {
	if (item !== undefined) return false;
	const {named, unread} = text.length <= 80 ? namesIn(text) : {named: [], unread: ['']};
	return (
		/^(?:motion\s*:?|\W*(?:carried|passed|lost|defeated|not carried)\W*)$/i.test(text) ||
		numberOf(text) !== undefined ||
		isAboutVote(text) ||
		/^(?:a )?division\b|^for\s+against\b/i.test(text) ||
		(/\b(?:moved|propos(?:ed|al|ition))\b/i.test(text) &&
			/\bsecond/i.test(text) &&
			/:\W*$/.test(text) &&
			text.length <= 160) ||
		(named.length > 0 && unread.length === 0)
	);
};

/** The motions among some lines that are framed, and of which it is told what became. */
export function framedIn(lines: readonly MinuteLine[]): Framed[] {
	const found: Framed[] = [];
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at];
		if (!line || line.item !== undefined || !/^["“]?(?:that|to)\b/i.test(line.text)) continue;
		let from = at;
		while (from > 0 && isFrame(lines[from - 1] as MinuteLine)) from--;
		const before = lines.slice(from, at);
		const isMoved =
			before.some(({text}) => /^motion\s*:?$/i.test(text)) || motionIn(textOf(before)).mover;
		if (!isMoved) continue;
		let to = at + 1;
		while (lines[to]?.item !== undefined) to++;
		const end = to;
		while (to < lines.length && isFrame(lines[to] as MinuteLine)) to++;
		const after = lines.slice(end, to);
		const motion = motionIn(textOf([...before, ...after]));
		const isLost = after.some(({text}) => /^\W*(?:lost|defeated|not carried)\W*$/i.test(text));
		const isResolved = before.some(({text}) => /\b(?:resolved|agreed)\W*$/i.test(text));
		const fate = isLost
			? 'lost'
			: (motionIn(textOf(after)).fate ?? (isResolved ? 'approved' : undefined));
		if (fate === undefined) continue;
		const [number] = [...after, ...before].flatMap(({text}) => numberOf(text) ?? []);
		const wording = lines
			.slice(at, end)
			.map(({text, item}) => (item === undefined ? text : `${item} ${text}`))
			.join('\n')
			.replace(/^["“]([^"“”]*)["”]\.?$/s, '$1');
		found.push({
			text: wording,
			at: line.at,
			lines: lines.slice(from, to),
			motion: {...motion, fate},
			...(number === undefined ? {} : {number}),
		});
		at = to - 1;
	}
	return found;
}

const textOf = (lines: readonly MinuteLine[]): string =>
	lines.flatMap(({text}) => (/^motion\s*:?$/i.test(text) ? [] : [text])).join('\n');
