// What is half written outlives the session: kept as it is typed, offered once, never forced upon anybody.
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {type Database, schemaVersion} from '../../source/domain/schema/index.ts';
import {type Kept, readKept} from '../../source/ui/drafts.ts';
import {type FormKind, toValues} from '../../source/ui/forms/form.ts';
import {formSpecs} from '../../source/ui/forms/specs/index.ts';
import {placeOf} from '../../source/ui/state.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {makeDatabase} from '../helpers/database.ts';
import {Room} from './people.ts';

/** Somebody whose drafts are kept in memory, as the disk would have them. */
function sitDown(database?: Database, room = new Room(database), isThere = true) {
	const disk: {kept?: Kept; forgotten: unknown[]; flushed: number} = {forgotten: [], flushed: 0};
	const drafts = {
		keep: (kept: Kept | undefined) => void (disk.kept = structuredClone(kept)),
		flush: () => void disk.flushed++,
		async forget(token: unknown) {
			disk.forgotten.push(token);
			return isThere;
		},
	};
	return {...room.enter('Clerk', {shell: {drafts}}), disk, room};
}

/** What a session that died in the middle of a comment on P1-02 has left. */
async function halfWritten(text = 'Half of thm', ...keys: string[]): Promise<Kept> {
	const clerk = sitDown();
	await clerk.press('2', 'c');
	await clerk.type(text);
	await clerk.press(...keys);
	if (!clerk.disk.kept) throw new Error('nothing was kept');
	return clerk.disk.kept;
}

test('what is typed is kept with its field and its cursor, as soon as it is typed', async () => {
	const {forms, open} = await halfWritten('Half of thm', 'left');
	expect(open).toBe(true);
	expect(forms).toMatchObject([
		{kind: 'comment', target: {project: 'P1-02'}, focus: 'note', values: {note: {cursor: 10}}},
	]);
});

describe('a session that was killed while an act was being stored', () => {
	/** A comment and a draft of another, the first saved; what lay on the disk when the act went to the store. */
	async function killed({isStored, hasMore = true}: {isStored: boolean; hasMore?: boolean}) {
		const room = new Room();
		let atStore: Kept | undefined;
		const clerk = sitDown(undefined, room);
		const {commit} = room.store;
		room.store.commit = async (act, who) => {
			atStore ??= structuredClone(clerk.disk.kept);
			expect(clerk.disk.flushed).toBeGreaterThan(0);
			if (isStored) return commit.call(room.store, act, who);
			return {ok: false, rejection: {code: 'storage', message: 'the line was cut'}};
		};
		await clerk.press('3', 'c');
		if (hasMore) await clerk.type('Of another');
		await clerk.press('escape', 'down', 'c');
		await clerk.type('Half of them');
		await clerk.press('ctrl+d');
		await clerk.leave();
		const kept = readKept(JSON.parse(JSON.stringify(atStore)));
		if (!kept) throw new Error('nothing was kept');
		const next = sitDown(undefined, room);
		next.session.send({kind: 'left', kept, token: 'file'});
		return next;
	}

	test('is not offered again what was stored, but all the rest', async () => {
		const next = await killed({isStored: true});
		expect(next.text()).toContain('Comment on P1-01');
		expect(next.text()).not.toContain('Comment on P1-02');
	});

	test('is offered nothing when that was all', async () => {
		const next = await killed({isStored: true, hasMore: false});
		expect(next.text()).not.toContain('Something you typed was not saved');
		await next.session.idle();
		expect(next.disk.forgotten).toEqual(['file']);
	});

	test('is offered what was not', async () => {
		const next = await killed({isStored: false});
		expect(next.text()).toContain('Comment on P1-01');
		expect(next.text()).toContain('Comment on P1-02');
		await next.press('enter');
		expect(next.typed()).toBe('Half of them');
	});
});

