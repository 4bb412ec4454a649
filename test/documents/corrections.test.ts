// What a correction says of the words that stood before: every kind of field once.
import {expect, test} from 'vitest';
import {standingNotes} from '../../source/documents/decision.ts';
import {voiceOf} from '../../source/domain/voice/index.ts';

const voice = voiceOf({timeZone: 'Europe/London'});
const counted = {for: 3, against: 1, abstained: 0, carried: true} as const;
const shown = {method: 'show-of-hands', ...counted, ballots: []};
const agreed = {by: 'the Mayor', on: '2026-11-12', why: 'The roof leaks.'};

test.each<[field: string, from: unknown, before: string]>([
	['alternativesConfirmed', true, 'the alternatives confirmed'],
	['alternativesConfirmed', false, 'the alternatives not confirmed'],
	['alternativesConfirmed', undefined, 'the alternatives not confirmed'],
	['date', '2026-11-12', 'date 12 November 2026'],
	['date', {from: '2026-11-12', to: '2026-11-13'}, 'date 12–13 November 2026'],
	['key', true, 'key decision “yes”'],
	['key', false, 'key decision “no”'],
	['outcome', 'deferred', 'outcome Deferred'],
	['reasons', undefined, 'reasons nothing'],
	['reasons', 'Cost.', 'reasons “Cost.”'],
	['reasons', 'b'.repeat(61), `reasons “${'b'.repeat(61)}”`],
	['reasons', 'c'.repeat(2001), `reasons “${'c'.repeat(1999)}…”`],
	['projects', ['P1-02', 'P1-03'], 'projects “P1-02, P1-03”'],
	['projects', [], 'projects nothing'],
	[
		'callInWaived',
		agreed,
		'waiver of call-in “The roof leaks. – agreed by the Mayor on 12 November 2026”',
	],
	['specialUrgency', {}, 'special urgency “yes”'],
	['needs', {share: 'two-thirds', of: 'present'}, 'majority needed “two-thirds, present”'],
	['vote', undefined, 'vote nothing'],
	['vote', shown, 'vote “Carried on a show of hands: 3 for, 1 against”'],
	[
		'vote',
		{...shown, method: 'recorded', ballots: [{name: 'Jo Smith', vote: 'for'}]},
		'vote “Carried on a recorded vote: 3 for, 1 against; Jo Smith for”',
	],
	[
		'asked',
		{from: '2026-11-02', to: '2026-11-09', how: 'e-mail', answered: 4, of: 5},
		'asked “e-mail, 2 November 2026 to 9 November 2026; 4 of 5 answered”',
	],
])('%s %j stood before a correction', (field, from, before) => {
	const record = 'decisions/D-1/corrections/C-1';
	const correction = {record, at: '2026-11-24T10:12:00.000Z', by: 'Jo', reason: 'misheard'};
	const [first] = standingNotes(voice, {
		id: 'D-1',
		status: 'recorded',
		corrections: [{...correction, fields: [{field, from}]}],
	} as unknown as Parameters<typeof standingNotes>[1]);
	expect(first && 'text' in first && first.text).toBe(
		`Corrected on 24 November 2026 at 10:12 by Jo: misheard. It read before: ${before}.`,
	);
});
