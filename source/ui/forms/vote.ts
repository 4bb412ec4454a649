import {meetingLaw} from '../../domain/law/boards.ts';
import type {BoardLaw} from '../../domain/law/law.ts';
import {findPeople} from '../../domain/queries/meeting/meetings.ts';
import {electors, onRoll, presidingOn} from '../../domain/rules/presence.ts';
import {boardNeeds, tally} from '../../domain/rules/voting.ts';
import type {
	Board,
	Database,
	Fate,
	Majority,
	Meeting,
	Vote,
	VoteChoice,
} from '../../domain/schema/index.ts';
import {orList} from '../../domain/queries/meeting/members.ts';
import {minuteVote} from '../../domain/queries/minutes/voted.ts';
import type {Ballot} from '../state.ts';
import {splitNeeds} from './majority.ts';
import {screenVoice} from '../../domain/voice/index.ts';

const ways =
	'n: no dissent; 5 4 0: for, against, abstained; 5 4 0 ow-: one vote by request; r ar+ gd- bk=: by name; u: unanimous; v: by voice (v lost)';

/** How a vote is typed, for hints; what it needed where a board's rules, not a statute, tell that. */
export function voteHint({simpleMajority, majorityHint}: BoardLaw): string {
	return simpleMajority === undefined ? `${ways}; ${majorityHint ?? '5 4 needs 2/3'}` : ways;
}

const boardOf = ({boards}: Database, meeting: Meeting | undefined): Board | undefined =>
	boards.find(({id}) => id === meeting?.board);

/** How somebody voted, as it is typed behind a name. */
export const voteMarks: Record<string, VoteChoice> = {'+': 'for', '-': 'against', '=': 'abstained'};

type Read<Value> = Value | {message: string};

/** `ow-` as a person of the meeting and how they voted. */
function readBallot(database: Database, meeting: Meeting, word: string): Read<Ballot> {
	const [, typed = '', mark = ''] = /^(.+?)([+\-=])$/.exec(word) ?? [];
	const vote = voteMarks[mark];
	if (!vote) return {message: `“${word}” is not a vote: ${ways}`};
	const there = new Set(electors(database, meeting, undefined, 'now').map(({person}) => person));
	const roll = onRoll(meeting);
	const near = (ids: Set<string>) =>
		findPeople(
			database.people.filter(({id}) => ids.has(id)),
			typed,
		);
	const found = near(there).length > 0 ? near(there) : near(roll);
	const [person] = found;
	if (!person) return {message: `nobody on the roll is called “${typed}”`};
	if (found.length > 1) return {message: `“${typed}” may be ${orList(found)}: type more of it`};
	return {person: person.id, vote};
}

function readBallots(
	database: Database,
	meeting: Meeting,
	words: string[],
): Read<{ballots: Ballot[]}> {
	const ballots: Ballot[] = [];
	for (const word of words) {
		const read = readBallot(database, meeting, word);
		if ('message' in read) return read;
		ballots.push(read);
	}
	return {ballots};
}

/**
 * The vote that a line of a form means: `n` is no dissent, `u` unanimous, `v` by voice, `-` none recorded; numbers are hands for, against and
 * abstained; initials with + - = are names. Nothing typed is what is usual: no dissent, but no vote where
 * the board's meetings take none.
 */
