import type {Database, Decision, Delegation} from '../../schema/index.ts';

/** Power that a decision gave, and how it stands: open until a decision cites it, or until it is ended. */
export type GivenDelegation = {
	decision: Decision;
	delegation: Delegation;
	standing: 'open' | 'used' | 'ended';
	/** The decisions that cite it. */
	citedBy: string[];
};

/** Every delegation that a decision gives which stands, in the order of giving. */
export const delegationsIn = ({decisions}: Pick<Database, 'decisions'>): GivenDelegation[] =>
	decisions.flatMap((decision) =>
		decision.status === 'recorded'
			? (decision.delegations ?? []).map((delegation): GivenDelegation => {
					const citedBy = decisions
						.filter(
							({under, status}) =>
								status !== 'retracted' &&
								under?.decision === decision.id &&
								(under.delegation ?? delegation.id) === delegation.id,
						)
						.map(({id}) => id);
					const standing = delegation.endedOn ? 'ended' : citedBy.length > 0 ? 'used' : 'open';
					return {decision, delegation, standing, citedBy};
				})
			: [],
	);

/** The decisions that a board took, or that were taken under its delegation, at no meeting, and that no agenda of it tells of yet. */
export function toReport({decisions, meetings}: Database, board: string): Decision[] {
	const told = new Set(
		meetings
			.filter(({status}) => status !== 'cancelled')
			.flatMap(({agenda}) => agenda.map(({about}) => about?.decision)),
	);
	return decisions.filter((decision) => {
		const {id, meeting, status, imported, under} = decision;
		if (meeting !== undefined || imported || status === 'retracted' || told.has(id)) return false;
		const giver = decisions.find((one) => one.id === under?.decision)?.board;
		return decision.asked ? decision.board === board : giver === board;
	});
}
