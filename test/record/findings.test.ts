// What eleven real meetings showed, point by point, and the tests that hold the right value of each: a point whose test
// was renamed or is gone is told here.
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';

/** A file of tests, and the title of one in it. */
type Held = [file: string, title: string];

/** Points that falsify or lose a record. */
const falsifies: Record<string, Held[]> = {
	'an exclusion that was lost is printed as made': [
		['record/opposed', 'is told to the public as resolved'],
		['record/spoken', 'neither leave nor come back where nothing is taken in private'],
		['ui/motion', 'a resolution to go into private that is lost takes nothing in private'],
		['record/gaps', 'that was lost shuts nobody out, and nothing says that it did'],
	],
	'one exclusion is stretched over other items': [
		['ui/motion', 'items 5 and 6, each with its own paragraphs, are one resolution'],
		['record/gaps', 'holds for the items that it names, and for no other'],
	],
	'x on the item of the exclusion makes that exempt': [
		['ui/motion', 'x on the item of the resolution itself marks nothing exempt'],
	],
	'apologies vanish': [
		[
			'record/opposed',
			'and of whom nobody says that they came, did not send apologies for absence',
		],
		['record/gaps', 'stand where somebody comes after all'],
		['record/gaps', 'for lateness are told as that'],
		['record/gaps', 'are not said to be none where one arrival was noted, and no roll taken'],
		['domain/migrations/one-to-two', 'apologies, also those that an arrival wrote over'],
	],
	'a stray key falsifies the order of business': [
		['ui/times', 'p right after a stray n takes it back: the item was not taken up'],
		['ui/times', '%s leaves nothing of the items in between'],
		['ui/times', 'an item that was before the room for longer was taken up'],
		[
			'domain/changes/time',
			'an item that a stray key took up was not: its place in the order goes',
		],
	],
	'times cannot be corrected or told': [
		['ui/times', 'the quick line takes a time behind the name: left jones 9:30'],
		['ui/times', 'a time is told for what was keyed before'],
		['ui/times', 'a time that cannot be is refused with the reason'],
		[
			'domain/changes/time',
			'needs a reason once minutes were issued, and they say that it was corrected',
		],
	],
	'sealed minutes say what nobody recorded': [
		['record/gaps', 'is printed as that'],
		['record/gaps', 'is listed for whoever issues it'],
		['documents/stages', 'say that nobody recorded whether it was asked, where nobody did'],
		['domain/law/completeness', 'and nobody recorded that it was asked'],
		['record/trace', 'or says what is not recorded'],
	],
	'what a decision stands on changes unasked': [
		['record/opposed', 'rests on who presided: another in the chair is asked about'],
		['record/opposed', 'a break is not told over what was decided meanwhile'],
		['record/opposed', 'nobody was away who did something in the room'],
		[
			'ui/times',
			'a time that puts somebody out of the room for a vote asks why, and marks the decision',
		],
		['ui/times', 'a mark of the roll that a decision rests on asks too'],
		['domain/changes/time', 'is not undone silently either'],
		[
			'domain/changes/time',
			'after the meeting, a mark of the roll is corrected with a reason only',
		],
	],
	'minutes of which meeting': [
		[
			'record/opposed',
			'are not approved any more where the resolution was lost after all, or is retracted',
		],
		['record/gaps', 'is said by the item: not the newest that wait'],
		['record/gaps', 'is not guessed where the item names none'],
		['record/gaps', 'is said by the proposed agenda for every set that waits'],
	],
	'plain boards record a council’s law': [
		[
			'meeting/plain',
			'a charity holds a whole meeting and meets no word of council law, on screens or on paper',
		],
		['ui/forms-told', 'a charity’s forms and keys speak no word of council law'],
	],
	'a required majority cannot be recorded': [
		[
			'ui/majority',
			'a charity types what the motion needs behind the vote, and is shown what that makes of it',
		],
		[
			'ui/majority',
			'a committee under a statute needs no more than most, unless the enactment is named',
		],
	],
	'votes between meetings print a meeting that never was': [
		[
			'ui/between',
			'a board that may decides by a ballot with its days, and who voted how is told; no meeting is made of it',
		],
		['ui/between', 'a committee under a statute decides at a meeting only'],
		[
			'ui/between',
			'the next meeting is told of what was decided between, once, and its minutes say how it was decided',
		],
		['ui/majority', 'nor let it decide between meetings'],
		[
			'ui/between',
			'a board that may decides by a ballot with its days, and who voted how is told; no meeting is made of it',
		],
		['ui/between', 'a committee under a statute decides at a meeting only'],
	],
	'what was changed live is not minuted': [
		['documents/changes', 'is minuted with before and after, by whatever route it came'],
		[
			'record/gaps',
			'what was altered on a project while the meeting sat stands under the item, before and after',
		],
	],
	'read-back and minutes word one vote differently': [
		['ui/motion', 'the read-back has the exact wording'],
		['record/gaps', 'is worded alike when it is read back and when it is printed'],
	],
};

