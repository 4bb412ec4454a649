import type {Command} from './command.ts';

/**
 * The one table of commands: a file each, loaded when it is called. Apart from the rest of what commands
 * share, so that what a screen needs of that does not bring all commands with it.
 */
export const commands: Record<string, () => Promise<{default: Command}>> = {
	init: () => import('./init.ts'),
	import: () => import('./import.ts'),
	export: () => import('./export.ts'),
	completions: () => import('./completions.ts'),
	status: () => import('./status.ts'),
	apply: () => import('./apply.ts'),
	board: () => import('./board.ts'),
	meeting: () => import('./meeting.ts'),
	agenda: () => import('./agenda.ts'),
	minutes: () => import('./minutes.ts'),
	notice: () => import('./notice.ts'),
	publish: () => import('./publish.ts'),
	register: () => import('./register.ts'),
	interests: () => import('./interests.ts'),
	'forward-plan': () => import('./forward-plan.ts'),
	highlights: () => import('./highlights.ts'),
	pack: () => import('./pack.ts'),
	review: () => import('./review.ts'),
	portfolio: () => import('./portfolio.ts'),
	projects: () => import('./projects.ts'),
	decisions: () => import('./decisions.ts'),
	actions: () => import('./actions.ts'),
	log: () => import('./log.ts'),
	check: () => import('./check.ts'),
	authorize: () => import('./authorize.ts'),
	roles: () => import('./roles.ts'),
	session: () => import('./session.ts'),
	who: () => import('./who.ts'),
	doctor: () => import('./doctor.ts'),
	release: () => import('./release.ts'),
	redact: () => import('./redact.ts'),
	adopt: () => import('./adopt.ts'),
	restore: () => import('./restore.ts'),
	archive: () => import('./archive.ts'),
	migrate: () => import('./migrate.ts'),
	copy: () => import('./copy.ts'),
};
