/** Those who want to hear of news. One that throws harms neither the others nor who tells. */
export class Listeners<News> {
	readonly #listeners = new Set<{hear: (news: News) => void}>();

	get size(): number {
		return this.#listeners.size;
	}

	/** Adds a listener; returns how to take it out again. */
	add(hear: (news: News) => void): () => void {
		const listener = {hear};
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}

	tell(news: News): void {
		for (const listener of this.#listeners) {
			try {
				listener.hear(news);
			} catch {
				// Its own business: what is stored is stored, and the next listener must hear of it.
			}
		}
	}

	clear(): void {
		this.#listeners.clear();
	}
}
