// Linear mode, as somebody hears it who sees no screen: what each key says, and how much a whole meeting is.
import {describe, expect, test} from 'vitest';
import {act} from '../helpers/database.ts';
import {type Listener, listen} from '../helpers/listener.ts';
import {makeCabinet} from '../meeting/cabinet.ts';
import {memoryStore} from '../../source/store/memory.ts';
import {chair, chairHolds, keysOf, lincolnshire, newStore} from './scene.ts';

/** The newest words, as one line: a window breaks them anywhere. */
const flat = (ear: Listener): string => ear.heard().replaceAll(/\s+/g, ' ');

async function ear(...keys: string[]): Promise<Listener> {
	const listener = await listen();
	await listener.press(...keys);
	listener.heard();
	return listener;
}

test('the first lines say what is open, how it stands, and which key tells more', async () => {
	const listener = await listen();
	const heard = flat(listener);
	expect(heard).toContain('No meeting is open');
	expect(heard).toContain('? says what can be done here');
	expect(heard).toMatch(/1 of \d+$/);
});

test('moving says the row and which of how many it is; at the end it is said again', async () => {
	const listener = await ear('3');
	await listener.press('j');
	expect(flat(listener)).toMatch(/^P1-02, .*, 2 of \d+$/);
	await listener.press('G', 'j');
	const [last, again] = listener.heard().split('\n');
	expect(last).toMatch(/(\d+) of \1$/);
	expect(again).toBe(last);
});

test('the number of the screen that one is on says where one is', async () => {
	const listener = await ear('3', 'j');
	await listener.press('3');
	expect(flat(listener)).toContain('1 of 5');
});

test('a form is asked field by field with its choices, and says what was chosen and saved', async () => {
	const listener = await ear('2', 's');
	expect(listener.written().replaceAll(/\s+/g, ' ')).toMatch(
		/Status \([^)]*d Delivered[^)]*\): In progress$/,
	);
	await listener.press('d');
	expect(flat(listener)).toBe('Status: Delivered');
	await listener.press('ctrl+d');
	expect(flat(listener)).toMatch(/^Saved r2: .* to Delivered .*P1-02, Delivered/);
});

test('a letter is echoed as itself, and nothing else is sent for it', async () => {
	const listener = await ear('2', 'c');
	expect(await listener.press(...keysOf('All well'))).toEqual(keysOf('All well'));
});

test('deleting says what went, and moving what the caret stands at', async () => {
	const listener = await ear('2', 'c', ...keysOf('on time'));
	await listener.press('backspace');
	expect(listener.heard()).toBe('Deleted e\nComment: on tim');
	await listener.press('left');
	expect(listener.heard()).toBe('m\nComment: on ti');
	await listener.press('ctrl+left');
	expect(listener.heard()).toContain('tim\n');
	await listener.press('home');
	expect(listener.heard()).toContain('start, on\n');
	await listener.press('ctrl+k');
	expect(listener.heard()).toContain('Deleted on tim\n');
});

test('the whole field can be heard again', async () => {
	const text = 'The supplier has confirmed every date in writing. '.repeat(8).trim();
	const listener = await ear('2', 'c', ...keysOf(text));
	await listener.press('ctrl+l');
	expect(flat(listener)).toContain(text);
});

test('a long text is read again line by line', async () => {
	const listener = await ear('2', 'c', ...keysOf('first line'), 'enter', ...keysOf('second line'));
	await listener.press('up');
	expect(listener.heard()).toContain('first line');
	await listener.press('down');
	expect(listener.heard()).toContain('second line');
});

test('what is wrong is said with the field that it is about', async () => {
	const listener = await ear('2', 'c');
	await listener.press('ctrl+d');
	expect(flat(listener)).toMatch(/[a-z]+.* Comment: ?$/);
});

test('what others do is one line, and never in the middle of a word', async () => {
	const listener = await ear('2', 'c', ...keysOf('wai'));
	await chairHolds(listener);
	expect(listener.heard()).toBe('');
	await listener.press('t');
	expect(listener.heard()).toBe('t');
	await listener.press(' ');
	expect(listener.heard()).toMatch(/^r2 .*P1-02[^]*\nComment: wait$/);
});

test('between words it comes at once, and the line goes on below it', async () => {
	const listener = await ear('2', 'c', ...keysOf('wait '));
	await chairHolds(listener);
	expect(listener.heard()).toMatch(/P1-02.*\nComment: wait$/s);
});

test('a page says how long it is, and is read line by line to its end', async () => {
	const listener = await ear('3', 'enter');
	expect(listener.written()).toMatch(/\d+ lines, j reads on$/);
	await listener.press('j');
	expect(listener.heard()).not.toBe('');
	await listener.press(...Array.from({length: 60}, () => 'j'));
	expect(listener.heard()).toMatch(/the end$/);
	await listener.press('k');
	expect(listener.heard()).not.toContain('the end');
});

test('a list without rows says why at once', async () => {
	const listener = await ear('3', 'v', 'v');
	await listener.press('v');
	expect(listener.heard()).toMatch(
		/^Portfolio: measures\n0 rows\nThe strategy has no measures yet: N makes one\.$/m,
	);
});

test('a project is heard to the end of its summary', async () => {
	const store = newStore(lincolnshire());
	const listener = await listen({store});
	await listener.press('3', 'enter', ...Array.from({length: 8}, () => ' '));
	const [project] = store.read().projects;
	expect(flat(listener)).toContain(project?.summary?.replaceAll(/\s+/g, ' '));
});

