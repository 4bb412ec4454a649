import type {Decision} from '../domain/schema/index.ts';
import type {Voice} from '../domain/voice/index.ts';

/** Why a decision is urgent and not open to call-in, and who agreed when. */
export function sayWaived(
	{decision, day}: Voice,
	waived: Decision['callInWaived'],
): string | undefined {
	if (waived === undefined) return undefined;
	const {by, on, why} = waived;
	const agreed = by === undefined ? '' : decision.agreed(by, on && day(on));
	return [why, agreed].filter(Boolean).join(' – ') || undefined;
}
