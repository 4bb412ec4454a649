import type {State} from '../state.ts';
import type {Stage} from '../terminal/stage.ts';
import {spokenTheme, themeFor} from '../theme.ts';
import type {Event} from '../update.ts';
import {tell, tellAll, tellStart} from './tell.ts';
import type {Spoken} from './told.ts';
import {silent, speak, type SpokenVoice} from './voice.ts';

/** Tells a session on the stage, which in linear mode only ever adds. */
export class Speaker {
	#voice: SpokenVoice = silent;
	readonly #stage: Stage;
	readonly #theme = {...spokenTheme, ascii: themeFor().ascii};

	constructor(stage: Stage) {
		this.#stage = stage;
	}

	/** Hears what an event did, and says so. */
	heard = (before: State, event: Event, after: State): void =>
		this.#say(tell(before, event, after));

	/** The first lines. */
	begin(state: State): void {
		this.#say(tellStart(state));
	}

	/** Says again where one is: after something else has written on the terminal. */
	again(state: State): void {
		this.#say(tellAll(state));
	}

	#say(told: readonly Spoken[]): void {
		const window = {theme: this.#theme, columns: this.#stage.columns};
		const {voice, output} = speak(this.#voice, told, window);
		this.#voice = voice;
		this.#stage.add(output);
	}
}