test('one Enter brings it back at the next start: field, cursor, and what lay under it', async () => {
	const kept = await halfWritten('Half of thm', 'left');
	const clerk = sitDown();
	clerk.room.wait(120);
	clerk.session.send({kind: 'left', kept, token: 'file'});
	expect(clerk.text()).toContain('Something you typed was not saved');
	expect(clerk.text()).toContain('2 min ago');
	expect(clerk.text()).toContain('Comment on P1-02 Laptop Refresh');
	await clerk.press('enter');
	expect(clerk.said()).toBe('What you had typed is back. Ctrl+R starts again.');
	await clerk.press('e');
	expect(clerk.typed()).toBe('Half of them');
	expect(clerk.disk.forgotten).toEqual(['file']);
	expect(clerk.disk.kept?.forms).toHaveLength(1);
	await clerk.press('ctrl+d');
	expect(clerk.place()).toMatchObject({screen: 'overview'});
	expect(clerk.disk.kept).toBeUndefined();
});

test('of two sessions that are offered the same, the later one to bring it back hears of it', async () => {
	const kept = await halfWritten();
	const clerk = sitDown(undefined, undefined, false);
	clerk.session.send({kind: 'left', kept, token: 'file'});
	await clerk.press('enter');
	expect(clerk.typed()).toBe('Half of thm');
	expect(clerk.said()).toBe(
		'Another session of yours has brought it back too: look before you save.',
	);
});

test('Esc leaves it where it is: it is offered at the next start, and before that with Ctrl+Y alone', async () => {
	const kept = await halfWritten();
	const clerk = sitDown();
	clerk.session.send({kind: 'left', kept, token: 'file'});
	expect(clerk.text().replaceAll(/\s+/g, ' ')).toContain(
		'With Esc it stays where it is: Ctrl+Y asks again, and so does the next start.',
	);
	await clerk.press('escape', '2', 'c', 'escape', ':', 'escape');
	expect(clerk.text()).not.toContain('Something you typed');
	expect(clerk.disk.forgotten).toEqual([]);
	await clerk.press('ctrl+y', 'enter');
	expect(clerk.typed()).toBe('Half of thm');
	await clerk.press('escape', 'ctrl+y');
	expect(clerk.said()).toBe('Ctrl+Y: nothing waits for you');
});

test.each([
	['a form', ['2', 'c'], ['escape']],
	['a filter', ['3', '/'], ['escape']],
	['the quick line', [':'], ['escape']],
	['a question', ['2', 's', 'h', 'enter', 'u'], ['escape']],
	['help', ['?'], ['escape']],
	['a blanked screen', ['.'], ['.']],
])(
	'what comes late never takes a key: behind %s, and after it, until Ctrl+Y',
	async (_, keys, end) => {
		const kept = await halfWritten();
		const clerk = sitDown();
		await clerk.press(...keys);
		clerk.session.send({kind: 'left', kept, token: 'file'});
		expect(clerk.text()).not.toContain('Something you typed was not saved');
		await clerk.press(...end, 'down', 'enter');
		expect(clerk.text()).not.toContain('Something you typed was not saved');
		expect(clerk.disk.forgotten).toEqual([]);
		await clerk.press('escape', 'ctrl+y');
		expect(clerk.text()).toContain('Something you typed was not saved');
	},
);

test('whoever has begun is told of it by a line with the key that brings it back', async () => {
	const kept = await halfWritten();
	const clerk = sitDown();
	await clerk.press('3');
	clerk.session.send({kind: 'left', kept, token: 'file'});
	const told = 'Ctrl+Y brings back what you typed before and did not save';
	expect(clerk.said()).toBe(told);
	await clerk.press('c');
	expect(clerk.text()).toContain(told.replace('Ctrl+Y', 'Ctrl+Y later'));
	await clerk.press('escape');
	await clerk.press('ctrl+y', 'enter');
	expect(clerk.typed()).toBe('Half of thm');
	expect(clerk.text()).not.toContain(told);
});

test('several forms come back: the open one opens, the others wait behind their keys', async () => {
	const clerk = sitDown();
	await clerk.press('2', 'c', 'A', 'escape', 'n', 'c', 'B');
	const {kept} = clerk.disk;
	expect(kept?.forms).toHaveLength(2);
	const next = sitDown();
	next.session.send({kind: 'left', kept: kept as Kept, token: 1});
	expect(next.text()).toContain('Comment on P1-02');
	await next.press('enter');
	expect(next.typed()).toBe('B');
	await next.press('escape', '2', 'c');
	expect(next.typed()).toBe('A');
});