export function readVote(
	database: Database,
	meeting: Meeting | undefined,
	typed: string,
): Read<{vote: Vote | undefined}> {
	// Hands are also written 5-4 or 5/4/0.
	const plain = splitNeeds(typed).vote.toLowerCase();
	const text = /^r\s/.test(plain) ? plain : plain.replaceAll(/(?<=\d)[-–/:](?=\d)/g, ' ');
	if (text === '-' || meeting === undefined) return {vote: undefined};
	if (text === '' && !meetingLaw(database, meeting).votes) return {vote: undefined};
	if (text === '' || text === 'n') return {vote: {method: 'no-dissent'}};
	if (text === 'u') return {vote: {method: 'unanimous'}};
	if (/^v( (carried|lost))?$/.test(text)) {
		return {vote: {method: 'voices', declared: text.endsWith('lost') ? 'lost' : 'carried'}};
	}
	const [first = '', ...rest] = text.split(/[\s,]+/);
	if (first === 'r') {
		const read = readBallots(database, meeting, rest);
		if ('message' in read) return read;
		return read.ballots.length > 0
			? {vote: {method: 'recorded', ballots: read.ballots}}
			: {message: 'type each name and vote: r ar+ gd- bk='};
	}
	const words = [first, ...rest];
	const numbers = words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
	const names = words.filter((word) => !/^\d{1,4}$/.test(word));
	if (numbers.length < 2 || numbers.length > 3) {
		return {message: `“${typed.trim()}” is not a vote: ${ways}`};
	}
	const read = readBallots(database, meeting, names);
	if ('message' in read) return read;
	const [yes = 0, no = 0, abstained = 0] = numbers;
	return {
		vote: {
			method: 'show-of-hands',
			for: yes,
			against: no,
			abstained,
			...(read.ballots.length > 0 ? {ballots: read.ballots} : {}),
		},
	};
}

/** A vote with the casting vote that the form's choice gives to whoever presides; on no tie it is left out. */
export function withCasting(
	database: Database,
	meeting: Meeting,
	item: string | undefined,
	vote: Vote | undefined,
	choice: string,
): Vote | undefined {
	if (!vote || !tally(vote).tied || (choice !== 'for' && choice !== 'against')) return vote;
	const person = presidingOn(database, meeting, item);
	return person === undefined ? vote : {...vote, casting: {person, vote: choice}};
}

/** Who is asked for a casting vote: whoever presides, when what is typed is a vote that tied. */
export function castsOn(
	database: Database,
	meeting: Meeting | undefined,
	item: string | undefined,
	typed: string,
): string | undefined {
	const read = readVote(database, meeting, typed);
	if (!meeting || 'message' in read || !read.vote || !tally(read.vote).tied) return undefined;
	return boardOf(database, meeting)?.rules?.castingVote === false
		? undefined
		: presidingOn(database, meeting, item);
}

/** What became of an amendment, from the word or the vote in its line. */
export function readFate(
	database: Database,
	meeting: Meeting | undefined,
	item: string | undefined,
	typed: string,
	casting: string,
): Read<{fate: Fate; vote?: Vote}> {
	const text = typed.trim().toLowerCase();
	if (text === '') return {message: 'say how it was voted on, or accepted, withdrawn'};
	if ('accepted'.startsWith(text)) return {fate: 'accepted'};
	if ('withdrawn'.startsWith(text)) return {fate: 'withdrawn'};
	const read = readVote(database, meeting, text);
	if ('message' in read) return {message: `${read.message}; or accepted, withdrawn`};
	if (!read.vote || !meeting) return {message: 'say how it was voted on, or accepted, withdrawn'};
	const vote = withCasting(database, meeting, item, read.vote, casting) ?? read.vote;
	return {vote, fate: tally(vote).carried ? 'carried' : 'lost'};
}

/** A vote as it is read back while it is typed, as documents will tell it, and with the names of those who asked for it. */
export function sayVote(
	database: Database,
	meeting: Meeting | undefined,
	vote: Vote | undefined,
	decision?: {item?: string | undefined; needs?: Majority | undefined},
): string {
	const {motion} = screenVoice(database);
	const needs = decision?.needs ?? boardNeeds(boardOf(database, meeting));
	const told = minuteVote(database, meeting, vote, decision && {...decision, needs});
	if (!told) return 'no vote is recorded';
	const own =
		told.method === 'recorded' || told.ballots.length === 0
			? ''
			: `. ${motion.ownVotes}: ${motion.ballots(told)}`;
	return `${motion.voted(told)}${own}`;
}
