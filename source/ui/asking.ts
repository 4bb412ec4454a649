import {askLeft, leftLine, leftWaits} from './bring-back.ts';
import {askOffer, newestOffer, offerLine, waitingOffer} from './handover.ts';
import {isBusy} from './room.ts';
import {type State, type Step, step} from './state.ts';

/**
 * What waits for an answer: a form that was left half written, or that a colleague hands over. A question that came up
 * by itself would take the key that somebody is just pressing as its answer. So it does only as long as nobody has
 * pressed anything; from then on a line says what waits, and a key asks.
 */
export function askAtStart(state: State): State {
	if (state.begun || state.overlay || isBusy(state)) return state;
	if (leftWaits(state)) return askLeft(state);
	const offer = waitingOffer(state);
	return offer ? askOffer(state, offer) : state;
}

/** The line that says what waits, as long as nobody was asked about it; undefined when nothing does. */
export function waitingLine(state: State): string | undefined {
	if (leftWaits(state)) return leftLine(state);
	const offer = waitingOffer(state);
	return offer && offerLine(state, offer);
}

export const mayAsk = ({left, mail, readOnly}: State): true | string =>
	readOnly ??
	(left !== undefined || (mail && mail.offers.length > 0) ? true : 'nothing waits for you');

/** Asks, or asks again: first about what nobody was asked about, then about what was put off. */
export function askNow(state: State): Step {
	if (leftWaits(state)) return step(askLeft(state));
	const offer = waitingOffer(state) ?? newestOffer(state);
	return step(offer ? askOffer(state, offer) : askLeft(state));
}
