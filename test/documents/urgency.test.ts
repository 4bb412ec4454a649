// Whose word it is that an item could not wait: by the kind of board, in agenda and minutes.
import {expect, test} from 'vitest';
import {agendaDocument} from '../../source/documents/agenda.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {summonsOf} from '../../source/domain/queries/meeting/summons.ts';
import type {Board} from '../../source/domain/schema/index.ts';
import {cabinetMeeting, makeCouncil} from '../helpers/council.ts';

const urgency = 'The lease ends on Friday.';

const council = (kind: Board['kind'], profile: 'england' | 'plain') => {
	const database = makeCouncil({rules: {profile}});
	return {
		...database,
		boards: database.boards.map((board) => (board.id === 'B-4' ? {...board, kind} : board)),
		meetings: database.meetings.map((meeting) => ({
			...meeting,
			agenda: meeting.agenda.map((item) => (item.id === 'I-14' ? {...item, urgency} : item)),
		})),
	};
};

test.each<[Board['kind'], 'england' | 'plain', string]>([
	[
		'committee',
		'england',
		`**Urgent:** in the opinion of the chair, by reason of these special circumstances (LGA 1972 s.100B(4)(b)): ${urgency}`,
	],
	[
		'scrutiny',
		'england',
		`**Urgent:** in the opinion of the chair, by reason of these special circumstances (LGA 1972 s.100B(4)(b)): ${urgency}`,
	],
	[
		'executive',
		'england',
		`**Urgent:** taken without five clear days’ notice, because: ${urgency}`,
	],
	['officer', 'england', `**Urgent because:** ${urgency}`],
	['plain', 'england', `**Urgent because:** ${urgency}`],
	['committee', 'plain', `**Urgent because:** ${urgency}`],
])('of a board that is %s (%s)', (kind, profile, says) => {
	const database = council(kind, profile);
	for (const document of [
		minutesDocument(minutesOf(database, cabinetMeeting)),
		agendaDocument(summonsOf(database, cabinetMeeting)),
	]) {
		expect(toMarkdown(document).replaceAll(/\s+/g, ' ')).toContain(says);
	}
});

test('an item whose title says that it is exempt is not said to be so twice', () => {
	const database = makeCouncil();
	const meetings = database.meetings.map((meeting) => ({
		...meeting,
		agenda: meeting.agenda.map((item) =>
			item.id === 'I-10' ? {...item, title: 'Exempt item'} : item,
		),
	}));
	const text = toMarkdown(agendaDocument(summonsOf({...database, meetings}, 'M-3')));
	expect(text).toContain('Exempt item');
	expect(text).not.toContain('Exempt item (exempt)');
});
