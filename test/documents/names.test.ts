// How people, posts and meetings are named in documents.
import {describe, expect, test} from 'vitest';
import {titleWithDay} from '../../source/documents/names.ts';
import {voiceOf} from '../../source/domain/voice/index.ts';
import {apart, joinedNames, withDetails} from '../../source/domain/voice/names.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import type {AgendaItem, Meeting} from '../../source/domain/schema/index.ts';
import {cabinet} from './cabinet.ts';

const voice = voiceOf({timeZone: 'Europe/London'});

describe('a name', () => {
	test.each([
		['Ann Reed', 'chair', 'Ann Reed (chair)'],
		['Vice-Chair', 'vice-chair', 'Vice-Chair'],
		['Vice Chair of the Board', 'vice-chair', 'Vice Chair of the Board'],
		['Minutes Secretary', 'secretary', 'Minutes Secretary'],
		['Chairman of Trustees', 'chair', 'Chairman of Trustees'],
		// A vice-chair who is in the chair of this board.
		['Vice-Chair of the Council', 'chair', 'Vice-Chair of the Council (chair)'],
		['Deputy Leader', 'vice-chair', 'Deputy Leader (vice-chair)'],
		['Chair of Trustees', 'in the chair', 'Chair of Trustees (in the chair)'],
		['Peter Jones', undefined, 'Peter Jones'],
	])('%s as %s', (name, part, said) => {
		expect(withDetails(name, part)).toBe(said);
	});

	test('with a comma of its own is parted from others by a semicolon', () => {
		expect(joinedNames(['Ann Reed', 'Joan Smith', 'Sam Clerk'], 'and')).toBe(
			'Ann Reed, Joan Smith and Sam Clerk',
		);
		const posts = ['Portfolio Holder, Finance', 'Leader'];
		expect(joinedNames(posts, 'and')).toBe('Portfolio Holder, Finance; Leader');
		expect(apart(posts)).toBe('Portfolio Holder, Finance; Leader');
		expect(joinedNames(posts.slice(0, 1), 'and')).toBe('Portfolio Holder, Finance');
	});
});

test.each([
	['Cabinet', '2026-10-12', 'Cabinet, 12 October 2026'],
	['Cabinet, October 2026', '2026-10-12', 'Cabinet, October 2026'],
	['Decision', {from: '2019-05-07', to: '2019-05-10'}, 'Decision, 7–10 May 2019'],
	['Cabinet', undefined, 'Cabinet'],
])('a meeting called %s on %j', (title, day, said) => {
	expect(titleWithDay(voice, title, day)).toBe(said);
});

describe('apologies and interests', () => {
	const sat = cabinet('sat');
	const minutes = (item: string, change: Partial<AgendaItem>, held: Partial<Meeting> = {}) =>
		toMarkdown(
			minutesDocument(
				minutesOf(
					{
						...sat,
						meetings: sat.meetings.map((meeting) =>
							meeting.id === 'M-3'
								? {
										...meeting,
										...held,
										agenda: meeting.agenda.map((one) =>
											one.id === item ? {...one, ...change} : one,
										),
									}
								: meeting,
						),
					},
					'M-3',
				),
			),
		);
	const present = sat.meetings.find(({id}) => id === 'M-3')?.attendance ?? [];

	test('are told from the roll, not of an item that was not taken up, nor without a roll', () => {
		const away = {attendance: present.slice(0, 4), apologies: [{person: 'davies'}]};
		expect(minutes('I-11', {}, away)).toContain('Apologies were received from Gwen Davies.');
		expect(minutes('I-11', {startedAt: undefined}, away)).not.toContain('were received');
		expect(minutes('I-11', {}, {attendance: [], apologies: []})).not.toMatch(
			/There were none|were received/,
		);
	});

	test('are not denied by the note of a key: it stands once, and not against what came later', () => {
		const notes = 'The clerk read out the rules.\nNo interests were declared.';
		const text = minutes('I-12', {notes});
		expect(text).toContain('Interests were declared in items 3, 4a and 6.');
		expect(text).toContain('The clerk read out the rules.');
		expect(text).not.toContain('No interests were declared.');
		const none = minutes('I-12', {notes: 'No interests were declared.'}, {declarations: []});
		expect(none.match(/No interests were declared\./g)).toHaveLength(1);
	});
});