/** Points of which a clerk or a chair would complain. */
const annoys: Record<string, Held[]> = {
	'finishing a draft prints as a correction': [
		[
			'ui/register',
			'until somebody outside has seen it the record is a draft: edited without a reason, and nothing says so',
		],
		[
			'ui/decision',
			'a draft that is edited keeps who moved it, and nothing says that it was another',
		],
	],
	'clauses, and what was recommended': [
		['record/spoken', 'a resolution in lettered paragraphs is printed with its letters'],
		['domain/rules/clauses', 'a wording that numbers its parts is read as clauses'],
	],
	'a procedural motion is an executive decision': [
		[
			'ui/particulars',
			'on an item that is a step of the meeting d moves a step: no reasons, no notice, no call-in',
		],
		['documents/notice', 'of a step of the meeting itself claims no regulation and no call-in'],
		[
			'documents/register',
			'a step of the meeting itself and a board without call-in say nothing of it',
		],
	],
	'a recorded vote of 48': [
		[
			'ui/roll-call',
			'a recorded vote of forty-eight takes at most sixty keys, though members share initials',
		],
		[
			'ui/roll-call',
			'all others for: whoever was there when it began and was not called, each by name',
		],
		['ui/roll-call', 'an amendment’s vote is called the same way'],
		['record/spoken', 'the names in an amendment’s vote stand by how they voted'],
	],
	'who is in the chair': [
		['record/opposed', 'whoever was elected to the chair was not in it for their own election'],
		['record/gaps', 'is whoever presided, and the board’s chair is only called so'],
		['ui/room', 'with neither there somebody is put in the chair'],
		['documents/stages', 'give the chair’s place to the vice-chair when the chair sent apologies'],
	],
	'names on the roll': [
		['ui/roll', 'a name is found without its accents, and no letter marks anybody meanwhile'],
		['domain/find-people', 'the initials of somebody new are plain letters'],
		['commands/init', 'what belongs to a name is nobody of its own'],
	],
	interests: [
		['ui/interests', 'a declaration is made, shown and minuted in the board’s own words'],
		[
			'ui/interests',
			'it is taken back by the key that made it, and then the minutes say nothing of it',
		],
		['ui/room', 'another interest leaves the vote to one who stays'],
		['ui/room', 'that nobody declared an interest is one key on the item for it'],
	],
	'a deferral nags for a mover': [
		[
			'ui/particulars',
			'a deferral from the chair lacks no mover; one that somebody moved lacks its seconder',
		],
		['record/gaps', 'a deferral lacks no mover where too few were there to move it'],
		['ui/motion', 'a vote that cannot be read yet does not make the mover lacking'],
	],
	'quorum and venue are asked for': [
		[
			'record/gaps',
			'of an agenda is listed for whoever publishes it: where, how many, which paper',
		],
		['record/gaps', 'a quorum that nobody knows is not told as one'],
	],
	'urgency disappears': [
		[
			'record/gaps',
			'why call-in does not apply, and who agreed, is in minutes, notice and its public version',
		],
		['documents/urgency', 'of a board that is %s (%s)'],
	],
	'items not reached, progress on actions': [
		[
			'record/opposed',
			'was reached once it is taken up: nothing says otherwise, and it is not proposed again',
		],
		['record/gaps', 'is proposed again'],
		[
			'ui/actions',
			'agenda and minutes list what earlier meetings left open, who does it and by when',
		],
		[
			'ui/actions',
			'where nothing is open, an item that was taken up says so, and one that was not says nothing',
		],
	],
	'minute numbers, wards and parties': [
		[
			'ui/minute-numbers',
			'numbers count on through the board’s meetings, and stand in the minutes beside the agenda’s',
		],
		[
			'ui/minute-numbers',
			'numbers that were given stand in the next version, and a gap is told with its reason',
		],
		[
			'ui/particulars',
			'ward and party are entered by keys, and stand on the roll, in the summons and in the minutes',
		],
	],
	'what a decision serves': [
		[
			'ui/particulars',
			'a decision names what it serves: objectives, priorities and several projects',
		],
	],
	'called off, put off': [
		[
			'ui/times',
			'a meeting that is put off goes to another day with its agenda; called off, its business is free',
		],
		['ui/series', 'a meeting that was called off is cancelled in the calendars that have it'],
		['record/gaps', 'a meeting that was called off was not held, and its papers say so'],
	],
	'several days': [['record/gaps', 'a meeting that sat on two days has each time with its day']],
	'numbers stand from publication': [
		['record/gaps', 'stand once they are published: what comes between is 2a'],
		['record/gaps', 'stand too where an item is taken off'],
	],
	'items land one after another': [['ui/agenda', 'N adds an item after the selected one']],
	'standing items and series': [
		['ui/series', 'standing items are typed a line each, and make the agendas of a series'],
	],
	'the action log': [
		[
			'ui/actions',
			'an action of last time is closed with two keys at its item, and the minutes have before and after',
		],
		['ui/actions', 'how one goes on is noted, and another one cancelled with its reason'],
	],
	'typed days': [
		['domain/typed-days', 'without its year, to come and gone'],
		['domain/typed-days', 'what no calendar has is refused in one line'],
	],
	'the key that closes a form records behind it': [
		[
			'ui/quick',
			'the keys that close a form or answer a question record nothing by themselves behind it',
		],
	],
	'council words on plain boards': [
		['data/documents', 'speak no council’s language'],
		['documents/agenda', 'of a board that is not a council’s speaks no statute'],
	],
	'language, paper and time zone': [
		[
			'documents/manner',
			'American minutes have American days and times, and so has every other paper',
		],
		[
			'documents/manner',
			'the time zone is named where the organisation asks for it, and only there',
		],
	],
};

describe.each([
	['falsifies or loses a record', falsifies],
	['would be complained of', annoys],
])('what %s has a test that holds the right value', (_kind, points) => {
	test.each(Object.entries(points))('%s', (_point, held) => {
		const gone = held.filter(([file, title]) => {
			const text = readFileSync(new URL(`../${file}.test.ts`, import.meta.url), 'utf8');
			return !text.includes(title);
		});
		expect(gone).toEqual([]);
	});
});
