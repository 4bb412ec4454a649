import type {Change} from '../../domain/changes/index.ts';
import {apply} from '../acts.ts';
import type {Database} from '../../domain/schema/index.ts';

/** A decision that rests on what changes would alter, and how that is said. */
type Shaking = {decision: string; says: string};

/** The decisions that rest on what changes would alter, as things stand: each has to be marked with them. */
export function whatShakes(database: Database, changes: readonly Change[]): Shaking[] {
	// Nothing is stored: any time will do, as what was recorded lies before it.
	const now = '9999-12-31T00:00:00.000Z';
	const context = {now, actor: {user: '', host: ''}, session: '', salt: ''};
	const found: Shaking[] = [];
	for (;;) {
		const marks = found.map(({decision: id}): Change => ({kind: 'decision/mark', id, why: 'why'}));
		const outcome = apply(database, {id: '', changes: [...changes, ...marks]}, context);
		const shakes = outcome.ok ? undefined : outcome.rejection.shakes;
		if (outcome.ok || shakes === undefined) return found;
		found.push({decision: shakes, says: outcome.rejection.message.split(': say why')[0] ?? ''});
	}
}
