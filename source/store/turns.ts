/** Runs tasks one after the other, in the order in which they came. */
export class Turns {
	#last: Promise<unknown> = Promise.resolve();

	run<Result>(task: () => Promise<Result>): Promise<Result> {
		const result = this.#last.then(task);
		this.#last = result.catch(() => {});
		return result;
	}

	/** Resolves when every task so far has ended. */
	async idle(): Promise<void> {
		await this.#last;
	}
}
