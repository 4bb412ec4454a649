import {z} from 'zod';
import {actionChanges, actionRules} from './action.ts';
import {agendaChanges, agendaRules} from './agenda.ts';
import {attendanceChanges, attendanceRules} from './attendance.ts';
import {betweenChanges, betweenRules} from './between.ts';
import {boardChanges, boardRules} from './board.ts';
import {interestChanges, interestRules} from './interest.ts';
import {databaseChanges, databaseRules} from './database.ts';
import {accessChanges, accessRules} from './access.ts';
import {decisionRules} from './decision.ts';
import {decisionChanges} from './decision-shapes.ts';
import {declarationChanges, declarationRules} from './declaration.ts';
import type {Rule} from './family.ts';
import {memberChanges, memberRules} from './member.ts';
import {meetingChanges, meetingRules} from './meeting.ts';
import {milestoneChanges, milestoneRules} from './milestone.ts';
import {minutesChanges, minutesRules} from './minutes.ts';
import {noticeChanges, noticeRules} from './notice.ts';
import {pastChanges, pastRules} from './past.ts';
import {projectChanges, projectRules} from './project.ts';
import {publicationChanges, publicationRules} from './publication.ts';
import {recordChanges, recordRules} from './record.ts';
import {releaseChanges, releaseRules} from './release.ts';
import {reportChanges, reportRules} from './report.ts';
import {requestChanges, requestRules} from './request.ts';
import {strategyChanges, strategyRules} from './strategy.ts';
import {timeChanges, timeRules} from './time.ts';
import {viewChanges, viewRules} from './view.ts';

/** Everything that anybody can do to a database: a closed union, one file per family. */
export const changeSchema = z.discriminatedUnion('kind', [
	...strategyChanges,
	...projectChanges,
	...milestoneChanges,
	...requestChanges,
	...meetingChanges,
	...agendaChanges,
	...attendanceChanges,
	...timeChanges,
	...declarationChanges,
	...decisionChanges,
	...betweenChanges,
	...publicationChanges,
	...pastChanges,
	...noticeChanges,
	...minutesChanges,
	...actionChanges,
	...reportChanges,
	...recordChanges,
	...releaseChanges,
	...boardChanges,
	...memberChanges,
	...interestChanges,
	...accessChanges,
	...viewChanges,
	...databaseChanges,
]);
export type Change = z.infer<typeof changeSchema>;
export type ChangeKind = Change['kind'];

const rules = {
	...strategyRules,
	...projectRules,
	...milestoneRules,
	...requestRules,
	...meetingRules,
	...agendaRules,
	...attendanceRules,
	...timeRules,
	...declarationRules,
	...decisionRules,
	...betweenRules,
	...publicationRules,
	...pastRules,
	...noticeRules,
	...minutesRules,
	...actionRules,
	...reportRules,
	...recordRules,
	...releaseRules,
	...boardRules,
	...memberRules,
	...interestRules,
	...accessRules,
	...viewRules,
	...databaseRules,
};

export const changeKinds = Object.keys(rules) as ChangeKind[];

/** The rule for a kind of change; undefined for a kind that only a newer version knows. */
export const ruleOf = (kind: string): Rule<Change> | undefined =>
	Object.hasOwn(rules, kind) ? rules[kind as ChangeKind] : undefined;

/**
 * One or several changes that stand or fall together. The committing session makes the id (a UUID):
 * an act whose fate is unknown is found by it and never applied twice.
 */
export type Act = {
	id: string;
	changes: Change[];
	/** The meeting that the session takes part in; absent is the one that is open, if one is. */
	meeting?: string;
};
