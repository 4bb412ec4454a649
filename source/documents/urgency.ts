import {sayDay} from '../domain/calendar.ts';
import type {Board, Decision} from '../domain/schema/index.ts';

/**
 * Why an item that was not on the published agenda is taken, and whose word that is: in a committee the chair's
 * opinion, by special circumstances that the minutes specify (LGA 1972 s.100B(4)(b)). The regulations on executives
 * know no such opinion, only shorter notice (SI 2012/2089 reg 6(2)); elsewhere there is no rule.
 */
export function urgencyPair(
	england: boolean,
	kind: Board['kind'],
	urgency: string | undefined,
): [string, string | undefined] {
	if (england && (kind === 'committee' || kind === 'scrutiny')) {
		const opinion =
			'in the opinion of the chair, by reason of these special circumstances (LGA 1972 s.100B(4)(b))';
		return ['Urgent', urgency && `${opinion}: ${urgency}`];
	}
	return england && kind === 'executive'
		? ['Urgent', urgency && `taken without five clear days’ notice, because: ${urgency}`]
		: ['Urgent because', urgency];
}

/** Why a decision is urgent and not open to call-in, and who agreed when. */
export function sayWaived(waived: Decision['callInWaived']): string | undefined {
	if (waived === undefined) return undefined;
	const {by, on, why} = waived;
	const agreed =
		by === undefined ? '' : `agreed by ${by}${on === undefined ? '' : ` on ${sayDay(on)}`}`;
	return [why, agreed].filter(Boolean).join(' – ') || undefined;
}
