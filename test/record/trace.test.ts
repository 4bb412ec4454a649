// Random meetings: what is left out was never there, and each sentence says where it comes from.
import process from 'node:process';
import * as fc from 'fast-check';
import {describe, expect, test, vi} from 'vitest';
import {registerDocument, registerOf} from '../../source/documents/decision-register.ts';
import {highlightsDocument} from '../../source/documents/highlights.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import {documentRules, type Source} from '../../source/documents/source.ts';
import {type Sentence, sentencesOf} from '../../source/documents/trace.ts';
import type {Document} from '../../source/documents/tree.ts';
import {highlightsOf} from '../../source/domain/queries/strategy/highlights.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {reaches, tracer} from '../../source/domain/queries/log/trace.ts';
import type {Database, Effect} from '../../source/domain/schema/index.ts';
import {canaries} from '../helpers/private-meeting.ts';
import {anyMove, madePossible, play, type Played, playWithout, stages} from './acts.ts';

const soak = process.env['SOAK'] !== undefined;
vi.setConfig({testTimeout: soak ? 3_600_000 : 60_000});

const today = '2026-11-24';

/** Every document in which the meeting is told, by its name. */
function documentsOf(database: Database, meeting: string): Map<string, Document> {
	const highlights = highlightsOf(database, today);
	const options = {organisation: database.organisation, today};
	return new Map([
		['minutes', minutesDocument(minutesOf(database, meeting))],
		...database.decisions
			.filter((decision) => decision.meeting === meeting || decision.meeting === undefined)
			.map(({id}): [string, Document] => [id, noticeDocument(statementOf(database, id))]),
		['register', registerDocument(options, registerOf(database, options))],
		...(highlights
			? ([['highlights', highlightsDocument(database, highlights)]] as [string, Document][])
			: []),
	]);
}

/** What a document says; a seal covers the whole log, so its letters are another one’s without an act. */
const saidBy = (document: Document): Sentence[] =>
	sentencesOf(document).map((one) => ({...one, text: one.text.replaceAll(/BW-[\w-]+/g, 'BW')}));

const saidIn = (database: Database, meeting: string): Sentence[] =>
	[...documentsOf(database, meeting).values()].flatMap(saidBy);

const textsOf = (sentences: readonly Sentence[]): string =>
	sentences.map(({text}) => text).join('\n');

const anyPlay = fc.record({
	stage: fc.constantFrom(...stages),
	moves: fc.array(anyMove, {minLength: 12, maxLength: 40}),
	left: fc.nat(),
});

const runs = (count: number) => (soak ? {numRuns: count * 100} : {numRuns: count, seed: 20261130});

/** Rules that make something of nothing too: that there are none, or none yet. */
const ofNothing = new Set(['total', 'outstanding', 'manner', 'callIn', 'lacks', 'progress']);

describe('in every document of a meeting at random', () => {
	test('each sentence is told by acts, worked out of acts by a named rule, or says what is not recorded', () => {
		let many = 0;
		fc.assert(
			fc.property(anyPlay, ({stage, moves}) => {
				const {database} = play(stage, moves);
				const trace = tracer(database);
				const rootless = saidIn(database, stage.meeting).filter(({source, isHeading}) => {
					many++;
					if (source === undefined) return !isHeading;
					const {from, rule, absent, acts = []} = source;
					if (absent) return rule !== undefined || from.length === 0;
					if (rule !== undefined && !Object.hasOwn(documentRules, rule)) return true;
					const found = trace(from);
					const isFounded = found.before || found.acts.length + acts.length > 0;
					return !isFounded && !(rule !== undefined && ofNothing.has(rule));
				});
				expect(rootless).toEqual([]);
			}),
			runs(25),
		);
		expect(many).toBeGreaterThan(1000);
	});

	test.each([
		['never done', 'never'],
		['done and at once taken back', 'undone'],
	] as const)(
		'an act that is %s is told by nothing, as if nobody had thought of it',
		(_what, how) => {
			let compared = 0;
			fc.assert(
				fc.property(anyPlay, ({stage, moves, left}) => {
					const played = play(stage, moves);
					const index = left % played.acts.length;
					const fresh = playWithout(stage, played, index, 'never');
					const again = playWithout(stage, played, index, how);
					if (!fresh || !again) return;
					compared++;
					expect(textsOf(saidIn(again.database, stage.meeting))).toBe(
						textsOf(saidIn(fresh.database, stage.meeting)),
					);
				}),
				runs(15),
			);
			expect(compared).toBeGreaterThan(5);
		},
	);

	test('without an act those sentences alone are others that come from it, or from what it made possible', () => {
		let changed = 0;
		fc.assert(
			fc.property(anyPlay, ({stage, moves, left}) => {
				const played = play(stage, moves);
				const found = unfounded(stage, played, left % played.acts.length);
				changed += found.changed;
				expect(found.sentences).toEqual([]);
			}),
			runs(25),
		);
		expect(changed).toBeGreaterThan(50);
	});
});

