import type {Act} from '../../domain/changes/index.ts';
import type {Who} from '../store.ts';

/** More than these are not kept: whoever has so many is not trying the same again. */
const most = 20;

/** Whether an act may have been stored although nobody could say so. */
type Doubt = {
	readonly exists: boolean;
	arise(): void;
	resolve(): void;
};

/**
 * Acts of which it is not known whether they were stored. People who are told so try again, with an act that
 * has another id and asks for the same: it is sent under the id of the first, and so not recorded twice.
 */
export class Doubts {
	readonly #ids = new Map<string, string>();

	/** The id under which to send an act, and what is in doubt about it. */
	of(act: Act, who: Who): {id: string; doubt: Doubt} {
		const key = JSON.stringify([who.session, act.meeting, act.changes]);
		const ids = this.#ids;
		const id = ids.get(key) ?? act.id;
		const doubt: Doubt = {
			get exists() {
				return ids.has(key);
			},
			arise() {
				ids.set(key, id);
				const [oldest] = ids.keys();
				if (ids.size > most && oldest !== undefined) ids.delete(oldest);
			},
			resolve() {
				ids.delete(key);
			},
		};
		return {id, doubt};
	}
}
