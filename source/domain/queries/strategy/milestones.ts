import {daysBetween} from '../../calendar.ts';
import type {Milestone, Project} from '../../schema/index.ts';
import {isSettled} from './projects.ts';

/** How a milestone stands against the day that was approved for it. */
type MilestoneState = 'achieved' | 'late' | 'slipping' | 'on-course' | 'undated';

/** `today` is a day in the organisation's time zone. Late: its day has passed and it was not reached. */
export function milestoneState(
	{approved, forecast, achieved}: Milestone,
	today: string,
): MilestoneState {
	if (achieved !== undefined) return 'achieved';
	const expected = forecast ?? approved;
	if (expected === undefined) return 'undated';
	if (expected < today || (approved !== undefined && approved < today)) return 'late';
	return approved !== undefined && expected > approved ? 'slipping' : 'on-course';
}

/** Days by which it is, or was, later than the day that was first approved; below 0 when earlier. */
export function slippedBy({original, approved, forecast, achieved}: Milestone): number | undefined {
	const first = original ?? approved;
	const last = achieved ?? forecast ?? approved;
	return first === undefined || last === undefined ? undefined : daysBetween(first, last);
}

/** When it comes: the day that is expected now. */
export const expectedOn = ({approved, forecast, achieved}: Milestone): string | undefined =>
	achieved ?? forecast ?? approved;

/** The milestones of a project by day, those without one last. */
export const inOrder = (milestones: readonly Milestone[] = []): Milestone[] =>
	milestones.toSorted((a, b) => {
		const [one, other] = [expectedOn(a) ?? '9', expectedOn(b) ?? '9'];
		return one < other ? -1 : one > other ? 1 : 0;
	});

/** The milestones of projects that are expected from one day to another, by day. */
export const comingUp = (
	projects: readonly Project[],
	from: string,
	until: string,
): {project: Project; milestone: Milestone; on: string}[] =>
	projects
		.flatMap((project) =>
			(project.milestones ?? []).flatMap((milestone) => {
				const on = expectedOn(milestone);
				const isNext =
					milestone.achieved === undefined && on !== undefined && on >= from && on <= until;
				return isNext ? [{project, milestone, on}] : [];
			}),
		)
		.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The milestone of a project that comes next. */
export const nextMilestone = ({milestones = []}: Project): Milestone | undefined =>
	inOrder(milestones).find(({achieved}) => achieved === undefined);

/** When a project is expected to end: as forecast, else as approved. */
export const projectEnd = ({due, forecastDue}: Project): string | undefined => forecastDue ?? due;

/** Records are never altered, only replaced: of ten thousand projects an act replaces one. */
const known = new WeakMap<Project, {today: string; late: boolean}>();

/** Whether a project that is not settled has passed its day, or a milestone of it has. */
export function isLate(project: Project, today: string): boolean {
	const held = known.get(project);
	if (held?.today === today) return held.late;
	const {due, milestones = []} = project;
	const late =
		!isSettled(project) &&
		((due !== undefined && due < today) ||
			milestones.some((one) => milestoneState(one, today) === 'late'));
	known.set(project, {today, late});
	return late;
}