test('with every field of the schema filled, no sentence is without its source', () => {
	const {database} = canaries();
	const documents = database.meetings.flatMap(({id}) => [...documentsOf(database, id)]);
	const bare = documents.flatMap(([name, document]) =>
		saidBy(document)
			.filter(({source, isHeading}) => !isHeading && source === undefined)
			.map(({text}) => `${name}: ${text}`),
	);
	expect(bare).toEqual([]);
});

/** Sentences that are others without an act, though nothing that they come from was altered by it. */
function unfounded(
	stage: (typeof stages)[number],
	played: Played,
	left: number,
): {sentences: string[]; changed: number} {
	const without = playWithout(stage, played, left, 'never');
	if (!without) return {sentences: [], changed: 0};
	const others = madePossible(played, without);
	const effects = others.flatMap((index) => [
		...(played.outcomes[index]?.effects ?? []),
		...(without.outcomes[index]?.effects ?? []),
	]);
	const revisions = new Set(
		others.flatMap((index) => [
			played.outcomes[index]?.revision ?? 0,
			without.outcomes[index]?.revision ?? 0,
		]),
	);
	const rest = documentsOf(without.database, stage.meeting);
	// The notice of a decision that was not taken is not there at all.
	const differing = [...documentsOf(played.database, stage.meeting)].flatMap(([name, document]) => {
		const other = rest.get(name);
		if (!other) return [];
		const whole = saidBy(document);
		const isFounded = new Set(
			whole.filter(({source}) => isTouched(source, effects, revisions)).map(keyOf),
		);
		return lackedBy(whole, saidBy(other)).map((one) => ({
			...one,
			isFounded: isFounded.has(keyOf(one)),
		}));
	});
	return {
		changed: differing.length,
		sentences: differing
			.filter(({isFounded}) => !isFounded)
			.map(
				({text, source}) =>
					`${text} ${JSON.stringify(source)} without ${JSON.stringify(played.acts[left]?.changes)}`,
			),
	};
}

function isTouched(
	source: Source | undefined,
	effects: readonly Effect[],
	revisions: ReadonlySet<number>,
): boolean {
	if (source === undefined) return false;
	const names = source.from.concat('people');
	return (
		(source.acts ?? []).some((revision) => revisions.has(revision)) ||
		effects.some((effect) => names.some((place) => reaches(effect, place)))
	);
}

/** Of sentences that say the same those from the same place are the same. */
const keyOf = ({text, source}: Sentence): string => `${text} ${source?.from[0]}`;

/** What one says and another does not, as often as it does. Headings of the paper's own come and go with what is below. */
function lackedBy(these: readonly Sentence[], those: readonly Sentence[]): Sentence[] {
	const left = those.map(keyOf);
	return these.filter((sentence) => {
		const at = left.indexOf(keyOf(sentence));
		if (at !== -1) left.splice(at, 1);
		return at === -1 && sentence.source !== undefined;
	});
}
