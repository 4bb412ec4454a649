// When a session looks at a file that others write: soon, never more than it must, and the whole of it when all is quiet.
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {type Look, Looks} from '../../source/store/file/looks.ts';
import {Turns} from '../../source/store/turns.ts';

const done: string[] = [];
/** What the end tells next, how long each look takes, and whether somebody saves. */
let next: Awaited<ReturnType<Look['end']>> = 'news';
let [endTakes, wholeTakes, saving] = [0, 0, false];
let looks: Looks;

/** Lets go by without anything else happening what takes no time. */
const goOn = async (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

const spend = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

beforeEach(() => {
	vi.useFakeTimers();
	vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
	done.splice(0);
	[next, endTakes, wholeTakes, saving] = ['news', 0, 0, false];
	looks = new Looks(new Turns(), {
		isSaving: () => saving,
		async end() {
			done.push('end');
			spend(endTakes);
			return next;
		},
		async whole() {
			done.push('whole');
			spend(wholeTakes);
			looks.wholeIsRead();
		},
		failed: () => done.push('failed'),
		over() {},
	});
});
afterEach(() => {
	looks.stop();
	vi.useRealTimers();
	vi.restoreAllMocks();
});

test('news at the end of the file does not wait for the rest after the whole was read', async () => {
	[next, wholeTakes] = ['unclear', 400];
	looks.now();
	await goOn();
	expect(done).toEqual(['end', 'whole']);
	next = 'news';
	looks.now();
	await goOn();
	expect(done).toEqual(['end', 'whole', 'end']);
});

test('where the end never tells, the whole is read no more often than it takes, and not forgotten', async () => {
	[next, wholeTakes] = ['unclear', 200];
	looks.now();
	await goOn();
	looks.now();
	await goOn(199);
	expect(done.filter((what) => what === 'whole')).toHaveLength(1);
	await goOn(1);
	expect(done.filter((what) => what === 'whole')).toHaveLength(2);
});

test('many calls at once cost one look, and after one it rests for as long as that took', async () => {
	endTakes = 30;
	for (let count = 0; count < 10; count++) looks.now();
	await goOn();
	looks.now();
	await goOn(29);
	expect(done).toEqual(['end']);
	await goOn(1);
	expect(done).toEqual(['end', 'end']);
});

test('the whole is read when there was no news for a second, unless somebody read it meanwhile', async () => {
	looks.now();
	await goOn(999);
	expect(done).toEqual(['end']);
	await goOn(1);
	expect(done).toEqual(['end', 'whole']);
	looks.now();
	await goOn();
	looks.wholeIsRead();
	await goOn(5000);
	expect(done).toEqual(['end', 'whole', 'end']);
});

test('who waits to save does not look, and looks afterwards if that was asked for', async () => {
	saving = true;
	looks.now();
	await goOn(1000);
	expect(done).toEqual([]);
	saving = false;
	looks.ifAsked();
	await goOn();
	expect(done).toEqual(['end']);
	looks.ifAsked();
	await goOn();
	expect(done).toEqual(['end']);
});

test('nothing is looked at after it was stopped', async () => {
	looks.now();
	await goOn();
	looks.in(10);
	looks.stop();
	await goOn(5000);
	looks.now();
	await goOn();
	expect(done).toEqual(['end']);
});
