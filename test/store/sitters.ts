// Sessions in processes of their own.
import {type Child, start} from './children.ts';
import {shown} from './places.ts';
import type {Command, Joining, Said} from './programs/present.ts';

export class Sitter {
	readonly child: Child;
	readonly session: string;
	/** What it said last of the others. */
	#last: Said = {others: []};
	/** Why it can only read the database. */
	readOnly: string | undefined;

	constructor(joining: Joining) {
		this.session = joining.session;
		this.child = start('present', JSON.stringify(joining));
	}

	/** When it heard last of the others, by the machine's clock, in nanoseconds. */
	get lastWhen(): bigint {
		return BigInt(this.#last.when ?? 0);
	}

	/** Resolves once it has joined. */
	async ready(): Promise<this> {
		this.readOnly = (await this.#hear(({joined}) => joined)).readOnly;
		return this;
	}

	show(screen: string, doing?: string): void {
		this.tell({show: {screen, doing}});
	}

	tell(command: Command): void {
		this.child.say(JSON.stringify(command));
	}

	/** Resolves once it sees these others, in the order of their names, each as its name and screen. */
	async sees(...expected: string[]): Promise<string[]> {
		const names = ({others = []}: Said) => shown(others).toSorted();
		const test = (said: Said) => said.others && names(said).join() === expected.join();
		const said = test(this.#last) ? this.#last : await this.#hear(test);
		return names(said);
	}

	/** The CPU that it has used so far, in microseconds. */
	async usage(): Promise<number> {
		this.tell({usage: true});
		const {usage = NaN} = await this.#hear(({usage}) => usage !== undefined);
		return usage;
	}

	async #hear(test: (said: Said) => boolean | undefined): Promise<Said> {
		for (;;) {
			const line = await this.child.line();
			if (line === undefined) throw new Error(`${this.session} ended`);
			const said = JSON.parse(line) as Said;
			if (said.others) this.#last = said;
			if (test(said)) return said;
		}
	}
}

/** Starts a session and waits until it has joined. */
export const sit = (joining: Joining): Promise<Sitter> => new Sitter(joining).ready();
