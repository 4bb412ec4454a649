import {blankBindings} from './bindings/blank.ts';
import {redrawBindings} from './bindings/redraw.ts';
import {formBindings} from './bindings/form.ts';
import {globalBindings} from './bindings/global.ts';
import {listBindings} from './bindings/lists.ts';
import {logBindings} from './bindings/log.ts';
import {agendaBindings} from './bindings/agenda.ts';
import {meetingBindings} from './bindings/meeting.ts';
import {lawfulBindings} from './bindings/lawful.ts';
import {memberBindings} from './bindings/members.ts';
import {minutesBindings} from './bindings/minutes.ts';
import {motionBindings} from './bindings/motions.ts';
import {registerBindings} from './bindings/register.ts';
import {releaseBindings} from './bindings/release.ts';
import {rollCallBindings} from './bindings/roll-call.ts';
import {roleBindings} from './bindings/roles.ts';
import {viewBindings} from './bindings/views.ts';
import {rollBindings} from './bindings/roll.ts';
import {recordBindings} from './bindings/records.ts';
import {reportBindings} from './bindings/reports.ts';
import {requestBindings} from './bindings/requests.ts';
import {strategyBindings} from './bindings/strategy.ts';
import {roomBindings} from './bindings/room.ts';
import {paperBindings} from './bindings/paper.ts';
import {overlayBindings} from './bindings/overlays.ts';
import {isItemPage, isPage, keepsRecords} from './screens/index.ts';
import {placeOf, type State} from './state.ts';
import type {Binding, Scope} from './bindings/binding.ts';
import {keysOf} from './keys-by-name.ts';
import type {Key} from './keys.ts';

export const bindings: readonly Binding[] = [
	...overlayBindings,
	...paperBindings,
	...formBindings,
	...rollCallBindings,
	...meetingBindings,
	...motionBindings,
	...lawfulBindings,
	...minutesBindings,
	...agendaBindings,
	...rollBindings,
	...memberBindings,
	...roleBindings,
	...registerBindings,
	...releaseBindings,
	...viewBindings,
	...logBindings,
	...strategyBindings,
	...recordBindings,
	...reportBindings,
	...requestBindings,
	...listBindings,
	...roomBindings,
	...globalBindings,
	...blankBindings,
	...redrawBindings,
];

/** The scopes whose keys hold now; the first one that binds a key takes it. */
export function scopesOf(state: State): Scope[] {
	if (state.overlay) return [state.overlay.kind];
	return placeScopes(state);
}

/** As `scopesOf`, below any overlay: what help and the quick line offer. */
export function placeScopes(state: State): Scope[] {
	const place = placeOf(state);
	if (place.screen === 'form') return ['form'];
	if (place.filtering) return ['filter'];
	// What is looked at is not a record yet.
	if (place.screen === 'paper') return ['paper', 'list', 'global'];
	const kept: Scope[] = keepsRecords(place) ? ['records'] : [];
	const item: Scope[] = place.screen === 'meeting' || isItemPage(place) ? ['item'] : [];
	return [place.screen, ...item, ...kept, 'work', isPage(place) ? 'page' : 'list', 'global'];
}

const byScope = new Map<Scope, Binding[]>();
for (const binding of bindings) {
	byScope.set(binding.scope, [...(byScope.get(binding.scope) ?? []), binding]);
}

/** The bindings that hold in some scopes, without those that an inner scope takes the keys of. */
export function bindingsIn(scopes: readonly Scope[]): Binding[] {
	const taken = new Set<Key>();
	return scopes.flatMap((scope) => {
		const own = (byScope.get(scope) ?? []).filter(({id}) =>
			keysOf(id).some((key) => !taken.has(key)),
		);
		for (const {id} of own) for (const key of keysOf(id)) taken.add(key);
		return own;
	});
}

export function findBinding(scopes: readonly Scope[], key: Key): Binding | undefined {
	for (const scope of scopes) {
		const found = byScope.get(scope)?.find(({id}) => keysOf(id).includes(key));
		if (found) return found;
	}
	return undefined;
}
