// Whatever is done at random in private, the public sees no word of it.
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {commit} from '../../source/domain/commit.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {lastRedoable, lastUndoable} from '../../source/domain/changes/undo.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {act, after, contextAt} from '../helpers/database.ts';
import {moveTo, ready} from './exempt-item.ts';

/** What a clerk may do next; in private every word is secret. */
type Move = {kind: string; private: boolean; pick: number};

const moves: fc.Arbitrary<Move> = fc.record({
	kind: fc.constantFrom(
		'note',
		'title',
		'decide',
		'correct',
		'retract',
		'action',
		'loose action',
		'done',
		'status',
		'comment',
		'edit',
		'declare',
		'redeclare',
		'undo',
		'redo',
		'loose decision',
		'take off',
		'exempt anew',
		'redact',
		'publish',
	),
	private: fc.boolean(),
	pick: fc.nat(9),
});

/** The changes of a move on the item that is private or not; the current item is that one. */
function changesOf(database: Database, {kind, pick, ...move}: Move, word: string): Change[] {
	const meeting = 'M-2';
	const item = move.private ? 'I-4' : 'I-3';
	const held = database.meetings[1];
	const subject = held?.agenda.find(({id}) => id === item);
	const own = database.decisions.filter((decision) => decision.item === item).at(-1);
	const action = database.actions[pick % Math.max(1, database.actions.length)];
	const project = database.projects[pick % database.projects.length];
	const declared = held?.declarations?.find((one) => one.item === item);
	const latest = lastUndoable(database, 'session-clerk')?.revision ?? 0;
	const redoable = lastRedoable(database, 'session-clerk')?.revision ?? 0;
	if (!project || !action) return [];
	const decision = {title: word, resolution: word, outcome: 'approved', reasons: word} as const;
	const choices: Record<string, Change> = {
		note: {kind: 'agenda/note', meeting, item, from: subject?.notes, to: word},
		title: {
			kind: 'agenda/edit',
			meeting,
			item,
			fields: {title: {from: subject?.title, to: word}},
		},
		decide: {kind: 'decision/record', meeting, item, ...decision},
		'loose decision': {kind: 'decision/record', meeting, ...decision},
		correct: {
			kind: 'decision/correct',
			id: own?.id ?? 'D-1',
			reason: word,
			fields: {reasons: {from: own?.reasons, to: word}},
		},
		retract: {kind: 'decision/retract', id: own?.id ?? 'D-9', reason: word},
		action: {kind: 'action/add', text: word, meeting, item, owner: word},
		'loose action': {kind: 'action/add', text: word},
		done: {kind: 'action/edit', id: action.id, fields: {text: {from: action.text, to: word}}},
		status: {
			kind: 'project/status',
			id: project.id,
			from: project.status,
			to: pick % 2 ? 'delivered' : 'on-hold',
			note: word,
		},
		comment: {kind: 'project/update', id: project.id, note: word},
		edit: {
			kind: 'project/edit',
			id: project.id,
			fields: {summary: {from: project.summary, to: word}},
		},
		declare: {
			kind: 'declaration/add',
			meeting,
			item,
			person: ['reed', 'smith', 'jones', 'davies'][pick % 4] ?? 'reed',
			interest: 'nri',
			nature: word,
		},
		redeclare: {
			kind: 'declaration/edit',
			meeting,
			id: declared?.id ?? 'DI-9',
			fields: {nature: {from: declared?.nature, to: word}},
		},
		undo: {kind: 'undo', revision: latest},
		redo: {kind: 'undo', revision: redoable},
		'take off': {kind: 'agenda/remove', meeting, item: 'I-5'},
		'exempt anew': {
			kind: 'agenda/exempt',
			meeting,
			item: 'I-4',
			from: subject?.exempt,
			to: {paragraphs: [1 + (pick % 7)], title: 'A contract'},
		},
		redact: {kind: 'redact', record: `meetings/M-2/agenda/${item}`, field: 'notes', reason: word},
		publish: {kind: 'decision/publish', id: own?.id ?? 'D-9', on: '2026-11-22'},
	};
	const change = choices[kind];
	return change ? [change] : [];
}

test('holds no secret word, whatever was done in private and undone outside of it', () => {
	fc.assert(
		fc.property(fc.array(moves, {maxLength: 25}), (list) => {
			let database = ready();
			const later = after(database, moveTo(database, 'I-5'));
			database = after(later, moveTo(later, 'I-3'));
			for (const [index, move] of list.entries()) {
				const at = move.private ? 'I-4' : 'I-3';
				if (database.meetings[1]?.currentItem !== at)
					database = after(database, moveTo(database, at));
				const word = `${move.private ? 'SECRET' : 'OPEN'}${index}`;
				const time = `11:${String(index + 10)}`;
				const acted = act(...changesOf(database, move, word));
				const outcome = commit(database, acted, contextAt(time));
				if (outcome.ok) database = outcome.database;
			}
			const view = publicView(database);
			expect(JSON.stringify(view)).not.toContain('SECRET');
			// As it is read from a copy of its own.
			expect(publicView(structuredClone(view))).toEqual(view);
			const kept = JSON.stringify(view.meetings[1]?.agenda[1]);
			expect(kept).toBe(JSON.stringify(database.meetings[1]?.agenda[1]));
		}),
		{numRuns: 300},
	);
});