test('what was left with Esc, without an open form, comes back behind its key', async () => {
	const kept = await halfWritten('A', 'escape');
	expect(kept.open).toBe(false);
	const clerk = sitDown();
	clerk.session.send({kind: 'left', kept, token: 1});
	await clerk.press('enter');
	expect(clerk.place()).toMatchObject({screen: 'overview'});
	await clerk.press('2', 'c');
	expect(clerk.typed()).toBe('A');
});

test('what was begun again meanwhile is not written over, and what was left is not lost', async () => {
	const kept = await halfWritten('Older');
	const clerk = sitDown();
	await clerk.press('2', 'c', 'N', 'e', 'w');
	clerk.session.send({kind: 'left', kept, token: 'file'});
	await clerk.press('escape', 'ctrl+y', 'enter');
	expect(clerk.said()).toContain(
		'Not opened: you have begun Comment on P1-02 Laptop Refresh yourself. Save it or empty it (Ctrl+R), then Ctrl+Y.',
	);
	await clerk.press('2', 'c');
	expect(clerk.typed()).toBe('New');
	expect(clerk.disk.forgotten).toEqual([]);
	await clerk.press('ctrl+r', 'escape', 'ctrl+y', 'enter');
	expect(clerk.typed()).toBe('Older');
	expect(clerk.disk.forgotten).toEqual(['file']);
});

test('what somebody else did meanwhile is told of when it is saved', async () => {
	const clerk = sitDown();
	await clerk.press('2', 's', 'd');
	const {kept} = clerk.disk;
	const next = sitDown();
	const chair = next.room.enter('Chair');
	await chair.press('2', 's', 'h', 'enter');
	next.session.send({kind: 'left', kept: kept as Kept, token: 1});
	await next.press('enter', 'enter');
	expect(next.text().replaceAll(/\s+/g, ' ')).toContain('Chair (login chair) set this to On hold');
	expect(next.text()).toContain('[d Delivered]');
});

test('a form that is saved leaves nothing behind, and that at once', async () => {
	const clerk = sitDown();
	await clerk.press('2', 'c', 'A');
	const {flushed} = clerk.disk;
	expect(clerk.disk.kept).toBeDefined();
	await clerk.press('ctrl+d');
	expect(clerk.disk.kept).toBeUndefined();
	expect(clerk.disk.flushed).toBeGreaterThan(flushed);
});

test('what is emptied, thrown away on leaving, or only looked at leaves nothing behind', async () => {
	for (const keys of [['c'], ['c', 'A', 'backspace'], ['c', 'A', 'ctrl+r'], ['s', 'd', 'i']]) {
		const clerk = sitDown();
		await clerk.press('2', ...keys);
		expect(clerk.disk.kept).toBeUndefined();
	}
	const clerk = sitDown();
	await clerk.press('2', 'c', 'A', 'escape', 'q');
	expect(clerk.text()).toContain('1 form was left with text in it');
	expect(clerk.disk.kept).toBeDefined();
	await clerk.press('enter');
	expect(clerk.disk.kept).toBeUndefined();
});

