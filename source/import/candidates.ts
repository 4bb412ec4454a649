import {same} from '../domain/equal.ts';
import {cut} from '../domain/words.ts';
import {type Finding, longestPassage} from './review.ts';

/**
 * What might be the value of a field, typed and checked before it became one. `score` says how far it is believed: what
 * a label says outright above what its place suggests, that above what was concluded from prose.
 */
export type Candidate = {
	field: string;
	value: unknown;
	shown: string;
	score: number;
	/** What announces it, in words: “the label “Date of decision””. */
	why: string;
	by: Finding['by'];
	at: number;
	to?: number;
	/** What stands there, heading and all. */
	text: string;
	note?: string;
};

/** From this score on nobody need look whether it is the right one. */
const certain = 4;

/** The best of each field, with what it was preferred to. */
export function choose(candidates: readonly Candidate[], words: Record<string, string>): Finding[] {
	const fields = [...new Set(candidates.map(({field}) => field))];
	return fields.flatMap((field) => {
		const [best, ...others] = candidates
			.filter((one) => one.field === field)
			.toSorted((a, b) => b.score - a.score);
		if (!best) return [];
		const rivals = others.filter(({value}) => !same(value, best.value));
		const [rival] = rivals;
		const isClose = rival !== undefined && rival.score > best.score - 1;
		const notes = [
			best.note,
			best.score < certain ? `taken from ${best.why}: no label says so` : undefined,
			isClose ? `it might be “${cut(rival.shown, 60)}” (${rival.why})` : undefined,
		].filter((note) => note !== undefined);
		return [
			{
				id: field,
				field,
				says: words[field] ?? field,
				value: best.value,
				shown: best.shown,
				passage: {from: best.at, to: best.to ?? best.at, text: cut(best.text, longestPassage)},
				by: best.by,
				why:
					rival === undefined
						? best.why
						: `${best.why}, rather than “${cut(rival.shown, 60)}” (${rival.why})`,
				...(notes.length > 0 ? {note: notes.join('; ')} : {}),
			},
		];
	});
}
