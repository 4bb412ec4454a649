import process from 'node:process';
import type {Database} from '../domain/schema/index.ts';
import type {Store, Who} from '../store/store.ts';
import {loadActs} from './acts.ts';
import {adviseAtStart} from './advice.ts';
import {windowOf} from './components/window.ts';
import {readKept} from './drafts.ts';
import {editOutside, type Lent} from './editor.ts';
import type {Handover} from './handover.ts';
import {type Drafts, type Left, offerLeft, tellOthers} from './left.ts';
import type {Importer} from './paper.ts';
import {Session} from './session.ts';
import {watchStops} from './terminal/job.ts';
import {Keyboard, setRaw} from './terminal/keyboard.ts';
import {Stage} from './terminal/stage.ts';
import {asksGround, themeFor, type Wish} from './theme.ts';
import {lacksTree, loadTrees, type TreeLoader} from './trees.ts';

export type Start = {
	store: Store;
	who: Who;
	/** Whether the session follows the room from the start. */
	follow: boolean;
	/** Where what is half written is kept; none for a practice copy. */
	drafts: Drafts | undefined;
	/** A folder of the user's own for the text that an editor has; else why none can be started. */
	editing: {folder: string} | {refused: string};
	/** How forms are handed over to others; none where nobody else can come. */
	handover: Handover | undefined;
	/** A scratch copy: the screens say so, and offer to keep it on leaving. */
	practice: boolean;
	/** Whether it is told line by line instead of drawn: for screen readers, braille, and terminals that only add. */
	linear: boolean;
	/** Whether whoever sits here opens the screens for the first time. */
	first: boolean;
	/** Whether clicks and the wheel are asked for. */
	mouse: boolean;
	/** The colours that are asked for; else they go by the terminal. */
	palette: Wish['palette'];
	/** Whether nothing but what the public may see is shown. */
	publicOnly: boolean;
	/** Writes the database to a new file; resolves with a sentence when that failed. */
	copy(database: Database, path: string): Promise<string | undefined>;
	/** Writes the papers of a meeting; resolves with the folder, with why not, or with what it would have to replace. */
	papers(
		meeting: string,
		force: boolean,
	): Promise<{folder: string} | {problem: string} | {occupied: string[]}>;
	/** Reads papers from files. */
	importer: Importer;
	trees: TreeLoader;
};

/** So long saving takes before the screen says that it does, in milliseconds. */
const savingAfter = 100;

/**
 * Opens the screens on a database and resolves with the exit code once the person leaves. The
 * terminal is left as it was found: on leaving, on SIGINT, SIGTERM and SIGHUP, and whatever is thrown.
 */
