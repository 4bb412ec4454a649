import {reject, type Rejection} from '../rejection.ts';
import type {Board, Database} from '../schema/index.ts';
import {nearest} from '../words.ts';

export type Snippet = {id: string; text: string};

/** Who shuts the public out by what: committees and council by LGA 1972 s.100A(4), an executive by SI 2012/2089 reg 4(2)(b). */
const committeePower = 'section 100A(4) of the Local Government Act 1972';
const executivePower =
	'regulation 4(2)(b) of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012';

const exclusion = (power: string, act: string): string =>
	`That, under ${power}, the press and public be excluded while the following item is considered, because exempt information as defined in paragraph … of Part 1 of Schedule 12A to ${act} would be likely to be disclosed, and the public interest in keeping it exempt outweighs that in disclosing it.`;

/** Standard wordings of motions. Dots stand for what has to be filled in. */
const standard: Snippet[] = [
	{id: 'rec', text: 'That the recommendations set out in the report be approved.'},
	{id: 'note', text: 'That the report be noted.'},
	{id: 'min', text: 'That the minutes be approved as a correct record and signed.'},
	{id: 'defer', text: 'That the item be deferred to the next meeting, because ….'},
	{id: 'refer', text: 'That the matter be referred to … for consideration.'},
	{id: 'council', text: 'That it be recommended to Council that ….'},
	{id: 'deleg', text: 'That authority be delegated to …, after consultation with …, to ….'},
	{id: 'adj', text: 'That the meeting be adjourned until ….'},
	{id: 'long', text: 'That the meeting continue beyond its usual time.'},
	{id: 'vote', text: 'That the question be now put.'},
	{id: 'next', text: 'That the meeting proceed to the next business.'},
	{id: 'none', text: 'None: no other course was put forward at the meeting.'},
	{id: 'excl', text: exclusion(committeePower, 'the Act')},
	{id: 'exec', text: exclusion(executivePower, 'the Local Government Act 1972')},
];

/** The wordings of a database: its own first, and the program's for every code it does not take. */
export function snippetsOf({rules}: Pick<Database, 'rules'>): Snippet[] {
	const own = rules.snippets ?? [];
	return [...own, ...standard.filter(({id}) => own.every((snippet) => snippet.id !== id))];
}

/** The wording behind a code, or which codes there are. */
export function snippet(database: Pick<Database, 'rules'>, code: string): Snippet | Rejection {
	const all = snippetsOf(database);
	const found = all.find(({id}) => id.toLowerCase() === code.toLowerCase());
	if (found) return found;
	const codes = all.map(({id}) => id);
	if (code === '') return reject('unknown', `type a code first: ${codes.join(', ')}`);
	const [near] = nearest(code, codes);
	return reject(
		'unknown',
		`there is no snippet “${code}”${near ? `; did you mean ${near}?` : `: ${codes.join(', ')}`}`,
	);
}

/**
 * The resolution that excludes press and public for an item, with its paragraphs of Schedule 12A. Wordings of the
 * database's own come before the program's; one for everybody (`excl`) serves an executive as well.
 */
export function exclusionText(
	database: Pick<Database, 'rules'>,
	paragraphs: readonly number[],
	kind?: Board['kind'],
): string {
	const own = database.rules.snippets ?? [];
	const executive = kind === 'executive';
	const ownText = (id: string) => own.find((one) => one.id === id)?.text;
	const text =
		(executive ? ownText('exec') : undefined) ??
		ownText('excl') ??
		standard.find(({id}) => id === (executive ? 'exec' : 'excl'))?.text ??
		'';
	const named =
		paragraphs.length > 1 ? `paragraphs ${paragraphs.join(' and ')}` : `paragraph ${paragraphs[0]}`;
	return text.replace('paragraph …', named);
}
