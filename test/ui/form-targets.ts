// What the forms of a test are about.
import type {Database} from '../../source/domain/schema/index.ts';
import type {FormTarget} from '../../source/ui/forms/form.ts';

/** Something of each kind that a form can be about. */
export function targetIn({
	projects,
	meetings,
	decisions,
	actions,
	notices,
	strategies,
	boards,
}: Database): FormTarget {
	const meeting = meetings.at(-1);
	const [board] = boards;
	const named = {
		project: projects[0]?.id,
		meeting: meeting?.id,
		item: meeting?.agenda.at(-1)?.id,
		decision: decisions.find(({meeting: held}) => held === meeting?.id)?.id ?? decisions[0]?.id,
		action: actions[0]?.id,
		notice: notices[0]?.id,
		strategy: strategies[0]?.id,
		board: board?.id,
		member: board?.members[0]?.id,
		person: board?.members[0]?.person,
	};
	return Object.fromEntries(Object.entries(named).filter(([, id]) => id !== undefined));
}

/** The lists to which something is added: every type of record that has a form. */
export const lists = [
	'strategies',
	'projects',
	'reports',
	'strategies/S-1/objectives',
	'strategies/S-1/criteria',
	'strategies/S-1/scale',
	'strategies/S-1/principles',
	'strategies/S-1/domains',
	'strategies/S-1/priorities',
	'strategies/S-1/priorities/P1/aims',
	'strategies/S-1/measures',
	'strategies/S-1/measures/ME-1/readings',
	'strategies/S-1/risks',
	'projects/P1-01/milestones',
	'projects/P1-01/risks',
	'projects/P1-01/risks/RK-1/controls',
	'projects/P1-01/risks/RK-1/actions',
];
