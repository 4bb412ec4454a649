import {sayDay} from '../domain/calendar.ts';
import type {Decision} from '../domain/schema/index.ts';

/** Why a decision is urgent and not open to call-in, and who agreed when. */
export function sayWaived(waived: Decision['callInWaived']): string | undefined {
	if (waived === undefined) return undefined;
	const {by, on, why} = waived;
	const agreed =
		by === undefined ? '' : `agreed by ${by}${on === undefined ? '' : ` on ${sayDay(on)}`}`;
	return [why, agreed].filter(Boolean).join(' – ') || undefined;
}