test('what is recorded of the selected row can be heard where the list is', async () => {
	const listener = await ear('3', 'j');
	await listener.press('ctrl+l');
	expect(flat(listener)).toContain('New laptops for all staff.');
});

test('? says in a line what can be done here, then every key', async () => {
	const listener = await ear('4', '?');
	expect(listener.written()).toMatch(/Keys here: .*\? help/s);
	await listener.press('j', 'j');
	expect(listener.heard().split('\n')).toHaveLength(2);
	await listener.press('escape');
	expect(listener.heard()).toMatch(/1 of \d+$/);
});

test('a question is read in full with what answers it, and again line by line', async () => {
	const listener = await ear('4', 'o', 'X');
	expect(listener.written()).toMatch(
		/Closing cannot be undone.*Enter: Close the meeting\. Esc: no/s,
	);
	await listener.press('j');
	expect(listener.heard()).toMatch(/^Closing cannot be undone/);
});

test('a list that fits nothing says so', async () => {
	const listener = await ear('3', '/', ...keysOf('qqq'), 'enter');
	expect(listener.written()).toMatch(/No project fits the filter\. Esc clears it\.$/);
});

test('no text is cut: the roll says whole names', async () => {
	const store = newStore(makeCabinet('2026-10-14'));
	const listener = await listen({store});
	const long =
		'Representative of the Children’s Services Scrutiny and Improvement Board of Example';
	const [person] = store.read().people;
	const outcome = await store.commit(
		act({
			kind: 'person/edit',
			id: person?.id ?? '',
			fields: {name: {from: person?.name, to: long}},
		}),
		chair,
	);
	if (!outcome.ok) throw new Error(outcome.rejection.message);
	await listener.press('4', 'M', 'ctrl+d', 't');
	expect(flat(listener)).toContain(`${long}, `);
});

describe('a whole meeting', () => {
	/** Opened, the roll, the room moved on, a status, a decision read back, an action, closed, issued. */
	const meeting: [says: string, keys: string[], hears: string | RegExp][] = [
		['the meeting', ['4'], /M-1 Cabinet/],
		['opened', ['o'], /Saved r\d+: .*opened M-1/],
		['all present', ['t', 'A'], '5 of 5 present, quorate'],
		['one has sent apologies', ['G', 'k', 'a'], '4 of 5 present, quorate'],
		['back', ['escape'], /NOW, 1, Apologies/],
		['interests asked about', ['n', '0'], /Saved r\d+: .*interests were asked about/],
		['moved on', ['n', 'n'], /NOW, 4, Replacement of the data centre/],
		[
			'a status',
			[':', ...keysOf('s P1-01 blocked Waiting for the supplier'), 'enter'],
			'to Pending',
		],
		['a decision', ['d'], /Still lacks: .*Mover \(/],
		['moved', keysOf('dl'), 'dl'],
		['seconded', ['tab', ...keysOf('pf')], /dl: Deputy Leader.*Seconder/],
		['without dissent', ['tab', ...keysOf('n')], /pf: .*Finance.*Vote \(/],
		['on to the alternatives', ['tab', 'tab', 'tab', 'tab'], /confirmed \(.*\): not yet$/],
		['which were considered', ['y'], 'The record is complete.'],
		['read back', ['ctrl+d'], /£850,000.*Carried without dissent.*Enter: Record it\./],
		['recorded', ['enter'], /Saved r\d+: .*recorded decision D-1/],
		['an action', ['a', ...keysOf('Write to the supplier')], 'Write to the supplier'],
		['saved', ['ctrl+d'], /Saved r\d+: .*placed action A-1/],
		['closed', ['X', 'enter'], /Saved r\d+: .*closed M-1/],
		['the minutes', ['7'], /Minutes of M-1.*Draft/],
		['issued', ['i', 'enter'], /Saved r\d+: .*seal BW-M-1-v1/],
	];

	async function hold(): Promise<{written: string; letters: number[]}> {
		let clock = Date.parse('2026-10-14T13:00:00Z');
		const now = () => new Date(clock).toISOString();
		const store = memoryStore(makeCabinet('2026-10-14'), {now, salt: () => '0'.repeat(32)});
		const listener = await listen({store, shell: {now}});
		await listener.press('4', 'M', 'tab', 'tab', ...keysOf('14 Oct 2026 14:00'), 'ctrl+d', '1');
		const from = listener.written().length;
		listener.heard();
		const letters: number[] = [];
		for (const [says, keys, hears] of meeting) {
			clock += 60_000;
			const wrote = await listener.press(...keys);
			const heard = flat(listener);
			expect(`${says}: ${heard}`).toMatch(hears);
			// A long run of letters is typed into a text; its first key opens what is typed into.
			const isTyped = (key: string, index: number) =>
				keys.length > 6 && index > 0 && key.length === 1;
			letters.push(
				...wrote
					.filter((_, index) => isTyped(keys[index] ?? '', index))
					.map((bytes) => Buffer.byteLength(bytes)),
			);
		}
		return {written: listener.written().slice(from), letters};
	}

	test('is told in 1,500 words at most, and a typed letter in 100 bytes at most', async () => {
		const {written, letters} = await hold();
		expect(written.split(/\s+/).length).toBeLessThanOrEqual(1_500);
		expect(letters.length).toBeGreaterThan(40);
		expect(Math.max(...letters)).toBeLessThanOrEqual(100);
	});

	test('sends nothing that erases, moves the cursor or paints anew', async () => {
		const {written} = await hold();
		expect(written).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
	});
});
