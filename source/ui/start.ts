import process from 'node:process';
import type {Database} from '../domain/schema/index.ts';
import type {Store, Who} from '../store/store.ts';
import {tellShown} from '../launcher.ts';
import {loadActs} from './acts.ts';
import {adviseAtStart} from './advice.ts';
import {windowOf} from './components/window.ts';
import {readKept} from './drafts.ts';
import {editOutside, type Lent} from './editor.ts';
import type {Handover} from './handover.ts';
import {type Drafts, type Left, offerLeft, tellOthers} from './left.ts';
import type {Importer} from './paper.ts';
import {Session} from './session.ts';
import type {Shell} from './shell.ts';
import {Hold} from './terminal/hold.ts';
import {Keyboard} from './terminal/keyboard.ts';
import {Stage} from './terminal/stage.ts';
import {asksGround, themeFor, type Wish} from './theme.ts';
import {lacksTree, loadTrees, type TreeLoader} from './trees.ts';

type Start = {
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

/** How often elapsed times are told anew, in milliseconds: they are told in minutes. */
const tickEvery = 20_000;

/**
 * Opens the screens on a database and resolves with the exit code once the person leaves. The
 * terminal is left as it was found: on leaving, on SIGINT, SIGTERM and SIGHUP, and whatever is thrown.
 */
export async function start(options: Start): Promise<number> {
	const {store, who, linear, mouse, palette, drafts, handover} = options;
	// Who goes where the room is may start on any screen.
	if (options.follow) await loadActs();
	let leave = () => {};
	const left = new Promise<void>((resolve) => (leave = resolve));
	// Not one control sequence goes to a terminal that says of itself that it knows none.
	const stage = new Stage(process.stdout, {
		linear,
		dumb: process.env['TERM'] === 'dumb',
		pointer: mouse,
	});
	const speaker = linear ? new (await import('./linear/speaker.ts')).Speaker(stage) : undefined;
	const editor = editorOf(options.editing, (work) => hold.lend(work));
	const session = new Session(
		{
			...shellOf(options),
			edit: editor.edit,
			...(speaker ? {heard: speaker.heard} : {}),
			redraw: () => stage.redraw(),
			quit: () => leave(),
		},
		{
			practice: options.practice,
			noEditor: 'refused' in options.editing ? options.editing.refused : undefined,
			publicOnly: options.publicOnly,
			linear,
			first: options.first,
			follow: options.follow,
			columns: stage.columns,
			rows: stage.rows,
		},
	);
	const painter = linear ? undefined : paint(session, stage, options);
	const keyboard = new Keyboard(
		session,
		undefined,
		() => stage.answered(),
		(brightness) => painter?.turn(brightness > 0.5),
		mouse && !linear,
	);
	const hold = new Hold(stage, keyboard, {
		resumed: () => speaker?.again(session.getState()),
		gone: leave,
		// What is half written is on the disk before the end, however the line is cut, and a shell finds its lines.
		end() {
			editor.look();
			drafts?.flush();
			editor.remove();
		},
	});
	hold.begin(painter?.draw);
	tellShown();
	if (painter && asksGround(process.env, palette)) stage.askGround();
	speaker?.begin(session.getState());
	// Not before the frame is on its way.
	setImmediate(() => session.begin());
	adviseStart(session, options);
	void offerLeft(session, drafts, handover).then(() =>
		options.publicOnly ? undefined : tellOthers(session, drafts, who),
	);
	// Nothing else changes on an idle screen.
	const clock = setInterval(() => {
		if (store.read().meetings.some(({status}) => status === 'open')) session.send({kind: 'tick'});
	}, tickEvery);
	try {
		await left;
		// The last answer that the terminal owes is not left to the shell.
		await stage.settled();
		return 0;
	} finally {
		painter?.stop();
		clearInterval(clock);
		hold.close();
		session.close();
		handover?.close();
		drafts?.close();
	}
}

/** What the session needs of the world, as the command line has handed it in. */
const shellOf = ({
	store,
	who,
	drafts,
	handover,
	copy,
	papers,
	importer,
}: Start): Omit<Shell, 'edit' | 'quit'> => ({
	store,
	who,
	now: () => new Date().toISOString(),
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
});

/** The person's editor, or why there is none; with what it has of a text until it ends. */
function editorOf(
	editing: Start['editing'],
	suspend: (work: () => Promise<void>) => Promise<void>,
): Pick<Shell, 'edit'> & Lent {
	let lent: Lent | undefined;
	return {
		async edit(value, saved) {
			if ('refused' in editing) return {problem: editing.refused};
			return editOutside(value, {
				folder: editing.folder,
				suspend,
				saved,
				lent: (given) => (lent = given),
			});
		},
		look: () => lent?.look(),
		remove: () => lent?.remove(),
	};
}

/** Shows every state of a session on the stage; `turn` takes other colours, as the ground is light or dark. */
function paint(session: Session, stage: Stage, {palette, trees}: Start) {
	let theme = themeFor(process.env, {palette});
	let waiting: NodeJS.Timeout | undefined;
	const draw = () => windowOf(session.getState(), theme);
	const show = () => stage.show(draw);
	const sayUnlaid = (error: Error) =>
		session.send({
			kind: 'said',
			tone: 'refused',
			text: `This cannot be laid out: ${error.message}`,
		});
	session.subscribe(() => {
		const state = session.getState();
		clearTimeout(waiting);
		if (lacksTree(state)) void loadTrees(trees).then(show, sayUnlaid);
		// What is saved at once needs no word about it.
		if (state.saving) waiting = setTimeout(show, savingAfter);
		else show();
	});
	stage.onResize(() => session.send({kind: 'size', columns: stage.columns, rows: stage.rows}));
	return {
		draw,
		turn(light: boolean) {
			stage.toldGround();
			theme = themeFor(process.env, {palette, light});
			stage.redraw();
		},
		stop: () => clearTimeout(waiting),
	};
}

/** Says what somebody should know from the start; what weighs more is said later, and stands. */
function adviseStart(session: Session, {store, who, drafts}: Start): void {
	const say = (tone: 'info' | 'refused', text: string) => session.send({kind: 'said', tone, text});
	const advice = adviseAtStart(session.getState(), who);
	if (advice !== undefined) say('info', advice);
	if (drafts?.problem !== undefined) {
		say('refused', `What you type and do not save is lost if the line drops: ${drafts.problem}.`);
	}
	if (store.warning !== undefined) say('info', `${store.warning}.`);
}
