// A small meeting from start to end, as a clerk would record it: roll, statuses, a mistake taken back,
// a decision corrected, one retracted, actions. Every document test reads the same one.
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, contextAt, makeDatabase} from '../helpers/database.ts';

const attend = (person: string, to: 'present' | 'apologies' | 'in-attendance'): Change => ({
	kind: 'attendance/set',
	meeting: 'M-2',
	person,
	to,
});

const move = (from: string, to: string): Change => ({kind: 'meeting/move', id: 'M-2', from, to});

/** What happened, when, in one act each. */
const acts: [time: string, ...changes: Change[]][] = [
	['09:32', {kind: 'meeting/open', id: 'M-2'}],
	[
		'09:33',
		attend('smith', 'present'),
		attend('jones', 'present'),
		attend('reed', 'present'),
		attend('davies', 'apologies'),
		attend('clerk', 'in-attendance'),
	],
	['09:35', move('I-2', 'I-3')],
	[
		'09:40',
		{
			kind: 'project/status',
			id: 'P1-02',
			from: 'in-progress',
			to: 'delivered',
			confidence: {from: 'amber', to: 'green'},
			note: 'All 2,400 laptops handed over; the old ones go back by Friday.',
		},
	],
	['09:41', {kind: 'project/status', id: 'P1-03', from: 'on-hold', to: 'cancelled'}],
	['09:42', {kind: 'project/update', id: 'P1-03', note: 'The supplier is back on 1 December.'}],
	[
		'09:44',
		{
			kind: 'agenda/note',
			meeting: 'M-2',
			item: 'I-3',
			to: 'The Board thanked the service desk.\n\nIt asked for a short lessons-learned paper.',
		},
	],
	[
		'09:45',
		{
			kind: 'action/add',
			text: 'Write the lessons-learned paper',
			owner: 'smith',
			due: '2026-12-15',
			meeting: 'M-2',
			item: 'I-3',
			project: 'P1-02',
		},
	],
	['09:50', {kind: 'meeting/adjourn', id: 'M-2'}],
	['10:05', {kind: 'meeting/resume', id: 'M-2'}],
	['10:05', move('I-3', 'I-4')],
	[
		'10:10',
		{
			kind: 'decision/record',
			meeting: 'M-2',
			item: 'I-4',
			title: 'Progress of the strategy',
			recommendation: 'That progress be noted.',
			resolution:
				'That progress be noted, and that the Data Platform be brought forward to January 2027.',
			outcome: 'approved-as-amended',
			reasons: 'Forms wait for data that only the platform can give.',
			alternatives: 'To note progress only. Rejected: it would leave Online Forms blocked.',
			mover: 'smith',
			seconder: 'reed',
			projects: ['P2-02'],
		},
		{
			kind: 'action/add',
			text: 'Bring a plan for the Data Platform',
			owner: 'Head of Data',
			due: '2027-01-11',
			meeting: 'M-2',
			item: 'I-4',
		},
		{kind: 'action/add', text: 'Tell the forms team', meeting: 'M-2', item: 'I-4'},
	],
	[
		'10:12',
		{
			kind: 'decision/correct',
			id: 'D-2',
			reason: 'The seconder was misheard',
			fields: {seconder: {from: 'reed', to: 'jones'}},
		},
	],
	[
		'10:13',
		{
			kind: 'decision/record',
			meeting: 'M-2',
			item: 'I-4',
			title: 'Budget for 2027',
			resolution: 'That the budget be doubled.',
			outcome: 'approved',
		},
	],
	[
		'10:14',
		{
			kind: 'decision/retract',
			id: 'D-3',
			reason: 'Recorded on the wrong item, not put to the vote.',
		},
	],
	['10:20', {kind: 'meeting/close', id: 'M-2'}],
];

/** The database after the meeting, its log included. The cancellation at 09:41 was taken back. */
export function afterMeeting(overrides: Partial<Database> = {}): Database {
	let database = makeDatabase(overrides);
	for (const [time, ...changes] of acts) {
		database = accepted(database, changes, contextAt(time)).database;
		const mistake = changes[0]?.kind === 'project/status' && changes[0].to === 'cancelled';
		if (mistake) {
			const undo: Change = {kind: 'undo', revision: database.revision};
			database = accepted(database, undo, contextAt(time)).database;
		}
	}
	return database;
}