describe('a file of drafts', () => {
	test.each([
		['nothing', undefined],
		['no object', 7],
		['a list', []],
		['no forms', {at: '2026-11-22T10:00:00.000Z'}],
		['no instant', {at: 'yesterday', forms: []}],
		['forms of a kind that is gone', {at: '2026-11-22', forms: [{kind: 'tune'}]}],
		['a kind that every object has', {at: '2026-11-22', forms: [{kind: 'toString'}]}],
	])('with %s is ignored', (_, data) => {
		expect(readKept(data)).toBeUndefined();
	});

	test('with one form that is not known keeps the others, none of them open', async () => {
		const kept = await halfWritten('A');
		const read = readKept({...kept, forms: [...kept.forms, {kind: 'tune', target: {}}]});
		expect(read).toMatchObject({forms: [{kind: 'comment'}], open: false});
	});

	test('with control characters, a cursor out of bounds and an error of another shape is tamed', async () => {
		const kept = await halfWritten('A');
		const [form] = kept.forms;
		const values = {note: {value: 'a\u001b[2J\r\nb\u202ec\ud800', cursor: 99, column: 'x'}};
		const read = readKept({...kept, forms: [{...form, values, error: 'no', handed: 7, x: 1}]});
		expect(read?.forms).toEqual([{...form, values: {note: {value: 'a[2J\nbc\ufffd', cursor: 8}}}]);
	});

	const text = fc.string({unit: 'binary', maxLength: 30});
	const target = fc.dictionary(
		fc.constantFrom('project', 'meeting', 'item', 'decision', 'action', 'notice', 'strategy'),
		fc.oneof(
			text,
			fc.constantFrom('P1-02', 'M-2', 'M-3', 'I-2', 'I-14', 'D-1', 'A-1', 'N-1', 'S-1'),
		),
	);
	const kinds = Object.keys(formSpecs) as FormKind[];
	const names = fc.constantFrom(
		...kinds.flatMap((kind) => {
			const values = toValues(formSpecs[kind].start(makeDatabase(), {}).values ?? {});
			const form = {kind, target: {}, base: {}, values, initial: {}, focus: ''};
			return formSpecs[kind].fields(makeDatabase(), form).map(({name}) => name);
		}),
		'amendment1',
		'amendment1by',
		'save',
		'nothing',
	);
	const form = fc.record({
		kind: fc.constantFrom(...kinds),
		target,
		base: fc.dictionary(fc.oneof(names, text), fc.jsonValue()),
		values: fc.dictionary(
			names,
			fc.record({
				value: fc.oneof(text, fc.constantFrom('approved', 'yes', 'dpi')),
				cursor: fc.integer(),
			}),
		),
		initial: fc.dictionary(names, text),
		focus: fc.oneof(names, text),
	});
	const file = fc.record({
		at: fc.oneof(fc.constant('2026-11-22T09:00:00.000Z'), text, fc.jsonValue()),
		schema: fc.oneof(fc.constant(schemaVersion), fc.jsonValue()),
		forms: fc.array(fc.oneof({weight: 5, arbitrary: form}, fc.jsonValue()), {maxLength: 3}),
		open: fc.oneof(fc.boolean(), fc.jsonValue()),
	});

	test('whatever it holds, it is ignored or can be worked with: nothing ever throws', async () => {
		let opened = 0;
		await fc.assert(
			fc.asyncProperty(fc.oneof({weight: 9, arbitrary: file}, fc.jsonValue()), async (data) => {
				const kept = readKept(JSON.parse(JSON.stringify(data)));
				if (!kept) return;
				opened++;
				const clerk = sitDown(cabinetDatabase());
				clerk.session.send({kind: 'left', kept, token: 'file'});
				expect(clerk.text()).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
				await clerk.press('enter');
				const steps = ['x', 'tab', 'right', 'down', 'enter', 'ctrl+x', 'shift+tab', 'ctrl+d'];
				for (const key of [...steps, 'enter', 'escape', 'escape', 'ctrl+r']) {
					await clerk.press(key);
					expect(clerk.text()).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
				}
			}),
			{numRuns: process.env['SOAK'] ? 5000 : 300},
		);
		expect(opened).toBeGreaterThan(20);
	}, 600_000);
});

/** A target of every form, in the cabinet's database. */
const targets: Record<string, string> = {
	project: 'P1-02',
	meeting: 'M-4',
	item: 'I-21',
	decision: 'D-2',
	action: 'A-1',
	notice: 'N-1',
	strategy: 'S-1',
	person: 'reed',
};