export async function start({
	store,
	who,
	practice,
	publicOnly,
	linear,
	first,
	mouse,
	palette,
	follow,
	drafts,
	editing,
	handover,
	copy,
	papers,
	importer,
	trees,
}: Start): Promise<number> {
	// Who goes where the room is may start on any screen.
	if (follow) await loadActs();
	let leave = () => {};
	const left = new Promise<void>((resolve) => (leave = resolve));
	const {stdin} = process;
	let theme = themeFor(process.env, {palette});
	// Not one control sequence goes to a terminal that says of itself that it knows none.
	const stage = new Stage(process.stdout, {
		linear,
		dumb: process.env['TERM'] === 'dumb',
		pointer: mouse,
	});
	const speaker = linear ? new (await import('./linear/speaker.ts')).Speaker(stage) : undefined;
	/** The text that an editor has. */
	let lent: Lent | undefined;
	const session = new Session(
		{
			store,
			who,
			now: () => new Date().toISOString(),
			edit: async (value, saved) => {
				if ('refused' in editing) return {problem: editing.refused};
				return editOutside(value, {
					folder: editing.folder,
					suspend: (work) => lend(work),
					saved,
					lent: (given) => (lent = given),
				});
			},
			copy: (target) => copy(store.read(), target),
			papers,
			importer,
			drafts: drafts && {
				keep: (kept) => drafts.keep(kept),
				flush: () => drafts.flush(),
				forget: (token) => drafts.forget(token as Left),
				takeOver: async (token) => {
					const left = await drafts.takeOver(token as Left);
					const kept = left && readKept(left.data);
					return kept && {kept, token: left};
				},
			},
			...(handover ? {handover} : {}),
			...(speaker ? {heard: speaker.heard} : {}),
			redraw: () => stage.redraw(),
			quit: () => leave(),
		},
		{
			practice,
			noEditor: 'refused' in editing ? editing.refused : undefined,
			publicOnly,
			linear,
			first,
			follow,
			columns: stage.columns,
			rows: stage.rows,
		},
	);
	const keyboard = new Keyboard(
		session,
		undefined,
		() => stage.answered(),
		(brightness) => {
			stage.toldGround();
			theme = themeFor(process.env, {palette, light: brightness > 0.5});
			stage.redraw();
		},
		mouse && !linear,
	);
	let isEditing = false;
	/** Gives the terminal to another program as a shell would find it, and takes it back. */
	const lend = async (work: () => Promise<void>) => {
		isEditing = true;
		await stage.settled();
		stage.give();
		setRaw(stdin, false);
		stdin.pause();
		try {
			await work();
		} finally {
			keyboard.reset();
			setRaw(stdin, true);
			stdin.resume();
			isEditing = false;
			stage.take();
		}
	};
	const draw = () => windowOf(session.getState(), theme);
	let waiting: NodeJS.Timeout | undefined;
	const lacks = (error: Error) =>
		session.send({
			kind: 'said',
			tone: 'refused',
			text: `This cannot be laid out: ${error.message}`,
		});
	const show = () => {
		const state = session.getState();
		clearTimeout(waiting);
		if (lacksTree(state)) void loadTrees(trees).then(() => stage.show(draw), lacks);
		// What is saved at once needs no word about it.
		if (state.saving) waiting = setTimeout(() => stage.show(draw), savingAfter);
		else stage.show(draw);
	};
	if (!linear) session.subscribe(show);
	stage.onResize(() => session.send({kind: 'size', columns: stage.columns, rows: stage.rows}));
	// Before the first frame: what is typed by then would be written across it.
	setRaw(stdin, true);
	if (linear) stage.open();
	else stage.open(draw);
	if (!linear && asksGround(process.env, palette)) stage.askGround();
	speaker?.begin(session.getState());
	// Not before the frame is on its way.
	setImmediate(() => session.begin());
	const hear = (bytes: Buffer) => keyboard.push(bytes);
	stdin.on('data', hear);
	// The terminal is gone.
	stdin.on('end', leave);
	stdin.on('error', leave);
	const unwatchStops = watchStops({
		give() {
			if (stage.isLent) return;
			stage.give();
			setRaw(stdin, false);
		},
		take() {
			if (isEditing) return;
			// What Node believes of the mode may no longer hold, and it sets none that it believes in.
			setRaw(stdin, false);
			setRaw(stdin, true);
			keyboard.reset();
			stage.take();
			speaker?.again(session.getState());
		},
	});
	// What is half written is on the disk before the end, however the line is cut, and a shell finds its lines.
	const end = () => {
		lent?.look();
		drafts?.flush();
		lent?.remove();
		stage.close();
		setRaw(stdin, false);
	};
	for (const signal of ['SIGHUP', 'SIGTERM', 'SIGINT'] as const) {
		process.once(signal, () => {
			end();
			// As it would have ended without anybody listening.
			process.kill(process.pid, signal);
		});
	}
	// A sentence about what was thrown is to be read on the screen that the shell has.
	process.prependListener('uncaughtException', end);
	process.prependListener('unhandledRejection', end);
	process.prependListener('exit', end);
	// What weighs more is said later, and stands.
	const advice = adviseAtStart(session.getState(), who);
	if (advice !== undefined) session.send({kind: 'said', tone: 'info', text: advice});
	if (drafts?.problem !== undefined) {
		const text = `What you type and do not save is lost if the line drops: ${drafts.problem}.`;
		session.send({kind: 'said', tone: 'refused', text});
	}
	if (store.warning !== undefined) {
		session.send({kind: 'said', tone: 'info', text: `${store.warning}.`});
	}
	void offerLeft(session, drafts, handover).then(() =>
		publicOnly ? undefined : tellOthers(session, drafts, who),
	);
	// Elapsed times are told in minutes: nothing else changes on an idle screen.
	const clock = setInterval(() => {
		if (store.read().meetings.some(({status}) => status === 'open')) session.send({kind: 'tick'});
	}, 20_000);
	try {
		await left;
		// The last answer that the terminal owes is not left to the shell.
		await stage.settled();
		return 0;
	} finally {
		unwatchStops();
		stdin.off('data', hear);
		stdin.off('end', leave);
		stdin.off('error', leave);
		keyboard.reset();
		clearTimeout(waiting);
		clearInterval(clock);
		stage.close();
		setRaw(stdin, false);
		stdin.pause();
		session.close();
		handover?.close();
		drafts?.close();
	}
}