// The order of a list is about no record.
test.each((Object.keys(formSpecs) as FormKind[]).filter((kind) => kind !== 'order'))(
	'a %s form whose record is gone keeps its text, and saving says what is missing',
	async (kind) => {
		const gone = Object.fromEntries(Object.keys(targets).map((name) => [name, 'X-99']));
		const clerk = sitDown(cabinetDatabase());
		const {database} = clerk.state();
		const {base = {}, values: initial = {}} = formSpecs[kind].start(database, targets);
		const form = {kind, target: gone, base, values: toValues(initial), initial, focus: ''};
		const [first] = formSpecs[kind].fields(database, form).filter((one) => one.kind !== 'choice');
		const focus = first?.name ?? 'save';
		const values = {...form.values, [focus]: {value: 'What I wrote', cursor: 12}};
		const forms = [{...form, values, focus}];
		const kept = readKept({at: clerk.state().now, schema: schemaVersion, forms, open: true});
		clerk.session.send({kind: 'left', kept: kept as Kept, token: 1});
		await clerk.press('enter');
		expect(clerk.typed(focus)).toBe('What I wrote');
		const {revision} = clerk.room.store.read();
		await clerk.press('ctrl+d');
		// The practice copy's form is about no record.
		if (kind === 'save-as') return;
		await clerk.press('enter');
		// Whatever can be recorded all the same (a new meeting, a free action) may be; nothing else is.
		const recorded = clerk.room.store.read().revision > revision;
		expect(recorded || (clerk.typed(focus) ?? '').includes('What I wrote')).toBe(true);
		expect(placeOf(clerk.state()).form?.error?.message ?? 'recorded').not.toBe('');
	},
);

describe('what was typed in version 1', () => {
	const folder = path.join(import.meta.dirname, '../data/v1/drafts');
	const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.filter((name) => name.endsWith('.json'))
		.map((name) => readFileSync(path.join(folder, name), 'utf8'));

	test('is shown as text, and stays until somebody has it', async () => {
		expect(files.length).toBeGreaterThan(1);
		const texts = ['Waiting for the landl', 'That the wall be taken down'];
		for (const text of texts) {
			const file = files.find((one) => one.includes(text));
			const kept = readKept(JSON.parse(file ?? ''));
			const clerk = sitDown();
			clerk.session.send({kind: 'left', kept: kept as Kept, token: 'file'});
			expect(clerk.text()).toContain('Typed in an older version of Boardwalk, and not saved');
			expect(clerk.text()).toContain(text);
			await clerk.press('escape');
			expect(clerk.disk.forgotten).toEqual([]);
			expect(clerk.place().screen).not.toBe('form');
			await clerk.press('ctrl+y');
			expect(clerk.text()).toContain(text);
			const again = sitDown();
			again.session.send({kind: 'left', kept: kept as Kept, token: 'file'});
			await again.press('enter');
			expect(again.disk.forgotten).toEqual(['file']);
			expect(again.place().screen).not.toBe('form');
		}
	});
});

describe('connected elsewhere, with something half written there, as is known a moment after the start', () => {
	const still = (kept: Kept) =>
		({
			kind: 'still',
			since: '2026-11-12T18:00:00Z',
			place: {screen: 'project', id: 'P1-02'},
			kept,
			left: 'open',
		}) as const;

	test('whoever has pressed nothing yet is asked whether to take it over', async () => {
		const clerk = sitDown();
		clerk.session.send(still(await halfWritten()));
		const {overlay} = clerk.session.getState();
		expect(overlay).toMatchObject({title: 'You are still connected', yes: 'Take over'});
		expect(JSON.stringify(overlay)).toContain('Comment on P1-02');
	});

	test('whoever has pressed a key is told, and the next key goes where it was meant to go', async () => {
		const clerk = sitDown();
		await clerk.press('3');
		clerk.session.send(still(await halfWritten()));
		expect(clerk.said()).toContain('You are still connected since');
		expect(clerk.session.getState().overlay).toBeUndefined();
		await clerk.press('c');
		expect(placeOf(clerk.session.getState()).form?.kind).toBe('comment');
	});

	test('nothing is asked right behind a save', async () => {
		const clerk = sitDown();
		await clerk.press('3', 'c');
		await clerk.type('Done');
		await clerk.press('ctrl+d');
		clerk.session.send(still(await halfWritten()));
		expect(clerk.session.getState().overlay).toBeUndefined();
		expect(clerk.said()).toContain('Saved r');
	});
});
